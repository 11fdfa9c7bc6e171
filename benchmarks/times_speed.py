"""How fast times are found and resolved, without the analysis of the language, on one thread.

    python -m benchmarks.times_speed

Prints expressions a second over made sentences, none alike (dates, weekdays, clock times, lengths and stretches, a time
in every ten words), over made articles of 300 words and over one long text; then what twice the text costs, also
where it is nothing but repetitions that a careless pattern would choke on: about 2 is linear.
"""

import datetime
import random
import time
from collections.abc import Sequence

from benchmarks.articles import articles
from standpunt.model import Moment
from standpunt.reading import times

WEEKDAYS = "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split()
MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
NUMBERS = "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien".split()
SENTENCES = [
    "De raad vergaderde {weekday} {day} {month} over het plan van {name}.",
    "Het overleg met {name} begon {weekday}avond om {hour}.{minute} uur in de zaal.",
    "Volgens {name} duurt het nog {number} maanden voor er een besluit valt.",
    "In {month} {year} was {name} het daar niet mee eens.",
    "Tussen {day} en 31 {month} komt {name} met een brief.",
    "Vorige week {weekday} zei {name} dat er niets verandert.",
    "{Number} jaar geleden bouwde {name} er het eerste huis.",
    "Over {number} weken spreekt {name} de leden toe.",
]
HOSTILE = [
    "maandag ",
    "1 ",
    "12-",
    "de nacht van ",
    "2014-",
    "1.",
    "van 1 tot ",
    "'s ",
    "half ",
    "drie en ",
    "één, ",
]
SYLLABLES = "ba be bi bo da de di do ka ke ki ko la le li lo ma me mi mo".split()
RUNS = 5
DAY = Moment(datetime.date(2025, 2, 17), datetime.date(2025, 2, 17))


def main() -> None:
    made = sentences(6000)
    resolved(made[:1000])  # the word lists are read, and the rows of classes that recur are known
    for name, texts in (
        ("sentences", made[1000:]),
        ("articles", list(articles(200))),
        ("one text", ["\n".join(made[1000:])]),
    ):
        count, seconds = timed(texts)
        print(f"{name:10} {count:6} expressions  {count / seconds:9,.0f} a second")
    once, twice = timed(["\n".join(made[:3000])])[1], timed(["\n".join(made)])[1]
    print(f"\ntwice the text costs       {twice / once:.2f} times as much")
    ratios = [timed([word * 40_000])[1] / timed([word * 20_000])[1] for word in HOSTILE]
    print(f"twice the repetitions      {min(ratios):.2f} to {max(ratios):.2f} times as much")


def sentences(number: int, seed: int = 20250217) -> list[str]:
    chance = random.Random(seed)
    rows = []
    for _ in range(number):
        word = chance.choice(NUMBERS)
        name = "".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize()
        rows.append(
            chance.choice(SENTENCES).format(
                weekday=chance.choice(WEEKDAYS),
                day=chance.randrange(1, 29),
                month=chance.choice(MONTHS),
                year=chance.randrange(1990, 2030),
                hour=chance.randrange(8, 23),
                minute=chance.randrange(10, 60),
                number=word,
                Number=word.capitalize(),
                name=name,
            )
        )
    return rows


def timed(texts: Sequence[str]) -> tuple[int, float]:
    """Expressions, and the seconds of finding and resolving them: the best of some runs, for others use the machine."""
    count, best = 0, float("inf")
    for _ in range(RUNS):
        start = time.process_time()
        count = resolved(texts)
        best = min(best, time.process_time() - start)
    return count, best


def resolved(texts: Sequence[str]) -> int:
    return sum(len(times.resolve_all(times.find(text), DAY)) for text in texts)


if __name__ == "__main__":
    main()
