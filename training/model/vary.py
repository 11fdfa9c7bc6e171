"""News is written in more ways than the treebank: the same sentences, varied anew each time they are read."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace

from training.model.treebank import Sentence, Word, drop

_MARKS = frozenset({'"', "''", ",,", "„", "“", "”", "«", "»", "‘", "’", "'"})


def varied(sentences: Iterable[Sentence], chance: random.Random) -> Iterator[Sentence]:
    for sentence in sentences:
        yield vary(sentence, chance)


def vary(sentence: Sentence, chance: random.Random) -> Sentence:
    """The sentence, mostly as it was; else with a quotation mark less or more, without its full stop, or
    cased as a heading.

    The styles of marks need no teaching: the model sees all of them as one."""
    marks = [at for at, word in enumerate(sentence) if word.form in _MARKS and _is_leaf(sentence, at)]
    if marks and chance.random() < 0.25:
        # a quotation of several sentences leaves each with one mark or none
        gone = {marks[0]} if chance.random() < 0.4 else {marks[-1]} if chance.random() < 0.7 else set(marks)
        sentence = drop(sentence, gone)
    elif not marks and len(sentence) > 3 and sentence[0].dep and chance.random() < 0.10:
        sentence = _quoted(sentence, chance)
    if len(sentence) > 3 and sentence[-1].form == "." and chance.random() < 0.12:
        sentence = drop(sentence, {len(sentence) - 1})
    roll = chance.random()
    if roll < 0.01:
        return tuple(replace(word, form=word.form.upper()) for word in sentence)
    if roll < 0.02:
        return tuple(_capital(word) for word in sentence)
    if roll < 0.03 and sentence[0].pos not in ("PROPN", "X", ""):
        first = replace(sentence[0], form=sentence[0].form[:1].lower() + sentence[0].form[1:])
        return (first, *sentence[1:])
    return tuple(_apostrophe(word, chance) for word in sentence)


def _is_leaf(sentence: Sentence, at: int) -> bool:
    return all(word.head != at or other == at for other, word in enumerate(sentence)) and (
        sentence[at].dep == "punct"
    )


def _quoted(sentence: Sentence, chance: random.Random) -> Sentence:
    """Marks before the first word, after the last, or both; before or after the full stop."""
    root = next(at for at, word in enumerate(sentence) if word.dep == "ROOT")
    where = chance.random()
    before, after = where < 0.7, where > 0.3
    words = [replace(word, head=word.head + before) for word in sentence]
    no_entity = None if words[0].ent is None else "O"
    mark = Word('"', False, "PUNCT", '"', "", root + before, "punct", no_entity)
    if after:
        inside = words[-1].form == "." and chance.random() < 0.3
        place = len(words) - 1 if inside else len(words)
        words[place - 1] = replace(words[place - 1], space=False)
        words.insert(place, replace(mark, space=not inside))
        if inside:
            words[-1] = replace(words[-1], head=root + before)
    if before:
        words.insert(0, mark)
    return tuple(words)


def _capital(word: Word) -> Word:
    return replace(word, form=word.form[:1].upper() + word.form[1:])


def _apostrophe(word: Word, chance: random.Random) -> Word:
    if "'" in word.form and len(word.form) > 2 and chance.random() < 0.5:
        return replace(word, form=word.form.replace("'", "’"))
    return word
