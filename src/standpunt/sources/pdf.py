"""PDF with text: one article in a file. Lines become paragraphs again; what stands on every page is left out.

A scan without text is set aside: nothing is recognised here.
"""

import logging
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO

import pypdf

from standpunt.errors import UnreadableArticle
from standpunt.model import Article, Provenance
from standpunt.sources import article

FORMAT = "pdf"
_MOST_OPERATIONS = 1_000_000
"""Drawing operations of a file: some thousands a page. A small file can repeat them without end."""
_LONGEST_PAGE = 2_000_000
"""Bytes that draw one page."""
_EDGE = 2
"""Lines at the head and foot of a page that may be the same on every page."""
_FEWEST_PAGES = 3
_FULL = 0.75
"""Of the width of the text: a line that is shorter and ends a sentence ends a paragraph."""
_SHORT = 0.6
"""Of the width: a line that is shorter ends a paragraph if the next does not go on in small letters."""
_CLOSED = re.compile(r"[.!?…:][\"'”’»)]*$")
_ITEM = re.compile(r"[-–—•·*▪]\s|\d{1,2}[.)]\s")
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])[-\u00ad]$")
_LEFT_OFF = re.compile(r"(?:en|of|tot|als|noch)\b")
"""After `zon-`: the hyphen stands for what comes later (`zon- en feestdagen`)."""

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what it finds odd is nothing for people


def read(stream: BinaryIO, source: str, limit: int) -> Article:
    """The article of a file; one of more than `limit` characters is refused. Raises UnreadableArticle, OSError."""
    hint = "open it and save its text"
    try:
        pages = list(_pages(stream, limit))
    except (UnreadableArticle, OSError):
        raise
    except Exception as fault:  # files come as broken as they come; what the library stumbles on is set aside
        reason = str(fault).splitlines()[0] if str(fault) else type(fault).__name__
        raise UnreadableArticle(f"this PDF cannot be read: {reason}", hint=hint) from fault
    lines = _without_edges(pages)
    if not any(char.isalnum() for line in lines for char in line):
        raise UnreadableArticle(
            "holds no text, only pictures of it", hint="have its text recognised (OCR) first"
        )
    return article.finish(article.Draft("\n".join(paragraphs(lines)), Provenance(source, FORMAT)))


def _pages(stream: BinaryIO, limit: int) -> Iterator[list[str]]:
    """The lines of each page."""
    reader = pypdf.PdfReader(stream)
    if reader.is_encrypted:
        raise UnreadableArticle("is locked with a password", hint="save it without")
    operations, size = 0, 0

    def count(*drawn: Any) -> None:
        nonlocal operations
        operations += 1
        if operations > _MOST_OPERATIONS:
            raise UnreadableArticle(f"draws more than {_MOST_OPERATIONS:,} times", hint="save its text")

    for page in reader.pages:
        content = page.get_contents()
        if content is not None and len(content.get_data()) > _LONGEST_PAGE:
            raise UnreadableArticle(f"has a page of more than {_LONGEST_PAGE:,} bytes", hint="save its text")
        text = page.extract_text(visitor_operand_before=count)
        size += len(text)
        if size > limit:
            raise UnreadableArticle(f"is longer than {limit:,} characters", hint="split it into its articles")
        yield [" ".join(line.split()) for line in text.splitlines()]


def _without_edges(pages: list[list[str]]) -> list[str]:
    """The lines of all pages, without page numbers and the lines at their head or foot that most pages share."""
    filled = [[line for line in page if line] for page in pages]
    shared = Counter(
        mark for page in filled for mark in {_mark(line) for line in (*page[:_EDGE], *page[-_EDGE:])}
    )
    often = max(_FEWEST_PAGES, len(pages) // 2 + 1)
    kept = []
    for page, lines in zip(pages, filled, strict=True):
        edges = {*lines[:_EDGE], *lines[-_EDGE:]}
        kept += [line for line in page if not (line in edges and shared[_mark(line)] >= often)]
    return kept


def _mark(line: str) -> str:
    """A line of which only the number of the page changes."""
    return re.sub(r"\d+", "0", line)


def paragraphs(lines: list[str]) -> list[str]:
    """Lines of one width, and empty ones between, to paragraphs; words that were broken at a hyphen are whole again."""
    filled = sorted(len(line) for line in lines if line)
    width = filled[len(filled) * 9 // 10] if filled else 0
    made: list[str] = []
    ended, last = True, ""
    for line in lines:
        if line and not (ended or _begins(line, last, width)):
            made[-1] = _joined(made[-1], line)
        elif line:
            made.append(line)
        ended, last = not line, line
    return made


def _begins(line: str, last: str, width: int) -> bool:
    """Whether a line begins a paragraph, behind the last one."""
    if _BROKEN_WORD.search(last) or line[0].islower():
        return False
    if _ITEM.match(line):
        return True
    return len(last) < width * (_FULL if _CLOSED.search(last) else _SHORT) and not last.endswith(",")


def _joined(paragraph: str, line: str) -> str:
    if not _BROKEN_WORD.search(paragraph) or _LEFT_OFF.match(line):
        return f"{paragraph} {line}"
    if line[0].islower():
        return paragraph[:-1] + line
    return paragraph.rstrip("\u00ad") + line
