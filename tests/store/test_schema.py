"""The schema stands in one place, is documented to the last column, and has migrations."""

import sqlite3
from importlib import resources
from pathlib import Path

import pytest
from sqlalchemy import Connection, Table, text

from newsroom import WADDEN, article, dossier, read
from standpunt.errors import StoreError
from standpunt.store import Builder, Place, Store, migrations, schema, tables


def test_schema_sql_is_written_from_the_tables() -> None:
    written = resources.files("standpunt.store").joinpath("schema.sql").read_text(encoding="utf-8")
    assert written == schema.documented(), "run: python -m standpunt.store > src/standpunt/store/schema.sql"


def test_schema_sql_makes_the_same_file_as_a_build(tmp_path: Path) -> None:
    Builder(tmp_path / "built.db")
    read_by_people = sqlite3.connect(tmp_path / "read.db")
    read_by_people.executescript(schema.documented())
    assert _shape(tmp_path / "read.db") == _shape(tmp_path / "built.db")
    read_by_people.close()


@pytest.mark.parametrize("table", tables.metadata.tables.values(), ids=str)
def test_every_table_and_column_says_what_it_means(table: Table) -> None:
    assert table.comment
    assert [column.name for column in table.columns if not column.comment] == []


def test_every_old_version_has_a_step_and_a_stored_schema() -> None:
    old = list(range(1, tables.VERSION))
    assert sorted(migrations.STEPS) == old
    kept = Path(__file__).parent / "schemas"
    assert sorted(int(path.stem) for path in kept.glob("*.sql")) == [*old, tables.VERSION]
    assert (kept / f"{tables.VERSION}.sql").read_text(encoding="utf-8") == schema.documented()


@pytest.mark.parametrize("version", range(1, tables.VERSION + 1))
def test_a_dossier_of_an_old_version_is_brought_up_to_date(version: int, tmp_path: Path) -> None:
    old = sqlite3.connect(tmp_path / "old.db")
    old.executescript((Path(__file__).parent / "schemas" / f"{version}.sql").read_text(encoding="utf-8"))
    old.executescript(
        f"PRAGMA application_id = {schema.APPLICATION};"
        f"INSERT INTO dossier VALUES ('schema', '{version}'), ('state', 'complete')"
    )
    old.close()
    Builder(tmp_path / "old.db")
    Builder(tmp_path / "new.db")
    assert _shape(tmp_path / "old.db") == _shape(tmp_path / "new.db")


def test_a_migration_keeps_what_was_collected(place: Place) -> None:
    told = article(WADDEN)
    with Builder(place) as builder:
        builder.collect([told])
        builder.keep([(told, read(told))], "reader 1")
        builder.write(dossier(told))

    def add_a_column(connection: Connection) -> None:
        connection.execute(text("ALTER TABLE sources ADD COLUMN seen TEXT NOT NULL DEFAULT ''"))

    with Builder(place) as builder, builder._writing() as connection:
        migrations.migrate(connection, tables.VERSION - 1, {tables.VERSION - 1: add_a_column})
    with Store(place) as store:
        assert not store.complete
        assert store.counts()["articles"] == 0
    with Builder(place) as builder:
        pile = builder.collected()
        assert list(pile.read(pile.ids)) == [(told, read(told))]
        assert builder.pending("reader 1") == []


@pytest.mark.parametrize(
    ("pragma", "said"),
    [
        ("PRAGMA user_version = 0", "made by an older Standpunt"),
        (f"PRAGMA user_version = {tables.VERSION + 1}", "made by a newer Standpunt"),
        ("PRAGMA application_id = 7", "this database is not a dossier"),
    ],
)
def test_a_file_of_another_make_is_told_apart(pragma: str, said: str, tmp_path: Path) -> None:
    Builder(tmp_path / "dossier.db")
    changed = sqlite3.connect(tmp_path / "dossier.db")
    changed.execute(pragma)
    changed.close()
    with pytest.raises(StoreError, match=said):
        Store(tmp_path / "dossier.db")


def _shape(path: Path) -> list[tuple[str, str]]:
    """Names and SQL of all that is in a file, but for comments and white space."""
    connection = sqlite3.connect(path)
    found = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
    ).fetchall()
    connection.close()
    bare = {name: " ".join(line for line in sql.splitlines() if "-- " not in line) for name, sql in found}
    bare = {name: " ".join(line for line in sql.splitlines() if "-- " not in line) for name, sql in found}
    return [(name, " ".join(sql.split())) for name, sql in bare.items()]
