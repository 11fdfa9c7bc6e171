"""How long the data of each page of `standpunt serve` takes over a large dossier.

    python -m benchmarks.pages [archief.db] [DRAWS] [PART OF A NAME]

Each line is one kind of visit, drawn many times from a fixed seed: another actor, article, issue, word, month or place
in a list at each draw. What is timed is the work of a visit, from the query to the data that its template prints, or to
the first rows of a download; without a network, in one thread. Milliseconds of the processor at the 50th, 95th and 99th
percentile, so that others who use the machine count for little. Where no file is given, one of a million statements is
made in a temporary folder.
"""

import datetime
import gc
import random
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sqlalchemy import select

from benchmarks import archive
from standpunt.errors import AskedError
from standpunt.export import csv
from standpunt.model import ActorKind, EventKind, EventStatus, Form, Stance
from standpunt.store import Pages, Scope, Sought, tables
from standpunt.web import api, pages, shapes, taking
from standpunt.web.api import answering, correcting, listing
from standpunt.web.pages.whatif import whatif
from standpunt.web.taking import Tables
from standpunt.web.visit import Visit, wordings

DRAWS = 40
AIM = 100.0
"""Milliseconds at the 95th percentile."""

LONG = 20_000
"""Rows of a download whose memory is measured."""

Visits = Mapping[str, Callable[[], object]]


@dataclass
class Draws:
    """What a visit can be about, drawn as people would ask: by how much there is of it, or evenly."""

    visit: Visit
    chance: random.Random

    def __post_init__(self) -> None:
        store = self.visit.store
        assert isinstance(store, Sampled)
        self.articles = store.column("articles", "id")
        self.titles = store.column("articles", "title")
        self.files = store.column("articles", "source")
        self.statements = store.column("statements", "id")
        self.speakers = store.column("statements", "speaker_id")
        self.actors = store.column("actors", "id")
        self.names = store.column("actors", "name")
        self.words = [word for text in store.column("statements", "content") for word in text.split()[:3]]
        self.issues = [row["id"] for row in store.issues_held()]
        self.most = store.speakers(limit=1).rows[0]["id"]
        self.largest = max(store.issues_held(), key=lambda row: sum(row["positions"].values()))["id"]
        self.positions = [row["id"] for row in store.positions(issue=self.largest, limit=2_000).rows]
        self.groups = store.condition_groups(self.largest, 1)

    def group(self) -> str:
        """Of conditions on the issue with most positions."""
        group, _, _ = self.chance.choice(self.groups)
        return group

    def assumption(self) -> str:
        """That one of these holds or not."""
        return f"{self.group()}={self.chance.choice(['ja', 'nee'])}"

    def month(self) -> str:
        return f"{self.chance.randint(2015, 2024)}-{self.chance.randint(1, 12):02}"

    def sought(self, *asked: str) -> Sought:
        """A search for these fields."""
        chance, since = self.chance, archive.FIRST.replace(year=self.chance.randint(2015, 2024))
        store = self.visit.store
        given: dict[str, object] = {
            "words": chance.choice(self.words), "actor": chance.choice(self.speakers),
            "party": chance.choice(store.parties()), "issue": chance.choice(self.issues),
            "stance": chance.choice(list(Stance)), "form": chance.choice(list(Form)),
            "outlet": chance.choice(store.outlets()), "since": since.replace(month=chance.randint(1, 11)),
        }  # fmt: skip
        if "name" in asked:
            given["actor"] = chance.choice(self.names).split()[-1][: chance.randint(3, 8)]
            asked = (*asked, "actor")
        if "days" in asked:
            given["until"] = given["since"].replace(month=given["since"].month + 1)  # type: ignore[attr-defined]
            asked = (*asked, "since", "until")
        return Sought(**{name: value for name, value in given.items() if name in asked})  # type: ignore[arg-type]


class Sampled(Pages):
    """A dossier that hands out a sample of its values."""

    def column(self, table: str, name: str, number: int = 2_000) -> list[str]:
        """Of rows spread evenly over a table."""
        of = tables.metadata.tables[table]
        with self._reading() as connection:
            rows = connection.execute(select(of.c[name]).where(of.c[name].is_not(None))).scalars().all()
        return list(rows[:: max(1, len(rows) // number)])


def visits(visit: Visit, seed: int = 1) -> Visits:
    """Each kind of visit by its name."""
    store, draws = visit.store, Draws(visit, random.Random(seed))
    draw = draws.chance.choice

    def searched(*asked: str, articles: bool = False, deep: bool = False) -> Callable[[], object]:
        def ask() -> object:
            after = draw(draws.articles if articles else draws.statements) if deep else ""
            return pages.search.search_page(visit, draws.sought(*asked), articles, after)

        return ask

    def listed(page: Callable[..., object], after: list[str]) -> Callable[[], object]:
        return lambda: page(visit, after=draw(after))

    def some_days() -> pages.timeline.Wish:
        given = draws.sought("days")
        return pages.timeline.Wish("", None, "", given.since, given.until)

    def wished(kind: Callable[[], pages.timeline.What] = lambda: "", *asked: str) -> Callable[[], object]:
        """The timeline of a kind; of somebody, or of some days, as a search asks for them."""

        def ask() -> object:
            given = draws.sought(*asked)
            status = EventStatus.PLANNED if "status" in asked else None
            return pages.timeline.timeline_page(
                visit, pages.timeline.Wish(kind(), status, given.actor, given.since, given.until)
            )

        return ask

    def begun(data: Callable[[], Tables]) -> Callable[[], object]:
        """A download of each table, up to what is sent first of it."""
        return lambda: [list(islice(table.rows(), taking.FIRST)) for table in data().values()]

    def followed(*asked: str) -> Callable[[], object]:
        def ask() -> object:
            rows = store.said(draws.sought(*asked), limit=pages.lists.LENGTH).rows
            return [pages.search._entry(visit, row, "") for row in rows]

        return ask

    def sought(*asked: str, articles: bool = False) -> Callable[[], object]:
        return begun(lambda: pages.search.data(visit, draws.sought(*asked), articles_wanted=articles))

    found: dict[str, Callable[[], object]] = {
        "overview": lambda: pages.overview.overview(visit),
        "articles, first page": listed(pages.lists.article_list, [""]),
        "articles, any page": listed(pages.lists.article_list, draws.articles),
        "articles, last page": listed(pages.lists.article_list, draws.articles[-1:]),
        "statements, first page": listed(pages.lists.statement_list, [""]),
        "statements, any page": listed(pages.lists.statement_list, draws.statements),
        "statements, last page": listed(pages.lists.statement_list, draws.statements[-1:]),
        "actors, first page": listed(pages.lists.actor_list, [""]),
        "actors, any page": listed(pages.lists.actor_list, draws.actors),
        "actors of a kind": lambda: pages.lists.actor_list(visit, draw(list(ActorKind))),
        "article": lambda: pages.article.article_page(visit, draw(draws.articles)),
        "actor who speaks": lambda: pages.actor.actor_page(visit, draw(draws.speakers)),
        "actor, any": lambda: pages.actor.actor_page(visit, draw(draws.actors)),
        "actor who speaks most": lambda: pages.actor.actor_page(visit, draws.most),
        "actor who speaks most, any page": lambda: pages.actor.actor_page(visit, draws.most, draw(draws.statements)),
        "issue": lambda: pages.issue.issue_page(visit, draw(draws.issues)),
        "issue with most positions": lambda: pages.issue.issue_page(visit, draws.largest),
        "issue with most positions, what if": lambda: pages.issue.issue_page(
            visit, draws.largest, [draws.assumption()]
        ),
        "what if, alone": lambda: whatif(
            visit, draws.largest, [draws.assumption()], store.condition_groups(draws.largest, pages.issue.STATED)
        ),
        "issue, who takes a stance": lambda: pages.parts.part_page(visit, draw(draws.issues), draw(list(Stance))),
        "issue, any page": lambda: pages.issue.issue_page(visit, draws.largest, after=draw(draws.positions)),
        "issue, conditions": lambda: pages.parts.part_page(visit, draws.largest, "conditions", draws.group()),
        "issue, contradictions": lambda: pages.parts.part_page(visit, draw(draws.issues), "contradictions"),
        "issue, shifts": lambda: pages.parts.part_page(visit, draw(draws.issues), "shifts"),
        "issue, blocs": lambda: pages.parts.part_page(visit, draws.largest, "blocs"),
        "issue, who is silent": lambda: pages.parts.part_page(visit, draw(draws.issues), "silent"),
        "network": lambda: pages.network.network_page(visit, pages.network.View()),
        "network of an issue": lambda: pages.network.network_page(visit, pages.network.View(draw(draws.issues))),
        "network of a year": lambda: pages.network.network_page(visit, pages.network.View("", 12, draws.month())),
        "network of three months": lambda: pages.network.network_page(visit, pages.network.View("", 3, draws.month())),
        "network of an issue in a year": lambda: pages.network.network_page(
            visit, pages.network.View(draw(draws.issues), 12, draws.month())
        ),
        "timeline": wished(),
        "timeline, events": wished(lambda: "events"),
        "timeline, a kind": wished(lambda: draw(list(EventKind))),
        "timeline, planned": wished(lambda: "", "status"),
        "timeline, an actor": wished(lambda: "", "actor"),
        "timeline, part of a name": wished(lambda: "", "name"),
        "timeline, some days": wished(lambda: "", "days"),
        "search, nothing asked": searched(),
        "search, any page": searched(deep=True),
    }  # fmt: skip
    for asked in (
        "words", "actor", "name", "party", "issue", "stance", "form", "outlet", "days", "words actor", "words days",
        "words outlet", "actor issue", "name stance", "party issue form", "outlet days", "words party issue days",
    ):  # fmt: skip
        found[f"search, {asked}"] = searched(*asked.split())
        found[f"search, articles, {asked}"] = searched(*asked.split(), articles=True)
    found["search, words, any page"] = searched("words", deep=True)
    found["corrections"] = lambda: pages.corrections.corrections_page(visit)
    for asked in (
        "words",
        "actor",
        "name",
        "party",
        "issue",
        "stance",
        "form",
        "outlet",
        "days",
        "words issue",
    ):
        found[f"feed, {asked}"] = followed(asked)
        found[f"data of a search, {asked}"] = sought(asked)
        found[f"data of a search for articles, {asked}"] = sought(asked, articles=True)
    scope = Scope(issue=draws.largest)
    found |= {
        "data of the issue with most positions": begun(lambda: pages.issue.held(visit, scope)),
        "data of an issue's shifts": begun(lambda: pages.parts.data(visit, draws.largest, "shifts")),
        "data of an issue's supporters": begun(
            lambda: pages.parts.data(visit, draws.largest, Stance.SUPPORT)
        ),
        "data of the actor who speaks most": begun(lambda: pages.actor.data(visit, draws.most)),
        "data of the timeline, some days": begun(lambda: pages.timeline.data(visit, some_days())),
        "data of the network": begun(lambda: pages.network.data(visit, pages.network.View())),
        "data of the overview": begun(lambda: pages.overview.data(visit)),
        "data of articles": begun(lambda: pages.lists.every_article(visit)),
        "data of actors": begun(lambda: pages.lists.every_actor(visit, None)),
        "data of statements": begun(lambda: pages.lists.every_statement(visit)),
        "data of an article": begun(lambda: pages.article.data(visit, draw(draws.articles))),
        "data of corrections": begun(lambda: pages.corrections.data(visit)),
    }
    return {**found, **answered(visit, draws)}


def answered(visit: Visit, draws: Draws) -> Visits:
    """What the API answers: a page of a hundred."""
    store, chance, whole = visit.store, draws.chance, draws.largest
    opened = api.create(store).openapi()

    def issue() -> str:
        return str(chance.choice(draws.issues))

    def who() -> str:
        return chance.choice(draws.speakers)

    def any_day() -> datetime.date:
        return archive.FIRST.replace(year=chance.randint(2016, 2024))

    def part() -> str:
        """Some words of a title, the last perhaps only in part."""
        words = chance.choice(draws.titles).split()
        at = chance.randrange(len(words))
        return " ".join(words[at : at + 3])[:20]

    def article(name: Callable[[], str]) -> Callable[[], object]:
        """By something of which there may be several, or none."""

        def ask() -> object:
            try:
                return listing.article(store, name())
            except AskedError as told:
                return told

        return ask

    return {
        "API, page about it": lambda: pages.api.api_page(opened),
        "API, statements": lambda: listing.statements(store, draws.sought("issue")),
        "API, articles": lambda: listing.articles(store, draws.sought("actor")),
        "API, article": article(lambda: chance.choice(draws.articles)),
        "API, article by the beginning of its id": article(lambda: chance.choice(draws.articles)[:8]),
        "API, article by its file": article(lambda: chance.choice(draws.files)),
        "API, article by the name of its file": article(
            lambda: chance.choice(draws.files).rpartition("/")[2]
        ),
        "API, article by a part of its title": article(part),
        "API, article that is not there": article(lambda: "hier staat niets"),
        "API, actors": lambda: listing.actors(store),
        "API, actor": lambda: listing.actor(store, who()),
        "API, timeline": lambda: listing.timeline(store, pages.timeline.Wish("", None, "", None, None)),
        "API, search": lambda: listing.search(store, chance.choice(draws.words)),
        "API, search for two words": lambda: listing.search(
            store, f"{chance.choice(draws.words)} {chance.choice(draws.words)}"
        ),
        "API, issues": lambda: answering.issues(store),
        "API, positions on an issue": lambda: answering.positions(store, issue=issue()),
        "API, positions of an actor": lambda: answering.positions(store, actor=who()),
        "API, positions of a stance": lambda: answering.positions(store, stance=chance.choice(list(Stance))),
        "API, positions on an issue by a day": lambda: answering.positions(
            store, issue=issue(), on=any_day()
        ),
        "API, conditions on an issue": lambda: answering.conditions(store, issue=issue()),
        "API, matrix": lambda: answering.matrix(store),
        "API, matrix of the issue with most positions": lambda: answering.matrix(store, issue=whole),
        "API, matrix of an issue by a day": lambda: answering.matrix(store, issue=issue(), on=any_day()),
        "API, spread": lambda: answering.spread(store),
        "API, spread by a day": lambda: answering.spread(store, on=any_day()),
        "API, spread by bloc": lambda: answering.spread(store, "bloc"),
        "API, spread by bloc and day": lambda: answering.spread(store, "bloc", on=any_day()),
        "API, silent": lambda: answering.silent(store),
        "API, silent on an issue": lambda: answering.silent(store, issue=issue()),
        "API, silent of an actor": lambda: answering.silent(store, actor=who()),
        "API, shifts": lambda: answering.shifts(store),
        "API, shifts of an actor": lambda: answering.shifts(store, actor=who()),
        "API, shifts on an issue": lambda: answering.shifts(store, issue=issue()),
        "API, contradictions": lambda: answering.contradictions(store),
        "API, contradictions on an issue": lambda: answering.contradictions(store, issue=issue()),
        "API, contradictions of an actor": lambda: answering.contradictions(store, actor=who()),
        "API, groups": lambda: answering.groups(store, whole),
        "API, what if": lambda: answering.whatif(store, whole, [draws.assumption()]),
        "API, ways to a majority": lambda: answering.ways(store, whole),
        "API, ways to an actor": lambda: answering.ways(store, whole, who()),
        "API, network": lambda: answering.network(store),
        "API, network of an issue": lambda: answering.network(store, issue=issue()),
        "API, network of a year": lambda: answering.network(store, months="12", month=draws.month()),
        "API, corrections": lambda: correcting.corrections(store),
        "API, agreement": lambda: correcting.agreement(store),
    }


def measured(visit: Callable[[], object], draws: int) -> list[float]:
    """Milliseconds of each draw, from the shortest; one before that warms up."""
    visit()
    taken = []
    for _ in range(draws):
        began = time.process_time()
        visit()
        taken.append(1000 * (time.process_time() - began))
    return sorted(taken)


def memory(store: Pages) -> float:
    """Megabytes that are held at most while a long download is made, by its first rows that are sent."""
    tracemalloc.start()
    rows = taking.whole(lambda after, limit: store.said(after=after, limit=limit))
    for _ in csv.lines(tuple(shapes.SAID.model_fields), islice(rows, LONG)):
        pass
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 1e6


def main(path: Path, draws: int = DRAWS, only: str = "") -> None:
    with Sampled(path) as store:
        visit = Visit(store, wordings()["nl"], "/", "")
        counts = ", ".join(f"{number:,} {name}" for name, number in store.numbers().items())
        print(f"{path.stat().st_size:,} bytes: {counts}\n\n{'':<44}{'p50':>8}{'p95':>8}{'p99':>8}  ms")
        slow, listed = 0, visits(visit)
        gc.freeze()  # as `serve` does
        for name, each in listed.items():
            if only not in name:
                continue
            taken = measured(each, draws)
            half, most, nearly = (
                taken[min(len(taken) - 1, round(len(taken) * share))] for share in (0.5, 0.95, 0.99)
            )
            slow += most > AIM
            print(
                f"{name:<44}{half:>8.1f}{most:>8.1f}{nearly:>8.1f}{'  *' if most > AIM else ''}", flush=True
            )
        print(f"\n{LONG:,} rows of /statements.csv hold {memory(store):.1f} MB at most")
        print(f"{slow} of them above {AIM:.0f} ms at the 95th percentile")


if __name__ == "__main__":
    if sys.argv[1:]:
        main(Path(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else DRAWS, " ".join(sys.argv[3:]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            archive.main(Path(folder) / "archief.db")
            main(Path(folder) / "archief.db")
