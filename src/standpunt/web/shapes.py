"""The shapes of what goes out as data, behind a page and by the API: the columns of the store's tables, as they are
documented there, and what `Answers` makes of them."""

import datetime
from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any, Literal

from pydantic import BaseModel, Field, create_model
from sqlalchemy import JSON, Boolean, Column, Date, Float, Integer, Text

from standpunt.model import (
    ActorKind,
    Anchor,
    Change,
    Clue,
    EventKind,
    EventStatus,
    Form,
    Stance,
    Values,
)
from standpunt.store import tables

Shape = type[BaseModel]
Fields = dict[str, Any]

_TYPES: dict[type, Any] = {
    Text: str, Integer: int, Float: float, Boolean: bool, Date: datetime.date, JSON: list[str],
}  # fmt: skip
_SPANS = list[tuple[int, int]]
_EXACT: dict[str, Any] = {
    "actors.kind": ActorKind, "articles.published_evidence": list[Clue], "conditions.failed": Stance,
    "conditions.met": Stance, "corrections.after": Values, "corrections.anchor": Anchor,
    "corrections.before": Values, "corrections.change": Change, "events.evidence": list[Clue],
    "events.kind": EventKind, "events.status": EventStatus, "positions.stance": Stance,
    "statements.content_spans": _SPANS, "statements.form": Form,
}  # fmt: skip
"""What a column holds, where its type in the database tells less."""


def _column(column: Column[Any]) -> tuple[Any, Any]:
    kind = _EXACT.get(str(column)) or _TYPES[type(column.type)]
    return kind | None if column.nullable else kind, Field(description=column.comment)


def _columns(table: str, *names: str, without: Iterable[str] = ()) -> Fields:
    """Those of a table, or of these names; without what only a search or a list needs."""
    columns = tables.metadata.tables[table].columns
    left_out = {"lemmas", "place", "listed", *without}
    return {name: _column(columns[name]) for name in names or columns.keys() if name not in left_out}


def _told(kind: Any, about: str) -> tuple[Any, Any]:
    return kind, Field(description=about)


def _shape(name: str, about: str, /, **fields: Any) -> Shape:
    made: Shape = create_model(name, __doc__=about, **fields)
    return made


_PAPER = _columns("articles", "outlet", "agency")
_IN_ARTICLE: Fields = {"article": _told(str, "label of the article"), **_PAPER}
_SAID: Fields = {
    **_columns("statements"), **_PAPER, **_columns("articles", "url"),
    "witnesses": _told(int, "how many articles give it"),
}  # fmt: skip
_SHOWN = _columns(
    "articles", "id", "number", "label", "outlet", "agency", "published", "published_earliest",
    "published_latest", "words",
)  # fmt: skip

STATEMENT = _shape("Statement", "A statement in an article.", **_columns("statements"))
SAID = _shape("Said", "What was said, once, in its fullest words.", **_SAID)
ARTICLE = _shape(
    "Article", "An article, without its text.", **_SHOWN, statements=_told(int, "how many are in it")
)
ACTOR = _shape("Actor", "Who is spoken of, over all articles.", **_columns("actors"))
POSITION = _shape("Position", "A stance on an issue, at a place that shows it.", **_columns("positions"))
HELD = _shape("Held", "A position, and where it stands.", **_columns("positions"), **_IN_ARTICLE)
STATED = _shape("Stated", "A condition, and where it stands.", **_columns("conditions"), **_IN_ARTICLE)
EVENT = _shape("Event", "What happened or is planned.", **_columns("events"))
SET_ASIDE = _shape(
    "SetAside", "Input that is in no article, and why.", **_columns("set_aside", without=["origin"])
)
CORRECTION = _shape("Correction", "What somebody corrected or confirmed.", **_columns("corrections"))
TIE = _shape(
    "Tie", "Two actors who agree or disagree.",
    source_id=_told(str, "an actor"), source=_told(str, "his name"), target_id=_told(str, "another"),
    target=_told(str, "his name"), weight=_told(float, "agreement less disagreement, from -1 to 1"),
)  # fmt: skip
COVERAGE = _shape(
    "Coverage", "How many articles can have been published between two days.",
    earliest=_told(datetime.date | None, "the first day"), latest=_told(datetime.date | None, "the last day"),
    articles=_told(int, "how many"),
)  # fmt: skip
ISSUE = _shape(
    "Issue", "An issue of the codebook.", **_columns("issues", "id", "label", "proposal"),
    positions=_told(dict[Stance, int], "how many positions take which stance"),
    actors=_told(int, "how many actors take one"),
)  # fmt: skip

_SIDE = ("actor", "stance", "held", "sentence", "article_id", "article", "outlet")


def _two(one: str, other: str) -> Fields:
    """What two positions show and where, behind the names of both."""
    kept = {**_columns("positions"), **_IN_ARTICLE}
    return {f"{side}_{name}": kept[name] for side in (one, other) for name in _SIDE}


SHIFTED = _shape(
    "Shifted", "Who takes another stance than before, in one row.", **_columns("shifts", without=["held_latest"]),
    **_two("before", "after"),
)  # fmt: skip
CLASHING = _shape(
    "Clashing", "Two stances that do not go together, in one row.", **_columns("contradictions"), **_two("one", "other")
)  # fmt: skip
QUIET = _shape("Quiet", "Who is silent on an issue, and in how many articles.", **_columns("silent"))
_SPREAD = {
    **_columns("positions", "issue_id"),
    "stance": _told(Stance | None, "of most members; null where none has most"),
    "share": _told(float, "of the members who take the commonest stance"),
    "members": _told(dict[Stance, int], "how many take which stance"),
    "deviating": _told(int, "how many members take another; none where no stance has most"),
}
BLOC = _shape(
    "Bloc", "Where most members of a bloc stand on an issue.", bloc=_told(str, "the bloc"), **_SPREAD
)

# ---------------------------------------------------------------------------------------------- by the API alone

WHOLE_ARTICLE = _shape(
    "WholeArticle", "An article with its text and what was found in it.", **_columns("articles"),
    statements=_told(list[STATEMENT], "in the order of the text"),  # type: ignore[valid-type]
    positions=_told(list[POSITION], "in the order of the text"),  # type: ignore[valid-type]
)  # fmt: skip
HAPPENED = _shape("Happened", "An event on the timeline.", type=(Literal["event"], ...), **_columns("events"))
SPOKEN = _shape("Spoken", "A statement on the timeline.", type=(Literal["statement"], ...), **_SAID)
CELL = _shape(
    "Cell", "Where an actor stands on an issue.",
    **_columns("positions", "actor_id", "actor", "issue_id", "held", "stance"),
    positions=_told(list[int], "the ids of the positions that it rests on"),
)  # fmt: skip
SPREAD = _shape(
    "Spread", "Where most members of a party or bloc stand on an issue.",
    party=(str | None, Field(None, description="the party, where parties were asked for")),
    bloc=(str | None, Field(None, description="the bloc, where blocs were asked for")),
    **_SPREAD,
)  # fmt: skip
SILENT = _shape(
    "Silent", "Who speaks in an article about an issue and takes no position on it.",
    **_columns("positions", "actor", "issue_id", "article_id"),
    declines=_told(bool, "declines to take one"), **_columns("articles", "published"),
    article=_told(str, "label of the article"),
)  # fmt: skip
SHIFT = _shape(
    "Shift", "Who takes another stance than before.", **_columns("shifts", "line", "offices"),
    before=_told(HELD, "the position before"), after=_told(HELD, "the position after"),
)  # fmt: skip
CONTRADICTION = _shape(
    "Contradiction", "Stances that do not go together, close in time.", **_columns("contradictions", "side"),
    one=_told(HELD, "a position"), other=_told(HELD, "a position that does not go with it"),
)  # fmt: skip
OUTCOME = _shape(
    "Outcome", "Where an actor stands if conditions hold or fail.", **_columns("positions", "actor_id", "actor"),
    was=_told(Stance, "what he shows"), stance=_told(Stance | None, "what follows; null where that hangs"),
    hangs=_told(list[str], "the groups of conditions that it hangs on"),
    rests=_told(list[HELD | STATED], "what decides it"),  # type: ignore[valid-type]
)  # fmt: skip
HITS = _shape(
    "Hits", "What a search found, best first.",
    statements=_told(list[STATEMENT], "with these words"),  # type: ignore[valid-type]
    articles=_told(list[_shape("Found", "An article that was found.", **_SHOWN)], "with these words"),  # type: ignore[misc]
    words=_told(list[str], "the forms that were looked for, in small letters without accents"),
    total=_told(dict[str, int], "how many there are before the limit"),
)  # fmt: skip
KNOWN = _shape(
    "Known", "What is to be known of the dossier as a whole.",
    dossier=_told(str, "the name of its file"), version=_told(str, "of Standpunt"),
    editable=_told(bool, "whether corrections can be made here"),
    complete=_told(bool, "false while a build is going on, or where one was stopped, or a correction waits"),
    waiting=_told(list[int], "numbers of the corrections that the dossier is still to be made anew with"),
    fault=_told(str, "why that failed the last time; empty where it did not"),
    counts=_told(dict[str, int], "how many articles, utterances, actors, events and positions there are"),
)  # fmt: skip


def listing(*rows: Shape) -> Shape:
    """Some rows of a list, each of one of these shapes."""
    return _shape(
        f"{rows[0].__name__}Rows", "Some rows of a list.",
        rows=_told(list[reduce(or_, rows)], "in their order"),  # type: ignore[misc]
        after=_told(str, "asks for the rows that follow; empty at the end"),
    )  # fmt: skip
