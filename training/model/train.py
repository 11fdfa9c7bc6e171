"""Trains the Dutch model and packs it, in two legs.

    make model

The second leg goes on with the pipeline of the first, and reads free news too, in which that one labelled the names.
One process, one core; the best pipeline on the development part is kept in `--out` and packed at the end.
"""

import argparse
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy
from spacy.language import Language
from spacy.pipeline import EditTreeLemmatizer
from thinc.api import Adam

from standpunt.language import pipeline
from training.model import articles, config, data, exchange, frames, measure, news, pack
from training.model.treebank import Sentence, example_of
from training.model.vary import vary
from training.sentences import names, read

SHIPPED = Path("src/standpunt/language/nl/model.xz")
_LONGEST = 90
"""Words; the handful of longer sentences cost more than they teach."""
_RESPOKEN, _FRAMED = 0.5, 0.15
"""Shares of the sentences that fit which get another speaker or a frame of reported speech."""
_NEWS_A_ROUND = 20
"""How often each made-up news sentence comes in a round, with other names each time."""
_FILLINGS_A_ROUND = 4
"""The same for the sentences of `training.sentences`."""
_ALONE_A_ROUND = 60
"""The same for lines that are a name and little else."""
_WARM = 250
"""Steps until the highest rate of learning."""
_KEPT_APART = 25
"""One in so many of those is for choosing the best pipeline."""


@dataclass(frozen=True, slots=True)
class Material:
    """What is read in every round, and what the pipeline is chosen by."""

    trees: list[Sentence]
    contexts: list[str]
    names: names.Names
    development: list[Sentence]
    named: list[Sentence]
    labelled: list[Sentence]


def material(folder: Path, nlp: Language, label: bool) -> Material:
    """With `label` also free news, with the names that a reading by this pipeline finds in it."""
    contexts, drawn = read.contexts(), names.load(folder)
    apart = contexts[::_KEPT_APART]
    return Material(
        trees=data.training(folder),
        contexts=[context for at, context in enumerate(contexts) if at % _KEPT_APART],
        names=drawn,
        development=data.development(folder),
        named=list(news.written(apart, drawn, nlp, seed=0, fillings=4)),
        labelled=list(articles.labelled(nlp, articles.news(folder))) if label else [],
    )


def reading(material: Material, nlp: Language, chance: random.Random) -> Iterator[Sentence]:
    """One round: every tree once, varied anew, some framed as reported speech; news between, with other names."""
    made = news.templates() * _NEWS_A_ROUND
    seed = chance.randrange(1, 2**32)
    written = news.written(material.contexts, material.names, nlp, seed, _FILLINGS_A_ROUND)
    alone = news.written(news.ALONE, material.names, nlp, seed, _ALONE_A_ROUND)
    order: list[Sentence | str] = [*material.trees, *material.labelled, *made, *written, *alone]
    chance.shuffle(order)
    for item in order:
        if isinstance(item, str):
            yield news.made_up(item, nlp, chance)
            continue
        if not item[0].dep:
            yield vary(item, chance)
            continue
        item = exchange.exchanged(item, material.names, chance)
        if chance.random() < _RESPOKEN:
            item = frames.respoken(item, chance)
        if chance.random() < _FRAMED:
            item = frames.framed(item, chance)
        yield vary(item, chance)


def batches(
    material: Material, nlp: Language, chance: random.Random, sizes: Iterator[int]
) -> Iterator[list[Sentence]]:
    """Without end: round after round, in batches of about so many words."""
    while True:
        batch: list[Sentence] = []
        words, size = 0, next(sizes)
        for sentence in reading(material, nlp, chance):
            if len(sentence) > _LONGEST:
                continue
            batch.append(sentence)
            words += len(sentence)
            if words >= size:
                yield batch
                batch, words, size = [], 0, next(sizes)


class KnownLemmas:
    """Leaves out lemmas whose edit tree is too rare to be a label: spaCy would teach another label."""

    def __init__(self, nlp: Language) -> None:
        lemmatizer = nlp.get_pipe("lemmatizer")
        assert isinstance(lemmatizer, EditTreeLemmatizer)
        # a lemmatizer that was read from disk does not know its labels, and would unlearn all of them
        lemmatizer.tree2label = {tree: at for at, tree in enumerate(lemmatizer.labels)}
        self._lemmatizer = lemmatizer
        self._known: dict[tuple[str, str], bool] = {}

    def only(self, sentence: Sentence) -> Sentence:
        return tuple(
            word if not word.lemma or self._is_known(word.form, word.lemma) else replace(word, lemma="")
            for word in sentence
        )

    def _is_known(self, form: str, lemma: str) -> bool:
        known = self._known.get((form, lemma))
        if known is None:
            tree = self._lemmatizer.trees.add(form, lemma)
            known = self._known[form, lemma] = tree in self._lemmatizer.tree2label
        return known


def growing(first: int, last: int, steps: int) -> Iterator[int]:
    for step in range(steps):
        yield int(first + (last - first) * step / steps)
    while True:
        yield last


def learning_rate(step: int, steps: int, first: float, last: float) -> float:
    """Up over the first steps, then straight down to the last."""
    if step < _WARM:
        return first * (step + 1) / _WARM
    return first + (last - first) * (step - _WARM) / max(1, steps - _WARM)


def score(nlp: Language, material: Material) -> tuple[float, str]:
    """What the best pipeline is chosen by, and the figures for people."""
    figures = measure.measure_trees(nlp, material.development)
    shown = {name: figures.share(name) for name in ("pos", "morph", "uas", "las", "lemma")}
    shown["entities"] = measure.measure_entities(nlp, material.named).entity_f1("PER", "ORG", "LOC")
    best = shown["las"] + 0.5 * (shown["pos"] + shown["lemma"]) + 0.25 * shown["entities"]
    return best, " ".join(f"{name} {value:.2f}" for name, value in shown.items())


def train(nlp: Language, arguments: argparse.Namespace) -> None:
    folder = Path(arguments.data)
    read_from = material(folder, nlp, label=arguments.start is not None)
    sentences, chance = read_from.trees, random.Random(arguments.seed)
    for name, part in (("trees", sentences), ("labelled", read_from.labelled)):
        print(f"{name}: {len(part)} sentences, {sum(map(len, part))} words", flush=True)
    if arguments.start is None:
        gold = [example_of(sentence, nlp.vocab) for sentence in sentences if len(sentence) <= _LONGEST]
        nlp.initialize(lambda: gold)
    lemmas = KnownLemmas(nlp)
    optimizer = Adam(arguments.rate, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)
    sizes = growing(arguments.first_batch, arguments.last_batch, arguments.steps)
    best, began = 0.0, time.perf_counter()
    losses: dict[str, float] = {}
    kept = Path(arguments.out) / "best"
    kept.mkdir(parents=True, exist_ok=True)
    for step, batch in enumerate(batches(read_from, nlp, chance, sizes)):
        optimizer.learn_rate = learning_rate(step, arguments.steps, arguments.rate, arguments.last_rate)
        nlp.update(
            [example_of(lemmas.only(sentence), nlp.vocab) for sentence in batch],
            sgd=optimizer,
            drop=arguments.drop,
            losses=losses,
            annotates=["one_sentence"],
        )
        last = step + 1 >= arguments.steps
        if (step + 1) % arguments.every == 0 or last:
            with nlp.use_params(optimizer.averages):
                value, figures = score(nlp, read_from)
                better = value > best
                if better:
                    best = value
                    nlp.to_disk(kept)
            shown = " ".join(f"{name} {loss / arguments.every:.0f}" for name, loss in losses.items())
            spent = time.perf_counter() - began
            print(f"{step + 1} {spent:.0f}s {figures} {'*' * better} | {shown}", flush=True)
            losses = {}
        if last:
            return


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--out", default="build/model")
    parser.add_argument(
        "--start", default=None, help="folder of a pipeline to go on with; it labels free news"
    )
    parser.add_argument("--steps", type=int, default=4000)
    parser.add_argument("--every", type=int, default=400, help="steps between two measurements")
    parser.add_argument("--rate", type=float, default=0.002, help="of learning, at its highest")
    parser.add_argument("--last-rate", type=float, default=0.0001)
    parser.add_argument("--drop", type=float, default=0.2)
    parser.add_argument("--first-batch", type=int, default=600, help="words")
    parser.add_argument("--last-batch", type=int, default=1100, help="words")
    parser.add_argument("--width", type=int, default=128)
    parser.add_argument("--depth", type=int, default=5)
    parser.add_argument("--hide", type=float, default=0.15, help="share of forms whose whole word is hidden")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--version", default="1.1.0")
    parser.add_argument("--pack", help="where the packed model goes", default=str(SHIPPED))
    arguments = parser.parse_args()
    shape = config.Shape(width=arguments.width, depth=arguments.depth, drop_word=arguments.hide)
    random.seed(arguments.seed)
    numpy.random.seed(arguments.seed)
    nlp = pipeline.load(arguments.start) if arguments.start else config.blank(shape)
    nlp.meta["version"] = arguments.version
    train(nlp, arguments)
    size = pack.write(pipeline.load(str(Path(arguments.out) / "best")), Path(arguments.pack))
    print(f"{arguments.pack}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
