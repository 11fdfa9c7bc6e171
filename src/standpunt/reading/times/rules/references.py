"""Times without a place on the calendar: `nu`, `binnenkort`, `destijds`, `de korte termijn`."""

from standpunt.model import TimexType
from standpunt.reading.times import guards
from standpunt.reading.times.rules.rule import Book, Draft, Found

BOOK = Book()
rule = BOOK.rule


@rule("reference", "(?P<word>{reference})")
def _reference(found: Found) -> Draft | None:
    if found.written("word") in ("nu", "op het moment", "het ogenblik") and guards.is_but_now(found):
        return None
    return Draft(TimexType.DATE, found["word"].value, found.written("word"))
