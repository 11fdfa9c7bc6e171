"""On which side of the present a bare weekday, month or date lies: from tense, modality and preposition.

In news `zaterdag` beside `zei` is the last one, beside `debatteert` the coming one. The parse of the sentence
decides where there is one; else the nearest verb of the same clause that the word list knows.
"""

import dataclasses
import re
from functools import cache

from msgspec.structs import replace

from standpunt import lexicon
from standpunt.language.analysis import Analysis, Token
from standpunt.model import Direction, Named, Offset, Span, Stretch, TimeExpression
from standpunt.reading.times.rules.rule import Relative


class Tense(lexicon.Entry, frozen=True, forbid_unknown_fields=True):
    """Verb forms and other words that tell one side."""

    forms: tuple[str, ...]


GROUPS: dict[str, type[Tense]] = dict.fromkeys(("past", "present", "future", "planned", "speech"), Tense)
_REACH = 160
"""Characters on either side in which the verb of the clause is sought."""
_UNTIL = re.compile(r"\b(?:tot|tot en met|t/m|vóór) $", re.IGNORECASE)
_FOR = re.compile(r"\bvoor $", re.IGNORECASE)
_BY_DEFAULT = "news"
"""What decides where no word does: a bare weekday is the last one."""
_COMMA = 60
"""As many characters as a comma counts for."""
_BREAK = re.compile(
    r"[.!?;:\n\"“”„«»]|,,|''|\b(?:dat|omdat|zodat|terwijl|maar|toen|nadat|voordat|als|die|waar)\b"
)
_WORD = re.compile(r"\w+")
_PARTICIPLE = re.compile(r"\b(?:\w{2,8})?ge\w{2,}(?:d|t|en)\b|\b(?:ver|be|her|ont)\w{3,}(?:d|t|en)\b")
_AUXILIARIES = frozenset(("heeft", "hebben", "is", "zijn", "ben", "bent", "heb"))
_CLIMB = 8
"""Heads that are climbed from an expression to its verb, at most."""
_MODALS = frozenset(("zullen", "gaan", "moeten", "willen", "kunnen", "mogen", "worden"))

_PLANS = frozenset(
    ("moeten", "willen", "kunnen", "mogen", "hopen", "verwachten", "beloven", "overwegen", "plannen")
)
"""Verbs that in the present, beside another, tell what is to come."""


_CLAUSES = ("acl", "advcl", "ccomp", "csubj", "conj", "parataxis")
"""What hangs on a verb by these has a time of its own (`werd stilgelegd om weer te gaan praten`)."""


def decide(relative: Relative, span: Span, text: str, analysis: Analysis | None) -> tuple[Relative, str]:
    """The relative time with its direction filled in where it was bare, and the word that decided."""
    if isinstance(relative, Stretch):
        first, last = _end(relative.first, span, text, analysis), _end(relative.last, span, text, analysis)
        return Stretch(first, last), ""
    if isinstance(relative, Offset):
        of = relative.of
        return (relative, "") if of is None else (replace(relative, of=_end(of, span, text, analysis)), "")
    if relative.within is not None:
        return relative, ""
    if relative.direction not in (Direction.NEAR, Direction.THIS):
        return relative, ""
    of_week = relative.pattern.startswith("XXXX-WXX")
    if of_week and _FOR.search(text[max(0, span.start - 6) : span.start]):
        return _turned(relative, Direction.FUTURE), "voor"
    side, why = tense(span, text, analysis)
    if side in ("present", "speech"):
        side = {"present": "future", "speech": "past"}[side] if of_week else ""
    side = "future" if side == "planned" else side
    if relative.direction is Direction.THIS and not of_week:
        return relative, ""
    if of_week and not side and _UNTIL.search(text[max(0, span.start - 12) : span.start]):
        return _turned(relative, Direction.FUTURE), "tot"
    if side:
        return _turned(relative, Direction(side)), why
    if of_week and relative.pattern[9:].isdigit() and relative.direction is Direction.NEAR:
        return _turned(relative, Direction.PAST), _BY_DEFAULT
    return relative, why


def agreed(expressions: tuple[TimeExpression, ...]) -> tuple[TimeExpression, ...]:
    """A weekday, date or month that nothing decides lies where the same one lies elsewhere in the text: one story tells
    of one 16 September."""
    sides: dict[tuple[str, str], set[Direction]] = {}
    for each in expressions:
        if isinstance(each.relative, Named) and not (each.relative.within or _undecided(each)):
            sides.setdefault(_name(each.relative), set()).add(each.relative.direction)
    one = {name: min(told) for name, told in sides.items() if len(told) == 1}
    return tuple(
        dataclasses.replace(each, relative=_turned(each.relative, one[name]))
        if isinstance(each.relative, Named) and _undecided(each) and (name := _name(each.relative)) in one
        else each
        for each in expressions
    )


def _undecided(expression: TimeExpression) -> bool:
    relative = expression.relative
    near = isinstance(relative, Named) and relative.direction is Direction.NEAR and not relative.within
    return near or expression.reason.entry == _BY_DEFAULT


def _name(named: Named) -> tuple[str, str]:
    return named.pattern, named.fixture


def tense(span: Span, text: str, analysis: Analysis | None) -> tuple[str, str]:
    """`past`, `present`, `planned`, `speech`, `future` or nothing, and the word that says so.

    The present tells of a weekday that it comes, unless it is said on that day (`zegt hij zaterdag`); a
    month or a date beside it is the nearest, but what is planned (`start in september`) is to come.
    """
    before = text[max(0, span.start - 30) : span.start].lower().split()
    if before and before[-1] in ("sinds", "sedert"):
        return "past", before[-1]
    side, why = _parsed(span, analysis) if analysis is not None else _guessed(span, text)
    last = next((word for word in reversed(before) if word not in ("de", "het", "en", "met")), "")
    if last == "naar" or (side != "past" and last in ("vanaf", "uiterlijk", "tegen", "tot", "t/m")):
        return "future", last
    return side, why


def _end(end: Offset | Named | str, span: Span, text: str, analysis: Analysis | None) -> Offset | Named | str:
    if isinstance(end, str):
        return end
    decided, _ = decide(end, span, text, analysis)
    assert not isinstance(decided, Stretch)
    return decided


def _turned(named: Named, direction: Direction) -> Named:
    return Named(named.pattern, direction, named.within, named.weekday, named.fixture, named.tail)


# ------------------------------------------------------------------------------------------ from the parse


def _parsed(span: Span, analysis: Analysis | None) -> tuple[str, str]:
    """By the verb that the expression depends on; nothing where it belongs to a noun (`het debat van
    dinsdag`)."""
    inside = analysis.within(span) if analysis else []
    if analysis is None or not inside:
        return "", ""
    own = {token.index for token in inside}
    top = next((token for token in inside if token.head not in own or token.head == token.index), inside[0])
    if any(child.lower == "van" and child.index not in own for child in analysis.children[top.index]):
        return "", ""
    token = analysis.tokens[top.head]
    for _ in range(_CLIMB):
        if _tells(token, analysis) or token.head == token.index:
            break
        token = analysis.tokens[token.head]
    return _of_verb(token, analysis) if _tells(token, analysis) else ("", "")


def _tells(token: Token, analysis: Analysis) -> bool:
    """Whether a token is a verb, or stands as the predicate beside one."""
    return token.pos in ("VERB", "AUX") or any(
        child.dep.startswith(("cop", "aux")) for child in analysis.children[token.index]
    )


def _of_verb(verb: Token, analysis: Analysis) -> tuple[str, str]:
    """The side that a verb with its auxiliaries tells."""
    helpers = [child for child in analysis.children[verb.index] if child.dep.startswith(("aux", "cop"))]
    group = (verb, *helpers)
    below = [child for child in analysis.children[verb.index] if not child.dep.startswith(_CLAUSES)]
    plan = next((token for token in (verb, *below) if _forms().get(token.lower) == "future"), None)
    if plan is not None:
        return "future", plan.lower
    past = next((token for token in group if token.has("VerbForm=Fin") and token.has("Tense=Past")), None)
    if past is not None:
        return ("" if past.lemma == "zullen" else "past"), past.lower
    coming = next((token for token in helpers if token.lemma in ("zullen", "gaan")), None)
    if coming is not None:
        return "future", coming.lower
    modal = any(token.lemma in _MODALS for token in helpers)
    if (perfect := _perfect(verb, helpers, modal)) is not None:
        return "past", perfect.lower
    present = next((token for token in group if token.has("VerbForm=Fin")), None)
    if present is not None:
        if modal and present.lemma in _PLANS:
            return "planned", present.lower
        sides = {_forms().get(word) for word in (verb.lemma, verb.lower)}
        if verb.lemma == "laten":
            sides |= {_forms().get(child.lemma) for child in below}
        if verb.lemma == "spreken" and any(_led_by("van", child, analysis) for child in below):
            sides.add("speech")
        told = next((side for side in ("speech", "planned") if side in sides and not modal), "present")
        return told, present.lower
    if verb.has("VerbForm=Inf") and analysis.tokens[verb.head].lemma in _PLANS:
        return "planned", analysis.tokens[verb.head].lower
    passive = any(token.lemma == "worden" for token in helpers)
    return ("past" if verb.has("VerbForm=Part") and not passive else "present"), verb.lower


def _led_by(preposition: str, token: Token, analysis: Analysis) -> bool:
    return any(child.lower == preposition for child in analysis.children[token.index])


def _perfect(verb: Token, helpers: list[Token], modal: bool) -> Token | None:
    """The auxiliary of a perfect: `heeft gezegd`, `hebben kunnen houden`; and `is binnengevallen` where the parser
    takes the participle for an infinitive."""
    for token in helpers:
        if token.lemma not in ("hebben", "zijn"):
            continue
        if modal and token.lemma == "hebben" and token.has("VerbForm=Fin") and verb.has("VerbForm=Inf"):
            return token
        participle = verb.has("VerbForm=Part") and token.dep.startswith("aux")
        mistaken = verb.has("VerbForm=Inf") and verb.pos == "VERB" and _PARTICIPLE.fullmatch(verb.lower)
        if not modal and (participle or mistaken):
            return token
    return None


# ------------------------------------------------------------------------------------------ from the words


@cache
def _forms() -> dict[str, str]:
    lists = lexicon.read("standpunt.reading.times", "direction.nl.toml", GROUPS)
    return {form: side for side, group in lists.items() for entry in group.values() for form in entry.forms}


def _guessed(span: Span, text: str) -> tuple[str, str]:
    """By the nearest verb form of the list in the same clause; a comma between counts as far."""
    left = _BREAK.split(text[max(0, span.start - _REACH) : span.start])[-1].lower()
    right = _BREAK.split(text[span.end : span.end + _REACH], maxsplit=1)[0].lower()
    near: list[tuple[int, str, str]] = []
    for match in _WORD.finditer(left):
        away = len(left) - match.end() + _COMMA * left.count(",", match.end())
        near += _verb(match[0], away, left)
    for match in _WORD.finditer(right):
        near += _verb(match[0], match.start() + _COMMA * right.count(",", 0, match.start()), right)
    return min(near)[1:] if near else ("", "")


def _verb(word: str, away: int, clause: str) -> list[tuple[int, str, str]]:
    """What one word tells, with its distance; an auxiliary of the perfect only beside a participle."""
    if word in _AUXILIARIES:
        return [(away, "past", word)] if _PARTICIPLE.search(clause) else []
    return [(away, _forms()[word], word)] if word in _forms() else []
