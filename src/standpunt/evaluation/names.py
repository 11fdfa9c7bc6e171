"""Whether two names are one, as the figures see it: `minister De Wit` is *Anna de Wit* where she is the only one."""

import re
import unicodedata
from functools import cache

from standpunt import lexicon
from standpunt.evaluation.coding import Coding
from standpunt.model import ActorKind

_WORD = re.compile(r"\w+")


class Addition(lexicon.Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A word that a name may have or lack; `bare` is the example without it."""

    bare: str


@cache
def additions() -> dict[str, dict[str, Addition]]:
    """The words before a name, the endings of such words, and the particles of surnames.

    They are a part of what the figures mean, so this list is not that of `reading.mentions`, which grows.
    """
    return lexicon.read(
        "standpunt.evaluation",
        "additions.nl.toml",
        {"before": Addition, "ending": Addition, "particle": Addition},
    )


def plain(name: str) -> str:
    """A name without what does not tell it apart: case, accents, punctuation, articles and titles before it."""
    decomposed = unicodedata.normalize("NFKD", name)
    words = _WORD.findall("".join(sign for sign in decomposed if not unicodedata.combining(sign)).casefold())
    while len(words) > 1 and _stands_before(words[0]):
        del words[0]
    return " ".join(words)


def _stands_before(word: str) -> bool:
    return word in additions()["before"] or word.endswith(tuple(additions()["ending"]))


class Names:
    """The names of one annotated article; `key` gives one key for all ways to write one of them.

    A name is written as in the gold, as one of its aliases, or, for a person whose surname nobody else there has,
    as that surname with or without its particles.
    """

    def __init__(self, gold: Coding) -> None:
        written = {name for name, _ in gold.actors} | {said.label for said in gold.statements}
        others = {name for name, kind in gold.actors if kind is not ActorKind.PERSON}
        self._keys = _surnames(written - others)
        for name, aliases in gold.aliases.items():
            self._keys.update((plain(alias), plain(name)) for alias in aliases)
        self._keys.update((plain(name), plain(name)) for name in written)

    def key(self, name: str) -> str:
        return self._keys.get(plain(name), plain(name))

    def same(self, one: str, other: str) -> bool:
        return self.key(one) == self.key(other)


def _surnames(people: set[str]) -> dict[str, str]:
    """The surnames that one person has, each with the key of that person."""
    bearers: dict[str, list[str]] = {}
    for person in people:
        words = plain(person).split()
        for start in range(len(words) - 1, 0, -1):
            bearers.setdefault(" ".join(words[start:]), []).append(" ".join(words))
            if words[start - 1] not in additions()["particle"]:
                break
    return {surname: named[0] for surname, named in bearers.items() if len(named) == 1}
