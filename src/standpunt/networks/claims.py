"""The nouns of networks: who claims what, where, when, with which values.

Document, Claim      one coded statement and what it stands in
Coding               all of a source, with what it tells about the people and concepts themselves
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from standpunt.model import Moment, Span

Value = str | int | bool


@dataclass(frozen=True, slots=True)
class Document:
    """What a claim stands in; `id` is unique within its source."""

    id: str
    published: Moment
    title: str = ""
    text: str = ""
    author: str = ""
    source: str = ""
    section: str = ""
    type: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One coded statement. `span` are its words in the document's text, `when` the days on one of which it was
    made, `type` the kind of statement in its source, `coder` who coded it. `values` are those of its variables
    (`organization`, `concept`, `agreement`); one that is not coded is left out."""

    document: Document
    span: Span
    when: Moment
    values: Mapping[str, Value]
    type: str = ""
    coder: str = ""

    def value(self, variable: str) -> Value | None:
        """Of a variable of its own or else of its document (`author`, `source`, `section`, `type`, `title`,
        `id`); None where it is empty or not coded."""
        found = self.values.get(variable)
        if found is None and variable in _OF_DOCUMENT:
            found = getattr(self.document, variable)
        return None if found == "" else found


_OF_DOCUMENT = ("author", "source", "section", "type", "title", "id")


@dataclass(frozen=True, slots=True)
class Coding:
    """The claims of a source, in order of time (open ones last), and what it tells about a value of a variable:
    `attributes["organization", "Senate"]` is `{"Type": "Government"}`. `documents` are all, also those in which
    nothing is claimed."""

    claims: tuple[Claim, ...]
    attributes: Mapping[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)
    documents: tuple[Document, ...] = ()
