"""The words for time, read from `calendar.nl.toml`, and the class that the rules know each by."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from standpunt import lexicon
from standpunt.reading.times import numbers
from standpunt.registry import events

CLASSES = {
    "small": "n",  # 1 to 31 in figures
    "number": "N",  # any other figures
    "year": "y",  # 1000 to 2100
    "short_year": "Y",  # '90
    "word": "w",  # drie
    "one": "e",  # een, één
    "ordinal": "o",
    "decimal": "x",  # 2,5 and 1.500
    "month": "M",
    "short_month": "A",
    "weekday": "W",
    "short_weekday": "B",
    "weekday_part": "V",  # zaterdagavond
    "season": "S",
    "unit": "U",
    "units": "P",
    "weekend": "K",
    "part": "R",
    "day": "D",
    "selector": "s",
    "edge": "m",
    "quantity": "q",
    "reference": "r",
    "frequency": "f",
    "lasting": "l",
    "every": "k",
    "shift": "h",  # later, eerder
    "that": "d",  # die, dat
    "clock": "c",  # 08:28
    "date": "F",  # 14-02-2025, 2025-02
    "feast": "H",
    "half": "L",
    "quarter_hour": "Q",
    "age": "J",  # 43-jarige, tweejarig
    "article": "a",
    "of": "v",
    "until": "t",
    "between": "b",
    "and": "&",
    "from": "u",
    "at": "i",  # om
    "in": "I",
    "ago": "g",
    "over": "O",
    "before": "z",
    "after": "Z",
    "per": "p",
    "hours": "E",  # uur
    "genitive": "G",  # 's
    "halves": "X",  # helft
    "whole": "T",  # hele
    "rough": "3",  # een klein jaar, een dikke week
    "weekdays": "C",  # zondagen
    "around": "4",  # rond
    "early": "5",  # vroege, late
    "hours_told": "6",  # rond vieren
    "quarter_length": "7",  # een kwartier
    "weekends": "8",
    "noon": "9",
    "quarter_code": "1",  # Q1, H1
    "day_month": "2",  # 22/04
    "comma": ",",
    "dash": "-",
    "slash": "/",
    "open": "(",
    "gap": ".",
}
"""What a class is called in a rule, and its letter."""

YEARS = range(1000, 2200)


class Month(lexicon.Entry, frozen=True, forbid_unknown_fields=True):
    """`short` are abbreviations, and `dotted` those that are words of their own without their full stop."""

    number: int
    short: tuple[str, ...] = ()
    dotted: tuple[str, ...] = ()


class Season(lexicon.Entry, frozen=True, forbid_unknown_fields=True):
    code: str


class Unit(lexicon.Entry, frozen=True, forbid_unknown_fields=True):
    """`iso` is TIMEX3's letter (`TH` for the hour, after the T), `unit` the name that an Offset uses."""

    iso: str
    unit: str
    plural: tuple[str, ...]


class Part(lexicon.Entry, frozen=True, forbid_unknown_fields=True):
    code: str
    forms: tuple[str, ...] = ()


class Day(lexicon.Entry, frozen=True, forbid_unknown_fields=True):
    shift: int
    part: str = ""
    reference: str = ""
    forms: tuple[str, ...] = ()


class Selector(lexicon.Entry, frozen=True, forbid_unknown_fields=True):
    direction: str
    forms: tuple[str, ...] = ()


class Edge(lexicon.Entry, frozen=True, forbid_unknown_fields=True):
    forms: tuple[str, ...] = ()


class Quantity(lexicon.Entry, frozen=True, forbid_unknown_fields=True):
    number: float | None = None
    forms: tuple[str, ...] = ()


class Valued(lexicon.Entry, frozen=True, forbid_unknown_fields=True):
    value: str
    forms: tuple[str, ...] = ()


class Shift(lexicon.Entry, frozen=True, forbid_unknown_fields=True):
    count: int


GROUPS: dict[str, type[lexicon.Entry]] = {
    "month": Month,
    "weekday": Month,
    "season": Season,
    "unit": Unit,
    "weekend": lexicon.Entry,
    "part": Part,
    "day": Day,
    "selector": Selector,
    "edge": Edge,
    "quantity": Quantity,
    "reference": Valued,
    "frequency": Valued,
    "lasting": Valued,
    "every": Edge,
    "told": Shift,
    "said": Edge,
    "title": Edge,
}

_SMALL_WORDS = {
    "article": "de het",
    "of": "van",
    "until": "tot t/m tot_en_met à",
    "halves": "helft jaarhelft",
    "whole": "heel hele volledige gehele",
    "rough": "klein kleine goed goede dik dikke krap krappe ruim ruime vol volle",
    "between": "tussen",
    "and": "en",
    "from": "vanaf sinds",
    "at": "om omstreeks",
    "around": "rond tegen bij",
    "early": "vroege late latere",
    "noon": "middaguur middernacht",
    "weekends": "weekends weekenden weekeinden",
    "quarter_length": "kwartier",
    "in": "in op",
    "ago": "geleden terug",
    "over": "over binnen",
    "before": "voor vóór",
    "after": "na",
    "per": "per",
    "genitive": "'s ’s ‘s",
}
MARKS = {",": "comma", "-": "dash", "–": "dash", "—": "dash", "~": "dash", "/": "slash", "(": "open"}


class Lexeme(NamedTuple):
    """What is known of a word: the letter of its class and its value (none where it tells no time alone); the phrases
    that begin with it, and how to find the rest of one behind it; the names that begin with it; the weekday that it
    stands for with a full stop."""

    code: str = ""
    value: Any = None
    phrases: Mapping[str, tuple[str, Any]] = MappingProxyType({})
    rest: re.Pattern[str] | None = None
    titles: tuple[str, ...] = ()
    dotted: int = 0


@cache
def known() -> dict[str, Lexeme]:
    """The lists of this package and the feasts of the registry. Raises LexiconError."""
    rows: dict[str, tuple[str, Any]] = {}
    entries: dict[str, dict[str, Any]] = lexicon.read("standpunt.reading.times", "calendar.nl.toml", GROUPS)
    for day, entry in entries["weekday"].items():
        rows |= dict.fromkeys((day + "en", day + "s"), ("weekdays", entry.number))
    for name in ("edge", "quantity", "reference", "frequency", "lasting", "selector", "day", "every"):
        for key, entry in entries[name].items():
            rows |= dict.fromkeys((key, *entry.forms), (name, entry))
    for name, short in (("month", "short_month"), ("weekday", "short_weekday")):
        for key, entry in entries[name].items():
            rows[key] = (name, entry.number)
            rows |= dict.fromkeys(entry.short, (short, entry.number))
    rows |= {key: ("season", entry.code) for key, entry in entries["season"].items()}
    rows |= dict.fromkeys(entries["weekend"], ("weekend", None))
    rows |= {key: ("shift", entry.count) for key, entry in entries["told"].items()}
    rows |= {form: ("that", None) for key, entry in entries["said"].items() for form in (key, *entry.forms)}
    for key, entry in entries["unit"].items():
        rows |= {key: ("unit", entry), **dict.fromkeys(entry.plural, ("units", entry))}
    rows["uur"] = ("hours", entries["unit"]["uur"])
    for key, entry in entries["part"].items():
        for form in (key, *entry.forms):
            if form not in entries["day"]:
                rows[form] = ("part", entry.code)
            rows[form + "s"] = ("part", entry.code)
            rows |= {
                day + form: ("weekday_part", (e.number, entry.code)) for day, e in entries["weekday"].items()
            }
    for name, words in _SMALL_WORDS.items():
        rows |= dict.fromkeys((word.replace("_", " ") for word in words.split()), (name, None))
    rows |= {word: ("word", number) for word, number in numbers.cardinals().items()}
    rows |= {word: ("ordinal", number) for word, number in numbers.ordinals().items()}
    rows |= {word: ("word", number) for word, number in numbers.rounds().items()}
    rows |= dict.fromkeys(("een", "één"), ("one", 1))
    rows |= {f"q{number}": ("quarter_code", f"Q{number}") for number in range(1, 5)}
    rows |= {f"h{number}": ("quarter_code", f"H{number}") for number in (1, 2)}
    rows |= {word: ("year", number) for word, number in numbers.years().items()}
    rows |= {word: ("hours_told", number) for word, number in numbers.hours().items()}
    for word, number in numbers.cardinals().items():
        if number <= 12:
            rows["half" + word] = ("clock", f"{(number - 1) or 12:02}:30")
    rows |= {"half": ("half", None), "halve": ("half", None), "kwart": ("quarter_hour", None)}
    for form, feast in events.feasts().items():
        rows[form] = ("feast", feast)
    found: dict[str, Lexeme] = {}
    phrases: dict[str, dict[str, tuple[str, Any]]] = {}
    for form, (name, value) in rows.items():
        first, rest = _split(form)
        if rest:
            phrases.setdefault(first, {})[rest] = (CLASSES[name], value)
        else:
            found[first] = Lexeme(CLASSES[name], value)
    for first, rests in phrases.items():
        longest = "|".join(map(re.escape, sorted(rests, key=len, reverse=True)))
        pattern = re.compile(rf"(?:{longest})(?!\w|['-]\w)")
        found[first] = found.get(first, Lexeme())._replace(phrases=rests, rest=pattern)
    for entry in entries["title"].values():
        for title in entry.forms:
            first = _split(title.lower())[0]
            lexeme = found.get(first, Lexeme())
            found[first] = lexeme._replace(titles=(*lexeme.titles, title))
    for entry in entries["weekday"].values():
        for form in entry.dotted:
            found[form] = found.get(form, Lexeme())._replace(dotted=entry.number)
    return found


def _split(form: str) -> tuple[str, str]:
    """The first word of a form, and what follows it."""
    end = re.match(r"['’‘]?\w+(?:['’-]\w+)*", form).end()  # type: ignore[union-attr]
    return form[:end], form[end:]
