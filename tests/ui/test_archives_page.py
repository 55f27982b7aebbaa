import pytest
from PySide6.QtGui import QDesktopServices

from app.services.scoring.computing import compute
from app.ui.archives.page import ArchivesPage, missing_text
from tests.ui.made_up import QUARTER


@pytest.fixture
def page(desk, show, tmp_path):
    compute(desk.book, QUARTER)
    made = show(ArchivesPage(desk))
    made.choice.choose_folder(str(tmp_path / "档案"))
    return made


def test_the_year_with_scores_is_offered(page):
    assert page.choice.year.value() == 2024


def test_everybody_one_division_or_chosen_people(page):
    assert len(page.choice.staff) == 12
    page.choice.by_division.setChecked(True)
    page.choice.division.setCurrentText("办公室")
    assert page.choice.staff == ("P09", "P10", "P11", "P12")
    page.choice.by_person.setChecked(True)
    assert page.choice.staff == ()
    assert not page.make.isEnabled()
    page.choice.view.choose("P03")
    assert page.choice.staff == ("P03",)
    assert page.make.text().startswith("制作 1 册")


def test_the_folder_follows_the_year_until_another_is_told(desk, show, tmp_path):
    page = show(ArchivesPage(desk))
    page.choice.year.setValue(2023)
    assert page.choice.folder.text().endswith("2023年档案")
    page.choice.choose_folder(str(tmp_path))
    page.choice.year.setValue(2024)
    assert page.choice.folder.text() == str(tmp_path)


def test_volumes_are_made_and_listed(page, idle, tmp_path):
    page.choice.by_person.setChecked(True)
    page.choice.view.choose("P07")
    page.make.click()
    idle()
    (row,) = page.view.records.rows
    assert row.name == "李华"
    assert row.path.read_bytes().startswith(b"%PDF")
    assert row.path.parent == tmp_path / "档案"
    assert "做好 1 册" in page.summary.text()
    assert "2024年度" in page.banner.text


def test_a_volume_is_opened_with_the_computers_own_program(page, idle, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(opened.append(url.toLocalFile())))
    page.choice.by_person.setChecked(True)
    page.choice.view.choose("P07")
    page.make.click()
    idle()
    page.open_file.click()
    page.open_folder.click()
    assert opened[0].endswith(".pdf")
    assert opened[1].endswith("档案")


def test_the_making_can_be_stopped(page, qtbot, idle):
    page.make.click()
    job = page.jobs.under_way[-1]
    qtbot.waitUntil(lambda: job.done > 0, timeout=20_000)
    job.cancel()
    idle()
    assert "已停止" in page.banner.text
    assert page.make.isEnabled()


def test_a_year_without_scores_says_so_and_offers_nobody(page):
    page.choice.year.setValue(2020)
    assert page.choice.staff == ()
    assert not page.make.isEnabled()
    assert page.choice.nobody.isVisible()


def test_what_cannot_be_written_goes_through_the_error_door(page, idle, failures, tmp_path):
    (tmp_path / "occupied").touch()
    page.choice.choose_folder(str(tmp_path / "occupied" / "档案"))
    page.make.click()
    idle()
    assert len(failures) == 1
    assert page.make.isEnabled()


def test_a_lack_of_many_is_told_once():
    text = missing_text([(f"P{number:02d}", "2024年度：还没有计算") for number in range(12)])
    assert text == "档案中有缺：2024年度：还没有计算（12 人）"
    assert missing_text([("P03", "2024年3月：没有得分")]) == "档案中有缺：P03 2024年3月：没有得分"
    assert missing_text(()) == ""


def test_only_the_first_lacks_are_told():
    text = missing_text([(f"P{number:02d}", f"2024年{number}月：没有得分") for number in range(1, 13)])
    assert "P05" in text
    assert "P06" not in text
    assert text.endswith("等 12 项")
