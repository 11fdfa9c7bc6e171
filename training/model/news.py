"""Made-up news sentences with entities and without trees: what news names today."""

import random
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from spacy.language import Language

from training.model.phrases import WORDS, Phrase, adjective, body, ministry, name, person_name, place
from training.model.speakers import speaker
from training.model.treebank import Sentence, Word
from training.sentences.expand import expand
from training.sentences.inline import Labelled, tagged
from training.sentences.names import Names

ALONE = (
    *(
        "{PER}",
        "{PER} en {PER}",
        "Door {PER}",
        "Van onze verslaggever {PER}",
        "{PER}, {PER}",
        "{PER:initials}",
    ),
    *("{LOC:city-world}", "{LOC:city}", "{LOC:city-be}", "{LOC:city-world} / {LOC:city}", "{LOC:capital} -"),
    *("{ORG:media}", "{ORG:newsagency}", "{ORG:company}", "{ORG:club} - {ORG:club}", "Bron: {ORG:media}"),
)
"""Lines that are names and little else: bylines, datelines, headings, results."""
_SLOT = re.compile(r"\{(\w+)\}|\[([^|\]]+)\|(\w+)\]")
_FILL: dict[str, Callable[[random.Random], Phrase]] = {
    "speaker": lambda chance: speaker(chance)[0],
    "person": person_name,
    "place": place,
    "state": lambda chance: place(chance, "states"),
    "capital": lambda chance: place(chance, "capitals"),
    "body": body,
    "party": lambda chance: name(chance.choice(WORDS["parties"]), "ORG"),
    "ministry": ministry,
    "people": adjective,
}


def templates() -> list[str]:
    text = Path(__file__).with_name("news.toml").read_text(encoding="utf-8")
    return list(tomllib.loads(text)["sentences"])


def made_up(template: str, nlp: Language, chance: random.Random) -> Sentence:
    """The template with its slots filled, cut into words by the pipeline's tokenizer; no tree."""
    text, marked = "", []
    at = 0
    for slot in _SLOT.finditer(template):
        text += template[at : slot.start()]
        at = slot.end()
        if slot[1]:
            words = _FILL[slot[1]](chance)
            pieces = [(word.form + " " * word.space, word.ent or "O") for word in words]
            pieces[-1] = (pieces[-1][0].rstrip(), pieces[-1][1])
        else:
            parts = slot[2].split()
            last = len(parts) - 1
            pieces = [
                (part + " " * (n < last), f"{'I' if n else 'B'}-{slot[3]}") for n, part in enumerate(parts)
            ]
        for piece, tag in pieces:
            if tag != "O":
                marked.append((len(text), len(text) + len(piece.rstrip()), tag))
            text += piece
    text += template[at:]
    return _words(text[:1].upper() + text[1:], marked, nlp)


def written(
    contexts: Iterable[str], names: Names, nlp: Language, seed: int, fillings: int
) -> Iterator[Sentence]:
    """The sentences of `training.sentences` with names in their slots, cut into words likewise; no tree."""
    yield from words(expand(contexts, names, seed, fillings), nlp)


def words(sentences: Iterable[Labelled], nlp: Language) -> Iterator[Sentence]:
    """Labelled sentences as the pipeline's tokens with their tags."""
    for sentence in sentences:
        try:
            _, tags = tagged(sentence, nlp)
        except ValueError:  # a drawn name that the tokenizer joins with its neighbour
            continue
        yield tuple(
            Word(word.text, bool(word.whitespace_), ent=tag)
            for word, tag in zip(nlp.make_doc(sentence.text), tags, strict=True)
        )


def _words(text: str, marked: list[tuple[int, int, str]], nlp: Language) -> Sentence:
    out = []
    for token in nlp.make_doc(text):
        start, end = token.idx, token.idx + len(token)
        tags = [tag for at, stop, tag in marked if start < stop and at < end]
        # a party glued to a role, `VVD-leider`, is one token and, as in the treebank's entities, no name
        glued = token.text.rpartition("-")[2] in WORDS["glued"]
        out.append(Word(token.text, bool(token.whitespace_), ent=tags[0] if tags and not glued else "O"))
    return tuple(out)
