"""The facts of the registry, typed: persons and their offices, states, parties, alliances and bodies."""

import calendar
import datetime
import re
import unicodedata
from functools import lru_cache
from typing import Literal

import msgspec

from standpunt.model import ActorKind, Moment

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "ı": "i", "đ": "d", "æ": "ae", "œ": "oe", "ß": "ss", "’": "'", "‘": "'"}
)


@lru_cache(maxsize=65536)
def fold(words: str) -> str:
    """Words as they are compared: no case and no accents (`Yeşilgöz`, `YESILGOZ`: `yesilgoz`)."""
    plain = unicodedata.normalize("NFKD", words.casefold().translate(_LETTERS))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def moment(written: str) -> Moment:
    """A day, a month or a year (`2021-03-01`, `2021-03`, `2021`), no more exact than it is written. Raises
    ValueError."""
    found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", written)
    if not found:
        raise ValueError(f"{written!r} is no day, month or year such as 2021-03-01, 2021-03 or 2021")
    year, month, day = (int(part) if part else 0 for part in found.groups())
    first = datetime.date(year, month or 1, day or 1)
    if day:
        return Moment(first, first)
    return Moment(first, datetime.date(year, month or 12, calendar.monthrange(year, month or 12)[1]))


class Fact(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the facts have in common: an unknown field in a file is an error. `wikidata` is the item's
    identifier (`Q57792`), empty where it is not known for certain."""

    key: str
    name: str
    wikidata: str = ""


class Office(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What somebody is (`minister van Defensie`), of what (`Nederland`, `NAVO`, `VVD`), and when.

    `start` is the first day, `end` the day on which the successor took over (half-open): each a day, or the
    month or year in which that day lies; open where unknown or still running.
    """

    title: str
    of: str
    start: Moment = msgspec.field(default=Moment(), name="from")
    end: Moment = msgspec.field(default=Moment(), name="to")

    def covers(self, earliest: datetime.date | None, latest: datetime.date | None) -> bool:
        """Whether it may have been held on some day between two, both inclusive; a side that is None is
        open."""
        return not (
            (self.start.earliest is not None and latest is not None and latest < self.start.earliest)
            or (self.end.latest is not None and earliest is not None and earliest >= self.end.latest)
        )

    @property
    def dated(self) -> bool:
        """Whether anything is known of when it was held."""
        return self.start.earliest is not None or self.end.earliest is not None

    @property
    def backwards(self) -> bool:
        """Whether it ends before it begins, which no office does."""
        first, last = self.start.earliest, self.end.latest
        return first is not None and last is not None and last < first

    def __str__(self) -> str:
        return f"{self.title}, {self.of}, {bound(self.start)}/{bound(self.end)}"


def bound(moment: Moment) -> str:
    """A bound as it was written; `..` where it is open."""
    return ".." if moment.earliest is None else str(moment)


class Person(Fact, frozen=True, kw_only=True):
    """A person under the full usual name; `surname` as it is used alone (`Van Weel` is `van Weel` here).
    `gender` is empty where it is neither `m` nor `v`, or not known."""

    gender: Literal["m", "v", ""] = ""
    surname: str = ""
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
    Unie), `members` words for one person of it (`VVD'er`), `people` words for all of its people that other parties
    may share (`de liberalen`). A `medium` brings the news, and is an actor only
    where it acts itself; a `company` may be called `het bedrijf`.
    """

    kind: ActorKind
    aliases: tuple[str, ...] = ()
    speaks: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    of: str = ""
    medium: bool = False
    company: bool = False
