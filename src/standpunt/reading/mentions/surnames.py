"""Surnames: their particles, and which ones the article itself tells.

Caroline van der Plas      Sophie in 't Veld      De Wever      Martien R.
"""

from standpunt.reading.mentions.context import Context, Name
from standpunt.reading.mentions.known import bare
from standpunt.reading.mentions.words import PARTICLES, given, is_initials, noun
from standpunt.registry import fold

_PREPOSITIONS = frozenset(("van", "uit", "in", "op", "aan", "te", "voor", "tot", "over", "onder"))


def is_surname(context: Context, at: int) -> bool:
    """`De Wever zegt`, `Van den Berg vindt`: the article or the registry knows a surname that begins so."""
    tokens = context.tokens
    end = at + 1
    while end < len(tokens) and end - at < 4 and tokens[end].lower in PARTICLES and context.adjacent(end):
        end += 1
    if end >= len(tokens) or not tokens[end].text[0].isupper() or not context.adjacent(end):
        return False
    surname = bare(context.text(at, end + 1))
    if context.registry.persons(surname) and not context.registry.bodies(tokens[end].text):
        return True
    if tokens[at].text in ("De", "Het", "Een", "Die", "Deze", "Dit", "Dat", "Zijn", "Haar", "Hun", "Den"):
        return fold(surname) in _surnames(context)
    if fold(surname) in _surnames(context):
        return True
    return tokens[at].pos == "PROPN" or (tokens[at].entity == "PER" and tokens[end].entity == "PER")


def _leads_surname(context: Context, at: int) -> bool:
    """Whether a small word may begin a surname; `in`, `op`, `uit` only before another particle (`in 't
    Veld`)."""
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
                    found.add(fold(bare(context.text(token.index, end + 1))))
                    found.add(fold(context.text(token.index, end + 1)))
        cached = frozenset(found)
        context._known_surnames = cached  # type: ignore[attr-defined]
    return cached


def particle_fits(context: Context, first: int, at: int, end: int) -> bool:
    """Whether particles join what stands before `at` to the capital at `end`: `Frans van Houten`, and not
    `Schoof van Nederland` or `Opstelten van Rotterdam`."""
    tokens = context.tokens
    whole = context.text(first, end + 1)
    if context.registry.person(whole) or context.registry.person(bare(whole)):
        return True
    before = [token.text for token in tokens[first:at]]
    personal = all(given(word) or is_initials(word) for word in before)
    known = fold(context.text(at, end + 1)) in _surnames(context)
    if tokens[at].lower in _PREPOSITIONS:
        if personal and len(before) <= 3:
            return not _is_state(context, end) and not _titled(context, first, at, before)
        if len(before) == 1 and tokens[at + 1].lower in ("der", "den", "'t", "ter", "ten"):
            return True
        one_entity = all(t.entity == "PER" for t in tokens[first : end + 1]) and not any(
            t.begins for t in tokens[first + 1 : end + 1]
        )
        return one_entity and len(before) == 1 and not _titled(context, first, at, before)
    if tokens[at].lower in ("de", "het"):
        return (personal or (known and len(before) == 1)) and context.registry.state(tokens[end].text) is None
    return personal or known or tokens[end].entity == "PER"


def _is_state(context: Context, at: int) -> bool:
    state = context.registry.state(context.tokens[at].text)
    return state is not None and state.how != "capital"


def _titled(context: Context, first: int, at: int, before: list[str]) -> bool:
    """`minister Agnes van Justitie`: a title before one name that is no usual given name; not before particles that
    only surnames have (`advocaat Tjalling van der Goot`)."""
    if (
        first == 0
        or len(before) > 1
        or context.tokens[at + 1].lower in ("der", "den", "'t", "ter", "ten", "het")
    ):
        return False
    return noun(context.tokens[first - 1].lower) is not None and not given(before[0])


def extend_left(context: Context, names: list[Name], taken: set[int]) -> None:
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
            surname = bare(context.text(at, name.last))
            if fold(surname) in _surnames(context) or (
                context.registry.persons(surname) and _after_title(context, at)
            ):
                name.first, name.words = at, context.text(at, name.last)
                break


def _after_title(context: Context, at: int) -> bool:
    return at > 0 and noun(context.tokens[at - 1].lower) is not None
