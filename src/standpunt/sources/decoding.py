"""Bytes to text: UTF-8, UTF-16 and UTF-32 by their mark, and what older programs wrote.

A file that is UTF-8 is decoded as it stands, byte order mark included, so that offsets count the code points
of the file itself.
"""

import codecs
import json
import re
from typing import Any

from charset_normalizer import from_bytes

from standpunt.errors import UnreadableArticle

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_DUTCH = frozenset("áàâäéèêëíìîïóòôöúùûüçñÁÀÂÄÉÈÊËÍÎÏÓÖÚÜÇ„“”‘’‚‹›«»–—…€•©®°´`·½¼¾§±×\u00a0ßøåæØÅÆÿœšžŠŽ²³")
"""What a Dutch newspaper holds beyond ASCII; another letter speaks against the encoding that gives it."""
_SUFFICIENT = 0.9
_HALF = re.compile("[\ud800-\udfff]")
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,20})""", re.IGNORECASE)


def decode(content: bytes, declared: str = "") -> str:
    """The text of some bytes. Raises UnreadableArticle where they are no text.

    `declared` is the encoding that the content itself claims; it counts where the bytes agree.
    """
    text = _by_mark(content)
    if text is None:
        text = paired(_plain(content, declared))
    if "\0" in text or len(_CONTROL.findall(text)) > len(text) / 100:
        raise UnreadableArticle("is binary, not text", hint="convert it to plain text or HTML first")
    return text


def paired(text: str) -> str:
    """With two halves of a sign of UTF-16 as that sign, and U+FFFD for one alone, which no dossier can hold."""
    if not _HALF.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def of_json(text: str) -> Any:
    """What JSON holds, without half signs, which it can write (`"\\ud83d"`). Raises ValueError, RecursionError."""
    value = json.loads(text)
    return json.loads(paired(json.dumps(value, ensure_ascii=False))) if "\\ud" in text.lower() else value


def declared_in(page: bytes) -> str:
    """The encoding that a page names in its head, if any."""
    found = _DECLARED.search(page[:2048])
    return found[1].decode("ascii") if found else ""


def _by_mark(content: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                return None
    return None


def _plain(content: bytes, declared: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if b"\0" in content:
        raise UnreadableArticle("is binary, not text", hint="convert it to plain text or HTML first")
    repaired = content.decode("utf-8", errors="replace")
    if sum(char > "\x7f" for char in repaired) >= 4 * repaired.count("\ufffd"):
        return repaired  # UTF-8 with a few broken bytes, such as a cut at the end
    return _older(content, declared)


def _older(content: bytes, declared: str) -> str:
    """The encoding in which most of what is beyond ASCII is Dutch; Windows-1252 before the rest."""
    best, score = content.decode("latin-1"), 0.0
    for encoding in ("cp1252", declared, "mac_roman", "cp850"):
        try:
            text = content.decode(encoding) if encoding else ""
        except (UnicodeDecodeError, LookupError):
            continue
        beyond = [char for char in text if char > "\x7f"]
        share = sum(char in _DUTCH for char in beyond) / len(beyond) if beyond else 0.0
        if share > score:
            best, score = text, share
        if score >= _SUFFICIENT:
            return best
    guess = from_bytes(content).best() if score == 0.0 else None
    return str(guess) if guess else best
