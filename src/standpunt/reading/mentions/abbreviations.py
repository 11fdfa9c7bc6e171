"""What an abbreviation in brackets tells of the words before it: where they begin, and that they are one name.

Nationaal Museum van Duinkunde (NMD)      Land- en Tuinbouwbond Zwolle (LTB Zwolle)      lage-emissiezone (LEZ)

The words are found as Schwartz and Hearst do ("A Simple Algorithm for Identifying Abbreviation Definitions in
Biomedical Text", 2003): from the right, each letter of the abbreviation in the words before it, the first one where a
word begins.
"""

from collections.abc import Iterator
from typing import NamedTuple

from standpunt.model import ActorKind
from standpunt.reading.mentions.context import Context, is_finite
from standpunt.reading.mentions.words import noun
from standpunt.registry import fold


class Abbreviation(NamedTuple):
    """Tokens of a name, and of what is short for it in the brackets behind; half-open."""

    first: int
    last: int
    short: str


def find(context: Context) -> Iterator[Abbreviation]:
    tokens = context.tokens
    for token in tokens:
        at = token.index
        if token.text != "(" or not at or not at + 2 < len(tokens):
            continue
        end = at + 1
        while end < len(tokens) and end - at < 4 and tokens[end].text != ")":
            end += 1
        short = "".join(t.text for t in tokens[at + 1 : end])
        if end == len(tokens) or tokens[end].text != ")" or not _is_short(short):
            continue
        if tokens[at - 1].entity == "PER" and any(
            b.kind is ActorKind.PARTY for b in context.registry.bodies(short)
        ):
            continue  # `minister van Pensioenen Karin Smit (PS)`: the party of a person
        first = _begin(context, at, [sign for sign in fold(short) if sign.isalnum()])
        if first < 0 or tokens[first].pos == "ADP" or any(is_finite(t) for t in tokens[first:at]):
            continue  # `Van dat plan wil de gemeente (VDG) af`
        if tokens[first].text[0].isupper() or tokens[first].pos in ("NOUN", "ADJ"):
            yield Abbreviation(first, at, tokens[at + 1].text)


def things(context: Context) -> frozenset[str]:
    """What is short for a thing, folded: words without a capital of which the last one is nobody."""
    tokens = context.tokens
    return frozenset(
        fold(each.short)
        for each in find(context)
        if tokens[each.first].text[0].islower() and noun(tokens[each.last - 1].lower) is None
    )


def _is_short(text: str) -> bool:
    """Letters, most of them capitals at the head: `NMD`, `RvS`, `LTBZwolle`."""
    return len(text) >= 2 and text[0].isalpha() and sum(sign.isupper() for sign in text[:3]) > 1


def _begin(context: Context, end: int, letters: list[str]) -> int:
    """The token where the words for some letters begin, which end before token `end`; -1 where they do not fit."""
    tokens = context.tokens
    sentence, at, wanted = tokens[end].sentence, end, len(letters)
    while at > 0 and wanted and end - at < len(letters) + 5 and tokens[at - 1].sentence == sentence:
        at -= 1
        word = fold(tokens[at].text)
        if not word[:1].isalnum():
            return -1
        place = len(word)
        while wanted > 1 and (place := word.rfind(letters[wanted - 1], 0, place)) >= 0:
            wanted -= 1
        if wanted == 1 and any(part.startswith(letters[0]) for part in word.split("-")):
            wanted = 0
    return at if not wanted else -1
