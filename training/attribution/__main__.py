"""Prints the table of docs/attribution.md.

    python -m training.attribution GOLD:TEXTS [GOLD:TEXTS:measured ...]

Every argument is a folder of annotations and the folder of its articles; with `:measured` behind it nothing is
learned from it. Figures are in percent: F1 of statements, F1 end to end, expected calibration error, Brier score.
"""

import argparse
import os

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(variable, "1")  # read when numpy is loaded

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from standpunt.evaluation import calibrate
from standpunt.evaluation.comparison import Comparison
from standpunt.evaluation.scores import Count, Scores, score
from training.attribution.articles import Annotated, read
from training.attribution.experiment import SYSTEMS, cross_validated, prepare

RESAMPLES = 2000


def main(arguments: Sequence[str]) -> None:
    articles: list[Annotated] = []
    for argument in arguments:
        gold, texts, *rest = argument.split(":")
        articles += read(Path(gold), Path(texts), measured=rest == ["measured"])
    prepared = [prepare(each) for each in articles]
    compared = {
        name: [
            each.compared(said)
            for each, said in zip(articles, cross_validated(prepared, learner), strict=True)
        ]
        for name, learner in SYSTEMS.items()
    }
    print("| set | articles | system | statements | end to end | ECE | Brier |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for folder in dict.fromkeys(each.folder for each in articles):
        places = [at for at, each in enumerate(articles) if each.folder == folder]
        for name, comparisons in compared.items():
            print(row(folder, name, [comparisons[at] for at in places]))
    for name, comparisons in compared.items():
        print(row("all", name, comparisons))
    for name in [name for name in SYSTEMS if name != "rules"]:
        low, middle, high = gain(compared["rules"], compared[name])
        print(f"{name} beside rules, end to end: {middle:+.1f} points (95%: {low:+.1f} to {high:+.1f})")


def row(folder: str, name: str, comparisons: Sequence[Comparison]) -> str:
    total, sure = Scores.total(map(score, comparisons)), calibrate(comparisons)
    figures = [total.lead("statements"), total.lead("end to end"), sure.error, sure.brier]
    shown = " | ".join("-" if each is None else f"{100 * each:.1f}" for each in figures)
    return f"| {folder} | {len(comparisons)} | {name} | {shown} |"


def gain(one: Sequence[Comparison], other: Sequence[Comparison]) -> tuple[float, float, float]:
    """Points of end to end F1 by which the other is better, with the bounds that 95% of resampled sets of articles
    lie between."""
    counts = [[score(each).counts["end to end"] for each in side] for side in (one, other)]
    chance = np.random.default_rng(20250214)
    drawn = [chance.integers(0, len(one), len(one)) for _ in range(RESAMPLES)]
    gains = sorted(
        _f1([counts[1][at] for at in each]) - _f1([counts[0][at] for at in each]) for each in drawn
    )
    middle = _f1(counts[1]) - _f1(counts[0])
    return gains[RESAMPLES // 40], middle, gains[-RESAMPLES // 40]


def _f1(counts: Sequence[Count]) -> float:
    return 100 * (sum(counts, Count()).f1 or 0.0)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.attribution", description=__doc__)
    parser.add_argument("folders", nargs="+", metavar="GOLD:TEXTS")
    main(parser.parse_args().folders)
