"""The words of attribution from `reporting_verbs.nl.toml`, as tables that are looked up by form.

A verb is written with its principal parts (infinitive, third person, past singular and plural, participle); all other
forms follow from these, so that nothing here depends on a lemmatiser being right.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from operator import itemgetter
from typing import Self

import msgspec

from standpunt import lexicon
from standpunt.errors import LexiconError
from standpunt.reading.conjugation import conjugate

FILE = "reporting_verbs.nl.toml"
FRAMES = frozenset(["quote", "clause", "infinitive", "object", "predicate", "as", "preposition", "colon"])


class VerbEntry(lexicon.Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A verb or fixed phrase; the fields are explained at the head of the word list."""

    parts: str
    frames: tuple[str, ...]
    particle: str = ""
    words: str = msgspec.field(name="with", default="")
    prepositions: tuple[str, ...] = ()
    forms: str = ""
    source: tuple[str, ...] = ()
    near: bool = False
    weak: bool = False
    wants: bool = False
    objects: tuple[str, ...] = ()
    another: tuple[str, ...] = ()


class NounEntry(lexicon.Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    forms: str
    frames: tuple[str, ...]
    prepositions: tuple[str, ...] = ()


class MarkerEntry(lexicon.Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that name a source without a verb; `after` closes the frame behind the source (`wat X betreft`), one of the
    judgements `needs` stands behind it in the clause (`is voor X onaanvaardbaar`), or one of the `verbs` right behind
    the source (`Voor X hoeft het niet`)."""

    words: str
    after: str = ""
    position: str = "any"
    needs: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb. `shape` is `finite`, `infinitive` or `participle`; `particle` must still be found in the
    clause (it is empty where the form holds it already); `asks` are all words that must stand near it, and the fuller
    phrase is tried before the bare verb. `source` are prepositions that name who speaks (`klinkt het bij de bond`): the
    subject of such a verb is nobody. `stranded` are the prepositions as they stand
    behind `er`, `daar` and `hier` (`mee` for `met`)."""

    key: str
    shape: str
    particle: str
    words: tuple[str, ...]
    frames: frozenset[str]
    prepositions: tuple[str, ...]
    declines: bool
    weak: bool
    asks: frozenset[str]
    source: tuple[str, ...]
    near: bool
    objects: frozenset[str]
    another: frozenset[str]
    stranded: frozenset[str]


_STRANDED = {"met": "mee", "tot": "toe"}


class Senses(tuple[Verb, ...]):
    """The verbs that one form may be, the one that asks for most words first."""

    def __new__(cls, verbs: Iterable[Verb]) -> Self:
        return super().__new__(cls, sorted(verbs, key=lambda verb: -len(verb.asks)))

    def __init__(self, verbs: Iterable[Verb]) -> None:
        self._bare = [verb for verb in self if not verb.asks]
        self._asking: dict[str, list[tuple[int, Verb]]] = {}
        for place, verb in enumerate(self[: len(self) - len(self._bare)]):
            self._asking.setdefault(min(verb.asks), []).append((place, verb))

    def among(self, words: AbstractSet[str]) -> Sequence[Verb]:
        """Those of which every word that they ask for is there, in their order. A form of `stellen` may be any of 150
        phrases, so they are looked up by a word of theirs."""
        if self._asking.keys().isdisjoint(words):
            return self._bare
        found = [
            row for word in self._asking.keys() & words for row in self._asking[word] if row[1].asks <= words
        ]
        return [*(verb for _, verb in sorted(found, key=itemgetter(0))), *self._bare]


def _read() -> dict[str, dict[str, lexicon.Entry]]:
    groups: dict[str, type[lexicon.Entry]] = {
        "verb": VerbEntry,
        "decline": VerbEntry,
        "noun": NounEntry,
        "marker": MarkerEntry,
        "not_a_source": lexicon.Entry,
    }
    return lexicon.read(__package__, FILE, groups)


def by_form(
    entries: Mapping[str, VerbEntry], file: str, declining: Collection[str] = ()
) -> dict[str, Senses]:
    """Every form of every verb.

    `declining` are the keys of verbs by which somebody says that he does not tell. Raises LexiconError, which names
    `file`."""
    verbs: dict[str, list[Verb]] = {}
    for key, entry in entries.items():
        if len(entry.parts.split()) != 5 or not entry.frames or set(entry.frames) - FRAMES:
            raise LexiconError(f"{key}: five parts and known frames are needed", where=file)
        for form, shape, joined in conjugate(entry.parts, entry.particle, entry.forms):
            verbs.setdefault(form, []).append(_verb(key, entry, shape, joined, key in declining))
    return {form: Senses(found) for form, found in verbs.items()}


def _verb(key: str, entry: VerbEntry, shape: str, joined: bool, declines: bool) -> Verb:
    particle = "" if joined else entry.particle
    words = tuple(entry.words.split())
    return Verb(
        key=key,
        shape=shape,
        particle=particle,
        words=words,
        frames=frozenset(entry.frames),
        prepositions=entry.prepositions,
        declines=declines,
        weak=entry.weak,
        asks=frozenset((*words, particle) if particle else words),
        source=entry.source,
        near=entry.near,
        objects=frozenset(entry.objects),
        another=frozenset(entry.another),
        stranded=frozenset(_STRANDED.get(preposition, preposition) for preposition in entry.prepositions),
    )


LISTS = _read()
ENTRIES = {
    key: entry
    for group in ("verb", "decline")
    for key, entry in LISTS[group].items()
    if isinstance(entry, VerbEntry)
}
VERBS = by_form(ENTRIES, FILE, declining=LISTS["decline"].keys())
NOUNS = {
    form: (key, entry)
    for key, entry in LISTS["noun"].items()
    if isinstance(entry, NounEntry)
    for form in entry.forms.split()
}
MARKERS = {key: entry for key, entry in LISTS["marker"].items() if isinstance(entry, MarkerEntry)}
NOT_A_SOURCE = frozenset(LISTS["not_a_source"])
