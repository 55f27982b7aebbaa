"""Volumes of a year: who gets one, what is missing, by one process or several, stopped in the middle."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.periods import Period
from app.domain.problems import AppError
from app.services.books import Book, new_book
from app.services.papers.archives import make_archives
from app.services.papers.manifests import VolumeMade, write_manifest
from app.services.progress import Cancelled
from app.services.scoring.computing import compute
from app.services.taking_in.imports import stage, take
from tests.small_court import write_small_court


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    directory = tmp_path_factory.mktemp("court")
    made = new_book(directory / "库.hj", court="溪山县人民法院", code="0681")
    take(made, stage(made, list(write_small_court(directory / "all").values())))
    compute(made, Period.parse("2024Q1"))
    yield made
    made.close()


def test_everybody_with_a_result_gets_a_volume(book: Book, tmp_path: Path) -> None:
    made = make_archives(book, 2024, tmp_path)
    assert [volume.staff_no for volume in made.volumes] == ["P01", "P02", "P03", "P04", "P05", "P06", "P07"]
    assert all(volume.path.read_bytes().startswith(b"%PDF") and volume.pages > 3 for volume in made.volumes)


def test_what_a_volume_lacks_is_told(book: Book, tmp_path: Path) -> None:
    made = make_archives(book, 2024, tmp_path, staff=["P02"])
    assert [what for _, what in made.missing] == [
        "2024年度还没有计算",
        "2024年第二季度还没有计算",
        "2024年第三季度还没有计算",
        "2024年第四季度还没有计算",
    ]


def test_two_processes_make_the_same_files_as_one(book: Book, tmp_path: Path) -> None:
    one = make_archives(book, 2024, tmp_path / "一", staff=["P02", "P05", "P07"])
    two = make_archives(book, 2024, tmp_path / "二", staff=["P02", "P05", "P07"], jobs=2)
    assert {volume.staff_no: volume.digest for volume in one.volumes} == {
        volume.staff_no: volume.digest for volume in two.volumes
    }


def test_stopped_in_the_middle_leaves_whole_volumes_only(book: Book, tmp_path: Path) -> None:
    def stop(done: int, total: int, text: str = "") -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        make_archives(book, 2024, tmp_path, report=stop)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["2024-P01-苏一.pdf", "2024-P02-林二.pdf"]


def test_a_year_without_any_result_has_no_archives(book: Book, tmp_path: Path) -> None:
    with pytest.raises(AppError, match="nothing-computed-in-year"):
        make_archives(book, 2023, tmp_path)
    with pytest.raises(AppError, match="staff-unknown"):
        make_archives(book, 2024, tmp_path, staff=["P99"])


def test_the_list_keeps_volumes_of_earlier_runs(tmp_path: Path) -> None:
    def volume(staff_no: str) -> VolumeMade:
        path = tmp_path / f"{staff_no}.pdf"
        path.write_bytes(b"%PDF")
        return VolumeMade(staff_no, "某", path, 4, 0.1, "00")

    write_manifest(tmp_path, "溪山县人民法院", 2024, [volume("P10"), volume("P2")])
    write_manifest(tmp_path, "溪山县人民法院", 2024, [volume("P3")])
    (tmp_path / "P10.pdf").unlink()
    write_manifest(tmp_path, "溪山县人民法院", 2024, [])
    listed = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert [each["staff_no"] for each in listed["volumes"]] == ["P2", "P3"]
    assert listed["year"] == 2024
