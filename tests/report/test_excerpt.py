"""A statement in its own sentence: nothing but words of the text, quotation marks only where it has them."""

import pytest

from fictional import dossier, find
from standpunt.display.quoting import widen
from standpunt.model import Span
from standpunt.report.excerpt import LEFT_OUT, excerpt


@pytest.mark.parametrize(
    ("text", "content", "shown"),
    [
        ('"Nee", zei hij.', "Nee", '"Nee"'),
        ("„Nee”, zei hij.", "Nee", "„Nee”"),
        ("'Nee', zei hij.", "Nee", "'Nee'"),
        (",,Nee'', zei hij.", "Nee", ",,Nee''"),
        # no marks, no marks shown
        ("Nee, zei hij.", "Nee", "Nee"),
        # the mark of somebody else's quotation is left alone
        ('"Zij zegt dat het kan", zei hij.', "het kan", "het kan"),
        # a fragment in marks at the edge of a paraphrase
        ('Hij noemt de wens "te vroeg".', 'de wens "te vroeg', 'de wens "te vroeg"'),
        ('Hij noemt "te vroeg" de wens.', 'te vroeg" de wens', '"te vroeg" de wens'),
        # an apostrophe is no quotation mark
        ("Dat zei zo'n man", "n man", "n man"),
        ("'Nee, de auto's niet', zei hij.", "Nee, de auto", "Nee, de auto"),
    ],
)
def test_content_is_shown_with_the_marks_that_belong_to_it(text: str, content: str, shown: str) -> None:
    assert widen(text, find(text, content)).of(text) == shown


def shown(article: int, number: int) -> list[tuple[str, str]]:
    dated = dossier().articles[article]
    return [(part.text, part.css) for part in excerpt(dated, dated.reading.statements[number - 1])]


def test_a_statement_is_read_in_its_sentence() -> None:
    assert shown(1, 4) == [
        ('"De kering"', "said"),
        (", ", ""),
        ("zegt", "cue"),
        (" Terpstra, ", ""),
        ('"is veertig jaar oud, en dat is te zien."', "said"),
    ]


def test_a_nested_statement_stands_out_in_the_outer_one() -> None:
    outer, inner = shown(1, 2), shown(1, 3)
    assert "".join(words for words, _ in outer) == "".join(words for words, _ in inner)
    assert [words for words, css in inner if css == "said"] == ['"geen enkel huis" gevaar loopt']


def test_where_no_sentences_are_known_the_parts_and_what_is_between_them_are_shown() -> None:
    assert "".join(words for words, _ in shown(2, 1)).endswith(
        'typt, houdt geen water tegen", aldus Terpstra'
    )


@pytest.mark.parametrize("dated", dossier().articles, ids=lambda dated: str(dated.article.id))
def test_nothing_is_shown_that_is_not_in_the_text(dated) -> None:  # type: ignore[no-untyped-def]
    for statement in dated.reading.statements:
        parts = excerpt(dated, statement)
        for part in "".join(part.text for part in parts).split(LEFT_OUT.text):
            assert part in dated.article.text
        pieces = [widen(dated.article.text, piece).of(dated.article.text) for piece in statement.content]
        assert "".join(part.text for part in parts if "said" in part.css) == "".join(pieces)


def test_parts_far_apart_are_joined_by_a_sign_that_words_were_left_out() -> None:
    dated = dossier().articles[1]
    first, last = dated.reading.statements[0], dated.reading.statements[-1]
    apart = type(first)(first.content + last.content, first.form, first.why, first.why_speaker)
    assert [part for part in excerpt(dated, apart) if part == LEFT_OUT] == [LEFT_OUT]
    assert Span(0, 0) == widen("", Span(0, 0))
