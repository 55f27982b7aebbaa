"""A made-up court of a dozen people with one computed quarter, small enough for every test to have its own."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from app.domain.entries import Entry, Origin, State
from app.domain.periods import Period
from app.domain.problems import Source
from app.domain.roster import Absence, Person, Posting
from app.domain.schemes import SchemeRow, SchemeText
from app.services.books import Book, new_book
from app.storage import roster
from app.storage.batches import Batch, open_batch
from app.storage.entries import entries
from app.storage.schemes import add_scheme

COURT = "临川市中级人民法院"
QUARTER = Period.parse("2024Q1")
NAMES = ("阿木古", "仇小满", "单一鸣", "𫖯明", "解春雨", "堃山", "李华", "王芳", "䶮文", "赵小明", "周正", "郑重")
DIVISIONS = (
    "民一庭",
    "民一庭",
    "民一庭",
    "民一庭",
    "刑一庭",
    "刑一庭",
    "刑一庭",
    "刑一庭",
    "办公室",
    "办公室",
    "办公室",
    "办公室",
)
CATEGORIES = ("员额法官", "员额法官", "员额法官", "法官助理") * 2 + ("综合行政",) * 4
SCHEME = {
    "方案": (("项目", "内容"), ("方案名称", "临川中院考核办法"), ("年度", "2024"), ("版本", "一")),
    "指标组": (
        ("指标组", "适用条件"),
        ("法官", '人员类别=="员额法官"'),
        ("其他", '人员类别!="员额法官"'),
    ),
    "数据项": (
        ("编码", "名称", "类型", "汇总", "说明"),
        ("JA", "结案数", "数值", "求和", ""),
        ("CX", "超期数", "数值", "求和", ""),
        ("LD", "领导评分", "评分", "", ""),
    ),
    "指标": (
        ("指标组", "编码", "名称", "上级", "分值", "计分方式", "参数", "数据项", "周期", "缺数据", "依据条款"),
        ("法官", "F1", "办案数量", "", "60", "完成率", "目标=50", "JA", "", "待补", "第五条"),
        ("法官", "F2", "办案效率", "", "20", "按件扣分", "每件=2", "CX", "", "待补", "第六条"),
        ("法官", "F3", "领导评价", "", "20", "直接计分", "", "LD", "", "待补", "第七条"),
        ("其他", "Q1", "工作实绩", "", "100", "直接计分", "", "LD", "", "待补", "第八条"),
    ),
}


def scheme_text() -> SchemeText:
    """The scheme, every cell with its address."""
    return SchemeText("方案.xlsx", {name: tuple(_rows(name, lines)) for name, lines in SCHEME.items()})


def _rows(sheet: str, lines: tuple[tuple[str, ...], ...]):
    head, *below = lines
    for number, line in enumerate(below, 2):
        cells = {title: value for title, value in zip(head, line, strict=True) if value}
        yield SchemeRow(cells, {title: f"{'ABCDEFGHIJK'[head.index(title)]}{number}" for title in cells}, sheet)


def staff_no(number: int) -> str:
    return f"P{number + 1:02d}"


def make_book(path: Path) -> Book:
    """The book with people, scheme and figures; nothing computed yet."""
    book = new_book(path, court=COURT, level="中级")
    with book.transaction("导入 花名册.xlsx", kind="import") as session:
        batch = open_batch(session, Batch("花名册.xlsx", "a" * 64, "花名册", sheet="花名册", rows_read=12, added=24)).id
        roster.people.write(session, _people(), batch)
        roster.postings.write(session, _postings(), batch)
        roster.absences.write(
            session, (Absence(staff_no(4), "病假", date(2024, 2, 1), date(2024, 2, 20), "住院"),), batch
        )
        add_scheme(session, scheme_text(), year=2024, name="临川中院考核办法", version="一", batch=batch)
    with book.transaction("导入 数据.xlsx", kind="import") as session:
        told = Batch("数据.xlsx", "b" * 64, "数据", period=QUARTER, sheet="一季度", rows_read=12, added=24)
        entries.write(session, _entries(), open_batch(session, told).id)
    return book


def _origin(file: str, sheet: str, cell: str) -> Origin:
    return Origin(Source(file, sheet, cell))


def _people():
    for number, name in enumerate(NAMES):
        yield Person(
            staff_no(number),
            name,
            gender="女" if number % 2 else "男",
            birth_date=date(1980, 1 + number, 3),
            id_number=f"11010119800{number:02d}10000"[:18],
            political_status="中共党员",
            origin=_origin("花名册.xlsx", "花名册", f"A{number + 4}"),
        )


def _postings():
    for number, (division, category) in enumerate(zip(DIVISIONS, CATEGORIES, strict=True)):
        yield Posting(
            staff_no(number),
            division,
            category,
            line="综合" if division == "办公室" else division[0] + "事",
            post="审判员" if category == "员额法官" else "科员",
            start=date(2020, 1, 1),
            origin=_origin("花名册.xlsx", "花名册", f"H{number + 4}"),
        )


def _entries():
    for number, category in enumerate(CATEGORIES):
        yield _entry(number, "LD", Decimal(15 + number % 5) if category == "员额法官" else Decimal(80 + number))
        if category == "员额法官":
            yield _entry(number, "JA", Decimal(40 + 3 * number))
            if number == 1:
                yield _entry(number, "CX", None, State.NOT_APPLICABLE)
            elif number != 5:  # the sixth has not handed in
                yield _entry(number, "CX", Decimal(number % 3))


def _entry(number: int, item: str, value: Decimal | None, state: State = State.VALUE) -> Entry:
    cell = f"{'DEF'[('JA', 'CX', 'LD').index(item)]}{number + 5}"
    return Entry(staff_no(number), item, QUARTER, state, value, origin=_origin("数据.xlsx", "一季度", cell))
