"""The figures: counts that add up over articles, and the shares that come of them."""

import statistics
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from standpunt.evaluation.coding import Days, Layer, Marked
from standpunt.evaluation.comparison import Comparison
from standpunt.evaluation.matching import Matched, Tokens

COUNTED = (
    "statements",
    "content",
    "end to end",
    "times",
    "date",
    "actors",
    "positions",
    "conditions",
)
FIGURES = ("statements", "content", "speaker", *COUNTED[2:])
"""In the order in which they are shown; `speaker` follows from two of the counts."""
WIDEST = 31
"""Days that a range may span and still be a date, where the gold's own is not wider."""


@dataclass(frozen=True, slots=True)
class Count:
    """Hits, how many Standpunt gave, and how many the gold has."""

    hit: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.hit + other.hit, self.found + other.found, self.gold + other.gold)

    def share(self, of: float) -> float | None:
        """The hits in so many: 0 where that is none, None where neither side has anything."""
        return self.hit / of if of else 0.0 if self.found + self.gold else None

    @property
    def precision(self) -> float | None:
        return self.share(self.found)

    @property
    def recall(self) -> float | None:
        return self.share(self.gold)

    @property
    def f1(self) -> float | None:
        return self.share((self.found + self.gold) / 2)


@dataclass(frozen=True, slots=True)
class Scores:
    """The counts by the name of the figure, and the widths in days of the ranges given for a date."""

    counts: Mapping[str, Count] = field(default_factory=lambda: dict.fromkeys(COUNTED, Count()))
    widths: tuple[int, ...] = ()

    def __add__(self, other: "Scores") -> "Scores":
        counts = {figure: self.counts[figure] + other.counts[figure] for figure in COUNTED}
        return Scores(counts, self.widths + other.widths)

    @classmethod
    def total(cls, scores: Iterable["Scores"]) -> "Scores":
        return sum(scores, cls())

    @property
    def speaker(self) -> Count:
        """Of the statements found, those with the right speaker."""
        found = self.counts["statements"]
        return Count(self.counts["end to end"].hit, found.hit, found.hit)

    @property
    def width(self) -> float | None:
        """The median number of days of the ranges given; a single day is 1."""
        return statistics.median(self.widths) if self.widths else None

    def lead(self, figure: str) -> float | None:
        """The one number of a figure: the F1; of the speaker and the date the share that is right."""
        if figure == "speaker":
            found = self.counts["statements"]
            return self.speaker.hit / found.hit if found.hit else found.share(0)
        return self.counts[figure].recall if figure == "date" else self.counts[figure].f1

    def as_json(self) -> dict[str, Any]:
        shown: dict[str, Any] = {
            figure: {
                "precision": count.precision, "recall": count.recall, "f1": count.f1,
                "hit": count.hit, "system": count.found, "gold": count.gold,
            }
            for figure, count in self.counts.items()
        }  # fmt: skip
        date, speaker = self.counts["date"], self.speaker
        shown["speaker"] = {"share": self.lead("speaker"), "hit": speaker.hit, "of": speaker.gold}
        shown["date"] = {"share": self.lead("date"), "hit": date.hit, "of": date.gold, "width": self.width}
        return {figure: shown[figure] for figure in FIGURES}


def score(comparison: Comparison) -> Scores:
    """The counts of one article:

    - statements: pairs by content; content: the tokens that pairs share, of those in pairs, missed and false ones
    - end to end: pairs with the right speaker, of all statements
    - times: pairs that overlap and have the same value
    - date: the range given shares a day with the gold's and is not too wide
    - actors, positions: the same, each once; conditions: pairs by their words, of the same actor
    """
    gold, found = comparison.gold.coding.published, comparison.found.published
    statements = _of_pairs(comparison.statements)
    right = sum(right for *_, right in comparison.judged)
    judged = {
        "statements": (Layer.STATEMENTS, statements),
        "content": (Layer.STATEMENTS, _of_tokens(comparison)),
        "end to end": (Layer.STATEMENTS, Count(right, statements.found, statements.gold)),
        "times": (Layer.TIMES, _of_pairs(comparison.times)),
        "date": (Layer.DATE, of_date(gold, found)),
        "actors": (Layer.ACTORS, _of_keys(*comparison.actors)),
        "positions": (Layer.POSITIONS, _of_keys(*comparison.positions)),
        "conditions": (Layer.CONDITIONS, _of_pairs(comparison.conditions)),
    }
    layers = comparison.gold.layers
    counts = {figure: count if layer in layers else Count() for figure, (layer, count) in judged.items()}
    return Scores(counts, (found.width,) if found and counts["date"].gold else ())


def _of_pairs(matched: Matched[Any]) -> Count:
    pairs = len(matched.counted)
    return Count(pairs, pairs + len(matched.false), pairs + len(matched.missed))


def _of_tokens(comparison: Comparison) -> Count:
    def tokens(marks: Iterable[Marked]) -> list[Tokens]:
        return [comparison.text.tokens(each.spans) for each in marks]

    matched = comparison.statements
    gold, found = (tokens(each[side] for each in matched.counted) for side in (0, 1))
    return Count(
        sum(len(one & other) for one, other in zip(gold, found, strict=True)),
        sum(map(len, found + tokens(matched.false))),
        sum(map(len, gold + tokens(matched.missed))),
    )


def _of_keys(gold: Mapping[Any, Any], found: Mapping[Any, Any]) -> Count:
    return Count(len(gold.keys() & found.keys()), len(found), len(gold))


def of_date(gold: Days | None, found: Days | None) -> Count:
    if gold is None or found is None:
        return Count(0, int(found is not None and gold is not None), int(gold is not None))
    meet = gold.first <= found.last and found.first <= gold.last
    return Count(int(meet and found.width <= max(WIDEST, gold.width)), 1, 1)
