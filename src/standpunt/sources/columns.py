"""A record with named columns, out of JSON Lines or CSV, to an Article.

Columns are known by their usual names; `columns={"text": "inhoud_artikel"}` names others.
"""

from collections.abc import Mapping

from standpunt.errors import SourceError, UnreadableArticle
from standpunt.model import Article, Moment, Provenance
from standpunt.sources import article, dates, html

USUAL: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "content", "body", "tekst", "inhoud", "fulltext", "full_text", "article", "artikel"),
    "title": ("title", "headline", "titel", "kop"),
    "published": (
        "published",
        "date",
        "datum",
        "published_at",
        "publication_date",
        "publicatiedatum",
        "pubdate",
    ),
    "outlet": ("outlet", "source", "publisher", "medium", "krant", "bron", "sitename"),
    "agency": ("agency", "persbureau"),
    "author": ("author", "auteur", "authors", "byline"),
    "url": ("url", "link"),
    "language": ("language", "lang", "taal"),
    "revised": ("revised", "modified", "updated", "date_modified"),
}
"""The columns that are read, and the names by which each is found, the first that is there."""

Names = Mapping[str, tuple[str, ...]]


def names(columns: Mapping[str, str] | None = None) -> Names:
    """The names to look for: those given, else the usual ones. Raises SourceError on an unknown column."""
    given = dict(columns or {})
    for column in given.keys() - USUAL.keys():
        raise SourceError(f"there is no column {column!r} to read", hint=f"one of: {', '.join(USUAL)}")
    return {column: (given[column],) if column in given else usual for column, usual in USUAL.items()}


def finish(
    record: Mapping[str, object], columns: Names, provenance: Provenance, limit: int | None = None
) -> Article:
    """The article of a record. Raises UnreadableArticle where it has no text, or more than `limit` characters."""
    lowered = {key.strip().lower(): value for key, value in record.items() if isinstance(key, str)}
    values = {column: _value(lowered, wanted) for column, wanted in columns.items()}
    text = values["text"]
    if not text:
        there = ", ".join(list(lowered)[:8]) or "none"
        raise UnreadableArticle(f"has no text (columns: {there})", hint="name the column that holds the text")
    published = values["published"]
    return article.finish(
        article.Draft(
            html.paragraphs(text) if html.is_markup(text) else text,
            provenance,
            title=values["title"],
            outlet=values["outlet"],
            agency=values["agency"],
            author=values["author"],
            url=values["url"],
            language=values["language"],
            published=dates.moment(published, "column") if published else Moment(),
            revised=values["revised"],
        ),
        limit,
    )


def _value(record: Mapping[str, object], wanted: tuple[str, ...]) -> str:
    """The value of the first wanted column that holds one; a list of names is joined."""
    for name in wanted:
        value = record.get(name.lower())
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            value = ", ".join(value)
        if isinstance(value, str) and value.strip():
            return value if name in USUAL["text"] or "\n" in value else value.strip()
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
    return ""
