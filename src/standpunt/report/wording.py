"""Dutch words for what the page shows: dates with their precision, counts, the labels of terms."""

import calendar
import datetime
import re

from standpunt import registry
from standpunt.model import ActorKind, EventKind, EventStatus, Form, Moment, Role, Stance, Statement

MONTHS = tuple(
    "januari februari maart april mei juni juli augustus september oktober november december".split()
)
MONTHS_SHORT = tuple("jan. feb. mrt. apr. mei juni juli aug. sept. okt. nov. dec.".split())
NUMBERS = tuple("nul één twee drie vier vijf zes zeven acht negen tien elf twaalf".split())

FORMS = {Form.DIRECT: "citaat", Form.INDIRECT: "parafrase", Form.MIXED: "deels citaat"}
KINDS = {
    ActorKind.PERSON: ("persoon", "personen"),
    ActorKind.ORGANISATION: ("organisatie", "organisaties"),
    ActorKind.PARTY: ("partij", "partijen"),
    ActorKind.STATE: ("staat", "staten"),
    ActorKind.ALLIANCE: ("bondgenootschap", "bondgenootschappen"),
    ActorKind.GROUP: ("groep", "groepen"),
}
EVENTS = {
    EventKind.MEETING: "bijeenkomst",
    EventKind.SUMMIT: "top",
    EventKind.TALKS: "onderhandelingen",
    EventKind.DEBATE: "debat",
    EventKind.VISIT: "bezoek",
    EventKind.VOTE: "stemming",
    EventKind.ELECTION: "verkiezing",
    EventKind.DECISION: "besluit",
    EventKind.AGREEMENT: "akkoord",
    EventKind.ANNOUNCEMENT: "aankondiging",
    EventKind.APPOINTMENT: "benoeming",
    EventKind.RESIGNATION: "aftreden",
    EventKind.ARREST: "aanhouding",
    EventKind.TRIAL: "rechtszaak",
    EventKind.VERDICT: "uitspraak",
    EventKind.ATTACK: "aanval",
    EventKind.STRIKE: "staking",
    EventKind.PROTEST: "protest",
    EventKind.DISASTER: "ramp",
}
STATUSES = {
    EventStatus.HAPPENED: "",
    EventStatus.PLANNED: "gepland",
    EventStatus.HYPOTHETICAL: "misschien",
}
STANCES = {
    Stance.SUPPORT: "voor",
    Stance.OPPOSE: "tegen",
    Stance.CONDITIONAL: "mits",
    Stance.OPEN: "open",
    Stance.DECLINES: "zwijgt",
}
ROLES = {
    Role.CAPTION: "Bijschrift",
    Role.PULL_QUOTE: "Uitgelicht",
}
DECLINES = "zwijgt hierover"

_OFFICE = re.compile(r"(?P<office>.+), (?P<start>\d{4}[-\d]*|\.\.)/(?P<end>\d{4}[-\d]*|\.\.)")


def number(n: int) -> str:
    """In words up to twelve, then in figures with a dot for the thousands."""
    return NUMBERS[n] if n < len(NUMBERS) else f"{n:,}".replace(",", ".")


def count(n: int, one: str, many: str) -> str:
    """`1 uitspraak`, `2 uitspraken`."""
    return f"{n:,} ".replace(",", ".") + (one if n == 1 else many)


def percentage(share: float) -> str:
    return f"{share * 100:.0f}\N{NO-BREAK SPACE}%"


def day(date: datetime.date, *, short: bool = False) -> str:
    return f"{date.day} {(MONTHS_SHORT if short else MONTHS)[date.month - 1]} {date.year}"


def moment(when: Moment, *, short: bool = False) -> str:
    """A date as precise as it is known: `14 februari 2025`, `december 2024`, `13–18 december 2024`."""
    first, last = when.earliest, when.latest
    if first is None and last is None:
        return "datum onbekend"
    if first is None or last is None:
        return f"vanaf {day(first, short=short)}" if first else f"uiterlijk {day(last, short=short)}"  # type: ignore[arg-type]
    months = MONTHS_SHORT if short else MONTHS
    match when.precision:
        case "day":
            return day(first, short=short)
        case "month":
            return f"{months[first.month - 1]} {first.year}"
        case "year":
            return str(first.year)
    whole_months = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    head = "" if whole_months else f"{first.day} "
    tail = "" if whole_months else f"{last.day} "
    if first.year != last.year:
        return f"{head}{months[first.month - 1]} {first.year} – {tail}{months[last.month - 1]} {last.year}"
    if first.month != last.month:
        return f"{head}{months[first.month - 1]} – {tail}{months[last.month - 1]} {last.year}"
    return f"{first.day}–{last.day} {months[last.month - 1]} {last.year}"


def uncertainty(when: Moment) -> str:
    """What is not known of a date, for people; empty for a day."""
    match when.precision:
        case "day":
            return ""
        case "open":
            return "nergens uit op te maken"
        case "half-open":
            return "de andere grens is onbekend"
        case "month":
            return "dag onbekend"
        case "year":
            return "dag en maand onbekend"
    return f"één van deze {count(when.width or 0, 'dag', 'dagen')}"


def machine(when: Moment) -> str:
    """The value for the `datetime` of a <time>, or empty where HTML has none (a range)."""
    return str(when) if when.precision in ("day", "month", "year") else ""


def office(words: str) -> str:
    """An office of the registry with its days in words; other words as they are."""
    found = _OFFICE.fullmatch(words)
    if not found:
        return words
    start, end = (
        moment(registry.moment(found[side]), short=True) if found[side] != ".." else ""
        for side in ("start", "end")
    )
    period = (
        f"{start} – {end}" if start and end else f"sinds {start}" if start else f"tot {end}" if end else ""
    )
    return f"{found['office']} ({period})" if period else found["office"]


def form(statement: Statement) -> str:
    return FORMS[statement.form]
