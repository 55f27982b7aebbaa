"""Ways in which the workbooks of the corpus are written, each by the program that fits the trap."""

import csv
import io
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter

Rows = list[list[Any]]
Writer = Callable[[Path], None]


def excel(*sheets: tuple[str, Rows] | Rows, **dress: Any) -> Writer:
    """A workbook by openpyxl. ``merge``, ``hide_rows``, ``hide_columns``, ``formats``, ``cells`` and ``hidden`` dress its first sheet."""

    def write(path: Path) -> None:
        book = openpyxl.Workbook()
        book.remove(book.active)
        for number, told in enumerate(sheets, start=1):
            title, rows = told if isinstance(told, tuple) else (f"Sheet{number}", told)
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
            if number == 1:
                _dress(sheet, **dress)
            elif title in dress.get("hidden", ()):
                sheet.sheet_state = "hidden"
        book.save(path)

    return write


def _dress(
    sheet: Any,
    merge: Iterable[str] = (),
    hide_rows: Iterable[int] = (),
    hide_columns: Iterable[str] = (),
    formats: dict[str, str] | None = None,
    hidden: Iterable[str] = (),
    cells: dict[str, Any] | None = None,
) -> None:
    for place in merge:
        sheet.merge_cells(place)
    for row in hide_rows:
        sheet.row_dimensions[row].hidden = True
    for column in hide_columns:
        sheet.column_dimensions[column].hidden = True
    for cell, told in (cells or {}).items():
        sheet[cell] = told
    for cell, number_format in (formats or {}).items():
        sheet[cell].number_format = number_format


def calculated(rows: Rows, formulas: dict[str, tuple[str, Any]]) -> Writer:
    """A workbook by XlsxWriter, with formulas and the values that they had when it was saved."""

    def write(path: Path) -> None:
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet("Sheet1")
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
            for cell, (formula, value) in formulas.items():
                sheet.write_formula(cell, formula, None, value)

    return write


def text(content: str, encoding: str = "utf-8") -> Writer:
    """A text file: CSV, or the HTML that some office systems save as .xls."""
    return lambda path: path.write_bytes(content.encode(encoding)) and None


def comma(rows: Rows, encoding: str = "utf-8-sig") -> Writer:
    """A CSV file."""
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return text(out.getvalue(), encoding)


def html(rows: Rows) -> Writer:
    """A table as HTML."""
    body = "".join(
        "<tr>" + "".join(f"<td>{'' if each is None else each}</td>" for each in row) + "</tr>" for row in rows
    )
    return text(f'<html><head><meta charset="utf-8"></head><body><table>{body}</table></body></html>')


def converted(source: Writer, suffix: str) -> Writer:
    """A workbook that LibreOffice made of another; without LibreOffice the file that is there stays."""

    def write(path: Path) -> None:
        office = shutil.which("soffice")
        if office is None:
            return
        with tempfile.TemporaryDirectory() as folder:
            start = Path(folder) / "source.xlsx"
            source(start)
            profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
            subprocess.run(
                [
                    office,
                    profile,
                    "--headless",
                    "--convert-to",
                    suffix,
                    "--outdir",
                    str(Path(folder) / "out"),
                    str(start),
                ],
                check=True,
                capture_output=True,
                timeout=120,
            )
            shutil.copyfile(Path(folder) / "out" / f"source.{suffix}", path)

    return write
