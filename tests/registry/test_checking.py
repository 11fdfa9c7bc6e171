"""The checks of facts: each fault and note, and what is none, on facts laid over the registry."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standpunt import registry
from standpunt.registry.checking import check
from standpunt.registry.reader import Tables

ONE = "[person.aa]\nname = 'Anna Aa'\noffices = [{ title = 'dijkgraaf', of = 'Nederland', from = 2020-01-01%s }]\n"
OTHER = "[person.bb]\nname = 'Bas Bee'\noffices = [{ title = 'dijkgraaf', of = 'Nederland', from = %s }]\n"

TABLE = [
    # the facts, and what is found of them
    (ONE % "" + OTHER % "2021-01-01", ["overlap: Anna Aa until .., Bas Bee from 2021-01-01"]),
    (ONE % ", to = 2021-01-02" + OTHER % "2021-01-01", ["overlap: Anna Aa until 2021-01-02, Bas Bee from 2021-01-01"]),
    (ONE % ", to = 2021-01-01" + OTHER % "2021-01-01", []),
    (ONE % ", to = '2021'" + OTHER % "2021-06-01", []),
    (ONE % ", to = 2021-06-01" + OTHER % "'2021'", []),
    (ONE % ", to = '2022'" + OTHER % "'2021'", ["overlap: Anna Aa until 2022, Bas Bee from 2021"]),
    (
        ONE % ", to = 2021-01-01" + OTHER % "2021-02-01",
        ["hole: nobody from 2021-01-01 to 2021-02-01, between Anna Aa and Bas Bee"],
    ),
    (ONE % "" + OTHER % "2021-01-01" + "[shared]\ndijkgraaf = []\n", []),
    (
        ONE % "" + OTHER % "2021-01-01" + "[shared]\ndijkgraaf = ['België']\n",
        ["overlap: Anna Aa until .., Bas Bee from 2021-01-01"],
    ),
    ("[person.aa]\nname = 'Mark Rutte'\n", ["twice: this name stands under persoon:mark-rutte, persoon:aa"]),
    (
        "[person.aa]\nname = 'Anna Aa'\nparty = 'Dijkpartij'\n",
        ["party: the party Dijkpartij is not in the registry under this name"],
    ),
    ("[person.aa]\nname = 'Anna Aa'\nwikidata = 'Q57792'\n", ["wikidata: Q57792 is also that of persoon:mark-rutte"]),
    ("[person.aa]\nname = 'Anna Aa'\nwikidata = '57792'\n", ["wikidata: 57792 is no identifier"]),
    (
        "[person.aa]\nname = 'Anna Aa'\noffices = [{ title = 'baas', of = 'Nergenshuizen' }]\n",
        ["owner: an office of Nergenshuizen, which is no state or body of the registry"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("written", "found"), TABLE)
def test_a_check_finds(written: str, found: list[str], tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(written, encoding="utf-8")
    before = check(registry.load())
    new = [each for each in check(registry.load(file)) if each not in before]
    assert [f"{each.rule}: {each.said}" for each in new if each.rule != "no wikidata"] == found


_days = st.integers(1, 28)


@given(st.lists(st.tuples(_days, _days).map(sorted).filter(lambda pair: pair[0] < pair[1]), max_size=5))
def test_overlaps_and_holes_are_all_there_is(terms: list[list[int]]) -> None:
    """Terms within one month: days that two hold are an overlap, days between that nobody holds a hole."""
    tables = Tables()
    tables.facts.clear()
    for at, (start, end) in enumerate(terms):
        office = {"title": "dijkgraaf", "of": "X", "from": f"2021-01-{start:02}", "to": f"2021-01-{end:02}"}
        tables.lay({"person": {f"p{at}": {"name": f"P {at}", "offices": [office]}}}, "test")
    rules = {each.rule.value for each in check(tables.registry())} & {"overlap", "hole"}
    held = [sum(start <= day < end for start, end in terms) for day in range(1, 29)]
    inside = held[min((t[0] for t in terms), default=1) - 1 : max((t[1] for t in terms), default=1) - 1]
    assert ("overlap" in rules) == any(number > 1 for number in held)
    if max(held, default=0) <= 1:
        assert ("hole" in rules) == (0 in inside)
