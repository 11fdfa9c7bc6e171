"""Nasty text: what is said where that is clear, and for the rest that nothing breaks, no span leaves the text, no
content holds its own cue, and twice the text costs about twice the work."""

import sys
from collections.abc import Callable
from dataclasses import replace
from types import FrameType
from typing import Any

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from prose import analysis, article, model, statements, told
from standpunt import dossier, registry
from standpunt.language import analyse
from standpunt.model import Article, Reading, Span, Statement
from standpunt.reading import interpret, read
from standpunt.reading.statements import find

CLEAR = [
    ('"Dat kan niet",zegt Jansen.', [("Dat kan niet", "Jansen")]),
    ('Jansen zegt:"Dat kan niet."', [("Dat kan niet.", "Jansen")]),
    ('- Jansen: "Ja."\n- De Boer: "Nee."', [("Ja.", "Jansen"), ("Nee.", "De Boer")]),
    # marks: nested, unbalanced, mixed, glued
    ("\"Zij zei: 'Dat kan niet'\", zegt Jansen.", [("Zij zei: 'Dat kan niet'", "Jansen")]),
    ("“Hij zei ‘nee’ tegen mij”, vertelt Jansen.", [("Hij zei ‘nee’ tegen mij", "Jansen")]),
    ('"Ik zei: "nee"", zegt Jansen.', [('Ik zei: "nee"', "Jansen")]),
    ("Jansen zei: \"Dat kan 's avonds niet.", [("Dat kan 's avonds niet.", "Jansen")]),
    ('"Dat kan niet"zei Jansen.', [("Dat kan niet", "Jansen")]),
    ("„Dat kan niet, zegt Jansen”, zegt De Boer.", [("Dat kan niet, zegt Jansen", "De Boer")]),
    ("Jansen zegt dat “het kan’.", [("het kan", "Jansen")]),
    # marks that are missing, apart, or of two kinds
    ('De minister zei : " Dat kan niet " .', [("Dat kan niet", "De minister")]),
    ("„Dat kan niet, zei Jansen.", [("Dat kan niet", "Jansen")]),
    (",,Dat kan niet, aldus Jansen.", [("Dat kan niet", "Jansen")]),
    (
        "\"Dat kan niet'', vindt Jansen. ''Het mag ook niet.''",
        [("Dat kan niet", "Jansen"), ("Het mag ook niet.", "")],
    ),
    ("Jansen zegt dat het 5' 10\" lang is.", [("het 5' 10\" lang is", "Jansen")]),
    # apostrophes that are no marks
    ("Zo'n plan is er niet, zegt Jansen.", [("Zo'n plan is er niet", "Jansen")]),
    ("'s Avonds zegt Jansen dat het kan.", [("het kan", "Jansen")]),
    ("'Het kan', zegt 'ie.", [("Het kan", "ie")]),
    # signs
    ('"Dat kan niet 👩‍👩‍👧", zegt Jansen.', [("Dat kan niet 👩‍👩‍👧", "Jansen")]),
    ("Jansen\xa0zegt dat het\xa0kan.", [("het\xa0kan", "Jansen")]),
    ("De minister zegt\tdat het kan.", [("het kan", "De minister")]),
    ("Jansen zegt dat het kan...", [("het kan...", "Jansen")]),
    # repeated and stacked cues
    (
        "Jansen zegt dat De Boer zegt dat Smit zegt dat het regent.",
        [
            ("De Boer zegt dat Smit zegt dat het regent", "Jansen"),
            ("Smit zegt dat het regent", "De Boer"),
            ("het regent", "Smit"),
        ],
    ),
    ('"Is dat zo?" vraagt Jansen. "Ja!" roept De Boer.', [("Is dat zo?", "Jansen"), ("Ja!", "De Boer")]),
    # lists, capitals, no punctuation
    (
        "1. Jansen zegt dat het kan. 2. De Boer zegt dat het niet kan.",
        [("het kan", "Jansen"), ("het niet kan", "De Boer")],
    ),
    ("de minister zegt dat het niet kan", [("het niet kan", "de minister")]),
    ('"DAT KAN NIET", ZEGT JANSEN.', [("DAT KAN NIET", "JANSEN")]),
]

NOTHING = [
    "", '""', '" "', "“”", '","', '"," zegt Jansen.', "zegt dat", "Jansen zegt dat.", "Volgens.", "Aldus",
    "Zegt zegt zegt.", "De foto's en 't huis van Lukas' broer zijn weg.", 'Het heet "de groene golf".',
    "Rock-'n-roll uit de jaren '60 en '70.", "Het plankje is 5' 10\" lang.",
]  # fmt: skip

NOT_YET = [
    ('\u200f"Dat kan niet"\u200f, zegt Jansen.', [("Dat kan niet", "Jansen")]),
    ("DE MINISTER ZEGT DAT HET NIET KAN.", [("HET NIET KAN", "DE MINISTER")]),
    (
        '"A", zegt Jansen, "B", zegt De Boer, "C".',
        [("A", "Jansen"), ("B … C", "De Boer")],
    ),
]
"""What a reader would find and Standpunt does not."""

STRANGE = [
    '"" "" "', "\"'\"'\"'", "„“”«»‘’´`", ",,,,'''' ,,zegt''", "»Nee«, zegt »Jansen", "zegt, zegt, zegt, zegt",
    "Jansen zegt zegt dat dat het kan kan.", "(zegt (Jansen (zegt (dat) het) kan)).",
    "\u200f\u202b\"Nee\"\u202c zegt X",
    "Jan\u00adsen ze\u00adgt dat het kan.", "😀😀😀 zegt 😀 dat 😀.", "a\u0301a\u0301 zegt dat e\u0301e\u0301n kan.",
    "\ufeffJansen zegt dat het kan.", "Volgens volgens volgens Jansen aldus aldus.", "zegt\n\ndat\n\nhet kan",
    "\"Ja\n\n\"Nee\n\n\"Wel", "… … …", "- - -\n* zegt *\n• dat", "zegt: zegt: zegt: \"zegt\"",
    "Dat zegt hij. Dat zegt zij.",
    "Aldus Jansen aldus De Boer, aldus Smit.", "http://zegt.example/dat?volgens=jansen", "@jansen zegt #dat het kan",
    "Jansen (47) (zegt) [dat] {het} <kan>.", "JANSEN:NEE", "Hij zegt dat ze zegt dat hij zegt dat ze \"nee\" zegt.",
    "\x00zegt\x00 dat \x01", "Zegt Jansen dat? Zegt Jansen: dat! Zegt Jansen, \"dat",
    "\u2028zegt Jansen\u2029dat het kan",
]  # fmt: skip

Shape = Callable[[int], str]
SHAPES: dict[str, Shape] = {
    "quotations and cues, a sentence each": lambda n: '"Dat kan niet", zei Jansen. ' * n,
    "paragraphs": lambda n: "Jansen zegt dat het regent.\n" * n,
    "sentences without anybody": lambda n: "De brug is dicht. " * n,
    "a sentence without end": lambda n: "de brug in de stad en " * n + "is dicht, zegt Jansen.",
    "infinitives": lambda n: "Jansen belooft " + "om te proberen " * n + ".",
    "brackets": lambda n: "De man (" * n + "zegt dat het kan" + ")" * n,
    "marks that close nothing": lambda n: '" ' * n,
    "marks that open only": lambda n: "„x " * n,
    "capitals": lambda n: "DE MINISTER ZEGT DAT HET KAN. " * n,
}


def check(text: str) -> Reading:
    """Reads a text and sees to it that all spans are sound."""
    whole, reading = Span(0, len(text)), interpret(analysis(text))
    for each in reading.statements:
        assert each.content
        assert all(whole.contains(piece) and piece.of(text).strip() for piece in each.content)
        assert all(a.end <= b.start for a, b in zip(each.content, each.content[1:], strict=False))
        assert each.cue is None or not any(piece.overlaps(each.cue) for piece in each.content)
        assert each.source is None or whole.contains(each.source)
        assert all(at is None or at < len(reading.chains) for at in (each.speaker, each.via))
        assert 0 <= each.confidence <= 1
    assert msgspec.json.decode(msgspec.json.encode(reading), type=Reading) == reading
    return reading


@pytest.mark.parametrize(("text", "expected"), CLEAR)
def test_what_is_clear_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected
    check(text)


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_said(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(("text", "expected"), NOT_YET)
@pytest.mark.xfail(reason="known to be weak; see docs/attribution.md", strict=True)
def test_what_a_reader_would_find(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", [*STRANGE, *(text for text, _ in NOT_YET)])
def test_no_sentence_is_too_strange(text: str) -> None:
    """Also not twice, glued to itself, or in capitals."""
    for each in (text, f"{text}\n{text}", text + text, text.upper(), text[::-1]):
        check(each)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*STRANGE, *NOTHING, *(t for t, _ in CLEAR)]), min_size=2, max_size=5))
@example(['"" "" "', "", '"" "" "'])
def test_strange_sentences_in_any_order(texts: list[str]) -> None:
    check(" ".join(texts))


def test_as_many_statements_as_there_are() -> None:
    """Each of a long row is found, whether in one paragraph or in many."""
    for between in (" ", "\n"):
        for said in (
            '"Dat kan niet", zei Jansen.',
            "Jansen zegt dat het regent.",
            "Volgens Jansen regent het.",
        ):
            found = statements(between.join([said] * 60))
            assert len(found) == 60
            assert {speaker for _, speaker in found} == {"Jansen"}


def test_thousands_of_quotation_marks() -> None:
    for mark in ('"', "'", "„", "‘", "« ", '"" ', "\"'"):
        assert check(mark * 1000).statements == ()
    assert len(check('"Nee." ' * 300).statements) == 300


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_twice_the_text_is_about_twice_the_work(shape: Shape) -> None:
    """Lines run by the rules, not seconds: the same on every machine. Four times would be quadratic."""
    assert lines_run(shape(80)) < 3 * lines_run(shape(40))


def lines_run(text: str) -> int:
    """How many lines of the package it takes to find the attributions of a text, the parser left out."""
    analysed, count = analysis(text), 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        if "standpunt" not in frame.f_code.co_filename:
            return None
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        find(analysed)
    finally:
        sys.settrace(before)
    return count


STORY = 'Minister Anna de Wit zegt dat er geen geld is. "We gaan door", zei ze vrijdag. Volgens Jansen kan dat niet.'
NEIGHBOURS = [
    "De club uit Veendijk won met 3-0. Trainer Kees Smit noemde het een verdiende zege.",
    '"We gaan door", zei Pieter de Wit. De minister zegt dat er geld is.',
    "Jansen zegt dat het regent.",
]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from([*NEIGHBOURS, *STRANGE]), max_size=4, unique=True))
def test_a_neighbour_changes_nothing_that_an_article_says(others: list[str]) -> None:
    """Neither in the reading nor in the dossier, whatever stands beside it and in whatever order."""
    alone = _statements([STORY])
    assert alone
    assert _statements([STORY, *others]) == alone
    assert _statements([*others, STORY]) == alone


def _statements(texts: list[str]) -> tuple[tuple[Statement, str | None], ...]:
    """What the story says, with the names of its speakers in a dossier of these articles, read together."""
    articles = [_article(at, text) for at, text in enumerate(sorted(texts, key=lambda text: text != STORY))]
    if texts[0] != STORY:
        articles.reverse()
    readings = [(each.article, interpret(each)) for each in analyse(articles, model())]
    made = dossier.assemble(readings, registry.load())
    story = next(each for each in made.articles if each.article.text == STORY)
    assert story.reading == read(story.article, model())
    names = {actor.id: actor.name for actor in made.actors}
    return tuple(
        (said, None if said.speaker is None else names[story.actors[said.speaker]])
        for said in story.reading.statements
    )


def _article(number: int, text: str) -> Article:
    return replace(article(text), id=f"{number}", text_hash=f"{number}")
