"""Sheets that grow downwards: 花名册, 离岗, 案件, 台账."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.cases import ROLES
from app.domain.expected_sheets import is_counted_from_cases
from app.domain.formula.formulas import Binary, Expression, Literal, Named
from app.domain.formula.vocabulary import CASES as CASE_WORDS
from app.domain.periods import Period
from app.domain.roster import Posting
from app.domain.rules.events import Events
from app.domain.schemes import DataItem, ItemKind, Scheme
from app.domain.scoring.items import ledgers_named
from app.domain.words import plain
from app.services.collecting.templating.counting import item_note, leaves_of, users_of
from app.services.collecting.templating.told import Told
from app.sheets import drafts
from app.sheets.template_sheet import TemplateColumn, TemplateSheet
from app.sheets.writing import ColumnKind, SheetValue

SPARE_ROWS = 20
_ROSTER = (
    "工号", "姓名", "性别", "出生日期", "身份证号", "政治面貌", "学历", "部门", "条线", "人员类别", "指标组", "职务", "职级",
    "法官等级", "编制", "任职起", "任职止", "备注",
)  # fmt: skip
_ABSENCE = ("工号", "姓名", "离岗类型", "起", "止", "说明")
_CASES = ("案号", "案件字", "案由", "程序", "部门", "立案日期", "结案日期", *ROLES)
_CASES_LAST = ("个案系数", "系数说明")
_LEDGER = ("台账", "日期", "工号", "姓名", "事项", "级别", "分值", "次数", "依据", "成果标识", "备注")
_DAYS = frozenset({"出生日期", "任职起", "任职止", "起", "止", "立案日期", "结案日期", "日期"})
_FIGURES = frozenset({"分值", "次数", "个案系数"})
_WIDTHS = {
    "工号": 10, "姓名": 10, "性别": 6, "身份证号": 21, "部门": 16, "事项": 34, "依据": 20, "说明": 26, "案号": 26, "案由": 22,
    "合议庭成员": 20, "系数说明": 18, "备注": 16, "台账": 12, "成果标识": 12, "分值": 8, "次数": 8, "个案系数": 10,
}  # fmt: skip
_PROMPTS = {
    "止": "还没有回来的留空",
    "任职止": "至今的留空；调动的，前一段写明止日",
    "指标组": "一般留空，由方案按人员类别、职务归组；只有例外才写",
    "成果标识": "同一篇文章、同一个奖项写同一个词，一期内只计一次",
    "承办人": "工号或姓名",
    "合议庭成员": "几人的用“、”隔开；工号或姓名",
    "个案系数": "一般留空，按方案的案件系数；另行认定的才写，并写系数说明",
}
_OWN_LISTS = frozenset({"政治面貌", "学历", "条线", "人员类别", "职级", "法官等级", "编制"})
_ABSENCES = ("病假", "事假", "产假", "借调", "挂职", "学习", "停职")


def roster_sheet(told: Told, division: str = "") -> TemplateSheet:
    """Everybody's postings as the book has them; new people go below."""
    people = {person.staff_no: person for person in told.facts.people}
    rows: list[tuple[SheetValue, ...]] = []
    for posting in told.facts.postings:
        if division and plain(posting.division) != plain(division):
            continue
        who = people[posting.staff_no]
        rows.append((
            *(who.staff_no, who.name, who.gender, who.birth_date, who.id_number, who.political_status, who.education),
            *_posting_values(posting),
        ))  # fmt: skip
    words = {title: _known(rows, at) for at, title in enumerate(_ROSTER) if title in _OWN_LISTS or title == "部门"}
    words |= {
        "性别": ("男", "女"),
        "指标组": tuple(each.name for each in told.version.scheme.sets) if told.version else (),
    }
    return TemplateSheet(
        name=drafts.ROSTER,
        title="干警花名册",
        columns=tuple(_column(title, words.get(title, ()), fitting=True) for title in _ROSTER),
        rows=tuple(rows),
        division=division,
        notes=(
            "一人有几段任职的，一段一行；调动的，前一段写明任职止，新的一段另起一行。任职止为空表示至今。",
            "工号一经使用不再改；身份证号、工号都按文本填写，不要让 Excel 变成数。",
        ),
        spare_rows=SPARE_ROWS,
    )


def _posting_values(posting: Posting) -> tuple[SheetValue, ...]:
    return (
        *(posting.division, posting.line, posting.category, posting.indicator_set, posting.post, posting.rank),
        *(posting.judge_grade, posting.establishment, posting.start, posting.end, posting.note),
    )


def _known(rows: list[tuple[SheetValue, ...]], at: int) -> tuple[str, ...]:
    """The words that stand in a column already."""
    return tuple(dict.fromkeys(str(row[at]) for row in rows if row[at]))


def absence_sheet(told: Told, division: str = "") -> TemplateSheet:
    """The absences that are not over yet, and room for more."""
    names = {person.staff_no: person.name for person in told.facts.people}
    here = {each.staff_no for each in told.facts.postings if not division or plain(each.division) == plain(division)}
    rows = tuple(
        (each.staff_no, names[each.staff_no], each.kind, each.start, None, each.note)
        for each in told.facts.absences
        if each.end is None and each.staff_no in here
    )
    off_duty = tuple(sorted(told.version.scheme.off_duty_kinds)) if told.version else ()
    kinds = tuple(dict.fromkeys((*_ABSENCES, *off_duty, *(each.kind for each in told.facts.absences))))
    return TemplateSheet(
        name=drafts.ABSENCE,
        title="离岗情况表",
        columns=tuple(_column(title, kinds if title == "离岗类型" else ()) for title in _ABSENCE),
        rows=rows,
        division=division,
        notes=("止为空表示还没有回来；已经列出的是还没有写止日的，回来了的填上止日。",),
        spare_rows=SPARE_ROWS,
    )


# --- 案件


def case_sheet(told: Told, division: str = "", reporter: str = "") -> TemplateSheet:
    """The columns of a case list, with those that the scheme's conditions ask for."""
    period = told.needed_period
    scheme = told.version.scheme if told.version else None
    asked = _asked_columns(scheme) if scheme else ()
    columns = [_column(title) for title in _CASES]
    columns += [_column(title, words) for title, words in asked]
    columns += [_column(title) for title in _CASES_LAST]
    items = [item for item in scheme.items if is_counted_from_cases(item)] if scheme else []
    return TemplateSheet(
        name=drafts.CASES,
        title=f"{period.title}结案清单",
        columns=tuple(columns),
        period=period.code,
        division=division,
        reporter=reporter,
        notes=(
            "结案日期在本期内的案件，一案一行；本期没有结案的，一行也不填，照样交回。",
            *told.asked_by,
            *(_counted(told, items)),
        ),
        spare_rows=SPARE_ROWS,
    )


def _asked_columns(scheme: Scheme) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every further column that a condition over cases, or a row of 案件系数, names, with the words it is compared with."""
    found: dict[str, dict[str, None]] = {}
    for item in scheme.items:
        for part in item.formula.walk() if item.formula and is_counted_from_cases(item) else ():
            if isinstance(part, Named) and part.reference.kind == "field":
                found.setdefault(part.reference.key, {})
            for name, word in _compared(part):
                found.setdefault(name, {})[word] = None
    for factor in scheme.factors:
        for name, pattern in zip(factor.fields, factor.patterns, strict=True):
            words = found.setdefault(name, {})
            if not pattern.endswith("*"):
                words[pattern] = None
    for name, told in found.items():
        if plain(name) not in CASE_WORDS.names:
            yield name, ("是", "否") if told.keys() & {"是", "否"} else tuple(told)


def _compared(part: Expression) -> Iterator[tuple[str, str]]:
    """The field and the text that a comparison holds against each other."""
    if isinstance(part, Binary) and part.operator in ("=", "!="):
        for one, other in ((part.left, part.right), (part.right, part.left)):
            if isinstance(one, Named) and one.reference.kind == "field" and isinstance(other, Literal):
                yield one.reference.key, str(other.content)


# --- 台账


def ledger_sheet(told: Told, ledger: str = "", division: str = "", reporter: str = "") -> TemplateSheet:
    """A ledger's columns; of all ledgers that the scheme names where none is told."""
    period = told.needed_period
    scheme = told.version.scheme if told.version else None
    items = [
        item
        for item in (scheme.items if scheme else ())
        if item.kind is ItemKind.LEDGER and (not ledger or ledger in ledgers_named(item) or not ledgers_named(item))
    ]
    names = (ledger,) if ledger else tuple(dict.fromkeys(name for item in items for name in ledgers_named(item)))
    words = {"台账": names, "级别": _levels(scheme, items) if scheme else ()}
    return TemplateSheet(
        name=f"{ledger}台账" if ledger else drafts.LEDGER,
        title=f"{period.title}{ledger}台账",
        columns=tuple(_column(title, words.get(title, ())) for title in _LEDGER),
        period=period.code,
        division=division,
        reporter=reporter,
        notes=(
            f"一人一件事一行。没有任何事项的，写一行：台账“{ledger or '台账名'}”、日期“{_a_day(period)}”、事项“零报告”，工号留空。",
            *told.asked_by,
            *(_counted(told, items)),
        ),
        spare_rows=SPARE_ROWS,
    )


def _levels(scheme: Scheme, items: list[DataItem]) -> tuple[str, ...]:
    """The 级别 that the rules give points for, and those that conditions ask for."""
    rules = (leaf.rule for item in items for leaf in leaves_of(item, scheme.sets))
    scored = [level for rule in rules if isinstance(rule, Events) for level, _ in rule.levels]
    parts = (part for item in items if item.formula for part in item.formula.walk())
    asked = [word for part in parts for name, word in _compared(part) if name == "级别"]
    return tuple(dict.fromkeys((*scored, *asked)))


def _counted(told: Told, items: list[DataItem]) -> Iterator[str]:
    for item in items:
        note = item_note(item, users_of(item, told.scheme, told.scheme.sets))
        if note:
            yield f"{item.name}：{note}"


def _a_day(period: Period) -> str:
    return period.last_day.isoformat()


def _column(title: str, choices: tuple[str, ...] = (), *, fitting: bool = False) -> TemplateColumn:
    prompt = _PROMPTS.get(title, "")
    width = None if fitting else _WIDTHS.get(title)
    if title in _DAYS:
        day = "日期，例如 2024-03-05"
        return TemplateColumn(title, ColumnKind.DAY, prompt=f"{day}；{prompt}" if prompt else day, width=13)
    kind = ColumnKind.NUMBER if title in _FIGURES else ColumnKind.TEXT
    return TemplateColumn(title, kind, choices=choices, prompt=prompt, width=width)
