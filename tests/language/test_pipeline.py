"""The shipped Dutch model: what it promises the rest, on sentences written for the project."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from standpunt.errors import ModelError
from standpunt.language.embedding import features, shape
from standpunt.language.pipeline import fingerprint, load, parse

SENTENCES = [
    "De minister van Defensie sluit het sturen van militairen niet uit.",
    "„We laten Oekraïne niet in de steek”, benadrukt minister Brekelmans.",
    "Volgens het kabinet is dat “een gevoelige kwestie’, maar de VVD’er wil meer.",
    ",,Dat kan niet'', zei NAVO-chef Rutte dinsdag in Brussel",
    "Zo'n staakt-het-vuren helpt niemand, aldus de Tweede Kamer.",
    "'s Avonds keken ze foto's – uit '69 …",
    "?",
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


@pytest.fixture(scope="module")
def docs(nlp: Language) -> list[Doc]:
    return list(parse(nlp, SENTENCES))


def one(nlp: Language, text: str) -> Doc:
    return next(parse(nlp, [text]))


def test_offsets_are_offsets_into_the_sentence(docs: list[Doc]) -> None:
    for text, doc in zip(SENTENCES, docs, strict=True):
        assert doc.text == text
        assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_a_sentence_is_one_tree(docs: list[Doc]) -> None:
    for doc in docs:
        assert [token.dep_ for token in doc].count("ROOT") == 1
        assert len(list(doc.sents)) == 1


def test_labels_are_the_treebanks(nlp: Language) -> None:
    assert set(nlp.get_pipe("ner").labels) == {"PER", "ORG", "LOC", "MISC"}  # type: ignore[attr-defined]
    labels = set(nlp.get_pipe("parser").labels)  # type: ignore[attr-defined]
    assert {"nsubj", "nsubj:pass", "obj", "ccomp", "parataxis", "compound:prt", "appos", "ROOT"} <= labels


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("„Nee”, zei hij.", ["„", "Nee", "”", ",", "zei", "hij", "."]),
        ("‚Ja’, zei ze.", ["‚", "Ja", "’", ",", "zei", "ze", "."]),
        ("«Ja», zei ze.", ["«", "Ja", "»", ",", "zei", "ze", "."]),
        (",,Ja'', zei ze.", [",,", "Ja", "''", ",", "zei", "ze", "."]),
        ("'Ja', zei ze", ["'", "Ja", "'", ",", "zei", "ze"]),
        ("zo’n NAVO-missie", ["zo’n", "NAVO-missie"]),
        ("De VVD'er, de PvdA.", ["De", "VVD'er", ",", "de", "PvdA", "."]),
        ("foto’s van 's avonds", ["foto’s", "van", "'s", "avonds"]),
        ("het staakt-het-vuren.", ["het", "staakt-het-vuren", "."]),
        ("in '69 (of ’70)", ["in", "'69", "(", "of", "’70", ")"]),
        ("mr. dr. J. de Vries e.a.", ["mr.", "dr.", "J.", "de", "Vries", "e.a."]),
    ],
)
def test_words_are_cut_as_in_the_treebank(nlp: Language, text: str, words: list[str]) -> None:
    assert [token.text for token in nlp.make_doc(text)] == words


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("De minister zegt dat er geld is.", "zegt", "minister"),
        ("„We gaan door”, benadrukt de minister.", "benadrukt", "minister"),
        ("“We gaan door”, benadrukt de minister.", "benadrukt", "minister"),
        ("We gaan door”, benadrukt de minister dinsdag.", "benadrukt", "minister"),
        ("Dat meldt het ministerie van Defensie.", "meldt", "ministerie"),
        ("„Dat klopt niet”, riepen de boeren boos.", "riepen", "boeren"),
        ("Er komt geld, kondigt het kabinet aan.", "kondigt", "kabinet"),
        ("Daarom waarschuwt premier Schoof voor een nieuwe oorlog.", "waarschuwt", "premier"),
    ],
)
def test_who_says_it(nlp: Language, text: str, verb: str, subject: str) -> None:
    token = next(token for token in one(nlp, text) if token.text == subject)
    assert token.dep_ == "nsubj"
    assert token.head.text == verb


def test_lemma_part_of_speech_and_morphology(nlp: Language) -> None:
    doc = one(nlp, "De ministers waarschuwden voor nieuwe aanvallen.")
    assert " ".join(token.lemma_ for token in doc) == "de minister waarschuwen voor nieuw aanval ."
    assert [token.pos_ for token in doc] == ["DET", "NOUN", "VERB", "ADP", "ADJ", "NOUN", "PUNCT"]
    assert "Tense=Past" in str(doc[2].morph)


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("Minister Brekelmans van Defensie was in Kyiv.", {("Brekelmans", "PER"), ("Kyiv", "LOC")}),
        ("Dat zei Mark Rutte in de Tweede Kamer.", {("Mark Rutte", "PER"), ("Tweede Kamer", "ORG")}),
        ("De Franse president Macron belde met de VVD.", {("Macron", "PER"), ("VVD", "ORG")}),
        ("Minister van Defensie Koster sluit dat niet uit.", {("Defensie", "ORG"), ("Koster", "PER")}),
        ("Naast hem zat NAVO-chef Dekker.", {("Dekker", "PER")}),
        ("Dat willen de Russen niet.", {("Russen", "MISC")}),
    ],
)
def test_entities(nlp: Language, text: str, entities: set[tuple[str, str]]) -> None:
    assert entities <= {(ent.text, ent.label_) for ent in one(nlp, text).ents}


def test_an_empty_sentence_is_an_empty_doc(nlp: Language) -> None:
    assert [len(doc) for doc in parse(nlp, ["", "Ja."])] == [0, 2]


def test_order_and_company_do_not_matter(nlp: Language, docs: list[Doc]) -> None:
    alone = [one(nlp, text) for text in SENTENCES]
    for together, single in zip(docs, alone, strict=True):
        assert [(t.dep_, t.head.i, t.lemma_) for t in together] == [
            (t.dep_, t.head.i, t.lemma_) for t in single
        ]


def test_loading_twice_gives_the_same(nlp: Language) -> None:
    assert load() is nlp
    assert fingerprint(load()) == fingerprint(nlp)


def test_fingerprint_names_the_model(nlp: Language) -> None:
    assert fingerprint(nlp).startswith("nl_standpunt-")


def test_a_pipeline_that_is_not_there_says_so() -> None:
    with pytest.raises(ModelError) as raised:
        load("nl_bestaat_niet")
    assert raised.value.where == "nl_bestaat_niet"
    assert raised.value.hint


def test_every_quotation_mark_looks_the_same_to_the_model() -> None:
    marks = ['"', "„", "“", "”", "«", "»", "‘", "’", "'", "''", ",,"]
    assert len({tuple(features(mark)) for mark in marks}) == 1


def test_shape() -> None:
    assert shape("NAVO-chef") == "XX-xx"
    assert shape("2025") == "00"
