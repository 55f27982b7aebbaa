"""Whether a file lies on another computer, where SQLite's log (WAL) is not safe."""

from __future__ import annotations

import sys
from pathlib import Path, PureWindowsPath

_REMOTE = 4
"""DRIVE_REMOTE of GetDriveTypeW."""


def is_on_network(path: Path) -> bool:
    """Whether the path names a share (``\\\\\\\\server\\\\share``), or on Windows a drive letter that stands for one."""
    if str(path).startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(PureWindowsPath(path).anchor) == _REMOTE)
    return False
