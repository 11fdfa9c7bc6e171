"""Dated facts: who held what on which day, and which words stand for whom."""

import datetime

import pytest

from standpunt import registry
from standpunt.model import ActorKind, Moment
from standpunt.registry.reader import Tables

HELD = [
    ("minister van Defensie", "2021-05-01", "Nederland", ["Ank Bijleveld"]),
    ("minister van Defensie", "2025-02-14", "Nederland", ["Ruben Brekelmans"]),
    ("defensieminister", "2026-05-01", "Nederland", ["Dilan Yeşilgöz"]),
    ("minister van Justitie", "2025-02-14", "Nederland", ["David van Weel"]),
    ("buitenlandminister", "2025-02-14", "Nederland", ["Caspar Veldkamp"]),
    ("stikstofminister", "2023-10-01", "Nederland", ["Christianne van der Wal"]),
    ("minister-president", "2024-07-01", "Nederland", ["Mark Rutte"]),
    ("premier", "2024-07-02", "Nederland", ["Dick Schoof"]),
    ("premier", "2025-02-14", "België", ["Bart De Wever"]),
    ("minister-president", "2025-02-14", "Vlaanderen", ["Matthias Diependaele"]),
    ("minister van Onderwijs", "2023-01-01", "Vlaanderen", ["Ben Weyts"]),
    ("president", "2024-12-13", "Verenigde Staten", ["Joe Biden"]),
    ("secretaris-generaal", "2025-02-14", "NAVO", ["Mark Rutte"]),
    ("minister van Ruimtevaart", "2025-02-14", "Nederland", []),
    ("premier", "1815-06-18", "Nederland", []),
]


@pytest.mark.parametrize(("office", "day", "of", "names"), HELD)
def test_an_office_had_its_holder_on_a_day(office: str, day: str, of: str, names: list[str]) -> None:
    found = registry.load().holder(office, datetime.date.fromisoformat(day), of=of)
    assert [person.name for person, _ in found] == names


def test_within_a_moment_all_who_held_it_are_given() -> None:
    summer = Moment(datetime.date(2024, 6, 1), datetime.date(2024, 8, 31))
    assert [p.name for p, _ in registry.load().holder("premier", summer)] == ["Mark Rutte", "Dick Schoof"]
    assert len(registry.load().holder("premier", Moment())) > 3


OWNED = [
    ("minister van Defensie", ("minister van Defensie", "")),
    ("minister van Defensie van Frankrijk", ("minister van Defensie", "Frankrijk")),
    ("Franse minister van Defensie", ("minister van Defensie", "Frankrijk")),
    ("president van de VS", ("president", "Verenigde Staten")),
    ("voorzitter van de Tweede Kamer", ("voorzitter", "Tweede Kamer")),
    ("burgemeester van Gent", ("burgemeester", "Gent")),
    ("burgemeester in Gent", ("burgemeester", "Gent")),
    ("NAVO-chef", ("chef", "NAVO")),
    ("PVV-leider", ("leider", "PVV")),
    ("oud-premier", ("oud-premier", "")),
    ("VVD-minister van Defensie", ("VVD-minister van Defensie", "")),
    ("voorzitter van PVDA", ("voorzitter", "PVDA")),
]


@pytest.mark.parametrize(("words", "taken_apart"), OWNED)
def test_an_office_is_told_from_whose_it_is(words: str, taken_apart: tuple[str, str]) -> None:
    assert registry.load().owner(words) == taken_apart


WORDS = [
    ("Moskou", "Rusland", "capital"),
    ("Russen", "Rusland", "inhabitant"),
    ("Russische", "Rusland", "adjective"),
    ("VS", "Verenigde Staten", "name"),
    ("Amerika", "Verenigde Staten", "name"),
    ("Kiev", "Oekraïne", "capital"),
    ("Oekraine", "Oekraïne", "name"),
]


@pytest.mark.parametrize(("word", "state", "how"), WORDS)
def test_a_word_stands_for_a_state(word: str, state: str, how: str) -> None:
    found = registry.load().state(word)
    assert found is not None and (found.state.name, found.how) == (state, how)


def test_spelling_tells_bodies_apart() -> None:
    known = registry.load()
    names = {
        word: (body.name if (body := known.body(word)) else None)
        for word in ("PvdA", "PVDA", "Navo", "is", "IS")
    }
    assert names == {"PvdA": "PvdA", "PVDA": "PVDA", "Navo": "NAVO", "is": None, "IS": "Islamitische Staat"}
    assert known.body("Kamer") is None and len(known.bodies("Kamer")) == 2
    member = known.member("VVD’er")
    assert member is not None and member.kind is ActorKind.PARTY


def test_persons_are_found_by_surname_without_accents() -> None:
    known = registry.load()
    assert [p.name for p in known.persons("Yesilgöz")] == ["Dilan Yeşilgöz"]
    assert {p.name for p in known.persons("Rutte")} == {"Mark Rutte", "Arno Rutte"}
    assert known.persons("Hofstra") == ()
    person = known.person("Volodymyr Zelenskyy")
    assert person is not None and person.name == "Volodymyr Zelensky"


def test_who_held_an_office_nobody_knows_when_is_named_only_where_nobody_else_is() -> None:
    tables = Tables()
    tables.facts.clear()
    office = {"title": "dijkgraaf", "of": "Nederland"}
    for key, bounds in (("aa", {}), ("bb", {"from": "2020"})):
        entry = {"name": f"Piet {key.title()}", "offices": [{**office, **bounds}]}
        tables.lay({"person": {key: entry}}, "test")
    known = tables.registry()

    def names(on: datetime.date | None) -> list[str]:
        return [person.surname for person, _ in known.holder("dijkgraaf", on)]

    assert names(datetime.date(2021, 1, 1)) == ["Bb"]
    assert names(datetime.date(2019, 1, 1)) == ["Aa"]
    assert names(None) == ["Aa", "Bb"]
