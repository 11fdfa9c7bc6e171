"""The facts of the registry, typed: persons and their offices, states, parties, alliances and bodies."""

import datetime
import unicodedata
from functools import lru_cache

import msgspec

from standpunt.model import ActorKind

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "ı": "i", "đ": "d", "æ": "ae", "œ": "oe", "ß": "ss", "’": "'", "‘": "'"}
)


@lru_cache(maxsize=65536)
def fold(words: str) -> str:
    """Words as they are compared: no case and no accents (`Yeşilgöz`, `YESILGOZ`: `yesilgoz`)."""
    plain = unicodedata.normalize("NFKD", words.casefold().translate(_LETTERS))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


class Fact(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the facts have in common: an unknown field in a file is an error. `wikidata` is the item's
    identifier (`Q57792`), empty where it is not known for certain."""

    key: str
    name: str
    wikidata: str = ""


class Office(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What somebody is (`minister van Defensie`), of what (`Nederland`, `NAVO`, `VVD`), and when.

    `start` is the first day, `end` the day on which the successor took over (half-open); None where unknown
    or still running.
    """

    title: str
    of: str
    start: datetime.date | None = msgspec.field(default=None, name="from")
    end: datetime.date | None = msgspec.field(default=None, name="to")

    def covers(self, earliest: datetime.date | None, latest: datetime.date | None) -> bool:
        """Whether it was held on some day between two, both inclusive; a side that is None is open."""
        return not (
            (self.start is not None and latest is not None and latest < self.start)
            or (self.end is not None and earliest is not None and earliest >= self.end)
        )

    def __str__(self) -> str:
        return f"{self.title}, {self.of}, {self.start or '..'}/{self.end or '..'}"


class Person(Fact, frozen=True, kw_only=True):
    """A person under the full usual name; `surname` as it is used alone (`Van Weel` is `van Weel` here)."""

    surname: str
    gender: str
    party: str = ""
    aliases: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()

    def held(self, earliest: datetime.date | None, latest: datetime.date | None) -> tuple[Office, ...]:
        """The offices held on some day between two, both inclusive."""
        return tuple(office for office in self.offices if office.covers(earliest, latest))


class State(Fact, frozen=True, kw_only=True):
    """A state or a part of one that acts for itself (`Vlaanderen`).

    `capital` are the words through which its government speaks (`Moskou laat weten`); `adjectives` are given
    without and with the ending (`Russisch`, `Russische`).
    """

    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    inhabitants: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()


class Body(Fact, frozen=True, kw_only=True):
    """An alliance, a party, a parliament, a ministry, an agency, a company: it acts under a name of its own.

    `of` is the state it belongs to. `speaks` are places through which it speaks (`Brussel` for the Europese
    Unie), `members` words for one person of it (`VVD'er`). A `medium` brings the news, and is an actor only
    where it acts itself; a `company` may be called `het bedrijf`.
    """

    kind: ActorKind
    aliases: tuple[str, ...] = ()
    speaks: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    of: str = ""
    medium: bool = False
    company: bool = False
