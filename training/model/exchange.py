"""Other names in the places of names: a name that is seen once is learnt by heart, and its context is what tells."""

import random
from dataclasses import replace

from training.model import phrases
from training.model.measure import spans
from training.model.treebank import Sentence
from training.sentences.names import Names

_EXCHANGED = 0.25
"""The share of names that others come for."""
_FEATURES = {
    "PER": "Gender=Com|Number=Sing",
    "ORG": "Gender=Neut|Number=Sing",
    "LOC": "Gender=Neut|Number=Sing",
}
"""What a name of one word has; the words of a longer one have none in the treebank."""


def exchanged(sentence: Sentence, names: Names, chance: random.Random) -> Sentence:
    """The sentence with other persons, places and organisations in some of its places."""
    found = [span for span in spans(word.ent or "O" for word in sentence) if span[0] != "MISC"]
    for kind, start, end in reversed(found):
        if chance.random() < _EXCHANGED and _is_flat(sentence, start, end):
            slot = "PER:last" if kind == "PER" and end == start + 1 else kind
            features = sentence[start].morph or _FEATURES[kind]
            name = phrases.name(names.draw(slot, chance), kind, features)
            sentence = _replaced(sentence, start, end, name)
    return sentence


def _is_flat(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words hang on the first of them and nothing else hangs on the others."""
    return all(
        word.head == start and word.dep == "flat" if start < at < end else not start < word.head < end
        for at, word in enumerate(sentence)
    )


def _replaced(sentence: Sentence, start: int, end: int, phrase: phrases.Phrase) -> Sentence:
    shift = len(phrase) - (end - start)

    def moved(at: int) -> int:
        return at + shift if at >= end else at

    first = replace(phrase[0], head=moved(sentence[start].head), dep=sentence[start].dep)
    others = [replace(word, head=start) for word in phrase[1:]]
    name = [first, *others]
    name[-1] = replace(name[-1], space=sentence[end - 1].space)
    outside = [replace(word, head=moved(word.head)) for word in sentence]
    return (*outside[:start], *name, *outside[end:])
