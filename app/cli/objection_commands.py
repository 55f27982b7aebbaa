"""The command about objections: add, accept, answer, list."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.failures import tell_message
from app.cli.output import give, say
from app.cli.parser import Commands, Parser, add_doings, add_json, add_period, command, day, period
from app.domain.objections import OUTCOMES, Way
from app.messages import sentence

if TYPE_CHECKING:
    from app.services.deciding.objections import ObjectionRow


def add_commands(commands: Commands[Parser]) -> None:
    """Add them to the parser."""
    doings = add_doings(
        commands,
        "objection",
        about="异议、复核、申诉：登记、受理、答复、查看",
        example="hengji objection 2024年考核.hj add 2024Q1 P02 --text 两件撤诉案件没有计入",
    )
    for add in (_add_add, _add_accept, _add_answer, _add_list):
        add(doings)


def _add_add(doings: Commands[Parser]) -> None:
    add = command(doings, "add", _add, about="登记一件", example="hengji objection 库.hj add 2024Q1 P02 --text 理由")
    add_period(add)
    add.add_argument("staff_no", metavar="工号", help="谁提出的")
    add.add_argument(
        "--way", metavar="方式", choices=[each.value for each in Way], default="异议", help="异议、复核、申诉"
    )
    add.add_argument("--text", metavar="内容", required=True, help="对什么有异议、为什么")
    add.add_argument("--indicator", metavar="编码", default="", help="针对哪一项指标；不给时针对整个结果")
    add.add_argument("--known", metavar="日期", type=day, help="哪天知道结果的；不给时用通知的签收日期")
    add.add_argument("--on", metavar="日期", type=day, help="哪天提出的；不给时是今天")
    add.add_argument("--after", metavar="编号", type=int, default=0, help="不服哪一号的答复")
    add_json(add)


def _add_accept(doings: Commands[Parser]) -> None:
    accept = command(doings, "accept", _accept, about="受理", example="hengji objection 库.hj accept 3 --on 2024-05-06")
    accept.add_argument("number", metavar="编号", type=int, help="哪一号")
    accept.add_argument("--on", metavar="日期", type=day, help="哪天受理的；不给时是今天")
    accept.add_argument("--extended", action="store_true", help="案情复杂，延长申诉决定的期限")
    add_json(accept)


def _add_answer(doings: Commands[Parser]) -> None:
    answer = command(
        doings,
        "answer",
        _answer,
        about="答复。成立的要先改正数据、作出裁定或重新评定，并重新计算",
        example="hengji objection 库.hj answer 3 --outcome 成立 --document 院考〔2024〕5号 --reviewers 吴某、郑某",
    )
    answer.add_argument("number", metavar="编号", type=int, help="哪一号")
    answer.add_argument("--outcome", metavar="结论", choices=OUTCOMES, required=True, help="成立、不成立")
    answer.add_argument("--document", metavar="文号", default="", help="答复或裁定的文号")
    answer.add_argument("--reviewers", metavar="人员", default="", help="由谁复核，几个人用顿号分开")
    answer.add_argument("--text", metavar="内容", default="", help="怎样答复的")
    answer.add_argument("--on", metavar="日期", type=day, help="哪天答复的；不给时是今天")
    add_json(answer)


def _add_list(doings: Commands[Parser]) -> None:
    listed = command(doings, "list", _list, about="查看", example="hengji objection 库.hj list --period 2024Q1")
    listed.add_argument("--period", metavar="周期", type=period, help="只要一个周期的")
    listed.add_argument("--staff", metavar="工号", help="只要一个人的")
    add_json(listed)


def _add(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.deciding.objections import Complaint, lodge

    told = Complaint(
        Way(arguments.way),
        arguments.text,
        arguments.on or date.today(),
        arguments.indicator,
        arguments.known,
        arguments.after,
    )
    with opened(Path(arguments.book)) as book:
        row, _ = lodge(book, arguments.period, arguments.staff_no, told)
    return _tell(row, arguments)


def _accept(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.deciding.objections import accept

    with opened(Path(arguments.book)) as book:
        row, _ = accept(book, arguments.number, arguments.on or date.today(), extended=arguments.extended)
    return _tell(row, arguments)


def _answer(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.deciding.objections import Answer, answer

    told = Answer(
        arguments.outcome,
        arguments.text,
        arguments.document,
        arguments.reviewers,
        arguments.on or date.today(),
    )
    with opened(Path(arguments.book)) as book:
        row, _ = answer(book, arguments.number, told)
    return _tell(row, arguments)


def _tell(row: ObjectionRow, arguments: Namespace) -> int:
    from app.services.deciding.objections import objection_document

    if arguments.json:
        give(objection_document(row))
    else:
        say(_line(row))
    if row.late:
        tell_message(sentence("objection-late", {"until": str(row.lodging_until)}))
    return 0


def _line(row: ObjectionRow) -> str:
    told = row.objection
    law = "依法" if told.statutory else "按本院办法"
    line = (
        f"第 {told.number} 号 {told.way}（{law}） {told.period.title}第 {told.issue} 期 {told.staff_no} {row.name}"
        f" {told.indicator or '整个结果'}：{told.step}"
    )
    if told.answered:
        return f"{line}，{told.answered} {told.outcome}（{told.document}）"
    return f"{line}，应在 {row.answer_until} 前答复" + ("，已经超期" if row.overdue else "")


def _list(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.deciding.objections import objection_document, objections

    with opened(Path(arguments.book), read_only=True) as book:
        rows = objections(book, arguments.period, staff_no=arguments.staff)
    if arguments.json:
        give({"objections": [objection_document(each) for each in rows]})
        return 0
    for row in rows:
        say(_line(row))
    if not rows:
        say("没有")
    return 0
