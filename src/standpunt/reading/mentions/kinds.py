"""What kind of thing a name is: one vote over all its places in the article.

What speaks for what is in `evidence`. A surname votes together with the full name that ends in it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from standpunt.model import ActorKind
from standpunt.reading.mentions import abbreviations
from standpunt.reading.mentions.context import Context, Name
from standpunt.reading.mentions.evidence import bodylike, votes
from standpunt.reading.mentions.words import PARTICLES, given, is_initials, noun, strip_genitive
from standpunt.registry import Body, State, fold


def decide(context: Context, names: Sequence[Name], *, together: bool = True) -> None:
    """Sets `kind` of each name; a place and what is neither actor nor place stay without one. Without `together`
    every occurrence decides for itself."""
    pooled: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    keys = [_key(name.words) if together else f"{name.first}" for name in names]
    full = _full_names(context, names, keys) if together else {}
    tallies = [pooled[full.get(key, key)] for key in keys]
    things = abbreviations.things(context)
    for name, key, tally in zip(names, keys, tallies, strict=True):
        if name.fact is None:
            if things.intersection(_key(name.words).split()):
                tally["other"] += 3.0  # `lage-emissiezone (LEZ)`
            for kind, weight in votes(context, name, surname=key in full):
                tally[kind] += weight
    for name, tally in zip(names, tallies, strict=True):
        if isinstance(name.fact, State):
            name.kind = ActorKind.STATE
        elif isinstance(name.fact, Body):
            name.kind = name.fact.kind
        else:
            _settle(name, tally)
    for one, other in pairwise(zip(names, tallies, strict=True)):
        _listed_body(context, one[0], *other)
        _listed_person(context, one, other)


def _listed_body(context: Context, one: Name, other: Name, tally: Mapping[str, float]) -> None:
    """`landbouworganisaties LTO en Agractie`: what is listed with a body, and nothing else by itself."""
    unclear = other.kind is None and not other.place and max(tally.values(), default=0) < 0.5
    if one.kind is ActorKind.ORGANISATION and unclear and _is_listed(context, one, other):
        other.kind = ActorKind.ORGANISATION


def _listed_person(context: Context, *pair: tuple[Name, Mapping[str, float]]) -> None:
    """`Lionel Hofstra en Neymar`: what is listed with a person and may be one."""
    (one, _), (other, _) = pair
    if not _is_listed(context, one, other):
        return
    for (name, tally), neighbour in ((pair[0], other), (pair[1], one)):
        if (
            name.kind is None
            and neighbour.kind is ActorKind.PERSON
            and not name.fact
            and (tally.get("person", 0) > 0.4 or (" " in name.words and 0 < tally.get("place", 0) < 1))
        ):
            name.kind, name.place = ActorKind.PERSON, False


def _is_listed(context: Context, one: Name, other: Name) -> bool:
    between = context.tokens[one.last : other.first]
    return len(between) == 1 and between[0].lower in ("en", ",")


def _settle(name: Name, tally: Mapping[str, float]) -> None:
    kinds = {kind: weight for kind, weight in tally.items() if kind != "doer"}
    kind, weight = max(kinds.items(), key=lambda row: (row[1], row[0]), default=("", 0.0))
    if kind == "place" and "doer" in tally:
        # `Rotterdam wil`, `Antwerpen doet al veel`; who is never `in X` is a surname
        kind, weight = ("organisation" if weight > 1 or " " in name.words else "person"), 1.0
    name.place = kind == "place" and weight > 0
    if weight > (0.9 if kind == "person" else 0.5) and kind in ("person", "organisation"):
        name.kind = ActorKind(kind)


def _key(words: str) -> str:
    return fold(strip_genitive(words))


def _full_names(context: Context, names: Sequence[Name], keys: Sequence[str]) -> dict[str, str]:
    """For a surname, its genitive and a first name alone: the full name that it belongs to, when there is
    one."""
    whole: dict[str, set[str]] = defaultdict(set)
    for name, key in zip(names, keys, strict=True):
        words = key.split()
        if name.fact is None and len(words) > 1 and _is_personal(context, name):
            for at in range(1, len(words)):
                whole[" ".join(words[at:])].add(key)
                if words[at] not in PARTICLES:
                    break
            if given(name.words.split()[0]):
                whole[words[0]].add(key)
    found = {}
    present = set(keys)
    for key in keys:
        for form in (key, key[:-1] if key.endswith("s") else key):
            owners = whole.get(form, set()) - {key}
            if owners:
                found[key] = min(owners)
                break
            if form != key and form in present:
                found[key] = form
                break
    return found


def _is_personal(context: Context, name: Name) -> bool:
    """Whether a name of several words may be a person's: `Gemeentebelang Zwolle` does not end in a surname."""
    words = name.words.split()
    first, tokens = words[0], context.tokens[name.first : name.last]
    if (bodylike(words) or _is_called_a_body(context, name)) and not given(first):
        return False
    return bool(given(first) or is_initials(first) or any(token.entity == "PER" for token in tokens))


def _is_called_a_body(context: Context, name: Name) -> bool:
    """`oppositiepartij Behoud Duinoog`"""
    before = noun(context.tokens[name.first - 1].lower) if name.first else None
    return before is not None and before.group == "collective" and context.adjacent(name.first)
