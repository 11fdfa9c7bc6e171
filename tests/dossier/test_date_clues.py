"""What the days and years that an article tells say of its own day, and when they say nothing."""

import datetime

import pytest

from dated import article, reading
from standpunt.dossier import chronology
from standpunt.model import Moment


def dated(text: str) -> Moment:
    given = article(text)
    return chronology.date([(given, reading(given))])[given.id]


def told(text: str) -> tuple[str, str, list[str]]:
    found = dated(text)
    return str(found.earliest), str(found.latest), [clue.rule for clue in found.evidence]


@pytest.mark.parametrize(
    "text", ["Dat geldt vandaag, 19 maart 2020.", "De Kamer stemt vandaag (19 maart 2020)."]
)
def test_a_date_that_is_called_today_is_the_day(text: str) -> None:
    assert told(text)[:2] == ("2020-03-19", "2020-03-19")


def test_another_date_beside_today_is_not() -> None:
    assert told("De Kamer stemt vandaag over de brief van 19 maart 2020.")[2] != ["today's date"]


def test_a_day_at_the_head_is_that_day_of_some_year_that_others_tell() -> None:
    text = "ZATERDAG 17 JULI\nHij won in 2019, en in augustus 2020 werd hij tweede."
    earliest, latest, rules = told(text)
    assert (earliest, latest) == ("2021-07-17", "2021-07-17")
    assert "day at the head" in rules
    assert "day at the head" not in told("Hij won op zaterdag 17 juli in een volle zaal.")[2]


def test_news_is_not_much_later_than_the_latest_of_its_years() -> None:
    assert told("In 2017 begon het en in 2018 was het klaar.")[:2] == ("2018-01-01", "2024-12-31")
    assert "told as past" not in told("Ze wilden het tot 2022 open houden.")[2]
    assert "latest year told" not in told("Het is de sterkste stijging sinds april 2002.")[2]
    assert "latest year told" not in told("In 2010 won hij.")[2]


def test_years_since_what_happened_once_tell_the_year() -> None:
    assert told("Vorig jaar was de aanslag op Charlie Hebdo.")[:2] == ("2016-01-01", "2016-12-31")
    assert told("Na de aanslag op Charlie Hebdo was er een mars.")[1] == "None"


def test_time_to_an_election_is_told_from_the_day() -> None:
    found = dated(
        "Nu, een maand voor de verkiezingen, stemt de partij voor. In 2020 en 2021 stemde zij tegen."
    )
    assert "time to an election" in [clue.rule for clue in found.evidence]
    assert found.earliest == datetime.date(2021, 1, 30)
    past = dated("Drie dagen na de verkiezingen werd zij benoemd. In 2020 en 2021 stemde zij tegen.")
    assert "time to an election" not in [clue.rule for clue in past.evidence]
