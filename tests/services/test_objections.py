"""异议: lodged, accepted, answered by what was changed; before and after stay (公务员法 art. 95, 96; 法官法 art. 43)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.objections import REJECTED, UPHELD, Way
from app.domain.problems import AppError, Refused
from app.services.books import check_book
from app.services.deciding.closing import close_period, reopen_period
from app.services.deciding.objections import Answer, Complaint, accept, answer, lodge, objection_document, objections
from app.services.deciding.publishing import sign
from app.services.deciding.standing import standing
from app.services.scoring.computing import compute
from tests.services.closing_court import MARKS, PROPOSED, Q1, Court

LODGED = date(2024, 4, 28)
COMPLAINT = Complaint(Way.OBJECTION, "两件撤诉案件没有计入", LODGED, indicator="A")
ANSWERED = date(2024, 5, 8)


def told(outcome: str = UPHELD, **changed: str) -> Answer:
    values = {"answer": "补记两件", "document": "院考〔2024〕5号", "reviewers": "吴某"} | changed
    return Answer(outcome, answered=ANSWERED, **values)


@pytest.fixture(scope="module")
def closed_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = Court(tmp_path_factory.mktemp("court"))
    made.computed(Q1)
    made.decide(Q1, [[each, grade, None, "赵某、钱某"] for each, grade in PROPOSED.items()], "到会人员")
    close_period(made.book, Q1)
    made.book.close()
    return made.book.path


@pytest.fixture
def court(tmp_path: Path, closed_book: Path) -> Iterator[Court]:
    made = Court(tmp_path, made=closed_book)
    yield made
    made.book.close()


def codes(error: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [each.code for each in error.value.problems]


def test_it_is_tied_to_one_indicator_and_one_issue_and_keeps_what_stood_then(court: Court) -> None:
    row, changes = lodge(court.book, Q1, "P4", COMPLAINT)
    document = objection_document(row)
    assert (document["number"], document["issue"], document["indicator"], document["step"]) == (1, 1, "A", "已提出")
    assert (document["name"], document["division"]) == ("甲P4", "民一庭")
    assert document["figures_before"] == {
        "issue": 1, "total": "70.00", "rank": 4, "proposed_grade": "一般", "decided_grade": "一般", "score": "70.00",
    }  # fmt: skip
    assert (document["answer_until"], document["statutory"]) == ("2024-05-13", False)
    assert changes.decisions
    with pytest.raises(AppError, match="objection-indicator-unknown"):
        lodge(court.book, Q1, "P4", COMPLAINT._replace(indicator="Z"))
    with pytest.raises(AppError, match="objection-text-needed"):
        lodge(court.book, Q1, "P4", COMPLAINT._replace(text=" "))
    with pytest.raises(AppError, match="no-result-for-person"):
        lodge(court.book, Q1, "P9", COMPLAINT)


def test_an_appeal_keeps_the_days_of_the_law_once_it_stands_in_the_book(tmp_path: Path) -> None:
    # 公务员法 art. 95: directly within 30 days of knowing; art. 96: decided in 60 days of acceptance, 30 more where complex.
    court = Court(tmp_path, ["法定复核等次", "一般"])
    court.decided(Q1)
    appeal = Complaint(Way.APPEAL, "不服", LODGED, known=date(2024, 4, 20))
    lodge(court.book, Q1, "P4", appeal)
    row, _ = accept(court.book, 1, date(2024, 5, 10), extended=True)
    assert (row.objection.way, row.lodging_until, row.answer_until) == (
        Way.APPEAL, date(2024, 5, 20), date(2024, 8, 8),
    )  # fmt: skip
    assert row.answer_until == objections(court.book)[0].answer_until
    court.book.close()


def test_whoever_answered_a_review_decides_no_appeal_however_far_down_the_line(court: Court) -> None:
    review = COMPLAINT._replace(way=Way.REVIEW)
    for after, reviewer in ((0, "孙某"), (1, "李某")):
        lodge(court.book, Q1, "P4", review._replace(after=after))
        answer(court.book, after + 1, told(REJECTED, reviewers=reviewer))
    lodge(court.book, Q1, "P4", review._replace(after=2, lodged=ANSWERED))
    for barred in ("赵某", "孙某", "李某"):
        with pytest.raises(Refused) as error:
            answer(court.book, 3, told(REJECTED, reviewers=barred))
        assert codes(error) == ["objection-reviewer-barred"]
    assert answer(court.book, 3, told(REJECTED, reviewers="周某"))[0].objection.outcome == REJECTED


def test_one_that_comes_too_late_is_noted_and_told(court: Court) -> None:
    sign(court.book, Q1, {"P4": date(2024, 4, 20)})
    row, _ = lodge(court.book, Q1, "P4", COMPLAINT)
    # Known by the signed notice on the 20th, five days.
    assert (row.objection.known, row.lodging_until, row.late) == (date(2024, 4, 20), date(2024, 4, 25), True)
    with pytest.raises(AppError, match="objection-before-known"):
        lodge(court.book, Q1, "P4", COMPLAINT._replace(lodged=date(2024, 4, 19)))


def test_an_appeal_needs_a_grade_that_the_law_names(court: Court) -> None:
    with pytest.raises(AppError, match="objection-not-statutory"):
        lodge(court.book, Q1, "P4", COMPLAINT._replace(way=Way.APPEAL))


def test_nothing_is_upheld_without_a_change_and_a_computing_that_saw_it(court: Court) -> None:
    lodge(court.book, Q1, "P4", COMPLAINT)
    with pytest.raises(Refused) as error:
        answer(court.book, 1, told())
    assert codes(error) == ["objection-nothing-changed"]
    reopen_period(court.book, Q1, reason="异议成立")
    with pytest.raises(Refused) as error:
        answer(court.book, 1, told())
    assert codes(error) == ["objection-nothing-changed"]
    court.tell(Q1, {**MARKS, "P4": 85})
    with pytest.raises(Refused) as error:
        answer(court.book, 1, told())
    assert codes(error) == ["objection-not-recomputed"]


def test_one_upheld_is_answered_by_the_changed_input_and_the_next_issue_is_closed(court: Court) -> None:
    lodge(court.book, Q1, "P4", COMPLAINT)
    accept(court.book, 1, date(2024, 4, 29))
    reopen_period(court.book, Q1, reason="异议成立")
    court.tell(Q1, {**MARKS, "P4": 85})
    compute(court.book, Q1)
    court.decide(Q1, [["P4", "较好", None, "赵某"]], "到会人员")
    # An open objection keeps the period open.
    assert [each.code for each in standing(court.book, Q1).missing] == ["missing-answers"]
    row, _ = answer(court.book, 1, told())
    document = objection_document(row)
    assert (document["step"], document["outcome"], document["document"]) == ("已答复", "成立", "院考〔2024〕5号")
    before, after = document["figures_before"], document["figures_after"]
    assert (before["total"], after["total"]) == ("70.00", "85.00")
    assert (before["issue"], after["issue"]) == (1, 2)
    assert (before["decided_grade"], after["decided_grade"]) == ("一般", "较好")
    close_period(court.book, Q1)
    person = objections(court.book, staff_no="P4")
    assert [each.objection.number for each in person] == [1]
    assert objections(court.book, staff_no="P1") == ()
    assert check_book(court.book).findings == ()


def test_a_new_decision_is_a_change_too(court: Court) -> None:
    lodge(court.book, Q1, "P4", COMPLAINT._replace(indicator=""))
    reopen_period(court.book, Q1, reason="异议成立")
    court.decide(Q1, [["P4", "较好", "重新评议", None]], "到会人员")
    row, _ = answer(court.book, 1, told())
    assert row.objection.figures_after["decided_grade"] == "较好"


def test_one_rejected_needs_no_change_and_leaves_the_sealed_period_alone(court: Court) -> None:
    lodge(court.book, Q1, "P4", COMPLAINT)
    row, _ = answer(court.book, 1, told(REJECTED, answer="数据无误"))
    assert row.objection.figures_after == row.objection.figures_before
    with pytest.raises(AppError) as error:
        answer(court.book, 1, told(REJECTED))
    assert (error.value.code, error.value.exit_status) == ("objection-answered", 5)
    assert check_book(court.book).findings == ()


def test_whoever_decided_first_does_not_decide_the_review(court: Court) -> None:
    lodge(court.book, Q1, "P4", COMPLAINT._replace(way=Way.REVIEW))
    for barred in ("钱某", "甲P4"):
        with pytest.raises(Refused) as error:
            answer(court.book, 1, told(REJECTED, reviewers=f"{barred}、吴某"))
        assert codes(error) == ["objection-reviewer-barred"]
    answer(court.book, 1, told(REJECTED))
    # Who answered the first one does not answer the second.
    lodge(court.book, Q1, "P4", COMPLAINT._replace(after=1, lodged=date(2024, 5, 10)))
    with pytest.raises(Refused) as error:
        answer(court.book, 2, told(REJECTED)._replace(answered=date(2024, 5, 12)))
    assert codes(error) == ["objection-reviewer-barred"]


def test_an_answer_names_its_document_and_its_reviewers(court: Court) -> None:
    lodge(court.book, Q1, "P4", COMPLAINT)
    with pytest.raises(Refused) as error:
        answer(court.book, 1, told(REJECTED, document="", reviewers=""))
    assert codes(error) == ["objection-document-needed", "objection-reviewer-needed"]
    with pytest.raises(AppError, match="objection-day-order"):
        answer(court.book, 1, told(REJECTED)._replace(answered=date(2024, 4, 1)))
    with pytest.raises(AppError, match="objection-missing"):
        accept(court.book, 7, LODGED)


def test_days_that_are_missed_are_told(court: Court) -> None:
    lodge(court.book, Q1, "P4", COMPLAINT)
    assert not objections(court.book, today=date(2024, 5, 13))[0].overdue
    assert objections(court.book, today=date(2024, 5, 14))[0].overdue
