"""A dossier as entities of FollowTheMoney. What they say is tested here; that FollowTheMoney takes them, by its own
library where it is installed (`make test-ftm`)."""

import importlib.util
import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from fictional import MAYOR, MINISTER
from hostile import articles, said, stored, texts
from standpunt.export import ftm
from standpunt.export.linked import guid, writable
from standpunt.store import Store

Entity = dict[str, Any]

with_the_library = pytest.mark.skipif(
    importlib.util.find_spec("followthemoney") is None,
    reason="FollowTheMoney is not installed; make test-ftm installs it",
)


def entities(store: Store, with_text: bool = True) -> list[Entity]:
    out = io.StringIO()
    ftm.write(store, out, with_text)
    return [json.loads(line) for line in out.getvalue().rstrip("\n").split("\n")]


def of(schema: str, among: Iterable[Entity]) -> list[dict[str, list[str]]]:
    return [entity["properties"] for entity in among if entity["schema"] == schema]


def test_a_person_has_names_and_offices_with_their_terms(full: Store) -> None:
    found = entities(full)
    (person,) = (each["properties"] for each in found if each["id"] == guid("actor", MINISTER))
    assert person == {
        "name": ["Hilde Verbruggen"], "alias": ["minister Verbruggen"], "weakAlias": ["Verbruggen", "zij"],
        "position": ["minister van Waterstaat"], "political": ["Waterpartij"],
    }  # fmt: skip
    (held,), (post,) = of("Occupancy", found), of("Position", found)
    assert held["startDate"] == ["2029-10-01"]
    assert "endDate" not in held
    assert (held["holder"], post["name"]) == ([guid("actor", MINISTER)], ["minister van Waterstaat"])


def test_dates_keep_their_precision(full: Store) -> None:
    found = entities(full)
    assert [each.get("publishedAt") for each in of("Article", found)] == [["2031-02"], ["2031-03-14"], None]
    visit, works = of("Event", found)
    assert (visit["date"], visit["location"]) == (["2031-03-11"], ["Oudezand"])
    assert (works["date"], works["summary"]) == (["2031"], ["2031-06-21/2031-09-20"])


def test_what_is_said_and_held_are_notes_on_who_does(full: Store) -> None:
    notes = of("Note", entities(full))
    mayor = [note for note in notes if note.get("entity") == [guid("actor", MAYOR)]]
    assert {note["keywords"][0] for note in notes} == {"statement", "position", "condition"}
    assert {note["keywords"][1] for note in mayor if note["keywords"][0] == "position"} == {"open"}
    assert all(note["proof"] for note in notes)


def test_without_text_no_article_has_any(full: Store) -> None:
    assert all("bodyText" in each for each in of("Article", entities(full)))
    held = entities(full, with_text=False)
    assert of("Article", held)
    assert not any("bodyText" in each for each in of("Article", held))
    assert [each for each in held if each["schema"] != "Article"] == [
        each for each in entities(full) if each["schema"] != "Article"
    ]


@given(texts)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_articles_hold_it_is_a_line_each(tmp_path: Path, written: list[str]) -> None:
    given = articles(written)
    with stored(tmp_path / "dossier.db", given) as store:
        found = entities(store)
    assert len(of("Article", found)) == len(given)
    told = {content for note in of("Note", found) for content in note.get("description", [])}
    written_so = {writable(content) for each in given for _, _, content, _ in said(each)}
    assert {words for words in told if words.strip()} == {words for words in written_so if words.strip()}
    assert len({entity["id"] for entity in found}) == len(found)


@with_the_library
def test_follow_the_money_takes_every_entity_as_it_is(full: Store, tmp_path: Path) -> None:
    check(entities(full))


@with_the_library
@given(texts)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_follow_the_money_takes_whatever_the_articles_hold(tmp_path: Path, written: list[str]) -> None:
    with stored(tmp_path / "dossier.db", articles(written)) as store:
        check(entities(store))


def check(found: list[Entity]) -> None:
    """Every schema, property and value is one of FollowTheMoney's, and every reference is to an entity of the schema
    that its property asks for."""
    from followthemoney import ValueEntity, model

    schemata = {entity["id"]: model.get(entity["schema"]) for entity in found}
    for entity in found:
        schema = schemata[entity["id"]]
        assert schema is not None
        assert set(schema.required) <= set(entity["properties"])
        cleaned = ValueEntity.from_dict(entity, cleaned=False).to_dict()
        assert set(cleaned["properties"]) == set(entity["properties"])
        for name, values in entity["properties"].items():
            prop = schema.get(name)
            assert prop is not None and not prop.stub
            assert len(cleaned["properties"][name]) == len(values), (name, values)
            if prop.range:
                targets = [schemata[value] for value in values]
                assert all(target is not None and target.is_a(prop.range) for target in targets)
