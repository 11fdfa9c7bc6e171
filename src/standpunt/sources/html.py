"""A saved page: trafilatura finds the article and what the page says of itself; nothing is fetched.
 The text is what trafilatura extracts, a paragraph a line. Headings and captions are known by the page's own
markup.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

import lxml.html
import trafilatura
from lxml.etree import LxmlError
from trafilatura.utils import load_html

from standpunt.errors import UnreadableArticle
from standpunt.model import Article, Moment, Provenance, Role, SetAside
from standpunt.sources import article, dates, decoding, nexis
from standpunt.sources.limits import Limits

_DATES: dict[str, Any] = {"max_date": "2199-12-31", "original_date": True, "extensive_search": False}
"""Trafilatura must not ask the clock which dates are still to come, nor guess one from the running text."""
_OPTIONS: dict[str, Any] = {
    "include_comments": False,
    "include_tables": False,
    "with_metadata": True,
    "date_extraction_params": _DATES,
}
_FEWEST_WORDS = 8
"""A page whose every line is shorter holds no article: menus, a notice about cookies."""
_PUBLISHED = re.compile(
    r"article:published_time|datepublished|date|dc\.date(\.issued)?|dcterms\.(date|issued|created)|publish(ed)?[-_]?date|pubdate",
    re.IGNORECASE,
)
_REVISED = re.compile(r"article:modified_time|datemodified|dcterms\.modified|og:updated_time", re.IGNORECASE)
_OURS = "standpunt"
FORMAT = "html"
NO_ARTICLE = "this page holds no article"
_ROLES = {
    "h1": Role.HEADLINE,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), Role.HEADING),
    "figcaption": Role.CAPTION,
}
_BLOCKS = (*_ROLES, "p", "br", "div", "li", "blockquote", "tr", "figure", "section", "article")
_DOWNLOAD = re.compile(rb">\s*\d+ (?:of|van) \d+ DOCUMENT(?:S|EN)?\s*<")


def read(content: bytes, source: str) -> Article:
    """The article of a page. Raises UnreadableArticle where it holds none."""
    page = decoding.decode(content, decoding.declared_in(content))
    return article.finish(draft(page, Provenance(source, FORMAT)))


def is_download(head: bytes) -> bool:
    """Whether the first bytes of a page are those of a download of LexisNexis, with many articles."""
    return _DOWNLOAD.search(head) is not None


def read_download(content: bytes, source: str, limits: Limits) -> Iterator[Article | SetAside]:
    """The articles of such a page."""
    page = decoding.decode(content, decoding.declared_in(content))
    yield from nexis.read(paragraphs(page).splitlines(), source, FORMAT, limits.article)


def draft(page: str, provenance: Provenance) -> article.Draft:
    """The article that a page holds, not yet judged. Raises UnreadableArticle where it holds none."""
    try:
        tree: Any = load_html(page)
        captions = [] if tree is None else _keep_captions(tree)
        document: Any = trafilatura.bare_extraction(tree, **_OPTIONS) if tree is not None else None
    except Exception as fault:  # pages come as broken as they come; what a library stumbles on is set aside
        raise UnreadableArticle(
            f"this page cannot be read: {fault}", hint="save it again, or as text"
        ) from fault
    text = "" if document is None else document.text or ""
    if not any(len(line.split()) >= _FEWEST_WORDS for line in text.splitlines()):
        raise UnreadableArticle(NO_ARTICLE, hint="save the page of one article, or its text")
    if _generator(tree) == _OURS:
        raise UnreadableArticle("this page is a report of Standpunt", hint="keep reports apart from articles")
    title = single(document.title or "")
    published = _written(tree, _PUBLISHED, "datePublished") or document.date or ""
    headings = {single("".join(element.itertext())): Role.HEADING for element in document.body.iter("head")}
    return article.Draft(
        with_title(text, title),
        provenance,
        title=title,
        outlet=document.sitename or "",
        author=document.author or "",
        url=document.url or "",
        published=dates.moment(published, "page") if published else Moment(),
        revised=_written(tree, _REVISED, "dateModified"),
        roles={**headings, **dict.fromkeys(captions, Role.CAPTION), title: Role.HEADLINE},
    )


def single(text: str) -> str:
    """With single spaces."""
    return " ".join(text.split())


def _keep_captions(tree: Any) -> list[str]:
    """Makes paragraphs of captions, which trafilatura drops with their pictures; gives back their texts."""
    captions = []
    for caption in tree.xpath("//figure//figcaption"):
        figure = next(caption.iterancestors("figure"))
        paragraph: Any = tree.makeelement("p")
        paragraph.text = single(" ".join(caption.itertext()))
        if paragraph.text and figure.getparent() is not None:
            figure.addnext(paragraph)  # takes no tail along: the figure keeps its own
            paragraph.tail, figure.tail = figure.tail, None
            caption.drop_tree()
            captions.append(paragraph.text)
    return captions


def with_title(text: str, title: str) -> str:
    """The paragraphs, with the title before them where they do not begin with it."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if title and title not in map(single, lines[:3]):
        lines.insert(0, title)
    return "\n".join(lines)


def _generator(tree: Any) -> str:
    found = tree.xpath("//meta[@name='generator']/@content")
    return str(found[0]).strip().split(" ")[0].lower() if found else ""


def _written(tree: Any, names: re.Pattern[str], key: str) -> str:
    """A date as the page writes it, in its metadata; the first that can be read."""
    metas = (
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "", meta.get("content") or "")
        for meta in tree.iter("meta")
    )
    named = (content for name, content in metas if names.fullmatch(name.strip()))
    listed = chain(named, _linked_data(tree, key))
    return next((value.strip() for value in listed if dates.days(value)), "")


def _linked_data(tree: Any, key: str) -> Iterator[str]:
    """The values of a key in the page's JSON-LD, at any depth."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            waiting: list[Any] = [decoding.of_json(script.text_content())]
        except (ValueError, RecursionError):
            continue
        while waiting:
            value = waiting.pop(0)
            if isinstance(value, dict):
                if isinstance(value.get(key), str):
                    yield value[key]
                waiting.extend(value.values())
            elif isinstance(value, list):
                waiting.extend(value)


def is_page(content: bytes) -> bool:
    """Whether some bytes are a whole page."""
    start = content[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype html", b"<html")) or (
        start.startswith(b"<?xml") and b"<html" in start
    )


def is_markup(text: str) -> bool:
    """Whether a text holds markup, the paragraphs of a page as a database keeps them."""
    return re.search(r"<(?:p|div|br|h[1-6])(?:\s[^<>]{0,200})?/?>", text[:5000], re.IGNORECASE) is not None


class Fragment(NamedTuple):
    """The text of some markup, a paragraph a line, and the roles that it gives to whole lines."""

    text: str
    roles: Mapping[str, Role]


def fragment(markup: str) -> Fragment:
    """What a piece of markup holds: the paragraphs, headings and captions."""
    parse: Any = lxml.html.fragment_fromstring
    try:
        tree = parse(markup, create_parent="div")
    except (LxmlError, ValueError, AssertionError):
        return Fragment(markup, {})
    for element in list(tree.iter("script", "style")):
        element.drop_tree()
    roles = {single(element.text_content()): _ROLES[element.tag] for element in tree.iter(*_ROLES)}
    for element in tree.iter(*_BLOCKS):
        element.tail = "\n" + (element.tail or "")
        if element.tag in _ROLES:
            element.text = "\n" + (element.text or "")
    lines = (single(line) for line in tree.text_content().splitlines())
    return Fragment("\n".join(filter(None, lines)), roles)


def paragraphs(markup: str) -> str:
    """The text of a piece of markup, a paragraph a line."""
    return fragment(markup).text
