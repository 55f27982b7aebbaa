"""Whatever a sheet and the book hold, by columns and entry by entry come to the same: sheets and books drawn at random."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.entries import Entry, Origin, State
from app.domain.periods import Period
from app.domain.problems import Source
from app.domain.roster import Person, Posting
from app.services.schemes import SchemeVersion
from app.services.taking_in.staging import entries as entry_staging
from app.services.taking_in.staging import held_columns
from app.services.taking_in.staging.held_columns import HeldColumn
from app.services.taking_in.staging.holdings import Desk, Holdings
from app.services.taking_in.staging.made import EntryDifferences
from app.sheets.drafts import Hints
from app.sheets.intake import read_book
from app.sheets.kinds import entry_grid, entry_sheet
from app.sheets.kinds.entry_grid import EntryGrid
from app.sheets.reading.grid import workbook_of_raw
from app.sheets.reading.number_formats import plain_number
from app.sheets.reading.raw_cells import DAY, ERROR, TEXT, Gatherer, RawBook
from app.sheets.tables import plain_rows
from app.storage.entries import Figures
from tests.domain.made_up import scheme_text

TEXTS = scheme_text(
    {
        "数据项": "编码|名称|类型|单位\nn|办案数|数值|件\nm|民主分|评分|分\np|服判率|数值|%\nw|评议|等次|",
        "指标": """指标组|编码|名称|分值|计分方式|参数|数据项
            法官|a|办案|10|完成率|目标=50|办案数
            法官|b|民主|100|直接计分||民主分
            法官|c|服判|10|完成率|目标=50|服判率
            法官|d|评议|2|等次换算|好:2; 较好:1; 差:0|评议
            法官|总分|总分|122|||""",
    }
)
SCHEME = SchemeVersion(1, 2024, "考核办法", TEXTS)
ITEMS = SCHEME.scheme.items
NOW, BEFORE = Period.parse("2024Q2"), Period.parse("2024Q1")
COUNT = 12
PEOPLE = [f"P{number:02d}" for number in range(COUNT)]
ROSTER = [Person(each, f"某{each[1:]}") for each in PEOPLE]
POSTINGS = [
    Posting(each, f"第{number % 2}庭", "员额法官", start=date(2020, 1, 1)) for number, each in enumerate(PEOPLE)
]
SLOW = 10**9


class Shelf:
    """A book in memory, with figures as the stored one gives them."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.every = [*ROSTER, *POSTINGS, *entries]

    def records(self, noun: type, year: int | None) -> Iterable:
        return [each for each in self.every if isinstance(each, noun)]

    def cases_numbered(self, numbers: Collection[str]) -> Iterable:
        return ()

    def figures(self, period: Period) -> Figures:
        told = [each for each in self.records(Entry, None) if each.period == period]
        bare = [each for each in told if each.number is not None and not each.note]
        others = [each for each in told if each not in bare]
        return Figures([each.staff_no for each in bare], [each.item for each in bare], [f"{each.number:f}" for each in bare], others)  # fmt: skip

    def entries_named(self, period: Period, names: Collection[tuple[str, str]]) -> Iterable[Entry]:
        return [each for each in self.records(Entry, None) if each.period == period and (each.staff_no, each.item) in names]  # fmt: skip


figure = st.one_of(
    st.integers(0, 100).map(Decimal),
    st.sampled_from([Decimal("87.5"), Decimal("0.5"), Decimal("12.3456789012345678"), Decimal(9), Decimal(1000)]),
)
NOTHINGS = st.sampled_from(["/", "—", "不适用", "免计", "免（休假）", "未填", None])
NUMBERS = st.tuples(st.sampled_from(["", "0.00", "0%", "0"]), figure)


def usual(code: str, number: int) -> st.SearchStrategy:
    """What stands in a decent sheet: around 80, a percentage as such, a known word."""
    if code == "w":
        return st.sampled_from(["好", "较好", "差"])
    if code == "p":
        return st.integers(70, 99).map(lambda each: ("0%", Decimal(each) / 100))
    return st.integers(70, 90).map(lambda each: ("", Decimal(each) + Decimal(number) / 4))


@st.composite
def sheets(draw) -> list[list[object]]:
    """Header and rows, mostly decent, with some cells of every other kind."""
    named = draw(st.booleans())
    codes = [item.code for item in ITEMS if draw(st.integers(0, 5))] or ["n"]
    odd = draw(st.sampled_from(["none", "none", "nothings", "texts", "numbers", "words"]))
    strange = {
        "nothings": NOTHINGS,
        "texts": figure.map(str) | figure.map(lambda each: f"{each}%") | st.just("1,000"),
        "numbers": NUMBERS,
        "words": st.sampled_from(["好 ", "很好", "好", "同上", "差"]),
    }.get(odd)
    rows: list[list[object]] = [
        ["工号" if named else "姓名", "部门", *(item.name for item in ITEMS if item.code in codes)]
    ]
    for number, who in enumerate(PEOPLE):
        cells = [
            draw(strange) if strange is not None and not draw(st.integers(0, 4)) else draw(usual(code, number))
            for code in codes
        ]
        rows.append([who if named else f"某{who[1:]}", f"第{number % 2}庭", *cells])
    if draw(st.booleans()):
        rows.append(["合计", None, *[None] * len(codes)])
    return rows


@st.composite
def books(draw) -> list[Entry]:
    """What the book holds of both periods: nothing, all, or some; figures mostly, and anything else."""
    told = []
    for period in (NOW, BEFORE):
        how = draw(st.sampled_from(["nothing", "all", "some"]))
        for number, who in enumerate(PEOPLE):
            for item in ITEMS:
                if how == "nothing" or (how == "some" and draw(st.booleans())):
                    continue
                told.append(held(draw, period, who, (item.code, number)))
    return told


def held(draw, period: Period, who: str, about: tuple[str, int]) -> Entry:
    code, number = about
    origin = Origin(Source("旧.xlsx", "一", "A1"))
    if code == "w":
        return Entry(who, code, period, State.VALUE, None, draw(st.sampled_from(["好", "差"])), origin=origin)
    if not draw(st.integers(0, 9)):
        state = draw(st.sampled_from([State.EMPTY, State.NOT_APPLICABLE, State.EXCUSED]))
        return Entry(who, code, period, state, note=draw(st.sampled_from(["", "病假"])), origin=origin)
    value = draw(st.one_of(st.integers(70, 90).map(lambda each: Decimal(each) + Decimal(number) / 4), figure))
    return Entry(who, code, period, State.VALUE, value, note=draw(st.sampled_from(["", "", "", "已核"])), origin=origin)


def workbook(rows: list[list[object]], style: str = ""):
    gatherer = Gatherer("数据2024Q2.xlsx", "一")
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            if isinstance(value, tuple):
                gatherer.put(number, column, gatherer.number_sign(value[0]), plain_number(value[1]))
            elif value == "#DIV/0!":
                gatherer.put(number, column, ERROR, value)
            elif isinstance(value, date):
                gatherer.put(number, column, DAY, value.isoformat())
            elif value:
                gatherer.put(number, column, TEXT, str(value))
    gatherer.add_merged(1, 1, 1, 1)
    return workbook_of_raw("数据2024Q2.xlsx", RawBook([gatherer.finish()]))


def staged(rows: list[list[object]], entries: list[Entry]):
    """The reading, the outline, and whether it came by columns."""
    reading = read_book(workbook(rows), Hints(ITEMS, divisions=("第0庭", "第1庭"))).sheets[0]
    outline = entry_staging.stage_entries(reading, Desk(Holdings(Shelf(entries), (SCHEME,)), "数据2024Q2.xlsx"))
    return reading, outline, isinstance(outline.differences, EntryDifferences)


def both(rows: list[list[object]], entries: list[Entry]):
    with patch.object(entry_grid, "ENOUGH", 1), patch.object(plain_rows, "_ENOUGH", 1):
        quick = staged(rows, entries)
    with (
        patch.object(entry_sheet, "grid_of", lambda *_: None),
        patch.object(plain_rows, "_ENOUGH", SLOW),
        patch.object(entry_staging, "stage_columns", lambda *_: None),
    ):
        slow = staged(rows, entries)
    return quick, slow


def told(outline):
    origins = [each.new.origin for each in outline.differences]
    counts = (outline.unchanged, outline.count_added, outline.count_changed)
    return tuple(outline.differences), origins, outline.problems, counts


WAYS: Counter[bool] = Counter()


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(sheets(), books())
def test_by_columns_and_entry_by_entry_come_to_the_same(rows, entries):
    quick, slow = both(rows, entries)
    assert type(slow[0].records) is tuple
    assert tuple(quick[0].records) == slow[0].records
    assert quick[0]._replace(records=()) == slow[0]._replace(records=())
    assert told(quick[1]) == told(slow[1])
    WAYS[quick[2]] += 1


def test_most_of_what_was_drawn_went_the_quick_way():
    if not WAYS:
        pytest.skip("nothing was drawn in this run")
    assert WAYS[True] >= 0.3 * WAYS.total()


DECENT = [["工号", "部门", "办案数", "服判率", "评议"]] + [
    [who, "第0庭", ("", Decimal(70 + number)), ("0.00%", Decimal(80 + number) / 100), "好"]
    for number, who in enumerate(PEOPLE)
]


def changed(row: int, column: int, value: object) -> list[list[object]]:
    return [
        [value if (number, place) == (row, column) else cell for place, cell in enumerate(cells)]
        for number, cells in enumerate(DECENT)
    ]


@pytest.mark.parametrize(
    ("value", "column", "by_columns"),
    [
        (("", Decimal(71)), 2, True),
        ("71", 2, True),
        ("71件", 2, True),
        ("—", 2, True),
        (None, 3, True),
        ("95%", 3, True),
        (("", Decimal(95)), 3, True),
        ("较好", 4, True),
        (("", Decimal("0.95")), 3, False),
        ("极好", 4, False),
        ("七十", 2, False),
        ("#DIV/0!", 2, False),
        (date(2024, 3, 1), 2, False),
        ("无此人", 0, False),
    ],
)
def test_only_what_is_beyond_doubt_goes_the_quick_way(value, column, by_columns):
    quick, slow = both(changed(5, column, value), [])
    assert quick[2] is by_columns
    assert (quick[0].problems, told(quick[1])) == (slow[0].problems, told(slow[1]))


def test_what_the_book_holds_is_laid_out_in_the_order_of_the_sheet_whatever_its_own():
    regular = Figures(["甲", "甲", "乙", "乙"], ["n", "p", "n", "p"], ["1", "2", "3", "4"])
    uneven = Figures(["甲", "乙", "甲"], ["n", "p", "p"], ["1", "4", "2"])
    assert [each.texts for each in held_columns.held_columns(regular, ["乙", "丙", "甲"], ["p", "z", "n"])] == [
        ["4", "", "2"],
        ["", "", ""],
        ["3", "", "1"],
    ]
    assert [each.texts for each in held_columns.held_columns(uneven, ["乙", "甲"], ["n", "p"])] == [
        ["", "1"],
        ["4", "2"],
    ]
    assert HeldColumn(["", "1.5"], {}).numbers == [None, Decimal("1.5")]


def test_a_grid_reads_again_what_its_cells_say():
    quick, _ = both(DECENT, [])
    grid = quick[0].records
    assert isinstance(grid, EntryGrid)
    assert grid.numbers(1)[:2] == [Decimal(80), Decimal(81)]
    assert [grid.told(0, 1).number, grid.told(11, 0).number, grid.told(3, 2).word] == [Decimal(80), Decimal(81), "好"]
    assert list(grid.columns[1].figures[:2]) == [80.0, 81.0]
