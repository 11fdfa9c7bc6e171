"""Charts as geometry: places and sizes in per cent, drawn by templates/charts.html.j2 as SVG that needs no script."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from standpunt.display.axis import UNDATED, Axis, Days, Place, Tick, share
from standpunt.display.wording import Wording
from standpunt.model import Moment, Stance

MOST_DAYS, MOST_MONTHS = 62, 120
"""Up to so many days a bar is a day, up to so many months a month, beyond that a year."""

WHITE = 0.14
"""The share of its stretch that is left white at either side of a bar."""

GLYPHS = {
    Stance.SUPPORT: "+", Stance.OPPOSE: "−", Stance.CONDITIONAL: "±", Stance.OPEN: "?", Stance.DECLINES: "…",
}  # fmt: skip
"""What stands in a mark, so that nobody needs its colour."""


# --------------------------------------------------------------------------------------------- how many, when


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time: `sure` is the height for what certainly falls in it, `height` with what may. `label` tells
    both."""

    x: str
    width: str
    sure: str
    height: str
    label: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many articles there are over time. `told` says it in a sentence, `undated` how many could not be placed;
    `unsure` tells whether some bars are partly guesses."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    told: str
    undated: str
    unsure: bool


def coverage(
    counted: Iterable[tuple[datetime.date | None, datetime.date | None, int]], t: Wording
) -> Coverage:
    """Of counts by first and last possible day. What can fall in several stretches is shared out over their days."""
    dated, undated = [], 0
    for first, last, number in counted:
        if first is None or last is None:
            undated += number
        else:
            dated.append((first, last, number))
    if not dated:
        return Coverage((), (), "", t.count("chart.undated", undated) if undated else "", False)
    days = min(first for first, _, _ in dated), max(last for _, last, _ in dated)
    stretches = list(_stretches(days))
    sure, maybe = _shared(dated, stretches)
    axis = Axis((stretches[0][0], stretches[-1][1]))
    most = max(sure[at] + maybe[at] for at in range(len(stretches))) or 1
    return Coverage(
        bars=tuple(
            Bar(
                *_inset(axis.at(first), axis.at(last, 1)),
                share(100 * sure[at] / most),
                share(100 * (sure[at] + maybe[at]) / most),
                _label(Moment(first, last), sure[at], maybe[at], t),
            )
            for at, (first, last) in enumerate(stretches)
            if sure[at] + maybe[at]
        ),
        ticks=tuple(axis.ticks(t)),
        told=t("chart.period", period=t.moment(Moment(*days))),
        undated=t.count("chart.undated", undated) if undated else "",
        unsure=any(maybe.values()),
    )


def _inset(left: float, right: float) -> tuple[str, str]:
    """The place and the width of a bar between two sides, with some white beside it."""
    white = (right - left) * WHITE
    return share(left + white), share(right - left - 2 * white)


def _stretches(days: Days) -> Iterator[Days]:
    """Days, months or years, whole ones, that cover a period."""
    first, last = days
    one = datetime.timedelta(days=1)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if (last - first).days < MOST_DAYS:
        for n in range((last - first).days + 1):
            yield first + n * one, first + n * one
    elif months <= MOST_MONTHS:
        for n in range(months):
            year, month = divmod(first.year * 12 + first.month - 1 + n, 12)
            following = datetime.date(year + month // 11, (month + 1) % 12 + 1, 1)
            yield datetime.date(year, month + 1, 1), following - one
    else:
        for year in range(first.year, last.year + 1):
            yield datetime.date(year, 1, 1), datetime.date(year, 12, 31)


def _shared(
    dated: Iterable[tuple[datetime.date, datetime.date, int]], stretches: Sequence[Days]
) -> tuple[Counter[int], dict[int, float]]:
    """By stretch how many lie in it, and how many, shared out over the days that each may fall on, may."""
    sure: Counter[int] = Counter()
    maybe = dict.fromkeys(range(len(stretches)), 0.0)
    for first, last, number in dated:
        meets = [at for at, (begin, end) in enumerate(stretches) if begin <= last and first <= end]
        if len(meets) == 1:
            sure[meets[0]] += number
            continue
        for at in meets:
            begin, end = max(first, stretches[at][0]), min(last, stretches[at][1])
            maybe[at] += number * ((end - begin).days + 1) / ((last - first).days + 1)
    return sure, maybe


def _label(when: Moment, sure: int, maybe: float, t: Wording) -> str:
    certain = t.count("chart.articles", sure)
    if maybe < 0.05:
        return f"{t.moment(when)}: {certain}"
    return t(
        "chart.maybe", when=t.moment(when), certain=certain, more=t.count("chart.about", max(1, round(maybe)))
    )


# --------------------------------------------------------------------------------------------- what, when, of whom


@dataclass(frozen=True, slots=True)
class Mark:
    """Something at a moment, drawn as wide as its date is uncertain; `kind` is its class, `glyph` the sign in it,
    `middle` where that stands."""

    place: Place
    kind: str
    glyph: str
    middle: str
    href: str
    label: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of a chart; `name` leads to `href`."""

    name: str
    href: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Lanes:
    """`undated` is where the strip for what has no date begins, in per cent; empty where all is dated."""

    ticks: tuple[Tick, ...]
    undated: str
    lanes: tuple[Lane, ...]


Drawn = tuple[Moment, str, str, str]
"""When something was, its kind, where it leads, and what it is in words."""


def lanes(rows: Sequence[tuple[str, str, Sequence[Drawn]]], t: Wording) -> Lanes:
    """Of rows with a name, an address and what is drawn in each."""
    moments = [when for _, _, drawn in rows for when, *_ in drawn]
    listed = [day for when in moments for day in (when.earliest, when.latest) if day]
    undated = any(when.precision == "open" for when in moments)
    axis = Axis(_roomy(min(listed), max(listed)) if listed else None, UNDATED - 2 if undated else 100.0)
    return Lanes(
        ticks=tuple(axis.ticks(t)),
        undated=f"{UNDATED:g}" if undated else "",
        lanes=tuple(
            Lane(name, href, tuple(_mark(axis, *each) for each in sorted(drawn, key=_width, reverse=True)))
            for name, href, drawn in rows
        ),
    )


def _roomy(first: datetime.date, last: datetime.date) -> Days:
    room = datetime.timedelta(days=max(2, round((last - first).days * 0.03)))
    return first - room, last + room


def _width(drawn: Drawn) -> float:
    """What is exact is drawn over what is wide."""
    return drawn[0].width or float("inf")


def _mark(axis: Axis, when: Moment, kind: str, href: str, label: str) -> Mark:
    place = axis.place(when)
    middle = float(place.x) + float(place.width or 0) / 2
    return Mark(place, kind, _glyph(kind), share(middle), href, label)


def _glyph(kind: str) -> str:
    return GLYPHS[Stance(kind)] if kind in set(Stance) else ""
