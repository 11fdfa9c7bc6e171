"""Whose an attitude is where names stand in a list, with brackets, or behind `zoals`."""

import pytest

from prose import analysis
from standpunt.reading import interpret


def holders(text: str) -> dict[str, str]:
    reading = interpret(analysis(text))
    return {
        reading.chains[each.holder].name: each.stance.value
        for each in reading.attitudes
        if each.holder is not None and each.why.rule != "deed"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Het plan kreeg steun van VVD, Volt en zelfs de SP.", {"VVD", "Volt", "SP"}),
        ("De VVD, D66 en ook de PvdA steunen het plan.", {"VVD", "D66", "PvdA"}),
        ("De motie werd gesteund door de SP, de PvdA en het CDA.", {"SP", "PvdA", "CDA"}),
        ("De oppositie van MR, N-VA en Vooruit steunde de eisen.", {"MR", "N-VA", "Vooruit"}),
        ("Zowel de VVD als D66 steunt het plan.", {"VVD", "D66"}),
        ("Partijen zoals VVD en D66 steunen het plan.", {"VVD", "D66"}),
        ("De coalitiepartijen (VVD, D66) steunen het plan.", {"VVD", "D66"}),
        ("Een meerderheid (CDA, SP, VVD) steunt het plan.", {"CDA", "SP", "VVD"}),
        # the party of a person is no member of the list
        ("Piet Jansen (VVD) en Els de Wit (D66) steunen het plan.", {"Piet Jansen", "Els de Wit"}),
        ("Minister Smeets (D66, Onderwijs) steunt het plan.", {"Smeets"}),
        # those who are with somebody
        ("Hongarije stemde, net zoals Polen, tegen het plan.", {"Hongarije", "Polen"}),
        ("D66 steunt, evenals de PvdA, het plan.", {"D66", "PvdA"}),
        # an `en` between clauses, and commas without one
        ("De VVD volgde Volt, en D66 steunt het plan.", {"D66"}),
        ("In het debat met de VVD, D66, Volt wil de tunnel.", {"Volt"}),
        ("Een club als Volt is geen voorstander van het plan.", {"Volt"}),
    ],
)
def test_each_of_a_list_holds_it(text: str, expected: set[str]) -> None:
    assert set(holders(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een woordvoerder van de NS steunt het plan.", "NS"),
        ('De NS vergaderde. Een woordvoerder zegt: "Wij steunen het plan."', "NS"),
        ("De fractie van de VVD steunt het plan.", "VVD"),
        ("De VVD vergaderde. De VVD-fractie steunt het plan.", "VVD"),
        # nobody that is named, and who has a name of his own
        ("De fractie steunt het plan.", "fractie"),
        ("De NS vergaderde. Woordvoerder Piet Jansen steunt het plan.", "Piet Jansen"),
    ],
)
def test_for_whom_a_spokesman_or_a_group_in_parliament_stands(text: str, expected: str) -> None:
    assert set(holders(text)) == {expected}
