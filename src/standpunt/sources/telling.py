"""What a line is by its own words and credits, wherever it stands: a caption, a byline, boilerplate."""

import re

from standpunt.model import Role
from standpunt.sources import headers, words

FINAL = re.compile(r"[.!?…][\"'“”’»›)\]*_]*$")
"""The end of a sentence at the end of a line, closing marks after it."""
_LONGEST_CAPTION = 320
_LONGEST_BYLINE, _SHORT_BYLINE = 16, 8
"""In words; one that ends with a full stop must be short."""
_LINK = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)\S+")
_RIGHTS = re.compile(r"[©Ⓒⓒ]\s*(?:\d{4}|copyright)|copyright\b", re.IGNORECASE)
_POST = re.compile(r"[—–-]\s.{0,60}\(@\w+\)")
_VIDEO = re.compile(rf"\d{{1,2}}:\d{{2}}(?::\d{{2}})?\s+[{headers.QUOTES}A-ZÀ-Ý]")
_PICTURE = r"(?:[Ff]oto|[Bb]eeld|FOTO|BEELD)(?:'s)?"
_CREDIT = re.compile(
    rf"(?:[©Ⓒⓒ]\s*[^.!?]{{2,60}}|\b{_PICTURE}:\s*[^.!?]{{2,60}}|\b{_PICTURE}\s+(?:{headers.NAMES}|[A-ZÀ-Ý]\w+))\.?$"
)


def role(line: str) -> Role | None:
    """The role that the line's own words give it; None for running text, titles and headings."""
    if not re.search(r"\w", line) or _is_boilerplate(line):
        return Role.BOILERPLATE
    if _is_caption(line):
        return Role.CAPTION
    return Role.BYLINE if _is_byline(line) else None


def _is_boilerplate(line: str) -> bool:
    rest = _LINK.sub("", line)
    only_links = rest != line and not re.search(r"\w", rest)
    return only_links or _RIGHTS.match(line) is not None or words.tells("boilerplate", line)


def _is_caption(line: str) -> bool:
    """A picture's or video's caption by its credit: `EPA De brug bij avond`, `De brug. © ANP`, `11:01 'Dit is
    de brug'`."""
    closed = FINAL.search(line) is not None
    if words.tells("caption", line):
        return True
    shared = r"(?:\s*/\s*\w[\w ]{1,20}?(?=\s))?"
    following = rf"\s+(?=[{headers.QUOTES}A-ZÀ-Ý])"
    agency = re.match(f"({words.agency_pattern(photo=True)}){shared}{following}", line)
    if agency and len(line) <= _LONGEST_CAPTION and (not closed or agency[1].isupper()):
        return True
    if not closed and _VIDEO.match(line) and len(line) <= _LONGEST_CAPTION:
        return True
    marks = f"{words.agency_pattern(photo=True)}|{words.outlet_pattern()}"
    if re.search(rf"\s(?:[-–—|/]|[Ff]oto|[Bb]eeld|[Bb]ron:)\s*(?:{marks})(?:\s*/\s*[\w ]+)?$", line):
        return True
    return _CREDIT.search(line) is not None and len(line) <= _LONGEST_CAPTION


def _is_byline(line: str) -> bool:
    """Who made the article: `Van onze verslaggever`, `Door Anna Smit`, `Bron: Belga`, an agency's or outlet's
    name alone."""
    if _POST.match(line) or headers.signature(line, headers.Stated()):
        return True
    if FINAL.search(line.rstrip(".")) or len(line.split()) > _LONGEST_BYLINE:
        return False
    signed = words.tells("byline", line) and (not line.endswith(".") or len(line.split()) <= _SHORT_BYLINE)
    alone = re.fullmatch(
        rf"\(?(?:(?:{words.agency_pattern(photo=True)}|{words.outlet_pattern()})[\s/,&|•·]*)+\)?\.?", line
    )
    return signed or alone is not None
