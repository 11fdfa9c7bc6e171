"""Texts that others annotated with entities or coreference, token by token, as articles with spans.

A file of tokens becomes an article with one line for each sentence: a space between two tokens, but none before a mark
that closes.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from spacy.language import Language

from standpunt.language import Analysis, analyse
from standpunt.model import Article, Block, Provenance, Role, Span

Row = list[str]
Sentence = list[Row]
Marked = tuple[Span, str]
KINDS = ("PER", "ORG", "LOC")
_CLOSES = re.compile(r"[.,;:!?)\]%]+")


def clin26(folder: Path, nlp: Language) -> Iterator[tuple[Analysis, set[Marked]]]:
    """The articles of CLIN26 with their persons, organisations and places, each in brackets (`(PER`, `PER)`)."""
    for path in sorted(folder.glob("*.ne")):
        article, spans, columns = _article(path.name, _sentences(path), word=1)
        marked = {(span, kind) for span, kind in bracketed(columns, spans) if kind in KINDS}
        yield next(analyse([article], nlp)), marked


def coreference(folder: Path, nlp: Language) -> Iterator[tuple[Analysis, list[set[Span]]]]:
    """The articles of CLIN26 with their entities, each the spans that mention it."""
    for path in sorted(folder.glob("*.coref_ne")):
        article, spans, columns = _article(path.name, _sentences(path), word=2)
        entities: dict[str, set[Span]] = {}
        for span, number in bracketed(columns, spans):
            entities.setdefault(number, set()).add(span)
        yield next(analyse([article], nlp)), list(entities.values())


def iob(path: Path, nlp: Language, size: int = 20) -> Iterator[tuple[Analysis, set[Marked]]]:
    """Sentences with IOB tags; no article is marked, so `size` of them are taken together as one."""
    sentences = _sentences(path)
    for first in range(0, len(sentences), size):
        article, spans, tags = _article(f"{path.name} {first}", sentences[first : first + size], word=0)
        found = set()
        for start, tag in enumerate(tags):
            end = start + 1
            while end < len(tags) and tags[end] == f"I-{tag[2:]}":
                end += 1
            if tag.startswith("B-") and tag[2:] in KINDS:
                found.add((Span(spans[start].start, spans[end - 1].end), tag[2:]))
        yield next(analyse([article], nlp)), found


def bracketed(columns: Sequence[str], spans: Sequence[Span]) -> Iterator[Marked]:
    """The spans of a column in brackets, several in one place apart by `|`: `(7`, `7`, `7)`, `(7)|(8`."""
    opened: dict[str, list[int]] = {}
    for at, column in enumerate(columns):
        for part in column.split("|"):
            label = part.strip("()")
            if part.startswith("("):
                opened.setdefault(label, []).append(at)
            if part.endswith(")") and opened.get(label):
                yield Span(spans[opened[label].pop()].start, spans[at].end), label


def _sentences(path: Path) -> list[Sentence]:
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = (line for line in lines if not line.startswith("#"))
    grouped = groupby(kept, key=lambda line: bool(line.strip()))
    return [[line.split("\t") for line in rows] for told, rows in grouped if told]


def _article(name: str, sentences: Iterable[Sentence], word: int) -> tuple[Article, list[Span], list[str]]:
    """An article of these sentences, the span of each of its tokens, which stand in column `word`, and the column
    behind it."""
    text, spans, blocks, columns = "", [], [], []
    for sentence in sentences:
        start = len(text)
        for row in sentence:
            if len(text) > start and not _CLOSES.fullmatch(row[word]):
                text += " "
            spans.append(Span(len(text), len(text) + len(row[word])))
            text += row[word]
            columns.append(row[word + 1])
        blocks.append(Block(Span(start, len(text)), Role.BODY))
        text += "\n"
    return Article(name, name, text, tuple(blocks), Provenance(name, "tokens")), spans, columns
