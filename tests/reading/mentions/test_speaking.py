"""What names a source is a mention: several in one phrase, the last of several, both of them."""

import pytest

from prose import statements

SPOKEN = [
    ("Coalitiepartijen VVD, D66 en CDA willen dat het plan er komt.", "VVD, D66 en CDA"),
    ("Anouk Hofstra sprak met Bert Tolsma, waarbij de laatste zei dat het kan.", "Bert Tolsma"),
    ("Onderwijskoepel Katholiek Onderwijs Vlaanderen zegt dat het kan.", "Katholiek Onderwijs Vlaanderen"),
    (
        "Wethouder Anouk Hofstra en raadslid Bert Tolsma kwamen langs. Beiden zeggen dat het kan.",
        "Anouk Hofstra en Bert Tolsma",
    ),
    ("Minister Anouk Hofstra (Wonen, D66) zei dat het kan.", "Anouk Hofstra"),
    ("Bert Tolsma, fractievoorzitter van de Lokale partij, zei dat het kan.", "Bert Tolsma"),
    ("50Plus zegt dat het kan.", "50Plus"),
]


@pytest.mark.parametrize(("text", "speaker"), SPOKEN)
def test_who_speaks(text: str, speaker: str) -> None:
    assert [name for _, name in statements(text)] == [speaker]
