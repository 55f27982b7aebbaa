"""Every code that sheets raises has a sentence, and every sentence is told with its values."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

from app.messages import SENTENCES, sentence
from app.messages import sheets as messages

SOURCES = Path(__file__).parents[2] / "app" / "sheets"
CODE = re.compile(r"[a-z]+(-[a-z]+)+")
NO_CODES = {"yyyy-mm-dd", "yyyy-mm", "utf-8-sig", "utf-16", "hengji-package", "hengji-template", "filled-form"}


def codes():
    for path in SOURCES.rglob("*.py"):
        if path.name == "ods_reader.py":  # its element names look like codes
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
                yield node.value


def test_every_code_of_sheets_has_a_sentence_and_every_sentence_a_code():
    told = set(codes()) - NO_CODES
    assert told <= SENTENCES.keys()
    assert messages.SENTENCES.keys() - told - {"file-xml-2003"} == set()


@pytest.mark.parametrize("code", sorted(messages.SENTENCES))
def test_sentences_are_chinese_and_end(code):
    text, remedy = messages.SENTENCES[code]
    assert text.endswith(("。", "！", "？"))
    assert not remedy or remedy.endswith("。")
    assert not set("<>") & set(text + remedy)


def test_a_sentence_is_filled_with_its_values():
    message = sentence("missing-value", {"column": "工号"})
    assert message.text == "“工号”没有填。"
    assert message.remedy
    with pytest.raises(KeyError):
        sentence("no-such-code")


def test_every_placeholder_of_a_fault_is_told_by_whoever_raises_it(desk):
    rows = [
        ["周期：2024Q1"],
        ["工号", "发改数", "任务完成率", "发改数", "怪"],
        ["A1", "x", "#N/A", 1, 1],
        [None, 1, 0.5, None, None],
    ]
    for problem in desk.read(rows).problems:
        text, remedy = sentence(problem.code, {"value": problem.value, **problem.values})
        assert "{" not in text + remedy
        wanted = {name for _, name, _, _ in Formatter().parse(SENTENCES[problem.code][0]) if name}
        assert wanted <= problem.values.keys() | {"value"}
