"""How far an expected sheet is, receipt by receipt."""

from datetime import date

from app.domain.expected_sheets import ExpectedSheet
from app.domain.periods import Period
from app.domain.receipts import Days, Fate, Held, Receipt, Standing, place, settle, waived

QUARTER, MARCH, FEBRUARY = (Period.parse(code) for code in ("2024Q1", "2024-03", "2024-02"))
DUE, TODAY = date(2024, 4, 8), date(2024, 4, 9)
DAYS = Days(TODAY, DUE, DUE)
NOTHING, ALL = Held(0, 4), Held(4, 4, "2024-04-02T01:00:00+00:00")
PART = Held(1, 4, "2024-04-02T01:00:00+00:00")


def receipt(fate: Fate, day: int, period: Period = QUARTER, **told: str) -> Receipt:
    kind, division = told.get("kind", "数据"), told.get("division", "民一庭")
    moment = f"2024-04-{day:02d}T04:00:00+00:00"
    return Receipt(f"{day}", "表", kind, division, told.get("subjects", ""), period, moment, fate)


def standing(*told: Receipt, held: Held = PART, period: Period = QUARTER) -> Standing:
    return settle(told, period, held, DAYS).standing


def test_the_newest_receipt_speaks() -> None:
    taken, returned = receipt(Fate.TAKEN, 2), receipt(Fate.RETURNED, 3)
    assert standing(held=NOTHING) is Standing.MISSING
    assert standing(returned) is Standing.RETURNED
    assert standing(returned, receipt(Fate.TAKEN, 4)) is Standing.TAKEN
    assert standing(taken, returned, held=ALL) is Standing.RETURNED
    assert standing(receipt(Fate.WAITING, 3)) is Standing.WAITING


def test_a_sheet_handed_in_blank_is_not_handed_in() -> None:
    blank, returned = receipt(Fate.TAKEN, 4), receipt(Fate.RETURNED, 3)
    assert standing(blank, held=NOTHING) is Standing.MISSING
    assert settle((blank,), QUARTER, NOTHING, DAYS).overdue
    assert standing(returned, blank, held=NOTHING) is Standing.RETURNED
    # 没有哪一项要等，或者几个部门合记一本台账的，交了就是交了。
    assert standing(blank, held=Held(0, 1, awaited=False)) is Standing.TAKEN


def test_late_is_what_was_first_taken_after_its_day() -> None:
    assert standing(receipt(Fate.TAKEN, 9)) is Standing.LATE
    assert standing(receipt(Fate.TAKEN, 8)) is Standing.TAKEN
    assert standing(receipt(Fate.TAKEN, 8), receipt(Fate.TAKEN, 20)) is Standing.TAKEN
    assert standing(receipt(Fate.RETURNED, 3), receipt(Fate.TAKEN, 9)) is Standing.LATE


def test_months_told_in_the_sheet_of_their_quarter_are_judged_by_its_day() -> None:
    # 一月的数 4月2日随一季度的表来的：一月的期限 2月7日早过了，季度的 4月8日没有过。
    january, due = Period.parse("2024-01"), date(2024, 2, 7)
    assert settle((), january, ALL, Days(TODAY, due, DUE)).standing is Standing.TAKEN
    assert settle((), january, ALL, Days(TODAY, due, date(2024, 4, 1))).standing is Standing.LATE
    # 一月自己的表来了的，还按一月的期限。
    own = receipt(Fate.TAKEN, 2, january)
    assert settle((own,), january, ALL, Days(TODAY, due, DUE)).standing is Standing.LATE


def test_what_comes_with_the_quarter_is_not_missing_before_the_quarters_day() -> None:
    with_quarter = Days(DUE, DUE, DUE, with_quarter=True)
    told = settle((), FEBRUARY, NOTHING, with_quarter)
    assert (told.standing, told.overdue) == (Standing.LATER, False)
    told = settle((), FEBRUARY, NOTHING, with_quarter._replace(today=TODAY))
    assert (told.standing, told.overdue) == (Standing.MISSING, True)


def test_what_is_not_needed_is_neither_missing_nor_overdue_but_what_came_was_taken() -> None:
    told = waived(settle((), QUARTER, NOTHING, DAYS))
    assert (told.standing, told.overdue) == (Standing.WAIVED, False)
    assert waived(settle((receipt(Fate.RETURNED, 3),), QUARTER, PART, DAYS)).standing is Standing.WAIVED
    assert waived(settle((receipt(Fate.TAKEN, 3),), QUARTER, ALL, DAYS)).standing is Standing.TAKEN
    assert waived(settle((receipt(Fate.TAKEN, 9),), QUARTER, ALL, DAYS)).standing is Standing.LATE


def test_the_books_data_speak_where_no_sheet_came() -> None:
    assert standing(held=ALL) is Standing.TAKEN
    assert standing(held=PART) is Standing.PARTIAL
    assert settle((), QUARTER, PART, DAYS).overdue
    assert not settle((), QUARTER, PART, Days(DUE, DUE, DUE)).overdue


def test_sheets_of_months_do_not_make_a_quarter_whole() -> None:
    months = (receipt(Fate.TAKEN, 2, FEBRUARY), receipt(Fate.TAKEN, 3, MARCH))
    assert standing(*months, held=PART) is Standing.PARTIAL
    assert standing(*months, held=ALL) is Standing.TAKEN
    # 三月的迟了，季度也就迟了。
    assert standing(months[0], receipt(Fate.TAKEN, 9, MARCH), held=ALL) is Standing.LATE


def test_a_month_sent_back_matters_to_the_quarter_only_while_something_is_lacking() -> None:
    months = (receipt(Fate.TAKEN, 2, FEBRUARY), receipt(Fate.RETURNED, 3, MARCH))
    assert standing(*months, held=PART) is Standing.RETURNED
    assert standing(*months, held=ALL) is Standing.TAKEN


def test_receipts_belong_by_kind_period_and_division() -> None:
    own, whole = ExpectedSheet("民一庭", "数据"), ExpectedSheet("审管办", "数据", "全院")
    cases, ledger = ExpectedSheet("审管办", "案件"), ExpectedSheet("机关党委", "台账", "党建")
    expected = (own, whole, cases, ledger, ExpectedSheet("督察室", "台账", "廉政"))
    mine = receipt(Fate.TAKEN, 2)
    elsewhere = receipt(Fate.TAKEN, 2, Period.parse("2024Q2"))
    list_of_cases = receipt(Fate.RETURNED, 3, kind="案件", division="")
    party = receipt(Fate.TAKEN, 4, kind="台账", division="", subjects="党建")
    unread = receipt(Fate.RETURNED, 5, kind="", division="审管办")
    stranger = receipt(Fate.RETURNED, 6, division="后勤中心")
    placed, strays = place((mine, elsewhere, list_of_cases, party, unread, stranger), expected, QUARTER)
    assert placed == {
        own: (mine,), whole: (unread,), cases: (list_of_cases, unread), ledger: (party,), expected[4]: (),
    }  # fmt: skip
    assert strays == (stranger,)
