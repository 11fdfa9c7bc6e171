"""Which files are read, in which order, under which names; what cannot be read is set aside."""

import io
import os
import re
from pathlib import Path

import pytest

from sourced import told as read
from standpunt import sources
from standpunt.errors import SourceError
from standpunt.model import Article, SetAside
from standpunt.sources import formats

TEXT = "De minister wil een nieuwe brug over de Linge. Dat zei ze vrijdag na de ministerraad."
OTHER = "De oppositie vindt het plan te duur. Dat zei Kamerlid Bos zaterdag in Leerdam."


def names(articles: list[Article]) -> list[str]:
    return [article.provenance.source for article in articles]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {"b.txt": TEXT, "a.txt": OTHER, "z/c.txt": TEXT, "z/d/e.txt": OTHER}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_folder_is_read_with_all_below_it_in_the_order_of_names(folder: Path) -> None:
    articles, set_aside = read(folder)
    assert names(articles) == ["a.txt", "b.txt", "z/c.txt", "z/d/e.txt"]
    assert not set_aside


def test_files_and_patterns(folder: Path) -> None:
    assert names(read(folder / "b.txt")[0]) == ["b.txt"]
    assert names(read(f"{folder}/*.txt")[0]) == ["a.txt", "b.txt"]
    assert names(read(f"{folder}/**/*.txt")[0]) == ["a.txt", "b.txt", "z/c.txt", "z/d/e.txt"]
    assert names(read(f"{folder}/z*")[0]) == ["z/c.txt", "z/d/e.txt"]


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    articles, set_aside = read(folder / "b.txt", folder)
    assert names(articles) == ["b.txt", "a.txt", "z/c.txt", "z/d/e.txt"]
    assert not set_aside


def test_one_text_under_one_name_is_one_article(folder: Path) -> None:
    (folder / "z" / "a.txt").write_text(OTHER, encoding="utf-8")
    articles, set_aside = read(folder / "a.txt", folder / "z")
    assert names(articles) == ["a.txt", "c.txt", "d/e.txt"]
    assert [(item.source, item.reason) for item in set_aside] == [
        ("a.txt", "the same text under the same name came before")
    ]


def test_an_article_is_the_same_on_every_machine(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elders")
    (elsewhere / "b.txt").write_text(TEXT, encoding="utf-8")
    (here,), (there,) = read(folder / "b.txt")[0], read(elsewhere)[0]
    assert here == there


def test_copies_share_the_hash_of_their_text_and_not_their_id(folder: Path) -> None:
    articles, _ = read(folder)
    same = [article for article in articles if article.text == TEXT]
    assert len({article.text_hash for article in same}) == 1
    assert len({article.id for article in same}) == 2
    assert all(len(article.id) == len(article.text_hash) == 16 for article in same)


@pytest.mark.parametrize("nowhere", ["nergens", "nergens/*.txt", "kapot\0.txt"])
def test_a_path_that_leads_nowhere_is_an_error_before_anything_is_read(folder: Path, nowhere: str) -> None:
    with pytest.raises(SourceError) as error:
        sources.read([folder, nowhere])
    assert error.value.where


def test_what_lies_beside_articles_is_skipped_and_what_is_unknown_reported(folder: Path) -> None:
    beside = ("README.md", "LICENSE", ".hidden.txt", "codebook.yaml", "dossier.db", "foto.jpg", "oud.txt~")
    for name in (*beside, "rapport.odt", "lijst.xlsx", "b_files/deel.html", ".git/tekst.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(TEXT, encoding="utf-8")
    articles, set_aside = read(folder)
    assert names(articles) == ["a.txt", "b.txt", "z/c.txt", "z/d/e.txt"]
    assert [(item.source, item.reason) for item in set_aside] == [
        ("lijst.xlsx", "files ending in .xlsx are not read"),
        ("rapport.odt", "files ending in .odt are not read"),
    ]
    assert all(item.hint for item in set_aside)


def test_every_ending_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "sources.md").read_text(encoding="utf-8")
    table = page.partition("| format |")[2].partition("\n\n")[0]
    assert set(re.findall(r"`(\.[a-z.]+)`", table)) == formats.ENDINGS


def test_a_file_named_itself_is_read_whatever_its_ending(folder: Path) -> None:
    (folder / "stuk.artikel").write_text(TEXT, encoding="utf-8")
    assert names(read(folder / "stuk.artikel")[0]) == ["stuk.artikel"]


BAD = {
    "leeg.txt": (b"", "is empty"),
    "wit.txt": (b" \n\t\r\n", "is empty"),
    "streep.txt": (b"---\n", "is empty"),
    "foto.txt": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is binary, not text"),
    "ruis.txt": (bytes(range(256)), "is binary, not text"),
    "lang.txt": (b"a " * 3_000_000, "is longer than 5,000,000 bytes"),
    "english.txt": (
        b"The minister wants a new bridge across the river. She said so on Friday after the cabinet met.",
        "language: en, not nl",
    ),
    "menu.html": (
        b"<html><body><nav><a>Home</a><a>Nieuws</a></nav></body></html>",
        "this page holds no article",
    ),
    "leeg.html": (b"", "is empty"),
    "leeg.csv": (b"", "has no line with the names of its columns"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_files_are_set_aside_and_the_rest_goes_on(tmp_path: Path, name: str) -> None:
    content, reason = BAD[name]
    (tmp_path / name).write_bytes(content)
    (tmp_path / "zz.txt").write_text(TEXT, encoding="utf-8")
    articles, (aside,) = read(tmp_path)
    assert names(articles) == ["zz.txt"]
    assert (aside.source, aside.part, aside.reason) == (name, "", reason)
    assert aside.hint


def test_a_file_that_vanishes_while_the_folder_is_read(folder: Path) -> None:
    items = sources.read([folder])
    first = next(items)
    (folder / "b.txt").unlink()
    rest = list(items)
    assert isinstance(first, Article)
    assert rest[0] == SetAside("b.txt", "", "vanished before it was read", "build again when it is back")
    assert [type(item) for item in rest[1:]] == [Article, Article]


def test_a_link_that_leads_nowhere_and_one_to_a_folder(folder: Path) -> None:
    (folder / "kapot.txt").symlink_to(folder / "nergens.txt")
    (folder / "rond").symlink_to(folder)
    articles, set_aside = read(folder)
    assert len(articles) == 4
    assert {item.source: item.reason for item in set_aside} == {
        "kapot.txt": "vanished before it was read",
        "rond": "is a link to a folder",
    }


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(folder: Path) -> None:
    (folder / "b.txt").chmod(0)
    _, (aside,) = read(folder)
    assert (aside.source, aside.reason) == ("b.txt", "permission denied")


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (PermissionError(13, "denied"), "permission denied"),
        (FileNotFoundError(2, "gone"), "vanished before it was read"),
        (OSError(5, "Input/output error"), "cannot be read: Input/output error"),
    ],
)
def test_a_disk_that_fails_while_a_file_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch, fault: OSError, reason: str
) -> None:
    class Failing(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise fault

    opened = Path.open
    monkeypatch.setattr(
        Path, "open", lambda path, mode: Failing() if path.name == "b.txt" else opened(path, mode)
    )
    articles, (aside,) = read(folder)
    assert names(articles) == ["a.txt", "z/c.txt", "z/d/e.txt"]
    assert (aside.source, aside.reason) == ("b.txt", reason)


def test_a_pipe_is_no_file(folder: Path) -> None:
    os.mkfifo(folder / "pijp.txt")
    _, (aside,) = read(folder)
    assert (aside.source, aside.reason) == ("pijp.txt", "is no regular file")


def test_limits_are_the_users(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    articles, (aside,) = read(tmp_path, limits=sources.Limits(article=50))
    assert not articles
    assert aside.reason == "is longer than 50 bytes"


@pytest.mark.parametrize(
    ("given", "texts"),
    [
        (TEXT, [TEXT]),
        (f'{{"text": "{TEXT}"}}\n{{"text": "{OTHER}"}}\n', [TEXT, OTHER]),
        (
            f"<!doctype html><html><body><article><p>{TEXT}</p><p>{OTHER}</p></article></body></html>",
            [f"{TEXT}\n{OTHER}"],
        ),
        (f"{{Nee}} zei ze.\n{TEXT}", [f"{{Nee}} zei ze.\n{TEXT}"]),
    ],
)
def test_standard_input_is_a_text_a_page_or_json_lines(given: str, texts: list[str]) -> None:
    articles, set_aside = read("-", standard_input=io.BytesIO(given.encode()))
    assert [article.text for article in articles] == texts
    assert {article.provenance.source for article in articles} == {"-"}
    assert not set_aside


def test_empty_standard_input() -> None:
    _, (aside,) = read("-", standard_input=io.BytesIO())
    assert (aside.source, aside.reason) == ("-", "is empty")
