"""To whom something is said, and on which occasion: `tegen de bewoners`, `in een interview met Trouw`, `op X`.

Read from the words of the cue's own clause that are neither the content nor the source.
"""

from collections.abc import Sequence

from standpunt import lexicon
from standpunt.language.analysis import Analysis, Token, cover
from standpunt.model import Span
from standpunt.reading.statements.attribution import Attribution
from standpunt.reading.statements.phrases import phrase_from

LISTS = lexicon.read(
    __package__,
    "circumstances.nl.toml",
    {"addressee": lexicon.Entry, "occasion": lexicon.Entry, "medium": lexicon.Entry, "floor": lexicon.Entry},
)
ADDRESSEE = frozenset(LISTS["addressee"])
OCCASION = frozenset(word.casefold() for word in LISTS["occasion"])
MEDIUM = frozenset(LISTS["medium"])
FLOOR = frozenset(LISTS["floor"])
# A place behind `in` is no medium; a written or spoken one is where these verbs report, and a place seldom is.
BEFORE_OCCASION = frozenset("in op tijdens bij via na voor per".split())


def read(analysis: Analysis, attribution: Attribution) -> tuple[Span | None, Span | None]:
    """The addressee and the occasion, each with its preposition left out; None where none is told."""
    if attribution.cue is None:
        return None, None
    tokens = _clause(analysis, attribution)
    addressee = occasion = None
    for place, token in enumerate(tokens):
        if token.lower not in BEFORE_OCCASION and token.lower not in ADDRESSEE:
            continue
        phrase = phrase_from(analysis, tokens, place + 1)
        if not phrase or phrase[0].index != token.index + 1:
            continue
        if token.lower in BEFORE_OCCASION and _is_occasion(phrase, token):
            occasion = occasion or cover(_with(analysis, tokens, phrase))
        elif token.lower in ADDRESSEE and token.dep == "case":
            addressee = addressee or cover(phrase)
    return addressee, occasion


def _clause(analysis: Analysis, attribution: Attribution) -> list[Token]:
    """The words of the cue's sentence that are neither said nor the source."""
    assert attribution.cue is not None
    sentence = analysis.of(analysis.sentence_of(attribution.cue))
    aside = {token.index for token in attribution.source}
    aside.update(token.index for piece in attribution.content for token in analysis.within(piece))
    return [token for token in sentence if token.index not in aside]


def _is_occasion(phrase: Sequence[Token], preposition: Token) -> bool:
    if any(token.lower in OCCASION for token in phrase):
        return True
    # A bare name: a paper, programme or network. The entity label tells a place apart.
    named = phrase[0].text[:1].isupper() and phrase[0].entity in ("ORG", "MISC", "")
    return preposition.lower in MEDIUM and named and len(phrase) <= 3


def _with(analysis: Analysis, tokens: Sequence[Token], phrase: list[Token]) -> list[Token]:
    """`een interview met Trouw`: with whom belongs to the occasion."""
    behind = next((i for i, t in enumerate(tokens) if t is phrase[-1]), len(tokens)) + 1
    if behind < len(tokens) and tokens[behind].lower in ("met", "aan", "tegen"):
        whom = phrase_from(analysis, tokens, behind + 1)
        if whom:
            return [*phrase, tokens[behind], *whom]
    return phrase
