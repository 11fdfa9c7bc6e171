"""The paragraph on methods: which versions, hashes and counts it names, and that they hold."""

import shutil
from pathlib import Path

import pytest

from newsroom import DIJK, WADDEN, article, dossier, read
from standpunt import __version__, lexicon, registry
from standpunt.build import build, code
from standpunt.dossier.issues import codebook
from standpunt.errors import StoreError
from standpunt.evaluation.methods import Methods, describe
from standpunt.language import pipeline
from standpunt.store import Builder, Store

EXAMPLES = Path(__file__).parents[2] / "examples"
BOOK = EXAMPLES / "codebook.toml"
SHEET = "id,of,right,speaker right,stratum,stratum size\n" + "".join(
    f"{at},statements,{right},{speaker},,126\n"
    for at, (right, speaker) in enumerate([("ja", "ja"), ("ja", "nee"), ("ja", "ja"), ("nee", "")])
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("methods") / "dossier.db"
    build([EXAMPLES / "articles"], path, codebook=codebook.read(BOOK))
    return path


def described(path: Path, sample: Path | None = None) -> Methods:
    with Store(path) as store:
        return describe(store, sample)


def test_it_names_what_made_the_dossier_and_what_it_holds(built: Path) -> None:
    made = described(built)
    code_, words = (lexicon.digest("standpunt", suffix) for suffix in (".py", ".toml"))
    model = pipeline.fingerprint(pipeline.load())
    said = made.paragraph()
    assert (
        f"Standpunt {__version__} (code {code_}, word lists {words}) and the language model {model}." in said
    )
    with Store(built) as store:
        counts = store.counts()
        speakers = sum(bool(row["speaker"]) for row in store.statements())
    assert f"{counts['statements']} statements were found, {speakers} of them with a speaker" in said
    assert f"3 issues (hash {made.codebook}), {counts['positions']} positions" in said
    assert made.published == ("2025-01-01", "2025-03-31")
    assert "compiled" not in said
    assert "random sample" not in said


def test_the_texts_have_one_hash_in_any_order_and_another_with_one_more(built: Path, tmp_path: Path) -> None:
    files = sorted((EXAMPLES / "articles").iterdir(), reverse=True)
    for file in files:
        build([file], tmp_path / "turned.db")
    (tmp_path / "meer.txt").write_text("Er is nog iets gezegd.", encoding="utf-8")
    assert described(tmp_path / "turned.db").corpus == described(built).corpus
    build([tmp_path / "meer.txt"], tmp_path / "turned.db")
    assert described(tmp_path / "turned.db").corpus != described(built).corpus


def test_a_codebook_is_known_by_its_issues_not_by_its_file(built: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    hashes = []
    for content in (
        BOOK.read_text(encoding="utf-8"),
        BOOK.read_text(encoding="utf-8").replace('terms = ["tol"', 'about = ["stem"]\nterms = ["tol"'),
    ):
        other.write_text(content, encoding="utf-8")
        shutil.copy(built, tmp_path / "coded.db")
        code(tmp_path / "coded.db", codebook.read(other))
        hashes.append(described(tmp_path / "coded.db").codebook)
    assert hashes[0] == described(built).codebook != hashes[1]


def test_what_compiled_it_is_told_where_it_is_another_version(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(built, tmp_path / "later.db")
    monkeypatch.setattr("standpunt.reading.fingerprint", lambda facts: "0.9.0-c0de-d00d-fac7")
    code(tmp_path / "later.db", codebook.read(BOOK), facts=registry.load())
    said = described(tmp_path / "later.db").paragraph()
    assert (
        "compiled of these readings with Standpunt 0.9.0 (code c0de, word lists d00d, own facts fac7)" in said
    )


def test_what_people_judged_is_told_with_its_interval(built: Path, tmp_path: Path) -> None:
    (tmp_path / "sample.csv").write_text(SHEET, encoding="utf-8")
    said = described(built, tmp_path / "sample.csv").paragraph()
    assert "Of a random sample of 4 statements, people judged 0.75 (0.30 to 0.95) right" in said
    assert "0.67 (0.21 to 0.94) with the right speaker, and 0.50 (0.15 to 0.85) right as a whole" in said


def test_a_dossier_that_does_not_say_is_refused(tmp_path: Path) -> None:
    told = article(WADDEN)
    with Builder(tmp_path / "dossier.db") as builder:
        builder.collect([told])
        with pytest.raises(StoreError, match="not finished"):
            described(tmp_path / "dossier.db")
        builder.write(dossier())
        with pytest.raises(StoreError, match="no article that was read"):
            described(tmp_path / "dossier.db")
        builder.keep([(told, read(told))], "reader")
        builder.write(dossier(told, article(DIJK)))
        with pytest.raises(StoreError, match="does not say what made it"):
            described(tmp_path / "dossier.db")
