"""The columns of the desk: people with proposal and decision, and the quotas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.roster import staff_no_order
from app.i18n import translate
from app.ui.collation import by_pinyin
from app.ui.tables import Column

if TYPE_CHECKING:
    from app.services.deciding.quota_desk import DeskRow, QuotaRow

DECIDED_COLUMN = 5
"""Where the decision stands among the columns of people."""

QUOTA_TAG_COLUMN = 5
"""Where it stands how many places are left."""


def person_columns() -> tuple[Column[DeskRow], ...]:
    """Everybody: who, how much, what is proposed, what was decided."""
    return (
        Column(translate("Decisions", "名次"), lambda row: row.rank, number=True, width=56),
        Column(translate("Decisions", "姓名"), lambda row: row.name, sort_key=by_pinyin),
        Column(translate("Decisions", "部门"), lambda row: row.division, sort_key=by_pinyin),
        Column(
            translate("Decisions", "总分"),
            lambda row: row.total,
            text=lambda told: "—" if told is None else f"{told:f}",
            number=True,
        ),
        Column(translate("Decisions", "建议等次"), _proposed, tip=_proposed_tip, width=132),
        Column(translate("Decisions", "评定等次"), _decided, tip=_decided_tip, tone=_decided_tone, width=104),
        Column(translate("Decisions", "工号"), lambda row: row.staff_no, sort_key=staff_no_order),
        Column(translate("Decisions", "等次池"), lambda row: row.pool, sort_key=by_pinyin),
        Column(translate("Decisions", "理由"), lambda row: row.decision.reason if row.decision else ""),
    )


def _proposed(row: DeskRow) -> str:
    if row.on_the_line:
        return translate("Decisions", "{grade}（同分压线）").format(grade=row.proposed or "—")
    return row.proposed or ("—" if row.grades else "")


def _proposed_tip(row: DeskRow) -> str:
    return "\n".join((*(f"{bar.grade}：{bar.reason}" for bar in row.bars), *row.notes)) or row.proposed


def _decided(row: DeskRow) -> str:
    return row.decided or (translate("Decisions", "未评定") if row.grades else "")


def _decided_tone(row: DeskRow) -> str:
    if not row.decided:
        return ""
    return "warn" if row.is_otherwise else "soft"


def _decided_tip(row: DeskRow) -> str:
    told = row.decision
    if told is None:
        return _decided(row)
    lines = [translate("Decisions", "评定：{grade}").format(grade=told.grade)]
    if row.is_otherwise:
        lines.append(translate("Decisions", "现在的建议：{grade}").format(grade=row.proposed or "—"))
    named = (
        (translate("Decisions", "理由"), told.reason),
        (translate("Decisions", "会议"), told.meeting),
        (translate("Decisions", "会议日期"), told.day.isoformat() if told.day else ""),
        (translate("Decisions", "到会人员"), told.present),
        (translate("Decisions", "批准文号"), told.approval),
        (translate("Decisions", "代码"), told.code),
    )
    return "\n".join([*lines, *(f"{name}：{text}" for name, text in named if text)])


def quota_columns() -> tuple[Column[QuotaRow], ...]:
    """Every grade of every pool with its places."""
    return (
        Column(translate("Decisions", "等次池"), lambda row: row.pool, tip=_size_tip, width=84),
        Column(translate("Decisions", "等次"), lambda row: row.grade, width=76),
        Column(
            translate("Decisions", "名额"),
            lambda row: row.limit,
            text=_limit_text,
            tip=_limit_tip,
            number=True,
            width=62,
        ),
        Column(translate("Decisions", "建议"), lambda row: row.proposed, number=True, width=54),
        Column(translate("Decisions", "评定"), lambda row: row.decided, number=True, width=54),
        Column(translate("Decisions", "余额"), lambda row: row.left, text=_left_text, tone=_left_tone, width=60),
    )


def _size_tip(row: QuotaRow) -> str:
    return translate("Decisions", "{pool}：{size} 人参加考核").format(pool=row.pool, size=row.size)


def _limit_text(limit: int | None) -> str:
    return translate("Decisions", "不限") if limit is None else str(limit)


def _limit_tip(row: QuotaRow) -> str:
    if row.limit is None:
        return translate("Decisions", "没有名额限制")
    return translate("Decisions", "{size} 人 × {share} → {limit} 人").format(
        size=row.size, share=row.share, limit=row.limit
    )


def _left_text(left: int | None) -> str:
    if left is None:
        return ""
    return translate("Decisions", "超 {count}").format(count=-left) if left < 0 else str(left)


def _left_tone(row: QuotaRow) -> str:
    if row.left is None:
        return "soft"
    return "bad" if row.left < 0 else "warn" if row.left == 0 else "soft"
