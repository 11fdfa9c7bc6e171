"""Clues from what happened on known days, and from what happens every week or on the day of an election."""

import datetime
import re
from collections.abc import Iterator

from standpunt.dossier import days
from standpunt.dossier.days import Days
from standpunt.dossier.evidence import Evidence, deictic
from standpunt.model import Article, Direction, Moment, Named, Offset, Reading, Span, TimeExpression
from standpunt.reading.times import direction, periods
from standpunt.reading.times.values import value_on
from standpunt.registry import events

_AT = re.compile(
    r"(?:(?<!aanloop )\b(?:op|naar|tijdens|bij|in|na|voor|door)|^) (?:(?!over\b|van\b|naar\b)\w+[ -]){0,4}$",
    re.IGNORECASE,
)
"""Words before an event that make it the scene of what is told, not its subject (`over de verkiezingen`)."""


def of_events(article: Article, reading: Reading, calendar: events.Calendar) -> Iterator[Evidence]:
    """What a sentence tells of events on known days, and of what happens every week."""
    if not calendar.told(article.text) and not calendar.told_weekly(article.text):
        return
    for sentence in reading.sentences:
        words = sentence.of(article.text)
        inside = [time for time in reading.times if sentence.contains(time.span)]
        for name, event, start in calendar.told(words):
            if _AT.search(" " + words[:start]):
                yield from _seen(article, sentence, inside, name, event)
            side, _ = direction.tense(Span(sentence.end - 1, sentence.end), article.text, None)
            if len(event.editions) == 1 and (side == "past" or "sinds" in words.lower()):
                allowed = days.between(event.editions[0][0], None)
                yield Evidence("after an event", name, allowed, 40, sentence)
        for name, entry in calendar.told_weekly(words):
            told = any(deictic(time) for time in inside)
            numbers = (entry.weekday, entry.weekday + 1, entry.weekday + 2) if told else (entry.weekday,)
            yield Evidence("weekly", name, days.on_weekdays(*numbers), 20, sentence)


def _seen(
    article: Article, sentence: Span, inside: list[TimeExpression], name: str, event: events.Event
) -> Iterator[Evidence]:
    """The days from which a time that depends on the day of publication reaches an event.

    What happened once is often told again: it tells the year where the sentence counts the years (`vorig jaar`, `drie
    jaar geleden`), and else only narrows what the source states, and not beside another date.
    """
    once = len(event.editions) == 1
    if once:
        yield from _counted(article, inside, name, event.editions[0])
    if once and (
        article.published.width is None or any(periods.of_value(time.value or "") for time in inside)
    ):
        return
    times = [time for time in inside if deictic(time)]
    allowed = 0
    for edition in event.editions:
        if _near(edition, article.published):
            allowed |= seen_from(times, edition)
    if allowed:
        told = ", ".join(time.span.of(article.text) for time in times)
        yield Evidence("event", f"{told}: {name}", allowed, 35 if once else 65, sentence)


_ROUND = datetime.timedelta(240)
"""Days on either side of an anniversary in which `drie jaar geleden` is said."""


def _counted(
    article: Article, inside: list[TimeExpression], name: str, edition: events.Days
) -> Iterator[Evidence]:
    """The days from which an event lies as many years back as a time of its sentence says."""
    for time in inside:
        relative = time.relative.within if isinstance(time.relative, Named) else time.relative
        if not isinstance(relative, Offset) or relative.unit != "year" or relative.told or relative.of:
            continue
        year = edition[0].year - relative.count
        allowed = days.between(datetime.date(year, 1, 1), datetime.date(year, 12, 31))
        if time.reason.rule == "ago":
            day = edition[0].replace(year=year, day=min(edition[0].day, 28))
            allowed = days.between(day - _ROUND, day + _ROUND)
        yield Evidence(
            "years since an event", f"{time.span.of(article.text)}: {name}", allowed, 55, time.span
        )


def _near(edition: events.Days, published: Moment) -> bool:
    """Whether an edition lies within a year of what the source states, so that the rest need not be tried."""
    year = datetime.timedelta(366)
    early = published.latest is not None and edition[0] - published.latest > year
    return not early and not (published.earliest is not None and published.earliest - edition[1] > year)


def seen_from(times: list[TimeExpression], edition: events.Days) -> Days:
    """The days of publication from which one of the times falls on an edition of an event."""
    found = 0
    for time in times:
        assert isinstance(time.relative, Offset | Named)
        near = isinstance(time.relative, Offset) or time.relative.pattern.startswith("XXXX-WXX")
        reach = 40 if near else 200
        for shift in range(-reach, (edition[1] - edition[0]).days + reach + 1):
            day = edition[0] + datetime.timedelta(shift)
            period = value_on(time.relative, day)
            if (
                period
                and period[1] <= edition[1]
                and period[2] >= edition[0]
                and _side_fits(time, day, edition)
            ):
                found |= days.of([day])
    return found


def _side_fits(time: TimeExpression, day: datetime.date, edition: events.Days) -> bool:
    """A time told as coming is not read after the event, nor one told as past before it."""
    if not isinstance(time.relative, Named):
        return True
    match time.relative.direction:
        case Direction.FUTURE | Direction.NEXT:
            return day <= edition[1]
        case Direction.PAST | Direction.LAST:
            return day >= edition[0]
    return True


# ------------------------------------------------------------------------------------------ elections

_ELECTION = re.compile(
    r"\b(?:\w*verkiezing\w*|stembus\w*|naar de stembus|gestemd|stemlokalen)\b", re.IGNORECASE
)
_HALF_A_YEAR = datetime.timedelta(183)


def of_elections(article: Article, reading: Reading, calendar: events.Calendar) -> Iterator[Evidence]:
    """`de verkiezingen van 26 mei`: the years in which there were some on that day, half a year around each."""
    if not _ELECTION.search(article.text):
        return
    held = _election_days(calendar)
    for sentence in reading.sentences:
        words = sentence.of(article.text)
        if not _ELECTION.search(words):
            continue
        for time in reading.times:
            relative = time.relative
            if not sentence.contains(time.span):
                continue
            yield from _to_election(article, time, held)
            if not isinstance(relative, Named) or relative.within:
                continue
            if not re.fullmatch(r"XXXX-\d\d-\d\d", relative.pattern):
                continue
            allowed = 0
            for day in held:
                if f"XXXX-{day:%m-%d}" == relative.pattern:
                    past = relative.direction in (Direction.PAST, Direction.LAST)
                    coming = relative.direction in (Direction.FUTURE, Direction.NEXT)
                    first = day if past else day - _HALF_A_YEAR
                    allowed |= days.between(first, day if coming else day + _HALF_A_YEAR)
            if allowed:
                yield Evidence(
                    "election day", f"verkiezingen, {time.span.of(article.text)}", allowed, 58, time.span
                )


_TO_ELECTION = re.compile(r"\s(voor|vóór|na)\s(?:de |het )?(?:\w+ )?\w*verkiezing", re.IGNORECASE)
_LENGTH = re.compile(r"P(\d+)([DWM])")
_UNITS = {"D": (1, 1), "W": (7, 4), "M": (30, 16)}
"""Days of a unit, and how far off one may be that tells so many of it."""


def _to_election(article: Article, time: TimeExpression, held: list[datetime.date]) -> Iterator[Evidence]:
    """`nu, een maand voor de verkiezingen`: said about a month before some."""
    length = _LENGTH.fullmatch(time.value or "")
    following = _TO_ELECTION.match(article.text, time.span.end)
    if not length or not following or direction.tense(time.span, article.text, None)[0] == "past":
        return
    size, margin = _UNITS[length[2]]
    away = datetime.timedelta(int(length[1]) * size * (1 if following[1].lower() == "na" else -1))
    slack = datetime.timedelta(margin)
    allowed = 0
    for day in held:
        allowed |= days.between(day + away - slack, day + away + slack)
    words = article.text[time.span.start : following.end()]
    yield Evidence("time to an election", words, allowed, 57, time.span)


def _election_days(calendar: events.Calendar) -> list[datetime.date]:
    return [
        last
        for name, event in calendar.events.items()
        if "verkiezingen" in name
        for _, last in event.editions
    ]
