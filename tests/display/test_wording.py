"""Dates as precise as they are known, counts and terms, in Dutch and English."""

import datetime
from enum import StrEnum

import pytest

from standpunt.display.wording import DUTCH, LANGUAGES, Wording, machine
from standpunt.model import ActorKind, EventKind, EventStatus, Form, Moment, Role, Stance


def moment(first: str, last: str) -> Moment:
    earliest, latest = (datetime.date.fromisoformat(side) if side else None for side in (first, last))
    return Moment(earliest, latest)


@pytest.mark.parametrize(
    ("first", "last", "words", "uncertainty"),
    [
        ("2025-02-14", "2025-02-14", "14 februari 2025", ""),
        ("2024-12-01", "2024-12-31", "december 2024", "dag onbekend"),
        ("2024-01-01", "2024-12-31", "2024", "dag en maand onbekend"),
        ("2024-12-13", "2024-12-18", "13–18 december 2024", "één van deze 6 dagen"),
        ("2024-11-28", "2024-12-03", "28 november – 3 december 2024", "één van deze 6 dagen"),
        ("2024-12-28", "2025-01-03", "28 december 2024 – 3 januari 2025", "één van deze 7 dagen"),
        ("2024-11-01", "2024-12-31", "november – december 2024", "één van deze 61 dagen"),
        ("2025-03-03", "", "vanaf 3 maart 2025", "de andere grens is onbekend"),
        ("", "2025-03-03", "uiterlijk 3 maart 2025", "de andere grens is onbekend"),
        ("", "", "datum onbekend", "nergens uit op te maken"),
    ],
)
def test_a_date_says_what_is_known_and_what_is_not(
    first: str, last: str, words: str, uncertainty: str
) -> None:
    assert DUTCH.moment(moment(first, last)) == words
    assert DUTCH.uncertainty(moment(first, last)) == uncertainty


def test_a_short_date_abbreviates_the_month() -> None:
    assert DUTCH.moment(moment("2025-02-14", "2025-02-14"), short=True) == "14 feb. 2025"


@pytest.mark.parametrize(
    ("first", "last", "value"),
    [
        ("2025-02-14", "2025-02-14", "2025-02-14"),
        ("2024-12-01", "2024-12-31", "2024-12"),
        ("2024-12-13", "2024-12-18", ""),
    ],
)
def test_only_a_day_a_month_and_a_year_have_a_datetime(first: str, last: str, value: str) -> None:
    assert machine(moment(first, last)) == value


@pytest.mark.parametrize(
    ("office", "words"),
    [
        (
            "minister van Defensie, 2024-07-02/2026-02-23",
            "minister van Defensie (2 juli 2024 – 23 feb. 2026)",
        ),
        ("minister van Defensie, 2024-07-02/..", "minister van Defensie (sinds 2 juli 2024)"),
        ("minister van Defensie, ../2026-02-23", "minister van Defensie (tot 23 feb. 2026)"),
        ("leider, VVD, 2006-05/2023", "leider, VVD (mei 2006 – 2023)"),
        ("burgemeester van Oudezand", "burgemeester van Oudezand"),
    ],
)
def test_an_office_has_its_days(office: str, words: str) -> None:
    assert DUTCH.office(office) == words


@pytest.mark.parametrize(
    ("n", "words"), [(0, "nul"), (1, "één"), (12, "twaalf"), (13, "13"), (1250, "1.250")]
)
def test_numbers_are_words_up_to_twelve(n: int, words: str) -> None:
    assert DUTCH.number(n) == words


@pytest.mark.parametrize(
    ("first", "last", "words", "uncertainty"),
    [
        ("2025-02-14", "2025-02-14", "14 February 2025", ""),
        ("2024-12-01", "2024-12-31", "December 2024", "day unknown"),
        ("2024-12-13", "2024-12-18", "13–18 December 2024", "one of these 6 days"),
        ("2025-03-03", "", "from 3 March 2025", "the other bound is unknown"),
        ("", "2025-03-03", "by 3 March 2025", "the other bound is unknown"),
        ("", "", "date unknown", "nothing tells it"),
    ],
)
def test_a_date_in_english(first: str, last: str, words: str, uncertainty: str) -> None:
    english = Wording("en")
    assert english.moment(moment(first, last)) == words
    assert english.uncertainty(moment(first, last)) == uncertainty


@pytest.mark.parametrize("kind", [Form, ActorKind, EventKind, EventStatus, Stance, Role])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_of_the_model_has_its_word(language: str, kind: type[StrEnum]) -> None:
    wording = Wording(language)
    assert all(isinstance(wording.term(value), str) for value in kind)


def test_a_count_says_one_or_many() -> None:
    assert DUTCH.count("ActorKind.person", 1) == "1 persoon"
    assert DUTCH.count("ActorKind.person", 1250) == "1.250 personen"
    assert Wording("en").count("ActorKind.person", 1250) == "1,250 people"
