"""Corrections in the file: those that hold, which of them were lost, and what becomes of them when words go."""

from collections.abc import Collection, Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, func, insert, select, update

from standpunt.dossier.corrections import Places
from standpunt.dossier.corrections.anchors import anchor
from standpunt.dossier.forgetting import Forgotten
from standpunt.model import Anchor, Article, Change, Correction, Lost, Values
from standpunt.store import tables

_COLUMNS = tables.corrections.c


def holding(connection: Connection) -> list[Correction]:
    """Those that were not undone, in their order."""
    query = select(tables.corrections).where(_COLUMNS.undone == "").order_by(_COLUMNS.number)
    return [_correction(row) for row in connection.execute(query)]


def waiting(connection: Connection, applied: Collection[int]) -> list[int]:
    """Numbers of those that were made or undone since a dossier was made with some."""
    query = select(_COLUMNS.number, _COLUMNS.undone).where(_COLUMNS.change != Change.ACCEPT.value)
    found = connection.execute(query.order_by(_COLUMNS.number))
    return [row.number for row in found if (row.undone == "") is not (row.number in applied)]


def add(connection: Connection, corrections: Iterable[Correction]) -> list[int]:
    """Keeps them, under the next numbers, whatever number they have; gives these."""
    last, numbers = connection.execute(select(func.max(_COLUMNS.number))).scalar() or 0, list[int]()
    for number, each in enumerate(corrections, last + 1):
        numbers.append(number)
        row = {
            "number": number, "change": each.change.value, "words": each.anchor.words,
            "anchor": msgspec.to_builtins(each.anchor), "before": msgspec.to_builtins(each.before),
            "after": msgspec.to_builtins(each.after), "made_by": each.by, "made_at": each.at, "note": each.note,
            "undone": "", "lost": "",
        }  # fmt: skip
        connection.execute(insert(tables.corrections), row)
    return numbers


def undo(connection: Connection, number: int, undone: str) -> Change | None:
    """What the correction did; None where none of this number holds."""
    mine = (_COLUMNS.number == number) & (_COLUMNS.undone == "")
    change = connection.execute(select(_COLUMNS.change).where(mine)).scalar()
    connection.execute(update(tables.corrections).where(mine).values(undone=undone, lost=""))
    return Change(change) if change else None


def tell_lost(connection: Connection, lost: Iterable[Lost]) -> None:
    connection.execute(update(tables.corrections).values(lost=""))
    for each in lost:
        connection.execute(
            update(tables.corrections).where(_COLUMNS.number == each.number).values(lost=each.why)
        )


def forget(connection: Connection, forgotten: Forgotten, articles: Iterable[Article]) -> None:
    """Deletes corrections that name somebody who is forgotten or whose words are gone from the articles, and renews
    what the others keep of the words around theirs."""
    places = Places(articles)
    for row in connection.execute(select(tables.corrections)).all():
        each = _correction(row)
        told = [row.note, row.made_by, *(values.actor for values in (each.before, each.after))]
        place, mine = places.find(each.anchor), _COLUMNS.number == row.number
        pieces = (*each.before.content, *each.after.content)
        if (
            place is None
            or any(map(forgotten.names, told))
            or any(piece not in place[0].text for piece in pieces)
        ):
            connection.execute(delete(tables.corrections).where(mine))
        else:
            renewed = msgspec.to_builtins(anchor(*place))
            connection.execute(update(tables.corrections).where(mine).values(anchor=renewed))


def _correction(row: Any) -> Correction:
    return Correction(
        row.number, Change(row.change), msgspec.convert(row.anchor, Anchor), msgspec.convert(row.before, Values),
        msgspec.convert(row.after, Values), row.made_by, row.made_at, row.note,
    )  # fmt: skip
