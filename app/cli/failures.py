"""What a failure says and which exit status it gives (contract, section 2)."""

from __future__ import annotations

from collections.abc import Iterable

from app.cli.output import tell
from app.domain.problems import AppError, Problem, Refused
from app.messages import Message, sentence

UNEXPECTED = 1
USAGE = 2
REFUSED = 3
FORBIDDEN = 5


def tell_error(error: AppError) -> int:
    """Say what stopped the command and what to do; gives the exit status."""
    tell_message(sentence(error.code, error.values))
    if isinstance(error, Refused):
        tell_problems(error.problems)
    return error.exit_status


def tell_message(message: Message) -> None:
    """One sentence and its remedy."""
    tell(f"{message.text}")
    if message.remedy:
        tell(f"  怎么办：{message.remedy}")


def tell_problems(problems: Iterable[Problem]) -> None:
    """Every fault with its place."""
    for problem in problems:
        place = " ".join(part for part in problem.source if part)
        message = sentence(problem.code, {"value": problem.value, **problem.values})
        mark = "提示" if problem.warning else "请确认" if problem.question else "错误"
        tell(f"{mark}：{f'{place}：' if place else ''}{message.text}")
        if message.remedy:
            tell(f"  怎么办：{message.remedy}")


def tell_fault(error: BaseException) -> int:
    """Our own bug: write a report and say where it is."""
    from app.services.fault_reports import write_fault_report

    report = write_fault_report(error)
    tell("程序出了意料之外的错误。没有做完的部分不会留在考核库里。")
    tell(f"  怎么办：报告写在 {report}，请把它交给维护人员。" if report else f"  {type(error).__name__}: {error}")
    return UNEXPECTED
