"""Fills the slots of a sentence: `{PER} ([ORG:party])` needs a name each time, and it brings its label."""

import random
import re
from collections.abc import Iterable, Iterator

from training.sentences.inline import Labelled, parse
from training.sentences.names import Names

_SLOT = re.compile(r"\{([A-Z]+(?::[a-z-]+)?)\}|<([A-Z]+(?::[a-z-]+)?)>")
_OUTSIDE = re.compile(r"(de|het|een|persbureau|vakbond) (?=.)")
"""What a name of the pools may begin with that is no part of it."""
_TRIES = 20


def slots(context: str) -> list[str]:
    """The slots of a sentence, in order, with and without a label."""
    return [labelled or plain for labelled, plain in _SLOT.findall(context)]


def fill(context: str, names: Names, chance: random.Random) -> Labelled:
    """The sentence with a name in every slot; a name comes once, an article of its own stays outside.

    `<ORG:party>-leider` fills without a label: a name inside a compound is no name.
    """
    used: set[str] = set()

    def name_for(slot: re.Match[str]) -> str:
        kind = slot[1] or slot[2]
        name = next(
            (name for _ in range(_TRIES) if (name := names.draw(kind, chance)) not in used),
            names.draw(kind, chance),
        )
        used.add(name)
        found = _OUTSIDE.match(name)
        outside, name = (found[0], name[found.end() :]) if found else ("", name)
        return f"{outside}[{name}|{kind.partition(':')[0]}]" if slot[1] else name

    return parse(_capital(_SLOT.sub(name_for, context)))


def expand(contexts: Iterable[str], names: Names, seed: int, fillings: int) -> Iterator[Labelled]:
    """Every sentence so many times with other names, once where it has no slot; no text comes twice.

    The names of a sentence depend on it and the seed alone, so that a new sentence changes no other.
    """
    seen: set[str] = set()
    for context in contexts:
        chance = random.Random(f"{seed} {context}")
        for _ in range(fillings if slots(context) else 1):
            sentence = fill(context, names, chance)
            if sentence.text not in seen:
                seen.add(sentence.text)
                yield sentence


def _capital(line: str) -> str:
    """Only an article or a name that fills the first slot can have begun small."""
    return re.sub(
        r"^(\W*)(de|het|een|persbureau|vakbond)\b", lambda found: found[1] + found[2].capitalize(), line
    )
