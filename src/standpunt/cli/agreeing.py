"""`standpunt agreement`: what people coded beside what Standpunt found."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from standpunt.cli import options

if TYPE_CHECKING:
    from standpunt.evaluation.agreement import Agreement, Disagreement
    from standpunt.evaluation.coding import Gold
    from standpunt.model import Dossier


def agreement(
    coded: Annotated[
        Path,
        typer.Argument(
            metavar="CODING",
            help="A .dna file, or a folder of annotations: YAML, brat stand-off (.ann) or UIMA CAS XMI (.xmi).",
        ),
    ],
    dossier: options.Source = options.DEFAULT,
    coder: Annotated[
        str,
        typer.Option("--coder", help="Of a .dna file: whose coding; it may be left out where there is one."),
    ] = "",
    texts: options.Texts = None,
    as_json: options.AsJson = False,
) -> None:
    """Compare what a person coded with what Standpunt found: Krippendorff's alpha, F1, and where they disagree.

    An article is known by its text: code the texts of the dossier, for instance as `standpunt export` wrote them
    with `--format dna`, `brat` or `cas`.

    Example:

    - `standpunt agreement debate.dna dossier.db --coder Anna`
    - `standpunt agreement annotated dossier.db --json`
    """
    from standpunt.cli import paint
    from standpunt.evaluation.agreement import agree
    from standpunt.store import Store

    with Store(dossier) as store:
        found = store.dossier()
    agreed = agree(_golds(coded, found, coder, texts), found, sides=_of_dna(coded))
    if as_json:
        paint.json(_plain(agreed))
    else:
        _tell(agreed)


def _of_dna(coded: Path) -> bool:
    return coded.suffix.lower() == ".dna"


def _golds(coded: Path, dossier: "Dossier", coder: str, texts: Path | None) -> "list[Gold]":
    from standpunt.evaluation import annotations
    from standpunt.evaluation.annotations import dna

    if _of_dna(coded):
        return dna.read(coded, coder, dossier.issues)
    return annotations.read(coded, texts or coded)


def _plain(agreed: "Agreement") -> dict[str, Any]:
    return {
        "notes": agreed.report.notes,
        "articles": list(agreed.report.articles),
        "alpha": agreed.alphas,
        "figures": agreed.report.total.as_json(),
        "disagreements": agreed.disagreements,
    }


def _tell(agreed: "Agreement") -> None:
    from standpunt.cli import paint
    from standpunt.cli.evaluating import share, total

    out, err = paint.out(), paint.err()
    for note in agreed.report.notes:
        err.print(paint.line((note, "warning")), soft_wrap=True)
    table = paint.columns("agreement", "alpha", "same", "of")
    for figure, each in agreed.alphas.items():
        table.add_row(figure, share(each.value), f"{each.agreed:,}", f"{each.units:,}")
    paint.table(out, table)
    paint.table(out, total(agreed.report))
    for disagreement in agreed.disagreements:
        out.print(_disagreement(disagreement), soft_wrap=True)


def _disagreement(each: "Disagreement") -> Any:
    from standpunt.cli import paint

    said = f"{each.label}: {each.words}" if each.label and each.words else each.label or each.words
    sentence = (f"\n  in: {each.sentence}", "quiet") if each.sentence else ""
    return paint.line((f"{each.who}  ", "warning"), f"{each.figure}  ", said, f"  [{each.article}]", sentence)
