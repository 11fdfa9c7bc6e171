"""Prints the figures of a pipeline on every test set.

    python -m training.model.evaluate --data ../shared/data

The first table is the one in the model's card; the second says which dependencies not to build rules on.
"""

import argparse
from pathlib import Path

from spacy.language import Language

from standpunt.language import pipeline
from training.model import data, measure
from training.model.measure import Figures

_KINDS = ("PER", "ORG", "LOC")


def tree_row(name: str, figures: Figures) -> str:
    shares = (f"{figures.share(what):.1f}" for what in ("pos", "morph", "uas", "las", "lemma"))
    return f"| {name} | {' | '.join(shares)} | {figures.subject_share():.1f} of {figures.subjects} |"


def entity_row(name: str, figures: Figures) -> str:
    each = " | ".join(f"{figures.entity_f1(kind):.1f}" for kind in (*_KINDS, "MISC"))
    return f"| {name} | {figures.entity_f1(*_KINDS):.1f} | {each} |"


def label_rows(figures: Figures) -> list[str]:
    common = [(count, label) for label, count in figures.labels.items() if count >= 20]
    return [
        f"| {label} | {count} | {100 * figures.label_hits[label] / count:.0f}% |"
        for count, label in sorted(common, reverse=True)
    ]


def report(nlp: Language, folder: Path) -> str:
    sets = data.tests(folder)
    trees = {name: measure.measure_trees(nlp, gold) for name, gold in sets.items() if gold[0][0].dep}
    entities = {
        name: measure.measure_entities(nlp, gold) for name, gold in sets.items() if not gold[0][0].dep
    }
    speed = max(measure.words_per_second(nlp, sets["test_lassy"]) for _ in range(3))
    together = Figures()
    for figures in trees.values():
        together.labels += figures.labels
        together.label_hits += figures.label_hits
    return "\n".join(
        [
            "| test set | POS | morphology | UAS | LAS | lemma | subjects of reporting verbs |",
            "| --- | --- | --- | --- | --- | --- | --- |",
            *(tree_row(name, figures) for name, figures in trees.items()),
            "",
            "| test set | F1 PER, ORG, LOC | PER | ORG | LOC | MISC |",
            "| --- | --- | --- | --- | --- | --- |",
            *(entity_row(name, figures) for name, figures in entities.items()),
            "",
            f"{speed:,.0f} words a second on one core, the whole pipeline.",
            "",
            "| dependency | gold cases | attached and labelled right |",
            "| --- | --- | --- |",
            *label_rows(together),
        ]
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--model", default=None, help="a trained pipeline's folder; without, the shipped one")
    arguments = parser.parse_args()
    nlp = pipeline.load(arguments.model)
    print(report(nlp, Path(arguments.data)))


if __name__ == "__main__":
    main()
