"""The judges' indicators one by one: 月度纪实, the quarter's 数量 质量 效率 效果 综合 and ±, 年终评价.

Each function gives, for every judge, the rounded scores by code (None: does not apply) and the full marks by code.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction

from tests.independent.court_sheets import NOTHING, OUT

AWARDS = {"国家级": 5, "省级": 3, "市级": 2, "院级": 1, "通报批评": -2}
REVIEWS = {"优秀": Fraction(1, 2), "合格": 0, "瑕疵": Fraction(-1, 2), "一般差错": -1, "重大差错": -3}
REPORTS = {"优秀": 15, "良好": 13, "一般": 10, "较差": 5}
QUARTER_MARKS = {
    "FA1": 35, "FA2": 10, "FB1": 8, "FB2": 6, "FB3": 6, "FC1": 6, "FC2": 5, "FC3": 4, "FD1": 5, "FD2": 3, "FD3": 2, "FE1": 4, "FE2": 4,
    "FE3": 2,
}  # fmt: skip
MONTH_MARKS = {"FM1": 60, "FM2": 20, "FM3": 10, "FM4": 10}
YEAR_MARKS = {"FY1": 50, "FY2": 20, "FY3": 15, "FY4": 15}
Leaves = dict[str, tuple[dict, dict[str, int]]]


def rounded(value: Fraction, places: int = 2) -> Fraction:
    """Half up, away from zero."""
    assert isinstance(value, Fraction | int)
    scaled = abs(value) * 10**places
    units = math.floor(scaled + Fraction(1, 2))
    return Fraction(units if value >= 0 else -units, 10**places)


def below(limit: Fraction | int, value: Fraction) -> Fraction:
    """How far the value stays under the limit, 0 where it does not."""
    return max(Fraction(limit) - value, Fraction(0))


def text(value: Fraction) -> str:
    cents = int(value * 100)
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def is_figure(value: object) -> bool:
    return isinstance(value, Fraction | int)


def clamp(value: Fraction, low: Fraction, high: Fraction) -> Fraction:
    return min(max(value, low), high)


def applied(value: object, rule: Callable[[Fraction], Fraction]) -> Fraction | None:
    """The rule's score, None where the value does not apply. A value still missing must not happen here."""
    assert value != NOTHING
    return None if value in (OUT, None) else rounded(rule(value))


def per_case(marks: int, each: str, free: int = 0) -> Callable[[Fraction], Fraction]:
    return lambda count: max(marks - Fraction(each) * max(0, count - free), Fraction(0))


def share(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) * 100 if whole else None


def in_time(hand, number: str, period: str) -> Fraction | None:
    own = hand.own(number, period)
    return share(sum(case["是否超审限"] == "否" for case in own), len(own))


def changed(hand, number: str, period: str) -> int:
    return sum(case["是否改判发回"] == "是" and case["改发原因"] != "新证据" for case in hand.own(number, period))


def done(hand, number: str, period: str, marks: int) -> Fraction | None:
    task = hand.told(number, "办案任务数", period)
    assert task != NOTHING
    if task == OUT or task <= 0:
        return None
    return rounded(marks * clamp(Fraction(len(hand.own(number, period))) / task, Fraction(0), Fraction(1)))


def workload(hand, number: str, period: str, field: str) -> tuple[Fraction, Fraction] | None:
    """The own folded cases and what they are measured by."""
    percent = hand.told(number, "岗位办案比例", period)
    assert percent != NOTHING
    if percent == OUT:
        return None
    group = [hand.folded(each, period) for each in hand.alike(number, period, field)]
    base = sum(group) / Fraction(len(group)) * hand.presence(number, period) * percent / 100
    return hand.folded(number, period), base


def month_leaves(hand, period: str) -> Leaves:
    return {
        number: (
            {
                "FM1": done(hand, number, period, 60),
                "FM2": applied(in_time(hand, number, period), lambda rate: max(20 - below(97, rate) / 2, Fraction(0))),
                "FM3": applied(changed(hand, number, period), per_case(10, "2")),
                "FM4": applied(hand.told(number, "迟到早退次数", period), per_case(10, "2")),
            },
            MONTH_MARKS,
        )
        for number in hand.judges(period)
        if hand.takes_part(number, period)
    }


def quarter_leaves(hand, period: str) -> Leaves:
    judges = hand.judges(period)
    scores = {number: own_leaves(hand, number, period) for number in judges if hand.takes_part(number, period)}
    documents = {number: document_score(hand, number, period) for number in judges}
    places = place_scores(hand, period)
    for number, leaves in scores.items():
        told = documents[number]
        leaves["FB3"] = mean_score(documents.values()) if told == NOTHING else told
        leaves["FD3"] = mean_score(places.values()) if places[number] is None else places[number]
    return {number: (leaves, QUARTER_MARKS) for number, leaves in scores.items()}


def own_leaves(hand, number: str, period: str) -> dict[str, Fraction | None]:
    """All leaves of a quarter that look at nobody else's score."""
    complaints = hand.told(number, "信访投诉数", period)
    articles = hand.told(number, "信息调研采用数", period)
    sat = sum(number in case["人"]["审判长"] or number in case["人"]["合议庭成员"] for case in hand.cases(period))
    return {
        "FA1": quarter_workload(workload(hand, number, period, "部门")),
        "FA2": done(hand, number, period, 10),
        "FB1": applied(changed(hand, number, period), per_case(8, "2")),
        "FB2": reviewed(hand.events(number, "业务评查", period)),
        "FC1": applied(
            in_time(hand, number, period), lambda rate: max(6 - below(97, rate) * Fraction(3, 10), Fraction(0))
        ),
        "FC2": applied(hand.told(number, "平均审理天数", period), days_score),
        "FC3": applied(hand.told(number, "长期未结数", period), per_case(4, "1")),
        "FD1": accepted(hand, number, period),
        "FD2": Fraction(3) if complaints == NOTHING else applied(complaints, per_case(3, "1.5")),
        "FE1": applied(hand.told(number, "领导评价分", period), lambda mark: mark),
        "FE2": voted(hand.court.ballots[number, period]),
        "FE3": applied(hand.told(number, "迟到早退次数", period), per_case(2, "0.5", 1)),
        "FF1": rounded(clamp(sum(points(hand.events(number, "党建", period))), Fraction(-3), Fraction(3))),
        "FF2": rounded(clamp(sum(awards(hand.events(number, "奖惩", period))), Fraction(-5), Fraction(5))),
        "FF3": Fraction(0) if articles == NOTHING else rounded(min(articles / 2, Fraction(2))),
        "FF4": rounded(min(Fraction(sat, 100), Fraction(3, 2))),
    }


def quarter_workload(pair: tuple[Fraction, Fraction] | None) -> Fraction | None:
    """30 points, half a point for each full 5 % above, one point less for each full 5 % below; 15 to 35."""
    if pair is None:
        return None
    cases, base = pair
    if base <= 0:
        return Fraction(30)
    step = base / 20
    gain = math.floor((cases - base) / step) * Fraction(1, 2) if cases >= base else -math.floor((base - cases) / step)
    return rounded(clamp(30 + Fraction(gain), Fraction(15), Fraction(35)))


def year_workload(pair: tuple[Fraction, Fraction] | None) -> Fraction | None:
    """46 points, half a point for 5 % above, one less for 5 % below, in proportion; 20 to 50."""
    if pair is None:
        return None
    cases, base = pair
    if base <= 0:
        return Fraction(46)
    steps = (cases - base) / (base / 20)
    return rounded(clamp(46 + (steps / 2 if steps > 0 else steps), Fraction(20), Fraction(50)))


def times(event: dict) -> Fraction:
    return Fraction(1) if event["次数"] is None else Fraction(str(event["次数"]))


def reviewed(events: list[dict]) -> Fraction:
    total = Fraction("5.5") + sum(REVIEWS[event["级别"]] * times(event) for event in events)
    return rounded(clamp(total, Fraction(0), Fraction(6)))


def points(events: list[dict]) -> list[Fraction]:
    return once([(event["成果标识"], Fraction(str(event["分值"])) * times(event)) for event in events])


def awards(events: list[dict]) -> list[Fraction]:
    return once([(event["成果标识"], AWARDS[event["级别"]] * times(event)) for event in events])


def once(told: list[tuple[str | None, Fraction]]) -> list[Fraction]:
    """Each 成果标识 counts once, with its highest points."""
    best: dict[str, Fraction] = {}
    for key, value in told:
        if key:
            best[key] = max(best.get(key, value), value)
    return [value for key, value in told if not key] + list(best.values())


def document_score(hand, number: str, period: str) -> Fraction | str | None:
    mark = hand.told(number, "裁判文书评分", period)
    if mark == NOTHING:
        return NOTHING
    if mark == OUT:
        return None
    return rounded(6 * Fraction(1 if mark >= 90 else "0.85" if mark >= 80 else "0.7" if mark >= 70 else 0))


def mean_score(scores) -> Fraction:
    figures = [score for score in scores if is_figure(score)]
    return rounded(sum(figures) / len(figures))


def days_score(days: Fraction) -> Fraction:
    short = below(25, days) / 5 * Fraction(1, 5)
    long = below(days, Fraction(70)) / 10 * Fraction(1, 2)
    return max(5 - short - long, Fraction(0))


def accepted(hand, number: str, period: str) -> Fraction | None:
    """服判息诉: one fifth of a point for each full percentage point below 90, never less than 1."""
    appeals = hand.told(number, "上诉申请再审数", period)
    cases = len(hand.own(number, period))
    assert appeals != NOTHING
    if appeals == OUT or not cases:
        return None
    rate = (1 - appeals / Fraction(cases)) * 100
    return rounded(max(5 - math.floor(below(90, rate)) * Fraction(1, 5), Fraction(1)))


def place_scores(hand, period: str) -> dict[str, Fraction | None]:
    """调解撤诉 by place among the judges of the line: 2, then a tenth less for each place, never less than 1."""
    rates = {}
    for number in hand.judges(period):
        own = hand.own(number, period)
        rates[number] = share(sum(case["结案方式"] in ("调解", "撤诉") for case in own), len(own))
    scores: dict[str, Fraction | None] = {}
    for number, rate in rates.items():
        if rate is None:
            scores[number] = None
            continue
        others = [rates[each] for each in hand.alike(number, period, "条线") if rates[each] is not None]
        better = sum(other > rate for other in others)
        scores[number] = rounded(max(2 - Fraction(better, 10), Fraction(1)))
    return scores


def voted(groups: dict[str, list[Fraction]]) -> Fraction | None:
    """Each group's mean without the highest and the lowest, weighed 40, 30, 30, put on 4 points."""
    if not groups:
        return None
    total = Fraction(0)
    for group, weight in (("院领导", 40), ("部门负责人", 30), ("干警", 30)):
        marks = sorted(groups[group])
        assert len(marks) >= 5
        kept = marks[1:-1]
        total += sum(kept) / len(kept) * Fraction(weight, 100)
    return rounded(total / 100 * 4)


def year_leaves(hand, period: str) -> Leaves:
    return {
        number: (
            {
                "FY1": year_workload(workload(hand, number, period, "条线")),
                "FY2": applied(
                    share(changed(hand, number, period), len(hand.own(number, period))),
                    lambda rate: max(20 - below(rate, Fraction(2)) * 2, Fraction(0)),
                ),
                "FY3": applied(REPORTS.get(hand.told(number, "述职等次", period)), lambda mark: mark),
                "FY4": applied(hand.told(number, "年度领导评价分", period), lambda mark: mark),
            },
            YEAR_MARKS,
        )
        for number in hand.judges(period)
        if hand.takes_part(number, period)
    }
