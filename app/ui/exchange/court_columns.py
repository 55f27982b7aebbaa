"""Columns of the courts below and of packages about to be taken in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from app.i18n import translate
from app.ui.exchange.package_columns import count_columns
from app.ui.moments import moment_text
from app.ui.remedies import in_window
from app.ui.tables import Column

if TYPE_CHECKING:
    from app.services.taking_in.staging.records import Fault, StagedSheet, Staging

STATE_COLUMN = 2
Row = dict[str, Any]


def court_columns() -> tuple[Column[Row], ...]:
    """A court: whether its package came, of which issue, what it comes to, and what to look at."""
    return (
        Column(translate("Exchange", "代码"), lambda row: row["code"]),
        Column(translate("Exchange", "法院"), lambda row: row["court"]),
        Column(translate("Exchange", "情况"), state_word, tone=_state_tone, tip=remarks_text),
        Column(translate("Exchange", "期次"), lambda row: row.get("issue"), number=True),
        Column(translate("Exchange", "封存"), _sealed),
        *(_where_received(each) for each in count_columns()[:3]),
        Column(translate("Exchange", "未填数据"), _gaps, number=True, tone=lambda row: "warn" if _gaps(row) else ""),
        Column(translate("Exchange", "提醒"), remarks_text),
        Column(translate("Exchange", "收到时间"), lambda row: row.get("taken_at"), text=moment_text),
        Column(translate("Exchange", "批次"), lambda row: row.get("batch"), number=True),
        Column(translate("Exchange", "方案"), _scheme),
        Column(translate("Exchange", "做成时间"), lambda row: row.get("made_at"), text=moment_text),
    )


def _where_received(column: Column[Row]) -> Column[Row]:
    """The same figure, of a court that handed in."""

    def told(row: Row) -> Any:
        return column.value(row) if row["received"] else None

    def tone(row: Row) -> str:
        return column.tone(row) if column.tone is not None and row["received"] else ""

    return Column(column.title, told, number=True, tone=tone)


def state_word(row: Row) -> str:
    """未收到, 已收到, or 可能要重报 where a newer package may be to come."""
    if not row["received"]:
        return translate("Exchange", "未收到")
    return translate("Exchange", "可能要重报") if row["remarks"] else translate("Exchange", "已收到")


def _state_tone(row: Row) -> str:
    return "bad" if not row["received"] else "warn" if row["remarks"] else "good"


def remarks_text(row: Row) -> str:
    """Why a newer package may be to come."""
    return "".join(row.get("remarks", ()))


def _sealed(row: Row) -> str:
    if not row["received"]:
        return ""
    return translate("Exchange", "已封存") if row["sealed"] else translate("Exchange", "未封存")


def _gaps(row: Row) -> int | None:
    return sum(each["people"] for each in row["missing"]) if row["received"] else None


def _scheme(row: Row) -> str:
    return f"{row['scheme']} {row['scheme_version']}".strip() if row["received"] else ""


class PackageLine(NamedTuple):
    """One file that is to be taken in, or one reason why it cannot be."""

    number: int
    sheet: StagedSheet
    fault: Fault | None

    @property
    def state(self) -> str:
        """taken, unchanged, asked or refused."""
        if self.sheet.status == "refused" and all(each.question for each in self.sheet.faults if each.stops):
            return "asked"
        return self.sheet.status


def package_lines(staging: Staging) -> tuple[PackageLine, ...]:
    """Every file, with as many lines as it has faults."""

    def told() -> Iterator[tuple[StagedSheet, Fault | None]]:
        for sheet in staging.files:
            yield from ((sheet, each) for each in sheet.faults or (None,))

    return tuple(PackageLine(number, *each) for number, each in enumerate(told(), 1))


def package_columns() -> tuple[Column[PackageLine], ...]:
    """What becomes of a file, and why."""
    return (
        Column(translate("Exchange", "结果"), line_word, tone=lambda line: LINE_TONES[line.state], width=92),
        Column(translate("Exchange", "文件"), lambda line: line.sheet.file, width=200),
        Column(translate("Exchange", "内容"), contents_text, width=250),
        Column(translate("Exchange", "在哪里"), _place, width=100),
        Column(translate("Exchange", "为什么"), lambda line: line.fault.message if line.fault else "", width=240),
        Column(
            translate("Exchange", "怎么办"), lambda line: in_window(line.fault.remedy) if line.fault else "", width=220
        ),
    )


LINE_TONES = {"taken": "good", "unchanged": "", "asked": "warn", "refused": "bad"}


def line_word(line: PackageLine) -> str:
    """可以收下, 没有变化, 请核对, 退回."""
    return {
        "taken": translate("Exchange", "可以收下"),
        "unchanged": translate("Exchange", "没有变化"),
        "asked": translate("Exchange", "请核对"),
        "refused": translate("Exchange", "退回"),
    }[line.state]


def contents_text(line: PackageLine) -> str:
    """What a sound package says it is: its court and period, the issue that it brings, and the one that the book has."""
    change, period = next(iter(line.sheet.changes), None), line.sheet.period
    if change is None or period is None:
        return ""
    told = translate("Exchange", "{court} {period}，{new}").format(
        court=change.name, period=period.title, new=change.new or ""
    )
    return told + (translate("Exchange", "（原有的：{old}）").format(old=change.old) if change.old else "")


def _place(line: PackageLine) -> str:
    """The cell; what is wrong with the whole of a package is nowhere in particular."""
    return f"{line.fault.sheet} {line.fault.cell}" if line.fault is not None and line.fault.cell else ""
