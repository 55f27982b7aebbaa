"""Who is evaluated, by which set, and what is said about it (contract 4.1, 2 and 9)."""

from datetime import date

import pytest

from app.domain.facts import Status
from app.domain.roster import Absence
from tests.domain.made_up import HEAD, entry, evaluation, facts, person, results, scheme_of

SETS = '指标组|适用条件\n庭长|职务=="庭长"\n法官|人员类别=="员额法官"\n其他|人员类别!=""'
LEAVES = """指标组|编码|名称|分值|计分方式|参数|数据项
庭长|A|甲|100|直接计分||x
法官|A|甲|100|直接计分||x
其他|A|甲|100|直接计分||x"""


def scheme(**more):
    return scheme_of(**{"指标组": SETS, "数据项": "编码|名称|类型\nx|甲数|数值", "指标": LEAVES, **more})


def test_the_first_row_that_fits_has_the_person():
    people = [person("P1", post="庭长"), person("P2"), person("P3", category="书记员")]
    told = results(scheme(), facts(people))
    assert [told[each].set_name for each in ("P1", "P2", "P3")] == ["庭长", "法官", "其他"]


def test_a_posting_s_own_set_goes_before_the_conditions():
    assert results(scheme(), facts([person("P1", post="庭长", indicator_set="其 他")]))["P1"].set_name == "其他"


def test_an_own_set_that_the_scheme_does_not_have_is_told_and_not_guessed():
    told = evaluation(scheme(), facts([person("P1", indicator_set="执行员")]))
    assert (told.results[0].status, told.results[0].reason) == (
        Status.NOT_EVALUATED, "任职写明的指标组“执行员”不在方案中",
    )  # fmt: skip
    assert [each.code for each in told.warnings] == ["no-set-fits"]


def test_nobody_s_condition_fits_is_not_evaluated_and_a_warning():
    narrow = scheme(
        指标组='指标组|适用条件\n法官|职级=="一级"', 指标=LEAVES.splitlines()[0] + "\n法官|A|甲|100|直接计分||x"
    )
    told = evaluation(narrow, facts([person("P1", name="甲")]))
    result = told.results[0]
    assert (result.status, result.set_name, result.total, result.rank) == (Status.NOT_EVALUATED, "", None, None)
    assert [(each.code, each.value, each.warning) for each in told.warnings] == [("no-set-fits", "P1", True)]


def test_two_postings_are_scored_in_the_one_longest_in_force_and_both_are_told():
    people = [person("P1", "民一庭", end="2024-01-31"), person("P1", "刑庭", post="庭长", start="2024-02-01")]
    told = results(scheme(), facts(people, entry("P1", "x", "90")))["P1"]
    assert (told.division, told.set_name) == ("刑庭", "庭长")
    assert len(told.notes) == 1
    assert "民一庭" in told.notes[0]
    assert "刑庭" in told.notes[0]


def test_people_without_a_posting_in_the_period_are_not_there():
    assert results(scheme(), facts([person("P1", start="2024-04-01"), person("P2")])).keys() == {"P2"}


PARTICIPATION = """状态|代码|条件
不进行考核|CX|在岗月数<1
不确定等次|BJ|离岗天数("病假","事假")>=60
不进行考核|TX|编制=="临时" """


@pytest.mark.parametrize(
    ("posting", "away", "status", "code"),
    [
        ({}, 0, Status.COMPLETE, ""),
        ({"start": "2024-03-05"}, 0, Status.NOT_EVALUATED, "CX"),
        ({}, 60, Status.UNDETERMINED, "BJ"),
        ({}, 59, Status.COMPLETE, ""),
        ({"establishment": "临时"}, 0, Status.NOT_EVALUATED, "TX"),
        ({"start": "2024-03-05", "establishment": "临时"}, 0, Status.NOT_EVALUATED, "CX"),
    ],
)
def test_who_takes_part_is_a_state_with_a_reason_and_never_a_low_score(posting, away, status, code):
    absence = Absence("P1", "病 假", date(2024, 1, 1), date.fromordinal(date(2023, 12, 31).toordinal() + away))
    told = results(
        scheme(参加考核=PARTICIPATION),
        facts([person("P1", **posting)], absence if away else (), entry("P1", "x", "90")),
    )["P1"]
    assert (told.status, told.reason_code) == (status, code)
    assert (told.total is None) is (status is Status.NOT_EVALUATED)


@pytest.mark.parametrize(("private_from", "status"), [(20, Status.COMPLETE), (30, Status.UNDETERMINED)])
def test_a_day_of_two_kinds_of_absence_is_one_day_away(private_from, status):
    # 病假 1 Jan to 31 Jan; 事假 for 31 days from the 20th (to 19 Feb) or the 30th (to 29 Feb): 50 days or 60 in all, not 62.
    begin = date(2024, 1, private_from)
    away = (
        Absence("P1", "病假", date(2024, 1, 1), date(2024, 1, 31)),
        Absence("P1", "事假", begin, date.fromordinal(begin.toordinal() + 30)),
    )
    told = results(scheme(参加考核=PARTICIPATION), facts([person("P1")], away, entry("P1", "x", "90")))["P1"]
    assert told.status is status


def test_an_undetermined_person_stays_so_without_a_total():
    told = results(scheme(参加考核='状态|代码|条件\n不确定等次|X|编制==""'), facts([person("P1")]))["P1"]
    assert (told.status, told.total, told.rank) == (Status.UNDETERMINED, None, None)
    assert told.reason == '不确定等次：编制==""；甲：2024年第一季度的甲数未填'


def test_months_in_post_stand_with_every_result():
    told = results(
        scheme(方案=f"{HEAD['方案']}\n不计在岗的离岗类型|病假、事 假"),
        facts(
            [person("P1"), person("P2")],
            Absence("P1", "事假", date(2024, 1, 1), date(2024, 1, 31)),
            Absence("P2", "学习", date(2024, 1, 1), date(2024, 1, 31)),
        ),
    )
    # 60 ÷ 91 = 0.6593; × 3 = 1.9779
    assert (f"{told['P1'].months_in_post}", f"{told['P2'].months_in_post}") == ("1.9779", "3.0000")


def test_the_same_facts_in_another_order_give_the_same_results():
    people = [person(f"P{number}", post="庭长" if number == 3 else "") for number in range(1, 12)]
    records = [entry(f"P{number}", "x", str(50 + number % 4)) for number in range(1, 12)]
    forwards = evaluation(scheme(), facts(people, *records))
    backwards = evaluation(scheme(), facts(people[::-1], *records[::-1]))
    assert forwards == backwards
