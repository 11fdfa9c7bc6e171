"""The positions of a dossier as claims."""

from pathlib import Path

import pytest

from standpunt.model import Actor, ActorKind, Reason
from standpunt.networks import positions
from standpunt.networks.claims import Coding
from standpunt.store import Store


@pytest.fixture(scope="module")
def coding(folder: Path) -> Coding:
    with Store(folder / "dossier.db") as store:
        return positions.read(store)


def test_each_position_is_a_claim_at_the_words_that_show_it(coding: Coding, folder: Path) -> None:
    with Store(folder / "dossier.db") as store:
        rows = store.rows("positions")
    found = {(claim.value("actor"), claim.span.of(claim.document.text)) for claim in coding.claims}
    assert found == {(row["actor"], row["words"]) for row in rows}
    assert len(coding.claims) == len(rows)


def test_claims_are_in_order_of_time_and_the_undated_last(coding: Coding) -> None:
    whens = [claim.when.in_time for claim in coding.claims]
    assert whens == sorted(whens)
    assert [claim.when.precision for claim in coding.claims][-2:] == ["open", "open"]


def test_who_takes_a_side_agrees_or_not(coding: Coding) -> None:
    sides = {(claim.values["stance"], claim.value("agreement")) for claim in coding.claims}
    assert sides == {
        ("support", True), ("conditional", True), ("oppose", False), ("open", None), ("declines", None),
    }  # fmt: skip


def test_a_person_stands_for_a_party_and_an_organisation_for_itself(coding: Coding) -> None:
    told = {claim.value("actor"): claim for claim in coding.claims}
    deputy, province = told["Farida el Ouali"], told["provincie Deltaland"]
    assert (deputy.value("person"), deputy.value("organization")) == (
        "Farida el Ouali",
        "Progressief Verbond",
    )
    assert (province.value("person"), province.value("organization")) == (None, "provincie Deltaland")
    assert coding.attributes["concept", "tol"]["label"] == "Tol in de tunnel"


def test_two_actors_of_one_name_stay_two() -> None:
    actors = [
        Actor(id, name, ActorKind.PERSON, Reason("name"))
        for id, name in (("p:1", "Jan Prins"), ("p:2", "Jan Prins"), ("p:3", "Ida Kok"))
    ]
    assert positions.names(actors) == {"p:1": "Jan Prins (p:1)", "p:2": "Jan Prins (p:2)", "p:3": "Ida Kok"}
