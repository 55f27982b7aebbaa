"""档案: one PDF a person and year, made for everybody, one division, or chosen people."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app.i18n import translate
from app.services import courses, overview, rosters
from app.services.papers import archives
from app.ui.archives.choice import ChoicePane, Offer
from app.ui.blank import Fillable
from app.ui.desk import Desk
from app.ui.page import Page
from app.ui.parts import button, label
from app.ui.table_view import RecordView
from app.ui.tables import Column, RecordModel

MANY_VOLUMES = 20
MOST_WORKERS = 4
LACKS_TOLD = 5


class ArchivesPage(Page):
    """Whom and where to at the left, what was made at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(translate("Archives", "档案"), desk)
        self._directory: Path | None = None
        self.choice = ChoicePane(date.today().year, desk.preferences.folder("archives", desk.book.path.parent))
        self.make = button(translate("Archives", "制作档案(&M)"), "primary")
        self.view = RecordView(RecordModel(volume_columns(), key=lambda row: row.staff_no))
        self.made = Fillable(self.view)
        self.summary = label("", "soft", wraps=True)
        self.open_file = button(translate("Archives", "打开这一册(&I)"))
        self.open_folder = button(translate("Archives", "打开文件夹(&R)"), drawn="open")
        self._lay_out()
        self._connect()
        self._show_nothing()

    def refresh(self) -> None:
        super().refresh()
        self.jobs.run(
            self,
            lambda _job: read_offer(self.book),
            done=self._show_choice,
        )

    def find(self) -> None:
        self.choice.find()

    def show_thing(self, thing: Any) -> None:
        """Offer this year."""
        self.choice.year.setValue(int(thing))

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(10)
        column.addWidget(self.choice, 1)
        column.addWidget(self.make)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(6, 0, 0, 0)
        beside.setSpacing(10)
        beside.addWidget(self.made, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.summary, 1)
        foot.addWidget(self.open_file)
        foot.addWidget(self.open_folder)
        beside.addLayout(foot)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(left)
        both.addWidget(right)
        both.setSizes([430, 640])
        self.content.addWidget(both, 1)

    def _connect(self) -> None:
        self.choice.changed.connect(self._offer)
        self.choice.browse.clicked.connect(self._browse)
        self.make.clicked.connect(self._make)
        self.view.opened.connect(lambda row: show_outside(Path(row.path)))
        self.view.current_changed.connect(lambda row: self.open_file.setEnabled(row is not None))
        self.open_file.clicked.connect(self._open_file)
        self.open_folder.clicked.connect(self._open_folder)

    def _show_choice(self, offer: Offer) -> None:
        if offer.scored and self.choice.year.value() not in offer.scored:
            self.choice.year.setValue(max(offer.scored))
        self.choice.show_offer(offer)
        self._offer()

    @Slot()
    def _offer(self) -> None:
        staff = self.choice.staff
        self.make.setEnabled(bool(staff) and bool(self.choice.folder.text().strip()))
        text = translate("Archives", "制作 {count} 册档案(&M)").format(count=len(staff))
        self.make.setText(text if staff else translate("Archives", "制作档案(&M)"))

    @Slot()
    def _browse(self) -> None:
        title = translate("Archives", "档案存到哪个文件夹")
        told = QFileDialog.getExistingDirectory(self, title, self.choice.folder.text())
        if told:
            self.choice.choose_folder(told)

    @Slot()
    def _make(self) -> None:
        year, staff = self.choice.year.value(), self.choice.staff
        directory = Path(self.choice.folder.text().strip())
        self.desk.preferences.remember_folder("archives", directory.parent)
        self._directory = directory
        self.view.setFocus()
        self.make.setEnabled(False)
        self.jobs.run(
            self,
            lambda job: archives.make_archives(
                self.book, year, directory, staff=staff, jobs=workers(len(staff)), report=job
            ),
            done=self._show_made,
            failed=self._fail,
            cancelled=self._tell_stopped,
            title=translate("Archives", "正在制作{year}年档案").format(year=year),
        )

    def _show_made(self, report: archives.ArchiveReport) -> None:
        self._offer()
        self.made.show_inside()
        self.view.records.set_rows(report.volumes)
        self.view.fit_columns()
        told = translate("Archives", "做好 {count} 册，用时 {seconds} 秒。")
        self.summary.setText(told.format(count=len(report.volumes), seconds=f"{report.seconds:.1f}"))
        self.open_folder.setEnabled(True)
        self.banner.say(missing_text(report.missing), "warn")
        if report.volumes:
            self.view.choose(report.volumes[0].staff_no)

    def _fail(self, error: BaseException) -> None:
        self._offer()
        self.jobs.fail(self, error)

    def _tell_stopped(self) -> None:
        self._offer()
        self.banner.say(translate("Archives", "已停止。停止之前做好的档案留在文件夹里。"), "warn")
        self.open_folder.setEnabled(True)

    def _show_nothing(self) -> None:
        self.open_file.setEnabled(False)
        self.open_folder.setEnabled(False)
        text = translate(
            "Archives", "一人一册，一年一卷：封面、目录、基本情况、得分表、每项指标的由来，直到哪张表的哪一格。"
        )
        self.made.show_words(text)

    @Slot()
    def _open_file(self) -> None:
        row = self.view.current_row()
        if row is not None:
            show_outside(Path(row.path))

    @Slot()
    def _open_folder(self) -> None:
        if self._directory is not None:
            show_outside(self._directory)


def workers(volumes: int) -> int:
    """How many processes shall print: one for a few volumes, for starting another takes as long as some of them."""
    return min(MOST_WORKERS, os.cpu_count() or 1) if volumes >= MANY_VOLUMES else 1


def read_offer(book: Any) -> Offer:
    """Who has a result in which year; to be called on the job thread."""
    years = {row.period.year for row in overview.period_rows(book) if row.computed}
    return Offer(rosters.people(book), {year: courses.scored_people(book, year) for year in years})


def show_outside(path: Path) -> None:
    """Open a file or folder with the computer's own program."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def missing_text(missing: Iterable[tuple[str, str]]) -> str:
    """What the volumes lack, on a few lines: each lack once, with who it is, or how many they are."""
    lacking: dict[str, list[str]] = {}
    for staff_no, what in missing:
        lacking.setdefault(what, []).append(staff_no)
    if not lacking:
        return ""
    lines = [_lack(what, people) for what, people in lacking.items()]
    more = translate("Archives", "等 {count} 项").format(count=len(lines)) if len(lines) > LACKS_TOLD else ""
    return translate("Archives", "档案中有缺：{lines}{more}").format(lines="；".join(lines[:LACKS_TOLD]), more=more)


def _lack(what: str, people: list[str]) -> str:
    if len(people) == 1:
        return f"{people[0]} {what}"
    return translate("Archives", "{what}（{count} 人）").format(what=what, count=len(people))


def volume_columns() -> tuple[Column[Any], ...]:
    """The columns of the list of volumes."""
    return (
        Column(translate("Archives", "工号"), lambda row: row.staff_no),
        Column(translate("Archives", "姓名"), lambda row: row.name),
        Column(translate("Archives", "页数"), lambda row: row.pages, number=True),
        Column(
            translate("Archives", "用时（秒）"), lambda row: row.seconds, text=lambda told: f"{told:.2f}", number=True
        ),
        Column(translate("Archives", "文件"), lambda row: Path(row.path).name, tip=lambda row: str(row.path)),
    )
