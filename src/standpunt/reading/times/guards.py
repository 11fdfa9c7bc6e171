"""What only looks like a time: counts, prices, labels, ages, titles. Each guard looks at the words on either side."""

import re
from functools import cache
from typing import Protocol

from standpunt import lexicon
from standpunt.reading.times.words import Word


class Beside(Protocol):
    """What a guard sees of a match."""

    text: str

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...

    def before(self, reach: int = 30) -> str: ...

    def after(self, reach: int = 30) -> str: ...

    def word(self, group: str) -> Word | None: ...


class Guard(lexicon.Entry, frozen=True, forbid_unknown_fields=True):
    forms: tuple[str, ...]


GROUPS: dict[str, type[lexicon.Entry]] = dict.fromkeys(
    ("counted", "labelled", "aged", "lengthy", "title", "conjunction"), Guard
)


@cache
def lists() -> dict[str, frozenset[str]]:
    """The words of each group of `guards.nl.toml`. Raises LexiconError."""
    groups: dict[str, dict[str, Guard]] = lexicon.read("standpunt.reading.times", "guards.nl.toml", GROUPS)  # type: ignore[arg-type]
    return {
        name: frozenset(form for entry in group.values() for form in entry.forms)
        for name, group in groups.items()
    }


_LAST = re.compile(r"([\w'’-]+)\W*$")
_FIRST = re.compile(r"\s*([\w'’-]+)")
_NEXT_TWO = re.compile(r"\s*([\w'’-]+)\s+([\w'’-]+)")
_LINKS = frozenset(
    [
        "in",
        "sinds",
        "vanaf",
        "tot",
        "uit",
        "voor",
        "vóór",
        "na",
        "rond",
        "tegen",
        "medio",
        "begin",
        "eind",
        "van",
        "jaar",
        "naar",
        "vóór",
        "anno",
        "omstreeks",
        "per",
    ]
)


def not_a_year(found: Beside) -> bool:
    """Whether a number such as 2014 counts, costs or labels something.

    A year of our own time (1900 to 2099) is believed unless a word beside it speaks against it; an older number
    needs a word before it that goes with years (`vóór 1863`).
    """
    before, after = found.before(), found.after()
    mark = found.text[found.start - 1 : found.start]
    if (
        re.search(r"[€$£#+]\s?$", before)
        or mark in ("-", "–", "/", ".", ",", "'", "’")
        or re.match(r"[-–.,:/]\d|\s?[%‰°]|-[a-z]", after)
    ):
        return not (mark in ("-", "–", "/") and re.search(r"\d[-–/]$", before)) or bool(
            re.match(r"[-–.,:/]\d", after)
        )
    following, last = _FIRST.match(after), _LAST.search(before)
    if following and following[1] in lists()["counted"]:
        return True
    if re.match(r" ?[A-Z]{2}\b(?!-)", found.text[found.end : found.end + 4]) and _postcode(found):
        return True
    word = last[1] if last and not re.search(r"[.!?;:()\"”\n]\s*$", before) else ""
    if word in ("de", "deze", "die", "alle", "ruim", "bijna"):
        return bool(following and re.match(r"\s[a-zë]+(en|s)\b", after)) or word in ("ruim", "bijna", "alle")
    if word in lists()["labelled"]:
        return True
    year = found.word("year")
    if year is not None and not 1900 <= year.value <= 2099:
        return word not in _LINKS
    return (
        word not in _LINKS
        and bool(re.match(r"\s[a-zë]+en\b(?!\s(?:de|het|een)\b)", after))
        and not re.match(
            r"\s(?:en|gingen|waren|hadden|werden|kwamen|zullen|moeten|gaan|worden|hebben|kunnen|mogen|willen|komen|blijven)\b",
            after,
        )
    )


def _postcode(found: Beside) -> bool:
    """`2014 AB Haarlem`: two capitals after four figures that are not a common abbreviation."""
    return found.text[found.end : found.end + 4].strip()[:2] not in (
        "EK",
        "WK",
        "EU",
        "VS",
        "VK",
        "VN",
        "OM",
        "NS",
    )


def ends_phrase(found: Beside) -> bool:
    """Whether what follows is no noun that the number would count: a mark, the end, or a small word."""
    return bool(
        re.match(
            r"\s*(?:$|[.,;:!?)\"”'’\n–-]|(?:en|of|tot|in|op|met|was|is|werd|begon|begint|voor|naar|van|om|bij|door|terug)\b)",
            found.after(),
        )
    )


def is_age(found: Beside) -> bool:
    """`43 jaar oud`, `een man van 43 jaar`, `ouder dan 65 jaar`."""
    unit = found.word("unit")
    if unit is None or unit.value.unit not in ("year", "month", "week"):
        return False
    before, after = found.before(45).split(), _FIRST.match(found.after())
    if after and after[1] in ("oud", "oude", "jong", "jonge", "ouder", "jonger"):
        return True
    aged = lists()["aged"]
    near = [word.strip(".,;:()\"'”“") for word in before[-3:]]
    if (near and near[-1] in ("van", "dan", "de", "tot", "vanaf", "onder", "boven", "met")) or near[-1:] == [
        "is"
    ]:
        return any(word in aged for word in near)
    return False


def is_aged(found: Beside, stem: str) -> bool:
    """Whether `43-jarige` is somebody of that age rather than something that lasts."""
    after = [word.strip(".,;:()\"'”“") for word in found.after(40).split()[:2]]
    if any(word in lists()["lengthy"] for word in after):
        return False
    return stem.isdigit() or not after or any(word in lists()["aged"] for word in after)


def is_morning(found: Beside) -> bool:
    """`de morgen`, `op een morgen`: the part of the day, or the newspaper."""
    last = _LAST.search(found.before())
    return bool(last and last[1] in ("de", "een", "elke", "iedere", "goede", "die", "van", "zonnige"))


def is_but_now(found: Beside) -> bool:
    """`nu eenmaal` is no time."""
    return found.after().strip().startswith(tuple(lists()["conjunction"]))


def part_of_name(found: Beside) -> bool:
    """Whether the words stand in a title (`Zondag met Lubach`) or are joined by a capital to a name."""
    around = found.text[max(0, found.start - 25) : found.end + 25]
    if not any(letter.isupper() for letter in around):
        return False
    lower = around.lower()
    offset = min(found.start, 25)
    for title in lists()["title"]:
        at = lower.find(title)
        while at >= 0:
            if at <= offset < at + len(title) and around[at:].lstrip("dehtéén ")[:1].isupper():
                return True
            at = lower.find(title, at + 1)
    return False
