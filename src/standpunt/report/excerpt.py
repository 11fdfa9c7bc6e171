"""A statement inside its own sentence: what is said stands out, what frames it is there to read along.

Only words of the text are shown, in their order; what is left out between two sentences is marked.
"""

from collections.abc import Iterable, Sequence

from standpunt.model import DatedArticle, Span, Statement
from standpunt.report.context import Part
from standpunt.report.segments import split

LEFT_OUT = Part(" […] ", css="gap")
DOUBLE, SINGLE = '"“”„‟«»', "'‘’‚‛‹›"
NEAR = 160  # characters between two parts of a statement that are shown with it where no sentences are known


def excerpt(article: DatedArticle, statement: Statement) -> tuple[Part, ...]:
    """The sentences of content, cue and source; parts of class `said` are content, `cue` the cue."""
    text = article.article.text
    content = [widen(text, piece) for piece in statement.content]
    frame = [span for span in (statement.cue, statement.source) if span]
    marks = [(span, "said") for span in content] + ([(statement.cue, "cue")] if statement.cue else [])
    parts: list[Part] = []
    for window in _windows(text, [*content, *frame], article.reading.sentences):
        if parts:
            parts.append(LEFT_OUT)
        parts.extend(
            Part(" ".join(segment.span.of(text).split("\n")), css=_class(segment.keys))
            for segment in split(window, marks)
        )
    return tuple(parts)


def _class(keys: Sequence[str]) -> str:
    """What is said goes before what frames it, where a statement's cue stands inside its content."""
    return "said" if "said" in keys else "cue" if keys else ""


def widen(text: str, span: Span) -> Span:
    """A piece of content with the quotation marks that stand against it, where they are a pair.

    >>> widen('"Nee", zei hij.', Span(1, 4))
    Span(start=0, end=5)
    """
    left = span.start > 0 and _is_mark(text, span.start - 1)
    right = span.end < len(text) and _is_mark(text, span.end)
    odd = sum(character in DOUBLE for character in span.of(text)) % 2 == 1
    if (left and right) or ((left or right) and odd):
        return Span(span.start - left, span.end + right)
    return span


def _is_mark(text: str, at: int) -> bool:
    """A double mark, or a single one that is no apostrophe: it has a word on one side only."""
    if text[at] in DOUBLE:
        return True
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return text[at] in SINGLE and not (before.isalnum() and after.isalnum())


def _windows(text: str, parts: Sequence[Span], sentences: Iterable[Span]) -> list[Span]:
    """The stretches to show, in order: whole sentences, or the parts and what lies closely between them."""
    whole = [sentence for sentence in sentences if any(sentence.overlaps(part) for part in parts)]
    near = 0 if whole else NEAR
    windows: list[Span] = []
    for span in sorted([*whole, *parts]):
        last = windows[-1] if windows else None
        between = text[last.end : span.start] if last else ""
        if last and "\n" not in between and len(between.strip()) <= near:
            windows[-1] = Span(last.start, max(last.end, span.end))
        else:
            windows.append(span)
    return [_stripped(text, window) for window in windows]


def _stripped(text: str, span: Span) -> Span:
    words = span.of(text)
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))
