"""Formulas of the contract, worked out on trees: (operation, operand, …). Shares no code with the program."""

from __future__ import annotations

from fractions import Fraction

EMPTY, OUT = "未填", "不适用"


class NoValue(Exception):
    """A formula that comes to 未填 or 不适用."""


def half_up(value, places=2):
    scaled = abs(Fraction(value)) * 10**places
    whole = int(scaled + Fraction(1, 2))
    return Fraction(whole if value >= 0 else -whole, 10**places)


class Spread:
    """A leaf without a score of its own."""


def divided(a, b):
    if b == 0:
        raise NoValue(OUT)
    return Fraction(a) / b


OPERATIONS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": divided,
    ">=": lambda a, b: a >= b,
    "<": lambda a, b: a < b,
    "最小": min,
    "最大": max,
    "绝对值": abs,
    "取整": lambda a: Fraction(int(a)),
    "四舍五入": lambda a, places: half_up(a, int(places)),
}


class Formulas:
    """What a court answers about formulas; the rest of the court is in ``plain_court``."""

    def worked_out(self, no, tree, leaf=None):
        try:
            return self.eval(no, tree, leaf)
        except NoValue as none:
            return str(none)

    def eval(self, no, tree, leaf=None):
        head, *rest = tree
        if head in {"number", "item", "值", "在岗比例", "得分"}:
            return self.named(no, head, rest, leaf)
        if head == "若":
            return self.eval(no, rest[1] if self.eval(no, rest[0], leaf) else rest[2], leaf)
        if head in {"均值", "合计", "人数", "最高", "最低", "名次"}:
            return self.over(no, head, rest, leaf)
        parts = self.all_of(no, rest, leaf)
        return OPERATIONS[head](*parts)

    def named(self, no, head, rest, leaf):
        if head == "number":
            return rest[0]
        if head == "在岗比例":
            return self.share_in_post(no)
        if head == "得分":
            score = self.score(no, rest[0])
            return self.needed(EMPTY if score is None else OUT if isinstance(score, Spread) else score)
        return self.needed(self.value(no, leaf["item"] if head == "值" else rest[0]))

    def all_of(self, no, trees, leaf):
        parts, nothing = [], []
        for tree in trees:
            try:
                parts.append(self.eval(no, tree, leaf))
            except NoValue as none:
                nothing.append(str(none))
        if nothing:
            raise NoValue(EMPTY if EMPTY in nothing else OUT)
        return parts

    def needed(self, value):
        if value in (EMPTY, OUT):
            raise NoValue(value)
        return value

    def range_of(self, no, where, named):
        wanted = named or self.sets[no]
        for other, post in self.posts.items():
            if post is None:
                continue
            if wanted != "全部" and self.sets[other] != wanted:
                continue
            mine = self.posts[no]
            if where == "部门" and post["division"] != mine["division"]:
                continue
            if where == "条线" and post["line"] != mine["line"]:
                continue
            yield other

    def over(self, no, head, rest, leaf):
        tree, where, named = rest
        values, nothing = {}, OUT
        for other in self.range_of(no, where, named):
            got = self.worked_out(other, tree, leaf)
            if got not in (EMPTY, OUT):
                values[other] = got
            elif got == EMPTY:
                nothing = EMPTY
        if head == "人数":
            return Fraction(len(values))
        if head == "名次":
            own = self.needed(self.worked_out(no, tree, leaf))
            return Fraction(1 + sum(1 for each in values.values() if each > own))
        if not values:
            raise NoValue(nothing)
        if head == "合计":
            return sum(values.values(), Fraction(0))
        if head == "均值":
            return sum(values.values(), Fraction(0)) / len(values)
        return max(values.values()) if head == "最高" else min(values.values())
