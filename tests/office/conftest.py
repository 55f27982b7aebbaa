"""LibreOffice as the real other side: it opens, fills in and saves again what we write. Skipped where it is not there.

One start does a whole list of work, each with a profile of its own, so that nothing of the user's is touched.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.office.macro import MODULE, PARTS

FILTERS = {
    ".xlsx": "Calc MS Excel 2007 XML",
    ".ods": "calc8",
    ".xls": "MS Excel 97",
    ".csv": "Text - txt - csv (StarCalc)",
}
_SECONDS = 300


class Office:
    """LibreOffice without a window."""

    def __init__(self, program: str, folder: Path) -> None:
        self._program = program
        self._folder = folder
        self._profile = folder / "profile"
        # The first start makes the profile, and would write over what stands there.
        self._run("--terminate_after_init")
        basic = self._profile / "user" / "basic" / "Standard"
        basic.mkdir(parents=True, exist_ok=True)
        for name, text in PARTS.items():
            (basic / name).write_text(text, encoding="utf-8")

    def do(self, lines: Iterable[str]) -> None:
        """Do a list of work, line by line (see ``macro``); all of it in one start."""
        job = self._folder / "job.txt"
        failed, done = job.with_suffix(".txt.error"), job.with_suffix(".txt.done")
        for mark in (failed, done):
            mark.unlink(missing_ok=True)
        job.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        self._run(f'macro:///Standard.{MODULE}.Work("{job}")')
        assert not failed.exists(), failed.read_text(encoding="utf-8", errors="replace")
        assert done.exists(), "the work was not done"

    def saved_again(self, files: Iterable[Path], folder: Path, suffixes: Iterable[str]) -> None:
        """Open each file and save it in each format, under its name in ``folder``."""
        lines = []
        for path in files:
            lines.append(f"open\t{path}")
            lines += [f"save\t{folder / path.stem}{suffix}\t{FILTERS[suffix]}" for suffix in suffixes]
            lines.append("close")
        self.do(lines)

    def _run(self, *arguments: str) -> None:
        command = [
            self._program,
            f"-env:UserInstallation={self._profile.as_uri()}",
            "--headless",
            "--norestore",
            *arguments,
        ]
        surroundings = {**os.environ, "LC_ALL": "C.UTF-8", "HOME": str(self._folder)}
        subprocess.run(command, check=True, timeout=_SECONDS, capture_output=True, env=surroundings)


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice（soffice）没有装，这一组检查要它；装上 libreoffice-calc 即可")
    return Office(program, tmp_path_factory.mktemp("office"))
