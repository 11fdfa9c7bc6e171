"""What is read: databases of Discourse Network Analyzer that are none, and offsets in UTF-16."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coded import sample
from standpunt.errors import SourceError
from standpunt.model import Span
from standpunt.networks import dna
from standpunt.networks.utf16 import from_utf16, to_utf16


def test_offsets_count_a_sign_beyond_the_basic_plane_twice() -> None:
    text = "De 🌊 komt"
    assert to_utf16(text, [Span(0, 2), Span(3, 4), Span(5, 9)]) == [(0, 2), (3, 5), (6, 10)]
    assert from_utf16(text, [(3, 5), (6, 10), (4, 99)]) == [Span(3, 4), Span(5, 9), Span(3, 9)]


@given(st.text(st.characters(exclude_categories=["Cs"])), st.data())
def test_offsets_come_back(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    ((first, last),) = to_utf16(text, [span])
    assert text.encode("utf-16-le")[2 * first : 2 * last].decode("utf-16-le") == span.of(text)
    assert from_utf16(text, [(first, last)]) == [span]


def test_a_file_that_is_not_there_or_no_database(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no such file"):
        dna.read(tmp_path / "weg.dna")
    (tmp_path / "brief.dna").write_text("Geachte redactie,")
    with pytest.raises(SourceError, match="no SQLite database"):
        dna.read(tmp_path / "brief.dna")
    (tmp_path / "half.dna").write_bytes(b"SQLite format 3\0" + b"\1" * 5000)
    with pytest.raises(SourceError, match="the database says"):
        dna.read(tmp_path / "half.dna")


def test_another_database(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "ander.dna") as database:
        database.execute("CREATE TABLE SETTINGS (Property TEXT, Value TEXT)")
    database.close()
    with pytest.raises(
        SourceError, match="no database of Discourse Network Analyzer: it has no table ATTRIB"
    ):
        dna.read(tmp_path / "ander.dna")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE SETTINGS SET Value = '2.0 beta 24'", "made by version 2.0 beta 24 of .*, not 3"),
        ("DELETE FROM SETTINGS", "made by version none"),
        ("ALTER TABLE STATEMENTS RENAME TO A; CREATE VIEW STATEMENTS AS SELECT * FROM A", "no table STATEMENTS"),
        ("UPDATE DOCUMENTS SET Date = 9e18 WHERE ID = 1", "document 1 has a date that is none"),
        ("UPDATE DOCUMENTS SET Date = 'gisteren' WHERE ID = 1", "document 1 has a date that is none"),
        ("UPDATE STATEMENTS SET Start = 9000000, Stop = 9000001 WHERE ID = 1", "statement 1 lies at 9000000"),
        ("UPDATE STATEMENTS SET DocumentId = NULL WHERE ID = 1", "statement 1 has no document"),
        ("UPDATE STATEMENTS SET DocumentId = 999 WHERE ID = 1", "statement 1 stands in document 999"),
        ("UPDATE STATEMENTS SET Start = -9 WHERE ID = 1", "statement 1 has no document"),
        ("UPDATE DOCUMENTS SET Title = CAST(X'ff' AS TEXT) WHERE ID = 1", "the database says: Could not decode"),
    ],
)  # fmt: skip
def test_a_damaged_database_is_told_in_a_line(change: str, said: str, tmp_path: Path) -> None:
    shutil.copyfile(sample(), tmp_path / "stuk.dna")
    with sqlite3.connect(tmp_path / "stuk.dna") as database:
        database.executescript("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;" + change)
    database.close()
    with pytest.raises(SourceError, match=said):
        dna.read(tmp_path / "stuk.dna")
