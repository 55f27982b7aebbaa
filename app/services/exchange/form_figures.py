"""What a form may ask for in words, and the answers: figures of the court, of a group, of a person (contract, section 2).

``法官人数``, ``平均分(民一庭)``, ``合计(结案数,法官)``, ``等次人数(优秀)``, ``总分:P01``; a header of a table of people asks the
same of each row. A grade is told only where people decided it: what is proposed is no decision.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from app.domain.entries import State
from app.domain.explanation import figure_text
from app.domain.facts import PersonResult, Status
from app.domain.formula.values import Nothing, Value, number_of
from app.domain.numbers import Exact, Ratio, exact, half_up
from app.domain.scoring.evaluator import Evaluator
from app.domain.words import half_width, plain, without_bracket
from app.sheets.forms.form import FormValue
from app.sheets.forms.layout import roster_field

_CALL = re.compile(r"([^():,]+)(?::([^():,]+)|\(([^():,]*)(?:,([^():,]*))?\))?")
_NOTHINGS = {State.NOT_APPLICABLE: "/", State.EXCUSED: "免"}
"""How the kinds of nothing stand in a sheet (contract, section 1); 未填 is an empty cell."""
EVERYBODY = frozenset(map(plain, ("全院", "全部", "全体", "")))


_OF_COURT = ("全院人数", "全院平均分", "全院最高分", "全院最低分", "总分合计", "完整人数", "待补人数", "不进行考核人数")
_OF_GROUP = ("人数", "平均分", "最高分", "最低分", "总分合计")


class Answer(NamedTuple):
    """What belongs into a cell; None where nothing does, with the reason. ``percent``: the figure counts in %."""

    value: FormValue | None
    why: str = ""
    percent: bool = False


Asking = Callable[[PersonResult], Answer]

_TOTAL = (
    "总分",
    "考核总分",
    "考评总分",
    "考核得分",
    "考评得分",
    "总得分",
    "综合得分",
    "考核成绩",
    "总成绩",
    "得分",
    "分数",
)
_RANK = ("名次", "排名", "位次", "考核名次", "排名名次")
_GRADE = ("等次", "考核等次", "评定等次", "考核结果", "考核结果等次", "评档", "年度考核等次", "季度考核等次")


class FormFigures:
    """The answers of one computed period."""

    def __init__(
        self,
        facts_of_court: Mapping[str, str],
        results: Sequence[PersonResult],
        decided: Mapping[str, str],
        evaluator: Evaluator,
    ) -> None:
        self.results = tuple(results)
        self._facts = tuple(facts_of_court)
        self._court = {plain(name): told for name, told in facts_of_court.items()}
        self._decided = decided
        self._evaluator = evaluator
        self._by_number = {plain(each.staff_no): each for each in results}
        self._parts = {each.staff_no: {node.code: node for node in each.tree.parts()} for each in results}
        self._items = {plain(word): item for item in evaluator.scheme.items for word in (item.code, item.name)}
        self._indicators = {
            plain(word): node.code
            for parts in self._parts.values()
            for node in parts.values()
            if node.kind == "leaf"
            for word in (node.code, node.label)
        }
        grades = {row.grade for row in evaluator.scheme.grades} | set(decided.values())
        self._grades = {plain(grade): grade for grade in grades}

    def of_person(self, staff_no: str) -> PersonResult | None:
        """Whoever has that staff number, or None."""
        return self._by_number.get(plain(staff_no))

    def named(self, name: str, division: str) -> list[PersonResult]:
        """Everybody of that name, in that division where it is told and fits anyone."""
        found = [each for each in self.results if plain(each.name) == plain(name)]
        near = [each for each in found if division and plain(each.division) == plain(division)]
        return near or found

    def group(self, word: str) -> tuple[PersonResult, ...] | None:
        """The people of an indicator set, a division, a 条线 or a 人员类别; all for 全院; None for another word."""
        key = plain(word)
        if key in EVERYBODY:
            return self.results
        for field in ("set_name", "division", "line", "category"):
            found = tuple(each for each in self.results if plain(getattr(each, field)) == key)
            if found:
                return found
        return None

    def scope(self, around: str) -> tuple[PersonResult, ...]:
        """Whom a table is about, by the indicator sets and divisions that its sheet's name and title name; else everybody."""
        people = self.results
        for field in ("set_name", "division"):
            words = {plain(getattr(each, field)) for each in self.results} - {""}
            told = _mentioned(plain(around), words)
            people = tuple(each for each in people if not told or plain(getattr(each, field)) in told)
        return people or self.results

    def offers(self) -> tuple[str, ...]:
        """Questions that have an answer here, the wide ones first: a choice for whoever sets a mark."""
        sets, divisions = (
            tuple(dict.fromkeys(told for each in self.results if (told := getattr(each, field))))
            for field in ("set_name", "division")
        )
        items = tuple(item.name for item in self._evaluator.scheme.items)
        grades = tuple(self._grades.values())
        return (
            *self._facts,
            *_OF_COURT,
            *(f"{word}({name})" for name in (*sets, *divisions) for word in _OF_GROUP),
            *(f"等次人数({grade}{of})" for grade in grades for of in ("", *(f",{name}" for name in sets))),
            *(f"等次比例({grade})" for grade in grades),
            *(f"{word}({item})" for item in items for word in ("合计", "平均")),
            *(f"合计({item},{name})" for item in items for name in sets),
        )

    def column(self, texts: Sequence[str]) -> tuple[str, Asking] | None:
        """What a header asks of each person: its words, and who answers; None where it asks for nothing we know."""
        joined = "".join(reversed(texts))
        for text in (texts[0], *([joined] if len(texts) > 1 else [])):
            for word in dict.fromkeys((plain(text), without_bracket(text))):
                asking = self._of_each(word)
                if asking is not None:
                    return word, asking
        return None

    def answer(self, asked: str) -> Answer | None:
        """The answer to a question in words; None where it is not understood. A name cannot hold ``:``, so ``_`` does too."""
        told = half_width(asked)
        answer = self._answer(told)
        places = (at for at, sign in enumerate(told) if sign == "_" and answer is None)
        return answer or next(filter(None, (self._answer(f"{told[:at]}:{told[at + 1 :]}") for at in places)), None)

    def _answer(self, asked: str) -> Answer | None:
        match = _CALL.fullmatch(plain(asked))
        if match is None:
            return None
        word, of_whom, first, second = match.groups()
        if of_whom is None and first is None:
            return self._of_court(word)
        person = self.of_person(of_whom or (first if second is None else "") or "")
        asking = self._of_each(word)
        if person is not None and asking is not None:
            return asking(person)
        return self._of_group(word, (of_whom or first or "", second or ""))

    def _of_court(self, word: str) -> Answer | None:
        if word in self._court:
            return Answer(self._court[word])
        for ending, asked in (("人数", "人数"), ("平均分", "平均分"), ("最高分", "最高分"), ("最低分", "最低分")):
            before = word.removesuffix(ending)
            if word.endswith(ending):
                if before in self._grades:
                    return self._of_group("等次人数", (before, ""))
                answer = self._of_group(asked, (before, ""))
                if answer is not None:
                    return answer
        return self._of_group(word, ("", ""))

    def _of_group(self, word: str, arguments: tuple[str, str]) -> Answer | None:
        if word in ("等次人数", "等次比例"):
            return self._graded(word, *arguments)
        if word in ("合计", "平均", "均值"):
            return self._over_items(word, *arguments)
        people = self.group(arguments[0])
        if people is None:
            return None
        counts = {
            "人数": None,
            "完整人数": Status.COMPLETE,
            "待补人数": Status.INCOMPLETE,
            "不进行考核人数": Status.NOT_EVALUATED,
        }
        if word in counts:
            return Answer(sum(counts[word] in (None, each.status) for each in people))
        totals = [each.total for each in people if each.status is Status.COMPLETE and each.total is not None]
        if word not in ("平均分", "最高分", "最低分", "总分合计"):
            return None
        if not totals:
            return Answer(None, "没有总分完整的人")
        if word == "平均分":
            return Answer(half_up(Ratio(sum(map(exact, totals))) / len(totals), self._evaluator.scheme.places))
        if word == "总分合计":
            return Answer(sum(totals, Decimal(0)))
        return Answer(max(totals) if word == "最高分" else min(totals))

    def _graded(self, word: str, grade: str, whom: str) -> Answer | None:
        people = self.group(whom)
        if people is None or grade not in self._grades:
            return None
        told = [each for each in people if each.staff_no in self._decided]
        if not told:
            return Answer(None, "还没有评定等次")
        count = sum(plain(self._decided[each.staff_no]) == grade for each in told)
        if word == "等次人数":
            return Answer(count)
        return Answer(half_up(Ratio(100 * count, len(told)), 2), percent=True)

    def _over_items(self, word: str, what: str, whom: str) -> Answer | None:
        people, asking = self.group(whom), self._of_each(what)
        if people is None or asking is None:
            return None
        answers = [asking(each) for each in people]
        figures = [exact(Decimal(each.value)) for each in answers if isinstance(each.value, int | Decimal)]
        percent = any(each.percent for each in answers)
        if not figures:
            return Answer(None, "没有人有数")
        total: Exact = sum(figures)
        value = total if word == "合计" else exact(Ratio(total) / len(figures))
        return Answer(_decimal(value), percent=percent)

    def _of_each(self, word: str) -> Asking | None:
        """Who answers a header: total, place, grade; what the roster says; a data item's value; an indicator's score."""
        if word in _TOTAL:
            return self._total
        if word in _RANK:
            return lambda each: Answer(each.rank, "" if each.rank else "没有名次")
        if word in _GRADE:
            return lambda each: Answer(self._decided.get(each.staff_no), "还没有评定等次")
        plain_ones: dict[str, Asking] = {
            "建议等次": lambda each: Answer(each.proposed_grade or None, "没有建议等次"),
            "状态": lambda each: Answer(each.status.word),
            "在岗月数": lambda each: Answer(each.months_in_post),
        }
        if word in plain_ones:
            return plain_ones[word]
        field = roster_field(word)
        if field in _ROSTER:
            return lambda each: self._particular(each, field)
        if word in self._items:
            return lambda each: self._value(each, word)
        code = (
            self._indicators.get(word)
            or self._indicators.get(word.removesuffix("得分"))
            or self._indicators.get(word.removesuffix("分"))
        )
        return None if code is None else lambda each: self._score(each, code)

    @staticmethod
    def _total(each: PersonResult) -> Answer:
        return Answer(each.total, each.reason or each.status.word)

    def _particular(self, each: PersonResult, field: str) -> Answer:
        member = self._evaluator.court.member(each.staff_no)
        if member is None:
            return Answer(None, "不在岗")
        whose = member.person if field in _OF_PERSON else member.posting
        told = getattr(whose, _ROSTER[field])
        text = told.isoformat() if isinstance(told, date) else str(told or "")
        text = each.set_name if field == "指标组" else text
        return Answer(text or None, "花名册里没有")

    def _value(self, each: PersonResult, word: str) -> Answer:
        item, member = self._items[word], self._evaluator.court.member(each.staff_no)
        if member is None:
            return Answer(None, "不在岗")
        value = self._evaluator.told(member, item.code).value
        return _told(value, percent=item.is_percent)

    def _score(self, each: PersonResult, code: str) -> Answer:
        node = self._parts[each.staff_no].get(code)
        if node is None:
            return Answer("/", "没有这项指标")
        if node.score is not None:
            return Answer(node.score)
        return Answer(_NOTHINGS.get(node.state), node.reason or node.state.word)


_OF_PERSON: dict[str, str] = {
    "工号": "staff_no", "姓名": "name", "性别": "gender", "出生日期": "birth_date", "身份证号": "id_number",
    "政治面貌": "political_status", "学历": "education",
}  # fmt: skip
_OF_POSTING: dict[str, str] = {
    "部门": "division", "条线": "line", "人员类别": "category", "指标组": "indicator_set", "职务": "post", "职级": "rank",
    "法官等级": "judge_grade", "编制": "establishment", "任职起": "start",
}  # fmt: skip
_ROSTER = _OF_PERSON | _OF_POSTING


def _told(value: Value, *, percent: bool) -> Answer:
    if isinstance(value, Nothing):
        return Answer(_NOTHINGS.get(value.state), value.reason or value.state.word)
    number = number_of(value)
    if isinstance(value, str) or isinstance(number, Nothing):
        return Answer(str(value))
    return Answer(_decimal(number), percent=percent)


def _decimal(figure: Exact) -> Decimal:
    """As it is printed: exact where the decimals end, else with 6 decimals."""
    return Decimal(figure_text(figure))


def _mentioned(text: str, words: Iterable[str]) -> set[str]:
    """The words that a text names; one that stands only inside a longer one (法官 in 法官助理) is not meant."""
    told = set()
    for word in sorted(words, key=len, reverse=True):
        if word in text:
            told.add(word)
            text = text.replace(word, "\0")
    return told
