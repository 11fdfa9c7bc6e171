"""Entities and coreference on the thirty articles of the CLIN26 shared task (MEANTIME, CC BY 4.0), all on one company.

    python -m benchmarks.clin26 ../shared/data/clin26

Entities are the persons, organisations and places of `ne`: F1 with the same words, and with words that overlap, beside
the labels of the language model alone. Coreference is that of `coref_ne`: MUC, B³, CEAF-e and their mean, once with
the mentions as we find them and once with each laid on the one of the key that it overlaps most. Products, events and
amounts are in the key and are never actors: the last two rows keep the key to the entities that `ne` names a person,
organisation or place.
Small and on one company: it says when something breaks, no more.
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from benchmarks import annotated
from benchmarks.coreference import Clusters, Parts, b_cubed, ceaf_e, muc
from benchmarks.voices import Entity, table
from standpunt import registry
from standpunt.evaluation.scores import Count
from standpunt.language import Analysis, pipeline
from standpunt.model import Span
from standpunt.reading import interpret

MEASURES: dict[str, Callable[[Clusters, Clusters], Parts]] = {"MUC": muc, "B³": b_cubed, "CEAF-e": ceaf_e}


def main(folder: Path) -> None:
    facts, nlp = registry.load(), pipeline.load()
    voices = table(facts)
    named = list(annotated.clin26(folder / "ne", nlp))
    print("| entities | the same words | words that overlap | PER | ORG | LOC |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, heard in (
        ("model alone", voices["model alone"]),
        ("all voices", voices["+ one vote per article"]),
    ):
        found = [(heard.entities(analysis), due) for analysis, due in named]
        kinds = [
            [({e for e in ours if e[1] == kind}, {e for e in due if e[1] == kind}) for ours, due in found]
            for kind in annotated.KINDS
        ]
        figures = (exact(found), overlapping(found), *map(exact, kinds))
        print(f"| {name} |", *(f"{count.f1 or 0:.2f} |" for count in figures))
    print()
    print("| coreference | MUC | B³ | CEAF-e | mean |")
    print("| --- | --- | --- | --- | --- |")
    who = {analysis.text: {span for span, _ in due} for analysis, due in named}
    chained = [
        (entities, clusters(analysis), who.get(analysis.text, set()))
        for analysis, entities in annotated.coreference(folder / "coref_ne", nlp)
    ]
    whole = [(key, ours) for key, ours, _ in chained]
    actors = [([entity for entity in key if entity & those], ours) for key, ours, those in chained]
    for name, pairs in (
        ("mentions as found", whole),
        ("laid on those of the key", [(key, overlay(ours, key)) for key, ours in whole]),
        ("as found, of persons, bodies and places", actors),
        ("laid on, of persons, bodies and places", [(key, overlay(ours, key)) for key, ours in actors]),
    ):
        shares = [total(measure, pairs).f1 for measure in MEASURES.values()]
        print(f"| {name} |", *(f"{share:.2f} |" for share in (*shares, sum(shares) / len(shares))))


def exact(found: Iterable[tuple[set[Entity], set[Entity]]]) -> Count:
    return sum((Count(len(ours & due), len(ours), len(due)) for ours, due in found), Count())


def overlapping(found: Iterable[tuple[set[Entity], set[Entity]]]) -> Count:
    """Pairs of one kind whose words overlap, each entity used once, in the order of the text."""
    counted = Count()
    for ours, due in found:
        left = sorted(due)
        hits = 0
        for span, kind in sorted(ours):
            match = next((each for each in left if each[1] == kind and each[0].overlaps(span)), None)
            if match is not None:
                left.remove(match)
                hits += 1
        counted += Count(hits, len(ours), len(due))
    return counted


def clusters(analysis: Analysis) -> list[set[Span]]:
    """The chains of an article as the spans of their mentions."""
    reading = interpret(analysis)
    return [{reading.mentions[index].span for index in chain.mentions} for chain in reading.chains]


def overlay(clusters: Sequence[set[Span]], key: Sequence[set[Span]]) -> list[set[Span]]:
    """Clusters with each span as the one of the key that it overlaps most; each of these is taken once."""
    free = {span for entity in key for span in entity}
    laid: list[set[Span]] = []
    for cluster in clusters:
        laid.append(set())
        for span in sorted(cluster):
            best = min(free, key=lambda other: _apart(span, other), default=span)
            best = best if best.overlaps(span) else span
            free.discard(best)
            laid[-1].add(best)
    return laid


def _apart(one: Span, other: Span) -> float:
    """0 for the same span, 1 for none in common."""
    shared = max(0, min(one.end, other.end) - max(one.start, other.start))
    return 1 - 2 * shared / (one.end - one.start + other.end - other.start)


def total(
    measure: Callable[[Clusters, Clusters], Parts],
    pairs: Iterable[tuple[Sequence[set[Span]], Sequence[set[Span]]]],
) -> Parts:
    counted = Parts()
    for key, ours in pairs:
        counted = counted.plus(measure(key, ours))  # type: ignore[arg-type]
    return counted


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("give the folder: python -m benchmarks.clin26 ../shared/data/clin26")
    main(Path(sys.argv[1]))
