"""What the reading process may use up. On Linux it binds itself before it reads anything; on Windows it is bound from
outside, by a job object (written after the documentation; it has not been run on Windows yet).
"""

from __future__ import annotations

import contextlib
import os
from typing import Any

from app.sheets.reading import limits

_WINDOWS = os.name == "nt"
_LIMIT_MEMORY, _KILL_WITH_JOB = 0x100, 0x2000
_EXTENDED_LIMITS = 9


def bind_self() -> None:
    """Limits memory, and forbids to write files and memory dumps. Does nothing on Windows."""
    if _WINDOWS:
        return
    import resource
    import signal

    # The keys that stop the program are for the program: it ends this process itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    told = {"RLIMIT_AS": limits.MEMORY_BYTES, "RLIMIT_CORE": 0, "RLIMIT_FSIZE": 0}
    for name, most in told.items():
        kind = getattr(resource, name, None)
        if kind is not None:
            # Some systems do not know every limit; the time on the clock holds everywhere.
            with contextlib.suppress(OSError, ValueError):
                resource.setrlimit(kind, (most, most))


def allow_seconds(seconds: int) -> None:
    """Lets this process run so many more seconds of CPU time before the system ends it. Does nothing on Windows."""
    if _WINDOWS:
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    with contextlib.suppress(OSError, ValueError):
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds + 1, most))


def bind_child(handle: int) -> object | None:
    """On Windows: a job that limits the memory of the process with this handle and ends it when the job is forgotten.

    The job lives as long as what this gives. Elsewhere, and where the system refuses, None.
    """
    if not _WINDOWS:
        return None
    return _job_of(handle)


def _job_of(handle: int) -> object | None:
    import ctypes
    from ctypes import wintypes

    kernel: Any = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
    kernel.CreateJobObjectW.restype = wintypes.HANDLE
    kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
    kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
    kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
    job = _Job(kernel, kernel.CreateJobObjectW(None, None))
    told = _extended_limits()
    if not (
        job.handle
        and kernel.SetInformationJobObject(job.handle, _EXTENDED_LIMITS, ctypes.byref(told), ctypes.sizeof(told))
        and kernel.AssignProcessToJobObject(job.handle, handle)
    ):
        return None
    return job


class _Job:
    """A job object of Windows, closed when nobody holds it any more."""

    def __init__(self, kernel: Any, handle: Any) -> None:
        self._kernel, self.handle = kernel, handle

    def __del__(self) -> None:
        if self.handle:
            self._kernel.CloseHandle(self.handle)


def _extended_limits() -> Any:
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION with the memory of a process limited."""
    import ctypes
    from ctypes import wintypes

    class Basic(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
            ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class Extended(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", Basic),
            ("IoInfo", ctypes.c_ulonglong * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    told = Extended()
    told.BasicLimitInformation.LimitFlags = _LIMIT_MEMORY | _KILL_WITH_JOB
    told.ProcessMemoryLimit = limits.MEMORY_BYTES
    return told
