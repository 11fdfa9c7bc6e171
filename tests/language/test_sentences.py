"""Where a sentence ends, and where a full stop ends none."""

import pytest

from prose import article
from standpunt import lexicon
from standpunt.language import sentences

CUT = [
    ("Het is op. Er komt meer.", 2),
    ('"Het is op." Jansen vertrok.', 2),
    ('"Nee!" riep hij.', 1),
    ("Dat zegt dr. Jansen van de V.N. in Genève.", 1),
    ("J.P. Mulder kwam. Hij bleef.", 2),
    ("Het kost 1.500 euro. Dat is veel.", 2),
    ("'t Is laat. 's Avonds is het stil.", 2),
    ("Het werd stil... Toen niets meer.", 2),
    ("De eerste regel\nDe tweede regel", 2),
    ("Hij heeft gelijk. ,,Ja'', zei ze.", 2),
]


@pytest.mark.parametrize(("text", "number"), CUT)
def test_sentences_are_cut(text: str, number: int) -> None:
    assert len(sentences.split(text, article(text).blocks)) == number


def test_abbreviations_by_their_own_examples() -> None:
    lists = lexicon.read(
        "standpunt.language", "abbreviations.nl.toml", {"never_ends": lexicon.Entry, "may_end": lexicon.Entry}
    )
    for group, number in (("never_ends", 1), ("may_end", 2)):
        for key, entry in lists[group].items():
            found = sentences.split(entry.example, article(entry.example).blocks)
            assert len(found) == number, f"{key}: {entry.example}"
