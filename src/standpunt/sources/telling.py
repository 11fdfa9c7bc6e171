"""What a line is by its own words and credits, wherever it stands: a caption, a byline, boilerplate."""

import re
from functools import cache

from standpunt.model import Role
from standpunt.sources import headers, words

_CLOSING = "\"'“”’»›)]*_"
_LONGEST_CAPTION = 320
_LONGEST_BYLINE = 16
"""In words."""
_LINK = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)\S+")
_RIGHTS = re.compile(r"[©Ⓒⓒ]\s*(?:\d{4}|copyright)|copyright\b", re.IGNORECASE)
_POST = re.compile(r"[—–-]\s.{0,60}\(@\w+\)")
_AGO = re.compile(r"(?:ongeveer )?(?:\d+|een) (?:minu(?:ut|ten)|u(?:ur|ren)|dag(?:en)?|we(?:ek|ken)) geleden")
_VIDEO = re.compile(rf"\d{{1,2}}:\d{{2}}(?::\d{{2}})?\s+[{headers.QUOTES}A-ZÀ-Ý]")
_PICTURE = r"(?:[Ff]oto|[Bb]eeld|FOTO|BEELD)(?:'s)?"
_CREDIT = re.compile(
    rf"(?:[©Ⓒⓒ]\s*[^.!?]{{2,60}}"
    rf"|\b{_PICTURE}:\s*[A-ZÀ-Ý][^.!?]{{1,60}}"
    rf"|\b{_PICTURE}\s+(?:{headers.NAMES}|[A-ZÀ-Ý]\w+))\.?$"
)
"""A picture's maker at the end of a line: `© ANP`, `Foto: Anna Smit`, `Beeld Anna Smit`."""


def is_closed(line: str) -> bool:
    """Whether it ends as a sentence does, closing marks after it or not."""
    return line.rstrip(_CLOSING).endswith((".", "!", "?", "…"))


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


@cache
def _pictured() -> re.Pattern[str]:
    """An agency before a caption: `EPA Brekelmans`, `ANP / Hollandse Hoogte De brug`."""
    shared = r"(?:\s*/\s*\w[\w ]{1,20}?(?=\s))?"
    return re.compile(rf"({words.agency_pattern(photo=True)}){shared}\s+(?=[{headers.QUOTES}A-ZÀ-Ý])")


@cache
def _credited() -> re.Pattern[str]:
    """An agency or outlet after a caption: `De brug, gisterochtend - ANP`."""
    return re.compile(
        rf"\s(?:[-–—|/]|[Ff]oto|[Bb]eeld|[Bb]ron:)\s*{words.mark_pattern()}(?:\s*/\s*[\w ]{{1,30}})?$"
    )


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(rf"\(?(?:{words.mark_pattern()}[\s/,&|•·]*)+\)?\.?")


@cache
def _ours() -> re.Pattern[str]:
    """`Van onze parlementaire redactie`, `Onze correspondent in Parijs`."""
    whose = r"(?:(?:van|door)\s+(?:onze|de|een|een\s+onzer)|onze)\s+"
    signed = words.profession_pattern().pattern
    return re.compile(rf"{whose}(?:[\w-]+\s+){{0,3}}?[\w-]*{signed}", re.IGNORECASE)


_SHARED = re.compile(rf"{headers.NAMES} / {headers.NAMES}")
"""Outlet and maker before a caption: `Omroep Linge / Bas Vos De oude brug`."""


def _is_caption(line: str) -> bool:
    """A picture's or video's caption, by its first words or its credit."""
    if words.tells("caption", line):
        return True
    if len(line) > _LONGEST_CAPTION:
        return False
    closed = is_closed(line)
    agency = _pictured().match(line)
    if agency and (not closed or agency[1].isupper()):
        return True
    if not closed and " / " in line and _SHARED.match(line):
        return True
    video = not closed and _VIDEO.match(line)
    return bool(video or _credited().search(line) or _CREDIT.search(line))


def _is_byline(line: str) -> bool:
    """Who made the article: `Van onze verslaggever`, `Door Anna Smit`, `Bron: Belga`, an agency alone."""
    if _POST.match(line) or headers.is_signed(line):
        return True
    if _alone().fullmatch(line) or _AGO.fullmatch(line):
        return True
    running = is_closed(line) or len(line.split()) > _LONGEST_BYLINE
    return not running and (words.tells("byline", line) or _ours().match(line) is not None)
