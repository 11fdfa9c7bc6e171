"""What is read off a network: backbones, groups, camps, phases, bars and a line."""

import datetime
import io
import itertools
from typing import get_args

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coded import NOTHING, claim, day, sample
from standpunt.errors import NetworkError
from standpunt.networks import backbone, clusters, dna, frequencies, phases, pictures, polarisation, scaling
from standpunt.networks.claims import Claim
from standpunt.networks.design import Design, Grouping, Kind
from standpunt.networks.disparity import disparity
from standpunt.networks.duplicates import counted
from standpunt.networks.matrix import Matrix
from standpunt.networks.ties import network
from standpunt.networks.windows import Window, series

SIDES = {
    "haven": {"tol": True, "brug": True, "sluis": True},
    "reders": {"tol": True, "brug": True, "sluis": True},
    "kapiteins": {"tol": True, "brug": True, "sluis": False},
    "eiland": {"tol": False, "brug": False, "sluis": False},
    "vissers": {"tol": False, "brug": False, "sluis": False},
}
DEBATE = [claim(who, about, side) for who, sides in SIDES.items() for about, side in sides.items()]
CAMPS = [["haven", "kapiteins", "reders"], ["eiland", "vissers"]]


def made(kind: Kind = "congruence", claims: list[Claim] = DEBATE) -> Matrix:
    return network(claims, Design(kind=kind))


def symmetric(values: list[list[float]], kind: Kind = "congruence") -> Matrix:
    names = tuple("abcdefgh"[: len(values)])
    return Matrix(Design(kind=kind), names, names, np.array(values, dtype=float))


# ----------------------------------------------------------------------------------------------- backbones


def test_a_tie_stays_where_chance_alone_gives_it_less_often() -> None:
    """a: 10 of 12, over three ties: (1 - 10/12) ** 2 = 0.028; d: 1 of 2 over two: 0.5."""
    values: list[list[float]] = [[0, 10, 1, 1], [10, 0, 0, 0], [1, 0, 0, 1], [1, 0, 1, 0]]
    ties = disparity(symmetric(values), 0.05).ties()
    assert ties == [{"source": "a", "target": "b", "weight": 10.0}]
    assert disparity(symmetric(values), 0.02).ties() == []
    assert len(disparity(symmetric(values), 0.9).ties()) == 4


def test_a_backbone_keeps_signs_and_two_modes() -> None:
    ties = disparity(
        symmetric([[0, -10, 1, 1], [-10, 0, 0, 0], [1, 0, 0, 1], [1, 0, 1, 0]], "subtract")
    ).ties()
    assert ties == [{"source": "a", "target": "b", "weight": -10.0}]
    two = network([*DEBATE, *[claim("haven", "tol")] * 30], Design("two-mode", kind="ignore"))
    assert [(tie["source"], tie["target"]) for tie in disparity(two).ties()] == [("haven", "tol")]


@pytest.mark.parametrize("level", [0, -1, 1.5])
def test_a_level_is_a_chance(level: float) -> None:
    with pytest.raises(NetworkError, match="between 0 and 1"):
        disparity(made(), level)


OF_DNA = Design(kind="subtract", normalisation="average", duplicates="document", compatible=True)
CARRIES = [
    "CO2 legislation will not hurt the economy.",
    "Emissions legislation should regulate CO2.",
    "There should be legislation to regulate emissions.",
]


def test_the_column_that_is_missed_least_goes_first() -> None:
    """The bridge only repeats what the toll says; nobody else speaks of the quay."""
    gone = backbone.nested([*DEBATE, claim("haven", "kade")], Design())
    assert (gone[0].column, gone[0].loss) == ("kade", 0.0)
    assert {each.column for each in gone} == {"kade", "tol", "brug", "sluis"}
    losses = [each.loss for each in gone]
    assert losses[-1] == max(losses) == 1.0
    assert gone[-1].redundant_loss == 0.0
    with pytest.raises(NetworkError, match="one-mode"):
        backbone.nested(DEBATE, Design("two-mode", kind="ignore"))


def test_the_backbone_of_the_sample_is_that_of_discourse_network_analyzer() -> None:
    """Its own tests say: three concepts of six with the penalty 3.5, of 23 statements."""
    claims = dna.read(sample()).claims
    assert len(list(counted(claims, OF_DNA))) == 23
    found = backbone.penalised(claims, OF_DNA)
    assert found.columns == CARRIES
    assert (len(found.redundant), found.loss) == (3, 0.028510211637)
    sizes = [len(backbone.penalised(claims, OF_DNA, penalty).columns) for penalty in (0, 2.5, 5, 7.5, 12)]
    assert sizes == [5, 3, 3, 1, 1]


def test_a_search_finds_what_trying_all_finds() -> None:
    claims = dna.read(sample()).claims
    for steps in (25, 55):  # fewer than there are sets
        assert backbone.penalised(claims, OF_DNA, steps=steps) == backbone.penalised(claims, OF_DNA)
    for size in (1, 3, 5):
        every = [
            backbone.fixed(claims, OF_DNA, size),
            backbone.fixed(claims, OF_DNA, size, steps=5, seed=size),
        ]
        assert {len(each.columns) for each in every} == {size}
        assert every[0].loss <= every[1].loss


@pytest.mark.parametrize(("size", "penalty", "said"), [(6, None, "no backbone of 6"), (0, None, "of 0"),
                                                       (None, -1.0, "not below zero")])  # fmt: skip
def test_what_is_no_backbone(size: int | None, penalty: float | None, said: str) -> None:
    claims = dna.read(sample()).claims
    with pytest.raises(NetworkError, match=said):
        if size is not None:
            backbone.fixed(claims, OF_DNA, size)
        elif penalty is not None:
            backbone.penalised(claims, OF_DNA, penalty)


# -------------------------------------------------------------------------------------------------- groups


@pytest.mark.parametrize("method", get_args(Grouping))
def test_who_agrees_is_one_group(method: Grouping) -> None:
    assert clusters.groups(made(), method) == CAMPS
    assert clusters.groups(made(), method, seed=7) == clusters.groups(made(), method, seed=7)


@pytest.mark.parametrize("method", get_args(Grouping))
def test_every_name_is_in_one_group_of_the_sample(method: Grouping) -> None:
    matrix = network(dna.read(sample()).claims, Design(normalisation="average"))
    found = clusters.groups(matrix, method, count=3)
    assert sorted(name for group in found for name in group) == sorted(matrix.rows)
    assert -0.5 <= clusters.modularity(matrix, found) <= 1


@pytest.mark.parametrize("method", get_args(Grouping))
def test_who_has_no_tie_is_a_group(method: Grouping) -> None:
    matrix = symmetric([[0, 1, 0], [1, 0, 0], [0, 0, 0]])
    assert clusters.groups(matrix, method) == [["a", "b"], ["c"]]
    assert clusters.groups(symmetric([[0]]), method, count=1) == [["a"]]


def test_the_number_of_groups_can_be_told() -> None:
    for method in ("edge betweenness", "hierarchical"):
        assert len(clusters.groups(made(), method, count=3)) == 3
    assert clusters.modularity(made(), CAMPS) > clusters.modularity(made(), [sorted(SIDES)]) == 0


@pytest.mark.parametrize(
    ("matrix", "method", "count", "said"),
    [
        (made("subtract"), "leiden", 2, "without ties below zero"),
        (network(DEBATE, Design("two-mode", kind="ignore")), "leiden", 2, "one-mode"),
        (made(), "kmeans", 2, "there is leiden, louvain"),
        (made(), "hierarchical", 9, "5 names make no 9 groups"),
    ],
)
def test_what_cannot_be_grouped(matrix: Matrix, method: Grouping, count: int, said: str) -> None:
    with pytest.raises(NetworkError, match=said):
        clusters.groups(matrix, method, count)


# --------------------------------------------------------------------------------------------------- camps


def test_two_camps_that_disagree() -> None:
    found = polarisation.polarisation(made("subtract"))
    assert {name for name, camp in found.camps.items() if camp == found.camps["haven"]} == set(CAMPS[0])
    assert found.value > 0.3
    assert polarisation.polarisation(made("subtract")) == found


def test_who_all_agree_have_no_camps() -> None:
    agreed = [claim(who, about) for who in SIDES for about in ("tol", "brug")]
    found = polarisation.polarisation(network(agreed, Design(kind="subtract")))
    assert (found.value, set(found.camps.values())) == (0.0, {0})


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 6).flatmap(lambda n: st.lists(st.integers(-3, 3), min_size=n * n, max_size=n * n)))
def test_camps_are_the_best_that_there_are(weights: list[int]) -> None:
    size = int(len(weights) ** 0.5)
    upper = np.triu(np.array(weights, dtype=float).reshape(size, size), 1)
    values = upper + upper.T
    found = polarisation.polarisation(symmetric(values.tolist(), "subtract"))
    best = max(quality(values, np.array(sides)) for sides in itertools.product([0, 1], repeat=size))
    assert found.value == pytest.approx(max(best, 0.0), abs=1e-9)


def quality(values: np.ndarray, sides: np.ndarray) -> float:
    """As the definition has it, pair by pair."""
    total = np.abs(values).sum()
    if not total:
        return 0.0
    plus, minus = np.maximum(values, 0), np.maximum(-values, 0)
    sum = 0.0
    for i, j in itertools.product(range(len(values)), repeat=2):
        if sides[i] == sides[j]:
            by_chance = [
                part[i].sum() * part[j].sum() / part.sum() if part.any() else 0.0 for part in (plus, minus)
            ]
            sum += values[i, j] - by_chance[0] + by_chance[1]
    return float(sum / total)


def test_camps_are_of_one_mode() -> None:
    with pytest.raises(NetworkError, match="one-mode"):
        polarisation.polarisation(network(DEBATE, Design("two-mode", kind="ignore")))


def test_the_polarisation_of_the_sample_is_that_of_discourse_network_analyzer() -> None:
    """Its own tests say 0.5342493."""
    claims = dna.read(sample()).claims
    found = polarisation.as_dna(claims, Design())
    assert round(found.value, 7) == 0.5342493
    assert sorted(found.camps.values()) == [0, 0, 0, 0, 1, 1, 1]
    assert polarisation.as_dna(claims, Design(kind="subtract"), seed=8) == found
    with pytest.raises(NetworkError, match="no two camps"):
        polarisation.as_dna(DEBATE[:6], Design())


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_swapping_finds_the_greatest_of_all_equal_camps(data: st.DataObject) -> None:
    names = data.draw(st.integers(4, 7))
    claims = [
        claim(f"n{name}", f"c{column}", data.draw(st.booleans()))
        for name in range(names)
        for column in range(3)
    ]
    agree, conflict = (
        network(claims, Design(kind=kind, normalisation="average", compatible=True)).values
        for kind in ("congruence", "conflict")
    )
    total = agree.sum() + conflict.sum()

    def value(second: tuple[int, ...]) -> float:
        """By the definition, pair by pair."""
        sides = [name in second for name in range(names)]
        sizes = [names - len(second), len(second)]
        inside = sum(size * (size - 1) for size in sizes)
        across = names * (names - 1) - inside
        differs = 0.0
        for one, other in itertools.permutations(range(names), 2):
            mine, yours = sizes[sides[one]], sizes[sides[other]]
            even = mine * (mine - 1) / inside * agree.sum() / inside if sides[one] == sides[other] else 0.0
            apart = mine * yours / across * conflict.sum() / across if sides[one] != sides[other] else 0.0
            differs += abs(agree[one, other] - even) + abs(conflict[one, other] - apart)
        return differs / (2 * float(total))

    halves = list(itertools.combinations(range(names), names // 2))
    greatest = max(max(map(value, halves)), max(value(tuple(set(range(names)) - set(each))) for each in halves)
                   if names % 2 == 0 else 0.0)  # fmt: skip
    assert polarisation.as_dna(claims, Design()).value == pytest.approx(greatest)


# -------------------------------------------------------------------------------------------------- phases


def months(*sides: str) -> list[Window]:
    """A month for each sign: `a` the first two agree, `b` the last two do, `.` nobody speaks."""
    pairs = {"a": ("haven", "reders"), "b": ("eiland", "vissers"), ".": ()}
    claims = [
        claim(who, "tol", True, day(f"2031-{month:02}-15"))
        for month, side in enumerate(sides, 1)
        for who in pairs[side]
    ]
    claims += [claim(who, "tol", True, day("2031-01-15")) for who in ("haven",) if sides[0] == "."]
    return list(series(claims, Design(), "month"))


def test_a_debate_that_changes_has_two_phases() -> None:
    found = phases.phases(months("a", "a", "b", "b", "b"))
    assert found.labels == (0, 0, 1, 1, 1)
    assert [window.first for window in found.changes] == [datetime.date(2031, 3, 1)]
    assert found.dunn == np.inf


def test_a_phase_may_come_back_and_empty_windows_are_left_out() -> None:
    found = phases.phases(months("a", ".", "b", "b", "a"))
    assert found.labels == (0, 1, 1, 0)
    assert [window.first.month for window in found.changes] == [3, 5]
    assert found.distances.shape == (4, 4)


def test_a_debate_that_stays_is_one_phase() -> None:
    assert phases.phases(months("a", "a", "a")).labels == (0, 0, 0)
    assert phases.phases(months("a")).labels == (0,)
    assert phases.phases([]).labels == ()


def test_a_spectrum_does_not_know_names() -> None:
    """Two other names that agree are the same shape."""
    assert phases.phases(months("a", "a", "b", "b"), "spectral").labels == (0, 0, 0, 0)
    quarrel = [claim(who, "tol", who == "haven", day("2031-01-15")) for who in SIDES]
    with pytest.raises(NetworkError, match="below zero"):
        phases.phases(series(quarrel, Design(kind="subtract"), "month"), "spectral")
    with pytest.raises(NetworkError, match="there is absolute, spectral"):
        phases.phases([], "cosine")  # type: ignore[arg-type]


# ------------------------------------------------------------------------------------------- bars and a line


def test_bars_count_by_side() -> None:
    bars = frequencies.bars([*DEBATE, claim("haven", "tol")], Design())
    assert [(bar.name, bar.counts, bar.total) for bar in bars] == [
        ("tol", {False: 2, True: 4}, 6), ("brug", {False: 2, True: 3}, 5), ("sluis", {False: 3, True: 2}, 5),
    ]  # fmt: skip
    once = frequencies.bars([*DEBATE, claim("haven", "tol")], Design(duplicates="range"))
    assert [bar.total for bar in once] == [5, 5, 5]


def test_bars_of_the_sample_add_up() -> None:
    bars = frequencies.bars(dna.read(sample()).claims, Design())
    assert sum(bar.total for bar in bars) == 40
    assert bars[0].name == "There should be legislation to regulate emissions."


def test_a_line_has_the_camps_at_its_ends() -> None:
    found = scaling.line(DEBATE, Design())
    points = {name: round(point, 9) for name, point in found.points.items()}
    assert points["haven"] == points["reders"] > points["kapiteins"] > 0
    assert points["eiland"] == points["vissers"] < 0
    assert np.mean(np.square(list(found.points.values()))) == pytest.approx(1)
    assert min(found.issues.values()) > 0
    assert 0.5 < found.share <= 1
    again = scaling.line(reversed(DEBATE), Design())
    assert again.points == pytest.approx(found.points)


def test_who_says_too_little_has_no_place() -> None:
    found = scaling.line([*DEBATE, claim("gast", "tol")], Design())
    assert "gast" not in found.points
    assert "gast" in scaling.line([*DEBATE, claim("gast", "tol")], Design(), least=1).points


@pytest.mark.parametrize("claims", [[claim("haven", "tol")], [claim("haven", "tol", None, NOTHING)]])
def test_a_line_needs_two_sides(claims: list[Claim]) -> None:
    with pytest.raises(NetworkError):
        scaling.line(claims, Design(), least=1)


# ------------------------------------------------------------------------------------- igraph and pictures


def test_igraph_has_the_names_and_weights() -> None:
    graph = made().igraph()
    assert graph.vs["name"] == list(made().rows)
    assert sum(graph.es["weight"]) == sum(tie["weight"] for tie in made().ties())


@pytest.mark.parametrize("ending", pictures.ENDINGS)
def test_the_same_graph_is_the_same_picture(ending: str) -> None:
    files = [io.BytesIO(), io.BytesIO()]
    for file in files:
        pictures.draw(network(DEBATE, Design("two-mode", kind="subtract")).graph(), file, ending)
    assert files[0].getvalue() == files[1].getvalue() != b""


def test_an_empty_graph_is_a_picture() -> None:
    file = io.BytesIO()
    pictures.draw(symmetric([[0]]).graph(), file)
    assert b"<svg" in file.getvalue()


def test_graphs_side_by_side_have_their_titles_and_names() -> None:
    file = io.BytesIO()
    one, other = (network([each], Design("two-mode", kind="subtract")).graph() for each in DEBATE[:2])
    pictures.draw_series({"maart": one, "april": other}, file)
    picture = file.getvalue().decode()
    assert "maart" in picture and "april" in picture
    for name in {*one, *other}:
        assert picture.count(f">{name}<") == (name in one) + (name in other)
