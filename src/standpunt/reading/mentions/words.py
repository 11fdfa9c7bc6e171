"""What single words say: which nouns stand for people, which names are given names, what is a pronoun.

The lists are in the TOML files beside this module; everything here is a look-up in a dict, once for each
different word of a run."""

import re
from functools import lru_cache
from typing import NamedTuple

from standpunt import lexicon
from standpunt.model import ActorKind
from standpunt.registry import fold


class Family(lexicon.Entry, frozen=True, kw_only=True):
    """Nouns that may name the same actor in one article; see the head of titles.nl.toml."""

    words: tuple[str, ...]
    gender: str = ""
    covers: tuple[str, ...] = ()
    office: bool = False
    owner: bool = False
    acts: bool = False
    medium: bool = False
    state: bool = False
    alone: tuple[str, ...] = ()
    general: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    of_party: tuple[str, ...] = ()
    of_town: tuple[str, ...] = ()

    def same(self, one: str, other: str) -> bool:
        """Whether two words of the family may name one actor: the same word, a general one, or all are synonyms."""
        return one == other or not self.general or one in self.general or other in self.general


class Small(lexicon.Entry, frozen=True, kw_only=True):
    """Function words: see names.nl.toml."""

    words: tuple[str, ...]
    gender: str = ""
    number: str = ""
    object: bool = False
    demonstrative: bool = False
    indefinite: bool = False
    definite: bool = False


class Noun(NamedTuple):
    """A noun that stands for people: its family, the word of the list, whether it is plural and how it was
    found (`list`, `compound`, `ending`)."""

    group: str
    key: str
    base: str
    plural: bool
    how: str
    gender: str

    @property
    def family(self) -> Family:
        return FAMILIES[self.group][self.key]

    @property
    def kind(self) -> ActorKind:
        if self.plural or self.group == "group":
            return ActorKind.GROUP
        return ActorKind.ORGANISATION if self.group == "collective" else ActorKind.PERSON


TITLES, NAMES, GIVEN = "titles.nl.toml", "names.nl.toml", "given_names.nl.toml"

FAMILIES = lexicon.read(
    __package__, TITLES, dict.fromkeys(("person", "honorific", "collective", "group", "thing"), Family)
)
_SMALL = lexicon.read(
    __package__,
    NAMES,
    dict.fromkeys(
        ("particle", "honour", "organisation", "thing", "place", "pronoun", "determiner", "surname", "verb"),
        Small,
    ),
)
_GIVEN = lexicon.read(__package__, GIVEN, dict.fromkeys(("m", "v", "x"), Small))


def _all(group: str) -> frozenset[str]:
    return frozenset(word for entry in _SMALL[group].values() for word in entry.words)


PARTICLES = _all("particle")
HONOURS = _all("honour")
COMPANY = frozenset(_SMALL["organisation"]["rechtsvorm"].words)
BODY_WORDS = frozenset(_SMALL["organisation"]["soort"].words)
BODY_TAILS = frozenset(_SMALL["organisation"]["instelling"].words)
BODY_HEADS = frozenset(_SMALL["organisation"]["vorm"].words)
PARTY_WORDS = frozenset(_SMALL["organisation"]["partij"].words)
WORKS = frozenset(_SMALL["thing"]["werk"].words)
OPENERS = frozenset(_SMALL["thing"]["zinsopener"].words)
POLICY = frozenset(map(fold, _SMALL["thing"]["beleid"].words))
TIME_WORDS = frozenset(_SMALL["thing"]["tijd"].words)
ABBREVIATIONS = frozenset(_SMALL["thing"]["afkorting"].words)
PLACE = frozenset(_SMALL["place"]["voorzetsel"].words)
PLACE_NAMES = frozenset(map(fold, _SMALL["place"]["plaats"].words))
GROUNDS = frozenset(_SMALL["place"]["grond"].words)
DEEDS = frozenset(_SMALL["verb"]["daad"].words)
REGIONS = frozenset(_SMALL["place"]["streek"].words)
INANIMATE = frozenset(_SMALL["thing"]["onbezield"].words)
COMMON_SURNAMES = frozenset(map(fold, _all("surname")))
PRONOUNS = {word: entry for entry in _SMALL["pronoun"].values() for word in entry.words}
DETERMINERS = {word: entry for entry in _SMALL["determiner"].values() for word in entry.words}
HONORIFICS = {word: entry.gender for entry in FAMILIES["honorific"].values() for word in entry.words}
_THINGS = frozenset(word for entry in FAMILIES["thing"].values() for word in entry.words)
_GENDER = {
    fold(word): gender for gender, group in _GIVEN.items() for entry in group.values() for word in entry.words
}
_HUMAN = ("group", "collective", "person")
_NOUNS = {
    word: (group, key) for group in _HUMAN for key, entry in FAMILIES[group].items() for word in entry.words
}
TOWN_OFFICES = frozenset(word for entry in FAMILIES["person"].values() for word in entry.of_town)
PHRASES: dict[str, list[tuple[str, ...]]] = {}
"""Nouns of more than one word (`officier van justitie`), longest first, under their first word."""
for _word in sorted((word for word in _NOUNS if " " in word), key=len, reverse=True):
    PHRASES.setdefault(_word.split()[0], []).append(tuple(_word.split()))

_ALONE = frozenset(
    word for group in _HUMAN for entry in FAMILIES[group].values() for word in entry.alone
) | frozenset(word for word in _NOUNS if len(word) < 4)
"""Words that do not count as the head of a compound (`avondspits`) unless a hyphen sets them off."""
_ENDING = re.compile(
    r"(?:loog|loge|ist|iste|icus|eur|eus|euse|aar|ier|er|ster|ant|ante|(?<!m)ent|(?<!m)ente|ator|itor|aris|genoot)$"
)
_WOMAN = re.compile(
    r"(?:(?<!mini)(?<!mee)(?<!ze)ster|loge|iste|euse|ares|esse|trice|vrouw|ante|ente|itica|enares|rin|zin|gin)$"
)
_PREFIX = re.compile(r"^(?:oud|ex|vice|top|mede|co|interim|hoofd|onder)-?(?=\w{4})")


@lru_cache(maxsize=65536)
def noun(word: str) -> Noun | None:
    """The noun that a lower-case word is, when it stands for people; compounds and plurals included."""
    word = word.replace("’", "'")
    direct = _NOUNS.get(word)
    if direct:
        group, key = direct
        return Noun(group, key, word, group == "group", "list", _gender(word, group, key))
    if len(word) < 4 or not word[-1].isalpha():
        return None
    for single in _singulars(word):
        direct = _NOUNS.get(single)
        if direct and direct[0] != "group":
            return Noun(*direct, single, True, "list", "")
    found = _compound(word, plural=False)
    if found is None:
        for single in _singulars(word):
            found = _compound(single, plural=True)
            if found:
                break
    return found or _by_ending(word)


def _compound(word: str, *, plural: bool) -> Noun | None:
    """The longest listed noun that the word ends in, after at least two letters or a hyphen."""
    if word in _THINGS:
        return None
    for start in range(2, len(word) - 2):
        head = word[start:]
        if head in _THINGS:
            return None
        direct = _NOUNS.get(head)
        if direct and (word[start - 1] == "-" or head not in _ALONE):
            group, key = direct
            return Noun(group, key, head, plural or group == "group", "compound", _gender(head, group, key))
    return None


def _by_ending(word: str) -> Noun | None:
    """A guess by the ending, for words of some length that are in no list: `tegenwerkster`, `pamflettist`."""
    plural = word.endswith("s") or word.endswith("en")
    single = next(iter(_singulars(word)), word) if plural else word
    if len(single) < 6 or not _ENDING.search(single) or _is_thing(single):
        return None
    gender = "v" if _WOMAN.search(single) and not plural else ""
    return Noun("person", "iemand", single, plural, "ending", gender)


def _is_thing(word: str) -> bool:
    return any(word[start:] in _THINGS for start in range(len(word) - 2))


def _singulars(word: str) -> list[str]:
    """What the word may be the plural of."""
    forms = []
    if word.endswith("'s"):
        forms.append(word[:-2])
    elif word.endswith("s"):
        forms.append(word[:-1])
    if word.endswith("en") and len(word) > 4:
        stem = word[:-2]
        forms += [word[:-1], stem]
        if len(stem) > 2 and stem[-1] == stem[-2]:
            forms.append(stem[:-1])
        if stem[-1] in "zv":
            forms.append(stem[:-1] + ("s" if stem[-1] == "z" else "f"))
        if len(stem) > 2 and stem[-2] in "aeou" and stem[-1] not in "aeiou":
            forms.append(stem[:-1] + stem[-2] + stem[-1])
            forms[-1] = stem[:-2] + stem[-2] * 2 + stem[-1]
        if word.endswith("leden"):
            forms.append(word[:-5] + "lid")
        if word.endswith("heden"):
            forms.append(word[:-5] + "heid")
        if word.endswith("ici"):
            forms.append(word[:-1] + "us")
    if word.endswith(("sea", "tra")):
        forms.append(word[:-1] + "um")  # `musea`, `centra`
    if word.endswith(("ici", "andi", "ogi")):
        forms.append(word[:-1] + "us")
    if word.endswith("lui") or word.endswith("lieden"):
        forms.append(word.replace("lieden", "man").replace("lui", "man"))
    return forms


def _gender(word: str, group: str, key: str) -> str:
    if FAMILIES[group][key].gender or group != "person":
        return FAMILIES[group][key].gender
    return "v" if _WOMAN.search(word) and len(word) > 5 else ("m" if word.endswith(("man", "heer")) else "")


_LONG = re.compile(r"(.*)([aeo])\2([^aeiou])")


def plurals(word: str) -> list[str]:
    """What one of a people may be in the plural: `Belgen`, `Duitsers`, `Fransen`, `Britten`, `Denen`, `Chinezen`."""
    forms = [f"{word}en", f"{word}s", f"{word}'s", f"{word}{word[-1]}en"]
    if word.endswith("man"):
        forms.append(f"{word[:-3]}en")
    if long := _LONG.fullmatch(word):
        stem = "".join(long.groups())
        forms.append(f"{stem[:-1]}zen" if stem.endswith("s") else f"{stem}en")
    return forms


@lru_cache(maxsize=65536)
def given(word: str) -> str:
    """`m`, `v` or `x` (either) where the word is a given name, otherwise empty."""
    found = _GENDER.get(fold(word), "")
    if not found and "-" in word:
        return _GENDER.get(fold(word.partition("-")[0]), "")
    return found


@lru_cache(maxsize=65536)
def is_initials(word: str) -> bool:
    """`J.`, `A.J.`, `Th.`; not a word that ends a sentence."""
    return bool(re.fullmatch(r"(?:[A-ZÀ-Þ][a-z]?\.-?)+", word)) or (len(word) == 1 and word.isupper())


def strip_genitive(words: str) -> str:
    """Without `'s` or an apostrophe behind it: `EU's`, `Timmermans'`."""
    for ending in ("'s", "’s"):
        if words.endswith(ending):
            return words[:-2]
    return words[:-1] if words.endswith(("'", "’")) else words
