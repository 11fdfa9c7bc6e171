"""Attitudes in a noun, told by the reporter: `het verzet van de buurt tegen de brug`, `de eisen van de bond`, `de
Duitse plannen voor een tunnel`, `tot ergernis van de raad`, `het beleid dat de stad tunnels bouwt`. The nouns stand in
`attitudes.nl.toml`."""

from collections.abc import Iterator, Sequence

from standpunt.language.analysis import Analysis, Token
from standpunt.model import Reason, Stance
from standpunt.reading.attitudes.negation import clause, negated
from standpunt.reading.attitudes.verbs import Shown
from standpunt.reading.attitudes.words import OWNED, POLICIES, WORDS
from standpunt.reading.statements.attribution import pieces
from standpunt.reading.statements.phrases import POSSESSIVES, phrase_from

_OWNER = frozenset(("van", "bij", "vanuit", "onder", "namens"))


def owned(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Shown]:
    """What somebody is told to be for or against by a noun that is his."""
    for place, token in enumerate(tokens):
        found = OWNED.get(token.lower)
        if found is None or token.pos != "NOUN":
            continue
        key, entry = found
        stance = Stance(entry.stance)
        source, behind = _owner(analysis, tokens, place, entry.prepositions)
        if not source:
            continue
        if entry.felt:
            if place and any(t.lower == "tot" for t in tokens[max(0, place - 3) : place]):
                aside = {t.index for t in (*tokens[max(0, place - 3) : place + 1], *source)}
                rest = [t for t in tokens if t.index not in aside]
                if rest:
                    yield Shown(stance, pieces(analysis, rest), token, Reason("felt", key), source)
            continue
        if _unsure(tokens, place):
            continue
        body = _body(analysis, tokens, behind, entry.prepositions)
        target = pieces(analysis, [token, *body]) if body or entry.alone else ()
        if target:
            yield Shown(stance, target, token, Reason("owned noun", key), source)


def policies(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Shown]:
    """`het beleid dat de stad geen tunnels bouwt`: what is decided is of whoever does it, whoever speaks of it."""
    for place, token in enumerate(tokens[:-2]):
        key, _ = POLICIES.get(token.lower, ("", None))
        if not key or tokens[place + 1].lower != "dat":
            continue
        body = clause(tokens[place + 2 :], 0)
        source = phrase_from(analysis, body, 0)
        done = next((t for t in body if t.has("VerbForm=Fin") and t not in source), None)
        stance = WORDS[key].read(negated(body))
        if source and done is not None and stance is not None and _is_whole(analysis, done, source, body):
            yield Shown(stance, pieces(analysis, body), token, Reason("policy", key), source)


def _is_whole(analysis: Analysis, verb: Token, source: Sequence[Token], body: Sequence[Token]) -> bool:
    """A clause that says what is done; in `het beleid dat zijn voorganger erfde` the policy is the object."""
    others = [token for token in body if token not in source and token is not verb]
    parts = (child.dep for child in analysis.children[verb.index] if child in others)
    named = any(token.pos in ("NOUN", "PROPN") for token in others)
    return negated(body) or named or any(part in ("obj", "xcomp", "ccomp") for part in parts)


def _unsure(tokens: Sequence[Token], place: int) -> bool:
    """`geen steun van`, `zonder steun van`, `krijgt steun van`: nobody owns it, or it is not there."""
    return any(
        t.lower in ("geen", "zonder", "nauwelijks", "weinig", "om", "vraagt", "vragen")
        for t in tokens[max(0, place - 3) : place]
    )


def _owner(
    analysis: Analysis, tokens: Sequence[Token], place: int, prepositions: Sequence[str]
) -> tuple[Sequence[Token], int]:
    """The words that name whose it is, up to what the noun is about, and the place behind them: a phrase behind, a
    genitive, possessive or the adjective of a state before."""
    behind = place + 1
    if behind + 1 < len(tokens) and tokens[behind].lower in _OWNER:
        named = phrase_from(analysis, tokens, behind + 1)
        about = next((i for i, t in enumerate(named) if i and t.lower in prepositions), len(named))
        named = named[:about]
        if named:
            return named, behind + 1 + len(named)
    before = place - 1
    while before >= 0 and tokens[before].pos == "ADJ" and not tokens[before].text[:1].isupper():
        before -= 1
    if before < 0:
        return (), behind
    word = tokens[before]
    genitive = word.pos == "PROPN" and word.text[-1:] in "s'’"
    adjective = word.pos == "ADJ" and word.text[:1].isupper() and before > 0
    if genitive or adjective or word.lower in POSSESSIVES - {"mijn", "onze", "ons"}:
        return (word,), behind
    return (), behind


def _body(
    analysis: Analysis, tokens: Sequence[Token], start: int, prepositions: Sequence[str]
) -> Sequence[Token]:
    """What the noun is about: behind one of its prepositions, or an `om ... te`."""
    while start < len(tokens) and tokens[start].pos == "ADV":
        start += 1
    if start < len(tokens) and tokens[start].lower == "aan" and "aan" not in prepositions:
        start += 1 + len(phrase_from(analysis, tokens, start + 1))  # `de oproep van X aan het kabinet`
    if start >= len(tokens) or tokens[start].lower not in prepositions:
        return ()
    if tokens[start].lower in ("om", "dat"):
        end = next((i for i in range(start, len(tokens)) if tokens[i].text in ",;:.!?"), len(tokens))
        return tokens[start + 1 : end]
    phrase = phrase_from(analysis, tokens, start + 1)
    end = start + 1 + len(phrase)
    while (
        phrase
        and end + 1 < len(tokens)
        and tokens[end].lower in ("van", "in", "op", "aan", "naar", "voor", "met", "bij")
    ):
        more = phrase_from(analysis, tokens, end + 1)
        if not more:
            break
        end += 1 + len(more)
    return tokens[start + 1 : end]
