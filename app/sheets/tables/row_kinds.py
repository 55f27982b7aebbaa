"""Which rows below a header are no records, and why: totals, notes, signatures, empty numbered rows, column numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from app.domain.words import half_width, plain
from app.sheets.reading.cells import Cell
from app.sheets.tables.period_texts import division_told, tells_period
from app.sheets.tables.units import units_in

(
    TOTAL,
    NOTE,
    NUMBERED,
    COLUMN_NUMBERS,
    UNITS,
    LONE_TEXT,
    HEADER_AGAIN,
    SECTION,
    PAGE,
    ZEROS,
    EXAMPLE,
    STATISTICS,
    SOURCES,
) = (
    "合计、小计或平均行",
    "说明或签字行",
    "只有序号或部门的空行",
    "栏次行",
    "单位行",
    "单独的文字行",
    "重复的表头",
    "写部门名称的行，算作下面各行的部门",
    "页码、续表或空白说明",
    "没有写人、只有序号和零的行",
    "填写示例",
    "按部门的汇总，没有写人",
    "写各列数据来源的行",
)

_TOTALS = re.compile(
    r"[^\d:,.]{0,12}?(合计|总计|小计|共计|累计|平均|平均值|平均分|平均数|人均|最高分|最低分|总数)(人?数|分)?([(:].*|\d.*)?|其中[:].*|其中"
    r"|(?:以上|本表|上述|全表|全庭|全院)*共有?:?\d+(?:人|名|件|宗|起|条|项|次|票|份|行)(?:[^\d/].*)?"
)
_PAGES = re.compile(
    r"第\d+页.*|共\d+页.*|-\d+-|\(?(接上|转下|下接|上接|续).{0,6}[页表].{0,4}\)?|\(?续?表[\d一二三四五六七八九十]*\)?|\(?(以下|此行以下|此页以下|下方)(为?空白|无正文|无内容|空)\)?[.]?"
)
_EXAMPLE = re.compile(r"\(?(?:填写|填报|填表)?(?:示例|样例|举例|范例)\)?[:]?|例[:]|\(例\)")
_SECTION = re.compile(
    r"(?:部门:|庭室:|所在部门:)?([^\d:,.;()]{1,14}(?:庭|室|局|处|队|科|部|所|中心|团队)|院领导)(?:\((?:共?\d+人|[^()]{0,4})\)|共?\d+人)?"
)
_ORDINAL = re.compile(r"^(?:\(?[一二三四五六七八九十]+\)?[,.]|\([一二三四五六七八九十\d]+\)|\d+[.,])")
_NOTES = re.compile(r"(注|备注|说明|附注|附|填表说明|填报说明|填写说明|编制说明|注意事项|温馨提示)(\d*[:.,)].*|\d*$)")
_SIGNED = (
    r"(填表|填报|制表|主要领导|领导|签发|校对|录入|政治部|填制|审核|复核|审批|审定|负责|经办|报送|统计|核对|"
    r"分管|主管|庭长|院长|联系|单位|部门|科室|打印|制单|日期)"
)
_SIGNATURES = re.compile(
    _SIGNED + r"(单位|部门|负责|领导|庭长|院长)*(人|日期|时间|电话|方式|签字|签名|盖章|\([签盖][字名章]\))*:.*"
)
_SEALED = re.compile(r".*\((盖章|签章|公章|签字|签名)\)[:.]?")
_DAY = (
    r"(?:(?:19|20)\d\d[-./年](?:1[0-2]|0?[1-9])[-./月](?:3[01]|[12]\d|0?[1-9])[日号]?|"
    r"[〇○零oО0一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"
)
_DATED = re.compile(rf"[^\d:]{{0,20}}{_DAY}[.]?|\(?{_DAY}\)?|[^\d:,]{{2,20}}人民法院(?:[^\d:,庭室局处队科所]{{0,8}})")
"""What a paper ends with: the day, perhaps after whoever sends it, or the court alone."""
_CONTINUED = re.compile(r"(\([\d一二三四五六七八九十]+\)|[\d一二三四五六七八九十]+[.,:]|[①-⑳★※*])\D.*")
_UNIT = re.compile(r"\([^()]+\)")
_COUNTED = re.compile(r"\s*\(\s*共?\s*\d+\s*人\s*\)$")
_RULE = re.compile(r"[-=_*~.·─━…]+")
_ADORNED = "=-*~_·[]<>《》"
"""Signs that people set around a word to make it stand out."""
_UNIT_LABEL = frozenset(("单位", "计量单位", "单位:", "计量单位:", "/", "-", "--"))
_ORDINALS = "甲乙丙丁戊己庚辛"
_NUMBERS_LABEL = frozenset(("栏次", "栏号", "列次", "列号", "行次", "序次"))
_SOURCES_LABEL = re.compile(
    r"(?:数据|指标|资料)?(?:来源|出处)(?:部门|单位|系统)?:?|(?:数据)?(?:提供|填报|采集|统计|责任|牵头|考核|评分|报送)(?:部门|单位|科室|主体|人):?"
)
_LONG_TEXT = 20


class RowSorter:
    """Says of each row of a table whether it is a record. ``keys``, ``idle``: the columns that name the record, and
    those that say nothing by themselves (序号, 部门); ``divisions``: what the book knows as divisions, in plain form.
    """  # fmt: skip

    def __init__(
        self, keys: Iterable[int], idle: Iterable[int], divisions: frozenset[str] = frozenset(), *, strict: bool = False
    ) -> None:
        self._keys, self._idle, self._divisions = frozenset(keys), frozenset(idle), divisions
        self._strict = strict
        self._in_notes = False
        self._seen_record = False

    def why_no_record(self, cells: Mapping[int, Cell], wide: bool) -> str:
        """Why the row is passed over, or an empty text; ``wide``: its first cell is merged over several columns."""
        why = self._why(cells, wide)
        self._in_notes = self._in_notes or why == NOTE
        self._seen_record = self._seen_record or not why
        return why

    def _why(self, cells: Mapping[int, Cell], wide: bool) -> str:
        first = plain(next(iter(cells.values())).text)
        if not self._strict and ":" in first and section_division(cells, self._divisions):
            return SECTION
        if self._is_note(first, cells):
            return NOTE
        if self._strict:
            return ""
        return self._apart(first, cells) or self._by_place(first, cells, wide)

    def _apart(self, first: str, cells: Mapping[int, Cell]) -> str:
        """What the row's own words tell: a total, the end of a page, an example."""
        if self._is_total(first, cells):
            return TOTAL
        if (len(cells) <= 2 and _PAGES.fullmatch(first)) or _is_rule(cells):
            return PAGE
        return EXAMPLE if _EXAMPLE.fullmatch(first) else ""

    def _by_place(self, first: str, cells: Mapping[int, Cell], wide: bool) -> str:
        """What the columns tell in which something stands."""
        if self._idle.issuperset(cells):
            return SECTION if len(cells) == 1 and division_named(first) else NUMBERED
        if self._is_zeros(cells):
            return ZEROS
        if not self._seen_record and (why := _why_below_header(cells)):
            return why
        if len(cells) == 1 and self._is_section(first, next(iter(cells)), wide):
            return SECTION
        return LONE_TEXT if self._is_lone_text(first, cells, wide) else ""

    def _is_note(self, first: str, cells: Mapping[int, Cell]) -> bool:
        if _NOTES.fullmatch(first):
            return len(cells) == 1 or not self._keys & cells.keys() or not self._strict
        if self._strict:
            return False
        if _SIGNATURES.fullmatch(first) or tells_period(first) or (_SEALED.fullmatch(first) and len(cells) <= 2):
            return True
        if len(cells) == 1 and _DATED.fullmatch(first):
            return True
        return self._in_notes and len(cells) == 1 and (len(first) > _LONG_TEXT or bool(_CONTINUED.fullmatch(first)))

    def _is_total(self, first: str, cells: Mapping[int, Cell]) -> bool:
        named = [plain(cells[column].text) for column in sorted(self._keys | self._idle) if column in cells]
        # 合 and 计 in two cells.
        named.append("".join(text for text in named if len(text) == 1))
        return any(_TOTALS.fullmatch(text.strip(_ADORNED + "()")) for text in (first, *named))

    def _is_lone_text(self, first: str, cells: Mapping[int, Cell], wide: bool) -> bool:
        if len(cells) > 1:
            return False
        cell = next(iter(cells.values()))
        if isinstance(cell.value, date):
            return True
        if not isinstance(cell.value, str):
            return False
        return wide or cell.column not in self._keys or len(first) > _LONG_TEXT

    def _is_section(self, first: str, column: int, wide: bool) -> bool:
        """A division on a row of its own. Where names stand, 李科 may be a person: there it takes more than a last sign."""
        named = division_named(first)
        return bool(named) and (wide or column not in self._keys or named != first or first in self._divisions)

    def _is_zeros(self, cells: Mapping[int, Cell]) -> bool:
        """Formulas copied down beyond the last person give zeros."""
        if self._keys & cells.keys():
            return False
        return all(column in self._idle or cell.value == 0 for column, cell in cells.items())


def division_named(text: str) -> str:
    """The division that a row of its own names (``一、民一庭（5人）``), in plain form, or an empty text."""
    match = _SECTION.fullmatch(_ORDINAL.sub("", plain(text).strip(_ADORNED)).removesuffix(":"))
    return match[1] if match else ""


def section_division(cells: Mapping[int, Cell], divisions: frozenset[str]) -> str:
    """The division of which a row of its own says that the rows below are: ``一、民一庭``, ``部门：民一庭``; or an empty text."""
    every = list(cells.values())
    told = plain(division_told(every))
    if told and (told in divisions or division_named(told)):
        return division_named(told) or told
    return division_named(every[0].text)


def division_told_in(text: str) -> str:
    """A division as a column of divisions tells it, without its number in the list and how many people it has."""
    bare = _ORDINAL.sub("", half_width(text).strip())
    bare = _COUNTED.sub("", bare).strip()
    return bare if bare and bare != half_width(text).strip() else text


def is_numbered(text: str) -> bool:
    """Whether a line begins with an ordinal: others of its kind follow."""
    return _ORDINAL.match(plain(text)) is not None


def _is_rule(cells: Mapping[int, Cell]) -> bool:
    """Whether nothing stands in the row but a line drawn with signs."""
    texts = [plain(cell.text) for cell in cells.values()]
    return all(_RULE.fullmatch(text) for text in texts) and any(len(text) > 2 for text in texts)


def _why_below_header(cells: Mapping[int, Cell]) -> str:
    """Column numbers and units may stand between the header and the first record."""
    texts = [plain(cell.text) for cell in cells.values()]
    if all(_UNIT.fullmatch(text) for text in texts) and not all(text[1:-1].isdecimal() for text in texts):
        return UNITS
    if _are_units(texts):
        return UNITS
    if _count_columns(texts):
        return COLUMN_NUMBERS
    are_words = not any(isinstance(cell.value, Decimal) for cell in cells.values())
    return SOURCES if len(texts) > 1 and are_words and _SOURCES_LABEL.fullmatch(texts[0]) else ""


def _count_columns(texts: Sequence[str]) -> bool:
    """Whether the columns are numbered here: ``1|2|3``, ``甲|乙|1|2``, ``栏次|1|2``."""
    told = [text.strip("()栏次第列") for text in texts if text not in _NUMBERS_LABEL]
    letters = [text for text in told if text and text in _ORDINALS]
    numbers = [text for text in told if text and text not in _ORDINALS]
    signs = len(letters) + (len(told) < len(texts))
    if not numbers or len(numbers) + signs < 3 or not all(text.isdecimal() for text in numbers):
        return False
    counted = [int(text) for text in numbers]
    in_order = len(numbers) > 2 or "".join(letters) == _ORDINALS[: len(letters)]
    return in_order and counted == list(range(counted[0], counted[0] + len(counted))) and counted[0] <= 2


def _are_units(texts: Iterable[str]) -> bool:
    """Whether units stand below the header without brackets, the first perhaps headed 单位."""
    told = [text.strip("()") for text in texts if text not in _UNIT_LABEL]
    return bool(told) and all(map(units_in, told))
