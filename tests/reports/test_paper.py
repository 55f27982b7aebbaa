"""A paper on pages after GB/T 9704-2012: nothing outside the area of text, headers again, headings never alone, page numbers."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn

from app.domain.problems import AppError
from app.reports.paper import Grid, Heading, Paper, Text, numbered
from app.reports.paper_docx import write_paper_docx
from app.reports.paper_pdf import FRAME, lay_paper, write_paper_pdf
from app.reports.style import LEFT, MM, WIDTH
from app.reports.tables import Column

COLUMNS = (Column("序号", 1, "right"), Column("姓名", 2), Column("说明", 6))


def grid(count: int, words: str = "按时办结") -> Grid:
    return Grid(COLUMNS, tuple((str(at), f"某{at}", words) for at in range(1, count + 1)), "名册", summary=1)


def paper(*blocks: Heading | Text | Grid, title: str = "溪山县人民法院\n2024年第一季度全员绩效考核通报") -> Paper:
    return Paper(title, "溪山县人民法院", date(2024, 4, 8), blocks, ("第1期",), ("第1期", "方案：办法（版本1）"))


def texts(page) -> list[str]:
    return [words.line.text for _, ink in page.pieces for words in ink.words]


def test_the_area_of_text_is_156_by_225_mm_with_22_lines() -> None:
    # GB/T 9704-2012: 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm, 22 lines a page
    assert (round(FRAME.top / MM), round(FRAME.height / MM), round(WIDTH / MM), round(LEFT / MM)) == (37, 225, 156, 28)
    pages = lay_paper(paper(Text("字" * 28 * 60)))
    body = [words for _, ink in pages[1].pieces for words in ink.words if set(words.line.text) == {"字"}]
    assert len(body) == 22


def test_nothing_stands_outside_the_area_but_the_foot() -> None:
    pages = lay_paper(paper(Heading("情况"), Text("情况如下。" * 40), grid(90, "很长的说明" * 30)))
    for page in pages:
        *pieces, _ = page.pieces
        for top, ink in pieces:
            for words in ink.words:
                assert FRAME.top <= top + words.y - words.style.size <= FRAME.top + FRAME.height
                assert words.x >= LEFT - 0.1
                assert words.x + words.line.width <= LEFT + WIDTH + 0.1


def test_a_table_has_its_header_on_every_page_and_loses_no_row() -> None:
    pages = lay_paper(paper(grid(100)))
    assert len(pages) > 2
    assert all("序号" in texts(page) for page in pages if any(each.startswith("某") for each in texts(page)))
    told = [each for page in pages for each in texts(page) if each.startswith("某")]
    assert told == [f"某{at}" for at in range(1, 101)]


@pytest.mark.parametrize("lines", range(8, 26))
def test_a_heading_goes_with_what_follows_it(lines: int) -> None:
    pages = lay_paper(paper(Text("字" * 28 * lines), Heading("名单"), grid(5)))
    place = next(number for number, page in enumerate(pages) if any("一、名单" in each for each in texts(page)))
    assert "某1" in texts(pages[place])


@pytest.mark.parametrize("count", range(20, 45))
def test_the_last_row_of_a_table_never_stands_alone(count: int) -> None:
    pages = lay_paper(paper(grid(count)))
    for page in pages:
        rows = [each for each in texts(page) if each.startswith("某")]
        assert len(rows) != 1


@pytest.mark.parametrize("lines", range(14, 26))
def test_the_signature_never_stands_alone_on_a_page(lines: int) -> None:
    last = lay_paper(paper(Text("字" * 28 * lines)))[-1]
    assert "溪山县人民法院" in texts(last)
    assert sum(set(each) == {"字"} for each in texts(last)) >= 2


def test_page_numbers_stand_outside_odd_right_even_left() -> None:
    pages = lay_paper(paper(grid(100)))
    for number, page in enumerate(pages, start=1):
        _, foot = page.pieces[-1]
        placed = next(words for words in foot.words if words.line.text == f"— {number} —")
        assert (placed.x > LEFT + WIDTH / 2) == (number % 2 == 1)
        assert any("方案：办法（版本1）" in words.line.text for words in foot.words)
        assert any(f"共{len(pages)}页" in words.line.text for words in foot.words)


def test_headings_are_numbered_in_two_levels() -> None:
    told = numbered((Heading("甲"), Heading("乙", 2), Heading("丙", 2), Heading("丁"), Heading("戊", 2)))
    assert [each.text for each in told if isinstance(each, Heading)] == [
        "一、甲",
        "（一）乙",
        "（二）丙",
        "二、丁",
        "（一）戊",
    ]


def test_a_short_title_needs_one_line_and_a_long_one_breaks_where_it_tells() -> None:
    (first, *_), _ = lay_paper(paper(title="溪山法院\n考核通报"))[0].pieces[0][1].words, None
    assert first.line.text == "溪山法院考核通报"
    words = [words.line.text for _, ink in lay_paper(paper())[0].pieces[:2] for words in ink.words]
    assert words == ["溪山县人民法院", "2024年第一季度全员绩效考核通报"]


def test_the_same_paper_is_the_same_file(tmp_path: Path) -> None:
    first, again = tmp_path / "a.pdf", tmp_path / "b.pdf"
    assert write_paper_pdf(first, paper(grid(5))) == write_paper_pdf(again, paper(grid(5))) == 1
    assert first.read_bytes() == again.read_bytes()
    with pypdfium2.PdfDocument(first) as document:
        assert document.get_metadata_value("Title") == "溪山县人民法院2024年第一季度全员绩效考核通报"


def test_a_character_that_no_typeface_has_is_told_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(AppError, match="report-character-missing"):
        write_paper_pdf(tmp_path / "a.pdf", paper(Text("\U0003105c")))
    assert list(tmp_path.iterdir()) == []


def test_the_document_has_the_measures_the_header_rows_and_the_fields(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    write_paper_docx(path, paper(Heading("情况"), Text("如下。"), grid(3)))
    document = Document(str(path))
    section = document.sections[0]
    measures = (section.page_width, section.page_height, section.top_margin, section.left_margin, section.right_margin)
    assert [round(each.mm) for each in measures] == [210, 297, 37, 28, 26]
    (table,) = document.tables
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [cell.text for cell in table.rows[3].cells] == ["3", "某3", "按时办结"]
    for footer in (section.footer, section.even_page_footer):
        assert "PAGE" in footer._element.xml
        assert footer.paragraphs[-1].text == "方案：办法（版本1）"
    assert [each.text for each in document.paragraphs if each.text][:4] == [
        "溪山县人民法院", "2024年第一季度全员绩效考核通报", "第1期", "一、情况",
    ]  # fmt: skip
