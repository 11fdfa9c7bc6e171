"""What if on the page: what each condition does by itself, and the least that brings somebody in."""

from dataclasses import replace

from fictional import HARBOUR, dossier, knotty, plain
from standpunt import registry
from standpunt.model import Dossier
from standpunt.report import render
from standpunt.report.cast import cast
from standpunt.report.context import Consequence, WhatIf
from standpunt.report.issues import issues
from standpunt.report.stances import Stances


def shown(made: Dossier) -> WhatIf | None:
    return issues(made, Stances(made, cast(made)), registry.load()).listed[0].whatif


def told(found: tuple[Consequence, ...]) -> list[str]:
    return [
        f"{each.who.name}: {each.stance.word if each.stance else 'hangt af van ' + ', '.join(each.hangs)}"
        for each in found
    ]


def test_a_condition_by_itself_brings_in_or_keeps_out_who_set_it() -> None:
    what = shown(dossier())
    assert what is not None
    (group,) = what.groups
    assert (group.name, told(group.holds), told(group.fails)) == (
        "een dijk die het houdt",
        ["Hilde Verbruggen: voor"],
        ["Hilde Verbruggen: tegen"],
    )
    assert [(chip.name, badge.word) for chip, badge in what.settled] == [("Dijkraad", "open")]


def test_who_sets_several_conditions_hangs_on_the_others() -> None:
    what = shown(knotty())
    assert what is not None
    by_name = {each.name: each for each in what.groups}
    assert list(by_name) == ["geld", "instemming", "steun"]
    assert told(by_name["geld"].holds) == [
        "Dijkraad: hangt af van steun",
        "Joost Terpstra: voor",
        "Hilde Verbruggen: hangt af van steun",
    ]
    assert told(by_name["instemming"].fails) == ["Hilde Verbruggen: hangt af van geld, steun"]
    assert told(by_name["steun"].holds) == ["Dijkraad: hangt af van geld", "Hilde Verbruggen: tegen"]


def test_what_the_script_is_told_of_a_condition() -> None:
    what = shown(knotty())
    assert what is not None
    minister = next(each for each in what.hanging if each.who.name == "Hilde Verbruggen")
    assert [(each.group, each.list, each.any, each.unless) for each in minister.conditions] == [
        (0, 0, True, False),
        (1, 0, True, False),
        (2, 1, False, True),
    ]


def test_the_least_that_is_needed() -> None:
    what = shown(knotty())
    assert what is not None
    aims = {way.aim: way.sets for way in what.ways}
    assert aims["een meerderheid (drie van de vier)"] == ()
    assert aims["Joost Terpstra"] == ((("geld", True),),)
    assert aims["Hilde Verbruggen"] == (
        (("geld", True), ("steun", False)),
        (("instemming", True), ("steun", False)),
    )


def test_where_nothing_is_set_nothing_is_asked() -> None:
    assert shown(replace(dossier(), conditions=())) is None
    assert "Wat als" not in render(plain())


def test_a_condition_set_by_who_has_moved_on_is_no_switch() -> None:
    """The harbour once set a condition and has since said no: nothing hangs on it."""
    made = knotty()
    assert {each.group for each in made.conditions if each.actor == HARBOUR} == {"tijd"}
    what = shown(made)
    assert what is not None
    assert "tijd" not in {each.name for each in what.groups}
