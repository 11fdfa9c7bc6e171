"""A dossier as entities of FollowTheMoney, a JSON line each, which OpenAleph and the `ftm` command read.

An entity has a schema of FollowTheMoney and properties, each a list of strings; the library is not needed to write
them.
"""

from collections.abc import Iterator
from typing import IO, Any

from standpunt import registry
from standpunt.export.jsonl import write_lines
from standpunt.export.linked import address, guid, known_day, office, place_of, wikidata, writable
from standpunt.registry.facts import Body
from standpunt.store import Store
from standpunt.store.rows import Row
from standpunt.store.walking import Found

_SCHEMA = {
    "person": "Person",
    "organisation": "Organization",
    "party": "Organization",
    "state": "PublicBody",
    "alliance": "Organization",
    "group": "LegalEntity",
}
_TOPICS = {"party": "pol.party", "state": "gov.national", "alliance": "gov.igo"}
_LANGUAGES = {"nl": "nld", "fy": "fry", "en": "eng", "de": "deu", "fr": "fra"}
_INSIDE = ("mentions", "positions", "conditions")

_LONGEST = 380
"""Signs of a name; FollowTheMoney cuts longer ones."""

Entity = dict[str, Any]


def write(store: Store, out: IO[str], with_text: bool = True) -> None:
    """Without text, articles have no `bodyText`."""
    write_lines(out, _entities(store, with_text))


def _entities(store: Store, with_text: bool) -> Iterator[Entity]:
    actors = {row["id"]: row for row in store.each("actors")}
    parties = {row["name"]: row["id"] for row in actors.values() if row["kind"] == "party"}
    posts: dict[str, None] = {}
    for actor in actors.values():
        yield _actor(actor, parties)
        if actor["kind"] == "person":
            yield from _member(actor, parties)
            yield from _held(actor, posts)
    yield from (_entity("Position", guid("office", post), name=[_name(post)]) for post in posts)
    issues = {row["id"]: row for row in store.each("issues")}
    for article, found in store.by_article(*_INSIDE):
        yield _article(article, with_text)
        yield from _mentions(article, found, actors)
        yield from _notes(article, found, issues)
    yield from (_said(utterance, given) for utterance, given in store.by_utterance())
    yield from _events(store)


def _actor(row: Row, parties: dict[str, str]) -> Entity:
    person, party = row["kind"] == "person", row["party"]
    others = [_name(alias) for alias in row["aliases"] if alias != row["name"]]
    return _entity(
        _schema(row), guid("actor", row["id"]),
        name=[_name(row["name"])],
        alias=[alias for alias in others if " " in alias],
        weakAlias=[alias for alias in others if " " not in alias],
        position=row["roles"] if person else [],
        political=[party] if person and party not in parties else [],
        topics=[_TOPICS.get(row["kind"], "")],
        wikidataId=[wikidata(row["identity"])],
    )  # fmt: skip


def _schema(row: Row) -> str:
    fact = registry.load().by_key(row["identity"])
    return "Company" if isinstance(fact, Body) and fact.company else _SCHEMA[row["kind"]]


def _member(row: Row, parties: dict[str, str]) -> Iterator[Entity]:
    if row["party"] in parties:
        member, party = guid("actor", row["id"]), guid("actor", parties[row["party"]])
        yield _entity("Membership", guid("membership", member + party), member=[member], organization=[party])


def _held(row: Row, posts: dict[str, None]) -> Iterator[Entity]:
    """The offices of a person; their names are added to `posts`."""
    for written in row["offices"]:
        post, first, last = office(written)
        posts[post] = None
        yield _entity(
            "Occupancy", guid("occupancy", f"{row['id']} {written}"),
            holder=[guid("actor", row["id"])], post=[guid("office", post)], startDate=[first], endDate=[last],
        )  # fmt: skip


def _article(row: Row, with_text: bool) -> Entity:
    return _entity(
        "Article", guid("article", row["id"]),
        title=[row["label"]],
        fileName=[row["source"].rpartition("/")[2]],
        publisher=[row["outlet"]],
        author=[row["author"], row["agency"]],
        publishedAt=[known_day(row["published_earliest"], row["published_latest"])],
        sourceUrl=[address(row["url"])],
        language=[_LANGUAGES.get(row["language"], "")],
        bodyText=[row["text"] if with_text else ""],
    )  # fmt: skip


def _mentions(article: Row, found: Found, actors: dict[str, Row]) -> Iterator[Entity]:
    """Who is named in an article, once each, under the names that it gives."""
    names: dict[str, list[str]] = {}
    for row in found["mentions"]:
        if row["actor_id"] and row["form"] == "name":
            names.setdefault(row["actor_id"], []).append(_name(row["head"]))
    for who, given in names.items():
        yield _entity(
            "Mention", guid("mention", f"{article['id']} {who}"),
            document=[guid("article", article["id"])], resolved=[guid("actor", who)], name=given,
            detectedSchema=[_schema(actors[who])],
        )  # fmt: skip


def _said(utterance: Row, given: list[Row]) -> Entity:
    """What is said once, at its fullest, with all articles that give it."""
    fullest = given[0]
    return _entity(
        "Note", guid("utterance", utterance["id"]),
        name=[_name(f"{utterance['speaker'] or '?'}: {fullest['content']}")],
        entity=[guid("actor", utterance["speaker_id"]) if utterance["speaker_id"] else ""],
        description=[row["content"] for row in given],
        keywords=["statement", fullest["form"], "declines" if fullest["declines"] else ""],
        summary=[_when(fullest["said"] or fullest["published"])],
        proof=[guid("article", row["article_id"]) for row in given],
        publisher=[row["outlet"] for row in given],
        sourceUrl=[address(row["url"]) for row in given],
    )  # fmt: skip


def _notes(article: Row, found: Found, issues: dict[str, Row]) -> Iterator[Entity]:
    """Who stands where in an article, and on which condition, each with its words."""
    place: dict[str, list[str]] = {
        "proof": [guid("article", article["id"])],
        "publisher": [article["outlet"]],
        "sourceUrl": [address(article["url"])],
    }
    for kind in ("position", "condition"):
        for row in found[f"{kind}s"]:
            issue, what = (
                issues[row["issue_id"]]["label"],
                row["stance" if kind == "position" else "condition_group"],
            )
            yield _entity(
                "Note", guid(kind, place_of(row)), **place,
                name=[_name(f"{row['actor']}: {what}, {issue}")],
                entity=[guid("actor", row["actor_id"])],
                description=[row["words"]],
                keywords=[kind, what, issue],
                summary=[_when(row["held"])],
            )  # fmt: skip


def _events(store: Store) -> Iterator[Entity]:
    """What happened or is planned; what is only possible is none."""
    who: dict[str, list[str]] = {}
    for row in store.each("event_participants"):
        who.setdefault(row["event_id"], []).append(guid("actor", row["actor_id"]))
    for row in store.each("events"):
        if row["status"] != "hypothetical":
            yield _entity(
                "Event", guid("event", row["id"]),
                name=[_name(row["what"])],
                date=[known_day(row["earliest"], row["latest"])],
                location=[row["place"]],
                involved=who.get(row["id"], []),
                keywords=[row["kind"], row["status"]],
                summary=[_when(row["day"])],
                proof=[guid("article", row["id"].rpartition("-")[0])],
            )  # fmt: skip


def _when(written: str) -> str:
    return "" if written == "onbekend" else written


def _name(words: str) -> str:
    return " ".join(words.split())[:_LONGEST]


def _entity(schema: str, id: str, **properties: list[str]) -> Entity:
    """Without values that are empty or given twice."""
    held = {
        name: [value for value in dict.fromkeys(map(writable, values)) if value.strip()]
        for name, values in properties.items()
    }
    return {
        "id": id,
        "schema": schema,
        "properties": {name: values for name, values in held.items() if values},
    }
