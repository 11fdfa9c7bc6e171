"""Attitudes in a noun, told by the reporter: `het verzet van de buurt tegen de brug`, `de eisen van de bond`, `de
Duitse plannen voor een tunnel`, `tot ergernis van de raad`, `het beleid dat de stad tunnels bouwt`. The nouns stand in
`attitudes.nl.toml`."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from standpunt.language.analysis import Analysis, Token
from standpunt.model import Reason, Stance
from standpunt.reading.attitudes.negation import clause, negated
from standpunt.reading.attitudes.verbs import CALLED, Shown
from standpunt.reading.attitudes.words import OWNED, POLICIES, WORDS, OwnedEntry, opposite
from standpunt.reading.statements.attribution import pieces
from standpunt.reading.statements.phrases import POSSESSIVES, phrase_from
from standpunt.reading.statements.subjects import subject_of

_OWNER = frozenset(("van", "bij", "vanuit", "onder", "namens"))
_ITS_OWNER = frozenset(("van", "namens"))
"""Of a noun that needs nothing behind it: `het plan bij de haven` is not the harbour's."""
_GETTING = frozenset(
    "krijgt krijgen kreeg kregen gekregen stuit stuiten stuitte stuitten gestuit stoot stoten stootte stootten vindt "
    "vinden vond vonden geniet genieten genoot rekenen rekent".split()
)


def owned(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Shown]:
    """What somebody is told to be for or against by a noun that is his."""
    for place, token in enumerate(tokens):
        named = place > 0 and tokens[place - 1].lower in ("op", "tot")
        if token.pos != "NOUN" and not named:  # `op aandringen van`, tagged as a verb
            continue
        for key, entry in _entries(token.lower):
            source, behind = _owner(analysis, tokens, place, entry)
            if not source and place and tokens[place - 1].lower == "uit" and entry.prepositions:
                source = _who_acts(analysis, tokens)  # `liep weg uit protest tegen de tunnel`
            target = _target(analysis, tokens, place, entry, source, behind) if source else []
            if target:
                stance: Stance | None = Stance(entry.stance)
                if entry.behind and negated(target):
                    stance = opposite(stance)
                if stance is not None:
                    yield Shown(stance, pieces(analysis, target), token, Reason("owned noun", key), source)
                break


def _who_acts(analysis: Analysis, tokens: Sequence[Token]) -> Sequence[Token]:
    """The subject of the main verb."""
    spot = next((i for i, t in enumerate(tokens) if t.has("VerbForm=Fin")), None)
    return subject_of(analysis, tokens[spot], tokens, spot) if spot is not None else ()


@lru_cache(maxsize=65536)
def _entries(noun: str) -> Sequence[tuple[str, OwnedEntry]]:
    """Of a noun, or of a compound that ends in one (`mestplan`)."""
    if noun in OWNED:
        return OWNED[noun]
    ends = (form for form in OWNED if noun.endswith(form) and len(noun) > len(form) + 2)
    return [(key, entry) for form in ends for key, entry in OWNED[form] if entry.alone and entry.prepositions]


def _target(
    analysis: Analysis,
    tokens: Sequence[Token],
    place: int,
    entry: OwnedEntry,
    source: Sequence[Token],
    behind: int,
) -> Sequence[Token]:
    """The words that the noun is towards, by its entry; none where nothing is shown."""
    before = tokens[max(0, place - 3) : place]
    if entry.behind:
        aside = {t.index for t in (*before, tokens[place], *source)}
        opened = any(t.lower == entry.behind for t in before)
        return [t for t in tokens if t.index not in aside] if opened else []
    if _unsure(tokens, place):
        return []
    if entry.gets:
        around = clause(tokens, place)
        got = any(t.lower in _GETTING for t in around) and not negated(around)
        own = [t for t in before if t.pos in ("DET", "ADJ", "ADP") and t.index > tokens[place].index - 3]
        aside = {t.index for t in (*own, tokens[place], *source)}
        return [t for t in around if t.index not in aside and t.pos != "ADP"] if got else []
    body = _body(analysis, tokens, behind, entry.prepositions)
    return [tokens[place], *body] if body or entry.alone else []


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
    analysis: Analysis, tokens: Sequence[Token], place: int, entry: OwnedEntry
) -> tuple[Sequence[Token], int]:
    """The words that name whose it is, up to what the noun is about, and the place behind them: a phrase behind, a
    genitive, possessive or the adjective of a state before."""
    behind = place + 1
    if behind + 1 < len(tokens) and tokens[behind].lower in (_ITS_OWNER if entry.alone else _OWNER):
        if [t.lower for t in tokens[behind + 1 : behind + 3]] in (["onder", "meer"], ["onder", "andere"]):
            behind += 2
        named = phrase_from(analysis, tokens, behind + 1)
        about = next((i for i, t in enumerate(named) if i and t.lower in entry.prepositions), len(named))
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
    if any(t.lower == "waarin" for t in tokens[start : start + 2]):
        return _called(tokens, start)
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


def _called(tokens: Sequence[Token], start: int) -> Sequence[Token]:
    """`de motie van Volt waarin het kabinet wordt opgeroepen de grens te sluiten`: what it calls for."""
    call = next((i for i in range(start, len(tokens)) if tokens[i].lower in CALLED), None)
    if call is None:
        return ()
    first = call + 1 + (tokens[call + 1 : call + 2] != [] and tokens[call + 1].lower == "om")
    end = next((i for i in range(first, len(tokens)) if tokens[i].text in ",;:.!?"), len(tokens))
    return tokens[first:end]
