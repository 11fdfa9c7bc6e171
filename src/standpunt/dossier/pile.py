"""The articles that a dossier is made of, wherever they are kept, to be read when a stage asks for them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from standpunt.model import Anchor, Article, Reading

Read = Callable[[Iterable[str]], Iterator[tuple[Article, Reading]]]
"""The articles of these ids with their readings, in the order in which they are asked for."""


class Pile(Protocol):
    @property
    def ids(self) -> Sequence[str]:
        """Of all articles, in order."""

    def read(self, ids: Iterable[str]) -> Iterator[tuple[Article, Reading]]:
        """These articles with their readings, in the order in which they are asked for."""

    def anchored(self, anchors: Iterable[Anchor]) -> Sequence[str]:
        """The ids of all articles that anchors may hang on, in order, and perhaps of more."""


class Held:
    """A pile in memory."""

    def __init__(self, readings: Iterable[tuple[Article, Reading]]) -> None:
        self._by_id = {article.id: (article, reading) for article, reading in readings}
        self.ids = sorted(self._by_id)

    def read(self, ids: Iterable[str]) -> Iterator[tuple[Article, Reading]]:
        return (self._by_id[id] for id in ids)

    def anchored(self, anchors: Iterable[Anchor]) -> Sequence[str]:
        return self.ids
