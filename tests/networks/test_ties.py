"""Networks of claims made by hand, against sums in plain loops and against networkx."""

from collections.abc import Sequence
from typing import Any

import networkx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coded import between, claim, day
from standpunt.errors import NetworkError
from standpunt.networks.claims import Claim
from standpunt.networks.design import Design, Duplicates, Kind
from standpunt.networks.ties import network

DEBATE = [
    claim("dijkraad", "sluis", True), claim("dijkraad", "sluis", True), claim("dijkraad", "tol", False),
    claim("haven", "sluis", True), claim("haven", "tol", True),
    claim("reders", "sluis", False), claim("reders", "kade", True),
]  # fmt: skip


def tie(claims: Sequence[Claim], design: Design, one: str = "dijkraad", other: str = "haven") -> float:
    frame = network(claims, design).frame()
    assert frame.loc[one, other] == frame.loc[other, one]
    assert frame.loc[one, one] == 0
    return float(frame.loc[one, other])


@pytest.mark.parametrize(
    ("kind", "with_harbour", "with_owners"),
    [("ignore", 2 * 1 + 1 * 1, 2 * 1), ("congruence", 2, 0), ("conflict", 1, 2), ("subtract", 1, -2)],
)
def test_two_rows_are_tied_by_what_they_share(kind: Kind, with_harbour: float, with_owners: float) -> None:
    assert tie(DEBATE, Design(kind=kind)) == with_harbour
    assert tie(DEBATE, Design(kind=kind), "dijkraad", "reders") == with_owners


def test_normalised_by_what_each_shares_with_itself() -> None:
    """The council says one thing twice and one once, 5 with itself; the harbour two things once, 2; 2 together."""
    assert tie(DEBATE, Design(normalisation="average")) == pytest.approx(2 / ((5 + 2) / 2))
    assert tie(DEBATE, Design(normalisation="jaccard")) == pytest.approx(2 / (5 + 2 - 2))
    assert tie(DEBATE, Design(normalisation="cosine")) == pytest.approx(2 / (5 * 2) ** 0.5)


def test_compatible_divides_by_the_numbers_of_claims() -> None:
    """3 claims of the council, 2 of the harbour; 1 of each has no counterpart, and 2 pairs agree."""
    assert tie(DEBATE, Design(normalisation="average", compatible=True)) == pytest.approx(2 / 2.5)
    assert tie(DEBATE, Design(normalisation="jaccard", compatible=True)) == pytest.approx(2 / (1 + 1 + 2))
    assert tie(DEBATE, Design(normalisation="cosine", compatible=True)) == pytest.approx(2 / 6)


def test_an_integer_qualifier_agrees_by_degrees() -> None:
    scored = [claim("dijkraad", "sluis", 1), claim("haven", "sluis", 2), claim("reders", "sluis", 5)]
    assert tie(scored, Design()) == 0.75
    assert tie(scored, Design(), "dijkraad", "reders") == 0
    assert tie(scored, Design(kind="conflict"), "haven", "reders") == 0.75


def test_two_mode_networks() -> None:
    def cell(kind: Kind, who: str = "dijkraad", about: str = "sluis", **more: Any) -> float:
        claims = [*DEBATE, claim("haven", "tol", False)]
        return float(network(claims, Design("two-mode", kind=kind, **more)).frame().loc[who, about])

    assert cell("ignore") == 2
    assert cell("subtract", about="tol") == -1
    assert cell("subtract", "haven", "tol") == 0
    assert [cell("combine"), cell("combine", about="tol"), cell("combine", "haven", "tol")] == [1, 2, 3]
    assert cell("ignore", normalisation="activity") == pytest.approx(2 / 3)
    assert cell("ignore", normalisation="prominence") == pytest.approx(2 / 4)


def test_an_integer_qualifier_of_zero_and_one_is_no_boolean() -> None:
    claims = [claim("dijkraad", "sluis", 0), claim("dijkraad", "sluis", 1)]
    assert network(claims, Design("two-mode", kind="subtract")).values.tolist() == [[1]]


TOLD = (
    ("2030-12-30", "1"), ("2030-12-30", "1"), ("2031-01-02", "2"), ("2031-01-02", "2"), ("2031-01-09", "3"),
    ("2031-12-30", "4"),
)  # fmt: skip
"""The first four days lie in the first week of 2031, the last in that of 2032."""


@pytest.mark.parametrize(
    ("duplicates", "count"),
    [("include", 6), ("document", 4), ("week", 3), ("month", 3), ("year", 2), ("range", 1)],
)
def test_duplicates_count_once(duplicates: Duplicates, count: int) -> None:
    claims = [claim("haven", "tol", True, day(when), document) for when, document in TOLD]
    design = Design("two-mode", kind="ignore", duplicates=duplicates)
    assert network(claims, design).values.sum() == count


def test_compatible_duplicates_forget_the_year() -> None:
    claims = [claim("haven", "tol", True, day(when), when) for when in ("2030-12-02", "2031-12-01")]
    month = Design("two-mode", kind="ignore", duplicates="month")
    as_dna = Design("two-mode", kind="ignore", duplicates="month", compatible=True)
    assert network(claims, month).values.sum() == 2
    assert network(claims, as_dna).values.sum() == 1


def test_what_may_lie_in_two_months_is_a_duplicate_only_in_its_document() -> None:
    unsure = between("2031-01-20", "2031-02-10")
    claims = [
        claim("haven", "tol", True, unsure, "1"),
        claim("haven", "tol", True, unsure, "1"),
        claim("haven", "tol", True, unsure, "2"),
        claim("haven", "tol", True, day("2031-01-21"), "3"),
    ]
    design = Design("two-mode", kind="ignore", duplicates="month")
    assert network(claims, design).values.sum() == 3


def test_who_shows_no_side_counts_only_where_sides_are_ignored() -> None:
    claims = [*DEBATE, claim("burgemeester", "sluis", None)]
    assert "burgemeester" in network(claims, Design(kind="ignore")).rows
    assert "burgemeester" not in network(claims, Design()).rows


@pytest.mark.parametrize(
    ("design", "said"),
    [
        ({"kind": "combine"}, "combine: this is no kind of one-mode network"),
        ({"mode": "two-mode", "kind": "ignore", "normalisation": "cosine"}, "there is none, activity, prominence"),
        ({"rows": "concept"}, "rows and columns are the same"),
    ],
)  # fmt: skip
def test_what_does_not_go_together_is_refused(design: dict[str, Any], said: str) -> None:
    with pytest.raises(NetworkError, match=said):
        Design(**design)


def test_a_variable_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(NetworkError, match="the variables are agreement, concept, organization"):
        network(DEBATE, Design(rows="actor"))
    with pytest.raises(NetworkError, match="neither boolean nor integer"):
        network(DEBATE, Design(rows="organization", columns="agreement", qualifier="concept"))


@st.composite
def debates(draw: st.DrawFn) -> list[Claim]:
    return draw(
        st.lists(
            st.builds(claim, st.sampled_from("abcd"), st.sampled_from("xyz"), st.booleans()),
            min_size=1, max_size=30,
        )
    )  # fmt: skip


@given(debates())
def test_ties_are_what_plain_loops_count(claims: list[Claim]) -> None:
    counts = {
        kind: sum(
            one.values["concept"] == other.values["concept"]
            and (kind == "ignore" or (one.values["agreement"] == other.values["agreement"]) == (kind == "congruence"))
            for one in claims
            for other in claims
            if one.values["organization"] != other.values["organization"]
        )
        for kind in ("ignore", "congruence", "conflict")
    }  # fmt: skip
    found = {kind: network(claims, Design(kind=kind)).values.sum() for kind in counts}  # type: ignore[arg-type]
    assert found == counts


@given(debates())
def test_claims_that_count_once_are_projected_as_by_networkx(claims: list[Claim]) -> None:
    design = Design("two-mode", kind="ignore", duplicates="range")
    graph = network(claims, design).graph()
    rows = [name for name, part in graph.nodes(data="bipartite") if part == 0]
    once = Design(kind="ignore", duplicates="range")
    shared = networkx.bipartite.weighted_projected_graph(graph, rows)
    jaccard = networkx.bipartite.overlap_weighted_projected_graph(graph, rows)
    for made, expected in (
        (network(claims, once), shared),
        (network(claims, Design(kind="ignore", duplicates="range", normalisation="jaccard")), jaccard),
    ):
        wanted = networkx.to_numpy_array(expected, nodelist=made.rows)
        assert np.allclose(made.values, wanted)


@given(debates())
def test_where_claims_count_once_average_is_the_same_in_both_ways(claims: list[Claim]) -> None:
    own, as_dna = (
        network(claims, Design(normalisation="average", duplicates="range", compatible=compatible)).values
        for compatible in (False, True)
    )
    assert np.allclose(own, as_dna)
