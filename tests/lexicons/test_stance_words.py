"""Words of stance, by the entries' own examples; and the parties."""

import pytest

from standpunt import registry
from standpunt.dossier.issues import policy
from standpunt.dossier.trained import parties
from standpunt.dossier.trained.passages import words_of
from standpunt.dossier.trained.tags import GROUPS, LIST, of_word


def matching(key: str, sentence: str) -> list[str]:
    """The words of the sentence that the key stands for."""
    start = key.rstrip("*")
    return [word for word in words_of(sentence) if (word.startswith(start) if "*" in key else word == start)]


@pytest.mark.parametrize("group", GROUPS)
def test_every_entry_in_its_example(group: str) -> None:
    missed = [
        key for key, entry in LIST[group].items() if group not in map(of_word, matching(key, entry.example))
    ]
    assert missed == []


@pytest.mark.parametrize("group", GROUPS)
def test_no_entry_in_its_counterexample(group: str) -> None:
    entries = {key: entry for key, entry in LIST[group].items() if entry.counterexample}
    assert [key for key, entry in entries.items() if matching(key, entry.counterexample)] == []


def test_no_word_stands_in_two_groups() -> None:
    keys = [key for group in GROUPS for key in LIST[group]]
    assert len(keys) == len(set(keys))


def test_parties_are_bodies_of_the_registry_with_a_line_on_every_issue() -> None:
    issues = {issue.id for issue in policy()}
    known = {body.name for body in registry.load().all_bodies}
    for key, party in parties.load().items():
        assert set(party.bodies) <= known, key
        assert set(party.line) == (issues if key != "other" else set()), key
        assert all(-2 <= place <= 2 for place in party.line.values()), key


@pytest.mark.parametrize(
    ("text", "party", "words"),
    [
        ("De VVD wil dat.", "vvd", "de @ wil dat ."),
        ("VVD-leider Yeşilgöz wil dat.", "vvd", "@ leider @ wil dat ."),
        ("Caroline van der Plas (BBB) denkt.", "bbb", "caroline @ ( @ ) denkt ."),
        ("Denk denkt anders dan de SP.", "sp", "@denk denkt anders dan de @ ."),
        ("Ik denk dat het volt.", "denk", "ik denk dat het volt ."),
        ("De Partij voor de Dieren stemt tegen.", "", "de @pvdd stemt tegen ."),
    ],
)
def test_names_of_parties_and_their_people(text: str, party: str, words: str) -> None:
    assert " ".join(words_of(text, party)) == words


def test_words_that_are_marked_name_the_actor() -> None:
    assert words_of("De minister zegt nee.", spans=[(3, 11)]) == ("de", "@", "zegt", "nee", ".")
