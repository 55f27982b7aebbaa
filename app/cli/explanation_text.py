"""A score's explanation as lines for a terminal: the tree, each node's steps and where its figures came from."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.domain.entries import Origin, State
from app.domain.explanation import Input, Node, Step, figure_text
from app.domain.facts import PersonResult
from app.services.scoring.results import Since, indicator_node
from app.services.taking_in.staging.fields import local_time

MOST_LINES = 6
"""How many figures of one indicator are listed where the whole tree is shown."""


def explanation_lines(result: PersonResult, indicator: str | None = None) -> Iterator[str]:
    """The lines, from the total down; of one indicator only, then with every figure, where one is named.

    Raises AppError("indicator-unknown") with those that there are.
    """
    node = result.tree if indicator is None else indicator_node(result, indicator)
    set_name = result.set_name or "无"
    yield f"{result.staff_no} {result.name}　{result.division}　指标组：{set_name}　在岗月数：{result.months_in_post:f}"
    yield f"状态：{result.status.word}{f'（{result.reason}）' if result.reason else ''}"
    if result.rank:
        yield f"名次：{result.rank}/{result.pool_size}　建议等次：{result.proposed_grade or '无'}"
    yield from (f"注：{note}" for note in result.notes)
    yield ""
    yield from _node_lines(node, "", "", None if indicator else MOST_LINES)


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


def _node_lines(node: Node, head: str, indent: str, most: int | None) -> Iterator[str]:
    yield head + _title(node)
    below = indent + ("│ " if node.children else "  ")
    for line in _details(node, most):
        yield below + "  " + line
    for number, child in enumerate(node.children, 1):
        last = number == len(node.children)
        joint, bar = ("└─ ", "   ") if last else ("├─ ", "│  ")
        yield from _node_lines(child, indent + joint, indent + bar, most)


def _title(node: Node) -> str:
    score = "无得分" if node.score is None else f"{node.score:f}"
    marks = "" if node.full_marks is None else f" / {node.full_marks:f}"
    code = f"[{node.code}] " if node.code and node.code != node.label else ""
    return f"{code}{node.label}：{score}{marks}"


def _details(node: Node, most: int | None) -> Iterator[str]:
    if node.rule:
        yield f"计分：{node.rule}{f'（{node.clause}）' if node.clause else ''}"
    if node.reason:
        yield f"说明：{node.reason}"
    if node.missing_rule:
        yield f"没有数据时：{node.missing_rule}"
    if node.more:
        yield f"为什么不是满分：{node.more.text}"
    yield from _some([_input_line(each) for each in node.inputs], most, node.code)
    yield from _some([_step_line(each) for each in node.steps], most, node.code)


def _some(lines: list[str], most: int | None, code: str) -> Iterator[str]:
    """All lines, or the first and the last few and how many are left out between."""
    if most is None or len(lines) <= most + 1:
        yield from lines
        return
    yield from lines[: most // 2]
    yield f"……另有 {len(lines) - most} 项，用 --indicator {code} 列出全部"
    yield from lines[len(lines) - (most - most // 2) :]


def _step_line(step: Step) -> str:
    value = figure_text(step.value)
    return f"{step.text} = {value}" if value and value not in step.text else step.text


def _input_line(each: Input) -> str:
    value = figure_text(each.value) if each.state is State.VALUE else each.state.word
    return f"{each.item}{f'：{value}' if value else ''}{_place(each.origin)}"


def _place(origin: Origin | None) -> str:
    if origin is None:
        return ""
    place = " ".join(part for part in origin.source if part)
    batch = f"批次 {origin.batch}" if origin.batch else ""
    at = local_time(origin.at) if origin.at else ""
    told = "，".join(part for part in (place, batch, origin.by, at) if part)
    return f"　← {told}" if told else ""
