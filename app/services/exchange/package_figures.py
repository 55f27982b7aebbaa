"""What the rows of packages come to: people counted, sums and means by indicator set, shares of grades."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from app.domain.grades.grading import OUTSIDE
from app.domain.numbers import Ratio, half_up
from app.sheets.package_pages import mean

COUNTS = ("people", "complete", "incomplete", "not_evaluated", "undetermined")
"""How a row of a package's 总表 counts its people."""


def counted(rows: Iterable[dict[str, Any]]) -> dict[str, int]:
    """How many people there are, by what became of their scores."""
    every = list(rows)
    return {name: sum(row[name] for row in every) for name in COUNTS}


def by_set(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """By indicator set: people, complete totals, their sum and mean."""
    found = []
    for name in dict.fromkeys(row["set"] for row in rows):
        own = [row for row in rows if row["set"] == name]
        total = f"{sum((Decimal(row['sum']) for row in own), Decimal(0)):f}"
        counts = counted(own)
        average = mean(total, counts["complete"])
        found.append({"set": name, **counts, "sum": total, "mean": None if average is None else f"{average:f}"})
    return found


def shares(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """By 等次池 and grade: how many, and which share of all in the pool who have a grade, in %; an outcome that is none has no share."""
    count: Counter[tuple[str, str]] = Counter()
    decided: Counter[tuple[str, str]] = Counter()
    for row in rows:
        count[row["pool"], row["grade"]] += row["decided"] + row["proposed"]
        decided[row["pool"], row["grade"]] += row["decided"]
    pools: Counter[str] = Counter()
    for (pool, grade), people in count.items():
        pools[pool] += people if grade not in OUTSIDE else 0
    return [
        {
            "pool": pool,
            "grade": grade,
            "people": people,
            "decided": decided[pool, grade],
            "share": _share(people, pools[pool]) if grade not in OUTSIDE else "",
        }
        for (pool, grade), people in count.items()
    ]


def _share(part: int, whole: int) -> str:
    return f"{half_up(Ratio(100 * part, whole), 2):f}%" if whole else ""
