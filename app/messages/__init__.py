"""Every sentence that a user reads about something wrong: code → what is the matter, and what to do.

A leaf: it imports nothing of ours. Codes are raised elsewhere (``app.domain.problems``); each area's file holds the
sentences of the codes that it raises. Place and file stand beside a sentence, so no sentence repeats them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from app.messages import closing, records, reports, scheme, services, sheets, storage, ui


class Message(NamedTuple):
    """What is wrong, and what to do about it; the remedy may be empty."""

    text: str
    remedy: str


def _all_sentences() -> dict[str, tuple[str, str]]:
    every: dict[str, tuple[str, str]] = {}
    for area in (sheets, storage, services, records, scheme, reports, ui, closing):
        twice = every.keys() & area.SENTENCES.keys()
        if twice:
            raise ValueError(f"told in two areas: {sorted(twice)}")
        every.update(area.SENTENCES)
    return every


SENTENCES = _all_sentences()


def sentence(code: str, values: Mapping[str, str] | None = None) -> Message:
    """The words for a code, its placeholders filled. Raises KeyError for a code or placeholder that nobody told.

    For a Problem pass ``{"value": problem.value, **problem.values}``, for an AppError its ``values``.
    """
    text, remedy = SENTENCES[code]
    told = values or {}
    return Message(text.format_map(told), remedy.format_map(told))
