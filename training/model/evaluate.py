"""Prints the figures of a pipeline on every test set.

    python -m training.model.evaluate --data ../shared/data

The first table is the one in the model's card; the second says which dependencies not to build rules on.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language

from standpunt.language import pipeline
from training.model import articles, data, measure, news
from training.model.measure import Figures
from training.model.treebank import Sentence
from training.sentences import read

_KINDS = ("PER", "ORG", "LOC")
_TOGETHER = 25
"""Sentences of an entity set that are read as one article, where the whole reading is measured: the sets do not tell
where their articles end. Those of the project's own test part have nothing to do with each other."""


def tree_row(name: str, figures: Figures) -> str:
    shares = (f"{figures.share(what):.1f}" for what in ("pos", "morph", "uas", "las", "lemma"))
    return f"| {name} | {' | '.join(shares)} | {figures.subject_share():.1f} of {figures.subjects} |"


def entity_rows(nlp: Language, name: str, gold: Sequence[Sentence], together: int) -> list[str]:
    """The bare model, and the whole reading, which has no kind for MISC."""
    bare, whole = measure.measure_entities(nlp, gold), articles.measure(nlp, gold, together)
    return [_entity_row(name, bare, "MISC"), f"{_entity_row(f'{name}, as read', whole)} |"]


def _entity_row(name: str, figures: Figures, *more: str) -> str:
    each = " | ".join(f"{figures.entity_f1(kind):.1f}" for kind in (*_KINDS, *more))
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
    entities = [
        row
        for name, gold in sets.items()
        if name not in trees
        for row in entity_rows(nlp, name, gold, _TOGETHER)
    ]
    own = list(news.words((sentence for _, sentence in read.test()), nlp))
    entities += entity_rows(nlp, "sentences/test", own, 1)
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
            *entities,
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
