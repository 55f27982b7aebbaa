"""Who is meant: people named in a sheet, matched to the roster. Never a guess (contract, section 3).

By 工号; without one by 身份证号; without that by 姓名 and 部门. A name that fits two people, one of another division, one
that only comes near, and somebody who was not in post are questions with candidates, which the clerk may answer; an
unknown person is a fault.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from app.domain.periods import Period
from app.domain.person_names import name_key, written
from app.domain.problems import Problem, Source
from app.domain.roster import Person, Posting
from app.domain.words import plain
from app.sheets.drafts import PersonRef

CANDIDATES_TOLD = 5
_FOOTNOTE = re.compile(r"^[①-⑳⑴-⒇]+|(?:[①-⑳¹²³⁰⁴-⁹]+|注[①-⑳\d]{0,2})$")
_BRACKET = re.compile(r"[（(\[【〔].*$")
_BRACKETS = re.compile(r"[（(）)\[\]【】〔〕]")
_POSTS = "(?:副?院长|副?庭长|副?局长|副?主任|审判长|审判员|法官助理|法官|助理|书记员|法警)"
_TITLE = re.compile(rf"[（(\[【〔].*$|\d+$|^\d+|^{_POSTS}|{_POSTS}$")


class Match(NamedTuple):
    """The staff number of the person meant, or what is wrong; with a number, what is wrong is only told."""

    staff_no: str = ""
    problem: Problem | None = None


class Answers:
    """What the clerk answered about people: by cell (``B5``, ``Sheet1!B5``, ``文件.xlsx!Sheet1!B5``) or by what stands there."""

    def __init__(self, told: Mapping[str, str]) -> None:
        self._told = {plain(place): plain(staff_no) for place, staff_no in told.items()}

    def of(self, ref: PersonRef, value: str) -> str:
        """The staff number answered, in plain form, or an empty text. A name answers for rows without a number only."""
        if not self._told:
            return ""
        file, sheet, cell = ref.source
        places = (f"{file}!{sheet}!{cell}", f"{sheet}!{cell}", cell)
        words = (value, ref.staff_no or ref.id_number or ref.name)
        return next((self._told[key] for each in (*places, *words) if (key := plain(each)) in self._told), "")


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The second of each pair by the first."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return dict(found)


class Directory:
    """Everybody in the roster, to be found by number, identity card or name."""

    def __init__(
        self, people: Iterable[Person], postings: Iterable[Posting], answers: Mapping[str, str] | None = None
    ) -> None:
        self._people = {person.staff_no: person for person in people}
        self._postings: defaultdict[str, list[Posting]] = defaultdict(list)
        for posting in postings:
            self._postings[posting.staff_no].append(posting)
        self._answers = Answers(answers or {})
        self._by_number = {plain(number): number for number in self._people}

    # What only people told otherwise than by their number need is made when it is first asked for.

    @cached_property
    def _divisions(self) -> set[str]:
        return {plain(each.division) for told in self._postings.values() for each in told}

    @cached_property
    def _by_identity(self) -> dict[str, list[str]]:
        return _grouped((plain(each.id_number), each.staff_no) for each in self._people.values() if each.id_number)

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        return _grouped((name_key(each.name), each.staff_no) for each in self._people.values())

    @cached_property
    def _by_bare_number(self) -> dict[str, list[str]]:
        return _grouped((number.lstrip("0"), staff_no) for number, staff_no in self._by_number.items())

    def match(self, ref: PersonRef, period: Period | None = None, division: str = "") -> Match:
        """Who is meant; ``division`` is the sheet's own where the row tells none, ``period`` picks the postings asked."""
        return self._answered(ref, self._present(self._found(ref, period, division), ref, period))

    def match_all(self, refs: Iterable[PersonRef], period: Period) -> list[str] | None:
        """The staff numbers of people told by 工号, each a different one of somebody in post; None where one must be asked."""
        found: list[str] = []
        for ref in refs:
            staff_no = self._by_number.get(plain(ref.staff_no)) if ref.staff_no and not ref.id_number else None
            if staff_no is None or (ref.name and ref.name != self._people[staff_no].name):
                return None
            found.append(staff_no)
        first, last = period.first_day, period.last_day
        in_post = all(
            any((each.start or first) <= last and first <= (each.end or last) for each in postings)
            for staff_no in found
            if (postings := self._postings.get(staff_no))
        )
        return found if in_post and len(set(found)) == len(found) else None

    def match_case_word(self, ref: PersonRef, period: Period | None, division: str) -> Match:
        """Who is meant by a word in a case's role column, which may be a number or a name.

        A panel may have members of other divisions: the division decides between namesakes, it refuses nobody. Whoever
        left before the case was closed is told, not asked: it is the case that is counted.
        """
        word = ref.staff_no or ref.name
        if plain(word) in self._by_number:
            found = self._match_number(ref._replace(staff_no=word, name=ref.name if ref.staff_no else ""))
        else:
            bare = ref._replace(staff_no="", name=word, division="")
            found = self._match_name(bare, period, ref.division or division, strict=False)
        if ref.is_lay and not found.staff_no and not self._by_name.get(name_key(word)):
            told = Problem("lay-assessor", ref.source, word, warning=True)
            return self._answered(ref, Match(problem=told))
        present = self._present(found, ref, period)
        if found.staff_no and not present.staff_no and present.problem is not None:
            present = Match(found.staff_no, replace(present.problem, question=False, warning=True))
        return self._answered(ref, present)

    def name_of(self, staff_no: str) -> str:
        """The person's name, or an empty text."""
        person = self._people.get(staff_no)
        return person.name if person else ""

    def spelled(self, staff_no: str) -> str:
        """The number as the roster writes it, whatever the widths; an empty text where nobody has it."""
        return self._by_number.get(plain(staff_no), "")

    def without_zeros(self, staff_no: str) -> list[str]:
        """Numbers that differ by leading zeros only: a sheet that holds numbers instead of texts has lost them."""
        bare = plain(staff_no)
        return [each for each in self._by_bare_number.get(bare.lstrip("0"), ()) if bare and plain(each) != bare]

    def answered(self, staff_no: str, source: Source) -> str:
        """The number, in plain form, that the clerk says a number in the sheet is; an empty text where nothing is said."""
        return self._answers.of(PersonRef(staff_no, "", "", "", source), staff_no)

    def _found(self, ref: PersonRef, period: Period | None, division: str) -> Match:
        if ref.staff_no:
            return self._match_number(ref)
        if ref.id_number:
            return self._match_identity(ref)
        if ref.name:
            if plain(ref.name) in self._by_number:
                return self._match_number(ref._replace(staff_no=ref.name, name=""))
            return self._match_name(ref, period, division, strict=True)
        return Match(problem=Problem("person-not-named", ref.source))

    def _answered(self, ref: PersonRef, found: Match) -> Match:
        """The match with what the clerk answered, where there was something to answer."""
        if found.problem is None or found.problem.warning:
            return found
        answer = self._answers.of(ref, found.problem.value)
        if not answer:
            return found
        if answer in self._by_number:
            return Match(self._by_number[answer])
        return Match(problem=Problem("person-answer-unknown", ref.source, found.problem.value, {"answer": answer}))

    def _present(self, found: Match, ref: PersonRef, period: Period | None) -> Match:
        """The match, or a question where the person had no posting on any day of the period."""
        postings = self._postings.get(found.staff_no, []) if found.staff_no else []
        if period is None or not postings or any(posting.days_in(period) for posting in postings):
            return found
        values = {"name": self.name_of(found.staff_no), "period": period.title, **self._candidates([found.staff_no])}
        value = ref.staff_no or ref.id_number or ref.name
        return Match(problem=Problem("person-not-in-post", ref.source, value, values, question=True))

    def _match_number(self, ref: PersonRef) -> Match:
        staff_no = self._by_number.get(plain(ref.staff_no))
        if staff_no is None:
            near = self.without_zeros(ref.staff_no) or self._by_name.get(name_key(ref.name), [])
            return self._unknown("person-unknown", ref.staff_no, ref.source, near)
        person = self._people[staff_no]
        told = self._without_remark(ref.name, person.name)
        if ref.name and name_key(told) != name_key(person.name):
            values = {"staff_no": staff_no, "name": ref.name, "book_name": person.name}
            return Match(problem=Problem("person-name-differs", ref.source, f"{ref.staff_no} {ref.name}", values))
        if ref.id_number and person.id_number and plain(ref.id_number) != plain(person.id_number):
            values = {"staff_no": staff_no, "name": person.name}
            return Match(problem=Problem("person-identity-differs", ref.source, ref.id_number, values))
        if not ref.name and (zeros := self.without_zeros(ref.staff_no)):
            # With nothing beside it nobody can tell whether zeros were lost.
            return self._question("person-number-twice", ref.staff_no, ref.source, [staff_no, *zeros])
        return Match(staff_no, self._remark(ref, told, staff_no))

    def _match_identity(self, ref: PersonRef) -> Match:
        found = self._by_identity.get(plain(ref.id_number), [])
        if len(found) == 1:
            return self._match_number(ref._replace(staff_no=found[0], name=ref.name or self.name_of(found[0])))
        if found:
            return self._question("person-identity-twice", ref.id_number, ref.source, found)
        same = self._by_name.get(name_key(ref.name), []) if ref.name else []
        return self._unknown("person-identity-unknown", ref.id_number, ref.source, same)

    def _match_name(self, ref: PersonRef, period: Period | None, division: str, *, strict: bool) -> Match:
        told = ref.name if name_key(ref.name) in self._by_name else _FOOTNOTE.sub("", ref.name)
        found = self._by_name.get(name_key(told), [])
        if not found:
            return self._unknown("person-name-unknown", ref.name, ref.source, self._near_name(ref.name))
        wanted = ref.division or (division if strict and plain(division) in self._divisions else "")
        fitting = self._in_division(found, wanted, period) if wanted else found
        if len(fitting) > 1 and division:
            fitting = self._in_division(fitting, division, period) or fitting
        if len(fitting) == 1:
            return Match(fitting[0], self._remark(ref, told, fitting[0]) or self._otherwise_written(ref, fitting[0]))
        if fitting:
            return self._question("person-name-twice", ref.name, ref.source, fitting)
        values = {"division": wanted, **self._candidates(found)}
        return Match(problem=Problem("person-not-in-division", ref.source, ref.name, values, question=True))

    @staticmethod
    def _without_remark(name: str, known: str) -> str:
        """A name beside a number without the mark or remark that stands behind it: the number says who is meant."""
        for form in (_FOOTNOTE, _BRACKET):
            if name_key(name) != name_key(known):
                shorter = form.sub("", name)
                name = shorter if name_key(shorter) == name_key(known) else name
        return name

    @staticmethod
    def _remark(ref: PersonRef, told: str, staff_no: str) -> Problem | None:
        """What is told where something beside the name was not read."""
        if told == ref.name:
            return None
        values = {"name": told, "staff_no": staff_no}
        return Problem("person-name-remark", ref.source, ref.name, values, warning=True)

    def _otherwise_written(self, ref: PersonRef, staff_no: str) -> Problem | None:
        """What is told where the roster has an older or newer form of a character in the name."""
        name = self.name_of(staff_no)
        if written(name) == written(ref.name):
            return None
        values = {"book_name": name, "staff_no": staff_no}
        return Problem("person-name-variant", ref.source, ref.name, values, warning=True)

    def _in_division(self, numbers: list[str], division: str, period: Period | None) -> list[str]:
        wanted = plain(division)
        return [
            number
            for number in numbers
            if any(
                plain(posting.division) == wanted and (period is None or posting.days_in(period))
                for posting in self._postings[number]
            )
        ]

    def _near_name(self, name: str) -> list[str]:
        wanted = name_key(name)
        for told in (_TITLE.sub("", name), _BRACKETS.sub("", name)):
            if found := self._by_name.get(name_key(told), []):
                return found
        return self._one_sign_off(wanted) or self._begun(wanted)

    def _begun(self, wanted: str) -> list[str]:
        """Those whose name begins so, where they are few: a surname alone, a long name without its second half."""
        found = [number for told, numbers in self._by_name.items() if told.startswith(wanted) for number in numbers]
        return found if wanted and len(found) <= CANDIDATES_TOLD else []

    def _one_sign_off(self, wanted: str) -> list[str]:
        return [
            number
            for told, numbers in self._by_name.items()
            if len(wanted) > 1 and len(told) == len(wanted) and sum(map(str.__ne__, told, wanted)) == 1
            for number in numbers
        ]

    def _unknown(self, code: str, value: str, source: Source, near: list[str]) -> Match:
        if near:
            return self._question(f"{code}-near", value, source, near)
        return Match(problem=Problem(code, source, value))

    def _question(self, code: str, value: str, source: Source, found: list[str]) -> Match:
        return Match(problem=Problem(code, source, value, self._candidates(found), question=True))

    def _candidates(self, numbers: list[str]) -> dict[str, str]:
        """The candidates in words, and their numbers by lines for whoever lets one be chosen."""
        told = [self._told_one(number) for number in numbers[:CANDIDATES_TOLD]]
        words = "；".join(told) + (f"；等{len(numbers)}人" if len(numbers) > CANDIDATES_TOLD else "")
        return {"candidates": words, "numbers": "\n".join(numbers)}

    def _told_one(self, staff_no: str) -> str:
        postings = self._postings[staff_no]
        divisions = "、".join(dict.fromkeys(posting.division for posting in postings)) or "无任职"
        ends = [posting.end for posting in postings if posting.end is not None]
        gone = f"，{max(ends).isoformat()}离任" if postings and len(ends) == len(postings) else ""
        return f"{self._people[staff_no].name}（工号{staff_no}，{divisions}{gone}）"
