"""上报: the made-up court's package, the higher court's form filled in, and the higher court's book that takes packages in."""

from __future__ import annotations

from pathlib import Path

from app.domain.periods import Period
from app.services.books import new_book
from app.services.exchange.filling import fill
from app.services.exchange.higher_court import expect_courts, save_courts
from app.services.exchange.submitting import submit
from app.services.folders import folder_at
from app.services.sample_court.folders import PACKAGES
from app.services.scoring.computing import compute
from app.services.taking_in.imports import stage, take
from app.sheets.sample.pages import write_pages
from app.sheets.sample.province import (
    HIGHER,
    HIGHER_CODE,
    NEIGHBOURS,
    SILENT,
    Neighbour,
    form_pages,
    neighbour_pages,
)
from app.storage.database import Database


def report_upwards(book: Database, year: Period, directory: Path) -> Path:
    """Hand the year in, fill the form in, and take all packages in above; gives the higher court's book."""
    folder = folder_at(directory / PACKAGES)
    own = folder / f"{year.title}上报包.xlsx"
    submit(book, year, own)
    form = folder / "高院报送表（空白）.xlsx"
    write_pages(form, form_pages(year))
    fill(book, year, form, folder / "高院报送表（已填）.xlsx")
    packages = [own, *(_neighbour_package(each, year, folder) for each in NEIGHBOURS)]
    return _higher_book(packages, year, folder)


def _neighbour_package(court: Neighbour, year: Period, folder: Path) -> Path:
    """A small court's year in a book of its own, and its package."""
    place = folder_at(folder / "兄弟法院")
    paths = []
    for name, pages in zip(("花名册", "办法", "年度数据"), neighbour_pages(court, year), strict=True):
        paths.append(place / f"{court.name}{name}.xlsx")
        write_pages(paths[-1], pages)
    book = new_book(place / f"{court.name}.hj", court=court.name, code=court.code, level="中级")
    try:
        _take(book, paths)
        compute(book, year)
        package = folder / f"{court.name}{year.title}上报包.xlsx"
        submit(book, year, package)
    finally:
        book.close()
    return package


def _higher_book(packages: list[Path], year: Period, folder: Path) -> Path:
    book = new_book(folder / "省高院汇总.hj", court=HIGHER, code=HIGHER_CODE, level="高级")
    try:
        expect_courts(book, [*(f"{each.code} {each.name}" for each in NEIGHBOURS), SILENT])
        _take(book, packages)
        save_courts(book, year, folder / f"全省{year.title}上报情况.xlsx")
    finally:
        book.close()
    return book.path


def _take(book: Database, paths: list[Path]) -> None:
    """Take files in. Raises RuntimeError with the faults of any that is refused."""
    taken = take(book, stage(book, paths))
    faults = [(sheet.file, each.cell, each.message) for sheet in taken.files for each in sheet.faults if each.stops]
    if faults:
        raise RuntimeError(faults)
