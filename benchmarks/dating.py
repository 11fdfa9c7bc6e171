"""How well articles are dated: of the ranges given, how many hold the true day, and how wide they are.

    python -m benchmarks.dating [GOLD TEXTS]

GOLD holds one YAML file an article, with `text` (its file) and `date` (a day, a month, or a range `a/b`); without
arguments those of `examples`. Every article is dated with the others and alone, and each once more with what its
source states taken away, so that its words alone must do. A range is given only where it is at least 90% likely to
hold the day: the last column should not fall below that. Then the ranges from words alone, ranges with one open side
among them, by how sure they are said to be and by their width: the bars show how many hold the day.
"""

import calendar
import dataclasses
import datetime
import math
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import yaml

from standpunt import reading, sources
from standpunt.dossier import chronology
from standpunt.language import pipeline
from standpunt.model import Article, Moment, Reading

Days = tuple[datetime.date, datetime.date]
Dated = list[tuple[Article, Reading]]
WIDTHS = (1, 8, 31, 366)
SURE = (0.92, 0.94, 0.96, 0.98, 1.0)


def main(gold: Path, texts: Path) -> None:
    true = {
        row["text"]: days(str(row["date"])) for row in map(load, sorted(gold.glob("*.yaml"))) if "text" in row
    }
    articles = [
        article for article in sources.read([texts / name for name in true]) if isinstance(article, Article)
    ]
    read = list(zip(articles, reading.read_all(articles, pipeline.load()), strict=True))
    bare = [(dataclasses.replace(a, published=Moment()), r) for a, r in read]
    together: Callable[[Dated], dict[str, Moment]] = chronology.date
    print("                              given  open   right   median width   hold the day")
    for name, rows in (("as stated", read), ("without what is stated", bare)):
        for how, date in (("together", together), ("alone", alone)):
            found = date(rows)
            show(f"{name}, {how}", [(found[a.id], true[Path(a.provenance.source).name]) for a, _ in rows])
    by_words = alone(bare)
    judged = [(by_words[a.id], true[Path(a.provenance.source).name]) for a, _ in bare]
    print("\nsaid to be sure, at most      hold the day")
    bars(
        [(chronology.confidence(moment), holds(moment, day)) for moment, day in judged if bounded(moment)],
        SURE,
    )
    print("\nrange of days, at most        hold the day")
    bars(
        [(moment.width or 0, holds(moment, day)) for moment, day in judged if moment.width],
        (*WIDTHS, math.inf),
    )
    held = [holds(moment, day) for moment, day in judged if bounded(moment)]
    if held:
        print(
            f"\nof {len(held)} ranges said to be at least 90% sure {sum(held) / len(held):.0%} hold the day"
        )


def alone(rows: Dated) -> dict[str, Moment]:
    return {article.id: chronology.date([(article, read)])[article.id] for article, read in rows}


def show(name: str, rows: list[tuple[Moment, Days]]) -> None:
    """`right` as in the project's score: the range shares a day with the true one and spans at most 31 days."""
    widths = sorted(moment.width for moment, _ in rows if moment.width)
    right = sum(
        holds(moment, day) and (moment.width or 999) <= max(31, (day[1] - day[0]).days + 1)
        for moment, day in rows
    )
    held = sum(holds(moment, day) for moment, day in rows if moment.width)
    median = widths[len(widths) // 2] if widths else 0
    share = f"{held / len(widths):.0%}" if widths else "-"
    print(f"{name:29} {len(widths):5} {len(rows) - len(widths):5} {right:7} {median:14} {share:>14}")


def bars(rows: list[tuple[float, bool]], edges: Sequence[float]) -> None:
    """The share that holds the day, by a measure in steps; a step without any is left out."""
    low = -math.inf
    for high in edges:
        inside = [held for measure, held in rows if low < measure <= high]
        low = high
        if inside:
            share = sum(inside) / len(inside)
            name = f"{high:g}" if high < math.inf else "more"
            print(f"{name:>8}  {'█' * round(30 * share):30} {share:.0%} of {len(inside)}")


def bounded(moment: Moment) -> bool:
    return moment.earliest is not None or moment.latest is not None


def holds(moment: Moment, day: Days) -> bool:
    return (moment.earliest or day[0]) <= day[1] and (moment.latest or day[1]) >= day[0]


def days(written: str) -> Days:
    first, _, last = written.partition("/")
    last = last or first
    end = f"{last}-{calendar.monthrange(int(last[:4]), int(last[5:7]))[1]}" if len(last) == 7 else last
    return datetime.date.fromisoformat((first + "-01")[:10]), datetime.date.fromisoformat(end)


def load(path: Path) -> dict[str, str]:
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))


if __name__ == "__main__":
    folders = [Path(each) for each in sys.argv[1:3]] or [Path("examples/gold"), Path("examples/articles")]
    main(*folders)
