"""Networks over time: one for each day, week, month or year, or for several of them, moving on by one.

A claim of which only a range of days is known counts in each window for the share of its days in it: one of
`2025-02` for a quarter in each week. What has no two bounds is in no window. Duplicates are left out before, over
all windows.

With a kernel a window reaches as far before as behind its middle, and fades: at the distance d from the middle,
in halves of its width, a claim weighs k(d). In a one-mode network, where a tie joins two claims, each counts for
the square root.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import get_args

import numpy as np

from standpunt.errors import NetworkError
from standpunt.model import Moment
from standpunt.networks.claims import Claim
from standpunt.networks.design import Design, Kernel, Unit
from standpunt.networks.duplicates import counted
from standpunt.networks.matrix import Matrix, Numbers
from standpunt.networks.ties import axes, over

_DAY = datetime.timedelta(1)


@dataclass(frozen=True, slots=True, eq=False)
class Window:
    """The network of some days, both inclusive; with a kernel these are the unit in the middle."""

    first: datetime.date
    last: datetime.date
    network: Matrix


def series(
    claims: Iterable[Claim], design: Design, unit: Unit, size: int = 1, kernel: Kernel = "none"
) -> Iterator[Window]:
    """A window for each unit of the calendar (a week begins on Monday) from the first claim to the last, also
    where there is none. It is `size` units wide: this one and those behind it; with a kernel as wide around the
    middle of this one. All have the same names. Raises NetworkError for what is not known, and as `network`."""
    _check(unit, kernel, size)
    taken = [claim for claim in counted(claims, design) if claim.when.width is not None]
    if not taken:
        raise NetworkError(
            "no claim has these variables and a date", hint="name others, or ask for one network"
        )
    names = axes(taken, design)
    first = _beginning(min(day for claim in taken if (day := claim.when.earliest)), unit)
    end = max(day for claim in taken if (day := claim.when.latest))
    while first <= end:
        following = _later(first, unit, 1)
        if kernel == "none":
            last = _later(first, unit, size) - _DAY
            weight = _share(first, last)
        else:
            last = following - _DAY
            weight = _faded(first, (following - first).days, size, kernel, design)
        weights = [(claim, weighed) for claim in taken if (weighed := weight(claim.when)) > 0]
        network = over([claim for claim, _ in weights], design, names, [weighed for _, weighed in weights])
        yield Window(first, last, network)
        first = following


def _check(unit: str, kernel: str, size: int) -> None:
    for given, known in ((unit, get_args(Unit)), (kernel, get_args(Kernel))):
        if given not in known:
            raise NetworkError("this is not known here", where=given, hint=f"there is {', '.join(known)}")
    if size < 1:
        raise NetworkError("a window is at least one unit wide", where=str(size), hint="give 1 or more")


def _share(first: datetime.date, last: datetime.date) -> Callable[[Moment], float]:
    """Of the days of a moment, how many lie between two days."""

    @cache
    def share(when: Moment) -> float:
        earliest, latest = _bounds(when)
        inside = (min(latest, last) - max(earliest, first)).days + 1
        return max(inside, 0) / ((latest - earliest).days + 1)

    return share


def _faded(
    first: datetime.date, length: int, size: int, kernel: Kernel, design: Design
) -> Callable[[Moment], float]:
    """The mean weight of the days of a moment, around the middle of `length` days from the first on."""

    @cache
    def faded(when: Moment) -> float:
        earliest, latest = _bounds(when)
        days = np.arange((earliest - first).days, (latest - first).days + 1)
        distance = 2 * ((length - 1) / 2 - days) / (size * length)  # above zero before the middle
        weights = (_AS_DNA if design.compatible else _KERNELS)[kernel](distance)
        if kernel != "gaussian":
            weights = np.where(np.abs(distance) <= 1, weights, 0.0)
        return float(np.mean(np.sqrt(weights) if design.mode == "one-mode" else weights))

    return faded


_KERNELS: Mapping[Kernel, Callable[[Numbers], Numbers]] = {
    "uniform": lambda d: np.full_like(d, 0.5),
    "triangular": lambda d: np.maximum(1 - np.abs(d), 0),
    "epanechnikov": lambda d: np.maximum(0.75 * (1 - d**2), 0),
    "gaussian": lambda d: np.exp(-0.5 * d**2) / np.sqrt(2 * np.pi),
}
# Discourse Network Analyzer's weights grow after the middle: 1 - d without |d|, and the square of that
_AS_DNA: Mapping[Kernel, Callable[[Numbers], Numbers]] = {
    **_KERNELS,
    "triangular": lambda d: np.abs(1 - d),
    "epanechnikov": lambda d: 0.75 * (1 - d) ** 2,
}


def _bounds(when: Moment) -> tuple[datetime.date, datetime.date]:
    assert when.earliest is not None and when.latest is not None
    return when.earliest, when.latest


def _beginning(day: datetime.date, unit: Unit) -> datetime.date:
    """The first day of the unit that holds a day."""
    if unit == "week":
        return day - datetime.timedelta(day.weekday())
    return day.replace(month=1, day=1) if unit == "year" else day.replace(day=1) if unit == "month" else day


def _later(first: datetime.date, unit: Unit, count: int) -> datetime.date:
    """The first day of a unit, so many units later."""
    if unit == "year":
        return first.replace(year=first.year + count)
    if unit == "month":
        years, month = divmod(first.month - 1 + count, 12)
        return first.replace(year=first.year + years, month=month + 1)
    return first + count * (7 * _DAY if unit == "week" else _DAY)
