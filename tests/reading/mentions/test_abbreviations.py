"""What stands in brackets tells which words before it are one name."""

import pytest

from prose import analysis
from standpunt import registry
from standpunt.reading import mentions
from standpunt.reading.mentions import abbreviations
from standpunt.reading.mentions.context import Context

TOLD = [
    ("Dat zegt het Nationaal Museum van Duinkunde (NMD) in Zwolle.", "Nationaal Museum van Duinkunde", "NMD"),
    ("Land- en Duinbouwbond Salland (LDB Salland) is boos.", "Land- en Duinbouwbond Salland", "LDB"),
    ("Het Nederlands Agrarisch Duinverbond (NAD) is boos.", "Nederlands Agrarisch Duinverbond", "NAD"),
    ("De Raad voor de Duinen (RvD) is boos.", "Raad voor de Duinen", "RvD"),
    ("De lage-emissiezone (LEZ) blijft.", "lage-emissiezone", "LEZ"),
]


@pytest.mark.parametrize(("text", "words", "short"), TOLD)
def test_the_words_before_the_brackets_that_are_short_for_them(text: str, words: str, short: str) -> None:
    context = Context(analysis(text), registry.load(), ())
    (found,) = abbreviations.find(context)
    assert (context.text(found.first, found.last), found.short) == (words, short)


NOTHING = [
    "Dat zei Joost Hofstra (VVD) woensdag.",
    "Anne Vos van den Dijk (VVD) is boos.",
    "Het rapport (2024) is klaar.",
    "De minister (of wie er dan zit) beslist.",
    "Van die tweede ronde willen gemeenten (VDG) af.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_a_party_a_year_and_an_aside_are_short_for_nothing(text: str) -> None:
    assert not list(abbreviations.find(Context(analysis(text), registry.load(), ())))


def test_a_name_and_its_abbreviation_are_one() -> None:
    text = "De Land- en Duinbouwbond Nederland (LDB) is boos. LDB wil een ander plan."
    assert [c.name for c in mentions.find(analysis(text), registry.load())[1] if c.acts] == [
        "Land- en Duinbouwbond Nederland"
    ]


def test_what_is_short_for_a_thing_is_no_actor() -> None:
    text = "De lage-emissiezone (LEZ) in Antwerpen blijft. De LEZ moet de lucht schoner maken."
    assert not [c.name for c in mentions.find(analysis(text), registry.load())[1] if c.acts]
