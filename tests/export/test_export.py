"""A dossier in other formats: what a spreadsheet, a script and the scorer get to see."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pandas
import pytest
from hypothesis import HealthCheck, given, settings

import hostile
from newsroom import DIJK, WADDEN, article, dossier, read
from standpunt.dossier.utterances import gather
from standpunt.export import FORMATS
from standpunt.export.csv import lines as csv_lines
from standpunt.model import Form, Moment, Reason, Statement
from standpunt.store import Builder, Store

ARTICLES = [
    article(f"date 2025-02-14\n{WADDEN}", "krant/wad.txt"),
    article(DIJK, "krant/dijk.txt"),
    article('"=1+1", zei Cor Prins.', "krant/som.txt"),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("uit") / "dossier.db"
    with Builder(path) as builder:
        builder.collect(ARTICLES)
        builder.keep([(each, read(each)) for each in ARTICLES], "reader 1")
        builder.write(dossier(*ARTICLES))
    with Store(path) as opened:
        yield opened


def written(store: Store, name: str, with_text: bool = True) -> str:
    """What a format writes; of a binary one, or of a folder's files together, with a sign for each byte."""
    if FORMATS[name].folder:
        with TemporaryDirectory() as folder:
            FORMATS[name].write(store, Path(folder), with_text)
            return b"".join(file.read_bytes() for file in sorted(Path(folder).iterdir())).decode("latin-1")
    out: io.BytesIO | io.StringIO = io.BytesIO() if FORMATS[name].binary else io.StringIO()
    FORMATS[name].write(store, out, with_text)
    held = out.getvalue()
    return held.decode("latin-1") if isinstance(held, bytes) else held


def lines(store: Store, name: str) -> list[Any]:
    return [json.loads(line) for line in written(store, name).removesuffix("\n").split("\n")]


def test_csv_has_a_row_for_each_statement(store: Store) -> None:
    rows = list(csv.DictReader(io.StringIO(written(store, "csv"))))
    assert [(row["speaker"], row["content"]) for row in rows if row["article"].startswith("Akkoord")] == [
        ("Anna Hoek", "Wij onderhandelden tot diep in de nacht"),
        ("Bram Veenstra", "Zonder geld komt er geen dijk"),
    ]
    assert (rows[0]["published"], rows[0]["declines"], rows[0]["content_spans"]) == (
        "2025-02-14",
        "0",
        "[[39, 78]]",
    )


def test_csv_runs_no_formula_in_a_spreadsheet(store: Store) -> None:
    rows = list(csv.DictReader(io.StringIO(written(store, "csv"))))
    assert [row["content"] for row in rows if row["speaker"] == "Cor Prins"] == ["'=1+1"]


def test_jsonl_has_a_line_for_each_article_with_words_beside_offsets(store: Store) -> None:
    first = lines(store, "jsonl")[0]
    assert first["source"] == "krant/wad.txt"
    assert [block["role"] for block in first["blocks"]][:3] == ["byline", "headline", "body"]
    assert [each["name"] for each in first["actors"]] == ["Anna Hoek", "Bram Veenstra"]
    for found in (*first["mentions"], *first["times"]):
        assert first["text"][found["start"] : found["stop"]] == found["text"]
    for statement in first["statements"]:
        assert [first["text"][a:b] for a, b in statement["content_spans"]] == [statement["content"]]
    assert "lemmas" not in first


def test_evaluation_is_what_the_scorer_reads(store: Store) -> None:
    first = lines(store, "evaluation")[0]
    assert first == {
        "file": "wad.txt",
        "published": {"earliest": "2025-02-14", "latest": "2025-02-14"},
        "statements": [
            {
                "content": [[39, 78]], "speaker": "Anna Hoek", "form": "direct", "cue": "zei",
                "source": "Anna Hoek", "via": None, "declines": False, "confidence": 0.9,
            },
            {
                "content": [[138, 167]], "speaker": "Bram Veenstra", "form": "direct", "cue": "zei",
                "source": "Bram Veenstra", "via": None, "declines": False, "confidence": 0.9,
            },
        ],
        "times": [{"span": [112, 121], "value": "2025-02-13"}],
        "actors": [{"name": "Anna Hoek", "kind": "person"}, {"name": "Bram Veenstra", "kind": "person"}],
        "positions": [],
        "conditions": [],
    }  # fmt: skip


def test_evaluation_gives_no_date_where_a_side_is_open(store: Store) -> None:
    assert "published" not in lines(store, "evaluation")[1]


def test_evaluation_leaves_a_speaker_that_is_not_known_empty(tmp_path: Path) -> None:
    told = article('"Ik sluit niets uit", klonk het.', "klank.txt")
    span = told.text.index("Ik"), told.text.index('",')
    said = Statement(
        (type(told.blocks[0].span)(*span),), Form.DIRECT, Reason("quotation alone"), Reason("nobody near")
    )
    reading = replace(read(told), statements=(said,))
    made = dossier(told)
    with Builder(tmp_path / "dossier.db") as builder:
        builder.collect([told])
        builder.keep([(told, reading)], "reader 1")
        articles = (replace(made.articles[0], reading=reading, published=Moment()),)
        builder.write(replace(made, articles=articles, utterances=gather(articles, made.stories)))
    with Store(tmp_path / "dossier.db") as store:
        assert lines(store, "evaluation")[0]["statements"][0]["speaker"] is None
        assert store.statements()[0]["speaker"] == ""


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "gold"])  # only of what people judged
def test_every_format_gives_the_same_twice_and_says_what_it_is(name: str, store: Store) -> None:
    assert written(store, name) == written(store, name) != ""
    assert FORMATS[name].about


def test_events_have_a_row_each(store: Store) -> None:
    rows = list(csv.DictReader(io.StringIO(written(store, "events"))))
    assert [(row["day"], row["status"], row["what"], row["participants"]) for row in rows] == [
        ("../2025-02-14", "happened", "onderhandelen", '["Anna Hoek"]'),
        ("onbekend", "happened", "onderhandelen", '["Anna Hoek"]'),
    ]


def test_json_lines_hold_the_events_of_their_article(store: Store) -> None:
    told = [line for line in lines(store, "jsonl") if line["event_mentions"]]
    assert [(line["event_mentions"][0]["text"], line["events"][0]["kind"]) for line in told] == [
        ("onderhandelden", "talks"),
        ("onderhandelt", "talks"),
    ]


WITH_TEXT = ("dna", "brat", "cas", "qdpx", "gold")
"""Formats that cannot be without it."""


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in WITH_TEXT])
def test_without_text_only_what_was_found_is_left_of_an_article(name: str, store: Store) -> None:
    held = written(store, name, with_text=False)
    assert "Het was lang stil" not in held
    assert '"Zonder geld komt er geen dijk", zei' not in held.replace('\\"', '"').replace('""', '"')
    if name in ("csv", "jsonl"):
        assert "Zonder geld komt er geen dijk" in held
    if name != "evaluation":
        assert held != written(store, name) or name == "events" or held.count("\n") == 1


def test_a_cell_with_a_line_end_of_any_kind_is_one_cell() -> None:
    rows = [{"said": said} for said in ("a\rb", "a\nb", "a\r\nb")]
    assert list(csv_lines(["said"], rows)) == ["said\n", '"a\rb"\n', '"a\nb"\n', '"a\r\nb"\n']


# ------------------------------------------------------------------------------ whatever the articles hold


def plain(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@", "\t", "\r") else cell


@given(hostile.texts)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_articles_hold_comes_back_from_csv(tmp_path: Path, given: list[str]) -> None:
    """By pandas, whose reader is not Python's."""
    articles = hostile.articles(given)
    with hostile.stored(tmp_path / "dossier.db", articles) as store:
        table = written(store, "csv")
    rows = pandas.read_csv(io.StringIO(table), dtype=str, keep_default_na=False).to_dict("records")
    found = {
        (row["article_id"], *each, plain(row["content"]), row["form"])
        for row in rows
        for each in json.loads(plain(row["content_spans"]))
    }
    assert found == {(each.id, *said) for each in articles for said in hostile.said(each)}


@given(hostile.texts)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_articles_hold_comes_back_from_lines_of_json(tmp_path: Path, given: list[str]) -> None:
    articles = hostile.articles(given)
    with hostile.stored(tmp_path / "dossier.db", articles) as store:
        full, scored = lines(store, "jsonl"), lines(store, "evaluation")
    assert {each["id"]: each["text"] for each in full} == {each.id: each.text for each in articles}
    found = {
        (each["id"], start, stop, each["text"][start:stop], said["form"])
        for each in full
        for said in each["statements"]
        for start, stop in said["content_spans"]
    }
    assert found == {(each.id, *said) for each in articles for said in hostile.said(each)}
    assert sorted(
        span for each in scored for said in each["statements"] for span in said["content"]
    ) == sorted([start, stop] for _, start, stop, *_ in found)
