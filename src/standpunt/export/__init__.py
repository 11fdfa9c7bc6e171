"""A dossier → a file in another format; a module for each.

FORMATS["csv"].write(store, file, True)
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from standpunt.export import (
    brat,
    cas,
    csv,
    dna,
    evaluation,
    ftm,
    gold,
    jsonl,
    parquet,
    refi_qda,
    schema_org,
    web_annotation,
)
from standpunt.store import Store

__all__ = ["FORMATS", "Format"]


@dataclass(frozen=True, slots=True)
class Format:
    """`write` writes to an open file, of bytes where it is `binary`, or several files into a folder (a Path) where it
    is a `folder`; where its last argument is false it leaves out the articles' texts and the sentences around what
    was found. It may raise StoreError and OSError, and StandpuntError where a library is missing or the format cannot
    be without the texts."""

    write: Callable[[Store, Any, bool], None]
    about: str
    binary: bool = False
    folder: bool = False


FORMATS: Mapping[str, Format] = {
    "csv": Format(csv.write, "one row for each statement, for a spreadsheet, R or pandas"),
    "events": Format(csv.write_events, "one row for each event, as CSV"),
    "positions": Format(csv.write_positions, "one row for each position, as CSV"),
    "conditions": Format(csv.write_conditions, "one row for each condition, as CSV"),
    "jsonl": Format(jsonl.write, "one line for each article, with all that was found in it"),
    "evaluation": Format(evaluation.write, "one line for each article, as score.py reads it"),
    "gold": Format(
        gold.write, "what people confirmed and corrected, to measure against: a folder", folder=True
    ),
    "dna": Format(dna.write, "a database that Discourse Network Analyzer 3 opens", binary=True),
    "brat": Format(brat.write, "a folder for brat, as a ZIP archive", binary=True),
    "cas": Format(cas.write, "UIMA CAS XMI for INCEpTION, as a ZIP archive", binary=True),
    "parquet": Format(parquet.write, "a folder with a Parquet file for each table", folder=True),
    "ftm": Format(ftm.write, "entities of FollowTheMoney, one a line, for OpenAleph"),
    "schema-org": Format(schema_org.write, "articles, speakers and quotations as JSON-LD of schema.org"),
    "web-annotation": Format(web_annotation.write, "what was found as Web Annotations of the W3C"),
    "qdpx": Format(refi_qda.write, "a REFI-QDA project, for ATLAS.ti, MAXQDA, NVivo, QualCoder", binary=True),
}
