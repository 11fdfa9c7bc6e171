"""Which words that may show what somebody wants an article has, whether or not an attitude came of them."""

from collections.abc import Iterator

from standpunt.language.analysis import Analysis
from standpunt.model import Span
from standpunt.reading.attitudes.words import JUDGEMENTS, MODALS, OWNED, POLICIES, WANTING
from standpunt.reading.statements import cues


def considered(analysis: Analysis) -> Iterator[tuple[Span, str]]:
    """The place and the word-list entry of each, once, by sentence."""
    for sentence in analysis.sentences:
        tokens = analysis.of(sentence)
        found = {(cue.token.span, cue.verb.key) for cue in cues.find(analysis, tokens, WANTING)}
        for words in (MODALS, JUDGEMENTS, POLICIES):
            found |= {(token.span, words[token.lower][0]) for token in tokens if token.lower in words}
        found |= {(token.span, key) for token in tokens for key, _ in OWNED.get(token.lower, ())}
        yield from sorted(found)
