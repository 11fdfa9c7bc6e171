"""Which stances go together, by the annotation guidelines, and what a set of them comes to."""

import datetime
from collections.abc import Iterable, Sequence

from standpunt.model import Moment, Position, Stance

_TOGETHER = frozenset(
    frozenset(pair)
    for pair in (
        (Stance.OPEN, Stance.DECLINES),
        (Stance.OPEN, Stance.CONDITIONAL),
        (Stance.SUPPORT, Stance.CONDITIONAL),
        (Stance.DECLINES, Stance.CONDITIONAL),
        (Stance.DECLINES, Stance.SUPPORT),
        (Stance.DECLINES, Stance.OPPOSE),
        (Stance.SUPPORT, Stance.OPEN),
    )
)
# The stance that tells most comes first: who sets a condition wants it, too.
_STRONGEST = (Stance.CONDITIONAL, Stance.SUPPORT, Stance.OPPOSE, Stance.OPEN, Stance.DECLINES)


def together(one: Stance, other: Stance) -> bool:
    """Whether one actor can hold both at one time. `support` with `oppose`, and `oppose` with `conditional` or `open`,
    contradict each other."""
    return one is other or frozenset((one, other)) in _TOGETHER


def summary(stances: Iterable[Stance]) -> Stance | None:
    """The one stance that a cell shows, None of none; who says both yes and no is left open."""
    have = set(stances)
    if {Stance.SUPPORT, Stance.OPPOSE} <= have:
        return Stance.OPEN
    return next((stance for stance in _STRONGEST if stance in have), None)


def before(one: Moment, other: Moment) -> bool | None:
    """Whether one moment lies before another for certain; None where they overlap or a bound is missing."""
    if one.latest is not None and other.earliest is not None and one.latest < other.earliest:
        return True
    if other.latest is not None and one.earliest is not None and other.latest < one.earliest:
        return False
    return None


def by_day(moment: Moment, day: datetime.date) -> bool:
    """Whether what lies in a moment can have been by a day; of what has no date it is not known, and so no."""
    first = moment.earliest or moment.latest
    return first is not None and first <= day


def in_time(positions: Iterable[Position]) -> Sequence[Position]:
    """Positions by the last day on which they can have been held, open ones last; ties in the order of the text."""
    return sorted(positions, key=_when)


def _when(position: Position) -> tuple[datetime.date, datetime.date, str, int]:
    last = position.held.latest or datetime.date.max
    first = position.held.earliest or datetime.date.max
    return last, first, position.article, position.evidence.start
