"""``--self-test``: the main doings once, in a temporary directory, inside the very program that was installed."""

from __future__ import annotations

import tempfile
from argparse import Namespace
from pathlib import Path

from app.cli.output import say


def self_test(_arguments: Namespace) -> int:
    """Say what was tried; 0 if all of it went well, else an exception tells what did not."""
    from app.services.trial import run_trial

    with tempfile.TemporaryDirectory(prefix="hengji-") as directory:
        for line in run_trial(Path(directory)):
            say(f"完好：{line}")
    say("自检通过。")
    return 0
