"""Dated facts: who held which office, states with their words, parties, alliances and bodies.

`load()` reads the TOML files of this package once, and `load(Path("mine.toml"))` lays a user's own over them; the
look-ups of `Registry` are pure. What is not here is not denied: the registry helps where it knows something, and only
decides when one candidate remains.
"""

from standpunt.registry.facts import Body, Office, Person, State, fold, moment
from standpunt.registry.lookup import Registry
from standpunt.registry.reader import load

__all__ = ["Body", "Office", "Person", "Registry", "State", "fold", "load", "moment"]
