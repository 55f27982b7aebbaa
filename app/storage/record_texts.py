"""A record, its fields and what stands in them as people are told of them: never a column's name or a word of the code."""

from __future__ import annotations

import json
from typing import Any

from app.domain.entries import State
from app.domain.facts import Status
from app.messages.storage import FIELDS, FIELDS_OF, NOUNS, SETTING_WORDS
from app.storage.triggers import RECORDED
from app.storage.types import Flag

_WORDS = {
    "state": {each.value: each.word for each in State},
    "status": {each.value: each.word for each in Status},
    "fate": {"taken": "已采用", "waiting": "待处理", "returned": "有错退回"},
}
_TRUTHS = frozenset(
    (noun, column.name) for noun, table in RECORDED.items() for column in table.c if isinstance(column.type, Flag)
)
_GUARDS = {
    "steps_stay": "操作步骤（不可删）",
    "steps_end_once": "操作步骤（不可改）",
    "history_stays": "修改记录（不可删）",
    "history_is_not_rewritten": "修改记录（不可改）",
}
_EVENTS = {"insert": "新增", "update": "改动", "delete": "删除"}


def field_word(noun: str, name: str) -> str:
    """What a field is called in the records of a noun; what another program wrote into a history keeps its own name."""
    return FIELDS_OF.get(noun, {}).get(name) or FIELDS.get(name, name)


def record_text(noun: str, key: str) -> str:
    """What names a record, each part with its word: ``工号 P02、数据项 结案数、周期 2024-03``; ``key`` as the history has it."""
    names = [column.name for column in RECORDED[noun].primary_key]
    parts = [(name, str(told)) for name, told in zip(names, json.loads(key), strict=True)]
    told = [(name, value) for name, value in parts if value and (name, value) != ("ordinal", "1")]
    return "、".join(f"{field_word(noun, name)} {_part(noun, value)}" for name, value in told)


def _part(noun: str, told: str) -> str:
    return SETTING_WORDS.get(told, told) if noun == "settings" else told


def value_text(noun: str, name: str, value: Any) -> str:
    """What stands in a field; a document of several figures is told figure by figure."""
    if value is None:
        return ""
    if (noun, name) in _TRUTHS:
        return "是" if value else "否"
    told = str(value)
    if told.startswith("{"):
        return _document_text(noun, told)
    return _WORDS.get(name, {}).get(told, told)


def _document_text(noun: str, told: str) -> str:
    try:
        document = json.loads(told)
    except ValueError:
        return told
    return "；".join(f"{name_word(noun, name)}：{_inner(document[name])}" for name in document)


def name_word(noun: str, name: str) -> str:
    """What a name inside a field's document is called; a court's own name is its own word."""
    return FIELDS_OF.get(noun, {}).get(name) or NOUNS.get(name) or FIELDS.get(name, name)


def _inner(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def guard_text(trigger: str) -> str:
    """Which writing a trigger notes: ``数据（改动）``; of any other its own name."""
    noun, _, event = trigger.rpartition("_")
    return f"{NOUNS[noun]}（{_EVENTS[event]}）" if noun in NOUNS and event in _EVENTS else _GUARDS.get(trigger, trigger)
