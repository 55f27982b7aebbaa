"""较上期: what changed in a person's score since the period of the same kind just before."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.analysis.comparing import PartChange
from app.i18n import translate
from app.ui.blank import Fillable
from app.ui.parts import label
from app.ui.table_view import RecordView
from app.ui.tables import Column, RecordModel

if TYPE_CHECKING:
    from app.services.scoring.results import Since


class SincePane(QWidget):
    """The total of the last period, and every part that differs, the greatest change first."""

    def __init__(self) -> None:
        super().__init__()
        self.total = label("", "soft")
        self.view = RecordView(RecordModel(change_columns(), key=lambda row: row.code))
        self.body = Fillable(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.total)
        layout.addWidget(self.body, 1)

    def show_since(self, since: Since | None) -> None:
        """Show what changed, or that there is nothing to hold it against."""
        self.view.records.set_rows(since.parts if since else ())
        self.view.fit_columns()
        self.total.setVisible(since is not None)
        if since is None:
            self.body.show_words(translate("Scores", "上一期没有这个人的得分，没有可以比较的。"))
            return
        total = "—" if since.total is None else f"{since.total:f}"
        told = translate("Scores", "{period}总分 {total}").format(period=since.period.title, total=total)
        self.total.setText(told)
        if since.parts:
            self.body.show_inside()
        else:
            self.body.show_words(translate("Scores", "和上一期完全一样。"))


def change_columns() -> tuple[Column[PartChange], ...]:
    """The columns of the list of changes."""
    return (
        Column(translate("Scores", "指标"), lambda row: row.name),
        Column(translate("Scores", "变化"), lambda row: row.change, text=_signed, tone=_tone, number=True),
        Column(translate("Scores", "上期得分"), lambda row: row.old_score, number=True),
        Column(translate("Scores", "本期得分"), lambda row: row.new_score, number=True),
        Column(translate("Scores", "上期数据"), lambda row: row.old_value),
        Column(translate("Scores", "本期数据"), lambda row: row.new_value),
    )


def _signed(change: Decimal | None) -> str:
    return "" if change is None else f"{change:+f}"


def _tone(row: PartChange) -> str:
    if not row.change:
        return ""
    return "good" if row.change > 0 else "bad"
