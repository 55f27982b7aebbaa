"""What the book holds, read as far as it is asked, with everything that was staged before laid over it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple, Protocol, TypeVar, cast

from app.domain.cases import Case
from app.domain.entries import Entry
from app.domain.facts import Facts
from app.domain.periods import Period
from app.domain.roster import Absence, Person, Posting
from app.domain.scheme.check import build_scheme
from app.domain.schemes import Scheme, SchemeText
from app.domain.scoring.court import Court
from app.services.schemes import SchemeVersion, applicable
from app.services.taking_in.matching import Directory
from app.services.taking_in.staging.made import EntryDifferences
from app.services.taking_in.staging.records import Difference, Record
from app.sheets.reading.template_mark import TemplateMark
from app.storage.batches import Batch
from app.storage.entries import Figures

R = TypeVar("R", bound=Record)
Key = tuple[str, ...]


class RecordSource(Protocol):
    """Where the book's records are read from."""

    def records(self, noun: type[Record], year: int | None) -> Iterable[Record]:
        """A noun's records: those that speak of a year, or all where the noun has none."""
        ...

    def cases_numbered(self, numbers: Collection[str]) -> Iterable[Case]:
        """The cases with these numbers, whenever they were closed."""
        ...

    def figures(self, period: Period) -> Figures | None:
        """A period's entries as columns; None where they must be read one by one."""
        ...

    def entries_named(self, period: Period, names: Collection[tuple[str, str]]) -> Iterable[Entry]:
        """The entries of a period with these 工号 and data items."""
        ...


class Snapshot(NamedTuple):
    """A state of Holdings."""

    held: dict[tuple[type[Record], int | None], dict[Key, Record]]
    laid: dict[type[Record], dict[Key, Record | None]]
    schemes: int
    waiting: tuple[EntryDifferences, ...]


class Holdings:
    """The state that the next sheet meets; ``people`` is what the clerk answered about who is meant."""

    def __init__(
        self, source: RecordSource, schemes: Iterable[SchemeVersion], people: Mapping[str, str] | None = None
    ) -> None:
        self._source, self._answers = source, people or {}
        self._held: dict[tuple[type[Record], int | None], dict[Key, Record]] = {}
        self._laid: defaultdict[type[Record], dict[Key, Record | None]] = defaultdict(dict)
        self._waiting: list[EntryDifferences] = []
        self._schemes = list(schemes)
        self._directory: Directory | None = None
        self._courts: dict[Period, Court | None] = {}
        self._figures: dict[Period, Figures | None] = {}

    def all_of(self, noun: type[R]) -> dict[Key, R]:
        """Every record of a noun that has no year: people, postings, absences."""
        return self._records(noun, None)

    def in_year(self, noun: type[R], year: int) -> dict[Key, R]:
        """Every record of a noun that touches a year."""
        return self._records(noun, year)

    def cases_numbered(self, numbers: Collection[str]) -> dict[Key, Case]:
        """The cases with these numbers, whenever they were closed."""
        found: dict[Key, Record] = {case.key: case for case in self._source.cases_numbered(numbers)}
        for key, record in self._laid[Case].items():
            if key[0] in numbers:
                _put(found, key, record)
        return cast("dict[Key, Case]", found)

    def figures(self, period: Period, items: frozenset[str]) -> Figures | None:
        """The entries of a period as columns; None where an earlier sheet tells some of these data items too."""
        if any(each.period == period and not items.isdisjoint(each.items) for each in self._waiting):
            return None
        if any(item in items and code == period.code for _, item, code in self._laid[Entry]):
            return None
        if period not in self._figures:
            self._figures[period] = self._source.figures(period)
        return self._figures[period]

    def entries_named(self, period: Period, names: Collection[tuple[str, str]]) -> dict[tuple[str, str], Entry]:
        """The book's entries of a period with these 工号 and data items, by both."""
        return {(each.staff_no, each.item): each for each in self._source.entries_named(period, names)}

    @property
    def directory(self) -> Directory:
        """Everybody, to be found by what a row says."""
        if self._directory is None:
            self._directory = Directory(self.all_of(Person).values(), self.all_of(Posting).values(), self._answers)
        return self._directory

    def scheme_for(self, period: Period | None) -> Scheme | None:
        """The scheme that a period uses, or the newest one where no period is told."""
        chosen = applicable(self._schemes, period)
        return chosen.scheme if chosen else None

    def item_names(self, period: Period | None) -> dict[str, str]:
        """The data items' names by code, as the scheme of a period has them."""
        scheme = self.scheme_for(period)
        return {item.code: item.name for item in scheme.items} if scheme else {}

    def court(self, period: Period) -> Court | None:
        """Who belongs to which indicator set in a period; None where no scheme says."""
        if period not in self._courts:
            scheme = self.scheme_for(period)
            self._courts[period] = None if scheme is None else Court(scheme, period, self.people_facts())
        return self._courts[period]

    @property
    def schemes(self) -> tuple[SchemeVersion, ...]:
        """Every version of every scheme, oldest first."""
        return tuple(self._schemes)

    def lay(self, differences: Iterable[Difference]) -> None:
        """Take note of what an earlier sheet will have changed."""
        if isinstance(differences, EntryDifferences):
            # A whole sheet of entries: most often nobody asks for them any more.
            self._waiting.append(differences)
            return
        for difference in differences:
            record = difference.new or difference.old
            if record is None:
                continue
            noun: type[Record] = type(record)
            self._laid[noun][difference.key] = difference.new
            for (held_noun, _), held in self._held.items():
                if held_noun is noun:
                    _put(held, difference.key, difference.new)
            if noun in (Person, Posting, Absence):
                self._directory = None
                self._courts.clear()

    def lay_scheme(self, text: SchemeText) -> None:
        """Take note of a sound scheme that an earlier workbook brings."""
        scheme, _ = build_scheme(text)
        if scheme is not None:
            number = max((each.number for each in self._schemes), default=0) + 1
            self._schemes.append(SchemeVersion(number, scheme.year, scheme.name, text))
            self._courts.clear()

    def snapshot(self) -> Snapshot:
        """The state to which ``restore`` goes back."""
        held = {place: dict(records) for place, records in self._held.items()}
        return Snapshot(
            held,
            {noun: dict(records) for noun, records in self._laid.items()},
            len(self._schemes),
            tuple(self._waiting),
        )

    def restore(self, snapshot: Snapshot) -> None:
        """Forget what was laid since: the file was refused. What was only read meanwhile is read again when asked."""
        self._held = {place: dict(records) for place, records in snapshot.held.items()}
        self._laid = defaultdict(dict, {noun: dict(records) for noun, records in snapshot.laid.items()})
        self._waiting = list(snapshot.waiting)
        del self._schemes[snapshot.schemes :]
        self._directory = None
        self._courts.clear()

    def people_facts(self) -> Facts:
        """People, postings and absences, for whoever asks who belongs where."""
        return Facts(
            people=tuple(self.all_of(Person).values()),
            postings=tuple(self.all_of(Posting).values()),
            absences=tuple(self.all_of(Absence).values()),
        )

    def _records(self, noun: type[R], year: int | None) -> dict[Key, R]:
        if noun is Entry:
            waiting, self._waiting = self._waiting, []
            for differences in waiting:
                self.lay(tuple(differences))
        place = (cast("type[Record]", noun), year)
        if place not in self._held:
            held = {record.key: record for record in self._source.records(place[0], year)}
            for key, record in self._laid[place[0]].items():
                _put(held, key, record)
            self._held[place] = held
        return cast("dict[Key, R]", self._held[place])


def _put(held: dict[Key, Record], key: Key, record: Record | None) -> None:
    if record is None:
        held.pop(key, None)
    else:
        held[key] = record


class Desk(NamedTuple):
    """What staging one sheet needs: the state it meets, and what the clerk asked for."""

    holdings: Holdings
    file: str
    replace: bool = False
    mark: TemplateMark | None = None
    """The mark of the template that the file was filled in from; None where it is none."""
    taken: Batch | None = None
    """The import in which this very file was taken before; None where it was not, or was taken back."""
    sealed: Mapping[Period, int] = MappingProxyType({})
    """Every sealed period, with its issue."""
