"""What the slots of the sentences are filled with: names from the list in DATA, the registry, and `names.toml`."""

import random
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from standpunt import registry

_OWN = Path(__file__).with_name("names.toml")
_WORD = r"[A-ZÀ-ÖØ-Ý][a-zà-öø-ÿ']+(?:-[A-ZÀ-ÖØ-Ý][a-zà-öø-ÿ']+)?"
_PARTICLE = r"(?:[Vv]an|[Dd]en?|[Dd]er|[Tt]en|[Tt]er|'t|[Ee]l|von|di|da)"
_PERSON = re.compile(rf"({_WORD}) ((?:{_PARTICLE} )*{_WORD})")
"""A given name and a surname; initials, epithets and names of four and more words are left out."""
_REAL, _LISTED = 0.15, 0.55
"""Shares of persons who are in the registry, and in the list of names; the others are joined at random."""

Listed = Mapping[str, Sequence[str]]
"""The names of each kind in the list: geo, misc, org, per."""


@dataclass(frozen=True, slots=True)
class Names:
    """What is drawn from. `pools` are keyed as slots are, `ORG:party`; a name may begin with its article."""

    pools: Mapping[str, Sequence[str]]
    listed: Sequence[tuple[str, str]]
    given: Sequence[str]
    surnames: Sequence[str]
    real: Sequence[tuple[str, str]]

    def draw(self, slot: str, chance: random.Random) -> str:
        """A name for the slot. Raises KeyError for a slot that does not exist."""
        make = _PERSONS.get(slot)
        return make(self, chance) if make else chance.choice(self.pools[slot])

    @property
    def slots(self) -> frozenset[str]:
        return frozenset(_PERSONS) | frozenset(self.pools)

    def person(self, chance: random.Random) -> tuple[str, str]:
        """A given name and a surname as it stands behind it."""
        roll = chance.random()
        if roll < _REAL and self.real:
            return chance.choice(self.real)
        if roll < _REAL + _LISTED and self.listed:
            return chance.choice(self.listed)
        return chance.choice(self.given), chance.choice(self.surnames)


def load(data: Path | None) -> Names:
    """The names of the project's own lists and the registry, and of `names/names.tsv` in `data`.

    Without `data` the list is left out: sentences then have far fewer different names.
    """
    return names_of(_read_listed(data / "names/names.tsv") if data else {})


def names_of(listed: Listed) -> Names:
    own = tomllib.loads(_OWN.read_text(encoding="utf-8"))
    pools: dict[str, Sequence[str]] = {slot: _split(text) for slot, text in own["names"].items()}
    pools |= _from_registry(own["articles"])
    for slot, rule in own["listed"].items():
        pattern = re.compile(rule["matching"])
        found = [name for name in listed.get(rule["kind"], ()) if pattern.fullmatch(name)]
        # the own names come about half of the time, however long the list is
        copies = max(1, len(found) // max(1, len(pools[slot])))
        pools[slot] = [*found, *(list(pools[slot]) * copies)]
    for kind, of_kind in (("LOC", "geo"), ("ORG", "org")):
        own_names = [name for slot, pool in pools.items() if slot.startswith(f"{kind}:") for name in pool]
        bare = (name.removeprefix("de ").removeprefix("het ") for name in own_names)
        pools[kind] = [name for name in (*bare, *listed.get(of_kind, ())) if name[0].isupper()]
    persons = (_PERSON.fullmatch(name) for name in listed.get("per", ()))
    real = (person.name.partition(" ") for person in registry.load().all_persons)
    return Names(
        pools=pools,
        listed=[(found[1], found[2]) for found in persons if found and found[1] not in ("Van", "De", "Den")],
        given=_split(own["persons"]["given"]),
        surnames=_split(own["persons"]["surnames"]),
        real=[(given, last) for given, _, last in real if last],
    )


def _split(text: str) -> list[str]:
    return [name.strip() for name in text.split("|")]


def _read_listed(path: Path) -> Listed:
    out: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        kind, _, name = line.partition("\t")
        out.setdefault(kind, []).append(name)
    return out


def _from_registry(articles: Mapping[str, str]) -> dict[str, Sequence[str]]:
    """States with their words. Those that take an article get it."""
    with_article = {name: article for article, names in articles.items() for name in _split(names)}
    states = registry.load().all_states
    adjectives = [word for state in states for word in state.adjectives]
    return {
        "LOC:state": [
            f"{with_article[state.name]} {state.name}" if state.name in with_article else state.name
            for state in states
        ],
        "MISC:state": [word for word in adjectives if word.endswith("e")],
        "MISC:state-bare": [word for word in adjectives if f"{word}e" in adjectives],
        "MISC:people": [word for state in states for word in state.inhabitants],
        "LOC:capital": [place for state in states for place in state.capital],
    }


def _full(names: Names, chance: random.Random) -> str:
    return " ".join(names.person(chance))


def _last(names: Names, chance: random.Random) -> str:
    surname = names.person(chance)[1]
    return surname[0].upper() + surname[1:]


def _genitive(names: Names, chance: random.Random) -> str:
    """`Poetins`, `Rutte's`, `Heinis'`."""
    surname = _last(names, chance)
    if surname[-1] in "sxzß":
        return f"{surname}'"
    return f"{surname}'s" if surname[-1] in "aeiouyéáíóú" and not surname.endswith("ee") else f"{surname}s"


def _initials(names: Names, chance: random.Random) -> str:
    letters = "".join(f"{chance.choice('ABCDEFGHIJKLMNPRSTWY')}." for _ in range(chance.choice((1, 2, 2, 3))))
    return f"{letters} {names.person(chance)[1]}"


def _given(names: Names, chance: random.Random) -> str:
    return names.person(chance)[0]


_PERSONS: Mapping[str, Callable[[Names, random.Random], str]] = {
    "PER": _full,
    "PER:last": _last,
    "PER:first": _given,
    "PER:genitive": _genitive,
    "PER:initials": _initials,
}
