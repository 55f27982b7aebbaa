"""通报 as a paper: the same words and tables, whatever it is printed as."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from app.domain.analysis.bulletin import Bulletin, Line, Measure, NamedList, PartyPart, SetPart
from app.domain.facts import Status
from app.domain.periods import Kind
from app.reports.paper import Block, Grid, Heading, Paper, Text
from app.reports.paper_pdf import write_paper_pdf
from app.reports.tables import Column
from app.reports.wording import day_text, numeral

WITHOUT_SET = "没有指标组"
NO_FIGURE = "—"
"""What stands where nobody has the figure; a kind of nothing of a person has its word."""
_TAKING_PART = (Status.COMPLETE, Status.INCOMPLETE, Status.UNDETERMINED)
_MOST_MEASURES = 8
"""So many columns of figures stand beside name, division, total and grade on 156 mm; more make a second table."""
_FEW_MEASURES = 3


def write_bulletin(path: Path, bulletin: Bulletin) -> int:
    """Writes the bulletin as PDF; gives the number of pages. Raises AppError: see ``write_paper_pdf``."""
    return write_paper_pdf(path, bulletin_paper(bulletin))


def write_bulletin_document(path: Path, bulletin: Bulletin) -> None:
    """Writes the bulletin as .docx. Raises AppError: see ``write_paper_docx``."""
    from app.reports.paper_docx import write_paper_docx  # slow to import, and seldom asked for

    write_paper_docx(path, bulletin_paper(bulletin))


def bulletin_paper(bulletin: Bulletin) -> Paper:
    """The bulletin as a paper."""
    version = f"（版本{bulletin.scheme_version}）" if bulletin.scheme_version else ""
    lines = [f"第{bulletin.issue}期　{bulletin.state}"]
    if bulletin.stale:
        lines.append("核算之后数据又有改动，这些得分不是最新的")
    if bulletin.masked:
        lines.append("姓名已作隐名处理")
    return Paper(
        title=f"{bulletin.court}\n{bulletin.period.title}全员绩效考核通报",
        court=bulletin.court,
        made_on=bulletin.made_on,
        blocks=tuple(_blocks(bulletin)),
        lines=tuple(lines),
        running=(f"第{bulletin.issue}期　{bulletin.state}", f"方案：{bulletin.scheme}{version}"),
        warned=not bulletin.seal or bulletin.stale,
    )


def _blocks(bulletin: Bulletin) -> Iterator[Block]:
    version = f"（版本{bulletin.scheme_version}）" if bulletin.scheme_version else ""
    yield Text(
        f"现将{bulletin.period.title}全员绩效考核情况通报如下。依据《{bulletin.scheme}》{version}，"
        f"得分于{day_text(bulletin.computed_on)}核算。"
    )
    yield Heading("基本情况")
    yield from _overview(bulletin)
    if bulletin.has_list_rules:
        yield Heading("名单")
        yield from _lists(bulletin)
    yield Heading("各指标组情况")
    for part in bulletin.sets:
        yield Heading(part.name or WITHOUT_SET, 2)
        yield from _set(bulletin, part)
    if bulletin.party is not None:
        yield Heading(bulletin.party.title)
        yield from _party(bulletin.party)
    yield Heading("说明")
    yield from map(Text, _notes(bulletin))


def _overview(bulletin: Bulletin) -> Iterator[Block]:
    told = Counter(line.status for line in bulletin.lines)
    part = sum(told[each] for each in _TAKING_PART)
    apart = [f"{status.word}{told[status]}人" for status in Status if status is not Status.COMPLETE and told[status]]
    yield Text(f"参加考核{part}人，得分完整{told[Status.COMPLETE]}人{''.join(f'，{each}' for each in apart)}。")
    statuses = [each for each in Status if told[each]]
    columns = [
        Column("指标组", 3),
        Column("人数", 1.1, "right"),
        *(Column(each.word, 1.4, "right") for each in statuses),
    ]
    rows = []
    for each in bulletin.sets:
        count = Counter(line.status for line in each.lines)
        mean = each.court["总分"].score
        rows.append(
            (each.name or WITHOUT_SET, str(len(each.lines)), *(str(count[one]) for one in statuses), _shown(mean))
        )
    yield Grid((*columns, Column("平均总分", 1.4, "right")), tuple(rows))
    yield from _grades(bulletin)


def _grades(bulletin: Bulletin) -> Iterator[Block]:
    """How many have each grade, set by set; proposed ones are told as such."""
    there = {line.grade for line in bulletin.lines if line.grade}
    words = [word for word in bulletin.grade_words if word in there]
    words += sorted(there - set(words))
    if not words:
        return
    if bulletin.undecided:
        yield Text(
            f"有{bulletin.undecided}人的等次尚未评定，所列是建议等次，并已标明；建议等次由程序按方案提出，不是决定。"
        )
    rows = []
    for part in bulletin.sets:
        count = Counter(line.grade for line in part.lines)
        rows.append((part.name or WITHOUT_SET, *(str(count[word]) for word in words)))
    title = "等次分布（含建议等次）" if bulletin.undecided else "等次分布"
    yield Grid((Column("指标组", 3), *(Column(word, 1.4, "right") for word in words)), tuple(rows), title)


def _lists(bulletin: Bulletin) -> Iterator[Block]:
    if bulletin.undecided:
        yield Text("凡依等次列入名单而等次尚未评定的，依建议等次暂列，评定后以评定等次为准。")
    for told in bulletin.lists:
        yield Heading(f"{told.name}（{len(told.people)}人）", 2)
        if told.people:
            yield _named(told)
        else:
            yield Text("没有符合条件的人员。")
        if told.unclear:
            yield Text(f"另有{told.unclear}人因数据未填，暂不能判断。", small=True)


def _named(told: NamedList) -> Grid:
    columns = (Column("序号", 1, "right"), Column("姓名", 2), Column("部门", 3), Column("指标组", 3), Column("依据", 6))
    rows = (
        (str(number), each.name, each.division, each.set_name, "；".join(each.reasons))
        for number, each in enumerate(told.people, start=1)
    )
    return Grid(columns, tuple(rows))


def _set(bulletin: Bulletin, part: SetPart) -> Iterator[Block]:
    if not part.ranked:
        yield Text("本组指标用作体检，只供分析，不排名次，列出的先后不分高低。")
    tops = tuple(each for each in part.tops if part.court[each.code].people)
    groups = [tops[at : at + _MOST_MEASURES] for at in range(0, len(tops), _MOST_MEASURES)] or [()]
    yield _people(bulletin, part, groups[0])
    for group in groups[1:]:
        yield _more(part, group)
    if len(part.divisions) > 1:
        yield _divisions(part, tops[:_MOST_MEASURES])
    if part.leaves:
        yield _leaves(part)


def _people(bulletin: Bulletin, part: SetPart, tops: Sequence[Measure]) -> Grid:
    """One row a person, and the court's mean below."""
    quarters = max((len(line.inner_grades) for line in part.lines), default=0)
    first = bulletin.period.inner(Kind.QUARTER)[0].index if quarters else 1
    grade = _grade_title(part)
    columns = (
        *([Column("名次", 1.1, "right")] if part.ranked else []),
        Column("姓名", 2),
        Column("部门", 2.8),
        *(Column(each.label, 1.5 if len(tops) > _FEW_MEASURES else 2.1, "right") for each in tops),
        Column("总分", 1.6, "right"),
        Column("部门平均", 1.6, "right"),
        *(Column(f"{numeral(first + at)}季", 1.5) for at in range(quarters)),
        Column(grade, 2.9 if grade == "等次" else 1.9),
    )
    mean = (
        *([""] if part.ranked else []),
        "全院平均",
        "",
        *(_shown(part.court[each.code].score) for each in tops),
        _shown(part.court["总分"].score),
        *[""] * (quarters + 2),
    )
    rows = (_person(part, line, tops, quarters, marked=grade == "等次") for line in part.lines)
    return Grid(columns, (*rows, mean), f"{part.name or WITHOUT_SET}得分", summary=1)


def _grade_title(part: SetPart) -> str:
    """Whether the grades are decided or proposed; 等次 where the set has both, and each proposal is marked."""
    told = {line.decided for line in part.lines if line.grade}
    return "等次" if len(told) > 1 else "建议等次" if told == {False} else "评定等次"


def _person(part: SetPart, line: Line, tops: Sequence[Measure], quarters: int, *, marked: bool) -> tuple[str, ...]:
    total = line.status.word if line.total is None else f"{line.total:f}"
    grades = line.inner_grades or (NO_FIGURE,) * quarters
    grade = "" if line.grade == total else grade_text(line) if marked else line.grade
    return (
        *([] if not part.ranked else [""] if line.rank is None else [str(line.rank)]),
        line.name,
        line.division,
        *(_score(line, each) for each in tops),
        total,
        _shown(part.divisions[line.division]["总分"].score),
        *grades,
        grade,
    )


def _more(part: SetPart, tops: Sequence[Measure]) -> Grid:
    """The measures for which the first table has no room."""
    columns = (Column("姓名", 2), Column("部门", 2.8), *(Column(each.label, 1.5, "right") for each in tops))
    rows = ((line.name, line.division, *(_score(line, each) for each in tops)) for line in part.lines)
    mean = ("全院平均", "", *(_shown(part.court[each.code].score) for each in tops))
    return Grid(columns, (*rows, mean), f"{part.name or WITHOUT_SET}得分（续）", summary=1)


def grade_text(line: Line) -> str:
    """The grade, told as a proposal where nobody decided it."""
    if not line.grade:
        return ""
    return line.grade if line.decided else f"{line.grade}（建议）"


def _score(line: Line, measure: Measure) -> str:
    figure = line.figures.get(measure.code)
    if figure is None:
        return ""
    return figure.word if figure.score is None else f"{figure.score:f}"


def _divisions(part: SetPart, tops: Sequence[Measure]) -> Grid:
    columns = (
        Column("部门", 3),
        Column("人数", 1.1, "right"),
        *(Column(each.label, 1.6, "right") for each in tops),
        Column("总分", 1.6, "right"),
    )
    codes = [*(each.code for each in tops), "总分"]
    rows = []
    for division, means in part.divisions.items():
        count = sum(1 for line in part.lines if line.division == division)
        rows.append(
            (division, str(count), *(_shown(means[code].score) if code in means else NO_FIGURE for code in codes))
        )
    court = ("全院", str(len(part.lines)), *(_shown(part.court[code].score) for code in codes))
    return Grid(columns, (*rows, court), "各部门平均得分", summary=1)


def _leaves(part: SetPart) -> Grid:
    columns = (
        Column("指标", 4),
        Column("所属", 3),
        Column("分值", 1.2, "right"),
        Column("计分人数", 1.5, "right"),
        Column("平均数值", 1.9, "right"),
        Column("平均得分", 1.6, "right"),
    )
    rows = []
    for each in part.leaves:
        means = part.court[each.code]
        marks = "" if each.full_marks is None else f"{each.full_marks:f}"
        rows.append((each.label, each.branch, marks, str(means.people), _shown(means.value), _shown(means.score)))
    return Grid(columns, tuple(rows), "各项指标全院平均")


def _party(party: PartyPart) -> Iterator[Block]:
    columns = (
        Column("部门", 3),
        Column("人数", 1.1, "right"),
        Column("记入事项", 1.5, "right"),
        Column("平均得分", 1.5, "right"),
    )
    rows = tuple((each.division, str(each.people), str(each.events), _shown(each.mean)) for each in party.divisions)
    yield Grid(columns, rows, "各部门情况")
    if party.events:
        named = (
            Column("日期", 2),
            Column("姓名", 1.6),
            Column("部门", 2.4),
            Column("事项", 6),
            Column("分值", 1, "right"),
        )
        yield Grid(
            named,
            tuple(
                (f"{each.day.month}月{each.day.day}日", each.name, each.division, each.subject, _told(each.points))
                for each in party.events
            ),
            "记入台账的事项",
        )


def _notes(bulletin: Bulletin) -> Iterator[str]:
    yield "部门平均、全院平均只在同一指标组的人员之间计算，有得分的人计入；得分先按方案取小数位，平均数再取一次。"
    yield "写有“待补”“不计分”的不是零分：前者数据还没有报齐，后者对本人不适用。"
    yield "测评票数不到方案规定最少票数的，不出示得分。"
    yield "数据来自各部门报送，如与业务系统有出入，以核对后的为准。"
    if not bulletin.has_list_rules:
        yield "方案没有为这种周期写“通报”表，本通报不设表扬、提醒名单。"
    if not bulletin.seal:
        yield "本周期还没有办结封存，本通报只供核对，不作为使用考核结果的依据。"
    else:
        yield f"本期已经封存，封存码全文：{bulletin.seal}。"
    if bulletin.masked:
        yield "姓名保留姓氏，名以“某”代替，重复的在后面加数字区分；工号、台账事项不列。"


def _shown(value: Decimal | None) -> str:
    return NO_FIGURE if value is None else f"{value:f}"


def _told(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"
