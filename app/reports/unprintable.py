"""Characters that no shipped typeface has: told before a paper is written, because they would print as blanks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from app.domain.problems import AppError
from app.reports.flow import Page


def refuse_unprintable(pages: Iterable[Page], path: Path) -> None:
    """Raises AppError naming every character that no typeface has, and the texts they stand in."""
    places: dict[str, str] = {}
    for page in pages:
        for _, ink in page.pieces:
            for words in ink.words:
                for run in words.line.runs:
                    if not run.font:
                        places.update(dict.fromkeys(run.text, words.line.text))
    if places:
        raise AppError(
            "report-character-missing",
            characters="、".join(f"“{character}”(U+{ord(character):04X})" for character in sorted(places)),
            places="；".join(f"“{text}”" for text in sorted(set(places.values()))),
            file=path.name,
        )
