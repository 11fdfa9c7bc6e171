"""Verbs that tell an event (`ontmoette`, `stemde voor`), and those that tell who takes part in one (`is aanwezig`)."""

from collections.abc import Iterator

from standpunt.language.analysis import Token
from standpunt.model import EventKind, Reason
from standpunt.reading.events import status
from standpunt.reading.events.clause import Argument, Clauses
from standpunt.reading.events.surroundings import Surroundings
from standpunt.reading.events.trigger import Trigger
from standpunt.reading.events.words import (
    PRESENCES,
    SETTING_KEYS,
    VERBS,
    PresenceEntry,
    Verb,
    VerbEntry,
    noun,
)

_PERSONS = "@person"
_PLACES = "@place"
_ACTIVE = frozenset(("heeft", "hebben", "had", "hadden"))
_PREDICATES = frozenset(word for forms in PRESENCES.values() for verb in forms for word in verb.entry.needs)


def are_at(clauses: Clauses, token: Token) -> bool:
    """Whether a token is a verb, or the predicate of one that tells who takes part; not an infinitive that an article
    makes a noun (`het aftreden`)."""
    if token.lower in _PREDICATES and clauses.is_predicate(token):
        return True
    if token.pos != "VERB":
        return False
    return not (token.has("VerbForm=Inf") and any(child.dep == "det" for child in clauses.children(token)))


def find(clauses: Clauses, around: Surroundings, token: Token) -> Trigger | None:
    """The event that a verb tells. It has no status where it only tells who takes part in another one."""
    verb = clauses.find(token, VERBS)
    told = _deed(clauses, around, token, verb) if verb is not None else None
    return told or _presence(clauses, around, token)


def _deed(clauses: Clauses, around: Surroundings, token: Token, verb: Verb[VerbEntry]) -> Trigger | None:
    entry = verb.entry
    if token.dep in ("amod", "nmod", "case") and not clauses.helpers(token) or around.repeated(token):
        return None
    if entry.objects and not _has_object(clauses, around, token, entry.objects):
        return None
    if not entry.free and not _somebody(clauses, around, token):
        return None
    time = around.time([token, *clauses.helpers(token), *clauses.above(token)])
    if any(True for _ in _events_of(clauses, token)) and verb.key in SETTING_KEYS:
        return None  # it tells of the event beside it
    told = status.of_verb(clauses, token, around.expression(time), point=entry.point)
    if told is None or _vaguely_said(clauses, token, time):
        return None
    theme = _theme(clauses, around, token)
    return Trigger(token, entry.kind, Reason("verb", verb.key), told, time, token, theme=theme)


def _theme(clauses: Clauses, around: Surroundings, token: Token) -> Token | None:
    """The object of a verb, or the subject of its passive, that is neither somebody nor a place."""
    return next(
        (
            each.token
            for each in clauses.arguments(token)
            if each.relation in ("obj", "nsubj:pass")
            and each.token.pos == "NOUN"
            and not (around.acts(each) or around.is_place(each.token))
        ),
        None,
    )


def _events_of(clauses: Clauses, verb: Token) -> Iterator[Token]:
    """The nouns of events that hang on a verb."""
    return (each.token for each in clauses.arguments(verb) if noun(each.token.lower) is not None)


def _has_object(clauses: Clauses, around: Surroundings, token: Token, wanted: tuple[str, ...]) -> bool:
    """Whether what is done is done to such a thing: the object, the subject of a passive, or the subject that an
    inverted clause seems to have twice."""
    helpers = clauses.helpers(token)
    passive = token.has("VerbForm=Part") and not any(each.lower in _ACTIVE for each in helpers)
    relations = ("obj", "iobj", "nsubj:pass", "nsubj") if passive else ("obj", "iobj", "nsubj:pass")
    objects = [each.token for each in clauses.arguments(token) if each.relation in relations]
    if passive and not objects:
        objects = [each.token for each in clauses.subjects(token)]
    endings = tuple(word for word in wanted if not word.startswith("@"))
    for each in objects:
        if each.lower.endswith(endings):
            return True
        if _PERSONS in wanted and around.person(each) or _PLACES in wanted and around.is_place(each):
            return True
        if (
            each.lower in ("die", "dat")
            and each.dep.startswith(("obj", "nsubj"))
            and token.dep.startswith("acl")
            and clauses.tokens[token.head].lower.endswith(endings)
        ):
            return True
    return False


def _somebody(clauses: Clauses, around: Surroundings, token: Token) -> bool:
    """Whether anybody takes part: the subject, an object that is somebody, or whom a passive names."""
    found = [*clauses.subjects(token), *(each for each in clauses.arguments(token) if _near(each))]
    if any(around.acts(each) for each in found):
        return True
    return any(each.token.lower in ("die", "wie") and token.dep.startswith("acl") for each in found)


def _near(argument: Argument) -> bool:
    return argument.relation in ("obj", "iobj", "nsubj:pass") or argument.preposition in (
        "met",
        "door",
        "tussen",
    )


def _vaguely_said(clauses: Clauses, token: Token, time: int | None) -> bool:
    """What somebody says himself, in quotation marks and without a day, tells of no one time."""
    return time is None and token.index in clauses.analysis.quoted


def _presence(clauses: Clauses, around: Surroundings, token: Token) -> Trigger | None:
    """A verb that tells who takes part, without the event itself (`Ook de paus is aanwezig`)."""
    verb = next((each for each in clauses.helpers(token) if each.dep == "cop"), token)
    found = clauses.find(token, PRESENCES) if verb is token else _predicate(verb, token)
    if found is None or clauses.negated(token) or token.index in clauses.analysis.quoted:
        return None
    if found.entry.passive and not any(each.lower.startswith("word") for each in clauses.helpers(token)):
        return None
    if any(True for _ in _events_of(clauses, token)) or not _somebody(clauses, around, token):
        return None
    reason = Reason("takes part", found.key)
    return Trigger(token, EventKind.MEETING, reason, None, None, token, definite=True, plain=True)


def _predicate(copula: Token, token: Token) -> Verb[PresenceEntry] | None:
    """The entry of a copula with its predicate."""
    return next((each for each in PRESENCES.get(copula.lower, ()) if token.lower in each.entry.needs), None)
