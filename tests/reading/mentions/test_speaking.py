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
    # a word for a body, or for a person, that opens the sentence is no part of the name behind it
    ("Actiegroep Zand Erover claimt de ruiten te hebben ingegooid.", "Zand Erover"),
    ("Stichting Wakker Dier zegt dat het kan.", "Wakker Dier"),
    ("Tegenstemmer Anouk Hofstra vond het plan te duur.", "Anouk Hofstra"),
    ("Duin Dorp Belang stelt dat het kan.", "Duin Dorp Belang"),
    ("Voorzitter van LTO Noord Dirk Hofstra zegt dat het kan.", "Dirk Hofstra"),
    ("Dat het kan, zei bestuurder Wim Hofstra van VVMC.", "Wim Hofstra"),
    # a title that is a compound with a capital, a field that no list has
    ("Volgens Kremlinwoordvoerder Anouk Hofstra kan het.", "Anouk Hofstra"),
    ("Minister van Zandgronden Anouk Hofstra (PS) zegt dat het kan.", "Anouk Hofstra"),
    # a word for those who were named together
    ("VVD en D66 zijn boos. De partijen vinden dat het kan.", "VVD en D66"),
    ("Een club als FC Zandstad wil dat het kan.", "FC Zandstad"),
    # who is counted, and who is listed behind brackets
    ("Een aantal bewoners zei dat het kan.", "bewoners"),
    ("Jan Smit (VVD) en Anna Bos (D66) vinden dat het kan.", "Jan Smit en Anna Bos"),
]


@pytest.mark.parametrize(("text", "speaker"), SPOKEN)
def test_who_speaks(text: str, speaker: str) -> None:
    assert [name for _, name in statements(text)] == [speaker]
