"""Finds the names in an article: capitals, particles, initials, and the names that the registry knows.

    Caroline van der Plas      J.P. de Vries      Sophie in 't Veld      De Wever      Raad van State

A title with a ministry (`minister van Defensie Brekelmans`) is taken apart here, before anything is called a
name."""

from collections.abc import Iterator

from standpunt.model import ActorKind
from standpunt.reading.mentions import abbreviations
from standpunt.reading.mentions.beginnings import begins, is_title, names_a_party
from standpunt.reading.mentions.context import Context, Name
from standpunt.reading.mentions.known import capital_follows, fields_of_office, registered
from standpunt.reading.mentions.surnames import ends_in_initial, extend_left, particle_fits, told
from standpunt.reading.mentions.words import (
    BODY_HEADS,
    HONOURS,
    PARTICLES,
    given,
    is_initials,
)
from standpunt.registry import fold

_JOINS = frozenset(("&", "+"))


def find(context: Context) -> list[Name]:
    """The names of the article in the order of the text; they do not overlap."""
    taken = fields_of_office(context)
    told = [
        Name(each.first, each.last, context.text(each.first, each.last))
        for each in abbreviations.find(context)
        if context.tokens[each.first].text[0].isupper()
    ]
    known = [name for name in registered(context, taken) if not any(_holds(each, name) for each in told)]
    known += [
        each for each in told if not any(name.first < each.last and each.first < name.last for name in known)
    ]
    covered = dict.fromkeys((i for name in known for i in range(name.first, name.last)), True)
    names = known + list(_capitalised(context, taken, covered))
    names.sort(key=lambda name: name.first)
    extend_left(context, names, taken)
    for name in names:
        _take_committee(context, name)
    return names


def _take_committee(context: Context, name: Name) -> None:
    """`de commissie Cultuur`, `de Kamercommissie Justitie`: the word is part of the name, and it is no ministry."""
    before = name.first - 1
    if before >= 0 and context.tokens[before].lower.endswith("commissie") and context.adjacent(before + 1):
        name.first, name.fact, name.how, name.kind = before, None, "committee", ActorKind.ORGANISATION
        name.words = context.text(name.first, name.last)


def _holds(whole: Name, part: Name) -> bool:
    """Whether a name is only a part of another: `Nederland`, in `Bond van Artsen in Nederland (BAN)`."""
    inside = whole.first <= part.first and part.last <= whole.last
    return inside and part.last - part.first < whole.last - whole.first


def _capitalised(context: Context, taken: set[int], covered: dict[int, bool]) -> Iterator[Name]:
    """Names by their capitals, around what is known already."""
    tokens = context.tokens
    at = 0
    while at < len(tokens):
        if at in covered or at in taken or not begins(context, at):
            at += 1
            continue
        last = _reach(context, at, taken, covered)
        while last - 1 > at and _is_no_end(context, last - 1):
            last -= 1
        if last - at == 1 and tokens[at].lower in ("de", "het", "van", "een"):
            at += 1
            continue  # `De Leeuwarder Courant`, which the registry has without its article
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
        if token.lower in HONOURS or (last - first == 1 and names_a_party(context, first)):
            last += 1
        elif (end := _flemish_surname(context, last)) and not {*range(last, end)} & (taken | covered.keys()):
            last = end
        elif token.text[0].isupper():
            if _breaks(context, first, last):
                break
            last += 1
        elif token.text in _JOINS and capital_follows(context, last):
            last += 2
        elif token.lower in ("voor", "van", "tegen", "tot", "ter", "in") and (
            tokens[first].lower in BODY_HEADS or tokens[last - 1].lower in BODY_HEADS
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
            of_head = tokens[last - 1].lower in BODY_HEADS
            if not of_head and (token.lower == "van" or (token.lower == "in" and last - first != 3)):
                break
            if of_head and token.lower == "in":
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
            if free and _is_acronym(tokens[end].text) and not _is_acronym(tokens[last - 1].text):
                break  # `Wim Hofstra van VVMC`
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
    """Whether the name is whole here, for the article has it so elsewhere or the registry does, and what comes is no
    part of it: `heeft Alexander De Croo De Bleeker gesteund`."""
    if not context.tokens[last].text[0].isupper():
        return False
    words, registry = context.text(first, last), context.registry
    if registry.person(words) is not None:
        return registry.person(context.text(first, last + 1)) is None
    return fold(words) in told(context)


def _breaks(context: Context, first: int, at: int) -> bool:
    """Whether a second name begins at `at` although no comma stands before it: `Unilever Jan Jansen`, `Trump
    Poetin`."""
    token = context.tokens[at]
    if is_title(context, at):
        return True
    inside = [context.tokens[i] for i in range(first, at)]
    if (
        given(token.text)
        and not any(given(t.text) or is_initials(t.text) for t in inside)
        and len(inside) <= 3
    ):
        behind_acronym = _is_acronym(inside[0].text)  # `LTO Noord Anouk Hofstra`
        return capital_follows(context, at) and (token.begins or behind_acronym)
    return False


def _is_acronym(word: str) -> bool:
    return len(word) > 2 and word.isupper() and word.isalpha()
