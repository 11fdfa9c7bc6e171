"""JSON Lines and CSV: a record with named columns is an article, a broken one is set aside."""

import io
import json
from pathlib import Path

import pytest

from standpunt import sources
from standpunt.errors import SourceError
from standpunt.model import Article, SetAside

TEXT = "De minister wil een nieuwe brug over de Linge. Dat zei ze vrijdag na de ministerraad."


def read(name: str, content: str | bytes, folder: Path, **columns: str) -> list[Article | SetAside]:
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return list(sources.read([folder / name], columns=columns))


def article(item: Article | SetAside) -> Article:
    assert isinstance(item, Article), item
    return item


def line(**record: object) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"


def test_a_record_with_all_columns(tmp_path: Path) -> None:
    record = line(
        id=7, title="Minister wil brug", text=TEXT, date="14 februari 2031", outlet="NOS Nieuws",
        author="Anna Smit", url="https://kade.example/brug", language="nl-NL", agency="BELGA",
    )  # fmt: skip
    found = article(*read("a.jsonl", record, tmp_path))
    assert (found.title, found.text, found.outlet, found.agency) == (
        "Minister wil brug",
        TEXT,
        "NOS",
        "Belga",
    )
    assert (found.author, found.url, str(found.published)) == (
        "Anna Smit",
        "https://kade.example/brug",
        "2031-02-14",
    )
    assert (found.provenance.source, found.provenance.format, found.provenance.part) == (
        "a.jsonl",
        "jsonl",
        "regel 1",
    )


@pytest.mark.parametrize(
    "names",
    [
        ("title", "text", "date"),
        ("kop", "tekst", "datum"),
        ("headline", "body", "published"),
        ("Titel", "Content", "DATE"),
    ],
)
def test_columns_go_by_their_usual_names(tmp_path: Path, names: tuple[str, str, str]) -> None:
    title, text, date = names
    found = article(*read("a.jsonl", line(**{title: "Brug", text: TEXT, date: "2031-02"}), tmp_path))
    assert (found.title, found.text, str(found.published)) == ("Brug", TEXT, "2031-02")


def test_columns_by_other_names(tmp_path: Path) -> None:
    record = line(stuk=TEXT, text="iets anders", dag="2031-02-14")
    found = article(*read("a.jsonl", record, tmp_path, text="stuk", published="dag"))
    assert (found.text, str(found.published)) == (TEXT, "2031-02-14")


def test_a_column_that_nobody_reads_is_an_error() -> None:
    with pytest.raises(SourceError, match="no column 'tekst'"):
        sources.read([], columns={"tekst": "stuk"})


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2031-02-14", "2031-02-14"),
        ("2031-02", "2031-02"),
        ("2031", "2031"),
        ("20310214", "2031-02-14"),
        ("14-02-2031", "2031-02-14"),
        ("14 feb. 2031 10:30", "2031-02-14"),
        ("2031-02-14T10:30:00", "2031-02-14"),
        ("2031-02-14T23:30:00Z", "2031-02-15"),
        ("Fri, 14 Feb 2031 10:30:00 +0100", "2031-02-14"),
        ("2031-02-30", "onbekend"),
        ("binnenkort", "onbekend"),
        ("9999-12-31T23:59:59Z", "onbekend"),
        ("", "onbekend"),
    ],
)
def test_dates_keep_their_precision(tmp_path: Path, written: str, moment: str) -> None:
    assert str(article(*read("a.jsonl", line(text=TEXT, date=written), tmp_path)).published) == moment


def test_a_date_that_cannot_be_read_is_kept_as_a_clue(tmp_path: Path) -> None:
    found = article(*read("a.jsonl", line(text=TEXT, date="binnenkort"), tmp_path))
    assert [(clue.rule, clue.words) for clue in found.published.evidence] == [
        ("column, unreadable", "binnenkort")
    ]


def test_markup_in_a_column_becomes_paragraphs(tmp_path: Path) -> None:
    found = article(
        *read("a.jsonl", line(text=f"<p>{TEXT}</p><p>Nee &amp; <b>ja</b>.<br>Klaar.</p>"), tmp_path)
    )
    assert found.text == f"{TEXT}\nNee & ja.\nKlaar."


BROKEN_LINES = [
    ("{stuk", "is not JSON"),
    ("[1, 2]", "is no JSON object"),
    ('"tekst"', "is no JSON object"),
    ("[" * 5000, "is not JSON"),
    ('{"titel": "Brug"}', "has no text (columns: titel)"),
    ('{"text": 7.5}', "has no text (columns: text)"),
    ('{"text": "  "}', "has no text (columns: text)"),
    (
        '{"text": "The minister says that the new bridge cannot be built, for lack of money."}',
        "language: en, not nl",
    ),
    (line(text=TEXT, language="fr").strip(), "language: fr, not nl"),
    ('{"text": "\\ud800"}', "is empty"),
]


@pytest.mark.parametrize(("broken", "reason"), BROKEN_LINES)
def test_a_broken_line_is_set_aside(tmp_path: Path, broken: str, reason: str) -> None:
    first, second, third = read("a.jsonl", line(text=TEXT) + broken + "\n\n" + line(text=TEXT), tmp_path)
    assert isinstance(second, SetAside)
    assert (second.source, second.part) == ("a.jsonl", "regel 2")
    assert second.reason.startswith(reason)
    assert second.hint
    assert (article(first).provenance.part, article(third).provenance.part) == ("regel 1", "regel 4")
    assert article(first).id != article(third).id


class Endless(io.RawIOBase):
    """A line of fifty megabytes that nobody holds, then an article; tells the largest piece asked for."""

    def __init__(self) -> None:
        self.left = 50_000_000
        self.tail = io.BytesIO(b"\n" + line(text=TEXT).encode())
        self.largest = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        self.largest = max(self.largest, len(buffer))
        size = min(len(buffer), self.left)
        if not size:
            return self.tail.readinto(buffer)
        buffer[:size] = (b'{"text": "' + b"a" * size)[:size] if self.left == 50_000_000 else b"a" * size
        self.left -= size
        return size


def test_a_line_of_fifty_megabytes_is_read_past_in_small_pieces() -> None:
    raw = Endless()
    first, second = sources.read(["-"], standard_input=io.BufferedReader(raw))
    assert isinstance(first, SetAside)
    assert (first.part, first.reason) == ("regel 1", "the line is longer than 5,000,000 bytes")
    assert article(second).text == TEXT
    assert raw.largest <= 1 << 20


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_csv(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = [
        ["id", "titel", "tekst", "datum"],
        [
            "1",
            "Brug",
            '"De brug gaat dicht; ""nee"", zei ze, één keer.\n\nVan Financiën mocht het."',
            "2031-02",
        ],
        ["", "", "", ""],
        ["2", "Veer", '"Het veer vaart, zei ze."', "14-02-2031"],
    ]
    content = "\r\n".join(delimiter.join(row) for row in rows) + "\r\n"
    first, second = map(article, read("a.csv", content.encode(encoding), tmp_path))
    assert first.text == 'De brug gaat dicht; "nee", zei ze, één keer.\n\nVan Financiën mocht het.'
    assert (first.title, str(first.published), first.provenance.part) == ("Brug", "2031-02", "regel 2")
    assert (second.title, str(second.published), second.provenance.part) == ("Veer", "2031-02-14", "regel 6")


def test_a_field_longer_than_csv_allows_by_default(tmp_path: Path) -> None:
    long = "De brug gaat dicht. " * 10_000
    assert article(*read("a.csv", f'titel,tekst\nBrug,"{long}"\n', tmp_path)).text == long


def test_a_quotation_mark_that_is_not_closed_costs_one_record(tmp_path: Path) -> None:
    content = (
        'titel,tekst\nEen,De brug gaat open.\nTwee,"De brug\nDrie,De brug gaat dicht.\nVier,De brug is weg.\n'
    )
    items = read("a.csv", content, tmp_path)
    aside = [item for item in items if isinstance(item, SetAside)]
    assert [(item.part, item.reason) for item in aside] == [("regel 3", "broken CSV: unexpected end of data")]
    assert [item.title for item in items if isinstance(item, Article)] == ["Een", "Drie", "Vier"]


def test_a_record_with_too_many_fields_is_set_aside(tmp_path: Path) -> None:
    first, second = read(
        "a.csv", "titel,tekst\nBrug,De brug, zei ze, gaat dicht.\nVeer,Het veer vaart.\n", tmp_path
    )
    assert isinstance(first, SetAside)
    assert (first.part, first.reason) == ("regel 2", "the record has 4 fields for 2 columns")
    assert article(second).title == "Veer"


def test_a_file_full_of_stray_quotation_marks_is_given_up(tmp_path: Path) -> None:
    items = read("a.csv", "titel,tekst\n" + 'Brug,"De "brug" gaat dicht.\n' * 500, tmp_path)
    assert isinstance(items[-1], SetAside)
    assert items[-1].reason == "given up after 100 broken records"
    assert len(items) <= 110


def test_a_csv_without_a_text_column_says_which_it_has(tmp_path: Path) -> None:
    (item,) = read("a.csv", "titel,inhoudje\nBrug,De brug gaat dicht.\n", tmp_path)
    assert isinstance(item, SetAside)
    assert item.reason == "has no text (columns: titel, inhoudje)"
