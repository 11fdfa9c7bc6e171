"""Names as the whole reading takes them: the model is one voice beside registry, patterns and a vote over the article.

Measured beside the bare model; and, in free news of recent years, what the model learns from when it is trained on.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from pathlib import Path

from spacy.language import Language

from standpunt import registry
from standpunt.language import Analysis, analyse
from standpunt.model import ActorKind, Article, Block, Provenance, Role, Span
from standpunt.reading.mentions import kinds, names
from standpunt.reading.mentions.context import Context
from standpunt.reading.mentions.context import Name as Found
from standpunt.reading.mentions.known import fields_of_office
from training.model.entities import is_name
from training.model.measure import Figures, spans
from training.model.treebank import Sentence, Word, text_of

Name = tuple[str, int, int]
"""Kind, and half-open offsets in the article; the kind is empty where the reading does not know it."""

_KINDS = {
    ActorKind.PERSON: "PER",
    ActorKind.ORGANISATION: "ORG",
    ActorKind.PARTY: "ORG",
    ActorKind.ALLIANCE: "ORG",
    ActorKind.STATE: "LOC",
}
_GLUED = re.compile(r"(?<=[a-zà-ÿ0-9)])([.!?;][\"”’')]*)(?=[\"“„‘'(]*[A-ZÀ-Þ])")
"""A mark that ends a sentence, without a space behind it: the coders' program left them out."""
_TORN = re.compile(r"[a-zà-ÿ]{2}[.,;:!?'’\"”]+[A-Za-zÀ-ÿ]{2}|https?:|@")
"""What is still glued, and no prose."""


def names_in(analysis: Analysis) -> list[Name]:
    """The names of an article in the scheme of the model, their offsets counted in tokens."""
    context = Context(analysis, registry.load(), ())
    found = names.find(context)
    kinds.decide(context, found)
    return sorted(
        [*_portfolios(context), *((_kind(name), name.first, name.last) for name in found)], key=itemgetter(1)
    )


def _kind(name: Found) -> str:
    if name.how == "inhabitant":
        return "MISC"
    if name.place or name.how == "capital":  # it may stand for its state: a place for all that
        return "LOC"
    return _KINDS.get(name.kind, "") if name.kind else ""


def _portfolios(context: Context) -> Iterator[Name]:
    """`Defensie` in `minister van Defensie`: no name to the reading, and one in the scheme."""
    for first in sorted(taken := fields_of_office(context)):
        if first - 1 not in taken:
            last = first
            while last in taken:
                last += 1
            yield "ORG", first, last


def article(texts: Sequence[str], identity: str = "") -> Article:
    """Sentences as one article, a paragraph each."""
    blocks, at = [], 0
    for text in texts:
        blocks.append(Block(Span(at, at + len(text)), Role.BODY))
        at += len(text) + 1
    return Article(identity, identity, "\n".join(texts), tuple(blocks), Provenance("", ""))


def news(data: Path) -> Iterator[Article]:
    """What the coded units of Dutch news hold of each article, its sentences in order and each once."""
    parts: dict[str, dict[tuple[int, int], str]] = defaultdict(dict)
    with (data / "stance/train.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            identity, number = row["unit"].split("-")[:2]
            pieces = (
                [row["text"].replace("**", "")]
                if row["marked"]
                else [row["before"], row["text"], row["after"]]
            )
            texts = [text for piece in pieces for text in _GLUED.sub(r"\1\n", piece).split("\n") if text]
            for at, text in enumerate(texts):
                parts[identity][int(number), at] = text
    for identity, texts_of in sorted(parts.items()):
        yield article(list(dict.fromkeys(texts_of[key] for key in sorted(texts_of))), identity)


def labelled(nlp: Language, articles: Iterable[Article]) -> Iterator[Sentence]:
    """Different sentences with the names that the reading finds, MISC from the model. Sentences with a name of which
    the kind stays open are left out."""
    seen: set[str] = set()
    for analysis in analyse(articles, nlp):
        found = {first: (kind, last) for kind, first, last in names_in(analysis)}
        for sentence in analysis.sentences:
            text = sentence.span.of(analysis.article.text)
            inside = [found[at] for at in range(sentence.first, sentence.last) if at in found]
            if text in seen or _TORN.search(text) or not all(kind for kind, _ in inside):
                continue
            seen.add(text)
            yield _words(analysis, range(sentence.first, sentence.last), found)


def _words(analysis: Analysis, indexes: range, found: dict[int, tuple[str, int]]) -> Sentence:
    tags: dict[int, str] = {}
    for at in indexes:
        token = analysis.tokens[at]
        if at in found:
            kind, last = found[at]
            tags |= {inner: f"{'I' if inner > at else 'B'}-{kind}" for inner in range(at, last)}
        elif at not in tags and token.entity == "MISC" and is_name(token.text):
            goes_on = not token.begins and tags.get(at - 1, "O")[2:] == "MISC"
            tags[at] = f"{'I' if goes_on else 'B'}-MISC"
    text, tokens = analysis.article.text, analysis.tokens
    return tuple(
        Word(tokens[at].text, text[tokens[at].end : tokens[at].end + 1].isspace(), ent=tags.get(at, "O"))
        for at in indexes
    )


def measure(nlp: Language, sentences: Sequence[Sentence], together: int) -> Figures:
    """Entities as the reading finds them, so many sentences read as one article: no file tells where one ends."""
    figures = Figures()
    parts = [sentences[at : at + together] for at in range(0, len(sentences), together)]
    articles = (article([text_of(sentence) for sentence in part]) for part in parts)
    for part, analysis in zip(parts, analyse(articles, nlp), strict=True):
        tokens = analysis.tokens
        found = {(kind, tokens[a].start, tokens[b - 1].end) for kind, a, b in names_in(analysis) if kind}
        gold = set(_offsets(part))
        figures.gold.update(kind for kind, _, _ in gold)
        figures.found.update(kind for kind, _, _ in found)
        figures.hits.update(kind for kind, _, _ in gold & found)
    return figures


def _offsets(sentences: Iterable[Sentence]) -> Iterator[Name]:
    """The gold names as character offsets into the article of these sentences."""
    at = 0
    for sentence in sentences:
        starts = []
        for word in sentence:
            starts.append(at)
            at += len(word.form) + word.space
        at = starts[0] + len(text_of(sentence)) + 1
        for kind, first, last in spans(word.ent or "O" for word in sentence):
            yield kind, starts[first], starts[last - 1] + len(sentence[last - 1].form)
