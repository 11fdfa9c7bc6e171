"""What kind of thing a name is: one vote over all its places in the article.

The model's labels count, and so do titles, given names, brackets with a party, prepositions of place, the
form of the name, and the registry. A surname votes together with the full name that ends in it."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from standpunt.model import ActorKind
from standpunt.reading.mentions.context import Context, Name, is_finite
from standpunt.reading.mentions.offices import prominent
from standpunt.reading.mentions.words import (
    ABBREVIATIONS,
    BODY_HEADS,
    BODY_WORDS,
    COMPANY,
    HONORIFICS,
    PARTICLES,
    PLACE,
    PLACE_NAMES,
    WORKS,
    given,
    is_initials,
    noun,
)
from standpunt.registry import Body, State, fold

_ACRONYM = re.compile(r"^[A-Z0-9][A-Z0-9&./-]{1,6}$")
_AGE = re.compile(r"^\d{1,2}$")


def decide(context: Context, names: Sequence[Name]) -> None:
    """Sets `kind` of each name; a place and what is neither actor nor place stay without one."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    keys = [_key(name.words) for name in names]
    full = _full_names(context, names, keys)
    for name, key in zip(names, keys, strict=True):
        if name.fact is None:
            tally = votes[full.get(key, key)]
            for kind, weight in _evidence(context, name):
                tally[kind] += weight
    for name, key in zip(names, keys, strict=True):
        if isinstance(name.fact, State):
            name.kind, name.why = ActorKind.STATE, "registry"
        elif isinstance(name.fact, Body):
            name.kind, name.why = name.fact.kind, "registry"
        else:
            _settle(name, votes[full.get(key, key)])
    _listed_bodies(context, names, votes, full)
    for one, other in pairwise(names):
        between = context.tokens[one.last : other.first]
        if len(between) == 1 and between[0].lower in (",", "en"):
            for name, neighbour in ((one, other), (other, one)):
                likely = votes[full.get(_key(name.words), _key(name.words))].get("person", 0)
                if (
                    name.kind is None
                    and neighbour.kind is ActorKind.PERSON
                    and likely > 0.4
                    and not name.fact
                ):
                    name.kind, name.place = ActorKind.PERSON, False


def _listed_bodies(
    context: Context, names: Sequence[Name], votes: Mapping[str, Mapping[str, float]], full: Mapping[str, str]
) -> None:
    """`landbouworganisaties LTO en Agractie`: what is listed with a body, and nothing else by itself."""
    for one, other in pairwise(names):
        between = context.tokens[one.last : other.first]
        if len(between) != 1 or between[0].lower not in ("en", ",") or one.kind is not ActorKind.ORGANISATION:
            continue
        tally = votes[full.get(_key(other.words), _key(other.words))]
        if other.kind is None and not other.place and max(tally.values(), default=0) < 0.5:
            other.kind, other.why = ActorKind.ORGANISATION, "listed with a body"


def _settle(name: Name, tally: dict[str, float]) -> None:
    kind, weight = max(tally.items(), key=lambda row: (row[1], row[0]), default=("", 0.0))
    name.why = ", ".join(f"{k} {v:.1f}" for k, v in sorted(tally.items(), key=lambda row: -row[1]) if v > 0)
    name.place = kind == "place" and weight > 0
    if weight > (0.9 if kind == "person" else 0.5) and kind in ("person", "organisation"):
        name.kind = ActorKind(kind)


def _key(words: str) -> str:
    return fold(strip_genitive(words))


def strip_genitive(words: str) -> str:
    for ending in ("'s", "’s"):
        if words.endswith(ending):
            return words[:-2]
    return words[:-1] if words.endswith(("'", "’")) else words


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
    first = name.words.split()[0]
    tokens = context.tokens[name.first : name.last]
    return bool(given(first) or is_initials(first) or any(token.entity == "PER" for token in tokens))


def _evidence(context: Context, name: Name) -> list[tuple[str, float]]:
    """Weighted votes of one occurrence for `person`, `organisation`, `place`, `other`."""
    tokens, votes = context.tokens, []
    words = name.words.split()
    first, last = tokens[name.first], tokens[name.last - 1]
    labels = [token.entity for token in tokens[name.first : name.last]]
    for label, kind in (("PER", "person"), ("ORG", "organisation"), ("LOC", "place"), ("MISC", "other")):
        votes.append((kind, 0.8 * labels.count(label) / len(labels)))
    if len(words) > 1 and set(labels) == {"PER"}:
        votes.append(("person", 0.5))  # the model sees one whole name
    if first.dep == "nsubj" and "LOC" in labels and tokens[first.head].pos == "VERB":
        votes.append(("organisation", 0.9))  # a place does nothing
    if len(words) > 1 and (given(words[0]) or is_initials(words[0])):
        votes.append(("person", 2.0 if is_initials(words[0]) or not _bodylike(words) else 0.5))
    registry = context.registry
    if registry.person(name.words) or registry.person(strip_genitive(name.words)):
        votes.append(("person", 6.0))
    elif known := registry.persons(name.words) or registry.persons(name.words.rstrip("s'’")):
        votes.append(("person", 2.0 if any(prominent(person) for person in known) else 0.8))
    if fold(strip_genitive(name.words)) in PLACE_NAMES:
        votes.append(("place", 2.5))
    if _ACRONYM.match(name.words) and not name.words.isdigit():
        votes.append(("organisation", 1.0))
    if _bodylike(words):
        votes.append(("organisation", 1.6))
    personal = (
        words[0].lower() in PARTICLES or given(words[0]) or (is_initials(words[0]) and words[0] != "St.")
    )
    personal = personal or any(word.lower() in PARTICLES for word in words[1:-1])  # `Anneke van der Geest`
    personal = personal or words[0].lower() in BODY_HEADS  # `Vereniging voor Bos in Vlaanderen`
    thing = not personal and (_is_work(words[-1].lower()) or any(word.lower() in WORKS for word in words))
    if name.words.lower().rstrip(".") in ABBREVIATIONS or thing or words[-1][0].isdigit():
        votes.append(("other", 2.5))
    before = (
        tokens[name.first - 1] if name.first and tokens[name.first - 1].sentence == first.sentence else None
    )
    after = (
        tokens[name.last]
        if name.last < len(tokens) and tokens[name.last].sentence == first.sentence
        else None
    )
    if after is not None and after.text[0].isdigit() and _ACRONYM.match(name.words):
        votes.append(("other", 1.5))  # `DM 31/07`, initials before a time
    if before is not None and before.lower.endswith("se") and before.text[0].isupper() and before.index > 1:
        article = tokens[before.index - 1]
        at = before.index - (2 if article.lower in ("de", "het", "een") else 1)
        before = tokens[at]  # `in het Friese Ferwerd`
    if before is not None:
        title = noun(before.lower)
        if before.lower in HONORIFICS:
            votes.append(("person", 3.0))
        elif title is not None and title.group == "person" and not title.plural:
            votes.append(("person", 2.5 if title.how != "ending" else 1.0))
        elif title is not None and title.group == "collective":
            votes.append(("organisation", 1.5))
        elif before.lower in PLACE and len(words) < 3:
            votes.append(("place", 1.2 if before.lower in ("in", "te", "naar", "uit", "nabij") else 0.3))
        elif before.lower in ("het", "'t") and first.text[0].isupper():
            votes.append(("organisation", 0.5))
    if name.first and tokens[name.first - 1].lower == "het":
        votes.append(("person", -1.5))
    if after is not None:
        if after.text == "(" and name.last + 1 < len(tokens):
            inside = tokens[name.last + 1].text
            if _AGE.match(inside) or registry.body(inside) is not None:
                votes.append(("person", 2.0))
        elif is_finite(after) or (before is not None and is_finite(before)):
            votes.append(("person", 0.3))
            votes.append(("organisation", 0.2))
        if after.text == "," and name.last + 2 < len(tokens):
            for token in tokens[name.last + 1 : name.last + 4]:
                found = noun(token.lower)
                if (
                    found is not None
                    and found.group == "person"
                    and not found.plural
                    and found.how != "ending"
                ):
                    votes.append(("person", 1.5))
                    break
                if not (token.pos in ("DET", "ADJ") or token.lower in ("de", "een")):
                    break
    if last.text[0].islower():
        votes.append(("person", -0.2))
    if after is not None and (after.text in (",", ":") or after.lower == "en") and "PER" in labels:
        votes.append(("person", 0.2))
    return votes


def _bodylike(words: Sequence[str]) -> bool:
    lower = [word.lower() for word in words]
    return lower[0] in BODY_WORDS or (len(words) > 1 and lower[-1] in COMPANY) or "&" in words


@lru_cache(maxsize=16384)
def _is_work(word: str) -> bool:
    """A thing by its last part: `Oosterpark`, `Structuurplan`, `Vrijdag-akkoord`."""
    tail = word.rpartition("-")[2]
    return any(tail[start:] in WORKS for start in range(len(tail) - 2) if start == 0 or start > 2)
