"""A score's explanation on the terminal: of the whole tree the first and last figures, of one indicator all of them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.domain.entries import Origin
from app.domain.explanation_lines import explanation_lines
from app.domain.facts import PersonResult
from app.messages.moments import moment_text
from app.services.scoring.results import Since, indicator_node

MOST_LINES = 6
"""How many figures of one indicator are listed where the whole tree is shown."""


def told_lines(result: PersonResult, indicator: str | None = None) -> Iterator[str]:
    """The lines, from the total down; of one indicator only, then with every figure, where one is named.

    Raises AppError("indicator-unknown") with those that there are.
    """
    if indicator is None:
        return explanation_lines(result, _place, most=MOST_LINES)
    return explanation_lines(result, _place, indicator_node(result, indicator))


def since_lines(since: Since) -> Iterator[str]:
    """What changed since the last period, part by part."""
    total = "无" if since.total is None else f"{since.total:f}"
    yield f"较{since.period.title}（总分 {total}）的变化："
    for each in since.parts:
        change = "" if each.change is None else f"（{each.change:+f}）"
        scores = f"{_score(each.old_score)} → {_score(each.new_score)}{change}"
        yield f"  {each.name}：{scores}　数据 {each.old_value or '无'} → {each.new_value or '无'}"


def _score(score: Decimal | None) -> str:
    return "无" if score is None else f"{score:f}"


def _place(origin: Origin) -> str:
    place = " ".join(part for part in origin.source if part)
    batch = f"批次 {origin.batch}" if origin.batch else ""
    return "，".join(part for part in (place, batch, origin.by, moment_text(origin.at)) if part)
