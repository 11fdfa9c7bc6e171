"""Values against a day, a range, a month and an unknown day of publication."""

import datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standpunt.model import Moment, TimeExpression
from standpunt.reading import times

D = datetime.date


def moment(first: str, last: str = "") -> Moment:
    return Moment(D.fromisoformat(first), D.fromisoformat(last or first))


def value(text: str, published: Moment) -> str:
    (found,) = times.find(text)
    return times.resolve(found, published).value


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        # the past tense looks back, the day itself included
        ("Dat zei hij zaterdag.", moment("2025-02-17"), "2025-02-15"),
        ("Dat zei hij zaterdag.", moment("2025-02-15"), "2025-02-15"),
        ("Hij heeft zaterdag gebeld.", moment("2025-02-17"), "2025-02-15"),
        ("Dat zegt hij zaterdag in een interview.", moment("2025-02-17"), "2025-02-15"),
        # the present and plans look ahead
        ("De Kamer debatteert dinsdag.", moment("2025-02-17"), "2025-02-18"),
        ("Hij zal zaterdag spreken.", moment("2025-02-17"), "2025-02-22"),
        ("Vanaf maandag geldt de regel.", moment("2025-02-17"), "2025-02-17"),
        # a date without its year is of the month in which its article appeared
        ("Op 8 februari gaan de scholen open.", moment("2021-02-01", "2021-02-28"), "2021-02-08"),
        # afgelopen and komende never mean the day itself
        ("Afgelopen maandag was hij er.", moment("2025-02-17"), "2025-02-10"),
        ("Komende maandag is hij er.", moment("2025-02-17"), "2025-02-24"),
        # a month is the nearest, unless the tense tells
        ("In november won hij.", moment("2024-12-13"), "2024-11"),
        ("In november won hij.", moment("2024-11-20"), "2024-11"),
        ("In juni zal hij vertrekken.", moment("2024-12-13"), "2025-06"),
        ("Hij wordt op 20 januari beëdigd.", moment("2024-12-13"), "2025-01-20"),
        ("Sinds april is hij voorzitter.", moment("2000-09-01"), "2000-04"),
        # the winter belongs to the year in which it begins
        ("Deze winter is streng.", moment("2025-01-10"), "2024-WI"),
        ("Dit najaar zijn er verkiezingen.", moment("2000-09-01"), "2000-FA"),
        ("Dit weekend gaan ze naar München.", moment("2025-02-14"), "2025-W07-WE"),
        ("Drie maanden geleden viel hij.", moment("2025-01-31"), "2024-10"),
    ],
)
def test_the_side_that_is_meant(text: str, published: Moment, expected: str) -> None:
    assert value(text, published) == expected


def test_a_range_gives_the_value_that_its_days_agree_on() -> None:
    published = moment("2024-12-13", "2024-12-18")
    assert value("Afgelopen donderdag spraken ze elkaar.", published) == "2024-12-12"
    (found,) = times.find("De Kamer stemt vandaag.")
    resolved = times.resolve(found, published)
    assert resolved.value == "2024-12-15"
    assert (resolved.moment.earliest, resolved.moment.latest) == (D(2024, 12, 13), D(2024, 12, 18))
    assert len(resolved.reason.candidates) == 5


def test_a_month_settles_what_does_not_depend_on_the_day() -> None:
    assert value("Dat gebeurde vorig jaar.", moment("2025-02-01", "2025-02-28")) == "2024"
    assert value("Hij werd begin november verkozen.", moment("2024-12-01", "2024-12-31")) == "2024-11"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dat zei hij zaterdag.", "XXXX-WXX-6"),
        ("Dat was gisteren.", "XXXX-XX-XX"),
        ("Dat was op 20 januari.", "XXXX-01-20"),
        ("Dat was vorig jaar.", "XXXX"),
        ("Dat was in 2014.", "2014"),
        ("Dat is nu zo.", "PRESENT_REF"),
    ],
)
def test_an_unknown_day_leaves_open_what_depends_on_it(text: str, expected: str) -> None:
    assert value(text, Moment()) == expected


def test_an_expression_survives_a_trip_through_json() -> None:
    found = times.find("Van maart tot mei 2025, op zaterdag 15 februari en volgende week dinsdag om 9 uur.")
    assert len(found) == 3
    assert msgspec.json.decode(msgspec.json.encode(found), type=tuple[TimeExpression, ...]) == found


WORDS = [
    "op",
    "de",
    "van",
    "tot",
    "tussen",
    "en",
    "in",
    "1",
    "4",
    "12",
    "31",
    "2014",
    "maart",
    "mei",
    "dinsdag",
    "zaterdag",
    "afgelopen",
    "komende",
    "vorige",
    "week",
    "jaar",
    "dagen",
    "half",
    "drie",
    "uur",
    "'s",
    "avonds",
    "08:28",
    "nu",
    "eind",
    "begin",
    "kwartaal",
    "tweede",
    "elke",
    "over",
    "geleden",
    "later",
    "die",
    "Pasen",
    "-",
    ",",
    ".",
    "\n",
    "’90",
    "14-02-2025",
    "weekend",
]


@given(st.lists(st.sampled_from(WORDS), max_size=25), st.dates(D(1950, 1, 1), D(2090, 1, 1)))
def test_any_row_of_words_gives_times_in_order_that_lie_in_the_text(
    words: list[str], day: datetime.date
) -> None:
    text = " ".join(words)
    found = times.find(text)
    ends = [edge for each in found for edge in each.span]
    assert ends == sorted(ends)
    for each, resolved in zip(found, times.resolve_all(found, Moment(day, day)), strict=True):
        assert each.span.of(text).strip() == each.span.of(text) != ""
        assert each.value is not None or each.relative is not None
        assert each.value is None or each.relative is None or each.value.startswith("P")
        assert resolved.value
        first, last = resolved.moment.earliest, resolved.moment.latest
        assert first is None or last is None or first <= last


def test_a_clock_time_in_a_story_is_one_of_the_day_told() -> None:
    text = (
        "De politie begon zaterdag een onderzoek. Rond 09.30 uur kwam de melding. "
        "Zij zijn elke dag om 8.00 uur open."
    )
    found = times.find(text)
    published = Moment(D(2025, 2, 17), D(2025, 2, 17))
    values = [each.value for each in times.resolve_all(found, published, attach=True)]
    assert values == ["2025-02-15", "2025-02-15T09:30", "P1D", "T08:00"]
    assert times.resolve_all(found, published)[1].value == "T09:30"


def test_one_story_tells_of_one_16_september() -> None:
    text = "Hij werd op 16 september neergestoken. Op 16 september zouden beiden dronken zijn geweest."
    values = [
        each.value for each in times.resolve_all(times.find(text), Moment(D(2025, 7, 9), D(2025, 7, 9)))
    ]
    assert values == ["2024-09-16", "2024-09-16"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Dat laat de minister zaterdag weten.", "2025-02-15"),
        ("Het bestand eindigt als de groep zaterdag niemand laat gaan.", "2025-02-22"),
    ],
)
def test_letting_know_is_speech_and_letting_go_is_none(text: str, value: str) -> None:
    found = times.find(text)
    assert times.resolve_all(found, Moment(D(2025, 2, 17), D(2025, 2, 17)))[0].value == value
