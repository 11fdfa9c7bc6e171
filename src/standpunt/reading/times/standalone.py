"""Time expressions on their own, without a dossier or a language model: `standpunt.find_times`."""

import dataclasses
import datetime
from dataclasses import dataclass

from msgspec.structs import replace

from standpunt.model import Moment, Offset, Reason, Span, TimeExpression, TimexType
from standpunt.reading.times import periods
from standpunt.reading.times.find import find
from standpunt.reading.times.resolve import resolve_all


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time told in a text: the words and their place (code points), the TIMEX3 type and value, and the days, both
    inclusive, that it covers (None where it covers no known days)."""

    text: str
    span: Span
    type: TimexType
    value: str
    earliest: datetime.date | None
    latest: datetime.date | None
    reason: Reason


def find_times(
    text: str, published: datetime.date | str | Moment | None = None, *, exact: bool = False
) -> tuple[FoundTime, ...]:
    """The times told in a text that was published on a day, in the order of the text.

    `published` is a day, a day with its hour (from which `over vijf minuten` is counted), either of them in ISO
    form, or a Moment of several days; without it, what depends on it stays open (`XXXX-WXX-6`). On which side of
    that day a bare `zaterdag` lies is read from the words around it. News rounds: `over twee weken` is a week and
    `drie jaar geleden` a year; with `exact`, as in a message that is answered at once, they are counted to the day.

    >>> [(each.text, each.value) for each in find_times("Dat zei ze zaterdag.", "2025-02-17")]
    [('zaterdag', '2025-02-15')]

    Raises ValueError where `published` is no ISO date.
    """
    found = tuple(_to_the_day(each) for each in find(text)) if exact else find(text)
    moment, hour = _moment(published)
    return tuple(
        FoundTime(
            each.span.of(text),
            each.span,
            each.type,
            resolved.value,
            resolved.moment.earliest,
            resolved.moment.latest,
            each.reason,
        )
        for each, resolved in zip(found, resolve_all(found, moment, hour), strict=True)
    )


def _to_the_day(expression: TimeExpression) -> TimeExpression:
    relative = expression.relative
    if expression.reason.rule not in ("ago", "in the future") or not isinstance(relative, Offset):
        return expression
    if relative.unit in ("day", *periods.CLOCK) or relative.of is not None:
        return expression
    return dataclasses.replace(expression, relative=replace(relative, of=Offset("day")))


def _moment(published: datetime.date | str | Moment | None) -> tuple[Moment, datetime.time | None]:
    """The day or days, and the hour where one is told."""
    if published is None or isinstance(published, Moment):
        return published or Moment(), None
    if isinstance(published, str):
        published = (
            datetime.datetime.fromisoformat(published)
            if len(published) > 10
            else datetime.date.fromisoformat(published)
        )
    if isinstance(published, datetime.datetime):
        return Moment(published.date(), published.date()), published.time()
    return Moment(published, published), None
