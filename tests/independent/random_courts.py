"""Courts drawn at random: one model, told twice — as workbooks for the program, as plain values for ``plain_court``."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from random import Random

from tests.independent.random_leaves import CATEGORIES, DIVISIONS, LEVELS, ROLES, SETS, Leaves

PERIODS = ["2024-01", "2024-02", "2024-03", "2024Q1"]


class Draw(Leaves):
    """One court from one seed."""

    def __init__(self, seed):
        self.r = Random(seed)
        self.court = {
            "people": [],
            "postings": [],
            "absences": [],
            "not_counted": set(),
            "entries": {},
            "cases": [],
            "events": [],
            "covered": True,
            "items": {},
            "leaves": [],
            "base": Fraction(1),
            "factors": [],
            "role_factors": {},
            "sets": [],
            "composition": None,
        }
        self.item_rows, self.leaf_rows, self.inputs = [], [], {}
        self.people()
        self.sets = [name for name in SETS if name != "行政" or self.r.random() < 0.8]
        self.court["sets"] = [(name, SETS[name][1]) for name in self.sets]
        self.weights()
        self.items()
        for name in reversed(self.sets):
            self.leaves(name)
        if self.r.random() < 0.5:
            part = self.r.choice([Fraction(60, 100), Fraction(35, 100), Fraction(125, 1000)])
            self.court["composition"] = {"月": part, "本期": 1 - part}
        self.fill()

    def number(self, low, high, places=1):
        scale = 10**places
        return Fraction(self.r.randint(low * scale, high * scale), scale)

    # --- people ------------------------------------------------------------------------------

    def people(self):
        court, r = self.court, self.r
        for number in range(r.randint(5, 11)):
            no = f"Y{number + 1}"
            court["people"].append(no)
            self.posting(no, dt.date(2020, 1, 1), None)
            if r.random() < 0.3:
                first = court["postings"][-1]
                turn = dt.date(2024, r.randint(1, 3), r.choice([1, 2, 11, 15, 16, 28]))
                if turn > dt.date(2024, 1, 1):
                    first["end"] = turn - dt.timedelta(1)
                    self.posting(no, turn + dt.timedelta(r.choice([0, 0, 5])), None)
            elif r.random() < 0.2:
                court["postings"][-1]["start"] = dt.date(2024, r.randint(1, 3), r.randint(2, 28))
            if r.random() < 0.3:
                start = dt.date(2024, r.randint(1, 3), r.randint(1, 28))
                court["absences"].append(
                    {
                        "no": no,
                        "kind": r.choice(["病假", "产假", "学习"]),
                        "start": start,
                        "end": r.choice([None, start + dt.timedelta(r.randint(0, 40))]),
                    }
                )
        court["not_counted"] = set(r.sample(["病假", "产假", "事假"], r.randint(0, 2)))

    def posting(self, no, start, end):
        category, post = self.r.choice(CATEGORIES)
        division = self.r.choice(list(DIVISIONS))
        self.court["postings"].append(
            {
                "no": no,
                "division": division,
                "line": DIVISIONS[division],
                "category": category,
                "post": post,
                "start": start,
                "end": end,
            }
        )

    def in_post(self, no, period):
        first = {
            "2024-01": dt.date(2024, 1, 1),
            "2024-02": dt.date(2024, 2, 1),
            "2024-03": dt.date(2024, 3, 1),
            "2024Q1": dt.date(2024, 1, 1),
        }[period]
        last = {
            "2024-01": dt.date(2024, 1, 31),
            "2024-02": dt.date(2024, 2, 29),
            "2024-03": dt.date(2024, 3, 31),
            "2024Q1": dt.date(2024, 3, 31),
        }[period]
        return any(
            p["no"] == no and p["start"] <= last and (p["end"] is None or p["end"] >= first)
            for p in self.court["postings"]
        )

    # --- data items --------------------------------------------------------------------------

    def weights(self):
        court, r = self.court, self.r
        court["base"] = r.choice([Fraction(1), Fraction(3, 2), Fraction(10)])
        rows = [
            ("程序", "小额", Fraction(1, 2)),
            ("案由", "建设工程*", Fraction(2)),
            ("案件字", "民初", self.number(1, 2, 2)),
            ("案由", "*", Fraction(11, 10)),
        ]
        court["factors"] = rows[: r.randint(1, 4)]
        if r.random() < 0.7:
            court["role_factors"] = {
                "承办人": Fraction(r.randint(5, 10), 10),
                "合议庭成员": self.number(0, 1, 2),
                "书记员": Fraction(1, 4),
            }

    def item(self, kind, text="", sum_="", **further):
        code = f"k{len(self.item_rows) + 1}"
        self.court["items"][code] = {"kind": kind, "sum": sum_, **further}
        self.item_rows.append(
            [
                code,
                f"项目{'甲乙丙丁戊己庚辛壬癸'[len(self.item_rows) % 10]}{len(self.item_rows)}",
                kind,
                sum_ or None,
                None,
                "政治部",
                text or None,
            ]
        )
        return code

    def items(self):
        r = self.r
        self.numbers = [
            self.item("数值", sum_=r.choice(["求和", "平均", "末值", "最大"])) for _ in range(r.randint(2, 4))
        ]
        roles = r.sample(ROLES, r.randint(1, 2))
        text = " 或 ".join(f'角色="{role}"' for role in roles)
        self.numbers.append(self.item("案件", f"折算({text})", what="折算", roles=set(roles), also=lambda case: True))
        role = r.choice(ROLES)
        self.numbers.append(
            self.item(
                "案件",
                f'件数(角色="{role}" 且 超审限=="是")',
                what="件数",
                roles={role},
                also=lambda case: case["late"] == "是",
            )
        )
        self.ledger_all = self.item("台账", '台账=="党建"', fits=lambda event: event["ledger"] == "党建")
        self.ledger_some = self.item(
            "台账",
            '台账="廉政" 且 级别=="市级"',
            fits=lambda event: event["ledger"] == "廉政" and event["level"] == "市级",
        )
        self.numbers.append(self.ledger_some)
        tree = self.tree(2, "", scopes=False)
        self.numbers.append(self.item("公式", self.told(tree), tree=tree))

    # --- data --------------------------------------------------------------------------------

    def fill(self):
        r, court = self.r, self.court
        if r.random() < 0.1:
            court["covered"] = False
        for code, item in court["items"].items():
            if item["kind"] not in {"数值", "评分", "等次"}:
                continue
            for no in court["people"]:
                for period in PERIODS:
                    if not self.in_post(no, period) or (
                        item["kind"] == "数值" and period == "2024Q1" and r.random() < 0.9
                    ):
                        continue
                    chance = r.random()
                    if chance < 0.03:
                        continue
                    if chance < 0.08:
                        court["entries"][no, code, period] = "不适用"
                    else:
                        court["entries"][no, code, period] = (
                            self.inputs[code]() if code in self.inputs else self.number(0, 30, r.choice([0, 1, 2]))
                        )
        self.happen()

    def happen(self):
        r, court = self.r, self.court
        members = [no for no in court["people"] if self.in_post(no, "2024Q1")]
        for number in range(r.randint(5, 40)):
            who = r.choices(members, k=4)
            court["cases"].append(
                {
                    "number": f"（2024）渝0001民初{number + 1}号",
                    "day": dt.date(2024, r.randint(1, 3), r.randint(1, 28)),
                    "案件字": r.choice(["民初", "刑初"]),
                    "案由": r.choice(["建设工程合同纠纷", "离婚纠纷", "买卖合同纠纷"]),
                    "程序": r.choice(["小额", "普通"]),
                    "late": r.choice(["是", "否"]),
                    "own": self.number(0, 3, 2) if r.random() < 0.1 else None,
                    "roles": {"承办人": [who[0]], "合议庭成员": sorted(set(who[1:3])), "书记员": [who[3]]},
                }
            )
        for number in range(r.randint(0, 14) if court["covered"] else 0):
            court["events"].append(
                {
                    "no": r.choice(members),
                    "day": dt.date(2024, r.randint(1, 3), r.randint(1, 28)),
                    "ledger": r.choice(["党建", "党建", "廉政"]),
                    "level": r.choice(LEVELS),
                    "points": self.number(0, 4) - (2 if r.random() < 0.3 else 0),
                    "count": Fraction(r.choice([1, 1, 2])),
                    "key": r.choice(["", "", f"奖{r.randint(1, 3)}"]),
                    "subject": f"事项{number}",
                }
            )
