"""Who is who in a corpus of debates in ParlaMint: its lists of people and bodies, in files beside the debates.

    ParlaMint-NL-listPerson.xml, ParlaMint-NL-listOrg.xml   or, in older ones, the head of ParlaMint-NL.xml

An affiliation holds for some days: a member of parliament becomes a minister, and may leave his party.
"""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

from standpunt.sources import dates, xml
from standpunt.sources.beside import Beside
from standpunt.sources.xml import ID, LANGUAGE

_PARTIES = ("parliamentaryGroup", "politicalParty")
_GENDERS = {"M": "m", "F": "v"}
_LISTS = ("{}-listPerson.xml", "{}-listOrg.xml", "{}.xml")


@dataclass(frozen=True, slots=True)
class Affiliation:
    """What somebody is of a body, in Dutch where the list tells it so (`minister van Financiën`), and the days, both
    inclusive; open where they are not told."""

    body: str
    role: str
    first: datetime.date = datetime.date.min
    last: datetime.date = datetime.date.max


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    gender: str
    affiliations: tuple[Affiliation, ...]


@dataclass(frozen=True, slots=True)
class People:
    """By their ids; of a body its name in Dutch, of a party its abbreviation."""

    persons: Mapping[str, Person]
    bodies: Mapping[str, str]
    parties: Mapping[str, str]

    def party(self, id: str, day: datetime.date | None) -> str:
        """Of the party that somebody is of on a day; empty where that is not told, or not of one only."""
        of = dict.fromkeys(each.body for each in self._of(id, day) if each.body in self.parties)
        return self.parties[next(iter(of))] if len(of) == 1 else ""

    def role(self, id: str, day: datetime.date | None) -> str:
        """What somebody is on a day by a name of its own, such as that of a minister."""
        return next((each.role for each in self._of(id, day) if each.role), "")

    def _of(self, id: str, day: datetime.date | None) -> Iterator[Affiliation]:
        found = self.persons[id].affiliations if id in self.persons else ()
        return (each for each in found if day is not None and each.first <= day <= each.last)


def beside(corpus: str, near: Beside) -> People:
    """The people of the lists of a corpus that lie beside a debate, or in the folder above. Raises UnreadableArticle
    where one of them is broken."""
    names = [form.format(corpus) for form in _LISTS] if corpus else []
    found = [content for name in names if (content := near(name) or near(f"../{name}"))]
    return _gathered(tuple(found))


@lru_cache(maxsize=4)
def _gathered(lists: tuple[bytes, ...]) -> People:
    """A corpus has thousands of debates and one set of lists."""
    persons: dict[str, Person] = {}
    bodies: dict[str, str] = {}
    parties: dict[str, str] = {}
    for content in lists:
        for element in xml.elements(BytesIO(content), ("person", "org"), len(content)):
            id = element.get(ID, "")
            if xml.name(element) == "person":
                persons[id] = _person(element)
            elif element.get("role") in _PARTIES:
                parties[id] = _named(element, "abb") or _named(element, "yes")
            else:
                bodies[id] = _named(element, "yes")
    return People(persons, bodies, parties)


def _person(element: Any) -> Person:
    named = next((each for each in element if xml.name(each) == "persName"), ())
    parts = [(_ORDER[kind], xml.single(each)) for each in named if (kind := xml.name(each)) in _ORDER]
    sex = next((each.get("value", "") for each in element if xml.name(each) == "sex"), "")
    return Person(
        " ".join(words for _, words in sorted(parts, key=lambda part: part[0])),
        _GENDERS.get(sex, ""),
        tuple(_affiliation(each) for each in element if xml.name(each) == "affiliation"),
    )


_ORDER = {"forename": 0, "nameLink": 1, "surname": 2}


def _affiliation(element: Any) -> Affiliation:
    first, last = (dates.days(element.get(side, "")) for side in ("from", "to"))
    roles = [each for each in element if xml.name(each) == "roleName"]
    role = next((xml.single(each) for each in roles if each.get(LANGUAGE) == "nl"), "")
    return Affiliation(
        element.get("ref", "").removeprefix("#"),
        role[:1].lower() + role[1:],
        first[0] if first else datetime.date.min,
        last[1] if last else datetime.date.max,
    )


def _named(element: Any, full: str) -> str:
    """The name of a body; the Dutch one where it has one in several languages."""
    names = [each for each in element if xml.name(each) == "orgName" and each.get("full") == full]
    names.sort(key=lambda each: each.get(LANGUAGE, "nl") != "nl")
    return xml.single(names[0]) if names else ""
