"""Who stands where: actors by issues, at any day.

    cells = matrix(positions, on=date(2025, 2, 20))        # {(actor, issue): Cell}
    parties = by_party(cells, actors)                      # {(party, issue): Spread}: majority, and who deviates
    blocs = by_bloc(cells, Blocs(...), on=date(2025, 2, 20))

A cell holds what the actor showed last: the positions of the last moment on which he took any, up to that day.
Declining to say takes nothing back, and what has no date does not replace what has: either is shown only where there is
nothing else.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from standpunt.dossier.blocs import Blocs
from standpunt.dossier.stances import by_day, in_time, summary
from standpunt.model import Actor, ActorKind, Moment, Position, Stance

Key = tuple[str, str]
"""The ids of an actor (or the name of a party or bloc) and of an issue."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The stance of one actor on one issue, and the positions that it rests on, in order of time."""

    stance: Stance
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """Where the members of a party or a bloc stand on one issue, each by his id."""

    members: Mapping[str, Cell]

    @property
    def counts(self) -> Counter[Stance]:
        """How many take each stance, most first."""
        counted = Counter(cell.stance for cell in self.members.values())
        return Counter(dict(counted.most_common()))

    @property
    def stance(self) -> Stance | None:
        """The stance of most members; None where no stance has most. Who declines to say counts only where all do."""
        return commonest(self.counts)

    @property
    def share(self) -> float:
        """The part that takes the commonest stance."""
        telling = telling_of(self.counts)
        return max(telling.values()) / telling.total()

    @property
    def deviating(self) -> dict[str, Cell]:
        """Who takes another stance than most; nobody where no stance has most."""
        most = self.stance
        return {
            id: cell
            for id, cell in self.members.items()
            if most is not None and cell.stance not in (most, Stance.DECLINES)
        }


def commonest(counts: Counter[Stance]) -> Stance | None:
    """The stance that most take; None where none has most. Who declines to say counts only where all do."""
    (first, most), *rest = telling_of(counts).most_common(2)
    return None if rest and rest[0][1] == most else first


def telling_of(counts: Counter[Stance]) -> Counter[Stance]:
    """Without those who decline to say, unless all do."""
    return Counter({stance: n for stance, n in counts.items() if stance is not Stance.DECLINES}) or counts


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
    """By party and issue; the party itself counts as one of its members."""

    def party(actor: str, cell: Cell) -> Sequence[str]:
        who = actors[actor]
        name = who.name if who.kind is ActorKind.PARTY else who.party
        return (name,) if name else ()

    return _gathered(cells, party)


def by_bloc(cells: Mapping[Key, Cell], blocs: Blocs, on: datetime.date | None = None) -> dict[Key, Spread]:
    """By the name of a bloc and issue: who is of it on the day, or, without one, when he took his last position."""
    day = Moment(on, on) if on else None
    return _gathered(cells, lambda actor, cell: blocs.of(actor, day or cell.positions[-1].held))


def _gathered(cells: Mapping[Key, Cell], sides: Callable[[str, Cell], Iterable[str]]) -> dict[Key, Spread]:
    members: dict[Key, dict[str, Cell]] = defaultdict(dict)
    for (actor, issue), cell in cells.items():
        for side in sides(actor, cell):
            members[side, issue][actor] = cell
    return {key: Spread(found) for key, found in sorted(members.items())}
