"""Whom a description means: `de Antwerpse burgervader`, `zijn Duitse collega`, `de Belg`, `laatstgenoemde`, `de twee
ministers`. Each link has its reason; who stays unknown says so, with the candidates."""

import pytest

from prose import analysis
from standpunt import registry
from standpunt.model import Reason
from standpunt.reading import mentions, statements


def links(text: str) -> dict[str, tuple[str, str]]:
    """For each phrase of a text the name of whom it means, empty for nobody, and the rule."""
    read = analysis(text)
    listed, chains = mentions.find(read, registry.load(), statements.sources(statements.find(read)))
    return {m.span.of(text): ("" if m.chain is None else chains[m.chain].name, m.reason.rule) for m in listed}


LAST, COLLEAGUE, ORIGIN = "last one of this role", "colleague", "called by where he is from"
COUNTED = "as many as were named in this role"
MEANT = [
    ("Burgemeester Bart De Wever van Antwerpen kwam langs. De Antwerpse burgervader zei niets.",
     "De Antwerpse burgervader", "Bart De Wever", LAST),
    ("Burgemeester Anouk Hofstra kwam langs. De Zwolse burgemeester zei niets.",
     "De Zwolse burgemeester", "Anouk Hofstra", LAST),
    ("De Duitse minister van Defensie Boris Pistorius kwam langs. Minister Brekelmans sprak zijn Duitse collega.",
     "zijn Duitse collega", "Boris Pistorius", COLLEAGUE),
    ("Minister Brekelmans van Defensie sprak zijn Duitse ambtgenoot. De Duitse minister Boris Pistorius was blij.",
     "zijn Duitse ambtgenoot", "Boris Pistorius", COLLEAGUE),
    ("Hans Hofstra scoorde. De Belg was blij.", "De Belg", "Hans Hofstra", ORIGIN),
    ("De Franse trainer Luc Hofstra zweeg. Spits Bert Tolsma ook. De Fransman was boos.",
     "De Fransman", "Luc Hofstra", ORIGIN),
    ("Directeur Anouk Hofstra sprak wethouder Bert Tolsma. Laatstgenoemde vindt dat het kan.",
     "Laatstgenoemde", "Bert Tolsma", "laatstgenoemde, as named"),
    ("Directeur Anouk Hofstra sprak wethouder Bert Tolsma. Eerstgenoemde vindt dat het kan.",
     "Eerstgenoemde", "Anouk Hofstra", "eerstgenoemde, as named"),
    ("Minister Brekelmans en minister Van Weel kwamen langs. De twee ministers zeiden niets.",
     "De twee ministers", "Ruben Brekelmans en David van Weel", COUNTED),
    ("VVD en D66 willen een ander plan. Beide partijen zijn boos.", "Beide partijen", "VVD en D66", COUNTED),
    ("Frankrijk sprak met Duitsland. De twee landen zwegen.", "De twee landen", "Frankrijk en Duitsland", COUNTED),
    ("De Belgische trainer Hans Hofstra scoorde. De nuchtere Belg bleef.", "De nuchtere Belg", "Hans Hofstra", ORIGIN),
    ("VVD en D66 willen een ander plan. De liberalen zijn boos.", "De liberalen", "VVD", "called by its colour"),
    ("Tinne Hofstra (Groen) aarzelt. De groenen willen dat niet.", "De groenen", "Groen", "called by its colour"),
    ("Minister Brekelmans aarzelt. Zijn opvolger, Bert Tolsma (VVD), ziet dat anders.",
     "Zijn opvolger, Bert Tolsma (VVD)", "Bert Tolsma", "full name"),
    ("NAVO-baas Jens Stoltenberg zweeg. De secretaris-generaal van het bondgenootschap vertrok.",
     "De secretaris-generaal van het bondgenootschap", "Jens Stoltenberg", "last one of this role"),
    ("Brekelmans kwam langs. De minister zei niets.", "De minister", "Ruben Brekelmans", "last one of this role"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name", "rule"), MEANT)
def test_a_description_means_who_fits_it(text: str, words: str, name: str, rule: str) -> None:
    assert links(text)[words] == (name, rule)


NOT_MEANT = [
    ("Burgemeester Anouk Hofstra van Zwolle kwam langs. De Gentse burgemeester zei niets.",
     "De Gentse burgemeester", "Gentse burgemeester"),
    ("De Franse minister van Defensie kwam langs. Minister Brekelmans van Defensie sprak zijn Duitse collega.",
     "zijn Duitse collega", "Duitse collega"),
    ("De Franse trainer Luc Hofstra zweeg. De Belg was boos.", "De Belg", "Belg"),
    ("Minister Brekelmans kwam langs. De twee ministers zeiden niets.", "De twee ministers", "ministers"),
    ("Minister Brekelmans en minister Van Weel kwamen langs. Twee ministers zeiden niets.",
     "Twee ministers", "ministers"),
    ("VVD, D66 en CDA willen een ander plan. Beide partijen zijn boos.", "Beide partijen", "beide partijen"),
    ("De VVD en de Open Vld willen een ander plan. De liberalen zijn boos.", "De liberalen", "liberalen"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name"), NOT_MEANT)
def test_who_does_not_fit_stays_apart(text: str, words: str, name: str) -> None:
    assert links(text)[words][0] == name


def reason(text: str, words: str) -> Reason:
    listed, _ = mentions.find(analysis(text), registry.load())
    return next(m.reason for m in listed if m.span.of(text) == words)


def test_a_link_tells_who_else_fitted() -> None:
    text = "Minister Brekelmans sprak minister Van Weel. De minister zei niets."
    assert set(reason(text, "De minister").candidates) == {"Ruben Brekelmans", "David van Weel"}


def test_who_cannot_be_counted_stays_open_with_the_candidates() -> None:
    text = "Minister Brekelmans kwam langs. De twee ministers zeiden niets."
    assert reason(text, "De twee ministers").candidates == ("Ruben Brekelmans",)


def test_a_colleague_who_is_not_named_has_the_office_so_that_the_date_can_tell() -> None:
    text = "Minister Brekelmans van Defensie sprak zijn Duitse collega."
    _, chains = mentions.find(analysis(text), registry.load())
    assert [chain.role for chain in chains if chain.name == "Duitse collega"] == [
        "Duitse minister van Defensie"
    ]
