"""A judges' measure of 100 marks (数量和岗位业绩 45, 质量 20, 效率 15, 效果 10, 宣传调研 10), told as sheets, and by hand.

The structure is that of a published district court's measure of 2017: each per cent above the target brings 0.5 points,
each per cent below takes 0.5. ``by_hand`` reckons with the raw rows alone and shares no code with the engine.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

SHEETS = {
    "方案": "项目|内容\n方案名称|法官业绩考核办法\n年度|2024\n不计在岗的离岗类型|病假、借调",
    "指标组": '指标组|适用条件\n庭长|职务=="庭长"\n法官|人员类别=="员额法官"',
    "数据项": """编码|名称|类型|汇总|单位|算式
rw|结案任务|数值|求和|件|
ld|岗位评分|评分||分|
sl|受理数|数值|求和|件|
ss|上诉数|数值|求和|件|
ja|结案数|案件|||件数(角色="承办人")
gf|改判折合|案件|||件数(角色="承办人" 且 结果=="改判")+件数(角色="承办人" 且 结果=="发回")*0.6
sx|审限内结案率|公式|||(1-件数(角色="承办人" 且 超审限=="是")/结案数)*100
jl|结案率|公式|||结案数/受理数*100
fp|服判息诉率|公式|||(1-上诉数/结案数)*100
pc|评查瑕疵|台账|||台账=="评查"
xc|宣传调研|台账|||台账=="宣传调研"
jc|奖惩|台账|||台账=="奖惩" """,
    "指标": "指标组|编码|名称|上级|分值|计分方式|参数|数据项|缺数据|不适用|加减分\n"
    + "\n".join(
        line.format(name=name, share=share)
        for name, share in (("法官", ""), ("庭长", "*70%"))
        for line in """{name}|W1|数量和岗位业绩||45||||||
{name}|A|办案数量|W1|30|增减计分|基准=结案任务{share}*在岗比例; 每高=1%:0.5; 每低=1%:0.5; 封顶=35|ja|||
{name}|B|岗位业绩|W1|15|直接计分||ld|均分||
{name}|W2|质量||20||||||
{name}|C1|改判发回|W2|12|按件扣分|每件=2|gf|||
{name}|C2|案件评查|W2|8|按件扣分|每件=1; 免扣=1|pc|||
{name}|W3|效率||15||||||
{name}|D1|审限内结案|W3|10|标准扣分|标准=98; 每差=1:0.5|sx|||
{name}|D2|结案率|W3|5|分档计分|>=95:5; >=90:4; >=85:3; 其他:0|jl|||
{name}|E|服判息诉||10|标准扣分|标准=85; 每差=1:0.2|fp|||
{name}|F|宣传调研||10|事项计分|级别分=国家级:5, 省级:3, 市级:2, 区级:1|xc|||
{name}|G|奖惩|||事项计分|封顶=5; 保底=-10|jc|||是""".splitlines()
    ),
}
MARKS = {"A": 30, "B": 15, "C1": 12, "C2": 8, "D1": 10, "D2": 5, "E": 10, "F": 10}
LEVELS = {"国家级": 5, "省级": 3, "市级": 2, "区级": 1}
FIRST, DAYS = date(2024, 1, 1), 91
Facts = dict[str, Any]


def made_up_facts(seed: int) -> Facts:
    """Raw rows of one quarter: people, figures, cases, events; everything made up by the seed."""
    chance = random.Random(seed)
    people = []
    for number in range(1, 31):
        start = FIRST + timedelta(days=chance.choice([-900, -900, -900, 20, 45]))
        away = chance.choice([0, 0, 0, 10, 33])
        people.append({
            "no": f"F{number}", "division": f"{chance.choice('一二三')}庭", "post": "庭长" if number <= 4 else "",
            "start": start, "away": away, "kind": chance.choice(["病假", "借调", "学习"]),
        })  # fmt: skip
    numbers = [each["no"] for each in people]
    figures: Facts = {}
    for number in numbers:
        months = [(chance.randint(3, 12), chance.randint(4, 14), chance.randint(0, 2)) for _ in range(3)]
        mark = None if chance.random() < 0.1 else Decimal(chance.randint(90, 150)) / 10
        figures[number] = {"months": months, "mark": mark}
    cases = [
        {
            "judge": chance.choice(numbers[:-1]), "member": chance.choice(numbers),
            "result": chance.choice(["维持", "维持", "维持", "维持", "改判", "发回", ""]),
            "late": chance.choice(["是", "否", "否", "否", ""]), "day": FIRST + timedelta(days=chance.randint(0, 90)),
        }
        for _ in range(600)
    ]  # fmt: skip
    events = [
        {
            "ledger": chance.choice(["评查", "宣传调研", "宣传调研", "奖惩"]), "no": chance.choice(numbers),
            "level": chance.choice(list(LEVELS)), "points": Decimal(chance.randint(-40, 40)) / 10,
            "count": chance.choice([None, None, 2]), "key": chance.choice(["", "", "成果甲", "成果乙"]),
            "day": FIRST + timedelta(days=chance.randint(0, 90)),
        }
        for _ in range(160)
    ]  # fmt: skip
    return {"people": people, "figures": figures, "cases": cases, "events": events}


def cents(value: Fraction) -> Decimal:
    """Two decimals, half away from zero."""
    hundredths = Decimal(value.numerator * 100) / Decimal(value.denominator)
    return hundredths.quantize(Decimal(1), ROUND_HALF_UP) / 100


def by_hand(facts: Facts) -> dict[str, dict[str, Decimal | None]]:
    """Everybody's scores by code, and ``总分``; a missing 岗位业绩 takes the mean of the own set."""
    told = {each["no"]: _scores(each, facts) for each in facts["people"]}
    heads = {each["no"] for each in facts["people"] if each["post"]}
    for number, scores in told.items():
        if scores["B"] is None:
            same = [told[other]["B"] for other in told if (other in heads) == (number in heads)]
            marks = [Fraction(mark) for other, mark in zip(told, same, strict=False) if mark is not None and other]
            scores["B"] = cents(sum(marks, Fraction(0)) / len(marks))
    for scores in told.values():
        full = {code: score for code, score in scores.items() if code in MARKS}
        kept = {code: score for code, score in full.items() if score is not None}
        whole = Fraction(sum(kept.values(), Decimal(0)))
        if len(kept) < len(full):
            whole = Fraction(cents(whole * 100 / sum(MARKS[code] for code in kept)))
        scores["总分"] = cents(whole + Fraction(scores["G"] or 0))
    return told


def _scores(person: Facts, facts: Facts) -> dict[str, Decimal | None]:
    number, figures = person["no"], facts["figures"][person["no"]]
    mine = [each for each in facts["cases"] if each["judge"] == number]
    closed = len(mine)
    target, taken, appeals = (sum(month[part] for month in figures["months"]) for part in range(3))
    scores: dict[str, Decimal | None] = {"A": _number(person, closed, target), "B": figures["mark"]}
    changed = sum(each["result"] == "改判" for each in mine) + Fraction(6, 10) * sum(
        each["result"] == "发回" for each in mine
    )
    scores["C1"] = cents(max(Fraction(0), 12 - 2 * Fraction(changed)))
    flaws = sum(each["count"] or 1 for each in _once(facts, number, "评查", "count"))
    scores["C2"] = cents(max(Fraction(0), 8 - max(Fraction(0), Fraction(flaws) - 1)))
    scores["D1"] = scores["E"] = None
    if closed:
        in_time = (1 - Fraction(sum(each["late"] == "是" for each in mine), closed)) * 100
        content = (1 - Fraction(appeals, closed)) * 100
        scores["D1"] = cents(max(Fraction(0), 10 - max(Fraction(0), 98 - in_time) * Fraction(1, 2)))
        scores["E"] = cents(max(Fraction(0), 10 - max(Fraction(0), 85 - content) * Fraction(1, 5)))
    rate = Fraction(closed, taken) * 100
    scores["D2"] = cents(Fraction(5 if rate >= 95 else 4 if rate >= 90 else 3 if rate >= 85 else 0))
    papers = sum(LEVELS[each["level"]] * (each["count"] or 1) for each in _once(facts, number, "宣传调研", "level"))
    scores["F"] = cents(Fraction(min(10, papers)))
    prizes = sum(Fraction(each["points"]) * (each["count"] or 1) for each in _once(facts, number, "奖惩", "points"))
    scores["G"] = cents(min(Fraction(5), max(Fraction(-10), Fraction(prizes))))
    return scores


def _number(person: Facts, closed: int, target: int) -> Decimal:
    """办案数量: whole per cents of the target in post, half a point each, between 0 and 35."""
    first = max(person["start"], FIRST)
    days = set(range((first - FIRST).days, DAYS))
    if person["kind"] in ("病假", "借调"):
        days -= set(range(person["away"]))
    share = Fraction((Decimal(len(days)) / DAYS).quantize(Decimal("0.0001"), ROUND_HALF_UP))
    base = Fraction(target) * (Fraction(7, 10) if person["post"] else 1) * share
    one = base / 100
    steps = int(abs(closed - base) / one)
    score = 30 + Fraction(steps, 2) * (1 if closed > base else -1)
    return cents(min(Fraction(35), max(Fraction(0), score)))


def _once(facts: Facts, number: str, ledger: str, by: str) -> list[Facts]:
    """The person's events of a ledger; of those with one 成果标识 the one that is worth most each time, then in all."""
    worth = {
        "count": lambda each: each["count"] or 1,
        "level": lambda each: LEVELS[each["level"]],
        "points": lambda each: each["points"],
    }[by]
    told = [each for each in facts["events"] if (each["no"], each["ledger"]) == (number, ledger)]
    kept = [each for each in told if not each["key"]]
    for key in ("成果甲", "成果乙"):
        same = [each for each in told if each["key"] == key]
        if same:
            kept.append(max(same, key=lambda each: (worth(each), worth(each) * (each["count"] or 1))))
    return kept
