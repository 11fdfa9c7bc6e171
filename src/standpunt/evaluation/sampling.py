"""A random sample of what a dossier found, as a sheet for people to judge; `judging` reads their answers.

sheet = draw(store, Kind.STATEMENTS, 200, seed=1, by=By.RULE)

Which rows are drawn depends on the seed and on the rows themselves, not on their order: each has a number that hashes
both, and the lowest are drawn. So a larger sample with the same seed begins with the smaller one, and so does that of
a dossier that has grown, but for what is new. Drawn by strata, each gives as many as the others, as far as it has them.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest
from typing import Any

from standpunt.errors import StoreError
from standpunt.evaluation.calibration import BINS
from standpunt.store import Store
from standpunt.store.rows import Row

RIGHT, SPEAKER, NOTE = "right", "speaker right", "note"
"""Columns that people fill in."""
OF, STRATUM, SIZE = "of", "stratum", "stratum size"
"""What was drawn, the stratum that a row was drawn from, and how many rows that has in the dossier."""


class Kind(StrEnum):
    STATEMENTS = "statements"
    POSITIONS = "positions"
    EVENTS = "events"


class By(StrEnum):
    """What the strata are: a column, or for confidence bands a tenth wide."""

    RULE = "rule"
    FORM = "form"
    CONFIDENCE = "confidence"
    STANCE = "stance"
    STATUS = "status"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Band:
    """Confidences from `low` to `high`, both included."""

    low: float = 0.0
    high: float = 1.0


@dataclass(frozen=True, slots=True)
class _Sheet:
    """How a kind is asked for: its rows, the columns that tell one from another in any build, those that people see
    before and behind what they fill in."""

    rows: Callable[[Store], Iterable[Row]]
    key: tuple[str, ...]
    shown: tuple[str, ...]
    asked: tuple[str, ...]
    behind: tuple[str, ...]


def draw(
    store: Store,
    kind: Kind,
    number: int,
    *,
    seed: int = 1,
    by: By | None = None,
    band: Band | None = None,
) -> list[Row]:
    """The sheet: a row for each that is drawn, in random order, what people fill in still empty. `band` leaves out what
    is surer or less sure.

    Raises StoreError where there is nothing to draw, where `by` or `band` is of another kind, or where there are more
    strata than `number`.
    """
    sheet = _SHEETS[kind]
    found = list(sheet.rows(store))
    for column in (by, By.CONFIDENCE if band else None):
        if column and found and column not in found[0]:
            raise StoreError(f"{kind} have no {column}", where=store.where, hint="leave that option out")
    if band:
        found = [row for row in found if band.low <= row["confidence"] <= band.high]
    if not found:
        raise StoreError(f"there are no such {kind} to draw from", where=store.where)
    strata: dict[str, list[Row]] = {}
    for row in sorted(found, key=lambda row: _chance(seed, [row[name] for name in sheet.key])):
        strata.setdefault(_stratum(row, by), []).append(row)
    if len(strata) > number:
        raise StoreError(
            f"{number} cannot be spread over {len(strata)} strata",
            where=store.where,
            hint=f"draw at least {len(strata)}",
        )
    # one of each stratum, then a second of each, ...: who stops half-way has judged as many of each
    rounds = zip_longest(*(strata[name] for name in sorted(strata)))
    drawn = [row for each in rounds for row in each if row is not None][:number]
    sizes = {name: len(rows) for name, rows in strata.items()}
    return [
        {**_asked(row, sheet), OF: kind, STRATUM: (name := _stratum(row, by)), SIZE: sizes[name]}
        for row in drawn
    ]


def _asked(row: Row, sheet: _Sheet) -> Row:
    def shown(columns: Iterable[str]) -> Row:
        return {name: _plain(row[name]) for name in columns}

    asked = dict.fromkeys(sheet.asked, "")
    return {**shown(sheet.shown), **asked, **shown(sheet.behind)}


def _plain(value: Any) -> Any:
    """A cell for people: words on one line, names one after the other."""
    if isinstance(value, list):
        return ", ".join(value)
    return " ".join(value.split()) if isinstance(value, str) else value


def _stratum(row: Row, by: By | None) -> str:
    if by is By.CONFIDENCE:
        low = min(int(row["confidence"] * BINS), BINS - 1)
        return f"{low / BINS:.1f}-{(low + 1) / BINS:.1f}"
    return str(row[by]) if by else ""


def _chance(seed: int, key: list[Any]) -> bytes:
    return hashlib.sha256("\0".join([str(seed), *map(str, key)]).encode()).digest()


def _positions(store: Store) -> Iterable[Row]:
    labels = {row["id"]: row["label"] for row in store.rows("articles")}
    proposals = {row["id"]: row["proposal"] for row in store.rows("issues")}
    for row in store.rows("positions"):
        yield {**row, "article": labels[row["article_id"]], "proposal": proposals[row["issue_id"]]}


def _events(store: Store) -> Iterable[Row]:
    """Each event with the sentence that tells it first."""
    labels = {row["id"]: row["label"] for row in store.rows("articles")}
    for row in store.event_rows():
        told = row["told"][0]
        yield {**row, "sentence": told["sentence"], "article": labels[told["article_id"]]}


_SHEETS = {
    Kind.STATEMENTS: _Sheet(
        lambda store: store.statements(), ("id",), ("id", "sentence", "content", "speaker"), (RIGHT, SPEAKER, NOTE),
        ("form", "declines", "confidence", "rule", "speaker_rule", "published", "article"),
    ),
    Kind.POSITIONS: _Sheet(
        _positions, ("article_id", "start", "stop", "actor_id", "issue_id", "stance"),
        ("id", "sentence", "words", "proposal", "stance", "actor"), (RIGHT, SPEAKER, NOTE),
        ("rule", "held", "article"),
    ),
    Kind.EVENTS: _Sheet(
        _events, ("id",), ("id", "sentence", "what", "status", "day", "place", "participants"), (RIGHT, NOTE),
        ("kind", "rule", "article"),
    ),
}  # fmt: skip
