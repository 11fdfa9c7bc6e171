"""`standpunt evaluate`."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from standpunt.cli import options
from standpunt.cli.building import progress
from standpunt.cli.issues import read as read_codebook

if TYPE_CHECKING:
    from rich.table import Table

    from standpunt.evaluation import Report
    from standpunt.evaluation.breakdown import Group
    from standpunt.evaluation.calibration import Calibration
    from standpunt.evaluation.differences import Difference


class By(StrEnum):
    RULE = "rule"
    SPEAKER = "speaker"
    FORM = "form"


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD",
            help="A folder of annotations: YAML as in examples/gold, brat stand-off (.ann) or UIMA CAS (.xmi).",
            file_okay=False,
        ),
    ],
    texts: options.Texts = None,
    model: options.Model = None,
    facts: options.Registry = None,
    book: options.Codebook = None,
    by: Annotated[
        By | None,
        typer.Option(
            "--by",
            help="Break the statements down by the rule that found them, the one that named the speaker, or form.",
        ),
    ] = None,
    calibration: Annotated[
        bool,
        typer.Option("--calibration", help="Compare the confidence of statements with how many are right."),
    ] = False,
    errors: Annotated[
        bool, typer.Option("--errors", help="List what was missed, false, or has the wrong speaker.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="JSON instead of text; articles and total as score.py gives them.")
    ] = False,
) -> None:
    """Measure Standpunt on articles that people annotated.

    Builds a dossier of the articles and compares it with the annotations: precision, recall and F1 of statements,
    speakers, times, dates, actors, positions and conditions, for each article and in total. A newsroom can measure on
    its own articles. Positions and conditions need `--codebook`, a file with the issues of the annotations. *End to
    end* (the statement and its speaker) is the figure to lead with.
    `python -m pydoc standpunt.evaluation.annotations.brat` (or `.yaml`, `.cas`) says what may stand in the annotations.

    Example:

    - `standpunt evaluate gold --texts articles --errors`
    - `standpunt evaluate annotated --by rule --calibration`
    """
    from standpunt import registry
    from standpunt.cli import paint
    from standpunt.evaluation import by_form, by_rule, by_speaker, calibrate
    from standpunt.evaluation import evaluate as run

    known = registry.load(*facts or [])
    issues = read_codebook(book) if book else None
    with progress(as_json) as watch:
        report = run(gold, texts, model=model, facts=known, codebook=issues, watch=watch)
    groups = None
    if by is not None:
        breakdown = {By.RULE: by_rule, By.SPEAKER: by_speaker, By.FORM: by_form}[by]
        groups = breakdown(report.comparisons)
    calibrated = calibrate(report.comparisons) if calibration else None
    if as_json:
        paint.json(_plain(report, by, groups, calibrated, errors))
        return
    _tell(report, by, groups, calibrated, errors)


def _plain(
    report: "Report",
    by: By | None,
    groups: "list[Group] | None",
    calibrated: "Calibration | None",
    errors: bool,
) -> dict[str, Any]:
    """The shape of `score.py --json`, and what it does not have."""
    shown: dict[str, Any] = {
        "notes": report.notes,
        "articles": {file: scores.as_json() for file, scores in report.articles.items()},
        "total": report.total.as_json(),
    }
    if by is not None:
        shown[f"by {by}"] = groups
    if calibrated is not None:
        shown["calibration"] = calibrated
    if errors:
        shown["errors"] = report.differences
    return shown


def _tell(
    report: "Report",
    by: By | None,
    groups: "list[Group] | None",
    calibrated: "Calibration | None",
    errors: bool,
) -> None:
    from standpunt.cli import paint

    out, err = paint.out(), paint.err()
    for note in report.notes:
        err.print(paint.line((note, "warning")), soft_wrap=True)
    shown = [_articles(report), total(report)]
    if groups is not None:
        shown.append(_groups(f"{by}", groups))
    if calibrated is not None:
        shown.append(_calibration(calibrated))
    for table in shown:
        paint.table(out, table)
    if calibrated is not None:
        out.print(_calibration_error(calibrated))
    if errors:
        for difference in report.differences:
            out.print(_difference(difference), soft_wrap=True)


def _articles(report: "Report") -> "Table":
    """F1, or the share that is right, of each article; figures that nobody annotated have no column."""
    from standpunt.cli import paint
    from standpunt.evaluation.scores import FIGURES

    total = report.total
    figures = [figure for figure in FIGURES if total.lead(figure) is not None]
    table = paint.columns("F1", *figures, "days")
    for file, scores in report.articles.items():
        table.add_row(
            paint.text(file), *(share(scores.lead(figure)) for figure in figures), _number(scores.width)
        )
    return table


def total(report: "Report") -> "Table":
    from standpunt.cli import paint
    from standpunt.evaluation.scores import FIGURES

    all = report.total
    table = paint.columns("total", "F1", "precision", "recall", "right", "found", "in gold")
    for figure in FIGURES:
        count = all.speaker if figure == "speaker" else all.counts[figure]
        if figure in ("speaker", "date"):
            shares = [share(all.lead(figure)), "", ""]
        else:
            shares = [share(each) for each in (count.f1, count.precision, count.recall)]
        numbers = [f"{each:,}" for each in (count.hit, count.found, count.gold)]
        if all.lead(figure) is not None:
            table.add_row(figure, *shares, *numbers, style="heading" if figure == "end to end" else None)
    return table


def _groups(by: str, groups: "list[Group]") -> "Table":
    from standpunt.cli import paint

    recall = ["recall", "right", "given", "in gold"] if by == By.FORM else ["of all gold", "right", "given"]
    table = paint.columns(by, "precision", "speaker", *recall, "optional")
    for each in groups:
        gold = [f"{each.gold:,}"] if by == By.FORM else []
        table.add_row(
            paint.text(each.name), share(each.precision), share(each.speaker), share(each.recall),
            f"{each.right:,}", f"{each.given:,}", *gold, f"{each.optional:,}",
        )  # fmt: skip
    return table


def _calibration(calibrated: "Calibration") -> "Table":
    from standpunt.cli import paint

    table = paint.columns("confidence", "statements", "said", "right")
    for each in calibrated.bins:
        table.add_row(
            f"{each.low:.1f}-{each.high:.1f}",
            f"{each.statements:,}",
            share(each.confidence),
            share(each.right),
        )
    return table


def _calibration_error(calibrated: "Calibration") -> str:
    if calibrated.error is None or calibrated.brier is None:
        return "no statements to judge the confidence by"
    return (
        f"expected calibration error {calibrated.error:.3f}; Brier score {calibrated.brier:.3f}"
        f" (one confidence for all: {calibrated.brier_of_one:.3f})\n"
    )


def _difference(each: "Difference") -> Any:
    from standpunt.cli import paint

    figure = "" if each.figure == "statements" else f" {each.figure.removesuffix('s')}"
    rule = f"  [{each.why.rule}{': ' if each.why.entry else ''}{each.why.entry}]" if each.why else ""
    label = (f"{each.label}{': ' if each.text else ''}", "name") if each.label else ""
    return paint.line(
        f"{each.file}  ", (f"{each.error}{figure}  ", "warning"), label, each.text, (rule, "quiet")
    )


def share(share: float | None) -> str:
    return "-" if share is None else f"{share:.2f}"


def _number(number: float | None) -> str:
    return "-" if number is None else f"{number:g}"
