"""Of the ranges that are given with 90% confidence, nine in ten hold the true day.

The articles are made: each is written on a day that it does not state, from sentences that somebody could have written
on that day, habits of news with their exceptions among them.
"""

import datetime
import random

from dated import article, reading
from standpunt import registry
from standpunt.dossier import chronology
from standpunt.model import ActorKind, Article, Chain, Moment, Reading, Reason
from standpunt.registry import events

WEEKDAYS = "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split()
MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
PLAIN = [
    "Het plan kost meer dan verwacht.",
    "De bewoners zijn er niet gerust op.",
    "Over de oplossing is nog geen besluit genomen.",
]
DAY = datetime.timedelta(1)
SCENES = {
    "Veiligheidsconferentie van München": "veiligheidsconferentie in München",
    "NAVO-top": "NAVO-top",
}
EDITIONS = [edition for name in SCENES for edition in events.load().events[name].editions]


def made(number: int, seed: int = 7) -> list[tuple[datetime.date, Article, Reading]]:
    chance = random.Random(seed)
    rows = []
    for index in range(number):
        day = datetime.date(2015, 1, 1) + chance.randrange(365 * 10) * DAY
        if chance.random() < 0.3:
            day = chance.choice(EDITIONS)[1] + chance.randrange(6) * DAY
        sentences, chains = [chance.choice(PLAIN)], []
        for tell in (
            told_weekday,
            told_date,
            told_year,
            told_event,
            told_cabinet,
            told_election,
            this_weekday,
        ):
            if chance.random() < 0.4:
                sentences += tell(day, chance)
        if chance.random() < 0.6:
            chains = office_holder(day, chance)
        chance.shuffle(sentences)
        stated = chance.random() < 0.3
        whole = Moment(day.replace(day=1), (day.replace(day=28) + 4 * DAY).replace(day=1) - DAY)
        given = article(" ".join(sentences), whole if stated else None, f"artikel {index}")
        rows.append((day, given, reading(given, *chains)))
    return rows


def told_weekday(day: datetime.date, chance: random.Random) -> list[str]:
    return [f"Dat zei ze {WEEKDAYS[(day - chance.randrange(6) * DAY).weekday()]}."]


def this_weekday(day: datetime.date, chance: random.Random) -> list[str]:
    """Nearly always the day itself or the day before it; now and then another."""
    near = day + (chance.choice((0, 0, 1)) if chance.random() < 0.95 else 3) * DAY
    return [f"Deze {WEEKDAYS[near.weekday()]} schuift ze aan in Parijs."] if near >= day else []


def told_date(day: datetime.date, chance: random.Random) -> list[str]:
    told = day - chance.randrange(2, 120) * DAY
    weekday = WEEKDAYS[told.weekday()]
    if chance.random() < 0.03:
        weekday = WEEKDAYS[(told + DAY).weekday()]
    return [f"Op {weekday} {told.day} {MONTHS[told.month - 1]} viel het besluit."]


def told_year(day: datetime.date, chance: random.Random) -> list[str]:
    return [f"In {day.year - chance.randrange(8)} begon het."]


def told_event(day: datetime.date, chance: random.Random) -> list[str]:
    for name, words in SCENES.items():
        for first, last in events.load().events[name].editions:
            if 0 <= (day - last).days < 6:
                return [f"Dat zei ze {WEEKDAYS[last.weekday()]} op de {words}."]
            if 0 < (first - day).days < 6:
                return [f"Ze gaat {WEEKDAYS[first.weekday()]} naar de {words}."]
    return []


def told_cabinet(day: datetime.date, chance: random.Random) -> list[str]:
    return ["Dat zei ze voorafgaand aan de ministerraad."] if day.weekday() == 4 else []


def told_election(day: datetime.date, chance: random.Random) -> list[str]:
    for name, event in events.load().events.items():
        for _, last in event.editions:
            if "verkiezingen" in name and 0 < (last - day).days < 90:
                return [f"De partij wil na de verkiezingen van {last.day} {MONTHS[last.month - 1]} verder."]
    return []


def office_holder(day: datetime.date, chance: random.Random) -> list[Chain]:
    found = [
        (person, office)
        for person in registry.load().all_persons
        for office in person.offices
        if office.of == "Nederland"
        and office.title.startswith("minister")
        and office.start.earliest
        and office.covers(day, day)
    ]
    if not found:
        return []
    person, office = chance.choice(found)
    return [Chain(person.name, ActorKind.PERSON, (), Reason("test"), role=office.title, identity=person.key)]


def holds(moment: Moment, day: datetime.date) -> bool:
    return (moment.earliest or day) <= day <= (moment.latest or day)


def test_nine_in_ten_hold_the_day() -> None:
    rows = made(400)
    found = chronology.date([(given, read) for _, given, read in rows])
    closed = [(day, found[given.id]) for day, given, _ in rows if found[given.id].width is not None]
    assert len(closed) > 150
    assert sum(holds(moment, day) for day, moment in closed) >= 0.9 * len(closed)
    narrow = [(day, moment) for day, moment in closed if (moment.width or 99) <= 8]
    assert len(narrow) > 20
    assert sum(holds(moment, day) for day, moment in narrow) >= 0.9 * len(narrow)


def test_no_range_is_given_with_less_confidence() -> None:
    rows = made(100, seed=8)
    found = chronology.date([(given, read) for _, given, read in rows])
    assert all(chronology.SURE <= chronology.confidence(moment) <= 1 for moment in found.values())
