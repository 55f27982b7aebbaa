"""催报单: the sheets that a period still waits for, to print, to send, to go on working with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from app.domain.periods import Period
from app.domain.problems import AppError
from app.domain.receipts import Standing
from app.reports.reminder import OwedSheet, Reminder, write_reminder_docx, write_reminder_pdf
from app.services.collecting.handing_in import Board, BoardLine, board
from app.sheets.result_sheet import ScoreSheet, SheetColumn, write_scores
from app.sheets.writing import ColumnKind
from app.storage.database import Database


def save_reminders(book: Database, period: Period, path: Path, *, today: date | None = None) -> Board:
    """Write what is still owed as .pdf or .docx, or with the whole board as .xlsx, told by the file's name.

    Raises AppError: no scheme, another kind of file, not writable.
    """
    path = Path(path)
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        raise AppError("reminder-file-kind", 2, file=path.name, kinds="、".join(_WRITERS))
    told = board(book, period, today=today)
    write(path, told)
    return told


def why_owed(line: BoardLine) -> str:
    """What is the matter with a sheet that is not there, or not whole, in words."""
    if line.standing == Standing.RETURNED:
        faults = f"，有 {line.faults} 处错误" if line.faults else ""
        return f"“{line.file}”退回{faults}"
    if line.standing == Standing.WAITING:
        return f"“{line.file}”有 {line.questions} 个问题等着答复"
    if line.missing:
        return f"{line.lacking}：{'；'.join(line.gaps)}"
    return line.lacking or "、".join(line.items)


def _reminder(told: Board) -> Reminder:
    owed = tuple(OwedSheet(line.division, line.sheet, line.standing, why_owed(line)) for line in _by_division(told))
    return Reminder(told.court, told.period, told.due, told.today, len(told.wanted), owed)


def _by_division(told: Board) -> list[BoardLine]:
    order = {name: at for at, name in enumerate(dict.fromkeys(line.division for line in told.lines))}
    return sorted(told.owing, key=lambda line: order[line.division])


def _write_workbook(path: Path, told: Board) -> None:
    due = f"报送期限：{told.due.isoformat()}　" if told.due else ""
    head = f"{told.court}　{due}截至：{told.today.isoformat()}"
    owed = ScoreSheet(
        title=f"{told.period.title}催报单",
        columns=(*map(SheetColumn, ("部门", "表", "情况")), SheetColumn("说明", kind=ColumnKind.LONG_TEXT, width=60)),
        rows=tuple((line.division, line.sheet, line.standing, why_owed(line)) for line in _by_division(told)),
        lines=(head,),
        name="催报单",
        frozen_columns=0,
    )
    every = ScoreSheet(
        title=told.title,
        columns=(
            *map(SheetColumn, ("部门", "表", "情况", "收到日期")),
            SheetColumn("已有", kind=ColumnKind.NUMBER),
            SheetColumn("应有", kind=ColumnKind.NUMBER),
            SheetColumn("错误", kind=ColumnKind.NUMBER),
            SheetColumn("待答", kind=ColumnKind.NUMBER),
            SheetColumn("最近的文件"),
            SheetColumn("内容", kind=ColumnKind.LONG_TEXT, width=50),
            SheetColumn("缺的格", kind=ColumnKind.LONG_TEXT, width=50),
        ),
        rows=tuple(_row(line) for line in told.lines),
        lines=(head,),
        notes=("已有、应有：数据、测评是总分要等的格数，案件、台账是本期的清单。",),
        name="收表情况",
    )
    write_scores(path, owed, every, court=told.court)


def _row(line: BoardLine) -> tuple[str | int | None, ...]:
    return (
        *(line.division, line.sheet, line.told, line.received or None, line.filled, line.needed),
        *(line.faults or None, line.questions or None, line.file or None, "、".join(line.items)),
        "；".join(line.gaps) or None,
    )


_WRITERS: dict[str, Callable[[Path, Board], object]] = {
    ".pdf": lambda path, told: write_reminder_pdf(path, _reminder(told)),
    ".xlsx": _write_workbook,
    ".docx": lambda path, told: write_reminder_docx(path, _reminder(told)),
}
