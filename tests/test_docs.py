"""The pages are run: each row of the table of constructions in docs/attribution.md and of the table of links in
docs/actors.md, the example for spaCy, and the morning of docs/revisions.md."""

import doctest
import re
import subprocess
from pathlib import Path

import pytest
import spacy

from program import program
from prose import analysis, model, told
from standpunt import registry
from standpunt.reading import mentions, statements

PAGE = Path(__file__).parent.parent / "docs" / "attribution.md"
TEXT = PAGE.read_text(encoding="utf-8")
HEAD = "| construction | sentence | content | source |\n| --- | --- | --- | --- |\n"
TABLE = TEXT.partition(HEAD)[2].partition("\n\n")[0]
ROWS = re.findall(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]*?) ?\|$", TABLE, re.MULTILINE)


def expected() -> dict[str, list[tuple[str, str]]]:
    """For each sentence what is said in it; one that says two things has two rows."""
    found: dict[str, list[tuple[str, str]]] = {}
    for _, sentence, content, source in ROWS:
        found.setdefault(sentence, []).append((content, source))
    return found


def test_the_page_has_its_rows() -> None:
    assert len(ROWS) == len(TABLE.splitlines()) > 30


@pytest.mark.parametrize(("sentence", "said"), expected().items())
def test_a_row_holds(sentence: str, said: list[tuple[str, str]]) -> None:
    assert told(sentence) == said


def test_the_example_for_spacy_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the model that ships in the place of the pipeline that it names."""
    nlp = spacy.util.load_model_from_config(model().config, auto_fill=False, validate=False)
    nlp.from_bytes(model().to_bytes())
    monkeypatch.setattr(spacy, "load", lambda name: nlp)
    example = doctest.DocTestParser().get_doctest(TEXT.replace("```", ""), {}, PAGE.name, str(PAGE), 0)
    assert example.examples
    assert doctest.DocTestRunner(verbose=False).run(example).failed == 0


ACTORS = (PAGE.parent / "actors.md").read_text(encoding="utf-8")
LINKS_HEAD = "| what | text | words | who | rule |\n| --- | --- | --- | --- | --- |\n"
LINKS_TABLE = ACTORS.partition(LINKS_HEAD)[2].partition("\n\n")[0]
LINKS = re.findall(r"^\| [^|]+ \| ([^|]+) \| ([^|]+) \| ([^|]*?) ?\| ([^|]+) \|$", LINKS_TABLE, re.MULTILINE)


def test_the_page_on_actors_has_its_rows() -> None:
    assert len(LINKS) == len(LINKS_TABLE.splitlines()) > 30


@pytest.mark.parametrize(("text", "words", "name", "rule"), LINKS)
def test_a_link_holds(text: str, words: str, name: str, rule: str) -> None:
    read = analysis(text)
    listed, chains = mentions.find(read, registry.load(), statements.sources(statements.find(read)))
    (*_, last) = (each for each in listed if each.span.of(text) == words)
    assert ("" if last.chain is None else chains[last.chain].name, last.reason.rule) == (name, rule)


REVISIONS = (PAGE.parent / "revisions.md").read_text(encoding="utf-8")
BRUG = """Brug over de Lange Vaart

"De brug gaat dit jaar dicht", zei wethouder Anna Hoek maandag. Volgens ondernemer Bram Veenstra kost dat banen.
"""
WEER = "Het weer\n\nMorgen regent het in het hele land, en overmorgen ook.\n"
HAVEN = """Haven krijgt een kade

"De kade is in juni klaar", zei havenmeester Cor Prins.
"""


def test_the_morning_of_the_page_on_revisions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "krant").mkdir()
    for name, text in {"krant/brug.txt": BRUG, "krant/weer.txt": WEER, "haven.txt": HAVEN}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    run = program(monkeypatch, capsys)
    (block,) = re.findall(r"```console\n(.*?)```", REVISIONS, re.DOTALL)
    for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, *shown = step.rstrip().split("\n")
        name, *arguments = command.split()
        if name != "standpunt":
            subprocess.run(command, shell=True, check=True)
            continue
        ended = run(*arguments)
        assert ended.status == 0
        for line in shown:
            assert line in ended.out + ended.err, f"{command} does not print: {line}\n{ended.out}"
