"""What is said in the window leads to its pages, never to a command."""

import re

import pytest

from app.messages import SENTENCES
from app.ui.remedies import in_window

COMMANDS_ONLY = {
    "event-unknown",
    "events-not-named",
    "evidence-damaged",
    "evidence-unknown",
    "layout-not-forgotten",
    "layout-unknown",
}
"""What only a command can be told, or what needs one: the numbers that these name are chosen from lists in the window."""


@pytest.mark.parametrize("code", sorted(SENTENCES.keys() - COMMANDS_ONLY))
def test_no_command_is_named(code):
    told = in_window(SENTENCES[code][1])
    assert not re.search(r"hengji |--[a-z]|命令", told)
    assert told == "" or told[-1] in "。！？"


@pytest.mark.parametrize(
    ("remedy", "told"),
    [
        ("请先计算：hengji compute 考核库 2024Q1", "请先计算。"),
        ("确需更正的，先重新打开：hengji reopen 考核库 2024 --reason 理由。", "确需更正的，先重新打开。"),
        ("请填上工号，或点“回答问题”选定（命令：--person）。", "请填上工号，或点“回答问题”选定。"),
        ("请核对日期。", "请核对日期。"),
        ("", ""),
    ],
)
def test_what_is_left_is_a_sentence(remedy, told):
    assert in_window(remedy) == told
