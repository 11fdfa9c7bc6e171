"""Stances that do not go together, close in time: of one actor, or of two that stand for one side.

    found = find(positions, sides)

What lies further apart than `CLOSE` is no contradiction but, of one actor, a shift. What cannot be dated is compared
with its own article alone.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from standpunt.dossier.sides import Sides
from standpunt.dossier.stances import in_time, together
from standpunt.model import Contradiction, Position

CLOSE = datetime.timedelta(days=31)


def find(positions: Iterable[Position], sides: Sides) -> tuple[Contradiction, ...]:
    """Each pair of actors, issue and stances once, by the first places that show it."""
    rows: dict[str, list[Position]] = defaultdict(list)
    for position in in_time(positions):
        rows[position.issue].append(position)
    found: dict[object, Contradiction] = {}
    for issue, row in sorted(rows.items()):
        for one, other in combinations(row, 2):
            if together(one.stance, other.stance) or not _close(one, other):
                continue
            side = "" if one.actor == other.actor else _shared(one, other, sides)
            if side is not None:
                pair = frozenset(((one.actor, one.stance), (other.actor, other.stance)))
                found.setdefault((issue, pair), Contradiction(one, other, side))
    return tuple(found.values())


def _shared(one: Position, other: Position, sides: Sides) -> str | None:
    """The side that two actors stand for, the cabinet before a party; None where there is none."""
    theirs = sides.of(other.actor, other.held)
    return next((side for side in sides.of(one.actor, one.held) if side in theirs), None)


def _close(one: Position, other: Position) -> bool:
    if one.article == other.article:
        return one.held == other.held
    bounds = (one.held.earliest, one.held.latest, other.held.earliest, other.held.latest)
    if any(day is None for day in bounds):
        return False
    first, last, begin, end = (day for day in bounds if day is not None)
    return begin - last <= CLOSE and first - end <= CLOSE
