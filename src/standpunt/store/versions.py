"""The builds that were completed, and the texts of an article one after the other, in what was collected."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

import msgspec
from sqlalchemy import ColumnElement, Connection, delete, exists, func, insert, or_, select, update

from standpunt.dossier.revisions import Given, followed
from standpunt.model import Article, Reading, Version
from standpunt.store import tables
from standpunt.store.rows import Row

_HAVE, _READ = tables.sources.c, tables.readings.c
_BATCH = 500

NOW = _HAVE.version_of == ""
"""What sources give now, and not an earlier version."""


class Replaced(NamedTuple):
    """How many texts were followed by another version of their article, and how many are gone."""

    revised: int = 0
    dropped: int = 0


class _Text(NamedTuple):
    given: Given
    build: int
    read: bool


def last_build(connection: Connection) -> int:
    """The number of the last build that was completed; 0 where none was counted."""
    return connection.execute(select(func.max(tables.builds.c.number))).scalar() or 0


def unfinished(connection: Connection) -> bool:
    """Whether articles have come since."""
    return bool(connection.execute(select(exists().where(_HAVE.build > last_build(connection)))).scalar())


def end_build(connection: Connection, made_at: str) -> None:
    """Counts a build that is completed."""
    made_by = connection.execute(select(_READ.made_by).distinct().order_by(_READ.made_by)).scalars()
    row = {"number": last_build(connection) + 1, "made_at": made_at, "made_by": " ".join(made_by)}
    connection.execute(insert(tables.builds), row)


def put(connection: Connection, given: Sequence[Row]) -> int:
    """Keeps rows of sources that do not yet say which build brings them. A text that was an earlier version counts
    again. Returns how many are new or have changed."""
    columns = (_HAVE.id, _HAVE.digest, _HAVE.build, _HAVE.version_of)
    ids = [row["id"] for row in given]
    known = {row.id: row for row in connection.execute(select(*columns).where(_HAVE.id.in_(ids)))}
    number = last_build(connection) + 1
    new = []
    for row in given:
        had = known.get(row["id"])
        if had is None or had.version_of:
            new.append({**row, "build": number, "version_of": ""})
        elif had.digest != row["digest"]:
            new.append({**row, "build": had.build, "version_of": ""})
    if new:
        connection.execute(delete(tables.sources).where(_HAVE.id.in_([row["id"] for row in new])))
        connection.execute(insert(tables.sources), new)
    return len(new)


def replace(
    connection: Connection, gone: Collection[str], given: Collection[str], *, drops: bool = True
) -> Replaced:
    """What sources no longer give. A text that was followed by one of those given now becomes an earlier version of it,
    if a build was completed with it; one that only moved makes room; all others are dropped with their versions, or
    without `drops` stay."""
    if not gone:
        return Replaced()
    last, old = last_build(connection), list(_texts(connection, gone, NOW))
    new = list(_texts(connection, given, _HAVE.build > last))
    later = followed([each.given for each in old], [each.given for each in new])
    hashes = {each.given.article.id: each.given.article.text_hash for each in new}
    revised = dropped = 0
    for each in old:
        id, into = each.given.article.id, later.get(each.given.article.id)
        if into is None and not drops:
            continue
        if into is None:
            drop(connection, or_(_HAVE.id == id, _HAVE.version_of == id))
            dropped += 1
            continue
        connection.execute(update(tables.sources).where(_HAVE.version_of == id).values(version_of=into))
        if hashes[into] == each.given.article.text_hash:
            connection.execute(update(tables.sources).where(_HAVE.id == into).values(build=each.build))
            drop(connection, _HAVE.id == id)
        elif each.build <= last and each.read:
            connection.execute(update(tables.sources).where(_HAVE.id == id).values(version_of=into))
            revised += 1
        else:
            drop(connection, _HAVE.id == id)
    return Replaced(revised, dropped)


def drop(connection: Connection, which: ColumnElement[bool]) -> None:
    """Deletes texts with their readings."""
    ids = select(_HAVE.id).where(which)
    connection.execute(delete(tables.readings).where(_READ.article_id.in_(ids)))
    connection.execute(delete(tables.sources).where(which))


def builds_of(connection: Connection) -> dict[str, int]:
    """For each article of the dossier the number of the build that brought its text."""
    query = select(_HAVE.id, _HAVE.build).join(tables.articles, tables.articles.c.id == _HAVE.id)
    return {row.id: row.build for row in connection.execute(query)}


def versions(connection: Connection, article: str = "") -> dict[str, tuple[Version, ...]]:
    """The versions of each article that has earlier ones, or of this one, as they were read, without what people
    corrected. The last is what its source gives now, if that could be read."""
    owner = func.coalesce(func.nullif(_HAVE.version_of, ""), _HAVE.id)
    several = select(_HAVE.version_of).where(_HAVE.version_of == article if article else ~NOW)
    query = (
        select(owner.label("owner"), _HAVE.build, _HAVE.article, _READ.reading)
        .join(tables.readings, _READ.article_id == _HAVE.id)
        .where(owner.in_(several))
        .order_by(_HAVE.build)
    )
    found: dict[str, list[Version]] = defaultdict(list)
    for row in connection.execute(query):
        read = msgspec.json.decode(row.article, type=Article), msgspec.json.decode(row.reading, type=Reading)
        found[row.owner].append(Version(row.build, *read))
    return {owner: tuple(each) for owner, each in found.items()}


def _texts(connection: Connection, ids: Collection[str], which: ColumnElement[bool]) -> Iterator[_Text]:
    ordered = sorted(ids)
    for at in range(0, len(ordered), _BATCH):
        some = ordered[at : at + _BATCH]
        query = (
            select(_HAVE.origin, _HAVE.article, _HAVE.build, _READ.article_id)
            .outerjoin(tables.readings, _READ.article_id == _HAVE.id)
            .where(_HAVE.id.in_(some), which)
        )
        for row in connection.execute(query):
            article = msgspec.json.decode(row.article, type=Article)
            yield _Text(Given(row.origin, article), row.build, row.article_id is not None)
