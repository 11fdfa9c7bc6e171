"""Every entry of the word lists of `mentions` is found in its example and not in its counterexample."""

import re

import pytest

from prose import analysis
from standpunt import lexicon, registry
from standpunt.model import ActorKind
from standpunt.reading.mentions import kinds, names, words
from standpunt.reading.mentions.context import Context, Name
from standpunt.reading.mentions.words import FAMILIES, Family
from standpunt.registry import fold

LISTED = [
    (group, key, entry)
    for group in ("person", "collective", "group")
    for key, entry in FAMILIES[group].items()
]


def families(sentence: str) -> set[str]:
    lower = re.findall(r"[\w'’-]+", sentence.lower())
    phrases = [
        " ".join(p) for w in lower for p in words.PHRASES.get(w, ()) if " ".join(p) in sentence.lower()
    ]
    return {found.key for word in (*lower, *phrases) if (found := words.noun(word)) is not None}


@pytest.mark.parametrize(("group", "key", "entry"), LISTED, ids=[f"{g}.{k}" for g, k, _ in LISTED])
def test_a_family_is_found_in_its_example_only(group: str, key: str, entry: Family) -> None:
    assert key in families(entry.example), group
    if entry.counterexample:
        assert key not in families(entry.counterexample)


@pytest.mark.parametrize(("group", "key", "entry"), LISTED, ids=[f"{g}.{k}" for g, k, _ in LISTED])
def test_every_word_of_a_family_is_known(group: str, key: str, entry: Family) -> None:
    assert [word for word in entry.words if words.noun(word) is None] == []
    assert {covered for covered in entry.covers if covered != "*"} <= FAMILIES[group].keys()


NOUNS = [
    ("defensieminister", "minister", False),
    ("NAVO-chef", "chef", False),
    ("gemeentewoordvoerder", "woordvoerder", False),
    ("Kamerleden", "kamerlid", True),
    ("regeringsleiders", "geleerden", True),
    ("leraren", "onderwijzer", True),
    ("oud-premier", "premier", False),
    ("EU-landen", "staten", True),
]


@pytest.mark.parametrize(("word", "key", "plural"), NOUNS)
def test_compounds_and_plurals_are_known(word: str, key: str, plural: bool) -> None:
    found = words.noun(word.lower())
    assert found is not None and (found.key, found.plural) == (key, plural)


@pytest.mark.parametrize(
    "word", ["computer", "december", "nummer", "kerkhof", "vertraging", "onderzoek", "moment"]
)
def test_things_are_no_people(word: str) -> None:
    assert words.noun(word) is None


def test_an_adverb_at_the_head_of_a_sentence_is_no_name() -> None:
    said = [
        f"{word.capitalize()} wil zij dat het doorgaat." for word in sorted(words.OPENERS) if " " not in word
    ]
    named = [name.words for name in _names("\n".join(said))]
    assert named == []


def test_a_name_at_the_head_of_a_sentence_is_one() -> None:
    assert [
        name.words for name in _names("Hofstra wil dat het doorgaat, maar met Hofstra is niet te praten.")
    ] == [
        "Hofstra",
        "Hofstra",
    ]


def test_a_field_stands_between_the_title_and_the_name() -> None:
    for field in sorted(words.POLICY):
        text = f"Dat zei wethouder {field.capitalize()} Anouk Hofstra."
        assert [name.words for name in _names(text)] == ["Anouk Hofstra"]


def test_a_place_that_does_something_is_who_governs_it() -> None:
    for deed in ("wil", "doet", "eist", "weigert", "betaalt", "steunt"):
        (name, *_) = _names(f"Zwolle {deed} dat.")
        assert name.kind is ActorKind.ORGANISATION, deed
    assert [name.kind for name in _names("Zwolle ligt in Overijssel.")] == [None, None]


def test_what_is_called_a_stretch_of_land_or_a_building_is_nobody() -> None:
    for ground in sorted(words.GROUNDS):
        assert _names(f"De Zandrand, een oude {ground}, blijft leeg.")[0].kind is None, ground


def _names(text: str) -> list[Name]:
    context = Context(analysis(text), registry.load(), ())
    found = names.find(context)
    kinds.decide(context, found)
    return found


GIVEN_NAMES = lexicon.read(words.__package__, words.GIVEN, dict.fromkeys("mvx", words.Small))


def test_a_given_name_is_listed_once_and_in_order() -> None:
    groups = [[fold(name) for name in entry.words] for g in GIVEN_NAMES.values() for entry in g.values()]
    listed = [name for group in groups for name in group]
    assert len(listed) == len(set(listed))
    assert all(group == sorted(group) for group in groups)


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Sieta", "v"), ("Jillis", "m"), ("Goedele", "v"), ("Özgür", "m"), ("Robin", "x"), ("Jan-Willem", "m")],
)
def test_a_given_name_has_its_gender(name: str, gender: str) -> None:
    assert words.given(name) == gender


@pytest.mark.parametrize(
    "word", ["Van", "Mei", "Dan", "Anders", "Wil", "Sofia", "Israël", "Virginia", "Elia"]
)
def test_words_places_and_companies_are_no_given_names(word: str) -> None:
    assert words.given(word) == ""
