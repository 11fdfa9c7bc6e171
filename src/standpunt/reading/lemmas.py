"""The dictionary forms of the words that carry meaning, for search."""

from collections.abc import Iterator

from standpunt.language import Analysis
from standpunt.model import Lemma

_CARRY = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "AUX"})
_PARTICLE = "compound:prt"


def find(analysis: Analysis) -> Iterator[Lemma]:
    """Where the dictionary form is not the word itself; of a verb whose particle stands apart (`legt Hoek
    uit`) it is the whole verb, at the verb (`uitleggen`)."""
    for token in analysis.tokens:
        if token.pos not in _CARRY:
            continue
        particles = [each for each in analysis.children[token.index] if each.dep == _PARTICLE]
        # some pipelines write it as one already: uit_leggen
        lemma = token.lemma.replace("_", "")
        if len(particles) == 1 and not lemma.startswith(particles[0].lower):
            lemma = particles[0].lower + lemma
        if lemma.lower() != token.lower:
            yield Lemma(token.span, lemma)
