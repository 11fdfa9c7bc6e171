"""Prints the documented schema; see `schema`."""

from standpunt.store.schema import documented

print(documented(), end="")
