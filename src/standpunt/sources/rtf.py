"""Rich text: a download of Nexis with its articles, otherwise one article, a paragraph a line."""

import re
from collections.abc import Iterator
from typing import Any

from striprtf.striprtf import rtf_to_text

from standpunt.errors import UnreadableArticle
from standpunt.model import Article, Provenance, SetAside
from standpunt.sources import article, decoding, nexis
from standpunt.sources.limits import Limits

FORMAT = "rtf"


def is_rtf(content: bytes) -> bool:
    return content.startswith(rb"{\rtf")


def read(content: bytes, source: str, limits: Limits) -> Iterator[Article | SetAside]:
    """The articles of a file. Raises UnreadableArticle."""
    hint = "open it in a word processor and save it again"
    if not is_rtf(content.lstrip()):
        raise UnreadableArticle("is no rich text", hint=hint)
    convert: Any = rtf_to_text
    try:
        text: str = convert(_harmless(content.decode("latin-1")), errors="replace")
    except (ValueError, IndexError, KeyError, LookupError, OverflowError) as fault:
        raise UnreadableArticle("is broken rich text", hint=hint) from fault
    lines = [line.strip() for line in decoding.paired(text).splitlines() if line.strip()]
    if nexis.is_download(lines):
        yield from nexis.read(lines, source, FORMAT, limits.article)
    else:
        yield article.finish(article.Draft("\n".join(lines), Provenance(source, FORMAT)), limits.article)


_ADDRESS = re.compile(r"\\fldinst", re.IGNORECASE)
_FONT = re.compile(r"\\f(?=\d)")
_CHARACTERS = re.compile(r"\\fcharset\d*")


def _harmless(markup: str) -> str:
    """Without what makes `striprtf` run for hours on a file that was made so: it searches for the addresses of links
    and the fonts' alphabets with patterns that go over a whole line again and again. Line ends mean nothing in rich
    text; the addresses are left out of the text then, and every font has the alphabet of the file."""
    return _FONT.sub(r"\n\\f", _CHARACTERS.sub("", _ADDRESS.sub(r"\\fldinst\n", markup)))
