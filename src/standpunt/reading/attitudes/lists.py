"""Lists of names, each of whom holds what is told of one: `de SP, de PvdA en het CDA`, `een meerderheid (VVD, D66)`,
`zowel de VVD als D66`, `partijen zoals Volt`, `drie partijen: D66, Volt en de SP`."""

from collections.abc import Sequence
from itertools import pairwise

from standpunt.language.analysis import Analysis, Token, cover
from standpunt.model import Mention, MentionForm

# What may stand between two names of a list; without one of `_AND` there is a list only between brackets.
_AND = frozenset("en én alsook alsmede evenals plus als".split())
_BETWEEN = _AND | frozenset(", de het ook zelfs maar zowel net zoals".split())
# What opens the names of some of a group that stands before them: `partijen zoals`, `clubs waaronder`, `partijen:`.
_SOME = (
    ("als",),
    ("zoals",),
    ("waaronder",),
    ("onder", "wie"),
    ("onder", "andere"),
    ("onder", "meer"),
    ("(",),
    (":",),
)


def together(analysis: Analysis, source: Sequence[Token], mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The names of the list that one of the names in `source` stands in, or that tells who is in the group that
    `source` names; none where there is no list."""
    if not source:
        return ()
    sentence = analysis.sentence_of(source[0]).span
    names = _names(analysis, [m for m in mentions if sentence.contains(m.span)])
    span = cover(source)
    runs = _runs(analysis, names)
    inside = next((run for run in runs if any(span.overlaps(m.span) for m in run)), None)
    if inside is not None:
        return inside if len(inside) > 1 else ()
    opened = _opened(analysis, source[-1].index + 1)
    return next((run for run in runs if _first(analysis, run[0]).index == opened), ())


def _names(analysis: Analysis, mentions: Sequence[Mention]) -> list[Mention]:
    """Names that hold no list themselves, nor stand in another one (the party of `Jansen (VVD)`), in their order."""
    named = [m for m in mentions if m.form is MentionForm.NAME and m.chain is not None]
    single = [
        m
        for m in named
        if not any(t.lower in _AND or t.text == "," for t in analysis.within(m.span))
        or not any(m.span.contains(other.span) for other in named if other is not m)
    ]
    whole = [m for m in single if not any(other is not m and other.span.contains(m.span) for other in single)]
    return sorted(whole, key=lambda m: m.span.start)


def _runs(analysis: Analysis, names: Sequence[Mention]) -> list[list[Mention]]:
    """Names that only marks and words of a list part; every name is in one run, most of them alone."""
    runs: list[list[Mention]] = [[name] for name in names[:1]]
    for one, other in pairwise(names):
        parts = [t.lower for t in _gap(analysis, one, other)]
        if parts and _BETWEEN.issuperset(parts):
            runs[-1].append(other)
        else:
            runs.append([other])
    return [part for run in runs for part in _lists(analysis, run)]


def _lists(analysis: Analysis, run: list[Mention]) -> list[list[Mention]]:
    """A run where it is one list, else its names apart: names that commas alone part, and `steunt D66 en de SP is`,
    where the `en` joins clauses."""
    before, behind = _first(analysis, run[0]).index - 1, _last(analysis, run[-1]).index + 1
    tokens = analysis.tokens
    # no `Jansen (VVD, Breda)`
    opens = before > 0 and tokens[before].text == "(" and tokens[before - 1].pos != "PROPN"
    bracketed = opens and behind < len(tokens) and tokens[behind].text == ")"
    joined = any(t.lower in _AND for one, other in pairwise(run) for t in _gap(analysis, one, other))
    if not (joined or bracketed):
        return [[name] for name in run]
    if len(run) > 1 and behind < len(tokens) and tokens[behind].has("VerbForm=Fin"):
        while before >= 0 and tokens[before].text not in ".,;:!?" and tokens[before].pos != "SCONJ":
            if tokens[before].has("VerbForm=Fin"):
                return [run[:-1], run[-1:]]
            before -= 1
    return [run]


def _opened(analysis: Analysis, place: int) -> int:
    """Where the names of some begin behind a group that ends before `place`; -1 where none do."""
    tokens = analysis.tokens
    while place < len(tokens) and tokens[place].text == ",":
        place += 1
    near = tuple(t.lower for t in tokens[place : place + 2])
    words = next((words for words in _SOME if near[: len(words)] == words), None)
    return place + len(words) if words is not None else -1


def _gap(analysis: Analysis, one: Mention, other: Mention) -> Sequence[Token]:
    return analysis.tokens[_last(analysis, one).index + 1 : _first(analysis, other).index]


def _first(analysis: Analysis, mention: Mention) -> Token:
    return analysis.within(mention.span)[0]


def _last(analysis: Analysis, mention: Mention) -> Token:
    return analysis.within(mention.span)[-1]
