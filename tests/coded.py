"""Claims made by hand, and the sample database of Discourse Network Analyzer."""

import datetime
from pathlib import Path

from reference import SHARED, present
from standpunt.model import Moment, Span
from standpunt.networks.claims import Claim, Document, Value

NOTHING = Moment()


def day(written: str) -> Moment:
    return Moment(datetime.date.fromisoformat(written), datetime.date.fromisoformat(written))


def between(first: str, last: str) -> Moment:
    return Moment(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))


def claim(
    who: str, about: str, agreement: Value | None = True, when: Moment = NOTHING, document: str = "1"
) -> Claim:
    values: dict[str, Value] = {"organization": who, "concept": about}
    if agreement is not None:
        values["agreement"] = agreement
    return Claim(Document(document, when, text="Dat moet."), Span(0, 3), when, values, "uitspraak")


def sample() -> Path:
    return present(SHARED / "data" / "dna" / "sample.dna")
