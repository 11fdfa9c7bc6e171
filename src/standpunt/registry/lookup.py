"""The look-ups of the registry: by name, by office and date, by a word that stands for a state or a body."""

import datetime
import hashlib
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from standpunt.model import Moment
from standpunt.registry.events import Calendar
from standpunt.registry.facts import Body, Office, Person, State, fold


class StateWord(NamedTuple):
    """A word that stands for a state, and how: `name`, `adjective`, `inhabitant` or `capital`."""

    state: State
    how: str


Row = tuple[Person, Office, tuple[str, ...]]
"""Who held an office, and the words of its field, folded."""


class Registry:
    """Facts with their indexes. Names are compared without case and accents (`fold`)."""

    def __init__(
        self,
        persons: Iterable[Person],
        states: Iterable[State],
        bodies: Iterable[Body],
        ranks: Mapping[str, str],
        portfolios: Mapping[str, tuple[str, ...]],
        shared: Mapping[str, tuple[str, ...]],
        calendar: Calendar,
        laid_over: str = "",
    ) -> None:
        self.all_persons = tuple(persons)
        self.all_states = tuple(states)
        self.all_bodies = tuple(bodies)
        self.calendar = calendar
        self.laid_over = laid_over
        """A short hash of how it differs from the registry of the package: the files that were laid over it, and who
        was left out; empty where it does not."""
        self._words = ranks, portfolios, shared
        self._ranks = {fold(word): fold(rank) for word, rank in ranks.items()}
        self._portfolios = {
            fold(word): tuple(frozenset(fold(name).split()) for name in names)
            for word, names in portfolios.items()
        }
        self._shared = {fold(title): frozenset(map(fold, owners)) for title, owners in shared.items()}
        self._by_key: dict[str, Person | State | Body] = {}
        self._full: dict[str, tuple[Person, ...]] = {}
        self._surname: dict[str, tuple[Person, ...]] = {}
        self._states: dict[str, tuple[StateWord, ...]] = {}
        self._bodies: dict[str, tuple[Body, ...]] = {}
        self._speaks: dict[str, Body] = {}
        self._members: dict[str, Body] = {}
        self._holders: dict[tuple[str, str], list[Row]] = {}
        self._owners: dict[str, str] = {}
        self.parts: set[str] = set()
        """Every word, folded, of any name of a person: a cheap first test."""
        self.fields: frozenset[str] = frozenset(self._portfolios)
        """Every word, folded, of a field of office (`justitie`, `veiligheid`)."""
        self.phrases: dict[str, dict[str, list[tuple[str, ...]]]] = {}
        """Names of states and bodies of more than one word, folded, longest first, under their first two words."""
        for person in self.all_persons:
            self._add_person(person)
        for state in self.all_states:
            self._add_state(state)
        for body in self.all_bodies:
            self._by_key[body.key] = body
            for name in dict.fromkeys(map(fold, (body.name, *body.aliases))):
                self._bodies[name] = (*self._bodies.get(name, ()), body)
            for place in body.speaks:
                self._speaks[fold(place)] = body
            for word in body.members:
                self._members[fold(word)] = body

        self.fields |= frozenset(
            word
            for (rank, _), rows in self._holders.items()
            if rank in _WITH_PORTFOLIO
            for row in rows
            for word in row[2]
        )
        for name in sorted({*self._bodies, *self._states}, key=len, reverse=True):
            words = tuple(name.split())
            if len(words) > 1:
                self.phrases.setdefault(words[0], {}).setdefault(words[1], []).append(words)

    def _add_person(self, person: Person) -> None:
        self._by_key[person.key] = person
        for name in dict.fromkeys(map(fold, (person.name, *person.aliases))):
            self._full[name] = (*self._full.get(name, ()), person)
            self.parts.update(name.split())
        surnames = [person.surname, *(alias for alias in person.aliases if " " not in alias)]
        for surname in dict.fromkeys(map(fold, surnames)):
            self._surname[surname] = (*self._surname.get(surname, ()), person)
        for office in person.offices:
            rank, portfolio = self.title(office.title)
            row = (person, office, tuple(portfolio.split()))
            self._holders.setdefault((rank, fold(office.of)), []).append(row)
            self._owners.setdefault(fold(office.of), office.of)
            self._owners[office.of] = office.of

    def _add_state(self, state: State) -> None:
        self._by_key[state.key] = state
        for how, words in (
            ("name", (state.name, *state.aliases)),
            ("adjective", state.adjectives),
            ("inhabitant", state.inhabitants),
            ("capital", state.capital),
        ):
            for word in dict.fromkeys(map(fold, words)):
                self._states[word] = (*self._states.get(word, ()), StateWord(state, how))

    def without(self, keys: AbstractSet[str]) -> "Registry":
        """The same without these persons."""
        left = (person for person in self.all_persons if person.key not in keys)
        mark = hashlib.sha256("\0".join([self.laid_over, *sorted(keys)]).encode()).hexdigest()[:12]
        return Registry(left, self.all_states, self.all_bodies, *self._words, self.calendar, mark)

    def by_key(self, key: str) -> Person | State | Body | None:
        """What stands under a key such as `persoon:mark-rutte`, `staat:nederland`, `organisatie:navo`."""
        return self._by_key.get(key)

    def person(self, name: str) -> Person | None:
        """The one person of this full name (or full alias), None when there is none or more than one."""
        found = self._full.get(fold(name), ())
        return found[0] if len(found) == 1 else None

    def persons(self, surname: str) -> tuple[Person, ...]:
        """Everybody of this surname, with its particles (`van Weel`), in the order of the files."""
        return self._surname.get(fold(surname), ())

    def state(self, word: str) -> StateWord | None:
        """What state a word stands for (`Rusland`, `Russisch`, `Russen`, `Moskou`), and how."""
        found = self._states.get(fold(word), ())
        return found[0] if found else None

    def body(self, name: str) -> Body | None:
        """The one alliance, party or body of this name or alias; None where several share it (`Kamer`)."""
        found = self.bodies(name)
        return found[0] if len(found) == 1 else None

    def bodies(self, name: str) -> tuple[Body, ...]:
        """All bodies of this name or alias. The spelling decides where it tells two apart (`PvdA`, `PVDA`);
        a name of three letters or fewer is only that name as it is spelled (`IS` is not `is`), and one of
        several words begins with the capital of its spelling (`De Tijd` is not `de tijd`)."""
        found = self._bodies.get(fold(name), ())
        if not found:
            return ()
        exact = tuple(body for body in found if name == body.name or name in body.aliases)
        if exact or len(name) <= 3:
            return exact
        return tuple(body for body in found if " " not in name or _has_capitals(name, body))

    def member(self, word: str) -> Body | None:
        """The body of which a word names one person (`VVD'er`: the VVD)."""
        return self._members.get(fold(word))

    def speaks_through(self, place: str) -> Body | None:
        """The body that speaks through a place (`Brussel`: the Europese Unie)."""
        return self._speaks.get(fold(place))

    def title(self, words: str) -> tuple[str, str]:
        """`minister van Justitie en Veiligheid` as `minister` and `justitie veiligheid`, folded.

        A compound is taken apart where its last part has portfolios (`defensieminister`), and another word
        for a rank becomes the one of the registry (`minister-president`: `premier`)."""
        head, *rest = fold(words).replace(",", " ").split() or [""]
        if rest and f"{head} {rest[0]}" in self._ranks:  # `eerste minister`
            head = f"{head} {rest.pop(0)}"
        portfolio = " ".join(word for word in rest if word not in _SMALL)
        for rank in _WITH_PORTFOLIO:
            if head.endswith(rank) and len(head) > len(rank) and head not in self._ranks:
                stem = head[: -len(rank)].rstrip("-")
                return (rank, portfolio or stem) if stem not in _PREFIXES else (head, portfolio)
        return self._ranks.get(head, head), portfolio

    def owner(self, words: str) -> tuple[str, str]:
        """An office and whose it is, taken apart: `minister van Defensie van Frankrijk` and `Franse minister
        van Defensie` as (`minister van Defensie`, `Frankrijk`), `NAVO-chef` as (`chef`, `NAVO`); the owner is
        empty where it is not named."""
        first, _, rest = words.partition(" ")
        state = self.state(first)
        if rest and state is not None and state.how == "adjective":
            return rest, state.state.name
        prefix, _, rank = words.rpartition("-")
        if " " not in words and self.name_of_owner(prefix):
            return rank, self.name_of_owner(prefix)
        parts = words.split()
        for at in range(1, len(parts) - 1):
            name = " ".join(parts[at + 1 :])
            if parts[at] in ("van", "in") and self.name_of_owner(name):
                return " ".join(parts[:at]), self.name_of_owner(name)
        return words, ""

    def name_of_owner(self, words: str) -> str:
        """The name under which offices of a state, body or city stand, found by any of its names (`de VS`:
        `Verenigde Staten`); empty where nobody holds an office of it."""
        article, _, rest = words.partition(" ")
        state, body = self.state(words), self.body(words)
        names = [words, state.state.name if state else "", body.name if body else ""]
        forms = (form for name in names for form in (name, fold(name)))
        found = next((self._owners[form] for form in forms if form in self._owners), "")
        return found or (self.name_of_owner(rest) if article in ("de", "het") else "")

    @property
    def owners(self) -> frozenset[str]:
        """All that offices are of."""
        return frozenset(self._owners.values())

    def titles(self, of: str) -> tuple[str, ...]:
        """The titles of all offices of an owner, as they are written."""
        rows = (rows for (_, owner), rows in self._holders.items() if owner == fold(of))
        return tuple(dict.fromkeys(office.title for each in rows for _, office, _ in each))

    def shared(self, title: str, of: str) -> bool:
        """Whether several may hold an office at once (`Kamerlid`, `staatssecretaris van Financiën`)."""
        words = fold(title)
        return any(
            f"{words} ".startswith(f"{shared} ") and (not owners or fold(of) in owners)
            for shared, owners in self._shared.items()
        )

    def field_names(self, field: str) -> tuple[frozenset[str], ...]:
        """The words of the official fields that a short one stands for (`buitenland`: buitenlandse zaken)."""
        return self._portfolios.get(field, ())

    def holder(
        self,
        office: str,
        on: datetime.date | Moment | None = None,
        *,
        of: str = "Nederland",
    ) -> tuple[tuple[Person, Office], ...]:
        """Who held an office; a part of its title is enough (`minister van Justitie`, `justitieminister`).

        `on` is a day, or a Moment of which any day will do; without it, everybody who ever held it. More than
        one row where the office changed hands within the Moment, or where two share the words. Who held it
        nobody knows when is named only where nobody else is.
        """
        words = tuple(self.title(office)[1].split())
        wanted = self._wanted(words)
        earliest, latest = (on.earliest, on.latest) if isinstance(on, Moment) else (on, on)
        found = [row for row in self._rows(office, of) if row[1].covers(earliest, latest)]
        if on is not None:
            found = [row for row in found if row[1].dated] or found
        if not words:
            return tuple((person, held) for person, held, _ in found)
        exact = [row for row in found if row[2] == words]
        leading = [row for row in found if any(set(row[2][: len(want)]) == want for want in wanted)]
        return tuple((person, held) for person, held, _ in exact or leading or found)

    def holders(self, office: str, *, of: str = "Nederland") -> tuple[tuple[Person, Office], ...]:
        """Everybody who ever held an office or one whose title has its words (`minister van Justitie`: also of
        Veiligheid en Justitie), in order of time; those without days first."""
        rows = ((person, held) for person, held, _ in self._rows(office, of))
        return tuple(sorted(rows, key=lambda row: row[1].start.earliest or datetime.date.min))

    def _rows(self, office: str, of: str) -> list[Row]:
        """All who ever held an office of these words."""
        rank, portfolio = self.title(office)
        rows = self._holders.get((rank, fold(of)), [])
        spelled = [row for row in rows if row[1].of == of]  # `PvdA` and `PVDA` are two parties
        wanted = self._wanted(tuple(portfolio.split()))
        return [row for row in spelled or rows if any(each <= set(row[2]) for each in wanted)]

    def _wanted(self, words: tuple[str, ...]) -> tuple[frozenset[str], ...]:
        return (frozenset(words), *self._portfolios.get(" ".join(words), ()))


def _has_capitals(words: str, body: Body) -> bool:
    """Whether a name of several words begins with a capital where its spelling does; an article is not
    counted (`de Volkskrant`, and not `de tijd`), and what follows may go without (`Vlaams parlement`)."""
    here = words.split()
    for name in (body.name, *body.aliases):
        if fold(name) == fold(words):
            first = next((at for at, word in enumerate(name.split()) if word not in _ARTICLES), 0)
            if here[first][:1].isupper() or not name.split()[first][:1].isupper():
                return True
    return False


_ARTICLES = frozenset(("De", "Het", "The", "de", "het"))
_SMALL = frozenset(("van", "voor", "en", "de", "het", "der", "des"))
_WITH_PORTFOLIO = ("minister", "staatssecretaris", "eurocommissaris")
_PREFIXES = frozenset(("oud", "ex", "vice", "premier", "eerste", "minister"))
