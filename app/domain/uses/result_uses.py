"""What the results of a year are used for: one line a person and rule, with the results that it rests on.

Source of each rule: ``use_rules``. Every figure is a setting of the scheme. A line is a hint, never a decision; a grade
that is only proposed is named as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from app.domain.grades.conclusions import BARELY, EXCELLENT, UNFIT
from app.domain.grades.year_grades import Years, running
from app.domain.numbers import Exact, Ratio, half_up, shown
from app.domain.roster import Absence, Posting
from app.domain.schemes import Scheme
from app.domain.told_shares import OWN_DIVISION, Floor, told_floors, told_words
from app.domain.uses.terms_of_office import in_post_since
from app.domain.uses.use_rules import RULES, Use
from app.domain.words import plain

_PLACES = 2


@dataclass(frozen=True, slots=True)
class Officer:
    """One person of the year: the posting in force longest in it, all postings and absences, the years' conclusions.

    ``handled`` is the number of cases in the year (None: not told), ``in_post`` 在岗比例.
    """

    staff_no: str
    name: str
    posting: Posting
    postings: tuple[Posting, ...] = ()
    absences: tuple[Absence, ...] = ()
    years: Years = field(default_factory=dict)
    handled: Exact | None = None
    in_post: Exact = 1


def uses(scheme: Scheme, year: int, officers: Sequence[Officer]) -> tuple[Use, ...]:
    """Every line, use after use, people in the order given."""
    asked = _Asked(scheme, year, officers)
    return tuple(use for rule in _RULES for officer in officers for use in rule(asked, officer))


class _Asked:
    """A scheme's settings as the rules ask for them, and the judges' means."""

    def __init__(self, scheme: Scheme, year: int, officers: Sequence[Officer]) -> None:
        self.scheme = scheme
        self.year = year
        self._officers = officers
        self.floors: tuple[Floor, ...] = told_floors(scheme.setting("办案下限"))
        self._led = frozenset(plain(floor.post) for floor in self.floors)

    def words(self, name: str) -> tuple[str, ...]:
        """The words of a setting."""
        return told_words(str(self.scheme.setting(name) or ""))

    def is_judge(self, officer: Officer) -> bool:
        """Whether the person is in the quota."""
        return self._is_any(officer.posting.category, "员额法官类别")

    def is_servant(self, officer: Officer) -> bool:
        """Whether the rules for civil servants are for the person."""
        told = (officer.posting.category, officer.posting.establishment)
        institution = "事业" in officer.posting.establishment
        return not institution and not any(self._is_any(word, "不适用公务员规定") for word in told)

    def _is_any(self, word: str, name: str) -> bool:
        return plain(word) in map(plain, self.words(name))

    def mean(self, division: str | None) -> tuple[Exact, int] | None:
        """What the judges without a post of their own handled on average (in a division), and how many they are."""
        figures = [
            each.handled
            for each in self._officers
            if each.handled is not None
            and self.is_judge(each)
            and plain(each.posting.post) not in self._led
            and division in (None, each.posting.division)
        ]
        return (Ratio(sum(figures)) / len(figures), len(figures)) if figures else None


def _use(code: str, officer: Officer, told: str, rests_on: Iterable[str], *, warning: bool = False) -> Use:
    return Use(RULES[code], officer.staff_no, officer.name, officer.posting.division, told, tuple(rests_on), warning)


def _honours(asked: _Asked, officer: Officer) -> Iterator[Use]:
    best = running(officer.years, asked.year, (EXCELLENT,))
    if best:
        yield _use("honours", officer, "可以列为嘉奖、评优评先人选", [best[-1].text])
    needed = asked.scheme.setting("三等功连续优秀年数")
    if needed and len(best) >= needed:
        yield _use("merit", officer, f"已连续{len(best)}年优秀，可以列为记三等功人选", [each.text for each in best])


def _promotion(asked: _Asked, officer: Officer) -> Iterator[Use]:
    """Which years count; of a judge for 法官等级, of other civil servants for 职务职级."""
    judge = asked.is_judge(officer)
    if not officer.years or not (judge or asked.is_servant(officer)):
        return
    barred = asked.words("不计等级晋升等次" if judge else "不计职级晋升等次")
    told = [officer.years[each] for each in sorted(officer.years) if each <= asked.year]
    out = [each for each in told if each.is_any(barred)]
    what = "法官等级晋升" if judge else "职务职级晋升"
    counted = len(told) - len(out)
    words = f"所记{len(told)}年中，{counted}年计入{what}年限"
    if out:
        words += f"，{len(out)}年不计：{'、'.join(str(each.year) for each in out)}"
    if told:
        yield _use("judge-years" if judge else "rank-years", officer, words, [each.text for each in told])
    this = officer.years.get(asked.year)
    if judge and this is not None and this.grade == EXCELLENT:
        yield _use("priority", officer, "晋升法官等级时同等条件下优先", [this.text])


def _exchange(asked: _Asked, officer: Officer) -> Iterator[Use]:
    posts = [plain(each) for each in asked.words("交流提示职务")]
    needed = asked.scheme.setting("交流提示年数")
    start = in_post_since(officer.posting, officer.postings)
    if plain(officer.posting.post) not in posts or start is None or not needed:
        return
    full = asked.year + 1 - start.year - ((start.month, start.day) > (1, 1))
    if full >= needed:
        where = f"{officer.posting.division}{officer.posting.post}"
        recent = [officer.years[each].text for each in range(asked.year - 2, asked.year + 1) if each in officer.years]
        told = f"任{where}至{asked.year}年底已满{full}年，可以列入交流任职研究"
        yield _use("exchange", officer, told, [f"{start.isoformat()}起任{where}", *recent])


def _leaving(asked: _Asked, officer: Officer) -> Iterator[Use]:
    """退出员额 by the year's conclusions: 不称职 once, 基本称职 as many years running as the scheme tells."""
    this = officer.years.get(asked.year)
    if this is None or not asked.is_judge(officer):
        return
    if this.is_any((UNFIT,)):
        yield _use("unfit", officer, "应当退出员额的情形：年度考核不称职", [this.text], warning=True)
    needed = asked.scheme.setting("退额连续基本称职年数")
    barely = running(officer.years, asked.year, (BARELY,))
    if needed and len(barely) >= needed:
        told = f"应当退出员额的情形：连续{len(barely)}年基本称职"
        yield _use("barely-twice", officer, told, [each.text for each in barely], warning=True)
    elif barely:
        told = f"已有{len(barely)}年基本称职，连续{needed}年的应当退出员额"
        yield _use("barely-once", officer, told, [each.text for each in barely], warning=True)


def _floor(asked: _Asked, officer: Officer) -> Iterator[Use]:
    """办案下限 of the post: a share of what the other judges handled on average, by the time in post."""
    floor = next((each for each in asked.floors if plain(each.post) == plain(officer.posting.post)), None)
    if floor is None or officer.handled is None or not asked.is_judge(officer):
        return
    own = floor.within == OWN_DIVISION
    mean = asked.mean(officer.posting.division if own else None)
    if mean is None:
        return
    average, people = mean
    least = Ratio(average) * floor.share * officer.in_post
    if officer.handled >= least:
        return
    where = "本部门" if own else "全院"
    told = f"办案{shown(officer.handled)}件，低于{officer.posting.post}的下限{half_up(least, _PLACES):f}件"
    rests = (
        f"{where}其他法官{people}人平均{half_up(average, _PLACES):f}件，下限为其{floor.text}",
        f"全年在岗比例{shown(officer.in_post)}",
    )
    yield _use("floor", officer, told, rests, warning=True)


def _absence(asked: _Asked, officer: Officer) -> Iterator[Use]:
    kinds = [plain(each) for each in asked.words("退额离岗类型")]
    most = asked.scheme.setting("退额离岗天数")
    last = date(asked.year, 12, 31)
    spans = [(each.start, min(each.end or last, last)) for each in officer.absences if plain(each.kind) in kinds]
    for start, end in _joined([each for each in spans if each[0] <= each[1]]):
        days = (end - start).days + 1
        if asked.is_judge(officer) and most and days > most and end.year == asked.year:
            told = f"连续离岗{days}天，超过{most}天"
            rests = [f"{'、'.join(kinds)}：{start.isoformat()}至{end.isoformat()}"]
            yield _use("absence", officer, told, rests, warning=True)


def _joined(spans: Sequence[tuple[date, date]]) -> list[tuple[date, date]]:
    """Spans of days that touch or overlap as one."""
    joined: list[tuple[date, date]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1] + timedelta(days=1):
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _no_bonus(asked: _Asked, officer: Officer) -> Iterator[Use]:
    this = officer.years.get(asked.year)
    if this is not None and this.is_any(asked.words("无奖金等次")):
        yield _use("no-bonus", officer, "当年没有奖励性绩效考核奖金", [this.text], warning=True)


def _service(asked: _Asked, officer: Officer) -> Iterator[Use]:
    """What the law on civil servants attaches to 不称职 and 基本称职."""
    this = officer.years.get(asked.year)
    if this is None or not asked.is_servant(officer):
        return
    unfit = running(officer.years, asked.year, (UNFIT,))
    needed = asked.scheme.setting("辞退连续不称职年数")
    if needed and len(unfit) >= needed:
        told = f"连续{len(unfit)}年不称职，属于予以辞退的情形"
        yield _use("dismissal", officer, told, [each.text for each in unfit], warning=True)
    elif unfit:
        yield _use("lowered", officer, "按规定程序降低一个职务或者职级层次任职", [this.text], warning=True)
    if this.is_any((BARELY,)):
        yield _use("admonition", officer, "诫勉，责令作出检查", [this.text], warning=True)


_RULES = (_honours, _promotion, _exchange, _leaving, _floor, _absence, _no_bonus, _service)


def bonus_weights(
    scheme: Scheme, year: int, officers: Sequence[Officer], factors: Mapping[str, Exact]
) -> dict[str, Exact]:
    """What each person's share is weighed with, by staff number: the grade's factor, times 在岗比例 where the scheme says so."""
    by_post = scheme.setting("奖金按在岗比例")
    barred = told_words(str(scheme.setting("无奖金等次")))
    weights: dict[str, Exact] = {}
    for officer in officers:
        this = officer.years.get(year)
        if this is None or this.is_any(barred):
            continue
        factor = next((figure for word, figure in factors.items() if this.is_any((word,))), 0)
        weights[officer.staff_no] = Ratio(factor) * (officer.in_post if by_post else 1)
    return weights
