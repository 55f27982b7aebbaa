"""Divisions by their customary short names: 民一庭 is 民事审判第一庭, 审管办 is 审判管理办公室, 法警大队 is 司法警察大队."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from app.domain.words import plain

_BRACKET = re.compile(r"\([^()]*\)")
_NUMBER = re.compile(r"[一二三四五六七八九十]+")
_DIGITS = str.maketrans("123456789", "一二三四五六七八九")
_EVERYBODY = frozenset(
    ("全院", "本院", "全体", "全部", "各部门", "各庭室", "各业务庭", "全院各部门", "全院各庭室", "全院干警")
)


class Fitting(NamedTuple):
    """The divisions that a name may stand for: those that it surely is a form of, and those that come near."""

    sure: tuple[str, ...]
    near: tuple[str, ...]


def is_everybody(told: str) -> bool:
    """Whether a name in the place of a division speaks of the whole court."""
    return plain(told) in _EVERYBODY


def fitting(told: str, divisions: Iterable[str]) -> Fitting:
    """The divisions of which a name may be the short or the full form.

    Surely, where the shorter one's characters stand in the longer one in their order, both begin and end alike and tell
    the same number: 民一庭 is no 民事审判第二庭, and no 民事审判第十一庭. Near, where only the number or the end is untold.
    """
    mine = _form(told)
    sure, near = [], []
    for division in divisions:
        other = _form(division)
        short, long = sorted((mine, other), key=len)
        if len(short) < 2 or short[0] != long[0] or not _is_within(short, long):
            continue
        numbers = [_NUMBER.findall(each) for each in (short, long)]
        if short[-1] == long[-1] and numbers[0] == numbers[1]:
            sure.append(division)
        elif not numbers[0] or numbers[0] == numbers[1]:
            near.append(division)
    return Fitting(tuple(sure), tuple(near))


def _form(name: str) -> str:
    """A name for comparing: no bracket, Chinese numerals, 办 for 办公室, 司法警察 for 法警."""
    bare = _BRACKET.sub("", plain(name)).translate(_DIGITS)
    bare = re.sub(r"(?<=.)办公室$", "办", bare)
    return re.sub(r"^法警", "司法警察", bare)


def _is_within(short: str, long: str) -> bool:
    """Whether every character of the shorter stands in the longer, in the same order."""
    rest = iter(long)
    return all(sign in rest for sign in short)
