"""A second reading of contract section 4, written from its text alone: plain loops over plain dicts, Fractions, no engine.

Shares nothing with the program. Slow and direct on purpose: every question is answered anew, in the words of the contract.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from fractions import Fraction

from tests.independent.plain_formulas import EMPTY, OUT, Formulas, Spread, half_up
from tests.independent.plain_rules import RULES, held

MONTHS = {"2024-01": (1, 31), "2024-02": (2, 29), "2024-03": (3, 31)}
QUARTER = "2024Q1"


def days_of(period):
    if period == QUARTER:
        return dt.date(2024, 1, 1), dt.date(2024, 3, 31)
    month, last = MONTHS[period]
    return dt.date(2024, month, 1), dt.date(2024, month, last)


def months_of(period):
    return sorted(MONTHS) if period == QUARTER else [period]


class Answer(Formulas):
    """All figures of one period: asked person by person, each answer kept."""

    def __init__(self, court, period, inner=None):
        self.court, self.period, self.inner = court, period, inner or {}
        self.start, self.end = days_of(period)
        self.kept = {}
        self.posts = {no: self.longest(no) for no in court["people"]}
        self.sets = {no: self.set_of(no) for no in court["people"]}

    # --- people -------------------------------------------------------------------------------

    def overlap(self, start, end):
        first, last = max(start, self.start), min(end or dt.date(9999, 1, 1), self.end)
        return max(0, (last - first).days + 1)

    def longest(self, no):
        days, latest, post = defaultdict(int), {}, {}
        for posting in self.court["postings"]:
            if posting["no"] != no:
                continue
            held = self.overlap(posting["start"], posting["end"])
            if held:
                key = (posting["division"], posting["category"], posting["post"])
                days[key] += held
                latest[key] = max(latest.get(key, posting["start"]), posting["start"])
                post[key] = posting
        if not days:
            return None
        return post[max(days, key=lambda key: (days[key], latest[key]))]

    def set_of(self, no):
        post = self.posts[no]
        if post is None:
            return None
        for name, fits in self.court["sets"]:
            if fits(post):
                return name
        return None

    def share_in_post(self, no):
        away = set()
        for absence in self.court["absences"]:
            if absence["no"] == no and absence["kind"] in self.court["not_counted"]:
                away |= self.days(absence["start"], absence["end"])
        held = set()
        for posting in self.court["postings"]:
            if posting["no"] == no:
                held |= self.days(posting["start"], posting["end"])
        return half_up(Fraction(len(held - away), (self.end - self.start).days + 1), 4)

    def days(self, start, end):
        first, last = max(start, self.start), min(end or dt.date(9999, 1, 1), self.end)
        return {first + dt.timedelta(n) for n in range((last - first).days + 1)} if last >= first else set()

    def has_posting(self, no, month):
        month_answer = Answer.__new__(Answer)
        month_answer.start, month_answer.end = days_of(month)
        return any(p["no"] == no and month_answer.overlap(p["start"], p["end"]) for p in self.court["postings"])

    # --- data items -----------------------------------------------------------------------------

    def value(self, no, code):
        key = ("value", no, code)
        if key not in self.kept:
            self.kept[key] = self.find(no, code)
        return self.kept[key]

    def find(self, no, code):
        item = self.court["items"][code]
        kind = item["kind"]
        if kind in {"评分", "等次"}:
            return self.court["entries"].get((no, code, self.period), EMPTY)
        if kind == "数值":
            return self.number(no, code, item["sum"])
        if kind == "台账":
            return self.ledger(no, item)
        if kind == "案件":
            return self.cases(no, item)
        if kind == "公式":
            return self.worked_out(no, item["tree"])
        raise AssertionError(kind)

    def number(self, no, code, how):
        own = self.court["entries"].get((no, code, self.period))
        if own is not None:
            return own
        if self.period != QUARTER:
            return EMPTY
        parts = [
            self.court["entries"].get((no, code, m), EMPTY) for m in months_of(self.period) if self.has_posting(no, m)
        ]
        if EMPTY in (parts if how != "末值" else [each for each in parts if each != OUT][-1:]):
            return EMPTY
        parts = [each for each in parts if each != OUT]
        if not parts:
            return OUT
        if how == "末值":
            return parts[-1]
        return {"求和": sum(parts), "平均": sum(parts) / len(parts), "最大": max(parts)}[how]

    def events(self, no, item):
        return [
            event
            for event in self.court["events"]
            if event["no"] == no and self.start <= event["day"] <= self.end and item["fits"](event)
        ]

    def ledger(self, no, item):
        if not self.court["covered"]:
            return EMPTY
        return sum((event["count"] for event in self.events(no, item)), Fraction(0))

    def cases(self, no, item):
        found = Fraction(0)
        for case in self.court["cases"]:
            if not self.start <= case["day"] <= self.end:
                continue
            roles = [r for r, who in case["roles"].items() if no in who and r in item["roles"]]
            if not roles or not item["also"](case):
                continue
            if item["what"] == "件数":
                found += 1
            else:
                found += self.court["base"] * self.factor(case) * max(self.role_factor(r) for r in roles)
        return found

    def factor(self, case):
        if case["own"] is not None:
            return case["own"]
        for field, wanted, factor in self.court["factors"]:
            told = case[field]
            if told == wanted or (wanted.endswith("*") and told.startswith(wanted[:-1])):
                return factor
        return Fraction(0)

    def role_factor(self, role):
        return self.court["role_factors"].get(role, Fraction(1)) if self.court["role_factors"] else Fraction(1)

    # --- scores ---------------------------------------------------------------------------------

    def leaves(self, set_name):
        kind = "季" if self.period == QUARTER else "月"
        return [
            leaf
            for leaf in self.court["leaves"]
            if leaf["set"] == set_name and (not leaf["kinds"] or kind in leaf["kinds"])
        ]

    def leaf(self, no, code):
        return next(each for each in self.leaves(self.sets[no]) if each["code"] == code)

    def score(self, no, code):
        """A Fraction, Spread(), or None where it is incomplete."""
        key = ("score", no, code)
        if key not in self.kept:
            leaf = self.leaf(no, code)
            raw = self.raw(no, leaf)
            self.kept[key] = self.by_policy(no, leaf, raw) if raw in (EMPTY, OUT) else half_up(raw)
        return self.kept[key]

    def by_policy(self, no, leaf, nothing):
        policy = leaf["missing"] if nothing == EMPTY else leaf["outside"]
        if policy == "待补":
            return None
        if policy == "零分":
            return Fraction(0)
        if policy == "满分":
            return half_up(leaf["marks"])
        if policy == "摊分":
            return Spread()
        scores = []
        for other, name in self.sets.items():
            if name == leaf["set"]:
                raw = self.raw(other, leaf)
                if raw not in (EMPTY, OUT):
                    scores.append(half_up(raw))
        return half_up(sum(scores, Fraction(0)) / len(scores)) if scores else None

    def raw(self, no, leaf):
        key = ("raw", no, leaf["code"])
        if key not in self.kept:
            self.kept[key] = self.by_rule(no, leaf)
        return self.kept[key]

    def by_rule(self, no, leaf):
        rule, p, marks = leaf["rule"], leaf["p"], leaf["marks"]
        if rule == "公式":
            got = self.worked_out(no, p["式"], leaf)
            return got if got in (EMPTY, OUT) else held(got, p.get("保底"), p.get("封顶"))
        if rule == "引用得分":
            return self.quoted(no, leaf)
        value = self.value(no, leaf["item"])
        if rule == "事项计分":
            return value if value == EMPTY else self.by_events(no, leaf)
        if value in (EMPTY, OUT):
            return value
        if rule == "名次计分":
            return self.by_place(no, leaf, value)
        figures = {}
        for name in ("目标", "基准", "标准", "下限", "上限"):
            if name in p:
                got = self.worked_out(no, p[name], leaf)
                if got in (EMPTY, OUT):
                    return got
                figures[name] = got
        return RULES[rule](value, p, marks, figures)

    def by_events(self, no, leaf):
        p, best, loose = leaf["p"], {}, Fraction(0)
        for event in self.events(no, self.court["items"][leaf["item"]]):
            points = p["级别分"][event["level"]] if "级别分" in p else event["points"]
            points *= event["count"]
            if event["key"]:
                best[event["key"]] = max(best.get(event["key"], points), points)
            else:
                loose += points
        floor = p.get("保底", None if leaf["beside"] else Fraction(0))
        return held(
            p.get("基本分", Fraction(0)) + loose + sum(best.values(), Fraction(0)), floor, p.get("封顶", leaf["marks"])
        )

    def by_place(self, no, leaf, value):
        p, place = leaf["p"], 1
        for other in self.range_of(no, p["范围"], None):
            got = self.value(other, leaf["item"])
            if got not in (EMPTY, OUT) and (got > value if p["方向"] == "高者先" else got < value):
                place += 1
        if "按位" in p:
            return p["按位"].get(place, p["其他"])
        return max(p["首"] - p["降"] * (place - 1), p.get("保底", Fraction(0)))

    def quoted(self, no, leaf):
        p, scores = leaf["p"], []
        for other, name in self.sets.items():
            if other == no or name != p["组"]:
                continue
            if p["同部门"] and self.posts[other]["division"] != self.posts[no]["division"]:
                continue
            if p["取"] == "总分":
                got = self.total(other)
                if got is None:
                    return EMPTY
            else:
                got = self.score(other, p["取"])
                if got is None:
                    return EMPTY
                if isinstance(got, Spread):
                    return OUT
            scores.append(got)
        return sum(scores, Fraction(0)) / len(scores) * p["折算"] if scores else OUT

    # --- totals ---------------------------------------------------------------------------------

    def own_total(self, no):
        main = spread = beside = Fraction(0)
        marks = Fraction(0)
        missing = False
        for leaf in self.leaves(self.sets[no]):
            if leaf["rule"] == "一票否决":
                continue
            score = self.score(no, leaf["code"])
            if score is None:
                missing = True
            elif isinstance(score, Spread):
                spread += 0 if leaf["beside"] else leaf["marks"]
            elif leaf["beside"]:
                beside += score
            else:
                main += score
                marks += leaf["marks"]
        if missing:
            return None
        if spread:
            if not marks:
                return None
            main = half_up(main * 100 / marks)
        return main + beside

    def total(self, no):
        key = ("total", no)
        if key not in self.kept:
            self.kept[key] = self.whole(no)
        return self.kept[key]

    def whole(self, no):
        for leaf in self.leaves(self.sets[no]):
            if leaf["rule"] == "一票否决" and "总分" in leaf["p"]:
                value = self.value(no, leaf["item"])
                if value not in (EMPTY, OUT) and value > 0:
                    return leaf["p"]["总分"]
        weights = self.court["composition"] if self.period == QUARTER else None
        if not weights:
            return self.own_total(no)
        found = Fraction(0)
        for part, weight in weights.items():
            mean = self.own_total(no) if part == "本期" else self.inner_mean(no)
            if mean is None:
                return None
            found += half_up(mean * weight)
        return found

    def inner_mean(self, no):
        totals = []
        for month in months_of(self.period):
            if self.inner[month].sets[no] is None:
                continue
            totals.append(self.inner[month].total(no))
        if not totals or None in totals:
            return None
        return sum(totals, Fraction(0)) / len(totals)

    def result(self):
        """Person → set, total, scores by code, rank."""
        found = {}
        for no, name in self.sets.items():
            if self.posts[no] is None or name is None:
                continue
            scores = {}
            for leaf in self.leaves(name):
                got = None if leaf["rule"] == "一票否决" else self.score(no, leaf["code"])
                scores[leaf["code"]] = None if isinstance(got, Spread) else got
            found[no] = {"set": name, "total": self.total(no), "scores": scores}
        for each in found.values():
            others = [o["total"] for o in found.values() if o["set"] == each["set"] and o["total"] is not None]
            each["rank"] = None if each["total"] is None else 1 + sum(1 for o in others if o > each["total"])
        return found
