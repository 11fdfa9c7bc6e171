"""A dossier as Parquet, read back with DuckDB, which has a reader of its own."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings

from hostile import articles, said, stored, texts
from newsroom import DIJK, WADDEN
from standpunt.errors import StandpuntError
from standpunt.export import parquet
from standpunt.store import Store
from standpunt.store.rows import TABLES


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with stored(tmp_path / "dossier.db", articles([f"date 2025-02-14\n{WADDEN}", DIJK])) as opened:
        yield opened


def rows(folder: Path, table: str) -> list[dict[str, Any]]:
    found = duckdb.sql(f"SELECT * FROM '{folder / table}.parquet'")
    return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def test_each_table_is_a_file_with_its_rows(store: Store, tmp_path: Path) -> None:
    parquet.write(store, tmp_path)
    files = {file.stem for file in tmp_path.glob("*.parquet")}
    assert set(TABLES) - files == {"compared", "corrected", "word_forms", "written"}
    for table in files:
        kept = [{key: value for key, value in row.items() if key != "lemmas"} for row in store.each(table)]
        assert rows(tmp_path, table) == kept


def test_dates_are_dates_and_lists_are_lists(store: Store, tmp_path: Path) -> None:
    parquet.write(store, tmp_path)
    found = duckdb.sql(
        f"SELECT dayname(published_latest), content_spans[1][2], candidates FROM '{tmp_path}/statements.parquet'"
    ).fetchall()
    assert found[0] == ("Friday", 78, ["Anna Hoek"])
    (comment,) = duckdb.sql(
        f"SELECT count(*) FROM parquet_schema('{tmp_path}/statements.parquet') WHERE name = 'content'"
    ).fetchall()
    assert comment == (1,)


def test_without_text_no_sentence_is_left(store: Store, tmp_path: Path) -> None:
    parquet.write(store, tmp_path, with_text=False)
    assert "text" not in rows(tmp_path, "articles")[0]
    assert rows(tmp_path, "mentions")[0]["text"] == "Anna Hoek"
    for table in ("statements", "event_mentions"):
        assert "sentence" not in rows(tmp_path, table)[0]
    held = "".join(str(rows(tmp_path, file.stem)) for file in tmp_path.glob("*.parquet"))
    assert "Zonder geld komt er geen dijk" in held
    assert "Het was lang stil" not in held


def test_without_pyarrow_it_says_what_to_install(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(StandpuntError, match=r"pip install 'standpunt\[parquet\]'"):
        parquet.write(store, tmp_path)


@given(texts)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_articles_hold_comes_back(tmp_path: Path, written: list[str]) -> None:
    given = articles(written)
    with stored(tmp_path / "dossier.db", given) as store:
        parquet.write(store, tmp_path)
    held = {row["id"]: row["text"] for row in rows(tmp_path, "articles")}
    assert held == {each.id: each.text for each in given}
    found = [
        (row["article_id"], start, stop, held[row["article_id"]][start:stop], row["form"])
        for row in rows(tmp_path, "statements")
        for start, stop in row["content_spans"]
    ]
    assert sorted(found) == sorted((each.id, *one) for each in given for one in said(each))
