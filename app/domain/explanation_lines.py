"""An explanation as plain lines, for a terminal or to be copied: the tree, each node's steps and where its figures came from."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.domain.entries import Origin
from app.domain.explanation import Input, Node
from app.domain.facts import PersonResult

Places = Callable[[Origin], str]
"""Says where a figure came from: file, sheet, cell, import, who and when."""


def explanation_lines(
    result: PersonResult, places: Places, node: Node | None = None, most: int | None = None
) -> Iterator[str]:
    """The lines, from the total down, or of one node; of a node's figures and steps at most ``most``, where that is told."""
    set_name = result.set_name or "无"
    yield f"{result.staff_no} {result.name}　{result.division}　指标组：{set_name}　在岗月数：{result.months_in_post:f}"
    yield f"状态：{result.status.word}{f'（{result.reason}）' if result.reason else ''}"
    if result.rank:
        yield f"名次：{result.rank}/{result.pool_size}　建议等次：{result.proposed_grade or '无'}"
    yield from (f"注：{note}" for note in result.notes)
    yield ""
    yield from _Drawing(places, most).lines(result.tree if node is None else node, "", "")


class _Drawing:
    """Draws a tree: which places are told how, and how many lines a node may have."""

    def __init__(self, places: Places, most: int | None) -> None:
        self._places = places
        self._most = most

    def lines(self, node: Node, head: str, indent: str) -> Iterator[str]:
        """A node behind what stands before it, and all below with their branches."""
        yield head + _title(node)
        below = indent + ("│ " if node.children else "  ")
        yield from (f"{below}  {line}" for line in self._details(node))
        for number, child in enumerate(node.children, 1):
            last = number == len(node.children)
            joint, bar = ("└─ ", "   ") if last else ("├─ ", "│  ")
            yield from self.lines(child, indent + joint, indent + bar)

    def _details(self, node: Node) -> Iterator[str]:
        for name, told in node.remarks:
            yield f"{name}：{told}"
        yield from self._some([self._input_line(each) for each in node.inputs], node.code)
        yield from self._some([step.told for step in node.steps], node.code)

    def _some(self, lines: list[str], code: str) -> Iterator[str]:
        """All lines, or the first and the last few and how many are left out between."""
        most = self._most
        if most is None or len(lines) <= most + 1:
            yield from lines
            return
        yield from lines[: most // 2]
        yield f"……另有 {len(lines) - most} 项，用 --indicator {code} 列出全部"
        yield from lines[len(lines) - (most - most // 2) :]

    def _input_line(self, each: Input) -> str:
        place = self._places(each.origin) if each.origin is not None else ""
        return f"{each.item}{f'：{each.told}' if each.told else ''}{f'　← {place}' if place else ''}"


def _title(node: Node) -> str:
    score = "无得分" if node.score is None else f"{node.score:f}"
    marks = "" if node.full_marks is None else f" / {node.full_marks:f}"
    code = f"[{node.code}] " if node.code and node.code != node.label else ""
    return f"{code}{node.label}：{score}{marks}"
