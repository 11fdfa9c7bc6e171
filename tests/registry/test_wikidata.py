"""The result of a query to Wikidata as facts to lay over the registry."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standpunt import registry
from standpunt.errors import LexiconError
from standpunt.registry import wikidata

ITEM = "http://www.wikidata.org/entity/"
NEW = {"person": f"{ITEM}Q900000001", "personLabel": "Fenna van Dijkhoek", "genderLabel": "vrouwelijk"}
OFFICE = {"positionLabel": "Minister van Defensie", "ofLabel": "Frankrijk"}


def entries(*rows: dict[str, str], of: str = "") -> wikidata.Imported:
    return wikidata.entries(rows, registry.load(), of)


def offices(*rows: dict[str, str], of: str = "") -> list[str]:
    (entry,) = entries(*rows, of=of).persons.values()
    return [str(office) for office in entry.offices.values()]


def test_both_forms_of_a_result_are_read() -> None:
    row = {"person": f"{ITEM}Q1", "personLabel": "Bo Tolsma"}
    cells = {name: {"type": "literal", "value": value} for name, value in row.items()}
    protocol: dict[str, Any] = {"head": {"vars": list(row)}, "results": {"bindings": [cells]}}
    for form in (protocol, [row], [cells]):
        assert wikidata.rows(json.dumps(form).encode(), "result.json") == [row]


@pytest.mark.parametrize("form", [b"<html>", b"{}", b'{"results": {"bindings": 3}}', b"[3]", b"3"])
def test_what_is_no_result_is_refused(form: bytes) -> None:
    with pytest.raises(LexiconError) as caught:
        wikidata.rows(form, "result.json")
    assert caught.value.where == "result.json"


def test_rows_of_one_person_are_one_entry_that_can_be_laid_over(tmp_path: Path) -> None:
    made = entries(
        {**NEW, **OFFICE, "start": "2019-05-14T00:00:00Z", "end": "2021-02-03T00:00:00Z", "partyLabel": "Dijkpartij"},
        {**NEW, "positionLabel": "burgemeester van Gent", "start": "2012-01-01T00:00:00Z", "startPrecision": "9"},
    )  # fmt: skip
    assert wikidata.written(made) == (
        '[party.dijkpartij]\nname = "Dijkpartij"\n\n[person.fenna-van-dijkhoek]\nname = "Fenna van Dijkhoek"\n'
        'gender = "v"\nparty = "Dijkpartij"\nwikidata = "Q900000001"\noffices = [\n'
        '  { title = "minister van Defensie", of = "Frankrijk", from = 2019-05-14, to = 2021-02-03 },\n'
        '  { title = "burgemeester", of = "Gent", from = "2012" },\n]\n'
    )
    file = tmp_path / "mine.toml"
    file.write_text(wikidata.written(made), encoding="utf-8")
    person = registry.load(file).person("Fenna van Dijkhoek")
    assert person is not None and (person.surname, person.party) == ("van Dijkhoek", "Dijkpartij")
    assert len(person.offices) == 2


BOUNDS = [
    ({"start": "2021-01-01T00:00:00Z", "startPrecision": "9"}, "2021/..", 0),
    ({"start": "2021-03-01T00:00:00Z", "startPrecision": "10"}, "2021-03/..", 0),
    ({"start": "2021-01-01T00:00:00Z", "startPrecision": "11"}, "2021-01-01/..", 0),
    ({"start": "2021-01-01T00:00:00Z"}, "2021/..", 1),
    ({"start": "2021-03-01T00:00:00Z"}, "2021-03/..", 1),
    ({"start": "2021-03-02"}, "2021-03-02/..", 0),
    ({"start": "1990-01-01T00:00:00Z", "startPrecision": "8"}, "../..", 0),
    ({"start": f"{ITEM}.well-known/genid/abc"}, "../..", 0),
    ({"start": "t123456"}, "../..", 0),
    ({"end": "2021-03-02T00:00:00Z"}, "../2021-03-02", 0),
]


@pytest.mark.parametrize(("row", "days", "unsure"), BOUNDS)
def test_a_bound_is_as_exact_as_wikidata_has_it(row: dict[str, str], days: str, unsure: int) -> None:
    made = entries({**NEW, **OFFICE, **row})
    (entry,) = made.persons.values()
    assert [str(office) for office in entry.offices.values()] == [f"minister van Defensie, Frankrijk, {days}"]
    assert made.unsure == unsure


OWNERS = [
    ({"positionLabel": "minister van Financiën van Frankrijk"}, "", "minister van Financiën, Frankrijk, ../.."),
    ({"positionLabel": "wethouder", "ofLabel": "Zwolle"}, "", "wethouder, Zwolle, ../.."),
    ({"positionLabel": "wethouder"}, "Zwolle", "wethouder, Zwolle, ../.."),
    ({"positionLabel": "president", "ofLabel": "VS"}, "", "president, Verenigde Staten, ../.."),
    ({"positionLabel": "VN-gezant", "ofLabel": "VN"}, "", "gezant, Verenigde Naties, ../.."),
]  # fmt: skip


@pytest.mark.parametrize(("row", "of", "office"), OWNERS)
def test_whose_an_office_is(row: dict[str, str], of: str, office: str) -> None:
    assert offices({**NEW, **row}, of=of) == [office]


def test_what_the_registry_knows_stays() -> None:
    rutte = {"person": f"{ITEM}Q57792", "personLabel": "M. Rutte", "partyLabel": "Dijkpartij"}
    premier = {"positionLabel": "minister-president van Nederland", "start": "2010-10-14T00:00:00Z"}
    made = entries({**rutte, **premier}, {**rutte, "positionLabel": "leraar", "ofLabel": "Den Haag"})
    assert wikidata.written(made) == (
        '[person.mark-rutte]\naliases = ["M. Rutte"]\noffices = [\n'
        '  { title = "leraar", of = "Den Haag" },\n]\n'
    )
    assert (made.known, made.parties) == (1, {})
    assert entries({"person": f"{ITEM}Q57792", "personLabel": "Mark Rutte"}).persons == {}


def test_two_of_one_name_are_two() -> None:
    made = entries({**NEW, **OFFICE}, {**NEW, **OFFICE, "person": f"{ITEM}Q900000002"})
    assert list(made.persons) == ["fenna-van-dijkhoek", "fenna-van-dijkhoek-q900000002"]


BAD = [
    ({}, "there is no ?person"),
    ({"person": f"{ITEM}Q7"}, "Q7 has no ?personLabel"),
    ({"person": f"{ITEM}Q7", "personLabel": "Q7"}, "Q7 has no ?personLabel"),
    ({**NEW, "positionLabel": "Q12"}, "the office Q12 has no ?positionLabel"),
    ({**NEW, "positionLabel": "dijkgraaf"}, "dijkgraaf: of what?"),
    ({**NEW, **OFFICE, "start": "20-3"}, "?start '20-3' is no date"),
    ({**NEW, **OFFICE, "start": "2021-13-40T00:00:00Z"}, "month must be in 1..12"),
    ({**NEW, **OFFICE, "start": "2021-02-03", "end": "2020-02-03"}, "ends before it begins"),
]


@pytest.mark.parametrize(("row", "said"), BAD)
def test_a_row_that_cannot_be_used_is_told_and_the_rest_goes_on(row: dict[str, str], said: str) -> None:
    made = entries({**NEW, **OFFICE}, row)
    ((number, why),) = made.refused
    assert number == 2 and said in why
    assert len(made.persons) == 1


@given(
    st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip), st.text(st.characters(codec="utf-8"))
)
def test_whatever_the_labels_hold_the_file_can_be_read(name: str, party: str) -> None:
    made = entries({**NEW, "personLabel": name, "partyLabel": party, **OFFICE})
    if made.refused:
        return
    content = tomllib.loads(wikidata.written(made))
    (person,) = content["person"].values()
    assert person["name"] == " ".join(name.split())
