"""The list that goes with a set of archives: which volumes, how many pages, and their hashes, for people and programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from app.domain.problems import AppError
from app.domain.roster import staff_no_order
from app.sheets.result_sheet import ScoreSheet, SheetColumn, write_scores
from app.sheets.writing import ColumnKind


class VolumeMade(NamedTuple):
    """One volume as it was written; ``digest`` is the file's SHA-256 in hex."""

    staff_no: str
    name: str
    path: Path
    pages: int
    seconds: float
    digest: str


JSON_NAME = "manifest.json"
SHEET_NAME = "manifest.xlsx"


def write_manifest(directory: Path, court: str, year: int, made: Iterable[VolumeMade]) -> None:
    """Write the list beside the volumes; volumes that an earlier run made and this one did not stay on it."""
    listed = {each["file"]: each for each in _earlier(directory, year)}
    for volume in made:
        listed[volume.path.name] = {
            "staff_no": volume.staff_no,
            "name": volume.name,
            "file": volume.path.name,
            "pages": volume.pages,
            "sha256": volume.digest,
        }
    volumes = sorted(listed.values(), key=lambda each: staff_no_order(str(each["staff_no"])))
    document = {"court": court, "year": year, "volumes": volumes}
    _write(directory / JSON_NAME, json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    _write_sheet(directory / SHEET_NAME, court, year, volumes)


def _earlier(directory: Path, year: int) -> list[dict[str, object]]:
    """What an earlier run listed, as far as the files are still there."""
    try:
        document = json.loads((directory / JSON_NAME).read_text(encoding="utf-8"))
        volumes = document["volumes"] if document["year"] == year else []
        return [each for each in volumes if (directory / str(each["file"])).is_file()]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as fault:
        raise AppError("file-not-written", file=path.name, why=fault.strerror or str(fault)) from fault


def _write_sheet(path: Path, court: str, year: int, volumes: list[dict[str, object]]) -> None:
    columns = (
        SheetColumn("序号", kind=ColumnKind.NUMBER),
        SheetColumn("工号"),
        SheetColumn("姓名"),
        SheetColumn("文件"),
        SheetColumn("页数", kind=ColumnKind.NUMBER),
        SheetColumn("SHA-256", width=68),
    )
    rows = tuple(
        (
            number,
            str(each["staff_no"]),
            str(each["name"]),
            str(each["file"]),
            int(str(each["pages"])),
            str(each["sha256"]),
        )
        for number, each in enumerate(volumes, 1)
    )
    title = f"{year}年度业绩档案目录"
    lines = (f"{court}　共 {len(rows)} 册",)
    write_scores(path, ScoreSheet(title, columns, rows, lines, name="目录", frozen_columns=3), court=court)
