"""A dossier in the words of schema.org, read back as triples by rdflib."""

import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from fictional import MAYOR, MINISTER, dossier
from hostile import articles, said, stored, texts
from standpunt.export import schema_org
from standpunt.export.linked import urn
from standpunt.model import Form
from standpunt.store import Store

S = Namespace("https://schema.org/")
CONTEXT = {"@vocab": str(S)}
"""What the context at schema.org says of our keys; no test asks the network for it."""


def written(store: Store, with_text: bool = True) -> dict[str, Any]:
    out = io.StringIO()
    schema_org.write(store, out, with_text)
    held = json.loads(out.getvalue())
    assert held["@context"] == "https://schema.org"
    return {**held, "@context": CONTEXT}


def graph(store: Store, with_text: bool = True) -> Graph:
    return Graph().parse(data=json.dumps(written(store, with_text)), format="json-ld")


def words(values: Iterable[Any]) -> list[str]:
    return sorted(str(value) for value in values)


def test_what_stands_in_quotation_marks_is_a_quotation_of_its_speaker(full: Store) -> None:
    made = graph(full)
    given = [(row, said) for row, said in full.by_utterance() if not said[0]["declines"]]
    direct = [(row, said[0]) for row, said in given if said[0]["form"] == "direct"]
    quotations = set(made.subjects(RDF.type, S.Quotation))
    assert quotations == {URIRef(urn("utterance", row["id"])) for row, _ in direct}
    for row, fullest in direct:
        one = URIRef(urn("utterance", row["id"]))
        assert made.value(one, S.text) == Literal(fullest["content"])
        assert made.value(one, S.isPartOf) == URIRef(urn("article", fullest["article_id"]))
        speaker = made.value(one, S.spokenByCharacter)
        assert (speaker and made.value(speaker, S.name)) == (
            Literal(row["speaker"]) if row["speaker"] else None
        )


def test_what_is_told_in_other_words_is_a_claim_and_what_is_not_said_is_neither(full: Store) -> None:
    made = graph(full)
    rows = [said[0] for _, said in full.by_utterance() if not said[0]["declines"]]
    assert len(rows) < len(list(full.by_utterance())) <= full.counts()["statements"]
    told = [row["content"] for row in rows if row["form"] != "direct"]
    assert words(made.value(one, S.text) for one in made.subjects(RDF.type, S.Claim)) == sorted(told)
    assert all(made.value(one, S.appearance) for one in made.subjects(RDF.type, S.Claim))


PAPERS = (
    'Kop\n\n"Wij sluiten de kering pas als de dijk het houdt", zei Anna Hoek. Het regende de hele dag.\n',
    'Andere kop\n\nHet regende. "Wij sluiten de kering pas als de dijk het houdt", zei Anna Hoek.\n',
    'Kort\n\nDe minister kwam langs. "De kering pas als de dijk het houdt", zei Anna Hoek.\n',
)


def test_what_several_papers_print_is_one_quotation_with_all_its_articles(tmp_path: Path) -> None:
    with stored(tmp_path / "dossier.db", articles(PAPERS)) as store:
        made = graph(store)
        ids = [row["id"] for row in store.each("articles")]
    (one,) = (each for each in made.subjects(RDF.type, S.Quotation) if isinstance(each, URIRef))
    assert made.value(one, S.text) == Literal("Wij sluiten de kering pas als de dijk het houdt")
    assert set(made.objects(one, S.isPartOf)) == {URIRef(urn("article", id)) for id in ids}
    (shorter,) = made.objects(one, S.workExample)
    assert made.value(shorter, S.text) == Literal("De kering pas als de dijk het houdt")
    assert made.value(made.value(shorter, S.isPartOf), S.headline) == Literal("Kort")


def test_people_have_their_offices_and_articles_their_date_as_far_as_known(full: Store) -> None:
    made = graph(full)
    minister = URIRef(urn("actor", MINISTER))
    role = made.value(minister, S.hasOccupation)
    assert made.value(role, S.startDate) == Literal("2029-10-01")
    assert made.value(made.value(role, S.hasOccupation), S.name) == Literal("minister van Waterstaat")
    assert made.value(URIRef(urn("actor", MAYOR)), RDF.type) == S.Person
    assert words(made.objects(None, S.datePublished)) == ["2031-02", "2031-03-14"]
    assert len(set(made.subjects(RDF.type, S.NewsArticle))) == 3


def test_events_are_those_that_happened_or_are_planned(full: Store) -> None:
    made = graph(full)
    assert words(made.value(one, S.name) for one in made.subjects(RDF.type, S.Event)) == [
        "bezoek",
        "werken beginnen",
    ]
    assert words(made.objects(None, S.eventStatus)) == [str(S.EventScheduled)]


def test_without_text_no_article_has_any(full: Store) -> None:
    assert len(list(graph(full).objects(None, S.articleBody))) == len(dossier().articles)
    assert not list(graph(full, with_text=False).objects(None, S.articleBody))


@given(texts)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_articles_hold_comes_back(tmp_path: Path, written: list[str]) -> None:
    given = articles(written)
    with stored(tmp_path / "dossier.db", given) as store:
        made = graph(store)
    assert words(made.objects(None, S.articleBody)) == sorted(each.text for each in given)
    quoted = {content for each in given for _, _, content, form in said(each) if form is Form.DIRECT}
    assert set(words(made.value(one, S.text) for one in made.subjects(RDF.type, S.Quotation))) == quoted
