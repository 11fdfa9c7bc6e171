"""The sample database of Discourse Network Analyzer 3: its own figures, beside the repository in `../shared`."""

import datetime
from collections import Counter
from typing import get_args

import pytest

from coded import sample
from standpunt.errors import SourceError
from standpunt.networks import dna, events, windows
from standpunt.networks.claims import Coding
from standpunt.networks.design import Design, Duplicates, Kind, Normalisation
from standpunt.networks.ties import network


@pytest.fixture(scope="module")
def coding() -> Coding:
    return dna.read(sample())


def test_all_statements_are_read_with_their_words(coding: Coding) -> None:
    assert len(coding.claims) == 41
    assert Counter(claim.type for claim in coding.claims) == {"DNA Statement": 40, "Annotation": 1}
    first = coding.claims[1]
    assert first.when.earliest == datetime.date(2005, 1, 26)
    assert set(first.values) == {"person", "organization", "concept", "agreement"}
    assert all(claim.span.of(claim.document.text).strip() for claim in coding.claims)
    assert coding.attributes["organization", "Senate"]["Type"] == "Government"


def test_one_type_of_statement_can_be_asked_for() -> None:
    assert len(dna.read(sample(), "DNA Statement").claims) == 40
    with pytest.raises(SourceError, match="there is DNA Statement, NPF Story Element, Annotation"):
        dna.read(sample(), "Uitspraak")


def test_the_two_mode_network(coding: Coding) -> None:
    matrix = network(coding.claims, Design("two-mode", kind="ignore"))
    assert matrix.values.shape == (7, 6)
    assert (matrix.values != 0).sum() == 22
    assert matrix.values.sum() == 40


@pytest.mark.parametrize(
    ("kind", "total"), [("ignore", 276), ("congruence", 160), ("conflict", 116), ("subtract", 44)]
)
def test_the_one_mode_networks(kind: Kind, total: int, coding: Coding) -> None:
    assert network(coding.claims, Design(kind=kind)).values.sum() == total


def test_average_activity_as_the_program_computes_it(coding: Coding) -> None:
    design = Design(kind="congruence", normalisation="average", compatible=True)
    assert network(coding.claims, design).values.sum() == pytest.approx(25.80, abs=0.005)


@pytest.mark.parametrize("normalisation", ["average", "jaccard", "cosine"])
@pytest.mark.parametrize("kind", get_args(Kind)[:3])
@pytest.mark.parametrize("duplicates", get_args(Duplicates))
def test_a_normalised_tie_is_at_most_one(
    kind: Kind, normalisation: Normalisation, duplicates: Duplicates, coding: Coding
) -> None:
    design = Design(kind=kind, normalisation=normalisation, duplicates=duplicates)
    values = network(coding.claims, design).values
    assert 0 < values.max() <= 1
    assert values.min() == 0


def test_months_add_up_where_nothing_is_tied_over_them(coding: Coding) -> None:
    design = Design("two-mode", kind="ignore")
    by_month = list(windows.series(coding.claims, design, "month"))
    assert [f"{each.first:%Y-%m}" for each in by_month] == ["2005-01", "2005-02"]
    assert sum(each.network.values for each in by_month).tolist() == network(coding.claims, design).values.tolist()  # type: ignore[union-attr]  # fmt: skip


def test_events_are_listed_with_their_variables(coding: Coding) -> None:
    found = events.rows(coding.claims)
    assert len(found) == 41
    assert list(found[0]) == events.columns(coding.claims)
    assert [each["earliest"] for each in found] == sorted(each["earliest"] for each in found)
    assert {each["agreement"] for each in found} == {True, False, None}
