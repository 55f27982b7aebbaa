"""None found is zero only where somebody looked (contract, section 4, after the table of data items)."""

import pytest

from app.domain.entries import State
from tests.domain.made_up import case, covered, event, facts, person, results, scheme_of

CASES = '件数(角色="承办人")'


def node(kind, formula, *records, period="2024Q1"):
    scheme = scheme_of(
        数据项=f"编码|名称|类型|算式\nx|甲数|{kind}|{formula}",
        指标="指标组|编码|名称|分值|计分方式|参数|数据项\n法官|A|甲|100|直接计分||x",
    )
    return results(scheme, facts([person("P1"), person("P2")], *records), period)["P1"].tree.find("A")


def looked(*codes, ledgers=("",)):
    return tuple(each for code in codes for each in covered(*ledgers, period=code))


def test_within_what_is_covered_nothing_found_is_zero():
    assert f"{node('案件', CASES, looked('2024Q1')).score}" == "0.00"
    assert f"{node('台账', '台账==“廉政”', looked('2024Q1', ledgers=('廉政',))).score}" == "0.00"


def test_outside_it_the_item_is_not_entered_even_where_something_is_found():
    told = node("案件", CASES, case("1", 承办人="P1"))
    assert (told.score, told.state, told.reason) == (None, State.EMPTY, "2024年第一季度的案件清单未报")
    told = node("台账", "台账==“廉政”", event("廉政", "2024-02-01", "P1"))
    assert told.state is State.EMPTY
    assert "“廉政”" in told.reason


@pytest.mark.parametrize("period", ["2024-02", "2024Q3", "2024H1", "2024"])
def test_a_covered_year_covers_all_inside(period):
    assert node("案件", CASES, looked("2024"), period=period).state is State.VALUE


@pytest.mark.parametrize(
    "codes",
    [
        ("2024Q1", "2024Q2", "2024Q3", "2024Q4"),
        tuple(f"2024-{number:02d}" for number in range(1, 13)),
        ("2024H1", "2024Q3", "2024-10", "2024-11", "2024-12"),
    ],
)
def test_four_quarters_or_twelve_months_cover_the_year(codes):
    assert node("案件", CASES, looked(*codes), period="2024").state is State.VALUE
    assert node("案件", CASES, looked(*codes[:-1]), period="2024").state is State.EMPTY


def test_a_quarter_does_not_cover_the_year_nor_another_quarter():
    assert node("案件", CASES, looked("2024Q1"), period="2024").state is State.EMPTY
    assert node("案件", CASES, looked("2024Q2"), period="2024Q1").state is State.EMPTY


def test_a_ledger_sheet_covers_exactly_the_ledgers_that_it_has_a_row_of():
    assert node("台账", "台账==“廉政”", looked("2024Q1", ledgers=("党建",))).state is State.EMPTY


def test_a_condition_that_names_two_ledgers_asks_both():
    both = "台账==“廉政” 或 台账==“党建”"
    assert node("台账", both, looked("2024Q1", ledgers=("廉政",))).state is State.EMPTY
    assert node("台账", both, looked("2024Q1", ledgers=("廉政", "党 建"))).state is State.VALUE


def test_a_condition_that_names_no_ledger_asks_all_of_the_book():
    told = (*looked("2024Q1", ledgers=("廉政",)), *looked("2024Q2", ledgers=("党建",)))
    missing = node("台账", "级别==“通报”", told)
    assert missing.state is State.EMPTY
    assert "“党建”" in missing.reason
    assert node("台账", "级别==“通报”", told, looked("2024Q1", ledgers=("党建",))).state is State.VALUE
    assert node("台账", "", looked("2024Q1", ledgers=("廉政",))).state is State.VALUE


def test_without_any_ledger_in_the_book_it_is_not_entered():
    assert node("台账", "级别==“通报”").state is State.EMPTY


def test_the_count_of_a_ledger_is_the_sum_of_the_counts_one_where_none_is_told():
    told = (event("廉政", "2024-02-01", "P1"), event("廉政", "2024-02-02", "P1", count="3"))
    other = (event("廉政", "2024-02-01", "P2"), event("廉政", "2024-04-01", "P1"))
    assert f"{node('台账', '台账==“廉政”', told, other, looked('2024Q1', ledgers=('廉政',))).score}" == "4.00"


def test_a_condition_may_ask_anything_an_event_tells():
    told = (
        event("廉政", "2024-02-01", "P1", "通报", level="市级", points="-2"),
        event("廉政", "2024-03-01", "P1", "谈话", note="已改"),
    )
    here = looked("2024Q1", ledgers=("廉政",))
    for condition in (
        "台账==“廉政” 且 级别==“市级”",
        "台账==“廉政” 且 分值<0",
        "台账==“廉政” 且 日期<“2024-02-15”",
        "台账==“廉政” 且 备注==“”",
        "台账==“廉政” 且 非 事项==“谈话”",
    ):
        assert f"{node('台账', condition, told, here).score}" == "1.00", condition
    assert f"{node('台账', '台账==“廉政” 且 分值==“”', told, here).score}" == "1.00"
