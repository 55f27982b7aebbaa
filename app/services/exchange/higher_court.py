"""上级法院: which courts handed in a period, what is missing, sums and means by court and set, shares of grades.

Courts stand in the order of their codes and nobody in the order of scores: since 2024-10 the quality indicators are
data for analysis only, without any published ranking (最高人民法院审判质量管理指标体系 the first 会商, no 通报排名).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.domain.entries import Origin
from app.domain.periods import Kind, Period
from app.domain.problems import AppError, Problem
from app.domain.words import plain
from app.messages import sentence
from app.services.books import court_of
from app.services.changes import Changes
from app.services.exchange.package_figures import by_set, counted, shares
from app.sheets.result_sheet import ScoreSheet, SheetColumn, write_scores
from app.sheets.writing import ColumnKind, SheetValue
from app.storage.database import Database
from app.storage.packages import LowerCourt, Package, lower_courts, packages, periods_received

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
    within: tuple[Package, ...] = ()
    """What came for the periods inside this one: a package computed before one of these is an old one."""

    @property
    def missing(self) -> tuple[LowerCourt, ...]:
        """The courts that have not handed in."""
        return tuple(court for court, package in self.courts if package is None)


def received(book: Database, period: Period) -> Received:
    """What came for a period, courts in the order of their codes, then names."""
    with book.reading() as session:
        courts = lower_courts.read(session)
        came = {each.court: each for each in packages.read(session, period=period)}
        within = packages.read(session, period=_inner(period))
    ordered = sorted(courts, key=lambda each: (each.code == "", each.code, each.name))
    return Received(court_of(book).name, period, tuple((each, came.get(each.mark)) for each in ordered), within)


def _inner(period: Period) -> list[Period]:
    return [each for kind in Kind if kind < period.kind for each in period.inner(kind)]


def newest_received(book: Database) -> Period | None:
    """The period that ends last of those for which a package came, of several the longest; None where none came."""
    with book.reading() as session:
        came = periods_received(session)
    return max(came, key=lambda each: (each.last_day, each.kind), default=None)


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


def forget_courts(book: Database, told: Iterable[str]) -> Changes:
    """No longer expect these courts, told by code or name.

    Raises AppError, with all of them: ``court-unknown``, or ``court-has-packages`` for those that handed in something.
    """
    with book.transaction("不再登记应当上报的法院", kind="edit") as session:
        known = {word: each for each in lower_courts.read(session) for word in (each.code, plain(each.name)) if word}
        wanted = {text.strip(): known.get(plain(text)) for text in told}
        unknown = [text for text, court in wanted.items() if court is None]
        if unknown:
            raise AppError("court-unknown", 2, courts="、".join(unknown))
        going = {court.mark: court for court in wanted.values() if court is not None}
        handed_in = {going[each.court].name for each in packages.read(session, court=tuple(going))}
        if handed_in:
            raise AppError("court-has-packages", courts="、".join(sorted(handed_in)))
        lower_courts.remove(session, [each.key for each in going.values()])
    return Changes(entries=True)


def courts_document(book: Database, period: Period) -> dict[str, Any]:
    """What ``courts --json`` prints (contract, section 5)."""
    came = received(book, period)
    taken = [package for _, package in came.courts if package is not None]
    return {
        "book": book.path.name,
        "court": came.court,
        "period": period.code,
        "courts": [_court_document(court, package, came.within) for court, package in came.courts],
        "missing": [{"court": each.name, "code": each.code} for each in came.missing],
        "total": {
            **counted(_rows(taken, "summary")),
            "sets": by_set(_rows(taken, "summary")),
            "grades": shares(_rows(taken, "grades")),
        },
    }


def _court_document(court: LowerCourt, package: Package | None, within: Iterable[Package]) -> dict[str, Any]:
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
        **counted(package.told["summary"]),
        "sets": by_set(package.told["summary"]),
        "grades": shares(package.told["grades"]),
        "missing": package.told["missing"],
        "remarks": [sentence(each.code, each.values).text for each in _doubts(package, within)],
    }


def _doubts(package: Package, within: Iterable[Package]) -> Iterator[Problem]:
    """Why a newer package may be still to come."""
    head = package.told["head"]
    if not head["sealed"]:
        yield Problem("court-not-sealed", warning=True)
    later = [
        each.period.title
        for each in within
        if each.court == package.court and each.told["head"]["computed_at"] > head["computed_at"]
    ]
    if later:
        yield Problem("court-computed-before", values={"periods": "、".join(later)}, warning=True)


def _rows(taken: Sequence[Package], part: str) -> list[dict[str, Any]]:
    """The rows of one part of several packages, package after package."""
    return [row for each in taken for row in each.told[part]]


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
        SheetColumn("提醒"),
    )
    rows = tuple(_court_row(each) for each in document["courts"])
    lacking = "、".join(each["court"] for each in document["missing"])
    return ScoreSheet(
        title=f"{period.title}上报情况",
        columns=columns,
        rows=(*rows, (EVERY_COURT, *[""] * 7, *(document["total"][name] for name in _WORDS), None, "")),
        lines=(document["court"], f"尚未收到：{lacking}" if lacking else "已知的法院都已收到"),
        notes=("按法院代码排列，不按任何得分排名次。",),
        name="上报情况",
        frozen_columns=1,
    )


def _court_row(told: dict[str, Any]) -> tuple[SheetValue, ...]:
    if not told["received"]:
        return (told["court"], told["code"], "未收到", *[""] * 5, *[None] * (len(_WORDS) + 1), "")
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
        "".join(told["remarks"]),
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
