"""Who speaks in the made-up training sentences: a phrase drawn at random, in one of the shapes of news."""

import random
from collections.abc import Callable
from dataclasses import replace

from training.model.phrases import (
    WORDS,
    Phrase,
    adjective,
    attach,
    before,
    body,
    counted,
    function,
    glue,
    ministry,
    name,
    noun,
    person_name,
    place,
    root_of,
    under_preposition,
    with_article,
)
from training.model.treebank import Word

_PRONOUNS = (
    ("hij", "Case=Nom|Person=3|PronType=Prs"),
    ("zij", "Case=Nom|Person=3|PronType=Prs"),
    ("ze", "Person=3|PronType=Prs"),
)


def speaker(chance: random.Random) -> tuple[Phrase, bool]:
    """A noun phrase that can say something, and whether it is plural."""
    if chance.random() < 0.1:
        return _several(chance), True
    shapes, weights = zip(*_SHAPES, strict=True)
    make: Callable[[random.Random], Phrase] = chance.choices(shapes, weights)[0]
    return make(chance), False


def _role(chance: random.Random) -> Phrase:
    form = chance.choice(WORDS["roles"])
    return noun(form, features=f"Gender={'Neut' if form == 'Kamerlid' else 'Com'}|Number=Sing")


def _minister(chance: random.Random) -> Phrase:
    forms = ["minister", "minister", "minister", "staatssecretaris", "oud-minister", "vicepremier"]
    return noun(chance.choice(forms))


def _minister_name_ministry(chance: random.Random) -> Phrase:
    phrase = attach(_minister(chance), person_name(chance), "appos")
    return attach(phrase, under_preposition("van", ministry(chance)), "nmod")


def _minister_ministry_name(chance: random.Random) -> Phrase:
    phrase = attach(_minister(chance), under_preposition("van", ministry(chance)), "nmod")
    phrase = attach(phrase, person_name(chance), "appos")
    if chance.random() < 0.15:
        return with_article(before(phrase, adjective(chance), "amod"), "de")
    return phrase


def _the_minister_of(chance: random.Random) -> Phrase:
    return with_article(attach(_minister(chance), under_preposition("van", ministry(chance)), "nmod"), "de")


def _role_name(chance: random.Random) -> Phrase:
    phrase = attach(_role(chance), person_name(chance), "appos")
    roll = chance.random()
    if roll < 0.15:
        return attach(phrase, under_preposition("van", body(chance)), "nmod")
    if roll < 0.25:
        return attach(phrase, under_preposition("van", place(chance)), "nmod")
    return phrase


def _foreign_role_name(chance: random.Random) -> Phrase:
    phrase = before(_role(chance), adjective(chance), "amod")
    if chance.random() < 0.8:
        phrase = attach(phrase, person_name(chance), "appos")
    return with_article(phrase, "de")


def _glued_role_name(chance: random.Random) -> Phrase:
    others = ["NAVO", "NAVO", "VN", "EU", "FNV", "Shell", "Hamas", "LTO"]
    owner = chance.choice([*WORDS["parties"], *others])
    form = f"{owner}-{chance.choice(WORDS['glued'])}"
    return attach(noun(form), person_name(chance), "appos")


def _name(chance: random.Random) -> Phrase:
    return person_name(chance, 0.5)


def _name_with_party(chance: random.Random) -> Phrase:
    phrase = person_name(chance, 0.5)
    party = name(chance.choice(WORDS["parties"]), "ORG", "Gender=Com|Number=Sing")
    party = [Word("(", False, "PUNCT", "(", "", 1, "punct", "O"), replace(party[0], head=1, space=False)]
    return attach(phrase, [*party, Word(")", True, "PUNCT", ")", "", 1, "punct", "O")], "nmod")


def _name_with_office(chance: random.Random) -> Phrase:
    """`X, hoogleraar van de Universiteit Leiden,`: the office between commas, under the name."""
    phrase = person_name(chance, 0.8)
    office = attach(_role(chance), under_preposition("van", body(chance)), "nmod")
    if chance.random() < 0.4:
        office = with_article(office, "de")
    comma = Word(",", True, "PUNCT", ",", "", 0, "punct", "O")
    office = before(office, [replace(comma, dep="")], "punct")
    phrase = attach([*phrase[:-1], replace(phrase[-1], space=False)], office, "appos")
    return glue(phrase, ",", under=root_of(phrase))


def _spokesperson(chance: random.Random) -> Phrase:
    form = chance.choice(["woordvoerder", "woordvoerster", "advocaat", "medewerker", "onderzoeker", "leider"])
    phrase = attach(noun(form), under_preposition("van", body(chance)), "nmod")
    return with_article(phrase, chance.choice(["een", "de"]))


def _place_as_speaker(chance: random.Random) -> Phrase:
    return place(chance, chance.choice(["capitals", "states"]))


def _person(chance: random.Random) -> Phrase:
    return counted(chance.choice(WORDS["persons"]))


def _institution(chance: random.Random) -> Phrase:
    return counted(chance.choice(WORDS["institutions"]))


def _pronoun(chance: random.Random) -> Phrase:
    form, features = chance.choice(_PRONOUNS)
    return function(form, "PRON", features)


def _several(chance: random.Random) -> Phrase:
    roll = chance.random()
    if roll < 0.5:
        return counted(chance.choice(WORDS["groups"]), plural=True)
    first, second = (_name, _name) if roll < 0.7 else (body, body)
    conjunct = before(second(chance), function("en", "CCONJ"), "cc")
    return attach(first(chance), conjunct, "conj")


_SHAPES: tuple[tuple[Callable[[random.Random], Phrase], int], ...] = (
    (_minister_name_ministry, 8),
    (_minister_ministry_name, 8),
    (_the_minister_of, 5),
    (_role_name, 14),
    (_foreign_role_name, 10),
    (_glued_role_name, 9),
    (_name, 14),
    (_name_with_party, 4),
    (_name_with_office, 4),
    (_spokesperson, 7),
    (body, 14),
    (_place_as_speaker, 5),
    (_person, 14),
    (_institution, 8),
    (_pronoun, 6),
)
