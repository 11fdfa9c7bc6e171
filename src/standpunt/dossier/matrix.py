"""Who stands where: actors by issues, at any day.

    cells = matrix(positions, on=date(2025, 2, 20))        # {(actor, issue): Cell}
    parties = by_party(cells, actors)                      # the same for parties: majority and spread

A cell holds what the actor showed last: the positions of the last moment on which he took any, up to that day.
Declining to say takes nothing back, and what has no date does not replace what has: either is shown only where there is
nothing else.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from standpunt.dossier.stances import by_day, in_time, summary
from standpunt.model import Actor, Position, Stance

Key = tuple[str, str]
"""The ids of an actor (or the name of a party) and of an issue."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The stance of one actor on one issue, and the positions that it rests on, in order of time."""

    stance: Stance
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """The stance of most members of a party, None where no stance has most, and how many hold each."""

    stance: Stance | None
    members: Mapping[Stance, int]


def matrix(positions: Iterable[Position], on: datetime.date | None = None) -> dict[Key, Cell]:
    """The cells by actor and issue; with `on`, as it was on that day: what can only have been held later, and what
    an article without any date shows, does not count."""
    rows: dict[Key, list[Position]] = defaultdict(list)
    for position in in_time(positions):
        if on is None or by_day(position.held, on):
            rows[position.actor, position.issue].append(position)
    return {key: _cell(row) for key, row in sorted(rows.items())}


def _cell(row: list[Position]) -> Cell:
    row = [each for each in row if each.stance is not Stance.DECLINES] or row
    row = [each for each in row if each.held.precision != "open"] or row
    last = [each for each in row if each.held == row[-1].held and each.article == row[-1].article]
    stance = summary(each.stance for each in last)
    assert stance is not None
    return Cell(stance, tuple(last))


def by_party(cells: Mapping[Key, Cell], actors: Mapping[str, Actor]) -> dict[Key, Spread]:
    """For each party and issue the stance of most of its members, the party itself counting as one of them."""
    counted: dict[Key, Counter[Stance]] = defaultdict(Counter)
    for (actor, issue), cell in cells.items():
        who = actors[actor]
        party = who.name if who.kind.value == "party" else who.party
        if party:
            counted[party, issue][cell.stance] += 1
    return {key: _spread(counts) for key, counts in sorted(counted.items())}


def _spread(counts: Counter[Stance]) -> Spread:
    ((first, most), *rest) = counts.most_common()
    return Spread(None if rest and rest[0][1] == most else first, dict(counts))
