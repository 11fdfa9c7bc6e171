"""What a role in the text says of an office: its rank, its field, and whose it is."""

from functools import lru_cache
from typing import NamedTuple

from standpunt.model import ActorKind
from standpunt.reading.mentions.words import REGIONS, noun
from standpunt.registry import Body, Person, Registry, State, fold


class Claim(NamedTuple):
    """An office as a role claims it: `rank` and `field` as `Registry.title` gives them, `of` the names that
    it may be of (a state, a body, a place), empty where the role does not say."""

    rank: str
    field: str
    of: frozenset[str]


@lru_cache(maxsize=4096)
def claim(role: str, registry: Registry) -> Claim | None:
    """The office in a role: `Amerikaanse minister van Defensie`, `NAVO-chef`, `president van Oekraïne`,
    `burgemeester van Rotterdam`; None where no noun of it names one."""
    words = role.split()
    owners: set[str] = set()
    for at, word in enumerate(words):
        found = noun(word.lower())
        if found is None or found.group != "person":
            state = registry.state(word)
            if state is not None:
                owners.add(state.state.name)
            elif word.endswith("se") and word[0].isupper() and word.lower() not in REGIONS:
                owners.add(_town(word, registry))
            continue
        if not found.family.office:
            return None
        prefix, hyphen, _ = word.rpartition("-")
        body = registry.body(prefix) if hyphen else None
        if body is not None:
            owners.add(body.name)
        tail, of = _owner(words[at + 1 :], registry)
        if of:
            owners.add(of)
        title = found.base if hyphen and body is not None else word.lower()
        rank, field = registry.title(" ".join((title, *tail)))
        return Claim(rank, field, frozenset(owners))
    return None


def _owner(tail: list[str], registry: Registry) -> tuple[list[str], str]:
    """What follows the noun of a role: as words of its field, and the state or body in it."""
    words = [word for word in tail if word.lower() not in ("van", "voor", "de", "het")]
    if not words:
        return [], ""
    name = " ".join(words)
    state = registry.state(name)
    if state is not None and state.how == "name":
        return [], state.state.name
    body = registry.body(name)
    if body is not None and not any(fold(word) in registry.fields for word in words):
        return [], body.name
    if all(fold(word).strip(",") in registry.fields or word.lower() == "en" for word in words):
        return tail, ""
    return [], name if words[0][:1].isupper() else ""


def _town(adjective: str, registry: Registry) -> str:
    """The town of an adjective (`Antwerpse`: Antwerpen), where one town that the registry knows an office of fits;
    else the adjective itself."""
    towns = [owner for owner in registry.owners if is_of_town(adjective, owner)]
    return towns[0] if len(towns) == 1 else adjective


@lru_cache(maxsize=65536)
def is_of_town(adjective: str, town: str) -> bool:
    """Whether an adjective may be of a town: `Gentse` of Gent, `Haagse` of Den Haag, `Zwolse` of Zwolle."""
    stem = fold(adjective)[:-2] if adjective.endswith("se") else ""
    name = fold(town).removeprefix("den ").removeprefix("'s-")
    return len(stem) > 2 and name.startswith(stem) and len(name) - len(stem) < 4


def share_owner(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two offices may be of the same state, body or town."""
    return any(a == b or is_of_town(a, b) or is_of_town(b, a) for a in one for b in other)


def fits(person: Person, held: Claim, registry: Registry) -> bool:
    """Whether a person ever held an office that a role claims."""
    for office in person.offices:
        rank, field = registry.title(office.title)
        if rank != held.rank and not (held.rank == "leider" and rank == "fractievoorzitter"):
            continue
        if held.of and person.party not in held.of and not share_owner(held.of, frozenset((office.of,))):
            continue
        if not held.field or set(held.field.split()) <= set(field.split()):
            return True
        if any(want <= set(field.split()) for want in registry.field_names(held.field)):
            return True
    return False


def prominent(person: Person) -> bool:
    """Whether papers call a person by the surname alone: the head of a state, government, party or
    alliance."""
    return any(office.title in _HEADS for office in person.offices)


_HEADS = frozenset(
    ("premier", "president", "kanselier", "leider", "secretaris-generaal", "voorzitter", "koning")
)


def kind_of(fact: State | Body) -> ActorKind:
    return ActorKind.STATE if isinstance(fact, State) else fact.kind
