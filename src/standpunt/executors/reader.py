"""Reads a batch of articles in this process, and keeps what is wrong with one of them to that one."""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from standpunt import reading
from standpunt.errors import StandpuntError, UnreadableArticle
from standpunt.language import pipeline
from standpunt.model import Article, Reading, SetAside
from standpunt.registry import Registry

REPORT = "the fault is Standpunt's: please report it with this article"

Batch = Sequence[Article]
Made = list[tuple[Article, Reading | SetAside]]


@dataclass(frozen=True, slots=True)
class Reader:
    """What to read with: the shipped Dutch model or an installed spaCy pipeline by name, and the registry. It can be
    handed to another process; each loads the model once."""

    model: str | None
    facts: Registry

    def load(self) -> None:
        """Loads what the first batch would load. Raises ModelError."""
        pipeline.load(self.model)

    def __call__(self, articles: Batch) -> Made:
        """A reading for each article. They are read together, which is fastest; where that fails, one by one,
        so that the article that is to blame is set aside and no other. Reading is pure: a second time changes
        nothing."""
        nlp = pipeline.load(self.model)
        try:
            made = list(reading.read_all(articles, nlp, self.facts))
            return [(article, _sound(article, each)) for article, each in zip(articles, made, strict=True)]
        except Exception as fault:
            if concerns_all(fault):
                raise
        return [(article, self._alone(article)) for article in articles]

    def _alone(self, article: Article) -> Reading | SetAside:
        try:
            return _sound(article, reading.read(article, pipeline.load(self.model), self.facts))
        except Exception as fault:
            if concerns_all(fault):
                raise
            return unreadable(article, fault)


def _sound(article: Article, made: Reading) -> Reading:
    """The reading, if it is of this article and can be stored; else ValueError or TypeError."""
    if made.article != article.id:
        raise ValueError(f"the reading is of article {made.article}")
    msgspec.json.encode(made)
    return made


def concerns_all(fault: Exception) -> bool:
    """A word list or model that is not as it should be would fail on every article."""
    return isinstance(fault, StandpuntError) and not isinstance(fault, UnreadableArticle)


def unreadable(article: Article, fault: Exception) -> SetAside:
    """What is told of an article that could not be read."""
    where = article.provenance
    if isinstance(fault, StandpuntError):
        return SetAside(where.source, where.part, fault.what, fault.hint)
    if isinstance(fault, MemoryError):
        return SetAside(
            where.source, where.part, "reading it takes too much memory", "split it into its articles"
        )
    said = f"{type(fault).__name__}: {fault}".rstrip(": ")
    return SetAside(where.source, where.part, f"it could not be read ({said})", REPORT)
