"""Three courts' published measures as workbooks: scheme, people, a period's figures. People and figures are made up.

``python -m tests.measures.workbooks`` writes them anew into tests/data/measures.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.sheets.sample.pages import Line, Page, write_pages
from app.sheets.tables.vocabulary import SCHEME_SHEETS
from tests.measures import auxiliaries, banner, judges

DATA = Path(__file__).parents[1] / "data" / "measures"
MEASURES: dict[str, Callable[[], dict[str, dict[str, tuple[Line, ...]]]]] = {
    judges.NAME: judges.workbooks,
    auxiliaries.NAME: auxiliaries.workbooks,
    banner.NAME: banner.workbooks,
}
"""Measure → file → sheet → lines; the first line of a sheet is its header, but for those of a 方案, whose header is fixed."""


def write_measure(name: str, directory: Path) -> tuple[Path, ...]:
    """Write the workbooks of a measure; gives their paths in the order of taking in."""
    paths = []
    for file, sheets in MEASURES[name]().items():
        path = directory / f"{file}.xlsx"
        write_pages(path, tuple(_page(sheet, lines, file) for sheet, lines in sheets.items()))
        paths.append(path)
    return tuple(paths)


def _page(sheet: str, lines: tuple[Line, ...], file: str) -> Page:
    if file == "方案" and sheet in SCHEME_SHEETS:
        width = len(SCHEME_SHEETS[sheet][0])
        return Page(sheet, (SCHEME_SHEETS[sheet][0],), tuple((*line, *[None] * (width - len(line))) for line in lines))
    header, *body = lines
    return Page(sheet, (header,), tuple(body), wraps=sheet == "说明")


if __name__ == "__main__":
    for each in MEASURES:
        write_measure(each, DATA / each)
