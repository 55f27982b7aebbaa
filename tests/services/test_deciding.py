"""决定: what a body decides is taken whole or not at all; what is advice, and what no body can decide."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.problems import AppError, Forbidden
from app.services.deciding.closing import close_period
from app.services.deciding.deciding import stage_decisions
from app.services.deciding.grading import grade, grade_document, what_if
from app.services.scoring.computing import compute
from app.services.scoring.results import results_document
from app.services.taking_in.imports import import_document, undo_import
from tests.services.closing_court import MARKS, PROPOSED, Q1, Q2, Court, codes


@pytest.fixture(scope="module")
def computed_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = Court(tmp_path_factory.mktemp("court"))
    made.computed(Q1)
    made.book.close()
    return made.book.path


@pytest.fixture
def court(tmp_path: Path, computed_book: Path) -> Iterator[Court]:
    made = Court(tmp_path, made=computed_book)
    yield made
    made.book.close()


def decided(court: Court) -> dict[str, str | None]:
    persons = results_document(court.book, Q1)["persons"]
    return {each["staff_no"]: each["decided_grade"] for each in persons}


def test_the_tiny_court_is_proposed_as_worked_out_by_hand(court: Court) -> None:
    assert {each.staff_no: each.proposed_grade for each in grade(court.book, Q1).persons} == PROPOSED


def test_what_is_decided_as_proposed_needs_no_reason_and_people_not_named_stay_undecided(court: Court) -> None:
    taken = court.decide(Q1, [["P1", "好", None], ["P4", "一般", None]])
    assert codes(taken) == []
    assert decided(court) == {"P1": "好", "P2": None, "P3": None, "P4": "一般"}
    document = import_document(taken)["files"][0]
    assert (document["kind"], document["period"], document["status"], document["added"]) == (
        "决定",
        "2024Q1",
        "taken",
        2,
    )
    assert document["changes"][0]["staff_no"] == "P1"
    assert (document["changes"][0]["item"], document["changes"][0]["new"]) == ("评定等次", "好")
    grades = {each["grade"]: each["decided"] for each in grade_document(court.book, Q1)["pools"][0]["grades"]}
    assert grades == {"好": 1, "较好": 0, "一般": 1, "较差": 0}


def test_what_is_told_differently_beside_the_same_grade_is_shown_by_its_column(court: Court) -> None:
    court.decide(Q1, [["P1", "好", None, "第一次会议"]], "会议")
    document = import_document(court.decide(Q1, [["P1", "好", "办案突出", "第二次会议"]], "会议"))["files"][0]
    assert [(each["item"], each["old"], each["new"]) for each in document["changes"]] == [
        ("理由", None, "办案突出"),
        ("会议", "第一次会议", "第二次会议"),
    ]


def test_the_same_file_twice_changes_nothing(court: Court) -> None:
    path = court.decisions([["P1", "好", None]])
    from app.services.deciding.deciding import take_decisions

    take_decisions(court.book, stage_decisions(court.book, Q1, path))
    again = take_decisions(court.book, stage_decisions(court.book, Q1, path))
    assert (again.files[0].status, again.batches) == ("unchanged", ())


def test_all_faults_are_told_at_once_and_nothing_is_written(court: Court) -> None:
    taken = court.decide(
        Q1,
        [["P1", "优秀", None], ["P9", "好", None], ["P3", "一般", None], ["P2", "好", None]],
    )
    assert codes(taken) == [
        ("B2", "decision-grade-unknown"),
        ("A3", "person-unknown"),
        ("C4", "decision-without-reason"),
    ]
    assert set(decided(court).values()) == {None}


def test_a_body_decides_otherwise_than_proposed_with_a_reason(court: Court) -> None:
    assert codes(court.decide(Q1, [["P4", "较差", "多次迟延"], ["P2", "较好", "会议认为还需努力"]])) == []
    assert decided(court)["P4"] == "较差"


def test_the_minimum_score_is_advice_a_body_may_decide_against_it_with_a_reason(court: Court) -> None:
    assert codes(court.decide(Q1, [["P4", "较好", "承办全院最难的案件"]])) == []


def test_no_body_decides_better_than_a_veto_leaves(court: Court) -> None:
    court.tell(Q1, {"P4": 70, "P1": 95}, vetoed=["P1"])
    compute(court.book, Q1)
    taken = court.decide(Q1, [["P1", "较好", "平时表现突出"]])
    assert codes(taken) == [("B2", "decision-over-veto")]
    assert "一般" in taken.files[0].faults[0].message
    assert codes(court.decide(Q1, [["P1", "一般", None]])) == []


def test_over_the_quota_is_refused_without_the_number_of_an_approval(court: Court) -> None:
    rows = [["P1", "好", None], ["P2", "好", None], ["P3", "好", "同样突出"]]
    assert codes(court.decide(Q1, rows)) == [(f"B{row}", "decision-over-quota") for row in (2, 3, 4)]
    assert set(decided(court).values()) == {None}
    approved = [[*row, "组发〔2024〕3号" if row[0] == "P3" else None] for row in rows]
    assert codes(court.decide(Q1, approved, "批准文号")) == []
    assert decided(court)["P3"] == "好"


def test_the_quota_counts_what_was_decided_before(court: Court) -> None:
    court.decide(Q1, [["P1", "好", None], ["P2", "好", None]])
    assert codes(court.decide(Q1, [["P3", "好", "同样突出"]])) == [("B2", "decision-over-quota")]
    swap = [["P3", "好", "同样突出"], ["P2", "较好", "会议调整"]]
    assert codes(court.decide(Q1, swap)) == []


def test_whoever_is_not_evaluated_stands_outside_the_quota(court: Court) -> None:
    # Of four, half are two places; of three, one.
    rows = [["P1", "好", None, None], ["P2", "好", None, None], ["P4", "不进行考核", "病假超过半年", "6A"]]
    assert ("B2", "decision-over-quota") in codes(court.decide(Q1, rows, "代码"))
    assert codes(court.decide(Q1, [rows[0], rows[2]], "代码")) == []
    document = grade_document(court.book, Q1)["pools"][0]
    assert (document["size"], document["grades"][0]["limit"], document["outside"]) == (3, 1, {"不进行考核": 1})


def test_even_with_approval_the_scheme_may_set_a_share_that_none_exceeds(tmp_path: Path) -> None:
    court = Court(tmp_path, ["批准后比例上限", "好:60%"])
    court.computed(Q1)
    rows = [["P1", "好", None, None], ["P2", "好", None, None], ["P3", "好", "同样突出", "组发〔2024〕3号"]]
    # 60 % of four, cut down, are two places: none more than the quota itself gives.
    assert codes(court.decide(Q1, rows, "批准文号")) == [("B4", "decision-over-approved")]
    court.book.close()


@pytest.mark.parametrize(
    ("grade_told", "code", "good"),
    [("不确定等次", "5B", True), ("不进行考核", "6B", True), ("不确定等次", "6A", False), ("较好", "5A", False)],
)
def test_outcomes_that_are_no_grade_are_decided_with_their_codes(
    court: Court, grade_told: str, code: str, good: bool
) -> None:
    faults = codes(court.decide(Q1, [["P3", grade_told, "立案调查尚未结案", code]], "代码"))
    assert faults == ([] if good else [("D2", "decision-code-unknown")])


def test_an_outcome_that_is_no_grade_needs_a_reason_where_the_scheme_did_not_find_it(court: Court) -> None:
    assert codes(court.decide(Q1, [["P3", "不确定等次", None]])) == [("C2", "decision-without-reason")]


def test_one_person_told_twice_is_a_fault(court: Court) -> None:
    assert [code for _, code in codes(court.decide(Q1, [["P1", "好", None], ["P1", "较好", "改"]]))] == [
        "decision-twice"
    ]


def test_a_meeting_with_too_few_people_decides_nothing_where_the_scheme_says_so(tmp_path: Path) -> None:
    court = Court(tmp_path, ["会议到会人数", 5])
    court.computed(Q1)
    few = [["P1", "好", None, "赵、钱、孙"]]
    assert codes(court.decide(Q1, few, "到会人员")) == [("D2", "decision-too-few-present")]
    assert codes(court.decide(Q1, [["P1", "好", None, "赵、钱、孙、李、周"]], "到会人员")) == []
    court.book.close()


def test_what_is_not_computed_or_stale_cannot_be_decided(court: Court) -> None:
    path = court.decisions([["P1", "好", None]])
    with pytest.raises(Forbidden, match="decision-not-computed"):
        stage_decisions(court.book, Q2, path)
    court.tell(Q1, {**MARKS, "P1": 60})
    with pytest.raises(Forbidden, match="decision-stale"):
        stage_decisions(court.book, Q1, path)


def test_what_is_sealed_cannot_be_decided(court: Court) -> None:
    court.decide(Q1, [[each, word, None] for each, word in PROPOSED.items()])
    close_period(court.book, Q1)
    with pytest.raises(Forbidden, match="period-sealed"):
        stage_decisions(court.book, Q1, court.decisions([["P1", "较好", "改"]]))


def test_undo_takes_decisions_back(court: Court) -> None:
    batch = court.decide(Q1, [["P1", "好", None]]).batches[0]
    undo_import(court.book, batch, reason="表拿错了")
    assert set(decided(court).values()) == {None}


def test_what_if_a_person_moved_tells_whom_it_pushes_out(court: Court) -> None:
    answer = what_if(court.book, Q1, "P3", "好")
    assert (answer.before, answer.left) == ("较好", 0)
    assert [(each.staff_no, each.before, each.after) for each in answer.moved] == [("P2", "好", "较好")]
    assert len(answer.bars) == 1
    down = what_if(court.book, Q1, "P1", "较好")
    assert [(each.staff_no, each.after) for each in down.moved] == [("P3", "好")]
    with pytest.raises(AppError, match="decision-grade-unknown"):
        what_if(court.book, Q1, "P1", "特好")
