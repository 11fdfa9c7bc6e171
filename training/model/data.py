"""What the model is trained on, and what it is measured on."""

from dataclasses import replace
from pathlib import Path

from training.model import entities
from training.model.conventions import harmonised
from training.model.treebank import (
    Sentence,
    entity_sentences,
    is_tree,
    read_conllu,
)

MEASURED_ONLY = {
    # research use or non-commercial: nothing of these may reach the weights
    "conll2002_testa": "ner/conll2002_testa.iob",
    "conll2002_testb": "ner/conll2002_testb.iob",
    "wikineural": "ner/wikineural_test.iob",
}


def training(data: Path) -> list[Sentence]:
    """The treebank with entities; sentences whose analysis is no tree are left out."""
    trees = read_conllu(data / "ud/train.conllu")
    return [harmonised(sentence) for sentence in entities.named(trees, data) if is_tree(sentence)]


def development(data: Path) -> list[Sentence]:
    return list(read_conllu(data / "ud/dev.conllu"))


def tests(data: Path) -> dict[str, list[Sentence]]:
    """Every test set by name; what a set has no gold for stays empty in its words."""
    sets = {name: list(read_conllu(data / f"ud/{name}.conllu")) for name in ("test_alpino", "test_lassy")}
    sets |= {name: entity_sentences(data / path) for name, path in MEASURED_ONLY.items()}
    return {name: [_without_silver(sentence) for sentence in sentences] for name, sentences in sets.items()}


def _without_silver(sentence: Sentence) -> Sentence:
    return sentence if sentence and not sentence[0].dep else tuple(replace(w, ent=None) for w in sentence)
