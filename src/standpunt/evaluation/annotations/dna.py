"""A database of Discourse Network Analyzer in which a person coded: its documents, as far as he coded in them.

A statement of the database is a statement here, of its person, or else of its organization; where the coder used the
type `Quotation`, only those of it are. One with a concept and an agreement is a position too, `support` or `oppose`.
A concept is an issue by its id or its label.
"""

from collections.abc import Iterable
from pathlib import Path

from standpunt.errors import GoldError
from standpunt.evaluation.coding import Coding, Gold, Layer, MarkedStatement, Position
from standpunt.model import Issue, Span, Stance
from standpunt.networks import dna
from standpunt.networks.claims import Claim

MACHINE = "Standpunt"
"""The coder of what `standpunt export --format dna` wrote: nobody to be compared with."""
_QUOTATION = "Quotation"


def read(path: Path, coder: str = "", issues: Iterable[Issue] = ()) -> list[Gold]:
    """The gold of each document that the coder coded in; without a name the only one there is. Raises SourceError for
    what is no such database, and GoldError where nobody, or more than one, can be meant."""
    claims = dna.read(path).claims
    coders = sorted({claim.coder for claim in claims} - {MACHINE})
    if coder not in coders and (coder or len(coders) != 1):
        who = f"there is {', '.join(coders)}" if coders else "it holds no coding but that of Standpunt itself"
        what = "this coder coded nothing" if coder else "whose coding is meant?"
        raise GoldError(what, where=coder or str(path), hint=f"name one of them: {who}" if coders else who)
    ids = {name.casefold(): issue.id for issue in issues for name in (issue.label, issue.id)}
    of: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.coder in (coder or coders):
            of.setdefault(claim.document.id, []).append(claim)
    quoted = any(claim.type == _QUOTATION for each in of.values() for claim in each)
    return [_gold(path, each, ids, quoted) for each in of.values()]


def _gold(path: Path, claims: list[Claim], ids: dict[str, str], quoted: bool) -> Gold:
    document = claims[0].document
    said = dict.fromkeys(
        (claim.span, _who(claim)) for claim in claims if not quoted or claim.type == _QUOTATION
    )
    evidence: dict[Position, Span] = {}
    for claim in claims:
        concept, agrees = str(claim.value("concept") or ""), claim.value("agreement")
        if concept and isinstance(agrees, bool):
            stance = Stance.SUPPORT if agrees else Stance.OPPOSE
            held = _who(claim), ids.get(concept.casefold(), concept), stance.value
            evidence.setdefault(held, claim.span)
    return Gold(
        document.title or document.id,
        path.name,
        document.text,
        Coding(
            statements=tuple(MarkedStatement((span,), who) for span, who in said),
            positions=frozenset(evidence),
            evidence=evidence,
        ),
        frozenset([Layer.STATEMENTS, Layer.POSITIONS]),
    )


def _who(claim: Claim) -> str:
    return str(claim.value("person") or claim.value("organization") or "")
