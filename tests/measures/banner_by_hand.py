"""The banner court's measure a second time: plain arithmetic by the letter of its articles, without the program."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from fractions import Fraction
from pathlib import Path

from tests.measures.reading import OUT, Row, day, days_between, rounded, rows, text

FIRST, LAST = dt.date(2016, 1, 1), dt.date(2016, 12, 31)
BASES = {"党组成员": 1500, "部门正职": 1500, "部门副职": 1200, "一般干警": 1000, "招聘人员": 600}
PARTY = {
    "书记优秀": 30, "支书优秀": 10, "委员优秀": 5, "书记不合格": -20, "支书不合格": -10, "委员不合格": -5, "合格": 0,
}  # fmt: skip


class Hand:
    """The whole year."""

    def __init__(self, directory: Path) -> None:
        self.postings: dict[str, list[Row]] = defaultdict(list)
        for row in rows(directory / "花名册.xlsx"):
            self.postings[row["工号"]].append(row)
        self.away = rows(directory / "离岗.xlsx")
        self.events = rows(directory / "台账2016年度.xlsx")
        self.told = {row["工号"]: row["结案数"] for row in rows(directory / "数据2016年度.xlsx")}

    def days(self, posting: Row) -> int:
        last = day(posting["任职止"]) if posting["任职止"] else LAST
        return days_between(day(posting["任职起"]), last, FIRST, LAST)

    def posting(self, number: str) -> Row:
        """The one in force longest."""
        return max(self.postings[number], key=self.days)

    def months(self, number: str) -> Fraction:
        here = sum(map(self.days, self.postings[number]))
        for each in self.away:
            if each["工号"] == number:
                here -= days_between(day(each["起"]), day(each["止"]), FIRST, LAST)
        return rounded(rounded(Fraction(here, 366), 4) * 12, 4)

    def of(self, number: str, ledger: str, subject: str = "") -> list[Row]:
        return [
            each
            for each in self.events
            if each["工号"] == number and each["台账"] == ledger and subject in ("", each["事项"])
        ]

    def times(self, number: str, subject: str) -> Fraction:
        return sum((each["次数"] or Fraction(1) for each in self.of(number, "考勤", subject)), Fraction(0))

    def honours(self, number: str) -> Fraction:
        """One honour told twice counts once, at its highest."""
        points, best = Fraction(0), {}
        for each in self.of(number, "表彰"):
            one = each["分值"] * (each["次数"] or 1)
            if each["成果标识"]:
                best[each["成果标识"]] = max(best.get(each["成果标识"], one), one)
            else:
                points += one
        return min(points + sum(best.values()), Fraction(80))

    def cases(self, number: str) -> Fraction:
        closed = self.told[number]
        if closed == OUT:
            return Fraction(0)
        return rounded(min(max(2 * (closed - self.months(number) * 3), Fraction(-60)), Fraction(60)))

    def colleagues(self, number: str) -> list[str]:
        division = self.posting(number)["部门"]
        return [each for each in self.postings if each != number and self.posting(each)["部门"] == division]

    def score(self, number: str) -> dict[str, str]:
        category = self.posting(number)["人员类别"]
        letter = "ABCDE"[list(BASES).index(category)]
        points = {
            "0": Fraction(BASES[category]),
            "1": sum((Fraction(PARTY[each["级别"]]) for each in self.of(number, "党建")), Fraction(0)),
            "2": -5 * self.times(number, "缺席学习"),
            "3": -30 * self.times(number, "缺勤值班"),
            "4": max(-10 * self.times(number, "迟到"), Fraction(-100)),
            "5": self.honours(number),
        }
        if category not in ("党组成员", "招聘人员"):
            points["6"] = self.cases(number)
        if category == "部门正职":
            points["7"] = -10 * sum((self.times(each, "缺勤值班") for each in self.colleagues(number)), Fraction(0))
        total = sum(points.values(), Fraction(0))
        if any(each["级别"] == "立案" for each in self.of(number, "廉政")):
            total = Fraction(BASES[category], 2)
        return {**{letter + code: text(figure) for code, figure in points.items()}, "total": text(total)}


def expected(directory: Path) -> dict[str, dict[str, dict[str, str]]]:
    """Period → staff number → code → score."""
    hand = Hand(directory)
    return {"2016": {number: hand.score(number) for number in hand.postings}}
