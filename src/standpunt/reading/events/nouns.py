"""Nouns that tell an event, each with what makes it one event and not a theme."""

from collections.abc import Iterator

from standpunt.language.analysis import Token
from standpunt.model import EventKind, Reason, TimeExpression
from standpunt.reading.events import status
from standpunt.reading.events.clause import Clauses
from standpunt.reading.events.status import HAPPENED, PLANNED, Told
from standpunt.reading.events.surroundings import Surroundings
from standpunt.reading.events.trigger import Trigger
from standpunt.reading.events.words import SCENES, SETTINGS, noun

_DEFINITE = frozenset("de het dit dat deze die zijn haar hun onze ons mijn".split())
_NONE = frozenset(("geen", "zonder", "elk", "elke", "iedere", "ieder", "welke", "welk", "zulke"))


def find(clauses: Clauses, around: Surroundings, token: Token) -> Trigger | None:
    """The event that a noun tells: by a verb by which it takes place, a day, a scene, who takes part. It has no status
    where it only takes up another one."""
    found = noun(token.lower) if token.pos in ("NOUN", "PROPN", "X", "VERB") else None
    if found is None:
        return None
    entry = found.entry
    words = [child.lower for child in clauses.children(token)]
    definite = any(word in _DEFINITE for word in words)
    if any(word in _NONE for word in words) or not definite and around.repeated(token):
        return None
    if token.dep in ("flat", "compound", "case"):
        return None
    preposition = _preposition(clauses, token)
    scene = SCENES.get(preposition)
    verb = token if clauses.is_predicate(token) else clauses.verb_of(token)
    signs = status.of_signs(clauses, token)
    over = entry.kind in _OVER and (definite or preposition in _PRESUMED)
    head = clauses.tokens[token.head]
    own = around.time([token])
    if own is None and token.dep.startswith("nsubj") and (head.index in clauses.timed or head.lower in _BE):
        own = around.dating(head)  # `De stemming is dinsdag`

    def trigger(rule: str, told: Told | None, time: int | None, at: Token | None) -> Trigger:
        plain = entry.plain and found.whole
        return Trigger(
            token, entry.kind, Reason(rule, found.key), told, time, at, definite, plain, found.whole
        )

    set_up = _setting(clauses, token, preposition, entry.kind)
    if set_up is not None:
        at, given = set_up
        near = around.time([at, *clauses.helpers(at), *clauses.above(at)])
        time = own if own is not None else near
        told = _by_setting(clauses, at, given, around.expression(time), definite)
        return trigger("takes place", signs or told, time, at) if told is not None else None
    if entry.idiom:
        return None
    if own is not None:
        told = (
            signs
            or _by_side(around, own)
            or _around(clauses, verb, preposition, around.expression(own), over, True)
        )
        return trigger("dated noun", told, own, verb if scene is not None else None)
    somebody = bool(around.of_noun(token, entry.kind, None))
    placed = around.place(token, entry.kind, None) is not None
    anchored = somebody or not entry.weak and placed
    if entry.kind is EventKind.RESIGNATION and not somebody:
        anchored = False
    where = (
        verb
        if verb is not None and verb is not token and token.head == verb.index and preposition not in _ABOUT
        else None
    )
    dated = where is not None and preposition not in _LATER
    near = around.time([where, *clauses.helpers(where)]) if where is not None and dated else None
    told = signs or _around(
        clauses, verb, preposition, around.expression(near), over, definite or scene is not None
    )
    after = preposition in _PRESUMED and told.status is HAPPENED and entry.kind in _ROOMS
    room = scene is not None and (preposition != "in" or entry.kind in _ROOMS)
    if (
        where is not None
        and room
        and (anchored or placed or after or near is not None or definite and not entry.weak)
    ):
        return trigger("scene", told, near, where)
    if anchored and _counts(clauses, token, definite):
        return trigger("noun with who or where", told, near, None)
    return trigger("again", None, None, verb) if definite and not placed else None


_BE = frozenset(("is", "was", "zijn", "waren"))
_ABOUT = frozenset(("over", "van", "tegen", "om", "tot", "zonder"))
"""Behind these, a noun is what is spoken of, and no time of the clause is its own."""
_LATER = frozenset(("na", "sinds", "voor", "voorafgaand aan", "in aanloop naar"))
_PRESUMED = frozenset(("na", "na afloop van", "tijdens"))
_ROOMS = frozenset((EventKind.MEETING, EventKind.DEBATE, EventKind.SUMMIT))
"""Kinds `in` which one speaks; in others something lies."""
_OVER = frozenset(
    (
        EventKind.RESIGNATION,
        EventKind.ATTACK,
        EventKind.ARREST,
        EventKind.VERDICT,
        EventKind.DISASTER,
        EventKind.AGREEMENT,
        EventKind.APPOINTMENT,
        EventKind.DECISION,
    )
)
"""Kinds that, named with an article, have happened."""


def _preposition(clauses: Clauses, token: Token) -> str:
    """The preposition of a noun, with all of its words where it is a scene (`na afloop van`)."""
    case = next((child for child in clauses.children(token) if child.dep == "case"), None)
    if case is None:
        return ""
    for words in _LONG:
        for start in (case.index, case.index - len(words) + 1):
            if [each.lower for each in clauses.tokens[max(start, 0) : start + len(words)]] == words:
                return " ".join(words)
    return case.lower


_LONG = [scene.split() for scene in SCENES if " " in scene]


def _setting(
    clauses: Clauses, token: Token, preposition: str, kind: EventKind
) -> tuple[Token, Told | None] | None:
    """The setting verb on which a noun, or `die` behind it, hangs in the right place, with the status that it gives
    where its tense does not tell."""
    for verb, relation, before in _hangs_on(clauses, token, preposition):
        passive = relation == "nsubj" and verb.has("VerbForm=Part")
        role = before or relation
        for form in SETTINGS.get(verb.lower, ()):
            found = clauses.find(verb, {verb.lower: (form,)})
            if found is None or found.entry.kinds and kind not in found.entry.kinds:
                continue
            if any(each.lower in found.entry.unlike for each in clauses.children(verb)):
                continue
            if role in found.entry.noun or passive and "nsubj:pass" in found.entry.noun:
                given = found.entry.status
                return verb, Told(given, Reason("setting", found.key)) if given else None
    return None


def _hangs_on(clauses: Clauses, token: Token, preposition: str) -> Iterator[tuple[Token, str, str]]:
    """The verbs that a noun hangs on: each with the relation and the preposition; a time between them is skipped."""
    head = clauses.tokens[token.head]
    if head.index in clauses.timed and head.head != head.index:
        yield clauses.tokens[head.head], "obj", preposition
    elif preposition == "van" and head.has("VerbForm=Inf"):
        yield head, "obj", ""  # `het voorbereiden van een aanslag`
    elif head.index != token.index:
        yield head, token.dep if token.dep == "nsubj:pass" else token.dep.split(":")[0], preposition
    for child in clauses.children(token):
        if child.dep.startswith("acl"):
            for each in clauses.arguments(child):
                if each.token.lower in ("die", "dat"):
                    yield child, each.relation, each.preposition


def _by_setting(
    clauses: Clauses, verb: Token, given: Told | None, time: TimeExpression | None, definite: bool
) -> Told | None:
    if given is not None:
        return None if clauses.negated(verb) and given.status is PLANNED else given
    told = status.of_verb(clauses, verb, time)
    if told is None and not clauses.negated(verb) and (definite or verb.lower in ("volgt", "volgen")):
        return Told(PLANNED, Reason("present", verb.lower))
    return told


def _by_side(around: Surroundings, time: int) -> Told | None:
    match status.side(around.times[time]):
        case "past":
            return Told(HAPPENED, Reason("past day", ""))
        case "coming":
            return Told(PLANNED, Reason("coming day", ""))
    return None


def _around(
    clauses: Clauses,
    verb: Token | None,
    preposition: str,
    time: TimeExpression | None,
    over: bool,
    known: bool,
) -> Told:
    """What the clause in which a noun stands tells of it; `known`: it is no news that there is such an event."""
    scene = SCENES.get(preposition)
    if scene is not None and scene.before:
        return Told(PLANNED, Reason("before it", preposition))
    if preposition in ("sinds", "na afloop van", "door"):
        return Told(HAPPENED, Reason("after it", preposition))
    if verb is None:
        return Told(HAPPENED, Reason("alone"))
    return status.of_scene(clauses, verb, time, over=over) if known else status.of_new(clauses, verb, time)


def _counts(clauses: Clauses, token: Token, definite: bool) -> bool:
    """One that could be pointed out: definite, or one by its article."""
    plural = token.has("Number=Plur")
    return definite or not plural and any(child.lower == "een" for child in clauses.children(token))
