"""How long until the window can be used, against an empty PySide6 window in the same run.

    python tests/benchmarks/start_time.py [runs]

Each run starts both programs afresh, turn about, so that a busy computer is busy for both. Told: seconds from the start
of the process to the first paint (the window answers from then on), and to the services being there behind it.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]

# The moment the process began, as the system knows it: importing Python itself counts too.
BEGAN = """
import os, sys, time
def seconds():
    ticks = int(open("/proc/self/stat").read().rpartition(")")[2].split()[19])
    return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")
"""

EMPTY = (
    BEGAN
    + """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, done)
def done():
    print(seconds())
    application.quit()
application = QApplication([])
window = Window()
window.resize(1280, 720)
window.show()
application.exec()
"""
)

OURS = (
    BEGAN
    + """
from pathlib import Path
from app import main
built = main.build_window
def build(jobs, preferences):
    window = built(jobs, main.Preferences(Path(sys.argv[1]) / "window.ini"))
    window.painted.connect(lambda: print(seconds()))
    def ready(_job):
        if not jobs.under_way:
            print(seconds())
            window.close()
    jobs.ended.connect(ready)
    return window
main.build_window = build
main.open_window()
"""
)


def measured(code: str, folder: str) -> list[float]:
    """The seconds that one start tells."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "XDG_CONFIG_HOME": folder, "XDG_STATE_HOME": folder}
    done = subprocess.run(
        [sys.executable, "-c", code, folder], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return [float(line) for line in done.stdout.split()]


def main() -> None:
    """Measure and tell."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    empty, painted, ready = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        for program in (EMPTY, OURS):
            measured(program, folder)  # once for the disk
        for _ in range(runs):
            empty += measured(EMPTY, folder)
            first, last = measured(OURS, folder)
            painted.append(first)
            ready.append(last)
    for title, seconds in (
        ("an empty window", empty),
        ("hengji, window usable", painted),
        ("hengji, services there", ready),
    ):
        print(
            f"{title}: median {statistics.median(seconds):.3f} s, {min(seconds):.3f} to {max(seconds):.3f}, {runs} runs"
        )
    print(f"usable window against empty window: {statistics.median(painted) / statistics.median(empty):.2f}")


if __name__ == "__main__":
    main()
