"""News in NewsML-G2: an item, a package, or a message with many. Only items of text are articles."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from standpunt.errors import UnreadableArticle
from standpunt.model import Article, Provenance, Role, SetAside
from standpunt.sources import article, dates, html, nitf, words, xml

ROOTS = ("newsMessage", "newsItem", "packageItem")
FORMAT = "newsml"
_WITHDRAWN = ("canceled", "withheld")


def read(content: bytes, source: str, limit: int) -> Iterator[Article | SetAside]:
    """The articles of a file; one of more than `limit` characters is set aside. Raises UnreadableArticle."""
    root = xml.parse(content)
    items = [each for each in root.iter() if xml.name(each) == "newsItem"]
    texts = [item for item in items if _code(_first(item, "itemClass")) in ("", "text")]
    if not texts:
        what = "pictures or the like only" if items else "no items, but refers to those of other files"
        raise UnreadableArticle(f"holds {what}", hint="give the files with the texts")
    for number, item in enumerate(texts, 1):
        part = item.get("guid") or f"artikel {number}"
        try:
            yield article.finish(_draft(item, Provenance(source, FORMAT, part)), limit)
        except UnreadableArticle as fault:
            yield SetAside(source, part, fault.what, fault.hint)


def _draft(item: Any, provenance: Provenance) -> article.Draft:
    if _code(_first(item, "pubStatus")) in _WITHDRAWN:
        raise UnreadableArticle("was withdrawn by its agency", hint="leave it out, or change its pubStatus")
    title = xml.single(_first(item, "headline")) or xml.single(_first(item, "title"))
    text, roles, inner = _content(item, provenance)
    senders = [
        _name(_first(item, name)) for name in ("creditline", "infoSource", "provider", "copyrightHolder")
    ]
    language = _first(item, "language")
    published, revised = dates.of_versions(
        xml.single(_first(item, "firstCreated")) or xml.single(_first(item, "contentCreated")),
        xml.single(_first(item, "versionCreated")),
        FORMAT,
        unchanged=item.get("version") in (None, "1"),
    )
    return article.Draft(
        html.with_title(text, title),
        provenance,
        title=title,
        outlet=next(
            (name for name in senders if name and words.names_outlet(name)), inner.outlet if inner else ""
        ),
        agency=next(
            (name for name in senders if words.agency().fullmatch(name)), inner.agency if inner else ""
        ),
        author=xml.single(_first(item, "by"))
        or _name(_first(item, "creator"))
        or (inner.author if inner else ""),
        language=language.get("tag") or "" if language is not None else "",
        published=published if published.latest or inner is None else inner.published,
        revised=revised,
        roles=roles,
    )


def _first(item: Any, name: str) -> Any:
    """The first element of a name outside the content itself."""
    return next((each for each in item.iter() if xml.name(each) == name and not _in_content(each)), None)


def _in_content(element: Any) -> bool:
    return any(xml.name(outer) == "contentSet" for outer in element.iterancestors())


def _code(element: Any) -> str:
    """`text` of `qcode="ninat:text"` or of a uri that ends so."""
    if element is None:
        return ""
    code = element.get("qcode") or element.get("uri") or ""
    return str(code).replace("/", ":").rpartition(":")[2].lower()


def _name(element: Any) -> str:
    """The name of a party: written out, by a literal, or by its code (`nprov:ANP`)."""
    if element is None:
        return ""
    named = next((each for each in element.iter() if xml.name(each) == "name"), None)
    code = _code(element).upper()
    return (
        xml.single(named) or element.get("literal") or xml.single(element) or (code if code.isalpha() else "")
    )


def _content(item: Any, provenance: Provenance) -> tuple[str, dict[str, Role], article.Draft | None]:
    """The text of an item and the roles of its lines; with what a NITF inside it says of itself."""
    for holder in (each for each in item.iter() if xml.name(each) in ("inlineXML", "inlineData")):
        root = next(iter(holder), None)
        if root is None:
            given = "".join(holder.itertext())
            if "html" in (holder.get("contenttype") or "") or html.is_markup(given):
                found = html.fragment(given)
                return found.text, dict(found.roles), None
            if given.strip():
                return given, {}, None
        elif xml.name(root) == "nitf":
            inner = nitf.draft(root, provenance)
            return inner.text, dict(inner.roles), inner
        elif xml.name(root) in ("html", "body", "div", "section", "article", "p"):
            found = html.fragment(_without_namespaces(root))
            return found.text, dict(found.roles), None
        else:
            lines = list(nitf.text(root))
            return "\n".join(line for line, _ in lines), {line: role for line, role in lines if role}, None
    return "", {}, None


def _without_namespaces(root: Any) -> str:
    for element in root.iter():
        element.tag = xml.name(element)
    body = next((each for each in root.iter() if each.tag == "body"), root)
    return str(etree.tostring(body, encoding="unicode", with_tail=False))
