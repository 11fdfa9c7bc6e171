"""Speakers as Dutch news names them, each phrase with its analysis in the treebank's manner."""

import random
import tomllib
from dataclasses import replace
from pathlib import Path

from training.model.treebank import Word

Phrase = list[Word]
"""Words whose heads are indexes inside the phrase; its own head points to itself and has no label yet."""

_ARTICLES = {"de": "Definite=Def", "het": "Definite=Def", "een": "Definite=Ind"}
_PLURALS = {"critici": "criticus", "bronnen": "bron", "ingewijden": "ingewijde", "diplomaten": "diplomaat"}
_ENDINGS = (
    ("leden", "lid"),
    ("bonden", "bond"),
    ("staten", "staat"),
    ("genoten", "genoot"),
    ("nomen", "noom"),
    ("naren", "naar"),
    ("den", "de"),
    ("nten", "nte"),
    ("gen", "ge"),
    ("ties", "tie"),
    ("cies", "cie"),
    ("s", ""),
    ("en", ""),
    ("", ""),
)
_NEUTER = frozenset({"Kamerlid", "kabinet", "ministerie", "bedrijf", "leger"})
_OTHER_HEADS = {"persbureau": "Neut", "vakbond": "Com", "energiebedrijf": "Neut"}


def _lists() -> dict[str, list[str]]:
    raw = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
    return {
        name: [item.strip() for item in (text.split("|") if "|" in text else text.split())]
        for name, text in raw.items()
    }


WORDS = _lists()


def name(text: str, kind: str, features: str = "") -> Phrase:
    """A name: its first word is the head, the others hang on it flat."""
    parts = text.split()
    single = features if len(parts) == 1 else ""
    return [
        Word(part, True, "PROPN", part, single, 0, "flat" if at else "", f"{'I' if at else 'B'}-{kind}")
        for at, part in enumerate(parts)
    ]


def noun(form: str, lemma: str = "", features: str = "Gender=Com|Number=Sing") -> Phrase:
    return [Word(form, True, "NOUN", lemma or form, features, 0, "", "O")]


def attach(phrase: Phrase, other: Phrase, label: str, head: int | None = None) -> Phrase:
    """`other` behind `phrase`, its head under the head of the phrase or under another word of it."""
    under = root_of(phrase) if head is None else head
    return [*phrase, *_hung(other, len(phrase), under, label)]


def before(phrase: Phrase, other: Phrase, label: str) -> Phrase:
    """`other` in front of `phrase`, under its head."""
    shift = len(other)
    moved = [replace(word, head=word.head + shift) for word in phrase]
    return [*_hung(other, 0, root_of(phrase) + shift, label), *moved]


def root_of(phrase: Phrase) -> int:
    return next(at for at, word in enumerate(phrase) if not word.dep)


def _hung(other: Phrase, shift: int, under: int, label: str) -> Phrase:
    return [
        replace(word, head=word.head + shift) if word.dep else replace(word, head=under, dep=label)
        for word in other
    ]


def function(form: str, pos: str, features: str = "", lemma: str = "") -> Phrase:
    return [Word(form, True, pos, lemma or form.lower(), features, 0, "", "O")]


def with_article(phrase: Phrase, article: str) -> Phrase:
    return before(phrase, function(article, "DET", _ARTICLES[article.lower()]), "det")


def glue(phrase: Phrase, mark: str, label: str = "punct", under: int = 0) -> Phrase:
    """A punctuation mark glued behind the phrase."""
    closed = [*phrase[:-1], replace(phrase[-1], space=False)]
    return [*closed, Word(mark, True, "PUNCT", mark, "", under, label, "O")]


def under_preposition(preposition: str, phrase: Phrase) -> Phrase:
    return before(phrase, function(preposition, "ADP"), "case")


def ministry(chance: random.Random) -> Phrase:
    """A portfolio. The treebank makes `Binnenlandse Zaken` fixed, and a portfolio of one word a noun."""
    text = chance.choice(WORDS["ministries"])
    out: Phrase = []
    for at, part in enumerate(text.replace(",", " ,").split()):
        kind = "I-ORG" if at else "B-ORG"
        if part == ",":
            out[-1] = replace(out[-1], space=False)
            out.append(Word(",", True, "PUNCT", ",", "", at + 1, "punct", kind))
        elif part == "en":
            out.append(Word("en", True, "CCONJ", "en", "", at + 1, "cc", kind))
        elif part.endswith("se") or part in ("Sociale", "Groene", "Algemene"):
            out.append(Word(part, True, "ADJ", _stem(part), "Degree=Pos", 0, "conj" if at else "", kind))
        elif part in ("Zaken", "Groei"):
            features = "Number=Plur" if part == "Zaken" else "Gender=Com|Number=Sing"
            lemma = "zaak" if part == "Zaken" else "groei"
            out.append(Word(part, True, "NOUN", lemma, features, at - 1, "fixed", kind))
        else:
            label = "conj" if at else ""
            out.append(Word(part, True, "NOUN", part.lower(), "Gender=Com|Number=Sing", 0, label, kind))
    return out


def _stem(adjective: str) -> str:
    known = {"Sociale": "sociaal", "Groene": "groen", "Algemene": "algemeen"}
    return known.get(adjective, adjective.lower()[:-1].replace("dse", "ds"))


def person_name(chance: random.Random, full: float = 0.4) -> Phrase:
    last = chance.choice(WORDS["last"])
    if chance.random() < full:
        given = chance.choice(WORDS["first"])
        first, _, rest = last.partition(" ")
        small = f"{first.lower()} {rest}" if rest and first not in ("El", "Xi") else last
        return name(f"{given} {small}", "PER")
    return name(last, "PER", "Gender=Com|Number=Sing")


def place(chance: random.Random, kind: str = "") -> Phrase:
    kind = kind or chance.choice(["states", "places", "capitals"])
    return _maybe_article(chance.choice(WORDS[kind]), "LOC")


def body(chance: random.Random) -> Phrase:
    roll = chance.random()
    if roll < 0.3:
        return with_article(name(chance.choice(WORDS["parties"]), "ORG", "Gender=Neut|Number=Sing"), "de")
    if roll < 0.45:
        ministerie = with_article(noun("ministerie", features="Gender=Neut|Number=Sing"), "het")
        return attach(ministerie, under_preposition("van", ministry(chance)), "nmod")
    return _maybe_article(chance.choice(WORDS["bodies" if roll < 0.85 else "media"]), "ORG")


def _maybe_article(text: str, kind: str) -> Phrase:
    first, _, rest = text.partition(" ")
    if first in ("de", "het"):
        return with_article(name(rest, kind, "Gender=Neut|Number=Sing"), first)
    if first in _OTHER_HEADS:
        head = noun(first, features=f"Gender={_OTHER_HEADS[first]}|Number=Sing")
        return attach(head, name(rest, kind, "Gender=Neut|Number=Sing"), "appos")
    return name(text, kind, "Gender=Neut|Number=Sing")


def adjective(chance: random.Random) -> Phrase:
    form = chance.choice(WORDS["adjectives"])
    lemma = form[:-1] if not form.endswith("sse") else form[:-2]
    return [Word(form, True, "ADJ", lemma, "Degree=Pos", 0, "", "B-MISC")]


def counted(text: str, plural: bool = False) -> Phrase:
    """`de minister`, `critici`: an article if there is one, and a noun."""
    first, _, rest = text.partition(" ")
    form = rest or first
    gender = "Neut" if form in _NEUTER or first == "het" else "Com"
    features = "Number=Plur" if plural else f"Gender={gender}|Number=Sing"
    lemma = _singular(form) if plural else form
    return with_article(noun(form, lemma, features), first) if rest else noun(form, lemma, features)


def _singular(form: str) -> str:
    if form in _PLURALS:
        return _PLURALS[form]
    return next(form.removesuffix(many) + one for many, one in _ENDINGS if form.endswith(many))
