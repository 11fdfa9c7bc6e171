"""Articles as JSON Lines: each with all that was found in it, words beside offsets.

Keys are the columns of schema.sql; offsets are half-open, in characters, into `text`.
"""

from collections.abc import Collection, Iterable
from typing import IO

import msgspec

from standpunt.store import Store
from standpunt.store.rows import Row

_INSIDE = ("blocks", "chains", "mentions", "times", "statements", "event_mentions", "positions", "conditions")
_SEARCH = "lemmas"
_TEXT, _AROUND = ("text",), ("sentence",)


def write(store: Store, out: IO[str], with_text: bool = True) -> None:
    """Without text, neither that of the articles nor the sentences around what was found."""
    actors = {row["id"]: row for row in store.rows("actors")}
    events = {row["id"]: row for row in store.rows("events")}
    around = () if with_text else _AROUND
    for article, inside in store.by_article(*_INSIDE):
        found = {name: [_without(row, around) for row in rows] for name, rows in inside.items()}
        who = dict.fromkeys(row["actor_id"] for row in found["chains"] if row["actor_id"])
        what = dict.fromkeys(row["event_id"] for row in found["event_mentions"])
        line = {
            **_without(article, () if with_text else _TEXT), **found,
            "actors": [actors[key] for key in who], "events": [events[key] for key in what],
        }  # fmt: skip
        write_lines(out, [line])


def write_lines(out: IO[str], rows: Iterable[Row]) -> None:
    for row in rows:
        out.write(msgspec.json.encode(row).decode() + "\n")


def _without(row: Row, left_out: Collection[str]) -> Row:
    """A row without what only a search needs, and without what stands on the line of its article."""
    return {key: value for key, value in row.items() if key not in (_SEARCH, "article_id", *left_out)}
