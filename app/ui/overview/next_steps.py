"""What to do next, worked out from where the book stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from app.domain.periods import Period
from app.i18n import translate

if TYPE_CHECKING:
    from app.services.overview import PeriodRow
    from app.services.rosters import PersonRow

STEPS_SHOWN = 4
TITLES_SHOWN = 6


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
        """The computed period that ends last; of several the longest."""
        computed = [row for row in self.periods if row.computed]
        return max(computed, key=lambda row: (row.period.last_day, row.period.kind), default=None)

    @property
    def stale(self) -> tuple[PeriodRow, ...]:
        """Computed periods whose data have changed since."""
        return tuple(row for row in self.periods if row.computed and row.stale)

    @property
    def waiting(self) -> tuple[PeriodRow, ...]:
        """Periods that were never computed."""
        return tuple(row for row in self.periods if not row.computed)


class NextStep(NamedTuple):
    """One thing to do: what and why; a page where it is done, or periods to compute here and now."""

    text: str
    button: str
    page: str = ""
    thing: Any = None
    tone: str = "calm"
    periods: tuple[Period, ...] = ()


def next_steps(standing: Standing, *, read_only: bool = False) -> tuple[NextStep, ...]:
    """What to do next, the most pressing first."""
    if not standing.people:
        return (_first_import(),)
    steps: list[NextStep] = []
    if standing.stale and not read_only:
        steps.append(_recompute(standing.stale))
    if standing.waiting and not read_only:
        steps.append(_compute(standing.waiting))
    steps += [_complete(row) for row in reversed(standing.periods) if row.computed and row.incomplete and not row.stale]
    if not steps and not standing.periods:
        steps.append(_more_data())
    is_complete = not steps
    ready = next((row for row in standing.periods if row.computed and not row.sealed and not row.stale), None)
    if ready is not None and not ready.incomplete and not read_only:
        steps.append(_decide(ready))
    if is_complete and standing.latest is not None:
        steps.append(_archive(standing.latest))
    return tuple(steps[:STEPS_SHOWN])


def _first_import() -> NextStep:
    text = translate("Overview", "先导入花名册（工号、姓名、人员类别、部门），再导入方案和各部门的数据。")
    return NextStep(text, translate("Overview", "去导入"), "imports")


def _more_data() -> NextStep:
    text = translate("Overview", "人员已经有了。接着导入方案和各部门的数据，就可以计算得分。")
    return NextStep(text, translate("Overview", "去导入"), "imports")


def _recompute(rows: tuple[PeriodRow, ...]) -> NextStep:
    text = translate("Overview", "计算之后数据又有改动，要重新计算：{periods}。").format(periods=_titles(rows))
    periods = tuple(row.period for row in rows)
    return NextStep(text, translate("Overview", "重新计算"), tone="warn", periods=periods)


def _compute(rows: tuple[PeriodRow, ...]) -> NextStep:
    text = translate("Overview", "已有数据，还没有计算：{periods}。").format(periods=_titles(rows))
    return NextStep(text, translate("Overview", "全部计算"), periods=tuple(row.period for row in rows))


def _titles(rows: tuple[PeriodRow, ...]) -> str:
    titles = "、".join(row.title for row in rows[:TITLES_SHOWN])
    if len(rows) <= TITLES_SHOWN:
        return titles
    return translate("Overview", "{titles}等 {count} 个周期").format(titles=titles, count=len(rows))


def _complete(row: PeriodRow) -> NextStep:
    text = translate("Overview", "{period}有 {count} 人缺数据，没有总分和名次。").format(
        period=row.title, count=row.incomplete
    )
    return NextStep(text, translate("Overview", "看看缺什么"), "scores", row.period, "warn")


def _decide(row: PeriodRow) -> NextStep:
    text = translate("Overview", "{period}算好了，还没有办结：看看离评定、公示、封存还差什么。").format(
        period=row.title
    )
    return NextStep(text, translate("Overview", "去评定"), "decisions", row.period)


def _archive(row: PeriodRow) -> NextStep:
    text = translate("Overview", "得分都是最新的、完整的。可以做{year}年个人档案了。").format(year=row.period.year)
    return NextStep(text, translate("Overview", "去做档案"), "archives", row.period.year, "good")
