"""What the words of one article say about the day on which it was published. Each clue allows a set of days.

Here those of the source and of habits of news; `date_clues` has those that rest on days and years told, `event_clues`
and `office_clues` those that rest on the registry.
"""

import datetime
import re
from collections.abc import Iterator

from standpunt.dossier import date_clues, days, event_clues, office_clues
from standpunt.dossier.evidence import Evidence
from standpunt.model import Article, Direction, Named, Reading, Role, Span
from standpunt.reading.times import periods
from standpunt.registry import Registry

_PRINTED = re.compile(
    r"(?:gepubliceerd|geplaatst|laatste update|bijgewerkt|aangemaakt|datum)\W*(?:op\W*)?$", re.IGNORECASE
)
_TOP = 1500
"""Characters in which a line that holds nothing but dates and words of printing is that of the page."""
_PRINT_WORDS = re.compile(
    r"\b(?:gepubliceerd|geplaatst|publicatiedatum|datum|laatste|laatst|update|bijgewerkt|aangemaakt|gewijzigd|aangepast"
    r"|om|op|uur|door|redactie)\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"(?:update|bijgewerkt|gewijzigd|aangepast)\W*(?:op\W*)?$", re.IGNORECASE)
FEW = datetime.timedelta(3)
"""Between two versions of one story."""


def of_article(article: Article, reading: Reading, registry: Registry) -> list[Evidence]:
    """All clues of one article, in no order that matters."""
    return [
        *_stated(article),
        *_datelines(article, reading),
        *_habits(article, reading),
        *date_clues.of_days(article, reading),
        *office_clues.of_offices(article, reading, registry),
        *office_clues.of_changes(article, reading, registry),
        *office_clues.of_campaigns(article, reading, registry),
        *office_clues.of_outgoing(article, reading, registry.calendar),
        *event_clues.of_events(article, reading, registry.calendar),
        *event_clues.of_elections(article, reading, registry.calendar),
    ]


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
        line = date_clues.line_of(article.text, time.span)
        alone = (
            time.span.end <= date_clues.HEAD and line.end - line.start <= len(time.span.of(article.text)) + 30
        )
        before = article.text[max(0, time.span.start - 30) : time.span.start]
        printed = (
            time.span.end <= _TOP
            and not _CHANGED.search(before)
            and _nothing_else(article.text, line, reading)
        )
        if alone or printed or _PRINTED.search(before) or any(block.contains(time.span) for block in bylines):
            yield Evidence(
                "dateline", time.span.of(article.text), days.between(period[1], period[2]), 90, time.span
            )


def _nothing_else(text: str, line: Span, reading: Reading) -> bool:
    """Whether a line holds dates and words of printing alone: `5 juli 2024 20:23 Gewijzigd op 10 juli 2024`."""
    if line.end - line.start > 120:
        return False
    left, at = "", line.start
    for time in reading.times:
        if line.contains(time.span):
            left += text[at : time.span.start] + " "
            at = time.span.end
    left += text[at : line.end]
    return not re.search(r"\w", _PRINT_WORDS.sub("", left))


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
