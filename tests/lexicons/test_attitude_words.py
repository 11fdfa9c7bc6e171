"""Every entry of attitudes.nl.toml, by its own example and counterexample."""

import pytest

from prose import article, model
from standpunt.language import analyse
from standpunt.lexicon import Entry
from standpunt.reading import interpret
from standpunt.reading.attitudes.words import (
    LISTS,
    REPORTING,
    AgreeingEntry,
    EffectEntry,
    FeelingEntry,
    OutcomeEntry,
    ReportingEntry,
    SideEntry,
    UndecidedEntry,
    WishEntry,
)
from standpunt.reading.statements.words import ENTRIES

Shown = set[tuple[str, str]]
ENTRY = [(group, key) for group, entries in LISTS.items() for key in entries]
TAKING = ("denying", "undecided")  # what an entry of these takes away is tested apart
GROUPS = [group for group in LISTS if group not in TAKING]
# Examples of the reporting list with a quotation, towards which a verb of refusing says nothing, or a source that is no
# actor to this model (`de schepen`, `de buren`); who is angry that something did not happen wanted it; being impressed
# or understanding shows nothing, not doing so does; what is called for may be told by an infinitive (`roept op thuis te
# blijven`), which then shows it.
NOT_THERE = frozenset(
    [
        "adviseren",
        "afkeuren",
        "begrijpen",
        "bezwaar maken",
        "bijtreden",
        "een appel doen",
        "een oproep lanceren",
        "fulmineren",
        "ijveren",
        "in overweging geven",
        "inzien",
        "kwaad zijn",
        "mopperen",
        "morren",
        "onder de indruk zijn",
        "ontgoocheld zijn",
        "oproepen",
        "protesteren",
        "snappen",
        "tekeergaan",
        "voorstander zijn",
        "zich ergeren",
        "zich voorstander betonen",
        "zich voorstander tonen",
    ]
)


# Counterexamples that still misfire: the object of these verbs decides, and only an issue's terms can tell.
KNOWN = frozenset(
    [
        "uittrekken",
        "inzetten",
        "kiezen",
        "vasthouden",
        "aansturen",
        "actie voeren",
        "demonstreren",
        "dat willen",
    ]
)


# Not found in its own example yet: a minister who speaks for his state, where the state has no other mention.
NOT_FOUND = frozenset(["staat"])


def shown(sentences: list[str]) -> list[Shown]:
    """For each sentence the entries that show something in it, and what."""
    readings = map(interpret, analyse([article(sentence) for sentence in sentences], model()))
    return [{(each.why.entry, each.stance.value) for each in reading.attitudes} for reading in readings]


def wanted(group: str, key: str) -> Shown:
    """What an entry's example must show: itself, or one of the reporting verbs that it lists."""
    entry = LISTS[group][key]
    if isinstance(entry, SideEntry):
        return {("gaan", "support")}  # what the body is going to do
    if isinstance(entry, AgreeingEntry):  # with whom is against a tunnel
        return {(name, "support" if key == "other" else "oppose") for name in entry.verbs}
    if isinstance(entry, WishEntry):
        return {(name, "support") for name in entry.markers}
    if group == "showing":  # with one of the adjectives
        feelings = (each for each in LISTS["feeling"].values() if isinstance(each, FeelingEntry))
        return {(f"{form} {key}", each.stance) for each in feelings for form in each.forms.split()}
    names = entry.verbs if isinstance(entry, ReportingEntry) else (key,)
    if isinstance(entry, EffectEntry) and not entry_stance(entry):  # by an outcome in the example
        return {(key, "oppose"), (key, "support")}
    if isinstance(entry, OutcomeEntry):
        return {("leiden tot", entry.stance), ("zorgen voor", entry.stance)}
    if isinstance(entry, FeelingEntry):  # with one of the verbs
        names = ("tevreden reageren", "ontstemd zich tonen", "ontstemd zijn")
    stances = {stance for field in ("stance", "negated") if (stance := getattr(entry, field, None))}
    return {
        (name, stance)
        for name in names
        for stance in (stances if group == "answer" else {entry_stance(entry)})
    }


def entry_stance(entry: Entry) -> str:
    """What an entry shows when nothing is negated; some show only what is denied."""
    return str(getattr(entry, "stance", "") or getattr(entry, "negated", None) or "")


def test_behind_an_entry_of_denying_an_infinitive_shows_nothing() -> None:
    (entry,) = LISTS["denying"].values()
    assert shown([entry.example, entry.counterexample]) == [set(), {("steunen", "support")}]


def test_who_is_going_to_do_an_entry_of_undecided_shows_nothing_yet() -> None:
    (entry,) = LISTS["undecided"].values()
    assert isinstance(entry, UndecidedEntry)
    doings = [f"De raad zal {form} over een tunnel." for form in entry.forms.split()]
    *nothing, something = shown([entry.example, *doings, entry.counterexample])
    assert not [each for each in nothing if ("zullen", "support") in each]
    assert something == {("zullen", "support")}


@pytest.mark.parametrize("group", GROUPS)
def test_an_entry_shows_its_stance_in_its_example(group: str) -> None:
    found = shown([entry.example for entry in LISTS[group].values()])
    missed = {
        key: each for key, each in zip(LISTS[group], found, strict=True) if not each & wanted(group, key)
    }
    assert missed.keys() <= NOT_FOUND


@pytest.mark.parametrize("group", GROUPS)
def test_an_entry_shows_nothing_in_its_counterexample(group: str) -> None:
    entries = {key: entry for key, entry in LISTS[group].items() if entry.counterexample}
    found = shown([entry.counterexample for entry in entries.values()])
    misfired = {key for key, each in zip(entries, found, strict=True) if each & wanted(group, key)}
    assert misfired <= KNOWN


def test_a_reporting_verb_shows_its_stance_in_its_own_example() -> None:
    """The sentence of the reporting list, where it does not negate the verb."""
    verbs = {key: stance for key, stance in REPORTING.items() if key not in NOT_THERE and not stance.phrase}
    found = shown([ENTRIES[key].example for key in verbs])
    wrong = {
        key: each
        for (key, stance), each in zip(verbs.items(), found, strict=True)
        if not {shown for name, shown in each if name == key} & {stance.plain, stance.negated}
    }
    assert wrong == {}
