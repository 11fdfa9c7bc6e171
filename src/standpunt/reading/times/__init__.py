"""Time expressions of Dutch and Flemish news: found in a text, and resolved against the day of publication.

    find("Dat zei Schoof zaterdag.")         → TimeExpression(zaterdag, relative=Named("XXXX-WXX-6", past))
    resolve(expression, Moment(day, day))    → ResolvedTime("2025-02-15", Moment(...), Reason(...))
    find_times(text, "2025-02-17")           both at once, as `standpunt.find_times`

The rules (`rules/`) are patterns over the classes of words in `calendar.nl.toml`; what only looks like a
time is told in `guards.nl.toml`, what turns a bare weekday to the past or the future in `direction.nl.toml`.
"""

from standpunt.reading.times.find import find
from standpunt.reading.times.resolve import resolve, resolve_all
from standpunt.reading.times.standalone import FoundTime, find_times

__all__ = ["FoundTime", "find", "find_times", "resolve", "resolve_all"]
