"""A seeded generator of archives in which it is known who is who: the same seed gives the same archive.

    archive(mentions) → articles as their readings give them, each mention with the number of the person

People have a given name, a surname, a gender, some a party, and one office after the other; a circle of people whom the
news tells of together, and a circle of each time when they change office. Surnames are shared: one in eight has one of
twenty that everybody knows several bearers of, the others are drawn from some thousands, some more often than others,
so that full names are shared too. How much the news tells of somebody differs a hundredfold.

Each mention is a chain of its own, as a reader without any flaw would give it: what the words say and no more. Most
give a full name, a sixth a surname with an office, one in forty a surname alone. Words vary as newspapers vary them:
initials, a second given name left out, double surnames halved, hyphens, accents and capitals dropped, `ij` for `y`,
double letters, two letters exchanged. Nothing here knows how the resolver works.
"""

import datetime
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from benchmarks.articles import ENDS, ONSETS, VOWELS
from standpunt.model import (
    ActorKind,
    Article,
    Block,
    Chain,
    Mention,
    MentionForm,
    Moment,
    Provenance,
    Reading,
    Reason,
    Role,
    Span,
)

WOMEN = (
    "Anna Eva Ilse Karin Mieke Petra Carla Noor Sanne Femke Lotte Marieke Esther Wilma Hanneke Tineke "
    "Judith Monique Saskia Yvonne Dilek Fatima Naïma Élise Renée Chloë Zoë Marjolein Annemarie Anne-Marie "
    "Josephine Liesbeth Margriet Jacqueline Brigitte Corinne Daphne Ellen Floor Geertje Heleen Ineke "
    "Janneke Kim Linda Manon Nicole Patricia Rianne Sylvia Tessa Ursula Vera Willemijn Aylin Samira Leila "
    "Khadija Bea Godelieve"
).split()
MEN = (
    "Bram Daan Frits Hugo Jan Leo Otto Ruud Tom Pieter Kees Sjoerd Jeroen Maarten Wouter Gijs Thijs Bas "
    "Rob Erik Henk Gerard Ahmed Mohamed Youssef Emre Özgür René Jan-Willem Jan-Peter Pieter-Jan Johan "
    "Willem Hendrik Cornelis Jacob Dirk Stefan Michiel Christiaan Philip Mark Marc Niels Olivier Paul "
    "Quinten Ronald Sander Teun Victor Xander Luc Wim Dries Filip Joris Koen Lieven"
).split()
SURNAMES = [
    *"Jansen Bakker Visser Smit Meijer Mulder Bos Vos Peters Hendriks Dekker Brouwer Dijkstra Smits Kok".split(),
    "de Vries", "de Boer", "de Groot", "van den Berg", "van Dijk",
]  # fmt: skip
BEFORE = ["", "", "", "", "", "van ", "de ", "van der ", "van den ", "ten "]
PARTIES = ["VVD", "PvdA", "CDA", "D66", "GroenLinks", "SP", "PVV", "N-VA", "Vooruit", "Groen"]
FIELDS = [
    "Financiën",
    "Defensie",
    "Landbouw",
    "Volksgezondheid",
    "Onderwijs",
    "Justitie",
    "Cultuur",
    "Infrastructuur",
]
TOWNS = [
    "Rotterdam",
    "Gent",
    "Zwolle",
    "Eindhoven",
    "Mechelen",
    "Breda",
    "Leiden",
    "Almere",
    "Hasselt",
    "Emmen",
]
PUBLIC = ["minister van {field}", "staatssecretaris van {field}", "wethouder van {town}", "burgemeester van {town}",
          "Kamerlid", "schepen van {town}", "fractievoorzitter", "gedeputeerde"]  # fmt: skip
OTHER = [
    "hoogleraar",
    "trainer",
    "directeur",
    "woordvoerder",
    "advocaat",
    "onderzoeker",
    "huisarts",
    "voorzitter",
]
FIRST = datetime.date(2010, 1, 1)
DAYS = 5000
"""Days over which an archive reaches, of whatever size."""


class Term(NamedTuple):
    role: str
    start: int
    circle: int
    """The number of the circle that the person moves in while in this office."""


@dataclass(frozen=True)
class Somebody:
    given: str
    second: str
    surname: str
    woman: bool
    party: str
    terms: tuple[Term, ...]

    def at(self, day: int) -> Term:
        return max((term for term in self.terms if term.start <= day), key=lambda term: term.start)


@dataclass(frozen=True)
class Known:
    """An article, its reading and its day, and for each chain the number of the person."""

    article: Article
    reading: Reading
    published: Moment
    who: tuple[int, ...]


def archive(mentions: int, seed: int = 20250214) -> Iterator[Known]:
    chance = random.Random(f"{seed} {mentions}")
    number = max(10, mentions // 25)
    circles = max(2, number // 8)
    people = [_somebody(chance, circles) for _ in range(number)]
    weights = [1 / (1 + at / 40) for at in range(number)]
    in_circle: dict[int, list[int]] = {}
    for at, each in enumerate(people):
        for term in each.terms:
            in_circle.setdefault(term.circle, []).append(at)
    told = 0
    while told < mentions:
        day = chance.randrange(DAYS)
        (first,) = chance.choices(range(number), weights)
        circle = people[first].at(day).circle
        near = [at for at in in_circle[circle] if at != first and people[at].at(day).circle == circle]
        others = chance.sample(near, min(len(near), chance.randint(0, 4)))
        stray = [chance.randrange(number)] if chance.random() < 0.1 else []
        who = tuple(dict.fromkeys((first, *others, *stray)))
        yield _article(chance, people, who, day, f"{seed}-{told}")
        told += len(who)


def _somebody(chance: random.Random, circles: int) -> Somebody:
    woman, public = chance.random() < 0.45, chance.random() < 0.6
    given = chance.sample(WOMEN if woman else MEN, 2)
    home = chance.randrange(circles)
    terms = []
    for start in (0, *sorted(chance.sample(range(1, DAYS), chance.choice((0, 0, 1, 2))))):
        role = chance.choice(PUBLIC if public else OTHER).format(
            field=chance.choice(FIELDS), town=chance.choice(TOWNS)
        )
        circle = home if chance.random() < 0.5 else chance.randrange(circles)
        terms.append(Term(role, start, circle))
    return Somebody(
        given[0], given[1] if chance.random() < 0.15 else "", _surname(chance, woman), woman,
        chance.choice(PARTIES) if public else "", tuple(terms),
    )  # fmt: skip


def _surname(chance: random.Random, woman: bool) -> str:
    if chance.random() < 1 / 8:
        return chance.choice(SURNAMES)
    own = chance.choice(BEFORE) + _word(chance)
    return f"{own}-{_word(chance)}" if woman and chance.random() < 0.06 else own


def _word(chance: random.Random) -> str:
    """The parts are taken with a chance that halves over the lists, so that some names are borne by many."""
    onset, vowel, end = (parts[int(len(parts) * chance.random() ** 1.3)] for parts in (ONSETS, VOWELS, ENDS))
    return f"{onset}{vowel}{end}"


def _article(
    chance: random.Random, people: list[Somebody], who: tuple[int, ...], day: int, name: str
) -> Known:
    text = ""
    mentions: list[Mention] = []
    chains: list[Chain] = []
    for at in who:
        words, told, chain = _told(chance, people[at], day)
        start = len(text) + len(told)
        span, head = Span(len(text), start + len(words)), Span(start, start + len(words))
        mentions.append(Mention(span, head, MentionForm.NAME, ActorKind.PERSON, len(chains), Reason("made")))
        chains.append(
            Chain(
                words, ActorKind.PERSON, (len(chains),), Reason("made"), chain.role, chain.party, chain.gender
            )
        )
        text += f"{told}{words}. "
    date = FIRST + datetime.timedelta(day)
    block = Block(Span(0, len(text)), Role.BODY)
    article = Article(name, name, text, (block,), Provenance(name, "text"))
    return Known(
        article, Reading(name, mentions=tuple(mentions), chains=tuple(chains)), Moment(date, date), who
    )


class _Told(NamedTuple):
    role: str
    party: str
    gender: str


def _told(chance: random.Random, one: Somebody, day: int) -> tuple[str, str, _Told]:
    """The name as the article has it, the words before it, and what is told with it."""
    surname = (
        chance.choice(one.surname.split("-")) if "-" in one.surname and chance.random() < 0.3 else one.surname
    )
    role = one.at(day).role
    form = chance.random()
    if form < 0.155:
        words = surname
    elif form < 0.18:
        words, role = surname, ""
    elif form < 0.21:
        words = f"{'.-'.join(part[0] for part in one.given.split('-'))}. {surname}"
    else:
        given = f"{one.given} {one.second}" if one.second and chance.random() < 0.3 else one.given
        words = f"{given} {surname}"
        role = role if chance.random() < 0.55 else ""
    if role and chance.random() < 0.2:
        role = role.split(" van ")[0]
    if words == surname:
        words = words[0].upper() + words[1:] if chance.random() < 0.5 else words
    if chance.random() < 0.03:
        words = _varied(chance, words)
    told = _Told(
        role,
        one.party if chance.random() < 0.4 else "",
        ("v" if one.woman else "m") if chance.random() < 0.6 else "",
    )
    return words, f"{chance.choice(('', '', '', 'dr. ', 'prof. '))}{role} ".lstrip(), told


def _varied(chance: random.Random, words: str) -> str:
    """The words as another hand writes them, where they allow it."""
    ways = [
        ("ij", "y"), ("y", "ij"), ("ei", "ij"), ("ck", "k"), ("kk", "k"), ("ss", "s"), ("ll", "l"), ("nn", "n"),
        ("ph", "f"), ("sch", "s"), ("aa", "ae"), ("-", " "), ("ï", "i"), ("é", "e"), ("ö", "o"), ("É", "E"), ("ë", "e"),
        (" van den ", " van de "), (" van der ", " van de "), (" de ", " De "), (" van ", " Van "),
    ]  # fmt: skip
    fitting = [(old, new) for old, new in ways if old in words]
    if fitting and chance.random() < 0.9:
        return words.replace(*chance.choice(fitting), 1)
    places = [found.start() for found in re.finditer(r"(?<=[a-z])[a-z][a-z](?=[a-z])", words)]
    if not places:
        return words
    at = chance.choice(places)
    return words[:at] + words[at + 1] + words[at] + words[at + 2 :]
