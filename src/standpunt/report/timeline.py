"""The timeline as geometry: every date as wide as it is uncertain, what has no date apart.

All places are shares of the width in per cent, so that the drawing fits a phone as well as a wide screen.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from standpunt.model import Dossier, Event, Moment
from standpunt.report import views, wording
from standpunt.report.cast import UNKNOWN, Cast, Said, Speaker, event_anchor, order
from standpunt.report.context import Bar, EventLane, Lane, Tick, Timeline

SPEAKERS = 12  # lanes of speakers; the others stand under Actoren
BEFORE = 92  # days before the first article that the axis reaches back for what was said or happened then
AFTER = 92  # days behind the last article that it reaches ahead for what is planned
UNDATED = 90.0  # per cent of the width where the strip without dates begins
TICKS = 6

Days = tuple[datetime.date, datetime.date]


def timeline(dossier: Dossier, cast: Cast) -> Timeline:
    published = [article.published for article in dossier.articles]
    held = [event.when for event in dossier.events]
    days = _axis(published, [one.when for one in cast.statements if one.told], held)
    shown = [*published, *held, *(one.when for one in cast.statements)]
    undated = any(when.precision == "open" for when in shown)
    scale = _Scale(days, UNDATED - 2 if undated else 100.0)
    said = Counter(one.speaker for one in cast.statements if one.speaker is not UNKNOWN)
    ranked = [speaker for speaker in cast.speakers.values() if said[speaker]]
    ranked.sort(key=lambda speaker: -said[speaker])
    return Timeline(
        ticks=tuple(_ticks(scale)),
        undated=f"{UNDATED:g}" if undated else "",
        speakers=tuple(_speaker(speaker, cast, scale) for speaker in ranked[:SPEAKERS]),
        more_speakers=max(0, len(ranked) - SPEAKERS),
        events=tuple(_event(event, dossier, cast, scale) for event in dossier.events),
        articles=tuple(_article(place, dossier, cast, scale) for place in range(len(dossier.articles))),
        dated=days is not None,
    )


class _Scale:
    """Days to per cent of the width. Without any date, all stands in the strip apart."""

    def __init__(self, days: Days | None, width: float) -> None:
        self.days, self.width = days, width

    def at(self, day: datetime.date, offset: float = 0.0) -> float:
        assert self.days is not None
        first, last = self.days
        share = ((day - first).days + offset) / ((last - first).days + 1)
        return min(max(share, 0.0), 1.0) * self.width

    def bar(self, when: Moment, size: int, colour: int, href: str, label: str, status: str = "") -> Bar:
        """The drawing of a moment; a dot for a day, for others as wide as they may be off."""
        first, last = when.earliest, when.latest

        def drawn(kind: str, x: float, width: str = "") -> Bar:
            return Bar(kind, _share(x), width, size, colour, href, label, status)

        if self.days is None or (first is None and last is None):
            return drawn("open", (UNDATED + 100) / 2)
        if last is not None and last < self.days[0]:
            return drawn("eerder", 0)
        if first is not None and first > self.days[1]:
            return drawn("later", self.width)
        left = self.at(first) if first else 0.0
        right = self.at(last, 1) if last else self.width
        if first == last:
            return drawn("dag", (left + right) / 2)
        return drawn(
            "vanaf" if last is None else "tot" if first is None else "reeks", left, _share(right - left)
        )


def _share(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _axis(published: Iterable[Moment], told: Iterable[Moment], held: Sequence[Moment]) -> Days | None:
    """The first and last day to draw, with some room; None where nothing is dated."""
    listed = [day for when in published for day in (when.earliest, when.latest) if day]
    if not listed:
        return None
    first, last = min(listed), max(listed)
    reach = first - datetime.timedelta(days=BEFORE)
    first = min([first, *(when.earliest for when in told if when.earliest and when.earliest >= reach)])
    ahead = last + datetime.timedelta(days=AFTER)
    exact = [when for when in held if when.earliest and when.latest]
    first = min([first, *(when.earliest for when in exact if when.earliest and when.earliest >= reach)])
    last = max([last, *(when.latest for when in exact if when.latest and when.latest <= ahead)])
    room = datetime.timedelta(days=max(1, round((last - first).days * 0.02)))
    return first - room, last + room


def _ticks(scale: _Scale) -> Iterator[Tick]:
    if scale.days is None:
        return
    first, last = scale.days
    days = next(listed for listed in _steps(first, last) if 0 < len(listed) <= TICKS)
    for place, day in enumerate(days):
        x = scale.at(day)
        shown_year = place == 0 or day.year != days[place - 1].year
        anchor = "start" if x < 6 else "end" if x > 96 else "middle"
        yield Tick(_share(x), _tick(day, days), str(day.year) if shown_year else "", anchor)


def _tick(day: datetime.date, days: list[datetime.date]) -> str:
    if all((one.month, one.day) == (1, 1) for one in days):
        return ""
    month = wording.MONTHS_SHORT[day.month - 1]
    return month if all(one.day == 1 for one in days) else f"{day.day} {month}"


def _steps(first: datetime.date, last: datetime.date) -> Iterator[list[datetime.date]]:
    """Ever wider steps: every day or second day, round days of the month, months, years."""
    days = [first + datetime.timedelta(days=n) for n in range((last - first).days + 1)]
    yield days
    yield days[::2]
    for round_days in ((1, 6, 11, 16, 21, 26), (1, 11, 21), (1, 15)):
        yield [day for day in days if day.day in round_days]
    months = [(year, month) for year in range(first.year, last.year + 1) for month in range(1, 13)]
    for step in (1, 2, 3, 6, 12):
        starts = [datetime.date(year, month, 1) for year, month in months if (month - 1) % step == 0]
        yield [day for day in starts if first <= day <= last]
    for step in (2, 5, 10, 20, 50, 100, 1000):
        years = [datetime.date(year, 1, 1) for year in range(first.year, last.year + 1) if year % step == 0]
        yield [day for day in years if first <= day <= last]
    yield [first]


def _speaker(speaker: Speaker, cast: Cast, scale: _Scale) -> Lane:
    """Each moment at which a speaker said something is a bar; higher where more was said."""
    said = [one for one in cast.statements if one.speaker == speaker]
    said.sort(key=lambda one: (order(one.when), one.anchor))
    bars = []
    for _, group in groupby(said, key=lambda one: order(one.when)):
        listed: list[Said] = list(group)
        words = wording.count(len(listed), "uitspraak", "uitspraken")
        label = f"{speaker.name}, {wording.moment(listed[0].when)}: {words}"
        size = min(16, 8 + 2 * (len(listed) - 1))
        bars.append(scale.bar(listed[0].when, size, speaker.colour, f"#u-{listed[0].anchor}", label))
    bars.sort(key=lambda bar: -float(bar.width or 0))  # what is exact is drawn over what is wide
    return Lane(
        speaker.name, f"#{speaker.anchor}", str(len(said)), (views.chip(speaker, len(said)),), tuple(bars)
    )


def _article(place: int, dossier: Dossier, cast: Cast, scale: _Scale) -> Lane:
    article = dossier.articles[place]
    said = cast.said[article.article.id]
    href, label = f"#a-{cast.anchors[article.article.id]}", views.label(article)
    speakers = Counter(one.speaker for one in said)
    chips = tuple(views.chip(speaker, n) for speaker, n in speakers.most_common())
    when = wording.moment(article.published, short=True)
    return Lane(label, href, when, chips, (scale.bar(article.published, 8, 0, href, f"{when}: {label}"),))


def _event(event: Event, dossier: Dossier, cast: Cast, scale: _Scale) -> EventLane:
    names = {actor.id: actor.name for actor in dossier.actors}
    articles = {article.article.id: article for article in dossier.articles}
    hrefs = [f"#{event_anchor(told.article, told.mention + 1, cast)}" for told in event.told]
    labels = [views.label(articles[told.article]) for told in event.told]
    first = articles[event.told[0].article].reading.events[event.told[0].mention]
    when, status = wording.moment(event.when, short=True), wording.STATUSES[event.status]
    where = event.place if event.place not in event.what else ""
    what = f"{event.what} in {where}" if where else event.what
    reasons = (f"regel: {views.reason(first.why)}", f"status: {views.reason(first.why_status)}")
    return EventLane(
        when=when,
        what=event.what,
        where=where,
        kind=wording.EVENTS[event.kind],
        status=status,
        who=", ".join(names[actor] for actor in event.participants if actor in names),
        href=hrefs[0],
        places=tuple(zip(hrefs[1:], labels[1:], strict=True)),
        why="; ".join((*reasons, f"samen: {event.reason.rule}")),
        bar=scale.bar(
            event.when, 10, 0, hrefs[0], ", ".join(filter(None, (when, what, status))), event.status.value
        ),
    )
