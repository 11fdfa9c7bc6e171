"""A clue about the day on which an article was published, before it is weighed, and how far each kind is to be
trusted."""

from dataclasses import dataclass

from standpunt.dossier.days import Days
from standpunt.model import Named, Offset, Span, TimeExpression

RELIABLE = {
    "source": 0.995,
    "dateline": 0.98,
    "office": 0.985,
    "event": 0.97,
    "weekday of a date": 0.97,
    "election day": 0.95,
    "version of an article": 0.97,
    "took office": 0.96,
    "left office": 0.95,
    "today's date": 0.98,
    "day at the head": 0.97,
    "latest year told": 0.96,
    "told as past": 0.97,
    "told as coming": 0.96,
    "after an event": 0.98,
    "years since an event": 0.96,
    "time to an election": 0.95,
    "outgoing cabinet": 0.96,
    "campaign": 0.94,
    "same words": 0.93,
    "weekly": 0.97,
    "this weekday": 0.97,
    "another weekday": 0.97,
}
"""By the rule of a clue: the share of articles that it allows the true day for, as estimated on annotated ones."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The days that a clue allows, and the words it rests on. Of two that contradict each other the heavier one is
    kept: a statement by the source outweighs all; then come days told in full, offices, events on known days, and
    habits of news."""

    rule: str
    words: str
    days: Days
    weight: int
    span: Span | None = None


def deictic(time: TimeExpression) -> bool:
    """Whether a time places what is told within some weeks of the day of publication."""
    relative = time.relative
    if isinstance(relative, Offset):
        return (
            not relative.told and relative.of is None and relative.unit in ("day", "week", "weekend", "month")
        )
    return isinstance(relative, Named) and not relative.fixture
