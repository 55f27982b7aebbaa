"""Commands about how a period ends: decide, status, publish, notices, close, reopen."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.failures import REFUSED, USAGE, tell_problems
from app.cli.import_commands import tell_staging
from app.cli.output import give, say
from app.cli.parser import Commands, Parser, add_book, add_json, add_period, command, day
from app.domain.problems import AppError
from app.messages import sentence

if TYPE_CHECKING:
    from app.services.deciding.standing import PeriodStanding


def add_commands(commands: Commands[Parser]) -> None:
    """Add them to the parser."""
    for add in (_add_decide, _add_status, _add_publish, _add_notices, _add_close, _add_reopen):
        add(commands)


def _add_decide(commands: Commands[Parser]) -> None:
    decide = command(
        commands,
        "decide",
        _decide,
        about="把会议评定的等次导入。表上没有写的人仍未评定；与建议不同的要写理由，超出名额的要写批准文号",
        example="hengji decide 2024年考核.hj 2024Q1 一季度评定.xlsx",
    )
    add_book(decide)
    add_period(decide)
    decide.add_argument("file", metavar="文件", type=Path, help="决定表：工号、评定等次、理由、会议、会议日期 …")
    decide.add_argument("--dry-run", action="store_true", help="只看会改动什么，不写入")
    add_json(decide)


def _add_status(commands: Commands[Parser]) -> None:
    status = command(
        commands,
        "status",
        _status,
        about="一个周期办到哪一步，还缺什么：采集、核算、评定、公示、办结",
        example="hengji status 2024年考核.hj 2024Q1",
    )
    add_book(status)
    add_period(status)
    add_json(status)


def _add_publish(commands: Commands[Parser]) -> None:
    publish = command(
        commands,
        "publish",
        _publish,
        about="登记公示，或者撤回公示",
        example="hengji publish 2024年考核.hj 2024Q1 --from 2024-04-15",
    )
    add_book(publish)
    add_period(publish)
    publish.add_argument("--from", metavar="日期", dest="start", type=day, help="公示从哪天开始")
    publish.add_argument("--until", metavar="日期", type=day, help="到哪天为止；不给时按方案的公示天数算工作日")
    publish.add_argument("--scope", metavar="范围", default="", help="公示了什么")
    publish.add_argument("--withdraw", action="store_true", help="撤回正在进行的公示")
    publish.add_argument("--reason", metavar="理由", default="", help="为什么撤回")
    add_json(publish)


def _add_notices(commands: Commands[Parser]) -> None:
    notices = command(
        commands,
        "notices",
        _notices,
        about="结果通知：每人的结果，谁签收了；登记签收日期",
        example="hengji notices 2024年考核.hj 2024Q1 --sign P01=2024-04-25",
    )
    add_book(notices)
    add_period(notices)
    notices.add_argument(
        "--sign", metavar="工号=日期", action="append", default=[], type=_signature, help="谁在哪天签收"
    )
    notices.add_argument("--out", metavar="文件", type=Path, help="写成签收表（.xlsx）")
    notices.add_argument("--sheet", metavar="文件", type=Path, help="把填好的签收表收回来")
    add_json(notices)


def _signature(text: str) -> tuple[str, date]:
    staff_no, sign, told = text.partition("=")
    if not sign or not staff_no.strip():
        raise ArgumentTypeError(f"“{text}”应写作 工号=日期，例如 P01=2024-04-25")
    return staff_no.strip(), day(told.strip())


def _add_close(commands: Commands[Parser]) -> None:
    close = command(
        commands,
        "close",
        _close,
        about="办结：把一个周期的数据、方案、结果、评定封存起来",
        example="hengji close 2024年考核.hj 2024Q1",
    )
    add_book(close)
    add_period(close)
    add_json(close)


def _add_reopen(commands: Commands[Parser]) -> None:
    reopen = command(
        commands,
        "reopen",
        _reopen,
        about="重新打开一个封存的周期，作为下一期；原来的一期原样留着",
        example="hengji reopen 2024年考核.hj 2024Q1 --reason 异议成立，更正案件系数",
    )
    add_book(reopen)
    add_period(reopen)
    reopen.add_argument("--reason", metavar="理由", required=True, help="为什么重新打开")
    add_json(reopen)


def _decide(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.deciding.deciding import stage_decisions, take_decisions
    from app.services.taking_in.imports import import_document

    with opened(Path(arguments.book), read_only=arguments.dry_run) as book:
        staged = stage_decisions(book, arguments.period, arguments.file)
        outcome = staged.staging if arguments.dry_run else take_decisions(book, staged).staging
    if arguments.json:
        give(import_document(outcome, dry_run=arguments.dry_run))
    tell_staging(outcome, dry_run=arguments.dry_run, quiet=arguments.json)
    return REFUSED if any(sheet.status == "refused" for sheet in outcome.files) else 0


def _status(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.deciding.standing import standing, standing_document

    with opened(Path(arguments.book), read_only=True) as book:
        told = standing(book, arguments.period)
    if arguments.json:
        give(standing_document(told))
    else:
        _say_standing(told)
    return 0


def _say_standing(told: PeriodStanding) -> None:
    from app.messages.moments import moment_text

    path = " → ".join(f"【{stage}】" if stage is told.stage else stage for stage in told.stages)
    say(f"{told.period.title}（第 {told.issue} 期）：{path}" if told.issue else f"{told.period.title}：{path}")
    if told.people:
        say(f"{told.people} 人，已评定 {told.decided} 人")
    if told.seal is not None:
        say(f"封存：{told.seal.digest}（{moment_text(told.seal.origin.at)}，{told.seal.origin.by}）")
    for each in told.obstacles:
        message = sentence(each.problem.code, {"value": each.problem.value, **each.problem.values})
        say(f"  {each.stage}之前：{message.text}")
        say(f"    怎么办：{message.remedy}")
    tell_problems(told.hints)


def _publish(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.deciding.publishing import publish, withdraw
    from app.services.deciding.standing import standing, standing_document

    if arguments.withdraw == (arguments.start is not None):
        raise AppError("publish-how", USAGE)
    with opened(Path(arguments.book)) as book:
        if arguments.withdraw:
            withdraw(book, arguments.period, reason=arguments.reason)
        else:
            publish(book, arguments.period, arguments.start, until=arguments.until, scope=arguments.scope)
        told = standing(book, arguments.period)
    if arguments.json:
        give(standing_document(told))
        return 0
    public = told.publication
    if public is not None:
        say(
            f"{told.period.title}的公示已撤回"
            if public.withdrawn
            else f"公示 {public.start} 至 {public.until}：{public.scope}"
        )
    tell_problems(told.hints)
    return 0


def _notices(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.deciding.publishing import notice_rows, notices_document, save_notices, sign, sign_sheet

    writes = arguments.sign or arguments.sheet
    with opened(Path(arguments.book), read_only=not writes) as book:
        if arguments.sheet:
            sign_sheet(book, arguments.period, arguments.sheet)
        if arguments.sign:
            sign(book, arguments.period, dict(arguments.sign))
        rows = notice_rows(book, arguments.period)
        if arguments.out:
            save_notices(book, arguments.period, arguments.out)
    if arguments.json:
        give(notices_document(arguments.period, rows))
        return 0
    signed = sum(each.signed is not None for each in rows)
    say(f"{arguments.period.title}结果通知：{len(rows)} 人，已签收 {signed} 人")
    for each in rows:
        total = "" if each.total is None else f"{each.total:f}"
        say(f"  {each.staff_no} {each.name} {each.grade} {total} {each.signed or '未签收'}")
    if arguments.out:
        say(f"已写成：{arguments.out}")
    return 0


def _close(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.deciding.closing import close_period, closed_document

    with opened(Path(arguments.book)) as book:
        closed = close_period(book, arguments.period)
    if arguments.json:
        give(closed_document(closed))
    else:
        say(f"{closed.period.title}第 {closed.issue} 期已办结封存：{closed.seal.digest}")
    tell_problems(closed.hints)
    return 0


def _reopen(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.deciding.closing import reopen_period

    with opened(Path(arguments.book)) as book:
        reopened = reopen_period(book, arguments.period, reason=arguments.reason)
    if arguments.json:
        give({"period": reopened.period.code, "issue": reopened.issue})
    else:
        say(f"{reopened.period.title}已重新打开，现在是第 {reopened.issue} 期")
    return 0
