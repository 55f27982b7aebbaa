"""From a scheme workbook's rows to a checked Scheme, with everything that is wrong with it at once (contract, section 4)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from app.domain.formula_values import Type
from app.domain.numbers import Exact, shown
from app.domain.periods import Kind, kind_of_word
from app.domain.problems import Problem, Source
from app.domain.scheme_circles import find_circles
from app.domain.scheme_indicators import read_indicators
from app.domain.scheme_rows import Reading, exact_or, joined
from app.domain.schemes import (
    Component,
    DataItem,
    Factor,
    Gathering,
    GradeRow,
    IndicatorSet,
    ItemKind,
    Participation,
    Scheme,
    SchemeRow,
    SchemeText,
)
from app.domain.vocabulary import (
    EVENTS,
    PARTICIPATION,
    POSTINGS,
    grade_vocabulary,
    item_vocabulary,
)
from app.domain.words import plain

SETTINGS = (
    "方案名称", "年度", "版本", "依据", "小数位", "案件基础分", "公示天数", "台账确认", "不计在岗的离岗类型",
)  # fmt: skip
ROUNDINGS = ("舍去", "四舍五入", "进一")
OWN_PERIOD = "本期"
MOST_PLACES = 6
RANKING_SCOPES = ("同组", "部门", "条线", "等次池")


def build_scheme(text: SchemeText) -> tuple[Scheme | None, tuple[Problem, ...]]:
    """The scheme and every problem of its workbook; None where any of them is a fault (warnings are none)."""
    reading = Reading(text)
    settings = _settings(reading)
    items = _items(reading)
    sets = read_indicators(reading, _sets(reading), items)
    factors, role_factors = _factors(reading)
    scheme = Scheme(
        **settings,  # type: ignore[arg-type]
        sets=sets,
        items=items,
        factors=factors,
        role_factors=role_factors,
        components=_components(reading),
        grades=_grades(reading, sets, items),
        participation=_participation(reading),
    )
    if not any(not problem.warning for problem in reading.problems):
        reading.problems += find_circles(scheme, text.file)
    faulty = any(not problem.warning for problem in reading.problems)
    return (None if faulty else scheme), tuple(reading.problems)


def _settings(reading: Reading) -> dict[str, object]:
    told: dict[str, SchemeRow] = {}
    for row in reading.rows("方案"):
        name = next((each for each in SETTINGS if plain(each) == plain(row.text("项目"))), None)
        if name is None:
            reading.warn(row, "项目", "scheme-unknown-setting", known="、".join(SETTINGS))
        elif name in told:
            reading.fault(row, "项目", "scheme-twice", first=told[name].addresses.get("项目", ""))
        else:
            told[name] = row
    empty = SchemeRow({}, {}, "方案")
    for name in ("方案名称", "年度"):
        if not told.get(name, empty).text("内容").strip():
            source = told[name].source("内容", reading.text.file) if name in told else Source(reading.text.file, "方案")
            reading.problems.append(Problem("scheme-setting-missing", source, values={"name": name}))

    def row_of(name: str) -> SchemeRow:
        return told.get(name, empty)

    year = reading.whole(row_of("年度"), "内容")
    places = reading.whole(row_of("小数位"), "内容")
    if places is not None and places > MOST_PLACES:
        reading.fault(row_of("小数位"), "内容", "scheme-too-many-places", most=str(MOST_PLACES))
        places = None
    return {
        "name": row_of("方案名称").text("内容").strip(),
        "year": year or 0,
        "version": row_of("版本").text("内容").strip() or "1",
        "basis": row_of("依据").text("内容").strip(),
        "places": 2 if places is None else places,
        "case_points": exact_or(reading.figure(row_of("案件基础分"), "内容"), 1),
        "public_days": reading.whole(row_of("公示天数"), "内容"),
        "confirms_events": reading.yes(row_of("台账确认"), "内容"),
        "off_duty_kinds": frozenset(reading.names(row_of("不计在岗的离岗类型"), "内容")),
    }


def _sets(reading: Reading) -> tuple[IndicatorSet, ...]:
    rows = [(row, reading.required(row, "指标组")) for row in reading.rows("指标组")]
    reading.unique(rows, "指标组")
    if not rows:
        reading.problems.append(
            Problem("scheme-sheet-missing", Source(reading.text.file, "指标组"), values={"sheet": "指标组"})
        )
    sets = []
    for row, name in rows:
        sets.append(
            IndicatorSet(
                name=name,
                condition=reading.formula(row, "适用条件", POSTINGS, Type.TRUTH),
                ranking_scope=reading.choice(row, "排名范围", RANKING_SCOPES, "同组"),
                pool=row.text("等次池").strip() or name,
                indicators=(),
                source=row.source("指标组", reading.text.file),
            )
        )
    return tuple(sets)


def item_words(items: tuple[DataItem, ...]) -> list[tuple[str, str, Type]]:
    """Code, name and type of every item, for the vocabularies."""
    return [(each.code, each.name, Type.TEXT if each.kind is ItemKind.WORD else Type.NUMBER) for each in items]


def _items(reading: Reading) -> tuple[DataItem, ...]:
    bare = []
    rows = []
    for row in reading.rows("数据项"):
        code, name = reading.required(row, "编码"), reading.required(row, "名称")
        kind = reading.word(row, "类型", ItemKind, None)
        if kind is None and not row.text("类型").strip():
            reading.fault(row, "类型", "scheme-cell-empty")
        gathering = reading.word(row, "汇总", Gathering, None)
        rows.append(row)
        bare.append(DataItem(code, name, kind or ItemKind.NUMBER, gathering, row.text("单位").strip(),
                             row.text("填报部门").strip(), None, row.text("说明").strip()))  # fmt: skip
    reading.unique(list(zip(rows, (each.code for each in bare), strict=True)), "编码")
    reading.unique(list(zip(rows, (each.name for each in bare), strict=True)), "名称")
    vocabulary = item_vocabulary(item_words(tuple(bare)))
    items = []
    for row, item in zip(rows, bare, strict=True):
        wanted = {
            ItemKind.LEDGER: (EVENTS, Type.TRUTH),
            ItemKind.CASES: (vocabulary, Type.NUMBER),
            ItemKind.FORMULA: (vocabulary, Type.NUMBER),
        }.get(item.kind)
        formula = reading.formula(row, "算式", *wanted) if wanted else None
        if wanted and item.kind is not ItemKind.LEDGER and not row.text("算式").strip():
            reading.fault(row, "算式", "scheme-cell-empty")
        if not wanted and row.text("算式").strip():
            reading.warn(row, "算式", "scheme-formula-unused", kind=item.kind.value)
        items.append(
            DataItem(item.code, item.name, item.kind, item.gathering, item.unit, item.department, formula, item.note)
        )
    return tuple(items)


def _factors(reading: Reading) -> tuple[tuple[Factor, ...], dict[str, Exact]]:
    told: list[tuple[Exact, int, Factor]] = []
    roles: dict[str, Exact] = {}
    for position, row in enumerate(reading.rows("案件系数")):
        field, pattern = reading.required(row, "字段"), reading.required(row, "取值")
        value = reading.figure(row, "系数")
        if value is None:
            if not row.text("系数").strip():
                reading.fault(row, "系数", "scheme-cell-empty")
            continue
        if value < 0:
            reading.fault(row, "系数", "scheme-negative")
        if plain(field) == "角色":
            if pattern in roles:
                reading.fault(row, "取值", "scheme-twice", first="")
            roles[pattern] = value
            continue
        fields, patterns = joined(field), joined(pattern)
        if len(fields) != len(patterns):
            reading.fault(row, "取值", "scheme-joined-mismatch", field=field)
            continue
        order = reading.figure(row, "次序")
        factor = Factor(fields, patterns, value, f"{field} {pattern}")
        told.append((exact_or(order, position + 1), position, factor))
    return tuple(factor for _, _, factor in sorted(told, key=lambda each: each[:2])), roles


def _components(reading: Reading) -> tuple[Component, ...]:
    components = []
    rows: dict[Kind, SchemeRow] = {}
    for row in reading.rows("周期"):
        kind = kind_of_word(reading.required(row, "周期"))
        told = reading.required(row, "组成")
        inner = None if told == OWN_PERIOD else kind_of_word(told)
        weight = reading.share(row, "权重")
        if kind is None and row.text("周期"):
            reading.fault(row, "周期", "scheme-unknown-word", allowed="月、季、半年、年")
        if told and told != OWN_PERIOD and inner is None:
            reading.fault(row, "组成", "scheme-unknown-word", allowed="本期、月、季、半年")
        if kind and inner and inner >= kind:
            reading.fault(row, "组成", "scheme-component-not-shorter", kind=kind.word)
        if weight is None and not row.text("权重").strip():
            reading.fault(row, "权重", "scheme-cell-empty")
        if kind is not None and weight is not None:
            components.append(Component(kind, inner, weight, row.text("权重").strip()))
            rows.setdefault(kind, row)
    for kind, row in rows.items():
        total = sum((each.weight for each in components if each.kind is kind), Fraction(0))
        if total != 1:
            reading.fault(row, "权重", "scheme-weights-sum", kind=kind.word, total=f"{shown(total * 100)}%")
    return tuple(components)


def _grades(reading: Reading, sets: tuple[IndicatorSet, ...], items: tuple[DataItem, ...]) -> tuple[GradeRow, ...]:
    vocabulary = grade_vocabulary(item_words(items))
    pools = {plain(each.pool): each.pool for each in sets}
    grades = []
    for row in reading.rows("等次"):
        pool, grade = reading.required(row, "等次池"), reading.required(row, "等次")
        if pool and plain(pool) not in pools:
            reading.warn(row, "等次池", "scheme-pool-unused")
        kinds = reading.kinds(row, "周期")
        if not row.text("周期").strip():
            reading.fault(row, "周期", "scheme-cell-empty")
        rounding, at_least_one = _rounding(reading, row)
        condition = reading.formula(row, "前提", vocabulary, Type.TRUTH)
        minimum, share = reading.decimal(row, "最低分"), reading.share(row, "比例上限")
        grades += [
            GradeRow(
                pool=pools.get(plain(pool), pool),
                kind=kind,
                grade=grade,
                minimum=minimum,
                share=share,
                share_text=row.text("比例上限").strip(),
                rounding=rounding,
                at_least_one=at_least_one,
                condition=condition,
            )
            for kind in sorted(kinds)
        ]
    _check_minimums(reading, grades)
    return tuple(grades)


def _check_minimums(reading: Reading, grades: list[GradeRow]) -> None:
    """Best grade first: a minimum above that of a better grade can never be reached."""
    last: dict[tuple[str, Kind], Decimal] = {}
    for grade in grades:
        if grade.minimum is None:
            continue
        above = last.get((grade.pool, grade.kind))
        if above is not None and grade.minimum > above:
            values = {"pool": grade.pool, "grade": grade.grade, "kind": grade.kind.word}
            source = Source(reading.text.file, "等次")
            reading.problems.append(Problem("scheme-grades-order", source, f"{grade.minimum:f}", values))
        last[grade.pool, grade.kind] = grade.minimum


def _rounding(reading: Reading, row: SchemeRow) -> tuple[str, bool]:
    told = plain(row.text("取整"))
    at_least_one = "至少1" in told or "至少一" in told
    rest = told.replace("至少1", "").replace("至少一", "").strip(",;+")
    found = next((word for word in ROUNDINGS if plain(word) == rest), "舍去" if not rest else "")
    if not found:
        reading.fault(row, "取整", "scheme-unknown-word", allowed="舍去、四舍五入、进一，可加“至少1”")
    return found or "舍去", at_least_one


def _participation(reading: Reading) -> tuple[Participation, ...]:
    rows = []
    for row in reading.rows("参加考核"):
        reading.required(row, "状态")
        state = reading.choice(row, "状态", ("不进行考核", "不确定等次"), "")
        condition = reading.formula(row, "条件", PARTICIPATION, Type.TRUTH)
        reading.required(row, "条件")
        if state and condition:
            rows.append(Participation(state, row.text("代码").strip(), condition))
    return tuple(rows)
