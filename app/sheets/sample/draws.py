"""Chance that always falls the same way: one stream of numbers for each thing that is drawn."""

from __future__ import annotations

from random import Random

SEED = "衡绩示例法院"


def draws(*names: object) -> Random:
    """The stream that belongs to these names; drawing from one never disturbs another."""
    return Random(":".join((SEED, *map(str, names))))
