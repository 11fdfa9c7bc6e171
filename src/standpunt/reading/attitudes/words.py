"""The words of `attitudes.nl.toml`: which verbs, modals and judgements show what somebody wants."""

from collections.abc import Iterator, Mapping
from itertools import product

import msgspec

from standpunt import lexicon
from standpunt.errors import LexiconError
from standpunt.model import Stance
from standpunt.reading.statements import words as reporting

FILE = "attitudes.nl.toml"
REVERSED = {Stance.SUPPORT: "oppose", Stance.OPPOSE: "open", Stance.OPEN: "open"}


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A stance, and what a negation makes of it; None where nothing is shown. With `phrase` it is shown only towards
    a phrase, not a clause; with `that` also towards one with `dat`."""

    plain: Stance | None
    negated: Stance | None
    phrase: bool = False
    that: bool = False

    def read(self, negated: bool) -> Stance | None:
        return self.negated if negated else self.plain

    def towards(self, negated: bool, against: bool) -> Stance | None:
        """The same, where the words may be governed by `tegen` (`pleit tegen`, `demonstreert tegen`)."""
        stance = self.read(negated)
        return opposite(stance) if against else stance


def opposite(stance: Stance | None) -> Stance | None:
    """Of support and oppose the other; the rest stays what it is."""
    return (
        {Stance.SUPPORT: Stance.OPPOSE, Stance.OPPOSE: Stance.SUPPORT}.get(stance, stance) if stance else None
    )


class ReportingEntry(lexicon.Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Verbs or nouns of the reporting list, by their keys, that show one stance; with `phrase` not where they govern
    a clause, with `that` there only one with `dat`."""

    verbs: tuple[str, ...]
    stance: str
    negated: str | None = None
    phrase: bool = False
    that: bool = False


class WishEntry(lexicon.Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Markers of the reporting list, by their keys."""

    markers: tuple[str, ...]


class DenyingEntry(lexicon.Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Verbs of the reporting list, by their keys."""

    verbs: tuple[str, ...]


class UndecidedEntry(lexicon.Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Infinitives by which nobody shows yet what he wants."""

    forms: str


class AgreeingEntry(lexicon.Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Verbs by which somebody agrees with another or does not, by their keys."""

    verbs: tuple[str, ...]


class DeedEntry(reporting.VerbEntry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A verb or phrase with what it governs."""

    stance: str
    negated: str | None = None


class FeelingEntry(lexicon.Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Adjectives of who is pleased or displeased with something."""

    forms: str
    stance: str


class WordEntry(lexicon.Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Single words by their forms; `own` and `needs` are of modals alone, `called` of nouns that judge only what is
    called so (`is een gevaar`)."""

    forms: str
    stance: str
    negated: str | None = None
    own: bool = False
    needs: str = ""
    called: bool = False


class EffectEntry(reporting.VerbEntry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A verb of what a thing does; without a stance the outcome that it has decides."""

    stance: str = ""
    negated: str = ""


class OutcomeEntry(lexicon.Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Nouns, also at the end of longer ones, for what is good or bad."""

    forms: str
    stance: str


class OwnedEntry(lexicon.Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A noun that somebody owns; with `alone` without anything behind it, with `behind` that word towards the rest of
    the sentence (`tot ergernis van`), with `gets` towards what meets with it (`stuit op verzet van`)."""

    forms: str
    stance: str
    prepositions: tuple[str, ...] = ()
    alone: bool = False
    behind: str = ""
    gets: bool = False


class AnswerEntry(lexicon.Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A sentence that begins with the first of these words and has the others in their order."""

    words: str
    stance: str
    negated: str | None = None


class PhraseEntry(lexicon.Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that stand side by side."""

    words: str
    stance: str


class SideEntry(lexicon.Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A body, and the roles of who speaks for it."""

    forms: str
    roles: str


def _read() -> dict[str, dict[str, lexicon.Entry]]:
    groups: dict[str, type[lexicon.Entry]] = {
        "reporting": ReportingEntry,
        "noun": ReportingEntry,
        "wish": WishEntry,
        "denying": DenyingEntry,
        "undecided": UndecidedEntry,
        "agreeing": AgreeingEntry,
        "verb": DeedEntry,
        "feeling": FeelingEntry,
        "showing": reporting.VerbEntry,
        "modal": WordEntry,
        "judgement": WordEntry,
        "effect": EffectEntry,
        "outcome": OutcomeEntry,
        "owned": OwnedEntry,
        "policy": WordEntry,
        "answer": AnswerEntry,
        "phrase": PhraseEntry,
        "side": SideEntry,
    }
    return lexicon.read(__package__, FILE, groups)


def _shown(key: str, entry: ReportingEntry | DeedEntry | EffectEntry | WordEntry | AnswerEntry) -> Shown:
    try:
        plain = Stance(entry.stance) if entry.stance else None
        reversed_ = REVERSED.get(plain, "") if plain else ""
        negated = reversed_ if entry.negated is None else entry.negated
        listed = entry if isinstance(entry, ReportingEntry) else None
        return Shown(
            plain=plain,
            negated=Stance(negated) if negated else None,
            phrase=listed is not None and listed.phrase,
            that=listed is not None and listed.that,
        )
    except ValueError as fault:
        raise LexiconError(f"{key}: {fault}", where=FILE) from fault


def _by_word(group: Mapping[str, lexicon.Entry]) -> dict[str, tuple[str, WordEntry]]:
    return {
        form: (key, entry)
        for key, entry in group.items()
        if isinstance(entry, WordEntry)
        for form in entry.forms.split()
    }


LISTS = _read()
REPORTING, NOUNS = (
    {
        word: _shown(key, entry)
        for key, entry in LISTS[group].items()
        if isinstance(entry, ReportingEntry)
        for word in entry.verbs
    }
    for group in ("reporting", "noun")
)
"""By the key of the reporting verb or noun."""
AGREEING = frozenset(
    word for entry in LISTS["agreeing"].values() if isinstance(entry, AgreeingEntry) for word in entry.verbs
)
WISHES = frozenset(
    marker for entry in LISTS["wish"].values() if isinstance(entry, WishEntry) for marker in entry.markers
)
DENYING = frozenset(
    verb for entry in LISTS["denying"].values() if isinstance(entry, DenyingEntry) for verb in entry.verbs
)
UNDECIDED = frozenset(
    form
    for entry in LISTS["undecided"].values()
    if isinstance(entry, UndecidedEntry)
    for form in entry.forms.split()
)


def _felt() -> Iterator[tuple[str, DeedEntry]]:
    """Each adjective of a feeling with each verb that may show it, as an entry of its own."""
    for feeling, (key, verb) in product(LISTS["feeling"].values(), LISTS["showing"].items()):
        assert isinstance(feeling, FeelingEntry) and isinstance(verb, reporting.VerbEntry)
        for adjective in feeling.forms.split():
            if f"{adjective} {key}" not in reporting.ENTRIES:
                shown = {
                    "words": f"{verb.words} {adjective}".strip(),
                    "stance": feeling.stance,
                    "negated": None if feeling.stance == "support" else "",
                }
                yield f"{adjective} {key}", DeedEntry(**(msgspec.structs.asdict(verb) | shown))


_DEEDS = {key: entry for key, entry in LISTS["verb"].items() if isinstance(entry, DeedEntry)} | dict(_felt())
DEEDS = reporting.by_form(_DEEDS, FILE)
_FIRST = {"zijn": "ben bent", "hebben": "heb hebt", "staan": "sta", "gaan": "ga", "slaan": "sla"}
"""What somebody says of himself, where it is not the third person without its `t`."""
_OWN = ("ons", "me", "mij")
"""What he says for `zich`."""


def _wanting() -> dict[str, reporting.Senses]:
    entries = {
        key: msgspec.structs.replace(entry, forms=f"{entry.forms} {_FIRST.get(entry.parts.split()[0], '')}")
        for key, entry in (*((key, reporting.ENTRIES[key]) for key in REPORTING), *_DEEDS.items())
    }
    own = (
        {
            key: msgspec.structs.replace(entry, words=entry.words.replace("zich", word))
            for key, entry in entries.items()
            if "zich" in entry.words.split()
        }
        for word in _OWN
    )
    rows: dict[str, list[reporting.Verb]] = {}
    for table in (entries, *own):
        for form, verbs in reporting.by_form(table, FILE).items():
            rows.setdefault(form, []).extend(verbs)
    return {form: reporting.Senses(verbs) for form, verbs in rows.items()}


WANTING = _wanting()
"""All verbs that show a stance, by their forms, as `statements.cues` looks for them."""
SHOWN = {**REPORTING, **{key: _shown(key, entry) for key, entry in _DEEDS.items()}}
"""The stance of each of them, by its key."""
MODALS = _by_word(LISTS["modal"])
JUDGEMENTS = _by_word(LISTS["judgement"])
POLICIES = _by_word(LISTS["policy"])
WORDS = {
    key: _shown(key, entry) for key, entry in (*MODALS.values(), *JUDGEMENTS.values(), *POLICIES.values())
}
_EFFECTS = {key: entry for key, entry in LISTS["effect"].items() if isinstance(entry, EffectEntry)}
EFFECTS = reporting.by_form(_EFFECTS, FILE)
HAS_EFFECT = {key: _shown(key, entry) for key, entry in _EFFECTS.items()}
"""The stance of each of them, by its key."""
OUTCOMES = {
    form: Stance(entry.stance)
    for entry in LISTS["outcome"].values()
    if isinstance(entry, OutcomeEntry)
    for form in entry.forms.split()
}
OWNED: dict[str, list[tuple[str, OwnedEntry]]] = {}
"""The entries of each form, those that ask for more first: `op voorstel van`, `voorstel voor`, `voorstel van`."""
for _key, _entry in LISTS["owned"].items():
    if isinstance(_entry, OwnedEntry):
        for _form in _entry.forms.split():
            OWNED.setdefault(_form, []).append((_key, _entry))
            OWNED[_form].sort(key=lambda row: row[1].alone)
PHRASES: dict[str, list[tuple[str, tuple[str, ...], Stance]]] = {}
"""Key, words and stance of each, by its first word."""
for _key, _phrase in LISTS["phrase"].items():
    if isinstance(_phrase, PhraseEntry):
        _words = tuple(_phrase.words.split())
        PHRASES.setdefault(_words[0], []).append((_key, _words, Stance(_phrase.stance)))
ANSWERS = [
    (key, tuple(entry.words.split()), _shown(key, entry))
    for key, entry in LISTS["answer"].items()
    if isinstance(entry, AnswerEntry)
]
SIDES = {
    form: frozenset(entry.roles.split())
    for entry in LISTS["side"].values()
    if isinstance(entry, SideEntry)
    for form in entry.forms.split()
}
"""Who speaks for a body, by its name's first word; `staat` for any state."""
FEELINGS = frozenset(
    form
    for entry in LISTS["feeling"].values()
    if isinstance(entry, FeelingEntry)
    for form in entry.forms.split()
)
BOTH_WAYS = frozenset(
    key
    for key in (*REPORTING, *_DEEDS)
    for entry in [_DEEDS.get(key) or reporting.ENTRIES.get(key)]
    if entry is not None and {"voor", "tegen"} <= set(entry.prepositions)
)
"""Verbs that govern `voor` and `tegen` alike: with the second the stance turns."""
