"""A reader for worker processes, of the small newsroom, and articles that are its end."""

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

import newsroom
from standpunt import registry
from standpunt.errors import LexiconError
from standpunt.executors import Batch, Made, Reader
from standpunt.executors.reader import unreadable
from standpunt.model import Article, Reading, SetAside


@dataclass(frozen=True)
class Perilous(Reader):
    """An article with DODELIJK kills the process; EENMAAL does so once, which the file `killed` remembers; EINDELOOS
    is never done; WOORDENLIJST is a fault of all."""

    killed: Path
    loads: bool = True

    def load(self) -> None:
        if not self.loads:
            _die()

    def __call__(self, articles: Batch) -> Made:
        return [(article, _read(article, self.killed)) for article in articles]


def reader(folder: Path, loads: bool = True) -> Perilous:
    return Perilous(None, registry.load(), folder / "killed", loads)


def _read(article: Article, killed: Path) -> Reading | SetAside:
    if "DODELIJK" in article.text:
        _die()
    if "EENMAAL" in article.text and not killed.exists():
        killed.touch()
        _die()
    if "EINDELOOS" in article.text:
        time.sleep(600)
    if "WOORDENLIJST" in article.text:
        raise LexiconError("group [verb] is empty", where="verbs.nl.toml")
    try:
        return newsroom.read(article)
    except ValueError as fault:
        return unreadable(article, fault)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
