"""News in JSON of the IPTC, 1.x, 2.x and 3.x: agencies' items, alone, in a package, in a list or a line each.

The versions differ in what they call one thing: `body_text`, `bodies` with a `contenttype`, or with a `contentType`.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from standpunt.errors import UnreadableArticle
from standpunt.model import Provenance, Role
from standpunt.sources import article, dates, html, words

FORMAT = "ninjs"
_BODIES = ("bodies", "body_html", "body_html5", "body_xhtml", "body_text")
_STAMPS = ("versioncreated", "firstcreated", "contentcreated")
_DEEPEST = 8
"""How deep names are looked for: those of the texts of an item inside a package."""
_WITHDRAWN = ("canceled", "cancelled", "withheld")

Item = Mapping[str, Any]


def is_item(record: Mapping[str, object]) -> bool:
    """Whether a record is an item of ninjs, and no other record with named columns."""
    names = {str(key).lower() for key in record}
    return bool(names & {*_BODIES, "associations"}) and bool(names & {*_STAMPS, "uri"})


def items(record: Mapping[str, object]) -> Iterator[Item]:
    """The item and, of a package, those that it holds; all names in small letters."""
    item = _lowered(record)
    held = [each for each in _held(item) if any(name in each for name in _BODIES)]
    if not held or any(name in item for name in _BODIES):
        yield item
    yield from held


def draft(item: Item, provenance: Provenance) -> article.Draft:
    """The article of an item. Raises UnreadableArticle where it was withdrawn."""
    if str(item.get("pubstatus", "")).lower() in _WITHDRAWN:
        raise UnreadableArticle("was withdrawn by its agency", hint="leave it out, or change its pubstatus")
    title = _text(item, "headline", "headlines") or _text(item, "title")
    body = _body(item)
    captions = [
        caption for each in _held(item) if (caption := _text(each, "description_text", "descriptions"))
    ]
    sources = [*_names(item.get("infosources") or item.get("infosource")), _text(item, "copyrightholder")]
    uri = str(item.get("uri") or "")
    published, revised = dates.of_versions(
        _text(item, "firstcreated") or _text(item, "contentcreated"),
        _text(item, "versioncreated"),
        FORMAT,
        unchanged=str(item.get("version") or "1") == "1",
    )
    return article.Draft(
        "\n".join([html.with_title(body.text, title), *captions]),
        provenance,
        title=title,
        outlet=next((name for name in sources if name and not words.only_marks(name)), ""),
        agency=next((name for name in sources if words.agency().fullmatch(name)), ""),
        author=_text(item, "byline") or _text(item, "by"),
        url=uri if uri.startswith(("http://", "https://")) else "",
        language=_text(item, "language"),
        published=published,
        revised=revised,
        roles={**body.roles, **dict.fromkeys(captions, Role.CAPTION)},
    )


def _lowered(value: Any, depth: int = 0) -> Any:
    if isinstance(value, Mapping) and depth < _DEEPEST:
        return {str(key).lower(): _lowered(each, depth + 1) for key, each in value.items()}
    return (
        [_lowered(each, depth + 1) for each in value]
        if isinstance(value, list) and depth < _DEEPEST
        else value
    )


def _held(item: Item) -> list[Item]:
    """The items that an item holds: by name in 1.x, a list in 2.x and later."""
    given = item.get("associations") or []
    listed = given.values() if isinstance(given, Mapping) else given
    return [each for each in listed if isinstance(each, Mapping)]


def _text(item: Item, *names: str) -> str:
    """The first of the names that holds a text; of a list of texts with roles the main one, or the first."""
    for name in names:
        value = item.get(name)
        if isinstance(value, list):
            texts = [
                each for each in value if isinstance(each, Mapping) and isinstance(each.get("value"), str)
            ]
            main = [each for each in texts if each.get("role") == "main"] or texts
            value = main[0]["value"] if main else ""
        if isinstance(value, str) and value.strip():
            return html.single(html.paragraphs(value) if "<" in value else value)
    return ""


def _names(value: Any) -> list[str]:
    return [str(each.get("name") or "") for each in value or [] if isinstance(each, Mapping)]


def _body(item: Item) -> html.Fragment:
    """The text of an item: as markup, which knows paragraphs, else plain; without either, its description."""
    texts = {name: value for name in _BODIES[1:] if isinstance(value := item.get(name), str)}
    for each in item.get("bodies") or []:
        if isinstance(each, Mapping) and isinstance(each.get("value"), str):
            texts.setdefault(str(each.get("contenttype") or each.get("role") or "text"), each["value"])
    marked = [value for kind, value in texts.items() if "html" in kind.lower() and value.strip()]
    if marked:
        return html.fragment(marked[0])
    plain = [
        value for kind, value in texts.items() if kind.endswith(("plain", "text", "main")) and value.strip()
    ]
    return html.Fragment(plain[0] if plain else _text(item, "description_text", "descriptions"), {})
