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
    if _bears_no_particle(context, at, end):
        return False
    if context.registry.persons(surname) and not context.registry.bodies(tokens[end].text):
        return True
    if tokens[at].text in ("De", "Het", "Een", "Die", "Deze", "Dit", "Dat", "Zijn", "Haar", "Hun", "Den"):
        return fold(surname) in _surnames(context)
    if fold(surname) in _surnames(context):
        return True
    return tokens[at].pos == "PROPN" or (tokens[at].entity == "PER" and tokens[end].entity == "PER")


def _bears_no_particle(context: Context, at: int, end: int) -> bool:
    """`Van Schoof is bekend dat`, where the article has `Dick Schoof` and nowhere `van Schoof` after a given name."""
    if end != at + 1 or fold(context.text(at, end + 1)) in _surnames(context):
        return False
    surname = context.tokens[end].text
    return any(full.endswith(f" {fold(surname)}") for full in told(context))


def told(context: Context) -> frozenset[str]:
    """Full names, folded, that stand in the article between words without a capital: `zegt Marit Hofstra van`."""
    cached: frozenset[str] | None = getattr(context, "_told", None)
    if cached is None:
        tokens, found, at = context.tokens, set(), 0
        while at < len(tokens):
            end = at + 1
            if given(tokens[at].text) and tokens[at].text[0].isupper() and not _joined_before(context, at):
                while end < len(tokens) and context.adjacent(end) and _of_a_name(context, at, end):
                    end += 1
                while end > at + 1 and tokens[end - 1].text[0].islower():
                    end -= 1
                if at + 1 < end < at + 6:
                    found.add(fold(bare(context.text(at, end))))
            at = end
        # what goes on beyond another full name is two things that only stand together
        cached = frozenset(n for n in found if not any(n.startswith(f"{other} ") for other in found))
        context._told = cached  # type: ignore[attr-defined]
    return cached


def _joined_before(context: Context, at: int) -> bool:
    before = context.tokens[at - 1] if at and context.adjacent(at) else None
    return before is not None and before.text[0].isupper() and before.index not in context.opens


def _of_a_name(context: Context, first: int, at: int) -> bool:
    """Whether a word goes on with a name: a capital, or a particle behind given names (`Anouk van der`)."""
    token, before = context.tokens[at], context.tokens[at - 1]
    if token.text[0].isupper():
        return True
    return token.lower in PARTICLES and (
        before.lower in PARTICLES or bool(given(before.text)) or at == first + 1
    )


def suspects(context: Context) -> frozenset[str]:
    """Surnames that are an initial (`Martien R.`, `Van den B.`), by the word before the initial: the article has them
    before a word without a capital."""
    cached: frozenset[str] | None = getattr(context, "_suspects", None)
    if cached is None:
        tokens, found = context.tokens, set()
        for token in tokens[1:]:
            after = tokens[token.index + 1] if token.index + 1 < len(tokens) else None
            before = tokens[token.index - 1]
            if (
                not _is_initial(token.text)
                or not before.text[0].isalpha()
                or not context.adjacent(token.index)
            ):
                continue
            if before.lower in PARTICLES or (
                before.text[0].isupper() and after is not None and not after.text[0].isupper()
            ):
                found.add(f"{before.lower} {token.text}")
        cached = frozenset(found)
        context._suspects = cached  # type: ignore[attr-defined]
    return cached


def ends_in_initial(context: Context, last: int) -> bool:
    """Whether the token before `last` is the initial of a suspect, so that the name ends here."""
    tokens = context.tokens
    return _is_initial(tokens[last - 1].text) and (
        f"{tokens[last - 2].lower} {tokens[last - 1].text}" in suspects(context)
    )


def _is_initial(text: str) -> bool:
    return len(text) == 2 and text[0].isupper() and text[1] == "."


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
    if tokens[at].lower in ("het", "de", "'t") and _is_called(context, first):
        return True
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
        one_entity = _is_one_person(context, first, end)
        return one_entity and len(before) == 1 and not _titled(context, first, at, before)
    if tokens[at].lower in ("de", "het"):
        if (
            len(before) == 1
            and _is_one_person(context, first, end)
            and tokens[first - 1].lower not in ("de", "het")
        ):
            return True  # `presentatrice Sjoukje de Hofstra`, whose given name no list has
        return (personal or (known and len(before) == 1)) and context.registry.state(tokens[end].text) is None
    return personal or known or tokens[end].entity == "PER"


def _is_one_person(context: Context, first: int, end: int) -> bool:
    """Whether the model labels everything from `first` to `end` as one person."""
    tokens = context.tokens
    whole = all(token.entity == "PER" for token in tokens[first : end + 1])
    return whole and not any(token.begins for token in tokens[first + 1 : end + 1])


def _is_called(context: Context, first: int) -> bool:
    """`actiegroep Houd het Water`: what kind of body it is stands before a name that begins with a common word."""
    token, before = context.tokens[first], context.tokens[first - 1]
    kind = noun(before.lower) if first and context.adjacent(first) else None
    if kind is None or kind.group != "collective" or token.text.isupper():
        return False
    return not given(token.text) and not context.registry.bodies(token.text)


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
    title = noun(context.tokens[first - 1].lower)
    return title is not None and title.family.office and not given(before[0])


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
