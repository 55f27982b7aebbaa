"""Ask where a copy of the book shall be, and make it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from app.i18n import translate
from app.ui.desk import Desk


def ask_backup(desk: Desk, path: Path, over: QWidget) -> None:
    """Make a proven copy of the book at ``path`` where the user wishes it."""
    from app.services import books

    proposal = desk.preferences.folder("backups", path.parent) / f"{path.stem}-备份{path.suffix}"
    pattern = translate("Backup", "考核库 (*.hj)")
    told, _ = QFileDialog.getSaveFileName(over, translate("Backup", "备份到"), str(proposal), pattern)
    if not told:
        return
    out = Path(told)
    desk.preferences.remember_folder("backups", out.parent)

    def tell(_outcome: object) -> None:
        QMessageBox.information(
            over, translate("Backup", "备份"), translate("Backup", "已备份并核对：{path}").format(path=out)
        )

    desk.jobs.run(
        over, lambda _job: books.backup_book(desk.book, out), done=tell, title=translate("Backup", "正在备份")
    )
