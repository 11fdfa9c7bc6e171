"""A database of Discourse Network Analyzer 3 (`.dna`, SQLite) ⇄ a Coding.

read(Path("sample.dna")).claims[0].values      # {"person": ..., "organization": ..., "agreement": False}

Offsets are counted in UTF-16 code units there, and in characters here; dates in seconds since 1970, UTC, and here
in days.
"""

from standpunt.networks.dna.reading import read
from standpunt.networks.dna.writing import DEFAULT_TYPE, PASSWORD, write

__all__ = ["DEFAULT_TYPE", "PASSWORD", "read", "write"]
