"""What only looks like a time: counts, prices, labels, ages, titles. Each guard looks at the words on
either side."""

import re
from functools import cache
from typing import Protocol

from standpunt import lexicon
from standpunt.reading.times.words import Word


class Beside(Protocol):
    """What a guard sees of a match."""

    text: str
    start: int
    end: int

    def before(self, reach: int = 30) -> str: ...

    def after(self, reach: int = 30) -> str: ...

    def word(self, group: str) -> Word | None: ...


class Guard(lexicon.Entry, frozen=True, forbid_unknown_fields=True):
    forms: tuple[str, ...]


GROUPS: dict[str, type[lexicon.Entry]] = dict.fromkeys(
    "counted labelled linked aged lengthy conjunction clocked shortly punished habitual spread".split(), Guard
)


@cache
def lists() -> dict[str, frozenset[str]]:
    """The words of each group of `guards.nl.toml`. Raises LexiconError."""
    groups: dict[str, dict[str, Guard]] = lexicon.read("standpunt.reading.times", "guards.nl.toml", GROUPS)  # type: ignore[arg-type]
    return {
        name: frozenset(form for entry in group.values() for form in entry.forms)
        for name, group in groups.items()
    }


_LAST = re.compile(r"([\w'’-]+)\s*[‘’'\"“„]?$")
_FIRST = re.compile(r"\s*([\w'’-]+)")
_PRICED = re.compile(r"[€$£#+]\s?$|[\w][.,’'/-]$")
_GLUED = re.compile(r"[-–.,:/]\d|\s?[%‰°]|-[a-z]")
_PLURAL = re.compile(r"\s[a-zë]{4,}(?:en|s)\b")
_ENDS = re.compile(
    r"\s*(?:$|[.,;:!?)\"”'’\n–-]|(?:en|of|tot|in|op|met|was|waren|is|zijn|werd|werden|wordt|worden|komt|gaat|moet|zal|zou|kan|wil|heeft|had|begon|begint|voor|naar|van|om|bij|door|terug"
    r"|rond|tussen|tegen|vanaf|weg|vrij|thuis|beschikbaar|bezig|open|dicht|klaar|aanwezig|afwezig|lang)\b"
    r"|\d+[.:]\d\d|\w+ uur\b)"
)
_TIMED = re.compile(r"tijd(?:stip)?(?: is| was| wordt|:)?$")
_LISTED = re.compile(r"(?:\d+(?:,| en| of) ?)+$")
"""Other ages before the last one: `mannen van 21, 26 en 29 jaar`."""
_SENTENCE = re.compile(r"[.?!;:\n]")
_OF_TODAY = range(1900, 2100)


def not_a_year(found: Beside) -> bool:
    """Whether a number such as 2014 counts, costs or labels something.

    A year of our own time (1900 to 2099) is believed unless a word beside it speaks against it, or it is
    round and a plural follows (`2000 betogers`); an older number needs a word before it that goes with
    years (`vóór 1863`).
    """
    before, after = found.before(), found.after()
    following, last = _FIRST.match(after), _LAST.search(before)
    word = last[1] if last else ""
    if _PRICED.search(before) or _GLUED.match(after) or (following and following[1] in lists()["counted"]):
        return True
    if _postcode(found):
        return True
    if word in lists()["linked"]:
        return False
    year = found.word("year")
    number = year.value if year is not None else 0
    if word in lists()["labelled"] or number not in _OF_TODAY:
        return True
    return number % 50 == 0 and bool(_PLURAL.match(after))


def _postcode(found: Beside) -> bool:
    """`2014 AB Haarlem`: two capitals alone after four figures, and then a name."""
    return bool(re.match(r" ?[A-Z]{2} [A-Z][a-z]", found.text[found.end : found.end + 6]))


def ends_phrase(found: Beside) -> bool:
    """Whether what follows is no noun that the number would count: a mark, the end, or a small word."""
    return bool(_ENDS.match(found.after()))


def counts(found: Beside) -> bool:
    """Whether what follows is a noun that the number counts: `om 4 zetels`."""
    following = _FIRST.match(found.after())
    word = following[1] if following else ""
    return word in lists()["counted"] or bool(_PLURAL.match(found.after()) and not word.endswith("gaan"))


def is_wish(found: Beside) -> bool:
    """`een goede week gewenst` is a good one and no long one."""
    return found.after().lstrip().startswith(("gewenst", "toegewenst"))


def is_scattered(found: Beside) -> bool:
    """`op verschillende dagen`, `op één dag` tell which days, not how long."""
    many = found.word("many")
    counted = many is not None and isinstance(many.value, int | float) and many.value != 1
    return many is not None and not counted and bool(re.search(r"\bop $", found.before()))


def tells_clock(found: Beside) -> bool:
    """Whether figures with a full stop are a clock time by the word before them: `wordt verplaatst naar 8.30`."""
    before = found.before().rstrip()
    led = any(before.endswith(word) for word in lists()["clocked"])
    return (led or bool(_TIMED.search(before))) and not counts(found)


def is_age(found: Beside) -> bool:
    """`43 jaar oud`, `een man van 43 jaar`, `ouder dan 65 jaar`."""
    unit = found.word("unit")
    if unit is None or unit.value.unit not in ("year", "month", "week"):
        return False
    before, after = found.before(45), _FIRST.match(found.after())
    if after and after[1] in ("oud", "oude", "jong", "jonge", "ouder", "jonger"):
        return True
    if after and after[1] in lists()["punished"]:
        return False
    near = [word.strip(".,;:()\"'”“") for word in _LISTED.sub("", before).split()[-3:]]
    if near and near[-1] in ("van", "dan", "de", "tot", "vanaf", "onder", "boven", "met", "is"):
        return any(word in lists()["aged"] for word in near)
    return False


def is_aged(found: Beside, stem: str) -> bool:
    """Whether `43-jarige` is somebody of that age rather than something that lasts."""
    after = [word.strip(".,;:()\"'”“") for word in found.after(40).split()[:2]]
    if any(word in lists()["lengthy"] for word in after):
        return False
    return stem.isdigit() or not after or any(word in lists()["aged"] for word in after)


def is_habit(found: Beside) -> bool:
    """Whether the sentence tells what happens over and over: `op zondag zijn de winkels meestal dicht`."""
    before, after = _SENTENCE.split(found.before(90))[-1], _SENTENCE.split(found.after(90))[0]
    return not lists()["habitual"].isdisjoint(re.findall(r"\w+", before + " " + after))


def is_shortly(found: Beside) -> bool:
    """Whether `kort na`, `vlak voor` stands before: `even na 11 uur` is a clock time, `na 11 uur` may be a length."""
    words = found.before().split()
    return len(words) > 1 and words[-2] in lists()["shortly"]


def is_spread(found: Beside) -> bool:
    """`een miljard over drie jaar`, `verspreid over drie jaar`: the length that an amount is for, no day to come."""
    words = found.before(40).lower().removesuffix("over ").split()
    return bool(words) and words[-1] in lists()["spread"]


def is_morning(found: Beside) -> bool:
    """`de morgen`, `op een morgen`: the part of the day, or the newspaper."""
    last = _LAST.search(found.before())
    return bool(last and last[1] in ("de", "een", "elke", "iedere", "goede", "die", "van", "zonnige"))


def is_but_now(found: Beside) -> bool:
    """`nu eenmaal` is no time."""
    return found.after().strip().startswith(tuple(lists()["conjunction"]))
