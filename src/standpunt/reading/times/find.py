"""Finds the time expressions of a text: words to classes, rules over the classes, of what overlaps the longest, and
neighbours that tell one time joined."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from standpunt.language.analysis import Analysis
from standpunt.model import Block, Reason, Span, TimeExpression
from standpunt.reading.times import direction, joining, words
from standpunt.reading.times.calendar import CLASSES
from standpunt.reading.times.joining import Piece
from standpunt.reading.times.rules import RULES, Found
from standpunt.reading.times.words import Word


def find(
    text: str, blocks: Sequence[Block] = (), analysis: Analysis | None = None
) -> tuple[TimeExpression, ...]:
    """The time expressions of a text, in order; none overlap, and none crosses a line or the edge of a block.

    With the analysis of the same text, tense is read from the parse, and a word that is part of a name of
    more words is left out; without it, tense is guessed from the words.
    """
    pieces = [
        piece
        for line in words.read(text, blocks)
        for piece in _pieces(line, text)
        if not (analysis and _in_a_name(piece.span, analysis))
    ]
    found = tuple(_expression(piece, text, analysis) for piece in joining.join(pieces, text))
    return direction.agreed(found)


def _pieces(listed: list[Word], text: str) -> list[Piece]:
    """What the rules find in a line, in order: of what overlaps the first, of these the longest, of these that of the
    first rule; weak ones only where nothing else stands."""
    rows: list[tuple[int, int, int, Found]] = []
    for offset, order, match in _matches(words.codes(listed)):
        found = Found(listed, match, text, offset)
        rows.append((found.start, -found.end, order, found))
    rows.sort(key=lambda row: row[:3])
    strong: list[Piece] = []
    weak: list[Piece] = []
    reached = 0
    for start, end, order, found in rows:
        if start < reached or (draft := RULES[order].produce(found)) is None:
            continue
        piece = Piece(Span(start, -end), RULES[order].name, draft)
        if draft.weak:
            weak.append(piece)
        else:
            strong.append(piece)
            reached = -end
    if not weak:
        return strong
    starts = [piece.span.start for piece in strong]
    free = _first(
        [
            piece
            for piece in weak
            if (at := bisect_left(starts, piece.span.end)) == 0 or strong[at - 1].span.end <= piece.span.start
        ]
    )
    return sorted([*strong, *free], key=lambda piece: piece.span)


_RUN = re.compile(rf"[^{re.escape(CLASSES['gap'])}]+")
_WITHIN = [(order, rule.pattern) for order, rule in enumerate(RULES) if not rule.crosses_gaps]
_ACROSS = [(order, rule.pattern) for order, rule in enumerate(RULES) if rule.crosses_gaps]
_SHORT = 24
"""Words in a row of which the matches are kept: the same few rows make up most of any text."""


def _matches(codes: str) -> Iterator[tuple[int, int, re.Match[str]]]:
    """Every match of every rule: the index of the word at which the matched string begins, the rule, the match."""
    for run in _RUN.finditer(codes):
        found = _of_run(run[0]) if len(run[0]) <= _SHORT else _of_run.__wrapped__(run[0])
        for order, match in found:
            yield run.start(), order, match
    for order, pattern in _ACROSS:
        for match in pattern.finditer(codes):
            yield 0, order, match


@lru_cache(maxsize=65536)
def _of_run(codes: str) -> list[tuple[int, re.Match[str]]]:
    return [(order, match) for order, pattern in _WITHIN for match in pattern.finditer(codes)]


def _first(pieces: list[Piece]) -> list[Piece]:
    """Of pieces in order those that do not overlap one taken before."""
    taken: list[Piece] = []
    reached = 0
    for piece in pieces:
        if piece.span.start >= reached:
            taken.append(piece)
            reached = piece.span.end
    return taken


def _expression(piece: Piece, text: str, analysis: Analysis | None) -> TimeExpression:
    span, name, draft = piece
    if isinstance(draft.meaning, str):
        reason = Reason(name, draft.entry)
        return TimeExpression(span, draft.type, reason, value=draft.meaning, relative=draft.days)
    relative, why = direction.decide(draft.meaning, span, text, analysis)
    return TimeExpression(span, draft.type, Reason(name, why or draft.entry), relative=relative)


def _in_a_name(span: Span, analysis: Analysis) -> bool:
    """Whether a name of more words than the expression holds it: `Zomer van Antwerpen`, `Bestemming Klant
    Nu`."""
    inside = analysis.within(span)
    if not inside or not all(token.entity in ("PER", "ORG") for token in inside):
        return False
    first, last = inside[0].index, inside[-1].index
    following = analysis.tokens[last + 1] if last + 1 < len(analysis.tokens) else None
    joined = following is not None and following.entity == inside[-1].entity and not following.begins
    return (joined or not inside[0].begins) and analysis.tokens[first].sentence == analysis.tokens[
        last
    ].sentence
