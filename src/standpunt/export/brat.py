"""A dossier as a folder for brat, in a ZIP archive: the text and the annotations of each article, and a configuration.

What is said over several lines is a mark of several pieces, because a line ends one there.
"""

import re
from collections.abc import Iterator
from typing import IO

from standpunt.errors import StandpuntError
from standpunt.export import archive
from standpunt.export.standoff import CUED_BY, SAID_BY, Sheet, sheets
from standpunt.model import ActorKind, Form, Span, Stance
from standpunt.store import Store

_LINE = re.compile(r"\S(?:[^\n\r]*\S)?")


def write(store: Store, out: IO[bytes], with_text: bool = True) -> None:
    """Raises StandpuntError without text: its offsets would mean nothing."""
    if not with_text:
        raise StandpuntError("brat shows the texts of the articles", hint="leave out --without-text")
    issues = [issue.id for issue in store.coding().issues]
    archive.write(out, _files(store, issues))


def _files(store: Store, issues: list[str]) -> Iterator[tuple[str, bytes]]:
    yield "annotation.conf", configuration(issues).encode()
    for sheet in sheets(store):
        yield f"{sheet.name}.txt", sheet.text.encode()
        yield f"{sheet.name}.ann", "".join(f"{line}\n" for line in lines(sheet)).encode()


def configuration(issues: list[str]) -> str:
    kinds = [kind.value.capitalize() for kind in ActorKind]
    types = [
        "Content",
        "Cue",
        "Source",
        *kinds,
        "Time",
        "Published",
        "Condition",
        *["Position"] * bool(issues),
    ]
    attributes = [f"Form\tArg:Content, Value:{'|'.join(Form)}", "Declines\tArg:Content"]
    if issues:
        attributes += [f"Issue\tArg:Position, Value:{'|'.join(issues)}"]
        attributes += [f"Stance\tArg:Position, Value:{'|'.join(Stance)}"]
    parts = {
        "entities": types,
        "relations": [
            "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>",
            f"{SAID_BY}\tArg1:Content, Arg2:Source", f"{CUED_BY}\tArg1:Content, Arg2:Cue",
        ],
        "events": [],
        "attributes": attributes,
    }  # fmt: skip
    return "\n".join(f"[{name}]\n" + "".join(f"{line}\n" for line in told) for name, told in parts.items())


def lines(sheet: Sheet) -> Iterator[str]:
    """The stand-off of one article."""
    for at, mark in enumerate(sheet.marks, 1):
        pieces = [piece for span in mark.spans for piece in _pieces(span, sheet.text)]
        places = ";".join(f"{start} {end}" for start, end in pieces)
        words = " ".join(word for piece in pieces for word in piece.of(sheet.text).split())
        yield f"T{at}\t{mark.type} {places}\t{words}"
    for at, link in enumerate(sheet.links, 1):
        yield f"R{at}\t{link.type} Arg1:T{link.one + 1} Arg2:T{link.other + 1}"
    told = [(of, each) for of, mark in enumerate(sheet.marks, 1) for each in mark.attributes]
    for at, (of, (name, value)) in enumerate(told, 1):
        yield f"A{at}\t{name} T{of} {value}".rstrip()
    noted = [(of, mark.note) for of, mark in enumerate(sheet.marks, 1) if mark.note]
    for at, (of, note) in enumerate(noted, 1):
        yield f"#{at}\tAnnotatorNotes T{of}\t{' '.join(note.split())}"


def _pieces(span: Span, text: str) -> list[Span]:
    """The lines of a span, without space around them."""
    return [Span(*found.span()) for found in _LINE.finditer(text, span.start, span.end)]
