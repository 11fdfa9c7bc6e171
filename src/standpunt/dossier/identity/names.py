"""Names of persons, taken apart, and how well two of them fit."""

import re
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from standpunt.reading.mentions.words import PARTICLES, given, is_initials
from standpunt.registry import fold

_SOUNDS = [
    (r"ij|ei|ey", "y"), (r"ck|c(?!h)|q", "k"), (r"ph", "f"), (r"th|dt|d$", "t"), (r"sch", "s"), (r"gh", "g"),
    (r"x", "ks"), (r"z", "s"), (r"ae", "a"), (r"oe", "u"), (r"uy", "ui"), (r"[^a-z]", ""), (r"(.)\1+", r"\1"),
]  # fmt: skip
"""Spellings that stand for one another in Dutch names, in the order in which they are replaced."""


class Fit(IntEnum):
    """How a name fits another one, the best first: word for word; without a given name or the second half of a surname
    that the other has; a given name spelled otherwise; initials for given names; a surname alone; that spelled
    otherwise; not."""

    SAME = 0
    SHORTER = 1
    SPELLED = 2
    INITIALS = 3
    SURNAME = 4
    HEARD = 5
    NOT = 6


class Name(NamedTuple):
    """Folded words: given names or initials, and the surname with its particles. `block` are the letters that are heard
    in the surname, in the order of the alphabet, without particles and without its second half; only names of one block
    can be one person's."""

    given: tuple[str, ...]
    surname: str
    block: str

    @property
    def whole(self) -> str:
        return " ".join((*self.given, self.surname))


@lru_cache(maxsize=262144)
def parse(words: str) -> Name:
    parts = words.split()
    at = 0
    if is_full(words):
        at = 1
        while at < len(parts) - 1 and _is_given(parts[at]):
            at += 1
    bare = [part for part in parts[at:] if part.lower() not in PARTICLES] or parts[at:]
    block = "".join(sorted(sound(re.split("[- ]", fold(bare[0]))[0])))
    return Name(tuple(_given(parts[:at])), fold(" ".join(parts[at:])), block)


def is_full(words: str) -> bool:
    parts = words.split()
    return len(parts) > 1 and parts[0].lower() not in PARTICLES


def is_initial(given: tuple[str, ...]) -> bool:
    """Whether given names are told by their letters alone."""
    return bool(given) and all(part.endswith(".") for part in given)


def _is_given(word: str) -> bool:
    return word.lower() not in PARTICLES and bool(given(word) or is_initials(word))


def _given(parts: list[str]) -> list[str]:
    """`J.P.` as `j.` and `p.`, `Jan-Peter` as `jan` and `peter`."""
    found = []
    for part in parts:
        words = fold(part)
        found += (
            [f"{letter}." for letter in re.findall("[a-z]+", words)]
            if is_initials(part)
            else words.split("-")
        )
    return found


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    for spelled, heard in _SOUNDS:
        word = re.sub(spelled, heard, word)
    return word


def fit(one: Name, other: Name) -> Fit:
    """How two names of one block fit: as well as the worse of their halves."""
    if one == other:
        return Fit.SAME
    if not one.given or not other.given:
        return max(Fit.SURNAME, _surnames(one.surname, other.surname))
    return max(_givens(one.given, other.given), _surnames(one.surname, other.surname))


@lru_cache(maxsize=65536)
def _surnames(one: str, other: str) -> Fit:
    if one == other:
        return Fit.SAME
    if ("-" in one) != ("-" in other):  # `Hoekstra` of `Hoekstra-Dijk`
        shorter, longer = sorted((one, other), key=len)
        if longer.startswith(f"{shorter}-"):
            return Fit.SHORTER
        one, other = one.partition("-")[0], other.partition("-")[0]
    return Fit.HEARD if _bare(one) == _bare(other) or _is_slip(_bare(one), _bare(other)) else Fit.NOT


def _bare(surname: str) -> str:
    """How a surname sounds without its particles: `van den Berg` and `van de Berg` are often taken for one another."""
    words = surname.replace("-", " ").split()
    return " ".join(sound(word) for word in words if word not in PARTICLES) or surname


@lru_cache(maxsize=65536)
def _givens(one: tuple[str, ...], other: tuple[str, ...]) -> Fit:
    if "".join(one) == "".join(other):  # `Anne-Marie`, `Annemarie`
        return Fit.SAME
    found = Fit.SHORTER if len(one) != len(other) else Fit.SAME
    for here, there in zip(one, other, strict=False):
        if here == there:
            continue
        if here.endswith(".") or there.endswith("."):
            shorter, longer = sorted((here.rstrip("."), there.rstrip(".")), key=len)
            found = max(found, Fit.INITIALS if longer.startswith(shorter) else Fit.NOT)
        elif sound(here) == sound(there) or _is_slip(here, there):
            found = max(found, Fit.SPELLED)
        else:
            return Fit.NOT
    return found


def _is_slip(one: str, other: str) -> bool:
    """Whether two letters that follow one another have changed places."""
    if len(one) != len(other) or len(one) < 4:
        return False
    at = next(
        (at for at, (here, there) in enumerate(zip(one, other, strict=True)) if here != there), len(one)
    )
    return one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
