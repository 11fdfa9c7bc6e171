"""Parquet: a row is an article, as archives and clusters keep them, and as an export writes them."""

import datetime
import zipfile
from pathlib import Path

import pytest

from fictional import dossier
from kept import keep
from standpunt import sources
from standpunt.export import parquet as exported
from standpunt.model import Article, SetAside
from standpunt.store import Store

arrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")

TEXT = "De minister wil een nieuwe brug over de Linge. Dat zei ze vrijdag na de ministerraad."


def written(folder: Path, name: str = "archief.parquet", **columns: list[object]) -> Path:
    parquet.write_table(arrow.table(columns), folder / name)
    return folder / name


def test_a_row_is_an_article(tmp_path: Path) -> None:
    file = written(
        tmp_path, Tekst=[TEXT, f"{TEXT} Later."], kop=["Brug", "Weer"], datum=[datetime.date(2031, 2, 14), None],
        krant=["Kadeblad", "Kadeblad"], bytes=[b"\0", b"\1"],
    )  # fmt: skip
    first, second = sources.read([file])
    assert isinstance(first, Article)
    assert (first.title, first.text, first.outlet, str(first.published)) == (
        "Brug",
        TEXT,
        "Kadeblad",
        "2031-02-14",
    )
    assert (first.provenance.format, first.provenance.part) == ("parquet", "regel 1")
    assert isinstance(second, Article)
    assert (second.title, second.published.precision) == ("Weer", "open")


def test_a_row_without_text_is_set_aside(tmp_path: Path) -> None:
    file = written(tmp_path, text=[TEXT, None], title=["Brug", "Leeg"])
    first, second = sources.read([file])
    assert isinstance(first, Article)
    assert isinstance(second, SetAside)
    assert (second.source, second.part, second.reason) == (
        "archief.parquet",
        "regel 2",
        "has no text (columns: text, title)",
    )


def test_a_column_may_have_another_name(tmp_path: Path) -> None:
    (item,) = sources.read([written(tmp_path, verhaal=[TEXT])], columns={"text": "verhaal"})
    assert isinstance(item, Article)


@pytest.mark.parametrize("cut", [4, 40, -30, -6])
def test_a_damaged_file_is_set_aside(cut: int, tmp_path: Path) -> None:
    file = written(tmp_path, text=[TEXT])
    file.write_bytes(file.read_bytes()[:cut])
    (item,) = sources.read([file])
    assert isinstance(item, SetAside)
    assert "is no Parquet that can be read" in item.reason


def test_it_is_known_without_its_ending_and_in_an_archive(tmp_path: Path) -> None:
    content = written(tmp_path, text=[TEXT]).read_bytes()
    (tmp_path / "zonder").write_bytes(content)
    with zipfile.ZipFile(tmp_path / "alles.zip", "w") as packed:
        packed.writestr("a.parquet", content)
    for name in ("zonder", "alles.zip"):
        (item,) = sources.read([tmp_path / name])
        assert isinstance(item, Article), item
        assert item.text == TEXT


def test_what_an_export_wrote_is_read_again(tmp_path: Path) -> None:
    with Store(keep(dossier(), tmp_path / "kust.db")) as store:
        exported.write(store, tmp_path)
        given = {row["text"]: row["published"] for row in store.rows("articles")}
    made = [item for item in sources.read([tmp_path / "articles.parquet"]) if isinstance(item, Article)]
    assert {item.text: str(item.published) for item in made} == given
