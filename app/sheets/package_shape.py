"""What the document of a package must be made of: whoever makes all digests anew could put anything into it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from app.domain.periods import Period

Check = Callable[[Any], bool]

_LONGEST_TEXT = 1_000
_MOST_ROWS = 100_000
_MOST_PEOPLE = 10_000_000
_YEARS = range(1990, 2200)
_FIGURE = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,30})?")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def _is_text(told: Any) -> bool:
    return isinstance(told, str) and len(told) <= _LONGEST_TEXT and not _CONTROL.search(told)


def _is_count(told: Any) -> bool:
    return type(told) is int and 0 <= told <= _MOST_PEOPLE


def _is_figure(told: Any) -> bool:
    return isinstance(told, str) and _FIGURE.fullmatch(told) is not None


def _is_figure_or_none(told: Any) -> bool:
    return told is None or _is_figure(told)


def _is_period(told: Any) -> bool:
    try:
        return isinstance(told, str) and Period.parse(told).year in _YEARS
    except ValueError:
        return False


def _is_counted(told: Any) -> bool:
    return isinstance(told, dict) and all(_is_text(name) and _is_count(count) for name, count in told.items())


def _is_truth(told: Any) -> bool:
    return isinstance(told, bool)


def _texts(*names: str) -> dict[str, Check]:
    return dict.fromkeys(names, _is_text)


def _counts(*names: str) -> dict[str, Check]:
    return dict.fromkeys(names, _is_count)


_HEAD: Mapping[str, Check] = {
    **_texts("court", "code", "level", "book", "scheme", "scheme_version", "engine_version", "program_version"),
    **_texts("computed_at", "made_at", "seal"),
    "period": _is_period,
    "issue": _is_count,
    "sealed": _is_truth,
}
_ROWS: Mapping[str, Mapping[str, Check]] = {
    "summary": {
        **_texts("division", "set"),
        **_counts("people", "complete", "incomplete", "not_evaluated", "undetermined"),
        "sum": _is_figure,
        "grades": _is_counted,
    },
    "grades": {**_texts("pool", "grade"), **_counts("decided", "proposed")},
    "missing": {**_texts("set", "code", "name"), **_counts("people")},
    "persons": {
        **_texts("staff_no", "name", "division", "set", "status", "proposed_grade", "decided_grade"),
        "total": _is_figure_or_none,
    },
}


def is_document(told: Any) -> bool:
    """Whether this is the document of a package: every part there, every field of its kind, nothing beside."""
    if not isinstance(told, dict) or told.keys() != {"head", *_ROWS} or not _fits(told["head"], _HEAD):
        return False
    return all(
        isinstance(told[name], list) and len(told[name]) <= _MOST_ROWS and all(_fits(row, shape) for row in told[name])
        for name, shape in _ROWS.items()
    )


def _fits(told: Any, shape: Mapping[str, Check]) -> bool:
    return isinstance(told, dict) and told.keys() == shape.keys() and all(shape[name](told[name]) for name in shape)
