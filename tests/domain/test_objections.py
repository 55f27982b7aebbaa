"""The days of 异议, 复核, 申诉 (公务员法 art. 95, 96, and the court's own)."""

from datetime import date

import pytest

from app.domain.objections import (
    Objection,
    ObjectionStep,
    Way,
    answer_until,
    conflicts,
    has_statutory_way,
    lodging_until,
)
from app.domain.periods import Period
from app.domain.schemes import Scheme
from tests.domain.faulty_schemes import HEAD, SOUND
from tests.domain.made_up import scheme_of

LAW = scheme_of(**SOUND)
KNOWN = date(2024, 4, 25)


def own(*settings: str) -> Scheme:
    return scheme_of(**SOUND, 方案="\n".join((HEAD["方案"], *settings)))


def objection(way: Way, *, statutory: bool, accepted: date | None = None, extended: bool = False) -> Objection:
    return Objection(
        1, Period.parse("2024"), 1, "P1", way, statutory, "", "不服", 0, KNOWN, date(2024, 5, 6), accepted, extended
    )


def test_the_law_opens_a_review_of_the_lowest_grade_only() -> None:
    # 公务员法 art. 95: 定期考核定为不称职.
    assert has_statutory_way(LAW, "不称职", "员额法官")
    assert not has_statutory_way(LAW, "基本称职", "员额法官")
    assert not has_statutory_way(LAW, "不称职", "聘用制书记员")
    assert not has_statutory_way(LAW, "不称职", "书记员", "聘用制人员")


def test_whom_and_what_the_law_reaches_is_a_setting_of_the_scheme() -> None:
    scheme = own("法定复核等次|不称职、基本称职", "不适用法定复核|工勤人员")
    assert has_statutory_way(scheme, "基本称职", "聘用制书记员")
    assert not has_statutory_way(scheme, "不称职", "工勤人员")


@pytest.mark.parametrize(
    ("way", "reviewed", "until"),
    [
        # Art. 95: review within 30 days of knowing; appeal within 15 of the review's decision, or directly within 30.
        (Way.REVIEW, None, date(2024, 5, 25)),
        (Way.APPEAL, date(2024, 6, 3), date(2024, 6, 18)),
        (Way.APPEAL, None, date(2024, 5, 25)),
    ],
)
def test_until_when_the_law_lets_one_lodge(way: Way, reviewed: date | None, until: date) -> None:
    assert lodging_until(LAW, way, statutory=True, known=KNOWN, reviewed=reviewed) == until


def test_until_when_the_law_wants_an_answer() -> None:
    # Art. 95: a review in 30 days of getting it; art. 96: an appeal in 60 of accepting it, 30 more where complex.
    assert answer_until(LAW, objection(Way.REVIEW, statutory=True)) == date(2024, 6, 5)
    accepted = date(2024, 5, 10)
    assert answer_until(LAW, objection(Way.APPEAL, statutory=True, accepted=accepted)) == date(2024, 7, 9)
    longer = objection(Way.APPEAL, statutory=True, accepted=accepted, extended=True)
    assert answer_until(LAW, longer) == date(2024, 8, 8)


def test_all_else_runs_on_the_courts_own_days() -> None:
    scheme = own("异议提出天数|7", "异议答复天数|10")
    assert lodging_until(LAW, Way.OBJECTION, statutory=False, known=KNOWN, reviewed=None) == date(2024, 4, 30)
    assert lodging_until(scheme, Way.REVIEW, statutory=False, known=KNOWN, reviewed=None) == date(2024, 5, 2)
    assert answer_until(scheme, objection(Way.OBJECTION, statutory=False)) == date(2024, 5, 16)
    assert lodging_until(LAW, Way.OBJECTION, statutory=False, known=None, reviewed=None) is None


def test_whoever_decided_first_or_is_concerned_decides_no_review() -> None:
    assert conflicts("吴某、郑某", "赵某、吴 某", "钱某") == ("吴某",)
    assert conflicts("钱某", "赵某", "钱某") == ("钱某",)
    assert conflicts("郑某", "赵某", "钱某") == ()


def test_how_far_it_is_follows_from_its_days() -> None:
    told = objection(Way.REVIEW, statutory=True)
    assert told.step is ObjectionStep.LODGED
    assert objection(Way.REVIEW, statutory=True, accepted=KNOWN).step is ObjectionStep.ACCEPTED
