"""What the classifier sees of a passage: named features in channels.

Of the words: `word` (the sentence's own), `pair` (two beside each other), `part` (four or five letters of a word, told
by the word), `near` and `near part` (the same of the sentences around). Of the tags, the same for every issue: `tag`
(rows of one to three, and pairs at a distance), `cue` (what holds of the passage) and `cues` (two that hold together).
Of the actor: `party`, and `line`, what the party's programme says of the issue, with each cue. Only these two know who
speaks.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import combinations

from standpunt.dossier.trained import parties
from standpunt.dossier.trained.passages import ACTOR, Passage
from standpunt.dossier.trained.tags import OTHER, QUOTE, SIDES, STOP, tags, terms
from standpunt.dossier.trained.terms import Side, Terms

OF_ACTOR = ("party", "line")
PRESENT = frozenset(["cue", "cues", *OF_ACTOR])
"""Channels whose features count for 1, or for the line of the party; the others are weighed by rarity and length."""

_IN_ORDER = tuple(Side)
_REACH = 3
"""Tags that two of a distant pair may be apart."""


def keys(passage: Passage, issue: str) -> dict[str, list[str]]:
    """The features of each channel, each once."""
    told = of_terms(passage, terms(issue))
    return (
        of_words(passage)
        | told
        | {
            "party": [passage.party] if passage.party else [],
            "line": ["", *told["cue"]] if line(passage, issue) else [],
        }
    )


def of_terms(passage: Passage, terms: Terms) -> dict[str, list[str]]:
    """The channels of the tags, by the terms of an issue."""
    row = tags(passage.target, terms)
    cues = _cues(passage, row, terms)
    return {
        "tag": _once([*_rows(row), *_distant(row)]),
        "cue": cues,
        "cues": [f"{one} & {other}" for one, other in combinations(cues, 2)],
    }


def of_words(passage: Passage) -> dict[str, list[str]]:
    """The channels that are the same on every issue."""
    words = [word for word in passage.target if _is_word(word)]
    near = [word for word in (*passage.before, *passage.after) if _is_word(word)]
    return {
        "word": _once(words),
        "pair": _once(map("{} {}".format, words, words[1:])),
        "part": words,
        "near": _once(near),
        "near part": near,
    }


def line(passage: Passage, issue: str) -> float:
    """Where the party's programme stands, from -1 (against) to 1 (for); 0 where nothing is known."""
    party = parties.load().get(passage.party)
    return party.line.get(issue, 0) / 2 if party else 0.0


def _once(keys: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(keys))


@lru_cache(maxsize=65536)
def _is_word(word: str) -> bool:
    return word[0].isalnum() or word[0] == ACTOR


def _rows(row: Sequence[str]) -> list[str]:
    return [
        *row,
        *map("{} {}".format, row, row[1:]),
        *map("{} {} {}".format, row, row[1:], row[2:]),
    ]


def _distant(row: Sequence[str]) -> list[str]:
    telling = [tag for tag in row if tag not in (STOP, QUOTE)]
    return [
        f"{one} .. {other}" for at, one in enumerate(telling) for other in telling[at + 1 : at + 1 + _REACH]
    ]


def _cues(passage: Passage, row: Sequence[str], terms: Terms) -> list[str]:
    """What holds of the passage as a whole."""
    told = []
    find = terms.find
    for place, sides in (
        ("", [tag for tag in row if tag in SIDES]),
        ("before ", [found.side for found in find(passage.before)]),
        ("after ", [found.side for found in find(passage.after)]),
    ):
        told += [place + side for side in _IN_ORDER if side in sides]
        told.append(f"{place}{'several terms' if len(sides) > 1 else 'term' if sides else 'no term'}")
    leaning = _leaning(row)
    told.append(f"leans {'for' if leaning > 0 else 'against' if leaning < 0 else 'nowhere'}")
    told += [
        f"has {tag}" for tag in ("for", "against", "negation", "saying", "modal", ACTOR, QUOTE) if tag in row
    ]
    others = row.count(OTHER)
    told += [f"others {min(others, 3)}"] if others else []
    told.append(f"length {min(len(passage.target) // 8, 4)}")
    if ACTOR in passage.target[:4]:
        told.append("actor first")
    told.append(
        f"ends {passage.target[-1]}" if passage.target and passage.target[-1] in "?:.!" else "ends open"
    )
    return told


def _leaning(row: Sequence[str]) -> int:
    """Terms for less terms against, each turned by a word against it nearby and by a negation in front."""
    sum = 0
    for at, tag in enumerate(row):
        if tag in (Side.FOR, Side.AGAINST):
            turns = ("against" in row[max(0, at - 3) : at + 3]) + ("negation" in row[max(0, at - 3) : at])
            sum += (1 if tag == Side.FOR else -1) * (-1) ** turns
    return sum
