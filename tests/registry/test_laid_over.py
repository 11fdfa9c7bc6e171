"""A user's own facts laid over the registry: what is added, what is changed, and what is refused."""

from pathlib import Path

import pytest

from standpunt import registry
from standpunt.errors import LexiconError
from standpunt.registry import Person, Registry


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "mine.toml"


def laid(file: Path, text: str) -> Registry:
    file.write_text(text, encoding="utf-8")
    return registry.load(file)


def person(known: Registry, name: str) -> Person:
    found = known.person(name)
    assert found is not None
    return found


def test_a_new_key_adds_and_the_rest_stays(file: Path) -> None:
    known = laid(file, '[person.bo-tolsma]\nname = "Bo van Tolsma"\n')
    shipped = registry.load()
    assert person(known, "bo van tolsma").surname == "van Tolsma"
    assert len(known.all_persons) == len(shipped.all_persons) + 1
    assert shipped.person("Bo van Tolsma") is None
    assert (known.all_states, known.all_bodies) == (shipped.all_states, shipped.all_bodies)


def test_a_known_key_changes_only_what_is_given(file: Path) -> None:
    before = person(registry.load(), "Mark Rutte")
    after = person(laid(file, '[person.mark-rutte]\nparty = "D66"\naliases = ["M. Rutte"]\n'), "M. Rutte")
    assert (after.party, after.aliases) == ("D66", (*before.aliases, "M. Rutte"))
    assert (after.offices, after.wikidata, after.gender) == (before.offices, before.wikidata, before.gender)


def test_an_office_that_begins_alike_is_replaced_and_another_added(file: Path) -> None:
    given = """[person.mark-rutte]
    offices = [
      { title = "secretaris-generaal", of = "NAVO", from = 2024-10-01, to = "2030" },
      { title = "hoogleraar", of = "Universiteit Leiden" },
    ]"""
    before = person(registry.load(), "Mark Rutte").offices
    after = person(laid(file, given), "Mark Rutte").offices
    assert [str(office) for office in after] == [
        *(str(office) for office in before[:-1]),
        "secretaris-generaal, NAVO, 2024-10-01/2030",
        "hoogleraar, Universiteit Leiden, ../..",
    ]


def test_replace_lets_a_list_begin_anew(file: Path) -> None:
    known = laid(file, '[party.vvd]\nreplace = ["aliases"]\naliases = ["Liberalen"]\n')
    body = known.body("Liberalen")
    assert body is not None and (body.name, body.aliases) == ("VVD", ("Liberalen",))


def test_every_kind_can_be_added(file: Path) -> None:
    known = laid(
        file,
        """
        [state.zanzibar]
        name = "Zanzibar"
        adjectives = ["Zanzibaars", "Zanzibaarse"]
        [alliance.deltabond]
        name = "Deltabond"
        [rank]
        opperhoofd = "president"
        [portfolio]
        dijken = ["waterstaat"]
        [weekly.dijkoverleg]
        names = [["het wekelijkse dijkoverleg"]]
        weekday = 3
        of = "Nederland"
        example = "Dat zei ze bij het wekelijkse dijkoverleg."
        """,
    )
    state = known.state("Zanzibaarse")
    assert state is not None and state.state.name == "Zanzibar"
    assert known.body("Deltabond") is not None
    assert known.title("opperhoofd")[0] == "president"
    assert known.field_names("dijken") == (frozenset({"waterstaat"}),)
    assert [name for name, _ in known.calendar.told_weekly("Na het wekelijkse dijkoverleg.")] == [
        "dijkoverleg"
    ]


def test_editions_are_added_to_an_event_in_order(file: Path) -> None:
    known = laid(file, "[event.NAVO-top]\neditions = [[2009-04-03, 2009-04-04]]\n")
    editions = known.calendar.events["NAVO-top"].editions
    assert editions[1:] == registry.load().calendar.events["NAVO-top"].editions
    assert str(editions[0][0]) == "2009-04-03"


def test_a_folder_and_several_files_are_laid_in_order(tmp_path: Path) -> None:
    for name, party in (("a", "D66"), ("b", "CDA")):
        written = f'[person.mark-rutte]\nparty = "{party}"\n'
        (tmp_path / f"{name}.toml").write_text(written, encoding="utf-8")
    assert person(registry.load(tmp_path), "Mark Rutte").party == "CDA"
    back = registry.load(tmp_path / "b.toml", tmp_path / "a.toml")
    assert person(back, "Mark Rutte").party == "D66"
    assert back.laid_over != registry.load(tmp_path).laid_over


def test_it_is_told_apart_by_its_content(file: Path) -> None:
    first = laid(file, '[person.mark-rutte]\nparty = "D66"\n')
    assert first.laid_over == registry.load(file).laid_over
    assert first.laid_over != laid(file, '[person.mark-rutte]\nparty = "CDA"\n').laid_over
    assert registry.load().laid_over == ""


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2021-03-01", "2021-03-01"),
        ('"2021-03-01"', "2021-03-01"),
        ('"2021-03"', "2021-03"),
        ('"2021"', "2021"),
        ("2021", "2021"),
    ],
)
def test_a_bound_stays_as_exact_as_it_is_written(written: str, said: str, file: Path) -> None:
    offices = f'[{{ title = "directeur", of = "RIVM", from = {written} }}]'
    (office,) = person(
        laid(file, f'[person.bo]\nname = "Bo Tolsma"\noffices = {offices}\n'), "Bo Tolsma"
    ).offices
    assert str(office) == f"directeur, RIVM, {said}/.."


REFUSED = [
    ("[persoon.bo]\nname = 'Bo'\n", "unknown group [persoon]"),
    ("person = 3\n", "[person] holds entries"),
    ("[person]\nbo = 3\n", "[person.bo] is no table"),
    ("[person.bo]\nname = 'Bo Tolsma'\nshoe = 44\n", "[person.bo] Object contains unknown field `shoe`"),
    ("[person.bo]\nname = 44\n", "[person.bo] name: Expected"),
    ("[person.bo]\nname = 'Bo Tolsma'\ngender = 'x'\n", "[person.bo] gender: Invalid enum value 'x'"),
    ("[person.mark-ruttte]\nparty = 'D66'\n", "[person.mark-ruttte] is not in the registry yet and needs a name"),
    (
        "[person.mark-rutte]\noffices = [{ title = 'koning', of = 'Nederland', from = '21-3' }]\n",
        "[person.mark-rutte] offices[0].from: '21-3' is no day, month or year",
    ),
    ("[person.mark-rutte]\noffices = [{ title = 'koning' }]\n", "offices[0]: Object missing required field `of`"),
    (
        "[person.mark-rutte]\noffices = [{ title = 'a', of = 'b', from = 2020-01-02, to = '2019' }]\n",
        "[person.mark-rutte] offices: a, b, 2020-01-02/2019 ends before it begins",
    ),
    ("[organisation.vvd]\naliases = ['V']\n", "[organisation.vvd]: VVD is known as [party."),
    ("[event.top]\nnames = [['top']]\neditions = []\nexample = 'Niets.'\n", "example does not hold any of its names"),
    ("[event.NAVO-top]\neditions = [[2009-04-03, 2009-04-01]]\n", "editions overlap or run backwards"),
    ("[feast.dijkdag]\ndate = '03-04'\n", "unknown group [feast]"),
    ("[rank]\nbaas = 3\n", "[rank] [...]: Expected"),
    ("name = \n", "this is not TOML"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "said"), REFUSED)
def test_what_is_wrong_names_file_and_entry(written: str, said: str, file: Path) -> None:
    with pytest.raises(LexiconError) as caught:
        laid(file, written)
    assert caught.value.where == str(file)
    assert said in caught.value.what


def test_what_is_wrong_says_what_to_do(file: Path) -> None:
    for written, hint in (
        ("[person.mark-ruttte]\nparty = 'D66'\n", "did you mean mark-rutte?"),
        ("[person.bo]\nname = 'Bo Tolsma'\nshoe = 44\n", "fields: name, wikidata, gender"),
        ("[persoon.bo]\nname = 'Bo'\n", "groups: person, state"),
    ):
        with pytest.raises(LexiconError) as caught:
            laid(file, written)
        assert caught.value.hint.startswith(hint)


def test_a_file_that_is_not_there_and_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="cannot be read"):
        registry.load(tmp_path / "weg.toml")
    with pytest.raises(LexiconError, match="no file that ends in"):
        registry.load(tmp_path)
