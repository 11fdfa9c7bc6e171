"""Finds the names in an article: capitals, particles, initials, and the names that the registry knows.

    Caroline van der Plas      J.P. de Vries      Sophie in 't Veld      De Wever      Raad van State

A title with a ministry (`minister van Defensie Brekelmans`) is taken apart here, before anything is called a
name."""

import re
from collections.abc import Iterator

from standpunt.reading.mentions.context import Context, Name
from standpunt.reading.mentions.known import bare, capital_follows, fields_of_office, registered
from standpunt.reading.mentions.surnames import ends_in_initial, extend_left, is_surname, particle_fits, told
from standpunt.reading.mentions.words import (
    BODY_HEADS,
    BODY_WORDS,
    DETERMINERS,
    HONORIFICS,
    HONOURS,
    INANIMATE,
    PARTICLES,
    PRONOUNS,
    given,
    is_initials,
    noun,
)
from standpunt.registry import fold

_JOINS = frozenset(("&", "+"))
_COMMON_TAIL = re.compile(
    r"^[^-]*-(?:[^-]*-)?[a-zà-ÿ]{4,}$"
)  # NAVO-missie, IS-terreur: a noun with a name in it


def find(context: Context) -> list[Name]:
    """The names of the article in the order of the text; they do not overlap."""
    taken = fields_of_office(context)
    known = list(registered(context, taken))
    covered = dict.fromkeys((i for name in known for i in range(name.first, name.last)), True)
    names = known + list(_capitalised(context, taken, covered))
    names.sort(key=lambda name: name.first)
    extend_left(context, names, taken)
    return names


def _capitalised(context: Context, taken: set[int], covered: dict[int, bool]) -> Iterator[Name]:
    """Names by their capitals, around what is known already."""
    tokens = context.tokens
    at = 0
    while at < len(tokens):
        if at in covered or at in taken or not _begins(context, at):
            at += 1
            continue
        last = _reach(context, at, taken, covered)
        while last - 1 > at and _is_no_end(context, last - 1):
            last -= 1
        words = context.text(at, last)
        if last - at > 1 and ends_in_initial(context, last):
            context.opens.add(last)  # `Martien R. Justitie wil`: a sentence may end there unseen
        yield Name(at, last, words)
        at = last


def _is_no_end(context: Context, at: int) -> bool:
    """A name does not end in a particle (`Jansen van`), nor in the word that opens the next sentence (`Joris Pauw De
    veerboot`)."""
    token = context.tokens[at]
    if token.lower not in PARTICLES:
        return False
    return token.text[0].islower() or token.lower in ("de", "het", "in", "op", "aan", "over", "voor", "van")


def _begins(context: Context, at: int) -> bool:
    """Whether a name begins here: a capital that says something, or one at the head of a sentence with a
    reason."""
    token = context.tokens[at]
    text, lower = token.text, token.lower
    if not text[0].isupper() or (len(text) == 1 and not is_initials(text)) or text[-1] == "-":
        return False
    if _precedes_a_name(context, at):
        return False
    if lower in HONORIFICS or (_COMMON_TAIL.search(text) and not capital_follows(context, at)):
        return False
    if token.pos == "ADJ" and token.entity != "PER":
        after = context.tokens[at + 1].text if capital_follows(context, at) else ""
        if not after or _is_title(context, at + 1) or _COMMON_TAIL.search(after):
            return False
    state = context.registry.state(text)
    if state and state.how == "adjective":
        return capital_follows(context, at) and not _is_title(context, at + 1) and _one_body(context, at)
    if _is_title(context, at):
        return False
    if at not in context.opens:
        if lower in ("de", "het", "een", "'t"):
            return is_surname(context, at)
        return lower not in PRONOUNS or token.pos == "PROPN"
    if lower in DETERMINERS or lower in PARTICLES:
        return is_surname(context, at)
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
        # `Nauta zegt`, tagged as an adverb: a name that the article has elsewhere, and no small word
        return context.capitals[text] > 0 and (bool(token.entity) or lower not in context.small)
    kind = noun(lower)
    if (
        kind is not None
        and kind.group == "collective"
        and kind.how == "list"
        and not capital_follows(context, at)
    ):
        return context.capitals[text] > 0 and not kind.family.acts
    if lower in context.small and not context.capitals[text] and not given(text):
        return False
    if context.capitals[text] or context.capitals[bare(text)] or is_initials(text):
        return True
    if token.pos in ("PROPN", "NOUN", "X") and context.registry.persons(bare(text)) and noun(lower) is None:
        return True
    if token.pos == "PROPN" and (token.entity or capital_follows(context, at)):
        return True
    if token.entity and noun(lower) is None and token.pos not in ("NOUN", "VERB", "ADJ"):
        return True
    return bool(given(text)) and _name_follows(context, at)


def _precedes_a_name(context: Context, at: int) -> bool:
    """`de Almeerse Anouk Hofstra`, `Interview Anouk Hofstra`, `het Haagse Bos`: a word with a capital that is no part
    of the name after it."""
    token = context.tokens[at]
    if not capital_follows(context, at) or given(token.text):
        return False
    after = context.tokens[at + 1]
    if (
        token.lower.endswith("se")
        and at
        and context.tokens[at - 1].lower in ("de", "het", "een")
        and not _is_title(context, at + 1)
        and not (after.lower in BODY_WORDS or (token.entity == "ORG" == after.entity and not after.begins))
    ):
        return True
    if given(after.text) and _name_follows(context, at + 1):
        demonym = token.lower.endswith(("se", "ste")) and token.entity != "ORG"
        return demonym or (at in context.opens and (token.lower in INANIMATE or token.lower in context.small))
    return False


def _name_follows(context: Context, at: int) -> bool:
    """A capital, with or without particles before it: `Rafael van der Vaart`."""
    end = at + 1
    while end < len(context.tokens) and context.tokens[end].lower in PARTICLES and end - at < 4:
        end += 1
    return end < len(context.tokens) and context.adjacent(end) and context.tokens[end].text[0].isupper()


def _one_body(context: Context, at: int) -> bool:
    """`Nederlandse Spoorwegen`: the model sees one body, or the next word is the head of one (`Belgische
    Unie`)."""
    token, after = context.tokens[at], context.tokens[at + 1]
    return after.lower in BODY_WORDS or (token.entity == "ORG" == after.entity and not after.begins)


def _is_title(context: Context, at: int) -> bool:
    """A title with a capital (`Minister`, `VVD-Kamerlid`, `Kamerlid`), and not a surname that is one (`Wim
    Kok`)."""
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


def _reach(context: Context, first: int, taken: set[int], covered: dict[int, bool]) -> int:
    """The end of the name that begins at `first`."""
    tokens = context.tokens
    last = first + 1
    while last < len(tokens) and context.adjacent(last) and last not in taken and last not in covered:
        token = tokens[last]
        if last - first > 1 and (ends_in_initial(context, last) or _is_told(context, first, last)):
            break
        if (
            tokens[last - 1].text[-1] == "."
            and not is_initials(tokens[last - 1].text)
            and "." not in token.text
        ):
            break
        if token.lower in HONOURS:
            last += 1
        elif (end := _flemish_surname(context, last)) and not {*range(last, end)} & (taken | covered.keys()):
            last = end
        elif token.text[0].isupper():
            if _breaks(context, first, last):
                break
            last += 1
        elif token.text in _JOINS and capital_follows(context, last):
            last += 2
        elif (
            token.lower in ("voor", "van", "tegen", "tot", "ter", "in") and tokens[first].lower in BODY_HEADS
        ):
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
        elif (
            token.lower in ("der", "des")
            and tokens[first].lower in BODY_HEADS
            and capital_follows(context, last)
        ):
            last += 2
        elif token.lower in PARTICLES:
            end = last + 1
            while end < len(tokens) and tokens[end].lower in PARTICLES and context.adjacent(end):
                end += 1
            free = end < len(tokens) and end not in taken and end not in covered and context.adjacent(end)
            if not free or not tokens[end].text[0].isupper() or not particle_fits(context, first, last, end):
                break
            last = end + 1
        else:
            break
    return last


def _flemish_surname(context: Context, at: int) -> int:
    """The end of a surname with a capital particle (`Ann Van de Steen`, `Bart De Wever`); 0 for none."""
    tokens, end = context.tokens, at + 1
    if tokens[at].lower not in PARTICLES or not tokens[at].text[0].isupper():
        return 0
    while end < len(tokens) and tokens[end].lower in PARTICLES and context.adjacent(end):
        end += 1
    return end + 1 if end < len(tokens) and context.adjacent(end) and tokens[end].text[0].isupper() else 0


def _is_told(context: Context, first: int, last: int) -> bool:
    """Whether the name is whole here, for the article has it so elsewhere, and what comes is no part of it."""
    return context.tokens[last].text[0].isupper() and fold(context.text(first, last)) in told(context)


def _breaks(context: Context, first: int, at: int) -> bool:
    """Whether a second name begins at `at` although no comma stands before it: `Unilever Jan Jansen`, `Trump
    Poetin`."""
    token = context.tokens[at]
    if _is_title(context, at):
        return True
    inside = [context.tokens[i] for i in range(first, at)]
    if (
        given(token.text)
        and not any(given(t.text) or is_initials(t.text) for t in inside)
        and len(inside) <= 3
    ):
        return capital_follows(context, at) and token.begins
    return False
