"""A score and its explanation are one value: the tree that every screen, sheet and paper reads.

The engine builds the tree while it computes; nothing else makes one. Texts are put together only when somebody reads
them, so that computing for thousands of people stays cheap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from app.domain.entries import Origin, State
from app.domain.numbers import Exact, shown
from app.domain.problems import Source

Figure = Exact | Decimal | str | None
"""What stands in a step or input: an exact figure, a printed one, a word, or nothing."""


def figure_text(figure: Figure) -> str:
    """The figure as it is printed; nothing is an empty text."""
    if figure is None or isinstance(figure, str):
        return figure or ""
    return f"{figure:f}" if isinstance(figure, Decimal) else shown(figure)


class Input(NamedTuple):
    """One figure that went in: its data item, value, state, and the place where it was told (None: computed)."""

    item: str
    value: Figure
    state: State = State.VALUE
    origin: Origin | None = None

    @property
    def told(self) -> str:
        """The figure, or its kind of nothing with the reason."""
        figure = figure_text(self.value)
        if self.state is State.VALUE:
            return figure
        return f"{self.state.word}（{figure}）" if figure and figure != self.state.word else self.state.word


class Step(NamedTuple):
    """One step of the computing: a sentence with ``{}`` for each figure, and what came out of it."""

    template: str
    figures: tuple[Figure, ...] = ()
    value: Figure = None

    @property
    def text(self) -> str:
        """The sentence with its figures."""
        return self.template.format(*map(figure_text, self.figures)) if self.figures else self.template

    @property
    def told(self) -> str:
        """The sentence with what came out of it, told once."""
        text, value = self.text, figure_text(self.value)
        return f"{text} = {value}" if value and value not in text else text


class Node(NamedTuple):
    """One node of the tree. ``kind``: total, branch, leaf, spread (摊分), component (周期:…) or veto (一票否决).

    ``value`` is the data item's value; ``state`` its kind; ``missing_rule`` the policy used for a nothing, or empty;
    ``reason`` says why there is no score or why a policy was used.
    """

    kind: str
    label: str
    code: str
    score: Decimal | None
    full_marks: Decimal | None = None
    value: Figure = None
    state: State = State.VALUE
    missing_rule: str = ""
    reason: str = ""
    clause: str = ""
    rule: str = ""
    steps: tuple[Step, ...] = ()
    children: Sequence[Node] = ()
    more: Step | None = None
    """What would have given full marks, where the score is below them and the rule can say it."""
    inputs: tuple[Input, ...] = ()

    @property
    def rule_text(self) -> str:
        """How it scores, with the clause of the measure that it rests on."""
        return f"{self.rule}（{self.clause}）" if self.rule and self.clause else self.rule or self.clause

    @property
    def remarks(self) -> Iterator[tuple[str, str]]:
        """What is said of it beside its figures and steps, each under its name."""
        told = (
            ("计分", self.rule_text),
            ("说明", self.reason),
            ("没有数据时", self.missing_rule),
            ("为什么不是满分", self.more.text if self.more else ""),
        )
        return ((name, text) for name, text in told if text)

    def walk(self) -> Iterator[Node]:
        """This node and all below, parents first."""
        yield self
        for child in self.children:
            yield from child.walk()

    def parts(self) -> Iterator[Node]:
        """What the total is made of: leaves, spread, components and vetoes, branches left out."""
        return (node for node in self.walk() if node.kind not in ("total", "branch"))

    def find(self, code: str) -> Node | None:
        """The node with this code, or None."""
        return next((node for node in self.walk() if node.code == code), None)


def to_document(node: Node) -> dict[str, Any]:
    """The node as the JSON document of contract section 5 (with children, full marks, state and reason beside)."""
    return {
        "kind": node.kind,
        "label": node.label,
        "code": node.code,
        "clause": node.clause,
        "rule": node.rule,
        "inputs": [_input_document(each) for each in node.inputs],
        "steps": [{"text": step.text, "value": figure_text(step.value)} for step in node.steps],
        "score": _decimal_text(node.score),
        "full_marks": _decimal_text(node.full_marks),
        "value": None if node.value is None else figure_text(node.value),
        "state": node.state.value,
        "missing_rule": node.missing_rule or None,
        "reason": node.reason,
        "why_not_more": node.more.text if node.more else None,
        "children": [to_document(child) for child in node.children],
    }


def from_document(document: dict[str, Any]) -> Node:
    """The node that ``to_document`` wrote; its texts and figures are the printed ones."""
    return Node(
        kind=document["kind"],
        label=document["label"],
        code=document["code"],
        score=_decimal(document["score"]),
        full_marks=_decimal(document["full_marks"]),
        value=document["value"],
        state=State(document["state"]),
        missing_rule=document["missing_rule"] or "",
        reason=document["reason"],
        clause=document["clause"],
        rule=document["rule"],
        inputs=tuple(_input(each) for each in document["inputs"]),
        steps=tuple(Step(each["text"], (), each["value"]) for each in document["steps"]),
        children=tuple(from_document(child) for child in document["children"]),
        more=Step(more) if (more := document.get("why_not_more")) else None,
    )


def _input_document(each: Input) -> dict[str, Any]:
    origin = each.origin
    source = None
    if origin is not None:
        source = {**origin.source._asdict(), "batch": origin.batch, "by": origin.by, "at": origin.at}
    value = None if each.value is None else figure_text(each.value)
    return {"item": each.item, "value": value, "state": each.state.value, "source": source}


def _input(document: dict[str, Any]) -> Input:
    told = document["source"]
    origin = None
    if told is not None:
        origin = Origin(Source(told["file"], told["sheet"], told["cell"]), told["batch"], told["by"], told["at"])
    return Input(document["item"], document["value"], State(document["state"]), origin)


def _decimal_text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
