"""Plain text: one article in a file, with or without marks at its head."""

from standpunt.model import Article, Provenance
from standpunt.sources import article, decoding


def read(content: bytes, source: str) -> Article:
    """The article of a file; its text is the file decoded, otherwise untouched. Raises UnreadableArticle."""
    return article.finish(article.Draft(decoding.decode(content), Provenance(source, "text")))
