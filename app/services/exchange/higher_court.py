"""上级法院: which courts handed in a period, what is missing, sums and means by court and set, shares of grades.

Courts stand in the order of their codes and nobody in the order of scores: since 2024-10 the quality indicators are
data for analysis only, without any published ranking (最高人民法院审判质量管理指标体系 the first 会商, no 通报排名).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.domain.entries import Origin
from app.domain.grades.grading import OUTSIDE
from app.domain.numbers import Ratio, half_up
from app.domain.periods import Period
from app.domain.words import plain
from app.services.books import court_of
from app.services.changes import Changes
from app.sheets.package_pages import mean
from app.sheets.result_sheet import ScoreSheet, SheetColumn, write_scores
from app.sheets.writing import ColumnKind, SheetValue
from app.storage.database import Database
from app.storage.packages import LowerCourt, Package, lower_courts, packages

_COUNTS = ("people", "complete", "incomplete", "not_evaluated", "undetermined")
_WORDS = {
    "people": "人数",
    "complete": "完整",
    "incomplete": "待补",
    "not_evaluated": "不进行考核",
    "undetermined": "不确定等次",
}
_NUMBER = ColumnKind.NUMBER
EVERY_COURT = "合计"


@dataclass(frozen=True, slots=True)
class Received:
    """What came for a period: every court that is known, with its package or None."""

    court: str
    period: Period
    courts: tuple[tuple[LowerCourt, Package | None], ...]

    @property
    def missing(self) -> tuple[LowerCourt, ...]:
        """The courts that have not handed in."""
        return tuple(court for court, package in self.courts if package is None)


def received(book: Database, period: Period) -> Received:
    """What came for a period, courts in the order of their codes, then names."""
    with book.reading() as session:
        courts = lower_courts.read(session)
        came = {each.court: each for each in packages.read(session, period=period)}
    ordered = sorted(courts, key=lambda each: (each.code == "", each.code, each.name))
    return Received(court_of(book).name, period, tuple((each, came.get(each.mark)) for each in ordered))


def expect_courts(book: Database, told: Iterable[str]) -> Changes:
    """Remember courts that should hand in, each told as ``名称`` or ``代码 名称``; those known already stay as they are."""
    with book.transaction("登记应当上报的法院", kind="edit") as session:
        known = lower_courts.read(session)
        names, codes = {plain(each.name) for each in known}, {each.code for each in known if each.code}
        for text in told:
            first, _, rest = text.strip().partition(" ")
            code, name = (first, rest.strip()) if rest else ("", first)
            if name and plain(name) not in names and (not code or code not in codes):
                lower_courts.write(session, [LowerCourt(code or plain(name), name, code, origin=Origin())])
                names.add(plain(name))
    return Changes(entries=True)


def courts_document(book: Database, period: Period) -> dict[str, Any]:
    """What ``courts --json`` prints (contract, section 5)."""
    came = received(book, period)
    taken = [package for _, package in came.courts if package is not None]
    return {
        "book": book.path.name,
        "court": came.court,
        "period": period.code,
        "courts": [_court_document(court, package) for court, package in came.courts],
        "missing": [{"court": each.name, "code": each.code} for each in came.missing],
        "total": {
            **_counted(row for each in taken for row in each.told["summary"]),
            "sets": _sets(taken),
            "grades": _shares(taken),
        },
    }


def _court_document(court: LowerCourt, package: Package | None) -> dict[str, Any]:
    head = {"court": court.name, "code": court.code, "level": court.level, "received": package is not None}
    if package is None:
        return head
    told = package.told["head"]
    names = ("issue", "scheme", "scheme_version", "engine_version", "sealed", "made_at")
    return {
        **head,
        **{name: told[name] for name in names},
        "taken_at": package.origin.at,
        "batch": package.origin.batch,
        "file": package.origin.source.file,
        **_counted(package.told["summary"]),
        "sets": _sets([package]),
        "grades": _shares([package]),
        "missing": package.told["missing"],
    }


def _counted(rows: Iterable[dict[str, Any]]) -> dict[str, int]:
    every = list(rows)
    return {name: sum(row[name] for row in every) for name in _COUNTS}


def _sets(taken: Sequence[Package]) -> list[dict[str, Any]]:
    """By indicator set: people, complete totals, their sum and mean."""
    rows = [row for each in taken for row in each.told["summary"]]
    found = []
    for name in dict.fromkeys(row["set"] for row in rows):
        own = [row for row in rows if row["set"] == name]
        total = f"{sum((Decimal(row['sum']) for row in own), Decimal(0)):f}"
        counted = _counted(own)
        average = mean(total, counted["complete"])
        found.append({"set": name, **counted, "sum": total, "mean": None if average is None else f"{average:f}"})
    return found


def _shares(taken: Sequence[Package]) -> list[dict[str, Any]]:
    """By 等次池 and grade: how many, and which share of all in the pool who have a grade, in %; an outcome that is none has no share."""
    count: Counter[tuple[str, str]] = Counter()
    decided: Counter[tuple[str, str]] = Counter()
    for each in taken:
        for row in each.told["grades"]:
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


def save_courts(book: Database, period: Period, path: Path) -> None:
    """Write the same as a workbook. Raises AppError ``workbook-not-written``."""
    document = courts_document(book, period)
    sheets = (_courts_sheet(document, period), _sets_sheet(document, period), _grades_sheet(document, period))
    write_scores(Path(path), *sheets, court=document["court"])


def _courts_sheet(document: dict[str, Any], period: Period) -> ScoreSheet:
    texts = ("法院", "代码", "是否收到", "期次", "是否封存", "生成时间", "方案", "核算版本")
    columns = (
        *(SheetColumn(each) for each in texts),
        *(SheetColumn(each, kind=_NUMBER) for each in (*_WORDS.values(), "未填数据")),
    )
    rows = tuple(_court_row(each) for each in document["courts"])
    lacking = "、".join(each["court"] for each in document["missing"])
    return ScoreSheet(
        title=f"{period.title}上报情况",
        columns=columns,
        rows=(*rows, (EVERY_COURT, *[""] * 7, *(document["total"][name] for name in _WORDS), None)),
        lines=(document["court"], f"尚未收到：{lacking}" if lacking else "已知的法院都已收到"),
        notes=("按法院代码排列，不按任何得分排名次。",),
        name="上报情况",
        frozen_columns=1,
    )


def _court_row(told: dict[str, Any]) -> tuple[SheetValue, ...]:
    if not told["received"]:
        return (told["court"], told["code"], "未收到", *[""] * 5, *[None] * (len(_WORDS) + 1))
    return (
        *(
            told["court"],
            told["code"],
            "已收到",
            str(told["issue"]),
            "是" if told["sealed"] else "否",
            told["made_at"][:10],
        ),
        *(f"{told['scheme']} {told['scheme_version']}".strip(), told["engine_version"]),
        *(told[name] for name in _WORDS),
        sum(each["people"] for each in told["missing"]),
    )


def _named(document: dict[str, Any], part: str) -> Iterable[tuple[str, dict[str, Any]]]:
    """Every row of a part, court after court, and those of all courts together last."""
    for told in document["courts"]:
        yield from ((told["court"], row) for row in told.get(part, ()))
    yield from ((EVERY_COURT, row) for row in document["total"][part])


def _sets_sheet(document: dict[str, Any], period: Period) -> ScoreSheet:
    columns = (
        SheetColumn("法院"),
        SheetColumn("指标组"),
        *(SheetColumn(each, kind=_NUMBER) for each in (*_WORDS.values(), "总分合计", "平均分")),
    )
    rows = tuple(
        (
            court,
            row["set"],
            *(row[name] for name in _WORDS),
            Decimal(row["sum"]),
            None if row["mean"] is None else Decimal(row["mean"]),
        )
        for court, row in _named(document, "sets")
    )
    notes = ("平均分只含总分完整的人。各院的方案可能不同，合计和平均供汇总参考，不作排名。",)
    return ScoreSheet(f"{period.title}各指标组得分", columns, rows, (document["court"],), notes, "指标组", 2)


def _grades_sheet(document: dict[str, Any], period: Period) -> ScoreSheet:
    columns = (
        *(SheetColumn(each) for each in ("法院", "等次池", "等次")),
        *(SheetColumn(each, kind=_NUMBER) for each in ("人数", "其中已评定", "占比")),
    )
    rows = tuple(
        (court, row["pool"], row["grade"], row["people"], row["decided"], row["share"])
        for court, row in _named(document, "grades")
    )
    notes = ("占比的底数是本等次池里有等次（评定的，没有评定的按建议）的人数。",)
    return ScoreSheet(f"{period.title}等次分布", columns, rows, (document["court"],), notes, "等次", 3)
