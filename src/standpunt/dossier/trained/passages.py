"""What is judged: a sentence that speaks of an actor, with the sentences before and behind it, as words.

Names are taken out: the actor becomes `@`, another party or its people `@` with the key of the party (`@vvd`), so that
what is learned of words does not know who speaks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from standpunt.dossier.trained import parties
from standpunt.dossier.trained.terms import WORD
from standpunt.registry import fold

ACTOR = "@"

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words and marks, folded. `party` is the key of the actor's party, empty where it is none of `parties`."""

    before: Words
    target: Words
    after: Words
    party: str


def passage(
    before: str, target: str, after: str, *, party: str = "", spans: Sequence[tuple[int, int]] = ()
) -> Passage:
    """`spans` are places in the target, half-open, that name the actor; names of his party name him too."""
    return Passage(words_of(before, party), words_of(target, party, spans), words_of(after, party), party)


def words_of(text: str, party: str = "", spans: Sequence[tuple[int, int]] = ()) -> Words:
    raw = WORD.findall(text)
    words = [fold(each) or each for each in raw]
    starts = parties.names()
    actors = {at: parties.named(words, at) for at, word in enumerate(words) if word in starts}
    actors = {at: found for at, found in actors.items() if raw[at + found[0] - 1][0].isupper()}
    if spans:
        actors |= dict.fromkeys(_within(text, spans), (1, party))
    told: list[str] = []
    end = 0
    for at in sorted(actors):
        length, named = actors[at]
        if at >= end and length:
            told += words[end:at]
            name = ACTOR if named == party else f"@{named}"
            if name != ACTOR or told[-1:] != [ACTOR]:
                told.append(name)
            end = at + length
    return (*told, *words[end:])


def _within(text: str, spans: Sequence[tuple[int, int]]) -> set[int]:
    """The places of the words that share a letter with one of the spans."""
    last = max(high for _, high in spans)
    words = takewhile(lambda word: word.start() < last, WORD.finditer(text))
    return {
        at
        for at, word in enumerate(words)
        if any(low < word.end() and word.start() < high for low, high in spans)
    }
