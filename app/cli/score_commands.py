"""Commands about scores: compute, results, explain, grade."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.failures import tell_problems
from app.cli.output import ProgressLine, figure, give, room, say, say_table, table, tell, width
from app.cli.parser import Commands, Parser, add_book, add_json, add_period, command

if TYPE_CHECKING:
    from app.services.scoring.results import ScoreTable


def add_commands(commands: Commands[Parser]) -> None:
    """Add them to the parser."""
    for add in (_add_compute, _add_results, _add_explain, _add_grade):
        add(commands)


def _add_compute(commands: Commands[Parser]) -> None:
    compute = command(
        commands, "compute", _compute, about="计算一个周期的全部得分", example="hengji compute 2024年考核.hj 2024Q1"
    )
    add_book(compute)
    add_period(compute)
    add_json(compute)


def _add_results(commands: Commands[Parser]) -> None:
    results = command(
        commands,
        "results",
        _results,
        about="得分表：看，或写成表格",
        example="hengji results 2024年考核.hj 2024Q1 --set 法官 --out 一季度得分.xlsx",
    )
    add_book(results)
    add_period(results)
    results.add_argument("--set", metavar="指标组", dest="set_name", help="只要一个指标组")
    results.add_argument("--issue", metavar="期次", type=int, help="第几期；不给时是最新的一期")
    where = results.add_mutually_exclusive_group()
    add_json(where)
    where.add_argument("--out", metavar="文件", type=Path, help="写成 .xlsx")


def _add_explain(commands: Commands[Parser]) -> None:
    explain = command(
        commands,
        "explain",
        _explain,
        about="为什么是这个分：从总分一直到表格的单元格",
        example="hengji explain 2024年考核.hj 2024Q1 P02 --indicator F1",
    )
    add_book(explain)
    add_period(explain)
    explain.add_argument("staff_no", metavar="工号", help="谁的得分")
    explain.add_argument("--indicator", metavar="编码", help="只要一项指标")
    add_json(explain)


def _add_grade(commands: Commands[Parser]) -> None:
    grade = command(
        commands,
        "grade",
        _grade,
        about="建议等次：名额、压线的人、受限的人和原因（只建议，不决定）",
        example="hengji grade 2024年考核.hj 2024Q1",
    )
    add_book(grade)
    add_period(grade)
    grade.add_argument("--if", metavar="工号=等次", dest="what_if", type=_move, help="如果这个人定为这个等次，会挤掉谁")
    add_json(grade)


def _compute(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.scoring.computing import compute, compute_document

    with ProgressLine() as progress, opened(Path(arguments.book)) as book:
        computed = compute(book, arguments.period, report=progress)
    if arguments.json:
        give(compute_document(computed))
    else:
        say(
            f"{computed.period.title}已计算：{computed.people} 人，完整 {computed.complete}，待补 {computed.incomplete}，"
            f"不进行考核 {computed.not_evaluated}，不确定等次 {computed.undetermined}"
        )
    tell_problems(computed.warnings)
    return 0


def _results(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.scoring.results import results_document, save_score_table, score_table

    with opened(Path(arguments.book), read_only=True) as book:
        if arguments.json:
            give(results_document(book, arguments.period, arguments.set_name, arguments.issue))
            return 0
        if arguments.out:
            save_score_table(book, arguments.period, arguments.out, arguments.set_name, arguments.issue)
            say(f"已写成：{arguments.out}")
            return 0
        shown = score_table(book, arguments.period, arguments.set_name, arguments.issue)
    _say_scores(shown)
    return 0


def _say_scores(shown: ScoreTable) -> None:
    sealed = f"，第 {shown.issue} 期，封存 {shown.seal}" if shown.seal else ""
    say(f"{shown.title}（方案：{shown.scheme}{sealed}）")
    if not shown.computed:
        tell("提示：这个周期还没有计算。请先 compute。")
    elif shown.stale:
        tell("提示：计算之后又有了新的数据，这些得分已不是最新的。请先 compute。")
    narrow = False
    for name in shown.sets:
        say()
        say(f"{name or '没有指标组'}（{sum(row.set_name == name for row in shown.rows)} 人）")
        lines = _set_lines(shown, name, with_indicators=True)
        if room() is not None and width(lines[0]) > (room() or 0):
            lines, narrow = _set_lines(shown, name, with_indicators=False), True
        for line in lines:
            say(line)
    if narrow:
        tell("屏幕不够宽，没有列出各项指标；用 --out 写成表格，或用 explain 看一个人的。")


def _set_lines(shown: ScoreTable, name: str, *, with_indicators: bool) -> list[str]:
    columns = shown.columns_of(name) if with_indicators else ()
    titles = ["名次", "工号", "姓名", "部门", "状态", "总分", "等次", *(column.title for column in columns)]
    right = [True, False, False, False, False, True, False, *([True] * len(columns))]
    cells = [
        [
            *(f"{row.rank or ''}", row.staff_no, row.name, row.division, row.status_word, figure(row.total)),
            row.decided_grade or (f"{row.proposed_grade}（建议）" if row.proposed_grade else ""),
            *(figure(row.scores.get(column.code)) for column in columns),
        ]
        for row in shown.rows
        if row.set_name == name
    ]
    return table(titles, cells, right)


def _explain(arguments: Namespace) -> int:
    from app.cli.explanation_text import since_lines, told_lines
    from app.services.books import opened
    from app.services.scoring.results import changes_since_last, explain, explain_document

    with opened(Path(arguments.book), read_only=True) as book:
        if arguments.json:
            give(explain_document(book, arguments.period, arguments.staff_no, arguments.indicator))
            return 0
        result = explain(book, arguments.period, arguments.staff_no)
        since = changes_since_last(book, arguments.period, arguments.staff_no)
    for line in told_lines(result, arguments.indicator):
        say(line)
    if since is not None and arguments.indicator is None:
        say()
        for line in since_lines(since):
            say(line)
    return 0


def _move(text: str) -> tuple[str, str]:
    staff_no, sign, grade = text.partition("=")
    if not (staff_no.strip() and sign and grade.strip()):
        raise ArgumentTypeError(f"“{text}”应写作 工号=等次，例如 P02=好")
    return staff_no.strip(), grade.strip()


def _what_if(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.deciding.grading import what_if, what_if_document

    with opened(Path(arguments.book), read_only=True) as book:
        answer = what_if(book, arguments.period, *arguments.what_if)
    if arguments.json:
        give(what_if_document(answer))
        return 0
    say(f"{answer.staff_no} {answer.name}：{answer.before} → {answer.grade}")
    for reason in answer.bars:
        say(f"  受限：{reason}")
    if answer.left is not None:
        say(
            f"  “{answer.grade}”还余 {answer.left} 个名额"
            if answer.left >= 0
            else f"  “{answer.grade}”超出名额 {-answer.left} 个"
        )
    for each in answer.moved:
        say(f"  {each.staff_no} {each.name}：{each.before} → {each.after}")
    if not answer.moved:
        say("  其他人的建议等次不变")
    return 0


def _grade(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.deciding.grading import grade_document

    if arguments.what_if:
        return _what_if(arguments)
    with opened(Path(arguments.book), read_only=True) as book:
        document = grade_document(book, arguments.period)
    if arguments.json:
        give(document)
        return 0
    for pool in document["pools"]:
        say(f"等次池 {pool['pool']}：{pool['size']} 人")
        titles = ["等次", "名额", "比例", "取整", "建议", "已定"]
        rows = [[_told(each[name]) for name in ("grade", "limit", "share", "rounding", "proposed", "decided")]
                for each in pool["grades"]]  # fmt: skip
        say_table(titles, rows, [False, True, True, False, True, True], indent="  ")
        if pool["on_the_line"]:
            say(f"  压线：{'、'.join(pool['on_the_line'])}")
    barred = [[each["staff_no"], bar["grade"], bar["reason"]] for each in document["persons"] for bar in each["barred"]]
    if barred:
        say()
        say_table(["工号", "受限的等次", "原因"], barred)
    return 0


def _told(value: object) -> str:
    return "" if value is None else str(value)
