"""What a trap of the corpus is, and the rows that many of them share."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from tests.data.corpus.writing import Rows, Writer

HEAD = ["工号", "姓名", "部门", "结案数", "发改数", "满意度"]
PERIOD = ["周期：2024Q2"]
ZHANG = ["0001", "张三", "民一庭", 40, 2, 90]
LI = ["0002", "李四", "民一庭", 30, 1, 88]
WANG = ["0003", "王五", "民一庭", 20, 0, 95]
THREE = {"0001 js": "40", "0001 gf": "2", "0001 my": "90", "0002 js": "30", "0003 js": "20", "0003 my": "95"}
CASE_HEAD = ["案号", "案由", "立案日期", "结案日期", "承办人", "审判长", "合议庭成员", "书记员"]


class Expected(NamedTuple):
    """One sheet as a person reads it. ``values``: 工号 and item → value; ``told``: warnings; ``skipped``: rows."""

    kind: str
    period: str | None
    rows: int
    faults: tuple[tuple[str, str], ...] = ()
    values: Mapping[str, str] = MappingProxyType({})
    told: tuple[str, ...] = ()
    skipped: tuple[int, ...] = ()
    sheet: str = "Sheet1"


class Trap(NamedTuple):
    """A workbook: its name, what lies in wait there, how it is written, and what is to be read."""

    file: str
    trap: str
    write: Writer
    expected: tuple[Expected, ...]


TRAPS: list[Trap] = []


def trap(file: str, words: str, write: Writer, *expected: Expected) -> None:
    TRAPS.append(Trap(file, words, write, expected))


def data(rows: int, *faults: tuple[str, str], **more: Any) -> Expected:
    """A 数据 sheet of the second quarter."""
    return Expected("数据", "2024Q2", rows, tuple(faults), **more)


def plain(*rows: list[Any]) -> Rows:
    return [PERIOD, HEAD, *rows]
