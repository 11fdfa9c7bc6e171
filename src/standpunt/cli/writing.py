"""`standpunt export` and `standpunt report`: a dossier as a file of another kind."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from standpunt.cli import options
from standpunt.cli.replacing import replacing, replacing_in
from standpunt.errors import StandpuntError


class Format(StrEnum):
    """The formats of `standpunt.export`; a test compares."""

    CSV = "csv"
    EVENTS = "events"
    POSITIONS = "positions"
    CONDITIONS = "conditions"
    JSONL = "jsonl"
    EVALUATION = "evaluation"
    GOLD = "gold"
    DNA = "dna"
    BRAT = "brat"
    CAS = "cas"
    PARQUET = "parquet"
    FTM = "ftm"
    SCHEMA_ORG = "schema-org"
    WEB_ANNOTATION = "web-annotation"
    QDPX = "qdpx"


def export(
    dossier: options.Source = options.DEFAULT,
    format: Annotated[
        Format,
        typer.Option(
            "--format",
            "-f",
            help="csv: a row for each statement; events, positions, conditions: a CSV row for each;"
            " jsonl: a line for each article with all that was found;"
            " evaluation: a line for each article as score.py reads it;"
            " gold: a folder with what people confirmed and corrected, to measure against;"
            " dna: a database that Discourse Network Analyzer 3 opens, password `standpunt`;"
            " brat: a ZIP of texts with stand-off annotations; cas: a ZIP of UIMA CAS XMI for INCEpTION;"
            " parquet: a folder with a file for each table; ftm: entities of FollowTheMoney, for OpenAleph;"
            " schema-org: quotations as JSON-LD; web-annotation: W3C Web Annotations;"
            " qdpx: a REFI-QDA project for ATLAS.ti, MAXQDA, NVivo and QualCoder.",
        ),
    ] = Format.JSONL,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="A file, or a folder for parquet and gold; otherwise standard output."
        ),
    ] = None,
    with_text: Annotated[
        bool,
        typer.Option(
            "--with-text/--without-text",
            help="Leave out the articles' texts and the sentences around findings.",
        ),
    ] = True,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format jsonl.")] = False,
    quiet: options.Quiet = False,
) -> None:
    """Write a dossier in another format.

    Example:

    - `standpunt export dossier.db --format csv -o statements.csv`
    - `standpunt export dossier.db --format events -o events.csv`
    - `standpunt export dossier.db --without-text -o to_share.jsonl`
    - `standpunt export dossier.db --format dna -o debate.dna`
    - `standpunt export dossier.db --format cas -o inception.zip`
    - `standpunt export dossier.db --format evaluation -o system.jsonl`
    - `standpunt export dossier.db --format gold -o gold`
    - `standpunt export dossier.db --format parquet -o tables`
    - `standpunt export dossier.db --format ftm -o entities.ftm.json`
    """
    from standpunt.export import FORMATS
    from standpunt.store import Store

    wanted = FORMATS[Format.JSONL if as_json else format]
    with Store(dossier) as store:
        if wanted.folder:
            if output is None:
                raise StandpuntError("this format is a folder of files", hint="name the folder with -o")
            with replacing_in(output) as folder:
                wanted.write(store, folder, with_text)
        elif output is None:
            wanted.write(store, sys.stdout.buffer if wanted.binary else sys.stdout, with_text)
            return
        else:
            with replacing(output, "wb" if wanted.binary else "w") as file:
                wanted.write(store, file, with_text)
    if not quiet:
        _tell(output)


def report(
    dossier: options.Source = options.DEFAULT,
    output: Annotated[Path, typer.Option("--output", "-o", help="The page to write.", dir_okay=False)] = Path(
        "dossier.html"
    ),
    title: Annotated[str, typer.Option("--title", help="The heading of the page.")] = "",
    facts: options.Registry = None,
    as_json: Annotated[bool, typer.Option("--json", help="Say where it is and how large, as JSON.")] = False,
    quiet: options.Quiet = False,
) -> None:
    """Write a dossier as one page that needs no network: a timeline, who stands where on the issues of its codebook,
    the speakers, articles with what was said.

    Example:

    - `standpunt report dossier.db -o dossier.html`
    """
    from standpunt import registry
    from standpunt.cli import paint
    from standpunt.report import write
    from standpunt.store import Store

    with Store(dossier) as store:
        write(store.dossier(), output, title=title, facts=registry.load(*facts or []))
    if as_json:
        paint.json({"page": str(output), "bytes": output.stat().st_size})
    elif not quiet:
        _tell(output)


def _tell(written: Path) -> None:
    from standpunt.cli import paint

    files = written.iterdir() if written.is_dir() else [written]
    size = f" {max(1, round(sum(file.stat().st_size for file in files) / 1024)):,} kB"
    paint.out().print(paint.line((str(written), "heading"), size))
