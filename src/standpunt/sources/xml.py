"""XML read so that it can do no harm: nothing is loaded from elsewhere, and no entity of its own may be declared."""

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import IO, Any

from lxml import etree

from standpunt.errors import UnreadableArticle

_PROLOGUE = re.compile(r"<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL)
_ELEMENT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)")
_ENTITY = re.compile(rb"<\0?!\0?E\0?N\0?T\0?I\0?T\0?Y")
"""In UTF-16 a zero byte stands between the letters."""
_HARMLESS: dict[str, bool] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
    "collect_ids": False,  # a table of all that an element is called, which grows with the file
}
ID, LANGUAGE = (f"{{http://www.w3.org/XML/1998/namespace}}{name}" for name in ("id", "lang"))
_CHUNK = 1 << 16
_OVERLAP = 32
"""Bytes that hold the beginning of a declaration."""


def root_of(head: bytes) -> str:
    """The name of the first element, without its prefix; empty where some bytes are no XML."""
    encoding = "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    text = _PROLOGUE.sub("", head.decode(encoding, errors="replace")).lstrip()
    found = _ELEMENT.match(text)
    return found[1] if found else ""


def refuse_entities(content: bytes) -> None:
    """News needs none, and they can make a small file endless. Raises UnreadableArticle."""
    if _ENTITY.search(content):
        raise UnreadableArticle("declares entities of its own", hint="save it without a DOCTYPE")


def parse(content: bytes) -> Any:
    """The root element. Raises UnreadableArticle."""
    refuse_entities(content)
    with _telling():
        return etree.fromstring(content, etree.XMLParser(**_HARMLESS))


def elements(stream: IO[bytes], names: Collection[str], limit: int, first: bytes = b"") -> Iterator[Any]:
    """The elements of these names as they come, each whole, the outermost where one holds another; what has been seen
    is forgotten. `first` is what was read of the stream before. Raises UnreadableArticle, also where one of them, or
    what stands between two, is longer than `limit` bytes."""
    parser = etree.XMLPullParser(("start", "end"), **_HARMLESS)
    inside: Any = None
    begun, since, chunk = b"", 0, first or stream.read(_CHUNK)
    with _telling():
        while True:
            refuse_entities(begun + chunk)
            begun = chunk[-_OVERLAP:]
            if chunk:
                parser.feed(chunk)
            else:
                parser.close()
            for event, element in parser.read_events():
                if event == "start":
                    inside = element if inside is None and name(element) in names else inside
                elif inside in (None, element):
                    if inside is not None:
                        yield element
                    inside, since = None, 0
                    _forget(element)
            since += len(chunk)
            if since > limit:
                raise UnreadableArticle(f"has a piece of more than {limit:,} bytes", hint="leave it out")
            if not chunk:
                return
            chunk = stream.read(_CHUNK)


def _forget(element: Any) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and parent[0] is not element:
        del parent[0]


@contextmanager
def _telling() -> Iterator[None]:
    """Turns what the parser raises into UnreadableArticle."""
    try:
        yield
    except (etree.LxmlError, ValueError) as fault:
        reason = str(fault).splitlines()[0] if str(fault) else type(fault).__name__
        raise UnreadableArticle(f"is broken XML: {reason}", hint="download it again, or mend it") from fault


def name(element: Any) -> str:
    """The name of an element without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def single(element: Any) -> str:
    """All text of an element with single spaces; empty for None."""
    return "" if element is None else " ".join("".join(element.itertext()).split())
