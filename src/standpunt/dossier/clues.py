"""What the words of one article say about the day on which it was published. Each clue allows a set of days.

Weights order the clues: of two that contradict each other the heavier one is kept. A statement by the
source outweighs all; then come days told in full, offices (who was minister when), events on known days,
and habits of news.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from standpunt.dossier import days
from standpunt.dossier.days import Days
from standpunt.model import Article, Direction, Moment, Named, Offset, Reading, Role, Span, TimeExpression
from standpunt.reading.times import direction, periods
from standpunt.reading.times.resolve import value_on
from standpunt.registry import Office, Person, Registry, events


@dataclass(frozen=True, slots=True)
class Evidence:
    """A clue before it is weighed."""

    rule: str
    words: str
    days: Days
    weight: int
    span: Span | None = None


_PRINTED = re.compile(
    r"(?:gepubliceerd|geplaatst|laatste update|bijgewerkt|aangemaakt|datum)\W*(?:op\W*)?$", re.IGNORECASE
)
_HEAD = 250
"""Characters at the head of an article in which a day on a line of its own is the day of the article."""
_MARGIN = datetime.timedelta(7)
_AHEAD = datetime.timedelta(120)
FEW = datetime.timedelta(3)
"""Between two versions of one story."""


def of_article(article: Article, reading: Reading, registry: Registry) -> list[Evidence]:
    """All clues of one article, in no order that matters."""
    found = [*_stated(article), *_datelines(article, reading), *_told(article, reading)]
    found += [*_offices(article, reading, registry), *_events(article, reading), *_habits(article, reading)]
    return found


def _stated(article: Article) -> Iterator[Evidence]:
    """What the source itself states."""
    published = article.published
    if published.earliest or published.latest:
        words = published.evidence[0].words if published.evidence else str(published)
        yield Evidence("source", words, days.between(published.earliest, published.latest), 100)


def _datelines(article: Article, reading: Reading) -> Iterator[Evidence]:
    """A full date on a line of its own at the head, in a byline, or after `gepubliceerd op`."""
    bylines = [block.span for block in article.blocks if block.role in (Role.BYLINE, Role.BOILERPLATE)]
    for time in reading.times:
        period = periods.of_value(time.value or "")
        if period is None or period[1] != period[2]:
            continue
        line = _line(article.text, time.span)
        alone = time.span.end <= _HEAD and line.end - line.start <= len(time.span.of(article.text)) + 30
        before = article.text[max(0, time.span.start - 30) : time.span.start]
        if alone or _PRINTED.search(before) or any(block.contains(time.span) for block in bylines):
            yield Evidence(
                "dateline", time.span.of(article.text), days.between(period[1], period[2]), 90, time.span
            )


def _told(article: Article, reading: Reading) -> Iterator[Evidence]:
    """Days and years that are told as past or as coming bound the day; a date with its weekday tells the
    year."""
    for time in reading.times:
        words = time.span.of(article.text)
        if isinstance(time.relative, Named) and time.relative.weekday and not time.relative.within:
            yield Evidence("weekday of a date", words, _fitting_years(time.relative), 60, time.span)
        period = periods.of_value(time.value or "")
        if period is None or "/" in period[0]:
            continue
        side, _ = direction.tense(time.span, article.text, None)
        if side == "past":
            yield Evidence("told as past", words, days.between(period[1], None), 50, time.span)
        elif side == "future" and period[2] - period[1] < datetime.timedelta(370):
            yield Evidence("told as coming", words, days.between(None, period[2]), 45, time.span)


def _fitting_years(named: Named) -> Days:
    """The days around each occurrence of a date on its weekday: before it, after it, or both."""
    found = 0
    half = datetime.timedelta(182)
    for year in range(days.FIRST.year + 1, days.LAST.year):
        period = periods.named(named.pattern, "", year)
        if period and period[1].isoweekday() == named.weekday:
            past = named.direction in (Direction.PAST, Direction.LAST)
            coming = named.direction in (Direction.FUTURE, Direction.NEXT)
            first = period[1] if past else period[1] - half
            last = period[1] if coming else period[1] + half
            found |= days.between(first, last)
    return found


# ------------------------------------------------------------------------------------------ offices

_FORMER = ("oud-", "ex-", "voormalig", "gewezen", "toenmalig", "vroegere")
_PREFIXES = ("oud", "ex", "Oud", "Ex")
_COMING = ("aanstaande", "verkozen", "toekomstige", "beoogd", "aankomend", "nieuwgekozen")


def _offices(article: Article, reading: Reading, registry: Registry) -> Iterator[Evidence]:
    """Who is called by an office was in it; `aanstaande` and `oud-` tell before and after."""
    for chain in reading.chains:
        person = _person(chain.identity, chain.name, registry)
        role = chain.role
        if person is None or not role:
            continue
        held = _held(person, role, registry)
        if not held:
            continue
        lower = role.lower()
        allowed = 0
        for office in held:
            first, last = office.start, office.end
            if lower.startswith(_FORMER) or f" {lower}".find(" oud-") >= 0:
                first, last = last, None
                if first is None:
                    continue
            elif any(word in lower for word in _COMING):
                last, first = first, first - _AHEAD if first else None
            elif last is not None:
                last += _MARGIN
            allowed |= days.between(first, last)
        if allowed:
            span = reading.mentions[chain.mentions[0]].span if chain.mentions else None
            yield Evidence("office", f"{role} {person.name}", allowed, 70, span)


def _person(identity: str, name: str, registry: Registry) -> Person | None:
    fact = registry.by_key(identity) if identity else registry.person(name)
    return fact if isinstance(fact, Person) else None


def _held(person: Person, role: str, registry: Registry) -> list[Office]:
    """The offices of a person that the words of a role name, read from the longest end of them that names
    any.

    `Amerikaanse minister van Defensie`, `defensieminister`; `oud-premier` without its prefix; `PVV-leider`
    only as leader of that party.
    """
    words = role.split()
    for index in range(len(words)):
        title = " ".join(words[index:])
        party, hyphen, rank = title.rpartition("-")
        readings = [(title, "")] if not hyphen else [(title, ""), (rank, "" if party in _PREFIXES else party)]
        for told, of in readings:
            rows = {
                office
                for place in dict.fromkeys(office.of for office in person.offices)
                if not of or of.casefold() == place.casefold()
                for holder, office in registry.holder(told, of=place)
                if holder.key == person.key
            }
            if rows:
                return [office for office in person.offices if office in rows]
    return []


# ------------------------------------------------------------------------------------------ events


_AT = re.compile(
    r"(?:(?<!aanloop )\b(?:op|naar|tijdens|bij|in|na|voor|door)|^) (?:(?!over\b|van\b|naar\b)\w+[ -]){0,4}$",
    re.IGNORECASE,
)
"""Words before an event that make it the scene of what is told, not its subject (`over de verkiezingen`)."""


def _events(article: Article, reading: Reading) -> Iterator[Evidence]:
    """What a sentence tells of events on known days, and of what happens every week."""
    if not events.told(article.text) and not events.weekly(article.text):
        return
    for sentence in reading.sentences:
        words = sentence.of(article.text)
        inside = [time for time in reading.times if sentence.contains(time.span)]
        for name, event, start in events.told(words):
            if _AT.search(" " + words[:start]):
                yield from _seen(article, sentence, inside, name, event)
            side, _ = direction.tense(Span(sentence.end - 1, sentence.end), article.text, None)
            if len(event.editions) == 1 and (side == "past" or "sinds" in words.lower()):
                allowed = days.between(event.editions[0][0], None)
                yield Evidence("after an event", name, allowed, 40, sentence)
        for name, entry in events.weekly(words):
            told = any(_deictic(time) for time in inside)
            numbers = (entry.weekday, entry.weekday + 1, entry.weekday + 2) if told else (entry.weekday,)
            yield Evidence("weekly", name, days.on_weekdays(*numbers), 20, sentence)


def _seen(
    article: Article, sentence: Span, inside: list[TimeExpression], name: str, event: events.Event
) -> Iterator[Evidence]:
    """The days from which a time that depends on the day of publication reaches an event.

    What happened once is often told again: it only narrows what the source states, and not beside another
    date.
    """
    once = len(event.editions) == 1
    if once and (
        article.published.width is None or any(periods.of_value(time.value or "") for time in inside)
    ):
        return
    times = [time for time in inside if _deictic(time)]
    allowed = 0
    for edition in event.editions:
        if _near(edition, article.published):
            allowed |= _seen_from(times, edition)
    if allowed:
        told = ", ".join(time.span.of(article.text) for time in times)
        yield Evidence("event", f"{told}: {name}", allowed, 35 if once else 65, sentence)


def _near(edition: events.Days, published: Moment) -> bool:
    """Whether an edition lies within a year of what the source states, so that the rest need not be tried."""
    year = datetime.timedelta(366)
    early = published.latest is not None and edition[0] - published.latest > year
    return not early and not (published.earliest is not None and published.earliest - edition[1] > year)


def _deictic(time: TimeExpression) -> bool:
    """Whether a time places an event within some weeks of the day of publication."""
    relative = time.relative
    if isinstance(relative, Offset):
        return not relative.told and relative.unit in ("day", "week", "weekend", "month")
    return isinstance(relative, Named) and not relative.fixture


def _seen_from(times: list[TimeExpression], edition: events.Days) -> Days:
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


# ------------------------------------------------------------------------------------------ habits of news


def _habits(article: Article, reading: Reading) -> Iterator[Evidence]:
    """`deze maandag` is said on the day, the day before, or the day after; `afgelopen donderdag` on no
    Thursday."""
    for time in reading.times:
        relative = time.relative
        if not isinstance(relative, Named) or not relative.pattern.startswith("XXXX-WXX-"):
            continue
        if not relative.pattern[9:].isdigit() or relative.within:
            continue
        number = int(relative.pattern[9:])
        words = time.span.of(article.text)
        lower = words.lower()
        if lower.startswith("deze "):
            close = {Direction.PAST: (0, 1), Direction.FUTURE: (-1, 0)}.get(relative.direction, (-1, 0, 1))
            allowed = days.on_weekdays(*(number + shift for shift in close))
            yield Evidence("this weekday", words, allowed, 15, time.span)
        elif relative.direction in (Direction.LAST, Direction.NEXT):
            others = (number + shift for shift in range(1, 7))
            yield Evidence("another weekday", words, days.on_weekdays(*others), 10, time.span)


def _line(text: str, span: Span) -> Span:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return Span(start, len(text) if end < 0 else end)
