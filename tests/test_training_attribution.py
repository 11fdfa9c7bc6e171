"""The experiment with a learned part: the learner learns, and is never measured on what it saw."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from training.attribution import __main__ as command
from training.attribution import alone, experiment, logistic
from training.attribution.articles import read
from training.attribution.experiment import Prepared, System

from prose import analysis
from standpunt.evaluation.coding import MarkedStatement

EXAMPLES = Path(__file__).parent.parent / "examples"


@cache
def prepared(measured: bool = False) -> tuple[Prepared, ...]:
    articles = read(EXAMPLES / "gold", EXAMPLES / "articles", measured=measured)
    return tuple(experiment.prepare(each) for each in articles)


def test_a_model_tells_apart_what_its_features_tell_apart() -> None:
    rows = [{"rule=a": 1.0, "length": n / 10} for n in range(10)] + [
        {"rule=b": 1.0, "length": n / 10} for n in range(10)
    ]
    model = logistic.fit(rows, [True] * 10 + [False] * 10, penalty=1.0)
    likely, unlikely, unknown = model.probabilities(
        [{"rule=a": 1.0}, {"rule=b": 1.0}, {"rule=c": 1.0, "length": 0.5}]
    )
    assert likely > 0.8 > 0.2 > unlikely
    assert unknown == pytest.approx(0.5, abs=0.1)


def test_a_model_without_features_gives_the_share() -> None:
    model = logistic.fit([{}] * 8, [True] * 6 + [False] * 2)
    assert model.probabilities([{"rare": 1.0}]) == pytest.approx([0.75], abs=0.001)


def test_nobody_learns_from_the_article_that_is_measured() -> None:
    """Nor from those that are only measured."""
    for each in (prepared(), (*prepared(), *prepared(measured=True))):
        seen: list[int] = []

        def learner(training: Sequence[Prepared], seen: list[int] = seen) -> System:
            known = {id(other) for other in training}
            assert not any(other.article.measured for other in training)

            def system(other: Prepared) -> list[MarkedStatement]:
                assert id(other) not in known
                seen.append(len(known))
                return []

            return system

        assert experiment.cross_validated(each, learner) == [[]] * len(each)
        assert len(seen) == len(each)


def test_every_statement_of_the_rules_has_features_and_a_verdict() -> None:
    for each in prepared():
        assert len(each.said) == len(each.rows) == len(each.right)
        assert all(
            f"rule={said.why.rule}" in row for said, row in zip(each.said, each.rows, strict=True) if said.why
        )
    assert any(right for each in prepared() for right in each.right)


def test_the_spans_of_the_learner_alone() -> None:
    text = 'De minister zegt dat er geen geld is. "We gaan door", zei Jansen.'
    found = {(each.kind, each.span.of(text)) for each in alone.candidates(analysis(text))}
    assert {("quotation", "We gaan door"), ("clause", "er geen geld is")} <= found


def test_the_filter_gives_what_the_rules_give_or_less() -> None:
    system = experiment.filtered(prepared()[1:])
    first = prepared()[0]
    kept = {each.spans for each in system(first)}
    assert kept <= {each.spans for each in first.said}
    assert all(0 <= each.confidence <= 1 for each in system(first))


def test_no_gain_over_oneself() -> None:
    compared = [each.article.compared(each.said) for each in prepared()]
    assert command.gain(compared, compared) == (0.0, 0.0, 0.0)
    assert command.row("set", "rules", compared).startswith(f"| set | {len(compared)} | rules | ")
