"""Downloads of Nexis: the lines of one file, whatever it was saved as, to its articles.

Two layouts, and mixtures of them:

    Nexis Uni, Advance                      LexisNexis Academic
    ------------------                      -------------------
    (a page with what was asked)            (a page with what was asked)
    Minister wil brug                                1 of 23 DOCUMENTS
    de Volkskrant                                      de Volkskrant
    4 maart 2021 donderdag                         4 maart 2011 vrijdag
    Copyright 2021 ...                      Minister wil brug
    Section: BUITENLAND; Blz. 6             BYLINE: ANNA SMIT
    Byline: ANNA SMIT                       SECTION: BUITENLAND; Blz. 6
    Body                                    LENGTH: 512 woorden
    ...                                     ...
    Classification                          LOAD-DATE: March 3, 2011
    Load-Date: March 3, 2021                LANGUAGE: DUTCH; NEDERLANDS
    End of Document                                Copyright 2011 ...

The date line is what everything else is found by: the outlet stands before it, the title before that or after it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from standpunt import lexicon
from standpunt.errors import UnreadableArticle
from standpunt.model import Article, Clue, Moment, Provenance, Role, SetAside
from standpunt.sources import article, dates, words


class Label(lexicon.Entry, frozen=True):
    """What stands before a field. `alone`: it may stand without a colon, on a line of its own."""

    gives: Literal["", "author", "title", "text", "body", "caption", "language", "url"] = ""
    alone: bool = False
    tail: bool = False
    scored: bool = False


class Month(lexicon.Entry, frozen=True):
    """An English month."""

    number: int


_START = re.compile(r"\d+ (?:of|van) \d+ (?:DOCUMENTS?|DOCUMENTEN)", re.IGNORECASE)
_END = re.compile(r"End of Document|Einde van (?:het )?document", re.IGNORECASE)
_RIGHTS = re.compile(r"Copyright|©|All Rights Reserved|Alle rechten voorbehouden", re.IGNORECASE)
_PAGE = re.compile(r"[^.!?]{0,60};\s*(?:Blz|Pg)\.?\s*\w{1,8}", re.IGNORECASE)
"""A section without its label: `BUITENLAND; Blz. 6`."""
_EDITION = re.compile(r"[^.!?]{0,60}\b(?:edition|editie)\b[^.!?]{0,40}", re.IGNORECASE)
_SHARE = re.compile(r"\(\d{1,3}%\)")
_AFTER_DATE = re.compile(
    r"[\s,;]*(?:\d{1,2}[:.]\d{2}.{0,40}|[;,(].{1,60}|.{0,40}\b(?:edition|editie)\b.{0,40})?", re.I
)
_LONGEST_DATE_LINE = 120
_HEAD = 2000
"""Lines among which the marks of a download are looked for."""
_FEWEST_MARKS = 3
"""Lines with a label of Nexis, where no line divides the articles."""


@cache
def lists() -> dict[str, dict[str, Any]]:
    groups: dict[str, type[Any]] = {
        "label": Label,
        "cover": lexicon.Entry,
        "month": Month,
        "weekday": lexicon.Entry,
    }
    return lexicon.read("standpunt.sources", "nexis.toml", groups)


def _any(forms: Iterable[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: -len(form)))


@cache
def _labelled() -> re.Pattern[str]:
    return re.compile(rf"(?P<label>{_any(lists()['label'])})\s*(?P<colon>:?)\s*(?P<value>.*)", re.IGNORECASE)


def label(line: str) -> tuple[Label, str] | None:
    """The label that a line begins with, and what stands behind it."""
    found = _labelled().match(line)
    if not found or not (found["colon"] or not found["value"]):
        return None
    name = found["label"].lower()
    entry = next(entry for key, entry in lists()["label"].items() if key.lower() == name)
    if (entry.scored and not _SHARE.search(found["value"])) or not (found["colon"] or entry.alone):
        return None
    return entry, found["value"].strip()


@cache
def _cover() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any(lists()['cover'])})\s*:", re.IGNORECASE)


def is_cover(line: str) -> bool:
    """Whether a line belongs to the page in front of the articles."""
    return _cover().match(line) is not None


@cache
def _months() -> dict[str, int]:
    return words.months() | {name.lower(): month.number for name, month in lists()["month"].items()}


@cache
def _date() -> re.Pattern[str]:
    month = rf"(?P<month>{_any(_months())})\.?"
    weekday = rf"(?:{_any([*words.weekdays(), *lists()['weekday']])})(?!\w)\.?,?"
    return re.compile(
        rf"(?:{weekday}\s+)?(?:(?:(?P<day>\d{{1,2}})\.?\s+)?{month}(?:\s+(?P<english>\d{{1,2}}),)?\s+(?P<year>\d{{4}})"
        rf"|(?P<iso>\d{{4}}-\d{{2}}-\d{{2}}))(?!\w)(?:\s+{weekday})?",
        re.IGNORECASE,
    )


def dated(line: str) -> Moment | None:
    """The days of a line that is a date, with at most a weekday, a time and an edition."""
    found = _date().match(line) if len(line) <= _LONGEST_DATE_LINE else None
    if not found or not _AFTER_DATE.fullmatch(line, found.end()):
        return None
    if found["iso"]:
        written = found["iso"]
    else:
        day = found["day"] or found["english"]
        month = _months()[found["month"].lower()]
        written = f"{found['year']}-{month:02}" + (f"-{int(day):02}" if day else "")
    covered = dates.days(written)
    return Moment(*covered, (Clue("Nexis", found[0], *covered),)) if covered else None


def is_download(lines: Sequence[str]) -> bool:
    """Whether some lines are those of a download of Nexis."""
    marks: set[str] = set()
    for line in lines[:_HEAD]:
        plain = " ".join(line.split())
        if _START.fullmatch(plain) or _END.fullmatch(plain):
            return True
        found = label(plain)
        if is_cover(plain) or (found and (found[0].tail or found[0].alone)):
            marks.add(plain[:8])
    return len(marks) >= _FEWEST_MARKS


def read(lines: Iterable[str], source: str, form: str, limit: int) -> Iterator[Article | SetAside]:
    """The articles of a download in the format `form`; one of more than `limit` characters, or without a text, is set
    aside."""
    for number, document in enumerate(_documents(lines), 1):
        part = f"artikel {number}"
        try:
            if sum(map(len, document)) > limit:
                raise UnreadableArticle(
                    f"is longer than {limit:,} characters", hint="take it out of the download"
                )
            yield article.finish(_draft(document, Provenance(source, form, part)))
        except UnreadableArticle as fault:
            yield SetAside(source, part, fault.what, fault.hint)


def _documents(lines: Iterable[str]) -> Iterator[list[str]]:
    """The lines of each article; the page before the first is left out, or stands before the first's own lines."""
    document: list[str] = []
    for line in lines:
        plain = " ".join(line.split())
        if _START.fullmatch(plain):
            if _holds_article(document):
                yield document
            document = []
        elif _END.fullmatch(plain):
            if document:
                yield document
            document = []
        elif plain:
            document.append(plain)
    if _holds_article(document):
        yield document


def _holds_article(document: list[str]) -> bool:
    """Not so the page in front, nor what is left behind the last article."""
    return any(map(label, document)) and any(map(dated, document))


@dataclass(slots=True)
class _Found:
    """What the lines of one article gave so far."""

    before: list[str] = field(default_factory=list)
    published: Moment = field(default_factory=Moment)
    titles: list[str] = field(default_factory=list)
    values: dict[str, str] = field(default_factory=dict)
    text: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)


def _draft(document: list[str], provenance: Provenance) -> article.Draft:
    found = _Found()
    body = _take_head(document, found)
    _take_body(document[body:], found)
    outlet = found.before[-1] if found.before else ""
    title = found.values.get("title", "")
    if not title and len(found.before) > 1:
        title = found.before[-2]
    title = title or " ".join(found.titles)
    if not found.text and not found.captions:
        raise UnreadableArticle("has no text", hint="nothing to do: it is a picture or a broken document")
    return article.Draft(
        "\n".join([title, *found.text, *found.captions]).strip(),
        provenance,
        title=title,
        outlet=outlet,
        author=found.values.get("author", ""),
        url=found.values.get("url", ""),
        language=found.values.get("language", ""),
        published=found.published,
        roles=dict.fromkeys(found.captions, Role.CAPTION),
    )


def _take_head(document: list[str], found: _Found) -> int:
    """Takes what stands before the text; gives back where the text begins.

    That is behind the label `Body` or, where there is none, behind the first row of labelled lines.
    """
    labels = [label(line) for line in document]
    start = next((at for at, each in enumerate(labels) if each and each[0].gives == "body"), None)
    end = start
    if end is None:
        end = next((at for at, each in enumerate(labels) if each), 0)
        while end < len(document) and (each := labels[end]) and not each[0].tail:
            end += 1
    first = next((at for at, each in enumerate(labels) if each), 0) if start is None else start
    at = -1
    for number, line in enumerate(document[:first]):
        if moment := dated(line):
            at, found.published = number, moment
    found.before = [line for line in document[: max(at, 0)] if not _RIGHTS.match(line) and not label(line)]
    for line, each in zip(document[at + 1 : end], labels[at + 1 : end], strict=True):
        if each:
            _take_field(*each, found)
        elif not (_RIGHTS.match(line) or _PAGE.fullmatch(line) or _EDITION.fullmatch(line)):
            found.titles.append(line)
    if start is not None and (each := labels[start]):
        found.text += filter(None, [each[1]])
        return start + 1
    return end


def _take_field(kind: Label, value: str, found: _Found) -> None:
    if kind.gives == "text":
        found.text += filter(None, [value])
    elif kind.gives == "caption":
        found.captions += filter(None, [value])
    elif kind.gives:
        found.values.setdefault(kind.gives, value)


def _take_body(lines: list[str], found: _Found) -> None:
    """Takes text and captions up to the tail, and from the tail what it tells.

    In the text only the labels of pictures count, and those with shares: the others are words of the article there.
    """
    into: list[str] | None = found.text
    for line in lines:
        each = label(line)
        if each and each[0].tail:
            into = None
        if each and (each[0].gives == "caption" or into is None):
            _take_field(*each, found)
            if into is not None and not each[1]:
                into = found.captions
        elif into is not None and not (each and each[0].scored) and not _RIGHTS.match(line):
            into.append(line)
