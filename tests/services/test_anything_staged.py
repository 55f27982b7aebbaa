"""Whatever a sheet holds, staging it ends in taken, unchanged, or refused with a fault in words: never in anything else."""

import json
import random
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.services.books import Book, new_book
from app.services.taking_in.imports import import_document, stage, take
from tests.data.corpus.court import ROSTER, SCHEME
from tests.data.corpus.writing import Rows, excel

_TOLD = (
    "工号 姓名 部门 结案数 发改数 满意度 数据项 数值 月份 案号 结案日期 承办人 合议庭成员 人民陪审员 台账 事项 零报告 次数 被测评人 评分 票号 "
    "离岗类型 起 止 人员类别 任职起 序号 合计 小计 平均 民一庭 一、民一庭（2人） 注： 填表人： 周期：2024Q2 2024年3月 2024.3.5 98% / 免计 １２ "
    "0001 0002 0005 张三 李四 李肆 王龑 周九 去年同期 第1页 以下空白 示例 干警 党风测评 廉政 （2024）柳民初1号 何民（人民陪审员） 较好 4人 编号"
)
WORDS = _TOLD.split()
HEADS = (
    ("工号", "姓名", "部门", "结案数", "发改数", "满意度"),
    ("姓名", "结案数", "发改数", "调研篇数"),
    ("案号", "结案日期", "承办人", "合议庭成员", "部门", "人民陪审员"),
    ("台账", "日期", "工号", "姓名", "事项", "次数"),
    ("被测评人", "测评人类别", "评分", "票号"),
    ("工号", "数据项", "数值", "月份"),
    ("工号", "姓名", "部门", "人员类别", "任职起"),
    ("工号", "离岗类型", "起", "止"),
)
FIGURES = (0, 1, 40, 12.5, 0.98, 45356, -3, 110105198502020044)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    folder = tmp_path_factory.mktemp("anything")
    made = new_book(folder / "柳溪.hj", court="柳溪县人民法院")
    excel(ROSTER)(folder / "花名册.xlsx")
    excel(*SCHEME.items())(folder / "方案.xlsx")
    take(made, stage(made, [folder / "花名册.xlsx", folder / "方案.xlsx"]))
    yield made
    made.close()


def cell(dice: random.Random) -> str | float | Decimal | date | None:
    kind = dice.random()
    if kind < 0.6:
        return dice.choice(WORDS)
    if kind < 0.85:
        return dice.choice(FIGURES)
    return date(2024, dice.randint(1, 12), dice.randint(1, 28)) if kind < 0.9 else None


def grid(dice: random.Random) -> Rows:
    """A messy sheet: titles, a header that may be doubled or shuffled, and rows of anything."""
    head: list[str | None] = list(dice.choice(HEADS))
    if dice.random() < 0.3:
        head += [*([None] * dice.randint(0, 1)), *head]
    if dice.random() < 0.2:
        dice.shuffle(head)
    rows: Rows = [["周期：2024Q2"] for _ in range(dice.randint(0, 1))]
    if dice.random() < 0.3:
        rows.append([dice.choice((None, "办案", "去年同期")) for _ in head])
    rows.append(head)
    for _ in range(dice.randint(0, 6)):
        first = dice.choice(("合计", "示例", None)) if dice.random() < 0.2 else cell(dice)
        rows.append(list(head) if dice.random() < 0.1 else [first, *(cell(dice) for _ in head[1:])])
    return rows


def merges(dice: random.Random) -> list[str]:
    left, top = dice.randint(0, 4), dice.randint(1, 6)
    return [f"{'ABCDE'[left]}{top}:{'CDEFG'[left]}{top + dice.randint(0, 2)}"] if dice.random() < 0.5 else []


@pytest.mark.parametrize("seed", range(8))
def test_anything_is_taken_or_refused_in_words(book: Book, tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    paths = [tmp_path / f"{number}.xlsx" for number in range(25)]
    for path in paths:
        excel(grid(dice), merge=merges(dice))(path)
    staging = stage(book, paths)
    assert len(staging.workbooks) == len(paths)
    for workbook in staging.workbooks:
        assert workbook.status in {"taken", "unchanged", "refused"}
        stopping = [fault for sheet in workbook.sheets for fault in sheet.faults if fault.stops]
        assert bool(stopping) == (workbook.status == "refused")
        assert all(fault.message for fault in stopping)
    assert json.dumps(import_document(staging), ensure_ascii=False)
