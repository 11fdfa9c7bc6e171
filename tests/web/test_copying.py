"""The static copy: each page as a file, links from file to file, nothing that needs an answer."""

import re
from html import unescape
from pathlib import Path

import pytest

from standpunt.errors import ServeError
from standpunt.store import Place
from standpunt.web.copying import copy


@pytest.fixture(scope="module")
def folder(kept: Place, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("copy") / "kust"
    assert copy(kept, place) == sum(each.is_file() for each in place.rglob("*"))
    return place


def test_every_link_of_the_copy_leads_to_a_file_in_it(folder: Path) -> None:
    pages = list(folder.rglob("*.html"))
    assert folder / "index.html" in pages and folder / "en/index.html" in pages
    for page in pages:
        html = page.read_text(encoding="utf-8")
        assert "<script" not in html and '<html class="copy"' in html
        for address in re.findall(r' (?:href|src)="([^"]*)"', html):
            path, _, anchor = unescape(address).partition("#")
            if path.startswith("https:"):
                continue
            there = (page.parent / path).resolve() if path else page
            assert there.is_relative_to(folder) and there.is_file(), (page, address)
            assert not anchor or f'id="{anchor}"' in there.read_text(encoding="utf-8"), (page, address)


def test_the_copy_has_the_data_and_the_styles_and_no_search(folder: Path) -> None:
    names = {each.relative_to(folder).as_posix() for each in folder.rglob("*")}
    assert {
        "index.json",
        "issues/dicht.html",
        "issues/dicht.csv",
        "static/style.css",
        "timeline.html",
    } <= names
    assert not any("search" in name for name in names)
    assert all(re.fullmatch(r"[\w./-]+", name, re.ASCII) for name in names)


def test_a_folder_that_holds_something_is_left_as_it_is(kept: Place, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("van mij", encoding="utf-8")
    with pytest.raises(ServeError, match="not empty"):
        copy(kept, tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["brief.txt"]
