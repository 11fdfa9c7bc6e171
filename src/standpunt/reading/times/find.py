"""Finds the time expressions of a text: words to classes, rules over the classes, and of what overlaps the longest."""

from collections.abc import Sequence

from standpunt.language.analysis import Analysis
from standpunt.model import Block, Reason, Span, TimeExpression
from standpunt.reading.times import direction, words
from standpunt.reading.times.rules import RULES, Draft, Found


def find(
    text: str, blocks: Sequence[Block] = (), analysis: Analysis | None = None
) -> tuple[TimeExpression, ...]:
    """The time expressions of a text, in order; none overlap, and none crosses a line or the edge of a block.

    With the analysis of the same text, tense is read from the parse, and a word that is part of a name of more
    words is left out; without it, tense is guessed from the words.
    """
    listed = words.read(text, blocks)
    codes = words.codes(listed)
    drafts: list[tuple[int, int, int, str, Draft]] = []
    for order, rule in enumerate(RULES):
        for match in rule.pattern.finditer(codes):
            found = Found(listed, match, text)
            draft = rule.produce(found)
            if draft is not None:
                drafts.append((found.start, -found.end, order, rule.name, draft))
    drafts.sort(key=lambda row: row[:3])
    expressions: list[TimeExpression] = []
    reached = 0
    for start, minus_end, _, name, draft in drafts:
        span = Span(start, -minus_end)
        if start < reached or (analysis and _in_a_name(span, analysis)):
            continue
        reached = span.end
        expressions.append(_expression(span, name, draft, text, analysis))
    return tuple(expressions)


def _expression(span: Span, name: str, draft: Draft, text: str, analysis: Analysis | None) -> TimeExpression:
    if isinstance(draft.meaning, str):
        return TimeExpression(span, draft.type, Reason(name, draft.entry), value=draft.meaning)
    relative, why = direction.decide(draft.meaning, span, text, analysis)
    return TimeExpression(span, draft.type, Reason(name, why or draft.entry), relative=relative)


def _in_a_name(span: Span, analysis: Analysis) -> bool:
    """Whether a name of more words than the expression holds it: `Zomer van Antwerpen`, `Bestemming Klant Nu`."""
    inside = analysis.within(span)
    if not inside or not all(token.entity in ("PER", "ORG") for token in inside):
        return False
    first, last = inside[0].index, inside[-1].index
    following = analysis.tokens[last + 1] if last + 1 < len(analysis.tokens) else None
    joined = following is not None and following.entity == inside[-1].entity and not following.begins
    return (joined or not inside[0].begins) and analysis.tokens[first].sentence == analysis.tokens[
        last
    ].sentence
