"""What speaks for a name being a person, an organisation, a place or a thing: weighted votes of one place in the text.

The model's labels, the form of the name with what the registry knows of it, what stands before it, what stands behind
it, and whether it does something.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from standpunt.language.analysis import Token
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
    strip_genitive,
)
from standpunt.registry import fold

Vote = tuple[str, float]
_ACRONYM = re.compile(r"^[A-Z0-9][A-Z0-9&./-]{1,6}$")
_TOWARDS = frozenset(("in", "naar", "richting", "rond", "langs", "nabij"))
_COMPANIES = frozenset(("bedrijf", "organisatie", "partij", "club"))
_INSTITUTIONS = frozenset(("kennis", "organisatie", "rechtbank", "leger"))
_TERRITORIES = frozenset(("provincie", "gemeente", "deelgemeente", "stad", "gewest", "deelstaat"))
_AGE = re.compile(r"^\d{1,2}$")


def votes(context: Context, name: Name, *, surname: bool) -> Iterator[Vote]:
    """For `person`, `organisation`, `place`, `other`, and `doer` for who does something; a `surname` of somebody with a
    full name looks like no thing (`Zirkzee`)."""
    before, after = _before(context, name), _after(context, name)
    yield from _by_labels(context, name)
    yield from _by_registry(context, name)
    yield from _by_form(context, name, surname=surname)
    yield from _by_what_precedes(context, name, before)
    yield from _by_what_follows(context, name, before, after)
    yield from _by_deed(context, name, before)


def _before(context: Context, name: Name) -> Token | None:
    """The token before a name in its sentence; before `Friese`, in `in het Friese Ferwerd`."""
    tokens = context.tokens
    before = tokens[name.first - 1] if name.first else None
    if before is None or before.sentence != tokens[name.first].sentence:
        return None
    if before.lower.endswith("se") and before.text[0].isupper() and before.index > 1:
        article = tokens[before.index - 1]
        return tokens[before.index - (2 if article.lower in ("de", "het", "een") else 1)]
    return before


def _after(context: Context, name: Name) -> Token | None:
    after = context.tokens[name.last] if name.last < len(context.tokens) else None
    return after if after is not None and after.sentence == context.tokens[name.first].sentence else None


def _by_labels(context: Context, name: Name) -> Iterator[Vote]:
    tokens = context.tokens
    first, labels = tokens[name.first], [token.entity for token in tokens[name.first : name.last]]
    for label, kind in (("PER", "person"), ("ORG", "organisation"), ("LOC", "place"), ("MISC", "other")):
        yield kind, 0.8 * labels.count(label) / len(labels)
    if " " in name.words and set(labels) == {"PER"}:
        yield "person", 0.5  # the model sees one whole name
    if first.dep == "nsubj" and "LOC" in labels and tokens[first.head].pos == "VERB":
        yield "organisation", 0.9  # a place does nothing


def _by_registry(context: Context, name: Name) -> Iterator[Vote]:
    registry = context.registry
    if registry.person(name.words) or registry.person(strip_genitive(name.words)):
        yield "person", 6.0
    elif known := registry.persons(name.words) or registry.persons(name.words.rstrip("s'’")):
        yield "person", 2.0 if any(prominent(person) for person in known) else 0.8
    if fold(strip_genitive(name.words)) in PLACE_NAMES:
        yield "place", 2.5


def _by_form(context: Context, name: Name, *, surname: bool) -> Iterator[Vote]:
    words = name.words.split()
    if len(words) > 1 and (given(words[0]) or is_initials(words[0])):
        yield "person", 2.0 if is_initials(words[0]) or not bodylike(words) else 0.5
    if is_initials(name.words) and len(name.words) == 2:
        yield "person", 1.5  # `L.`, who is tried
    elif _ACRONYM.match(name.words) and not name.words.isdigit():
        yield "organisation", 1.0
    if bodylike(words):
        yield "organisation", 1.6
    elif name.first not in context.opens and (_is_a_body(words[0]) or _is_a_body(words[-1])):
        yield "organisation", 1.2  # `het Zandmuseum`, `Museum Duinoog`
    things = _is_work(words[-1].lower()) or any(word.lower() in WORKS for word in words)
    thing = things and not (surname or _is_no_thing(words))
    if name.words.lower().rstrip(".") in ABBREVIATIONS or thing or words[-1][0].isdigit():
        yield "other", 2.5
    if context.tokens[name.last - 1].text[0].islower():
        yield "person", -0.2


def _is_no_thing(words: Sequence[str]) -> bool:
    """Whether a name is somebody's or a body's, whatever its last word: `Anneke van der Zee`, `Hofstra Ziekenhuis`,
    `Vereniging voor Bos in Vlaanderen`."""
    first, last = words[0].lower(), words[-1].lower()
    if first in PARTICLES or given(words[0]) or (is_initials(words[0]) and words[0] != "St."):
        return True
    if any(word.lower() in PARTICLES for word in words[1:-1]):
        return True
    return last in BODY_TAILS or first in BODY_HEADS


def _by_what_precedes(context: Context, name: Name, before: Token | None) -> Iterator[Vote]:
    tokens, words = context.tokens, name.words.split()
    if name.first and tokens[name.first - 1].lower == "het":
        yield "person", -1.5
    if before is None:
        return
    title = _title_before(context, before.index + 1)
    further = tokens[before.index - 1].lower if before.index else ""
    if before.lower in HONORIFICS:
        yield "person", 3.0
    elif title is not None and title.group == "person" and not title.plural:
        # `Burgemeester Duinoog` in a headline is of Duinoog
        yield "person", 1.0 if title.how == "ending" else 1.5 if title.base in TOWN_OFFICES else 2.5
    elif title is not None and title.base in _TERRITORIES:
        yield "place", 1.5
    elif title is not None and title.group == "collective":
        yield "organisation", 3.5 if title.key in _COMPANIES else 1.5  # `winkelketen Bristol`
    elif before.lower == "van" and _leads_one(further):
        yield "organisation", 1.5
    elif before.lower == "van" and _is_of_a_town(further):
        yield "place", 1.5
    elif before.lower in PLACE and len(words) < 3:
        yield "place", 1.2 if before.lower in ("in", "te", "naar", "uit", "nabij") else 0.3
    elif before.lower in ("het", "de") and further in _TOWARDS:
        yield "place", 0.8
    elif before.lower in ("het", "'t") and tokens[name.first].text[0].isupper():
        yield "organisation", 0.5
    somewhere = further in PLACE or further in ("op", "aan")
    if somewhere and before.lower in ("de", "het") and _is_work(words[-1].lower()):
        yield "place", 2.5  # `in de Van Houtenlaan`


def _by_what_follows(
    context: Context, name: Name, before: Token | None, after: Token | None
) -> Iterator[Vote]:
    if after is None:
        return
    tokens = context.tokens
    if after.text[0].isdigit() and _ACRONYM.match(name.words):
        yield "other", 1.5  # `DM 31/07`, initials before a time
    if after.text == "(" and name.last + 1 < len(tokens):
        inside = tokens[name.last + 1].text
        if _AGE.match(inside) or context.registry.body(inside) is not None:
            yield "person", 2.0
    elif is_finite(after) or (before is not None and is_finite(before)):
        yield "person", 0.3
        yield "organisation", 0.2
    if after.text == ",":
        if _is_apposed_to_somebody(context, name.last + 1):
            yield "person", 1.5
        if _is_a_thing(context, name.last + 1):
            yield "place", 1.5
    labels = {token.entity for token in tokens[name.first : name.last]}
    if (after.text in (",", ":") or after.lower == "en") and "PER" in labels:
        yield "person", 0.2


def _by_deed(context: Context, name: Name, before: Token | None) -> Iterator[Vote]:
    first = context.tokens[name.first]
    title = noun(before.lower) if before is not None else None
    if (title is not None and title.base in TOWN_OFFICES) or _among_places(context, name.first):
        return
    if first.dep.startswith("nsubj") and _does(context, context.tokens[first.head]):
        yield "doer", 1.0


def _is_a_body(word: str) -> bool:
    found = noun(word.lower())
    return found is not None and found.key in _INSTITUTIONS and not found.plural


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


def _is_apposed_to_somebody(context: Context, at: int) -> bool:
    """`, directeur van het museum`, `, een bekende schrijver`: an apposition that only a person has."""
    for token in context.tokens[at : at + 3]:
        found = noun(token.lower)
        if found is not None and found.group == "person" and not found.plural and found.how != "ending":
            return True
        if not (token.pos in ("DET", "ADJ") or token.lower in ("de", "een")):
            return False
    return False


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


def bodylike(words: Sequence[str]) -> bool:
    lower = [word.lower() for word in words]
    tail = len(words) > 1 and (lower[-1] in COMPANY or lower[-1] in BODY_TAILS)
    return lower[0] in BODY_WORDS or tail or "&" in words


@lru_cache(maxsize=16384)
def _is_work(word: str) -> bool:
    """A thing by its last part: `Oosterpark`, `Structuurplan`, `Vrijdag-akkoord`."""
    tail = word.rpartition("-")[2]
    return any(tail[start:] in WORKS for start in range(len(tail) - 2) if start == 0 or start > 2)
