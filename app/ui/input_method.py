"""Typing Chinese on the office systems that use fcitx, for which Qt's wheels bring no plugin."""

from __future__ import annotations

from collections.abc import MutableMapping
from pathlib import Path

PROCESSES = Path("/proc")
FCITX = ("fcitx", "fcitx5")


def choose_input_method(environment: MutableMapping[str, str], plugins: Path, processes: Path = PROCESSES) -> None:
    """Where fcitx is running and Qt has no plugin for it, talk to it as to ibus, whose protocol it also speaks.

    ``plugins`` is Qt's plugin folder. Must come before the QApplication. Whatever else is told stays.
    """
    told = environment.get("QT_IM_MODULE", "")
    if told and told not in FCITX:
        return
    if any((plugins / "platforminputcontexts").glob("*fcitx*")):
        return
    if told or "fcitx" in environment.get("XMODIFIERS", "") or _is_running(processes):
        environment["QT_IM_MODULE"] = "ibus"


def _is_running(processes: Path) -> bool:
    for name in processes.glob("[0-9]*/comm"):
        try:
            if name.read_text().strip() in FCITX:
                return True
        except OSError:
            continue  # it ended just now, or is somebody else's
    return False
