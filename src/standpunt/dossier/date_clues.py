"""Clues from the days and years that an article tells: as past or to come, with their weekday, as its own day."""

import datetime
import re
from collections.abc import Iterator
from functools import lru_cache

from standpunt.dossier import days
from standpunt.dossier.days import Days
from standpunt.dossier.evidence import Evidence
from standpunt.model import Article, Direction, Named, Offset, Reading, Span, TimeExpression
from standpunt.reading.times import direction, periods

HEAD = 250
"""Characters at the head of an article in which a day on a line of its own is the day of the article."""
_BESIDE_TODAY = re.compile(r"[,(–-]?\s?(?:op |is het )?\(?")
_COMPARED = re.compile(
    r"\b(?:sinds|sedert|na|vanaf|van|uit|voor|vóór|tot)\s(?:het jaar |de )?$", re.IGNORECASE
)
"""Before a year with which the present is compared (`de hoogste stijging sinds 2002`), which may lie far back."""
_AHEAD = re.compile(r"\b(?:tot|voor|vóór|vanaf|tegen|naar|uiterlijk)\s$", re.IGNORECASE)
"""Before a time that may be to come in a sentence of the past (`wilde het tot 2022 open houden`)."""
_LATEST = 6
"""Years within which news tells of its own time, once it tells dates or several years."""
_VAGUE = ("gaat", "gaan")
"""Words of a future that may be another's (`wachten tot de trein weer zou gaan rijden`)."""


def of_days(article: Article, reading: Reading) -> Iterator[Evidence]:
    yield from _told(article, reading)
    yield from _own_day(article, reading)
    yield from _latest_year(article, reading)


def _told(article: Article, reading: Reading) -> Iterator[Evidence]:
    """Days and years that are told as past or as coming bound the day; a date with its weekday tells the
    year."""
    for time in reading.times:
        words = time.span.of(article.text)
        if isinstance(time.relative, Named) and time.relative.weekday and not time.relative.within:
            named = time.relative
            fitting = _fitting(named.pattern, named.direction, named.weekday)
            yield Evidence("weekday of a date", words, fitting, 60, time.span)
        period = _absolute(time)
        if period is None:
            continue
        side, why = direction.tense(time.span, article.text, None)
        if side == "past" and not _AHEAD.search(article.text[max(0, time.span.start - 12) : time.span.start]):
            yield Evidence("told as past", words, days.between(period[1], None), 50, time.span)
        elif side == "future" and why not in _VAGUE and period[2] - period[1] < datetime.timedelta(370):
            yield Evidence("told as coming", words, days.between(None, period[2]), 45, time.span)


def _own_day(article: Article, reading: Reading) -> Iterator[Evidence]:
    """A date that the article says is today's (`vandaag, 19 maart`), or that stands alone on a line at its head
    without a year (`zaterdag 17 juli`): that day of any year."""
    text = article.text
    for before, time in zip([None, *reading.times], reading.times, strict=False):
        allowed = _that_day(time)
        if not allowed:
            continue
        words = time.span.of(text)
        today = before is not None and before.relative == Offset("day")
        if today and before and _BESIDE_TODAY.fullmatch(text[before.span.end : time.span.start]):
            yield Evidence("today's date", words, allowed, 85, time.span)
        if isinstance(time.relative, Named) and time.span.end <= HEAD and _alone(text, time.span):
            yield Evidence("day at the head", words, allowed, 80, time.span)


def _that_day(time: TimeExpression) -> Days:
    """The day of a date, in each year where none is told; nothing for what is no date of one day."""
    period = _absolute(time)
    if period is not None:
        return days.between(period[1], period[2]) if period[1] == period[2] else 0
    named = time.relative
    if not isinstance(named, Named) or named.within or not re.fullmatch(r"XXXX-\d\d-\d\d", named.pattern):
        return 0
    return days.of(
        day for day in _each(named.pattern) if day.isoweekday() == (named.weekday or day.isoweekday())
    )


def _alone(text: str, span: Span) -> bool:
    line = line_of(text, span)
    return not re.search(r"\w", text[line.start : span.start] + text[span.end : line.end])


def line_of(text: str, span: Span) -> Span:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return Span(start, len(text) if end < 0 else end)


def _latest_year(article: Article, reading: Reading) -> Iterator[Evidence]:
    """News that tells dates with their year, or several years, is not much later than the latest of them."""
    told: list[tuple[datetime.date, bool, TimeExpression]] = []
    for time in reading.times:
        period = _absolute(time)
        if period is None or _COMPARED.search(article.text[max(0, time.span.start - 24) : time.span.start]):
            continue
        told.append((period[2], period[2] - period[1] < datetime.timedelta(40), time))
    years = {last.year for last, _, _ in told}
    if not told or (len(years) < 2 and not any(exact for _, exact, _ in told)):
        return
    last, _, time = max(told, key=lambda row: row[0])
    until = datetime.date(last.year + _LATEST, 12, 31) if last.year < days.LAST.year - _LATEST else None
    yield Evidence("latest year told", time.span.of(article.text), days.between(None, until), 25, time.span)


def _absolute(time: TimeExpression) -> periods.Period | None:
    """The period of a time that is told in full; none for a stretch with two ends."""
    period = periods.of_value(time.value or "")
    return None if period is None or "/" in period[0] else period


@lru_cache(maxsize=4096)
def _fitting(pattern: str, side: Direction, weekday: int) -> Days:
    """The days around each occurrence of a date (`XXXX-02-15`, `XXXX-XX-26`) on its weekday: before it, after it, or
    both. A date to come may lie most of a year ahead."""
    found = 0
    reach = datetime.timedelta(45 if pattern.startswith("XXXX-XX") else 182)
    ahead = datetime.timedelta(45 if pattern.startswith("XXXX-XX") else 270)
    for day in _each(pattern):
        if day.isoweekday() == weekday:
            past = side in (Direction.PAST, Direction.LAST)
            coming = side in (Direction.FUTURE, Direction.NEXT)
            first = day if past else day - (ahead if coming else reach)
            found |= days.between(first, day if coming else day + reach)
    return found


def _each(pattern: str) -> Iterator[datetime.date]:
    """The day of a pattern in each year, or each month."""
    monthly = pattern.startswith("XXXX-XX")
    for year in range(days.FIRST.year + 1, days.LAST.year):
        of_year = pattern.replace("XXXX", str(year), 1)
        for written in (of_year.replace("XX", f"{n:02}", 1) for n in range(1, 13)) if monthly else (of_year,):
            if period := periods.of_value(written):
                yield period[1]
