"""An article block by block, and its address."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from standpunt.model import Article, Role, Span


def stretches(article: Article) -> Iterator[tuple[Span, Role]]:
    """The blocks and, so that nothing is dropped in silence, any words between them."""
    text, place = article.text, 0
    end = Span(len(text), len(text))
    for block in [*sorted(article.blocks, key=lambda block: block.span), None]:
        span = block.span if block else end
        between = text[place : span.start]
        offset = place
        for line in between.splitlines(keepends=True):
            if line.strip():
                yield Span(offset, offset + len(line.rstrip("\r\n"))), Role.BOILERPLATE
            offset += len(line)
        if block:
            yield block.span, block.role
        place = max(place, span.end)


def address(url: str) -> str:
    """Where an article was on the web; empty for what a browser had better not follow."""
    try:
        return url if urlsplit(url.strip()).scheme.lower() in ("http", "https") else ""
    except ValueError:
        return ""
