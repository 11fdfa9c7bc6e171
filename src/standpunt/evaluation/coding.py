"""A coding: what one coder, a person or Standpunt, holds to be in an article. Two of one article are compared."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from standpunt.model import ActorKind, Form, Reason, Span


class Layer(StrEnum):
    """What can be annotated in an article. A layer that nobody annotated is not judged."""

    STATEMENTS = "statements"
    TIMES = "times"
    DATE = "date"
    ACTORS = "actors"
    POSITIONS = "positions"
    CONDITIONS = "conditions"


EVERY_LAYER = frozenset(Layer)
Position = tuple[str, str, str]
"""Actor, issue and stance."""


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day on which an article was published, both inclusive."""

    first: datetime.date
    last: datetime.date

    @property
    def width(self) -> int:
        return (self.last - self.first).days + 1

    def __str__(self) -> str:
        return f"{self.first}" if self.first == self.last else f"{self.first}/{self.last}"


@dataclass(frozen=True, slots=True)
class Marked:
    """Words with a label: a statement's content with its speaker, a time with its value, a condition with its
    actor. An optional one counts neither as missed nor as false."""

    spans: tuple[Span, ...]
    label: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class MarkedStatement(Marked):
    """`cued`: words of the text attribute it. The rest is known of Standpunt's own statements only; `nested`: it is
    told in another's words."""

    form: Form | None = None
    cued: bool = False
    nested: bool = False
    why: Reason | None = None
    why_speaker: Reason | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Coding:
    """`actors` are names with their kind; `evidence` says where a position shows, as far as the coder does; `aliases`
    are other names of an actor that are as good. `published` is None where the coder does not say."""

    statements: tuple[MarkedStatement, ...] = ()
    times: tuple[Marked, ...] = ()
    conditions: tuple[Marked, ...] = ()
    actors: tuple[tuple[str, ActorKind], ...] = ()
    positions: frozenset[Position] = frozenset()
    published: Days | None = None
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    evidence: Mapping[Position, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated article: `file` is its name from the folder of texts, `annotation` the name of the file that
    annotates it; offsets count the characters of `text`."""

    file: str
    annotation: str
    text: str
    coding: Coding
    layers: frozenset[Layer] = EVERY_LAYER
