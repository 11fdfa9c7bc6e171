"""The figures are those of `score.py`, to the last digit, whatever is annotated and found."""

import itertools
import re
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import reference
from evaluation.story import TEXT
from standpunt.evaluation import Report
from standpunt.evaluation.annotations import yaml as own
from standpunt.evaluation.coding import Coding, Days, Marked, MarkedStatement
from standpunt.evaluation.comparison import compare
from standpunt.model import ActorKind, Span

WORDS = [word.span() for word in re.finditer(r"\w+", TEXT)]
NAMES = st.sampled_from(
    ["Anna de Wit", "De Wit", "Wit", "minister De Wit", "Bea de Wit", "Jan van der Veen", "Veen", "van der Veen",
     "NAVO", "de NAVO", "Verdragsorganisatie", "Tweede Kamer", "Kamer", "hij"]
)  # fmt: skip
VALUES = st.sampled_from(
    ["2025-02-17", "2025-02-18", "2025-02-16/2025-02-18", "2025-02-17/2025-02-18", "2025-02", "P1D",
     "2025-02-17T08:00", "2025-02-16T08:00/2025-02-18T08:00"]
)  # fmt: skip
ISSUES, STANCES = st.sampled_from(["brug", "tol"]), st.sampled_from(["support", "oppose"])
DAYS = st.dates(min_value=own.days("2024-12").first, max_value=own.days("2025-03").last)
RANGES = st.tuples(DAYS, DAYS).map(lambda pair: Days(*sorted(pair)))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Mostly of a few words at the beginning, so that many are alike."""
    first = draw(st.integers(0, 4) | st.integers(0, len(WORDS) - 1))
    last = min(first + draw(st.integers(0, 1) | st.integers(0, 5)), len(WORDS) - 1)
    return Span(WORDS[first][0], WORDS[last][1])


def few(of: st.SearchStrategy[Any], most: int = 5) -> st.SearchStrategy[list[Any]]:
    return st.lists(of, max_size=most)


CONTENTS = st.lists(spans(), min_size=1, max_size=2)


def quoted(span: Span) -> str:
    """The span as an annotator writes it."""
    words = span.of(TEXT)
    return next(
        f"{words}@{n}" for n in itertools.count(1) if own.locate(TEXT, f"{words}@{n}").end >= span.end
    )


@st.composite
def golds(draw: st.DrawFn) -> dict[str, Any]:
    statements = [
        {"content": list(map(quoted, pieces)), "speaker": speaker, "optional": "true" if spare else "false"}
        for pieces, speaker, spare in draw(few(st.tuples(CONTENTS, NAMES, st.booleans())))
    ]
    times = [
        [quoted(span), value, *(["optional"] if spare else [])]
        for span, value, spare in draw(few(st.tuples(spans(), VALUES, st.booleans())))
    ]
    actors = draw(few(st.tuples(NAMES, st.sampled_from(ActorKind))))
    return {
        "text": "brug.txt",
        "date": str(draw(RANGES)),
        "statements": statements,
        "times": times,
        "actors": [{"name": name, "kind": str(kind)} for name, kind in actors],
        "aliases": draw(st.dictionaries(NAMES, few(NAMES, 2), max_size=2)),
        "positions": [
            {"actor": actor, "issue": issue, "stance": stance}
            for actor, issue, stance in draw(few(st.tuples(NAMES, ISSUES, STANCES)))
        ],
        "conditions": [
            {"actor": actor, "condition": quoted(span)}
            for actor, span in draw(few(st.tuples(NAMES, spans()), 3))
        ],
    }


CODINGS = st.builds(
    Coding,
    statements=few(st.builds(MarkedStatement, CONTENTS.map(tuple), NAMES | st.just(""))).map(tuple),
    times=few(st.builds(Marked, spans().map(lambda span: (span,)), VALUES)).map(tuple),
    conditions=few(st.builds(Marked, spans().map(lambda span: (span,)), NAMES), 3).map(tuple),
    actors=few(st.tuples(NAMES, st.sampled_from(ActorKind))).map(tuple),
    positions=few(st.tuples(NAMES, ISSUES, STANCES)).map(frozenset),
    published=st.none() | RANGES,
)


def line(coding: Coding) -> dict[str, Any]:
    """What `standpunt export --format evaluation` would write of it."""
    shown: dict[str, Any] = {
        "file": "brug.txt",
        "statements": [{"content": each.spans, "speaker": each.label or None} for each in coding.statements],
        "times": [{"span": each.spans[0], "value": each.label} for each in coding.times],
        "actors": [{"name": name, "kind": kind} for name, kind in coding.actors],
        "positions": [
            dict(zip(("actor", "issue", "stance"), each, strict=True)) for each in coding.positions
        ],
        "conditions": [{"actor": each.label, "span": each.spans[0]} for each in coding.conditions],
    }
    if coding.published:
        shown["published"] = {
            "earliest": str(coding.published.first),
            "latest": str(coding.published.last),
        }
    return shown


@pytest.fixture(scope="module")
def score() -> Any:
    return reference.scorer()


@settings(max_examples=100, deadline=None)
@given(golds(), CODINGS)
def test_the_same_figures_and_errors(score: Any, document: dict[str, Any], found: Coding) -> None:
    gold = own.parse(
        yaml.safe_dump(document, allow_unicode=True, sort_keys=False), "brug.yaml", lambda file: TEXT
    )
    report = Report((compare(gold, found),))
    theirs = score.score({"brug.txt": (document, TEXT)}, {"brug.txt": line(found)})
    assert report.total.as_json() == theirs["total"]
    assert {file: scores.as_json() for file, scores in report.articles.items()} == theirs["articles"]
    errors = [each for each in report.differences if each.figure == "statements"]
    assert sorted((each.error, each.label, each.text) for each in errors) == sorted(
        (each["error"], each["speaker"] or "", each["text"]) for each in theirs["errors"]
    )


@pytest.mark.parametrize(
    "written", ["2025-02-14", "2024-02", "2025", "2024-12-13/2025", "2025-01/2025-02-03"]
)
def test_the_same_days(score: Any, written: str) -> None:
    covered = own.days(written)
    assert (covered.first, covered.last) == score.days(written)


@pytest.mark.parametrize("word", ["nu", "nu@2", "minuut", "a@b.nl"])
def test_the_same_places(score: Any, word: str) -> None:
    text = "minuut nu en nu, a@b.nl schrijft"
    assert own.locate(text, word) == score.locate(text, word)
