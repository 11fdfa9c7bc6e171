"""The word lists of the sources, read once: marks of agencies and outlets, labels of time stamps, telling
lines."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from standpunt import lexicon
from standpunt.reading.times import calendar

_PACKAGE = "standpunt.sources"
_LONGEST_ROW = 200
"""Characters of a row of names; a longer stretch is text."""


class Agency(lexicon.Entry, frozen=True):
    """A press agency, or one that sells pictures only."""

    name: str = ""
    photo: bool = False


class Outlet(lexicon.Entry, frozen=True):
    """A newspaper, broadcaster or site, by one way of writing its name."""

    name: str = ""


class Label(lexicon.Entry, frozen=True):
    """What stands before a time stamp."""

    revises: bool = False


class Phrase(lexicon.Entry, frozen=True):
    """Words that give a line away, at its start or being the whole of it."""

    at: Literal["start", "whole"] = "start"
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks by their groups, each by one way of writing it."""

    agency: Mapping[str, Agency]
    outlet: Mapping[str, Outlet]
    outlet_noun: Mapping[str, lexicon.Entry]
    label: Mapping[str, Label]


@cache
def marks() -> Marks:
    groups: dict[str, type[Any]] = {
        "agency": Agency,
        "outlet": Outlet,
        "outlet_noun": lexicon.Entry,
        "label": Label,
    }
    found: dict[str, Any] = {**lexicon.read(_PACKAGE, "marks.nl.toml", groups)}
    return Marks(**found)


@cache
def phrases() -> dict[str, dict[str, Phrase]]:
    groups = ("boilerplate", "byline", "profession", "caption")
    return lexicon.read(_PACKAGE, "lines.nl.toml", dict.fromkeys(groups, Phrase))


@cache
def months() -> dict[str, int]:
    """The number of each month by its names and abbreviations."""
    return {form: entry.number for key, entry in _calendar("month") for form in (key, *entry.short)}


@cache
def weekdays() -> tuple[str, ...]:
    return tuple(form for key, entry in _calendar("weekday") for form in (key, *entry.short))


def _calendar(group: str) -> list[tuple[str, calendar.Month]]:
    """The words that the reading of times has, which stand there and nowhere else."""
    found = lexicon.read("standpunt.reading.times", "calendar.nl.toml", calendar.GROUPS)[group]
    return [(key, entry) for key, entry in found.items() if isinstance(entry, calendar.Month)]


@cache
def label_of(written: str) -> Label | None:
    """The label of a time stamp, whatever its case."""
    found = (entry for key, entry in marks().label.items() if key.lower() == written.lower())
    return next(found, None)


def alternatives(forms: Sequence[str], *, glued_to: Sequence[str] = ()) -> str:
    """A pattern that matches any of the forms as whole words; one of `glued_to` may follow at once."""
    listed = "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
    follows = "".join(rf"|(?={re.escape(form)})" for form in glued_to)
    return rf"(?<!\w)(?:{listed})(?:(?!\w){follows})"


def _written(keys: list[str]) -> list[str]:
    """Each name as the list writes it and in capitals."""
    return list(dict.fromkeys(form for key in keys for form in (key, key.upper())))


@cache
def agency_pattern(*, photo: bool) -> str:
    """A pattern of a press agency's mark; with `photo`, of one that sells pictures too."""
    return alternatives(_written([key for key, entry in marks().agency.items() if photo or not entry.photo]))


@cache
def outlet_pattern() -> str:
    return alternatives(_written(list(marks().outlet)))


@cache
def mark_pattern() -> str:
    """A pattern of any agency or outlet."""
    return f"(?:{agency_pattern(photo=True)}|{outlet_pattern()})"


@cache
def agency() -> re.Pattern[str]:
    """Matches a press agency's mark."""
    return re.compile(agency_pattern(photo=False))


@cache
def outlet() -> re.Pattern[str]:
    return re.compile(outlet_pattern())


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(mark_pattern())


def only_marks(stretch: str) -> list[str]:
    """The agencies and outlets of a stretch that holds nothing else."""
    if len(stretch) > _LONGEST_ROW:
        return []
    found = _mark().findall(stretch)
    return found if found and not re.search(r"\w", _mark().sub("", stretch)) else []


@cache
def _outlet_noun() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, marks().outlet_noun))})(?!\w)", re.IGNORECASE)


def names_outlet(name: str) -> bool:
    """Whether a name is that of an outlet, of the lists or by a word in it (`Middelhavense Courant`)."""
    return outlet().fullmatch(name) is not None or _outlet_noun().search(name) is not None


@cache
def _names() -> dict[str, str]:
    """What Standpunt calls an agency or outlet, by each way of writing it."""
    entries: dict[str, Agency | Outlet] = {**marks().agency, **marks().outlet}
    capitals = {key.upper(): entry.name or key for key, entry in entries.items()}
    return capitals | {key: entry.name or key for key, entry in entries.items()}


def name_of(mark: str) -> str:
    """The one name of an agency or outlet, however it is written; unknown ones stay as they are."""
    return _names().get(mark, _names().get(mark.upper(), mark))


@cache
def _phrase_pattern(group: str) -> re.Pattern[str]:
    starts = [re.escape(key) for key, entry in phrases()[group].items() if entry.at == "start"]
    wholes = [re.escape(key) for key, entry in phrases()[group].items() if entry.at == "whole"]
    whole = rf"(?:{'|'.join(wholes)})\s*[:>»→]?\s*$" if wholes else r"(?!)"
    start = (
        rf"(?:{'|'.join(sorted(starts, key=lambda start: -len(start)))})(?<!\w(?=\w))" if starts else r"(?!)"
    )
    return re.compile(rf"\W{{0,3}}(?:{start}|{whole})", re.IGNORECASE)


def tells(group: str, line: str) -> bool:
    """Whether a line begins with, or is, one of the group's phrases."""
    return _phrase_pattern(group).match(line) is not None


def ends(line: str) -> bool:
    """Whether a line of boilerplate begins what is no more of the article."""
    start = line.lower().lstrip()
    return any(start.startswith(key) for key, entry in phrases()["boilerplate"].items() if entry.ends)


@cache
def profession_pattern() -> re.Pattern[str]:
    """Matches whoever signs an article, at the end of a longer word too (`politiekredacteur`)."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, phrases()['profession']))})(?!\w)", re.IGNORECASE)
