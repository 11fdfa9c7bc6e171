"""Which text followed which, and what became of the sentences of an article."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom import article, read
from standpunt.dossier.revisions import Change, Difference, Given, differences, followed
from standpunt.model import Article, Version

LONG = " ".join(f"Zin {at} vertelt iets over de dijk en over het geld dat er niet is." for at in range(9))


def record(text: str, line: int = 0, url: str = "", source: str = "krant.jsonl") -> Article:
    """The article of a line of a file of many; of a file of its own for line 0."""
    return replace(article(text, source, f"regel {line}" if line else ""), url=url)


def pairs(gone: Sequence[Article], come: Sequence[Article]) -> dict[int, int]:
    """Which of the first was followed by which of the second."""
    found = followed([Given("", each) for each in gone], [Given("", each) for each in come])
    ours, theirs = [each.id for each in gone], [each.id for each in come]
    return {ours.index(old): theirs.index(new) for old, new in found.items()}


@pytest.mark.parametrize(
    ("gone", "come", "expected"),
    [
        pytest.param(
            [record("Kop\n\nEen tekst.")], [record("Andere kop\n\nIets heel anders.")], {0: 0}, id="a file of its own"
        ),
        pytest.param(
            [record("Een.", 1, "https://krant/1"), record("Twee.", 2, "https://krant/2")],
            [record("Nieuw.", 1, "https://krant/3"), record("Een!", 2, "https://krant/1")],
            {0: 1},
            id="the same address at another line",
        ),
        pytest.param(
            [record("Een.", 1), record("Twee.", 2)],
            [record("Nieuw.", 1), record("Een.", 2), record("Twee.", 3)],
            {0: 1, 1: 2},
            id="what moved a line",
        ),
        pytest.param(
            [record(f"Kop\n\n{LONG}", 4)], [record(f"Kop\n\n{LONG} En nog iets.", 9)], {0: 0}, id="the same title"
        ),
        pytest.param(
            [record(f"Kop\n\n{LONG}", 4)], [record(f"Beter\n\n{LONG} En nog iets.", 4)], {0: 0}, id="the same line"
        ),
        pytest.param([record("Kort nieuws\n\nEen.", 4)], [record("Kort nieuws\n\nTwee.", 4)], {}, id="standing title"),
        pytest.param(
            [record("Een.", 0, "https://krant/1")], [record("Een!", 0, "https://krant/2")], {}, id="another address"
        ),
        pytest.param(
            [record("Een.", 1, "https://krant/"), record("Twee.", 2, "https://krant/")],
            [record("Drie.", 3, "https://krant/")],
            {},
            id="an address that is that of the paper",
        ),
        pytest.param(
            [record("Een.", source="a.txt")], [record("Een!", source="b.txt")], {}, id="another file"
        ),
    ],
)  # fmt: skip
def test_an_article_that_was_changed_is_known_again(
    gone: list[Article], come: list[Article], expected: dict[int, int]
) -> None:
    assert pairs(gone, come) == expected


def test_sources_of_one_name_are_told_apart() -> None:
    old, new = record("Een."), record("Een!")
    assert followed([Given("a", old)], [Given("b", new)]) == {}


# ---------------------------------------------------------------------------------------------- differences


def version(text: str) -> Version:
    told = article(text)
    return Version(0, told, read(told))


def told(before: str, after: str) -> list[tuple[str, ...]]:
    """Each difference: what became of the sentence, and its two texts, where there are two."""
    old, new = version(before), version(after)
    return [(each.change.value, *_sentences(each, old, new)) for each in differences(old, new)]


def _sentences(each: Difference, old: Version, new: Version) -> list[str]:
    sides = ((each.before, old), (each.after, new))
    return [span.of(side.article.text).strip() for span, side in sides if span]


OLD = 'De dijk\n\nHet regent. "Ik sluit niets uit", zei Anna Hoek. De raad vergadert morgen.'


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (OLD, []),
        (OLD.replace('"', "”"), []),
        (OLD.replace(" De raad", "\nDe  raad"), []),
        ('De dijk\n\n"Ik sluit niets uit", zei Anna Hoek. De raad vergadert morgen. Het regent.', []),
        (f"{OLD} Er is koffie.", [("added", "Er is koffie.")]),
        (OLD.replace("Het regent. ", ""), [("withdrawn", "Het regent.")]),
        (
            OLD.replace("niets uit", "alles uit"),
            [("reworded", '"Ik sluit niets uit", zei Anna Hoek.', '"Ik sluit alles uit", zei Anna Hoek.')],
        ),
        (OLD.replace("De dijk", "De duinen in"), [("withdrawn", "De dijk"), ("added", "De duinen in")]),
        (OLD.replace("Het regent", "Het, regent"), [("reworded", "Het regent.", "Het, regent.")]),
    ],
    ids=["the same", "marks", "layout", "moved", "added", "withdrawn", "reworded", "headline", "punctuation"],
)
def test_sentences_are_set_side_by_side(after: str, expected: list[tuple[str, ...]]) -> None:
    assert told(OLD, after) == expected


def test_the_words_that_differ_are_shown_and_who_says_them() -> None:
    old, new = version(OLD), version(OLD.replace("niets uit", "alles uit").replace("zei Anna", "zei Bram"))
    (found,) = differences(old, new)
    assert [span.of(old.article.text) for span in found.lost] == ["niets", "Anna"]
    assert [span.of(new.article.text) for span in found.gained] == ["alles", "Bram"]
    assert (found.said_before, found.said_after) == ((0,), (0,))


def test_words_that_somebody_else_is_said_to_say() -> None:
    """Their sentence is the same: a sentence before it names another one."""
    old, new = version('"Onzin", zei Anna Hoek.'), version('"Onzin", zei Anna Hoek.')
    chain = replace(new.reading.chains[0], name="Bram Veenstra")
    other = replace(new, reading=replace(new.reading, chains=(chain,)))
    assert [each.change for each in differences(old, other)] == [Change.SPEAKER]
    fuller = replace(new, reading=replace(new.reading, chains=(replace(chain, name="Anna van der Hoek"),)))
    assert differences(old, fuller) == (), "a fuller name is no other one"


SENTENCES = [f'"Ik zeg {at} keer {word}", zei Anna Hoek.' for at in range(3) for word in ("ja", "nee", "wie")]

TEXT = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8)


@settings(max_examples=150, deadline=None)
@given(before=TEXT, after=TEXT)
def test_every_sentence_is_accounted_for(before: list[str], after: list[str]) -> None:
    """What stayed of one text, with what came, is the other; and the way back is as long."""
    found = told(" ".join(before), " ".join(after))
    gone = [each[1] for each in found if each[0] != "added"]
    come = [each[-1] for each in found if each[0] != "withdrawn"]
    for each in {*before, *after}:
        assert before.count(each) - gone.count(each) == after.count(each) - come.count(each)
    back = Counter(each[0] for each in told(" ".join(after), " ".join(before)))
    there = Counter(each[0] for each in found)
    assert (back["added"], back["withdrawn"], back["reworded"]) == (
        there["withdrawn"], there["added"], there["reworded"],
    )  # fmt: skip
