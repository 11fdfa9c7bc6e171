"""A seeded generator of Dutch news articles, none alike: the same seed gives the same articles.

The sentences are built from parts written for the project, in about the proportions of real news: a third carries
something that somebody says, half of these in quotation marks; names, roles, dates and figures vary freely.
"""

import random
from collections.abc import Iterator

GIVEN = "Anna Bram Carla Daan Eva Frits Greet Hugo Ilse Jan Karin Leo Mieke Noor Otto Petra Ruud Tom".split()
ONSETS = "B D F G H J K L M N P R S T V W Br Dr Gr Kl Kr Sch Sp St Tr Vl Zw".split()
VOWELS = "a aa e ee i ie o oe oo u ui ei ij".split()
ENDS = "kker mans sma stra veld berg huis dijk horst laar meijer ning rink sen ts ven zaal hof man".split()
ROLES = [
    "minister van Verkeer", "staatssecretaris van Cultuur", "wethouder", "burgemeester", "Kamerlid", "directeur",
    "woordvoerder", "hoogleraar bestuurskunde", "trainer", "voorzitter van de ondernemersvereniging", "advocaat",
]  # fmt: skip
SAYS = ["zegt", "zei", "vindt", "benadrukt", "meldt", "stelt", "verwacht", "denkt"]
THAT = [
    "zegt dat",
    "denkt dat",
    "benadrukt dat",
    "waarschuwt dat",
    "belooft dat",
    "vreest dat",
    "laat weten dat",
]
SUBJECTS = [
    "de brug", "het zwembad", "de nieuwe school", "de spoorlijn", "het stadion", "de haven", "het ziekenhuis",
    "de veerboot", "de energiecentrale", "het museum", "de rondweg", "het asielzoekerscentrum", "de begroting",
]  # fmt: skip
STATES = [
    "volgend jaar klaar is", "te duur wordt", "niet meer nodig is", "veel te laat komt", "voor de zomer opengaat",
    "door de bewoners wordt betaald", "onder geen beding mag sluiten", "meer geld vraagt dan begroot",
    "een besluit van de gemeenteraad vergt", "pas na de verkiezingen aan de beurt komt",
]  # fmt: skip
MAIN = [
    "ligt al jaren stil", "kost meer dan verwacht", "krijgt steun van de provincie", "trekt elk jaar bezoekers",
    "verdeelt het dorp tot op het bot", "is gebouwd op slappe grond", "staat opnieuw op de agenda",
]  # fmt: skip
WHEN = [
    "maandag",
    "vorige week",
    "op 12 maart",
    "dit voorjaar",
    "gisteren",
    "eind 2023",
    "tijdens het debat",
    "in de ochtend",
]
UNITS = ["miljoen euro", "bewoners", "leerlingen", "banen"]
MARKS = [('"', '"'), ("„", "”"), ("‘", "’"), ("“", "”")]


def articles(number: int, seed: int = 20250214) -> Iterator[str]:
    """Texts of some 300 words, each with a header line."""
    chance = random.Random(seed)
    for _ in range(number):
        yield _article(chance)


def _name(chance: random.Random) -> str:
    surname = chance.choice(ONSETS) + chance.choice(VOWELS) + chance.choice(ENDS)
    return f"{chance.choice(GIVEN)} {chance.choice(['', '', 'van ', 'de '])}{surname}"


def _article(chance: random.Random) -> str:
    people = [(_name(chance), chance.choice(ROLES)) for _ in range(3)]
    place = (
        chance.choice(ONSETS) + chance.choice(VOWELS) + chance.choice(["dam", "dijk", "stad", "kerk", "veen"])
    ).title()
    marks = chance.choice(MARKS)
    header = f" date 20{chance.randint(15, 25)}-{chance.randint(1, 12):02} ANP"
    paragraphs = [
        " ".join(_sentence(chance, people, place, marks) for _ in range(chance.randint(2, 4)))
        for _ in range(8)
    ]
    return f"{header}\n\n" + "\n\n".join(paragraphs) + "\n"


def _sentence(
    chance: random.Random, people: list[tuple[str, str]], place: str, marks: tuple[str, str]
) -> str:
    name, role = chance.choice(people)
    surname = name.split(" ", 1)[1]
    source = chance.choice([f"{role} {name}", surname[0].upper() + surname[1:], "de " + role.split()[0]])
    subject, other = chance.sample(SUBJECTS, 2)
    figure, when, state = (
        f"{chance.randint(2, 990)} {chance.choice(UNITS)}",
        chance.choice(WHEN),
        chance.choice(STATES),
    )
    clause, main = f"{subject} in {place} {state}", f"{subject.capitalize()} {chance.choice(MAIN)}"
    opening, closing = marks
    return chance.choice(
        [
            f"{opening}{main} en dat kost {figure}{closing}, {chance.choice(SAYS)} {source}.",
            f"{source[0].upper()}{source[1:]} {chance.choice(THAT)} {clause}.",
            f"Volgens {source} gaat het om {figure}, {when} nog de helft.",
            f"{opening}Het is {chance.choice(['tijd', 'nodig', 'onzin', 'genoeg'])} dat {clause}.{closing}",
            f"{main}, terwijl {place} {when} {figure} telde.",
            f"{when.capitalize()} vergaderde de raad van {place} over {subject} en {other}.",
            f"Het plan voor {subject} kwam {when} van {figure}, die bang zijn dat {other} verdwijnt.",
            f"In {place} wonen {figure} die {when} zagen hoe {subject} {state}.",
            f"{subject.capitalize()} en {other} trokken {when} {figure}, meer dan in andere plaatsen.",
        ]
    )
