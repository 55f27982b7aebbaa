from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QDialog

from app.services.deciding.publishing import notice_rows
from app.services.deciding.quota_desk import Verdict, quota_desk
from app.services.deciding.standing import standing
from app.services.scoring.computing import compute
from app.ui.decisions import deciding as deciding_module
from app.ui.decisions.notices import NoticesDialog
from app.ui.decisions.page import DecisionsPage
from app.ui.decisions.publication import PublicationDialog, Publishing
from app.ui.decisions.verdicts import Meeting, VerdictDialog
from tests.services.closing_court import PROPOSED, Q1, Q2, QUARTERS, YEAR, Court

MEETING = Meeting("考评委员会", date(2024, 4, 10), "甲某、乙某、丙某")


@pytest.fixture
def court(tmp_path):
    made = Court(tmp_path, ("公示天数", 5))
    made.computed(Q1)
    yield made
    made.book.close()


@pytest.fixture
def page(desk, court, show):
    return show(DecisionsPage(desk._replace(book=court.book)))


def decided(page):
    return {row.staff_no: row.decided for row in page.model.every_row}


def as_proposed(day=date(2024, 4, 10)):
    return tuple(Verdict(each, grade, meeting="考评委员会", day=day) for each, grade in PROPOSED.items())


def test_everybody_stands_there_with_the_proposal_and_the_places(page):
    assert {row.staff_no: row.proposed for row in page.model.rows} == PROPOSED
    assert [(row.grade, row.limit, row.proposed, row.decided, row.left) for row in page.quotas.records.rows] == [
        ("好", 2, 2, 0, 2),
        ("较好", None, 1, 0, None),
        ("一般", None, 1, 0, None),
        ("较差", None, 0, 0, None),
    ]
    assert page.subtitle.text() == "第 1 期次 · 已评定 0 / 4 人"
    assert "到“评定”还差：" in page.lacks.text
    assert "hengji" not in page.lacks.text
    assert page.stages.next.text() == "录入没评定的人(&N)…"


def test_one_person_shows_why_not_more_and_what_would_follow(page, idle):
    page.view.choose("P3")
    assert page.pane.name.text() == "甲P3"
    assert "为什么不是“好”" in page.pane.bars.text()
    page.pane.grade.setCurrentIndex(page.pane.grade.findData("好"))
    idle()
    assert "甲P2 好 → 较好" in page.pane.answer.text()
    page.view.choose("P1")
    assert page.pane.answer.text() == ""


def test_typed_decisions_are_taken_and_the_way_goes_on(page, idle):
    page.deciding.try_verdicts(as_proposed())
    idle()
    assert decided(page) == PROPOSED
    assert "已记下 4 人的评定" in page.banner.text
    assert page.stages.next.text() == "登记公示(&N)…"
    assert not any(row.is_otherwise for row in page.model.rows)


def test_a_faulty_decision_stays_in_the_dialog_with_its_reason(page, idle):
    page.view.choose("P3")
    dialog = VerdictDialog(page.view.selected_rows(), MEETING, page)
    dialog.told.connect(lambda verdicts: page.deciding.try_verdicts(verdicts, dialog))
    dialog.show()
    dialog.grade.setCurrentIndex(dialog.grade.findData("好"))
    dialog.save.click()
    idle()
    assert dialog.isVisible()
    assert "P3" in dialog.faults.text()
    assert "理由" in dialog.faults.text()
    assert decided(page)["P3"] == ""
    dialog.reason.setText("承担了全院的信访化解")
    dialog.save.click()
    idle()
    assert not dialog.isVisible()
    assert decided(page)["P3"] == "好"
    assert page.model.row_of("P3") >= 0
    told = next(row for row in page.model.rows if row.staff_no == "P3").decision
    assert (told.meeting, told.day, told.present) == MEETING
    assert told.origin.source.file == "录入"


def test_the_meeting_is_remembered_for_the_next_decision(page, idle, monkeypatch):
    opened = []

    def answer(dialog):
        opened.append(dialog.meeting.text())
        dialog.meeting.setText("党组会")
        dialog.save.click()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(VerdictDialog, "exec", answer)
    page.view.choose("P1")
    page.decide.click()
    idle()
    page.view.choose("P2")
    page.decide.click()
    idle()
    assert opened == ["", "党组会"]
    assert (decided(page)["P1"], decided(page)["P2"]) == ("好", "好")


def test_only_what_is_asked_for_is_shown(page, idle):
    page.deciding.try_verdicts((Verdict("P1", "好"), Verdict("P2", "较好", "自愿放弃")))
    idle()
    page.only.setCurrentIndex(page.only.findData("undecided"))
    assert [row.staff_no for row in page.model.rows] == ["P3", "P4"]
    page.only.setCurrentIndex(page.only.findData("otherwise"))
    assert [row.staff_no for row in page.model.rows] == ["P2"]
    page.only.setCurrentIndex(page.only.findData("line"))
    assert page.body.words == "没有符合条件的人员。"


def test_a_sheet_of_decisions_is_looked_at_and_taken(page, court, idle, monkeypatch):
    shown = []

    def look(dialog):
        shown.append(dialog.take.isEnabled())
        return QDialog.DialogCode.Accepted if dialog.take.isEnabled() else QDialog.DialogCode.Rejected

    monkeypatch.setattr(deciding_module.SheetDialog, "exec", look)
    page.deciding.read_sheet(court.decisions([["P3", "好", None]]))
    idle()
    page.deciding.read_sheet(court.decisions([[each, grade, None] for each, grade in PROPOSED.items()]))
    idle()
    assert shown == [False, True]
    assert decided(page) == PROPOSED


def test_a_period_is_published_signed_for_closed_and_opened_again(page, court, idle, tmp_path):
    page.deciding.try_verdicts(as_proposed())
    idle()
    page.doings.note_publication(Publishing(date(2024, 4, 15), None, ""))
    idle()
    assert "公示 2024-04-15 至 2024-04-19" in page.subtitle.text()
    assert page.stages.next.text() == "办结封存(&N)…"
    assert not page.doings.publish.isEnabled()
    dialog = NoticesDialog(page, Q1)
    idle()
    dialog.sign(dict.fromkeys(PROPOSED, date(2024, 4, 25)))
    idle()
    assert dialog.count.text() == "4 人，已签收 4 人"
    assert {row.signed for row in notice_rows(court.book, Q1)} == {date(2024, 4, 25)}
    dialog.save(tmp_path / "签收.xlsx")
    idle()
    dialog.take(tmp_path / "签收.xlsx")
    idle()
    assert "签收已登记" in dialog.banner.text
    page.doings.close_period()
    idle()
    assert standing(court.book, Q1).seal is not None
    assert "已封存" in page.subtitle.text()
    assert page.stages.next.isHidden()
    assert not page.take_in.isEnabled()
    page.view.choose("P1")
    assert not page.decide.isEnabled()
    page.doings.reopen_period("异议成立")
    idle()
    assert page.subtitle.text().startswith("第 2 期次 · 已评定 4 / 4 人")


def test_what_keeps_a_period_from_being_closed_reaches_the_error_door_as_a_whole(page, idle, failures):
    page.doings.close_period()
    idle()
    ((_, error),) = failures
    assert error.code == "not-closable"
    assert {each.code for each in error.problems} >= {"missing-decisions", "missing-publication"}


def test_papers_are_written(page, idle, tmp_path):
    page.papers.save_sheet(tmp_path / "评定表.xlsx")
    idle()
    page.papers.save_bulletin(tmp_path / "通报.pdf", masked=True)
    idle()
    page.papers.save_report(tmp_path / "分析.xlsx")
    idle()
    assert (tmp_path / "评定表.xlsx").read_bytes().startswith(b"PK")
    assert (tmp_path / "通报.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "分析.xlsx").read_bytes().startswith(b"PK")
    assert "已写成" in page.banner.text
    assert not any(action.isEnabled() for action in page.papers.of_years)


def test_of_a_year_there_are_forms_and_uses(page, court, idle, tmp_path):
    for period in QUARTERS:
        court.computed(period)
    compute(court.book, YEAR)
    page.refresh()
    idle()
    page.show_thing(YEAR)
    idle()
    assert all(action.isEnabled() for action in page.papers.of_years)
    page.papers.make_forms(tmp_path)
    idle()
    assert len(list((tmp_path / "2024年度考核表格").rglob("*.pdf"))) >= 4
    page.papers.save_uses(tmp_path / "运用.xlsx", Decimal(120000))
    idle()
    assert (tmp_path / "运用.xlsx").read_bytes().startswith(b"PK")


def test_a_period_that_was_not_computed_leads_to_the_scores(page, court, idle, qtbot):
    court.tell(Q2)
    page.refresh()
    idle()
    page.show_thing(Q2)
    idle()
    assert "还没有计算" in page.body.words
    with qtbot.waitSignal(page.page_requested) as asked:
        page.body.asked.emit()
    assert asked.args == ["scores", Q2]


def test_an_empty_book_says_what_comes_first(desk, show):
    page = show(DecisionsPage(desk))
    assert page.body.words
    assert not page.decide.isEnabled()
    assert not page.doings.close_it.isEnabled()


def test_a_stale_period_says_that_it_must_be_computed_again(page, court, idle):
    court.tell(Q1, {"P1": 60, "P2": 92, "P3": 91, "P4": 70})
    page.refresh()
    idle()
    assert "到“核算”还差" in page.lacks.text
    assert page.stages.next.text() == "去重新计算(&N)"


def test_the_days_of_a_publication_follow_the_scheme_unless_told(qtbot):
    dialog = PublicationDialog("2024年第一季度")
    qtbot.addWidget(dialog)
    dialog.start.line.setText("20240415")
    assert dialog.told == Publishing(date(2024, 4, 15), None, "")
    dialog.by_scheme.setChecked(False)
    dialog.until.line.setText("2024.4.22")
    assert dialog.told == Publishing(date(2024, 4, 15), date(2024, 4, 22), "")


def test_people_without_a_proposal_are_left_out_and_told(court, desk, show):
    court.take(
        {"花名册": [["工号", "姓名", "部门", "人员类别", "任职起"], ["P5", "甲P5", "民一庭", "员额法官", "2020-01-01"]]}
    )
    compute(court.book, Q1)
    rows = quota_desk(court.book, Q1, today=date(2024, 4, 10) + timedelta(1)).rows
    dialog = VerdictDialog(rows, MEETING)
    assert [each.staff_no for each in dialog.verdicts] == ["P1", "P2", "P3", "P4"]
    assert "1 人没有建议等次" in dialog.left_out.text()
    dialog.grade.setCurrentIndex(dialog.grade.findData("不确定等次"))
    assert len(dialog.verdicts) == 5


def test_what_is_no_day_is_told_and_nothing_is_noted(qtbot):
    dialog = PublicationDialog("2024年第一季度")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.start.line.setText("2024-02-30")
    dialog.save.click()
    assert "不是日期" in dialog.faults.text()
    assert dialog.isVisible()
    dialog.start.show_day(date(2024, 4, 15))
    dialog.save.click()
    assert not dialog.isVisible()


def test_a_decision_needs_its_meeting_and_the_keyboard_begins_in_the_first_field(page, qtbot):
    page.view.choose("P1")
    told = []
    dialog = VerdictDialog(page.view.selected_rows(), Meeting(), page)
    dialog.told.connect(told.append)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.grade.hasFocus() or not dialog.isActiveWindow())
    dialog.save.click()
    assert told == []
    assert "哪次会议" in dialog.faults.text()
    dialog.day.line.setText("2999-01-01")
    dialog.meeting.setText("考评委员会")
    dialog.save.click()
    assert "还没有到" in dialog.faults.text()
    dialog.day.line.setText("2024年4月10日")
    dialog.save.click()
    assert told[0][0].day == date(2024, 4, 10)
