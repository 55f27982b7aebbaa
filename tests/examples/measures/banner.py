"""A banner court's measure: a base by rank, only plus and minus items, and the head answers for the division.

Base marks: 招聘 600, 一般 1000, 部门副职 1200, 部门正职 and 党组成员 1500. 党建 found excellent: 书记 +30, 支书 +10, 委员 +5; a study
missed −5, late −10, a duty missed −30 and −10 for the head of the division. Months are scored, a quarter is their mean.
"""

from __future__ import annotations

import random
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

BASES = {"招聘": 600, "一般": 1000, "副职": 1200, "正职": 1500, "党组": 1500}
CONDITIONS = {
    "党组": '职务=="党组成员"',
    "正职": '职务=="正职"',
    "副职": '职务=="副职"',
    "招聘": '编制=="招聘"',
    "一般": '人员类别!=""',
}
PARTY = {"书记": 30, "支书": 10, "委员": 5}


def _leaves(name: str) -> list[str]:
    lines = [
        f"{name}|T|总分|{BASES[name]}||||||",
        f"{name}|A|基础分|{BASES[name]}|公式|式={BASES[name]}||||月",
        f"{name}|B|党建评优||事项计分|级别分=书记:30, 支书:10, 委员:5|dj||是|月",
        f"{name}|C|缺学习||按件加分|每件=-5|xx|零分|是|月",
        f"{name}|D|缺岗||按件加分|每件=-30|qg||是|月",
        f"{name}|E|迟到||按件加分|每件=-10|cd||是|月",
    ]
    if name == "正职":
        lines.append(f'{name}|F|连带扣分||公式|式=-10*(合计(缺岗,部门,"全部")-缺岗)|||是|月')
    return lines


SHEETS = {
    "方案": "项目|内容\n方案名称|积分管理办法\n年度|2024",
    "指标组": "指标组|适用条件\n" + "\n".join(f"{name}|{condition}" for name, condition in CONDITIONS.items()),
    "数据项": """编码|名称|类型|算式
dj|党建评优|台账|台账=="党建" 且 事项=="评优"
xx|缺学习|数值|
qg|缺岗|台账|台账=="纪律" 且 事项=="缺岗"
cd|迟到|台账|台账=="纪律" 且 事项=="迟到" """,
    "指标": "指标组|编码|名称|分值|计分方式|参数|数据项|缺数据|加减分|周期\n"
    + "\n".join(line for name in CONDITIONS for line in _leaves(name)),
    "周期": "周期|组成|权重\n季|月|100%",
}
Facts = dict[str, Any]


def made_up_facts(seed: int) -> Facts:
    """Raw rows of one quarter, everything made up by the seed."""
    chance = random.Random(seed)
    people = []
    for division in ("立案庭", "刑庭", "执行局"):
        posts = ["正职", "副职", "", "", "", "党组成员"]
        for position, post in enumerate(posts):
            establishment = "招聘" if not post and chance.random() < 0.4 else "编内"
            people.append(
                {"no": f"{division}{position}", "division": division, "post": post, "establishment": establishment}
            )
    events = []
    for _ in range(70):
        subject = chance.choice(["缺岗", "迟到", "迟到", "评优"])
        events.append({
            "no": chance.choice(people)["no"], "subject": subject, "ledger": "党建" if subject == "评优" else "纪律",
            "level": chance.choice(list(PARTY)) if subject == "评优" else "", "count": chance.choice([None, None, 2]),
            "day": date(2024, chance.randint(1, 3), chance.randint(1, 28)),
        })  # fmt: skip
    missed = {(each["no"], month): chance.choice([None, 0, 0, 1, 3]) for each in people for month in (1, 2, 3)}
    return {"people": people, "events": events, "missed": missed}


def by_hand(facts: Facts) -> dict[str, tuple[list[Decimal], Decimal]]:
    """Everybody's three monthly totals and the quarter's, with two decimals."""
    told = {}
    for person in facts["people"]:
        months = [_month(person, month, facts) for month in (1, 2, 3)]
        mean = (sum(months, Decimal(0)) / 3).quantize(Decimal("0.01"), ROUND_HALF_UP)
        told[person["no"]] = (months, mean)
    return told


def _month(person: Facts, month: int, facts: Facts) -> Decimal:
    total = BASES[_rank(person)] - 5 * (facts["missed"][person["no"], month] or 0)
    prizes = 0
    for event in facts["events"]:
        if event["day"].month != month:
            continue
        times = event["count"] or 1
        if event["no"] == person["no"]:
            prizes += PARTY.get(event["level"], 0) * times
            total -= {"缺岗": 30, "迟到": 10}.get(event["subject"], 0) * times
        elif event["subject"] == "缺岗" and person["post"] == "正职":
            culprit = next(each for each in facts["people"] if each["no"] == event["no"])
            total -= 10 * times if culprit["division"] == person["division"] else 0
    return Decimal(total + prizes).quantize(Decimal("0.01"))


def _rank(person: Facts) -> str:
    ranks = {"党组成员": "党组", "正职": "正职", "副职": "副职"}
    return ranks.get(person["post"]) or ("招聘" if person["establishment"] == "招聘" else "一般")
