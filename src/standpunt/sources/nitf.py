"""News in NITF, the IPTC's XML for one article, alone or inside NewsML-G2."""

from collections.abc import Iterator
from typing import Any

from standpunt.errors import UnreadableArticle
from standpunt.model import Article, Moment, Provenance, Role
from standpunt.sources import article, dates, html, words, xml

ROOTS = ("nitf",)
FORMAT = "nitf"
_WITHDRAWN = ("canceled", "withheld", "embargoed")
_ROLES = {"hl1": Role.HEADLINE, "hl2": Role.HEADING, "media-caption": Role.CAPTION, "caption": Role.CAPTION}
_LINES = (*_ROLES, "p", "li", "pre", "dt", "dd")
_GROUPS = ("block", "media", "bq", "ul", "ol", "dl", "hedline", "content", "object", "group", "element")
_LEFT_OUT = ("table", "media-producer", "media-metadata", "media-object", "note", "fn", "br")


def read(content: bytes, source: str, limit: int) -> Article:
    """The article of a file. Raises UnreadableArticle, where it has more than `limit` characters too."""
    return article.finish(draft(xml.parse(content), Provenance(source, FORMAT)), limit)


def draft(root: Any, provenance: Provenance) -> article.Draft:
    """The article of a `nitf` element. Raises UnreadableArticle where it was withdrawn."""
    found = {xml.name(element): element for element in reversed(list(root.iter())) if xml.name(element)}
    docdata = found.get("docdata")
    if docdata is not None and docdata.get("management-status") in _WITHDRAWN:
        raise UnreadableArticle("was withdrawn by its agency", hint="leave it out, or change its status")
    head = [each for each in root.iter() if xml.name(each) in ("hl1", "hl2") and _inside(each, "hedline")]
    title = xml.single(head[0] if head else found.get("title"))
    roles = dict.fromkeys(map(xml.single, head), Role.HEADLINE)
    lines = list(dict.fromkeys(map(xml.single, head)))
    body = found.get("body.content")
    for line, role in text(body) if body is not None else ():
        lines.append(line)
        if role:
            roles.setdefault(line, role)
    if body is None and (abstract := xml.single(found.get("abstract"))):
        lines.append(abstract)
    published = found.get("pubdata")
    sender = xml.single(found.get("distributor"))
    return article.Draft(
        html.with_title("\n".join(lines), title),
        provenance,
        title=title,
        outlet=(published.get("name") or "") if published is not None else "",
        agency=sender if words.agency().fullmatch(sender) else "",
        author=_byline(found.get("byline")),
        url=(published.get("ex-ref") or "") if published is not None else "",
        language=root.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
        published=_published(found),
        roles=roles,
    )


def _inside(element: Any, name: str) -> bool:
    return any(xml.name(outer) == name for outer in element.iterancestors())


def _byline(byline: Any) -> str:
    """The names of a byline, without what its people are."""
    if byline is None:
        return ""
    titled = {each for title in byline.iter() if xml.name(title) == "byttl" for each in title.itertext()}
    return " ".join(" ".join(part for part in byline.itertext() if part not in titled).split()).strip(" ,")


def _published(found: dict[str, Any]) -> Moment:
    """When it was published, as the outlet says, or the agency."""
    for name, attribute in (
        ("pubdata", "date.publication"),
        ("date.issue", "norm"),
        ("date.release", "norm"),
        ("story.date", "norm"),
    ):
        element = found.get(name)
        if element is not None and (written := element.get(attribute)):
            return dates.moment(written, FORMAT)
    return Moment()


def text(element: Any) -> Iterator[tuple[str, Role | None]]:
    """The lines of some content, each with the role that its element gives it: those of its paragraphs, and what stands
    between these."""
    name = xml.name(element)
    if name in _LEFT_OUT:
        return
    if name in _LINES or not any(xml.name(each) in (*_LINES, *_GROUPS) for each in element):
        if line := xml.single(element):
            yield line, _ROLES.get(name)
        return
    if between := " ".join((element.text or "").split()):
        yield between, None
    for each in element:
        yield from text(each)
        if between := " ".join((each.tail or "").split()):
            yield between, None
