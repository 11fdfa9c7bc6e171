"""A reader for worker processes that needs no model, and articles that are its end."""

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

import newsroom
from standpunt import registry
from standpunt.errors import LexiconError
from standpunt.executors import Batch, Made, Reader, memory
from standpunt.executors.reader import unreadable
from standpunt.model import Article, Lemma, Reading, SetAside, Span


@dataclass(frozen=True)
class Perilous(Reader):
    """An article with DODELIJK kills the process; EENMAAL does so once, which the file `killed` remembers; EINDELOOS
    is never done; GULZIG takes all memory; ONLEESBAAR cannot be read; WOORDENLIJST is a fault of all."""

    killed: Path
    loads: bool = True

    def load(self) -> None:
        if not self.loads:
            _die()

    def __call__(self, articles: Batch) -> Made:
        return [(article, self._read(article)) for article in articles]

    def _read(self, article: Article) -> Reading | SetAside:
        if "DODELIJK" in article.text:
            _die()
        if "EENMAAL" in article.text and not self.killed.exists():
            self.killed.touch()
            _die()
        if "EINDELOOS" in article.text:
            time.sleep(600)
        if "GULZIG" in article.text:
            try:
                bytearray(2 * memory.MOST)
            except MemoryError as fault:
                return unreadable(article, fault)
        if "WOORDENLIJST" in article.text:
            raise LexiconError("group [verb] is empty", where="verbs.nl.toml")
        if "ONLEESBAAR" in article.text:
            return unreadable(article, ValueError("this article breaks the reader"))
        return read(article)


def articles(*texts: str) -> list[Article]:
    return [newsroom.article(text, f"{at}.txt") for at, text in enumerate(texts)]


def numbered(number: int) -> list[Article]:
    return articles(*(f'"Nummer {at}", zei Anna Hoek.' for at in range(number)))


def reader(folder: Path, loads: bool = True) -> Perilous:
    return Perilous(None, registry.load(), folder / "killed", loads)


def read(article: Article) -> Reading:
    """A reading that tells its article from any other."""
    return Reading(article.id, lemmas=(Lemma(Span(0, len(article.text)), article.text),))


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
