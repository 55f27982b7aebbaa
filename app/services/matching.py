"""Who is meant: people named in a sheet, matched to the roster. Never a guess (contract, section 3).

By 工号; without one by 身份证号; without that by 姓名 and 部门. A name that fits two people is a question, an unknown
person a fault; both tell whom the book has that comes near.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from app.domain.periods import Period
from app.domain.problems import Problem, Source
from app.domain.roster import Person, Posting
from app.domain.words import plain
from app.sheets.drafts import PersonRef

CANDIDATES_TOLD = 5


class Match(NamedTuple):
    """The staff number of the person meant, or what is wrong."""

    staff_no: str = ""
    problem: Problem | None = None


class Directory:
    """Everybody in the roster, to be found by number, identity card or name."""

    def __init__(self, people: Iterable[Person], postings: Iterable[Posting]) -> None:
        self._people = {person.staff_no: person for person in people}
        self._postings: defaultdict[str, list[Posting]] = defaultdict(list)
        for posting in postings:
            self._postings[posting.staff_no].append(posting)
        self._by_number = {plain(number): number for number in self._people}
        self._by_identity: defaultdict[str, list[str]] = defaultdict(list)
        self._by_name: defaultdict[str, list[str]] = defaultdict(list)
        for person in self._people.values():
            if person.id_number:
                self._by_identity[plain(person.id_number)].append(person.staff_no)
            self._by_name[plain(person.name)].append(person.staff_no)

    def match(self, ref: PersonRef, period: Period | None = None, division: str = "") -> Match:
        """Who is meant; ``division`` is the sheet's own where the row tells none, ``period`` picks the postings asked."""
        if ref.staff_no:
            return self._match_number(ref)
        if ref.id_number:
            return self._match_identity(ref)
        if ref.name:
            if plain(ref.name) in self._by_number:
                return self._match_number(ref._replace(staff_no=ref.name, name=""))
            return self._match_name(ref, period, division)
        return Match(problem=Problem("person-not-named", ref.source))

    def match_case_word(self, ref: PersonRef, period: Period | None, division: str) -> Match:
        """Who is meant by a word in a case's role column, which may be a number or a name.

        A panel may have members of other divisions: the division decides between namesakes, it refuses nobody.
        """
        word = ref.staff_no or ref.name
        if plain(word) in self._by_number:
            return self._match_number(ref._replace(staff_no=word, name=""))
        return self._match_name(ref._replace(staff_no="", name=word, division=""), period, ref.division or division)

    def name_of(self, staff_no: str) -> str:
        """The person's name, or an empty text."""
        person = self._people.get(staff_no)
        return person.name if person else ""

    def _match_number(self, ref: PersonRef) -> Match:
        staff_no = self._by_number.get(plain(ref.staff_no))
        if staff_no is None:
            near = self._near_number(ref.staff_no) or self._by_name.get(plain(ref.name), [])
            return self._unknown("person-unknown", ref.staff_no, ref.source, near)
        person = self._people[staff_no]
        if ref.name and plain(ref.name) != plain(person.name):
            values = {"staff_no": staff_no, "name": ref.name, "book_name": person.name}
            return Match(problem=Problem("person-name-differs", ref.source, f"{ref.staff_no} {ref.name}", values))
        if ref.id_number and person.id_number and plain(ref.id_number) != plain(person.id_number):
            values = {"staff_no": staff_no, "name": person.name}
            return Match(problem=Problem("person-identity-differs", ref.source, ref.id_number, values))
        return Match(staff_no)

    def _match_identity(self, ref: PersonRef) -> Match:
        found = self._by_identity.get(plain(ref.id_number), [])
        if len(found) == 1:
            return self._match_number(ref._replace(staff_no=found[0]))
        if found:
            return self._question("person-identity-twice", ref.id_number, ref.source, found)
        return self._unknown(
            "person-identity-unknown", ref.id_number, ref.source, self._by_name.get(plain(ref.name), [])
        )

    def _match_name(self, ref: PersonRef, period: Period | None, division: str) -> Match:
        found = self._by_name.get(plain(ref.name), [])
        if not found:
            return self._unknown("person-name-unknown", ref.name, ref.source, self._near_name(ref.name))
        fitting = self._in_division(found, ref.division, period) if ref.division else found
        if len(fitting) > 1 and division:
            fitting = self._in_division(fitting, division, period) or fitting
        if len(fitting) == 1:
            return Match(fitting[0])
        if fitting:
            return self._question("person-name-twice", ref.name, ref.source, fitting)
        values = {"division": ref.division, "candidates": self._told(found)}
        return Match(problem=Problem("person-not-in-division", ref.source, ref.name, values, question=True))

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

    def _near_number(self, staff_no: str) -> list[str]:
        """Numbers that differ by leading zeros only: a sheet that holds numbers instead of texts has lost them."""
        bare = plain(staff_no).lstrip("0")
        return [number for told, number in self._by_number.items() if bare and told.lstrip("0") == bare]

    def _near_name(self, name: str) -> list[str]:
        wanted = plain(name)
        return [
            number
            for told, numbers in self._by_name.items()
            if len(wanted) > 1 and len(told) == len(wanted) and sum(map(str.__ne__, told, wanted)) == 1
            for number in numbers
        ]

    def _unknown(self, code: str, value: str, source: Source, near: list[str]) -> Match:
        if near:
            return Match(problem=Problem(f"{code}-near", source, value, {"candidates": self._told(near)}))
        return Match(problem=Problem(code, source, value))

    def _question(self, code: str, value: str, source: Source, found: list[str]) -> Match:
        return Match(problem=Problem(code, source, value, {"candidates": self._told(found)}, question=True))

    def _told(self, numbers: list[str]) -> str:
        told = [self._told_one(number) for number in numbers[:CANDIDATES_TOLD]]
        return "；".join(told) + (f"；等{len(numbers)}人" if len(numbers) > CANDIDATES_TOLD else "")

    def _told_one(self, staff_no: str) -> str:
        divisions = dict.fromkeys(posting.division for posting in self._postings[staff_no])
        return f"{self._people[staff_no].name}（工号{staff_no}，{'、'.join(divisions) or '无任职'}）"
