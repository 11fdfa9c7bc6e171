"""Annotations for brat and INCEpTION: what is written comes back, by the readers of the evaluation and by cassis."""

import io
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cassis
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pybrat.parser import BratParser

from reference import tunnel
from standpunt.errors import GoldError, StandpuntError
from standpunt.evaluation import annotations
from standpunt.evaluation.agreement import agree
from standpunt.evaluation.annotations import brat as brat_reader
from standpunt.evaluation.annotations import cas as cas_reader
from standpunt.evaluation.coding import Gold, Layer
from standpunt.evaluation.matching import Text
from standpunt.evaluation.scores import FIGURES
from standpunt.export import FORMATS, brat, cas, standoff
from standpunt.export.standoff import CUED_BY, SAID_BY, Link, Mark, Sheet
from standpunt.model import ActorKind, Form, Span
from standpunt.store import Store

BOTH = pytest.mark.parametrize("format", ["brat", "cas"])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(tunnel(tmp_path_factory.mktemp("uit")) / "dossier.db") as opened:
        yield opened


def unpacked(store: Store, format: str, path: Path) -> Path:
    out = io.BytesIO()
    FORMATS[format].write(store, out, True)
    with zipfile.ZipFile(out) as archive:
        archive.extractall(path)
    return path


@BOTH
def test_all_that_was_found_comes_back(format: str, store: Store, tmp_path: Path) -> None:
    """Each figure of a machine beside itself is 1."""
    golds = annotations.read(unpacked(store, format, tmp_path), tmp_path)
    agreed = agree(golds, store.dossier())
    assert agreed.report.notes == ()
    assert len(agreed.report.comparisons) == 11
    assert golds[0].layers == frozenset(Layer)
    total = agreed.report.total
    assert {total.lead(figure) for figure in FIGURES} == {1.0}
    assert {figure: each.value for figure, each in agreed.alphas.items()} == {
        "statements": 1.0, "speakers": 1.0, "positions": 1.0,
    }  # fmt: skip


def test_pybrat_reads_every_mark_and_relation(store: Store, tmp_path: Path) -> None:
    """Two marks of the same words it tells as an error, which brat allows."""
    parsed = BratParser(error="ignore").parse(unpacked(store, "brat", tmp_path))
    read = {Path(each.id).name: each for each in parsed}
    sheets = list(standoff.sheets(store))
    assert read.keys() == {sheet.name for sheet in sheets}
    for sheet in sheets:
        found = read[sheet.name]
        assert found.text == sheet.text
        marks = [(each.type, [(span.start, span.end) for span in each.spans]) for each in found.entities]
        assert sorted(marks) == sorted(
            (mark.type, [tuple(span) for span in mark.spans]) for mark in sheet.marks
        )
        for each in found.entities:
            words = " ".join(sheet.text[span.start : span.end] for span in each.spans)
            assert each.mention == words.replace("\n", " ")
        assert sorted(each.type for each in found.relations) == sorted(link.type for link in sheet.links)


@BOTH
def test_the_same_dossier_is_the_same_archive(format: str, store: Store) -> None:
    one, other = io.BytesIO(), io.BytesIO()
    FORMATS[format].write(store, one, True)
    FORMATS[format].write(store, other, True)
    assert one.getvalue() == other.getvalue()


@BOTH
def test_without_text_there_is_none(format: str, store: Store) -> None:
    with pytest.raises(StandpuntError, match="leave out --without-text"):
        FORMATS[format].write(store, io.BytesIO(), False)


def test_parts_of_one_file_have_names_of_their_own(store: Store) -> None:
    names = [sheet.name for sheet in standoff.sheets(store)]
    assert len(set(names)) == 11
    assert {"10_kort_nieuws", "10_kort_nieuws-2"} <= set(names)


# --------------------------------------------------------------------------------------------- one article

TEXT = "„De boot 🌊 blijft”,\nzei hij. „Tot 2030.”"
CONTENT, SOURCE, CUE = Span(1, 17), Span(24, 27), Span(20, 23)


def sheet(*marks: Mark, links: tuple[Link, ...] = (), text: str = TEXT) -> Sheet:
    return Sheet("a", text, (Span(0, len(text)),), list(marks), list(links))


SAID = sheet(
    Mark("Content", (CONTENT, Span(30, 38)), "", (("Form", "direct"), ("Declines", ""))),
    Mark("Cue", (CUE,)),
    Mark("Source", (SOURCE,), "Ida Kok"),
    Mark("Time", (Span(34, 38),), "2030"),
    links=(Link(CUED_BY, 0, 1), Link(SAID_BY, 0, 2)),
)


def by_brat(sheet: Sheet) -> Gold:
    return brat_reader.parse("\n".join(brat.lines(sheet)), "a.ann", lambda file: sheet.text)


def by_cas(sheet: Sheet, path: Path) -> Gold:
    types = cas.type_system(cassis.TypeSystem())
    (path / cas.TYPE_SYSTEM).write_text(types.to_xml(), encoding="utf-8")
    (path / "a.xmi").write_text(cas.made(sheet, types).to_xmi(), encoding="utf-8")
    return cas_reader.read(path / "a.xmi", lambda file: "")


def test_a_statement_of_brat_is_in_lines_with_notes_and_relations() -> None:
    assert list(brat.lines(SAID)) == [
        "T1\tContent 1 17;30 38\tDe boot 🌊 blijft Tot 2030",
        "T2\tCue 20 23\tzei",
        "T3\tSource 24 27\thij",
        "T4\tTime 34 38\t2030",
        "R1\tCued_by Arg1:T1 Arg2:T2",
        "R2\tSaid_by Arg1:T1 Arg2:T3",
        "A1\tForm T1 direct",
        "A2\tDeclines T1",
        "#1\tAnnotatorNotes T3\tIda Kok",
        "#2\tAnnotatorNotes T4\t2030",
    ]


def test_a_line_ends_a_piece_of_brat() -> None:
    (line,) = brat.lines(sheet(Mark("Content", (Span(0, 28),))))
    assert line == "T1\tContent 0 19;20 28\t„De boot 🌊 blijft”, zei hij."


def test_the_configuration_names_every_type_that_is_written(store: Store) -> None:
    written = brat.configuration([issue.id for issue in store.coding().issues])
    types = {mark.type for each in standoff.sheets(store) for mark in each.marks}
    assert types <= set(written.split())
    assert "Issue\tArg:Position, Value:tunnel|tol|referendum" in written
    assert "Position" not in brat.configuration([])


def test_a_cas_is_read_by_cassis_with_offsets_in_utf_16(tmp_path: Path) -> None:
    by_cas(SAID, tmp_path)
    assert 'end="18" part="Content"' in (tmp_path / "a.xmi").read_text(encoding="utf-8")
    with (tmp_path / cas.TYPE_SYSTEM).open("rb") as types, (tmp_path / "a.xmi").open("rb") as file:
        read: Any = cassis.load_cas_from_xmi(file, cassis.load_typesystem(types))
    parts = read.select("webanno.custom.Attribution")
    assert [(each.part, each.get_covered_text(), each.name) for each in parts] == [
        ("Content", "De boot 🌊 blijft", None), ("Cue", "zei", None), ("Source", "hij", "Ida Kok"),
        ("Content", "Tot 2030", None),
    ]  # fmt: skip
    relations = read.select("webanno.custom.AttributionRelation")
    assert {(each.role, each.Governor.begin, each.Dependent.get_covered_text()) for each in relations} == {
        ("continues", 1, "Tot 2030"), (CUED_BY, 1, "zei"), (SAID_BY, 1, "hij"),
    }  # fmt: skip
    assert read.get_document_annotation().get_covered_text() == TEXT


def test_both_readers_make_one_statement_of_it(tmp_path: Path) -> None:
    for gold in (by_brat(SAID), by_cas(SAID, tmp_path)):
        (said,) = gold.coding.statements
        assert [span.of(TEXT) for span in said.spans] == ["De boot 🌊 blijft", "Tot 2030"]
        assert (said.label, said.form, said.cued) == ("Ida Kok", Form.DIRECT, True)
        assert [time.label for time in gold.coding.times] == ["2030"]


WORDS = st.lists(
    st.sampled_from(["Ida", "zegt", "🌊", "dat", "\n", "\x01", "„boot”", "&<", "\u2028", "é"]), min_size=6
)


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Marks of whole words, in the order of the text."""
    words = draw(WORDS)
    text = " ".join(words)
    places = Text(text)._starts
    if not places:
        return sheet(text=text)
    ends = Text(text)._ends
    marks = []
    for at in sorted(draw(st.sets(st.integers(0, len(places) - 1), max_size=4))):
        last = draw(st.integers(at, len(places) - 1))
        kind = draw(st.sampled_from(list(ActorKind)))
        name = draw(st.sampled_from(["Ida Kok", "NAVO", "Bo & zn"]))
        span = Span(places[at], ends[last])
        marks += draw(
            st.sampled_from(
                [
                    [Mark("Content", (span,), name, (("Form", "indirect"),))],
                    [Mark(kind.value.capitalize(), (span,), name)],
                    [Mark("Time", (span,), "2025-W07")],
                    [Mark("Condition", (span,), name)],
                    [Mark("Position", (span,), name, (("Issue", "tol"), ("Stance", "oppose")))],
                ]
            )
        )
    return sheet(*marks, text=text)


@settings(max_examples=60, deadline=None)
@given(sheets())
def test_marks_come_back(tmp_path_factory: pytest.TempPathFactory, written: Sheet) -> None:
    places = Text(written.text)
    for gold in (by_brat(written), by_cas(written, tmp_path_factory.mktemp("cas"))):
        coding = gold.coding
        found = [(each, "Content") for each in coding.statements] + [(each, "Time") for each in coding.times]
        found += [(each, "Condition") for each in coding.conditions]
        assert sorted(
            (type, each.label, sorted(places.tokens(each.spans))) for each, type in found
        ) == sorted(
            (mark.type, mark.note, sorted(places.tokens(mark.spans)))
            for mark in written.marks
            if mark.type in ("Content", "Time", "Condition")
        )
        kinds = {kind.value.capitalize() for kind in ActorKind}
        assert {name for name, _ in coding.actors} == {
            mark.note for mark in written.marks if mark.type in kinds
        }
        assert coding.positions == {
            (mark.note, "tol", "oppose") for mark in written.marks if mark.type == "Position"
        }


@pytest.mark.parametrize(
    ("xmi", "types", "said"),
    [
        ("<xmi", "", "a.xmi: "),
        (None, "<niet", "a.xmi: "),
        (None, None, "TypeSystem.xml: its type system is not there (unpack the whole archive)"),
    ],
)
def test_a_cas_that_is_none_is_told(xmi: str | None, types: str | None, said: str, tmp_path: Path) -> None:
    by_cas(SAID, tmp_path)
    if xmi is not None:
        (tmp_path / "a.xmi").write_text(xmi)
    if types is None:
        (tmp_path / cas.TYPE_SYSTEM).unlink()
    elif types:
        (tmp_path / cas.TYPE_SYSTEM).write_text(types)
    with pytest.raises(GoldError) as fault:
        cas_reader.read(tmp_path / "a.xmi", lambda file: "")
    assert said in str(fault.value)


def test_without_the_library_it_says_what_to_install(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cassis", None)
    for act in (
        lambda: FORMATS["cas"].write(store, io.BytesIO(), True),
        lambda: cas_reader.read(Path("a.xmi"), lambda file: ""),
    ):
        with pytest.raises(StandpuntError, match=r"pip install 'standpunt\[cas\]'"):
            act()
