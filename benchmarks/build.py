"""What a whole build costs beside the bare language model, over the same articles in one run on one core.

    python -m benchmarks.build [ARTICLES]

Prints words a second of the model alone (one thread, batches of 256 sentences), articles and words a second of the
whole build into a new dossier, and the ratio of the two times. The articles come from the seeded
generator; loading the model, the word lists and the registry, some seconds once, is left out on both sides. All times
are of the processor, so that what else a machine does counts less.
"""

import os

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[variable] = "1"  # read when numpy is loaded

import sys
import tempfile
import time
from pathlib import Path

from spacy.language import Language

from benchmarks.articles import articles
from standpunt import sources
from standpunt.build import build
from standpunt.language import pipeline, sentences
from standpunt.model import Article


def main(number: int) -> None:
    nlp = pipeline.load()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "articles").mkdir()
        for index, text in enumerate(articles(number)):
            (place / "articles" / f"{index:06}.txt").write_text(text, encoding="utf-8")
        read = [each for each in sources.read([place / "articles"]) if isinstance(each, Article)]
        texts = [span.of(a.text) for a in read for span, _ in sentences.split(a.text, a.blocks)]
        list(pipeline.parse(nlp, texts[:256]))  # the first batch fills caches
        build(
            [place / "articles" / "000000.txt"], place / "first.db"
        )  # word lists and registry are loaded once
        before, words = alone(nlp, texts)
        start = time.process_time()
        result = build([place / "articles"], place / "dossier.db")
        whole = time.process_time() - start
        after, _ = alone(nlp, texts)
        bare = (before + after) / 2  # before and behind, for a shared machine drifts
    print(f"articles               {len(read):>10,}   words {words:,}")
    print(f"model alone            {words / bare:>10,.0f} words a second")
    print(
        f"whole build            {words / whole:>10,.0f} words a second   {result.read / whole:,.1f} articles a second"
    )
    print(f"whole build / model    {whole / bare:>10.2f}")


def alone(nlp: Language, texts: list[str]) -> tuple[float, int]:
    """Seconds of the processor that the model takes for these sentences, and the words in them."""
    start = time.process_time()
    words = sum(len(doc) for doc in pipeline.parse(nlp, texts))
    return time.process_time() - start, words


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
