"""An attribution: what is said, by which cue, and the words that name who says it, before anybody is resolved."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from standpunt.language.analysis import Analysis, Token
from standpunt.model import Form, Reason, Span
from standpunt.reading.statements.periods import CLOSING, QUOTE_MARKS


@dataclass(frozen=True, slots=True)
class Attribution:
    """`content`: spans without quotation marks around the whole; `source`: the tokens that name the speaker, empty
    where nobody is named, so that the speaker follows from the text."""

    content: tuple[Span, ...]
    form: Form
    reason: Reason
    cue: Token | None = None
    source: tuple[Token, ...] = ()
    declines: bool = False
    outer: int | None = None

    def within(self, other: "Attribution") -> bool:
        """Whether this one is told inside the words of the other."""
        return (
            all(any(o.contains(p) for o in other.content) for p in self.content)
            and self.content != other.content
        )

    def nested_in(self, index: int) -> "Attribution":
        return replace(self, outer=index)


def pieces(analysis: Analysis, tokens: Iterable[Token]) -> tuple[Span, ...]:
    """The spans of a content given as tokens: one span for each run, edges cleaned of commas and stray marks."""
    runs: list[list[Token]] = []
    for token in tokens:
        if runs and _follows(analysis, runs[-1][-1], token):
            runs[-1].append(token)
        else:
            runs.append([token])
    return tuple(span for run in runs if (span := _clean(analysis, run)) is not None)


def _follows(analysis: Analysis, previous: Token, token: Token) -> bool:
    return all(analysis.tokens[i].text in QUOTE_MARKS for i in range(previous.index + 1, token.index))


def _clean(analysis: Analysis, run: Sequence[Token]) -> Span | None:
    words = list(run)
    while words and (words[0].text in CLOSING or words[0].text in QUOTE_MARKS or words[0].text in "–—-"):
        words.pop(0)
    while words and (words[-1].text in CLOSING or words[-1].text in QUOTE_MARKS or words[-1].text in "–—-"):
        words.pop()
    if not words:
        return None
    span = Span(words[0].start, words[-1].end)
    for quote in analysis.quotations:  # a fragment keeps the marks that belong to it
        if quote.closed and quote.inner.start == span.start and quote.span.end < span.end:
            span = Span(quote.span.start, span.end)
        elif quote.closed and quote.inner.end == span.end and quote.span.start > span.start:
            span = Span(span.start, quote.span.end)
    return span


def form_of(analysis: Analysis, content: Iterable[Span]) -> Form:
    """Direct when all words stand in quotation marks, indirect when none does, else mixed."""
    words = [
        t for span in content for t in analysis.within(span) if t.pos != "PUNCT" and t.text not in QUOTE_MARKS
    ]
    quoted = sum(t.index in analysis.quoted for t in words)
    if words and quoted == len(words):
        return Form.DIRECT
    return Form.MIXED if quoted else Form.INDIRECT


def nested_form(analysis: Analysis, content: Iterable[Span], around: Sequence[Span]) -> Form:
    """The form judged inside another's words, whose own quotation marks do not count."""
    inner = [q for q in analysis.quotations if any(a.contains(q.span) and a != q.inner for a in around)]
    words = [
        t for span in content for t in analysis.within(span) if t.pos != "PUNCT" and t.text not in QUOTE_MARKS
    ]
    quoted = sum(any(q.inner.contains(t.span) for q in inner) for t in words)
    if words and quoted == len(words):
        return Form.DIRECT
    return Form.MIXED if quoted else Form.INDIRECT
