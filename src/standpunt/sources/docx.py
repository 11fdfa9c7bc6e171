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
    found = []
    for paragraph in document.paragraphs:
        role = _role(paragraph)
        found += [_Paragraph(line, role) for line in paragraph.text.splitlines() if line.strip()]
    return found


def _role(paragraph: Any) -> Role | None:
    """By the style, whose name is the same in every language of Word inside the file."""
    style = paragraph.style.name if paragraph.style is not None else ""
    if style == "Title":
        return Role.HEADLINE
    return Role.HEADING if style.startswith("Heading") else None
