"""What the model is trained on, and what it is measured on."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from training.model.treebank import (
    Sentence,
    entity_sentences,
    is_tree,
    read_conllu,
    read_iob,
    with_entities,
)

MEASURED_ONLY = {
    # research use or non-commercial: nothing of these may reach the weights
    "conll2002_testa": "ner/conll2002_testa.iob",
    "conll2002_testb": "ner/conll2002_testb.iob",
    "wikineural": "ner/wikineural_test.iob",
}


_INHABITANTS = (
    *("anen", "ezen", "ers", "aren", "ussen", "ransen", "ritten", "elsen", "elgen", "urken", "olen", "weden"),
    *("enen", "eken", "panjolen", "slims", "oden", "iërs", "inezen", "innen", "uzen", "oten", "oeden"),
    *("meinen", "bieren", "tijnen", "sjechen", "aarden", "oerden", "oaten", "rijnen", "amingen"),
    *("Ieren", "Noren", "Walen", "laven", "erzen", "lieten"),
)
_OFFICES = ("minister", "ministerie", "staatssecretaris", "departement")


def training(data: Path) -> list[Sentence]:
    """The treebank with entities; sentences whose analysis is no tree are left out."""
    trees = read_conllu(data / "ud/train.conllu")
    tags = merged_types(data)
    return [inhabitants(portfolios(sentence)) for sentence in with_entities(trees, tags) if is_tree(sentence)]


def portfolios(sentence: Sentence) -> Sentence:
    """`minister van Binnenlandse Zaken`: the portfolio is an organisation; tagger and rules say MISC."""
    words = list(sentence)
    for at in range(2, len(words)):
        office = at - 2
        while office > 0 and words[office].ent in (
            "B-PER",
            "I-PER",
        ):  # minister Beernink van Binnenlandse Zaken
            office -= 1
        follows = words[at - 1].form == "van" and words[office].form.lower().startswith(_OFFICES)
        if not follows or (words[at].ent or "O")[0] != "B":
            continue
        end = at + 1
        while end < len(words) and (words[end].ent or "O")[0] == "I":
            end += 1
        for inside in range(at, end):
            words[inside] = replace(words[inside], ent=f"{(words[inside].ent or 'O')[0]}-ORG")
    return tuple(words)


def inhabitants(sentence: Sentence) -> Sentence:
    """`de Russen`, `de Amerikanen`: people of a place are MISC, like its adjectives; the tagger says LOC."""
    return tuple(
        replace(word, ent="B-MISC")
        if word.ent == "B-LOC" and "Number=Plur" in word.morph and word.form.endswith(_INHABITANTS)
        else word
        for word in sentence
    )


def merged_types(data: Path) -> Iterator[tuple[str, str]]:
    """Tokens with entity types: from rules and name lists where they decide, else from the tagger.

    The spans in both are gold; a rule leaves a span out when it cannot tell, and that is no evidence."""
    tagger = chain.from_iterable(read_iob(data / "ner/train_frog_types.iob"))
    rules = chain.from_iterable(read_iob(data / "ner/train_rule_types.iob"))
    for (token, tag), (_, rule) in zip(tagger, rules, strict=True):
        yield token, rule if rule != "O" and rule[0] == tag[0] else tag


def development(data: Path) -> list[Sentence]:
    return list(read_conllu(data / "ud/dev.conllu"))


def tests(data: Path) -> dict[str, list[Sentence]]:
    """Every test set by name; what a set has no gold for stays empty in its words."""
    sets = {name: list(read_conllu(data / f"ud/{name}.conllu")) for name in ("test_alpino", "test_lassy")}
    sets |= {name: entity_sentences(data / path) for name, path in MEASURED_ONLY.items()}
    return {name: [_without_silver(sentence) for sentence in sentences] for name, sentences in sets.items()}


def _without_silver(sentence: Sentence) -> Sentence:
    return sentence if sentence and not sentence[0].dep else tuple(replace(w, ent=None) for w in sentence)
