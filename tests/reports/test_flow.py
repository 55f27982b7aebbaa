"""Strips on pages: what belongs together stays together, tables have a header on every page."""

from app.reports.drawing import Ink
from app.reports.flow import Flow, Strip, Tag, kept, paragraph, tagged
from app.reports.style import BODY, BODY_TEXT, HEADING
from app.reports.tables import Cell, Column, Row, table

COLUMNS = (Column("指标", 2), Column("得分", 1, "right"))


def texts(flow: Flow) -> list[list[str]]:
    return [[words.line.text for _, ink in page.pieces for words in ink.words] for page in flow.pages]


def test_strips_fill_a_page_and_go_on_with_the_next() -> None:
    flow = Flow()
    flow.place([Strip(BODY / 3)] * 7)
    assert [len(page.pieces) for page in flow.pages] == [3, 3, 1]


def test_a_heading_is_never_alone_at_the_foot_of_a_page() -> None:
    flow = Flow()
    flow.place([Strip(BODY - 30)])
    flow.place([*kept(paragraph("标题", HEADING)), *paragraph("正文", BODY_TEXT)])
    assert texts(flow) == [[], ["标题", "正文"]]


def test_a_paragraph_leaves_no_single_line_behind_or_ahead() -> None:
    flow = Flow()
    lines = "字" * 42 * 4
    flow.place([Strip(BODY - BODY_TEXT.leading * 3.5)])
    flow.place(paragraph(lines, BODY_TEXT))
    counts = [len(page) for page in texts(flow)]
    assert sum(counts) >= 4
    assert min(counts) >= 2


def test_what_is_kept_together_but_longer_than_a_page_is_torn() -> None:
    flow = Flow()
    flow.place(kept([Strip(BODY / 4, Ink())] * 9))
    assert [len(page.pieces) for page in flow.pages] == [4, 4, 1]


def test_a_table_has_its_header_on_every_page_and_never_alone() -> None:
    flow = Flow()
    flow.place([Strip(BODY - 20)])
    flow.place(table(COLUMNS, [Row((f"第{at}项", "1.00")) for at in range(100)]))
    told = texts(flow)
    assert len(told) > 2
    assert not told[0]
    assert all(page[:2] == ["指标", "得分"] and len(page) >= 4 for page in told[1:])
    assert [text for page in told for text in page if text.startswith("第")] == [f"第{at}项" for at in range(100)]


def test_a_row_longer_than_a_page_goes_on_with_the_next() -> None:
    flow = Flow()
    flow.place(table(COLUMNS, [Row(("很长的说明" * 900, "1.00"))]))
    told = texts(flow)
    assert len(told) > 1
    assert (
        "".join(text for page in told for text in page if "说明" in text or text.startswith("很")) == "很长的说明" * 900
    )


def test_a_cell_may_take_several_columns() -> None:
    strips = table(COLUMNS, [Row((Cell("横跨两列的一句话", span=2),))], headed=False)
    assert len(strips[0].ink.words) == 1


def test_a_tag_tells_the_page_that_its_strip_came_to_stand_on() -> None:
    flow = Flow(first=5)
    flow.place([Strip(BODY - 10)])
    flow.place(tagged([Strip(40.0)], Tag("here", "此处", 0)))
    assert flow.marks["here"].page == 6
