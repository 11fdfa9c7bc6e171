"""brat stand-off: `name.ann` annotates `name.txt`. What its types mean here (capitals do not matter):

    entity     Content, Quotation, Quote        what is said; discontinuous where the cue breaks it
               Cue; Source, Speaker             the words that attribute, and those that name who says it
               Person, Organisation, Party,     a name of an actor: a speaker, or one who acts
               State, Alliance, Group
               Time, Timex, Timex3              its value is its note (or its attribute Value)
               Condition, Position              its actor is linked to it, or its note
               Published                        its note, or its own words, are the day of publication
    link       a relation, or an event with its arguments, of any name: a Content with its Cue and its Source or
               with the name of its speaker, a Cue with its Source; two Contents that are linked are one statement
               Equiv, Coref                     mentions of one actor
    attribute  Optional                         of a Content (or its event), or of a Time: neither missed nor false
               Form                             direct, indirect or mixed
               Issue, Stance                    of a Position
    note       of a Source or a name            the full usual name; so does the name of a normalisation (`N1`)

So the scheme of PARC and PolNeAR (an event `Attribution` of Content, Cue and Source) is read as it is. A speaker
without a note is named by the mentions that are its equals, else by its own words: give a note to a pronoun or a role.
What a folder nowhere annotates (times, actors, dates, positions, conditions) is not judged. Other types are passed
over. `standpunt export --format brat` writes such a folder.
"""

import re
from collections.abc import Callable
from pathlib import Path

from standpunt.errors import GoldError
from standpunt.evaluation.annotations import entities
from standpunt.evaluation.annotations.entities import EQUAL, Entity, equate, link
from standpunt.evaluation.coding import Gold
from standpunt.model import Span


def read(path: Path, texts: Callable[[str], str]) -> Gold:
    """The gold of one article, with the layers that it has. Raises GoldError."""
    return parse(path.read_text(encoding="utf-8"), path.name, texts)


def parse(content: str, annotation: str, texts: Callable[[str], str]) -> Gold:
    """The gold in the content of the file `annotation`; `texts` gives the text of an article. Raises GoldError."""
    file = annotation.removesuffix(".ann") + ".txt"
    text = texts(file)
    try:
        coding = entities.coding(_entities(content.splitlines(), text))
    except ValueError as fault:
        hint = "is it brat stand-off, and the text the one that was annotated?"
        raise GoldError(str(fault), where=annotation, hint=hint) from fault
    return Gold(file, annotation, text, coding, frozenset(entities.layers(coding)))


# ---------------------------------------------------------------------------------- lines into entities


def _entities(lines: list[str], text: str) -> list[Entity]:
    """The entities of a file with all that other lines say of them, in the order of the text."""
    rows = [line.split("\t") for line in lines if line.strip()]
    marked = {row[0]: _entity(row, text) for row in rows if row[0].startswith("T")}
    events: dict[str, list[Entity]] = {}

    def of(id: str) -> list[Entity]:
        if id in events:
            return events[id]
        if id in marked:
            return [marked[id]]
        raise ValueError(f"{id} is spoken of, and not there")

    for row in sorted(
        rows, key=lambda row: "TE".find(row[0][0]) < 0
    ):  # events first, attributes may be theirs
        kind, head = row[0][0], row[1].split() if len(row) > 1 else []
        if kind == "E":
            events[row[0]] = [entity for role in head[1:] for entity in of(role.partition(":")[2])]
            link(events[row[0]])
        elif kind == "R" and len(head) == 3:
            pair = [entity for role in head[1:] for entity in of(role.partition(":")[2])]
            equate(pair) if head[0].lower() in EQUAL else link(pair)
        elif kind == "*" and head and head[0].lower() in EQUAL:
            equate([entity for id in head[1:] for entity in of(id)])
        elif kind in "AM" and len(head) >= 2:
            for entity in of(head[1]):
                entity.attributes[head[0].lower()] = " ".join(head[2:])
        elif kind in "#N" and len(head) >= 2 and len(row) > 2:
            for entity in of(head[1]):
                entity.note = row[2].strip() if kind == "#" else entity.note or row[2].strip()
    return sorted(marked.values(), key=lambda each: each.spans)


def _entity(row: list[str], text: str) -> Entity:
    """`T1	Content 0 12;15 20	the words`, checked against the text."""
    type, *places = re.split(r"[ ;]", row[1]) if len(row) == 3 else [""]
    if not places or len(places) % 2 or not all(place.isdigit() for place in places):
        raise ValueError(f"this line is no entity: {' '.join(row)}")
    offsets = [int(place) for place in places]
    spans = tuple(Span(*pair) for pair in zip(offsets[::2], offsets[1::2], strict=True))
    there = "".join(span.of(text) for span in spans)
    if "".join(there.split()) != "".join(row[2].split()):
        raise ValueError(f"{row[0]} is {row[2]!r}, and in the text {there!r} stands there")
    return Entity(row[0], type.lower(), spans, " ".join(row[2].split()))
