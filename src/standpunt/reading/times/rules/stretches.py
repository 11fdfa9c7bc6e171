"""Stretches with two ends: `tussen 1 en 4 maart`, `van maart tot mei`, `2014-2018`, `van 9.00 tot 17.00
uur`."""

import re

from standpunt.model import Named, Offset, Stretch, TimexType
from standpunt.reading.times import guards, periods
from standpunt.reading.times.rules.clocks import _clock
from standpunt.reading.times.rules.dates import COUNTS, iso, year
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
    if (
        not 1500 <= first < last <= 2100
        or re.match(r"-\d", found.after(3))
        or re.search(r"\d-$", found.before(3))
    ):
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
    """Between clock times with a full stop alone only beside a day."""
    if found["h1"]:
        if max(found["h1"], found["h2"]) > 24:
            return None
        return Draft(TimexType.TIME, f"T{found['h1']:02}:00/T{found['h2']:02}:00")
    weak = "." in found["c1"] and not found["hours"]
    return Draft(TimexType.TIME, f"T{_clock(found['c1'], None)}/T{_clock(found['c2'], None)}", weak=weak)


@rule(
    "hours of two kinds",
    "(?:(?P<lead>{of}|{from}|{between}) )? (?P<c1>{clock}) {hours}? (?:{until}|{dash}|{and}) (?P<h2>{small}|{word})"
    " (?P<hours>{hours})?",
    "(?:(?P<lead>{of}|{from}|{between}) )? (?P<h1>{small}|{word}) {hours}? (?:{until}|{dash}|{and}) (?P<c2>{clock})"
    " (?P<hours>{hours})?",
)
def _hours_of_two_kinds(found: Found) -> Draft | None:
    """`van 10 tot 11.30 uur`, `4:00 tot 7`."""
    joined = found.text[found.start : found.end].lower()
    if max(found["h1"] or 0, found["h2"] or 0) > 24 or (" en " in joined and not found.word("lead")):
        return None
    first = _clock(found["c1"], None) if found["c1"] else f"{found['h1']:02}:00"
    last = _clock(found["c2"], None) if found["c2"] else f"{found['h2']:02}:00"
    colon = ":" in (found["c1"] or found["c2"])
    told = found["hours"] or (colon and (found.word("lead") or guards.ends_phrase(found)))
    return Draft(TimexType.TIME, f"T{first}/T{last}", weak=not told)


@rule(
    "bare hours",
    "(?P<lead>{of}|{from}|{between}) (?P<h1>{small}|{word}) (?:{until}|{and}|{dash}) (?P<h2>{small}|{word})",
    "(?P<h1>{small}|{word}) (?P<tot>{until}) (?P<h2>{small}|{word})",
    "(?P<h1>{small}) {dash} (?P<h2>{small})",
)
def _bare_hours(found: Found) -> Draft | None:
    """`van vijf tot zeven` beside a day; `6-8` only beside a part of one."""
    if max(found["h1"], found["h2"]) > 24 or found["h1"] == found["h2"] or guards.counts(found):
        return None
    bare = not (found.word("lead") or found.word("tot"))
    return Draft(TimexType.TIME, f"T{found['h1']:02}:00/T{found['h2']:02}:00", weak=True, bare=bare)


@rule(
    "days in figures",
    "(?:{of}|{from}|{between}) (?P<d1>{small}) {dash} (?P<m1>{small}) (?:{until}|{and}|{dash})"
    " (?P<d2>{small}) {dash} (?P<m2>{small})",
    "(?:{of}|{from}|{between}) (?P<dm1>{day_month}) (?:{until}|{and}|{dash}) (?P<dm2>{day_month})",
)
def _in_figures(found: Found) -> Draft | None:
    """`van 1-10 tot 7-11`."""
    (d1, m1), (d2, m2) = (
        found[f"dm{end}"] if found[f"dm{end}"] else (found[f"d{end}"], found[f"m{end}"]) for end in (1, 2)
    )
    if max(m1, m2) > 12 or max(d1, d2) > 31:
        return None
    return _stretch(found, f"{m1:02}-{d1:02}", f"{m2:02}-{d2:02}")


@rule(
    "days in figures with a year",
    "(?:{of}|{from}|{between})? (?P<dm1>{day_month}) (?:{until}|{and}|{dash}) (?P<date>{date})",
    "(?:{of}|{from}|{between}) (?P<d1>{small}) {dash} (?P<m1>{small}) (?:{until}|{and}|{dash}) (?P<date>{date})",
)
def _in_figures_of_year(found: Found) -> Draft | None:
    last = periods.of_value(iso(found.written("date")))
    day, month = found["dm1"] or (found["d1"], found["m1"])
    first = periods.of_value(f"{last[1].year}-{month:02}-{day:02}") if last else None
    if first is None or last is None or first[1] >= last[1]:
        return None
    return Draft(TimexType.DATE, f"{first[0]}/{last[0]}")


@rule(
    "days of some month",
    "(?:{of}|{from}|{between})? (?P<d1>{small}) (?:{until}|{and}|{dash}) (?P<d2>{small}) {of}? {which}",
)
def _of_some_month(found: Found) -> Draft | None:
    """`van 4 tot 22 volgende maand`."""
    if found["unit"].unit != "month" or not found["d1"] < found["d2"]:
        return None
    within = Offset("month", COUNTS[found["which"].direction])
    return Draft(
        TimexType.DATE,
        Stretch(*(Named(f"XXXX-XX-{found[end]:02}", within=within) for end in ("d1", "d2"))),
    )


@rule("days after their month", "(?P<m2>{month}) (?P<d1>{small}) {dash} (?P<d2>{small}) " + _YEAR)
def _after_month(found: Found) -> Draft | None:
    return _days(found)


def _stretch(found: Found, first: str, last: str) -> Draft:
    if not found["year"]:
        return Draft(TimexType.DATE, Stretch(Named(f"XXXX-{first}"), Named(f"XXXX-{last}")))
    end = year(found)
    begin = found["y1"] or (end - 1 if first > last else end)
    return Draft(TimexType.DATE, f"{begin}-{first}/{end}-{last}")
