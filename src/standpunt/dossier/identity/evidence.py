"""What speaks for and against two names being one person's, in bits: each bit doubles the odds.

    weigh(profile, row's profile, ...) → Weight(bits, what speaks for it)

The bits were set by what each thing means and tried on archives in which it is known who is who
(`python -m benchmarks.identity`).
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

import msgspec

from standpunt.dossier.identity.found import Found
from standpunt.dossier.identity.names import Fit, Name, fit, parse
from standpunt.model import ActorKind
from standpunt.reading.mentions import offices
from standpunt.reading.mentions.offices import Claim
from standpunt.reading.mentions.words import COMMON_SURNAMES
from standpunt.registry import Person, Registry, fold

_NAMES = {
    Fit.SAME: 8.0,
    Fit.SHORTER: 6.0,
    Fit.SPELLED: 4.0,
    Fit.INITIALS: 5.0,
    Fit.SURNAME: 5.0,
    Fit.HEARD: 0.0,
}
"""For the names alone. A surname alone is enough where one candidate has it, one that is spelled otherwise never is."""
_COMMON = -5.0
"""For a surname that many have, unless the names are the same."""
_OFFICE, _RANK, _PARTY, _COMPANY = 6.0, 3.0, 4.0, 4.0
"""For the same office at that time, the same rank (`minister`), the same party, and for company that no other candidate
keeps; each further one of the company counts half."""
_ONCE = 1.0
"""For an office that the candidate held at another time, by the registry."""
_UNNAMED = 5.0
"""For an office that the article tells without a name (`de staatssecretaris`), where nobody else in it can be meant, at
the most."""
_ELSEWHERE = -2.0
"""For an office while the candidate is known in another one."""
NEVER = -100.0
"""For another gender, another party or a name that does not fit."""
_TERM = 1500
"""Days within which an office is the same term or the next one."""
_AT_ONCE = 60
"""Days around an office that is told in which another one would be a second one."""


class Weight(NamedTuple):
    """`rule` is the strongest thing that speaks for it, beside the name, and `entry` its words."""

    bits: float
    rule: str = ""
    entry: str = ""


@dataclass(slots=True, eq=False)
class Profile:
    """What is known of a person of one name: offices with the days between which they are told, parties, genders, and
    whom the articles name beside them. `unnamed` are offices that the article tells of somebody without a name."""

    key: str
    name: Name
    called: str
    person: Person | None = None
    offices: dict[Claim, tuple[int, int]] = field(default_factory=dict)
    parties: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    company: set[str] = field(default_factory=set)
    unnamed: frozenset[Claim] = frozenset()
    days: tuple[datetime.date | None, datetime.date | None] = None, None

    def learn(self, other: "Profile") -> None:
        for held, (first, last) in other.offices.items():
            known = self.offices.get(held, (first, last))
            self.offices[held] = min(first, known[0]), max(last, known[1])
        self.parties |= other.parties
        self.genders |= other.genders
        self.company |= other.company


def of_row(row: Found, company: Iterable[str], registry: Registry, unnamed: Iterable[Claim] = ()) -> Profile:
    """What one article says; `unnamed` are offices in it of somebody without a name."""
    chain, person = row.chain, row.person
    made = Profile(row.key, parse(row.name), row.name, person)
    day = row.published.earliest or row.published.latest
    if chain.role and day is not None:
        made.offices[_claim(chain.role, registry)] = day.toordinal(), day.toordinal()
    made.parties = {party for party in (chain.party, person.party if person else "") if party}
    made.genders.update(gender for gender in (chain.gender, person.gender if person else "") if gender)
    made.company = set(company) - {row.key, f"person {made.name.whole}"}
    made.days = row.published.earliest, row.published.latest
    if offices.claim(chain.role, registry) is None:
        made.unnamed = frozenset(unnamed)
    return made


def unnamed(rows: Iterable[Found], registry: Registry) -> dict[str, set[Claim]]:
    """For the id of an article the offices that it tells of somebody without a name (`de staatssecretaris`), and that
    nobody holds whom it names."""
    told: dict[str, set[Claim]] = defaultdict(set)
    taken: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.chain.kind is not ActorKind.PERSON or row.chain.plural:
            continue
        claim = offices.claim(row.chain.role, registry)
        if row.person is not None:
            held = row.person.held(row.published.earliest, row.published.latest)
            taken[row.article].update(registry.title(office.title)[0] for office in held)
        if claim is not None and row.words:
            taken[row.article].add(claim.rank)
        elif claim is not None and row.person is None and row.chain.determiner == "de":
            told[row.article].add(claim)
    return {id: {each for each in claims if each.rank not in taken[id]} for id, claims in told.items()}


def of_person(person: Person) -> Profile:
    """What the registry says; the offices are asked of it."""
    made = Profile(person.key, parse(person.name), person.name, person)
    made.parties.update({person.party} - {""})
    made.genders.update({person.gender} - {""})
    return made


def weigh(known: Profile, other: Profile, company: Iterable[str], registry: Registry) -> Weight:
    """How much speaks for two profiles of one block being one person. `company` is what counts of it: whom other
    candidates do not keep."""
    name = fit(known.name, other.name)
    if name is Fit.NOT or _differ(known.genders, other.genders) or _differ(known.parties, other.parties):
        return Weight(NEVER)
    common = name is not Fit.SAME and known.name.surname in COMMON_SURNAMES
    found = [
        _same_office(known, other, registry),
        _unnamed_office(known, other, registry),
        Weight(
            _PARTY if known.parties & other.parties else 0.0,
            "party",
            min(known.parties & other.parties, default=""),
        ),
        *(Weight(_COMPANY / 2**at, "company", each) for at, each in enumerate(sorted(company))),
    ]
    best = max(found, key=lambda weight: weight.bits)
    bits = _NAMES[name] + (_COMMON if common else 0.0) + sum(weight.bits for weight in found)
    return Weight(bits, *(best[1:] if best.bits > 0 else ("", "")))


def _differ(one: set[str], other: set[str]) -> bool:
    return bool(one and other) and not one & other


def _same_office(known: Profile, other: Profile, registry: Registry) -> Weight:
    """The best of all pairs of offices."""
    best = Weight(0.0)
    against = False
    for claim, (first, last) in other.offices.items():
        bits = _held(known, claim, first, last, registry)
        if bits > best.bits:
            best = Weight(bits, "office", _words(claim))
        against = against or any(
            not _likeness(mine, claim) and begin - _AT_ONCE <= last and first <= end + _AT_ONCE
            for mine, (begin, end) in known.offices.items()
        )
    return best if best.bits or not against else Weight(_ELSEWHERE)


def _unnamed_office(known: Profile, other: Profile, registry: Registry) -> Weight:
    """The best of the offices that the article of `other` tells without a name."""
    day = other.days[0] or other.days[1]
    if day is None:
        return Weight(0.0)
    at = day.toordinal()
    found = (
        Weight(min(_held(known, claim, at, at, registry), _UNNAMED), "office in the article", _words(claim))
        for claim in other.unnamed
    )
    return max(found, default=Weight(0.0))


def _held(known: Profile, claim: Claim, first: int, last: int, registry: Registry) -> float:
    """The bits of a candidate who held an office between two days, by the registry or by what is told."""
    best = _registered(known.person, claim, first, last, registry) if known.person is not None else 0.0
    for mine, (begin, end) in known.offices.items():
        if begin - _TERM <= last and first <= end + _TERM:
            best = max(best, _likeness(mine, claim))
    return best


@lru_cache(maxsize=65536)
def _registered(person: Person, claim: Claim, first: int, last: int, registry: Registry) -> float:
    if not offices.fits(person, claim, registry):
        return 0.0
    bounds = (datetime.date.fromordinal(day) for day in (first - _AT_ONCE, last + _AT_ONCE))
    then = msgspec.structs.replace(person, offices=person.held(*bounds))
    return _OFFICE if offices.fits(then, claim, registry) else _ONCE


@lru_cache(maxsize=262144)
def _likeness(one: Claim, other: Claim) -> float:
    if one.rank != other.rank:
        return 0.0
    fields = not one.field or not other.field or one.field == other.field
    owners = not one.of or not other.of or offices.share_owner(one.of, other.of)
    if not fields or not owners:
        return 0.0
    told = (one.field and other.field) or (one.of and other.of)
    return _OFFICE if told else _RANK


def _words(claim: Claim) -> str:
    return " ".join((claim.rank, claim.field, *sorted(claim.of))).strip()


@lru_cache(maxsize=4096)
def _claim(role: str, registry: Registry) -> Claim:
    """An office; or any other role, which has no field and is of nobody."""
    return offices.claim(role, registry) or Claim(fold(role), "", frozenset())
