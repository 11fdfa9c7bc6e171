"""Coded units: a sentence, an actor, a topic, and the label that people gave. JSON Lines in two shapes.

- `marked: false`: `before`, `text` and `after` are sentences;
- `marked: true`: `text` holds them glued together, the words that name the actor between `**`.

Labels: L is for the proposal of the topic, R against it, N takes no side.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from standpunt.dossier.trained import parties
from standpunt.dossier.trained.passages import Passage, passage
from standpunt.errors import GoldError

TOPICS = {
    "Economic": "economy",
    "Immigration": "immigration",
    "Environment": "environment",
    "Agriculture": "agriculture",
    "CivilRights": "civil-rights",
    "Defense": "defense",
    "Health": "health",
    "Education": "education",
    "Housing": "housing",
    "EU": "eu",
    "Government": "government",
    "Infrastructure": "infrastructure",
}
"""The coders' names of the dimensions, and the ids of the policy codebook."""
LABELS = ("L", "N", "R")

_GLUED = re.compile(r"(?<=[.!?”\"])(?=[A-Z„“\"‘*À-Ý])")
_MARKED = re.compile(r"\*\*([^*]+)\*\*")


class Unit(msgspec.Struct, frozen=True, kw_only=True):
    """`votes` are the coders' labels, `agreement` the share of them that gave `label`; other fields are passed over."""

    unit: str
    topic: str
    actor: str
    text: str
    marked: bool
    before: str = ""
    after: str = ""
    label: str = ""
    votes: tuple[str, ...] = ()
    agreement: float = 1.0

    @property
    def issue(self) -> str:
        return TOPICS[self.topic]

    @property
    def article(self) -> str:
        """The hash of the article that the unit's name begins with."""
        return self.unit.partition("-")[0]

    def passage(self) -> Passage:
        party = parties.of_unit(self.actor)
        if not self.marked:
            return passage(self.before, self.text, self.after, party=party)
        pieces = _GLUED.split(self.text)
        at = next((place for place, piece in enumerate(pieces) if _MARKED.search(piece)), 0)
        target, spans = _without_marks(pieces[at])
        before, after = (" ".join(side).replace("**", "") for side in (pieces[:at], pieces[at + 1 :]))
        return passage(before, target, after, party=party, spans=spans)


def _without_marks(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without `**`, and the places that stood between them."""
    plain, spans, last = "", [], 0
    for found in _MARKED.finditer(text):
        plain += text[last : found.start()]
        spans.append((len(plain), len(plain) + len(found[1])))
        plain += found[1]
        last = found.end()
    return plain + text[last:], spans


def read(path: Path) -> Iterator[tuple[Unit, dict[str, Any]]]:
    """Each unit with its line as it stands. Raises GoldError for a line that is no unit, OSError."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            where = f"{path.name}, line {number}"
            try:
                record = msgspec.json.decode(line)
                unit = msgspec.convert(record, Unit)
            except (msgspec.DecodeError, msgspec.ValidationError) as fault:
                raise GoldError(
                    f"this is no unit: {fault}",
                    where=where,
                    hint="it needs unit, topic, actor, text and marked",
                ) from fault
            if unit.topic not in TOPICS:
                raise GoldError(
                    f"unknown topic {unit.topic!r}", where=where, hint=f"one of {', '.join(TOPICS)}"
                )
            if unit.label and unit.label not in LABELS:
                raise GoldError(f"unknown label {unit.label!r}", where=where, hint="L, N, R, or leave it out")
            yield unit, record
