"""公务员年度考核登记表: one sheet a person, printed on both sides and signed by hand; what the book knows stands in it.

Fields: a court's own form (year; 姓名, 性别, 出生年月, 政治面貌, 学历, 任现职时间, 单位及职务, 从事或分管工作; 个人总结; 主管领导评语和考核
等次建议; 机关负责人或考核委员会意见; 本人意见; 未确定等次或不参加考核情况说明). What people write and sign is left empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from app import __version__
from app.reports.drawing import Ink, Painter, Stroke, Words, set_text
from app.reports.flow import Page
from app.reports.fonts import Face
from app.reports.style import GREY, INK, LEFT, MM, PAGE_HEIGHT, PAGE_WIDTH, WIDTH, TextStyle, wrap
from app.reports.unprintable import refuse_unprintable
from app.reports.writing import replace_file

TITLE = TextStyle(Face.BOLD, 22, 32)
YEAR = TextStyle(Face.KAI, 14, 22)
LABEL = TextStyle(Face.HEI, 12, 17)
VALUE = TextStyle(Face.SONG, 12, 17)
SIGN = TextStyle(Face.SONG, 12, 17)
FOOT = TextStyle(Face.HEI, 8, 11, GREY)
TOP = 25 * MM
BOTTOM = PAGE_HEIGHT - 24 * MM
_INSET = 2 * MM
_SIDE = 14 * MM
_SIGNED = "签名：　　　　　　　　　　年　　月　　日"
_SEALED = "（盖章或签名）　　　　　　年　　月　　日"
_SMALLEST = 5.0
_SHORT = 6


@dataclass(frozen=True, slots=True)
class RegisterForm:
    """One person's form. An empty text is left for writing; ``running`` stands at the foot of both pages."""

    title: str
    court: str
    year: int
    staff_no: str
    name: str
    made_on: date
    gender: str = ""
    born: str = ""
    politics: str = ""
    education: str = ""
    since: str = ""
    unit_and_post: str = ""
    work: str = ""
    decision: str = ""
    explanation: str = ""
    running: str = ""


class _Area(NamedTuple):
    x: float
    y: float
    width: float
    height: float


def write_register_form(path: Path, form: RegisterForm) -> int:
    """Writes the form, two pages, whole or not at all; gives their number. The same form, the same bytes.

    Raises AppError: report-character-missing, report-file-in-use, report-not-written.
    """
    pages = lay_register_form(form)
    refuse_unprintable(pages, path)
    replace_file(path, _paint(pages, form))
    return len(pages)


def lay_register_form(form: RegisterForm) -> list[Page]:
    """The front with the particulars and 个人总结, the back with the opinions."""
    pages = [_front(form), _back(form)]
    for number, page in enumerate(pages, start=1):
        foot = f"{form.name}　{form.staff_no}　{form.running}　第{number}页，共{len(pages)}页"
        page.pieces.append((0.0, Ink(_text(foot, FOOT, _Area(LEFT, BOTTOM + 4 * MM, WIDTH, 11), "centre"))))
    return pages


def _front(form: RegisterForm) -> Page:
    page = Page()
    title = [*set_text(form.title, TITLE, (LEFT, TOP, WIDTH), "centre")]
    title += set_text(f"（{form.year}年度）", YEAR, (LEFT, TOP + TITLE.leading, WIDTH), "centre")
    page.pieces.append((0.0, Ink(tuple(title))))
    top = TOP + TITLE.leading + YEAR.leading + 4
    row = 11 * MM
    pairs = (
        (("姓名", form.name), ("性别", form.gender), ("出生年月", form.born)),
        (("政治面貌", form.politics), ("学历", form.education), ("任现职时间", form.since)),
    )
    for told in pairs:
        _cells(page, told, _Area(LEFT, top, WIDTH, row))
        top += row
    for pair in (("单位及职务", form.unit_and_post), ("从事或分管工作", form.work)):
        _cells(page, (pair,), _Area(LEFT, top, WIDTH, row))
        top += row
    _opinion(page, "个人总结", "", _SIGNED, _Area(LEFT, top, WIDTH, BOTTOM - top))
    return page


def _back(form: RegisterForm) -> Page:
    page = Page()
    told = (
        ("主管领导评语和考核等次建议", "", _SIGNED, 0.29),
        ("机关负责人或考核委员会意见", form.decision, _SEALED, 0.25),
        ("本人意见", "", _SIGNED, 0.19),
        ("未确定等次或不参加考核情况说明", form.explanation, _SEALED, 0.27),
    )
    top = TOP
    for label, text, signed, share in told:
        height = (BOTTOM - TOP) * share
        _opinion(page, label, text, signed, _Area(LEFT, top, WIDTH, height))
        top += height
    return page


def _cells(page: Page, pairs: Sequence[tuple[str, str]], area: _Area) -> None:
    """Labels and values side by side, each pair of equal width; a lone pair takes the whole row."""
    label = (22 if len(pairs) > 1 else 32) * MM
    width = area.width / len(pairs)
    for at, (name, value) in enumerate(pairs):
        x = area.x + at * width
        _boxed(page, name, LABEL, _Area(x, area.y, label, area.height))
        _boxed(page, value, VALUE, _Area(x + label, area.y, width - label, area.height))


def _opinion(page: Page, label: str, text: str, signed: str, area: _Area) -> None:
    """A label set upright, room for writing with what is known above, and the line for the signature below."""
    _boxed(page, _upright(label), LABEL, _Area(area.x, area.y, _SIDE, area.height))
    body = _Area(area.x + _SIDE, area.y, area.width - _SIDE, area.height)
    _frame(page, body)
    inner = _Area(body.x + 3 * MM, body.y + 3 * MM, body.width - 6 * MM, body.height - 6 * MM - 1.5 * SIGN.leading)
    style = _fitting(text, VALUE._replace(leading=20), inner)
    words = set_text(text, style, (inner.x, inner.y, inner.width)) if text else ()
    foot = body.y + body.height - 2 * MM - SIGN.leading
    signature = set_text(signed, SIGN, (inner.x, foot, inner.width), "right")
    page.pieces.append((0.0, Ink((*words, *signature))))


def _upright(label: str) -> str:
    """A label from top to bottom, one character a line, two where it is long."""
    step = 1 if len(label) <= _SHORT else 2
    return "\n".join(label[at : at + step] for at in range(0, len(label), step))


def _boxed(page: Page, text: str, style: TextStyle, area: _Area) -> None:
    _frame(page, area)
    inner = _Area(area.x + _INSET, area.y + 1, area.width - 2 * _INSET, area.height - 2)
    page.pieces.append((0.0, Ink(_text(text, _fitting(text, style, inner), inner, "centre"))))


def _frame(page: Page, area: _Area) -> None:
    left, top, right, bottom = area.x, area.y, area.x + area.width, area.y + area.height
    corners = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    page.pieces.append((0.0, Ink((), (Stroke(corners, INK, 0.7),))))


def _fitting(text: str, style: TextStyle, area: _Area) -> TextStyle:
    """The style, smaller where the text would not fit into the area: nothing is ever cut."""
    while style.size > _SMALLEST and len(wrap(text, style, area.width)) * style.leading > area.height:
        size = style.size - 0.5
        style = style._replace(size=size, leading=style.leading * size / style.size)
    return style


def _text(text: str, style: TextStyle, area: _Area, align: str) -> tuple[Words, ...]:
    """The text in the middle of the area."""
    lines = wrap(text, style, area.width)
    top = area.y + (area.height - len(lines) * style.leading) / 2
    return set_text(text, style, (area.x, top, area.width), align)


def _paint(pages: list[Page], form: RegisterForm) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    target = BytesIO()
    canvas = Canvas(
        target, (PAGE_WIDTH, PAGE_HEIGHT), pageCompression=1, invariant=1, initialFontName="Song", lang="zh-CN"
    )
    canvas.setTitle(f"{form.title} {form.year}年度 {form.name}（{form.staff_no}）")
    canvas.setAuthor(form.court)
    canvas.setCreator(f"衡绩 {__version__}")
    day = form.made_on
    canvas.setDateFormatter(lambda *_: f"D:{day.year:04d}{day.month:02d}{day.day:02d}000000+08'00'")
    painter = Painter(canvas)
    for page in pages:
        painter.paint(page.pieces)
        canvas.showPage()
    canvas.save()
    return target.getvalue()
