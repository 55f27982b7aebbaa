"""The auxiliaries' measure a second time: plain arithmetic by the letter of its articles, without the program."""

from __future__ import annotations

import calendar
import datetime as dt
from fractions import Fraction
from pathlib import Path

from tests.measures.reading import OUT, Row, day, days_between, mean, printed, rounded, rows, text

MONTHS = ("2012-01", "2012-02", "2012-03")
LETTERS = {"书记员": "S", "司法警察": "J", "司法技术人员": "K"}
Score = Fraction | None


class Month:
    """One month of everybody."""

    def __init__(self, directory: Path, month: str, until: str = "") -> None:
        """``until``: the last month of a stretch that begins with ``month``; its presence, not its scores."""
        self.first = dt.date.fromisoformat(f"{month}-01")
        year, number = map(int, (until or month).split("-"))
        self.last = dt.date(year, number, calendar.monthrange(year, number)[1])
        self.people = {row["工号"]: row for row in rows(directory / "花名册.xlsx")}
        self.away = rows(directory / "离岗.xlsx")
        self.events = rows(directory / f"台账{month}.xlsx")
        self.told = {row["工号"]: row for row in rows(directory / f"数据{month}.xlsx")}

    def scores(self) -> dict[str, dict[str, str]]:
        return {number: self.person(number) for number in self.people if self.takes_part(number)}

    def takes_part(self, number: str) -> bool:
        return self.is_here(number) and self.present(number) >= Fraction("0.5")

    def is_here(self, number: str) -> bool:
        return day(self.people[number]["任职起"]) <= self.last

    def present(self, number: str) -> Fraction:
        begin = max(day(self.people[number]["任职起"]), self.first)
        here = (self.last - begin).days + 1 - self.days_away(number, "产假")
        return rounded(Fraction(here, (self.last - self.first).days + 1), 4)

    def days_away(self, number: str, kind: str) -> int:
        return sum(
            days_between(day(each["起"]), day(each["止"]), self.first, self.last)
            for each in self.away
            if each["工号"] == number and each["离岗类型"] == kind
        )

    # --- articles 3 to 6

    def person(self, number: str) -> dict[str, str]:
        row = self.told[number]
        letter = LETTERS[self.people[number]["人员类别"]]
        work, marks = {"S": self.clerk, "J": self.bailiff, "K": self.expert}[letter](number, row)
        scores: dict[str, Score] = {
            f"{letter}1": self.ballots(row),
            f"{letter}2": self.conduct(number, row),
            **work,
            f"{letter}9": rounded(min(Fraction("1.5") * (row["表彰次数"] or 0), Fraction(4))),
        }
        return printed(scores, {f"{letter}1": 15, f"{letter}2": 20, **marks})

    def ballots(self, row: Row) -> Fraction:
        good = row["优秀票"] + row["称职票"]
        rate = good / (good + row["其他票"]) * 100
        return Fraction(15 if rate >= 90 else 12 if rate >= 80 else 10 if rate >= 70 else 0)

    def conduct(self, number: str, row: Row) -> Fraction:
        private, sick = self.days_away(number, "事假"), self.days_away(number, "病假")
        if private > 3 or sick > 10:
            return Fraction(0)
        noticed = sum(1 for each in self.events if each["工号"] == number and each["级别"] == "通报批评")
        lost = row["迟到次数"] + row["脱岗次数"] + 5 * noticed + private + Fraction(sick, 2)
        return rounded(max(20 - lost, Fraction(0)))

    def clerk(self, number: str, row: Row) -> tuple[dict[str, Score], dict[str, int]]:
        line = self.people[number]["条线"]
        cases = [
            self.told[each]["跟案数"]
            for each, person in self.people.items()
            if person["人员类别"] == "书记员" and person["条线"] == line and each in self.told
        ]
        base = mean(cases)
        assert base is not None
        tenths = (row["跟案数"] - base) / base * 10
        followed = 30 + tenths * (1 if tenths > 0 else Fraction("1.5"))
        late = row["逾期归档数"]
        filed = Fraction(20) if late is None else max(20 - 2 * max(late - 1, Fraction(0)), Fraction(4))
        scores: dict[str, Score] = {
            "S31": rounded(min(max(followed, Fraction(10)), Fraction(35))),
            "S32": rounded(filed),
            "S33": rounded(max(10 - Fraction("0.75") * row["记录差错数"], Fraction(0))),
        }
        return scores, {"S31": 35, "S32": 20, "S33": 10}

    def bailiff(self, _number: str, row: Row) -> tuple[dict[str, Score], dict[str, int]]:
        done: Score = None
        if row["值庭任务"] != OUT:
            done = rounded(40 * min(max(row["值庭完成"] / row["值庭任务"], Fraction(1, 2)), Fraction(1)))
        safe = {0: Fraction(25), 1: Fraction(10)}.get(int(row["安全事故"]), Fraction(0))
        return {"J31": done, "J32": safe}, {"J31": 40, "J32": 25}

    def expert(self, _number: str, row: Row) -> tuple[dict[str, Score], dict[str, int]]:
        words = {"好": Fraction(20), "较好": Fraction(16), "一般": Fraction(12), "差": Fraction(0)}
        rated = row["服务评价"]
        told = [
            self.told[each]["服务评价"] for each, person in self.people.items() if person["人员类别"] == "司法技术人员"
        ]
        middle = mean(words[each] for each in told if each)
        assert middle is not None
        served = words[rated] if rated else rounded(middle)
        return {"K31": rounded(45 - Fraction(int((100 - row["任务完成率"]) / 3))), "K32": served}, {
            "K31": 45,
            "K32": 20,
        }


def expected(directory: Path) -> dict[str, dict[str, dict[str, str]]]:
    """Period → staff number → code → score."""
    months = {month: Month(directory, month).scores() for month in MONTHS}
    quarter = {}
    whole = Month(directory, MONTHS[0], MONTHS[-1])
    for number in filter(whole.takes_part, whole.people):
        totals = [Fraction(scores[number]["total"]) for scores in months.values() if number in scores]
        found = mean(totals)
        if found is not None:
            quarter[number] = {"周期:月": text(rounded(found)), "total": text(rounded(found))}
    return {**months, "2012Q1": quarter}
