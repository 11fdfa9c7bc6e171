"""What was found in the articles as annotations of the W3C's Web Annotation model, in JSON-LD.

One page of annotations. Each points to words of an article by quoting them, with what stands around them, and by their
place in code points; its bodies say who, and what kind.
"""

from collections.abc import Iterator
from typing import IO, Any

from standpunt import __version__
from standpunt.export.linked import address, filled, place_of, urn, write_array
from standpunt.store import Store
from standpunt.store.rows import Row
from standpunt.store.walking import Found

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_INSIDE = ("mentions", "statements", "event_mentions", "positions", "conditions")

_AROUND = 32
"""Signs before and after the words that are quoted."""

Node = dict[str, Any]


def write(store: Store, out: IO[str], with_text: bool = True) -> None:
    """Without text, nothing of what stands around the words."""
    counts, stories = store.counts(), " ".join(row["id"] for row in store.each("stories"))
    head = {
        "@context": _CONTEXT,
        "id": urn("page", stories),
        "type": "AnnotationPage",
        "partOf": {
            "id": urn("collection", stories),
            "type": "AnnotationCollection",
            "label": "Standpunt",
            "total": sum(counts[table] for table in _INSIDE),
        },
        "startIndex": 0,
    }
    write_array(out, head, "items", _annotations(store, _AROUND if with_text else 0))


def _annotations(store: Store, around: int) -> Iterator[Node]:
    who = {row["id"]: _agent(row) for row in store.each("actors")}
    labels = {row["id"]: row["label"] for row in store.each("issues")}
    for article, found in store.by_article(*_INSIDE):
        for kind, key, spans, bodies in _found(found, who, labels):
            yield {
                "id": urn(kind, key),
                "type": "Annotation",
                "motivation": "identifying" if kind == "mention" else "classifying",
                "generator": {"type": "Software", "name": f"Standpunt {__version__}"},
                "body": bodies,
                "target": [_target(article, start, stop, around) for start, stop in spans],
            }


def _found(
    found: Found, who: dict[str, Node], labels: dict[str, str]
) -> Iterator[tuple[str, str, list[list[int]], list[Node]]]:
    """What was found in an article: its kind, its key, where, and what is said of it."""

    def by(actor: str | None) -> list[Node]:
        return [_specific("identifying", who[actor])] if actor else []

    for row in found["mentions"]:
        yield (
            "mention",
            _number(row),
            _place(row),
            [*by(row["actor_id"]), _is(row["form"]), _is(row["kind"])],
        )
    for row in found["statements"]:
        declines = [_is("declines")] if row["declines"] else []
        yield (
            "statement",
            _number(row),
            row["content_spans"],
            [*by(row["speaker_id"]), _is(row["form"]), *declines],
        )
    for row in found["event_mentions"]:
        event = _specific("linking", urn("event", row["event_id"]))
        yield "telling", _number(row), _place(row), [event, _is(row["kind"]), _is(row["status"])]
    for row in found["positions"]:
        tag = _text("tagging", labels[row["issue_id"]])
        yield "position", place_of(row), _place(row), [*by(row["actor_id"]), tag, _is(row["stance"])]
    for row in found["conditions"]:
        tags = [_text("tagging", labels[row["issue_id"]]), _text("tagging", row["condition_group"])]
        yield "condition", place_of(row), _place(row), [*by(row["actor_id"]), *tags, _is("condition")]


def _target(article: Row, start: int, stop: int, around: int) -> Node:
    text = article["text"]
    quoted = filled(
        type="TextQuoteSelector",
        exact=text[start:stop],
        prefix=text[max(0, start - around) : start],
        suffix=text[stop : stop + around],
    )
    source = filled(
        id=urn("article", article["id"]),
        type="Text",
        format="text/plain",
        language=article["language"],
        via=address(article["url"]),
    )
    place = {"type": "TextPositionSelector", "start": start, "end": stop}
    return {"type": "SpecificResource", "source": source, "selector": [quoted, place]}


def _agent(row: Row) -> Node:
    kind = "Person" if row["kind"] == "person" else "Organization"
    return {"id": urn("actor", row["id"]), "type": kind, "name": row["name"]}


def _number(row: Row) -> str:
    return f"{row['article_id']}-{row['number']}"


def _place(row: Row) -> list[list[int]]:
    return [[row["start"], row["stop"]]]


def _is(value: str) -> Node:
    return _text("classifying", value)


def _text(purpose: str, value: str) -> Node:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _specific(purpose: str, source: Node | str) -> Node:
    return {"type": "SpecificResource", "purpose": purpose, "source": source}
