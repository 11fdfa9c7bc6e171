"""Whether somebody's words name the opposite of what an issue proposes: `de huur verhogen` where it is to be frozen."""

from collections.abc import Collection

from standpunt import lexicon

FILE = "opposites.nl.toml"


class Opposite(lexicon.Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Two groups of words that mean opposite doings."""

    one: tuple[str, ...]
    other: tuple[str, ...]


OPPOSITES = lexicon.read(__package__, FILE, {"opposite": Opposite})["opposite"]


def turned(proposal: Collection[str], said: Collection[str]) -> bool:
    """Whether what is said has a word of one side, and the proposal only words of the other; words are folded forms."""
    for entry in OPPOSITES.values():
        for here, there in ((entry.one, entry.other), (entry.other, entry.one)):
            if (
                _any(here, proposal)
                and not _any(there, proposal)
                and _any(there, said)
                and not _any(here, said)
            ):
                return True
    return False


def _any(words: Collection[str], among: Collection[str]) -> bool:
    return any(other == word or len(word) > 4 and other.endswith(word) for word in words for other in among)
