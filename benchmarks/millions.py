"""The stages that cross articles over millions of generated statements, as an archive of any size would run them.

    python -m benchmarks.millions [STATEMENTS ...]

Articles of ten statements, three hundred a day; one in twelve is a copy of another of its day, and one statement in ten
is said again within a week. Copies and utterances are found month by month, with the two weeks on either side that can
matter: every month costs the same, and many machines could each take one. Who is who is resolved over the whole. For
each number, in a new process: processor seconds of each stage, microseconds a statement in all, and the peak of memory.
Before that, for a quarter of a million statements, how many utterances are others in months than in one piece.
"""

import datetime
import gc
import random
import resource
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from benchmarks.archive import Zipf, _name, _word
from benchmarks.growth import alone
from standpunt import registry
from standpunt.dossier import gist, identity, stories, utterances
from standpunt.model import (
    ActorKind,
    Article,
    Block,
    Chain,
    DatedArticle,
    Form,
    Mention,
    MentionForm,
    Moment,
    Provenance,
    Reading,
    Reason,
    Role,
    Span,
    Statement,
    Utterance,
)

FIRST, A_DAY, SAID = datetime.date(1995, 1, 1), 300, 10
MONTH, MARGIN = datetime.timedelta(30), datetime.timedelta(utterances.WINDOW)
PEOPLE = 40
"""Statements for each person who speaks."""
COPIED, REPEATED = 1 / 12, 1 / 10
WHY = Reason("generated")


class Archive:
    """Articles in order of day, made as they are asked for."""

    def __init__(self, statements: int, seed: int = 20250214) -> None:
        self._articles, self._chance = statements // SAID, random.Random(seed)
        chance = self._chance
        self._words = Zipf([_word(chance) for _ in range(30_000)], 3)
        self._people = Zipf([_name(chance) for _ in range(statements // PEOPLE)], 8)
        self._recent: dict[str, str] = {}

    def __iter__(self) -> Iterator[DatedArticle]:
        chance, today = self._chance, deque[DatedArticle]()
        for at in range(self._articles):
            day = FIRST + datetime.timedelta(at // A_DAY)
            if at % A_DAY == 0:
                today.clear()
            if at % (7 * A_DAY) == 0:
                self._recent.clear()
            if today and chance.random() < COPIED:
                made = _copy(chance.choice(today), f"{at:012x}")
            else:
                made = self._article(f"{at:012x}", Moment(day, day))
            today.append(made)
            yield made

    def _article(self, id: str, published: Moment) -> DatedArticle:
        chance, text = self._chance, ""
        names = list(dict.fromkeys(self._people.several(chance, 3)))
        mentions, statements = list[Mention](), list[Statement]()
        for at in range(SAID):
            chain = at % len(names)
            said = self._recent.get(names[chain], "") if chance.random() < REPEATED else ""
            said = said or " ".join(self._words.several(chance, chance.randint(6, 14)))
            self._recent[names[chain]] = said
            source = Span(len(text), len(text) + len(names[chain]))
            content = Span(source.end + 8, source.end + 8 + len(said))
            text += f"{names[chain]} zegt: „{said}”. "
            mentions.append(Mention(source, source, MentionForm.NAME, ActorKind.PERSON, chain, WHY))
            statements.append(Statement((content,), Form.DIRECT, WHY, WHY, None, source, chain))
        chains = tuple(
            Chain(name, ActorKind.PERSON, tuple(range(at, SAID, len(names))), WHY)
            for at, name in enumerate(names)
        )
        article = Article(
            id, id, text, (Block(Span(0, len(text)), Role.BODY),), Provenance(f"{id}.txt", "text"), published=published
        )  # fmt: skip
        reading = Reading(id, (), tuple(mentions), chains, tuple(statements))
        return DatedArticle(article, reading, published, (), tuple(names))


def _copy(of: DatedArticle, id: str) -> DatedArticle:
    article = replace(of.article, id=id, text_hash=id, provenance=Provenance(f"{id}.txt", "text"))
    return replace(of, article=article, reading=replace(of.reading, article=id))


def in_months(articles: Iterable[DatedArticle]) -> Iterator[tuple[list[DatedArticle], datetime.date]]:
    """Each month with the two weeks before and behind it, and its first day."""
    held: list[DatedArticle] = []
    begins = FIRST
    for each in articles:
        day = each.published.earliest
        assert day
        if day >= begins + MONTH + MARGIN:
            yield held, begins
            begins += MONTH
            held = [
                one for one in held if one.published.earliest and one.published.earliest >= begins - MARGIN
            ]
        held.append(each)
    yield held, begins
    while held[-1].published.earliest and held[-1].published.earliest >= begins + MONTH:
        begins += MONTH
        yield held, begins


class Clock:
    """Seconds of the processor by stage."""

    def __init__(self) -> None:
        self.seconds = {"making": 0.0, "copies": 0.0, "utterances": 0.0, "identity": 0.0}
        self._at = time.process_time()

    def lap(self, stage: str) -> None:
        now = time.process_time()
        self.seconds[stage] += now - self._at
        self._at = now


def utterances_in_months(articles: Iterable[DatedArticle], clock: Clock) -> Iterator[Utterance]:
    """Those whose first witness is of the month."""
    for held, begins in in_months(articles):
        clock.lap("making")
        told = stories.gather([(each.article, each.published) for each in held])
        clock.lap("copies")
        found = utterances.gather(held, told)
        days = {each.article.id: each.published.earliest for each in held}
        for each in found:
            day = days[each.witnesses[0].article]
            if day and begins <= day < begins + MONTH:
                yield each
        clock.lap("utterances")


def measured(statements: int) -> tuple[dict[str, float], int, int, int]:
    """Seconds by stage; utterances, actors, the peak of memory (MiB)."""
    gc.disable()
    facts, clock, found = registry.load(), Clock(), 0
    for _ in utterances_in_months(Archive(statements), clock):
        found += 1
    clock.lap("utterances")
    rows = [gist.of(each.article, each.reading, each.published) for each in Archive(statements)]
    clock.lap("making")
    actors, _ = identity.resolve(rows, facts)
    clock.lap("identity")
    return clock.seconds, found, len(actors), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def differing(statements: int) -> tuple[int, int]:
    """How many utterances are others in months than in one piece, and how many there are."""
    articles = list(Archive(statements))
    told = stories.gather([(each.article, each.published) for each in articles])
    whole = {each.witnesses for each in utterances.gather(articles, told)}
    parts = {each.witnesses for each in utterances_in_months(articles, Clock())}
    return len(whole - parts), len(whole)


def main(numbers: Sequence[int]) -> None:
    others, of = alone(differing, 250_000)
    print(f"in months instead of one piece {others:,} of {of:,} utterances are others")
    print(
        f"{'statements':>12}{'utterances':>12}{'actors':>10}{'copies':>9}{'said':>9}{'who':>9}{'us each':>9}{'MiB':>8}"
    )
    for number in numbers:
        seconds, found, actors, peak = alone(measured, number)
        stages = [seconds[stage] for stage in ("copies", "utterances", "identity")]
        print(
            f"{number:>12,}{found:>12,}{actors:>10,}"
            + "".join(f"{each:>7.0f} s" for each in stages)
            + f"{1e6 * sum(stages) / number:>9.0f}{peak:>8,}",
            flush=True,
        )


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [100_000, 1_000_000])
