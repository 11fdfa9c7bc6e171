"""Finds the time expressions of a text: words to classes, rules over the classes, and of what overlaps the
longest."""

import re
from collections.abc import Sequence

from standpunt.language.analysis import Analysis
from standpunt.model import Block, Reason, Span, Stretch, TimeExpression, TimexType
from standpunt.reading.times import direction, words
from standpunt.reading.times.rules import RULES, Draft, Found


def find(
    text: str, blocks: Sequence[Block] = (), analysis: Analysis | None = None
) -> tuple[TimeExpression, ...]:
    """The time expressions of a text, in order; none overlap, and none crosses a line or the edge of a block.

    With the analysis of the same text, tense is read from the parse, and a word that is part of a name of
    more words is left out; without it, tense is guessed from the words.
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
        expression = _expression(span, name, draft, text, analysis)
        joined = _joined(expressions[-1], expression, text) if expressions else None
        if joined is None:
            expressions.append(expression)
        else:
            expressions[-1] = joined
    return tuple(expressions)


_FROM = re.compile(r"\b(van|vanaf|tussen)\s(?:de\s|het\s)?$", re.IGNORECASE)
_TO = {
    "van": re.compile(r"\s(?:tot|tot en met|t/m)\s(?:de\s|het\s)?"),
    "tussen": re.compile(r"\sen\s(?:de\s|het\s)?"),
}


def _joined(first: TimeExpression, last: TimeExpression, text: str) -> TimeExpression | None:
    """Two dates as the ends of one stretch where the words say so: `van 1 april 2016 tot vandaag`."""
    if not first.type == last.type == TimexType.DATE or last.span.start - first.span.end > 16:
        return None
    opening = _FROM.search(text[max(0, first.span.start - 12) : first.span.start])
    if opening is None or not _TO["tussen" if opening[1].lower() == "tussen" else "van"].fullmatch(
        text[first.span.end : last.span.start]
    ):
        return None
    ends = [end.relative if end.value is None else end.value for end in (first, last)]
    if any(end is None or isinstance(end, Stretch) or str(end).endswith("_REF") for end in ends):
        return None
    span = Span(first.span.start - len(opening[0]), last.span.end)
    reason = Reason("stretch", f"{first.reason.rule}, {last.reason.rule}")
    if isinstance(ends[0], str) and isinstance(ends[1], str):
        return TimeExpression(span, TimexType.DATE, reason, value=f"{ends[0]}/{ends[1]}")
    return TimeExpression(span, TimexType.DATE, reason, relative=Stretch(ends[0], ends[1]))  # type: ignore[arg-type]


def _expression(span: Span, name: str, draft: Draft, text: str, analysis: Analysis | None) -> TimeExpression:
    if isinstance(draft.meaning, str):
        return TimeExpression(span, draft.type, Reason(name, draft.entry), value=draft.meaning)
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
