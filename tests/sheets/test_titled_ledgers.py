"""台账 sheets without a column 台账: the title names the ledger."""

import pytest

HEAD = ["日期", "工号", "姓名", "事项", "分值"]
EVENT = ["2024-02-06", "A1", "甲", "党课", 1.5]


def ledgers(reading):
    return [(draft.ledger, draft.points) for draft in reading.records]


@pytest.mark.parametrize(
    "title", ["2024年第一季度党建台账", "柳溪县人民法院2024年第一季度党建台账（加分）", "2024年1-3月党建台账登记表"]
)
def test_the_ledger_of_the_title_is_that_of_every_row(desk, faults, title):
    reading = desk.read([[title], HEAD, EVENT, [*EVENT[:3], "讲座", 2]], ledgers=("党建", "廉政"))
    assert (reading.kind, faults(reading), reading.coverage) == ("台账", [], ("党建",))
    assert [(ledger, str(points)) for ledger, points in ledgers(reading)] == [("党建", "1.5"), ("党建", "2")]


def test_the_name_of_the_sheet_tells_it_too(desk, faults):
    reading = desk.read_all({"廉政台账": [["2024年第一季度"], HEAD, EVENT]}, ledgers=("党建", "廉政")).sheets[0]
    assert (faults(reading), reading.coverage) == ([], ("廉政",))


def test_nothing_to_report_needs_no_person(desk, faults):
    rows = [["2024年第一季度党建台账"], HEAD, ["2024-02-06", None, None, "零报告", None]]
    reading = desk.read(rows, ledgers=("党建",))
    assert (faults(reading), reading.coverage, list(reading.records)) == ([], ("党建",), [])


def test_a_ledger_nearly_called_so_is_asked_at_the_title(desk):
    reading = desk.read([["2024年第一季度党健台账"], HEAD, EVENT], ledgers=("党建",))
    assert [(problem.code, problem.source.cell, problem.value) for problem in reading.problems] == [
        ("ledger-near", "A1", "党健")
    ]


@pytest.mark.parametrize("title", ["2024年第一季度工作台账", "2024年第一季度重点工作台账"])
def test_a_title_of_no_ledger_of_the_book_leaves_the_column_missing(desk, faults, title):
    reading = desk.read([[title], HEAD, EVENT], ledgers=("党建",))
    assert (reading.kind, faults(reading)) == ("台账", [("missing-column", "A2")])


def test_a_column_goes_before_the_title(desk, faults):
    reading = desk.read([["2024年第一季度党建台账"], ["台账", *HEAD], ["廉政", *EVENT]], ledgers=("党建", "廉政"))
    assert (faults(reading), reading.coverage) == ([], ("廉政",))


def test_a_title_of_two_ledgers_tells_neither(desk):
    reading = desk.read([["党建台账、廉政台账2024年第一季度"], HEAD, EVENT], ledgers=("党建", "廉政"))
    assert reading.kind == "数据"
