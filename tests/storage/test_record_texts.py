"""How undo, check and histories name records: in the court's words, never by columns or words of the code."""

import json
import re

import pytest

from app.messages.moments import moment_text
from app.messages.storage import NOUNS
from app.storage.record_texts import field_word, guard_text, name_word, record_text, value_text
from app.storage.sealing import PARTS
from app.storage.triggers import RECORDED, triggers

RAW = re.compile(r"[A-Za-z_]{2,}")


def key(*parts: str) -> str:
    return json.dumps(parts, ensure_ascii=False)


@pytest.mark.parametrize("noun", RECORDED)
def test_every_column_of_every_noun_has_a_chinese_word(noun: str) -> None:
    words = [field_word(noun, column.name) for column in RECORDED[noun].c]
    assert [word for word in words if RAW.search(word)] == []
    assert RAW.search(NOUNS[noun]) is None


def test_a_record_is_named_part_by_part() -> None:
    assert record_text("entries", key("P02", "结案数", "2024-03")) == "工号 P02、数据项 结案数、周期 2024-03"
    assert record_text("past_grades", key("P02", "2022")) == "工号 P02、年度 2022"
    assert record_text("cases", key("（2024）溪0681刑初1号")) == "案号 （2024）溪0681刑初1号"
    assert record_text("settings", key("level")) == "项目 法院层级"


def test_an_empty_part_and_the_first_of_its_kind_are_not_told() -> None:
    told = key("廉政", "2024-03-05", "P02", "通报", "", "1")
    assert record_text("events", told) == "台账 廉政、日期 2024-03-05、工号 P02、事项 通报"
    assert record_text("events", told.replace('"1"', '"2"')).endswith("、序号 2")


def test_the_words_of_the_code_are_told_in_chinese() -> None:
    assert value_text("entries", "state", "not_applicable") == "不适用"
    assert value_text("results", "status", "incomplete") == "待补"
    assert value_text("receipts", "fate", "returned") == "有错退回"
    assert (value_text("events", "confirmed", 1), value_text("events", "confirmed", 0)) == ("是", "否")
    assert (value_text("entries", "number", "12.50"), value_text("entries", "number", None)) == ("12.50", "")


def test_a_document_in_a_field_is_told_figure_by_figure() -> None:
    figures = json.dumps({"total": "92.74", "rank": "10", "decided_grade": "较好"}, ensure_ascii=False)
    told = value_text("objections", "figures_before", figures)
    assert told == "总分：92.74；名次：10；评定等次：较好"


def test_every_part_of_a_seal_has_its_word() -> None:
    assert [part for part in PARTS if RAW.search(name_word("seals", part))] == []
    assert (name_word("seals", "inner"), name_word("seals", "entries")) == ("其中各周期的封存", "数据")


def test_every_trigger_has_its_word_and_a_strange_one_its_own_name() -> None:
    assert [name for name in triggers() if RAW.search(guard_text(name))] == []
    assert (guard_text("entries_update"), guard_text("theirs")) == ("数据（改动）", "theirs")


def test_a_moment_is_told_to_the_minute_and_what_is_none_as_it_stands() -> None:
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", moment_text("2024-04-08T01:30:15+00:00"))
    assert moment_text("昨天") == "昨天"
