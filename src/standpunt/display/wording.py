"""What a screen says, in Dutch or English: dates with their precision, counts, the terms of a dossier.

    DUTCH.moment(published)        'december 2024'
    DUTCH.term(Stance.SUPPORT)     'voor'
    DUTCH.count("kind.person", 2)  '2 personen'

Words are data: words.toml here, and what else a screen says in files of the same form beside it. An entry has a word in
each language, or two where it counts: for one and for many.
"""

import calendar
import datetime
import re
import tomllib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from importlib import resources
from importlib.resources.abc import Traversable

from standpunt import registry
from standpunt.errors import LexiconError
from standpunt.model import Moment, Reason

LANGUAGES = ("nl", "en")

Said = str | list[str]

_OFFICE = re.compile(r"(?P<office>.+), (?P<start>\d{4}[-\d]*|\.\.)/(?P<end>\d{4}[-\d]*|\.\.)")


class Wording:
    """The words of one language, by keys such as `date.unknown`."""

    def __init__(self, code: str, *files: Traversable) -> None:
        """`code` is one of LANGUAGES, `files` are laid over words.toml. Raises LexiconError."""
        self.code = code
        self._said: dict[str, Said] = {}
        for file in (resources.files("standpunt.display").joinpath("words.toml"), *files):
            self._said |= read(file, code)

    def __call__(self, key: str, **values: object) -> str:
        said = self._said[key]
        assert isinstance(said, str), key
        return said.format(**values) if values else said

    def count(self, key: str, n: int) -> str:
        """`1 uitspraak`, `2 uitspraken`; an entry may say where the number stands: `{n} keer`."""
        said = self._said[key][n != 1]
        return said.format(n=self.figure(n)) if "{n}" in said else f"{self.figure(n)} {said}"

    def noun(self, key: str, n: int) -> str:
        """The word that so many are counted with, without the number."""
        return self._said[key][n != 1]

    def term(self, value: StrEnum, *, many: bool = False) -> str:
        """A term of the model, such as a stance or a kind of actor."""
        said = self._said[f"{type(value).__name__}.{value.value}"]
        return said if isinstance(said, str) else said[many]

    def number(self, n: int) -> str:
        """In words up to twelve, then in figures."""
        words = self._said["number.words"]
        return words[n] if n < len(words) else self.figure(n)

    def figure(self, n: int) -> str:
        return f"{n:,}".replace(",", self("number.thousands"))

    def percentage(self, share: float) -> str:
        return f"{share * 100:.0f}\N{NO-BREAK SPACE}%"

    def month(self, number: int, *, short: bool = False) -> str:
        return self._said["date.months_short" if short else "date.months"][number - 1]

    def day(self, date: datetime.date, *, short: bool = False) -> str:
        return f"{date.day} {self.month(date.month, short=short)} {date.year}"

    def moment(self, when: Moment, *, short: bool = False) -> str:
        """A date as precise as it is known: `14 februari 2025`, `december 2024`, `13–18 december 2024`."""
        first, last = when.earliest, when.latest
        if first is None or last is None:
            if first is not None:
                return self("date.from", day=self.day(first, short=short))
            return self("date.until", day=self.day(last, short=short)) if last else self("date.unknown")
        head, tail = self.month(first.month, short=short), self.month(last.month, short=short)
        match when.precision:
            case "day":
                return self.day(first, short=short)
            case "month":
                return f"{head} {first.year}"
            case "year":
                return str(first.year)
        whole_months = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
        begin, end = ("", "") if whole_months else (f"{first.day} ", f"{last.day} ")
        if first.year != last.year:
            return f"{begin}{head} {first.year} – {end}{tail} {last.year}"
        if first.month != last.month:
            return f"{begin}{head} – {end}{tail} {last.year}"
        return f"{first.day}–{last.day} {tail} {last.year}"

    def uncertainty(self, when: Moment) -> str:
        """What is not known of a date; empty for a day."""
        if when.precision == "day":
            return ""
        if when.precision == "range":
            return self.count("uncertainty.range", when.width or 0)
        return self(f"uncertainty.{when.precision}")

    def period(self, start: Moment, end: Moment) -> str:
        """From when until when, as far as known; empty where neither is."""
        began, ended = (
            self.moment(side, short=True) if side.precision != "open" else "" for side in (start, end)
        )
        if began and ended:
            return f"{began} – {ended}"
        return self("date.since", day=began) if began else self("date.to", day=ended) if ended else ""

    def office(self, words: str) -> str:
        """An office of the registry with its days in words; other words as they are."""
        found = _OFFICE.fullmatch(words)
        if not found:
            return words
        period = self.period(
            *(Moment() if found[side] == ".." else registry.moment(found[side]) for side in ("start", "end"))
        )
        return f"{found['office']} ({period})" if period else found["office"]

    def reason(self, why: Reason) -> str:
        """`cue behind quotation, zeggen (of: de raad, zij)`."""
        words = f"{why.rule}, {why.entry}" if why.entry else why.rule
        return f"{words} ({self('reason.or')}: {', '.join(why.candidates)})" if why.candidates else words


def machine(when: Moment) -> str:
    """The value for the `datetime` of a <time>, or empty where HTML has none (a range)."""
    return str(when) if when.precision in ("day", "month", "year") else ""


def read(file: Traversable, language: str) -> dict[str, Said]:
    """What a file says in a language, by key. Raises LexiconError for an entry that lacks a language."""
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise LexiconError(f"these words cannot be read: {fault}", where=file.name) from fault
    said: dict[str, Said] = {}
    for key, entry in _entries(content):
        if set(entry) != set(LANGUAGES):
            raise LexiconError(f"{key} needs {' and '.join(LANGUAGES)}, and nothing else", where=file.name)
        said[key] = entry[language]
    return said


def _entries(
    content: Mapping[str, Mapping[str, Mapping[str, Said]]],
) -> Iterator[tuple[str, Mapping[str, Said]]]:
    for group, entries in content.items():
        for key, entry in entries.items():
            yield f"{group}.{key}", entry


DUTCH = Wording("nl")
