"""Which issue of the policy codebook a passage is about, or none: a classifier of the same kind, by words and terms."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from standpunt.dossier.issues import policy
from standpunt.dossier.trained import features, linear
from standpunt.dossier.trained.linear import Linear
from standpunt.dossier.trained.passages import Passage
from standpunt.dossier.trained.tags import terms

NONE = "none"


@dataclass(frozen=True, slots=True)
class About:
    """`issue` is an id of the policy codebook, empty where the passage is about none; `shares` are calibrated
    probabilities of every issue, and of `none`."""

    issue: str
    shares: dict[str, float]


class Topics:
    def __init__(self, weights: Linear) -> None:
        self._weights = weights

    def about(self, passages: Sequence[Passage]) -> list[About]:
        if not passages:
            return []
        scores = self._weights.scores([keys(each) for each in passages], [0] * len(passages))
        told = []
        for of in linear.softmax(scores).tolist():
            shares = dict(zip(self._weights.classes, of, strict=True))
            best = max(shares, key=lambda each: (shares[each], each))
            told.append(About("" if best == NONE else best, shares))
        return told


def keys(passage: Passage) -> dict[str, list[str]]:
    """The features: words of the sentence and around it, and the issues whose terms stand there."""
    words = features.of_words(passage)
    return {
        "word": words["word"],
        "pair": words["pair"],
        "part": words["part"],
        "near": words["near"],
        "cue": [
            f"{place} {issue.id} {min(len(found), 2)}"
            for issue in policy()
            for place, of in (
                ("in", passage.target),
                ("before", passage.before),
                ("after", passage.after),
            )
            if (found := terms(issue.id).find(of))
        ],
    }


@cache
def load() -> Topics:
    """The classifier that ships. Raises ModelError."""
    return Topics(linear.from_record(linear.load("topics.xz")))
