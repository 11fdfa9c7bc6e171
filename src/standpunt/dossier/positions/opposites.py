"""Whether somebody's words name the opposite of what an issue proposes, or undo it: `de huur verhogen` where it is to
be frozen, `de vliegtaks schrappen`."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from standpunt import lexicon
from standpunt.reading.conjugation import conjugate
from standpunt.registry import fold

FILE = "opposites.nl.toml"


class Opposite(lexicon.Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Two groups of words that mean opposite doings."""

    one: tuple[str, ...]
    other: tuple[str, ...]


class Ending(lexicon.Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A verb by its principal parts, and nouns and phrases, that undo or prevent."""

    parts: str = ""
    particle: str = ""
    words: tuple[str, ...] = ()


def _read() -> dict[str, dict[str, lexicon.Entry]]:
    groups: dict[str, type[lexicon.Entry]] = {"opposite": Opposite, "ending": Ending}
    return lexicon.read(__package__, FILE, groups)


LISTS = _read()
OPPOSITES = [entry for entry in LISTS["opposite"].values() if isinstance(entry, Opposite)]


def _forms(entry: Ending) -> Iterator[tuple[tuple[str, ...], str]]:
    """Words that stand side by side, and the particle that must stand anywhere else."""
    yield from ((tuple(fold(words).split()), "") for words in entry.words)
    if entry.parts:
        for form, _, joined in conjugate(entry.parts, entry.particle):
            yield (fold(form),), "" if joined else entry.particle


_ENDINGS = [entry for entry in LISTS["ending"].values() if isinstance(entry, Ending)]
_PROPOSED = [form for entry in _ENDINGS for form in _forms(entry)]
_SAID = [
    (tuple(fold(words).split()), "")
    for entry in _ENDINGS
    for words in (*entry.words, *(entry.particle + verb for verb in entry.parts.split()[:1]))
]


def turned(proposal: Sequence[str], said: Sequence[str]) -> bool:
    """Whether what is said undoes what is proposed, or has a word of one side and the proposal only words of the other.

    Both are folded words in their order; what is said has the dictionary forms beside them, the proposal has not.
    """
    if _ends(said, _SAID) and not _ends(proposal, _PROPOSED):
        return True
    for entry in OPPOSITES:
        for here, there in ((entry.one, entry.other), (entry.other, entry.one)):
            if (
                _any(here, proposal)
                and not _any(there, proposal)
                and _any(there, said)
                and not _any(here, said)
            ):
                return True
    return False


def is_ending(verb: str) -> bool:
    """Whether a verb undoes or prevents what is its object."""
    return verb in LISTS["ending"]


def stops(proposal: Sequence[str], said: Sequence[str]) -> bool:
    """Whether a proposal is to undo or prevent something, which the words that are said name without doing so: who
    scraps a tax is for its abolition, who blocks the abolition is not."""
    return _ends(proposal, _PROPOSED) and not _ends(said, _SAID)


def _ends(words: Sequence[str], endings: Iterable[tuple[tuple[str, ...], str]]) -> bool:
    have = frozenset(words)
    return any(
        phrase[0] in have
        and (not particle or particle in have)
        and (len(phrase) == 1 or phrase in zip(*(words[i:] for i in range(len(phrase))), strict=False))
        for phrase, particle in endings
    )


def _any(words: Collection[str], among: Collection[str]) -> bool:
    return any(other == word or len(word) > 4 and other.endswith(word) for word in words for other in among)
