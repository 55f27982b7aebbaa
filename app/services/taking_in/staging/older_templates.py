"""A template that is older than what it is held against: one fault for the sheet, whatever in it is older (section 3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter

from app.domain.periods import Period
from app.domain.problems import Problem, Source
from app.messages.moments import moment_text
from app.services.schemes import SchemeVersion, applicable
from app.services.taking_in.staging.holdings import Desk
from app.services.taking_in.staging.made import EntryDifferences
from app.services.taking_in.staging.records import Outline
from app.sheets.drafts import SheetReading
from app.sheets.reading.template_mark import TemplateMark

_STRANGE = frozenset(("unknown-column", "no-item-columns", "unknown-item", "text-column-not-read"))
"""What is told of columns and items that another version of the scheme had."""


def older_data(outline: Outline, desk: Desk) -> Iterator[Problem]:
    """What the book was told after the template was made would be put back: a fault, unless --replace."""
    mark, told = desk.mark, outline.differences
    if mark is None or desk.replace or (isinstance(told, EntryDifferences) and not told.olds):
        return
    since = [
        (old.origin, new.origin)
        for old, new in told
        if old is not None and new is not None and mark.is_older_than(old.origin.at, old.origin.batch)
    ]
    if not since:
        return
    newest = max((old for old, _ in since), key=attrgetter("at"))
    values = {
        "made": moment_text(mark.made_at),
        "count": str(len(since)),
        "told": moment_text(newest.at),
        "file": newest.source.file or "手工改动",
    }
    yield Problem("template-older", since[0][1].source, values=values)


def other_period(reading: SheetReading, desk: Desk) -> Iterator[Problem]:
    """A template of another period on which the period was changed by hand is told: its people may be those of then."""
    mark, period = desk.mark, reading.period
    if mark is None or period is None or not mark.period:
        return
    try:
        then = Period.parse(mark.period)
    except ValueError:
        return
    if then.contains(period) or period.contains(then):
        return
    values = {"period": period.title, "then": then.title}
    yield Problem("template-of-other-period", Source(desk.file, reading.sheet), values=values, warning=True)


def without_older_columns(problems: Iterable[Problem], reading: SheetReading, desk: Desk) -> Iterator[Problem]:
    """The problems; where the template was made from an older version of the scheme, one for all that comes of it."""
    told = tuple(problems)
    strange = [each for each in told if each.code in _STRANGE and not each.warning]
    versions = _versions(desk.mark, reading, desk) if desk.mark and strange else None
    if versions is None:
        yield from told
        return
    then, now = versions
    yield from (each for each in told if each.code not in _STRANGE)
    values = {
        "made": moment_text(desk.mark.made_at) if desk.mark else "",
        "then": f"《{then.name}》第{then.number}版",
        "now": f"《{now.name}》第{now.number}版",
        "columns": "、".join(dict.fromkeys(f"“{each.value}”" for each in strange)),
    }
    yield Problem("template-of-older-scheme", Source(desk.file, reading.sheet, strange[0].source.cell), values=values)


def _versions(mark: TemplateMark, reading: SheetReading, desk: Desk) -> tuple[SchemeVersion, SchemeVersion] | None:
    """The scheme when the template was made and the one used now; None where they are the same, or none was there."""
    every = desk.holdings.schemes
    before = [each for each in every if each.origin.at and not mark.is_older_than(each.origin.at, each.origin.batch)]
    then, now = applicable(before, reading.period), applicable(every, reading.period)
    return (then, now) if then is not None and now is not None and then.number != now.number else None
