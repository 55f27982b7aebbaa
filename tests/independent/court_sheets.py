"""Reads the sample court's workbooks for the independent computation. Shares nothing with the program: openpyxl only.

Deliberately plain: it knows how these departments lay out their sheets and does not try to read anybody else's.
Values are Fraction, or one of the words NOTHING (empty cell), OUT (— / 免: does not count).
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import defaultdict
from fractions import Fraction
from pathlib import Path

import openpyxl

NOTHING = "未填"
OUT = "不计"
KNOWN_WORDS = {"优秀", "良好", "一般", "较差", "优", "良", "中", "差"}
ROLES = ["承办人", "审判长", "合议庭成员", "法官助理", "书记员"]


class Refused(Exception):
    """A file with a cell that makes no sense is left out as a whole."""


class Court:
    """All that the sheets tell."""

    def __init__(self, directory: Path) -> None:
        self.postings: dict[str, list[dict]] = defaultdict(list)
        self.absences: dict[str, list[tuple[dt.date, dt.date | None]]] = defaultdict(list)
        self.factors: list[tuple[str, str, Fraction]] = []
        self.role_factors: dict[str, Fraction] = {}
        self.values: dict[tuple[str, str, str], object] = {}
        self.cases: list[dict] = []
        self.events: list[dict] = []
        self.looked_at: set[tuple[str, str]] = set()
        self.ballots: dict[tuple[str, str], dict[str, list[Fraction]]] = defaultdict(lambda: defaultdict(list))
        self.refused: list[str] = []
        base = directory / "基础资料"
        self._roster(rows_of(base / "花名册.xlsx")[0])
        self._absences(rows_of(base / "离岗情况.xlsx")[0])
        self._scheme(base / "全员绩效考核实施办法（一加五）.xlsx")
        self.numbers = {}
        for number, postings in self.postings.items():
            self.numbers.setdefault(postings[0]["姓名"], []).append(number)
        for path in sorted(directory.glob("2*/*.xlsx"), key=taking_order):
            self._file(path)

    def number_of(self, text: str, division: str = "") -> str:
        name = text.replace("\u3000", "").strip()
        if name in self.postings:
            return name
        fits = self.numbers.get(name, [])
        if len(fits) > 1:
            fits = [each for each in fits if any(posting["部门"] == division for posting in self.postings[each])]
        if len(fits) != 1:
            raise Refused(f"who is {text}?")
        return fits[0]

    # --- the base sheets

    def _roster(self, rows: list[list]) -> None:
        for row in table(rows, "工号"):
            if row["工号"]:
                self.postings[row["工号"]].append(
                    {
                        "姓名": row["姓名"].replace("\u3000", ""),
                        "部门": row["所在部门"],
                        "条线": row["条线"],
                        "类别": row["人员类别"],
                        "职务": row["职务"],
                        "起": row["任职起"].date(),
                        "止": row["任职止"].date() if row["任职止"] else dt.date.max,
                    }
                )

    def _absences(self, rows: list[list]) -> None:
        for row in table(rows, "工号"):
            if row["离岗类型"]:
                last = row["止"].date() if row["止"] else dt.date.max
                self.absences[row["工号"]].append((row["起"].date(), last, row["离岗类型"]))

    def _scheme(self, path: Path) -> None:
        book = openpyxl.load_workbook(path)
        for field, value, factor, _ in list(book["案件系数"].iter_rows(values_only=True))[1:]:
            if field == "角色":
                self.role_factors[value] = Fraction(str(factor))
            else:
                self.factors.append((field, value, Fraction(str(factor))))

    # --- what the departments hand in

    def _file(self, path: Path) -> None:
        taken = Court.__new__(Court)
        taken.__dict__.update(
            values={}, cases=[], events=[], looked_at=set(), postings=self.postings, numbers=self.numbers
        )
        taken.ballots = defaultdict(lambda: defaultdict(list))
        try:
            for rows in rows_of(path):
                taken._sheet(rows)
        except Refused:
            self.refused.append(path.name)
            return
        self.values.update(taken.values)
        self.cases += taken.cases
        self.events += taken.events
        self.looked_at |= taken.looked_at
        for key, groups in taken.ballots.items():
            for group, marks in groups.items():
                self.ballots[key][group] += marks

    def _sheet(self, rows: list[list]) -> None:
        titles = {str(cell) for row in rows[:4] for cell in row if cell is not None}
        period = period_of(titles)
        if "案号" in titles:
            self._cases(rows, period)
        elif "台账" in titles:
            self._events(rows, period)
        elif "工作完成情况" in titles:
            pass  # What people did in a month is told in words; no score comes from it.
        elif "被测评人" in titles:
            self._ballots(rows, period)
        elif "数据项" in titles:
            for row in table(rows, "数据项"):
                if row["数据项"]:
                    self.values[self.number_of(row["工号"]), row["数据项"], period] = value_of(row["数值"])
        else:
            self._wide(rows, period)

    def _wide(self, rows: list[list], period: str) -> None:
        start = next(index for index, row in enumerate(rows) if "姓名" in row)
        upper, lower = rows[start], rows[start + 1]
        two_rows = lower[0] is None
        heads = [
            re.sub("（.*）", "", str((lower[i] if two_rows else None) or upper[i] or "")) for i in range(len(upper))
        ]
        division = ""
        for row in rows[start + 1 + two_rows :]:
            if not isinstance(row[0], int | float):
                continue
            cells = dict(zip(heads, row, strict=True))
            division = cells.get("部门") or division
            number = self.number_of(str(cells.get("工号") or cells["姓名"]), division)
            for item, cell in cells.items():
                if item not in ("", "序号", "部门", "工号", "姓名", "备注"):
                    self.values[number, item, period] = value_of(cell)

    def _cases(self, rows: list[list], period: str) -> None:
        self.looked_at.add(("案件", period))
        for row in table(rows, "案号"):
            if row["承办人"]:
                people = {
                    role: [self.number_of(each, row["部门"]) for each in (row[role] or "").split("、") if each]
                    for role in ROLES
                }
                self.cases.append({**row, "结案日期": row["结案日期"].date(), "人": people})

    def _events(self, rows: list[list], period: str) -> None:
        for row in table(rows, "台账"):
            if row["事项"]:
                self.looked_at.add((row["台账"], period))
                if row["事项"] != "零报告":
                    self.events.append({**row, "日期": row["日期"].date()})

    def _ballots(self, rows: list[list], period: str) -> None:
        words = {"优秀": 95, "称职": 85, "基本称职": 65, "不称职": 40}
        for row in table(rows, "被测评人"):
            if row["测评人类别"]:
                mark = words[row["评价"]] if row["评价"] else row["评分"]
                self.ballots[row["被测评人"], period][row["测评人类别"]].append(Fraction(str(mark)))


def rows_of(path: Path) -> list[list[list]]:
    """The sheets of a workbook, each as a list of rows. A cell shown as 98 % gives the text 98."""
    book = openpyxl.load_workbook(path)
    return [[[shown(cell) for cell in row] for row in sheet.iter_rows()] for sheet in book]


def shown(cell) -> object:
    if "%" in cell.number_format and isinstance(cell.value, int | float):
        return str(float(Fraction(str(cell.value)) * 100))
    return cell.value


def table(rows: list[list], key: str) -> list[dict]:
    """The rows below the header that has ``key`` in it."""
    start = next(index for index, row in enumerate(rows) if key in row)
    heads = [str(cell) for cell in rows[start]]
    return [dict(zip(heads, row, strict=True)) for row in rows[start + 1 :]]


def taking_order(path: Path) -> tuple[str, bool, str]:
    """By folder; what mends another file after it."""
    return (path.parent.name, "正" in path.name, path.name)


def period_of(titles: set[str]) -> str:
    """From the cell 周期：…, as 2024-03, 2024Q1 or 2024."""
    text = next(title for title in titles if title.startswith("周期："))[3:]
    if match := re.fullmatch(r"(\d{4})年(\d+)月", text):
        return f"{match[1]}-{int(match[2]):02d}"
    if match := re.fullmatch(r"(\d{4})年第(.)季度", text):
        return f"{match[1]}Q{'一二三四'.index(match[2]) + 1}"
    return text.removesuffix("年度")


def value_of(cell: object) -> object:
    """A figure, a word, or one of the two nothings."""
    if cell is None:
        return NOTHING
    text = unicodedata.normalize("NFKC", str(cell)).strip()
    if text in ("—", "免"):
        return OUT
    if text in KNOWN_WORDS:
        return text
    if not re.fullmatch(r"-?\d+(\.\d+)?", text):
        raise Refused(text)
    return Fraction(text)
