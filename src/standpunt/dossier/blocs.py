"""Who is counted together on a day: the blocs of a codebook, or coalition and opposition as the registry has them.

    [[bloc]]
    name = "dijkgemeenten"
    members = ["Zwinhaven", "Partij voor de Dijk"]   # actors, and parties with all who are of them
    from = 2024-01-01                                # open where it is left out
    to = 2026-03-18                                  # the first day on which it is no longer one

    [[bloc]]
    name = "coalitie"
    coalition = "Nederland"      # who sits in its cabinet on the day, with their parties

    [[bloc]]
    name = "oppositie"
    opposition = "Nederland"     # its other parties

A moment that is no day counts where somebody belongs to the bloc on its first and on its last day.
"""

import datetime
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from standpunt.dossier.sides import CABINET, in_cabinet
from standpunt.errors import LexiconError
from standpunt.model import Actor, ActorKind, Bloc, Moment
from standpunt.registry import Body, Office, Person, Registry, State, fold

GOVERNING = (Bloc(name="coalitie", coalition="Nederland"), Bloc(name="oppositie", opposition="Nederland"))
"""The blocs where a codebook names none."""

_HOME = "Nederland"
"""Whose cabinet `het kabinet` is."""
_FEWEST = 2
"""Members of a cabinet by whom a party is known to be in it: the registry has people under the party they have now."""


class Cabinet(NamedTuple):
    """The ids of the persons in it, in the registry, and their parties."""

    persons: frozenset[str]
    parties: frozenset[str]


class Seats(NamedTuple):
    """The offices in the cabinets of a state with who holds them, and the days on which one begins or is over, in
    order: between two of these nobody comes or goes."""

    held: tuple[tuple[Person, Office], ...]
    changes: tuple[datetime.date, ...]


class Blocs:
    """`of(actor, moment)` names the blocs that an actor belongs to."""

    def __init__(self, blocs: Iterable[Bloc], actors: Mapping[str, Actor], registry: Registry) -> None:
        """Raises LexiconError for a state that the registry does not know."""
        self._blocs = tuple(blocs) or GOVERNING
        self._actors = actors
        self._registry = registry
        self._key = cache(self._key_of)
        self._seats = cache(self._seats_of)
        self._sitting = cache(self._cabinet_between)
        self._members = {bloc: frozenset(map(self._key, bloc.members)) for bloc in self._blocs}
        self._states = {
            name: self._state(name)
            for bloc in self._blocs
            for name in (bloc.coalition, bloc.opposition)
            if name
        }

    def of(self, actor: str, when: Moment) -> tuple[str, ...]:
        """Each once; while the moment is open, only those without dates."""
        who = self._actors[actor]
        days: set[datetime.date | None] = {when.earliest, when.latest} - {None} or {None}
        found = (bloc.name for bloc in self._blocs if all(self._has(bloc, who, day) for day in days))
        return tuple(dict.fromkeys(found))

    def _has(self, bloc: Bloc, who: Actor, day: datetime.date | None) -> bool:
        if day is None:
            undated = bloc.start is None and bloc.end is None
            return undated and self._is_member(bloc, who)
        if (bloc.start and day < bloc.start) or (bloc.end and day >= bloc.end):
            return False
        if bloc.coalition:
            return self._governs(who, self._states[bloc.coalition], day)
        if bloc.opposition:
            return self._opposes(who, self._states[bloc.opposition], day)
        return self._is_member(bloc, who)

    def _is_member(self, bloc: Bloc, who: Actor) -> bool:
        return not self._members[bloc].isdisjoint({self._key(who.name), self._party(who)} - {""})

    def _governs(self, who: Actor, state: State, day: datetime.date) -> bool:
        if who.kind is ActorKind.ORGANISATION:
            *whose, body = fold(who.name).split("-")[0].split() or [""]
            return body in CABINET and self._is_state(" ".join(whose) or _HOME, state)
        cabinet = self._cabinet(state.name, day)
        return who.identity in cabinet.persons or self._party(who) in cabinet.parties

    def _opposes(self, who: Actor, state: State, day: datetime.date) -> bool:
        party = self._registry.by_key(self._party(who))
        here = isinstance(party, Body) and self._is_state(party.of, state)
        return here and bool(self._cabinet(state.name, day).parties) and not self._governs(who, state, day)

    def _cabinet(self, state: str, day: datetime.date) -> Cabinet:
        return self._sitting(state, bisect(self._seats(state).changes, day))

    def _cabinet_between(self, state: str, changes: int) -> Cabinet:
        """The one that sits when so many changes have been."""
        seats = self._seats(state)
        day = seats.changes[changes - 1] if changes else datetime.date.min
        sitting = {person.key: person for person, office in seats.held if office.covers(day, day)}
        counted = Counter(self._key(person.party) for person in sitting.values() if person.party)
        parties = frozenset(party for party, number in counted.items() if number >= _FEWEST)
        return Cabinet(frozenset(sitting), parties)

    def _seats_of(self, state: str) -> Seats:
        held = tuple(
            (person, office)
            for person in self._registry.all_persons
            for office in person.offices
            if office.of == state and in_cabinet(office)
        )
        days = {day for _, office in held for day in (office.start.earliest, office.end.latest) if day}
        return Seats(held, tuple(sorted(days)))

    def _party(self, who: Actor) -> str:
        return self._key(who.name if who.kind is ActorKind.PARTY else who.party)

    def _key_of(self, name: str) -> str:
        """The registry's key of a party; of anything else its name, however it is spelled."""
        body = self._registry.body(name)
        return body.key if body and body.kind is ActorKind.PARTY else fold(name)

    def _state(self, name: str) -> State:
        found = self._registry.state(name)
        if found is None:
            raise LexiconError(
                f"no state is called {name!r}", where="a bloc", hint="name one of the registry"
            )
        return found.state

    def _is_state(self, name: str, state: State) -> bool:
        found = self._registry.state(name)
        return found is not None and found.state == state
