"""brat stand-off: `name.ann` annotates `name.txt`. What its types mean here (capitals do not matter):

    entity     Content, Quotation, Quote        what is said; discontinuous where the cue breaks it
               Cue; Source, Speaker             the words that attribute, and those that name who says it
               Person, Organisation, Party,     a name of an actor: a speaker, or one who acts
               State, Alliance, Group
               Time, Timex, Timex3              its value is its note (or its attribute Value)
               Condition                        its actor is linked to it, or its note
               Published                        its note, or its own words, are the day of publication
    link       a relation, or an event with its arguments, of any name: a Content with its Cue and its Source or
               with the name of its speaker, a Cue with its Source; two Contents that are linked are one statement
               Equiv, Coref                     mentions of one actor
    attribute  Optional                         of a Content (or its event), or of a Time: neither missed nor false
               Form                             direct, indirect or mixed
    note       of a Source or a name            the full usual name; so does the name of a normalisation (`N1`)

So the scheme of PARC and PolNeAR (an event `Attribution` of Content, Cue and Source) is read as it is. A speaker
without a note is named by the mentions that are its equals, else by its own words: give a note to a pronoun or a role.
What a folder nowhere annotates (times, actors, dates, conditions) is not judged; positions never are. Other types are
passed over.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import combinations
from pathlib import Path

from standpunt.errors import GoldError
from standpunt.evaluation.annotations.yaml import days
from standpunt.evaluation.coding import Coding, Days, Gold, Layer, Marked, MarkedStatement
from standpunt.model import ActorKind, Form, Span

_CONTENT = frozenset(["content", "quotation", "quote"])
_CUE = frozenset(["cue"])
_SOURCE = frozenset(["source", "speaker"])
_KINDS = {kind.value: kind for kind in ActorKind} | {"organization": ActorKind.ORGANISATION}
_TIME = frozenset(["time", "timex", "timex3"])
_EQUAL = frozenset(["equiv", "coref", "coreference"])
_NAMES = _SOURCE | _KINDS.keys()


@dataclass(slots=True)
class _Entity:
    id: str
    type: str
    spans: tuple[Span, ...]
    words: str
    note: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    links: list["_Entity"] = field(default_factory=list)
    equals: list["_Entity"] = field(default_factory=list)

    def linked(self, types: frozenset[str]) -> list["_Entity"]:
        return [each for each in self.links if each.type in types]

    @property
    def name(self) -> str:
        """The note, of this mention or of an equal one; else the longest words with a capital among them."""
        mentions = [self, *self.equals]
        noted = next((each.note for each in mentions if each.note), "")
        return noted or max(
            (each.words for each in mentions), key=lambda words: (words != words.lower(), len(words))
        )


def read(path: Path, texts: Callable[[str], str]) -> Gold:
    """The gold of one article, with the layers that it has. Raises GoldError."""
    return parse(path.read_text(encoding="utf-8"), path.name, texts)


def parse(content: str, annotation: str, texts: Callable[[str], str]) -> Gold:
    """The gold in the content of the file `annotation`; `texts` gives the text of an article. Raises GoldError."""
    file = annotation.removesuffix(".ann") + ".txt"
    text = texts(file)
    try:
        coding = _coding(_entities(content.splitlines(), text))
    except ValueError as fault:
        hint = "is it brat stand-off, and the text the one that was annotated?"
        raise GoldError(str(fault), where=annotation, hint=hint) from fault
    return Gold(file, annotation, text, coding, frozenset(_layers(coding)))


def level(golds: list[Gold]) -> list[Gold]:
    """The gold with the same layers for all brat files of a folder: what one has, the others were looked at for."""
    ours = [gold for gold in golds if gold.annotation.endswith(".ann")]
    layers = frozenset(layer for gold in ours for layer in gold.layers)
    return [replace(gold, layers=layers) if gold in ours else gold for gold in golds]


def _layers(coding: Coding) -> Iterator[Layer]:
    yield Layer.STATEMENTS
    present = {
        Layer.TIMES: coding.times,
        Layer.ACTORS: coding.actors,
        Layer.CONDITIONS: coding.conditions,
        Layer.DATE: coding.published,
    }
    yield from (layer for layer, annotated in present.items() if annotated)


# ---------------------------------------------------------------------------------- lines into entities


def _entities(lines: list[str], text: str) -> list[_Entity]:
    """The entities of a file with all that other lines say of them, in the order of the text."""
    rows = [line.split("\t") for line in lines if line.strip()]
    entities = {row[0]: _entity(row, text) for row in rows if row[0].startswith("T")}
    events: dict[str, list[_Entity]] = {}

    def of(id: str) -> list[_Entity]:
        if id in events:
            return events[id]
        if id in entities:
            return [entities[id]]
        raise ValueError(f"{id} is spoken of, and not there")

    for row in sorted(
        rows, key=lambda row: "TE".find(row[0][0]) < 0
    ):  # events first, attributes may be theirs
        kind, head = row[0][0], row[1].split() if len(row) > 1 else []
        if kind == "E":
            events[row[0]] = [entity for role in head[1:] for entity in of(role.partition(":")[2])]
            _link(events[row[0]])
        elif kind == "R" and len(head) == 3:
            pair = [entity for role in head[1:] for entity in of(role.partition(":")[2])]
            _equate(pair) if head[0].lower() in _EQUAL else _link(pair)
        elif kind == "*" and head and head[0].lower() in _EQUAL:
            _equate([entity for id in head[1:] for entity in of(id)])
        elif kind in "AM" and len(head) >= 2:
            for entity in of(head[1]):
                entity.attributes[head[0].lower()] = " ".join(head[2:])
        elif kind in "#N" and len(head) >= 2 and len(row) > 2:
            for entity in of(head[1]):
                entity.note = row[2].strip() if kind == "#" else entity.note or row[2].strip()
    return sorted(entities.values(), key=lambda each: each.spans)


def _entity(row: list[str], text: str) -> _Entity:
    """`T1	Content 0 12;15 20	the words`, checked against the text."""
    type, *places = re.split(r"[ ;]", row[1]) if len(row) == 3 else [""]
    if not places or len(places) % 2 or not all(place.isdigit() for place in places):
        raise ValueError(f"this line is no entity: {' '.join(row)}")
    offsets = [int(place) for place in places]
    spans = tuple(Span(*pair) for pair in zip(offsets[::2], offsets[1::2], strict=True))
    there = "".join(span.of(text) for span in spans)
    if "".join(there.split()) != "".join(row[2].split()):
        raise ValueError(f"{row[0]} is {row[2]!r}, and in the text {there!r} stands there")
    return _Entity(row[0], type.lower(), spans, " ".join(row[2].split()))


def _link(together: list[_Entity]) -> None:
    for one, other in combinations({each.id: each for each in together}.values(), 2):
        one.links.append(other)
        other.links.append(one)


def _equate(mentions: list[_Entity]) -> None:
    """Makes all mentions, and all that were their equals before, equals."""
    known = {each.id: each for mention in mentions for each in (mention, *mention.equals)}
    for mention in known.values():
        mention.equals = [each for each in known.values() if each is not mention]


# --------------------------------------------------------------------------------- entities into a coding


def _coding(entities: list[_Entity]) -> Coding:
    actors = [each for each in entities if each.type in _KINDS]
    aliases: dict[str, set[str]] = {}
    for actor in actors:
        aliases.setdefault(actor.name, set()).update(
            each.words for each in (actor, *actor.equals) if each.type in _KINDS
        )
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
        published=_published(entities),
        aliases={name: tuple(sorted(words - {name})) for name, words in aliases.items()},
    )


def _statements(entities: list[_Entity]) -> Iterator[MarkedStatement]:
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


def _speaker(pieces: list[_Entity]) -> str:
    """The name behind what these are linked to, or behind what their cue is; else the note they have themselves."""
    cues = [cue for each in pieces for cue in each.linked(_CUE)]
    for each in [*pieces, *cues]:
        for source in each.linked(_NAMES):
            return source.name
    return next((each.note for each in pieces if each.note), "")


def _published(entities: list[_Entity]) -> Days | None:
    dated = next((each for each in entities if each.type == "published"), None)
    return days(dated.note or dated.words) if dated else None
