"""What a failure says and which exit status it gives (contract, section 2)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.cli.output import give, tell
from app.domain.problems import AppError, Problem, Refused
from app.messages import Message, sentence

UNEXPECTED = 1
USAGE = 2
REFUSED = 3
FORBIDDEN = 5
INTERRUPTED = 130


def tell_error(error: AppError, *, as_json: bool = False) -> int:
    """Say what stopped the command and what to do; gives the exit status."""
    message = sentence(error.code, error.values)
    problems = error.problems if isinstance(error, Refused) else ()
    if as_json:
        give(_document(error.code, message, error.exit_status, problems))
    tell_message(message)
    tell_problems(problems)
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
        message = _sentence(problem)
        mark = "提示" if problem.warning else "请确认" if problem.question else "错误"
        tell(f"{mark}：{f'{place}：' if place else ''}{message.text}")
        if message.remedy:
            tell(f"  怎么办：{message.remedy}")


def tell_fault(error: BaseException, *, as_json: bool = False) -> int:
    """Our own bug: write a report and say where it is."""
    from app.services.fault_reports import write_fault_report

    report = write_fault_report(error)
    where = f"报告写在 {report}，请把它交给维护人员。" if report else f"{type(error).__name__}: {error}"
    message = Message("程序出了意料之外的错误。没有做完的部分不会留在考核库里。", where)
    if as_json:
        give(_document("unexpected", message, UNEXPECTED))
    tell_message(message)
    return UNEXPECTED


def tell_interrupted(*, as_json: bool = False) -> int:
    """The user had enough."""
    message = Message("已中断。没有做完的部分不会留在考核库里。", "")
    if as_json:
        give(_document("interrupted", message, INTERRUPTED))
    tell_message(message)
    return INTERRUPTED


def give_misuse(text: str) -> None:
    """The JSON document where the command itself was written wrongly; the parser has said so in words."""
    give(_document("usage", Message(text, "可以看这个命令的 --help。"), USAGE))


def _sentence(problem: Problem) -> Message:
    return sentence(problem.code, {"value": problem.value, **problem.values})


def _document(code: str, message: Message, status: int, problems: Iterable[Problem] = ()) -> dict[str, Any]:
    """Why nothing else is on standard output (contract, section 2)."""
    error = {"code": code, "message": message.text, "remedy": message.remedy, "exit_status": status}
    return {"error": error, "faults": [_fault(each) for each in problems]}


def _fault(problem: Problem) -> dict[str, Any]:
    message = _sentence(problem)
    told = {"value": problem.value, "code": problem.code, "message": message.text, "remedy": message.remedy}
    return {**problem.source._asdict(), **told}
