"""From a scheme workbook's rows to a checked Scheme, with everything that is wrong with it at once (contract, section 4)."""

from __future__ import annotations

from app.domain.cases import ROLES
from app.domain.formula.values import Type
from app.domain.formula.vocabulary import (
    EVENTS,
    PARTICIPATION,
    POSTINGS,
    RESERVED,
    item_vocabulary,
)
from app.domain.numbers import Exact, Ratio, shown
from app.domain.periods import Kind, kind_of_word
from app.domain.problems import Problem, Source
from app.domain.scheme.blanks import with_blanks
from app.domain.scheme.bulletin import read_lists
from app.domain.scheme.circles import find_circles
from app.domain.scheme.grades import check_grades, read_grades
from app.domain.scheme.indicators import known_names, read_indicators
from app.domain.scheme.references import formula_faults
from app.domain.scheme.rows import Reading, exact_or, joined
from app.domain.scheme_settings import FURTHER, Setting, SettingKind, SettingValue
from app.domain.schemes import (
    UNRANKED,
    Component,
    DataItem,
    Factor,
    Gathering,
    IndicatorSet,
    ItemKind,
    Participation,
    Scheme,
    SchemeRow,
    SchemeText,
)
from app.domain.words import plain

SETTINGS = (
    "方案名称", "年度", "版本", "依据", "小数位", "案件基础分", "公示天数", "台账确认", "不计在岗的离岗类型",
)  # fmt: skip
OWN_PERIOD = "本期"
MOST_PLACES = 6
RANKING_SCOPES = ("同组", "部门", "条线", "等次池", UNRANKED)


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
        grades=read_grades(reading, sets, item_words(items)),
        participation=_participation(reading),
        lists=read_lists(reading, item_words(items), known_names(sets)),
    )
    _check_item_formulas(reading, scheme)
    _check_conditions(reading, sets)
    check_grades(reading, scheme)
    reading.problems += find_circles(scheme, text)
    problems = with_blanks(text, reading.problems)
    faulty = any(not problem.warning for problem in problems)
    return (None if faulty else scheme), problems


def _settings_told(reading: Reading) -> dict[str, SchemeRow]:
    """The rows of sheet 方案 by their 项目; unknown ones and those told twice are told."""
    told: dict[str, SchemeRow] = {}
    names = {plain(each): each for each in (*SETTINGS, *FURTHER)}
    for row in reading.rows("方案"):
        name = names.get(plain(row.text("项目")))
        if name is None:
            reading.warn(row, "项目", "scheme-unknown-setting", known="、".join(names.values()))
        elif name in told:
            reading.fault(row, "项目", "scheme-twice", first=told[name].addresses.get("项目", ""))
        else:
            told[name] = row
    return told


def _settings(reading: Reading) -> dict[str, object]:
    told = _settings_told(reading)
    empty = SchemeRow({}, {}, "方案")
    for name in ("方案名称", "年度"):
        if not told.get(name, empty).text("内容").strip():
            source = told[name].source("内容", reading.text.file) if name in told else Source(reading.text.file, "方案")
            reading.problems.append(Problem("scheme-setting-missing", source, values={"name": name}))

    def row_of(name: str) -> SchemeRow:
        return told.get(name, empty)

    year = reading.year(row_of("年度"), "内容")
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
        "settings": {
            name: _further(reading, row, FURTHER[name])
            for name, row in told.items()
            if name in FURTHER and row.text("内容").strip()
        },
    }


def _further(reading: Reading, row: SchemeRow, setting: Setting) -> SettingValue:
    """What a further 项目 tells; the default where the cell is faulty, which is told with its cell."""
    if setting.kind is SettingKind.TRUTH:
        return reading.choice(row, "内容", ("是", "否"), "否") == "是"
    if setting.kind is SettingKind.WORD:
        text = row.text("内容").strip()
        if setting.read is not None and (part := _not_understood(setting, text)):
            reading.fault(
                row, "内容", "scheme-setting-unreadable", name=setting.name, part=part, meaning=setting.meaning
            )
            return setting.default
        return reading.choice(row, "内容", setting.choices, "") if setting.choices else text
    read = {SettingKind.DAYS: reading.whole, SettingKind.SHARE: reading.share, SettingKind.NUMBER: reading.figure}
    figure = read[setting.kind](row, "内容")
    return setting.default if figure is None else figure


def _not_understood(setting: Setting, text: str) -> str:
    """The part of a text that a setting of its own form does not understand, or an empty text."""
    try:
        if setting.read is not None:
            setting.read(text)
    except ValueError as fault:
        return str(fault) or text
    return ""


def _sets(reading: Reading) -> tuple[IndicatorSet, ...]:
    rows = [(row, reading.required(row, "指标组")) for row in reading.rows("指标组")]
    reading.unique(rows, "指标组")
    if not rows:
        reading.problems.append(
            Problem("scheme-sheet-missing", Source(reading.text.file, "指标组"), values={"sheet": "指标组"})
        )
    sets = []
    pools: dict[str, str] = {}
    for row, name in rows:
        reading.required(row, "适用条件")
        pool = row.text("等次池").strip() or name
        sets.append(
            IndicatorSet(
                name=name,
                condition=reading.formula(row, "适用条件", POSTINGS, Type.TRUTH),
                ranking_scope=reading.choice(row, "排名范围", RANKING_SCOPES, "同组"),
                pool=pools.setdefault(plain(pool), pool),
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
    _check_item_names(reading, rows, bare)
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


def _check_item_names(reading: Reading, rows: list[SchemeRow], items: list[DataItem]) -> None:
    """A formula must know which item is meant: no name is another's code, none is a word of the language."""
    codes = {plain(item.code): row for row, item in zip(rows, items, strict=True)}
    for row, item in zip(rows, items, strict=True):
        other = codes.get(plain(item.name))
        if other is not None and other is not row:
            reading.fault(row, "名称", "scheme-twice", first=other.addresses.get("编码", ""))
        for column, told in (("编码", item.code), ("名称", item.name)):
            if plain(told) in RESERVED:
                reading.fault(row, column, "scheme-name-reserved")


def _check_item_formulas(reading: Reading, scheme: Scheme) -> None:
    known = known_names(scheme.sets)
    for row, item in zip(reading.rows("数据项"), scheme.items, strict=True):
        for code, values in formula_faults(item.formula, known, None) if item.formula else ():
            reading.fault(row, "算式", code, **values)


def _check_conditions(reading: Reading, sets: tuple[IndicatorSet, ...]) -> None:
    """适用条件 that speak of an indicator set which is not there."""
    known = known_names(sets)
    for row, chosen in zip(reading.rows("指标组"), sets, strict=True):
        for code, values in formula_faults(chosen.condition, known, None) if chosen.condition else ():
            reading.fault(row, "适用条件", code, **values)


def _factors(reading: Reading) -> tuple[tuple[Factor, ...], dict[str, Exact]]:
    told: list[tuple[Exact, int, Factor]] = []
    roles: dict[str, Exact] = {}
    first: dict[str, str] = {}
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
            role = reading.choice(row, "取值", ROLES, "")
            if role in roles:
                reading.fault(row, "取值", "scheme-twice", first=first[role])
            roles[role] = value
            first.setdefault(role, row.addresses.get("取值", ""))
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
    told = [(row, component) for row in reading.rows("周期") if (component := _component(reading, row))]
    first: dict[tuple[Kind, Kind | None], SchemeRow] = {}
    for row, component in told:
        other = first.setdefault((component.kind, component.inner), row)
        if other is not row:
            reading.fault(row, "组成", "scheme-twice", first=other.addresses.get("组成", ""))
    for kind in sorted({component.kind for _, component in told}):
        of_kind = [(row, component) for row, component in told if component.kind is kind]
        total = sum((component.weight for _, component in of_kind), Ratio(0))
        if total != 1:
            values = {"kind": kind.word, "total": f"{shown(total * 100)}%"}
            reading.fault(of_kind[0][0], "权重", "scheme-weights-sum", **values)
    return tuple(component for _, component in told)


def _component(reading: Reading, row: SchemeRow) -> Component | None:
    kind = kind_of_word(reading.required(row, "周期"))
    told = reading.required(row, "组成")
    is_own = plain(told) == OWN_PERIOD
    inner = None if is_own else kind_of_word(told)
    weight = reading.share(row, "权重")
    if kind is None and row.text("周期"):
        reading.fault(row, "周期", "scheme-unknown-word", allowed="月、季、半年、年")
    if told and not is_own and inner is None:
        reading.fault(row, "组成", "scheme-unknown-word", allowed="本期、月、季、半年")
        return None
    if kind and inner and inner >= kind:
        reading.fault(row, "组成", "scheme-component-not-shorter", kind=kind.word)
    if weight is None and not row.text("权重").strip():
        reading.fault(row, "权重", "scheme-cell-empty")
    if kind is None or weight is None or not told:
        return None
    return Component(kind, inner, weight, row.text("权重").strip())


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
