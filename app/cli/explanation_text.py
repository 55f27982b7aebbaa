"""A score's explanation as lines for a terminal: the tree, each node's steps and where its figures came from."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.entries import Origin, State
from app.domain.explanation import Input, Node, figure_text
from app.domain.facts import PersonResult
from app.domain.problems import AppError


def explanation_lines(result: PersonResult, indicator: str | None = None) -> Iterator[str]:
    """The lines, from the total down; of one indicator only where one is named. Raises AppError for one unknown."""
    node = result.tree
    if indicator is not None:
        found = node.find(indicator)
        if found is None:
            raise AppError("indicator-unknown", indicator=indicator, codes="、".join(_codes(node)))
        node = found
    yield f"{result.staff_no} {result.name}　{result.division}　指标组：{result.set_name or '无'}　在岗月数：{result.months_in_post}"
    yield f"状态：{result.status.word}{f'（{result.reason}）' if result.reason else ''}"
    if result.rank:
        yield f"名次：{result.rank}/{result.pool_size}"
    yield from (f"注：{note}" for note in result.notes)
    yield ""
    yield from _node_lines(node, "", "")


def _codes(node: Node) -> list[str]:
    return [each.code for each in node.walk() if each.code]


def _node_lines(node: Node, head: str, indent: str) -> Iterator[str]:
    yield head + _title(node)
    below = indent + ("│ " if node.children else "  ")
    for line in _details(node):
        yield below + "  " + line
    for number, child in enumerate(node.children, 1):
        last = number == len(node.children)
        yield from _node_lines(child, indent + ("└─ " if last else "├─ "), indent + ("   " if last else "│  "))


def _title(node: Node) -> str:
    score = "无得分" if node.score is None else f"{node.score:f}"
    marks = "" if node.full_marks is None else f" / {node.full_marks:f}"
    code = f"[{node.code}] " if node.code else ""
    return f"{code}{node.label}：{score}{marks}"


def _details(node: Node) -> Iterator[str]:
    if node.rule:
        yield f"计分：{node.rule}{f'（{node.clause}）' if node.clause else ''}"
    if node.reason:
        yield f"说明：{node.reason}"
    if node.missing_rule:
        yield f"没有数据时：{node.missing_rule}"
    yield from (_input_line(each) for each in node.inputs)
    for step in node.steps:
        value = figure_text(step.value)
        yield f"{step.text} = {value}" if value and value not in step.text else step.text


def _input_line(each: Input) -> str:
    value = figure_text(each.value) if each.state is State.VALUE else each.state.word
    return f"{each.item}：{value}{_place(each.origin)}"


def _place(origin: Origin | None) -> str:
    if origin is None:
        return ""
    place = " ".join(part for part in origin.source if part)
    batch = f"批次 {origin.batch}" if origin.batch else ""
    told = "，".join(part for part in (place, batch, origin.by, origin.at) if part)
    return f"　← {told}" if told else ""
