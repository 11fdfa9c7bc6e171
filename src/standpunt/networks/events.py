"""Claims as a list of events, for relational event models and for reading: one row each, in order of time."""

from collections.abc import Iterable
from typing import Any

from standpunt.networks.claims import Claim

COLUMNS = (
    "earliest", "latest", "document", "title", "author", "source", "section", "type", "statement_type", "words",
)  # fmt: skip
"""Before the variables of the claims themselves. `type` is that of the document, dates are ISO; a day has twice
the same."""


def columns(claims: Iterable[Claim]) -> list[str]:
    """All that a row has: COLUMNS and the variables, in the order in which they occur."""
    return list(dict.fromkeys((*COLUMNS, *(name for claim in claims for name in claim.values))))


def rows(claims: Iterable[Claim]) -> list[dict[str, Any]]:
    """What a claim does not have is None."""
    claims = list(claims)
    empty = dict.fromkeys(columns(claims))
    return [{**empty, **claim.values, **_of_document(claim)} for claim in claims]


def _of_document(claim: Claim) -> dict[str, Any]:
    document = claim.document
    return {
        "earliest": claim.when.earliest, "latest": claim.when.latest, "document": document.id,
        "title": document.title, "author": document.author, "source": document.source, "section": document.section,
        "type": document.type, "statement_type": claim.type, "words": claim.span.of(document.text),
    }  # fmt: skip
