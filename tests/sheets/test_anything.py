"""Whatever comes in, it is read or refused in words: never an exception of another kind, never a guess."""

from datetime import date, datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.problems import AppError
from app.domain.schemes import DataItem, ItemKind
from app.messages import sentence
from app.sheets.drafts import KINDS, Hints
from app.sheets.intake import read_book
from app.sheets.reading.cells import Cell, Flaw, Range, Sheet, Workbook
from app.sheets.reading.number_formats import shown_text
from app.sheets.reading.reader import workbook_of

ITEMS = (DataItem("my", "满意度", ItemKind.MARK, unit="分"), DataItem("rw", "完成率", ItemKind.NUMBER, unit="%"))
WORDS = st.sampled_from(
    [
        "工号", "姓名", "部门", "人员类别", "任职起", "满意度", "完成率（%）", "数据项", "数值", "月份", "案号", "结案日期", "承办人", "个案系数",
        "台账", "日期", "事项", "零报告", "被测评人", "测评人类别", "评分", "评定等次", "离岗类型", "起", "止", "序号", "合计", "注：", "填表人：",
        "周期：2024Q1", "2024年3月", "2024.3.5", "45356", "98%", "/", "免计", "１２", "P01", "张　三", "项目", "内容", "指标组", "编码", "名称",
    ]
)  # fmt: skip
VALUES = st.one_of(
    WORDS,
    st.text(max_size=6),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.datetimes(),
    st.booleans(),
    st.none(),
)


@st.composite
def sheets(draw):
    grid = draw(st.lists(st.lists(VALUES, min_size=1, max_size=6), min_size=1, max_size=8))
    rows = {}
    for number, values in enumerate(grid, start=1):
        cells = {}
        for column, value in enumerate(values, start=1):
            text = shown_text(value).strip() if isinstance(value, str | Decimal | date | datetime | bool) else ""
            flaw = draw(st.sampled_from(Flaw)) if value is None else Flaw.NONE
            if (text and value is not None) or flaw:
                cells[column] = Cell(number, column, None if flaw else value, text, flaw=flaw)
        if cells:
            rows[number] = cells
    corner = st.integers(1, 7)
    merged = draw(
        st.lists(
            st.builds(lambda a, b, c, d: Range(min(a, c), min(b, d), max(a, c), max(b, d)), *[corner] * 4), max_size=3
        )
    )
    return Sheet(draw(st.sampled_from(["一", "方案", "指标", "2024年3月"])), rows, tuple(merged))


@given(st.lists(sheets(), min_size=1, max_size=3), st.sampled_from([None, *KINDS]))
def test_any_grid_of_cells_is_read_or_refused_in_words(grids, kind):
    reading = read_book(Workbook("表.xlsx", tuple(grids)), Hints(ITEMS, kind=kind))
    assert reading.sheets
    for sheet in reading.sheets:
        assert sheet.kind in {"", *KINDS}
        assert sheet.kind or sheet.problems
        for problem in sheet.problems:
            told = sentence(problem.code, {"value": problem.value, **problem.values})
            assert "{" not in told.text.replace(problem.value, "")


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<table>", b"\xff\xfe"]),
)
def test_any_bytes_are_a_workbook_or_refused(content, start):
    assert outcome(start + content) == ""


def outcome(content: bytes) -> str:
    """What is wrong with the refusal, if the bytes are refused."""
    try:
        workbook_of(content, "表.xls")
    except AppError as refused:
        told = refused.code.startswith("file-") and sentence(refused.code, refused.values).text
        return "" if told else refused.code
    return ""
