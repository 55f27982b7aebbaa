"""Two whole measures against a computation by hand that shares no code with the engine: every score agrees."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.domain.cases import Case
from app.domain.entries import Entry, State
from app.domain.facts import Facts, InnerResult
from app.domain.ledgers import Coverage, Event
from app.domain.periods import Period
from app.domain.roster import Absence, Person, Posting
from app.domain.scoring import evaluate
from tests.domain.made_up import scheme_of
from tests.examples.measures import banner, dongying

Q1 = Period.parse("2024Q1")
LEDGERS = ("评查", "宣传调研", "奖惩")


def quarter_of_judges(raw):
    """The raw rows as the book would tell them."""
    people = raw["people"]
    entries = []
    for number, told in raw["figures"].items():
        for month, figures in zip(Q1.months, told["months"], strict=True):
            entries += [
                Entry(number, item, month, State.VALUE, Decimal(figure))
                for item, figure in zip(("rw", "sl", "ss"), figures, strict=True)
            ]
        if told["mark"] is not None:
            entries.append(Entry(number, "ld", Q1, State.VALUE, told["mark"]))
    away = [
        Absence(each["no"], each["kind"], dongying.FIRST, dongying.FIRST + timedelta(days=each["away"] - 1))
        for each in people
        if each["away"]
    ]
    return Facts(
        people=tuple(Person(each["no"], each["no"]) for each in people),
        postings=tuple(
            Posting(each["no"], each["division"], "员额法官", post=each["post"], start=each["start"]) for each in people
        ),
        absences=tuple(away),
        entries=tuple(entries),
        cases=tuple(
            Case(f"{number}", each["day"], {"承办人": (each["judge"],), "合议庭成员": (each["member"],)},
                 {"结果": each["result"], "超审限": each["late"]})
            for number, each in enumerate(raw["cases"])
        ),
        events=tuple(
            Event(each["ledger"], each["day"], each["no"], "事项", each["level"], each["points"],
                  None if each["count"] is None else Decimal(each["count"]), result_key=each["key"], ordinal=row)
            for row, each in enumerate(raw["events"])
        ),
        coverage=tuple(Coverage(ledger, Q1) for ledger in ("", *LEDGERS)),
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(1, 9))
def test_a_judges_measure_agrees_with_the_computation_by_hand_in_every_score(seed):
    raw = dongying.made_up_facts(seed)
    by_hand = dongying.by_hand(raw)
    found = evaluate(scheme_of(**dongying.SHEETS), Q1, quarter_of_judges(raw)).results
    assert len(found) == len(by_hand) == 30
    for result in found:
        scores = {node.code: node.score for node in result.tree.parts() if node.kind == "leaf"}
        assert {**scores, "总分": result.total} == by_hand[result.staff_no], result.staff_no
    heads = [each for each in found if each.set_name == "庭长"]
    assert [each.rank for each in heads] == [1 + sum(other.total > each.total for other in heads) for each in heads]


def quarter_of_a_banner(raw):
    people = raw["people"]
    return Facts(
        people=tuple(Person(each["no"], each["no"]) for each in people),
        postings=tuple(
            Posting(each["no"], each["division"], "干警", post=each["post"], establishment=each["establishment"],
                    start=date(2020, 1, 1))
            for each in people
        ),
        entries=tuple(
            Entry(number, "xx", Period.parse(f"2024-0{month}"), State.VALUE, Decimal(times))
            for (number, month), times in raw["missed"].items()
            if times is not None
        ),
        events=tuple(
            Event(each["ledger"], each["day"], each["no"], each["subject"], each["level"],
                  count=None if each["count"] is None else Decimal(each["count"]), ordinal=row)
            for row, each in enumerate(raw["events"])
        ),
        coverage=tuple(Coverage(ledger, Q1) for ledger in ("党建", "纪律")),
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(1, 9))
def test_a_measure_of_plus_and_minus_with_joint_liability_agrees_month_by_month(seed):
    raw = banner.made_up_facts(seed)
    by_hand = banner.by_hand(raw)
    scheme, world = scheme_of(**banner.SHEETS), quarter_of_a_banner(raw)
    months = {month: evaluate(scheme, month, world).results for month in Q1.months}
    for position, results in enumerate(months.values()):
        assert {each.staff_no: each.total for each in results} == {
            number: told[position] for number, (told, _) in by_hand.items()
        }
    inner = {
        month: {each.staff_no: InnerResult(each.status, each.total) for each in results}
        for month, results in months.items()
    }
    quarter = evaluate(scheme, Q1, Facts(world.people, world.postings, coverage=world.coverage, inner=inner)).results
    assert {each.staff_no: each.total for each in quarter} == {number: mean for number, (_, mean) in by_hand.items()}
