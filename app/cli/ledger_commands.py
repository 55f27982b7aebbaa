"""Commands about ledgers: what was told, confirmed or sent back, and the files that prove it."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.failures import USAGE
from app.cli.output import figure, give, say, say_table, tell
from app.cli.parser import Commands, Parser, add_doings, add_json, day, number, period
from app.domain.ledgers import Event, Standing
from app.domain.problems import AppError

if TYPE_CHECKING:
    from app.services.records.ledgers import EventLine

_STANDINGS = {each.word: each for each in Standing}


def add_commands(commands: Commands[Parser]) -> None:
    """Add them to the parser."""
    doings = add_doings(
        commands,
        "ledger",
        about="台账：列出、录入、由第二人确认或退回、附材料",
        example="hengji ledger 2024年考核.hj confirm 3f2a9c01de --by 李复核",
    )
    for add in (_add_list, _add_enter, _add_cover, _add_settling, _add_files):
        add(doings)


def _doing(doings: Commands[Parser], name: str, run: Any, about: str) -> Parser:
    parser = doings.add_parser(name, help=about, description=about)
    parser.set_defaults(run=run)
    return parser


def _add_by(parser: Parser) -> None:
    parser.add_argument("--by", metavar="姓名", help="谁办的；不写时是这台电脑的登录用户")


def _add_list(doings: Commands[Parser]) -> None:
    listing = _doing(doings, "list", _list, "列出台账事项；--waiting 只列待确认的")
    listing.add_argument("--period", metavar="周期", type=period, help="只要这个周期里的")
    listing.add_argument("--ledger", metavar="台账", default="", help="只要这本台账")
    listing.add_argument("--staff", metavar="工号", default="", help="只要这个人的")
    which = listing.add_mutually_exclusive_group()
    which.add_argument("--waiting", action="store_true", help="只要待确认的")
    which.add_argument("--standing", choices=tuple(_STANDINGS), help="只要这种状态的")
    add_json(listing)


def _add_enter(doings: Commands[Parser]) -> None:
    enter = _doing(doings, "add", _enter, "录入一条事项；方案要求台账确认的，要由第二人确认才生效")
    enter.add_argument("--ledger", metavar="台账", required=True)
    enter.add_argument("--day", metavar="日期", type=day, required=True, help="2024-03-05")
    enter.add_argument("--staff", metavar="工号", required=True)
    enter.add_argument("--subject", metavar="事项", required=True)
    enter.add_argument("--level", metavar="级别", default="")
    enter.add_argument("--points", metavar="分值", type=number)
    enter.add_argument("--count", metavar="次数", type=number)
    enter.add_argument("--basis", metavar="依据", default="")
    enter.add_argument("--result", metavar="成果标识", default="")
    enter.add_argument("--note", metavar="备注", default="")
    _add_by(enter)
    add_json(enter)


def _add_cover(doings: Commands[Parser]) -> None:
    cover = _doing(doings, "cover", _cover, "零报告：某台账某周期已经核对，没有登记的就是零")
    cover.add_argument("ledger", metavar="台账")
    cover.add_argument("period", metavar="周期", type=period)
    _add_by(cover)


def _add_settling(doings: Commands[Parser]) -> None:
    confirm = _doing(doings, "confirm", _confirm, "确认事项（录入的人不能自己确认）；可以一次确认多条")
    confirm.add_argument("numbers", metavar="编号", nargs="*", help="list 列出的编号")
    confirm.add_argument("--all", action="store_true", help="所有待确认的（可用 --period、--ledger 限定）")
    confirm.add_argument("--period", metavar="周期", type=period)
    confirm.add_argument("--ledger", metavar="台账", default="")
    _add_by(confirm)
    add_json(confirm)
    reject = _doing(doings, "reject", _reject, "退回事项：留着可查，不计分")
    reject.add_argument("numbers", metavar="编号", nargs="+")
    reject.add_argument("--reason", metavar="理由", required=True)
    _add_by(reject)
    add_json(reject)


def _add_files(doings: Commands[Parser]) -> None:
    attach = _doing(doings, "attach", _attach, "给事项附上材料文件（每份最多 20 兆字节）")
    attach.add_argument("number", metavar="编号")
    attach.add_argument("files", metavar="文件", nargs="+", type=Path)
    attach.add_argument("--note", metavar="说明", default="")
    _add_by(attach)
    add_json(attach)
    files = _doing(doings, "files", _files, "列出材料和它们的校验值（SHA-256）")
    files.add_argument("--staff", metavar="工号", default="", help="只要这个人的")
    files.add_argument("--number", metavar="编号", default="", help="只要这条事项的")
    add_json(files)
    save = _doing(doings, "save", _save, "把一份材料存出来，存前核对校验值")
    save.add_argument("digest", metavar="校验值", help="可以只写开头几位")
    save.add_argument("--out", metavar="文件或目录", type=Path, required=True)
    detach = _doing(doings, "detach", _detach, "去掉一份材料；留痕里仍有它的校验值")
    detach.add_argument("number", metavar="编号")
    detach.add_argument("digest", metavar="校验值")
    detach.add_argument("--reason", metavar="理由", required=True)
    _add_by(detach)


def _list(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.records.ledgers import Wanted, event_lines

    standing = Standing.WAITING if arguments.waiting else _STANDINGS.get(arguments.standing or "")
    wanted = Wanted(arguments.period, arguments.ledger, standing, arguments.staff)
    with opened(Path(arguments.book), read_only=True) as book:
        lines = event_lines(book, wanted)
    _tell_lines(lines, as_json=arguments.json)
    return 0


def _tell_lines(lines: tuple[EventLine, ...], *, as_json: bool) -> None:
    from app.services.records.ledger_documents import ledger_document

    if as_json:
        give(ledger_document(lines))
        return
    titles = ["编号", "日期", "台账", "工号", "姓名", "事项", "级别", "分值", "次数", "状态", "录入", "材料"]
    rows = [
        [
            *(line.number, line.event.day.isoformat(), line.event.ledger, line.event.staff_no, line.name),
            *(line.event.subject, line.event.level, figure(line.event.points), figure(line.event.count)),
            *(line.standing.word, line.told_by, str(len(line.evidence) or "")),
        ]
        for line in lines
    ]
    say_table(titles, rows, [False] * 7 + [True, True, False, False, True])
    waiting = sum(line.standing is Standing.WAITING for line in lines)
    tell(f"共 {len(lines)} 条，其中待确认 {waiting} 条。")


def _enter(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.records.ledgers import enter_event

    event = Event(
        arguments.ledger,
        arguments.day,
        arguments.staff,
        arguments.subject,
        arguments.level,
        arguments.points,
        arguments.count,
        arguments.basis,
        arguments.result,
        arguments.note,
    )
    with opened(Path(arguments.book)) as book:
        settled = enter_event(book, event, by=arguments.by)
    _tell_lines(settled.lines, as_json=arguments.json)
    return 0


def _cover(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.records.ledgers import cover_ledger

    with opened(Path(arguments.book)) as book:
        cover_ledger(book, arguments.ledger, arguments.period, by=arguments.by)
    say(f"{arguments.period.title}“{arguments.ledger}”台账已核对，没有登记的按零计。")
    return 0


def _confirm(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.records.ledgers import Wanted, confirm_events, event_lines

    if not arguments.numbers and not arguments.all:
        raise AppError("events-not-named", USAGE)
    with opened(Path(arguments.book)) as book:
        numbers = list(arguments.numbers)
        if arguments.all:
            waiting = event_lines(book, Wanted(arguments.period, arguments.ledger, Standing.WAITING))
            numbers += [line.number for line in waiting]
        settled = confirm_events(book, numbers, by=arguments.by)
    _tell_lines(settled.lines, as_json=arguments.json)
    return 0


def _reject(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.records.ledgers import refuse_events

    with opened(Path(arguments.book)) as book:
        settled = refuse_events(book, arguments.numbers, reason=arguments.reason, by=arguments.by)
    _tell_lines(settled.lines, as_json=arguments.json)
    return 0


def _attach(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.records.evidence import attach_files
    from app.services.records.ledger_documents import evidence_document

    with opened(Path(arguments.book)) as book:
        attached = attach_files(book, arguments.number, arguments.files, note=arguments.note, by=arguments.by)
    if arguments.json:
        give({"evidence": [evidence_document(each) for each in attached.evidence]})
    else:
        for each in attached.evidence:
            say(f"{each.name}（{each.size} 字节，校验值 {each.digest}）")
    return 0


def _files(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.records.evidence import evidence_lines
    from app.services.records.ledger_documents import evidence_document

    with opened(Path(arguments.book), read_only=True) as book:
        lines = evidence_lines(book, staff_no=arguments.staff, number=arguments.number)
    if arguments.json:
        give({"evidence": [evidence_document(each.evidence, each.line) for each in lines]})
        return 0
    rows = [
        [
            *(each.evidence.name, str(each.evidence.size), each.evidence.digest, each.evidence.day.isoformat()),
            *(each.evidence.staff_no, each.evidence.subject, each.line.standing.word if each.line else "事项已改动"),
        ]
        for each in lines
    ]
    say_table(["文件", "字节", "校验值", "日期", "工号", "事项", "状态"], rows, [False, True])
    return 0


def _save(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.records.evidence import save_file

    with opened(Path(arguments.book), read_only=True) as book:
        path = save_file(book, arguments.digest, arguments.out)
    say(f"已存到：{path}")
    return 0


def _detach(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.records.evidence import detach_file

    with opened(Path(arguments.book)) as book:
        detach_file(book, arguments.number, arguments.digest, reason=arguments.reason, by=arguments.by)
    say("已去掉。")
    return 0
