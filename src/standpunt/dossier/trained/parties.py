"""Dutch parties: their names in a text, how coders call them, where their programmes stand."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import msgspec

from standpunt import registry
from standpunt.dossier.trained.terms import WORD
from standpunt.errors import LexiconError
from standpunt.registry import fold

FILE = "parties.nl.toml"


class Party(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`unit` is what coders call it, `bodies` its names in the registry, `line` from -2 (against the issue's proposal)
    to 2 (for it) by the issue's id."""

    unit: str
    bodies: tuple[str, ...]
    line: dict[str, int]


@cache
def load() -> Mapping[str, Party]:
    """The parties by key. Raises LexiconError."""
    text = (files("standpunt.dossier.trained") / FILE).read_text(encoding="utf-8")
    try:
        return MappingProxyType(msgspec.convert(tomllib.loads(text), dict[str, Party]))
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as fault:
        raise LexiconError(f"the parties cannot be read: {fault}", where=FILE) from fault


@cache
def names() -> Mapping[str, tuple[tuple[int, ...], Mapping[tuple[str, ...], str]]]:
    """Under the first word of names, folded: how many words they have, the most first, and whose each of them is.

    Names of the party and of its people; a surname that people of two parties share is left out.
    """
    of_body = {body: key for key, party in load().items() for body in party.bodies}
    facts = registry.load()
    stands: dict[tuple[str, ...], set[str]] = {}
    for person in facts.all_persons:
        if person.party in of_body:
            for name in (person.surname, *(alias for alias in person.aliases if " " not in alias)):
                stands.setdefault(_words(name), set()).add(of_body[person.party])
    for body in facts.all_bodies:
        if body.name in of_body:
            for name in (body.name, *body.aliases, *body.members):
                stands[_words(name)] = {of_body[body.name]}
    table: dict[str, dict[tuple[str, ...], str]] = {}
    for words, keys in stands.items():
        if len(keys) == 1:
            table.setdefault(words[0], {})[words] = next(iter(keys))
    return {first: (tuple(sorted({*map(len, found)}, reverse=True)), found) for first, found in table.items()}


def of_unit(actor: str) -> str:
    """The key of the party that coders call so; empty where there is none."""
    return next((key for key, party in load().items() if party.unit == actor), "")


def named(words: Sequence[str], at: int) -> tuple[int, str]:
    """How many words from `at` are the name of a party or of its people, and whose; 0 where none is."""
    lengths, known = names().get(words[at], ((), {}))
    for length in lengths:
        name = tuple(words[at : at + length])
        if name in known:
            return len(name), known[name]
    return 0, ""


def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in WORD.findall(name))
