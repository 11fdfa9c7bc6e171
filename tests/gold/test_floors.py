"""Floors under the figures on the annotated articles.

Floors only go up: when a figure has risen, raise its floor to just below it (`standpunt evaluate` prints them). A floor
holds for one corpus, named by its digest: when annotations or texts change, measure again and pin the new digest.
"""

from collections.abc import Callable

import pytest

from reference import Corpus

DIGESTS = {"seeds": "9f9626b78cccedd8", "examples": "2f953e7c946c6fe5"}

FLOORS = {
    "seeds": {
        "statements": 0.99, "content": 0.99, "speaker": 0.99, "end to end": 0.98, "times": 1.0, "date": 1.0,
        "actors": 0.98, "positions": 0.91, "conditions": 1.0,
    },
    "examples": {
        "statements": 0.97, "content": 0.98, "speaker": 0.98, "end to end": 0.96, "times": 0.64, "date": 0.87,
        "actors": 0.95,
    },
}  # fmt: skip
FIGURES = [(name, figure) for name, floors in FLOORS.items() for figure in floors]


@pytest.mark.parametrize("name", FLOORS)
def test_the_corpus_is_the_one_measured(name: str, corpus: Callable[[str], Corpus]) -> None:
    assert corpus(name).digest == DIGESTS[name], "the annotations or the texts have changed: measure again"


@pytest.mark.parametrize(("name", "figure"), FIGURES)
def test_no_figure_falls_below_its_floor(name: str, figure: str, corpus: Callable[[str], Corpus]) -> None:
    reached = corpus(name).report.total.lead(figure)
    assert reached is not None and reached >= FLOORS[name][figure], f"{figure}: {reached}"
