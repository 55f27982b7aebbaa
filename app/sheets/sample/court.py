"""The made-up court: its name, its divisions with their posts, which category is scored by which indicator set."""

from __future__ import annotations

from typing import NamedTuple

COURT = "澜川市中级人民法院"
CASE_CODE = "澜01"
"""What stands between year and 案件字 in a case number; no province is called 澜."""

JUDGE = "员额法官"
ASSISTANT = "法官助理"
CLERK = "书记员"
BAILIFF = "司法警察"
EXECUTOR = "执行员"
OFFICER = "综合行政人员"
WORKER = "工勤人员"
HIRED = "聘用制人员"

JUDGES = "法官"
AUXILIARIES = "审判辅助人员"
SETS = (JUDGES, AUXILIARIES, OFFICER, WORKER, HIRED)
"""The five of "1+5", in the scheme's order."""
SET_OF = {
    JUDGE: JUDGES, ASSISTANT: AUXILIARIES, CLERK: AUXILIARIES, BAILIFF: AUXILIARIES, EXECUTOR: AUXILIARIES,
    OFFICER: OFFICER, WORKER: WORKER, HIRED: HIRED,
}  # fmt: skip

HIRED_CLERK = "聘用制书记员"
ON_TRIAL = "试用期公务员"


class Post(NamedTuple):
    """As many ``places`` of one category; ``titles`` are the 职务 of the first ones, the last title is everybody else's."""

    category: str
    places: int
    titles: tuple[str, ...]


class Division(NamedTuple):
    """A 庭 or 室 with its business line and posts."""

    name: str
    line: str
    posts: tuple[Post, ...]


def _bench(judges: int, assistants: int, clerks: int, hired: int, *, head: str = "庭长") -> tuple[Post, ...]:
    """The posts of a division that tries cases."""
    return (
        Post(JUDGE, judges, (head, f"副{head}", "审判员")),
        Post(ASSISTANT, assistants, ("法官助理",)),
        Post(CLERK, clerks, ("书记员",)),
        Post(HIRED, hired, (HIRED_CLERK,)),
    )


DIVISIONS = (
    Division("立案庭", "立案", (*_bench(4, 2, 1, 1), Post(OFFICER, 1, ("诉讼服务中心主任",)))),
    Division("刑一庭", "刑事", _bench(5, 2, 1, 1)),
    Division("刑二庭", "刑事", _bench(4, 2, 1, 1)),
    Division("民一庭", "民事", _bench(6, 3, 2, 1)),
    Division("民二庭", "民事", _bench(5, 3, 1, 1)),
    Division("民三庭", "民事", _bench(4, 2, 1, 1)),
    Division("行政庭", "行政", _bench(4, 2, 1, 1)),
    Division("审监庭", "审监", _bench(3, 1, 1, 0)),
    Division("执行局", "执行", (*_bench(5, 2, 1, 2, head="局长"), Post(EXECUTOR, 3, ("执行员",)))),
    Division("审管办", "综合", (
        Post(JUDGE, 2, ("主任", "审判员")), Post(ASSISTANT, 1, ("法官助理",)), Post(OFFICER, 2, ("副主任", "一级主任科员")),
    )),
    Division("政治部", "综合", (Post(OFFICER, 6, ("主任", "副主任", "干部科科长", "科员")),)),
    Division("办公室", "综合", (
        Post(OFFICER, 7, ("主任", "副主任", "行装科科长", "科员")), Post(WORKER, 5, ("驾驶员", "驾驶员", "水电工", "工勤人员")),
        Post(HIRED, 2, ("文印员",)),
    )),
    Division("督察室", "综合", (Post(OFFICER, 3, ("主任", "督察员")),)),
    Division("司法警察支队", "法警", (
        Post(BAILIFF, 8, ("支队长", "政委", "大队长", "司法警察")), Post(HIRED, 5, ("辅警", "辅警", "辅警", "安检员")),
        Post(WORKER, 1, ("囚车驾驶员",)),
    )),
)  # fmt: skip
LINES = {division.name: division.line for division in DIVISIONS}

CASE_SHARE = {"庭长": 70, "局长": 70, "主任": 40, "副庭长": 90, "副局长": 90}
"""岗位办案比例: per cent of an ordinary judge's cases that a post has to handle; everybody else has 100."""
