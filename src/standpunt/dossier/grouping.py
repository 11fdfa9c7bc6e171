"""Things that are one, joined two by two, never farther apart in time than a window.

The most alike come first, so that the outcome depends on what is alike and not on the order in which it was found.
"""

import datetime
import heapq
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from standpunt.model import Moment

T = TypeVar("T")


class Indexed(Protocol):
    """Gives the days of a thing by its index."""

    def __getitem__(self, at: int, /) -> "Days": ...


class Pair(NamedTuple):
    """Two indices of a sequence, and how alike they are, from 0 to 1."""

    one: int
    other: int
    likeness: float


class Days(NamedTuple):
    """When a group can have been: the latest first day and the earliest last day of its members."""

    earliest: datetime.date
    latest: datetime.date

    @classmethod
    def of(cls, when: Moment) -> "Days":
        """A side without a bound reaches as far as the calendar."""
        return cls(when.earliest or datetime.date.min, when.latest or datetime.date.max)

    def with_(self, other: "Days") -> "Days":
        return Days(max(self.earliest, other.earliest), min(self.latest, other.latest))

    @property
    def apart(self) -> int:
        """Days between the two that are farthest from each other, at the least; 0 where all can be of one day."""
        return max(0, (self.earliest - self.latest).days)


def join(
    days: Indexed,
    pairs: Collection[Pair],
    window: int,
    may_join: Callable[[Sequence[int], Sequence[int]], bool] = lambda here, there: True,
) -> Iterator[tuple[list[int], float]]:
    """The groups of several that pairs make of the indices of `days`, each in order, with the least likeness that
    joined it. No group spans more than `window` days, and two are joined only where `may_join` allows it. Among
    equally alike pairs those nearest in time come first, then those with the lowest indices."""
    of = {at: at for pair in pairs for at in (pair.one, pair.other)}
    members = {at: [at] for at in of}
    spans = {at: days[at] for at in of}
    least = dict.fromkeys(of, 1.0)

    def rank(pair: Pair) -> tuple[float, int, int, int]:
        return -pair.likeness, days[pair.one].with_(days[pair.other]).apart, pair.one, pair.other

    for pair in sorted(pairs, key=rank):
        here, there = sorted((of[pair.one], of[pair.other]))
        span = spans[here].with_(spans[there])
        if here == there or span.apart > window or not may_join(members[here], members[there]):
            continue
        for each in members[there]:
            of[each] = here
        members[here] += members.pop(there)
        spans[here] = span
        least[here] = min(least[here], least.pop(there), pair.likeness)
    for first, group in sorted(members.items()):
        if len(group) > 1:
            yield sorted(group), least[first]


def near(days: Sequence[Days], some: Iterable[int], window: int) -> list[int]:
    """The indices of what can lie within `window` days of some of it, in order."""
    reach = datetime.timedelta(window)
    begins, ends = list[datetime.date](), list[datetime.date]()
    for each in sorted(days[at] for at in some):
        first = each.earliest - reach if each.earliest - datetime.date.min > reach else datetime.date.min
        last = each.latest + reach if datetime.date.max - each.latest > reach else datetime.date.max
        if ends and first <= ends[-1]:
            ends[-1] = max(ends[-1], last)
        else:
            begins.append(first)
            ends.append(last)

    def reached(its: Days) -> bool:
        at = bisect_left(ends, its.earliest)
        return at < len(ends) and begins[at] <= its.latest

    return [at for at, its in enumerate(days) if reached(its)]


class Sweep(Generic[T]):
    """Goes over things by their first day, and holds those that can still lie within `window` days of one to come;
    `gone` is told which can not."""

    def __init__(self, window: int, gone: Callable[[T], object]) -> None:
        self._window, self._gone = window, gone
        self._leaving: list[tuple[int, int, T]] = []
        self._taken = 0

    def take(self, thing: T, days: Days) -> None:
        """Lets go what is too far back for it; it must not begin before any that was taken."""
        while self._leaving and self._leaving[0][0] < days.earliest.toordinal():
            self._gone(heapq.heappop(self._leaving)[-1])
        self._taken += 1
        heapq.heappush(self._leaving, (days.latest.toordinal() + self._window, self._taken, thing))
