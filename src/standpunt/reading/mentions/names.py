"""Finds the names in an article: capitals, particles, initials, and the names that the registry knows.

    Caroline van der Plas      J.P. de Vries      Sophie in 't Veld      De Wever      Raad van State

A title with a ministry (`minister van Defensie Brekelmans`) is taken apart here, before anything is called a name.
"""

import re
from collections.abc import Iterator

from standpunt.reading.mentions.context import Context, Name
from standpunt.reading.mentions.words import (
    BODY_HEADS,
    BODY_WORDS,
    DETERMINERS,
    HONORIFICS,
    HONOURS,
    PARTICLES,
    PRONOUNS,
    given,
    is_initials,
    noun,
)
from standpunt.registry import Body, State, fold

_PREPOSITIONS = frozenset(("van", "uit", "in", "op", "aan", "te", "voor", "tot", "over", "onder"))
_JOINS = frozenset(("&", "+"))
_COMMON_TAIL = re.compile(
    r"^[^-]*-(?:[^-]*-)?[a-zà-ÿ]{4,}$"
)  # NAVO-missie, IS-terreur: a noun with a name in it


def find(context: Context) -> list[Name]:
    """The names of the article in the order of the text; they do not overlap."""
    taken = fields_of_office(context)
    known = list(_registered(context, taken))
    covered = dict.fromkeys((i for name in known for i in range(name.first, name.last)), True)
    names = known + list(_capitalised(context, taken, covered))
    names.sort(key=lambda name: name.first)
    _extend_left(context, names, taken)
    return names


def fields_of_office(context: Context) -> set[int]:
    """The tokens of a field after an office: `Sociale Zaken en Werkgelegenheid` in `minister van ...`."""
    taken: set[int] = set()
    tokens, fields = context.tokens, context.registry.fields
    for token in tokens:
        if not token.lower.endswith(("minister", "staatssecretaris", "ministerie", "onderminister")):
            continue
        for start in (token.index + 1, *_after_name(context, token.index)):
            end = field_end(context, start, fields) or _unknown_field(context, start)
            if end:
                taken.update(range(start + 1, end))
    return taken


def _after_name(context: Context, index: int) -> Iterator[int]:
    """Where `van` may stand after `minister X` or `minister Van den X`."""
    at = index + 1
    while at < len(context.tokens) and at - index <= 5 and context.adjacent(at):
        token = context.tokens[at]
        if token.lower in ("van", "voor") and at > index + 1 and context.tokens[at - 1].text[0].isupper():
            yield at
        if not (token.text[0].isupper() or token.lower in PARTICLES):
            return
        at += 1


def _unknown_field(context: Context, start: int) -> int:
    """The end of a field that the registry does not know, where a given name follows: `voor Leefmilieu Vera Dua`."""
    tokens, at = context.tokens, start + 1
    if start >= len(tokens) or tokens[start].lower not in ("van", "voor"):
        return 0
    while at < len(tokens) and at - start < 5 and context.adjacent(at):
        capital = tokens[at].text[0].isupper()
        if capital and given(tokens[at].text) and _capital_follows(context, at):
            return at if at > start + 1 else 0
        if not capital and tokens[at].lower not in ("en", "de", "het"):
            return 0
        at += 1
    return 0


def field_end(context: Context, start: int, fields: frozenset[str]) -> int:
    """The end of a field of office that begins with `van` or `voor` at `start`; 0 where there is none."""
    tokens = context.tokens
    if start >= len(tokens) or tokens[start].lower not in ("van", "voor") or not context.adjacent(start):
        return 0
    at = end = start + 1
    while at < len(tokens) and tokens[at].sentence == tokens[start].sentence:
        if fold(tokens[at].text) in fields:
            end = at = at + 1
        elif tokens[at].lower in ("en", ",", "&") and end == at and end > start + 1:
            at += 1
        else:
            break
    return end if end > start + 1 else 0


def _registered(context: Context, taken: set[int]) -> Iterator[Name]:
    """Names of states and bodies in the registry, the longest at each place."""
    tokens = context.tokens
    at = 0
    while at < len(tokens):
        found = None if at in taken else _longest(context, at)
        if found is None:
            at += 1
            continue
        last, fact, how = found
        if _is_part_of_person(context, at, last) or _is_longer(context, at, last):
            at += 1
            continue
        yield Name(at, last, fact.name, fact, how)
        at = last


def _longest(context: Context, at: int) -> tuple[int, State | Body, str] | None:
    tokens, registry = context.tokens, context.registry
    word = fold(tokens[at].text)
    for words in registry.phrases.get(word, ()):
        end = at + len(words)
        if end <= len(tokens) and tokens[end - 1].sentence == tokens[at].sentence:
            if all(fold(tokens[at + k].text) == words[k] for k in range(1, len(words))):
                found = _fact(context, context.text(at, end), at)
                if found:
                    return end, *found
    if not tokens[at].text[0].isupper():
        return None
    found = _fact(context, tokens[at].text, at)
    return (at + 1, *found) if found else None


def _fact(context: Context, words: str, at: int) -> tuple[State | Body, str] | None:
    registry = context.registry
    for form in (words.rstrip("."), words, _bare(words)):
        bodies = registry.bodies(form)
        if bodies and not (at in context.opens and _is_word(context, at, form)):
            return _choose(context, bodies), "body"
        state = registry.state(form)
        if state and state.how != "adjective":
            return state.state, state.how
    return None


def _is_word(context: Context, at: int, words: str) -> bool:
    """Whether a name at the head of a sentence is an ordinary word there: `Volt`, `Denk`, `Groen`, `Vooruit`."""
    token = context.tokens[at]
    return (
        " " not in words
        and not words.isupper()
        and token.pos not in ("PROPN", "X", "SYM")
        and not token.entity
    )


def _choose(context: Context, bodies: tuple[Body, ...]) -> Body:
    """Of bodies that share a name, the one whose country the article speaks of; the first where it does not say."""
    if len(bodies) == 1:
        return bodies[0]
    belgian = sum(
        context.capitals[word] for word in ("België", "Belgische", "Vlaamse", "Vlaanderen", "Brussel")
    )
    dutch = sum(context.capitals[word] for word in ("Nederland", "Nederlandse", "Haag"))
    wanted = "belgie" if belgian > dutch else "nederland"
    return next((body for body in bodies if body.of == wanted), bodies[0])


def _bare(words: str) -> str:
    """Without a genitive: `Ruslands`, `Timmermans'`, `EU's`."""
    for ending in ("'s", "’s", "'", "’"):
        if words.endswith(ending):
            return words[: -len(ending)]
    return words[:-1] if len(words) > 4 and words.endswith("s") and not words.isupper() else words


def _is_part_of_person(context: Context, first: int, last: int) -> bool:
    """`Jan Shell`, `Israel Katz`: a given name before it, or it is one and another capital follows."""
    tokens = context.tokens
    if last - first > 1:
        return False
    before, after = first - 1, last
    if before >= 0 and context.adjacent(first) and tokens[before].text[0].isupper():
        if given(tokens[before].text) or is_initials(tokens[before].text):
            return not tokens[first].text.isupper()
    if after < len(tokens) and context.adjacent(after) and tokens[after].text[0].isupper():
        whole = context.text(first, after + 1)
        return bool(given(tokens[first].text)) or context.registry.person(whole) is not None
    return False


def _is_longer(context: Context, at: int, last: int) -> bool:
    """`Commissie voor Onrechtmatige Bedingen` is not the Commissie: a general word goes on to a name of its own."""
    tokens = context.tokens
    if last < len(tokens) and context.adjacent(last) and tokens[last].text[0].isupper():
        goes_on = tokens[at].entity == "ORG" == tokens[last].entity and not tokens[last].begins
        if goes_on and not given(tokens[last].text) and not context.registry.bodies(tokens[last].text):
            return True
    if last - at > 1 or tokens[at].lower not in BODY_HEADS or last + 1 >= len(tokens):
        return False
    if tokens[last].text[0].isupper() and context.adjacent(last):
        return True
    after = last + 2 if tokens[last + 1].lower in ("de", "het") and last + 2 < len(tokens) else last + 1
    return tokens[last].lower in ("voor", "tegen") and tokens[after].text[0].isupper()


def _capitalised(context: Context, taken: set[int], covered: dict[int, bool]) -> Iterator[Name]:
    """Names by their capitals, around what is known already."""
    tokens = context.tokens
    at = 0
    while at < len(tokens):
        if at in covered or at in taken or not _begins(context, at):
            at += 1
            continue
        last = _reach(context, at, taken, covered)
        while last - 1 > at and tokens[last - 1].lower in PARTICLES and tokens[last - 1].text[0].islower():
            last -= 1
        words = context.text(at, last)
        yield Name(at, last, words)
        at = last


def _begins(context: Context, at: int) -> bool:
    """Whether a name begins here: a capital that says something, or one at the head of a sentence with a reason."""
    token = context.tokens[at]
    text, lower = token.text, token.lower
    if not text[0].isupper() or (len(text) == 1 and not is_initials(text)):
        return False
    if lower in HONORIFICS or (_COMMON_TAIL.search(text) and not _capital_follows(context, at)):
        return False
    if token.pos == "ADJ" and token.entity != "PER":
        after = context.tokens[at + 1].text if _capital_follows(context, at) else ""
        if not after or _is_title(context, at + 1) or _COMMON_TAIL.search(after):
            return False
    state = context.registry.state(text)
    if state and state.how == "adjective":
        return _capital_follows(context, at) and not _is_title(context, at + 1) and _one_body(context, at)
    if _is_title(context, at):
        return False
    if at not in context.opens:
        return lower not in PRONOUNS or token.pos == "PROPN"
    if lower in DETERMINERS or lower in PARTICLES:
        return _is_surname(context, at)
    if lower in PRONOUNS or token.pos in (
        "PRON",
        "DET",
        "ADP",
        "SCONJ",
        "CCONJ",
        "ADV",
        "AUX",
        "NUM",
        "INTJ",
    ):
        return bool(token.entity) and context.capitals[text] > 0
    if context.capitals[text] or is_initials(text):
        return True
    if token.pos == "PROPN" and (token.entity or _capital_follows(context, at)):
        return True
    if token.entity and noun(lower) is None and token.pos not in ("NOUN", "VERB", "ADJ"):
        return True
    return bool(given(text)) and _capital_follows(context, at)


def _one_body(context: Context, at: int) -> bool:
    """`Nederlandse Spoorwegen`: the model sees one body, or the next word is the head of one (`Belgische Unie`)."""
    token, after = context.tokens[at], context.tokens[at + 1]
    return after.lower in BODY_WORDS or (token.entity == "ORG" == after.entity and not after.begins)


def _is_title(context: Context, at: int) -> bool:
    """A title with a capital (`Minister`, `VVD-Kamerlid`, `Kamerlid`), and not a surname that is one (`Wim Kok`)."""
    token = context.tokens[at]
    if context.registry.member(token.text) is not None:
        return True
    found = noun(token.lower)
    if found is None or found.group not in ("person", "group") or found.how == "ending":
        return False
    if "-" in token.text and token.text.rpartition("-")[2][:1].isupper() and token.text[0].isupper():
        return found.group == "person" and found.family.office
    if at and context.adjacent(at) and context.tokens[at - 1].text[0].isupper():
        previous = context.tokens[at - 1]
        if (
            given(previous.text)
            or is_initials(previous.text)
            or previous.lower in ("de", "van", "den", "der")
        ):
            return False
    return at in context.opens or "-" in token.text or (found.family.office and token.lower not in _NAMESAKES)


_NAMESAKES = frozenset(
    ("koning", "prins", "keizer", "schepen", "kapitein", "leider", "bisschop", "graaf", "meester")
)


def _is_surname(context: Context, at: int) -> bool:
    """`De Wever zegt`, `Van den Berg vindt`: the article or the registry knows a surname that begins so."""
    tokens = context.tokens
    end = at + 1
    while end < len(tokens) and end - at < 4 and tokens[end].lower in PARTICLES and context.adjacent(end):
        end += 1
    if end >= len(tokens) or not tokens[end].text[0].isupper() or not context.adjacent(end):
        return False
    surname = _bare(context.text(at, end + 1))
    if context.registry.persons(surname) and not context.registry.bodies(tokens[end].text):
        return True
    if tokens[at].text in ("De", "Het", "Een", "Die", "Deze", "Dit", "Dat", "Zijn", "Haar", "Hun", "Den"):
        return fold(surname) in _surnames(context)
    if fold(surname) in _surnames(context):
        return True
    return tokens[at].pos == "PROPN" or (tokens[at].entity == "PER" and tokens[end].entity == "PER")


def _leads_surname(context: Context, at: int) -> bool:
    """Whether a small word may begin a surname; `in`, `op`, `uit` only before another particle (`in 't Veld`)."""
    lower = context.tokens[at].lower
    if lower not in _PREPOSITIONS or lower == "van":
        return True
    return at + 1 < len(context.tokens) and context.tokens[at + 1].lower in (
        "'t",
        "’t",
        "de",
        "den",
        "der",
        "het",
    )


def _surnames(context: Context) -> frozenset[str]:
    """Surnames with particles that follow a given name or initials somewhere in the article, folded."""
    cached = getattr(context, "_known_surnames", None)
    if cached is None:
        tokens, found = context.tokens, set()
        for token in tokens:
            if token.lower in PARTICLES and token.index and context.adjacent(token.index):
                before = tokens[token.index - 1].text
                mid_capital = token.text[0].isupper() and token.index not in context.opens
                if not (given(before) or is_initials(before) or mid_capital):
                    continue
                if not _leads_surname(context, token.index):
                    continue
                end = token.index + 1
                while end < len(tokens) and tokens[end].lower in PARTICLES:
                    end += 1
                if end < len(tokens) and tokens[end].text[0].isupper() and context.adjacent(end):
                    found.add(fold(_bare(context.text(token.index, end + 1))))
                    found.add(fold(context.text(token.index, end + 1)))
        cached = frozenset(found)
        context._known_surnames = cached  # type: ignore[attr-defined]
    return cached


def _capital_follows(context: Context, at: int) -> bool:
    after = at + 1
    return after < len(context.tokens) and context.adjacent(after) and context.tokens[after].text[0].isupper()


def _reach(context: Context, first: int, taken: set[int], covered: dict[int, bool]) -> int:
    """The end of the name that begins at `first`."""
    tokens = context.tokens
    last = first + 1
    while last < len(tokens) and context.adjacent(last) and last not in taken and last not in covered:
        token = tokens[last]
        if token.lower in HONOURS:
            last += 1
        elif token.text[0].isupper():
            if _breaks(context, first, last):
                break
            last += 1
        elif token.text in _JOINS and _capital_follows(context, last):
            last += 2
        elif token.lower in ("voor", "van", "tegen", "tot", "ter", "in") and tokens[first].lower in BODY_HEADS:
            end = last + 1
            while end < len(tokens) and tokens[end].lower in ("de", "het") and context.adjacent(end):
                end += 1
            if (
                end >= len(tokens)
                or not tokens[end].text[0].isupper()
                or (token.lower == "van" and end in covered)
            ):
                break
            if token.lower in ("van", "in") and last - first != (1 if token.lower == "van" else 3):
                break
            last = end + 1
        elif token.lower in PARTICLES:
            end = last + 1
            while end < len(tokens) and tokens[end].lower in PARTICLES and context.adjacent(end):
                end += 1
            free = end < len(tokens) and end not in taken and end not in covered and context.adjacent(end)
            if not free or not tokens[end].text[0].isupper() or not _particle_fits(context, first, last, end):
                break
            last = end + 1
        else:
            break
    return last


def _breaks(context: Context, first: int, at: int) -> bool:
    """Whether a second name begins at `at` although no comma stands before it: `Unilever Jan Jansen`, `Trump Poetin`."""
    token = context.tokens[at]
    if _is_title(context, at):
        return True
    inside = [context.tokens[i] for i in range(first, at)]
    if (
        given(token.text)
        and not any(given(t.text) or is_initials(t.text) for t in inside)
        and len(inside) <= 3
    ):
        return _capital_follows(context, at) and token.begins
    return False


def _particle_fits(context: Context, first: int, at: int, end: int) -> bool:
    """Whether particles join what stands before `at` to the capital at `end`: `Frans van Houten`, and not `Schoof van
    Nederland` or `Opstelten van Rotterdam`."""
    tokens = context.tokens
    whole = context.text(first, end + 1)
    if context.registry.person(whole) or context.registry.person(_bare(whole)):
        return True
    before = [token.text for token in tokens[first:at]]
    personal = all(given(word) or is_initials(word) for word in before)
    known = fold(context.text(at, end + 1)) in _surnames(context)
    if tokens[at].lower in _PREPOSITIONS:
        if personal and len(before) <= 3:
            return context.registry.state(tokens[end].text) is None and not _titled(context, first, before)
        one_entity = all(t.entity == "PER" for t in tokens[first : end + 1]) and not any(
            t.begins for t in tokens[first + 1 : end + 1]
        )
        return one_entity and len(before) == 1 and not _titled(context, first, before)
    if tokens[at].lower in ("de", "het"):
        return (personal or (known and len(before) == 1)) and context.registry.state(tokens[end].text) is None
    return personal or known or tokens[end].entity == "PER"


def _titled(context: Context, first: int, before: list[str]) -> bool:
    """`minister Agnes van Justitie`: a title before one name that is no usual given name."""
    if first == 0 or len(before) > 1:
        return False
    return noun(context.tokens[first - 1].lower) is not None and not given(before[0])


def _extend_left(context: Context, names: list[Name], taken: set[int]) -> None:
    """Small particles before a surname that the article knows: `legde van Boxtel uit`."""
    tokens = context.tokens
    for name in names:
        start = name.first
        while (
            start
            and tokens[start - 1].lower in PARTICLES
            and context.adjacent(start)
            and name.first - start < 3
        ):
            start -= 1
        for at in range(start, name.first):
            if at in taken or name.fact is not None or not _leads_surname(context, at):
                continue
            surname = _bare(context.text(at, name.last))
            if fold(surname) in _surnames(context) or (
                context.registry.persons(surname) and _after_title(context, at)
            ):
                name.first, name.words = at, context.text(at, name.last)
                break


def _after_title(context: Context, at: int) -> bool:
    return at > 0 and noun(context.tokens[at - 1].lower) is not None
