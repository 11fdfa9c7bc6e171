"""Clues from who held which office: called by it, taking it up, laying it down, or running for it."""

import datetime
import re
from collections.abc import Iterator

from standpunt.dossier import days
from standpunt.dossier.event_clues import seen_from
from standpunt.dossier.evidence import Evidence, deictic
from standpunt.model import Article, Reading, Span
from standpunt.registry import Body, Office, Person, Registry, events

_MARGIN = datetime.timedelta(7)
_AHEAD = datetime.timedelta(120)
_FORMER = ("oud-", "ex-", "voormalig", "gewezen", "toenmalig", "vroegere")
_PREFIXES = ("oud", "ex", "Oud", "Ex")
_COMING = ("aanstaande", "verkozen", "toekomstige", "beoogd", "aankomend", "nieuwgekozen")


def of_offices(article: Article, reading: Reading, registry: Registry) -> Iterator[Evidence]:
    """Who is called by an office was in it; `aanstaande` and `oud-` tell before and after."""
    for chain in reading.chains:
        person = person_of(chain.identity, chain.name, registry)
        role = chain.role
        if person is None or not role:
            continue
        held = _held(person, role, registry)
        if not held:
            continue
        lower = role.lower()
        allowed = 0
        for office in held:
            first, last = office.start.earliest, office.end.latest
            if lower.startswith(_FORMER) or f" {lower}".find(" oud-") >= 0:
                first, last = office.end.earliest, None
                if first is None:
                    continue
            elif any(word in lower for word in _COMING):
                last, first = first, first - _AHEAD if first else None
            elif last is not None:
                last += _MARGIN
            allowed |= days.between(first, last)
        if allowed:
            yield Evidence("office", f"{role} {person.name}", allowed, 70, _first(reading, chain.mentions))


def person_of(identity: str, name: str, registry: Registry) -> Person | None:
    fact = registry.by_key(identity) if identity else registry.person(name)
    return fact if isinstance(fact, Person) else None


def _held(person: Person, role: str, registry: Registry) -> list[Office]:
    """The offices of a person that the words of a role name, read from the longest end of them that names
    any.

    `Amerikaanse minister van Defensie`, `defensieminister`; `oud-premier` without its prefix; `PVV-leider`
    only as leader of that party.
    """
    words = role.split()
    for index in range(len(words)):
        title = " ".join(words[index:])
        party, hyphen, rank = title.rpartition("-")
        readings = [(title, "")] if not hyphen else [(title, ""), (rank, "" if party in _PREFIXES else party)]
        for told, of in readings:
            rows = {
                office
                for place in dict.fromkeys(office.of for office in person.offices)
                if not of or of.casefold() == place.casefold()
                for holder, office in registry.holder(told, of=place)
                if holder.key == person.key
            }
            if rows:
                return [office for office in person.offices if office in rows]
    return []


# ------------------------------------------------------------------------------------------ coming and going

_BEGINS = re.compile(
    r"\b(?:beëdigd|geïnstalleerd|aangetreden|aantrad|trad \w+ aan|begon|begint|begonnen|ingezworen|inauguratie"
    r"|legde de eed af)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:opgevolgd|draagt \w+ over|droeg \w+ over|laatste werkdag|nam afscheid|afscheid)\b", re.IGNORECASE
)


def of_changes(article: Article, reading: Reading, registry: Registry) -> Iterator[Evidence]:
    """`Merz begon dinsdag als bondskanselier`: the days from which that Tuesday is the first of the office."""
    people = [
        person for chain in reading.chains if (person := person_of(chain.identity, chain.name, registry))
    ]
    if not people or not (_BEGINS.search(article.text) or _ENDS.search(article.text)):
        return
    for sentence in reading.sentences:
        words = sentence.of(article.text)
        begins, ends = _BEGINS.search(words), _ENDS.search(words)
        times = [time for time in reading.times if sentence.contains(time.span) and deictic(time)]
        if not times or not (begins or ends):
            continue
        turns = {
            (person.name, office.title, (bound.earliest, bound.latest))
            for person in people
            for title in _titles(words)
            for office in _held(person, title, registry)
            for bound in (office.start if begins else office.end,)
            if bound.earliest and bound.latest
        }
        if len({name for name, _, _ in turns}) != 1:
            continue
        allowed = 0
        for _, _, turn in turns:
            allowed |= seen_from(times, turn)
        if allowed:
            name, title, _ = min(turns)
            yield Evidence(
                "took office" if begins else "left office", f"{title} {name}", allowed, 62, sentence
            )


_AS = re.compile(r"\b(?:als|tot)(?: de| het| een)?((?: [\w-]+){1,5})", re.IGNORECASE)


def _titles(sentence: str) -> list[str]:
    """What may be a title behind `als`: its first word, its first two, up to five."""
    found = []
    for match in _AS.finditer(sentence):
        words = match[1].split()
        found += [" ".join(words[:count]) for count in range(1, len(words) + 1)]
    return found


_RUNS = re.compile(r"\b(?:lijsttrekker|lijstaanvoerder)\b", re.IGNORECASE)
_BEFORE, _AFTER = datetime.timedelta(150), datetime.timedelta(30)
_NATIONAL = {"nederland": "Tweede Kamerverkiezingen", "belgie": "Belgische federale verkiezingen"}


def of_campaigns(article: Article, reading: Reading, registry: Registry) -> Iterator[Evidence]:
    """Who leads a party heads its list in the months before a national election; where elections are spoken of."""
    if not _RUNS.search(article.text) or "verkiezing" not in article.text.lower():
        return
    for chain in reading.chains:
        role = chain.role.lower()
        person = person_of(chain.identity, chain.name, registry)
        if person is None or not _RUNS.search(role) or role.startswith(_FORMER):
            continue
        led = [
            office.of for office in person.offices if office.title in ("leider", "partijleider", "voorzitter")
        ]
        states = {body.of for name in led if isinstance(body := registry.body(name), Body)}
        names = [name for state, name in _NATIONAL.items() if state in states]
        allowed = 0
        for name in names:
            for first, last in registry.calendar.events[name].editions:
                allowed |= days.between(first - _BEFORE, last + _AFTER)
        if allowed:
            yield Evidence(
                "campaign", f"{chain.role} {chain.name}", allowed, 30, _first(reading, chain.mentions)
            )


def of_outgoing(article: Article, reading: Reading, calendar: events.Calendar) -> Iterator[Evidence]:
    """A cabinet that is called outgoing has fallen, or its election is over, and has no successor yet."""
    for name, period in calendar.periods.items():
        if not events.names_in(period.names, article.text):
            continue
        for sentence in reading.sentences:
            if events.names_in(period.names, sentence.of(article.text)):
                allowed = 0
                for first, last in period.editions:
                    allowed |= days.between(first, last)
                yield Evidence("outgoing cabinet", name, allowed, 32, sentence)
                break


def _first(reading: Reading, mentions: tuple[int, ...]) -> Span | None:
    return reading.mentions[mentions[0]].span if mentions else None
