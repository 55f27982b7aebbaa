"""A paper as a document that an office goes on editing, in the measures of GB/T 9704-2012 and under the usual font names.

The fonts are named, not embedded: 仿宋, 楷体, 黑体 and 小标宋 are on the office's own machines. Table headers come again on every
page, page numbers are fields, odd pages right and even ones left.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from app import __version__
from app.reports.paper import Grid, Heading, Paper, Text, numbered
from app.reports.wording import day_text
from app.reports.writing import replace_file

SONG, FANG, KAI, HEI, TITLE = "宋体", "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体"
_LEFT, _CENTRE, _RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
_ALIGNS = {"left": _LEFT, "centre": _CENTRE, "right": _RIGHT}
_MARGINS = {"top_margin": 37, "bottom_margin": 35, "left_margin": 28, "right_margin": 26}
_WIDTH = 156
_MANY = 12
"""So many columns are set smaller."""


def write_paper_docx(path: Path, paper: Paper) -> None:
    """Writes the paper, whole or not at all. Raises AppError: report-file-in-use, report-not-written."""
    target = BytesIO()
    _document(paper).save(target)
    replace_file(path, target.getvalue())


def _document(paper: Paper) -> Any:
    document = Document()
    _set_up(document, paper)
    lines = paper.title.split("\n")
    for line in lines:
        _paragraph(document, line, (TITLE, 22), align=_CENTRE, leading=33)
    for line in paper.lines:
        _paragraph(document, line, (KAI, 14), align=_CENTRE, leading=24, red=paper.warned)
    _paragraph(document, "", (FANG, 16))
    for block in numbered(paper.blocks):
        _place(document, block)
    _paragraph(document, "", (FANG, 16))
    for line in (paper.court, day_text(paper.made_on)):
        last = _paragraph(document, line, (FANG, 16), align=_RIGHT, keep=line == paper.court)
        last.paragraph_format.right_indent = Pt(64)
    return document


def _set_up(document: Any, paper: Paper) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for name, millimetres in _MARGINS.items():
        setattr(section, name, Mm(millimetres))
    section.footer_distance = Mm(25)
    document.settings.odd_and_even_pages_header_footer = True
    _foot(section.footer, paper, _RIGHT)
    _foot(section.even_page_footer, paper, _LEFT)
    properties = document.core_properties
    properties.title, properties.author, properties.subject = paper.name, paper.court, "　".join(paper.running)
    properties.comments, properties.last_modified_by = f"衡绩 {__version__}", paper.court
    properties.created = properties.modified = datetime.combine(paper.made_on, time())
    style = document.styles["Normal"]
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    _font(style, (FANG, 16))
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "zh-CN")
    language.set(qn("w:eastAsia"), "zh-CN")
    style.element.get_or_add_rPr().append(language)


def _foot(footer: Any, paper: Paper, align: Any) -> None:
    """The page number between dashes, and what the paper rests on under it."""
    number = footer.paragraphs[0]
    number.alignment = align
    for text, field in (("— ", ""), ("", "PAGE"), (" —", "")):
        run = number.add_run(text)
        _font(run, (SONG, 14))
        if field:
            _add_field(run, field)
    for line in paper.running:
        told = footer.add_paragraph()
        told.alignment = align
        _font(told.add_run(line), (SONG, 8))


def _add_field(run: Any, name: str) -> None:
    for kind in ("begin", "", "end"):
        if not kind:
            told = OxmlElement("w:instrText")
            told.text = name
        else:
            told = OxmlElement("w:fldChar")
            told.set(qn("w:fldCharType"), kind)
        run._r.append(told)  # noqa: SLF001 -- the library has no fields of its own


def _place(document: Any, block: Heading | Text | Grid) -> None:
    if isinstance(block, Heading):
        face = HEI if block.level == 1 else KAI
        _paragraph(document, block.text, (face, 16), indent=2, keep=True)
    elif isinstance(block, Text):
        face, size, indent = (KAI, 10.5, 0) if block.small else (FANG, 16, 2)
        _paragraph(document, block.text, (face, size), indent=indent, leading=15 if block.small else 29)
    else:
        _grid(document, block)


def _grid(document: Any, grid: Grid) -> None:
    if grid.title:
        _paragraph(document, grid.title, (HEI, 10.5), align=_CENTRE, leading=18, keep=True)
    table = document.add_table(rows=0, cols=len(grid.columns))
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _narrow_cells(table)
    whole = sum(column.share for column in grid.columns)
    widths = [Mm(_WIDTH * column.share / whole) for column in grid.columns]
    size = 8 if len(grid.columns) >= _MANY else 9
    titles = [column.title for column in grid.columns]
    head = _row(table, titles, [_CENTRE] * len(titles), (HEI, size), "E0E7F0")
    _mark(head, "w:tblHeader")
    aligns = [_ALIGNS[column.align] for column in grid.columns]
    for at, cells in enumerate(grid.rows):
        shade = "EEF1F5" if at >= len(grid.rows) - grid.summary else ""
        _row(table, cells, aligns, (SONG, size), shade)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
    _paragraph(document, "", (SONG, 6), leading=8)


def _row(table: Any, texts: Sequence[str], aligns: Sequence[Any], font: tuple[str, float], shade: str) -> Any:
    row = table.add_row()
    _mark(row, "w:cantSplit")
    for cell, text, align in zip(row.cells, texts, aligns, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.alignment = align
        paragraph.paragraph_format.line_spacing = Pt(font[1] + 4)
        _font(paragraph.add_run(text), font)
        if shade:
            _shade(cell, shade)
    return row


def _narrow_cells(table: Any) -> None:
    """Little room beside the texts, so that a figure of six signs stays on one line in a narrow column."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        told = OxmlElement(f"w:{side}")
        told.set(qn("w:w"), "40")
        told.set(qn("w:type"), "dxa")
        margins.append(told)
    table._tbl.tblPr.append(margins)  # noqa: SLF001 -- the library has no such setting


def _mark(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 -- the library has no such setting


def _shade(cell: Any, colour: str) -> None:
    told = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        told.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(told)  # noqa: SLF001 -- the library has no such setting


def _paragraph(
    document: Any,
    text: str,
    font: tuple[str, float],
    *,
    align: Any = _LEFT,
    indent: int = 0,
    leading: float = 29,
    keep: bool = False,
    red: bool = False,
) -> Any:
    """A paragraph with a fixed distance of lines; ``indent``: characters in which its first line begins."""
    paragraph = document.add_paragraph()
    paragraph.alignment = align
    told = paragraph.paragraph_format
    told.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    told.line_spacing = Pt(leading)
    told.first_line_indent = Pt(indent * font[1]) if indent else None
    told.keep_with_next = keep
    run = paragraph.add_run(text)
    _font(run, font)
    if red:
        run.font.color.rgb = RGBColor(0xB3, 0x1F, 0x1F)
    return paragraph


def _font(told: Any, font: tuple[str, float]) -> None:
    """Sets name and size; Chinese characters have a name of their own."""
    name, size = font
    told.font.name, told.font.size = name, Pt(size)
    told.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)
