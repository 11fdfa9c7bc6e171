"""Words of an article as an anchor, and the place where they stand now."""

from collections.abc import Iterable, Iterator

from standpunt.model import Anchor, Article, Span

_AROUND = 32
"""Characters that are kept on each side."""

GONE = "its words are no longer there"


def anchor(article: Article, span: Span) -> Anchor:
    text, where = article.text, article.provenance
    return Anchor(
        article.id, where.source, where.part, span.of(text),
        text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND],
    )  # fmt: skip


class Places:
    """Finds anchors in these articles: the one of that id, or else those that the same source gives now."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._by_id: dict[str, Article] = {}
        self._by_source: dict[tuple[str, str], list[Article]] = {}
        for article in articles:
            self._by_id[article.id] = article
            where = article.provenance.source, article.provenance.part
            self._by_source.setdefault(where, []).append(article)

    def find(self, anchor: Anchor) -> tuple[Article, Span] | None:
        """Where the words stand now; of several places the one with most of what stood around them, then the first."""
        same = self._by_id.get(anchor.article)
        among = [same] if same else self._by_source.get((anchor.source, anchor.part), [])
        found = [(article, span) for article in among for span in occurrences(anchor.words, article.text)]
        return max(found, key=lambda place: _likeness(anchor, *place), default=None)


def occurrences(words: str, text: str) -> Iterator[Span]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield Span(at, at + len(words))
        at = text.find(words, at + 1)


def _likeness(anchor: Anchor, article: Article, span: Span) -> int:
    """How many characters around the words are as they were."""
    before, after = article.text[: span.start], article.text[span.end :]
    return _common(anchor.before[::-1], before[::-1]) + _common(anchor.after, after)


def _common(one: str, other: str) -> int:
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
