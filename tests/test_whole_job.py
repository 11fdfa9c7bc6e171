"""All parts together, none of them replaced: the example articles through the whole program."""

import json
import sqlite3
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom import content
from standpunt import cli, registry
from standpunt.build import Progress, build, code
from standpunt.dossier import code as recode
from standpunt.dossier import outlined
from standpunt.dossier.issues import Codebook, codebook
from standpunt.model import Contradiction, Issue, Shift
from standpunt.store import Builder, Store, Wanted

EXAMPLES = Path(__file__).parent.parent / "examples" / "articles"


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "dossier.db"
    assert build([EXAMPLES], path).set_aside == []
    return path


def test_one_by_one_and_backwards_gives_the_same_dossier(dossier: Path, tmp_path: Path) -> None:
    for file in sorted(EXAMPLES.iterdir(), reverse=True):
        build([file], tmp_path / "dossier.db")
    assert content(tmp_path / "dossier.db") == content(dossier)


def test_two_processes_give_the_same_dossier(dossier: Path, tmp_path: Path) -> None:
    told: list[Progress] = []
    result = build([EXAMPLES], tmp_path / "dossier.db", jobs=2, watch=told.append)
    assert (result.read, result.set_aside, told[-1].done) == (11, [], 11)
    assert content(tmp_path / "dossier.db") == content(dossier)


def test_nothing_is_shown_that_is_not_in_the_text(dossier: Path) -> None:
    connection = sqlite3.connect(dossier)
    place = "substr(a.text, t.start + 1, t.stop - t.start)"
    for table in ("mentions", "times"):
        query = f"SELECT t.text, {place} FROM {table} t JOIN articles a ON a.id = t.article_id"
        found = connection.execute(query).fetchall()
        assert found, table
        assert [pair for pair in found if pair[0] != pair[1]] == [], table
    found = connection.execute(
        "SELECT s.content, s.content_spans, s.sentence, a.text"
        " FROM statements s JOIN articles a ON a.id = article_id"
    ).fetchall()
    assert found
    for said, spans, sentence, text in found:
        pieces = [text[start:stop] for start, stop in json.loads(spans)]
        assert " … ".join(pieces) == said
        assert all(piece in sentence for piece in pieces), said
        assert sentence in text
    connection.close()


@pytest.mark.parametrize(
    ("sought", "found"), [("meebetalen", "meebetaalt"), ("uitsluiten", "sluit"), ("betaalt", "betalen")]
)
def test_a_search_finds_other_inflections(sought: str, found: str, dossier: Path) -> None:
    with Store(dossier) as store:
        hits = store.search(sought)
        shown = {place.of(row["text"]) for row in hits.articles for place in hits.places(row["text"])}
    assert found in shown


def test_who_speaks_has_a_full_name_over_all_articles(dossier: Path) -> None:
    with Store(dossier) as store:
        said = store.statements(Wanted(speaker="Van Zuylekom"))
    assert {row["speaker"] for row in said} == {"Job van Zuylekom"}
    assert len({row["article_id"] for row in said}) >= 3


def test_bad_input_is_set_aside_and_the_rest_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    good = (EXAMPLES / "02_wethouder_tegen.txt").read_text(encoding="utf-8")
    bad: dict[str, bytes] = {
        "leeg.txt": b"",
        "beeld.txt": bytes(range(256)) * 20,
        "kapot.jsonl": b'{"text": "Het is',
        "menu.html": b"<html><body><nav><a href='/'>Home</a></nav></body></html>",
        "english.txt": b"The minister said on Thursday that the government would not pay for the bridge. "
        * 5,
    }
    folder = tmp_path / "krant"
    folder.mkdir()
    (folder / "goed.txt").write_text(good, encoding="cp1252", errors="replace")
    for name, data in bad.items():
        (folder / name).write_bytes(data)
    monkeypatch.setattr(sys, "argv", ["standpunt", "build", str(folder), "-o", str(tmp_path / "dossier.db")])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 3
    told = capsys.readouterr()
    assert "holds 1 article," in told.out
    with Store(tmp_path / "dossier.db") as store:
        aside = store.rows("set_aside")
        assert sorted(row["source"] for row in aside) == sorted(bad)
        assert all(
            f"{row['source']}{row['part'] and ', '}{row['part']}: {row['reason']}" in told.err
            for row in aside
        )
        assert all(row["hint"] for row in aside)


def test_a_dossier_is_coded_anew_without_reading_again(tmp_path: Path) -> None:
    """The codebook stays with the dossier: a later build without one codes by it."""
    (tmp_path / "a.txt").write_text("De gemeente Veendijk wil een tunnel onder het spoor.", encoding="utf-8")
    path = tmp_path / "dossier.db"
    built = build([tmp_path / "a.txt"], path)
    assert (built.read, built.positions) == (1, 0)

    tunnel = Issue(id="tunnel", label="Tunnel", proposal="Er komt een tunnel", terms=("tunnel",))
    coded = code(path, Codebook("proef", (tunnel,)))
    assert (coded.read, coded.positions) == (0, 1)
    with Store(path) as store:
        (taken,) = store.rows("positions")
    assert (taken["actor"], taken["issue_id"], taken["stance"]) == ("gemeente Veendijk", "tunnel", "support")
    again = build([], path)
    assert (again.read, again.positions) == (0, 1)


def test_what_a_codebook_brought_comes_out_of_the_store_as_it_went_in(tmp_path: Path) -> None:
    """Positions, conditions, shifts and contradictions of the fictional articles, with all that they rest on."""
    path = tmp_path / "dossier.db"
    book = codebook.read(EXAMPLES.parent / "codebook.toml")
    build([EXAMPLES], path, codebook=book)
    with Store(path) as store:
        held, coding = store.dossier(), store.coding()
    made = recode(outlined(held), book, registry.load()).made
    assert made == replace(held, articles=(), utterances=())
    assert coding == replace(held, articles=(), set_aside=(), events=(), stories=(), utterances=())
    one, other, third = held.positions[:3]
    changed = replace(
        held,
        shifts=(Shift(one, other, "kabinet", ("minister van Verkeer, 2029-10-01/",)),),
        contradictions=(Contradiction(other, third, "Eilandbelang"),),
    )
    with Builder(path) as builder:
        builder.write(changed)
    with Store(path) as store:
        assert store.dossier() == changed
