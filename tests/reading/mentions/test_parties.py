"""Parties that no registry has: the article calls them so, and its people belong to them."""

import pytest

from prose import analysis
from standpunt import registry
from standpunt.model import ActorKind, Chain
from standpunt.reading import mentions


def chains(text: str) -> dict[str, Chain]:
    return {chain.name: chain for chain in mentions.find(analysis(text), registry.load())[1]}


CALLED = [
    ("Oppositiepartij Behoud Duinoog wil een referendum.", "Behoud Duinoog"),
    ("De lokale partij Duinbelang stemde tegen.", "Duinbelang"),
    ("Coalitiepartijen VVD, D66 en Lokaal Helder willen dat niet.", "Lokaal Helder"),
    ("De fractie van Lokaal Helder stemde tegen.", "Lokaal Helder"),
    ("Lijsttrekker Bert Tolsma van Duinbelang zegt dat het kan.", "Duinbelang"),
    ("Dat zei de fractievoorzitter van Duinbelang.", "Duinbelang"),
    ("CDA, D66 en Duinbelang stemden voor.", "Duinbelang"),
    ("Leefbaar Duinoog stemde tegen.", "Leefbaar Duinoog"),
    ("De Ouderenpartij Zwolle stemde tegen.", "Ouderenpartij Zwolle"),
    ("Volgens Bert Tolsma van de Lokale partij kan het. Zijn partij wil dat.", "Lokale partij"),
]


@pytest.mark.parametrize(("text", "name"), CALLED)
def test_what_the_article_calls_a_party_is_one(text: str, name: str) -> None:
    assert chains(text)[name].kind is ActorKind.PARTY


def test_a_party_is_one_wherever_it_stands() -> None:
    text = "Behoud Duinoog wil een referendum. Fractievoorzitter Anouk Hofstra van Behoud Duinoog is boos."
    found = chains(text)
    assert found["Behoud Duinoog"].kind is ActorKind.PARTY
    assert len(found["Behoud Duinoog"].mentions) == 2


MEMBERS = [
    ("Fractievoorzitter Anouk Hofstra van Duinbelang is boos.", "Anouk Hofstra", "Duinbelang"),
    # a local list whose name ends in that of a party
    ("Raadslid Anouk Hofstra (Samen Vooruit) is boos.", "Anouk Hofstra", "Samen Vooruit"),
    ("Raadslid Anouk Hofstra (Open Vld) is boos.", "Anouk Hofstra", "Open Vld"),
    ("Raadslid Anouk Hofstra van de Vrije Liberalen is boos.", "Anouk Hofstra", "Vrije Liberalen"),
    ("Wethouder Anouk Hofstra (Duinbelang) is boos.", "Anouk Hofstra", "Duinbelang"),
    ("Minister Anouk Hofstra (Wonen, D66) is boos.", "Anouk Hofstra", "D66"),
    ("Anouk Hofstra (VVD) is boos. Bert Tolsma (Duinbelang) niet.", "Bert Tolsma", "Duinbelang"),
]


@pytest.mark.parametrize(("text", "name", "party"), MEMBERS)
def test_who_speaks_for_a_party_is_of_it(text: str, name: str, party: str) -> None:
    assert chains(text)[name].party == party


NO_PARTIES = [
    "Raadslid Anouk Hofstra van Zwolle is boos.",
    "Raadslid Anouk Hofstra van Duinoog is boos. In Duinoog is het stil.",
    "Anouk Hofstra (Duinoog) won de wedstrijd.",
    "De fractie van Hofstra stemde tegen.",
    "Staatssecretaris Anouk Hofstra (Asielzaken) zei dat het kan.",
    "Minister Anouk Hofstra (Langdurige Zorg) zei dat het kan.",
    "Wethouder Anouk Hofstra (Wonen) zei dat het kan.",
    "De Zweedse partij wil dat niet.",
    "Kamerlid Anouk Hofstra van de Tweede Kamer is boos.",
]


@pytest.mark.parametrize("text", NO_PARTIES)
def test_a_place_a_person_and_a_parliament_are_no_parties(text: str) -> None:
    found = chains(text)
    assert not any(chain.kind is ActorKind.PARTY or chain.party for chain in found.values())


def test_who_has_a_party_in_brackets_is_none_in_a_list() -> None:
    found = chains("VVD, D66 en Hofstra (CU) waren tegen.")
    assert (found["Hofstra"].kind, found["Hofstra"].party) == (ActorKind.PERSON, "ChristenUnie")


def test_the_town_behind_an_office_is_no_surname() -> None:
    text = (
        "Wethouder Duinoog wil geen tunnel. Een tunnel naar Duinoog is te duur, zegt wethouder Bert Tolsma. "
        "Het gemeentebestuur van Duinoog ziet dat anders."
    )
    assert {chain.name for chain in chains(text).values() if chain.acts} == {
        "Bert Tolsma",
        "gemeentebestuur van Duinoog",
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("De Staten stemmen vandaag.", "Staten"),
        ("Provinciale Staten stemmen vandaag. De Staten willen dat.", "Provinciale Staten"),
    ],
)
def test_the_staten_of_a_province_are_one_body(text: str, name: str) -> None:
    assert chains(text)[name].identity == "organisatie:provinciale-staten"


def test_other_staten_are_not_those_of_a_province() -> None:
    assert not any(chain.identity for chain in chains("De Baltische Staten willen dat niet.").values())
