"""Sentences made into articles and analyses, for tests that read Dutch."""

from functools import cache

from spacy.language import Language

from standpunt.language import Analysis, analyse, pipeline
from standpunt.model import Article, Block, Provenance, Role, Span
from standpunt.reading import interpret
from standpunt.reading.statements import Attribution, find


@cache
def model() -> Language:
    return pipeline.load()


def article(text: str, role: Role = Role.BODY) -> Article:
    """An article in which every line is a block of one role."""
    blocks, place = [], 0
    for line in text.split("\n"):
        if line.strip():
            start = place + len(line) - len(line.lstrip())
            blocks.append(Block(Span(start, start + len(line.strip())), role))
        place += len(line) + 1
    return Article("proef", "proef", text, tuple(blocks), Provenance("proef.txt", "text"))


def analysis(text: str, role: Role = Role.BODY) -> Analysis:
    return next(analyse([article(text, role)], model()))


def attributions(text: str, role: Role = Role.BODY) -> list[Attribution]:
    return find(analysis(text, role))


def told(text: str) -> list[tuple[str, str]]:
    """What is said (pieces joined by ` … `) and the words that name who says it."""
    return [
        (" … ".join(span.of(text) for span in a.content), " ".join(t.text for t in a.source))
        for a in attributions(text)
    ]


def statements(text: str) -> list[tuple[str, str | None]]:
    """What is said in a text, and the name of who says it."""
    reading = interpret(analysis(text))
    return [
        (
            " … ".join(span.of(text) for span in statement.content),
            None if statement.speaker is None else reading.chains[statement.speaker].name,
        )
        for statement in reading.statements
    ]
