"""Articles in, Moments out: what dates an article, how sure, and that nothing is exact without a reason."""

import datetime
from dataclasses import replace

import pytest

from dated import article, reading
from standpunt import registry
from standpunt.dossier import chronology
from standpunt.model import (
    ActorKind,
    Chain,
    Clue,
    Form,
    Moment,
    Reason,
    Span,
    Statement,
)
from standpunt.registry.reader import Tables

D = datetime.date


def month(year: int, number: int) -> Moment:
    first = D(year, number, 1)
    last = D(year + number // 12, number % 12 + 1, 1) - datetime.timedelta(1)
    return Moment(first, last, (Clue("header", f"{year}-{number:02}", first, last),))


def dated(text: str, published: Moment | None = None, *chains: Chain) -> Moment:
    given = article(text, published)
    return chronology.date([(given, reading(given, *chains))], FACTS)[given.id]


def days(moment: Moment) -> tuple[str, str]:
    return str(moment.earliest), str(moment.latest)


TABLES = Tables()
DEFENCE = {"title": "minister van Defensie", "of": "Nederland", "from": D(2024, 7, 2), "to": D(2025, 6, 3)}
TABLES.lay({"person": {"jo-zwart": {"name": "Jo Zwart", "gender": "v", "offices": [DEFENCE]}}}, "test")
FACTS = TABLES.registry()


def chain(role: str) -> Chain:
    return Chain("Jo Zwart", ActorKind.PERSON, (), Reason("test"), role=role, identity="persoon:jo-zwart")


def test_a_day_that_the_source_states_is_the_day() -> None:
    assert days(dated("Dat zei ze zaterdag.", Moment(D(2025, 2, 17), D(2025, 2, 17)))) == (
        "2025-02-17",
        "2025-02-17",
    )


def test_a_month_stays_a_month_without_more() -> None:
    found = dated("Het kabinet wil meer geld.", month(2025, 2))
    assert found.precision == "month"
    assert found.evidence[0].words == "2025-02"


def test_an_event_on_known_days_narrows_a_month() -> None:
    text = "„We moeten iets”, zei ze zaterdag op de veiligheidsconferentie in München."
    assert days(dated(text, month(2025, 2))) == ("2025-02-15", "2025-02-21")


def test_this_monday_is_said_on_the_day_or_the_day_before() -> None:
    text = (
        "„We moeten iets”, zei ze zaterdag op de veiligheidsconferentie in München.\n"
        "Ze schuift deze maandag aan in Parijs."
    )
    assert days(dated(text, month(2025, 2))) == ("2025-02-16", "2025-02-17")


def test_an_undated_article_is_dated_by_an_event_an_office_and_a_habit() -> None:
    text = (
        "„Dat kan”, zei de minister voorafgaand aan de ministerraad.\n"
        "Dit weekend gaat ze naar de veiligheidsconferentie in München."
    )
    found = dated(text, None, chain("minister van Defensie"))
    assert days(found) == ("2025-02-14", "2025-02-14")
    assert [clue.rule for clue in found.evidence] == ["office", "event", "weekly"]


def test_the_cabinet_meets_on_friday_unless_the_sentence_names_a_day() -> None:
    exact = dated("Dat zei ze na de ministerraad.", Moment(D(2025, 2, 10), D(2025, 2, 16)))
    assert days(exact) == ("2025-02-14", "2025-02-14")
    told = dated("Dat zei ze vrijdag na de ministerraad.", Moment(D(2025, 2, 10), D(2025, 2, 16)))
    assert days(told) == ("2025-02-14", "2025-02-16")


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("minister van Defensie", ("2024-07-02", "2025-06-10")),
        ("defensieminister", ("2024-07-02", "2025-06-10")),
        ("oud-minister van Defensie", ("2025-06-03", "None")),
        ("aanstaande minister van Defensie", ("2024-03-04", "2024-07-02")),
        ("burgemeester", ("None", "None")),
    ],
)
def test_who_is_called_by_an_office_was_in_it(role: str, expected: tuple[str, str]) -> None:
    assert days(dated("Zij sprak.", None, chain(role))) == expected


def test_a_dateline_is_the_day() -> None:
    assert days(dated("14 februari 2025\n\nDe minister sprak.")) == ("2025-02-14", "2025-02-14")
    assert days(dated("Kop\nGepubliceerd op 14 februari 2025 om 10.00 uur\n\nTekst.")) == (
        "2025-02-14",
        "2025-02-14",
    )


def test_past_and_coming_days_are_bounds() -> None:
    found = dated("In 2021 begon het. Op 3 maart 2026 zal er een verkiezing zijn.")
    assert days(found) == ("2021-01-01", "2026-03-03")


def test_a_date_with_its_weekday_tells_the_year() -> None:
    found = dated("Op zaterdag 15 februari sprak ze.", Moment(D(2023, 1, 1), D(2027, 12, 31)))
    assert days(found)[0] == "2025-02-15"


def test_a_clue_that_contradicts_a_heavier_one_is_set_aside() -> None:
    found = dated(
        "Op 3 maart 2024 sprak ze zaterdag op de veiligheidsconferentie in München.", month(2023, 6)
    )
    assert found.precision == "month"
    assert days(found) == ("2023-06-01", "2023-06-30")


def test_an_event_long_ago_is_no_deictic_anchor() -> None:
    found = dated("Ze noemde deze week de annexatie van de Krim in 2014 een misdaad.", month(2025, 2))
    assert found.precision == "month"


def test_the_subject_of_talk_is_no_scene() -> None:
    found = dated("Dat zei ze woensdag over de Tweede Kamerverkiezingen.")
    assert found.precision == "open"
    found = dated("In aanloop naar de Tweede Kamerverkiezingen sprak ze woensdag.")
    assert found.precision == "open"


def test_what_happened_once_narrows_a_month_that_the_source_states() -> None:
    text = "Bij de bestorming van het Capitool zijn woensdag doden gevallen."
    assert days(dated(text, month(2021, 1))) == ("2021-01-06", "2021-01-12")
    assert days(dated(text)) == ("2021-01-06", "None")


def test_a_line_of_dates_and_words_of_printing_is_the_day() -> None:
    text = "Kop boven het stuk\n\nEen inleiding van een zin.\n5 juli 2024 20:23 Gewijzigd op 10 juli 2024 16:43\nTekst."
    assert days(dated(text)) == ("2024-07-05", "2024-07-05")
    told = dated("Het besluit van 5 juli 2024 is gewijzigd op 10 juli 2024.")
    assert "dateline" not in [clue.rule for clue in told.evidence]


def test_who_takes_office_on_a_weekday_dates_the_article() -> None:
    text = "Zij trad dinsdag aan als minister van Defensie."
    assert days(dated(text, None, chain("minister van Defensie"))) == ("2024-07-02", "2024-07-08")
    assert days(
        dated("Zij trad ooit aan als minister van Defensie.", None, chain("minister van Defensie"))
    ) == (
        "2024-07-02",
        "2025-06-10",
    )


def test_an_election_on_its_day_tells_the_year() -> None:
    found = dated("De vakbonden willen na de verkiezingen van 26 mei meer geld.")
    assert days(found) == ("2018-11-24", "2019-11-25")
    assert found.evidence[0].rule == "election day"
    assert dated("De vakbonden willen na de vergadering van 26 mei meer geld.").precision == "open"


def test_an_outgoing_cabinet_has_fallen_and_has_no_successor() -> None:
    found = dated(
        "Dat kan het demissionaire kabinet niet meer besluiten.", Moment(D(2023, 1, 1), D(2024, 12, 31))
    )
    assert days(found) == ("2023-07-07", "2024-07-01")


def test_who_heads_a_list_runs_in_the_next_elections() -> None:
    given = article("De VVD-lijsttrekker sprak over de verkiezingen.")
    leader = Chain(
        "Dilan Yeşilgöz",
        ActorKind.PERSON,
        (),
        Reason("test"),
        role="VVD-lijsttrekker",
        identity="persoon:dilan-yesilgoz",
    )
    found = chronology.date([(given, reading(given, leader))])[given.id]
    assert [clue.rule for clue in found.evidence] == ["office", "campaign"]
    assert days(found)[0] == "2023-08-14"


def test_the_same_words_of_somebody_are_not_far_apart() -> None:
    words = "Wij gaan die brug over het kanaal dit jaar echt niet meer openen voor het verkeer"
    first = article(f"Over de brug: {words}.", Moment(D(2024, 5, 6), D(2024, 5, 6)), "dag")
    second = article(
        f"Later herhaalde hij het niet. {words}. Dat was alles wat hij erover kwijt wilde.", None, "later"
    )
    rows = []
    for each in (first, second):
        start = each.text.index(words)
        said = Statement((Span(start, start + len(words)),), Form.DIRECT, Reason("test"), Reason("test"))
        rows.append((each, replace(reading(each), statements=(said,))))
    found = chronology.date(rows, FACTS)["later"]
    assert days(found) == ("2024-04-22", "2024-05-20")
    assert [clue.rule for clue in found.evidence] == ["same words"]


def test_confidence_falls_with_each_kind_of_clue() -> None:
    day = dated("Dat zei ze.", Moment(D(2025, 2, 17), D(2025, 2, 17)))
    assert chronology.confidence(day) > chronology.confidence(dated("In 2021 begon het.")) > chronology.SURE
    assert chronology.confidence(dated("Niets.")) == 1


def test_nothing_gives_nothing() -> None:
    found = dated("Het kabinet wil meer geld.")
    assert found.precision == "open"
    assert found.evidence == ()


def test_a_version_of_a_dated_article_is_of_the_same_days() -> None:
    words = [
        "de",
        "gemeente",
        "Oosterdam",
        "wil",
        "de",
        "brug",
        "over",
        "het",
        "kanaal",
        "voor",
        "het",
        "einde",
        "van",
        "de",
        "zomer",
        "helemaal",
        "vernieuwen",
    ]
    body = " ".join(words[i % len(words)] + ("" if i % 9 else f"{i}") for i in range(120))
    first = article(body, Moment(D(2024, 5, 6), D(2024, 5, 6)), "dag")
    second = article(body + " Lees ook dit.", None, "kopie")
    third = article("Iets heel anders over een andere zaak.", None, "los")
    found = chronology.date([(each, reading(each)) for each in (third, second, first)], FACTS)
    assert days(found["kopie"]) == ("2024-05-03", "2024-05-09")
    assert found["los"].precision == "open"
    assert [clue.rule for clue in found["kopie"].evidence] == ["version of an article"]


def test_times_are_resolved_against_the_moment() -> None:
    given = article("Dat zei ze zaterdag. De Kamer debatteert dinsdag.")
    read = reading(given)
    values = [each.value for each in chronology.resolve_times(read, Moment(D(2025, 2, 16), D(2025, 2, 17)))]
    assert values == ["2025-02-15", "2025-02-18"]


def test_the_real_registry_is_the_default() -> None:
    given = article("Dat zei hij zaterdag op de veiligheidsconferentie in München.", month(2024, 2))
    assert registry.load() is registry.load()
    assert days(chronology.date([(given, reading(given))])[given.id]) == ("2024-02-17", "2024-02-23")
