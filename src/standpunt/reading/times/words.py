"""From a text to its words for time: each token that can be part of a time gets a class and a value.

A class is one letter. The rules are regular expressions over the string of these letters, so that their
cost does not depend on how a word is written, and a new word is a line in `calendar.nl.toml`. What is no
word for time is left out of the string; a gap is marked, so that nothing is read across it. A text is read
once, and a word that has nothing to do with time costs one look-up.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from standpunt.model import Block
from standpunt.reading.times import calendar, numbers
from standpunt.reading.times.calendar import CLASSES, YEARS, Lexeme

_TOKEN = re.compile(
    r"""
      (?P<word>[^\W\d½]\w*(?:['-](?!\d{4}-\d\d-\d\d(?!\d))\w+)*)
    | (?=[\d½])(?:
          (?P<iso>(?<![\w./])(?<!\d-)(?:\d{4}(?P<cut>[-/])\d{2}(?P=cut)\d{2}(?:t\d\d:\d\d(?::\d\d)?)?
            |(?:19|20)\d{2}-(?:0[1-9]|1[0-2]))(?![\w-]))
        | (?P<dmy>(?<![\w./])(?<![^\W\d]-)(?<!\d\d\d\d-\d-)\d{1,2}(?P<sep>[-/.])\d{1,2}(?P=sep)(?:\d{4}|'?\d{2})
            (?!\w|-\w+(?!\w*[-/])))
        | (?P<dm>(?<![\w./-])\d{1,2}/\d{1,2}(?!\w|[./,]\w|-(?!\d{1,2}/)))
        | (?P<clock>(?<![\w.,:])(?:[01]?\d|2[0-4])[:.][0-5]\d(?::[0-5]\d)?u?(?![\w:]|[.,]\d))
        | (?P<flemish>(?<![\w.,:])(?:[01]?\d|2[0-4])u(?:[0-5]\d)?(?!\w))
        | (?P<fraction>\d*½)
        | (?P<decimal>\d+(?:[.,]\d+)+)
        | (?P<ordinal>\d{1,2}(?:e|de|ste)(?![\w-]))
        | (?P<figures>\d+(?!\w|[-'][^\W\d]))
        | (?P<compound>\w+(?:['-](?!\d{4}-\d\d-\d\d(?!\d))\w+)*)
      )
    | (?P<short>(?<!\w)'\d\d(?!\w))
    | (?P<genitive>'s(?=[ -]\w))
    | (?P<mark>[^\w\s]|\n)
    """,
    re.VERBOSE,
)
_PLAIN = (("’", "'"), ("‘", "'"), ("`", "'"), ("\xa0", " "), ("İ", "I"))
"""Apostrophes and blanks of one kind; and no letter that is two in lower case, so that places stay the same."""
_WORD_ENDS = re.compile(r"(?!\w|['-]\w)")


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
_AGES = ("jarig", "jarige", "daags", "daagse")
_PIECE = re.compile(r"q\d|h\d|\d+|[^\W\d]+|[-']")
_JOINABLE = frozenset(CLASSES[name] for name in ("month", "short_month", "quarter_code"))
_GAP = Word(CLASSES["gap"], 0, 0, "", None)


def read(text: str, blocks: Sequence[Block] = ()) -> Iterator[list[Word]]:
    """The words for time of each line that has any, in order, with a gap wherever other words or the edge of a block
    stand between.

    A name of a month, a weekday or a season with a capital is one only where a sentence may start or after a
    number (`20 Januari`); elsewhere it is part of a name (`Mei Li Vos`).
    """
    plain = text
    for written, meant in _PLAIN:
        plain = plain.replace(written, meant)
    lower = plain.lower()
    lexemes = calendar.known()
    edges = sorted({edge for block in blocks for edge in block.span}, reverse=True)
    words: list[Word] = [_GAP]
    reached = 0
    for match in _TOKEN.finditer(lower):
        start, end = match.span()
        if start < reached:
            continue
        if edges and start >= edges[-1]:
            while edges and start >= edges[-1]:
                edges.pop()
            _add_gap(words)
        kind, written = match.lastgroup or "", match[0]
        if kind == "word" and (lexeme := lexemes.get(written)) is not None:
            word, reached = _known(lexeme, start, end, plain, lower)
            if (
                word
                and word.code in _NAMES
                and plain[start].isupper()
                and not _may_start(text, word, words[-1])
            ):
                word = None
        elif kind == "word" and "-" not in written and not written.endswith(_AGES):
            word = None
        elif kind in ("word", "compound"):
            if pieces := _compound(start, end, plain, lower):
                words += pieces
                continue
            word = None
        elif written == "." and _shortened(words[-1]):
            continue
        elif written == "\n":
            if len(words) > 1:
                yield words
                words = [_GAP]
            continue
        else:
            word = _figures(kind, start, end, written)
        if word:
            words.append(word)
        elif words[-1] is not _GAP:
            words.append(_GAP)
    if len(words) > 1:
        yield words


def _add_gap(words: list[Word]) -> None:
    if words[-1] is not _GAP:
        words.append(_GAP)


def _known(lexeme: Lexeme, start: int, end: int, plain: str, lower: str) -> tuple[Word | None, int]:
    """The phrase or word for time that begins with a known word, if any; none where a name begins with it. And the
    place up to which the text is read."""
    code, value, phrases, rest, titles, dotted = lexeme
    if rest is not None and (found := rest.match(lower, end)):
        end = found.end()
        code, value = phrases[found[0]]
        return Word(code, start, end, plain[start:end], value), end
    for title in titles:
        if plain.startswith(title, start) and _WORD_ENDS.match(plain, start + len(title)):
            return None, start + len(title)
    if dotted and _is_dotted(plain, end):
        return Word(CLASSES["weekday"], start, end, plain[start:end], dotted), end
    return (Word(code, start, end, plain[start:end], value) if code else None), end


def _compound(start: int, end: int, plain: str, lower: str) -> list[Word]:
    """The pieces of a word that is made of figures and words for time alone (`05-aug-2016`, `Q1-2019`, `jan-feb`,
    `3maart`), or an age (`43-jarige`)."""
    written = lower[start:end]
    if written.endswith(_AGES):
        return [Word(CLASSES["age"], start, end, plain[start:end], written)]
    if "-" not in written and not written[0].isdigit():
        return []
    if (about := written.removesuffix("-tal")) != written and about.isdigit():
        return [Word(CLASSES["word"], start, end, plain[start:end], int(about))]
    lexemes = calendar.known()
    words: list[Word] = []
    for piece in _PIECE.finditer(written):
        first, last = start + piece.start(), start + piece.end()
        lexeme = lexemes.get(piece[0])
        if lexeme is not None and lexeme.code in _JOINABLE:
            word: Word | None = Word(lexeme.code, first, last, plain[first:last], lexeme.value)
        elif piece[0] == "-" or (piece[0].isdigit() and len(piece[0]) in (1, 2, 4)):
            word = _figures("mark" if piece[0] == "-" else "figures", first, last, piece[0])
        else:
            word = None
        if word is None:
            return []
        words.append(word)
    return words if len(words) > 1 and any(word.code in _JOINABLE for word in words) else []


def _shortened(word: Word) -> bool:
    return word.code in _SHORT or word.code == CLASSES["weekday"] and len(word.text) < 7


def _is_dotted(text: str, end: int) -> bool:
    """Whether a full stop that ends no sentence follows: `zat. om vijf uur`."""
    after = text[end : end + 3]
    return (
        after[:1] == "."
        and len(after) == 3
        and after[1] == " "
        and (after[2].islower() or after[2].isdigit())
    )


def codes(words: Sequence[Word]) -> str:
    """One letter for each word, for the rules to match."""
    return "".join([word.code for word in words])


def _figures(kind: str, start: int, end: int, written: str) -> Word | None:
    name, value = _FIGURES[kind](written)
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


def _may_start(text: str, word: Word, before: Word) -> bool:
    """Whether a capital here may be that of a sentence, a heading in capitals, or a spelling such as `20
    Januari`."""
    if word.text.isupper() and len(word.text) > 2:
        return True
    head = text[max(0, word.start - 8) : word.start].rstrip(" \xa0\t")
    if before.end == max(0, word.start - 8) + len(head) and before.code in "nowme":
        return True
    if head and head[-1] not in _BEFORE_A_START:
        return False
    following = text[word.end : word.end + 2]
    return not (word.text.lower() in _FIRST_NAMES and following[:1] == " " and following[1:].isupper())
