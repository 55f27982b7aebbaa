"""Indicators drawn at random: each in the words of the scheme sheet, and as the tree and figures of the second reading."""

from __future__ import annotations

from fractions import Fraction

DIVISIONS = {"民一庭": "民事", "民二庭": "民事", "刑庭": "刑事", "办公室": "综合"}
CATEGORIES = [
    ("员额法官", "庭长"),
    ("员额法官", "审判员"),
    ("员额法官", "审判员"),
    ("书记员", "书记员"),
    ("综合行政人员", "科员"),
]
SETS = {
    "庭长": ('人员类别=="员额法官" 且 职务=="庭长"', lambda p: p["category"] == "员额法官" and p["post"] == "庭长"),
    "法官": ('人员类别="员额法官"', lambda p: p["category"] == "员额法官"),
    "书记员": ('人员类别=="书记员" 或 职务=="书记员"', lambda p: p["category"] == "书记员"),
    "行政": ('人员类别!="员额法官" 且 非 人员类别=="书记员"', lambda p: p["category"] not in {"员额法官", "书记员"}),
}
LEVELS = ["国家级", "省级", "市级"]
ROLES = ["承办人", "合议庭成员", "书记员"]
NUMBER_RULES = ["完成率", "增减计分", "标准扣分", "区间计分", "分档计分", "按件扣分", "按件加分", "名次计分"]


def shown(value):
    value = Fraction(value)
    text = f"{float(value):.6f}".rstrip("0").rstrip(".")
    assert Fraction(text) == value, value
    return text


RULES = {
    "完成率": "completion",
    "增减计分": "more_or_less",
    "标准扣分": "standard",
    "区间计分": "interval",
    "分档计分": "bands",
    "按件扣分": "less_each",
    "按件加分": "more_each",
    "名次计分": "places",
    "公式": "formula",
    "直接计分": "direct",
    "等次换算": "words",
    "事项计分": "happenings",
    "引用得分": "quoted",
}


class Leaves:
    """The part of a draw that makes formulas and leaves."""

    # --- formulas ----------------------------------------------------------------------------

    def tree(self, depth, set_name, *, scopes=True, value=False):
        r = self.r
        if depth == 0 or r.random() < 0.15:
            return self.plain(scopes, value)
        head = r.choice(
            ["+", "-", "*", "/", "若", "最小", "最大", "绝对值", "取整", "四舍五入"]
            + (["均值", "合计", "人数", "最高", "最低", "名次"] if scopes else [])
        )

        def sub():
            return self.tree(depth - 1, set_name, scopes=scopes, value=value)

        if head == "若":
            return (head, (r.choice([">=", "<"]), sub(), sub()), sub(), sub())
        if head in {"绝对值", "取整"}:
            return (head, sub())
        if head == "四舍五入":
            return (head, sub(), ("number", Fraction(r.randint(0, 2))))
        if head in {"均值", "合计", "人数", "最高", "最低"}:
            named = r.choice([None, None, "全部", r.choice(self.sets)])
            return (head, ("item", r.choice(self.numbers)), r.choice(["部门", "同组", "条线", "全院"]), named)
        if head == "名次":
            return (head, ("item", r.choice(self.numbers)), r.choice(["部门", "同组", "条线", "全院"]), None)
        return (head, sub(), sub())

    def plain(self, scopes, value):
        r = self.r
        kind = r.random()
        if value and kind < 0.4:
            return ("值",)
        if kind < 0.35:
            return ("number", self.number(0, 9))
        if scopes and kind < 0.45:
            return ("在岗比例",)
        return ("item", r.choice(self.numbers))

    def told(self, tree):
        head, *rest = tree
        if head == "number":
            return shown(rest[0])
        if head == "item":
            return self.name_of(rest[0])
        if head in {"值", "在岗比例", "分值"}:
            return head
        if head == "得分":
            return f'得分("{rest[0]}")'
        if head in {"+", "-", "*", "/", ">=", "<"}:
            return f"({self.told(rest[0])}{head}{self.told(rest[1])})"
        if head in {"均值", "合计", "人数", "最高", "最低", "名次"}:
            named = f',"{rest[2]}"' if rest[2] else ""
            return f"{head}({self.told(rest[0])},{rest[1]}{named})"
        return f"{head}({','.join(self.told(each) for each in rest)})"

    def name_of(self, code):
        row = next(each for each in self.item_rows if each[0] == code)
        return self.r.choice(row[:2])

    # --- leaves ------------------------------------------------------------------------------

    def leaves(self, set_name):
        r = self.r
        cuts = sorted(r.sample(range(4, 197, 2), r.randint(3, 6)))
        marks = [Fraction(b - a, 2) for a, b in zip([0, *cuts], [*cuts, 200], strict=True)]
        for number, each in enumerate(marks):
            if number == 1 and r.random() < 0.5:
                self.leaf(set_name, each, kinds="月")
                self.leaf(set_name, each, kinds="季、年")
            else:
                self.leaf(set_name, each)
        for _ in range(r.randint(0, 2)):
            self.leaf(set_name, r.choice([Fraction(5), Fraction(3)]), beside=True)
        if r.random() < 0.3:
            total = self.number(0, 60)
            self.add(
                set_name,
                None,
                "一票否决",
                f"总分={shown(total)}",
                {"总分": total},
                self.ledger_some,
                "",
                True,
                plain=True,
            )

    def leaf(self, set_name, marks, kinds="", beside=False):
        r = self.r
        choices = [*NUMBER_RULES, "公式", "公式", "直接计分", "等次换算", "事项计分"]
        if set_name in {"庭长", "书记员"}:
            choices += ["引用得分"] * 2
        if beside:
            choices = ["按件加分", "事项计分", "公式"]
        rule = r.choice(choices)
        text, p, item = getattr(self, RULES[rule])(set_name, marks, beside)
        self.add(set_name, marks, rule, text, p, item, kinds, beside)

    def add(self, set_name, marks, rule, text, p, item, kinds, beside, plain=False):
        r = self.r
        code = f"{'TFSX'[list(SETS).index(set_name)]}{sum(1 for each in self.leaf_rows if each[0] == set_name) + 1}"
        missing = (
            r.choice(["待补", "零分", "零分", "满分", "均分", "均分", "摊分"])
            if not beside
            else r.choice(["待补", "零分"])
        )
        outside = r.choice(["摊分", "摊分", "满分", "均分", "零分"]) if not beside else r.choice(["摊分", "零分"])
        if plain:
            missing, outside = "待补", "摊分"
        self.court["leaves"].append(
            {
                "set": set_name,
                "code": code,
                "marks": marks,
                "rule": rule,
                "p": p,
                "item": item,
                "kinds": kinds,
                "missing": missing,
                "outside": outside,
                "beside": beside,
            }
        )
        self.leaf_rows.append(
            [
                set_name,
                code,
                f"指标{code}",
                None,
                None if marks is None else shown(marks),
                rule,
                text or None,
                self.name_of(item) if item else None,
                kinds or None,
                "" if plain else missing,
                "" if plain else outside,
                "是" if beside else None,
            ]
        )

    def figure(self, name, set_name, p):
        """A bound told as a number or as a formula over people."""
        if self.r.random() < 0.4:
            tree = self.r.choice(
                [
                    ("均值", ("值",), "同组", None),
                    ("均值", ("值",), "部门", None),
                    ("*", ("均值", ("值",), "全院", None), ("number", Fraction(9, 10))),
                    ("+", ("number", Fraction(2)), ("在岗比例",)),
                    ("最高", ("值",), "条线", "全部"),
                ]
            )
        else:
            tree = ("number", self.number(1, 30))
        p[name] = tree
        text = self.told(tree)
        return f"{name}={text}"

    def step(self, p, name, relative_ok=True):
        relative = relative_ok and self.r.random() < 0.4
        length, each = (
            (Fraction(self.r.choice([1, 5, 10]), 100), self.number(0, 3))
            if relative
            else (self.number(1, 5), self.number(0, 4))
        )
        p[name] = (length, each, relative)
        told = f"{shown(length * 100)}%" if relative else shown(length)
        return f"{name}={told}:{shown(each)}"

    def bounds(self, p, parts, *, floor=(0, 3), ceiling=None):
        if self.r.random() < 0.4:
            p["保底"] = self.number(*floor)
            parts.append(f"保底={shown(p['保底'])}")
        if ceiling and self.r.random() < 0.4:
            p["封顶"] = self.number(*ceiling)
            parts.append(f"封顶={shown(p['封顶'])}")

    def whole(self, p, parts):
        if self.r.random() < 0.6:
            p["不足一步"] = self.r.choice(["不计", "按比例"])
            parts.append(f"不足一步={p['不足一步']}")

    def completion(self, set_name, marks, beside):
        p = {}
        parts = [self.figure("目标", set_name, p)]
        if self.r.random() < 0.5:
            p["封顶"] = Fraction(self.r.choice([110, 120, 95]), 100)
            parts.append(f"封顶={shown(p['封顶'] * 100)}%")
        if self.r.random() < 0.5:
            p["保底"] = Fraction(self.r.choice([10, 33, 50]), 100)
            parts.append(f"保底={shown(p['保底'] * 100)}%")
        return "; ".join(parts), p, self.r.choice(self.numbers)

    def more_or_less(self, set_name, marks, beside):
        p = {}
        parts = [self.figure("基准", set_name, p)]
        if self.r.random() < 0.6:
            p["基本分"] = self.number(0, 20)
            parts.append(f"基本分={shown(p['基本分'])}")
        parts += [self.step(p, name) for name in ("每高", "每低") if self.r.random() < 0.8]
        self.whole(p, parts)
        self.bounds(p, parts, ceiling=(15, 30))
        return "; ".join(parts), p, self.r.choice(self.numbers)

    def standard(self, set_name, marks, beside):
        p = {"方向": self.r.choice(["不低于", "不高于"])}
        parts = [f"标准={shown(self.put(p, '标准'))}", f"方向={p['方向']}", self.step(p, "每差")]
        self.whole(p, parts)
        self.bounds(p, parts)
        return "; ".join(parts), p, self.r.choice(self.numbers)

    def put(self, p, name):
        value = self.number(1, 30)
        p[name] = ("number", value)
        return value

    def interval(self, set_name, marks, beside):
        p = {}
        low, high = sorted([self.number(1, 20), self.number(1, 40)])
        p["下限"], p["上限"] = ("number", low), ("number", high)
        parts = [f"下限={shown(low)}", f"上限={shown(high)}"] + [
            self.step(p, name) for name in ("每低", "每高") if self.r.random() < 0.8
        ]
        self.whole(p, parts)
        self.bounds(p, parts)
        return "; ".join(parts), p, self.r.choice(self.numbers)

    def bands(self, set_name, marks, beside):
        lines = sorted({self.number(0, 30) for _ in range(self.r.randint(1, 4))}, reverse=True)
        p = {"档": [(line, self.number(0, 20)) for line in lines]}
        parts = [f">={shown(line)}:{shown(score)}" for line, score in p["档"]]
        if self.r.random() < 0.7:
            p["其他"] = self.number(0, 3)
            parts.append(f"其他:{shown(p['其他'])}")
        return "; ".join(parts), p, self.r.choice(self.numbers)

    def less_each(self, set_name, marks, beside):
        p = {"每件": self.number(0, 3, 2)}
        parts = [f"每件={shown(p['每件'])}"]
        if self.r.random() < 0.5:
            p["免扣"] = self.number(0, 3)
            parts.append(f"免扣={shown(p['免扣'])}")
        self.bounds(p, parts)
        return "; ".join(parts), p, self.r.choice(self.numbers)

    def more_each(self, set_name, marks, beside):
        p = {"每件": self.number(0, 2, 2)}
        parts = [f"每件={shown(p['每件'])}"]
        if self.r.random() < 0.5:
            p["封顶"] = self.number(1, 20)
            parts.append(f"封顶={shown(p['封顶'])}")
        return "; ".join(parts), p, self.r.choice(self.numbers)

    def places(self, set_name, marks, beside):
        r = self.r
        p = {"范围": r.choice(["同组", "部门", "条线"]), "方向": r.choice(["高者先", "低者先"])}
        parts = [f"范围={p['范围']}", f"方向={p['方向']}"]
        if r.random() < 0.5:
            p["按位"] = {1: self.number(10, 20), 2: self.number(5, 10)}
            p["其他"] = self.number(0, 5)
            parts += [f"{place}:{shown(score)}" for place, score in p["按位"].items()] + [f"其他:{shown(p['其他'])}"]
        else:
            p["首"], p["降"] = self.number(5, 20), self.number(0, 5)
            parts += [f"第1名={shown(p['首'])}", f"每降1名={shown(p['降'])}"]
            if r.random() < 0.5:
                p["保底"] = self.number(0, 5)
                parts.append(f"保底={shown(p['保底'])}")
        return "; ".join(parts), p, r.choice(self.numbers)

    def formula(self, set_name, marks, beside):
        p = {"式": self.tree(3, set_name)}
        earlier = [
            each["code"]
            for each in self.court["leaves"]
            if each["set"] == set_name
            and not each["kinds"]
            and each["rule"] != "一票否决"
            and each["missing"] == "零分"
            and each["outside"] == "零分"
        ]
        if earlier and self.r.random() < 0.3:
            p["式"] = ("+", p["式"], ("得分", self.r.choice(earlier)))
        parts = [f"式={self.told(p['式'])}"]
        self.bounds(p, parts, floor=(0, 2), ceiling=(5, 30))
        return "; ".join(parts), p, None

    def direct(self, set_name, marks, beside):
        code = self.item("评分")
        self.inputs[code] = lambda: self.number(0, int(marks), 2)
        return "", {}, code

    def words(self, set_name, marks, beside):
        code = self.item("等次")
        self.inputs[code] = lambda: self.r.choice(["好", "较好", "一般"])
        p = {"换算": {"好": self.number(8, 12), "较好": self.number(4, 8), "一般": self.number(0, 4)}}
        return "; ".join(f"{word}:{shown(score)}" for word, score in p["换算"].items()), p, code

    def happenings(self, set_name, marks, beside):
        p, parts = {}, []
        if self.r.random() < 0.5:
            p["级别分"] = {level: self.number(0, 5) for level in LEVELS}
            parts.append("级别分=" + ",".join(f"{level}:{shown(score)}" for level, score in p["级别分"].items()))
        if self.r.random() < 0.4:
            p["基本分"] = self.number(0, 9)
            parts.append(f"基本分={shown(p['基本分'])}")
        self.bounds(p, parts, floor=(0, 0), ceiling=(4, 20))
        return "; ".join(parts), p, self.ledger_all

    def quoted(self, set_name, marks, beside):
        p = {
            "组": "法官",
            "同部门": self.r.random() < 0.7,
            "取": "总分",
            "折算": Fraction(self.r.choice([100, 30, 12]), 100),
        }
        codes = [
            each["code"]
            for each in self.court["leaves"]
            if each["set"] == "法官"
            and not each["kinds"]
            and each["rule"] != "一票否决"
            and each["missing"] in {"零分", "待补"}
            and each["outside"] == "零分"
        ]
        if codes and self.r.random() < 0.4:
            p["取"] = self.r.choice(codes)
        where = '指标组="法官"' + (" 且 同部门" if p["同部门"] else "")
        return f"对象={where}; 取={p['取']}; 折算={shown(p['折算'] * 100)}%", p, None
