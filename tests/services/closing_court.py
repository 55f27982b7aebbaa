"""A tiny made-up court whose year can be played: four judges, one figure a month, quotas by quarter and year."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from app.domain.periods import Period
from app.services.books import Book, new_book, open_book
from app.services.deciding.deciding import stage_decisions, take_decisions
from app.services.scoring.computing import compute
from app.services.taking_in.imports import Taken, stage, take
from tests.small_court import Cell, write_book

Q1, Q2, YEAR = (Period.parse(code) for code in ("2024Q1", "2024Q2", "2024"))
QUARTERS = tuple(YEAR.inner(Q1.kind))
STAFF = ("P1", "P2", "P3", "P4")

ROSTER: list[list[Cell]] = [
    ["工号", "姓名", "部门", "人员类别", "职务", "任职起", "任职止"],
    *([each, f"甲{each}", "民一庭", "员额法官", "审判员", "2020-01-01", None] for each in STAFF),
]
MEETING = ["考评委员会", "2024-04-10"]


def scheme(*settings: Sequence[Cell], version: str = "1") -> dict[str, list[list[Cell]]]:
    """The scheme: total = the figure; 好 from 90, at most half of the pool, without 较差 at 60 or better by veto 廉政."""
    return {
        "方案": [["项目", "内容"], ["方案名称", "考核办法"], ["年度", 2024], ["版本", version], *map(list, settings)],
        "指标组": [["指标组", "适用条件", "等次池"], ["法官", '人员类别=="员额法官"', "法官"]],
        "数据项": [
            ["编码", "名称", "类型", "汇总"],
            ["df", "得分数", "数值", "平均"],
            ["lz", "廉政通报", "数值", "求和"],
        ],
        "指标": [
            ["指标组", "编码", "名称", "分值", "计分方式", "参数", "数据项", "缺数据", "加减分"],
            ["法官", "A", "得分", 100, "直接计分", None, "得分数", None, None],
            ["法官", "V", "廉政", None, "一票否决", "等次上限=一般", "廉政通报", "零分", "是"],
        ],
        "周期": [["周期", "组成", "权重"], ["年", "季", "100%"]],
        "等次": [
            ["等次池", "周期", "等次", "最低分", "比例上限", "取整"],
            ["法官", "季、年", "好", 90, "50%", "舍去"],
            ["法官", "季、年", "较好", 80, None, None],
            ["法官", "季、年", "一般", 60, None, None],
            ["法官", "季、年", "较差", 0, None, None],
        ],
    }


def figures(marks: Mapping[str, Cell], vetoed: Iterable[str] = ()) -> list[list[Cell]]:
    """A 数据 sheet of one period."""
    struck = set(vetoed)
    return [["工号", "得分数", "廉政通报"], *([each, mark, 1 if each in struck else 0] for each, mark in marks.items())]


MARKS: dict[str, Cell] = {"P1": 95, "P2": 92, "P3": 91, "P4": 70}
"""By these: P1 and P2 好, P3 较好 by the quota of two, P4 一般."""
PROPOSED = {"P1": "好", "P2": "好", "P3": "较好", "P4": "一般"}


class Court:
    """A book with what tests do to it again and again."""

    def __init__(self, directory: Path, *settings: Sequence[Cell], made: Path | None = None) -> None:
        """``made``: a book to begin with a copy of."""
        self.directory = directory
        self.number = 0
        if made is not None:
            self.book: Book = open_book(Path(shutil.copy(made, directory / "库.hj")))
            return
        self.book = new_book(directory / "库.hj", court="溪山县人民法院")
        self.take({"花名册": ROSTER})
        self.take(scheme(*settings))

    def file(self, sheets: Mapping[str, list[list[Cell]]]) -> Path:
        """A workbook with these sheets."""
        self.number += 1
        return write_book(self.directory / f"表{self.number}.xlsx", dict(sheets))

    def take(
        self, sheets: Mapping[str, list[list[Cell]]], period: Period | None = None, *, replace: bool = False
    ) -> Taken:
        """Import one workbook; whatever is wrong with it is an assertion."""
        taken = take(self.book, stage(self.book, [self.file(sheets)], period=period, replace=replace))
        assert [fault.message for each in taken.files for fault in each.faults if fault.stops] == []
        return taken

    def tell(self, period: Period, marks: Mapping[str, Cell] = MARKS, vetoed: Iterable[str] = ()) -> Taken:
        """Import a period's figures."""
        return self.take({"数据": figures(marks, vetoed)}, period)

    def decide(self, period: Period, rows: Iterable[Sequence[Cell]], *more: str) -> Taken:
        """Take a 决定 sheet in: 工号, 评定等次, 理由, then the columns named."""
        staged = stage_decisions(self.book, period, self.decisions(rows, *more))
        return take_decisions(self.book, staged)

    def decisions(self, rows: Iterable[Sequence[Cell]], *more: str) -> Path:
        """The workbook of a 决定 sheet."""
        return self.file({"决定": [["工号", "评定等次", "理由", *more], *map(list, rows)]})

    def computed(self, period: Period, marks: Mapping[str, Cell] = MARKS) -> None:
        """Import and compute a period."""
        self.tell(period, marks)
        compute(self.book, period)

    def decided(self, period: Period) -> None:
        """Compute a period, and decide as proposed."""
        self.computed(period)
        self.decide(period, [[each, grade, None] for each, grade in PROPOSED.items()])


def codes(taken: Taken) -> list[tuple[str, str]]:
    """The faults of an import: cell and code."""
    return [(fault.cell, fault.code) for each in taken.files for fault in each.faults if fault.stops]
