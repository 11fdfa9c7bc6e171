"""Turns of phrase of news, in an article of Monday 17 February 2025, and beside them what only looks like one."""

import datetime

import pytest

from standpunt.model import Moment
from standpunt.reading import times

PUBLISHED = Moment(datetime.date(2025, 2, 17), datetime.date(2025, 2, 17))


def told(text: str, *, attach: bool = False) -> list[tuple[str, str]]:
    found = times.find(text)
    resolved = times.resolve_all(found, PUBLISHED, attach=attach)
    return [(each.span.of(text), one.value) for each, one in zip(found, resolved, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # hours
        ("Rond half tien aan de deur staan was te laat.", [("half tien", "T09:30")]),
        ("Rond halfzeven brak de brand uit.", [("halfzeven", "T06:30")]),
        ("Kort na 11 uur kwam de melding.", [("11 uur", "T11:00")]),
        ("Na 11 uur praten was er een akkoord.", [("11 uur", "PT11H")]),
        # a full stop that ends the sentence makes no abbreviation, whatever follows
        ("Dat is het besluit van vorige maand. „Wij gaan door.”", [("vorige maand", "2025-01")]),
        ("De winkel sloot vorige maand. “Het was genoeg.”", [("vorige maand", "2025-01")]),
        # nights and other parts of the day
        (
            "In de nacht van woensdag op donderdag rond 04.00 uur viel de stroom uit.",
            [("de nacht van woensdag op donderdag rond 04.00 uur", "2025-02-13T04:00")],
        ),
        (
            "In de nacht van woensdag op donderdag om 23.30 uur viel de stroom uit.",
            [("de nacht van woensdag op donderdag om 23.30 uur", "2025-02-12T23:30")],
        ),
        (
            "Vanaf de vroege ochtend op woensdag regent het.",
            [("de vroege ochtend op woensdag", "2025-02-19TMO")],
        ),
        ("Later op de avond draait de wind.", [("Later op de avond", "2025-02-17TEV")]),
        ("In de vroege ochtend begon het.", [("de vroege ochtend", "TMO")]),
        # weekends
        (
            "De competitie start in het vierde weekeinde van september.",
            [("het vierde weekeinde van september", "2025-W39-WE")],
        ),
        (
            "Het toernooi start in het weekend van 1 en 2 maart.",
            [("het weekend van 1 en 2 maart", "2025-W09-WE")],
        ),
        ("Komend weekend is het congres.", [("Komend weekend", "2025-W08-WE")]),
        ("Volgend weekend is het congres.", [("Volgend weekend", "2025-W09-WE")]),
        # halves of a year
        ("Het groeide in het eerste halfjaar van 2024.", [("het eerste halfjaar van 2024", "2024-H1")]),
        ("In het tweede semester van 2024 daalde het.", [("het tweede semester van 2024", "2024-H2")]),
        ("Een halfjaar geleden begon het.", [("Een halfjaar geleden", "2024-08")]),
        ("Dat duurde een halfjaar.", [("een halfjaar", "P6M")]),
        # about so many
        ("Binnen een twintigtal minuten was het klaar.", [("een twintigtal minuten", "PT20M")]),
        ("Het duurt een 55-tal minuten.", [("55-tal minuten", "PT55M")]),
        ("De eerste dagen van de oorlog waren zwaar.", [("De eerste dagen", "PXD")]),
        ("Er volgen drie spannende dagen.", [("drie spannende dagen", "P3D")]),
        ("Er zijn drie nieuwe wetten voor de dagen na het reces.", []),
        # vague
        ("Ze blijven de komende tijd open.", [("de komende tijd", "FUTURE_REF")]),
        ("De laatste tijd is het druk.", [("De laatste tijd", "PAST_REF")]),
        # against what was told before
        (
            "Op 3 januari viel hij. De week daarop trad hij af.",
            [("3 januari", "2025-01-03"), ("De week daarop", "2025-W02")],
        ),
        (
            "In 2019 viel hij. Het daaropvolgende jaar trad hij af.",
            [("2019", "2019"), ("Het daaropvolgende jaar", "2020")],
        ),
        (
            "In september 2023 viel hij. Drie dagen later trad hij af.",
            [("september 2023", "2023-09"), ("Drie dagen later", "XXXX-XX-XX")],
        ),
        (
            "Gisteren om 15.00 uur begon het. Een uur later was het klaar.",
            [("Gisteren om 15.00 uur", "2025-02-16T15:00"), ("Een uur later", "2025-02-16T16:00")],
        ),
        (
            "Op 26 mei 2019 werd gestemd. De krant kopt op 27 mei met een vraag.",
            [("26 mei 2019", "2019-05-26"), ("27 mei", "2019-05-27")],
        ),
        # habits
        ("In de herfst is er vaak mist.", [("de herfst", "XXXX-FA")]),
        ("Deze herfst is er vaak mist.", [("Deze herfst", "2025-FA")]),
        ("De winkels zijn op zondag meestal dicht.", [("zondag", "XXXX-WXX-7")]),
        # lengths beside people
        ("De rechter veroordeelde de man tot twee maanden cel.", [("twee maanden", "P2M")]),
        ("Drie mannen van 21, 26 en 29 jaar zijn opgepakt.", []),
        ("Op verschillende dagen wordt gestaakt.", []),
        ("Ze rijden alles op één dag.", []),
        ("Dat gebeurde binnen enkele dagen.", [("enkele dagen", "PXD")]),
        # two dates that are no stretch
        (
            "Het feest gaat van 1 mei naar 21 augustus.",
            [("1 mei", "2025-05-01"), ("21 augustus", "2025-08-21")],
        ),
        (
            "Het aantal steeg van november tot op heden.",
            [("van november tot op heden", "2024-11/2025-02-17")],
        ),
    ],
)
def test_times_of_news(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "Vrijdagavond troffen ze de groep aan. Rond half tien begon het.",
            ["2025-02-14TEV", "2025-02-14T21:30"],
        ),
        (
            "In de nacht van zaterdag op zondag brak brand uit. Rond 03.30 uur kwam de melding.",
            ["2025-02-15TNI", "2025-02-16T03:30"],
        ),
        ("Zaterdag wordt het nat. In de middag wordt het droog.", ["2025-02-22", "2025-02-22TAF"]),
        ("Vorige week was er overleg. Later op de avond viel het besluit.", ["2025-W07", "TEV"]),
    ],
)
def test_a_part_of_the_day_belongs_to_the_day_told(text: str, values: list[str]) -> None:
    assert [value for _, value in told(text, attach=True)] == values


def test_a_heading_lies_on_the_side_that_the_story_tells() -> None:
    text = "De Kamer debatteert vrijdag.\nVrijdag\nZaterdag"
    assert [value for _, value in told(text)] == ["2025-02-21", "2025-02-21", "2025-02-15"]
