"""One worker thread for everything that is not instant; outcomes come back on the main thread.

One thread: work on the book is serial, reading too, and needs no locks. The work gets plain values and returns plain
values: no widget, no open session.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.services.progress import Cancelled

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

REPORT_SECONDS = 0.05
"""The shortest time between two reports that reach the screen."""


class Outcome(NamedTuple):
    """How a job ended: a value or an error."""

    job: Job
    value: Any
    error: BaseException | None


class Job:
    """One piece of work under way. The work itself calls it like a report: ``job(done, total, text)``."""

    def __init__(self, jobs: Jobs, owner: QObject, title: str) -> None:
        self._jobs = jobs
        self._stop = threading.Event()
        self._reported_at = 0.0
        self.owner = owner
        self.title = title
        self.done = 0
        self.total = 0
        self.text = ""

    def __call__(self, done: int, total: int, text: str = "") -> None:
        """Show how far the work is. Raises Cancelled once the user has asked to stop."""
        self.go_on()
        now = time.monotonic()
        if done < total and now - self._reported_at < REPORT_SECONDS:
            return
        self._reported_at = now
        self.done, self.total, self.text = done, total, text
        self._jobs.progressed.emit(self)

    def go_on(self) -> None:
        """Nothing, unless the user has asked to stop: then it raises Cancelled."""
        if self._stop.is_set():
            raise Cancelled

    def cancel(self) -> None:
        """Ask the work to stop at its next report; work that has not begun never begins."""
        self._stop.set()
        self._jobs.progressed.emit(self)

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked it to stop."""
        return self._stop.is_set()


class Handlers(NamedTuple):
    """What to do on the main thread when a job has ended."""

    done: Callable[[Any], None] | None
    failed: Callable[[BaseException], None] | None
    cancelled: Callable[[], None] | None


class Jobs(QObject):
    """The job runner. Lives on the main thread; is both sender and receiver of the outcomes."""

    began = Signal(object)
    progressed = Signal(object)
    ended = Signal(object)
    _outcome = Signal(object)

    def __init__(self, fail: Callable[[QObject, BaseException], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fail = fail
        self._executor: ThreadPoolExecutor | None = None
        self._closed = False
        self._handlers: dict[Job, Handlers] = {}
        self._outcome.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        owner: QObject,
        work: Callable[[Job], Any],
        *,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
        cancelled: Callable[[], None] | None = None,
        title: str = "",
    ) -> Job:
        """Do ``work(job)`` on the worker thread; then ``done(value)`` here, unless ``owner`` is gone by then.

        Without ``failed`` an error goes to the error door. After ``close`` nothing is done at all. ``title`` names long work, which is shown with its progress.
        """
        job = Job(self, owner, title)
        if self._closed:
            return job
        self._handlers[job] = Handlers(done, failed, cancelled)
        self.began.emit(job)
        if self._executor is None:
            # Made with the first work, which comes after the window was painted.
            from concurrent.futures import ThreadPoolExecutor

            self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="work")
        self._executor.submit(self._execute, job, work)
        return job

    @property
    def under_way(self) -> tuple[Job, ...]:
        """Every job whose outcome has not been delivered yet, oldest first."""
        return tuple(self._handlers)

    def close(self) -> None:
        """Stop all work and wait for its end; nothing more is delivered, and nothing new begins."""
        self._closed = True
        for job in self._handlers:
            job.cancel()
        if self._executor is not None:
            self._executor.shutdown(wait=True)
        self._handlers.clear()

    def _execute(self, job: Job, work: Callable[[Job], Any]) -> None:
        try:
            job.go_on()
            outcome = Outcome(job, work(job), None)
        except BaseException as error:  # noqa: BLE001 -- whatever it is, the main thread must hear of it
            outcome = Outcome(job, None, error)
        self._outcome.emit(outcome)

    @Slot(object)
    def _deliver(self, outcome: Outcome) -> None:
        handlers = self._handlers.pop(outcome.job, None)
        if handlers is None:
            return
        self.ended.emit(outcome.job)
        if not shiboken6.isValid(outcome.job.owner):
            return
        if outcome.error is None:
            if handlers.done:
                handlers.done(outcome.value)
        elif isinstance(outcome.error, Cancelled):
            if handlers.cancelled:
                handlers.cancelled()
        elif handlers.failed:
            handlers.failed(outcome.error)
        else:
            self.fail(outcome.job.owner, outcome.error)
