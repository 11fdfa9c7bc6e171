"""XML read so that it can do no harm: nothing is loaded from elsewhere, and no entity of its own may be declared."""

import re
from typing import Any

from lxml import etree

from standpunt.errors import UnreadableArticle

_PROLOGUE = re.compile(r"<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL)
_ELEMENT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)")
_ENTITY = re.compile(rb"<\0?!\0?E\0?N\0?T\0?I\0?T\0?Y")
"""In UTF-16 a zero byte stands between the letters."""


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
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(content, parser)
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
