"""From the chains that are one to an actor: its name, id, offices, and why."""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from standpunt.dossier.corrections.actors import RULE
from standpunt.dossier.identity.found import Found
from standpunt.dossier.identity.names import is_initial, parse
from standpunt.model import Actor, ActorKind, Reason
from standpunt.registry import Registry, fold


def ids(groups: Mapping[str, Sequence[Found]]) -> dict[str, str]:
    """A readable id for each key: kind and name; with a hash where two would share it or the name is not
    all."""
    wanted = {key: _slug(rows) for key, rows in groups.items()}
    times = Counter(wanted.values())
    return {
        key: slug
        if times[slug] == 1 and " in " not in key
        else f"{slug}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"
        for key, slug in wanted.items()
    }


def _slug(rows: Sequence[Found]) -> str:
    words = re.sub(r"[^a-z0-9]+", "-", fold(name(rows))).strip("-")
    return f"{_kind(rows)}:{words}"


def name(rows: Sequence[Found]) -> str:
    """The registry's; else the fullest kind of name, the most frequent of these first."""
    known = next((row.person.name for row in rows if row.person is not None), "")
    counted = Counter(row.name for row in rows)
    return known or max(counted, key=lambda each: (_fullness(each), counted[each], len(each), each))


def _fullness(words: str) -> int:
    given = parse(words).given
    return 0 if not given else 1 if is_initial(given) else 2


def _kind(rows: Sequence[Found]) -> ActorKind:
    counted = Counter(row.chain.kind for row in rows)
    if ActorKind.PARTY in counted:
        return ActorKind.PARTY
    return max(counted, key=lambda kind: (counted[kind], kind))


def _stable(row: Found) -> tuple[str, str]:
    return row.key, row.name


def actor(id: str, rows: Sequence[Found], registry: Registry, called: str = "") -> Actor:
    """`called` is the name that people gave, empty where they gave none."""
    person = next((row.person for row in sorted(rows, key=_stable) if row.person is not None), None)
    parties = Counter(row.chain.party for row in rows if row.chain.party)
    held = {
        str(office)
        for row in rows
        if person is not None and row.published.width is not None
        for office in person.held(row.published.earliest, row.published.latest)
    }
    first = min((row.reason for row in rows), key=_rank)
    candidates = {each for row in rows for each in row.reason.candidates}
    identity = (
        person.key
        if person is not None
        else next((r.chain.identity for r in rows if r.chain.identity == r.key), "")
    )
    aliases = {words for row in rows for words in row.words}
    return Actor(
        id=id,
        name=called or name(rows),
        kind=_kind(rows),
        reason=Reason(RULE, called) if called else Reason(first.rule, first.entry, tuple(sorted(candidates))),
        party=max(parties, key=lambda party: (parties[party], party)) if parties else "",
        roles=_roles({row.chain.role for row in rows if row.chain.role}, registry),
        offices=tuple(sorted(held)),
        aliases=tuple(sorted(aliases)),
        identity=identity,
    )


def _roles(told: set[str], registry: Registry) -> tuple[str, ...]:
    """The roles that the articles give, each once and at its fullest: `minister van Defensie` holds `minister`; the
    adjective by which a foreign paper tells him from its own (`Nederlandse gedeputeerde`) falls away where another does
    without."""
    kept = set()
    for role in told:
        first, _, rest = role.partition(" ")
        state = registry.state(first)
        if rest and state is not None and state.how == "adjective" and rest in told:
            continue
        if not any(other != role and other.casefold().startswith(f"{role.casefold()} ") for other in told):
            kept.add(role)
    return tuple(sorted(kept))


_RANKS = {rule: rank for rank, rule in enumerate(("registry", "office at the date", "full name", "name"))}


def _rank(reason: Reason) -> tuple[int, str, str]:
    return _RANKS.get(reason.rule, len(_RANKS)), reason.rule, reason.entry
