"""Codebooks: what a person may write, what is wrong with it, and how terms are found."""

from pathlib import Path

import pytest

from standpunt.dossier.issues import policy, read
from standpunt.dossier.trained.terms import Side, Terms
from standpunt.errors import LexiconError

BRUG = """
[[issue]]
id = "brug"
label = "Brug over de Waal"
proposal = "De gemeente bouwt een brug over de Waal"
"""


def written(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "codebook.toml"
    path.write_text(content, encoding="utf-8")
    return path


def test_an_issue_without_terms_has_those_of_label_and_proposal(tmp_path: Path) -> None:
    issue = read(written(tmp_path, BRUG)).issue("brug")
    assert issue.terms == ("Brug over de Waal", "gemeente", "bouwt")
    assert issue.against == ()


def test_terms_that_are_given_are_kept(tmp_path: Path) -> None:
    book = read(written(tmp_path, BRUG + 'terms = ["oeververbinding"]\nagainst = ["pont"]'))
    assert [(each.terms, each.against) for each in book] == [(("oeververbinding",), ("pont",))]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "no issues"),
        ("issue = 3", "no issues"),
        ("[[issue", "no TOML"),
        ("[codebook]\nname = 'x'", "unknown key codebook"),
        (BRUG + 'kleur = "rood"', "kleur"),
        ('[[issue]]\nid = "brug"\nlabel = "Brug"', "proposal"),
        (BRUG + BRUG, "two issues have the id 'brug'"),
        (BRUG.replace('"brug"', '"De brug"'), "small letters"),
        (BRUG.replace('"Brug over de Waal"', '" "'), "empty label"),
        (BRUG + 'terms = ["pont", ""]', "empty term"),
        (BRUG + 'terms = ["*"]', "empty term"),
        (BRUG + 'terms = ["pont", "Pont"]', "twice"),
        (BRUG + 'terms = ["pont"]\nagainst = ["pont"]', "twice"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, content: str, said: str) -> None:
    path = written(tmp_path, content)
    with pytest.raises(LexiconError, match=said) as told:
        read(path)
    assert str(path) in str(told.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="cannot be read"):
        read(tmp_path / "geen.toml")


def test_an_unknown_issue_names_those_that_are_known() -> None:
    with pytest.raises(LexiconError, match="immigration"):
        policy().issue("voetbal")


def test_the_policy_codebook_has_its_twelve_dimensions() -> None:
    assert [issue.id for issue in policy()] == (
        "economy immigration environment agriculture civil-rights defense health education housing eu government"
        " infrastructure"
    ).split()
    assert all(issue.terms and issue.against and issue.about for issue in policy())


@pytest.mark.parametrize(
    ("sentence", "issue", "found"),
    [
        ("het kabinet wil de instroom van asielzoekers beperken", "immigration", "instroom beperken -"),
        ("de spreidingswet blijft", "immigration", "spreidingswet +"),
        ("er staan koeien in de wei", "immigration", ""),
        ("er staan koeien in de wei", "agriculture", "koeien 0"),
        ("de klimaatwet en kernenergie", "environment", "klimaatwet* +, kernenergie +"),
        ("een hoger minimumloon", "economy", "hoger minimumloon +"),
        ("een hoger loon en een minimumloon", "economy", "loon 0, minimumloon* 0"),
        ("wie in de file staat", "infrastructure", "file* 0"),
    ],
)
def test_terms_are_found_with_their_side(sentence: str, issue: str, found: str) -> None:
    told = Terms(policy().issue(issue)).find(sentence.split())
    assert ", ".join(f"{each.term} {each.side}" for each in told) == found


def test_a_longer_term_wins_and_gaps_are_small() -> None:
    terms = Terms(policy().issue("immigration"))
    (long,) = terms.find("instroom van asielzoekers beperken".split())
    assert (long.start, long.end, long.side) == (0, 4, Side.AGAINST)
    far = terms.find("instroom die al jaren groeit moet men beperken".split())
    assert [each.term for each in far] == ["instroom"]
