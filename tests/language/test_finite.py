"""Plural verbs that look like infinitives, by the model that ships."""

import pytest

from prose import analysis


@pytest.mark.parametrize(
    ("text", "finite"),
    [
        ("De krant meldt dat de partijen de tunnel steunen.", ["meldt", "steunen"]),
        ("Het overleg stokt, terwijl de leden een tunnel willen bouwen.", ["stokt", "willen"]),
        ("Hij zegt dat de plannen van de baan zijn.", ["zegt", "zijn"]),
        ("Hij zegt dat de plannen door de raad worden gesteund.", ["zegt", "worden"]),
        # infinitives: behind a finite auxiliary, with `te`, of somebody else's doing
        ("De krant meldt dat de raad de tunnel wil bouwen.", ["meldt", "wil"]),
        ("De raad besloot de tunnel te bouwen.", ["besloot"]),
        ("De raad laat de leden een tunnel bouwen.", ["laat"]),
    ],
)
def test_the_finite_verbs_of_a_sentence(text: str, finite: list[str]) -> None:
    assert [token.text for token in analysis(text).tokens if token.has("VerbForm=Fin")] == finite
