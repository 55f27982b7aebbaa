"""复算: what the program has, what the formulas give, and whether they agree, person by person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.domain.facts import PersonResult, Status
from app.domain.ranking import is_ranked
from app.domain.schemes import Scheme
from app.sheets.proof.pages import Heading, Living, Page

_TITLES = (
    "工号",
    "姓名",
    "部门",
    "指标组",
    "状态",
    "程序得分",
    "复算",
    "相符",
    "排名范围",
    "程序名次",
    "复算名次",
    "相符",
)
_STATUS, _TOTAL, _AGAIN, _SAME, _GROUP, _RANK, _RANK_AGAIN, _RANK_SAME = range(4, 12)
_TOP = 6


def overview(
    scheme: Scheme, results: Sequence[PersonResult], totals: Mapping[str, str], copied: Sequence[str], count: int
) -> Page:
    """One row a person. ``totals``: the cell of each total; ``copied``: the first of ``count`` figures that were copied."""
    page = Page("复算", "复算：程序得分与公式得分逐人核对", _notes(copied, count), _TOP, frozen_columns=2)
    page.headings = [Heading(_TOP - 1, column, column, title) for column, title in enumerate(_TITLES)]
    last = _TOP + len(results) - 1
    for row, result in enumerate(results, start=_TOP):
        for column, value in enumerate(
            (result.staff_no, result.name, result.division, result.set_name, result.status.word)
        ):
            page.put(row, column, value)
        page.put(row, _TOTAL, "—" if result.total is None else result.total)
        again = totals.get(result.staff_no)
        page.put(row, _AGAIN, "—" if again is None else Living(f'IF(ISNUMBER({again}),{again},"—")', scheme.places))
        page.put(row, _SAME, _agreement(page, row, _TOTAL, _AGAIN))
        _put_rank(page, scheme, row, last, result)
    if results:
        _put_summary(page, last)
    return page


def _notes(copied: Sequence[str], count: int) -> list[str]:
    notes = ["本工作簿的公式由程序按方案写出，打开时由表格软件自己重算；“程序得分”是程序当时算出的。"]
    if count:
        more = "等" if count > len(copied) else ""
        notes.append(f"有 {count} 个数不能用表格公式表达，照录程序算出的（红字）：{'、'.join(copied)}{more}。")
    else:
        notes.append("所有得分都由公式算出，没有照录的数。")
    return notes


def _agreement(page: Page, row: int, one: int, other: int) -> Living:
    return Living(f'IF({page.ref(row, one)}={page.ref(row, other)},"相符","不符")')


def _put_rank(page: Page, scheme: Scheme, row: int, last: int, result: PersonResult) -> None:
    page.put(row, _RANK, "—" if result.rank is None else result.rank)
    if result.status is not Status.COMPLETE or not is_ranked(scheme, result):
        page.put(row, _RANK_AGAIN, "—")
    else:
        page.put(row, _GROUP, _group(scheme, result))
        group, again = (page.range((_TOP, column), (last, column)) for column in (_GROUP, _AGAIN))
        same, better = f"({group}={page.ref(row, _GROUP)})", f"({again}>{page.ref(row, _AGAIN)})"
        page.put(row, _RANK_AGAIN, Living(f"1+SUMPRODUCT({same}*ISNUMBER({again})*{better})"))
    page.put(row, _RANK_SAME, _agreement(page, row, _RANK, _RANK_AGAIN))


def _group(scheme: Scheme, result: PersonResult) -> str:
    """Among whom somebody has a place (contract, section 4.1, 8)."""
    chosen = scheme.set_named(result.set_name)
    scope = chosen.ranking_scope if chosen else "同组"
    if scope == "等次池":
        return f"等次池 {result.pool}"
    own = {"部门": result.division, "条线": result.line}.get(scope, "")
    return f"{result.set_name} {own}".strip()


def _put_summary(page: Page, last: int) -> None:
    for row, title, column in ((3, "得分", _SAME), (4, "名次", _RANK_SAME)):
        cells = page.range((_TOP, column), (last, column))
        page.put(row, 0, title)
        page.put(row, 1, Living(f'COUNTIF({cells},"相符")&" 人相符，"&COUNTIF({cells},"不符")&" 人不符"'))
