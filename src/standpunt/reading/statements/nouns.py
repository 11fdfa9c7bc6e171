"""Reports in a noun: `de belofte van de minister dat er geld komt`, `Trumps dreigement om weg te gaan`, `hij bleef
met het argument dat het kon`."""

from collections.abc import Sequence

from standpunt.language.analysis import Analysis, Token
from standpunt.model import Reason
from standpunt.reading.statements.attribution import Attribution, form_of, pieces
from standpunt.reading.statements.phrases import POSSESSIVES, phrase_from
from standpunt.reading.statements.subjects import subject_of
from standpunt.reading.statements.words import NOUNS

IS = frozenset("is was luidt luidde blijft bleef".split())
_WITH = frozenset((one, article) for one in ("met", "onder", "vanuit") for article in ("de", "het", "een"))


def read(analysis: Analysis, tokens: Sequence[Token]) -> list[Attribution]:
    """The clause that such a noun governs, where its owner is named: a `van`-phrase, a genitive or a possessive."""
    found = []
    for spot, token in enumerate(tokens):
        if token.lower not in NOUNS or token.pos != "NOUN":
            continue
        key, entry = NOUNS[token.lower]
        source, behind = owner(analysis, tokens, spot)
        source = source or _who_gives_it(analysis, tokens, spot)
        if not source or behind >= len(tokens):
            continue
        frame = _frame(tokens[behind])
        if frame not in entry.frames or behind + 1 == len(tokens):
            continue
        content = pieces(analysis, tokens[behind + 1 : _end(tokens, behind + 1)])
        if content:
            found.append(
                Attribution(
                    content, form_of(analysis, content), Reason("clause of a noun", key), token, source
                )
            )
    return found


def read_behind(analysis: Analysis, tokens: Sequence[Token]) -> list[Attribution]:
    """`Het is genoeg, was zijn boodschap`; `..., zo luidt de conclusie van de raad, ...`: such a noun between commas,
    or at the end."""
    found = []
    for comma, token in enumerate(tokens[:-2]):
        verb = comma + 1 + (tokens[comma + 1].lower == "zo")
        told = token.text == "," and any(t.has("VerbForm=Fin") for t in tokens[:comma])
        noun = noun_behind(tokens, verb) if told and tokens[verb].lower in IS else None
        if noun is None:
            continue
        source, behind = owner(analysis, tokens, noun)
        rest = tokens[behind + 1 :] if verb > comma + 1 and tokens[behind : behind + 1] else ()
        if source and all(t.pos == "PUNCT" for t in tokens[behind : len(tokens) - len(rest)]):
            content = pieces(analysis, [*tokens[:comma], *rest])
            why = Reason("parenthesis", NOUNS[tokens[noun].lower][0])
            found.append(Attribution(content, form_of(analysis, content), why, tokens[noun], source))
    return found


def noun_behind(tokens: Sequence[Token], verb: int) -> int | None:
    """The place of such a noun right behind a verb: `was zijn dringende oproep`."""
    near = range(verb + 1, min(verb + 4, len(tokens)))
    return next((i for i in near if tokens[i].lower in NOUNS and tokens[i].pos == "NOUN"), None)


def told_before(analysis: Analysis, tokens: Sequence[Token]) -> tuple[Token, Sequence[Token]] | None:
    """`Met die boodschap komt de bond.`, `Die oproep doet de raad.`: the noun that points back, and who says it."""
    for place, token in enumerate(tokens[1:7], 1):
        if token.lower in NOUNS and token.pos == "NOUN":
            pointed = any(t.lower in ("die", "deze", "dat", "dit") for t in tokens[max(0, place - 2) : place])
            if not pointed or place + 2 >= len(tokens) or not tokens[place + 1].has("VerbForm=Fin"):
                return None
            source = phrase_from(analysis, tokens, place + 2 + (tokens[place + 2].lower in ("van", "ook")))
            return (token, source) if source else None
    return None


def _who_gives_it(analysis: Analysis, tokens: Sequence[Token], spot: int) -> tuple[Token, ...]:
    """The subject of the verb that a `met het argument` belongs to."""
    lead = tuple(t.lower for t in tokens[max(0, spot - 2) : spot])
    if lead not in _WITH:
        return ()
    place = next((i for i in range(spot - 1, -1, -1) if tokens[i].has("VerbForm=Fin")), None)
    return tuple(subject_of(analysis, tokens[place], tokens, place)) if place is not None else ()


def _frame(opener: Token) -> str:
    """What a word behind the noun opens: `dat` a clause, `om` an infinitive; a colon may take its place."""
    if opener.lower in ("dat", "of") and (opener.dep == "mark" or opener.pos == "SCONJ"):
        return "clause"
    return {"om": "infinitive", ":": "colon"}.get(opener.lower, "")


def owner(analysis: Analysis, tokens: Sequence[Token], spot: int) -> tuple[tuple[Token, ...], int]:
    """The words that name whose report it is, and the place behind the whole phrase."""
    behind = spot + 1
    if behind + 1 < len(tokens) and tokens[behind].lower == "van":
        named = phrase_from(analysis, tokens, behind + 1)
        if named:
            return tuple(named), behind + 1 + len(named)
    before = spot - 1
    while before >= 0 and tokens[before].pos == "ADJ":
        before -= 1
    if before < 0:
        return (), behind
    word = tokens[before]
    genitive = word.pos == "PROPN" and word.text[-1:] in "s'’"
    if genitive or word.lower in POSSESSIVES - {"mijn", "onze", "ons"}:
        return (word,), behind
    return (), behind


def _end(tokens: Sequence[Token], start: int) -> int:
    """Before the main clause that goes on behind a comma, or the end."""
    for place in range(start, len(tokens)):
        if tokens[place].text in ";:.!?":
            return place
        if tokens[place].text == "," and place + 1 < len(tokens) and tokens[place + 1].has("VerbForm=Fin"):
            return place
    return len(tokens)
