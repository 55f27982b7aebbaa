"""Which names and functions a formula may use, by the place where it stands (contract, section 4, Formula)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from app.domain.cases import ROLES
from app.domain.formula.formulas import Expression, Named, Reference
from app.domain.formula.parsing import Signature, Vocabulary
from app.domain.formula.values import Type
from app.domain.words import plain, without_bracket

POSTING_FIELDS = {
    "部门": "division",
    "条线": "line",
    "人员类别": "category",
    "指标组": "set_name",
    "职务": "post",
    "职级": "rank",
    "法官等级": "judge_grade",
    "编制": "establishment",
}
"""What a condition over people may ask of a posting, and the attribute that answers."""

AGGREGATES = ("均值", "合计", "人数", "最高", "最低", "名次")
RANGES = ("部门", "同组", "条线", "全院")
RESERVED = frozenset({*RANGES, "值", "分值", "在岗月数", "在岗比例"})
"""Words of the language that no data item may be named by."""
EVERYBODY = "全部"
COUNTS = ("件数", "折算")
ROLE = "角色"
EVENT_FIELDS = {
    "台账": "ledger",
    "事项": "subject",
    "级别": "level",
    "分值": "points",
    "次数": "count",
    "依据": "basis",
    "成果标识": "result_key",
    "备注": "note",
    "日期": "day",
}
"""What a condition over ledger events may ask, and the attribute that answers."""


def range_named(part: Expression) -> str:
    """The 范围 that a part of a formula names, or an empty text. In a 前提 部门 and 条线 are the person's fields too."""
    if isinstance(part, Named) and part.reference.kind in ("range", "field") and part.reference.key in RANGES:
        return part.reference.key
    return ""


_CASE_FIELDS = (
    ROLE, "案号", "案件字", "案由", "程序", "部门", "立案日期", "结案日期", "个案系数", "系数说明", *ROLES,
)  # fmt: skip
_NUMBERS = (Type.NUMBER,) * 20
_BUILT_IN = {
    "若": Signature(3, 3, Type.ANY, None, (Type.TRUTH,)),
    "最小": Signature(1, 20, Type.NUMBER, None, _NUMBERS),
    "最大": Signature(1, 20, Type.NUMBER, None, _NUMBERS),
    "绝对值": Signature(1, 1, Type.NUMBER, None, _NUMBERS),
    "取整": Signature(1, 1, Type.NUMBER, None, _NUMBERS),
    "四舍五入": Signature(2, 2, Type.NUMBER, None, _NUMBERS),
}


def _names(kind: str, words: Iterable[str], wanted: Type) -> dict[str, Reference]:
    return {plain(word): Reference(kind, word, wanted) for word in words}


_POSTING = _names("field", POSTING_FIELDS, Type.TEXT)
_IN_POST = _names("own", ("在岗月数", "在岗比例"), Type.NUMBER)
_AWAY = {"离岗天数": Signature(1, 10, Type.NUMBER, None, (Type.TEXT,) * 10)}

CASES = Vocabulary(_names("field", _CASE_FIELDS, Type.ANY), _BUILT_IN, open_names=True)
"""Conditions inside 件数(…) and 折算(…)."""

EVENTS = Vocabulary(_names("field", EVENT_FIELDS, Type.ANY), _BUILT_IN)
"""The 算式 of a 台账 item."""

PEOPLE = Vocabulary({**_POSTING, **_names("flag", ("同部门", "同条线"), Type.TRUTH)}, _BUILT_IN)
"""对象 of 引用得分: fields speak of the other person."""

POSTINGS = Vocabulary(_POSTING, _BUILT_IN)
"""适用条件 of an indicator set."""

PARTICIPATION = Vocabulary({**_POSTING, **_IN_POST}, {**_BUILT_IN, **_AWAY})
"""条件 of sheet 参加考核."""

_FIGURES = {
    **_BUILT_IN,
    **{name: Signature(1, 3, Type.NUMBER) for name in AGGREGATES},
    **{name: Signature(0, 1, Type.NUMBER, CASES, (Type.TRUTH,)) for name in COUNTS},
    "得分": Signature(1, 1, Type.NUMBER, None, (Type.TEXT,)),
    **_AWAY,
}


def _item_names(items: Iterable[tuple[str, str, Type]]) -> dict[str, Reference]:
    """Data items by code and name; a name's unit in brackets may be left out where only one item is so named."""
    told = list(items)
    names = {plain(word): Reference("item", code, kind) for code, name, kind in told for word in (name, code)}
    short = Counter(without_bracket(name) for _, name, _ in told)
    for code, name, kind in told:
        if short[without_bracket(name)] == 1 and without_bracket(name) not in RESERVED:
            names.setdefault(without_bracket(name), Reference("item", code, kind))
    return names


def item_vocabulary(items: Iterable[tuple[str, str, Type]]) -> Vocabulary:
    """For the 算式 of 公式 and 案件 items: data items by code and name, months in post, functions over people."""
    return Vocabulary({**_names("range", RANGES, Type.ANY), **_IN_POST, **_item_names(items)}, _FIGURES)


def scoring_vocabulary(items: Iterable[tuple[str, str, Type]]) -> Vocabulary:
    """For 参数: the same, and 值 and 分值 of the indicator itself."""
    base = item_vocabulary(items)
    return Vocabulary({**base.names, **_names("own", ("值", "分值"), Type.ANY)}, base.functions)


def grade_vocabulary(items: Iterable[tuple[str, str, Type]]) -> Vocabulary:
    """For 前提 of a grade: the person, the data items, and the grades of the periods inside."""
    base = item_vocabulary(items)
    counts = _names("own", ("月数", "季度数", "半年数", "总分"), Type.NUMBER)
    names = {**base.names, **_POSTING, **counts}
    times = {"次数": Signature(1, 10, Type.NUMBER, None, (Type.TEXT,) * 10)}
    return Vocabulary(names, {**base.functions, **times})


def bulletin_vocabulary(items: Iterable[tuple[str, str, Type]]) -> Vocabulary:
    """For 条件 of sheet 通报: the person, the data items, 得分(…), and what the period came to for the person."""
    base = item_vocabulary(items)
    numbers = _names("own", ("总分", "名次", "排名人数", "上期总分"), Type.NUMBER)
    names = {**base.names, **_POSTING, **numbers, **_names("own", ("等次",), Type.TEXT)}
    return Vocabulary(names, base.functions)
