"""Ideal points: made actors are found again, in their order, with errors that hold; and the sample's."""

import numpy as np
import pytest
from scipy.optimize import check_grad
from scipy.special import ndtr, ndtri
from scipy.stats import spearmanr

from coded import claim, sample
from standpunt.errors import NetworkError
from standpunt.networks import dna
from standpunt.networks.claims import Claim
from standpunt.networks.design import Design
from standpunt.networks.ideal_points import IdealPoints, Levels, _Model, ideal_points
from standpunt.networks.scaling import sides

ACTORS, ISSUES = 60, 20
SEEN = 0.6
"""The share of actors and issues of which anything is said."""


def made(levels: Levels, seed: int) -> tuple[np.ndarray, np.ndarray, list[Claim]]:
    """The places of actors, the slopes of issues, and what they would say; on both sides near the cut, with three."""
    draw = np.random.default_rng(seed)
    places, slopes = draw.normal(size=ACTORS), 1.5 * draw.normal(size=ISSUES)
    cuts = 0.7 * draw.normal(size=ISSUES)
    claims = []
    for actor, place in enumerate(places):
        for issue in range(ISSUES):
            if draw.random() > SEEN:
                continue
            drawn = slopes[issue] * place + draw.normal() - cuts[issue]
            both = levels == 3 and 0 < drawn < 0.8
            told = (True, False) if both else (bool(drawn > 0),)
            claims += [claim(f"{actor:02}", f"{issue:02}", side) for side in told]
    return places, slopes, claims


def in_order(found: IdealPoints) -> tuple[np.ndarray, np.ndarray]:
    points = [found.actors[f"{at:02}"] for at in range(ACTORS)]
    return np.array([each.value for each in points]), np.array([each.error for each in points])


@pytest.mark.parametrize("levels", [2, 3])
def test_made_actors_and_issues_are_found_again(levels: Levels) -> None:
    places, slopes, claims = made(levels, seed=levels)
    leftmost = f"{int(np.argmax(places)):02}"
    found = ideal_points(claims, Design(), levels, above=leftmost)
    values, errors = in_order(found)
    assert spearmanr(places, values).statistic > 0.9
    assert 0.85 <= np.mean(np.abs(values - places) < 1.96 * errors) <= 1.0
    divides = [found.issues[f"{at:02}"] for at in range(ISSUES)]
    assert np.corrcoef(slopes, [each.slope for each in divides])[0, 1] > 0.9
    held = [abs(each.slope - slope) < 1.96 * each.error for each, slope in zip(divides, slopes, strict=True)]
    assert np.mean(held) >= 0.8
    assert all(len(each.cuts) == levels - 1 and list(each.cuts) == sorted(each.cuts) for each in divides)
    assert ideal_points(claims, Design(), levels, above=leftmost) == found


def test_a_simulation_gives_the_same_line() -> None:
    """Gibbs sampling of the same model with the same priors (Albert and Chib 1993), as Discourse Network Analyzer has
    it done; its draws are turned so that they agree with the line."""
    claims = made(2, seed=4)[2]
    mean, spread = in_order(ideal_points(claims, Design()))
    said = sides(claims, Design()).mean
    there, agrees = ~np.isnan(said), said > 0
    draw = np.random.default_rng(0)
    points, slopes, cuts = mean.copy(), np.zeros(ISSUES), np.zeros(ISSUES)
    kept = []
    for step in range(1500):
        middle = points[:, None] * slopes - cuts
        least = ndtr(-middle)
        at = np.where(
            agrees, least + draw.random(middle.shape) * (1 - least), draw.random(middle.shape) * least
        )
        latent = middle + ndtri(np.clip(at, 1e-12, 1 - 1e-12))
        for issue in range(ISSUES):
            by = np.column_stack([points, -np.ones(ACTORS)])[there[:, issue]]
            inverse = np.linalg.inv(by.T @ by + np.eye(2) / 4)
            place = inverse @ by.T @ latent[there[:, issue], issue]
            slopes[issue], cuts[issue] = draw.multivariate_normal(place, inverse)
        precision = 1 + (there * slopes**2).sum(axis=1)
        pull = (np.where(there, latent + cuts, 0.0) * slopes).sum(axis=1)
        points = pull / precision + draw.normal(size=ACTORS) / np.sqrt(precision)
        if step >= 300:
            kept.append(points * (np.sign(points @ mean) or 1.0))
    drawn = np.array(kept)
    assert np.corrcoef(drawn.mean(axis=0), mean)[0, 1] > 0.99
    assert np.abs(drawn.mean(axis=0) - mean).max() < 0.25
    assert np.corrcoef(drawn.std(axis=0), spread)[0, 1] > 0.8
    assert 0.9 < (drawn.std(axis=0) / spread).mean() < 1.3


def test_who_says_more_is_surer() -> None:
    _, _, claims = made(2, seed=5)
    few = [
        each for each in claims if each.values["organization"] != "07" or str(each.values["concept"]) < "04"
    ]
    with_all, with_few = (ideal_points(some, Design(), least=1).actors["07"].error for some in (claims, few))
    assert with_few > with_all


@pytest.mark.parametrize("levels", [2, 3])
def test_the_gradient_is_that_of_the_loss(levels: Levels) -> None:
    model = _Model(sides(made(levels, seed=3)[2][:200], Design()), levels)
    at = model.start() + 0.3 * np.random.default_rng(0).normal(size=len(model.start()))
    assert check_grad(lambda x: model.loss(x)[0], lambda x: model.loss(x)[1], at) < 1e-3


def test_the_sample_lies_between_the_environment_and_industry() -> None:
    """The constraints of Discourse Network Analyzer's own example: the refiners on one side, those who save energy on
    the other."""
    found = ideal_points(dna.read(sample()).claims, Design(duplicates="document"), least=1)
    order = sorted(found.actors, key=lambda name: found.actors[name].value)
    assert order[0] == "National Petrochemical & Refiners Association"
    assert set(order[-3:]) == {
        "Sierra Club", "U.S. Public Interest Research Group", "Alliance to Save Energy",
    }  # fmt: skip
    turned = ideal_points(dna.read(sample()).claims, Design(duplicates="document"), least=1, above=order[0])
    assert [turned.actors[name].value for name in order] == pytest.approx(
        [-found.actors[name].value for name in order]
    )


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"levels": 4}, "two levels or three"),
        ({"above": "niemand"}, "not on the line"),
        ({"least": 7}, "nothing divides"),
    ],
)
def test_what_has_no_line(options: dict[str, object], said: str) -> None:
    with pytest.raises(NetworkError, match=said):
        ideal_points(dna.read(sample()).claims, Design(), **options)  # type: ignore[arg-type]
