"""Which ways to write a name are the same name."""

import pytest

from evaluation import story
from standpunt.evaluation.coding import Coding
from standpunt.evaluation.names import Addition, Names, additions, plain
from standpunt.model import ActorKind

NAMES = Names(story.gold().coding)
WORDS = [(word, entry) for group in ("before", "ending") for word, entry in additions()[group].items()]
PARTICLES = list(additions()["particle"].items())


@pytest.mark.parametrize(("word", "entry"), WORDS, ids=[word for word, _ in WORDS])
def test_a_word_before_a_name_is_no_part_of_it(word: str, entry: Addition) -> None:
    assert word in entry.example.casefold()
    assert plain(entry.example) == plain(entry.bare)
    if entry.counterexample:
        assert word in plain(entry.counterexample)


@pytest.mark.parametrize(("word", "entry"), PARTICLES, ids=[word for word, _ in PARTICLES])
def test_a_surname_is_the_same_without_its_particles(word: str, entry: Addition) -> None:
    names = Names(Coding(actors=((entry.example, ActorKind.PERSON),)))
    assert word in entry.example.split()
    assert names.same(entry.bare, entry.example)
    assert names.same(entry.example.partition(" ")[2], entry.example)


@pytest.mark.parametrize(
    "written",
    [
        "Anna de Wit",
        "ánna DE wit",
        "De Wit",
        "Wit",
        "minister De Wit",
        "defensieminister Anna de Wit",
        "mevr. De Wit",
    ],
)
def test_ways_to_write_a_name(written: str) -> None:
    assert NAMES.same(written, "Anna de Wit")


@pytest.mark.parametrize("written", ["Anna", "Jan de Wit", "de minister", "", "Wit Anna de"])
def test_this_is_not_that_name(written: str) -> None:
    assert not NAMES.same(written, "Anna de Wit")


def test_an_alias_is_as_good_as_the_name() -> None:
    assert NAMES.same("de Noord-Atlantische Verdragsorganisatie", "NAVO")


def test_a_surname_that_two_have_is_nobodys() -> None:
    names = Names(Coding(actors=(("Anna de Wit", ActorKind.PERSON), ("Bea de Wit", ActorKind.PERSON))))
    assert not names.same("De Wit", "Anna de Wit")
    assert not names.same("De Wit", "Bea de Wit")


def test_only_people_have_surnames() -> None:
    names = Names(Coding(actors=(("Tweede Kamer", ActorKind.ORGANISATION),)))
    assert not names.same("Kamer", "Tweede Kamer")
