"""The sentences for the entity recogniser: labels, slots, and that training never sees the test part."""

import random
from pathlib import Path

import pytest
from training.sentences import check, names, read
from training.sentences.expand import expand, fill, slots
from training.sentences.inline import Labelled, Span, parse, tagged
from training.sentences.measure import Counts
from training.sentences.names import Names

from standpunt.language import pipeline

FEW = Names(
    pools={
        "ORG:the-party": ["de VVD"],
        "ORG:party": ["SP"],
        "LOC:city": ["Gent", "Urk"],
        "LOC:state": ["de VS"],
    },
    listed=[],
    given=["Noor"],
    surnames=["van der Plas"],
    real=[],
)


def shown(sentence: Labelled) -> list[tuple[str, str]]:
    return [(sentence.text[start:end], label) for start, end, label in sentence.spans]


def test_labels_stand_inline() -> None:
    sentence = parse("Minister [Ruben Brekelmans|PER] van [Defensie|ORG] zwijgt.")
    assert sentence.text == "Minister Ruben Brekelmans van Defensie zwijgt."
    assert shown(sentence) == [("Ruben Brekelmans", "PER"), ("Defensie", "ORG")]


@pytest.mark.parametrize(
    "line", ["[Kyiv|STAD] zwijgt.", "[ Kyiv|LOC] zwijgt.", "[Kyiv] zwijgt.", "{LOC:city} zwijgt."]
)
def test_a_wrong_label_is_an_error(line: str) -> None:
    with pytest.raises(ValueError, match=r"label|bracket"):
        parse(line)


@pytest.mark.parametrize(
    ("context", "text", "found"),
    [
        (
            "Kamerlid {PER} ({ORG:party})",
            "Kamerlid Noor van der Plas (SP)",
            [("Noor van der Plas", "PER"), ("SP", "ORG")],
        ),
        # alone, a surname begins with a capital
        ("Dat zegt {PER:last}.", "Dat zegt Van der Plas.", [("Van der Plas", "PER")]),
        ("{PER:genitive} plan", "Van der Plas' plan", [("Van der Plas'", "PER")]),
        # an article belongs to the sentence, not to the name
        ("{ORG:the-party} wil niet.", "De VVD wil niet.", [("VVD", "ORG")]),
        ("Zonder {LOC:state} lukt het niet.", "Zonder de VS lukt het niet.", [("VS", "LOC")]),
        # a name inside a compound is none
        ("<ORG:party>-leider {PER:last}", "SP-leider Van der Plas", [("Van der Plas", "PER")]),
    ],
)
def test_slots_bring_their_label(context: str, text: str, found: list[tuple[str, str]]) -> None:
    sentence = fill(context, FEW, random.Random(1))
    assert sentence.text == text
    assert shown(sentence) == found


def test_a_name_comes_once_in_a_sentence() -> None:
    for seed in range(10):
        assert (
            len({name for name, _ in shown(fill("{LOC:city} en {LOC:city}", FEW, random.Random(seed)))}) == 2
        )


def test_the_names_of_a_sentence_depend_on_it_and_the_seed_alone() -> None:
    own = names.load(None)
    context = "{PER} reist naar {LOC:state}."
    alone = list(expand([context], own, 1, 3))
    among = list(expand(["{PER} zwijgt.", context], own, 1, 3))
    assert alone == among[-3:]
    assert alone != list(expand([context], own, 2, 3))


def test_no_sentence_comes_twice() -> None:
    assert len(list(expand(["Wie is {PER:first}?", "Geen akkoord."], FEW, 1, 3))) == 2


def test_names_of_the_list_join_the_own_ones() -> None:
    pools = names.names_of(
        {"geo": ["Elst-Oost", "Vogelenzangstraat"], "per": ["Guus Hiddink", "Zappa", "Van Dam"]}
    )
    assert "Vogelenzangstraat" in pools.pools["LOC:street"]
    assert "Elst-Oost" not in pools.pools["LOC:street"]
    assert pools.listed == [("Guus", "Hiddink")]


def test_tags_follow_the_tokens_of_the_pipeline() -> None:
    nlp = pipeline.load()
    tokens, tags = tagged(parse("[VVD'er|MISC] [Van Weel|PER] belt NAVO-chef [Rutte|PER]."), nlp)
    assert list(zip(tokens, tags, strict=True)) == [
        ("VVD'er", "B-MISC"),
        ("Van", "B-PER"),
        ("Weel", "I-PER"),
        ("belt", "O"),
        ("NAVO-chef", "O"),
        ("Rutte", "B-PER"),
        (".", "O"),
    ]
    with pytest.raises(ValueError, match="inside a token"):
        tagged(parse("De [NAVO|ORG]-chef zwijgt."), nlp)


def test_the_sentences_as_written_have_no_fault() -> None:
    tests = [line for _, line in read.lines(Path(read.__file__).with_name("test"))]
    assert list(check.faults(read.contexts(), tests, names.load(None).slots)) == []


def test_the_sentences_are_many_and_in_the_tokens_of_the_pipeline() -> None:
    part = [sentence for _, sentence in read.test()]
    assert len(read.contexts()) >= 3700
    assert len(list(read.training(None))) >= 9000
    assert len(part) >= 480
    assert list(check.cut(part, pipeline.load())) == []


def test_faults_are_found() -> None:
    found = list(
        check.faults(
            ["Dag {PER}", "Dag {PER:last}", "In {LOC:dorp}"], ["Dag [Noor|PER]!", "[x|Y]"], FEW.slots
        )
    )
    assert [fault.split(":")[0] for fault in found] == [
        "twice, training and training",
        "no such slot",
        "twice, training and test",
        "a label is one of LOC, MISC, ORG, PER, without spaces",
    ]


def test_slots_are_listed_in_order() -> None:
    assert slots("<ORG:party>-leider {PER:last} in {LOC:city}") == ["ORG:party", "PER:last", "LOC:city"]


def test_bounds_and_kind_count_together() -> None:
    counts = Counts()
    counts.add([Span(0, 4, "PER"), Span(5, 9, "LOC")], [Span(0, 4, "PER"), Span(5, 9, "ORG")])
    assert counts.row("all", "PER", "ORG", "LOC") == "| all | 50.0 | 50.0 | 50.0 | 2 |"
