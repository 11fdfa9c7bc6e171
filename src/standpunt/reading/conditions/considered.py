"""Which words that may state a condition an article has, whether or not one came of them."""

from collections.abc import Iterator

from standpunt.language.analysis import Analysis
from standpunt.model import Span
from standpunt.reading.conditions.opened import stands
from standpunt.reading.conditions.words import CONSENT, NAMES, OPENERS


def considered(analysis: Analysis) -> Iterator[tuple[Span, str]]:
    """The place of the first word and the word-list entry of each, once, by sentence."""
    for sentence in analysis.sentences:
        tokens = analysis.of(sentence)
        for place, token in enumerate(tokens):
            opener = next(
                (key for key, words, _ in OPENERS.get(token.lower, ()) if stands(tokens, place, words)), ""
            )
            for key in dict.fromkeys((opener, NAMES.get(token.lower, ""), CONSENT.get(token.lower, ""))):
                if key:
                    yield token.span, key
