"""On which side of the present a bare weekday, month or date lies: from tense, modality and preposition.

In news `zaterdag` beside `zei` is the last one, beside `debatteert` the coming one. The parse of the sentence
decides where there is one; else the nearest verb of the same clause that the word list knows.
"""

import re
from functools import cache

from standpunt import lexicon
from standpunt.language.analysis import Analysis, Token
from standpunt.model import Direction, Named, Offset, Span, Stretch
from standpunt.reading.times.rules.rule import Relative


class Tense(lexicon.Entry, frozen=True, forbid_unknown_fields=True):
    """Verb forms and other words that tell one side."""

    forms: tuple[str, ...]


GROUPS: dict[str, type[lexicon.Entry]] = {"past": Tense, "future": Tense}
_REACH = 160
"""Characters on either side in which the verb of the clause is sought."""
_BREAK = re.compile(
    r"[.!?;:\n\"“”„«»]|,,|''|\b(?:dat|omdat|zodat|terwijl|maar|toen|nadat|voordat|als|die|waar)\b"
)
_WORD = re.compile(r"\w+")
_PARTICIPLE = re.compile(r"\b(?:\w{2,5})?ge\w{2,}(?:d|t|en)\b|\b(?:ver|be|her|ont)\w{3,}(?:d|t|en)\b")
_AUXILIARIES = frozenset(("heeft", "hebben", "is", "zijn", "ben", "bent", "heb"))


def decide(relative: Relative, span: Span, text: str, analysis: Analysis | None) -> tuple[Relative, str]:
    """The relative time with its direction filled in where it was bare, and the word that decided."""
    if isinstance(relative, Stretch):
        first, why = (
            decide(relative.first, span, text, analysis)
            if isinstance(relative.first, Named)
            else (relative.first, "")
        )
        last, _ = (
            decide(relative.last, span, text, analysis)
            if isinstance(relative.last, Named)
            else (relative.last, "")
        )
        assert not isinstance(first, Stretch) and not isinstance(last, Stretch)
        return Stretch(first, last), why
    if isinstance(relative, Offset) or relative.within is not None:
        return relative, ""
    if relative.direction not in (Direction.NEAR, Direction.THIS):
        return relative, ""
    side, why = tense(span, text, analysis)
    if relative.direction is Direction.THIS:
        days = relative.pattern.startswith("XXXX-WXX")
        return (_turned(relative, Direction(side)), why) if side and days else (relative, "")
    if not side and relative.pattern.startswith("XXXX-WXX-") and relative.pattern[9:].isdigit():
        return _turned(relative, Direction.PAST), "news"
    return (_turned(relative, Direction(side)), why) if side else (relative, "")


def tense(span: Span, text: str, analysis: Analysis | None) -> tuple[str, str]:
    """`past`, `future` or nothing, and the word that says so."""
    before = text[max(0, span.start - 30) : span.start].lower().split()
    if before and before[-1] in ("sinds", "sedert"):
        return "past", before[-1]
    if before and before[-1] in ("vanaf", "uiterlijk", "tegen"):
        side, why = _parsed(span, analysis) if analysis else _guessed(span, text)
        return (side, why) if side == "past" else ("future", before[-1])
    if analysis is not None:
        side, why = _parsed(span, analysis)
        if side:
            return side, why
        if why:
            return "", why
    return _guessed(span, text)


def _turned(named: Named, direction: Direction) -> Named:
    return Named(named.pattern, direction, named.within, named.weekday, named.fixture, named.tail)


# ------------------------------------------------------------------------------------------ from the parse


def _parsed(span: Span, analysis: Analysis | None) -> tuple[str, str]:
    """By the verb that the expression depends on. ("", word) where that verb tells neither side."""
    inside = analysis.within(span) if analysis else []
    if analysis is None or not inside:
        return "", ""
    within = {token.index for token in inside}
    head = next((t for t in inside if t.head not in within or t.head == t.index), inside[0])
    seen = 0
    token = analysis.tokens[head.head]
    while token.pos not in ("VERB", "AUX") and seen < 12:
        if token.head == token.index:
            break
        token, seen = analysis.tokens[token.head], seen + 1
    if token.pos in ("VERB", "AUX") or any(
        child.dep.startswith(("cop", "aux")) for child in analysis.children[token.index]
    ):
        return _of_verb(token, analysis)
    return "", ""


def _of_verb(verb: Token, analysis: Analysis) -> tuple[str, str]:
    """The side that a verb with its auxiliaries tells."""
    helpers = [child for child in analysis.children[verb.index] if child.dep.startswith(("aux", "cop"))]
    finite = next((t for t in (verb, *helpers) if t.has("VerbForm=Fin") and t.has("Tense=Past")), None)
    if finite is not None:
        if finite.lemma in ("zullen",):
            return "", finite.lower
        return "past", finite.lower
    perfect = next((t for t in helpers if t.lemma in ("hebben", "zijn") and t.dep.startswith("aux")), None)
    modal = next(
        (
            t
            for t in helpers
            if t.lemma in ("zullen", "gaan", "moeten", "willen", "kunnen", "mogen", "worden")
        ),
        None,
    )
    if perfect is not None and modal is None and verb.has("VerbForm=Part"):
        return "past", perfect.lower
    present = modal or next(
        (t for t in (verb, *helpers) if t.has("VerbForm=Fin") and t.has("Tense=Pres")), None
    )
    if present is not None:
        return "future", present.lower
    if verb.has("VerbForm=Part"):
        return "past", verb.lower
    if verb.has("VerbForm=Inf"):
        return "future", verb.lower
    return "", ""


# ------------------------------------------------------------------------------------------ from the words


@cache
def _forms() -> dict[str, str]:
    groups: dict[str, dict[str, Tense]] = lexicon.read("standpunt.reading.times", "direction.nl.toml", GROUPS)  # type: ignore[arg-type]
    return {form: side for side, group in groups.items() for entry in group.values() for form in entry.forms}


def _guessed(span: Span, text: str) -> tuple[str, str]:
    """By the nearest verb form of the list in the same clause."""
    left = _BREAK.split(text[max(0, span.start - _REACH) : span.start])[-1]
    right = _BREAK.split(text[span.end : span.end + _REACH], maxsplit=1)[0]
    near: list[tuple[int, str, str]] = []
    for side, part in ((-1, left.lower()), (1, right.lower())):
        for match in _WORD.finditer(part):
            distance = len(part) - match.end() if side < 0 else match.start()
            word = match[0]
            if word in _AUXILIARIES:
                if _PARTICIPLE.search(left.lower() + " " + right.lower()):
                    near.append((distance, "past", word))
            elif word in _forms():
                near.append((distance, _forms()[word], word))
    if not near:
        return "", ""
    _, found, why = min(near)
    return found, why
