from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QMessageBox

from app.domain.ledgers import Event, Standing
from app.domain.objections import ObjectionStep, Way
from app.domain.periods import Period
from app.services.books import new_book
from app.services.deciding import objections
from app.services.deciding.objections import Answer, Complaint
from app.services.records.ledgers import event_lines
from app.services.records.monthly_records import month_records
from app.services.taking_in.imports import stage, take
from app.ui.records.event_dialogs import CoverDialog, EventDialog
from app.ui.records.evidence import EvidenceDialog
from app.ui.records.month_dialog import MonthDialog
from app.ui.records.objection_dialogs import AcceptDialog, AnswerDialog, ComplaintDialog
from app.ui.records.page import RecordsPage
from tests.services.closing_court import PROPOSED, Q1, Court
from tests.small_court import LEDGER, ROSTER, SCHEME, write_book

MONTH = [
    ["民一庭2024年3月工作纪实表"],
    ["部门：民一庭", None, None, "周期：2024-03"],
    ["工号", "姓名", "本月工作完成情况", "自我评价", "评语", "负责人评分"],
    ["P02", "林二", "审结案件4件", "较好", "办案扎实", 92.5],
    ["P03", "何三", "审结案件3件", "一般", None, None],
]


@pytest.fixture
def court(tmp_path):
    """A court whose scheme asks for a second person, with a ledger and a month in words."""
    book = new_book(tmp_path / "溪山.hj", court="溪山县人民法院")
    scheme = SCHEME | {"方案": [*SCHEME["方案"], ["台账确认", "是"]]}
    sheets = {"花名册": {"花名册": ROSTER}, "方案": scheme, "台账-2024Q1": {"台账": LEDGER}, "三月": {"民一庭": MONTH}}
    take(book, stage(book, [write_book(tmp_path / f"{name}.xlsx", told) for name, told in sheets.items()]))
    yield book
    book.close()


@pytest.fixture
def page(desk, court, show):
    return show(RecordsPage(desk._replace(book=court)))


def waiting(page):
    return [row for row in page.ledgers.model.every_row if row.standing is Standing.WAITING]


def test_events_that_wait_are_found_and_confirmed_by_somebody_else(page, idle):
    tab = page.ledgers
    every = len(tab.model.every_row)
    assert every == len(waiting(page)) > 1
    assert f"待确认 {every} 条" in tab.count.text()
    tab.by.setText("复核人")
    tab.view.choose(tab.model.rows[0].number)
    tab.confirm.click()
    idle()
    assert len(waiting(page)) == every - 1
    assert "已确认 1 条" in page.banner.text
    assert not tab.confirm.isEnabled()
    tab.standing.setCurrentIndex(tab.standing.findText("已生效"))
    assert [row.settled_by for row in tab.model.rows] == ["复核人"]


def test_whoever_told_it_cannot_confirm_it_and_nothing_changes(page, idle, failures):
    tab = page.ledgers
    before = len(waiting(page))
    tab.view.selectAll()
    tab.confirm_chosen()
    idle()
    ((_, error),) = failures
    assert {each.code for each in error.problems} == {"event-own"}
    assert len(waiting(page)) == before


def test_an_event_is_sent_back_with_its_reason_in_sight(page, idle):
    tab = page.ledgers
    number = tab.model.rows[0].number
    tab.refuse_events([number], "与签到表不符")
    idle()
    row = next(each for each in tab.model.every_row if each.number == number)
    assert row.standing is Standing.REFUSED
    assert tab.model.columns[5].tip(row) == "与签到表不符"


def test_an_event_is_typed_in_and_waits(page, court, idle):
    tab = page.ledgers
    dialog = EventDialog(tab._people, ("党建",), tab)
    dialog.told.connect(lambda told: tab.enter_event(told, dialog))
    dialog.show()
    dialog.ledger.setCurrentText("党建")
    dialog.person.choose("P02")
    dialog.subject.setText("支部主题党日主讲")
    dialog.points.setText("半分")
    dialog.save.click()
    assert "要写数" in dialog.faults.text()
    dialog.points.setText("0.5")
    dialog.save.click()
    idle()
    assert not dialog.isVisible()
    (line,) = [each for each in event_lines(court) if each.event.subject == "支部主题党日主讲"]
    assert (line.event.staff_no, line.event.points, line.standing) == ("P02", Decimal("0.5"), Standing.WAITING)
    assert "等另一个人确认" in page.banner.text


def test_nobody_chosen_is_told_and_the_dialog_stays(page, idle, failures):
    tab = page.ledgers
    dialog = EventDialog(tab._people, ("党建",), tab)
    dialog.told.connect(lambda told: tab.enter_event(told, dialog))
    dialog.show()
    dialog.person.setCurrentText("查无此人")
    dialog.subject.setText("事")
    dialog.save.click()
    idle()
    assert [error.code for _, error in failures] == ["staff-unknown"]
    assert dialog.isVisible()


def test_a_ledger_that_was_looked_into_is_noted(page, idle):
    dialog = CoverDialog(("党建", "廉政"))
    assert dialog.ledger.count() == 2
    page.ledgers.cover_ledger("廉政", Period.parse("2024Q2"))
    idle()
    assert "2024年第二季度廉政台账记为已核对" in page.banner.text


def test_evidence_is_attached_saved_out_and_taken_away(page, idle, tmp_path):
    line = page.ledgers.model.rows[0]
    proof = tmp_path / "通报.txt"
    proof.write_text("通报全文", encoding="utf-8")
    dialog = EvidenceDialog(page, line, None)
    idle()
    assert "还没有材料" in dialog.body.words
    dialog.attach_files([proof])
    idle()
    (kept,) = dialog.view.records.rows
    dialog.save_file(kept.digest, tmp_path / "取出.txt")
    idle()
    assert (tmp_path / "取出.txt").read_text(encoding="utf-8") == "通报全文"
    dialog.detach_file(kept.digest, "附错了")
    idle()
    assert dialog.view.records.rows == ()


def test_the_newest_month_is_shown_with_who_has_told_nothing(page, idle):
    page.tabs.setCurrentIndex(1)
    idle()
    tab = page.months
    assert tab.period == Period.parse("2024-03")
    assert "没有写工作完成情况" in tab.standing.text()
    tab.view.choose("P02")
    assert "审结案件4件" in tab.detail.toPlainText()
    tab.only.setCurrentIndex(tab.only.findData("missing"))
    assert "P02" not in {row.staff_no for row in tab.model.rows}
    assert "P03" in {row.staff_no for row in tab.model.rows}


def test_comment_and_mark_are_typed_in(page, court, idle):
    page.tabs.setCurrentIndex(1)
    idle()
    tab = page.months
    tab.view.choose("P03")
    dialog = MonthDialog(tab.view.current_row(), tab)
    dialog.told.connect(lambda record: tab.keep(record, dialog))
    dialog.show()
    dialog.mark.setText("八十")
    dialog.save.click()
    assert "要写数" in dialog.faults.text()
    dialog.mark.setText("88")
    dialog.comment.setPlainText("进步明显")
    dialog.save.click()
    idle()
    record = next(row.record for row in month_records(court, Period.parse("2024-03")).rows if row.staff_no == "P03")
    assert (record.work, record.comment, record.mark) == ("审结案件3件", "进步明显", Decimal(88))
    assert not dialog.isVisible()


def test_the_analysis_is_written_as_a_workbook(page, idle, tmp_path):
    page.tabs.setCurrentIndex(1)
    idle()
    page.months.save(tmp_path / "月分析.xlsx")
    idle()
    assert (tmp_path / "月分析.xlsx").read_bytes().startswith(b"PK")


@pytest.fixture
def decided_court(tmp_path):
    made = Court(tmp_path)
    made.decided(Q1)
    yield made
    made.book.close()


@pytest.fixture
def objecting(desk, decided_court, show, idle):
    page = show(RecordsPage(desk._replace(book=decided_court.book)))
    page.tabs.setCurrentIndex(2)
    idle()
    return page


def test_an_objection_is_lodged_accepted_and_answered(objecting, decided_court, idle):
    tab, book = objecting.objections, decided_court.book
    assert "还没有人提出异议" in tab.body.words
    asked = []
    dialog = ComplaintDialog(tab._people, tab._periods)
    dialog.told.connect(lambda *told: asked.append(told))
    dialog.person.choose("P3")
    dialog.text.setPlainText("两件撤诉案件没有计入")
    dialog.tell()
    ((period, staff_no, complaint),) = asked
    assert (period, staff_no) == (Q1, "P3")
    assert complaint == Complaint(Way.OBJECTION, "两件撤诉案件没有计入", date.today())
    tab.run(lambda: objections.lodge(book, period, staff_no, complaint), "已登记，编号 {number}。", dialog)
    idle()
    assert objecting.banner.text == "已登记，编号 1。"
    row = tab.view.current_row()
    assert (row.objection.step, row.name) == (ObjectionStep.LODGED, "甲P3")
    assert f"评定等次：{PROPOSED['P3']}" in tab.detail.toPlainText()
    accepted = []
    accepting = AcceptDialog(row)
    accepting.told.connect(lambda *told: accepted.append(told))
    accepting.tell()
    assert accepted == [(date.today(), False)]
    answered = []
    answering = AnswerDialog(row)
    answering.told.connect(answered.append)
    answering.document.setText("院考〔2024〕5号")
    answering.reviewers.setText("吴某")
    answering.tell()
    assert answered == [Answer("不成立", "", "院考〔2024〕5号", "吴某", date.today())]
    tab.run(lambda: objections.answer(book, 1, answered[0]), "第 {number} 号已答复。")
    idle()
    assert tab.view.current_row().objection.outcome == "不成立"
    assert not tab.answer.isEnabled()
    tab.only.setCurrentIndex(tab.only.findData("open"))
    assert tab.body.words == "没有符合条件的异议。"


def test_an_event_is_an_event():
    told = []
    dialog = EventDialog((), ("党建",))
    dialog.told.connect(told.append)
    dialog.ledger.setCurrentText("党建")
    dialog.person.setCurrentText("P9")
    dialog.subject.setText("缺席")
    dialog.count.setText("2")
    dialog.save.click()
    assert told == [Event("党建", date.today(), "P9", "缺席", count=Decimal(2))]


def test_many_events_are_confirmed_only_once_asked(page, idle, monkeypatch):
    asked = []
    monkeypatch.setattr(QMessageBox, "question", lambda *told: asked.append(told[2]) or QMessageBox.StandardButton.No)
    tab = page.ledgers
    every = len(waiting(page))
    tab.by.setText("复核人")
    tab.view.selectAll()
    tab.confirm.click()
    idle()
    assert asked == [f"由“复核人”确认选中的 {every} 条？确认以后就计分。"]
    assert len(waiting(page)) == every
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    tab.confirm.click()
    idle()
    assert waiting(page) == []
