"""From a text to its words for time: each token that can be part of a time gets a class and a value.

A class is one letter. The rules are regular expressions over the string of these letters, so that their
cost does not depend on how a word is written, and a new word is a line in `calendar.nl.toml`. What is no
word for time is left out of the string; a gap is marked, so that nothing is read across it.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from standpunt.model import Block
from standpunt.reading.times import calendar, numbers
from standpunt.reading.times.calendar import CLASSES, YEARS

_TOKEN = re.compile(
    r"""
      (?P<iso>(?<![\w./])(?<!\d-)(?:\d{4}([-/])\d{2}\2\d{2}(?:T\d\d:\d\d(?::\d\d)?)?|(?:19|20)\d{2}-(?:0[1-9]|1[0-2]))(?![\w-]))
    | (?P<dmy>(?<![\w./])(?<![^\W\d]-)(?<!\d\d\d\d-\d-)\d{1,2}(?P<sep>[-/.])\d{1,2}(?P=sep)(?:\d{4}|'?\d{2})
        (?!\w|-\w+(?!\w*[-/])))
    | (?P<dm>(?<![\w./-])\d{1,2}/\d{1,2}(?!\w|[./,]\w|-(?!\d{1,2}/)))
    | (?P<clock>(?<![\w.,:])(?:[01]?\d|2[0-4])[:.][0-5]\d(?::[0-5]\d)?u?(?![\w:]|[.,]\d))
    | (?P<flemish>(?<![\w.,:])(?:[01]?\d|2[0-4])u(?:[0-5]\d)?(?!\w))
    | (?P<short>(?<!\w)['’‘]\d\d(?!\w))
    | (?P<fraction>\d*½)
    | (?P<decimal>\d+(?:[.,]\d+)+)
    | (?P<ordinal>\d{1,2}(?:e|de|ste)(?![\w-]))
    | (?P<figures>\d+(?!\w|[-’'][^\W\d]))
    | (?P<genitive>['’‘`]s(?=[ -]\w))
    | (?P<word>\w+(?:['’-](?!\d{4}-\d\d-\d\d(?!\d))\w+)*)
    | (?P<line>\n)
    | (?P<mark>[^\w\s])
    """,
    re.VERBOSE,
)


class Word(NamedTuple):
    """A token that can be part of a time: `value` depends on the class (a number, an entry of the lists)."""

    code: str
    start: int
    end: int
    text: str
    value: Any


_NAMED = ("month", "weekday", "weekday_part", "season", "weekend", "reference", "day")
_NAMES = frozenset(CLASSES[name] for name in _NAMED)
_SHORT = frozenset((CLASSES["short_month"], CLASSES["short_weekday"]))
_BEFORE_A_START = frozenset(".!?:;…•|–—-\n\"“”„«'‘’([")
_FIRST_NAMES = frozenset(("mei", "augustus", "maart", "april", "juni", "juli", "zomer", "winter"))


class _Token(NamedTuple):
    """A piece of text, its apostrophes made plain, by the name of its pattern."""

    kind: str
    start: int
    end: int
    text: str
    lower: str


_PIECE = re.compile(r"q\d|h\d|\d+|[^\W\d]+|[-']")
_JOINABLE = frozenset(("month", "short_month", "quarter_code"))
_GAP = Word(CLASSES["gap"], 0, 0, "", None)
_APOSTROPHES = str.maketrans("’‘`", "'''")


def read(text: str, blocks: Sequence[Block] = ()) -> list[Word]:
    """The words for time of a text, in order, with a gap wherever other words or the edge of a block stand
    between.

    A name of a month, a weekday or a season with a capital is one only where a sentence may start or after a
    number (`20 Januari`); elsewhere it is part of a name (`Mei Li Vos`).
    """
    edges = sorted({edge for block in blocks for edge in block.span}, reverse=True)
    plain = text.translate(_APOSTROPHES)
    words: list[Word] = []
    for first, last in _windows(plain):
        _add_gap(words)
        _read(text, _tokens(plain, first, last), edges, words)
    return words


_LEFT, _RIGHT = 64, 32
"""Characters on either side of a word that is at the heart of a time, in which the rest of it stands."""
_RAW = re.compile(r"[\d½]+|[^\W\d]+(?:['-]\w+)*")


def _windows(plain: str) -> list[tuple[int, int]]:
    """The stretches of a text that can hold a time, from blank to blank: most of an article holds none, and is
    read no further."""
    windows: list[tuple[int, int]] = []
    heart = calendar.hearts()
    until = 0
    for match in _RAW.finditer(plain):
        word = match[0].lower()
        if word not in heart and not _may_hold(word, heart):
            continue
        start = match.start()
        if start < until - _RIGHT:
            continue
        last = plain.find(" ", match.end() + _RIGHT)
        until = len(plain) if last < 0 else last
        if windows and start - _LEFT <= windows[-1][1]:
            windows[-1] = (windows[-1][0], until)
        else:
            windows.append((max(plain.rfind(" ", 0, max(start - _LEFT, 0)), 0), until))
    return windows


def _may_hold(word: str, heart: frozenset[str]) -> bool:
    """Whether a word that is none of the hearts has one inside (`jan-feb`), begins with a figure or tells an age."""
    if "-" in word and any(part in heart or part[:1].isdigit() for part in word.split("-")):
        return True
    return word[0].isdigit() or word == "½" or word.endswith(_AGES)


_AGES = ("jarig", "jarige", "daags", "daagse")


def _tokens(plain: str, first: int, last: int) -> list[_Token]:
    tokens: list[_Token] = []
    for match in _TOKEN.finditer(plain, first, last):
        token = _Token(match.lastgroup or "", match.start(), match.end(), match[0], match[0].lower())
        if token.kind == "word" and (parts := _parts(token)):
            tokens += parts
        else:
            tokens.append(token)
    return tokens


def _read(text: str, tokens: list[_Token], edges: list[int], words: list[Word]) -> None:
    """Adds the words for time among the tokens; `edges` of blocks, the last one first, are used up."""
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if edges and token.start >= edges[-1]:
            while edges and token.start >= edges[-1]:
                edges.pop()
            _add_gap(words)
        word, used = _word(tokens, index, text)
        if word and word.code in _NAMES and token.text[0].isupper() and not _may_start(text, word, words):
            word = None
        if word:
            words.append(word)
        elif not (token.text == "." and words and _shortened(words[-1])):
            _add_gap(words)
        index += used


def _parts(token: _Token) -> list[_Token]:
    """The pieces of a word that is made of figures and words for time alone: `05-aug-2016`, `Q1-2019`, `jan-feb`,
    `3maart`; nothing for any other word."""
    lower = token.lower
    if "-" not in lower and not lower[0].isdigit():
        return []
    pieces = list(_PIECE.finditer(lower))
    known = calendar.known().single
    named = 0
    for piece in pieces:
        row = known.get(piece[0])
        if row is not None and row[0] in _JOINABLE:
            named += 1
        elif not (piece[0] == "-" or piece[0].isdigit() and len(piece[0]) in (1, 2, 4)):
            return []
    if not named or len(pieces) < 2:
        return []
    return [
        _Token(
            "mark" if piece[0] == "-" else "figures" if piece[0].isdigit() else "word",
            token.start + piece.start(),
            token.start + piece.end(),
            token.text[piece.start() : piece.end()],
            piece[0],
        )
        for piece in pieces
    ]


def _add_gap(words: list[Word]) -> None:
    if words and words[-1] is not _GAP:
        words.append(_GAP)


def _word(tokens: Sequence[_Token], index: int, text: str) -> tuple[Word | None, int]:
    """The word or phrase for time that begins at a token, if any, and how many tokens it takes."""
    token = tokens[index]
    if token.kind != "word":
        return _figures(token.kind, token.start, token.end, token.text), 1
    known = calendar.known()
    for phrase, name, value in known.phrases.get(token.lower, ()):
        row = tokens[index : index + len(phrase)]
        if tuple(each.lower for each in row) == phrase and "\n" not in text[token.start : row[-1].end]:
            return Word(CLASSES[name], token.start, row[-1].end, text[token.start : row[-1].end], value), len(
                row
            )
    if token.lower in known.dotted and _is_dotted(text, token.end):
        return Word(CLASSES["weekday"], token.start, token.end, token.text, known.dotted[token.lower]), 1
    found = known.single.get(token.lower)
    if found:
        return Word(CLASSES[found[0]], token.start, token.end, token.text, found[1]), 1
    if token.lower.endswith(_AGES):
        return Word(CLASSES["age"], token.start, token.end, token.text, token.lower), 1
    return None, 1


def _shortened(word: Word) -> bool:
    return word.code in _SHORT or word.code == CLASSES["weekday"] and len(word.text) < 7


def _is_dotted(text: str, end: int) -> bool:
    """Whether a full stop that ends no sentence follows: `zat. om vijf uur`."""
    after = text[end : end + 3]
    return after[:1] == "." and len(after) == 3 and after[1] == " " and not after[2].isupper()


def codes(words: Sequence[Word]) -> str:
    """One letter for each word, for the rules to match."""
    return "".join([word.code for word in words])


def _figures(kind: str, start: int, end: int, written: str) -> Word | None:
    name, value = _FIGURES[kind](written) if kind in _FIGURES else ("", None)
    return Word(CLASSES[name], start, end, written, value) if name else None


def _plain(written: str) -> tuple[str, Any]:
    number = int(written) if len(written) < 10 else 0
    if len(written) <= 2 and 1 <= number <= 31:
        return "small", number
    return ("year" if len(written) == 4 and number in YEARS else "number"), number


def _mark(written: str) -> tuple[str, Any]:
    return calendar.MARKS.get(written, ""), None


_FIGURES: dict[str, Callable[[str], tuple[str, Any]]] = {
    "iso": lambda written: ("date", written),
    "dmy": lambda written: ("date", written),
    "dm": lambda written: ("day_month", tuple(int(part) for part in written.split("/"))),
    "clock": lambda written: ("clock", written),
    "flemish": lambda written: ("clock", written),
    "short": lambda written: ("short_year", int(written[1:])),
    "decimal": lambda written: ("decimal", numbers.value(written)),
    "fraction": lambda written: ("decimal", int(written[:-1] or 0) + 0.5),
    "ordinal": lambda written: ("ordinal", int(written.rstrip("dest"))),
    "figures": _plain,
    "genitive": lambda written: ("genitive", None),
    "mark": _mark,
}


def _may_start(text: str, word: Word, before: Sequence[Word]) -> bool:
    """Whether a capital here may be that of a sentence, a heading in capitals, or a spelling such as `20
    Januari`."""
    if word.text.isupper() and len(word.text) > 2:
        return True
    head = text[max(0, word.start - 8) : word.start].rstrip(" \xa0\t")
    if before and before[-1].end == max(0, word.start - 8) + len(head) and before[-1].code in "nowme":
        return True
    if head and head[-1] not in _BEFORE_A_START:
        return False
    following = text[word.end : word.end + 2]
    return not (word.text.lower() in _FIRST_NAMES and following[:1] == " " and following[1:].isupper())
