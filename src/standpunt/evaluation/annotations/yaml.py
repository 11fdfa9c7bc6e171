"""The project's own format, one YAML file for an article; examples/gold has several.

    text: brug.txt                       # the file of the article
    date: 2025-02-14                     # a day, a month (2025-02), a year, or a range a/b
    statements:
      - content: ["De brug blijft", "tot maandag dicht"]     # the pieces of what is said
        speaker: Anna Hoek               # the full usual name
        source: ze                       # the words that name the speaker, if any
        cue: zei@2                       # the words that attribute, if any
        form: direct                     # direct | indirect | mixed
        via: Bram Veenstra               # in whose words it is told, if any
        declines: true                   # if it is a refusal to say
        optional: true                   # if it counts neither as missed nor as false
    times:
      - [maandag, 2025-02-17]            # words and TIMEX3 value; `optional` as a third
    actors:
      - {name: Anna Hoek, kind: person, role: wethouder, party: Eilandbelang}
    aliases:
      Anna Hoek: [Anneke Hoek]           # other names that are as good
    positions:
      - {actor: Anna Hoek, issue: brug, stance: oppose, evidence: "De brug blijft"}
    conditions:
      - {actor: Anna Hoek, issue: brug, condition: "mits er geld is"}
    layers: [statements]                 # if only some of these were annotated; the others are not judged

Strings are quoted as they stand in the text: the first occurrence, or with `@2` after it the second, in whole words. An
unknown field is an error, so that a slip of the pen does not change the figures. A file `codebook.yaml` is no article.
"""

import calendar
import datetime
import itertools
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal

import msgspec
import yaml

from standpunt.errors import GoldError
from standpunt.evaluation.coding import Coding, Days, Gold, Layer, Marked, MarkedStatement, Position
from standpunt.model import ActorKind, Form, Span

_INSIDE_A_WORD = r"(?<=\w)(?=\w)"
_NUMBERED = re.compile(r"(.+)@(\d+)", re.DOTALL)


class _Record(msgspec.Struct, forbid_unknown_fields=True):
    pass


class _Statement(_Record):
    content: list[str]
    speaker: str
    source: str = ""
    cue: str = ""
    form: Form | None = None
    via: str = ""
    declines: bool = False
    optional: bool = False


class _Actor(_Record):
    name: str
    kind: ActorKind
    role: str = ""
    party: str = ""


class _Position(_Record):
    actor: str
    issue: str
    stance: Literal["support", "oppose", "conditional", "open", "declines"]
    evidence: str = ""


class _Condition(_Record):
    actor: str
    condition: str
    issue: str = ""


class _Document(_Record):
    """`times` are [words, value], or [words, value, optional]."""

    text: str
    date: str = ""
    statements: list[_Statement] = []
    times: list[list[str]] = []
    actors: list[_Actor] = []
    aliases: dict[str, list[str]] = {}
    positions: list[_Position] = []
    conditions: list[_Condition] = []
    layers: tuple[Layer, ...] = tuple(Layer)


def read(path: Path, texts: Callable[[str], str]) -> Gold:
    """The gold of one article. Raises GoldError."""
    return parse(path.read_text(encoding="utf-8"), path.name, texts)


def parse(content: str, annotation: str, texts: Callable[[str], str]) -> Gold:
    """The gold in the content of the file `annotation`; `texts` gives the text of an article. Raises GoldError."""
    try:
        document = _document(content)
        text = texts(document.text)
        return Gold(document.text, annotation, text, _coding(document, text), frozenset(document.layers))
    except (yaml.YAMLError, ValueError) as fault:
        reason = " ".join(str(fault).split())
        raise GoldError(reason, where=annotation, hint="examples/gold shows how it is written") from fault


def _document(content: str) -> _Document:
    """Every scalar of the file is a string first, `2025-02` and `true` too, so that no date is guessed at."""
    parsed = yaml.load(content, Loader=yaml.BaseLoader)
    if isinstance(parsed, dict):  # a key without anything is one that is not there
        parsed = {key: value for key, value in parsed.items() if value != ""}
    return msgspec.convert(parsed, _Document, strict=False)


def _coding(document: _Document, text: str) -> Coding:
    return Coding(
        statements=tuple(_statement(each, text) for each in document.statements),
        times=tuple(_time(each, text) for each in document.times),
        conditions=tuple(Marked((locate(text, each.condition),), each.actor) for each in document.conditions),
        actors=tuple((each.name, each.kind) for each in document.actors),
        positions=frozenset((each.actor, each.issue, each.stance) for each in document.positions),
        evidence=dict(_evidence(document, text)),
        published=days(document.date) if document.date else None,
        aliases={name: tuple(aliases) for name, aliases in document.aliases.items()},
    )


def _statement(each: _Statement, text: str) -> MarkedStatement:
    for words in (each.source, each.cue):
        if words:
            locate(text, words)
    spans = tuple(locate(text, piece) for piece in each.content)
    return MarkedStatement(spans, each.speaker, each.optional, each.form, bool(each.cue))


def _evidence(document: _Document, text: str) -> Iterator[tuple[Position, Span]]:
    """Where the words that show a position stand; they may be told in other words than the text's."""
    for each in document.positions:
        with suppress(ValueError):
            yield (each.actor, each.issue, each.stance), locate(text, each.evidence)


def _time(fields: list[str], text: str) -> Marked:
    match fields:
        case [words, value]:
            return Marked((locate(text, words),), value)
        case [words, value, "optional"]:
            return Marked((locate(text, words),), value, optional=True)
    raise ValueError(f"a time is [words, value] or [words, value, optional], not {fields}")


def locate(text: str, quoted: str) -> Span:
    """The span of a quoted string: its first occurrence, or of `string@n` the n-th. An occurrence does not begin or
    end inside a word. Raises ValueError where there is none."""
    numbered = _NUMBERED.fullmatch(quoted)
    words, number = (numbered[1], int(numbered[2])) if numbered else (quoted, 1)
    edge = f"(?!{_INSIDE_A_WORD})"
    found = re.finditer(f"{edge}{re.escape(words)}{edge}", text) if words and number else iter(())
    place = next(itertools.islice(found, max(0, number - 1), None), None)
    if place is None:
        raise ValueError(f"not in the text: {quoted!r}")
    return Span(*place.span())


def days(written: str) -> Days:
    """The first and the last day of `2025-02-14`, `2025-02`, `2025`, or of a range `a/b` of these. Raises
    ValueError."""
    first, _, last = written.partition("/")
    covered = Days(_bounds(first)[0], _bounds(last or first)[1])
    if covered.last < covered.first:
        raise ValueError(f"this range ends before it begins: {written}")
    return covered


def _bounds(date: str) -> tuple[datetime.date, datetime.date]:
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", date):
        raise ValueError(f"no date: {date!r}")
    year, month, day = ([int(part) for part in date.split("-")] + [0, 0])[:3]
    if day:
        return datetime.date(year, month, day), datetime.date(year, month, day)
    last_month = month or 12
    last = calendar.monthrange(year, last_month)[1]
    return datetime.date(year, month or 1, 1), datetime.date(year, last_month, last)
