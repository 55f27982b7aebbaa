"""How the program starts: the window first, what is heavy after."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = (
    "sqlmodel",
    "sqlalchemy",
    "pydantic",
    "openpyxl",
    "reportlab",
    "pikepdf",
    "pypinyin",
    "app.storage",
    "app.sheets",
)

UNTIL_PAINTED = """
import sys
from pathlib import Path
from app.main import build_application, build_window, Jobs, Preferences, show_error
application = build_application()
window = build_window(Jobs(show_error), Preferences(Path(sys.argv[1]) / "window.ini"))
window.painted.connect(application.quit)
window.show()
application.exec()
print(" ".join(sorted(sys.modules)))
"""

WHOLE_RUN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app import main
def close():
    QApplication.activeWindow() and QApplication.activeWindow().close()
    for window in QApplication.topLevelWidgets():
        window.close()
built = main.build_window
def build(jobs, preferences):
    window = built(jobs, preferences)
    window.book_shown.connect(lambda: QTimer.singleShot(0, close))
    return window
main.build_window = build
print(main.open_window(Path(sys.argv[1])))
"""


def run(code, *arguments, home):
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(home),
        "XDG_STATE_HOME": str(home),
    }
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip


def test_nothing_heavy_is_imported_before_the_window_is_painted(tmp_path):
    loaded = run(UNTIL_PAINTED, tmp_path, home=tmp_path).stdout.split()
    assert "PySide6.QtWidgets" in loaded
    assert [name for name in loaded if name.startswith(HEAVY)] == []


def test_the_program_opens_a_book_named_at_the_start_and_leaves_in_good_order(tmp_path):
    from tests.ui.made_up import make_book

    make_book(tmp_path / "临川.hj").close()
    done = run(WHOLE_RUN, tmp_path / "临川.hj", home=tmp_path)
    assert done.stdout.strip() == "0"
    assert done.stderr == ""
    assert not list(tmp_path.glob("*.lock"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_window_speaks_the_language_asked_for(tmp_path, language):
    code = (
        "from app.main import build_application, places\n"
        "build_application()\n"
        "import sys; sys.stdout.reconfigure(encoding='utf-8')\n"
        "print(places()[1].title)\n"
    )
    environment = {**os.environ, "HENGJI_LANGUAGE": language, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == {"zh": "人员", "en": "People"}[language]
