"""What is written for Discourse Network Analyzer: its tables, its rules, and all that comes back when it is read."""

import base64
import datetime
import io
import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coded import NOTHING, between, claim, day, sample
from standpunt.errors import NetworkError
from standpunt.model import Moment, Span
from standpunt.networks import dna
from standpunt.networks.claims import Claim, Coding, Document, Value
from standpunt.networks.dna.writing import DEFAULT_TYPE, hashed, shortened


def written(coding: Coding, path: Path) -> Path:
    with path.open("wb") as file:
        dna.write(coding, file)
    return path


# --------------------------------------------------------------------------------------- as the program has it


def shape(path: Path) -> dict[str, Any]:
    """Of each table its columns, keys, unique columns and checks, however they are written down."""
    with closing(sqlite3.connect(path)) as database:
        tables = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: (
                database.execute(f"PRAGMA table_info({name})").fetchall(),
                sorted(row[2:] for row in database.execute(f"PRAGMA foreign_key_list({name})")),
                sorted(
                    (unique, [column for *_, column in database.execute(f"PRAGMA index_info({index})")])
                    for _, index, unique, *_ in database.execute(f"PRAGMA index_list({name})")
                ),
                sorted(checks(sql)),
            )
            for name, sql in tables
        }


def checks(sql: str) -> list[str]:
    bare = re.sub(r"\s", "", sql)
    return [closed(bare[found.end() :]) for found in re.finditer("CHECK", bare)]


def closed(opened: str) -> str:
    """From a bracket to the one that closes it."""
    depth = 0
    for at, sign in enumerate(opened):
        depth += (sign == "(") - (sign == ")")
        if not depth:
            return opened[: at + 1]
    raise AssertionError(opened)


def test_the_tables_are_those_of_the_program(tmp_path: Path) -> None:
    found = shape(written(Coding(()), tmp_path / "leeg.dna"))
    assert found == shape(sample())
    assert sum(len(checks) for *_, checks in found.values()) == 60


def test_a_password_is_hashed_as_the_program_does() -> None:
    with closing(sqlite3.connect(sample())) as database:
        for (kept,) in database.execute("SELECT Password FROM CODERS"):
            assert hashed("sample", base64.b64decode(kept)[:16]) == kept


def test_an_empty_database_can_be_coded_in(tmp_path: Path) -> None:
    with closing(sqlite3.connect(written(Coding(()), tmp_path / "leeg.dna"))) as database:
        assert database.execute("SELECT * FROM SETTINGS").fetchall() == [
            ("version", "3.0.7"), ("date", "2022-06-10"),
        ]  # fmt: skip
        assert database.execute("SELECT ID, Name FROM CODERS").fetchall() == [(1, "Admin")]
        assert database.execute("SELECT Variable, DataType FROM VARIABLES").fetchall() == [
            ("person", "short text"), ("organization", "short text"), ("concept", "short text"),
            ("agreement", "boolean"),
        ]  # fmt: skip


# --------------------------------------------------------------------------------------------- what comes back

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
NAMES = TEXTS.filter(bool)
DAYS = st.dates(datetime.date(1800, 1, 1), datetime.date(2200, 1, 1)).map(lambda each: Moment(each, each))
VALUES: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    DEFAULT_TYPE: st.fixed_dictionaries(
        {"person": TEXTS, "organization": TEXTS, "concept": TEXTS, "agreement": st.booleans()}
    ),
    "schaal": st.fixed_dictionaries(
        {"person": TEXTS, "sterkte": st.integers(-(2**63), 2**63 - 1), "noot": st.text("ab", min_size=191)}
    ),
}


@st.composite
def codings(draw: st.DrawFn) -> Coding:
    """In the order in which a database is read."""
    days = sorted(draw(st.lists(DAYS, max_size=4)), key=lambda when: when.in_time)
    documents = [Document(str(id), when, *(draw(TEXTS) for _ in range(7))) for id, when in enumerate(days, 1)]
    claims = []
    for document in documents:
        ends = range(len(document.text) + 1)
        spans = st.tuples(st.sampled_from(ends), st.sampled_from(ends)).filter(lambda span: span[0] < span[1])
        for span in sorted(draw(st.lists(spans, max_size=3))) if document.text else ():
            type = draw(st.sampled_from(sorted(VALUES)))
            coder = draw(st.sampled_from(["Admin", "Ida", "Bo 🌊"]))
            claims.append(Claim(document, Span(*span), document.published, draw(VALUES[type]), type, coder))
    used = sorted({str(claim.values["person"]) for claim in claims} - {""})
    attributes = {
        ("person", each): draw(st.dictionaries(NAMES, NAMES, max_size=2)) | {"color": "#0a141e"}
        for each in used
    }
    return Coding(tuple(claims), attributes, tuple(documents))


@settings(max_examples=60, deadline=None)
@given(coding=codings())
def test_a_coding_comes_back(coding: Coding, tmp_path_factory: pytest.TempPathFactory) -> None:
    back = dna.read(written(coding, tmp_path_factory.mktemp("terug") / "x.dna"))
    assert (back.claims, back.documents) == (coding.claims, coding.documents)
    assert {of: told for of, told in back.attributes.items() if told} == coding.attributes


def test_a_name_of_figures_stays_a_name(tmp_path: Path) -> None:
    (back,) = dna.read(written(Coding((claim("007", "00"),)), tmp_path / "x.dna")).claims
    assert (back.values["organization"], back.values["concept"]) == ("007", "00")


def test_the_sample_comes_back(tmp_path: Path) -> None:
    """The types in which it codes nothing have nothing to come back."""
    coding = dna.read(sample())
    back = dna.read(written(coding, tmp_path / "terug.dna"))
    assert (back.claims, back.documents) == (coding.claims, coding.documents)
    for variable in ("person", "organization", "concept"):
        for (of, value), told in coding.attributes.items():
            assert of != variable or back.attributes[of, value] == told


def test_the_same_is_the_same_file() -> None:
    coding = dna.read(sample())
    one, other = io.BytesIO(), io.BytesIO()
    dna.write(coding, one)
    dna.write(coding, other)
    assert one.getvalue() == other.getvalue()


# --------------------------------------------------------------------------------- what the format cannot hold


@pytest.mark.parametrize(
    ("when", "held"),
    [
        (day("2031-05-18"), day("2031-05-18")),
        (between("2031-05-01", "2031-05-31"), day("2031-05-01")),
        (replace(day("2031-05-18"), earliest=None), day("2031-05-18")),
        (NOTHING, day("1970-01-01")),
    ],
)
def test_a_document_gets_the_first_day_that_it_can_be_of(when: Moment, held: Moment, tmp_path: Path) -> None:
    coding = Coding((), documents=(Document("1", when, "Kade"),))
    (document,) = dna.read(written(coding, tmp_path / "x.dna")).documents
    assert document.published == held


def test_a_text_that_a_claim_lacks_is_empty(tmp_path: Path) -> None:
    lacking = claim("haven", "tol")
    back = dna.read(written(Coding((lacking,)), tmp_path / "x.dna")).claims
    assert back[0].values == lacking.values
    other = replace(lacking, values={**lacking.values, "toon": "fel"})
    back = dna.read(written(Coding((lacking, other)), tmp_path / "y.dna")).claims
    assert [each.values["toon"] for each in back] == ["", "fel"]


def test_long_names_are_cut_and_stay_two(tmp_path: Path) -> None:
    long = "Vereniging van " + "vrienden van " * 20
    one, other = claim(long + "het veer", "tol"), claim(long + "de brug", "tol")
    of = {"organization": one.values["organization"]}
    assert len(shortened(str(of["organization"]))) == 190
    with closing(sqlite3.connect(written(Coding((one, other)), tmp_path / "x.dna"))) as database:
        kinds = dict(database.execute("SELECT Variable, DataType FROM VARIABLES WHERE StatementTypeId = 2"))
        assert kinds["organization"] == "long text"
        database.execute("PRAGMA foreign_keys = ON")
    told = Coding((), {("organization", long + each): {} for each in ("het veer", "de brug")})
    with closing(sqlite3.connect(written(told, tmp_path / "y.dna"))) as database:
        values = {value for (value,) in database.execute("SELECT Value FROM ENTITIES")} - {""}
    assert len(values) == 2
    assert all(value.startswith("Vereniging van vrienden") and "…" in value for value in values)


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        ((claim("haven", "tol"), claim("haven", "tol", None)), "uitspraak: agreement: a claim has none, and"),
        ((claim("haven", "tol", 1), claim("haven", "tol", "ja")), "agreement: it is a integer in one claim, and 'ja'"),
        ((claim("haven", "tol", 1), claim("haven", "tol", True)), "agreement: it is a integer in one claim, and True"),
        ((replace(claim("haven", "tol"), span=Span(2, 2)),), "1 at 2: this claim has no words"),
    ],
)  # fmt: skip
def test_what_cannot_be_held_is_an_error(claims: tuple[Claim, ...], said: str) -> None:
    with pytest.raises(NetworkError, match=re.escape(said)):
        dna.write(Coding(claims), io.BytesIO())


def test_values_of_the_default_type_are_of_its_kinds() -> None:
    values: dict[str, Value] = {"agreement": "ja"}
    with pytest.raises(NetworkError, match="agreement"):
        dna.write(Coding((replace(claim("haven", "tol"), values=values, type=DEFAULT_TYPE),)), io.BytesIO())
