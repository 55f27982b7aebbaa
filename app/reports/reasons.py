"""逐项说明: for each node of the tree the clause, the rule in words, what went in and from which cell, every step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.explanation import Input, Node, Step, figure_text
from app.reports.drawing import Box, Ink, Stroke, Words, one_line, set_text
from app.reports.flow import Flow, Strip, Tag, kept, paragraph, tagged
from app.reports.listing import PrintedLists, in_one_list, list_inputs
from app.reports.scores import label_text
from app.reports.style import (
    BAND,
    HAIR,
    HEADING,
    LEFT,
    REASON,
    REASON_HEAD,
    REASON_LABEL,
    REASON_SOURCE,
    RED,
    SHADE,
    WIDTH,
    TextStyle,
    text_width,
    wrap,
)
from app.reports.volume import PeriodPart
from app.reports.wording import WAITING, place_text, score_in

_INDENT = 30.0
_INSET = 4.0
_ACROSS = (LEFT + _INDENT, WIDTH - _INDENT)


class Reasons:
    """Lays out the explanations of one volume; what was listed before is referred to, not printed again."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._printed = PrintedLists()

    def lay(self, part: PeriodPart, key: str) -> None:
        """Lays out every node of the period's tree below the score table."""
        self._flow.space(12)
        heading = tagged(kept(paragraph("（二）逐项说明", HEADING)), Tag(f"{key}-reasons", "逐项说明", 1))
        for at, node in enumerate(_explained(part.result.tree)):
            block = self._block(node, part)
            tag = Tag(f"{key}-{at}", f"{label_text(node)}　{score_in(part.result, node)}", 2)
            block = tagged(block, tag)
            self._flow.place([*heading, *block])
            heading = []
            self._remember(node, part, tag.key)
            self._flow.space(5)

    def _block(self, node: Node, part: PeriodPart) -> list[Strip]:
        strips = _head(node, score_in(part.result, node))
        strips.extend(_told("规则", node.rule))
        listed, inputs, steps = in_one_list(node)
        strips.extend(_with_label("数据", [strip for told in inputs for strip in _input(told)]))
        strips.extend(self._list(listed, "逐项算出，" if len(steps) < len(node.steps) else ""))
        strips.extend(_steps(steps))
        strips.extend(_told("处理", _treatment(node)))
        if part.result.veto and part.result.veto == node.code:
            strips.extend(_told("结果", "已触发一票否决。"))
        return _joined(strips)

    def _list(self, listed: tuple[Input, ...], label: str) -> list[Strip]:
        if not listed:
            return []
        earlier = self._printed.reference(listed)
        if earlier:
            return _told("明细", f"{label}共 {len(listed)} 项，{earlier}。")
        return [
            *kept(_told("明细", f"{label}共 {len(listed)} 项：")),
            *list_inputs(listed, LEFT + _INSET, WIDTH - _INSET),
        ]

    def _remember(self, node: Node, part: PeriodPart, key: str) -> None:
        listed = in_one_list(node)[0]
        if listed and not self._printed.reference(listed):
            name = f"{part.period.title} {label_text(node)}"
            self._printed.remember(listed, name, (self._flow.marks[key].page, self._flow.page_number))


def _explained(root: Node) -> Iterator[Node]:
    """The nodes that have something to tell, in the tree's order; branches are sums of what stands below them."""
    for node in root.walk():
        if node.kind not in {"total", "branch"} or node.rule or node.inputs or node.steps or node.reason:
            yield node


def _head(node: Node, told: str) -> list[Strip]:
    """The band with name and clause on the left, full marks and score on the right; a long clause stands below."""
    right = told if node.kind == "veto" else f"得分 {told}"
    if node.full_marks is not None:
        right = f"满分 {node.full_marks:f}　{right}"
    style = REASON_HEAD._replace(colour=RED) if told == WAITING else REASON_HEAD
    room = text_width(right, style) + 2 * _INSET + 10
    names = set_text(label_text(node), REASON_HEAD, (LEFT + _INSET, 2, WIDTH - room - _INSET))
    end = names[-1].x + names[-1].line.width + 10
    beside = len(names) == 1 and end + text_width(node.clause, REASON_SOURCE) <= LEFT + WIDTH - room
    clause = (one_line(node.clause, REASON_SOURCE, end, names[0].y),) if beside and node.clause else ()
    height = len(names) * REASON_HEAD.leading + 4
    score = set_text(right, style, (LEFT, 2, WIDTH - _INSET), "right")
    shade = BAND if node.kind == "total" else SHADE
    band = Strip(height, Ink((*names, *clause, *score), (Box(LEFT, 0, WIDTH, height, shade),)), keep=True)
    return [band] if beside else [band, *kept(_told("依据", node.clause))]


def _told(label: str, text: str) -> list[Strip]:
    return _with_label(label, paragraph(text, REASON, *_ACROSS)) if text else []


def _with_label(label: str, strips: Sequence[Strip]) -> list[Strip]:
    """The strips with a label on the left of the first."""
    if not strips:
        return []
    words = set_text(label, REASON_LABEL, (LEFT + _INSET, 0, _INDENT))
    first = strips[0]
    return [first._replace(ink=first.ink._replace(words=(*words, *first.ink.words))), *strips[1:]]


def _input(told: Input) -> list[Strip]:
    """The figure on the left, its place on the right of the same line, or below where both do not fit."""
    figure = told.told
    left = f"{told.item} = {figure}" if figure else told.item
    place = place_text(told)
    if text_width(left, REASON) + text_width(place, REASON_SOURCE) + 16 <= _ACROSS[1]:
        box = (_ACROSS[0], 0.0, _ACROSS[1])
        words = (*set_text(left, REASON, box), *set_text(place, REASON_SOURCE, box, "right"))
        return [Strip(REASON.leading, Ink(words))]
    return [*kept(paragraph(left, REASON, *_ACROSS)), *paragraph(place, REASON_SOURCE, *_ACROSS, "right")]


def _steps(steps: Sequence[Step]) -> list[Strip]:
    return _with_label("计算", [strip for step in steps for strip in _step(step)])


def _step(step: Step) -> list[Strip]:
    value = figure_text(step.value)
    if not value:
        return paragraph(step.text, REASON, *_ACROSS)
    result = f"得 {value}"
    room = text_width(result, REASON) + 12
    lines = wrap(step.text, REASON, _ACROSS[1] - room)
    strips = paragraph(step.text, REASON, _ACROSS[0], _ACROSS[1] - room)
    words = set_text(result, REASON, (_ACROSS[0], 0.0, _ACROSS[1]), "right")
    end = _ACROSS[0] + lines[-1].width
    return [*strips[:-1], _led(strips[-1], words, end, REASON)]


def _led(strip: Strip, words: tuple[Words, ...], end: float, style: TextStyle) -> Strip:
    """The strip with words at its right edge and a thin line leading to them."""
    y = style.leading * 0.62
    line = Stroke(((end + 5, y), (words[0].x - 5, y)), HAIR, 0.4, dashed=True)
    shapes = (line,) if words[0].x - end > 24 else ()
    return strip._replace(ink=strip.ink._replace(words=(*strip.ink.words, *words), shapes=shapes))


def _treatment(node: Node) -> str:
    """The policy that was used for a nothing, and the reason."""
    parts = []
    if node.missing_rule:
        parts.append(f"数据{node.state.word}，按“{node.missing_rule}”处理")
    if node.reason:
        parts.append(node.reason)
    return "；".join(parts)


def _joined(strips: list[Strip]) -> list[Strip]:
    """A short block is not torn apart; a long one keeps its head with what follows."""
    if len(strips) <= 14:
        return [*kept(strips[:-1]), strips[-1]]
    return strips
