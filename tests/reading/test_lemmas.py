"""The dictionary forms behind a search, on hand-built analyses."""

from dataclasses import replace

import pytest

from newsroom import article
from standpunt.language.analysis import Analysis, Token
from standpunt.reading import lemmas

# each word as word/lemma/part of speech, a particle with the place of its verb behind it
SENTENCES = [
    ("Zij/zij/PRON onderhandelden/onderhandelen/VERB nog/nog/ADV", {"onderhandelden": "onderhandelen"}),
    ("legt/leggen/VERB Hoek/Hoek/PROPN uit/uit/ADP/0", {"legt": "uitleggen"}),
    ("dat/dat/SCONJ hij/hij/PRON uitlegt/uitleggen/VERB", {"uitlegt": "uitleggen"}),
    ("stelde/uit_stellen/VERB hij/hij/PRON uit/uit/ADP/0", {"stelde": "uitstellen"}),
    (
        "Hoek/Hoek/PROPN praat/praten/VERB met/met/ADP Zeeuwen/Zeeuw/PROPN",
        {"praat": "praten", "Zeeuwen": "Zeeuw"},
    ),
    ("De/de/DET grootste/groot/ADJ dijken/dijk/NOUN", {"grootste": "groot", "dijken": "dijk"}),
    ("Zij/zij/PRON praten/praten/VERB", {}),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_words_that_carry_meaning_have_their_dictionary_form(sentence: str, expected: dict[str, str]) -> None:
    found = analysed(sentence)
    assert {each.span.of(found.text): each.lemma for each in lemmas.find(found)} == expected


def analysed(sentence: str) -> Analysis:
    tokens, text = [], ""
    for at, word in enumerate(sentence.split()):
        form, lemma, pos, *head = word.split("/")
        token = Token(at, len(text), len(text) + len(form), form, form.lower(), lemma, pos, "", "dep", at, 0)
        tokens.append(replace(token, dep="compound:prt", head=int(head[0])) if head else token)
        text += f"{form} "
    return Analysis(article(text), tokens, [])
