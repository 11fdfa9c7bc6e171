"""Who takes another stance than before.

    shifts = find(positions, sides)

Two kinds: an actor against what he showed himself, and an actor against the line so far of the side that he stands for,
where an article recalls it (`tot nu toe vond het kabinet dat ...`). Only moments whose order is certain count. Whoever
declines to say changes nothing.
"""

import datetime
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from standpunt.dossier.sides import Sides
from standpunt.dossier.stances import before, in_time, summary
from standpunt.model import Position, Shift, Stance


def find(positions: Iterable[Position], sides: Sides) -> tuple[Shift, ...]:
    """The shifts, by issue, then in order of time."""
    told = [each for each in in_time(positions) if each.stance is not Stance.DECLINES]
    found = [*_own(told, sides), *_against_the_line(told, sides)]
    order = {id(position): at for at, position in enumerate(told)}
    return tuple(sorted(found, key=lambda shift: (shift.after.issue, order[id(shift.after)], shift.line)))


def _own(told: Sequence[Position], sides: Sides) -> Iterator[Shift]:
    """Each stance beside the last one that the same actor showed before it."""
    rows: dict[tuple[str, str], list[list[Position]]] = defaultdict(list)
    for position in told:
        moments = rows[position.actor, position.issue]
        if moments and (moments[-1][0].held, moments[-1][0].article) == (position.held, position.article):
            moments[-1].append(position)
        else:
            moments.append([position])
    for moments in rows.values():
        for now in moments:
            first = now[0].held.earliest
            earlier = bisect_left(moments, first, key=_last_day) if first else 0
            then = moments[earlier - 1] if earlier else None
            if then is not None and summary(p.stance for p in then) is not summary(p.stance for p in now):
                yield _shift(_shown(then), _shown(now), sides, "")


def _last_day(moment: Sequence[Position]) -> datetime.date:
    return moment[0].held.latest or datetime.date.max


def _shown(moment: Sequence[Position]) -> Position:
    """The position that shows what a moment comes to."""
    stance = summary(position.stance for position in moment)
    return next((position for position in moment if position.stance is stance), moment[0])


def _against_the_line(told: Sequence[Position], sides: Sides) -> Iterator[Shift]:
    """What an article recalls of a side, and who stands for that side and shows something else in the same article."""
    beside: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for position in told:
        beside[position.article, position.issue].append(position)
    for line in told:
        recalled = [
            position for position in beside[line.article, line.issue] if before(line.held, position.held)
        ]
        for name in sides.of(line.actor, line.held):
            seen: set[str] = set()
            for position in recalled:
                same = (
                    position.actor == line.actor or position.stance is line.stance or position.actor in seen
                )
                if not same and name in sides.of(position.actor, position.held):
                    seen.add(position.actor)
                    yield _shift(line, position, sides, name)


def _shift(then: Position, now: Position, sides: Sides, line: str) -> Shift:
    offices = () if line else _changed(then, now, sides)
    return Shift(then, now, line, offices)


def _changed(then: Position, now: Position, sides: Sides) -> tuple[str, ...]:
    """The offices that an actor holds at one of two moments and not at the other."""
    old = {str(office) for office in sides.offices(then.actor, then.held)}
    new = {str(office) for office in sides.offices(now.actor, now.held)}
    return tuple(sorted(old ^ new))
