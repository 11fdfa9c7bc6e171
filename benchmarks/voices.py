"""What each voice on names adds: the language model, patterns, the registry, one vote of all places of a name.

    python -m benchmarks.voices [GOLD TEXTS]... [--data DATA]

GOLD and TEXTS are folders as `standpunt evaluate` takes them; without arguments those of `examples`. For each voice
more, or one less, the table has precision, recall and F1 of actors, and the share of right speakers among the
statements that were found, over all the folders given. With `--data` (the folder with `clin26/ne` and
`ner/conll2002_testb.iob`)
also F1 of entities: PER, ORG and LOC, the same words and the same kind.
"""

import argparse
import dataclasses
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks import annotated
from standpunt import dossier, registry, sources
from standpunt.evaluation import annotations, measure
from standpunt.evaluation.scores import Count, Scores
from standpunt.language import Analysis, analyse, pipeline
from standpunt.model import ActorKind, Article, Chain, Mention, MentionForm, Reading, Reason, Span
from standpunt.reading import mentions, statements, times
from standpunt.reading.mentions import kinds, names
from standpunt.reading.mentions.context import Context
from standpunt.registry import Registry, fold

Entity = tuple[Span, str]
Mentioned = tuple[tuple[Mention, ...], tuple[Chain, ...]]
LABELS = {
    ActorKind.PERSON: "PER",
    ActorKind.ORGANISATION: "ORG",
    ActorKind.PARTY: "ORG",
    ActorKind.ALLIANCE: "ORG",
    ActorKind.STATE: "LOC",
    ActorKind.GROUP: "LOC",
}


@dataclasses.dataclass(frozen=True)
class Voices:
    """Which voices are heard. Without `patterns` a name is what the model labels, and only names are found."""

    facts: Registry
    labels: bool = True
    patterns: bool = True
    together: bool = True

    def read(self, analysis: Analysis) -> Reading:
        heard = self.heard(analysis)
        article, attributions = heard.article, statements.find(heard)
        when = times.find(article.text, article.blocks, heard)
        named = statements.sources(attributions)
        who = (
            mentions.find(heard, self.facts, named, together=self.together)
            if self.patterns
            else labelled_mentions(heard)
        )
        said = statements.assign(heard, attributions, *who, when)
        return Reading(article.id, when, *who, said, sentences=tuple(s.span for s in heard.sentences))

    def entities(self, analysis: Analysis) -> set[Entity]:
        """The names and their kinds, PER, ORG or LOC."""
        heard = self.heard(analysis)
        if not self.patterns:
            return {(span, label) for span, label in labelled(heard) if label in LABELS.values()}
        context = Context(heard, self.facts, ())
        found = names.find(context)
        kinds.decide(context, found, together=self.together)
        return {
            (context.span(name.first, name.last), LABELS[name.kind] if name.kind else "LOC")
            for name in found
            if name.kind or name.place
        }

    def heard(self, analysis: Analysis) -> Analysis:
        if self.labels:
            return analysis
        silent = [dataclasses.replace(token, entity="", begins=False) for token in analysis.tokens]
        return Analysis(analysis.article, silent, analysis.sentences, analysis.quotations)


def labelled(analysis: Analysis) -> Iterator[Entity]:
    """The names as the model labels them."""
    first = 0
    for at, token in enumerate(analysis.tokens):
        if token.begins or not token.entity:
            first = at
        after = analysis.tokens[at + 1] if at + 1 < len(analysis.tokens) else None
        goes_on = after is not None and after.entity == token.entity and not after.begins
        if token.entity and not goes_on:
            yield Span(analysis.tokens[first].start, token.end), token.entity


def labelled_mentions(analysis: Analysis) -> Mentioned:
    """Persons and organisations by the model's labels alone; a last name is who bore it last."""
    chains: dict[str, list[int]] = {}
    listed: list[Mention] = []
    shown: dict[str, tuple[str, ActorKind]] = {}
    for span, label in labelled(analysis):
        if label not in ("PER", "ORG"):
            continue
        kind = ActorKind.PERSON if label == "PER" else ActorKind.ORGANISATION
        words = span.of(analysis.text)
        key = next((each for each in reversed(chains) if f" {each}".endswith(f" {fold(words)}")), fold(words))
        shown.setdefault(key, (words, kind))
        chains.setdefault(key, []).append(len(listed))
        at = list(chains).index(key)
        listed.append(Mention(span, span, MentionForm.NAME, kind, at, Reason("label")))
    return tuple(listed), tuple(
        Chain(*shown[key], tuple(places), Reason("label")) for key, places in chains.items()
    )


def table(facts: Registry) -> dict[str, Voices]:
    nothing = Registry((), (), (), {}, {}, {}, facts.calendar)
    return {
        "model alone": Voices(nothing, patterns=False),
        "+ patterns": Voices(nothing, together=False),
        "+ registry": Voices(facts, together=False),
        "+ one vote per article": Voices(facts),
        "all but the registry": Voices(nothing),
        "all but the model's labels": Voices(facts, labels=False),
    }


def measured(voices: Voices, folder: Path, texts: Path, analyses: Iterable[Analysis]) -> Scores:
    rows = [(analysis.article, voices.read(analysis)) for analysis in analyses]
    return measure(annotations.read(folder, texts), dossier.assemble(rows, voices.facts)).total


def entity_count(voices: Voices, gold: Iterable[tuple[Analysis, set[Entity]]]) -> Count:
    total = Count()
    for analysis, due in gold:
        found = voices.entities(analysis)
        total += Count(len(found & due), len(found), len(due))
    return total


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "folders", nargs="*", type=Path, default=[Path("examples/gold"), Path("examples/articles")]
    )
    parser.add_argument("--data", type=Path)
    arguments = parser.parse_args()
    if len(arguments.folders) % 2:
        parser.error("each GOLD needs its TEXTS")
    facts, nlp = registry.load(), pipeline.load()
    pairs = list(zip(arguments.folders[::2], arguments.folders[1::2], strict=True))
    read = [
        list(analyse([each for each in sources.read([texts]) if isinstance(each, Article)], nlp))
        for _, texts in pairs
    ]
    tests: dict[str, list[tuple[Analysis, set[Entity]]]] = {}
    if arguments.data is not None:
        tests["clin26"] = list(annotated.clin26(arguments.data / "clin26" / "ne", nlp))
        tests["CoNLL-2002"] = list(annotated.iob(arguments.data / "ner" / "conll2002_testb.iob", nlp))
    print("| voices | precision | recall | actors F1 | speaker |", *(f"entities, {name} |" for name in tests))
    print("| --- | --- | --- | --- | --- |", *("--- |" for _ in tests))
    for name, voices in table(facts).items():
        scores = Scores.total(
            measured(voices, *pair, analyses) for pair, analyses in zip(pairs, read, strict=True)
        )
        actors = scores.counts["actors"]
        figures = [actors.precision, actors.recall, actors.f1, scores.lead("speaker")]
        figures += [entity_count(voices, test).f1 for test in tests.values()]
        print(f"| {name} |", *(f"{figure or 0:.2f} |" for figure in figures))


if __name__ == "__main__":
    main()
