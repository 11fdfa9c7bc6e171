"""What kind of thing a name is: one vote over all its places in the article.

The model's labels count, and so do titles, given names, brackets with a party, prepositions of place, the
form of the name, and the registry. A surname votes together with the full name that ends in it."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from standpunt.language.analysis import Token
from standpunt.model import ActorKind
from standpunt.reading.mentions import abbreviations
from standpunt.reading.mentions.context import Context, Name, is_finite
from standpunt.reading.mentions.offices import prominent
from standpunt.reading.mentions.words import (
    ABBREVIATIONS,
    BODY_HEADS,
    BODY_TAILS,
    BODY_WORDS,
    COMPANY,
    DEEDS,
    GROUNDS,
    HONORIFICS,
    PARTICLES,
    PHRASES,
    PLACE,
    PLACE_NAMES,
    TOWN_OFFICES,
    WORKS,
    Noun,
    given,
    is_initials,
    noun,
)
from standpunt.registry import Body, State, fold

_ACRONYM = re.compile(r"^[A-Z0-9][A-Z0-9&./-]{1,6}$")
_TOWARDS = frozenset(("in", "naar", "richting", "rond", "langs", "nabij"))
_COMPANIES = frozenset(("bedrijf", "organisatie", "partij", "club"))
_INSTITUTIONS = frozenset(("kennis", "organisatie", "rechtbank", "leger"))
_TERRITORIES = frozenset(("provincie", "gemeente", "deelgemeente", "stad", "gewest", "deelstaat"))
_AGE = re.compile(r"^\d{1,2}$")


def decide(context: Context, names: Sequence[Name], *, together: bool = True) -> None:
    """Sets `kind` of each name; a place and what is neither actor nor place stay without one. Without `together`
    every occurrence decides for itself."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    keys = [_key(name.words) if together else f"{name.first}" for name in names]
    full = _full_names(context, names, keys) if together else {}
    tallies = [votes[full.get(key, key)] for key in keys]
    things = abbreviations.things(context)
    for name, key, tally in zip(names, keys, tallies, strict=True):
        if name.fact is None:
            if things.intersection(_key(name.words).split()):
                tally["other"] += 3.0  # `lage-emissiezone (LEZ)`
            for kind, weight in _evidence(context, name, surname=key in full):
                tally[kind] += weight
    for name, tally in zip(names, tallies, strict=True):
        if isinstance(name.fact, State):
            name.kind, name.why = ActorKind.STATE, "registry"
        elif isinstance(name.fact, Body):
            name.kind, name.why = name.fact.kind, "registry"
        else:
            _settle(name, tally)
    for one, other in pairwise(zip(names, tallies, strict=True)):
        _listed_body(context, one[0], *other)
        _listed_person(context, one, other)


def _listed_body(context: Context, one: Name, other: Name, tally: Mapping[str, float]) -> None:
    """`landbouworganisaties LTO en Agractie`: what is listed with a body, and nothing else by itself."""
    unclear = other.kind is None and not other.place and max(tally.values(), default=0) < 0.5
    if one.kind is ActorKind.ORGANISATION and unclear and _is_listed(context, one, other):
        other.kind, other.why = ActorKind.ORGANISATION, "listed with a body"


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
    words = name.words.split()
    first, tokens = words[0], context.tokens[name.first : name.last]
    if (_bodylike(words) or _is_called_a_body(context, name)) and not given(first):
        return False
    return bool(given(first) or is_initials(first) or any(token.entity == "PER" for token in tokens))


def _is_a_body(word: str) -> bool:
    found = noun(word.lower())
    return found is not None and found.key in _INSTITUTIONS and not found.plural


def _is_called_a_body(context: Context, name: Name) -> bool:
    """`oppositiepartij Behoud Duinoog`"""
    before = noun(context.tokens[name.first - 1].lower) if name.first else None
    return before is not None and before.group == "collective" and context.adjacent(name.first)


def _evidence(context: Context, name: Name, *, surname: bool) -> list[tuple[str, float]]:
    """Weighted votes of one occurrence for `person`, `organisation`, `place`, `other`; a `surname` of somebody with a
    full name looks like no thing (`Zirkzee`)."""
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
    if is_initials(name.words) and len(name.words) == 2:
        votes.append(("person", 1.5))  # `L.`, who is tried
    elif _ACRONYM.match(name.words) and not name.words.isdigit():
        votes.append(("organisation", 1.0))
    if _bodylike(words):
        votes.append(("organisation", 1.6))
    elif first.index not in context.opens and (_is_a_body(words[0]) or _is_a_body(words[-1])):
        votes.append(("organisation", 1.2))  # `het Zandmuseum`, `Museum Duinoog`
    personal = (
        words[0].lower() in PARTICLES or given(words[0]) or (is_initials(words[0]) and words[0] != "St.")
    )
    personal = personal or any(word.lower() in PARTICLES for word in words[1:-1])  # `Anneke van der Geest`
    personal = personal or words[-1].lower() in BODY_TAILS  # `Hofstra Ziekenhuis`, no house
    personal = personal or words[0].lower() in BODY_HEADS  # `Vereniging voor Bos in Vlaanderen`
    thing = not (personal or surname) and (
        _is_work(words[-1].lower()) or any(word.lower() in WORKS for word in words)
    )
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
        title = _title_before(context, before.index + 1)
        if before.lower in HONORIFICS:
            votes.append(("person", 3.0))
        elif title is not None and title.group == "person" and not title.plural:
            weight = 1.0 if title.how == "ending" else 1.5 if title.base in TOWN_OFFICES else 2.5
            votes.append(("person", weight))  # `Burgemeester Duinoog` in a headline is of Duinoog
        elif title is not None and title.base in _TERRITORIES:
            votes.append(("place", 1.5))
        elif title is not None and title.group == "collective":
            votes.append(("organisation", 3.5 if title.key in _COMPANIES else 1.5))  # `winkelketen Bristol`
        elif before.lower == "van" and before.index and _leads_one(tokens[before.index - 1].lower):
            votes.append(("organisation", 1.5))
        elif before.lower == "van" and before.index and _is_of_a_town(tokens[before.index - 1].lower):
            votes.append(("place", 1.5))
        elif before.lower in PLACE and len(words) < 3:
            votes.append(("place", 1.2 if before.lower in ("in", "te", "naar", "uit", "nabij") else 0.3))
        elif before.lower in ("het", "de") and before.index and tokens[before.index - 1].lower in _TOWARDS:
            votes.append(("place", 0.8))
        elif before.lower in ("het", "'t") and first.text[0].isupper():
            votes.append(("organisation", 0.5))
    if before is not None and before.lower in ("de", "het") and _is_work(words[-1].lower()):
        leads = tokens[before.index - 1].lower if before.index else ""
        if leads in PLACE or leads in ("op", "aan"):
            votes.append(("place", 2.5))  # `in de Van Houtenlaan`
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
    if after is not None and after.text == "," and _is_a_thing(context, name.last + 1):
        votes.append(("place", 1.5))
    titled = before is not None and (named := noun(before.lower)) is not None and named.base in TOWN_OFFICES
    if (
        not (titled or _among_places(context, name.first))
        and first.dep.startswith("nsubj")
        and _does(context, tokens[first.head])
    ):
        votes.append(("doer", 1.0))
    if last.text[0].islower():
        votes.append(("person", -0.2))
    if after is not None and (after.text in (",", ":") or after.lower == "en") and "PER" in labels:
        votes.append(("person", 0.2))
    return votes


def _title_before(context: Context, end: int) -> Noun | None:
    """The noun that stands before a token, of several words where these are one (`Commandant der Strijdkrachten`)."""
    for start in range(max(0, end - 4), end):
        words = tuple(token.lower for token in context.tokens[start:end])
        if words in PHRASES.get(words[0], ()):
            return noun(" ".join(words))
    return noun(context.tokens[end - 1].lower)


def _leads_one(word: str) -> bool:
    """`topman van Asos`: a head of something."""
    title = noun(word)
    return title is not None and title.key in ("chef", "directeur") and not title.plural


def _is_of_a_town(word: str) -> bool:
    """`burgemeester van Duinoog`, `gemeentebestuur van Duinoog`"""
    found = noun(word)
    return found is not None and (found.base in TOWN_OFFICES or found.key == "gemeente")


def _is_a_thing(context: Context, at: int) -> bool:
    """`een groene zone`, `het grootste bos`: an apposition of what is neither people nor a body."""
    tokens = context.tokens
    if at >= len(tokens) or tokens[at].lower not in ("een", "het", "de"):
        return False
    at += 1
    while at < len(tokens) and tokens[at].pos == "ADJ" and tokens[at].text.islower():
        at += 1
    return at < len(tokens) and tokens[at].lower in GROUNDS


def _among_places(context: Context, at: int) -> bool:
    """`In Drenthe, Flevoland en Overijssel`: listed behind a preposition of place."""
    tokens = context.tokens
    while at > 1 and tokens[at - 1].lower in (",", "en") and tokens[at - 2].text[0].isupper():
        at -= 2
    return at > 0 and tokens[at - 1].lower in _TOWARDS


def _does(context: Context, verb: Token) -> bool:
    """Whether a verb, or the modal beside it, tells a deed or a wish: who does it is no place."""
    if verb.lemma in DEEDS:
        return True
    return any(
        token.lemma in DEEDS and token.pos in ("AUX", "VERB") and token.dep.startswith("aux")
        for token in context.analysis.children[verb.index]
    )


def _bodylike(words: Sequence[str]) -> bool:
    lower = [word.lower() for word in words]
    tail = len(words) > 1 and (lower[-1] in COMPANY or lower[-1] in BODY_TAILS)
    return lower[0] in BODY_WORDS or tail or "&" in words


@lru_cache(maxsize=16384)
def _is_work(word: str) -> bool:
    """A thing by its last part: `Oosterpark`, `Structuurplan`, `Vrijdag-akkoord`."""
    tail = word.rpartition("-")[2]
    return any(tail[start:] in WORKS for start in range(len(tail) - 2) if start == 0 or start > 2)
