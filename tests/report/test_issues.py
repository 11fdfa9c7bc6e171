"""Issues: who stands where in words and dates, conditions by group, two positions side by side, who does not say."""

import re
from dataclasses import replace

from fictional import dossier
from standpunt import registry
from standpunt.model import Bloc, Dossier
from standpunt.report import render
from standpunt.report.articles import article_view
from standpunt.report.cast import cast
from standpunt.report.context import Issues, IssueView, StanceFlag, Standing
from standpunt.report.issues import issues
from standpunt.report.stances import Stances


def shown(made: Dossier | None = None) -> Issues:
    made = made or dossier()
    return issues(made, Stances(made, cast(made)), registry.load())


def closing() -> IssueView:
    return shown().listed[0]


def told(one: Standing) -> str:
    return "".join(f"[{part.text}]" if part.css == "said" else part.text for part in one.parts)


def test_issues_stand_in_the_order_of_the_codebook_and_those_without_a_position_by_name() -> None:
    assert [issue.label for issue in shown().listed] == ["De Zeepoort dicht", "Een hogere dijk"]
    assert shown().without == ("Tol & <b>haven</b>",)
    assert "Geen standpunt gevonden over: Tol &amp; &lt;b&gt;haven&lt;/b&gt;." in render(dossier())


def test_an_actor_stands_where_he_stood_last_and_shows_what_he_held_before() -> None:
    minister, council = closing().stands
    assert (minister.last.who.name, minister.last.stance.word) == ("Hilde Verbruggen", "mits")
    assert (minister.last.when.label, minister.last.when.machine) == ("11 maart 2031", "2031-03-11")
    assert told(minister.last).startswith('"[Eerst moet de dijk het houden]", zei minister Verbruggen')
    assert [(one.stance.word, one.when.label) for one in minister.others] == [
        ("tegen", "uiterlijk 10 maart 2031")
    ]
    assert (council.last.stance.word, [one.stance.word for one in council.others]) == ("open", ["voor"])
    assert closing().tally == "één mits, één open"


def test_it_says_whose_words_show_it_and_by_which_rule() -> None:
    minister = closing().stands[0]
    assert minister.last.told == "in eigen woorden; regel: reporting verb, vinden"
    assert minister.others[0].told == "volgens het artikel; regel: reporting verb, vinden"


def test_blocs_and_parties_show_where_most_stand_and_who_does_not() -> None:
    coast = Bloc(name="kust", members=("Joost Terpstra", "Havenbedrijf Oudezand", "Dijkraad"))
    water = Bloc(name="water", members=("Waterpartij", "Dijkraad"))
    closing, dike, *_ = shown(replace(dossier(), blocs=(coast, water))).listed
    (spread,) = closing.together
    assert (spread.name, spread.stance, spread.tally) == ("water", None, "één mits, één open")
    (spread,) = dike.together
    assert (spread.name, spread.stance and spread.stance.word, spread.tally) == (
        "kust",
        "open",
        "één open, één zwijgt",
    )
    assert spread.deviating == ()


def test_conditions_stand_by_group_with_who_must_meet_them() -> None:
    (group,) = closing().conditions
    ((one, must),) = group.stated
    assert (group.name, one.who.name, must) == (
        "een dijk die het houdt",
        "Hilde Verbruggen",
        "te vervullen door Dijkraad",
    )


def test_a_shift_and_a_contradiction_show_both_sentences() -> None:
    own, line = closing().shifts
    assert (told(own.one), own.one.stance.word, own.other.stance.word, own.told) == (
        "De Dijkraad vindt dat [de kering dit jaar nog dicht moet kunnen].", "voor", "open", "",
    )  # fmt: skip
    assert line.told == "wijkt af van de lijn tot dan toe van Waterpartij"
    (clash,) = closing().contradictions
    assert (clash.one.stance.word, clash.other.stance.word, clash.told) == (
        "voor",
        "tegen",
        "beide staan voor kabinet",
    )


def test_who_speaks_and_shows_nothing_is_named() -> None:
    assert [(chip.name, articles) for chip, articles in closing().silent] == [("Joost Terpstra", 2)]
    harbour = shown().listed[1].stands[-1].last
    assert (harbour.who.name, harbour.who.anchor, harbour.stance.word) == (
        "Havenbedrijf Oudezand",
        "",
        "zwijgt",
    )


def test_the_table_has_who_stands_on_most_issues_first_and_leads_to_the_sentence() -> None:
    first, *_ = shown().matrix
    cell, empty = first.cells
    assert cell is not None and empty is None
    assert (first.who.name, cell[0].word, cell[1].label, cell[2]) == (
        "Dijkraad",
        "open",
        "14 mrt. 2031",
        "#h-8f21ab9-3",
    )


def test_each_position_has_a_flag_before_its_words_in_the_text() -> None:
    made = dossier()
    everyone = cast(made)
    stances = Stances(made, everyone)
    flags: list[tuple[StanceFlag, str]] = []
    for dated in made.articles:
        view = article_view(dated, everyone, {}, stances.flags(dated.article.id))
        parts = [part for paragraph in view.paragraphs for run in paragraph.runs for part in run.parts]
        for at, part in enumerate(parts):
            flags += [(flag, "".join(each.text for each in parts[at:])) for flag in part.stances]
    assert [(flag.anchor, flag.word, text[:20]) for flag, text in flags] == [
        ("h-8f21ab7-1", "open", "sluit een verhoging "),
        ("h-8f21ab7-2", "zwijgt", "wilde niet reageren."),
        ("h-8f21ab7-3", "voor", "de kering dit jaar n"),
        ("h-8f21ab9-1", "tegen", "gaat voorlopig niet "),
        ("h-8f21ab9-2", "mits", "Eerst moet de dijk h"),
        ("h-8f21ab9-3", "open", "de werken in de zome"),
    ]
    assert flags[3][0].label == "Hilde Verbruggen over De Zeepoort dicht: tegen"
    assert flags[3][0].href == "#kwestie-dicht"


def test_a_stance_is_told_by_its_word_and_not_by_its_colour_alone() -> None:
    badges = re.findall(r'<b class="stance (\w+)">([^<]*)</b>', render(dossier()))
    words = {
        "support": "voor",
        "oppose": "tegen",
        "conditional": "mits",
        "open": "open",
        "declines": "zwijgt",
    }
    assert {stance for stance, _ in badges} == set(words)
    assert all(words[stance] == word for stance, word in badges)


def test_the_same_position_told_twice_in_one_place_has_one_flag() -> None:
    made = dossier()
    page = render(replace(made, positions=made.positions * 2))
    assert page.count(' id="h-8f21ab9-1"') == 1
