"""Dates as the head of an article, a column or a page writes them, precision kept: `2025-02` is a month.

No day is guessed: what does not tell its year (`vandaag`, `14 februari`) is no date here.
"""

import calendar
import datetime
import re
from email.utils import parsedate_to_datetime
from functools import cache
from zoneinfo import ZoneInfo

from standpunt.model import Clue, Moment, Span
from standpunt.sources import words

_HERE = ZoneInfo("Europe/Amsterdam")
"""A stamp in another zone is the day it was in the Low Countries."""

_TIME = r"\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s*(?:uur|u\b\.?))?"
_EARLIEST_YEAR, _LATEST_YEAR = 1600, 2199


@cache
def written() -> str:
    """A pattern, without groups, of a date with its year: `14 februari 2025`, `vr 14 feb. 2025`."""
    month = rf"(?:{words.alternatives(tuple(words.months()))})\.?"
    weekday = rf"(?:(?:{words.alternatives(words.weekdays())})\.?,?\s+)?"
    return (
        rf"(?<![\w-])(?i:{weekday}(?:\d{{1,2}}\s+{month}\s+\d{{4}}|{month}\s+\d{{4}}|\d{{4}}-\d{{2}}(?:-\d{{2}})?"
        rf"|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{4}}))(?![\w-])"
    )


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = "|".join(sorted(words.months(), key=lambda form: -len(form)))
    weekday = rf"(?:(?:{'|'.join(words.weekdays())})\.?,?\s+)?"
    after = rf"(?:\s*(?:,|-|–|\||om|T)?\s*{_TIME})?"
    return tuple(
        re.compile(weekday + core + after, re.IGNORECASE)
        for core in (
            r"(?P<year>\d{4})(?:-(?P<number>\d{1,2})(?:-(?P<day>\d{1,2}))?)?",
            r"(?P<year>\d{4})(?P<number>\d{2})(?P<day>\d{2})",
            r"(?P<year>\d{4})/(?P<number>\d{1,2})/(?P<day>\d{1,2})",
            rf"(?:(?P<day>\d{{1,2}})\.?\s+)?(?P<month>{month})\.?\s+(?P<year>\d{{4}})",
            r"(?P<day>\d{1,2})[-/.](?P<number>\d{1,2})[-/.](?P<year>\d{4})",
        )
    )


def days(written_date: str) -> tuple[datetime.date, datetime.date] | None:
    """The first and the last day that a written date covers; None where it is none, or does not exist."""
    value = written_date.strip()
    for pattern in _patterns():
        if found := pattern.fullmatch(value):
            return _range(found.groupdict())
    instant = _instant(value)
    if instant is None or not _EARLIEST_YEAR <= instant.year <= _LATEST_YEAR:
        return None
    day = (instant.astimezone(_HERE) if instant.tzinfo else instant).date()
    return day, day


def _instant(value: str) -> datetime.datetime | None:
    """A full time stamp, as ISO 8601 or as a feed writes it."""
    try:
        return datetime.datetime.fromisoformat(value)
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _range(parts: dict[str, str | None]) -> tuple[datetime.date, datetime.date] | None:
    year = int(parts["year"] or 0)
    name = parts.get("month")
    month = words.months()[name.lower()] if name else int(parts.get("number") or 0)
    day = int(parts.get("day") or 0)
    if not _EARLIEST_YEAR <= year <= _LATEST_YEAR:
        return None
    if not month:
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    if month > 12 or day > calendar.monthrange(year, month)[1]:
        return None
    last = day or calendar.monthrange(year, month)[1]
    return datetime.date(year, month, day or 1), datetime.date(year, month, last)


def moment(written_date: str, rule: str, span: Span | None = None) -> Moment:
    """The Moment that a written date states; open where it cannot be read, the words kept as a clue."""
    covered = days(written_date)
    if covered is None:
        return Moment(evidence=(Clue(f"{rule}, unreadable", written_date, None, None, span),))
    return Moment(*covered, (Clue(rule, written_date, *covered, span),))


def of_versions(first: str, last: str, rule: str, *, unchanged: bool) -> tuple[Moment, str]:
    """When something was published, and when it was changed as its source writes it. Where only its `last` version has
    a date, it was published on that day if it is the first (`unchanged`), and otherwise not later."""
    if first:
        return moment(first, rule), last if last != first else ""
    if not last:
        return Moment(), ""
    changed = moment(last, rule)
    return (changed, "") if unchanged else (Moment(None, changed.latest, changed.evidence), last)


def narrowed(first: Moment, second: Moment) -> Moment:
    """The days that two statements of a date both allow; where they clash, the first stands."""
    evidence = first.evidence + second.evidence
    earliest = max(filter(None, (first.earliest, second.earliest)), default=None)
    latest = min(filter(None, (first.latest, second.latest)), default=None)
    if earliest and latest and earliest > latest:
        return Moment(first.earliest, first.latest, evidence)
    return Moment(earliest, latest, evidence)
