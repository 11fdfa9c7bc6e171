"""Dutch number words, from `twee` to `negenhonderdnegenennegentig`, and ordinals, in words and in figures."""

from functools import cache

_ONES = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"]
_TEENS = [
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
]
_TENS = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]
_EARLY = [
    "eerste",
    "tweede",
    "derde",
    "vierde",
    "vijfde",
    "zesde",
    "zevende",
    "achtste",
    "negende",
    "tiende",
    "elfde",
    "twaalfde",
]


@cache
def cardinals() -> dict[str, int]:
    """Every number word from 1 to 999 and the round thousands to ten thousand; `een` has its accents too."""
    small = dict(zip([*_ONES, *_TEENS], range(1, 20), strict=True))
    for i, ten in enumerate(_TENS, 2):
        small[ten] = 10 * i
        for j, one in enumerate(_ONES, 1):
            joint = "ën" if one.endswith("e") else "en"
            small[one + joint + ten] = 10 * i + j
    words = dict(small)
    for i, hundred in enumerate(["honderd", *(one + "honderd" for one in _ONES[1:])], 1):
        words[hundred] = 100 * i
        words |= {hundred + word: 100 * i + number for word, number in small.items()}
    words |= {one + "duizend": 1000 * i for i, one in enumerate(["", *_ONES[1:], "tien"], 1)}
    return words | {"één": 1}


@cache
def ordinals() -> dict[str, int]:
    """`eerste` to `negenennegentigste`."""
    words = dict(zip(_EARLY, range(1, 13), strict=True))
    for word, number in cardinals().items():
        if 12 < number < 100:
            words[word + ("de" if number < 20 else "ste")] = number
    return words


def rounds() -> dict[str, int]:
    """About so many: `tiental`, `twintigtal`, with `een` before it too."""
    tens = {word: number for word, number in cardinals().items() if 3 < number <= 100 and word.isascii()}
    found = {word + "tal": number for word, number in tens.items()}
    return found | {f"een {word}": number for word, number in found.items()}


@cache
def years() -> dict[str, int]:
    """Years in one word, 1100 to 2099: `negentienhonderdtachtig`, `tweeduizendtwintig`."""
    small = {word: number for word, number in cardinals().items() if number < 100} | {"": 0}
    found: dict[str, int] = {}
    bases = {ten + "honderd": 100 * i for i, ten in enumerate(_TEENS[1:], 11)} | {"tweeduizend": 2000}
    for hundreds, base in bases.items():
        for joint in ("", "en"):
            found |= {hundreds + joint + word: base + n for word, n in small.items() if word or not joint}
    return {word: number for word, number in found.items() if word not in cardinals()}


def hours() -> dict[str, int]:
    """The hours as they stand after `rond`: `vieren` is four o'clock."""
    forms = "enen tweeën drieën vieren vijven zessen zevenen achten negenen tienen elven twaalven"
    return {word: number for number, word in enumerate(forms.split(), 1)}


def value(figures: str) -> float:
    """The number that figures stand for, with Dutch marks: `1.500` is 1500, `2,5` is 2.5."""
    return float(figures.replace(".", "").replace(",", "."))
