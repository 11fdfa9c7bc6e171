"""The parts of the training treebank, brought to the convention of its development part.

The parts were converted to Universal Dependencies by several versions of one program. Where they differ, a model
learns neither: `flat:name` of an older version is `flat` now, and the adverb in `ook de minister` is `amod`.
"""

from dataclasses import replace

from training.model.treebank import Sentence, Word

_PREDICATE = frozenset({"cop", "nsubj", "nsubj:pass", "csubj", "expl", "mark"})
"""What hangs on a noun that is the heart of a clause: an adverb there belongs to the clause."""
_CLAUSAL = frozenset({"ROOT", "parataxis", "ccomp", "advcl", "acl", "acl:relcl"})


def harmonised(sentence: Sentence) -> Sentence:
    """The sentence with the labels of one convention."""
    return tuple(_relabelled(sentence, word) for word in sentence)


def _relabelled(sentence: Sentence, word: Word) -> Word:
    if word.dep == "flat:name":
        return replace(word, dep="flat")
    if word.dep == "advmod" and word.pos == "ADV" and _is_in_noun_phrase(sentence, word):
        return replace(word, dep="amod")
    return word


def _is_in_noun_phrase(sentence: Sentence, word: Word) -> bool:
    noun = sentence[word.head]
    if noun.pos not in ("NOUN", "PROPN") or noun.dep in _CLAUSAL:
        return False
    return not any(other.head == word.head and other.dep in _PREDICATE for other in sentence)
