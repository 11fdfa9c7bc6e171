"""Feeds, RSS and Atom: an item an article, with the text that the feed gives of it or, where asked, of its page."""

import io
import re
from collections.abc import Iterator
from typing import Any

import feedparser

from standpunt.errors import UnreadableArticle
from standpunt.model import Article, Provenance, SetAside
from standpunt.sources import article, dates, fetching, html, words, xml

ROOTS = ("rss", "feed", "RDF", "channel")
FORMAT = "feed"


def read(
    content: bytes, source: str, limit: int, pages: fetching.Pages | None = None
) -> Iterator[Article | SetAside]:
    """The articles of a feed; `pages` fetches those that the items point to. Where a page gives no article, that is
    told, and the feed's own text of the item counts. One of more than `limit` characters is set aside. Raises
    UnreadableArticle."""
    feed = _parsed(content)
    for number, entry in enumerate(feed.entries, 1):
        part = str(entry.get("id") or entry.get("link") or f"item {number}")
        try:
            draft = _draft(entry, feed, Provenance(source, FORMAT, part))
            if pages and draft.url:
                try:
                    draft = _of_page(pages.get(draft.url, source), draft)
                except UnreadableArticle as fault:
                    yield SetAside(source, part, f"its page: {fault.what}", fault.hint)
            yield article.finish(draft, limit)
        except UnreadableArticle as fault:
            yield SetAside(source, part, fault.what, fault.hint)


def _parsed(content: bytes) -> Any:
    xml.refuse_entities(content)
    try:
        feed = feedparser.parse(io.BytesIO(content), resolve_relative_uris=False, sanitize_html=False)
    except Exception as fault:  # feeds come as broken as they come
        raise UnreadableArticle(f"this feed cannot be read: {fault}", hint="download it again") from fault
    if not feed.entries:
        reason = f": {feed.bozo_exception}" if feed.get("bozo_exception") else ""
        raise UnreadableArticle(
            f"this feed holds no items{reason}", hint="open it in a browser to see what it is"
        )
    return feed


def _draft(entry: Any, feed: Any, provenance: Provenance) -> article.Draft:
    contents = [str(each.get("value") or "") for each in entry.get("content", [])]
    given = max([*contents, str(entry.get("summary") or "")], key=len)
    text = html.paragraphs(given) if html.is_markup(given) or "<" in given else given
    title = html.paragraphs(str(entry.get("title") or "")).replace("\n", " ")
    published, revised = dates.of_versions(
        str(dict.get(entry, "published") or ""),  # `entry.get` gives the one for the other
        str(dict.get(entry, "updated") or ""),
        FORMAT,
        unchanged=not feed.version.startswith("atom"),
    )
    return article.Draft(
        html.with_title(text, title),
        provenance,
        title=title,
        outlet=_outlet(str((entry.get("source") or {}).get("title") or feed.feed.get("title") or "")),
        author=str((entry.get("author_detail") or {}).get("name") or entry.get("author") or ""),
        url=str(entry.get("link") or ""),
        language=str(feed.feed.get("language") or ""),
        published=published,
        revised=revised,
    )


def _outlet(title: str) -> str:
    """Of `NOS Nieuws - Politiek` what names an outlet; the whole where no part does."""
    parts = re.split(r"\s+[-–—|»]\s+|:\s+", title)
    return next(filter(words.names_outlet, parts), title)


def _of_page(fetched: fetching.Page, item: article.Draft) -> article.Draft:
    """The article of a page, with what the feed says of it where the page says nothing."""
    page = html.draft(fetched.text, item.provenance)
    return article.Draft(
        page.text,
        item.provenance,
        title=page.title or item.title,
        outlet=page.outlet or item.outlet,
        author=page.author or item.author,
        url=page.url or item.url,
        language=item.language,
        published=page.published if page.published.earliest else item.published,
        revised=page.revised or item.revised,
        roles=page.roles,
    )
