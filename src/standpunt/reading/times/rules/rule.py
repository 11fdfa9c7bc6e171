"""What a rule is: a name, a pattern over the classes of words, and a production that says what they mean.

    @rule("month", "{month} (?P<year>{year})?")

A pattern is a regular expression in which `{class}` stands for one word of that class and white space means
nothing. Without a group `x` the whole match is the expression; with one, what lies outside it is context.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from standpunt.model import Named, Offset, Stretch, TimexType
from standpunt.reading.times.calendar import CLASSES
from standpunt.reading.times.words import Word

Relative = Offset | Named | Stretch

SHORTHANDS = {
    "count": "(?:{small}|{year}|{number}|{word}|{one}|{decimal})",
    "daynumber": "(?:{small}|{word}|{ordinal})",
    "anymonth": "(?:{month}|{short_month})",
    "anyweekday": "(?:{weekday}|{short_weekday})",
    "anyyear": "(?:{year}|{short_year})",
    "anyunit": "(?:{unit}|{units}|{hours})",
    "many": "(?P<many>{count}|{quantity}) {rough}?",
    "written_year": "(?:(?P<thousand>{word}) {and}? (?P<rest>{word}))",
    "sep": "(?:{dash}|{slash})",
    "which": "(?:(?P<which>{selector}) (?P<unit>{unit}))",
}
"""Names for what many patterns share."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a production makes of the words: a TIMEX3 value, or how it follows from the day of publication.

    `days` are those of a length told against that day (`de afgelopen vijf jaar`). A `weak` one is a time only beside
    another: `zes` in `'s avonds om zes`; `bare` figures with a dash (`6-8`) only beside a part of a day. `figures` are
    those of a length (`4 uur`), which beside a day is a clock time.
    """

    type: TimexType
    meaning: str | Relative
    entry: str = ""
    days: Stretch | None = None
    weak: bool = False
    bare: bool = False
    figures: bool = False


class Found:
    """The words that a pattern matched, by the names of its groups, and the text around them."""

    __slots__ = ("_groups", "_match", "_offset", "_words", "end", "start", "text")

    def __init__(self, words: Sequence[Word], match: re.Match[str], text: str, offset: int = 0) -> None:
        """`offset` is the index of the word with which the string begins that was matched."""
        self._words = words
        self._match = match
        self._groups = match.re.groupindex
        self._offset = offset
        self.text = text
        first, last = match.span("x" if "x" in self._groups else 0)
        self.start = words[first + offset].start
        self.end = words[last + offset - 1].end

    def word(self, group: str) -> Word | None:
        """The first word of a group; None where the group has no part in the match."""
        if group not in self._groups:
            return None
        start, end = self._match.span(group)
        return self._words[start + self._offset] if end > start >= 0 else None

    def __getitem__(self, group: str) -> Any:
        """The value of the first word of a group; None where it is absent."""
        word = self.word(group)
        return word.value if word else None

    def written(self, group: str) -> str:
        """The first word of a group in lower case, or nothing."""
        word = self.word(group)
        return word.text.lower() if word else ""

    def before(self, reach: int = 30) -> str:
        """The text on the left, in lower case."""
        return self.text[max(0, self.start - reach) : self.start].lower()

    def after(self, reach: int = 30) -> str:
        """The text on the right, in lower case."""
        return self.text[self.end : self.end + reach].lower()


Production = Callable[[Found], Draft | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """`pattern` matches a string of classes."""

    name: str
    pattern: re.Pattern[str]
    produce: Production

    @property
    def crosses_gaps(self) -> bool:
        return re.escape(CLASSES["gap"]) in self.pattern.pattern


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern with its classes and shorthands filled in. Raises KeyError for an unknown class."""
    for _ in range(3):
        pattern = re.sub(r"\{([a-z_]+)\}", lambda m: SHORTHANDS.get(m[1], m[0]), pattern)
    letters = re.sub(r"\{([a-z_]+)\}", lambda m: re.escape(CLASSES[m[1]]), pattern)
    return re.compile(letters, re.VERBOSE)


class Book:
    """The rules of one chapter, in the order in which they were written."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []

    def rule(self, name: str, *patterns: str) -> Callable[[Production], Production]:
        """Adds a rule under each pattern."""

        def add(produce: Production) -> Production:
            self.rules += [Rule(name, compiled(pattern), produce) for pattern in patterns]
            return produce

        return add
