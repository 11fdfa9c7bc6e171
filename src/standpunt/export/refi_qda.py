"""A dossier as a project of the REFI-QDA standard (.qdpx), which ATLAS.ti, MAXQDA, NVivo and QualCoder open.

The articles are sources in plain text, what was found in them are selections with codes; positions count code points
from 0, the end exclusive.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO, Any
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl
from zipfile import ZipFile

from standpunt import __version__
from standpunt.errors import StandpuntError
from standpunt.export import archive
from standpunt.export.linked import guid, place_of, writable
from standpunt.model import EventKind, Form, Stance
from standpunt.store import Store
from standpunt.store.rows import Row
from standpunt.store.walking import Found

_NAMESPACE = "urn:QDA-XML:project:1.0"
_USER = f"Standpunt {__version__}"
_INSIDE = ("statements", "positions", "conditions", "event_mentions")

_VARIABLES = {
    "published": "Text", "published_earliest": "Date", "published_latest": "Date", "outlet": "Text", "agency": "Text",
    "author": "Text", "url": "Text",
}  # fmt: skip
"""What is told of a source, by its column, and the type of that."""

_NAME = 100
"""Signs of a selection's name: its first words."""


def write(store: Store, out: IO[bytes], with_text: bool = True) -> None:
    """Raises StandpuntError without text: what is coded are places in it."""
    if not with_text:
        raise StandpuntError(
            "a project of REFI-QDA holds the articles' texts", hint="choose another format, such as csv"
        )
    with ZipFile(out, "w") as packed:
        with packed.open(archive.entry("project.qde"), "w", force_zip64=True) as file:
            _project(store, XMLGenerator(file, "utf-8", short_empty_elements=True))
        for article in store.each("articles"):
            packed.writestr(archive.entry(f"sources/{_source(article)}.txt"), article["text"].encode())


def _project(store: Store, xml: XMLGenerator) -> None:
    xml.startDocument()
    user = guid("user", _USER)
    with _element(xml, "Project", xmlns=_NAMESPACE, name="Standpunt", origin=_USER, creatingUserGUID=user):
        with _element(xml, "Users"), _element(xml, "User", guid=user, name=_USER):
            pass
        with _element(xml, "CodeBook"), _element(xml, "Codes"):
            _codes(store, xml)
        with _element(xml, "Variables"):
            for name, kind in _VARIABLES.items():
                _empty(xml, "Variable", guid=guid("variable", name), name=name, typeOfVariable=kind)
        if store.counts()["articles"]:
            with _element(xml, "Sources"):
                for article, found in store.by_article(*_INSIDE):
                    _text_source(xml, article, found, user)
    xml.endDocument()


def _codes(store: Store, xml: XMLGenerator) -> None:
    """Who speaks or takes a position, and what is found of that, as a tree of two or three levels."""
    takes_part = {row["actor_id"] for table in ("positions", "conditions") for row in store.each(table)}
    actors = [
        (row["id"], row["name"])
        for row in store.each("actors")
        if row["statements"] or row["id"] in takes_part
    ]
    groups = dict.fromkeys(row["condition_group"] for row in store.each("conditions"))
    _branch(xml, "actor", actors)
    _branch(xml, "form", [(form, form) for form in (*Form, "declines")])
    _branch(xml, "condition", [(group, group) for group in groups])
    _branch(xml, "event", [(kind, kind) for kind in EventKind])
    issues = list(store.each("issues"))
    if issues:
        with _element(xml, "Code", **_code("position"), isCodable="false"):
            for issue in issues:
                with _element(xml, "Code", **_code("issue", issue["id"], issue["label"]), isCodable="true"):
                    _text(xml, "Description", issue["proposal"])
                    for stance in Stance:
                        _empty(
                            xml,
                            "Code",
                            **_code("stance", f"{issue['id']} {stance}", stance),
                            isCodable="true",
                        )


def _branch(xml: XMLGenerator, kind: str, codes: Iterable[tuple[str, str]]) -> None:
    with _element(xml, "Code", **_code(kind), isCodable="false"):
        for key, name in codes:
            _empty(xml, "Code", **_code(kind, key, name), isCodable="true")


def _code(kind: str, key: str = "", name: str = "") -> dict[str, str]:
    return {"guid": guid("code", f"{kind} {key}"), "name": name or kind}


def _text_source(xml: XMLGenerator, article: Row, found: Found, user: str) -> None:
    source = _source(article)
    with _element(
        xml,
        "TextSource",
        guid=source,
        name=article["label"],
        plainTextPath=f"internal://{source}.txt",
        creatingUser=user,
    ):
        for kind, number, spans, codes in _selections(found):
            for piece, (start, stop) in enumerate(spans):
                _selection(xml, article, f"{kind} {article['id']} {number} {piece}", start, stop, codes, user)
        for name, kind in _VARIABLES.items():
            if value := article[name]:
                with _element(xml, "VariableValue"):
                    _empty(xml, "VariableRef", targetGUID=guid("variable", name))
                    _text(xml, f"{kind}Value", str(value))


def _selections(found: Found) -> Iterator[tuple[str, object, list[list[int]], list[str]]]:
    """What was found in an article: its kind, its number, where, and the codes of it."""

    def by(actor: str | None) -> list[str]:
        return [_code("actor", actor)["guid"]] if actor else []

    for row in found["statements"]:
        forms = [row["form"], *(["declines"] if row["declines"] else [])]
        codes = [*by(row["speaker_id"]), *(_code("form", form)["guid"] for form in forms)]
        yield "statement", row["number"], row["content_spans"], codes
    for row in found["positions"]:
        codes = [*by(row["actor_id"]), _code("stance", f"{row['issue_id']} {row['stance']}")["guid"]]
        yield "position", place_of(row), [[row["start"], row["stop"]]], codes
    for row in found["conditions"]:
        issue, group = (
            _code("issue", row["issue_id"])["guid"],
            _code("condition", row["condition_group"])["guid"],
        )
        yield "condition", place_of(row), [[row["start"], row["stop"]]], [*by(row["actor_id"]), issue, group]
    for row in found["event_mentions"]:
        yield "event", row["number"], [[row["start"], row["stop"]]], [_code("event", row["kind"])["guid"]]


def _selection(
    xml: XMLGenerator, article: Row, key: str, start: int, stop: int, codes: list[str], user: str
) -> None:
    words = " ".join(article["text"][start:stop].split())
    with _element(
        xml, "PlainTextSelection", guid=guid("selection", key), name=words[:_NAME], startPosition=str(start),
        endPosition=str(stop), creatingUser=user,
    ):  # fmt: skip
        for code in codes:
            with _element(xml, "Coding", guid=guid("coding", f"{key} {code}"), creatingUser=user):
                _empty(xml, "CodeRef", targetGUID=code)


def _source(article: Row) -> str:
    return guid("article", article["id"])


@contextmanager
def _element(xml: XMLGenerator, tag: str, /, **attributes: Any) -> Iterator[None]:
    held = {key: writable(str(value)) for key, value in attributes.items()}
    xml.startElement(tag, AttributesImpl(held))
    yield
    xml.endElement(tag)


def _empty(xml: XMLGenerator, tag: str, /, **attributes: Any) -> None:
    with _element(xml, tag, **attributes):
        pass


def _text(xml: XMLGenerator, name: str, words: str) -> None:
    with _element(xml, name):
        xml.characters(writable(words))
