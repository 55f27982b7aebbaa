"""The longest time for which the window does not answer while it works on a book.

    python tests/benchmarks/responsiveness.py BOOK [FILE]

Works on a copy of BOOK: opens it, visits every page, computes every period, explains a score, reads FILE as an import,
and makes 25 volumes. A timer beats every 10 ms on the main thread; told is the longest pause between two beats in each
stretch. Beside it: the same for a window that does nothing, which is the computer's own noise.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QEventLoop, QTimer

from app.main import Jobs, Preferences, build_application, build_window, show_error


class Beat:
    """Notes the longest pause between two beats since it was last asked."""

    def __init__(self) -> None:
        self._last = time.perf_counter()
        self._longest = 0.0
        self._timer = QTimer()
        self._timer.setInterval(10)
        self._timer.timeout.connect(self._note)
        self._timer.start()

    def longest(self) -> float:
        """In milliseconds; begins anew."""
        told, self._longest = self._longest, 0.0
        return 1000 * told

    def _note(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now


def wait(jobs: Jobs, least_milliseconds: int = 300) -> None:
    """Let the window live until nothing is under way."""
    loop = QEventLoop()
    timer = QTimer()
    timer.setInterval(20)
    until = time.monotonic() + least_milliseconds / 1000
    timer.timeout.connect(lambda: loop.quit() if not jobs.under_way and time.monotonic() > until else None)
    timer.start()
    loop.exec()


def main() -> None:
    """Measure and tell."""
    book, *files = map(Path, sys.argv[1:])
    application = build_application()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / book.name
        shutil.copy(book, copy)
        jobs = Jobs(show_error)
        window = build_window(jobs, Preferences(Path(folder) / "window.ini"))
        window.show()
        beat = Beat()
        for title, doing in stretches(window, copy, files, Path(folder) / "archives"):
            beat.longest()
            began = time.perf_counter()
            doing()
            wait(jobs)
            print(f"{title}: longest pause {beat.longest():.0f} ms in {time.perf_counter() - began:.1f} s")
        window.close()
        wait(jobs)
        jobs.close()
    application.quit()


def stretches(window, book: Path, files: list[Path], archives: Path) -> list[tuple[str, Callable[[], object]]]:
    """What is done, in order."""

    def compute() -> None:
        from app.ui.computing import compute_periods

        rows = window.page.view.records.rows
        compute_periods(window.page, [row.period for row in rows], lambda: None)

    def explain() -> None:
        page = window.page
        page.view.setCurrentIndex(page.model.index(0, 0))
        page.view.clicked.emit(page.model.index(0, 0))

    def make() -> None:
        choice = window.page.choice
        choice.choose_folder(str(archives))
        choice.by_person.setChecked(True)
        for row in range(25):
            choice.view.selectionModel().select(
                choice.model.index(row, 0),
                choice.view.selectionModel().SelectionFlag.Select | choice.view.selectionModel().SelectionFlag.Rows,
            )
        window.page.make.click()

    pages = [(f"page {key}", lambda key=key: window.go_to(key)) for key in ("people", "imports", "scores", "archives")]
    return [
        ("nothing", lambda: None),
        ("services imported", window.opening.warm_up),
        ("book opened", lambda: window.opening.open(book)),
        *pages,
        ("scores again", lambda: window.go_to("scores")),
        ("explanation", explain),
        ("overview", lambda: window.go_to("overview")),
        ("every period computed", compute),
        ("to imports", lambda: window.go_to("imports")),
        ("file read", lambda: window.page.stage(files)),
        ("to archives", lambda: window.go_to("archives")),
        ("25 volumes made", make),
    ]


if __name__ == "__main__":
    main()
