"""Reads the registry's TOML files into typed facts, and says what is wrong with them."""

import datetime
import tomllib
from functools import cache
from importlib import resources
from typing import Any, TypeVar

import msgspec

from standpunt.errors import LexiconError
from standpunt.model import ActorKind
from standpunt.registry.facts import Body, Fact, Person, State
from standpunt.registry.lookup import Registry

_PACKAGE = "standpunt.registry"
_PERSONS = ("persons_nederland.nl.toml", "persons_belgie.nl.toml", "persons_wereld.nl.toml")
_STATES = "states.nl.toml"
_BODIES = "bodies.nl.toml"
_OFFICES = "offices.nl.toml"

FILES = (*_PERSONS, _STATES, _BODIES, _OFFICES)
"""The files that `load` reads, for whoever wants to know with which facts something was made."""

F = TypeVar("F", bound=Fact)


class Offices(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How offices are named: other words for a rank, and the fields that a short name stands for."""

    rank: dict[str, str] = msgspec.field(default_factory=dict)
    portfolio: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)


@cache
def load() -> Registry:
    """The registry of this package. Raises LexiconError."""
    persons = [fact for file in _PERSONS for fact in parse_persons(_read(file), file)]
    states = _facts(_read(_STATES), _STATES, "staat", State)
    bodies = [
        fact
        for kind, entries in _groups(_read(_BODIES), _BODIES).items()
        for fact in _facts(entries, _BODIES, "organisatie", Body, {"kind": kind})
    ]
    try:
        offices = msgspec.convert(_read(_OFFICES), Offices)
    except msgspec.ValidationError as fault:
        raise LexiconError(f"{fault}", where=_OFFICES) from fault
    return build(persons, states, bodies, offices)


def build(
    persons: list[Person],
    states: list[State],
    bodies: list[Body],
    offices: Offices | None = None,
) -> Registry:
    """A registry of the given facts. Raises LexiconError where a key or a full name occurs twice."""
    seen: set[str] = set()
    for fact in (*persons, *states, *bodies):
        for mark in (fact.key, f"{type(fact).__name__} {fact.name}"):
            if mark in seen:
                raise LexiconError(f"{fact.name} stands twice in the registry", where=mark)
            seen.add(mark)
    named = offices or Offices()
    return Registry(persons, states, bodies, named.rank, named.portfolio)


def parse_persons(content: dict[str, Any], file: str) -> list[Person]:
    """Persons of one file; a surname that is not given is the name without its first word.

    Raises LexiconError for an unknown field, an office that ends before it begins, a gender but `m` and `v`.
    """
    given = {key: {"surname": _surname(entry), **entry} for key, entry in content.items()}
    persons = _facts(given, file, "persoon", Person)
    for person in persons:
        if person.gender not in ("m", "v"):
            raise LexiconError(f"{person.name}: gender is m or v, not {person.gender!r}", where=file)
        for office in person.offices:
            if office.start and office.end and office.end < office.start:
                raise LexiconError(f"{person.name}: {office} ends before it begins", where=file)
    return persons


def _surname(entry: Any) -> str:
    return str(entry.get("name", "")).partition(" ")[2] if isinstance(entry, dict) else ""


def _read(file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(resources.files(_PACKAGE).joinpath(file).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise LexiconError(f"the registry cannot be read: {fault}", where=file) from fault


def _groups(content: dict[str, Any], file: str) -> dict[str, dict[str, Any]]:
    for name in sorted(content.keys() - set(ActorKind)):
        raise LexiconError(f"unknown group [{name}]", where=file, hint=f"expected: {', '.join(ActorKind)}")
    return content


def _facts(
    content: dict[str, Any], file: str, prefix: str, kind: type[F], more: dict[str, str] | None = None
) -> list[F]:
    facts = []
    for key, entry in content.items():
        try:
            facts.append(
                msgspec.convert({"key": f"{prefix}:{key}", **(more or {}), **entry}, kind, dec_hook=_date)
            )
        except (msgspec.ValidationError, TypeError) as fault:
            raise LexiconError(f"[{key}]: {fault}", where=file) from fault
    return facts


def _date(kind: type, value: object) -> object:
    if kind is datetime.date and isinstance(value, datetime.date):
        return value
    raise TypeError(f"{value!r} is not a {kind.__name__}")
