"""Plain text: one article in a file, with or without marks at its head; or a download of Nexis with many."""

import re
from collections.abc import Iterator

from standpunt.model import Article, Provenance, SetAside
from standpunt.sources import article, decoding, nexis
from standpunt.sources.limits import Limits

FORMAT = "text"


def read(content: bytes, source: str) -> Article:
    """The article of a file; its text is the file decoded, otherwise untouched. Raises UnreadableArticle."""
    return article.finish(article.Draft(decoding.decode(content), Provenance(source, FORMAT)))


def read_download(content: bytes, source: str, limits: Limits) -> Iterator[Article | SetAside]:
    """The articles of a download of Nexis, whose paragraphs are broken into lines of one width."""
    paragraphs = re.split(r"\n\s*\n", decoding.decode(content))
    yield from nexis.read(paragraphs, source, FORMAT, limits.article)
