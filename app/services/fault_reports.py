"""A bug's report: what went wrong, written where a maintainer can be given it. It tells places in the program, no workbook."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import traceback
from datetime import datetime
from pathlib import Path


def report_directory() -> Path:
    """Where reports are kept for the computer's user."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "Hengji" / "reports"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "hengji" / "reports"


def fault_report(error: BaseException) -> str:
    """The report's text: versions, system, and where in the program it happened."""
    import app

    lines = [
        f"衡绩 {app.__version__}",
        f"时间 {datetime.now().isoformat(timespec='seconds')}",
        f"系统 {platform.platform()}，Python {platform.python_version()}",
        "",
        "".join(traceback.format_exception(error)),
    ]
    return "\n".join(lines)


def write_fault_report(error: BaseException) -> Path | None:
    """Write the report and give its place; None where nothing can be written at all."""
    name = f"fault-{datetime.now():%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    text = fault_report(error)
    for directory in (report_directory(), Path(tempfile.gettempdir())):
        try:
            directory.mkdir(parents=True, exist_ok=True)
            path = directory / name
            path.write_text(text, encoding="utf-8")
        except OSError:
            continue
        return path
    return None
