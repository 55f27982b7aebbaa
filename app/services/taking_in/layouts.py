"""表格版式: what was answered about the columns of each division's sheets; changed, forgotten and brought back by hand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from app.domain.entries import Origin
from app.domain.layouts import Layout, LayoutUse
from app.domain.problems import AppError
from app.domain.words import plain
from app.services.changes import Changes
from app.services.schemes import applicable, scheme_versions
from app.services.taking_in.questions import Choice, column_choices
from app.storage.batches import read_batches
from app.storage.database import Database
from app.storage.layouts import ForgottenLayout, forgotten_layouts, layout_uses, layouts
from app.storage.session import Session

_NUMBER_SIGNS = 8


class AnsweredColumn(NamedTuple):
    """One column of a layout; ``answer`` is empty where the program knew it, or did not read it, without asking.

    Behind the columns stand the names of divisions in the cells that somebody was asked about.
    """

    header: str
    answer: str


@dataclass(frozen=True, slots=True)
class LayoutLine:
    """One remembered layout. ``number`` names it; ``by`` and ``at`` tell who answered last and when (ISO, UTC).

    ``file``: whose import brought it (empty where answered by hand), ``used`` when a sheet of it was taken in last, with
    its file. ``why`` is told of a forgotten one only, whose ``by`` and ``at`` are of the forgetting.
    """

    number: str
    kind: str
    division: str
    columns: tuple[AnsweredColumn, ...]
    by: str
    at: str
    file: str
    used: str
    used_file: str
    forgotten: bool = False
    why: str = ""

    @property
    def answers(self) -> tuple[AnsweredColumn, ...]:
        """The columns that somebody answered about."""
        return tuple(each for each in self.columns if each.answer)


def layout_lines(book: Database) -> tuple[LayoutLine, ...]:
    """Every layout that is remembered, by kind and division, and then those forgotten, the last first."""
    with book.reading() as session:
        files = {batch.id: batch.file for batch in read_batches(session)}
        uses = layout_uses.by_key(session)
        kept = [_line(each, files, uses.get(each.key)) for each in layouts.read(session)]
        gone = [_forgotten(each, uses.get(each.layout.key)) for each in forgotten_layouts(session)]
    return (*kept, *gone)


def layouts_document(lines: tuple[LayoutLine, ...]) -> dict[str, Any]:
    """The layouts as JSON values."""
    return {"layouts": [_document(line) for line in lines]}


def forget_layout(book: Database, number: str, *, reason: str, by: str | None = None) -> Changes:
    """Forget what was answered about a layout: its columns are asked about again.

    Raises AppError without a reason, or where there is no such layout.
    """
    _need_reason(reason)
    with book.transaction(reason.strip(), kind="forget-layout", by=by) as session:
        layouts.remove(session, [_kept(session, number).key])
    return Changes()


def restore_layout(book: Database, number: str, *, reason: str, by: str | None = None) -> Changes:
    """Remember a forgotten layout again, as it was. Raises AppError without a reason, or where none such was forgotten."""
    _need_reason(reason)
    with book.transaction(reason.strip(), kind="restore-layout", by=by) as session:
        every = [each.layout for each in forgotten_layouts(session)]
        found = next((each for each in every if number_of(each) == number), None)
        if found is None:
            raise AppError("layout-not-forgotten", number=number)
        layouts.write(session, [replace(found, origin=Origin())])
    return Changes()


def answer_column(
    book: Database, number: str, column: AnsweredColumn, *, reason: str, by: str | None = None
) -> Changes:
    """Answer otherwise about one column of a remembered layout, from the next sheet on; figures taken in before stay.

    Raises AppError without a reason; where there is no such layout, no such column, or the answer names nothing.
    """
    _need_reason(reason)
    with book.transaction(reason.strip(), kind="answer-layout", by=by) as session:
        layout = _kept(session, number)
        header = next((each for each in layout.columns if plain(each) == plain(column.header)), None)
        if header is None:
            raise AppError(
                "layout-without-column", number=number, header=column.header, headers="、".join(layout.columns)
            )
        answer = _known_answer(session, layout, column.answer)
        answers = {**layout.answers, header: answer}
        layouts.write(session, [replace(layout, answers=answers, origin=Origin())])
    return Changes()


def choices_for(book: Database, line: LayoutLine) -> tuple[Choice, ...]:
    """The answers among which to choose for a column of the layout."""
    with book.reading() as session:
        return tuple(_choices(session, line.kind))


def number_of(layout: Layout) -> str:
    """A short name of a layout: signs of a hash over its key."""
    return hashlib.sha256("\n".join(layout.key).encode()).hexdigest()[:_NUMBER_SIGNS]


def _choices(session: Session, kind: str) -> Iterator[Choice]:
    version = applicable(scheme_versions(session), None)
    return column_choices(version.scheme if version else None, kind)


def _known_answer(session: Session, layout: Layout, told: str) -> str:
    """The answer as it is kept. Raises AppError for one that names neither 忽略, nor a data item, nor a column."""
    choices = {plain(each.answer): each.answer for each in _choices(session, layout.kind)}
    answer = choices.get(plain(told))
    if answer is None:
        raise AppError("layout-answer-unknown", answer=told, choices="、".join(choices.values()))
    return answer


def _need_reason(reason: str) -> None:
    if not reason.strip():
        raise AppError("refusal-without-reason")


def _kept(session: Session, number: str) -> Layout:
    found = next((each for each in layouts.read(session) if number_of(each) == number), None)
    if found is None:
        raise AppError("layout-unknown", number=number)
    return found


def _line(layout: Layout, files: Mapping[str, str], use: LayoutUse | None) -> LayoutLine:
    return LayoutLine(
        number=number_of(layout),
        kind=layout.kind,
        division=layout.division,
        columns=tuple(
            AnsweredColumn(header, layout.answers.get(header, ""))
            for header in dict.fromkeys((*layout.columns, *layout.answers))
        ),
        by=layout.origin.by,
        at=layout.origin.at,
        file=files.get(layout.origin.batch, ""),
        used=use.used if use else "",
        used_file=use.origin.source.file if use else "",
    )


def _forgotten(told: ForgottenLayout, use: LayoutUse | None) -> LayoutLine:
    return replace(_line(told.layout, {}, use), forgotten=True, why=told.why)


def _document(line: LayoutLine) -> dict[str, Any]:
    return {
        "number": line.number,
        "kind": line.kind,
        "division": line.division or None,
        "columns": [{"header": each.header, "answer": each.answer or None} for each in line.columns],
        "by": line.by,
        "at": line.at,
        "file": line.file or None,
        "used": line.used or None,
        "used_file": line.used_file or None,
        "forgotten": line.forgotten,
        "why": line.why or None,
    }
