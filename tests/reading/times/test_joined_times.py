"""Neighbours that tell one time together, in an article published on Monday 17 February 2025 at noon."""

import pytest

from standpunt import find_times

PUBLISHED = "2025-02-17T12:00"


def told(text: str) -> list[tuple[str, str]]:
    return [(each.text, each.value) for each in find_times(text, PUBLISHED)]


HOURS_OF_A_DAY = [
    ("Hij is vandaag van vijf tot zeven bereikbaar.", "2025-02-17T05:00/2025-02-17T07:00"),
    ("Het debat is morgen van 10 tot 12.30 uur.", "2025-02-18T10:00/2025-02-18T12:30"),
    ("Het loket is maandag 13:00-15:00 open.", "2025-02-17T13:00/2025-02-17T15:00"),
    ("Tussen 16:00 en 17:00 vandaag wordt gestemd.", "2025-02-17T16:00/2025-02-17T17:00"),
    ("Om 20.30 vandaag begint het.", "2025-02-17T20:30"),
    ("Om half zes morgenavond begint het.", "2025-02-18T17:30"),
    ("Het was gisteravond om tien over elf.", "2025-02-16T23:10"),
    ("'s Middags om 2 uur viel het besluit.", "T14:00"),
    ("Tussen 4 en 5 's middags viel het besluit.", "T16:00/T17:00"),
    ("Van half acht tot vier uur 's middags wordt gewerkt.", "T07:30/T16:00"),
    ("Zij spreken op 12 maart om half elf.", "2025-03-12T10:30"),
    ("Het kan op 1 maart, niet later dan 18:00 uur.", "2025-03-01T18:00"),
    ("Het is vrijdag de 28e rond vieren.", "2025-02-28T04:00"),
]


@pytest.mark.parametrize(("text", "value"), HOURS_OF_A_DAY)
def test_a_day_and_its_hour_are_one_time(text: str, value: str) -> None:
    assert [found[1] for found in told(text)] == [value]


STRETCHES = [
    ("Van 1 april 2016 tot vandaag groeide het.", "2016-04-01/2025-02-17"),
    ("Tussen januari 2019 en nu groeide het.", "2019-01/2025-02-17"),
    ("Van maart tot op heden groeide het.", "2024-03/2025-02-17"),
    ("Dat loopt van 12 januari 2016 - 22/01/2016.", "2016-01-12/2016-01-22"),
    ("Het loopt van 1-10 tot 7-11.", "2024-10-01/2024-11-07"),
    ("Het festival is 18 nov-19 dec 2015.", "2015-11-18/2015-12-19"),
    ("Het gebeurde 1/10-2/11/2017.", "2017-10-01/2017-11-02"),
]


@pytest.mark.parametrize(("text", "value"), STRETCHES)
def test_two_dates_are_the_ends_of_a_stretch(text: str, value: str) -> None:
    assert [found[1] for found in told(text)] == [value]


COUNTED = [
    ("Drie dagen na 12 januari trad hij af.", "2025-01-15"),
    ("Dat is twee dagen na morgen.", "2025-02-20"),
    ("De dag voor Kerst trad hij af.", "2024-12-24"),
    ("Drie maanden na 31 januari 2025 trad hij af.", "2025-04-30"),
    ("In de week van 4 maart wordt gestemd.", "2025-W10"),
    ("Het duurde een uur en dertig minuten.", "PT1H30M"),
]


@pytest.mark.parametrize(("text", "value"), COUNTED)
def test_a_length_counts_from_a_day(text: str, value: str) -> None:
    assert [found[1] for found in told(text)] == [value]


APART = [
    ("Een bestand van 30 dagen vanaf 1 maart.", ["P30D", "2025-03-01"]),
    ("Ajax won zondag 3-1 van PSV.", ["2025-02-16"]),
    ("Zaterdag tussen 10 en 20 procent korting.", ["2025-02-15"]),
    ("Hij won zaterdag met 3 zetels verschil.", ["2025-02-15"]),
    ("Om 4 zetels ging het zaterdag.", ["2025-02-15"]),
    ("Zaterdag spraken ze vier uur lang.", ["2025-02-15", "PT4H"]),
    ("De versie 20.15 is zaterdag klaar.", ["2025-02-15"]),
]


@pytest.mark.parametrize(("text", "values"), APART)
def test_what_only_stands_side_by_side_is_not_joined(text: str, values: list[str]) -> None:
    assert [found[1] for found in told(text)] == values
