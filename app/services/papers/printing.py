"""Volumes printed one after the other, or by several processes at once."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from app.reports.archive import Volume, write_archive
from app.services.papers.manifests import VolumeMade

AHEAD = 4
"""How many orders a process has waiting: enough to be busy, few enough to be stopped soon."""


class Order(NamedTuple):
    """A volume and where it goes."""

    path: Path
    volume: Volume


def print_volumes(orders: Iterable[Order], jobs: int) -> Iterator[VolumeMade]:
    """Every volume as soon as it is made. Leaving the loop early stops the rest."""
    if jobs == 1:
        yield from map(print_volume, orders)
        return
    # spawn: a forked process would share the book's open file and the window's threads.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
    try:
        yield from _printed(pool, iter(orders), jobs * AHEAD)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _printed(pool: ProcessPoolExecutor, orders: Iterator[Order], most: int) -> Iterator[VolumeMade]:
    waiting: set[Future[VolumeMade]] = set()
    for order in orders:
        waiting.add(pool.submit(print_volume, order))
        if len(waiting) >= most:
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            yield from (each.result() for each in done)
    while waiting:
        done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
        yield from (each.result() for each in done)


def print_volume(order: Order) -> VolumeMade:
    """Make one volume; fonts are registered once in each process, when the first one needs them."""
    began = time.monotonic()
    pages = write_archive(order.path, order.volume)
    digest = hashlib.sha256(order.path.read_bytes()).hexdigest()
    person = order.volume.person
    return VolumeMade(person.staff_no, person.name, order.path, pages, time.monotonic() - began, digest)
