"""The judges' measure a second time: plain arithmetic by the letter of its articles, without the program."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from pathlib import Path

from tests.measures.reading import OUT, Row, day, days_between, mean, printed, rounded, rows

FIRST, LAST = dt.date(2017, 1, 1), dt.date(2017, 12, 31)
LEVELS = {"国家级": 4, "省级": 3, "市级": 2, "区级": 1}
REVIEWS = {"优秀": Fraction(1, 2), "合格": 0, "瑕疵": -1, "差错": -3}
Score = Fraction | None


class Hand:
    """The whole year, person by person."""

    def __init__(self, directory: Path) -> None:
        self.people = {row["工号"]: row for row in rows(directory / "花名册.xlsx")}
        self.away = rows(directory / "离岗.xlsx")
        self.cases = rows(directory / "案件2017年度.xlsx")
        self.events = rows(directory / "台账2017年度.xlsx")
        self.told = {row["工号"]: row for row in rows(directory / "数据2017年度.xlsx")}
        self.done: dict[str, dict[str, str]] = {}

    def scores(self) -> dict[str, dict[str, str]]:
        # Judges before heads before leaders before the president: each needs those below.
        for group in ("法官", "速裁法官", "庭长", "院领导", "院长"):
            for number in self.people:
                if self.group(number) == group:
                    self.done[number] = self.score(number, group)
        return self.done

    def group(self, number: str) -> str:
        person = self.people[number]
        if person["职务"] in ("院长", "庭长"):
            return person["职务"]
        if person["职务"] != "审判员":
            return "院领导"
        return "速裁法官" if person["部门"] == "速裁庭" else "法官"

    # --- counts

    def own(self, number: str) -> list[Row]:
        return [case for case in self.cases if case["承办人"] == number]

    def base(self, number: str) -> Fraction:
        """What a mean is made of: 速裁 cases stay out."""
        return Fraction(sum(1 for case in self.own(number) if case["速裁"] != "是"))

    def mean_of_judges(self, division: str | None) -> Fraction:
        figures = [
            self.base(each)
            for each, person in self.people.items()
            if self.group(each) == "法官" and division in (None, person["部门"])
        ]
        found = mean(figures)
        assert found is not None
        return found

    def present(self, number: str) -> Fraction:
        begin = max(day(self.people[number]["任职起"]), FIRST)
        days = (LAST - begin).days + 1
        for away in self.away:
            if away["工号"] == number:
                days -= days_between(day(away["起"]), day(away["止"]), begin, LAST)
        return rounded(Fraction(days, 365), 4)

    def share(self, number: str, field: str, word: str) -> Score:
        cases = self.own(number)
        return Fraction(sum(1 for case in cases if case[field] == word), len(cases)) * 100 if cases else None

    def blamed(self, number: str, outcome: str) -> int:
        return sum(1 for case in self.own(number) if case["二审结果"] == outcome and case["有责"] == "是")

    # --- articles

    def written(self, number: str) -> Fraction:
        """宣传调研: 4 to begin with, ten at most, one article once at its higher level."""
        points, best = Fraction(4), {}
        for event in self.events:
            if event["工号"] != number or event["台账"] != "宣传调研":
                continue
            one = LEVELS[event["级别"]]
            if event["成果标识"]:
                best[event["成果标识"]] = max(best.get(event["成果标识"], 0), one * (event["次数"] or 1))
            else:
                points += one * (event["次数"] or 1)
        return rounded(min(points + sum(best.values()), Fraction(10)))

    def in_time(self, number: str, marks: int) -> Score:
        rate = self.share(number, "超审限", "否")
        return None if rate is None else rounded(max(marks - max(98 - rate, 0) / 2, Fraction(0)))

    def accepted(self, number: str, marks: int) -> Score:
        count = len(self.own(number))
        if not count:
            return None
        rate = (1 - self.told[number]["上诉数"] / count) * 100
        return rounded(max(marks - max(85 - rate, 0) / 5, Fraction(0)))

    def changed(self, number: str) -> Score:
        count = len(self.own(number))
        if not count:
            return None
        rate = (self.blamed(number, "改判") + self.blamed(number, "发回") * Fraction("0.6")) / count * 100
        return rounded(max(12 - max(rate - 2, 0) * Fraction("1.5"), Fraction(0)))

    def quota(self, number: str, target: Fraction) -> Fraction:
        return rounded(30 * min(len(self.own(number)) / target, Fraction(1)))

    def totals(self, numbers: list[str], share: str) -> Score:
        found = mean(Fraction(self.done[each]["total"]) for each in numbers)
        return None if found is None else rounded(found * Fraction(share))

    # --- groups

    def score(self, number: str, group: str) -> dict[str, str]:
        if group in ("法官", "速裁法官"):
            return self.judge(number, "F" if group == "法官" else "S")
        if group == "庭长":
            return self.head(number)
        letter, share, below = ("L", "0.30", "庭长") if group == "院领导" else ("Y", "0.05", "院领导")
        target = self.mean_of_judges(None) * Fraction(share)
        scores = {
            "1": self.quota(number, target),
            "2": self.totals([each for each in self.people if self.group(each) == below], "0.15"),
            "3": rounded(max(20 - 5 * self.blamed(number, "改判"), 5)),
            "4": self.in_time(number, 15),
            "5": self.accepted(number, 10),
            "6": self.written(number),
        }
        marks = dict(zip("123456", (30, 15, 20, 15, 10, 10), strict=True))
        return printed(
            {letter + code: score for code, score in scores.items()},
            {letter + code: mark for code, mark in marks.items()},
        )

    def head(self, number: str) -> dict[str, str]:
        division = self.people[number]["部门"]
        own = [
            each for each, person in self.people.items() if self.group(each) == "法官" and person["部门"] == division
        ]
        reviewed = mean(Fraction(self.done[each]["F22"]) for each in own)
        assert reviewed is not None
        scores: dict[str, Score] = {
            "T1": self.quota(number, self.mean_of_judges(division) * Fraction("0.7")),
            "T2": self.totals(own, "0.15"),
            "T3": self.changed(number),
            "T4": rounded(reviewed),
            "T5": self.in_time(number, 15),
            "T6": self.accepted(number, 10),
            "T7": self.written(number),
        }
        return printed(scores, dict(zip(scores, (30, 15, 12, 8, 15, 10, 10), strict=True)))

    def judge(self, number: str, letter: str) -> dict[str, str]:
        target = self.told[number]["办案任务数"] * self.present(number)
        over = (len(self.own(number)) - target) / target * 100
        steps = int(abs(over))  # only full percents count
        quantity = 40 + Fraction(steps, 2) * (1 if over > 0 else -1)
        scores: dict[str, Score] = {
            "1": rounded(min(max(quantity, Fraction(0)), Fraction(45))),
            "21": self.changed(number),
            "22": self.reviewed(number),
            "31": self.in_time(number, 10),
            "32": self.duration(number),
            "41": self.accepted(number, 6),
            "42": self.settled(number, letter),
            "5": self.written(number),
        }
        marks = dict(zip(scores, (45, 12, 8, 10, 5, 6, 4, 10), strict=True))
        return printed(
            {letter + code: score for code, score in scores.items()},
            {letter + code: mark for code, mark in marks.items()},
        )

    def reviewed(self, number: str) -> Fraction:
        mine = [each for each in self.events if each["工号"] == number and each["台账"] == "业务评查"]
        points = 7 + sum((Fraction(REVIEWS[each["级别"]]) for each in mine), Fraction(0))
        return rounded(min(max(points, Fraction(0)), Fraction(8)))

    def duration(self, number: str) -> Fraction:
        days = self.told[number]["平均审理天数"]
        if days < 20:
            return rounded(max(5 - int((20 - days) / 5) * Fraction(1, 2), Fraction(0)))
        return rounded(max(5 - Fraction(int(max(days - 60, 0) / 10)), Fraction(0)))

    def settled(self, number: str, letter: str) -> Score:
        """By place within the division; where it does not apply, the mean of the group's scores."""
        if self.told[number]["调撤率"] != OUT:
            return self.place(number)
        group = [each for each in self.people if self.group(each) == ("法官" if letter == "F" else "速裁法官")]
        found = mean(self.place(each) for each in group if self.told[each]["调撤率"] != OUT)
        return None if found is None else rounded(found)

    def place(self, number: str) -> Fraction:
        division, group = self.people[number]["部门"], self.group(number)
        rates = [
            self.told[each]["调撤率"]
            for each, person in self.people.items()
            if person["部门"] == division and self.group(each) == group
        ]
        better = sum(1 for rate in rates if rate != OUT and rate > self.told[number]["调撤率"])
        return rounded(max(4 - Fraction(better, 2), Fraction(2)))


def expected(directory: Path) -> dict[str, dict[str, dict[str, str]]]:
    """Period → staff number → code → score."""
    return {"2017": Hand(directory).scores()}
