"""Whether an event has happened, is planned or is hypothetical: by tense, modality, conditions, plans and dates."""

from collections.abc import Sequence
from typing import NamedTuple

from standpunt.language.analysis import Token
from standpunt.model import (
    Direction,
    EventStatus,
    Named,
    Offset,
    Reason,
    Role,
    Stretch,
    TimeExpression,
)
from standpunt.reading.events.clause import FUTURE, MODALS, Clauses
from standpunt.reading.events.words import GOVERNORS, HABITS, NEVER, SIGNS

HAPPENED, PLANNED, HYPOTHETICAL = EventStatus.HAPPENED, EventStatus.PLANNED, EventStatus.HYPOTHETICAL
_TITLES = frozenset((Role.HEADLINE, Role.HEADING))
_LINKS = frozenset(("mark", "cc", "case"))
_BELOW = ("ccomp", "xcomp", "advcl", "acl", "csubj", "conj", "obj", "obl", "nmod", "parataxis")


class Told(NamedTuple):
    """A status with the rule and the word that decided it."""

    status: EventStatus
    why: Reason


def of_verb(
    clauses: Clauses, verb: Token, time: TimeExpression | None, *, point: bool = False
) -> Told | None:
    """The status of what a verb tells; None for what does not take place, a habit, or a state."""
    if clauses.negated(verb):
        return None
    own = _own(clauses, verb, side(time) or ("near" if time is not None else ""), point)
    told = _under(clauses, verb, own) if own is not None else None
    habit = own is not None and own.why.rule in _TIMELESS and _is_habit(clauses, verb)
    return None if habit or told is None or told.why.rule == _ALONE else told


def side(time: TimeExpression | None) -> str:
    """`past`, `today` or `coming`, seen from the article; empty where the expression does not say."""
    relative = time.relative if time else None
    if isinstance(relative, Stretch):
        relative = relative.last if not isinstance(relative.last, str) else None
    if isinstance(relative, Offset):
        if relative.told or relative.of is not None:
            return ""
        return _side(relative.count, "today")
    if isinstance(relative, Named):
        if relative.within is not None:
            return _side(relative.within.count, "")
        if relative.direction in (Direction.PAST, Direction.LAST):
            return "past"
        if relative.direction in (Direction.FUTURE, Direction.NEXT):
            return "coming"
    return ""


def _side(count: int, now: str) -> str:
    return "past" if count < 0 else "coming" if count > 0 else now


def _own(clauses: Clauses, verb: Token, when: str, point: bool) -> Told | None:
    """By the verb group alone."""
    helpers = clauses.helpers(verb)
    group = [verb, *helpers]
    if any(SIGNS.get(token.lower, ("",))[0] == "zou" for token in helpers):
        return Told(HYPOTHETICAL, Reason("modal", "zou"))
    modal = next((token for token in helpers if token.lower in MODALS), None)
    if modal is not None:
        dated = when == "coming" and modal.lower in _MUST
        return Told(PLANNED if dated else HYPOTHETICAL, Reason("modal", modal.lower))
    future = next((token for token in helpers if token.lower in FUTURE), None)
    if future is not None:
        return Told(PLANNED, Reason("future", future.lower))
    finite = next((token for token in group if token.has("VerbForm=Fin")), None)
    if finite is None and not any(
        each.dep == "mark" and each.lower == "te" for each in clauses.children(verb)
    ):
        plural = any(each.dep == "nsubj" for each in clauses.children(verb))  # taken for an infinitive
        finite = verb if plural and verb.has("VerbForm=Inf") and not helpers else None
    if finite is None:
        return _without_finite(clauses, verb, helpers, when, point)
    if finite.has("Tense=Past"):
        return Told(HAPPENED, Reason("past tense", finite.lower))
    if finite is not verb and verb.has("VerbForm=Part") and not finite.lower.startswith("word"):
        return Told(HAPPENED, Reason("perfect", finite.lower))
    return _present(clauses, finite, when, point)


_MUST = frozenset("moet moeten wil willen".split())


def _present(clauses: Clauses, finite: Token, when: str, point: bool) -> Told | None:
    """The present tells what comes when a day is told; in a title, and of what is over at once, what has happened;
    else a habit."""
    if when == "past":
        return Told(HAPPENED, Reason("present with a past day", finite.lower))
    if when:
        return Told(PLANNED, Reason("present with a day", finite.lower))
    role = clauses.analysis.block(clauses.analysis.sentence_of(finite)).role
    if role in _TITLES or point:
        return Told(HAPPENED, Reason("present in a title" if role in _TITLES else "present", finite.lower))
    return Told(PLANNED, Reason(_ALONE, finite.lower))


_ALONE = "present alone"
"""What the present tells without a day is a habit, unless the clauses around it make it a plan or a condition."""
_TIMELESS = frozenset((_ALONE, "present", "present in a title"))


def _is_habit(clauses: Clauses, verb: Token) -> bool:
    near = [one for child in clauses.children(verb) for one in (child, *clauses.children(child))]
    return any(each.lower in HABITS for each in near)


def _without_finite(
    clauses: Clauses, verb: Token, helpers: Sequence[Token], when: str, point: bool
) -> Told | None:
    """A participle alone is a title (`Man aangehouden`), or, with its own subject and object, a finite form that looks
    like one (`Zij ontmoet hem`); an infinitive is what the verb above it makes of it."""
    relations = {child.dep.split(":")[0] for child in clauses.children(verb)}
    if verb.has("VerbForm=Part") and not helpers and relations >= {"nsubj", "obj"}:
        return _present(clauses, verb, when, point)
    if verb.has("VerbForm=Part") and any(each.lower == "worden" for each in helpers):
        return _present(clauses, verb, when, point)
    if any(each.lower in ("hebben", "zijn") for each in helpers):
        return Told(HAPPENED, Reason("perfect", verb.lower))
    if verb.has("VerbForm=Part"):
        title = verb.dep in ("root", "conj", "parataxis") or when == "past"
        return Told(HAPPENED, Reason("participle", verb.lower)) if title else None
    above = clauses.verb_of(verb)
    if above is None or verb.dep in ("nsubj", "csubj", "obj", "nmod", "root"):
        return None
    governor = clauses.find(above, GOVERNORS)
    if governor is not None:
        return None if governor.entry.status == NEVER else Told(PLANNED, Reason("infinitive", verb.lower))
    if any(each.lower == "om" for each in clauses.children(verb)) and verb.dep == "advcl":
        return Told(PLANNED, Reason("purpose", "om"))
    return None


def _under(clauses: Clauses, verb: Token, own: Told) -> Told | None:
    """What the clauses around it make of it: conditions, doubts, plans, and adverbs of its own."""
    told, token = own, verb
    past = own.status is HAPPENED and own.why.rule not in _TIMELESS
    for head in (verb, *clauses.ancestors(verb)):
        if head is not verb and token.dep.split(":")[0] not in _BELOW:
            break
        for child in clauses.children(head):
            sign = SIGNS.get(child.lower)
            if sign is None or child.index > verb.index and child.dep in _LINKS:
                continue
            linking = child.dep == "mark" or child.lower == "als" and child.dep == "advmod"
            adverb = head is verb and child.dep.startswith(("advmod", "obl")) and child.lower in _ADVERBS
            if linking or adverb:
                told = _weaker(
                    told, Told(sign[1], Reason("linking word" if linking else "adverb", child.lower))
                )
        if head is not verb:
            governor = clauses.find(head, GOVERNORS)
            if governor is not None and token.dep in ("ccomp", "xcomp", "advcl", "acl", "csubj"):
                if governor.entry.status == NEVER or clauses.negated(head) and told.status is PLANNED:
                    return None
                above = Told(EventStatus(governor.entry.status), Reason("governor", governor.key))
                told = _weaker(told, above) if not past or governor.entry.doubts else told
        token = head
    if _asks(clauses, verb):
        told = _weaker(told, Told(HYPOTHETICAL, Reason("question", "?")))
    return told


_ADVERBS = frozenset(form for form, (key, _) in SIGNS.items() if key in ("mogelijk", "straks"))
_ORDER = {HAPPENED: 0, PLANNED: 1, HYPOTHETICAL: 2}


def _weaker(one: Told, other: Told) -> Told:
    return other if _ORDER[other.status] > _ORDER[one.status] else one


def _asks(clauses: Clauses, verb: Token) -> bool:
    sentence = clauses.analysis.sentence_of(verb)
    return sentence.span.of(clauses.analysis.text).rstrip("\"'”’»").endswith("?")


def of_signs(clauses: Clauses, noun: Token) -> Told | None:
    """What an adjective of a noun tells (`de geplande top`, `een eventueel akkoord`)."""
    for child in clauses.children(noun):
        sign = SIGNS.get(child.lower)
        if sign is not None and child.dep in ("amod", "advmod", "det"):
            return Told(sign[1], Reason("adjective", child.lower))
    return None


def of_new(clauses: Clauses, verb: Token, time: TimeExpression | None) -> Told:
    """The status of an event that a clause brings up (`een ontmoeting`): what is denied or doubted of the clause is so
    of the event."""
    told = of_verb(clauses, verb, time)
    denied = clauses.negated(verb) or told is not None and told.status is HYPOTHETICAL
    return Told(HYPOTHETICAL, Reason("doubted", verb.lower)) if denied else of_scene(clauses, verb, time)


def of_scene(clauses: Clauses, verb: Token, time: TimeExpression | None, *, over: bool = False) -> Told:
    """The status of what is told as known in a clause: by its tense alone, whatever is denied or doubted of the rest.
    `over`: of a kind that is only named once it has happened (`het vertrek van Bos`), but for a day to come."""
    told = _own(clauses, verb, side(time), over)
    if (
        told is not None
        and told.status is not HYPOTHETICAL
        and told.why.rule not in (_ALONE, "present in a title")
    ):
        return told
    return Told(HAPPENED if over else PLANNED, Reason("known" if over else "present", verb.lower))
