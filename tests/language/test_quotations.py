"""What stands between quotation marks, in every Dutch style, and apostrophes that are none."""

import pytest

from prose import article
from standpunt.language import quotations

FOUND = [
    ('"Ja", zei hij. "Nee."', ["Ja", "Nee."]),
    ("„Ja”, zei hij. „Nee“, zei zij.", ["Ja", "Nee"]),
    ('„Ja", zei hij.', ["Ja"]),  # an outlet that mixes marks
    ("“Ja,” zei hij.", ["Ja,"]),
    ("”Ja”, zei hij.", ["Ja"]),
    ("‘Ja’, zei hij.", ["Ja"]),
    ("'Ja', zei hij.", ["Ja"]),
    ("`Ja', zei hij. ´Nee´, zei zij.", ["Ja", "Nee"]),
    ("«Ja», zei hij. « Nee », zei zij.", ["Ja", "Nee"]),
    (",,Ja'', zei hij.", ["Ja"]),
    ('Hij zei:"Ja".', ["Ja"]),  # a space that is missing
    ("'Het is 's avonds stil in zo'n dorp', zegt hij.", ["Het is 's avonds stil in zo'n dorp"]),
    ("‘Dat is Lukas’ fiets’, zegt hij.", ["Dat is Lukas’ fiets"]),
]
NONE = ["'s Avonds maakt ze foto's.", "In de jaren '90 was Lukas' vader arm.", "Zo'n auto's, dat kan niet."]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_marks_of_every_style(text: str, expected: list[str]) -> None:
    assert [q.inner.of(text) for q in quotations.find(text, article(text).blocks)] == expected


@pytest.mark.parametrize("text", NONE)
def test_an_apostrophe_is_no_quotation(text: str) -> None:
    assert quotations.find(text, article(text).blocks) == []


def test_nested_quotations_know_what_holds_them() -> None:
    text = "\"Hij zei 'nee' tegen mij\", zegt Jansen."
    outer, inner = quotations.find(text, article(text).blocks)
    assert (outer.parent, inner.parent, inner.inner.of(text)) == (None, 0, "nee")


def test_a_missing_closing_mark_ends_with_the_sentence() -> None:
    text = 'Hij noemt het "onzin. Daarna ging hij weg.'
    (found,) = quotations.find(text, article(text).blocks)
    assert (found.inner.of(text), found.closed) == ("onzin.", False)


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = '"We beginnen morgen. \n"En we stoppen vrijdag", zei hij.'
    assert [q.inner.of(text) for q in quotations.find(text, article(text).blocks)] == [
        "We beginnen morgen.",
        "En we stoppen vrijdag",
    ]


def test_a_stray_mark_stays_in_its_paragraph() -> None:
    text = 'Een streepje" teveel.\n"Ja", zei hij.'
    assert [q.inner.of(text) for q in quotations.find(text, article(text).blocks)] == ["Ja"]
