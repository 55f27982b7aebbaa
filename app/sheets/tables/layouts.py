"""The layout of a sheet: told apart by its headers, recalled with what was answered about it, held against the last one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from app.domain.layouts import Layout
from app.domain.words import plain
from app.sheets.tables.headers import Match
from app.sheets.tables.headless import is_headless

_KIN = 0.5
"""How much of both layouts must be the same for one to be a later form of the other."""


def layout_of(
    match: Match, division: str, answers: Mapping[str, str], further: Mapping[str, str] = MappingProxyType({})
) -> Layout | None:
    """The layout with the answers that concern its columns, and those ``further`` ones that concern its cells; None where
    no answer does.
    """  # fmt: skip
    used = {header.text: answer for header in match.headers if (answer := answer_to(header.names, answers))}
    used |= further
    if not used:
        return None
    headers = [header.text for header in match.headers]
    return Layout(match.vocabulary.kind, division, _fingerprint(headers), "\n".join(headers), used)


def answer_to(names: Iterable[str], answers: Mapping[str, str]) -> str:
    """What was answered about a column, by any of its names in plain form; an empty text where nothing was."""
    return next((answers[name] for name in map(plain, names) if name in answers), "")


def recalled(layouts: Iterable[Layout], match: Match, division: str) -> Layout | None:
    """The layout of this kind and division that is the same, or else the one that has most in common."""
    headers = [header.text for header in match.headers]
    mine = set(map(plain, headers))
    best, closest = None, _KIN
    for layout in layouts:
        if layout.kind != match.vocabulary.kind or plain(layout.division) != plain(division):
            continue
        if layout.fingerprint == _fingerprint(headers):
            return layout
        theirs = set(map(plain, layout.headers.split("\n")))
        alike = len(mine & theirs) / max(len(mine | theirs), 1)
        if alike > closest:
            best, closest = layout, alike
    return best


def difference(layout: Layout, match: Match) -> str:
    """What changed since a layout was remembered, in words; empty where nothing did."""
    headers = [text for text in layout.headers.split("\n") if not is_headless(text)]
    before = list(map(plain, headers))
    now = {plain(header.text): header.text for header in match.headers}
    if list(now) == before:
        return ""
    told = dict(zip(before, headers, strict=True))
    came = [text for key, text in now.items() if key not in told]
    went = [text for key, text in told.items() if key not in now]
    stayed = [key for key in now if key in told]
    moved = [now[key] for key, was in zip(stayed, (key for key in told if key in now), strict=True) if key != was]
    parts = (("新增", came), ("少了", went), ("换了位置", moved))
    return "；".join(f"{word}{'、'.join(f'“{text}”' for text in texts)}" for word, texts in parts if texts)


def _fingerprint(headers: Iterable[str]) -> str:
    """Of the headers that stand on the sheet: a layout is recalled before its columns without one are known."""
    named = (plain(text) for text in headers if not is_headless(text))
    return hashlib.sha256("\n".join(named).encode()).hexdigest()[:32]
