"""What Standpunt finds, against what people annotated.

report = evaluate(Path("gold"), Path("articles"))
report.total.lead("end to end")

A folder of annotations is read (`annotations`) and a dossier is built of all articles in the folder of texts, as a
build would. The two codings of each article (`coding`) are compared: matched (`matching`, `comparison`), counted
(`scores`, where `score` says what every figure means), put into words (`differences`), broken down by rule and form
(`breakdown`), and held against the confidence that each statement was given (`calibration`).
"""

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from standpunt.build import Watch, build
from standpunt.dossier.issues import Codebook
from standpunt.evaluation import annotations, found
from standpunt.evaluation.breakdown import by_form, by_rule, by_speaker
from standpunt.evaluation.calibration import calibrate
from standpunt.evaluation.coding import Coding, Gold, Layer
from standpunt.evaluation.comparison import Comparison, compare
from standpunt.evaluation.differences import Difference, differences
from standpunt.evaluation.scores import Scores, score
from standpunt.model import DatedArticle, Dossier
from standpunt.registry import Registry
from standpunt.store import Store

__all__ = ["Report", "by_form", "by_rule", "by_speaker", "calibrate", "evaluate", "measure"]


@dataclass(frozen=True, slots=True)
class Report:
    """The comparison of each annotated article, in the order of their annotations; `notes` tell what could not be
    compared and why."""

    comparisons: tuple[Comparison, ...]
    notes: tuple[str, ...] = ()

    @property
    def articles(self) -> dict[str, Scores]:
        return {each.gold.file: score(each) for each in self.comparisons}

    @property
    def total(self) -> Scores:
        """The counts of all articles added up."""
        return Scores.total(self.articles.values())

    @property
    def differences(self) -> list[Difference]:
        return [each for comparison in self.comparisons for each in differences(comparison)]


def evaluate(
    folder: Path,
    texts: Path | None = None,
    *,
    model: str | None = None,
    facts: Registry | None = None,
    codebook: Codebook | None = None,
    watch: Watch = lambda progress: None,
) -> Report:
    """Measures the whole job on a folder of annotations. `texts` holds the articles (default: beside the annotations);
    all of them make the dossier, annotated or not, since neighbours help to date an article.

    Positions and conditions are those on the issues of `codebook`, whose ids the annotations use; without one they are
    not judged. Raises GoldError, and what a build raises.
    """
    where = texts or folder
    golds = annotations.read(folder, where)
    if codebook is None:
        golds = [replace(gold, layers=gold.layers - {Layer.POSITIONS, Layer.CONDITIONS}) for gold in golds]
    with tempfile.TemporaryDirectory(prefix="standpunt-") as scratch:
        path = Path(scratch, "dossier.db")
        build([where], path, model=model, facts=facts, codebook=codebook, watch=watch)
        with Store(path) as store:
            return measure(golds, store.dossier())


def measure(golds: Sequence[Gold], dossier: Dossier) -> Report:
    """Measures a dossier. An article that is not in it counts as one in which nothing was found."""
    actors = {actor.id: actor for actor in dossier.actors}
    by_file = _by_file(dossier.articles)
    comparisons, notes = [], []
    for gold in golds:
        dated = by_file.get(gold.file)
        if dated is None:
            reasons = [each.reason for each in dossier.set_aside if each.source == gold.file]
            why = f"set aside, {reasons[0]}" if reasons else "not in the dossier"
            notes.append(f"{gold.file}: {why}; all that is annotated in it counts as missed")
        comparisons.append(compare(gold, found.coding(dated, actors, dossier) if dated else Coding()))
    return Report(tuple(comparisons), tuple(notes))


def _by_file(articles: Iterable[DatedArticle]) -> dict[str, DatedArticle]:
    return {each.article.provenance.source: each for each in articles}
