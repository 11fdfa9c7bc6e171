"""The fictional articles as a database of Discourse Network Analyzer, asked by plain SQL and read back."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reference import tunnel
from standpunt.build import build
from standpunt.errors import StandpuntError
from standpunt.export import FORMATS
from standpunt.networks import dna, positions
from standpunt.networks.design import Design
from standpunt.networks.ties import network
from standpunt.store import Store


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With a dossier and the database of it."""
    return tunnel(tmp_path_factory.mktemp("dna"))


@pytest.fixture
def database(folder: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(folder / "debate.dna")) as opened:
        yield opened


def test_the_database_keeps_its_own_rules(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_each_statement_has_a_value_for_each_variable_of_its_type(database: sqlite3.Connection) -> None:
    (due,) = database.execute(
        "SELECT COUNT(*) FROM STATEMENTS JOIN VARIABLES ON VARIABLES.StatementTypeId = STATEMENTS.StatementTypeId"
    ).fetchone()
    held = sum(
        database.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]
        for table in ("DATABOOLEAN", "DATAINTEGER", "DATASHORTTEXT", "DATALONGTEXT")
    )
    assert held == due > 0


def test_entities_are_those_of_the_variable_and_have_each_attribute(database: sqlite3.Connection) -> None:
    assert not database.execute(
        "SELECT * FROM DATASHORTTEXT AS held JOIN ENTITIES ON ENTITIES.ID = Entity"
        " WHERE held.VariableId <> ENTITIES.VariableId"
    ).fetchall()
    (due,) = database.execute(
        "SELECT COUNT(*) FROM ENTITIES JOIN ATTRIBUTEVARIABLES USING (VariableId)"
    ).fetchone()
    assert database.execute("SELECT COUNT(*) FROM ATTRIBUTEVALUES").fetchone() == (due,)


def test_offsets_are_those_of_the_words_in_utf_16(folder: Path, database: sqlite3.Connection) -> None:
    with Store(folder / "dossier.db") as store:
        words = Counter(row["words"] for row in store.rows("positions"))
    found = Counter(
        text.encode("utf-16-le")[2 * start : 2 * stop].decode("utf-16-le")
        for text, start, stop in database.execute(
            "SELECT Text, Start, Stop FROM STATEMENTS JOIN DOCUMENTS ON DOCUMENTS.ID = DocumentId"
            " JOIN STATEMENTTYPES ON STATEMENTTYPES.ID = StatementTypeId WHERE Label <> 'Quotation'"
        )
    )
    assert found == words


def test_every_article_is_a_document_with_what_its_date_cannot_hold(database: sqlite3.Connection) -> None:
    rows = database.execute("SELECT Title, Type, Notes, Date FROM DOCUMENTS").fetchall()
    assert len(rows) == 11
    assert all(title for title, *_ in rows)
    months = [(notes, date) for _, type, notes, date in rows if type == "month"]
    assert ("published: 2025-01", 1735689600) in months
    assert all(notes.startswith("published: ") for _, type, notes, _ in rows if type != "day")


def test_the_networks_are_those_of_the_dossier(folder: Path) -> None:
    with Store(folder / "dossier.db") as store:
        coding = positions.read(store)
    back = dna.read(folder / "debate.dna", "DNA Statement")
    for design in (Design(kind="congruence"), Design("two-mode", kind="subtract"), Design(rows="person")):
        ours = network([each for each in coding.claims if "agreement" in each.values], design)
        assert network(back.claims, design).ties() == ours.ties() != []


def test_who_is_quoted_is_there_without_a_codebook_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("„We varen door”, zegt wethouder Ida Kok van het Eilandbelang. 🌊")
    build([tmp_path / "a.txt"], tmp_path / "dossier.db")
    with Store(tmp_path / "dossier.db") as store, (tmp_path / "x.dna").open("wb") as file:
        FORMATS["dna"].write(store, file, True)
    (said,) = dna.read(tmp_path / "x.dna").claims
    assert (said.type, said.coder, said.span.of(said.document.text)) == (
        "Quotation",
        "Standpunt",
        "We varen door",
    )
    assert (said.value("person"), said.value("form"), said.value("declines")) == ("Ida Kok", "direct", False)


def test_what_is_known_of_people_and_issues_goes_along(folder: Path) -> None:
    told = dna.read(folder / "debate.dna").attributes
    assert {"Type": "person", "party": "Progressief Verbond"}.items() <= told[
        "person", "Farida el Ouali"
    ].items()
    assert told["concept", "tol"]["Alias"] == "Tol in de tunnel"
    assert told["concept", "tol"]["Notes"]


def test_without_text_there_is_no_database(folder: Path, tmp_path: Path) -> None:
    with (
        Store(folder / "dossier.db") as store,
        (tmp_path / "x.dna").open("wb") as file,
        pytest.raises(StandpuntError, match="leave out --without-text"),
    ):
        FORMATS["dna"].write(store, file, False)
