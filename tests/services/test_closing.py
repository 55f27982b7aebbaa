"""办结, 重新打开, 封存: what is missing is told, what is sealed stays, and check proves it (contract, section 4.1, 12)."""

import json
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver

import app as program
from app.domain.closing import Stage
from app.domain.periods import Period
from app.domain.problems import AppError, Forbidden, Refused
from app.services.books import check_book, open_book
from app.services.deciding.closing import close_period, issue_rows, refuse_if_sealed, reopen_period
from app.services.deciding.publishing import publish, save_notices, sign, sign_sheet, withdraw
from app.services.deciding.standing import standing, standing_document
from app.services.overview import period_rows
from app.services.scoring.computing import compute
from app.services.scoring.results import explain_document, results_document
from app.services.taking_in.imports import stage, take, undo_import
from app.storage.evaluations import read_evaluation
from app.storage.steps import latest_step
from tests.services.closing_court import MARKS, PROPOSED, Q1, Q2, QUARTERS, STAFF, YEAR, Court, figures, scheme

MARCH = Period.parse("2024-03")


@pytest.fixture(scope="module")
def closed_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = Court(tmp_path_factory.mktemp("court"))
    made.decided(Q1)
    close_period(made.book, Q1)
    made.book.close()
    return made.book.path


@pytest.fixture
def court(tmp_path: Path) -> Iterator[Court]:
    made = Court(tmp_path)
    yield made
    made.book.close()


@pytest.fixture
def closed(tmp_path: Path, closed_book: Path) -> Iterator[Court]:
    made = Court(tmp_path, made=closed_book)
    yield made
    made.book.close()


def missing(court: Court, period: Period, today: date | None = None) -> list[str]:
    return [each.code for each in standing(court.book, period, today=today).missing]


def refusal(error: pytest.ExceptionInfo[AppError]) -> tuple[str, int, list[str]]:
    problems = error.value.problems if isinstance(error.value, Refused) else ()
    return error.value.code, error.value.exit_status, [each.code for each in problems]


def test_each_stage_follows_from_the_records_and_says_what_stands_against_the_next(court: Court) -> None:
    assert (standing(court.book, Q1).stage, missing(court, Q1)) == (Stage.GATHERING, ["missing-computed"])
    court.computed(Q1)
    told = standing(court.book, Q1)
    assert (told.stage, told.next, missing(court, Q1)) == (Stage.COMPUTED, Stage.DECIDED, ["missing-decisions"])
    assert told.missing[0].values["people"] == "P1、P2、P3、P4"
    court.decide(Q1, [[each, grade, None] for each, grade in PROPOSED.items()])
    told = standing(court.book, Q1)
    assert (told.stage, told.next, told.missing) == (Stage.DECIDED, Stage.CLOSED, ())
    close_period(court.book, Q1)
    assert (standing(court.book, Q1).stage, standing(court.book, Q1).next) == (Stage.CLOSED, None)


def test_closing_tells_everything_that_is_missing(court: Court) -> None:
    court.computed(Q1)
    court.tell(Q1, {**MARKS, "P1": 96})
    with pytest.raises(Refused) as error:
        close_period(court.book, Q1)
    assert refusal(error) == ("not-closable", 5, ["missing-fresh", "missing-decisions"])
    assert not results_document(court.book, Q1)["sealed"]


def test_a_longer_period_closes_after_those_inside_it(closed: Court) -> None:
    for quarter in QUARTERS[1:]:
        closed.decided(quarter)
    compute(closed.book, YEAR)
    closed.decide(YEAR, [[each, grade, None] for each, grade in PROPOSED.items()])
    with pytest.raises(Refused) as error:
        close_period(closed.book, YEAR)
    assert refusal(error) == ("not-closable", 5, ["missing-inner"] * 3)
    for quarter in QUARTERS[1:]:
        close_period(closed.book, quarter)
    assert close_period(closed.book, YEAR).issue == 1
    with pytest.raises(Refused) as error:
        reopen_period(closed.book, Q1, reason="更正")
    assert refusal(error) == ("not-reopened", 5, ["outer-sealed"])
    assert check_book(closed.book).findings == ()


def test_what_is_closed_is_told_as_sealed(closed: Court) -> None:
    document = results_document(closed.book, Q1)
    assert (document["sealed"], document["issue"], document["stale"]) == (True, 1, False)
    assert len(document["seal"]) == 64
    row = next(each for each in period_rows(closed.book) if each.period == Q1)
    assert (row.sealed, row.stale) == (True, False)
    told = standing_document(standing(closed.book, Q1))
    assert (told["stage"], told["seal"], told["missing"]) == ("办结", document["seal"], [])
    with pytest.raises(Forbidden, match="already-sealed"):
        close_period(closed.book, Q1)


def test_a_sealed_period_is_neither_computed_nor_decided(closed: Court) -> None:
    with pytest.raises(Forbidden) as error:
        compute(closed.book, Q1)
    assert (error.value.code, error.value.exit_status) == ("period-sealed", 5)
    with closed.book.reading() as session, pytest.raises(Forbidden, match="period-sealed"):
        refuse_if_sealed(session, Q2, MARCH)


ROSTER_HEAD = ["工号", "姓名", "部门", "人员类别", "职务", "任职起", "任职止"]


def posting(
    staff_no: str, name: str, post: str, start: str | None, end: str | None = None, division: str = "民一庭"
) -> list[Any]:
    return [staff_no, name, division, "员额法官", post, start, end]


SHEETS: list[tuple[str, dict[str, Any], Period | None, str]] = [
    ("figures of the period", {"数据": figures({"P1": 10})}, Q1, "sealed-input"),
    ("figures of a month inside it", {"数据": figures({"P1": 10})}, MARCH, "sealed-input"),
    (
        "a ledger of the year",
        {"台账": [["台账", "日期", "工号", "事项"], ["党建", "2024-02-01", "P1", "获奖"]]},
        YEAR,
        "sealed-input",
    ),
    (
        "a leave inside it",
        {"离岗": [["工号", "离岗类型", "起", "止"], ["P1", "病假", "2024-02-01", "2024-02-09"]]},
        None,
        "sealed-posting",
    ),
    (
        "a newcomer since always",
        {"花名册": [ROSTER_HEAD, posting("P7", "新七", "审判员", None)]},
        None,
        "sealed-posting",
    ),
    (
        "another post all the while",
        {"花名册": [ROSTER_HEAD, posting("P1", "甲P1", "庭长", "2020-01-01")]},
        None,
        "sealed-posting",
    ),
    (
        "an end inside it",
        {"花名册": [ROSTER_HEAD, posting("P1", "甲P1", "审判员", "2020-01-01", "2024-03-30")]},
        None,
        "sealed-posting",
    ),
]


@pytest.mark.parametrize(("sheets", "period", "code"), [each[1:] for each in SHEETS], ids=[each[0] for each in SHEETS])
def test_nothing_taken_in_changes_what_is_sealed(
    closed: Court, sheets: dict[str, Any], period: Period | None, code: str
) -> None:
    before = results_document(closed.book, Q1)
    staging = stage(closed.book, [closed.file(sheets)], period=period)
    if staging.can_take:
        with pytest.raises(AppError) as error:
            take(closed.book, staging)
        name, status, problems = refusal(error)
        assert (name, status) == ("sealed-would-change", 5)
        assert code in problems
    else:
        # What speaks of a period by itself is told before it is tried.
        assert {fault.code for each in staging.files for fault in each.faults if fault.stops} == {"period-sealed"}
        assert code == "sealed-input"
    assert results_document(closed.book, Q1) == before
    assert check_book(closed.book).findings == ()


def test_a_sheet_about_a_sealed_period_leaves_nothing_at_all_in_the_book(closed: Court) -> None:
    with closed.book.reading() as session:
        before = latest_step(session)
    for sheets in (
        {"数据": figures({"P1": 10})},
        {"台账": [["台账", "日期", "工号", "事项"], ["党建", "2024-03-05", "P1", "授课"]]},
    ):
        refused = take(closed.book, stage(closed.book, [closed.file(sheets)], period=Q1))
        assert {fault.code for each in refused.files for fault in each.faults if fault.stops} == {"period-sealed"}
    with closed.book.reading() as session:
        assert latest_step(session) == before


AFTERWARDS: list[tuple[str, dict[str, Any], Period | None]] = [
    ("figures of the next quarter", {"数据": figures({"P1": 10})}, Q2),
    ("figures of the year itself", {"数据": figures({"P1": 10})}, YEAR),
    ("a leave after it", {"离岗": [["工号", "离岗类型", "起"], ["P1", "病假", "2024-04-01"]]}, None),
    (
        "a newcomer after it, and a transfer",
        {
            "花名册": [
                ROSTER_HEAD,
                posting("P7", "新七", "审判员", "2024-04-01"),
                posting("P1", "甲P1", "审判员", "2020-01-01", "2024-03-31"),
                posting("P1", "甲P1", "审判员", "2024-04-01", division="民二庭"),
            ]
        },
        None,
    ),
    (
        "a person's other particulars",
        {"花名册": [[*ROSTER_HEAD, "学历"], [*posting("P1", "甲P1", "审判员", "2020-01-01"), "研究生"]]},
        None,
    ),
    ("a further version of the scheme", scheme(version="2"), None),
]


@pytest.mark.parametrize(("sheets", "period"), [each[1:] for each in AFTERWARDS], ids=[each[0] for each in AFTERWARDS])
def test_what_comes_after_a_sealed_period_is_taken_and_changes_nothing_in_it(
    closed: Court, sheets: dict[str, Any], period: Period | None
) -> None:
    before = results_document(closed.book, Q1)
    closed.take(sheets, period)
    assert results_document(closed.book, Q1) == before
    assert check_book(closed.book).findings == ()


def test_an_import_that_a_sealed_period_rests_on_is_not_taken_back(closed: Court) -> None:
    for batch in ("3", "4"):
        with pytest.raises(AppError) as error:
            undo_import(closed.book, batch, reason="拿错了")
        assert error.value.exit_status == 5
    assert check_book(closed.book).findings == ()


def test_reopening_begins_the_next_issue_from_the_same_results_and_decisions(closed: Court) -> None:
    first = results_document(closed.book, Q1)
    with pytest.raises(AppError, match="reason-needed"):
        reopen_period(closed.book, Q1, reason=" ")
    assert reopen_period(closed.book, Q1, reason="异议成立").issue == 2
    second = results_document(closed.book, Q1)
    assert (second["issue"], second["sealed"], second["stale"]) == (2, False, False)
    assert second["persons"] == first["persons"]
    assert [(each.issue, each.reason, each.seal is not None) for each in issue_rows(closed.book, Q1)] == [
        (1, "", True),
        (2, "异议成立", False),
    ]


def test_an_earlier_issue_stays_to_be_read_whatever_the_next_one_becomes(closed: Court) -> None:
    first = results_document(closed.book, Q1)
    reopen_period(closed.book, Q1, reason="异议成立")
    closed.tell(Q1, {**MARKS, "P4": 85})
    compute(closed.book, Q1)
    with pytest.raises(Refused) as error:
        close_period(closed.book, Q1)
    assert refusal(error) == ("not-closable", 5, ["missing-reasons"])
    closed.decide(Q1, [["P4", "较好", None]])
    close_period(closed.book, Q1)
    old, new = (results_document(closed.book, Q1, issue=number) for number in (1, 2))
    assert old == first
    assert old["persons"][-1]["total"] == "70.00"
    assert new["persons"][-1] | {"total": "", "decided_grade": ""} != old["persons"][-1]
    assert {each["staff_no"]: each["total"] for each in new["persons"]}["P4"] == "85.00"
    assert new["seal"] != old["seal"]
    assert check_book(closed.book).findings == ()
    with pytest.raises(AppError, match="issue-unknown"):
        results_document(closed.book, Q1, issue=3)


def test_what_is_open_is_not_opened(court: Court) -> None:
    court.computed(Q1)
    with pytest.raises(Forbidden, match="not-sealed"):
        reopen_period(court.book, Q1, reason="更正")


def test_a_sealed_period_gives_the_same_bytes_under_a_newer_engine(
    closed: Court, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = [results_document(closed.book, Q1), explain_document(closed.book, Q1, "P1")]
    before = json.dumps(documents, ensure_ascii=False)
    path = closed.book.path
    closed.book.close()
    for module in ("app", "app.services.scoring.results", "app.domain.scoring"):
        if hasattr(__import__(module, fromlist=["x"]), "ENGINE_VERSION"):
            monkeypatch.setattr(f"{module}.ENGINE_VERSION", "99")
    assert program.ENGINE_VERSION == "99"
    closed.book = open_book(path)
    documents = [results_document(closed.book, Q1), explain_document(closed.book, Q1, "P1")]
    assert json.dumps(documents, ensure_ascii=False) == before
    assert documents[0]["engine_version"] != "99"
    assert check_book(closed.book).findings == ()


def tampered(court: Court, *statements: str) -> list[str]:
    """What check tells after somebody changed the book with another program, its triggers gone and put back."""
    path = court.book.path
    court.book.close()
    connection = driver.connect(str(path))
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        assert connection.execute(statement).rowcount
    for _, sql in triggers:
        connection.execute(sql)
    connection.commit()
    connection.close()
    court.book = open_book(path)
    return [each.text for each in check_book(court.book).findings if each.code.startswith("check-seal")]


@pytest.mark.parametrize(
    ("statement", "part"),
    [
        ("UPDATE entries SET number = '99' WHERE staff_no = 'P4' AND item = 'df'", "数据"),
        ("UPDATE postings SET post = '庭长' WHERE staff_no = 'P1'", "任职"),
        ("UPDATE decisions SET grade = '好' WHERE staff_no = 'P4'", "评定等次"),
        ("UPDATE results SET total = '99.00' WHERE staff_no = 'P4'", "得分"),
        ("UPDATE evaluations SET engine_version = '0'", "计算"),
        ("UPDATE schemes SET text = replace(text, '50%', '90%')", "方案"),
    ],
)
def test_check_proves_the_seal_and_tells_which_part_differs(closed: Court, statement: str, part: str) -> None:
    found = tampered(closed, statement)
    assert len(found) == 1
    assert found[0].endswith(f"不同的是：{part}。")


def test_what_was_changed_past_us_is_told_in_our_words_and_of_a_long_text_where_it_begins_to_differ(
    closed: Court,
) -> None:
    tampered(
        closed,
        "UPDATE schemes SET text = replace(text, '50%', '90%')",
        "UPDATE evaluations SET engine_version = '0'",
        "UPDATE seals SET digest = replace(digest, 'a', 'b')",
    )
    told = [each.text for each in check_book(closed.book).findings if each.code == "check-changed"]
    assert len(told) == 3
    scheme_told = next(each for each in told if each.startswith("方案"))
    assert "50%" in scheme_told
    assert "90%" in scheme_told
    assert len(scheme_told) < 300
    assert {each.split("：")[1].split("，")[0] for each in told} == {"内容", "算法版本", "校验值"}


def test_a_forged_seal_is_found(closed: Court) -> None:
    found = tampered(closed, "UPDATE seals SET parts = replace(parts, 'a', 'b')")
    assert len(found) == 1
    assert "封存记录本身" in found[0]


def test_an_earlier_issue_is_proved_by_the_history(closed: Court) -> None:
    reopen_period(closed.book, Q1, reason="异议成立")
    closed.tell(Q1, {**MARKS, "P4": 85})
    closed.take(
        {"花名册": [["工号", "姓名", "部门", "人员类别", "任职起"], ["P7", "新", "民一庭", "员额法官", "2024-02-01"]]}
    )
    compute(closed.book, Q1)
    assert check_book(closed.book).findings == ()
    found = tampered(closed, "UPDATE history SET new = replace(new, '\"70\"', '\"75\"') WHERE noun = 'entries'")
    assert [text.endswith("不同的是：数据。") for text in found] == [True]


# --- 公示, 通知 ---------------------------------------------------------------------------------


@pytest.fixture
def public(tmp_path: Path) -> Iterator[Court]:
    (tmp_path / "公示").mkdir()
    made = Court(tmp_path / "公示", ["公示天数", 5])
    yield made
    made.book.close()


def test_publication_is_a_step_only_where_the_scheme_gives_its_days(court: Court, public: Court) -> None:
    court.decided(Q1)
    assert Stage.PUBLIC not in standing(court.book, Q1).stages
    with pytest.raises(Forbidden, match="publication-not-asked"):
        publish(court.book, Q1, date(2024, 4, 15))
    public.decided(Q1)
    told = standing(public.book, Q1)
    assert (told.stage, told.next, missing(public, Q1)) == (Stage.DECIDED, Stage.PUBLIC, ["missing-publication"])


def test_five_working_days_leave_out_weekends_and_published_holidays(public: Court) -> None:
    # 2024-04-29 is a Monday; May 1 to 5 are free, so the fifth working day is the 8th (《公务员考核规定》: five working days).
    public.decided(Q1)
    made, _ = publish(public.book, Q1, date(2024, 4, 29))
    assert (made.until, made.scope) == (date(2024, 5, 8), "评定等次")
    last = made.until
    assert missing(public, Q1, last) == ["missing-publication-running"]
    assert standing(public.book, Q1, today=last).stage is Stage.PUBLIC
    assert missing(public, Q1, date(2024, 5, 9)) == []


def test_a_publication_too_short_or_withdrawn_blocks_closing(public: Court) -> None:
    public.decided(Q1)
    publish(public.book, Q1, date(2024, 4, 15), until=date(2024, 4, 18), scope="评定等次和总分")
    after = date(2024, 7, 1)
    assert missing(public, Q1, after) == ["missing-publication-short"]
    assert standing(public.book, Q1, today=after).missing[0].values["needed"] == "2024-04-19"
    with pytest.raises(Forbidden, match="publication-there"):
        publish(public.book, Q1, date(2024, 4, 15))
    with pytest.raises(AppError, match="reason-needed"):
        withdraw(public.book, Q1, reason="")
    withdraw(public.book, Q1, reason="名单有误")
    assert missing(public, Q1, after) == ["missing-publication-withdrawn"]
    with pytest.raises(Refused):
        close_period(public.book, Q1, today=after)
    publish(public.book, Q1, date(2024, 4, 22))
    assert close_period(public.book, Q1, today=after).issue == 1
    with pytest.raises(Forbidden, match="period-sealed"):
        withdraw(public.book, Q1, reason="名单有误")


def test_what_was_decided_anew_must_be_public_anew(public: Court) -> None:
    public.decided(Q1)
    publish(public.book, Q1, date(2024, 4, 15))
    public.decide(Q1, [["P4", "较差", "多次迟延"]])
    assert missing(public, Q1, date(2024, 7, 1)) == ["missing-publication-changed"]


def test_nothing_is_public_before_it_is_decided_nor_before_the_meeting(public: Court) -> None:
    public.computed(Q1)
    with pytest.raises(Refused) as error:
        publish(public.book, Q1, date(2024, 4, 15))
    assert refusal(error) == ("publication-not-ready", 5, ["missing-decisions"])
    rows = [[each, grade, None, "考评委员会", "2024-04-16"] for each, grade in PROPOSED.items()]
    public.decide(Q1, rows, "会议", "会议日期")
    with pytest.raises(AppError, match="publication-before-meeting"):
        publish(public.book, Q1, date(2024, 4, 15))
    with pytest.raises(AppError, match="publication-ends-before-start"):
        publish(public.book, Q1, date(2024, 4, 17), until=date(2024, 4, 16))


def test_notices_are_signed_by_hand_or_by_the_list_and_block_where_the_scheme_says_so(tmp_path: Path) -> None:
    court = Court(tmp_path, ["通知签收", "是"])
    court.decided(Q1)
    assert missing(court, Q1) == ["missing-notices"]
    with pytest.raises(Refused):
        sign(court.book, Q1, {"P1": date(2024, 4, 25), "P9": date(2024, 4, 25)})
    sign(court.book, Q1, {"P1": date(2024, 4, 25)})
    listed = tmp_path / "签收.xlsx"
    save_notices(court.book, Q1, listed)
    sign_sheet(court.book, Q1, listed)
    assert standing(court.book, Q1).missing[0].values["people"] == "P2、P3、P4"
    other = [["2024年第二季度考核结果通知签收表"], ["工号", "签收日期"], ["P2", "2024-07-26"]]
    with pytest.raises(Refused) as error:
        sign_sheet(court.book, Q1, court.file({"签收": other}))
    assert [each.code for each in error.value.problems] == ["decision-other-period"]
    rows = [["工号", "签收日期", "本人意见"], *([each, "2024-04-26", "同意"] for each in STAFF[1:])]
    sign_sheet(court.book, Q1, court.file({"签收": rows}))
    assert missing(court, Q1) == []
    assert close_period(court.book, Q1).seal.digest
    court.book.close()


def test_opening_a_period_again_computes_nothing_so_the_day_of_its_computing_stays(closed: Court) -> None:
    before = issue_rows(closed.book, Q1)[0].computed_at
    with closed.book.transaction("当时算的", kind="compute") as session:
        later = session.step
    reopen_period(closed.book, Q1, reason="更正")
    with closed.book.reading() as session:
        first, second = (read_evaluation(session, Q1, issue) for issue in (1, 2))
    assert first is not None
    assert second is not None
    assert (second.step, second.computed_at) == (first.step, before)
    assert second.step < later


def test_seals_are_rows_that_no_other_program_changes_unnoticed(closed: Court) -> None:
    path = closed.book.path
    connection = driver.connect(str(path))
    with pytest.raises((sqlite3.Error, driver.Error)):
        connection.execute("DELETE FROM seals")
    connection.close()
