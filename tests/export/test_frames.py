"""A dossier as DataFrames, over the fictional articles and their codebook; the page that shows them is run."""

import datetime
import doctest
import sys
from pathlib import Path
from typing import Any

import pytest

import standpunt
from standpunt.build import build
from standpunt.dossier.issues import codebook
from standpunt.errors import StandpuntError, StoreError
from standpunt.export.frames import Frames
from standpunt.store import tables

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "whatif.md"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("frames") / "dossier.db"
    build([ROOT / "examples" / "articles"], path, codebook=codebook.read(ROOT / "examples" / "codebook.toml"))
    return path


@pytest.fixture
def dossier(built: Path) -> Any:
    with standpunt.open(built) as opened:
        yield opened


def test_the_page_runs(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(built.parent)
    text = PAGE.read_text(encoding="utf-8").replace("```", "")
    example = doctest.DocTestParser().get_doctest(text, {}, PAGE.name, str(PAGE), 0)
    assert example.examples
    assert doctest.DocTestRunner(verbose=False).run(example).failed == 0


def test_the_matrix_has_actors_by_issues_and_says_where_nothing_is_known(dossier: Frames) -> None:
    made = dossier.matrix()
    assert list(made.columns) == ["tunnel", "tol", "referendum"]
    assert made.loc["Farida el Ouali"].fillna("").tolist() == ["conditional", "declines", ""]
    assert type(made.loc["Farida el Ouali", "tol"]) is str


def test_the_matrix_of_a_day_and_of_parties(dossier: Frames) -> None:
    early = dossier.matrix("tunnel", datetime.date(2025, 1, 20))
    assert early.equals(dossier.matrix("tunnel", "2025-01-20"))
    assert "Job van Zuylekom" not in early.index
    assert dossier.matrix(on="1999-01-01").empty
    assert dossier.matrix(by="party").loc["Eilandbelang", "tunnel"] == "conditional"


def test_positions_and_conditions_have_the_columns_of_their_tables(dossier: Frames) -> None:
    opposed = dossier.positions(issue="tunnel", stance="oppose")
    assert list(opposed.columns) == tables.positions.columns.keys()
    assert set(opposed.stance) == {"oppose"}
    assert dossier.conditions(on="2024-12-31").empty
    assert list(dossier.conditions(on="2024-12-31").columns) == tables.conditions.columns.keys()
    assert "geld van Rijk" in set(dossier.conditions("Farida el Ouali").condition_group)


def test_who_is_silent(dossier: Frames) -> None:
    silent = dossier.silent(issue="referendum")
    assert silent[silent.declines].actor.tolist() == ["Job van Zuylekom"]


def test_what_if_tells_what_is_not_known(dossier: Frames) -> None:
    found = dossier.whatif("tunnel", {"GELD VAN RIJK": False}).set_index("actor")
    assert found.loc["Farida el Ouali", "stance"] == "oppose"
    assert "mits het Rijk minstens de helft" in found.loc["Farida el Ouali", "sentences"][0]
    assert found[found.stance.isna()].loc["Marijke Tervoort", "hangs"] == [
        "eerst met de gemeenteraad wil bespreken",
        "steun",
    ]


def test_two_positions_stand_side_by_side(tmp_path: Path) -> None:
    for name, day, words in (("a", "2024-11-04", "is tegen"), ("b", "2025-03-03", "is voor")):
        article = f"{day} | Kustbode\nWethouder Anna Hoek {words} een tunnel naar Schorrenoog, zegt ze."
        (tmp_path / f"{name}.txt").write_text(article, encoding="utf-8")
    book = codebook.read(ROOT / "examples" / "codebook.toml")
    build(sorted(tmp_path.glob("*.txt")), tmp_path / "dossier.db", codebook=book)
    with standpunt.open(str(tmp_path / "dossier.db")) as dossier:
        (shift,) = dossier.shifts(issue="tunnel").to_dict("records")
        assert (shift["actor"], shift["before_stance"], shift["stance"]) == ("Anna Hoek", "oppose", "support")
        assert (shift["before_held"], shift["held"]) == ("2024-11-04", "2025-03-03")
        assert "is tegen een tunnel" in shift["before_sentence"]
        assert dossier.contradictions().empty
        assert "one_stance" in dossier.contradictions().columns


def test_any_table_is_a_frame(dossier: Frames) -> None:
    assert len(dossier.table("articles")) == 11
    with pytest.raises(
        StandpuntError, match=r"zinnen: no table has this name \(there is actor_names, actors"
    ):
        dossier.table("zinnen")


def test_what_cannot_be_answered_says_why(dossier: Frames, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="did you mean 'tunnel'"):
        dossier.matrix("tunel")
    with pytest.raises(StoreError, match="geld van Rijk: this cannot both hold and fail"):
        dossier.whatif("tunnel", {"geld van Rijk": True, "Geld van Rijk": False})
    (tmp_path / "a.txt").write_text("De raad wil een brug.", encoding="utf-8")
    build([tmp_path / "a.txt"], tmp_path / "kaal.db")
    with standpunt.open(tmp_path / "kaal.db") as bare, pytest.raises(StoreError, match="has no issues"):
        bare.matrix()


def test_without_pandas_it_says_what_to_install(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(StandpuntError, match=r"pip install 'standpunt\[pandas\]'"):
        standpunt.open(built)
