"""Sets of days against the plain sets of Python."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from standpunt.dossier import days

DAY = st.dates(datetime.date(1990, 1, 1), datetime.date(2030, 12, 31))


@given(DAY, DAY, DAY)
def test_a_stretch_holds_its_days(first: datetime.date, last: datetime.date, other: datetime.date) -> None:
    stretch = days.between(first, last)
    assert bool(stretch & days.of([other])) == (first <= other <= last)
    if first <= last:
        assert days.bounds(stretch) == (first, last)


@given(DAY, st.integers(-2, 9))
def test_weekdays_go_round(day: datetime.date, number: int) -> None:
    assert bool(days.on_weekdays(number) & days.of([day])) == (day.isoweekday() == (number - 1) % 7 + 1)


def test_a_side_without_a_bound_is_none() -> None:
    assert days.bounds(days.ALL) == (None, None)
    assert days.bounds(days.between(datetime.date(2024, 1, 1), None)) == (datetime.date(2024, 1, 1), None)


def test_around_gives_the_stretch_without_a_hole() -> None:
    fridays = days.on_weekdays(5)
    friday = datetime.date(2025, 2, 14)
    assert days.around(fridays, days.of([friday])) == (friday, friday)
