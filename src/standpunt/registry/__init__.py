"""Dated facts: who held which office, states with their words, parties, alliances and bodies.

`load()` reads the TOML files of this package once; the look-ups of `Registry` are pure. What is not here is
not denied: the registry helps where it knows something, and only decides when one candidate remains.
"""

from standpunt.registry.facts import Body, Office, Person, State, fold
from standpunt.registry.lookup import Registry
from standpunt.registry.reader import load

__all__ = ["Body", "Office", "Person", "Registry", "State", "fold", "load"]
