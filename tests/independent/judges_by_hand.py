"""The sample court's judges, scored a second time: plain arithmetic by the letter of the measure, without the program.

``expected_scores(directory, "2024Q1")`` gives, for every judge who takes part, each indicator and the total as text.
Every rule stands here as somebody read it in the 实施办法, not as the program parses it.
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from pathlib import Path

from tests.independent.court_sheets import NOTHING, OUT, Court
from tests.independent.judges_leaves import is_figure, month_leaves, quarter_leaves, rounded, text, year_leaves

OFF_DUTY = {"病假", "事假", "产假", "借调", "学习"}
DECIDING = ("承办人", "审判长", "合议庭成员")
GATHERING = {
    "办案任务数": "求和", "岗位办案比例": "末值", "上诉申请再审数": "求和", "平均审理天数": "平均", "长期未结数": "末值", "迟到早退次数": "求和",
    "信访投诉数": "求和", "信息调研采用数": "求和",
}  # fmt: skip


def expected_scores(directory: Path, period: str) -> dict[str, dict[str, str]]:
    """Staff number → code → score with two decimals; ``total`` too, and ``摊分`` where something is spread."""
    return Hand(Court(directory)).scores(period)


class Hand:
    """The computing for one court; everything is looked up anew and slowly."""

    def __init__(self, court: Court) -> None:
        self.court = court
        self._folded: dict[tuple[str, str], Fraction] = {}
        self._cases: dict[str, list[dict]] = {}
        self._scores: dict[str, dict[str, dict[str, str]]] = {}

    # --- time

    def days(self, period: str) -> tuple[dt.date, dt.date]:
        months = self.months(period)
        year, first, last = int(period[:4]), int(months[0][5:]), int(months[-1][5:])
        after = dt.date(year + last // 12, last % 12 + 1, 1)
        return dt.date(year, first, 1), after - dt.timedelta(days=1)

    def months(self, period: str) -> list[str]:
        year, rest = period[:4], period[4:]
        if rest.startswith("-"):
            return [period]
        numbers = range(1, 13) if not rest else range(int(rest[1]) * 3 - 2, int(rest[1]) * 3 + 1)
        return [f"{year}-{number:02d}" for number in numbers]

    def posting(self, number: str, period: str) -> dict | None:
        """The posting in force longest: days per division, category and post; equal: the later."""
        first, last = self.days(period)
        lengths: dict[tuple, list] = {}
        for posting in self.court.postings[number]:
            begin, end = max(posting["起"], first), min(posting["止"], last)
            if begin <= end:
                entry = lengths.setdefault((posting["部门"], posting["类别"], posting["职务"]), [0, end, posting])
                entry[0] += (end - begin).days + 1
                entry[1:] = [max(entry[1], end), posting]
        return max(lengths.values(), key=lambda entry: entry[:2])[2] if lengths else None

    def presence(self, number: str, period: str) -> Fraction:
        first, last = self.days(period)
        count = total = 0
        day = first
        while day <= last:
            total += 1
            posted = any(each["起"] <= day <= each["止"] for each in self.court.postings[number])
            away = any(a <= day <= b and kind in OFF_DUTY for a, b, kind in self.court.absences[number])
            count += posted and not away
            day += dt.timedelta(days=1)
        return rounded(Fraction(count, total), 4)

    # --- figures

    def told(self, number: str, item: str, period: str) -> object:
        """A typed-in item: the period's own value, else gathered from the periods inside."""
        values = self.court.values
        if (number, item, period) in values:
            return values[number, item, period]
        months = self.months(period)
        if len(months) == 1 or item not in GATHERING:
            return NOTHING
        inner = months if len(months) == 3 else [f"{period[:4]}Q{quarter}" for quarter in (1, 2, 3, 4)]
        parts = [self.told(number, item, each) for each in inner]
        if NOTHING in parts:
            return NOTHING
        figures = [part for part in parts if is_figure(part)]
        if not figures:
            return OUT
        way = GATHERING[item]
        return (
            sum(figures) if way == "求和" else figures[-1] if way == "末值" else sum(figures) / Fraction(len(figures))
        )

    def cases(self, period: str) -> list[dict]:
        if period not in self._cases:
            first, last = self.days(period)
            assert all(("案件", month) in self.court.looked_at for month in self.months(period))
            self._cases[period] = [case for case in self.court.cases if first <= case["结案日期"] <= last]
        return self._cases[period]

    def own(self, number: str, period: str) -> list[dict]:
        return [case for case in self.cases(period) if number in case["人"]["承办人"]]

    def folded(self, number: str, period: str) -> Fraction:
        """折算结案."""
        if (number, period) not in self._folded:
            total = Fraction(0)
            for case in self.cases(period):
                roles = [role for role in DECIDING if number in case["人"][role]]
                if roles:
                    total += self.coefficient(case) * max(self.court.role_factors[role] for role in roles)
            self._folded[number, period] = total
        return self._folded[number, period]

    def coefficient(self, case: dict) -> Fraction:
        if case["个案系数"] is not None:
            assert case["系数说明"]
            return Fraction(str(case["个案系数"]))
        for field, pattern, factor in self.court.factors:
            pairs = zip(field.split("+"), pattern.split("+"), strict=True)
            if all(
                (case[name] or "").startswith(wanted[:-1]) if wanted.endswith("*") else case[name] == wanted
                for name, wanted in pairs
            ):
                return factor
        return Fraction(0)

    def events(self, number: str, ledger: str, period: str) -> list[dict]:
        first, last = self.days(period)
        assert all((ledger, month) in self.court.looked_at for month in self.months(period))
        return [
            event
            for event in self.court.events
            if event["台账"] == ledger and event["工号"] == number and first <= event["日期"] <= last
        ]

    # --- people

    def judges(self, period: str) -> list[str]:
        found = []
        for number in self.court.postings:
            posting = self.posting(number, period)
            if posting and posting["类别"] == "员额法官":
                found.append(number)
        return found

    def alike(self, number: str, period: str, field: str) -> list[str]:
        """The judges of the same 部门 or 条线."""
        mine = self.posting(number, period)[field]
        return [each for each in self.judges(period) if self.posting(each, period)[field] == mine]

    def takes_part(self, number: str, period: str) -> bool:
        return self.presence(number, period) >= Fraction("0.25") and not self.sick_too_long(number, period)

    def sick_too_long(self, number: str, period: str) -> bool:
        first, last = self.days(period)
        spans = [
            (max(a, first), min(b, last)) for a, b, kind in self.court.absences[number] if kind in ("病假", "事假")
        ]
        return sum((b - a).days + 1 for a, b in spans if a <= b) > 183

    # --- totals

    def scores(self, period: str) -> dict[str, dict[str, str]]:
        if period not in self._scores:
            self._scores[period] = self._computed(period)
        return self._scores[period]

    def _computed(self, period: str) -> dict[str, dict[str, str]]:
        by_kind = {7: month_leaves, 6: quarter_leaves, 4: year_leaves}
        leaves = by_kind[len(period)](self, period)
        return {
            number: self.totalled(number, period, scores, marks)
            for number, (scores, marks) in leaves.items()
            if self.takes_part(number, period)
        }

    def totalled(self, number: str, period: str, scores: dict, marks: dict[str, int]) -> dict[str, str]:
        """Adds what is scored, spreads what does not apply, puts the year together."""
        printed = {code: text(score) for code, score in scores.items() if score is not None}
        full = [code for code in marks if scores.get(code) is not None]
        base = sum(scores[code] for code in full)
        extra = sum(score for code, score in scores.items() if code not in marks and score is not None)
        weight = sum(marks[code] for code in full)
        total = base + extra
        if weight != 100:
            printed["摊分"] = text(rounded(base * 100 / weight) - base)
            total = rounded(base * 100 / weight) + extra
        if len(period) == 4:
            own = rounded(total * Fraction("0.4"))
            printed["周期:本期"] = text(own)
            if not self.always_judge(number, period):
                return printed
            quarters = [self.scores(f"{period}Q{index}").get(number) for index in (1, 2, 3, 4)]
            totals = [Fraction(each["total"]) for each in quarters if each]
            inner = rounded(sum(totals) / len(totals) * Fraction("0.6"))
            printed["周期:季"] = text(inner)
            total = inner + own
        printed["total"] = text(total)
        return printed

    def always_judge(self, number: str, period: str) -> bool:
        """Whether no quarter was scored by another indicator set, whose rules do not stand here."""
        postings = [self.posting(number, f"{period}Q{index}") for index in (1, 2, 3, 4)]
        return all(posting is None or posting["类别"] == "员额法官" for posting in postings)
