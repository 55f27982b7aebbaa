"""Large tables are read by whole columns: the same records, faults and rows passed over as cell by cell."""

import random
from decimal import Decimal

import pytest

from app.domain.schemes import DataItem, ItemKind
from app.sheets.drafts import Hints
from app.sheets.intake import read_book
from app.sheets.kinds import entry_grid
from app.sheets.kinds.entry_grid import EntryGrid
from app.sheets.reading.grid import workbook_of_raw
from app.sheets.reading.number_formats import plain_number
from app.sheets.reading.raw_cells import ERROR, TEXT, Gatherer, RawBook
from app.sheets.tables import plain_rows

ITEMS = tuple(DataItem(f"x{number}", f"指标{number}", ItemKind.NUMBER) for number in range(4))
HEADER = ["序号", "工号", "姓名", "部门", *(item.name for item in ITEMS)]


def book(rows):
    """A workbook of these rows; a Decimal is a number, an Exception an error cell, None nothing."""
    gatherer = Gatherer("数据2024Q1.xlsx", "一")
    for number, row in enumerate([["2024年第一季度数据"], HEADER, *rows], start=1):
        for column, value in enumerate(row, start=1):
            if isinstance(value, Exception):
                gatherer.put(number, column, ERROR, "#DIV/0!")
            elif isinstance(value, Decimal):
                gatherer.put(number, column, gatherer.number_sign(""), plain_number(value))
            elif value:
                gatherer.put(number, column, TEXT, value)
    return workbook_of_raw("数据2024Q1.xlsx", RawBook([gatherer.finish()]))


def record(number, dice):
    figures = [Decimal(dice.randrange(0, 1000)) / 10 if dice.random() > 0.05 else None for _ in ITEMS]
    return [Decimal(number + 1), f"P{number:04d}", f"人{number}", f"第{number % 7}庭", *figures]


def both(monkeypatch, rows):
    """The reading by columns and the one cell by cell."""
    quick = read_book(book(rows), Hints(ITEMS)).sheets[0]
    monkeypatch.setattr(entry_grid, "ENOUGH", 10**9)
    monkeypatch.setattr(plain_rows, "_ENOUGH", 10**9)
    slow = read_book(book(rows), Hints(ITEMS)).sheets[0]
    assert type(slow.records) is tuple
    return quick, slow


def test_a_table_of_figures_is_a_grid_with_the_same_drafts(monkeypatch):
    dice = random.Random(1)
    quick, slow = both(monkeypatch, [record(number, dice) for number in range(600)])
    assert isinstance(quick.records, EntryGrid)
    assert len(quick.records) == len(slow.records) == 2400
    assert tuple(quick.records) == slow.records
    assert (quick.records[7], quick.records[-1], quick.records[3:5]) == (
        slow.records[7],
        slow.records[-1],
        slow.records[3:5],
    )
    with pytest.raises(IndexError):
        quick.records[2400]
    assert quick._replace(records=()) == slow._replace(records=())


ODD_ROWS = {
    "a total": [None, "合计", None, None, Decimal(1), Decimal(2), Decimal(3), Decimal(4)],
    "a total by its division": [Decimal(3), "P9998", "某某", "小 计", Decimal(1), Decimal(2), Decimal(3), Decimal(4)],
    "a total by its name": [Decimal(3), "P9998", "平均", "一庭", Decimal(1), Decimal(2), Decimal(3), Decimal(4)],
    "a note": ["注：数据截至季末。"],
    "a signature": ["填表人：某某", None, None, "审核人：某某", None, None, None, "2024年4月1日"],
    "the header again": HEADER,
    "an empty numbered row": [Decimal(700)],
    "a division alone": ["第三庭"],
    "a page": ["第2页"],
    "a person without number": [Decimal(5), None, "无号", "一庭", Decimal(1), Decimal(2), Decimal(3), Decimal(4)],
    "somebody twice": [Decimal(5), "P0003", "人3", "第3庭", Decimal(1), Decimal(2), Decimal(3), Decimal(4)],
    "a blank inside a name": [Decimal(5), "P9001", "张　三", "第3庭", Decimal(1), Decimal(2), Decimal(3), Decimal(4)],
    "a wide number": [Decimal(5), "Ｐ９００１", "张三", "第3庭", Decimal(1), Decimal(2), Decimal(3), Decimal(4)],
    "a number as text": [Decimal(5), "P9001", "张三", "第3庭", "１２", Decimal(2), Decimal(3), Decimal(4)],
    "not applicable": [Decimal(5), "P9001", "张三", "第3庭", "/", Decimal(2), Decimal(3), Decimal(4)],
    "an error": [Decimal(5), "P9001", "张三", "第3庭", ValueError(), Decimal(2), Decimal(3), Decimal(4)],
    "a word": [Decimal(5), "P9001", "张三", "第3庭", "很好", Decimal(2), Decimal(3), Decimal(4)],
    "a value without header": [Decimal(5), "P9001", "张三", "第3庭", *[Decimal(1)] * 4, None, Decimal(8)],
    "a numeric staff number": [Decimal(5), Decimal(9001), "张三", "第3庭", *[Decimal(1)] * 4],
    "a period's label": ["周期：2024Q1", "P9001", "张三", "第3庭", *[Decimal(1)] * 4],
}


@pytest.mark.parametrize("odd", ODD_ROWS.values(), ids=ODD_ROWS)
def test_an_odd_row_is_understood_as_it_is_cell_by_cell(monkeypatch, odd):
    dice = random.Random(2)
    rows = [record(number, dice) for number in range(560)]
    for place in (0, 300, 561):
        rows.insert(place, odd)
    quick, slow = both(monkeypatch, rows)
    assert (tuple(quick.records), quick.problems, quick.skipped) == (slow.records, slow.problems, slow.skipped)
    assert quick._replace(records=()) == slow._replace(records=())
