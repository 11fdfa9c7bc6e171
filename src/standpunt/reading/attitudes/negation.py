"""Whether a clause is negated or hedged: `niet`, `geen`, `nooit`, `misschien` and their kin, and where they only seem
to be."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from standpunt.language.analysis import Analysis, Token

NEGATORS = frozenset("niet geen nooit niets niks niemand nergens noch nauwelijks allerminst evenmin".split())
# `niet alleen`, `niet zozeer`, `niet eens`: nothing is denied.
TAKEN_BACK = frozenset("alleen enkel slechts zozeer".split())
# What may be done says not that it will be: `laat weten mogelijk mee te doen`.
_HEDGES = frozenset("mogelijk misschien wellicht eventueel".split())

# A modal in such a clause tells what somebody supposes, not what he wants.
SUPPOSING = frozenset(
    "als indien wanneer toen omdat doordat hoewel terwijl of hoe hoeveel wat wie waar die waarom".split()
)
# Behind these something is told that is so: `omdat de raad een tunnel wil bouwen`.
TOLD = frozenset("toen omdat doordat hoewel terwijl die".split())
_MAYBE = frozenset("als indien wanneer mits tenzij zolang voordat totdat of mocht mochten zodra".split())


def hedge(tokens: Sequence[Token]) -> Token | None:
    """The first `misschien` of its kind: an adverb, or right before an infinitive whatever the parse makes of it."""
    for place, token in enumerate(tokens):
        if token.lower in _HEDGES:
            near = [t.lower for t in tokens[place + 1 : place + 4]]
            if {"maken", "maakt", "maakte", "maakten", "gemaakt"} & set(near):
                continue  # `om een tunnel mogelijk te maken`
            if token.dep == "advmod" or token.dep != "amod" and "te" in near:
                return token
    return None


def negated(tokens: Sequence[Token], aside: Collection[int] = ()) -> bool:
    """Whether the words hold a negation that counts; `aside` are indices of tokens that do not count (those of a
    phrase that holds its own `niet`). Two of them are none."""
    found = 0
    for place, token in enumerate(tokens):
        if token.lower not in NEGATORS or token.index in aside:
            continue
        following = tokens[place + 1].lower if place + 1 < len(tokens) else ""
        inside = place > 0 and token.lower == "geen" and tokens[place - 1].lower == "van"
        found += following not in TAKEN_BACK and not inside  # `een verklaring van geen bezwaar`
    return found % 2 == 1


def not_yet(tokens: Sequence[Token]) -> bool:
    """`nog niet`, `nog geen`: who does not agree yet leaves it open."""
    return any(one.lower == "nog" and two.lower in ("niet", "geen") for one, two in pairwise(tokens))


def says_not(tokens: Sequence[Token]) -> bool:
    """Whether what is said is a negated clause of its own: the `het niet doorgaat` of `wil dat het niet doorgaat`."""
    verb = next((i for i, t in enumerate(tokens) if t.pos in ("VERB", "AUX")), None)
    return verb is not None and any(t.has("VerbForm=Fin") for t in tokens) and negated(clause(tokens, verb))


def hypothetical(analysis: Analysis, tokens: Sequence[Token], spot: int) -> bool:
    """Whether the clause around `tokens[spot]` tells what may come: `als de raad instemt`, `of de raad instemt`."""
    around = clause(tokens, spot)
    first = next((t for t in around if t.pos not in ("PUNCT", "CCONJ")), around[0])
    before = analysis.tokens[around[0].index - 1] if around[0].index else first
    return any(_supposes(analysis, token) for token in (first, before))


def _supposes(analysis: Analysis, token: Token) -> bool:
    """`als`, `of` and their kin before a clause, and not before a name (`partijen als Volt`)."""
    name = analysis.tokens[token.head].pos == "PROPN" and token.lower == "als"
    return token.lower in _MAYBE and token.dep == "mark" and not name


def denies(tokens: Sequence[Token]) -> bool:
    """Whether a phrase without a verb denies what it names: `geen brug`, `het plan niet`."""
    fragment = not any(t.has("VerbForm=Fin") for t in tokens)
    return fragment and any(t.lower in ("geen", "niet") for t in tokens)


def clause(tokens: Sequence[Token], spot: int) -> list[Token]:
    """The words of the clause around `tokens[spot]`: up to a mark, a `dat` or `of`, or an `en` with a verb before and
    behind it, on both sides."""
    start = spot
    while start > 0 and not _parts(tokens, start - 1):
        start -= 1
    end = spot + 1
    while end < len(tokens) and not _parts(tokens, end):
        end += 1
    return list(tokens[start:end])


def _parts(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    if token.text in ",;:.!?" or token.pos == "SCONJ":
        return True
    near = tokens[place + 1 : place + 6]
    if token.pos != "CCONJ" or not any(t.has("VerbForm=Fin") for t in near):
        return False
    before = next((i for i in range(place - 1, -1, -1) if tokens[i].text in ";:.!?"), -1)
    return any(t.has("VerbForm=Fin") for t in tokens[before + 1 : place])  # `VVD en PvdA willen`: one clause


def supposed(tokens: Sequence[Token], spot: int, words: Collection[str] = SUPPOSING) -> bool:
    """Whether the clause of a verb begins with a word of supposing; `Die moet er komen` only points back."""
    opens = next((i for i in range(spot - 1, -1, -1) if tokens[i].text in ",;:.!?"), -1) + 1
    first = tokens[opens : min(opens + 2, spot)]
    return any(t.lower in words and t.pos != "DET" and t.text != "Die" for t in first)
