"""What stands where a figure does not: every kind of nothing has its own word, and none of them is a blank or a dash."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.domain.entries import Origin, State
from app.domain.explanation import Input, Node, figure_text
from app.domain.facts import PersonResult

_NUMERALS = "一二三四五六七八九十"
WAITING = "待补"
"""The word for a score that is wanting."""


def day_text(day: date | None, none: str = "") -> str:
    """A day as people write it: 2024年3月5日."""
    return none if day is None else f"{day.year}年{day.month}月{day.day}日"


def score_text(node: Node) -> str:
    """The node's score, or why there is none in one word."""
    if node.score is not None:
        return f"{node.score:f}"
    if node.kind == "veto":
        return "触发" if node.reason == "触发" else "未触发"
    if node.kind == "branch":
        return WAITING if any(score_text(child) == WAITING for child in node.children) else "不计分"
    return node.missing_rule or WAITING


def score_in(result: PersonResult, node: Node) -> str:
    """The node's score; for the root the total, or how far the evaluation came."""
    return total_text(result) if node.kind == "total" else score_text(node)


def value_text(node: Node) -> str:
    """The data item's value, or its kind of nothing."""
    if node.state is not State.VALUE:
        return node.state.word
    return figure_text(node.value)


def total_text(result: PersonResult) -> str:
    """The total, or how far the evaluation came."""
    return result.status.word if result.total is None else f"{result.total:f}"


def decimal_text(value: Decimal | None, none: str) -> str:
    """The figure, or the word for none."""
    return none if value is None else f"{value:f}"


def rank_text(result: PersonResult) -> str:
    """Place and number of people ranked, 3/12; without a rank the word 不排名."""
    if result.rank is None:
        return "不排名"
    return f"{result.rank}/{result.pool_size}" if result.pool_size else str(result.rank)


def grade_text(decided: str, proposed: str) -> str:
    """The decided grade; else 未评定, with the proposed one."""
    if decided:
        return decided
    return f"未评定（建议：{proposed}）" if proposed else "未评定"


def status_text(result: PersonResult) -> str:
    """The status, with the reason where it is not complete."""
    return f"{result.status.word}：{result.reason}" if result.reason else result.status.word


def place_text(told: Input) -> str:
    """Where an input was told; what nobody told has no place."""
    if told.origin is None and told.state is State.EMPTY and told.value is None:
        return "没有收到数据"
    return origin_text(told.origin)


def origin_text(origin: Origin | None) -> str:
    """Where a figure was told: file, sheet and cell; else who typed it in and when; else that it was computed."""
    if origin is None:
        return "由计算得出"
    source = origin.source
    if source.file or source.sheet or source.cell:
        return " › ".join(part for part in (source.file, source.sheet, source.cell) if part)
    typed = "，".join(part for part in (origin.by, origin.at.replace("T", " ")) if part)
    return f"录入：{typed}" if typed else "在本库中录入"


def numeral(number: int) -> str:
    """The number of a part in Chinese, 1 to 99."""
    tens, ones = divmod(number, 10)
    head = ("" if tens < 2 else _NUMERALS[tens - 1]) + ("十" if tens else "")
    return head + (_NUMERALS[ones - 1] if ones else "")
