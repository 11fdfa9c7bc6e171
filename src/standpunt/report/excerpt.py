"""A statement inside its own sentence: what is said stands out, what frames it is there to read along.

Only words of the text are shown, in their order; what is left out between two sentences is marked.
"""

from collections.abc import Iterable, Sequence

from standpunt.display.quoting import widen
from standpunt.display.segments import split
from standpunt.model import DatedArticle, Span, Statement
from standpunt.report.context import Part

LEFT_OUT = Part(" […] ", css="gap")

NEAR = 160  # characters between two parts of a statement that are shown with it where no sentences are known


def excerpt(article: DatedArticle, statement: Statement) -> tuple[Part, ...]:
    """The sentences of content, cue and source; parts of class `said` are content, `cue` the cue."""
    text = article.article.text
    content = [widen(text, piece) for piece in statement.content]
    frame = [span for span in (statement.cue, statement.source) if span]
    marks = [(span, "said") for span in content] + ([(statement.cue, "cue")] if statement.cue else [])
    return _shown(article, [*content, *frame], marks)


def around(article: DatedArticle, words: Iterable[Span]) -> tuple[Part, ...]:
    """The sentences of some words; parts of class `said` are the words."""
    words = list(words)
    return _shown(article, words, [(span, "said") for span in words])


def _shown(
    article: DatedArticle, told: Sequence[Span], marks: Sequence[tuple[Span, str]]
) -> tuple[Part, ...]:
    """The sentences of all that is told, with marks in them."""
    text = article.article.text
    parts: list[Part] = []
    for window in _windows(text, told, article.reading.sentences):
        if parts:
            parts.append(LEFT_OUT)
        parts.extend(
            Part(" ".join(segment.span.of(text).split("\n")), css=" ".join(dict.fromkeys(segment.keys)))
            for segment in split(window, marks)
        )
    return tuple(parts)


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
