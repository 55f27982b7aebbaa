"""An explanation in words: one node for the screen, the whole of it as text to copy."""

from __future__ import annotations

from html import escape

from app.domain.entries import Origin, State
from app.domain.explanation import Input, Node
from app.domain.explanation_lines import explanation_lines
from app.domain.facts import PersonResult
from app.i18n import translate
from app.ui.moments import moment_text, origin_text
from app.ui.scores.tree import marks_text, score_text
from app.ui.theme import COLOURS


def told_by(origin: Origin | None) -> str:
    """Which import, who and when, on one line."""
    if origin is None:
        return ""
    batch = translate("Scores", "批次 {batch}").format(batch=origin.batch) if origin.batch else ""
    return "，".join(part for part in (batch, origin.by, moment_text(origin.at)) if part)


# --- one node, for the screen


def node_html(node: Node) -> str:
    """One node: rule, reason, steps, and the figures that went in with their cells (there may be hundreds)."""
    parts = [_heading(node)]
    for title, text in (
        (translate("Scores", "计分办法"), node.rule_text),
        (translate("Scores", "说明"), node.reason),
        (translate("Scores", "没有数据时"), node.missing_rule),
        (translate("Scores", "为什么不是满分"), node.more.text if node.more else ""),
    ):
        if text:
            parts.append(_paragraph(title, text))
    if node.children:
        parts.append(_title(translate("Scores", "由这些加起来")))
        parts.append(_children(node))
    if node.steps:
        parts.append(_title(translate("Scores", "怎么算的")))
        parts.extend(f"<p style='margin:2px 0'>{escape(step.told)}</p>" for step in node.steps)
    if node.inputs:
        parts.append(_title(translate("Scores", "用到的数据")))
        parts.append(_inputs(node.inputs))
    return "".join(parts)


def _heading(node: Node) -> str:
    marks = marks_text(node.full_marks)
    of_marks = f" / {marks}" if marks else ""
    return (
        f"<p style='margin:0 0 6px 0'><b>{escape(node.label)}</b>"
        f"&nbsp;&nbsp;<span style='color:{COLOURS['accent']}'><b>{escape(score_text(node))}</b></span>"
        f"<span style='color:{COLOURS['soft']}'>{escape(of_marks)}</span></p>"
    )


def _title(text: str) -> str:
    return f"<p style='margin:8px 0 3px 0; color:{COLOURS['soft']}'>{escape(text)}</p>"


def _paragraph(title: str, text: str) -> str:
    return f"<p style='margin:2px 0'><span style='color:{COLOURS['soft']}'>{escape(title)}：</span>{escape(text)}</p>"


def _children(node: Node) -> str:
    rows = "".join(
        f"<tr><td>{escape(child.label)}</td><td align='right'>{escape(score_text(child))}</td></tr>"
        for child in node.children
    )
    return f"<table width='100%' cellspacing='0' cellpadding='3'>{rows}</table>"


def _inputs(inputs: tuple[Input, ...]) -> str:
    rows = "".join(_input_row(each) for each in inputs)
    return f"<table width='100%' cellspacing='0' cellpadding='4' style='border-collapse:collapse'>{rows}</table>"


def _input_row(each: Input) -> str:
    tone = COLOURS["warn"] if each.state is State.EMPTY else COLOURS["text"]
    below = "<br>".join(escape(part) for part in (origin_text(each.origin), told_by(each.origin)) if part)
    row = (
        f"<tr style='background-color:{COLOURS['ground']}'><td>{escape(each.item)}</td>"
        f"<td align='right' style='color:{tone}'><b>{escape(each.told)}</b></td></tr>"
    )
    return f"{row}<tr><td colspan='2' style='color:{COLOURS['soft']}'>{below}</td></tr>" if below else row


# --- all of it, as text


def explanation_text(result: PersonResult, period_title: str) -> str:
    """The whole explanation as plain text, from the total down to the cells."""
    return "\n".join((period_title, *explanation_lines(result, _place)))


def _place(origin: Origin) -> str:
    return "；".join(part for part in (origin_text(origin), told_by(origin)) if part)
