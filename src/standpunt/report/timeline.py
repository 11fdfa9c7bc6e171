"""The timeline: who spoke when, what happened, the articles."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from standpunt.display.axis import UNDATED, Axis, Days
from standpunt.display.wording import DUTCH
from standpunt.model import Dossier, Event, Moment
from standpunt.report import views
from standpunt.report.cast import UNKNOWN, Cast, Said, Speaker, event_anchor, order
from standpunt.report.context import Bar, EventLane, Lane, Timeline

SPEAKERS = 12  # lanes of speakers; the others stand under Actoren
BEFORE = 92  # days before the first article that the axis reaches back for what was said or happened then
AFTER = 92  # days behind the last article that it reaches ahead for what is planned


def timeline(dossier: Dossier, cast: Cast) -> Timeline:
    published = [article.published for article in dossier.articles]
    held = [event.when for event in dossier.events]
    days = _axis(published, [one.when for one in cast.statements if one.told], held)
    shown = [*published, *held, *(one.when for one in cast.statements)]
    undated = any(when.precision == "open" for when in shown)
    scale = Axis(days, UNDATED - 2 if undated else 100.0)
    said = Counter(one.speaker for one in cast.statements if one.speaker is not UNKNOWN)
    ranked = [speaker for speaker in cast.speakers.values() if said[speaker]]
    ranked.sort(key=lambda speaker: -said[speaker])
    return Timeline(
        ticks=tuple(scale.ticks(DUTCH)),
        undated=f"{UNDATED:g}" if undated else "",
        speakers=tuple(_speaker(speaker, cast, scale) for speaker in ranked[:SPEAKERS]),
        more_speakers=max(0, len(ranked) - SPEAKERS),
        events=tuple(_event(event, dossier, cast, scale) for event in dossier.events),
        articles=tuple(_article(place, dossier, cast, scale) for place in range(len(dossier.articles))),
        dated=days is not None,
    )


def _bar(axis: Axis, when: Moment, size: int, colour: int, href: str, label: str, status: str = "") -> Bar:
    place = axis.place(when)
    return Bar(place.kind, place.x, place.width, size, colour, href, label, status)


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


def _speaker(speaker: Speaker, cast: Cast, scale: Axis) -> Lane:
    """Each moment at which a speaker said something is a bar; higher where more was said."""
    said = [one for one in cast.statements if one.speaker == speaker]
    said.sort(key=lambda one: (order(one.when), one.anchor))
    bars = []
    for _, group in groupby(said, key=lambda one: order(one.when)):
        listed: list[Said] = list(group)
        words = f"{DUTCH.figure(len(listed))} {'uitspraak' if len(listed) == 1 else 'uitspraken'}"
        label = f"{speaker.name}, {DUTCH.moment(listed[0].when)}: {words}"
        size = min(16, 8 + 2 * (len(listed) - 1))
        bars.append(_bar(scale, listed[0].when, size, speaker.colour, f"#u-{listed[0].anchor}", label))
    bars.sort(key=lambda bar: -float(bar.width or 0))  # what is exact is drawn over what is wide
    return Lane(
        speaker.name, f"#{speaker.anchor}", str(len(said)), (views.chip(speaker, len(said)),), tuple(bars)
    )


def _article(place: int, dossier: Dossier, cast: Cast, scale: Axis) -> Lane:
    article = dossier.articles[place]
    said = cast.said[article.article.id]
    href, label = f"#a-{cast.anchors[article.article.id]}", views.label(article)
    speakers = Counter(one.speaker for one in said)
    chips = tuple(views.chip(speaker, n) for speaker, n in speakers.most_common())
    when = DUTCH.moment(article.published, short=True)
    return Lane(label, href, when, chips, (_bar(scale, article.published, 8, 0, href, f"{when}: {label}"),))


def _event(event: Event, dossier: Dossier, cast: Cast, scale: Axis) -> EventLane:
    names = {actor.id: actor.name for actor in dossier.actors}
    articles = {article.article.id: article for article in dossier.articles}
    hrefs = [f"#{event_anchor(told.article, told.mention + 1, cast)}" for told in event.told]
    labels = [views.label(articles[told.article]) for told in event.told]
    first = articles[event.told[0].article].reading.events[event.told[0].mention]
    when, status = DUTCH.moment(event.when, short=True), DUTCH.term(event.status)
    where = event.place if event.place not in event.what else ""
    what = f"{event.what} in {where}" if where else event.what
    reasons = (f"regel: {DUTCH.reason(first.why)}", f"status: {DUTCH.reason(first.why_status)}")
    return EventLane(
        when=when,
        what=event.what,
        where=where,
        kind=DUTCH.term(event.kind),
        status=status,
        who=", ".join(names[actor] for actor in event.participants if actor in names),
        href=hrefs[0],
        places=tuple(zip(hrefs[1:], labels[1:], strict=True)),
        why="; ".join((*reasons, f"samen: {event.reason.rule}")),
        bar=_bar(
            scale,
            event.when,
            10,
            0,
            hrefs[0],
            ", ".join(filter(None, (when, what, status))),
            event.status.value,
        ),
    )
