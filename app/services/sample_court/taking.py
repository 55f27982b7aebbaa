"""What comes in: sheets on the days on which they come, ledgers confirmed by a second person, evidence attached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from app.domain.ledgers import Event, Standing
from app.reports.paper import Paper, Text
from app.reports.paper_pdf import write_paper_pdf
from app.services.progress import Report
from app.services.records.evidence import attach_files
from app.services.records.ledgers import EventLine, Wanted, confirm_events, event_lines, refuse_events
from app.services.taking_in.imports import stage, take
from app.sheets.sample import SampleFile
from app.sheets.sample.attachments import certificate_picture, talk_note
from app.sheets.sample.court import COURT
from app.storage.database import Database

SECOND_PERSON = "政治部周敏"
"""Who confirms what the ledgers tell."""
WHY_SENT_BACK = "与签到表不符，请支部核实后重报"
_PROVEN = {"案例入选": "证书.png", "违规过问案件，予以诫勉": "谈话记录.txt", "会风会纪通报": "通报.pdf"}
"""Which events get a file: the subject, and what the file is called."""


@dataclass
class Arrivals:
    """The sheets of the year by the day they come; counts what came of them."""

    book: Database
    waiting: list[SampleFile]
    report: Report
    total: int = 0
    refused: int = 0
    cases: int = 0
    statuses: dict[int, str] = field(default_factory=dict)
    """What came of each file, by its ``order``."""

    def take_until(self, day: date) -> None:
        """Take everything that has come by then."""
        now = [each for each in self.waiting if each.received <= day and not each.corrects]
        self._take(now)

    def take_corrections(self, day: date) -> None:
        """Take what follows from an objection and has come by then."""
        self._take([each for each in self.waiting if each.received <= day and each.corrects])

    def _take(self, files: Sequence[SampleFile]) -> None:
        done = self.total - len(self.waiting)
        for received, handed in groupby(sorted(files, key=lambda each: each.received), lambda each: each.received):
            together = list(handed)
            self.report(done, self.total, f"导入{received:%Y年%m月%d日}收到的表")
            self._take_day(received, together)
            done += len(together)
            self.waiting = [each for each in self.waiting if each not in together]

    def _take_day(self, received: date, files: Sequence[SampleFile]) -> None:
        taken = take(self.book, stage(self.book, [each.path for each in files]), received=received)
        orders = {each.path.name: each.order for each in files}
        told: dict[int, set[str]] = {}
        for sheet in taken.files:
            told.setdefault(orders[sheet.file], set()).add(sheet.status)
            self.cases += sheet.added if sheet.kind == "案件" else 0
        self.statuses |= {order: "、".join(sorted(each)) for order, each in told.items()}
        self.refused += sum("refused" in each for each in told.values())


def settle_ledgers(book: Database, doubtful: Event) -> None:
    """Confirm what waits, all but one event that is sent back, and attach what proves some of them."""
    lines = event_lines(book, Wanted(standing=Standing.WAITING))
    doubted = [each for each in lines if each.event.key == doubtful.key]
    if doubted:
        refuse_events(book, [each.number for each in doubted], reason=WHY_SENT_BACK, by=SECOND_PERSON)
    sound = [each for each in lines if each not in doubted]
    confirm_events(book, [each.number for each in sound], by=SECOND_PERSON)
    with TemporaryDirectory() as folder:
        for line in sound:
            name = _PROVEN.get(line.event.subject)
            if name:
                attach_files(book, line.number, [_proof(Path(folder) / name, line)], by=SECOND_PERSON)


def _proof(path: Path, line: EventLine) -> Path:
    event = line.event
    if path.suffix == ".png":
        path.write_bytes(certificate_picture())
    elif path.suffix == ".txt":
        path.write_bytes(talk_note(line.name, event.day.isoformat(), event.subject))
    else:
        text = f"{event.day:%Y年%m月%d日}，{line.division}{line.name}{event.subject}，级别：{event.level}。依据：{event.basis}。"
        paper = Paper(
            f"关于{event.subject}的情况说明", COURT, event.day, (Text(text), Text("本材料是示例，人和事都是编的。"))
        )
        write_paper_pdf(path, paper)
    return path
