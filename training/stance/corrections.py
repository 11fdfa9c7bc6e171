"""What corrections of an issue that the shipped classifier does not know are worth: each topic in turn is that issue.

python -m training.stance.corrections --data DATA

The classifier is learned of the other topics, as for a user's issue. Of a topic, only units whose sentence has one of
its terms count, as in a dossier; half of the articles are corrected one by one until so many sides have been told
(`taught` learns of all units in them), the other half is judged. F1 of sides as for positions, ± the standard error
over draws.
"""

import argparse
import os

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(variable, "1")  # read when numpy is loaded

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from standpunt.dossier.positions.taught import NEITHER, chosen, of_others
from standpunt.dossier.trained import adapted
from standpunt.dossier.trained.stance import LABELS
from standpunt.dossier.trained.tags import terms
from training.stance import data, learn, stance
from training.stance.data import ISSUES, Floats, Ints, Units

CORRECTIONS = (0, 5, 10, 20, 40, 60)
DRAWS = 6
_NONE = LABELS.index(NEITHER)


def main(folder: Path) -> None:
    units = data.read(folder)
    leanings = _leanings(units)
    rows = [
        adapted.row(each, terms(unit.issue)) for unit, each in zip(units.units, units.passages, strict=True)
    ]
    named = np.array(
        [
            bool(terms(unit.issue).find(each.target))
            for unit, each in zip(units.units, units.passages, strict=True)
        ]
    )
    figures: dict[int, list[tuple[float, float, float, bool]]] = {number: [] for number in CORRECTIONS}
    chance = np.random.default_rng(20231122)
    for topic in range(len(ISSUES)):
        own = np.flatnonzero(named & (units.issues == topic))
        articles = sorted({units.articles[at] for at in own})
        for _ in range(DRAWS):
            order = chance.permutation(len(articles))
            judged = {articles[at] for at in order[: len(order) // 2]}
            read = [articles[at] for at in order[len(order) // 2 :]]
            sides = sum(units.given[at] != _NONE and units.articles[at] not in judged for at in own)
            if sides < max(CORRECTIONS):
                continue  # every draw has all numbers, so that they can be compared
            test = [int(at) for at in own if units.articles[at] in judged]
            for number in CORRECTIONS:
                sample = _corrected(units, own, read, number)
                labels = [LABELS[units.given[at]] for at in sample]
                model = adapted.fit([rows[at] for at in sample], leanings[sample], labels)
                shares = model.shares([rows[at] for at in test], leanings[test])
                tried = of_others(
                    [rows[at] for at in sample],
                    leanings[sample],
                    labels,
                    [units.articles[at] for at in sample],
                )
                added = [one == other for one, other in zip(tried, labels, strict=True) if one != NEITHER]
                used = 2 * sum(added) > len(added)
                figures[number].append((*_figures(shares, [LABELS[units.given[at]] for at in test]), used))
    print(f"{len(figures[0])} draws")
    print(f"| corrections | precision | recall | F1 | better | used | precision then |\n|{' --- |' * 7}")
    without = np.array(figures[0])[:, 2]
    for number, each in figures.items():
        found = np.array(each)
        precision, recall, f1, used = found.mean(axis=0)
        error = found[:, 2].std() / np.sqrt(len(found))
        then = f"{found[found[:, 3] > 0, 0].mean():.2f}" if used else "-"
        print(
            f"| {number} | {precision:.2f} | {recall:.2f} | {f1:.2f} ± {error:.2f}"
            f" | {np.mean(found[:, 2] > without):.0%} | {used:.0%} | {then} |"
        )


def _leanings(units: Units) -> Floats:
    """Of each unit by a classifier of the other topics, learned and calibrated as the shipped one is."""
    fold = data.folds(units.articles)
    found = np.zeros((len(units.units), len(LABELS)))
    for topic in range(len(ISSUES)):
        others = units.issues != topic
        scores = np.zeros_like(found)
        for each in range(data.FOLDS):
            some = np.flatnonzero(others & (fold == each))
            scores[some] = stance.score(
                stance.fit(units, stance.WORDS, np.flatnonzero(others & (fold != each))), units, some
            )
        matrix = learn.calibration(scores[others], units.shares[others])
        whole = stance.fit(units, stance.WORDS, np.flatnonzero(others))
        own = np.flatnonzero(~others)
        shared = learn.calibrated(whole, matrix).shared()
        found[own] = shared.scores([units.rows[at] for at in own], [0] * len(own))
    return found


def _corrected(units: Units, own: Ints, read: Sequence[str], number: int) -> list[int]:
    """All units of the first articles that have so many sides."""
    chosen: list[int] = []
    for article in read:
        if sum(units.given[at] != _NONE for at in chosen) >= number:
            break
        chosen += [int(at) for at in own if units.articles[at] == article]
    return chosen


def _figures(shares: Floats, given: Sequence[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of the sides."""
    found = [chosen(each) for each in shares]
    right = sum(one == other != NEITHER for one, other in zip(found, given, strict=True))
    told, due = (sum(each != NEITHER for each in some) for some in (found, given))
    return right / max(1, told), right / max(1, due), 2 * right / max(1, told + due)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.stance.corrections")
    parser.add_argument(
        "--data", type=Path, default=Path("../shared/data"), help="the folder that holds stance/"
    )
    main(parser.parse_args().data)
