"""What an article tells happened or is planned: meetings, votes, attacks, elections, and who, where and when.

    events = find(analysis, mentions, chains, times, registry.calendar)

`verbs` and `nouns` find the words that tell one event, `status` whether it has happened, is planned or is
hypothetical, `surroundings` who takes part, where and when. `events.nl.toml` holds the words. What is only said in
general, habits and states are no events, nor is what is told not to take place.
"""

from collections.abc import Iterator, Sequence

from standpunt.language.analysis import Analysis
from standpunt.model import Chain, EventKind, EventMention, Mention, Reason, Span, TimeExpression
from standpunt.reading.events import nouns, verbs
from standpunt.reading.events.clause import Clauses
from standpunt.reading.events.status import Told
from standpunt.reading.events.surroundings import Surroundings
from standpunt.reading.events.trigger import Trigger
from standpunt.registry.events import Calendar

__all__ = ["find"]

GATHERINGS = frozenset((EventKind.MEETING, EventKind.SUMMIT, EventKind.TALKS))
"""Kinds that tell of the same: a summit is talks is a meeting."""


def alike(one: EventKind, other: EventKind) -> bool:
    """Whether one event may be told as both kinds."""
    return one is other or one in GATHERINGS and other in GATHERINGS


def find(
    analysis: Analysis,
    mentions: Sequence[Mention],
    chains: Sequence[Chain],
    times: Sequence[TimeExpression],
    calendar: Calendar,
) -> tuple[EventMention, ...]:
    """The events of an article in the order of the text; `calendar` names those that it knows."""
    clauses = Clauses(analysis, times)
    around = Surroundings(clauses, mentions, chains, times)
    found: list[EventMention] = []
    for trigger in _triggers(clauses, around):
        mention = _mention(analysis, around, trigger, found, calendar)
        if mention is not None:
            found.append(mention)
    return tuple(found)


def _triggers(clauses: Clauses, around: Surroundings) -> Iterator[Trigger]:
    """The words that tell events, in the order of the text."""
    for token in clauses.tokens:
        words = verbs if verbs.are_at(clauses, token) else nouns
        trigger = words.find(clauses, around, token)
        if trigger is not None:
            yield trigger


def _mention(
    analysis: Analysis,
    around: Surroundings,
    trigger: Trigger,
    before: Sequence[EventMention],
    calendar: Calendar,
) -> EventMention | None:
    token, verb, told = trigger.token, trigger.verb, trigger.told
    if token is verb:
        participants = around.of_verb(token, trigger.kind)
    else:
        participants = around.of_noun(
            token,
            trigger.kind,
            verb if told is not None else None,
            setting=trigger.reason.rule == "takes place",
        )
    place = around.place(token, trigger.kind, verb)
    again = _again(analysis, trigger, before) if trigger.definite else None
    if again is not None and told is not None and trigger.whole and (participants or place):
        again = again if _shares(analysis, before[again], participants, place) else None
    if again is not None and (told is None or told.why.rule == "present"):
        told = Told(before[again].status, Reason("as before"))  # the present tells nothing of what is known
    if told is None:
        return None
    return EventMention(
        trigger=token.span, kind=trigger.kind, status=told.status, why=trigger.reason, why_status=told.why,
        participants=participants, place=place, time=trigger.time,
        named=_named(analysis, trigger, calendar), again=again,
        theme=trigger.theme.span if trigger.theme else None,
    )  # fmt: skip


def _again(analysis: Analysis, trigger: Trigger, before: Sequence[EventMention]) -> int | None:
    """The last mention before it that a definite noun takes up: of the same word, or, where nothing else tells what it
    is, of the same kind or else a like one."""
    word = trigger.token.lower
    same = [
        at
        for at, each in enumerate(before)
        if each.why.entry == trigger.reason.entry
        and (trigger.whole or each.trigger.of(analysis.text).lower() == word)
    ]
    if same or trigger.told is not None or not trigger.plain:
        return max(same, default=None)
    like = [at for at, each in enumerate(before) if alike(each.kind, trigger.kind)]
    if trigger.reason.rule == "takes part":  # it says nothing of the event: that must stand close before it
        block = analysis.block(analysis.sentence_of(trigger.token)).span
        like = [at for at in like if block.contains(before[at].trigger)]
        return max(like, default=None)
    return max(like, key=lambda at: (before[at].kind is trigger.kind, at), default=None)


def _shares(
    analysis: Analysis, before: EventMention, participants: Sequence[int], place: Span | None
) -> bool:
    """Whether an earlier mention has one of those who take part, or the place."""
    words = {span.of(analysis.text) for span in (before.place, place) if span}
    same = before.place is not None and place is not None and len(words) == 1
    return same or not {*participants}.isdisjoint(before.participants)


def _named(analysis: Analysis, trigger: Trigger, calendar: Calendar) -> str:
    """The entry of the calendar whose words stand in the sentence, one of them at the trigger."""
    if trigger.token is trigger.verb:
        return ""
    sentence = analysis.sentence_of(trigger.token).span.of(analysis.text)
    word = trigger.token.lower
    return next(
        (
            told.name
            for told in calendar.told(sentence)
            if any(word.startswith(part.split()[0]) for parts in told.event.names for part in parts)
        ),
        "",
    )
