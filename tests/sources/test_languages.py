"""A text that is plainly not Dutch is told; when in doubt, it is Dutch."""

import pytest

from standpunt.sources import dutch


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "The minister says that the new bridge cannot be built, because there is no money.",
            "en",
        ),
        (
            "Der Minister sagt, dass die neue Brücke nicht gebaut werden kann, weil das Geld fehlt.",
            "de",
        ),
        (
            "Le ministre dit que le nouveau pont ne peut pas être construit, faute d'argent.",
            "fr",
        ),
        (
            "Die minister sê dat die nuwe brug oor die rivier nie gebou kan word nie, omdat daar nie "
            "genoeg geld is nie. Hulle wil hê die regering moet eers die ou paaie regmaak.",
            "af",
        ),
        (  # `het` as in Dutch, and `by`, `hy` and `sy` without an `ij`
            "Van Wyk het gister gesê dat hy by die brug gewag het. Sy vrou het die boot gesien, maar De Wet het "
            "niks gehoor nie.",
            "af",
        ),
        (
            "De minister seit dat de nije brêge oer de rivier net boud wurde kin, om't der net genôch jild is"
            ". Hja wolle dat it regear earst de âlde diken makket.",
            "fy",
        ),
    ],
)
def test_other_languages(text: str, language: str) -> None:
    assert dutch.foreign(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "De minister zegt dat de nieuwe brug niet gebouwd kan worden, omdat er geen geld voor is.",
        "Nee.",
        "Breaking news",
        "Trump: great deal",
        "Het bleef lang stil op de kade van het stadje, maar de prijs blijft gelijk.",
        "",
        '"The plan is far too expensive and we will never pay for it", zei de Amerikaanse minister. "We will '
        'build our own bridge, and it will be a great bridge, believe me." Hij wilde '
        "verder niets kwijt over de brug.",
        "Den minister wilt da niet doen, zei hij tegen de gazet, en ge moet daar niet over zeuren, allee.",
        "Smit, Bos, Vos, De Vries, Van Dijk, Jansen, Peeters, Janssens, Maes, Claes, Willems, Mertens",
    ],
)
def test_dutch_and_what_may_be(text: str) -> None:
    assert dutch.foreign(text) == ""
