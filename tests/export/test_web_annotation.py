"""Findings as Web Annotations: read back as triples by rdflib, and held against the model's rules."""

import io
import json
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from hostile import articles, said, stored, texts
from standpunt.export import web_annotation
from standpunt.export.linked import place_of, urn
from standpunt.store import Store

OA = Namespace("http://www.w3.org/ns/oa#")
AS = Namespace("http://www.w3.org/ns/activitystreams#")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
_TERMS = {
    "Annotation": "oa", "SpecificResource": "oa", "TextualBody": "oa", "TextQuoteSelector": "oa",
    "TextPositionSelector": "oa", "exact": "oa", "prefix": "oa", "suffix": "oa", "start": "oa", "end": "oa",
    "AnnotationPage": "as", "AnnotationCollection": "as", "Person": "foaf", "Organization": "foaf", "name": "foaf",
}  # fmt: skip
CONTEXT = {
    "oa": str(OA), "as": str(AS), "foaf": str(FOAF), "rdf": str(RDF), "id": "@id", "type": "@type",
    **{term: f"{prefix}:{term}" for term, prefix in _TERMS.items()},
    "AnnotationPage": "as:OrderedCollectionPage", "AnnotationCollection": "as:OrderedCollection",
    "items": {"@id": "as:items", "@container": "@list"}, "value": "rdf:value",
    "body": {"@id": "oa:hasBody"}, "target": {"@id": "oa:hasTarget"}, "selector": {"@id": "oa:hasSelector"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"}, "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    **{name: f"oa:{name}" for name in ("identifying", "classifying", "tagging", "linking")},
}  # fmt: skip
"""What the W3C's context says of the keys that are written; no test asks the network for it."""

MOTIVATIONS = {"identifying", "classifying", "tagging", "linking"}


def page(store: Store, with_text: bool = True) -> dict[str, Any]:
    out = io.StringIO()
    web_annotation.write(store, out, with_text)
    made: dict[str, Any] = json.loads(out.getvalue())
    return made


def graph(store: Store) -> Graph:
    held = {**page(store), "@context": CONTEXT}
    return Graph().parse(data=json.dumps(held), format="json-ld")


def test_the_page_keeps_the_rules_of_the_model(full: Store) -> None:
    made = page(full)
    assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (made["type"], made["partOf"]["type"]) == ("AnnotationPage", "AnnotationCollection")
    assert made["partOf"]["total"] == len(made["items"]) > 10
    assert len({each["id"] for each in made["items"]}) == len(made["items"])
    for each in made["items"]:
        assert each["type"] == "Annotation" and each["motivation"] in MOTIVATIONS
        assert each["target"]
        for body in each["body"]:
            assert body["purpose"] in MOTIVATIONS
            assert ("value" in body) == (body["type"] == "TextualBody")
            assert ("source" in body) == (body["type"] == "SpecificResource")


def test_every_target_quotes_what_stands_there(full: Store) -> None:
    text = {urn("article", row["id"]): row["text"] for row in full.each("articles")}
    for each in page(full)["items"]:
        for target in each["target"]:
            quote, place = target["selector"]
            held = text[target["source"]["id"]]
            start, end = place["start"], place["end"]
            assert quote["exact"] == held[start:end]
            assert held[:start].endswith(quote.get("prefix", ""))
            assert held[end:].startswith(quote.get("suffix", ""))


def test_bodies_say_who_how_and_where_they_stand(full: Store) -> None:
    made = graph(full)
    rows = list(full.each("positions"))
    assert rows
    for row in rows:
        one = URIRef(urn("position", place_of(row)))
        bodies = list(made.objects(one, OA.hasBody))
        assert Literal(row["stance"]) in {made.value(body, RDF.value) for body in bodies}
        who = [made.value(body, OA.hasSource) for body in bodies if made.value(body, OA.hasSource)]
        assert [made.value(each, FOAF.name) for each in who] == [Literal(row["actor"])]
    forms = {str(value) for value in made.objects(None, RDF.value)}
    assert {"direct", "indirect", "declines", "conditional", "visit", "planned"} <= forms


def test_a_statement_in_two_pieces_has_two_targets(full: Store) -> None:
    pieces = {
        f"{row['article_id']}-{row['number']}": len(row["content_spans"]) for row in full.each("statements")
    }
    assert 2 in pieces.values()
    made = graph(full)
    for key, number in pieces.items():
        assert len(list(made.objects(URIRef(urn("statement", key)), OA.hasTarget))) == number


def test_without_text_nothing_of_what_stands_around(full: Store) -> None:
    selectors = [target["selector"][0] for each in page(full, False)["items"] for target in each["target"]]
    assert selectors
    assert all(set(each) == {"type", "exact"} for each in selectors)


@given(texts)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_articles_hold_comes_back_at_its_place(tmp_path: Path, written: list[str]) -> None:
    given = articles(written)
    with stored(tmp_path / "dossier.db", given) as store:
        made = graph(store)
    selectors = made.subjects(RDF.type, OA.TextQuoteSelector)
    exact = sorted(str(made.value(each, OA.exact)) for each in selectors)
    starts = sorted(int(str(each)) for each in made.objects(None, OA.start))
    found = [one for each in given for one in said(each)]
    for content in (content for _, _, content, _ in found):
        assert content in exact
    assert {start for start, _, _, _ in found} <= set(starts)
