"""Prints the tables of docs/stance.md, from DATA/stance/train.jsonl.

    python -m training.stance.measure --data DATA

Five folds, grouped by article; figures are in percent. What is said after ± is the standard error: from resampled
articles.
"""

import argparse
import os

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(variable, "1")  # read when numpy is loaded

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from standpunt.dossier.trained.stance import LABELS
from standpunt.evaluation import calibration
from training.stance import data, learn, stance, topics
from training.stance.data import Floats, Ints, Units
from training.stance.learn import Scale, Scales
from training.stance.stance import Measured

SHIPPED, OF_WORDS = "shipped", "shipped, actor masked"
SYSTEMS: Mapping[str, Scales] = {
    "actor and topic alone": {"party": Scale(0.2, 0.6)},
    "word weights": {name: stance.FULL[name] for name in ("word", "pair", "party")},
    SHIPPED: stance.FULL,
    OF_WORDS: stance.WORDS,
    "without neighbours": stance.without("near", "near part"),
    "without parts of words": stance.without("part", "near part"),
    "without words and pairs": stance.without("word", "pair"),
    "without word lists": stance.without("tag", "cue", "cues", "line"),
    "without rows of tags": stance.without("tag"),
    "without cues in pairs": stance.without("cues"),
    "without the programme's line": stance.without("line"),
    "without the party": stance.without("party"),
}
RESAMPLES = 500


def main(folder: Path) -> None:
    units = data.read(folder)
    measured = {name: stance.measure(units, scales) for name, scales in SYSTEMS.items()}
    print("| system | unmarked | accuracy | marked | accuracy |\n| --- | --- | --- | --- | --- |")
    for name, each in measured.items():
        cells = [
            cell
            for chosen in (~units.marked, units.marked)
            for cell in (
                f"{100 * macro(units, each, chosen):.1f} ± {100 * error(units, each, chosen):.1f}",
                f"{100 * np.mean(each.chosen[chosen] == units.given[chosen]):.1f}",
            )
        ]
        print(f"| {name} | {' | '.join(cells)} |")
    by_dimension(units, measured)
    within_parties(units, measured)
    calibrated(units, measured)
    of_topics(units)


def macro(units: Units, measured: Measured, chosen: "np.typing.NDArray[np.bool_]") -> float:
    return learn.macro_f1(measured.chosen[chosen], units.given[chosen])


def error(units: Units, measured: Measured, chosen: "np.typing.NDArray[np.bool_]") -> float:
    """The standard error of macro-F1 when other articles of the kind had been drawn."""
    places: dict[str, list[int]] = {}
    for at in np.flatnonzero(chosen):
        places.setdefault(units.articles[at], []).append(int(at))
    articles = list(places.values())
    chance = np.random.default_rng(20231122)
    figures = []
    for _ in range(RESAMPLES):
        drawn = [at for each in chance.integers(0, len(articles), len(articles)) for at in articles[each]]
        figures.append(learn.macro_f1(measured.chosen[drawn], units.given[drawn]))
    return float(np.std(figures))


def by_dimension(units: Units, measured: Mapping[str, Measured]) -> None:
    names = ["actor and topic alone", "word weights", SHIPPED, OF_WORDS]
    print(f"\n| dimension, unmarked | units | {' | '.join(names)} |\n| --- | --- |{' --- |' * len(names)}")
    for place, issue in enumerate(data.ISSUES):
        chosen = (units.issues == place) & ~units.marked
        cells = [f"{100 * macro(units, measured[name], chosen):.1f}" for name in names]
        print(f"| {issue} | {np.sum(chosen)} | {' | '.join(cells)} |")
    for place, label in enumerate(LABELS):
        given = (units.given == place) & ~units.marked
        cells = []
        for name in names:
            found = (measured[name].chosen == place) & ~units.marked
            cells.append(f"{200 * np.sum(given & found) / (np.sum(given) + np.sum(found)):.1f}")
        print(f"| F1 of {label} | {np.sum(given)} | {' | '.join(cells)} |")


def within_parties(units: Units, measured: Mapping[str, Measured]) -> None:
    """Whether it sees a shift: units on the side that the party does not usually take on the issue."""
    usual = usual_side(units)
    against = (units.given != 1) & (usual != 1) & (units.given != usual)
    along = (units.given != 1) & (units.given == usual)
    print(
        f"\n| system | mean of parties | as usual ({np.sum(along)}) | against the usual ({np.sum(against)}) |"
        "\n| --- | --- | --- | --- |"
    )
    actors = [unit.actor for unit in units.units]
    for name in ("actor and topic alone", "word weights", SHIPPED, OF_WORDS):
        each = measured[name]
        of_parties = [
            macro(units, each, np.array([actor == party for actor in actors]))
            for party in sorted(set(actors))
        ]
        right = [100 * np.mean(each.chosen[chosen] == units.given[chosen]) for chosen in (along, against)]
        print(f"| {name} | {100 * np.mean(of_parties):.1f} | {right[0]:.1f} | {right[1]:.1f} |")


def usual_side(units: Units) -> Ints:
    """For each unit the side that its party takes most often on the issue in other articles; 1 where none is."""
    counts: dict[tuple[str, str], Floats] = {}
    own: dict[tuple[str, str, str], Floats] = {}
    for unit, given in zip(units.units, units.given, strict=True):
        counts.setdefault((unit.actor, unit.topic), np.zeros(3))[given] += 1
        own.setdefault((unit.actor, unit.topic, unit.article), np.zeros(3))[given] += 1
    sides = []
    for unit in units.units:
        left, _, right = counts[unit.actor, unit.topic] - own[unit.actor, unit.topic, unit.article]
        sides.append(1 if left == right else 0 if left > right else 2)
    return np.array(sides)


def calibrated(units: Units, measured: Mapping[str, Measured]) -> None:
    print(
        "\n| system | expected calibration error | Brier score of the most probable label |\n| --- | --- | --- |"
    )
    for name in (SHIPPED, OF_WORDS):
        shares = measured[name].shares
        best = shares.argmax(axis=1)
        told = calibration.of(
            list(zip(shares.max(axis=1).tolist(), (best == units.given).tolist(), strict=True))
        )
        print(f"| {name} | {told.error:.3f} | {told.brier:.3f} |")


def of_topics(units: Units) -> None:
    shares, given = topics.measure(units), topics.topic_of(units)
    chosen, told = shares.argmax(axis=1), units.given != 1
    print("\n| topic, of 12 and none | units | right | macro-F1 |\n| --- | --- | --- | --- |")
    for name, which in (
        ("takes a side, unmarked", told & ~units.marked),
        ("takes a side, marked", told & units.marked),
        ("all", np.ones(len(given), bool)),
    ):
        present = sorted(set(given[which].tolist()))
        f1 = [
            2
            * np.sum((chosen == each) & (given == each) & which)
            / (np.sum((chosen == each) & which) + np.sum((given == each) & which))
            for each in present
        ]
        print(
            f"| {name} | {np.sum(which)} | {100 * np.mean(chosen[which] == given[which]):.1f}"
            f" | {100 * np.mean(f1):.1f} |"
        )
    told_apart = calibration.of(
        list(zip(shares.max(axis=1).tolist(), (chosen == given).tolist(), strict=True))
    )
    print(f"\ntopics: expected calibration error {told_apart.error:.3f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.stance.measure")
    parser.add_argument(
        "--data", type=Path, default=Path("../shared/data"), help="the folder that holds stance/"
    )
    main(parser.parse_args().data)
