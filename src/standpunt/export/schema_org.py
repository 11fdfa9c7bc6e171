"""A dossier as JSON-LD in the words of schema.org: articles, who speaks, quotations and claims, events."""

from collections.abc import Iterator
from typing import IO, Any

from standpunt.export.linked import address, filled, known_day, office, urn, wikidata, write_array
from standpunt.store import Store
from standpunt.store.rows import Row

_TYPES = {
    "person": "Person",
    "organisation": "Organization",
    "party": "Organization",
    "state": "GovernmentOrganization",
    "alliance": "Organization",
    "group": "Organization",
}

Node = dict[str, Any]


def write(store: Store, out: IO[str], with_text: bool = True) -> None:
    """Without text, articles have no `articleBody`."""
    write_array(out, {"@context": "https://schema.org"}, "@graph", _nodes(store, with_text))


def _nodes(store: Store, with_text: bool) -> Iterator[Node]:
    parties = {row["name"]: row["id"] for row in store.each("actors") if row["kind"] == "party"}
    yield from (_actor(row, parties) for row in store.each("actors"))
    yield from (_article(row, with_text) for row in store.each("articles"))
    for utterance, given in store.by_utterance():
        if not given[0]["declines"]:
            yield _said(utterance, given)
    who: dict[str, list[Node]] = {}
    for row in store.each("event_participants"):
        who.setdefault(row["event_id"], []).append(_id("actor", row["actor_id"]))
    for row in store.each("events"):
        if row["status"] != "hypothetical":
            yield _event(row, who.get(row["id"], []))


def _actor(row: Row, parties: dict[str, str]) -> Node:
    item = wikidata(row["identity"])
    known = filled(
        _type=_TYPES[row["kind"]],
        _id=urn("actor", row["id"]),
        name=row["name"],
        alternateName=[alias for alias in row["aliases"] if alias != row["name"]],
        sameAs=f"http://www.wikidata.org/entity/{item}" if item else "",
    )
    if row["kind"] != "person":
        return known
    party = row["party"]
    return known | filled(
        jobTitle=row["roles"],
        memberOf=_id("actor", parties[party]) if party in parties else _organization(party),
        hasOccupation=[_occupation(each) for each in row["offices"]],
    )


def _occupation(written: str) -> Node:
    name, first, last = office(written)
    return filled(
        _type="Role",
        hasOccupation={"@type": "Occupation", "name": name},
        startDate=first,
        endDate=last,
    )


def _article(row: Row, with_text: bool) -> Node:
    return filled(
        _type="NewsArticle",
        _id=urn("article", row["id"]),
        identifier=row["id"],
        headline=row["label"],
        datePublished=known_day(row["published_earliest"], row["published_latest"]),
        publisher=_organization(row["outlet"]),
        sourceOrganization=_organization(row["agency"]),
        creditText=row["author"],
        url=address(row["url"]),
        inLanguage=row["language"],
        articleBody=row["text"] if with_text else "",
    )


def _said(utterance: Row, given: list[Row]) -> Node:
    """What is said once, at its fullest, in all articles that give it; those that give it in other words as examples.
    Words in quotation marks are a Quotation; what is told in others is a Claim."""
    fullest, others = given[0], [row for row in given if row["content"] != given[0]["content"]]
    speaker = _id("actor", utterance["speaker_id"]) if utterance["speaker_id"] else None
    return {
        **_words(fullest, speaker, [_id("article", row["article_id"]) for row in given]),
        **filled(
            _id=urn("utterance", utterance["id"]),
            dateCreated=known_day(fullest["said_earliest"], fullest["said_latest"]),
            workExample=[_words(row, None, [_id("article", row["article_id"])]) for row in others],
        ),
    }


def _words(row: Row, speaker: Node | None, articles: list[Node]) -> Node:
    if row["form"] == "direct":
        return filled(_type="Quotation", text=row["content"], spokenByCharacter=speaker, isPartOf=articles)
    return filled(_type="Claim", text=row["content"], author=speaker, appearance=articles)


def _event(row: Row, who: list[Node]) -> Node:
    return filled(
        _type="Event",
        _id=urn("event", row["id"]),
        name=row["what"],
        startDate=known_day(row["earliest"], row["latest"]),
        eventStatus="https://schema.org/EventScheduled" if row["status"] == "planned" else "",
        location=filled(_type="Place", name=row["place"]) if row["place"] else None,
        attendee=who,
        subjectOf=_id("article", row["id"].rpartition("-")[0]),
    )


def _organization(name: str) -> Node | None:
    return {"@type": "Organization", "name": name} if name else None


def _id(kind: str, key: str) -> Node:
    return {"@id": urn(kind, key)}
