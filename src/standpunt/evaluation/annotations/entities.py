"""Annotations that stand off from a text, whatever the format: entities with types, notes and links → a coding.

What each type means stands in `brat`. Types are in lower case here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from standpunt.evaluation.annotations.yaml import days
from standpunt.evaluation.coding import Coding, Days, Layer, Marked, MarkedStatement
from standpunt.model import ActorKind, Form, Span

_CONTENT = frozenset(["content", "quotation", "quote"])
_CUE = frozenset(["cue"])
_SOURCE = frozenset(["source", "speaker"])
_KINDS = {kind.value: kind for kind in ActorKind} | {"organization": ActorKind.ORGANISATION}
_TIME = frozenset(["time", "timex", "timex3"])
EQUAL = frozenset(["equiv", "coref", "coreference"])
_NAMES = _SOURCE | _KINDS.keys()


@dataclass(slots=True)
class Entity:
    """Marked words; `links` and `equals` are other entities of the same article."""

    id: str
    type: str
    spans: tuple[Span, ...]
    words: str
    note: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    links: list["Entity"] = field(default_factory=list)
    equals: list["Entity"] = field(default_factory=list)

    def linked(self, types: frozenset[str]) -> list["Entity"]:
        return [each for each in self.links if each.type in types]

    @property
    def name(self) -> str:
        """The note, of this mention or of an equal one; else the longest words with a capital among them."""
        mentions = [self, *self.equals]
        noted = next((each.note for each in mentions if each.note), "")
        return noted or max(
            (each.words for each in mentions), key=lambda words: (words != words.lower(), len(words))
        )


def link(together: list[Entity]) -> None:
    """Links each with each."""
    for one, other in combinations({each.id: each for each in together}.values(), 2):
        one.links.append(other)
        other.links.append(one)


def equate(mentions: list[Entity]) -> None:
    """Makes all mentions, and all that were their equals before, equals."""
    known = {each.id: each for mention in mentions for each in (mention, *mention.equals)}
    for mention in known.values():
        mention.equals = [each for each in known.values() if each is not mention]


def layers(coding: Coding) -> Iterator[Layer]:
    """Statements, and what else there is any of."""
    yield Layer.STATEMENTS
    present = {
        Layer.TIMES: coding.times,
        Layer.ACTORS: coding.actors,
        Layer.CONDITIONS: coding.conditions,
        Layer.DATE: coding.published,
        Layer.POSITIONS: coding.positions,
    }
    yield from (layer for layer, annotated in present.items() if annotated)


def coding(entities: list[Entity]) -> Coding:
    """Of entities in the order of the text. Raises ValueError for a form or a day that is none."""
    actors = [each for each in entities if each.type in _KINDS]
    aliases: dict[str, set[str]] = {}
    for actor in actors:
        aliases.setdefault(actor.name, set()).update(
            each.words for each in (actor, *actor.equals) if each.type in _KINDS
        )
    evidence = {
        (_speaker([each]), each.attributes["issue"], each.attributes["stance"]): each.spans[0]
        for each in entities
        if each.type == "position" and {"issue", "stance"} <= each.attributes.keys()
    }
    return Coding(
        statements=tuple(_statements(entities)),
        times=tuple(
            Marked(each.spans, each.note or each.attributes.get("value", ""), "optional" in each.attributes)
            for each in entities
            if each.type in _TIME
        ),
        conditions=tuple(
            Marked(each.spans, _speaker([each])) for each in entities if each.type == "condition"
        ),
        actors=tuple({actor.name: (actor.name, _KINDS[actor.type]) for actor in actors}.values()),
        positions=frozenset(evidence),
        evidence=evidence,
        published=_published(entities),
        aliases={name: tuple(sorted(words - {name})) for name, words in aliases.items()},
    )


def _statements(entities: list[Entity]) -> Iterator[MarkedStatement]:
    read: set[str] = set()
    for entity in entities:
        if entity.type not in _CONTENT or entity.id in read:
            continue
        pieces = [entity, *(each for each in entity.linked(_CONTENT) if each.id not in read)]
        read.update(each.id for each in pieces)
        attributes = {key: value for each in pieces for key, value in each.attributes.items()}
        form = attributes.get("form", "").lower()
        yield MarkedStatement(
            spans=tuple(sorted({span for each in pieces for span in each.spans})),
            label=_speaker(pieces),
            optional="optional" in attributes,
            form=Form(form) if form else None,
            cued=any(each.linked(_CUE) for each in pieces),
        )


def _speaker(pieces: list[Entity]) -> str:
    """The name behind what these are linked to, or behind what their cue is; else the note they have themselves."""
    cues = [cue for each in pieces for cue in each.linked(_CUE)]
    for each in [*pieces, *cues]:
        for source in each.linked(_NAMES):
            return source.name
    return next((each.note for each in pieces if each.note), "")


def _published(entities: list[Entity]) -> Days | None:
    dated = next((each for each in entities if each.type == "published"), None)
    return days(dated.note or dated.words) if dated else None
