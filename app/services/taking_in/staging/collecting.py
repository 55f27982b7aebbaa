"""Python's collector of cycles, put off while many records are made: they have none, and each look at them all costs."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collecting() -> Iterator[None]:
    """No look for cycles until the end; what is counted away goes at once as always. Where it was off it stays off."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
