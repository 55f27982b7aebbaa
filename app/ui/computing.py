"""Computing one or several periods from any page: the shorter ones first, the warnings told at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from app.domain.periods import Period
from app.domain.problems import Problem
from app.i18n import translate
from app.services.changes import Changes
from app.services.progress import Part, Report
from app.services.scoring import computing
from app.ui.page import Page
from app.ui.problems import ProblemDialog


def in_order(periods: Iterable[Period]) -> tuple[Period, ...]:
    """Longer periods rest on shorter ones: months come before quarters, quarters before the year."""
    return tuple(sorted(periods, key=lambda period: (period.kind, period)))


def compute_periods(page: Page, periods: Iterable[Period], otherwise: Callable[[], object]) -> None:
    """Compute the periods on the job thread and tell what came of it; ``otherwise`` when it was stopped or failed.

    Each period is kept by itself: those that were done before a failure stay done.
    """
    wanted = in_order(periods)
    title = translate("Computing", "正在计算{period}").format(period=wanted[0].title)
    if len(wanted) > 1:
        title = translate("Computing", "正在计算 {count} 个周期").format(count=len(wanted))

    def stopped() -> None:
        page.desk.changes.changed.emit(Changes(results=True))
        otherwise()

    def failed(error: BaseException) -> None:
        stopped()
        page.jobs.fail(page, error)

    page.jobs.run(
        page,
        lambda job: compute_all(page.book, wanted, job),
        done=lambda computed: _tell(page, computed),
        failed=failed,
        cancelled=stopped,
        title=title,
    )


def compute_all(book: Any, periods: tuple[Period, ...], report: Report) -> tuple[computing.Computed, ...]:
    """Compute each; to be called on the job thread."""
    return tuple(
        computing.compute(book, period, report=Part(report, 100 * place, 100 * (place + 1), 100 * len(periods)))
        for place, period in enumerate(periods)
    )


def _tell(page: Page, computed: tuple[computing.Computed, ...]) -> None:
    page.desk.changes.changed.emit(Changes(results=True))
    # A case without a coefficient is told by its month, its quarter and its year: once is enough.
    told = {(each.code, each.source, each.value): each for done in computed for each in done.warnings}
    warnings = tuple(told.values())
    page.banner.say(done_text(computed, warnings), "warn" if warnings else "good", *_offer(page, warnings))


def done_text(computed: tuple[computing.Computed, ...], warnings: tuple[Problem, ...]) -> str:
    """What came of it, in one line."""
    if len(computed) == 1:
        told = computed[0]
        text = translate("Computing", "{period}已算好：{people} 人，数据都齐。")
        if told.incomplete:
            text = translate("Computing", "{period}已算好：{people} 人，其中 {incomplete} 人缺数据。")
        text = text.format(period=told.period.title, people=told.people, incomplete=told.incomplete)
    else:
        text = translate("Computing", "{count} 个周期已算好。").format(count=len(computed))
    if warnings:
        text += translate("Computing", "有 {count} 条提示要看一看。").format(count=len(warnings))
    return text


def _offer(page: Page, warnings: tuple[Problem, ...]) -> tuple[str, Callable[[], object] | None]:
    heading = translate("Computing", "得分已经算好，下面这些请看一看：")
    if not warnings:
        return "", None
    return translate("Computing", "看提示"), lambda: ProblemDialog(warnings, page, heading).exec()
