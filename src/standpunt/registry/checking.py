"""Checks facts against each other, each fault and note a finding that says of what and why.

A fault is wrong whatever the world is like: one of two facts must go. A note may be right: an office was vacant, a
holder is not known, a city is no actor here.
"""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from standpunt.registry.facts import Body, Office, Person, bound
from standpunt.registry.lookup import Registry


class Rule(StrEnum):
    OVERLAP = "overlap"
    TWICE = "twice"
    PARTY = "party"
    WIKIDATA = "wikidata"
    HOLE = "hole"
    OWNER = "owner"
    NO_WIKIDATA = "no wikidata"


NOTES = (Rule.HOLE, Rule.OWNER, Rule.NO_WIKIDATA)
"""What may be right as it is."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`about` is the office or the name, `keys` the entries that it lies between."""

    rule: Rule
    about: str
    said: str
    keys: tuple[str, ...]

    @property
    def fault(self) -> bool:
        return self.rule not in NOTES


def check(registry: Registry) -> list[Finding]:
    """All findings: faults first, each kind in the order of the files."""
    found = [
        *_terms(registry),
        *_names(registry),
        *_parties(registry),
        *_owners(registry),
        *_identifiers(registry),
    ]
    return sorted(found, key=lambda finding: list(Rule).index(finding.rule))


def _terms(registry: Registry) -> Iterator[Finding]:
    """Two in an office that one person holds, and the days between two holders."""
    terms: dict[tuple[str, str], list[tuple[Office, Person]]] = defaultdict(list)
    for person in registry.all_persons:
        for office in person.offices:
            if office.start.earliest is not None:
                terms[office.title, office.of].append((office, person))
    for (title, of), rows in terms.items():
        rows.sort(key=lambda row: (row[0].start.earliest, row[0].end.latest or datetime.date.max))
        shared = registry.shared(title, of)
        for (one, first), (other, second) in pairwise(rows):
            if shared and first is not second:
                continue
            start, end = other.start, one.end
            keys = tuple(dict.fromkeys((first.key, second.key)))
            about = f"{title}, {of}"
            if end.earliest is None or (start.latest and start.latest < end.earliest):
                said = f"{first.name} until {bound(end)}, {second.name} from {bound(start)}"
                yield Finding(Rule.OVERLAP, about, said, keys)
            elif not shared and end.latest and start.earliest and end.latest < start.earliest:
                said = f"nobody from {bound(end)} to {bound(start)}, between {first.name} and {second.name}"
                yield Finding(Rule.HOLE, about, said, keys)


def _names(registry: Registry) -> Iterator[Finding]:
    for facts in (registry.all_persons, registry.all_states, registry.all_bodies):
        by_name: dict[str, list[str]] = defaultdict(list)
        for fact in facts:
            by_name[fact.name].append(fact.key)
        for name, keys in by_name.items():
            if len(keys) > 1:
                yield Finding(Rule.TWICE, name, f"this name stands under {', '.join(keys)}", tuple(keys))


def _parties(registry: Registry) -> Iterator[Finding]:
    names = {body.name for body in registry.all_bodies}
    for person in registry.all_persons:
        if person.party and person.party not in names:
            said = f"the party {person.party} is not in the registry under this name"
            yield Finding(Rule.PARTY, person.name, said, (person.key,))


_PUBLIC = re.compile(r"(?:gemeente|provincie|stad) (.+)")


def _owners(registry: Registry) -> Iterator[Finding]:
    """An office of a city is known by the municipality, of a province by the body of that name."""
    facts = (*registry.all_states, *registry.all_bodies)
    known = {fact.name for fact in facts} | {
        found[1] for fact in facts if isinstance(fact, Body) and (found := _PUBLIC.fullmatch(fact.name))
    }
    for person in registry.all_persons:
        for of in dict.fromkeys(office.of for office in person.offices):
            if of not in known:
                said = f"an office of {of}, which is no state or body of the registry"
                yield Finding(Rule.OWNER, person.name, said, (person.key,))


def _identifiers(registry: Registry) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for fact in (*registry.all_persons, *registry.all_states, *registry.all_bodies):
        if not fact.wikidata:
            yield Finding(Rule.NO_WIKIDATA, fact.name, "has no Wikidata identifier", (fact.key,))
        elif not re.fullmatch(r"Q[1-9]\d*", fact.wikidata):
            yield Finding(Rule.WIKIDATA, fact.name, f"{fact.wikidata} is no identifier", (fact.key,))
        elif fact.wikidata in seen:
            said = f"{fact.wikidata} is also that of {seen[fact.wikidata]}"
            yield Finding(Rule.WIKIDATA, fact.name, said, (fact.key, seen[fact.wikidata]))
        seen.setdefault(fact.wikidata, fact.key)
