"""The words of events from `events.nl.toml`, as tables that are looked up by form."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from standpunt import lexicon
from standpunt.errors import LexiconError
from standpunt.model import EventKind, EventStatus
from standpunt.reading.conjugation import conjugate

FILE = "events.nl.toml"
NEVER = "never"
"""The status of a governor whose event does not take place."""
_SHORTEST = 3
"""Letters before the last part of a compound, at least."""


class NounEntry(lexicon.Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    kind: EventKind
    forms: str = ""
    compound: bool = False
    weak: bool = False
    plain: bool = False
    idiom: bool = False
    unlike: tuple[str, ...] = ()


class VerbEntry(lexicon.Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    kind: EventKind
    parts: str
    particle: str = ""
    forms: str = ""
    needs: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    free: bool = False
    point: bool = False


class SettingEntry(lexicon.Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    parts: str
    noun: tuple[str, ...]
    particle: str = ""
    forms: str = ""
    needs: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
    kinds: tuple[EventKind, ...] = ()
    status: EventStatus | None = None


class PresenceEntry(lexicon.Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    parts: str
    passive: bool = False
    particle: str = ""
    forms: str = ""
    needs: tuple[str, ...] = ()


class SceneEntry(lexicon.Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    before: bool = False


class GovernorEntry(lexicon.Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    parts: str
    status: str
    particle: str = ""
    forms: str = ""
    needs: tuple[str, ...] = ()
    doubts: bool = False


class SignEntry(lexicon.Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    status: EventStatus
    forms: str = ""


E = TypeVar("E", bound=lexicon.Entry)
V = TypeVar("V", VerbEntry, SettingEntry, PresenceEntry, GovernorEntry)


class Noun(NamedTuple):
    """An entry of a noun; `whole` where the word is one of its forms and does not only end in one (`spoedoverleg`)."""

    key: str
    entry: NounEntry
    whole: bool


class Verb(NamedTuple, Generic[V]):
    """An entry of a verb as one of its forms finds it; `particle` must still stand in the clause, and is empty where
    the form holds it already."""

    key: str
    entry: V
    particle: str


_GROUPS: dict[str, type[lexicon.Entry]] = {
    "noun": NounEntry,
    "verb": VerbEntry,
    "setting": SettingEntry,
    "presence": PresenceEntry,
    "scene": SceneEntry,
    "governor": GovernorEntry,
    "sign": SignEntry,
    "habit": lexicon.Entry,
}
LISTS = lexicon.read(__package__, FILE, _GROUPS)


def _verbs(group: str, kind: type[V]) -> dict[str, tuple[Verb[V], ...]]:
    """Every form of every verb of a group; the one that asks for most comes first."""
    found: dict[str, list[Verb[V]]] = {}
    for key, entry in LISTS[group].items():
        assert isinstance(entry, kind)
        try:
            for form, _, joined in conjugate(entry.parts, entry.particle, entry.forms):
                found.setdefault(form, []).append(Verb(key, entry, "" if joined else entry.particle))
        except LexiconError as fault:
            raise LexiconError(f"[{group}] {key}: {fault.what}", where=FILE) from fault
    return {form: tuple(sorted(verbs, key=_asks)) for form, verbs in found.items()}


def _asks(verb: Verb[V]) -> tuple[bool, bool]:
    return not verb.particle, not verb.entry.needs


def _of(group: str, kind: type[E]) -> Mapping[str, E]:
    return {key: entry for key, entry in LISTS[group].items() if isinstance(entry, kind)}


VERBS = _verbs("verb", VerbEntry)
SETTINGS = _verbs("setting", SettingEntry)
PRESENCES = _verbs("presence", PresenceEntry)
GOVERNORS = _verbs("governor", GovernorEntry)
SETTING_KEYS = frozenset(LISTS["setting"])
HABITS = frozenset(LISTS["habit"])
SCENES = _of("scene", SceneEntry)
SIGNS = {
    form: (key, entry.status)
    for key, entry in _of("sign", SignEntry).items()
    for form in (key, *entry.forms.split())
}
_NOUNS = _of("noun", NounEntry)
_FORMS = {
    form.lower(): Noun(key, entry, True)
    for key, entry in _NOUNS.items()
    for form in (key, *entry.forms.split())
}
_TAILS = tuple(
    (form.lower(), Noun(key, entry, False))
    for key, entry in _NOUNS.items()
    if entry.compound
    for form in (key, *entry.forms.split())
)


@lru_cache(maxsize=4096)
def noun(word: str) -> Noun | None:
    """The entry of a noun in small letters, whole or as the last part of a compound."""
    if word in _FORMS:
        return _FORMS[word]
    for tail, found in _TAILS:
        if word.endswith(tail) and len(word) >= len(tail) + _SHORTEST:
            return None if word in found.entry.unlike else found
    return None
