"""Whether stories and utterances take as long for each article in a large archive as in a small one.

    python -m benchmarks.copies [ARTICLES]

An archive with a third of copies, shortened and changed here and there, over a day for each ten articles, is
searched at a quarter of the size and in full, in one run. The time for an article should stay about what it was: a
ratio near 1; one that grew with the square would be near 4.
"""

import datetime
import random
import re
import sys
import time

from benchmarks.articles import articles
from standpunt.dossier import stories, utterances
from standpunt.model import (
    Article,
    Block,
    DatedArticle,
    Form,
    Moment,
    Provenance,
    Reading,
    Reason,
    Role,
    Span,
    Statement,
)

_QUOTED = re.compile('["„‘“]([^"„‘“”’]{20,})["”’]')


def archive(number: int, seed: int = 1) -> list[DatedArticle]:
    """Dated articles, without a model: the one actor of each says all that stands in quotation marks."""
    chance = random.Random(seed)
    texts: list[str] = []
    for text in articles(number):
        copy = bool(texts) and chance.random() < 1 / 3
        texts.append(_changed(chance, chance.choice(texts[-20:])) if copy else text.partition("\n\n")[2])
    first = datetime.date(2000, 1, 1)
    return [_dated(at, text, first + datetime.timedelta(at // 10)) for at, text in enumerate(texts)]


def _changed(chance: random.Random, text: str) -> str:
    kept = text.split("\n\n")[: chance.randint(5, 8)]
    return " ".join(word for word in "\n\n".join(kept).split(" ") if chance.random() > 0.02)


def _dated(at: int, text: str, day: datetime.date) -> DatedArticle:
    name, when = f"{at:08}", Moment(day, day)
    block = Block(Span(0, len(text)), Role.BODY)
    said = tuple(
        Statement((Span(*found.span(1)),), Form.DIRECT, Reason("quoted"), Reason("quoted"))
        for found in _QUOTED.finditer(text)
    )
    made = Article(name, name, text, (block,), Provenance(name, "text"), published=when)
    return DatedArticle(made, Reading(name, statements=said), when, (), ())


def seconds(given: list[DatedArticle]) -> tuple[float, float, int, int]:
    start = time.process_time()
    told = stories.gather([(each.article, each.published) for each in given])
    middle = time.process_time()
    said = utterances.gather(given, told)
    return middle - start, time.process_time() - middle, len(told), len(said)


def main(number: int) -> None:
    given = archive(number)
    small, large = seconds(given[: number // 4]), seconds(given)
    print(f"{number:,} articles: {large[2]:,} stories, {large[3]:,} utterances")
    for name, few, many in (("stories", small[0], large[0]), ("utterances", small[1], large[1])):
        print(
            f"{name:<11}{1000 * many / number:7.2f} ms an article, {many / few / 4:.2f} times that of a quarter"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 8000)
