"""Two codings of one article beside each other: what is paired with what. Counts and errors follow from it."""

import operator
from collections.abc import Iterable
from dataclasses import dataclass

from standpunt.evaluation.coding import Coding, Gold, Marked, MarkedStatement, Position
from standpunt.evaluation.matching import Matched, Text, match
from standpunt.evaluation.names import Names


@dataclass(frozen=True, slots=True)
class Outcome:
    """A statement that Standpunt gave, whether the gold has it, and whether with this speaker."""

    statement: MarkedStatement
    found: bool
    speaker: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """`right_speaker` says of each pair of statements whether their speakers are one. Actors and positions stand
    under the key of their names, in the gold and as found, and lead to how they are written there."""

    gold: Gold
    found: Coding
    text: Text
    statements: Matched[MarkedStatement]
    right_speaker: tuple[bool, ...]
    times: Matched[Marked]
    conditions: Matched[Marked]
    actors: tuple[dict[str, str], dict[str, str]]
    positions: tuple[dict[Position, Position], dict[Position, Position]]

    @property
    def judged(self) -> list[tuple[MarkedStatement, MarkedStatement, bool]]:
        """The pairs of statements that count, the gold's first, and whether the speaker is right."""
        pairs = zip(self.statements.pairs, self.right_speaker, strict=True)
        return [(due, given, right) for (due, given), right in pairs if not due.optional]

    @property
    def outcomes(self) -> list[Outcome]:
        """What became of each statement that Standpunt gave, but for those that fit an optional one."""
        right = [Outcome(given, True, speaker) for _, given, speaker in self.judged]
        return right + [Outcome(given, False, False) for given in self.statements.false]


def compare(gold: Gold, found: Coding) -> Comparison:
    """The comparison of what was found in an article with what people found."""
    due, names, text = gold.coding, Names(gold.coding), Text(gold.text)
    statements = match(due.statements, found.statements, text, names.same)
    return Comparison(
        gold,
        found,
        text,
        statements,
        tuple(names.same(one.label, other.label) for one, other in statements.pairs),
        match(due.times, found.times, text, operator.eq, fits=same_value, least=0.0),
        match(due.conditions, found.conditions, text, names.same, fits=names.same),
        (_actors(due, names), _actors(found, names)),
        (_positions(due.positions, names), _positions(found.positions, names)),
    )


def same_value(gold: str, found: str) -> bool:
    """Whether a TIMEX3 value is the gold's; or, where that is a range, of the shape of its ends, between them, and
    at the same hour."""
    if found == gold:
        return True
    low, _, high = gold.partition("/")
    return len(found) == len(low) and low <= found <= high and found[10:] == low[10:]


def _actors(coding: Coding, names: Names) -> dict[str, str]:
    return {names.key(name): name for name, _ in coding.actors}


def _positions(positions: Iterable[Position], names: Names) -> dict[Position, Position]:
    return {(names.key(actor), issue, stance): (actor, issue, stance) for actor, issue, stance in positions}
