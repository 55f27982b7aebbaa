"""What to do next, worked out from where the book stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from app.i18n import translate

if TYPE_CHECKING:
    from app.services.results import PeriodRow
    from app.services.rosters import PersonRow

STEPS_SHOWN = 4


class Standing(NamedTuple):
    """Where the book stands: its people and its periods."""

    people: tuple[PersonRow, ...]
    periods: tuple[PeriodRow, ...]

    @property
    def divisions(self) -> int:
        """How many divisions have people."""
        return len({row.division for row in self.people if row.division})

    @property
    def latest(self) -> PeriodRow | None:
        """The computed period that ends last; of several the shortest."""
        computed = [row for row in self.periods if row.computed]
        return max(computed, key=lambda row: (row.period.last_day, -row.period.kind), default=None)

    @property
    def stale(self) -> tuple[PeriodRow, ...]:
        """Computed periods whose data have changed since."""
        return tuple(row for row in self.periods if row.computed and row.stale)

    @property
    def waiting(self) -> tuple[PeriodRow, ...]:
        """Periods that were never computed."""
        return tuple(row for row in self.periods if not row.computed)


class NextStep(NamedTuple):
    """One thing to do: what, why, and the page where it is done."""

    text: str
    button: str
    page: str
    thing: Any = None
    tone: str = "calm"


def next_steps(standing: Standing, *, read_only: bool = False) -> tuple[NextStep, ...]:
    """What to do next, the most pressing first."""
    if not standing.people:
        return (_first_import(),)
    steps: list[NextStep] = []
    if not read_only:
        steps += [_recompute(row) for row in _shortest_first(standing.stale)]
        steps += [_compute(row) for row in _shortest_first(standing.waiting)]
    steps += [_complete(row) for row in reversed(standing.periods) if row.computed and row.incomplete and not row.stale]
    if not steps and not standing.periods:
        steps.append(_more_data())
    if not steps and standing.latest is not None:
        steps.append(_archive(standing.latest))
    return tuple(steps[:STEPS_SHOWN])


def _shortest_first(rows: Sequence[PeriodRow]) -> list[PeriodRow]:
    """Longer periods are made of shorter ones: those come first."""
    return sorted(rows, key=lambda row: (row.period.kind, row.period))


def _first_import() -> NextStep:
    text = translate("Overview", "先导入花名册（工号、姓名、人员类别、部门），再导入方案和各部门的数据。")
    return NextStep(text, translate("Overview", "去导入"), "imports")


def _more_data() -> NextStep:
    text = translate("Overview", "人员已经有了。接着导入方案和各部门的数据，就可以计算得分。")
    return NextStep(text, translate("Overview", "去导入"), "imports")


def _recompute(row: PeriodRow) -> NextStep:
    text = translate("Overview", "{period}计算之后数据又有改动，需要重新计算。").format(period=row.title)
    return NextStep(text, translate("Overview", "去计算"), "scores", row.period, "warn")


def _compute(row: PeriodRow) -> NextStep:
    text = translate("Overview", "{period}已有数据，还没有计算。").format(period=row.title)
    return NextStep(text, translate("Overview", "去计算"), "scores", row.period)


def _complete(row: PeriodRow) -> NextStep:
    text = translate("Overview", "{period}有 {count} 人缺数据，没有总分和名次。").format(
        period=row.title, count=row.incomplete
    )
    return NextStep(text, translate("Overview", "看看缺什么"), "scores", row.period, "warn")


def _archive(row: PeriodRow) -> NextStep:
    text = translate("Overview", "得分都是最新的、完整的。可以做{year}年个人档案了。").format(year=row.period.year)
    return NextStep(text, translate("Overview", "去做档案"), "archives", row.period.year, "good")
