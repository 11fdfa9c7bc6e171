"""Stretches with two ends: `tussen 1 en 4 maart`, `van maart tot mei`, `2014-2018`, `van 9.00 tot 17.00
uur`."""

from standpunt.model import Named, Stretch, TimexType
from standpunt.reading.times.rules.clocks import _clock
from standpunt.reading.times.rules.dates import year
from standpunt.reading.times.rules.rule import Book, Draft, Found

BOOK = Book()
rule = BOOK.rule


def _patterns(first: str, last: str) -> tuple[str, ...]:
    """With `tussen ... en`, with `van ... tot`, and with a word or dash between two ends alone."""
    return (
        "{between} " + first + " {and} " + last,
        "(?:{of}|{from}) {article}? " + first + " (?:{until}|{dash}) {article}? " + last,
        first + " (?:{until}|{dash}|{slash}) " + last,
    )


_YEAR = "(?:{comma}? (?P<year>{anyyear})(?!{dash}))?"
_WEEKDAYS = "(?P<w1>{anyweekday})? {article}?", "(?P<w2>{anyweekday})? {article}?"


@rule(
    "days",
    *_patterns(
        _WEEKDAYS[0] + "(?P<d1>{daynumber})",
        _WEEKDAYS[1] + "(?P<d2>{daynumber}) {of}? (?P<m2>{anymonth})" + _YEAR,
    ),
)
def _days(found: Found) -> Draft | None:
    first, last, month = found["d1"], found["d2"], found["m2"]
    if not 1 <= first < last <= 31:
        return None
    return _stretch(found, f"{month:02}-{first:02}", f"{month:02}-{last:02}")


@rule(
    "dates",
    *_patterns(
        _WEEKDAYS[0] + "(?P<d1>{daynumber}) (?P<m1>{anymonth}) (?P<y1>{year})?",
        _WEEKDAYS[1] + "(?P<d2>{daynumber}) (?P<m2>{anymonth})" + _YEAR,
    ),
)
def _dates(found: Found) -> Draft | None:
    if max(found["d1"], found["d2"]) > 31:
        return None
    return _stretch(found, f"{found['m1']:02}-{found['d1']:02}", f"{found['m2']:02}-{found['d2']:02}")


@rule(
    "months",
    *_patterns(
        "{edge}? (?P<m1>{anymonth}) (?P<y1>{year})?", "{edge}? (?P<m2>{month}|{short_month}) " + _YEAR
    ),
)
def _months(found: Found) -> Draft | None:
    if found.word("m1").code == "A" and found.word("m2").code == "A" and not found["year"]:  # type: ignore[union-attr]
        return None
    return _stretch(found, f"{found['m1']:02}", f"{found['m2']:02}")


@rule(
    "years",
    *_patterns("{edge}? (?P<y1>{year})", "{edge}? (?P<year>{year})"),
    "(?P<y1>{year}) (?:{dash}|{slash}) (?P<short>{small}|{number})",
)
def _years(found: Found) -> Draft | None:
    first = found["y1"]
    last = found["year"] or (first // 100 * 100 + found["short"] if found["short"] < 100 else 0)
    if not 1500 <= first < last <= 2100:
        return None
    return Draft(TimexType.DATE, f"{first}/{last}")


@rule(
    "weekdays",
    "(?:{of}|{from}) (?P<w1>{weekday}) {until} (?P<w2>{weekday})",
    "{between} (?P<w1>{weekday}) {and} (?P<w2>{weekday})",
    "(?P<w1>{weekday}) {until} (?P<w2>{weekday})",
)
def _weekdays(found: Found) -> Draft | None:
    return Draft(TimexType.DATE, Stretch(Named(f"XXXX-WXX-{found['w1']}"), Named(f"XXXX-WXX-{found['w2']}")))


@rule(
    "hours",
    *_patterns("(?P<c1>{clock}) {hours}?", "(?P<c2>{clock}) (?P<hours>{hours})?"),
    "(?:{of}|{from}|{between}) (?P<h1>{small}|{word}) {hours}?"
    " (?:{until}|{and}) (?P<h2>{small}|{word}) {hours}",
)
def _hours(found: Found) -> Draft | None:
    if found["h1"]:
        if max(found["h1"], found["h2"]) > 24:
            return None
        return Draft(TimexType.TIME, f"T{found['h1']:02}:00/T{found['h2']:02}:00")
    if "." in found["c1"] and not found["hours"]:
        return None
    return Draft(TimexType.TIME, f"T{_clock(found['c1'], None)}/T{_clock(found['c2'], None)}")


def _stretch(found: Found, first: str, last: str) -> Draft:
    if not found["year"]:
        return Draft(TimexType.DATE, Stretch(Named(f"XXXX-{first}"), Named(f"XXXX-{last}")))
    end = year(found)
    begin = found["y1"] or (end - 1 if first > last else end)
    return Draft(TimexType.DATE, f"{begin}-{first}/{end}-{last}")
