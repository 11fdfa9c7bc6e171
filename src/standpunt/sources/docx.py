"""Documents of Word: a download of Nexis with its articles, otherwise one article, a paragraph a line.

Only the text of the paragraphs counts, tables left out, and which of them are titles and headings by their style.
"""

import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

import docx
from docx.opc.exceptions import OpcError
from lxml.etree import LxmlError

from standpunt.errors import UnreadableArticle
from standpunt.model import Article, Provenance, Role, SetAside
from standpunt.sources import article, nexis
from standpunt.sources.limits import Limits, checked, unpacking

FORMAT = "docx"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHARACTERS = {f"{_W}t": "", f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
"""What stands for characters in a paragraph; text itself for the empty one."""


class _Paragraph(NamedTuple):
    text: str
    role: Role | None


def read(stream: BinaryIO, source: str, limits: Limits) -> Iterator[Article | SetAside]:
    """The articles of a document. Raises UnreadableArticle, OSError."""
    paragraphs = _paragraphs(stream, limits.document)
    lines = [paragraph.text for paragraph in paragraphs]
    if nexis.is_download(lines):
        yield from nexis.read(lines, source, FORMAT, limits.article)
        return
    roles = {" ".join(each.text.split()): each.role for each in paragraphs if each.role}
    draft = article.Draft("\n".join(lines), Provenance(source, FORMAT), roles=roles)
    yield article.finish(draft, limits.article)


def _paragraphs(stream: BinaryIO, limit: int) -> list[_Paragraph]:
    hint = "open it in a word processor and save it again as .docx"
    try:
        with unpacking(), checked(zipfile.ZipFile(stream), limit):
            stream.seek(0)
            document: Any = docx.Document(stream)
    except (OpcError, LxmlError, KeyError, ValueError, AttributeError, TypeError) as fault:
        raise UnreadableArticle("is no document of Word, or a broken one", hint=hint) from fault
    titles = {style.style_id: _role(style.name or "") for style in document.styles}
    found = []
    for paragraph in document.element.body.iterchildren(f"{_W}p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        role = titles.get(style.get(f"{_W}val")) if style is not None else None
        found += [_Paragraph(line, role) for line in _text(paragraph).splitlines() if line.strip()]
    return found


def _text(paragraph: Any) -> str:
    """What the library gives for a paragraph, links and insertions too, but at once: it looks for each run anew."""
    found = (each for each in paragraph.iter(*_CHARACTERS) if each.getparent().tag != f"{_W}tabs")
    return "".join(_CHARACTERS[each.tag] or each.text or "" for each in found)


def _role(style: str) -> Role | None:
    """By the style, whose name is the same in every language of Word inside the file."""
    if style == "Title":
        return Role.HEADLINE
    return Role.HEADING if style.startswith("Heading") else None
