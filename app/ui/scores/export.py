"""The score table as a workbook: asked where, and saved there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from app.domain.periods import Period
from app.i18n import translate
from app.services.scoring import results
from app.ui.page import Page

if TYPE_CHECKING:
    from app.services import overview


def ask_export(page: Page, row: overview.PeriodRow, set_name: str | None) -> None:
    """Let the user say where, and save the period's table there; of one indicator set if one is named."""
    folder = page.desk.preferences.folder("exports", page.book.path.parent)
    proposal = folder / f"{row.title}{set_name or ''}得分表.xlsx"
    title, pattern = translate("Scores", "导出得分表"), translate("Scores", "Excel 表格 (*.xlsx)")
    told, _ = QFileDialog.getSaveFileName(page, title, str(proposal), pattern)
    if told:
        save(page, row.period, Path(told), set_name)


def save(page: Page, period: Period, path: Path, set_name: str | None) -> None:
    """Save it on the job thread and say so."""
    page.desk.preferences.remember_folder("exports", path.parent)
    done = translate("Scores", "已导出：{path}").format(path=path)
    page.jobs.run(
        page,
        lambda _job: results.save_score_table(page.book, period, path, set_name),
        done=lambda _told: page.banner.say(done, "good"),
        title=translate("Scores", "正在导出"),
    )
