"""What the model is trained on: trees in one convention, names in one scheme and exchanged, free news labelled."""

import json
import random
from pathlib import Path

import pytest
from training.model import articles, entities, exchange
from training.model.conventions import harmonised
from training.model.measure import spans
from training.model.treebank import Sentence, Word, is_tree, text_of
from training.sentences.names import Names

from prose import model


def tree(*words: str) -> Sentence:
    """Words as `form/POS/label/head`, heads counted from nought."""
    rows = [word.split("/") for word in words]
    return tuple(Word(form, pos=pos, dep=dep, head=int(head), ent="O") for form, pos, dep, head in rows)


def found(sentence: Sentence) -> list[tuple[str, str]]:
    return [
        (" ".join(word.form for word in sentence[start:end]), kind)
        for kind, start, end in spans(word.ent or "O" for word in sentence)
    ]


@pytest.mark.parametrize(
    ("sentence", "labels"),
    [
        # an adverb in the phrase of a noun is amod ...
        (tree("Ook/ADV/advmod/1", "Urk/PROPN/nsubj/2", "wil/VERB/ROOT/2"), "amod nsubj ROOT"),
        # ... but not one that belongs to the clause of which the noun is the heart
        (
            tree("Urk/PROPN/nsubj/3", "is/AUX/cop/3", "niet/ADV/advmod/3", "klaar/NOUN/ROOT/3"),
            "nsubj cop advmod ROOT",
        ),
        (tree("Zij/PRON/nsubj/2", "ook/ADV/advmod/2", "wil/VERB/ROOT/2"), "nsubj advmod ROOT"),
        (tree("Jan/PROPN/nsubj/2", "Bos/PROPN/flat:name/0", "wil/VERB/ROOT/2"), "nsubj flat ROOT"),
    ],
)
def test_the_parts_of_the_treebank_get_one_convention(sentence: Sentence, labels: str) -> None:
    assert " ".join(word.dep for word in harmonised(sentence)) == labels


@pytest.mark.parametrize(
    ("sentence", "tagged", "ruled", "names"),
    [
        # rules decide where they can, else the tagger does
        (tree("In/ADP/case/1", "Urk/PROPN/ROOT/1"), "O B-PER", "O B-LOC", [("Urk", "LOC")]),
        (tree("In/ADP/case/1", "Urk/PROPN/ROOT/1"), "O B-PER", "O O", [("Urk", "PER")]),
        # the list of what was wrong goes before both
        (tree("Sparta/PROPN/nsubj/1", "wint/VERB/ROOT/1"), "B-LOC O", "B-LOC O", [("Sparta", "ORG")]),
        (
            tree("in/ADP/case/2", "het/DET/det/2", "Frans/PROPN/ROOT/2"),
            "O O B-MISC",
            "O O B-PER",
            [("Frans", "MISC")],
        ),
        # the words of one name were a span each
        (tree("Wim/PROPN/ROOT/0", "Bos/PROPN/flat/0"), "B-LOC B-ORG", "O O", [("Wim Bos", "PER")]),
        (
            tree("Belg/PROPN/ROOT/0", "Bos/PROPN/appos/0"),
            "B-MISC B-PER",
            "O O",
            [("Belg", "MISC"), ("Bos", "PER")],
        ),
        # titles are outside, compounds no names, portfolios organisations
        (tree("drs./PROPN/ROOT/0", "Bos/PROPN/flat/0"), "B-ORG I-ORG", "O O", [("Bos", "PER")]),
        (tree("VVD-fractie/PROPN/nsubj/1", "wil/VERB/ROOT/1"), "B-MISC O", "O O", []),
        (
            tree("Noord-Holland/PROPN/nsubj/1", "wil/VERB/ROOT/1"),
            "B-LOC O",
            "O O",
            [("Noord-Holland", "LOC")],
        ),
        (
            tree("minister/NOUN/ROOT/0", "van/ADP/case/2", "Cultuur/PROPN/nmod/0"),
            "O O B-MISC",
            "O O O",
            [("Cultuur", "ORG")],
        ),
    ],
)
def test_the_names_of_the_treebank_get_one_scheme(
    tmp_path: Path, sentence: Sentence, tagged: str, ruled: str, names: list[tuple[str, str]]
) -> None:
    (tmp_path / "ner").mkdir()
    for name, tags in (("frog", tagged), ("rule", ruled)):
        rows = (f"{word.form}\t{tag}" for word, tag in zip(sentence, tags.split(), strict=True))
        (tmp_path / f"ner/train_{name}_types.iob").write_text("\n".join(rows), encoding="utf-8")
    assert [found(each) for each in entities.named([sentence], tmp_path)] == [names]


def test_another_name_comes_where_a_name_was_and_the_tree_stays() -> None:
    names = Names(
        pools={"LOC": ["Den Bosch"], "ORG": ["KLM"]}, listed=[], given=["Noor"], surnames=["Visser"], real=[]
    )
    words = tree(
        "Minister/NOUN/nsubj/3", "Wim/PROPN/appos/0", "Kok/PROPN/flat/1", "woont/VERB/ROOT/3", "in/ADP/case/5"
    )
    tags = ("O", "B-PER", "I-PER", "O", "O", "B-LOC")
    last = Word("Ede", pos="PROPN", dep="obl", head=3)
    sentence = tuple(
        Word(word.form, pos=word.pos, dep=word.dep, head=word.head, ent=tag)
        for word, tag in zip((*words, last), tags, strict=True)
    )
    others = [exchange.exchanged(sentence, names, random.Random(seed)) for seed in range(99)]
    seen = {text_of(other): other for other in others}
    assert set(seen) == {
        f"Minister {person} woont in {place}"
        for person in ("Wim Kok", "Noor Visser")
        for place in ("Ede", "Den Bosch")
    }
    other = seen["Minister Noor Visser woont in Den Bosch"]
    assert is_tree(other)
    assert found(other) == [("Noor Visser", "PER"), ("Den Bosch", "LOC")]
    assert [word.dep for word in other] == ["nsubj", "appos", "flat", "ROOT", "case", "obl", "flat"]


def test_news_is_put_together_from_coded_units_and_each_sentence_comes_once(tmp_path: Path) -> None:
    marked = "De Kamer wacht.Volgens de **VVD** duurt dat lang.Niemand weet het."
    apart = {"before": "Het regent.", "text": "Het CDA vergadert.", "after": "De Kamer wacht."}
    units = [
        {"unit": "abc-3-VVD", "marked": True, "text": marked},
        {"unit": "abc-2-CDA", "marked": False, **apart},
    ]
    (tmp_path / "stance").mkdir()
    (tmp_path / "stance/train.jsonl").write_text("\n".join(map(json.dumps, units)), encoding="utf-8")
    (article,) = articles.news(tmp_path)
    assert article.text.split("\n") == [
        *(
            "Het regent.",
            "Het CDA vergadert.",
            "De Kamer wacht.",
            "Volgens de VVD duurt dat lang.",
            "Niemand weet het.",
        ),
    ]


def test_free_news_gets_the_names_that_the_reading_finds() -> None:
    lines = [
        "Geert Wilders (PVV) reist naar Kyiv.",
        "De VVD-fractie zwijgt.",
        "Geert Wilders (PVV) reist naar Kyiv.",
    ]
    sentences = list(articles.labelled(model(), [articles.article(lines)]))
    assert [found(sentence) for sentence in sentences] == [
        [("Geert Wilders", "PER"), ("PVV", "ORG"), ("Kyiv", "LOC")],
        [],
    ]


def test_the_reading_is_measured_by_exact_names() -> None:
    words = [
        Word("Geert", ent="B-PER"),
        Word("Wilders", ent="I-PER"),
        Word("zwijgt", ent="O"),
        Word(".", ent="O"),
    ]
    figures = articles.measure(model(), [tuple(words)], together=1)
    assert figures.entity_f1("PER") == 100
