"""The library to start from: 方案 workbooks that come with the program, listed and copied out; a court changes its own copy."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

from app.domain.problems import AppError
from app.domain.words import plain
from app.paths import RESOURCES

FOLDER = RESOURCES / "library"
DESCRIPTIONS = {
    "一加五办法": "一个实施办法加五套指标：法官、审判辅助人员、综合行政人员、工勤人员、聘用制人员；数字是示例，可直接试算",
    "三本台账与双激励办法": "党建、廉政、业务评查三本台账，每季评奖励和提醒；没有公布的分值写“待本院填写”",
    "审判质量指标体检表": "审判质量管理指标体系作体检：全院、部门、法官逐项亮灯，案-件比在内，只供分析，不排名；合理区间待本院填写",
}


class LibraryEntry(NamedTuple):
    """One workbook of the library: what it is called, where it stands, what it is for."""

    name: str
    path: Path
    description: str


def library_entries() -> tuple[LibraryEntry, ...]:
    """The workbooks of the library, those that come with the program first; what else is put into the folder after them."""
    order = {name: position for position, name in enumerate(DESCRIPTIONS)}
    paths = sorted(FOLDER.glob("*.xlsx"), key=lambda path: (order.get(path.stem, len(order)), path.stem))
    return tuple(
        LibraryEntry(path.stem, path, DESCRIPTIONS.get(path.stem, ""))
        for path in paths
        if not path.name.startswith("~$")  # what an office program leaves beside an open file
    )


def copy_library_entry(name: str, target: Path) -> Path:
    """Copy a workbook out to a file, or into a folder under its own name; gives the copy's path.

    Raises AppError("library-entry-unknown"), ("file-exists"): nothing is ever replaced; ("file-not-written").
    """
    entries = library_entries()
    entry = next((each for each in entries if plain(each.name) == plain(name)), None)
    if entry is None:
        raise AppError("library-entry-unknown", name=name, names="、".join(each.name for each in entries))
    path = Path(target)
    path = path / entry.path.name if path.is_dir() else path
    try:
        with entry.path.open("rb") as source, path.open("xb") as copy:
            shutil.copyfileobj(source, copy)
    except FileExistsError as fault:
        raise AppError("file-exists", file=path.name) from fault
    except OSError as fault:
        raise AppError("file-not-written", file=path.name, why=fault.strerror or str(fault)) from fault
    return path
