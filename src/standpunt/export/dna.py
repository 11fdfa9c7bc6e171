"""A dossier as a database of Discourse Network Analyzer 3, to be opened, corrected and coded further there.

All articles are documents. There are three types of statements:

    DNA Statement   a position with a side: person, organization, concept (the id of the issue), agreement
    No side         a position that leaves it open or declines: the same without agreement
    Quotation       who said what, coded with issues or not: person, organization, form, declines

Positions have `stance` and `held` besides. All are by the coder CODER, so that what people add stays apart. What is
said in several pieces is one statement from the first to the last.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import IO

from standpunt.errors import StandpuntError
from standpunt.model import Actor, DatedArticle, Span
from standpunt.networks import dna, positions
from standpunt.networks.claims import Claim, Coding, Document
from standpunt.networks.dna import DEFAULT_TYPE
from standpunt.store import Store
from standpunt.store.rows import label

CODER = "Standpunt"
NO_SIDE, QUOTATION = "No side", "Quotation"

_ALIAS, _NOTES = "Alias", "Notes"
_CALLED = {"kind": "Type", "label": _ALIAS, "proposal": _NOTES}
"""What the attributes of positions are called in every such database."""


def write(store: Store, out: IO[bytes], with_text: bool = True) -> None:
    """Raises StandpuntError without text: its offsets would mean nothing."""
    if not with_text:
        raise StandpuntError(
            "a .dna database holds the texts of its articles", hint="leave out --without-text"
        )
    dna.write(coding(store), out)


def coding(store: Store) -> Coding:
    """Raises StoreError as `Store.dossier`."""
    found = positions.read(store)
    articles = list(store.dated_articles())
    documents = {
        given.id: replace(given, title=label(dated.article), notes=_notes(dated))
        for given, dated in zip(found.documents, articles, strict=True)
    }
    claims = [
        replace(
            claim, document=documents[claim.document.id], coder=CODER,
            type=DEFAULT_TYPE if "agreement" in claim.values else NO_SIDE,
            values={name: value for name, value in claim.values.items() if name != "actor"},
        )
        for claim in found.claims
    ]  # fmt: skip
    actors = {actor.id: actor for actor in store.actors()}
    called = positions.names(actors.values())
    for dated in articles:
        claims += _quotations(dated, documents[dated.article.id], actors, called)
    attributes = {
        of: {_CALLED.get(name, name): said for name, said in told.items()}
        for of, told in found.attributes.items()
    }
    for id, actor in actors.items():
        for variable in ("person", "organization"):
            others = [name for name in actor.aliases if name != actor.name]
            if others and (variable, called[id]) in attributes:
                attributes[variable, called[id]][_ALIAS] = "; ".join(others)
    return Coding(tuple(claims), attributes, tuple(documents.values()))


def _notes(dated: DatedArticle) -> str:
    """What its date cannot hold, and where it came from."""
    published = "" if dated.published.precision == "day" else f"published: {dated.published}"
    return "\n".join(filter(None, (published, dated.article.url)))


def _quotations(
    dated: DatedArticle, document: Document, actors: Mapping[str, Actor], called: Mapping[str, str]
) -> Iterator[Claim]:
    for said in dated.reading.statements:
        speaker = actors.get(dated.actors[said.speaker]) if said.speaker is not None else None
        who = positions.person_or_organization(speaker, called[speaker.id]) if speaker else {}
        yield Claim(
            document, Span(said.content[0].start, said.content[-1].end), document.published,
            {**who, "form": said.form.value, "declines": said.declines}, QUOTATION, CODER,
        )  # fmt: skip
