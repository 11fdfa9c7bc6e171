"""Every entry of opposites.nl.toml that undoes or prevents, by its own example and counterexample."""

import pytest

from prose import analysis
from standpunt.dossier import positions
from standpunt.dossier.issues import Codebook
from standpunt.dossier.positions.opposites import LISTS, Opposite, turned
from standpunt.model import DatedArticle, Issue, Moment
from standpunt.reading import interpret

TAX = Issue(id="vliegtaks", label="Vliegtaks", proposal="Er komt een vliegtaks", terms=("vliegtaks",))


def stances(text: str) -> set[str]:
    analysed = analysis(text)
    reading = interpret(analysed)
    names = tuple(chain.name for chain in reading.chains)
    dated = DatedArticle(analysed.article, reading, Moment(), (), names)
    return {each.stance.value for each in positions.find([dated], Codebook("proef", (TAX,)))}


@pytest.mark.parametrize("key", LISTS["ending"])
def test_who_wants_it_undone_is_against_it(key: str) -> None:
    entry = LISTS["ending"][key]
    assert stances(entry.example) == {"oppose"}
    assert not entry.counterexample or "oppose" not in stances(entry.counterexample)


@pytest.mark.parametrize("key", LISTS["opposite"])
def test_either_side_is_the_opposite_of_the_other(key: str) -> None:
    entry = LISTS["opposite"][key]
    assert isinstance(entry, Opposite)
    assert turned([entry.other[0]], [entry.one[0]])
    assert not turned([entry.one[0]], [entry.one[0]])
