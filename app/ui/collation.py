"""Sorting as people expect it: Chinese by pinyin, staff numbers by their figures."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCollator, QCollatorSortKey, QLocale


@cache
def _collator() -> QCollator:
    return QCollator(QLocale("zh_CN"))


def by_pinyin(text: str) -> QCollatorSortKey:
    """A sort key that orders Chinese by pinyin, rare characters too."""
    return _collator().sortKey(text)
