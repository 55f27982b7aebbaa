"""The sample court by one command: here with its first month and three people's volumes, the whole is tried by hand."""

from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from app.domain.problems import AppError
from app.services import demo
from app.services.books import check_book, opened
from app.services.results import period_rows
from app.sheets.sample import SampleFile
from app.sheets.sample.pages import write_pages
from app.sheets.sample.year import handed_in

FIRST = 15


def first_month(directory: Path, year: int, report: Any) -> tuple[SampleFile, ...]:
    files = []
    for order, handed in enumerate(islice(handed_in(year), FIRST), 1):
        path = directory / handed.folder / handed.name
        write_pages(path, handed.pages)
        files.append(SampleFile(path, None, handed.kind, handed.note, order, "taken"))
        report(order, FIRST)
    return tuple(files)


def test_the_sample_court_is_made_with_book_tables_and_volumes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_archives = demo.make_archives
    monkeypatch.setattr(demo, "write_sample", first_month)
    monkeypatch.setattr(
        demo, "make_archives", lambda *told, **more: make_archives(*told, staff=["LC0002", "LC0090", "LC0101"], **more)
    )
    heard: list[tuple[int, int]] = []
    made = demo.make_sample_court(tmp_path / "示例", report=lambda done, total, text="": heard.append((done, total)))
    assert (made.workbooks, made.refused, made.volumes) == (FIRST, 0, 3)
    assert made.people > 120
    assert made.cases > 400
    assert heard == sorted(heard)
    assert heard[-1] == (100, 100)
    with opened(made.book_path, read_only=True) as book:
        assert check_book(book).sound
        assert all(row.computed and not row.stale for row in period_rows(book))
    assert len(list((tmp_path / "示例" / "得分表").glob("*.xlsx"))) == made.periods
    assert len(list((tmp_path / "示例" / "业绩档案").glob("*.pdf"))) == 3
    assert len(list((tmp_path / "示例" / "通报").iterdir())) == made.bulletins == 6
    assert any(str(made.book_path) in line for line in made.lines)


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "文件.txt").write_text("有用的", encoding="utf-8")
    with pytest.raises(AppError, match="folder-not-empty"):
        demo.make_sample_court(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["文件.txt"]
