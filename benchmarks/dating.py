"""How well articles are dated: of the ranges given, how many hold the true day, and how wide they are.

    python -m benchmarks.dating [GOLD TEXTS]

GOLD holds one YAML file an article, with `text` (its file) and `date` (a day, a month, or a range `a/b`); without
arguments those of `examples`. Every article is dated with the others and alone, and each once more with what its
source states taken away, so that its words alone must do. A range is given only where it is at least 90% likely to
hold the day: the last column should not fall below that.
"""

import calendar
import dataclasses
import datetime
import sys
from collections.abc import Callable
from pathlib import Path

import yaml

from standpunt import reading, sources
from standpunt.dossier import chronology
from standpunt.language import pipeline
from standpunt.model import Article, Moment, Reading

Days = tuple[datetime.date, datetime.date]
Dated = list[tuple[Article, Reading]]
WIDTHS = (1, 8, 31, 366)


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
    plot([(by_words[a.id], true[Path(a.provenance.source).name]) for a, _ in bare])


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


def plot(rows: list[tuple[Moment, Days]]) -> None:
    """The share that holds the day, by the width of the range."""
    print("\nrange of at most")
    low = 0
    for high in (*WIDTHS, 10**6):
        inside = [holds(moment, day) for moment, day in rows if moment.width and low < moment.width <= high]
        low = high
        if inside:
            share = sum(inside) / len(inside)
            limit = high if high < 10**6 else "more"
            print(f"{limit:>8} days {'█' * round(30 * share):30} {share:.0%} of {len(inside)}")


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
