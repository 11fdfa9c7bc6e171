"""Stances that do not go together, close in time: of one actor, or of two that stand for one side.

    found = find(positions, sides)

What lies further apart than `CLOSE` is no contradiction but, of one actor, a shift. What cannot be dated is compared
with its own article alone.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from standpunt.dossier.sides import Sides
from standpunt.dossier.stances import in_time, together
from standpunt.model import Contradiction, Position, Stance

CLOSE = datetime.timedelta(days=31)


class Voice(NamedTuple):
    """Who takes which stance."""

    actor: str
    stance: Stance


Places = tuple[int, int]
"""Two positions, by their places in the order of time, the earlier first."""


def find(positions: Iterable[Position], sides: Sides) -> tuple[Contradiction, ...]:
    """Each pair of actors, issue and stances once, by the first places that show it."""
    rows: dict[str, list[Position]] = defaultdict(list)
    for position in in_time(positions):
        rows[position.issue].append(position)
    return tuple(each for _, row in sorted(rows.items()) for each in _on_issue(row, sides))


def _on_issue(row: Sequence[Position], sides: Sides) -> Iterator[Contradiction]:
    """Compared is what one actor shows, and what those of one side do."""
    of = [sides.of(position.actor, position.held) for position in row]
    own: dict[str, list[int]] = defaultdict(list)
    shared: dict[str, list[int]] = defaultdict(list)
    for at, position in enumerate(row):
        own[position.actor].append(at)
        for side in of[at]:
            shared[side].append(at)
    found: dict[frozenset[Voice], Places] = {}
    for members in (*own.values(), *shared.values()):
        for voices, places in _first(row, members).items():
            found[voices] = min(places, found.get(voices, places))
    for one, other in sorted(found.values()):
        if row[one].actor == row[other].actor:
            yield Contradiction(row[one], row[other])
        else:  # the cabinet goes before a party
            side = next(side for side in of[one] if side in of[other])
            yield Contradiction(row[one], row[other], side)


def _first(row: Sequence[Position], members: Sequence[int]) -> Mapping[frozenset[Voice], Places]:
    """Where two voices among the members, given in the order of time, contradict each other first. From the last member
    back, each is set beside the voices that are heard soon after it, and not beside all that are ever heard."""
    later: dict[Voice, _Later] = defaultdict(_Later)
    soon: dict[Voice, _Later] = {}
    found: dict[frozenset[Voice], Places] = {}
    for at in reversed(members):
        one = row[at]
        voice = Voice(one.actor, one.stance)
        for other, heard in list(soon.items()):
            if heard.too_late(one):  # and for all that lies before it
                del soon[other]
            elif not together(voice.stance, other.stance):
                place = heard.first_close(one)
                if place is not None:
                    found[frozenset((voice, other))] = at, place
        soon[voice] = later[voice]
        soon[voice].add(at, one)
    return found


class _Later:
    """What one voice shows behind some place: the nearest comes last."""

    def __init__(self) -> None:
        self._shown: list[tuple[int, Position, int]] = []
        """Each with its place, and the index here of the next one that begins earlier, -1 where none does."""
        self._begins = datetime.date.max

    def add(self, place: int, position: Position) -> None:
        begins, sooner = _begins(position), len(self._shown) - 1
        while sooner >= 0 and _begins(self._shown[sooner][1]) >= begins:
            sooner = self._shown[sooner][2]
        self._shown.append((place, position, sooner))
        self._begins = min(self._begins, begins)

    def too_late(self, one: Position) -> bool:
        """Whether all of it begins too long after one whose days are known."""
        held = one.held
        return bool(held.earliest and held.latest and self._begins - held.latest > CLOSE)

    def first_close(self, one: Position) -> int | None:
        """The place of the nearest that is close."""
        at = len(self._shown) - 1
        while at >= 0:
            place, other, sooner = self._shown[at]
            if _close(one, other):
                return place
            at = at - 1 if other.article == one.article else sooner
        return None


def _begins(position: Position) -> datetime.date:
    """The first day on which it can have been held; what has no such day is never close in time."""
    held = position.held
    return held.earliest if held.earliest and held.latest else datetime.date.max


def _close(one: Position, other: Position) -> bool:
    if one.article == other.article:
        return one.held == other.held
    bounds = (one.held.earliest, one.held.latest, other.held.earliest, other.held.latest)
    if any(day is None for day in bounds):
        return False
    first, last, begin, end = (day for day in bounds if day is not None)
    return begin - last <= CLOSE and first - end <= CLOSE
