"""A person's coding beside the machine's: alpha, the coder of a .dna file, the command and its page."""

import doctest
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from program import Run, program
from reference import REPOSITORY, tunnel
from standpunt.errors import GoldError
from standpunt.evaluation.agreement import Alpha, agree, alpha
from standpunt.evaluation.annotations import dna
from standpunt.evaluation.coding import Coding, Gold, MarkedStatement
from standpunt.model import Issue, Span, Stance
from standpunt.store import Store

EXAMPLES = REPOSITORY / "examples"
PAGE = REPOSITORY / "docs" / "agreement.md"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional articles as a dossier, and as a database in which Anna corrected two things."""
    made = tunnel(tmp_path_factory.mktemp("eens"))
    with closing(sqlite3.connect(made / "debate.dna")) as database:
        database.execute("UPDATE CODERS SET Name = 'Anna' WHERE Name = 'Standpunt'")
        database.execute(
            "UPDATE DATABOOLEAN SET Value = 1 - Value WHERE StatementId ="
            " (SELECT MIN(ID) FROM STATEMENTS WHERE StatementTypeId = 1)"
        )
        database.execute(
            "DELETE FROM STATEMENTS WHERE ID = (SELECT MAX(ID) FROM STATEMENTS WHERE StatementTypeId = 3)"
        )
        database.commit()
    return made


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    with Store(folder / "dossier.db") as opened:
        yield opened


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(folder)
    return program(monkeypatch, capsys, "agreement")


def test_the_page_runs() -> None:
    text = PAGE.read_text(encoding="utf-8").replace("```", "")
    example = doctest.DocTestParser().get_doctest(text, {}, PAGE.name, str(PAGE), 0)
    assert example.examples
    assert doctest.DocTestRunner(verbose=False).run(example).failed == 0


@pytest.mark.parametrize(
    ("pairs", "value"),
    [
        ("aa ab bb bb", 1 - 7 * 1 / (3 * 5)),
        ("aa bb cc", 1.0),
        ("ab ba", 1 - 3 * 2 / (2 * 2)),
        ("aa ab ac bb bc cc cc", 1 - 13 * 3 / (4 * 4 + 4 * 6 + 4 * 6)),
    ],
)
def test_alpha_is_one_less_observed_by_expected_disagreement(pairs: str, value: float) -> None:
    found = alpha([(pair[0], pair[1]) for pair in pairs.split()])
    assert found.value == pytest.approx(value)


def test_alpha_of_one_answer_is_none() -> None:
    assert alpha([("a", "a"), ("a", "a")]) == Alpha(None, 2, 2)
    assert alpha([]) == Alpha(None, 0, 0)


def test_what_was_corrected_is_what_disagrees(folder: Path, store: Store) -> None:
    dossier = store.dossier()
    agreed = agree(dna.read(folder / "debate.dna", "Anna", dossier.issues), dossier, sides=True)
    assert {(each.who, each.figure) for each in agreed.disagreements} <= {
        ("machine", "statements"), ("machine", "positions"), ("person", "positions"),
    }  # fmt: skip
    assert sum(each.figure == "statements" for each in agreed.disagreements) == 1
    assert any(each.who == "person" for each in agreed.disagreements)
    assert all(each.sentence for each in agreed.disagreements)
    alphas = {figure: each.value for figure, each in agreed.alphas.items()}
    assert alphas["speakers"] == 1.0
    assert 0.9 < (alphas["statements"] or 0) < 1 and 0.5 < (alphas["positions"] or 0) < 1
    assert agreed.report.notes == ()


def test_a_text_that_is_not_in_the_dossier_is_told(store: Store) -> None:
    agreed = agree([Gold("ander.txt", "ander.yaml", "Een ander verhaal.", Coding())], store.dossier())
    assert agreed.report.notes == ("ander.txt: no article of the dossier has this text; it is left out",)
    assert (agreed.alphas, agreed.disagreements) == ({}, ())


def test_words_that_are_optional_are_not_judged(store: Store) -> None:
    """Who leaves all of a text optional judges no word of it."""
    article = next(store.dated_articles()).article
    whole = MarkedStatement((Span(0, len(article.text)),), "Ida Kok", optional=True)
    agreed = agree([Gold("a", "a.yaml", article.text, Coding(statements=(whole,)))], store.dossier())
    assert agreed.alphas["statements"] == Alpha(None, 0, 0)


# ------------------------------------------------------------------------------------------------- .dna files


@pytest.mark.parametrize(
    ("coders", "asked", "said"),
    [
        (["Standpunt"], "", "whose coding is meant? (it holds no coding but that of Standpunt itself)"),
        (["Anna", "Bo"], "", "whose coding is meant? (name one of them: there is Anna, Bo)"),
        (["Anna"], "Cor", "Cor: this coder coded nothing (name one of them: there is Anna)"),
    ],
)
def test_the_coder_must_be_clear(
    coders: list[str], asked: str, said: str, folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "x.dna"
    path.write_bytes((folder / "debate.dna").read_bytes())
    with closing(sqlite3.connect(path)) as database:
        for id, name in zip((2, 1), coders, strict=False):
            database.execute("UPDATE CODERS SET Name = ? WHERE ID = ?", (name, id))
        if len(coders) > 1:
            database.execute("UPDATE STATEMENTS SET Coder = 1 WHERE ID < 9")
        database.commit()
    with pytest.raises(GoldError) as fault:
        dna.read(path, asked)
    assert str(fault.value).endswith(said)


def test_a_concept_is_an_issue_by_its_label_too(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.dna"
    path.write_bytes((folder / "debate.dna").read_bytes())
    with closing(sqlite3.connect(path)) as database:
        database.execute("UPDATE ENTITIES SET Value = 'Tol In De Tunnel' WHERE Value = 'tol'")
        database.commit()
    issues = [Issue(id="tol", label="Tol in de tunnel", proposal="Er komt tol")]
    held = {issue for gold in dna.read(path, issues=issues) for _, issue, _ in gold.coding.positions}
    assert "tol" in held
    assert "Tol In De Tunnel" in {issue for gold in dna.read(path) for _, issue, _ in gold.coding.positions}


def test_without_quotations_each_statement_is_one(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.dna"
    path.write_bytes((folder / "debate.dna").read_bytes())
    with closing(sqlite3.connect(path)) as database:
        database.execute("DELETE FROM STATEMENTS WHERE StatementTypeId = 3")
        database.commit()
    golds = dna.read(path)
    for gold in golds:
        said = {(each.spans[0], each.label) for each in gold.coding.statements}
        assert {(span, actor) for (actor, *_), span in gold.coding.evidence.items()} <= said
    assert {stance for gold in golds for *_, stance in gold.coding.positions} == {
        Stance.SUPPORT,
        Stance.OPPOSE,
    }


# ----------------------------------------------------------------------------------------------- the command


def test_the_command_prints_alpha_figures_and_sentences(run: Run) -> None:
    status, out, err = run("debate.dna")
    assert (status, err) == (0, "")
    assert out.splitlines()[0].split() == ["agreement", "alpha", "same", "of"]
    assert "end to end" in out
    assert "\n  in: " in out


def test_the_command_gives_json(run: Run) -> None:
    ended = run("debate.dna", "dossier.db", "--coder", "Anna", "--json")
    assert set(ended.json) == {"notes", "articles", "alpha", "figures", "disagreements"}
    assert ended.json["alpha"]["speakers"]["value"] == 1.0
    assert {"article", "figure", "who", "label", "words", "sentence"} == set(ended.json["disagreements"][0])


def test_the_command_reads_the_projects_own_format(run: Run) -> None:
    ended = run(str(EXAMPLES / "gold"), "dossier.db", "--texts", str(EXAMPLES / "articles"), "--json")
    assert ended.status == 0
    assert ended.json["notes"] == []
    assert 0.5 < ended.json["alpha"]["statements"]["value"] < 1
