"""What each stage of a build costs beside the parser, over the same articles in one run on one thread.

    python -m benchmarks.stages [ARTICLES]

Every stage is run over all articles before the next one begins, and its time is told as a share of the time that the
language model alone takes for their sentences. Finding who says what (`statements`) must stay below a quarter,
`events` below a tenth.
"""

import os

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[variable] = "1"  # read when numpy is loaded

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from benchmarks.articles import articles
from standpunt import dossier, registry, sources
from standpunt.executors import collector
from standpunt.language import analyse, pipeline, sentences
from standpunt.model import Article, Reading
from standpunt.reading import attitudes, conditions, events, lemmas, mentions, statements, times
from standpunt.store import Builder

T = TypeVar("T")


class Clock:
    """Seconds of this process by stage, in the order in which the stages first came."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def __call__(self, stage: str, work: Callable[[], T]) -> T:
        start = time.process_time()
        result = work()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + time.process_time() - start
        return result


def measure(number: int) -> tuple[dict[str, float], int]:
    """Seconds by stage, and how many words the articles have."""
    nlp, facts, clock = pipeline.load(), registry.load(), Clock()
    with tempfile.TemporaryDirectory() as folder, collector.settled():
        place = Path(folder)
        (place / "articles").mkdir()
        for index, text in enumerate(articles(number)):
            (place / "articles" / f"{index:06}.txt").write_text(text, encoding="utf-8")
        list(sources.read([place / "articles"]))  # what tells languages and marks is loaded once
        read = clock(
            "sources",
            lambda: [each for each in sources.read([place / "articles"]) if isinstance(each, Article)],
        )
        texts = [span.of(a.text) for a in read for span, _ in sentences.split(a.text, a.blocks)]
        list(pipeline.parse(nlp, texts[:256]))  # the first batch fills caches
        words = clock("parser", lambda: sum(len(doc) for doc in pipeline.parse(nlp, texts)))
        both = Clock()
        analyses = both("analysis", lambda: list(analyse(read, nlp)))
        clock.seconds["analysis"] = max(0.0, both.seconds["analysis"] - clock.seconds["parser"])
        told = clock("times", lambda: [times.find(a.article.text, a.article.blocks, a) for a in analyses])
        found = clock("statements", lambda: [statements.find(a) for a in analyses])
        named = clock(
            "mentions",
            lambda: [
                mentions.find(a, facts, statements.sources(each))
                for a, each in zip(analyses, found, strict=True)
            ],
        )
        said = clock(
            "statements",
            lambda: [
                statements.assign(a, each, *who, when)
                for a, each, who, when in zip(analyses, found, named, told, strict=True)
            ],
        )
        wanted = clock(
            "attitudes",
            lambda: [
                attitudes.find(a, s, *who, facts) for a, s, who in zip(analyses, said, named, strict=True)
            ],
        )
        demands = clock(
            "conditions",
            lambda: [conditions.find(a, s, *who) for a, s, who in zip(analyses, said, named, strict=True)],
        )
        told_events = clock(
            "events",
            lambda: [
                events.find(a, *who, when, facts.calendar)
                for a, who, when in zip(analyses, named, told, strict=True)
            ],
        )
        word_forms = clock("lemmas", lambda: [tuple(lemmas.find(a)) for a in analyses])
        readings = [
            (
                a.article,
                Reading(
                    a.article.id, when, who[0], who[1], spoken, wants, demanded, happened,
                    sentences=tuple(s.span for s in a.sentences), lemmas=forms,
                ),
            )
            for a, when, who, spoken, wants, demanded, happened, forms in zip(
                analyses, told, named, said, wanted, demands, told_events, word_forms, strict=True
            )
        ]  # fmt: skip
        made = clock("dossier", lambda: dossier.assemble(readings, facts))

        def store() -> None:
            with Builder(place / "dossier.db") as builder:
                builder.collect(read, [], "")
                builder.keep(readings, "benchmark")
                builder.write(made)

        clock("store", store)
    return clock.seconds, words


def main(number: int) -> None:
    seconds, words = measure(number)
    print(f"articles {number:,}, words {words:,}, parser {words / seconds['parser']:,.0f} words a second")
    for stage, taken in seconds.items():
        print(f"{stage:<12}{taken / seconds['parser']:>8.1%} of the parser's time")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
