"""The whole job: sources → articles → readings → dossier → store.

    build([Path("articles")], Path("dossier.db")) → BuildResult

Three steps, each of which can be killed and gone on with. *Collect* keeps every article that the sources
give. *Read* reads those that have no reading by this very model, word lists and code. *Compile* makes the
dossier of all readings and writes it at once. The dossier depends on the articles that were collected, on the codebook,
and on nothing else: not on their order, nor on how many builds it took.
"""

import gc
import glob
import hashlib
import os
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from pathlib import Path

import msgspec

from standpunt import dossier, executors, reading, registry, sources
from standpunt.dossier.forgetting import Forgotten
from standpunt.dossier.issues import Codebook
from standpunt.errors import StoreError
from standpunt.executors import Engine
from standpunt.executors.reader import Reader, concerns_all, unreadable
from standpunt.language import pipeline
from standpunt.model import Article, Lost, Reading, SetAside, Taught
from standpunt.store import Builder, Place, locate

_BATCH = 16
"""Articles to a transaction: what a kill can cost."""

_LONG = 50_000
"""Characters that are read together: sixteen articles of five hundred words."""


class Step(StrEnum):
    COLLECT = "collect"
    READ = "read"
    COMPILE = "compile"


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a build is: `done` of `total` articles in this step; the total of a stream is not known
    (None)."""

    step: Step
    done: int
    total: int | None = None
    set_aside: int = 0


@dataclass(slots=True)
class BuildResult:
    """What a build did. `collected` articles came from the sources, `changed` of them new or with another
    text; `forgotten` ones were left out; `revised` had another text before, and `dropped` are no longer in a source
    that was read again; `read` is what cost time, in `seconds`. `articles`, `statements`, `speakers`, `actors` and
    `positions` count the whole dossier; `set_aside` is what this build could not use, `lost` are corrections that it
    could not apply, `taught` is what those of stances taught."""

    collected: int = 0
    changed: int = 0
    forgotten: int = 0
    revised: int = 0
    dropped: int = 0
    read: int = 0
    seconds: float = 0.0
    articles: int = 0
    statements: int = 0
    speakers: int = 0
    actors: int = 0
    positions: int = 0
    set_aside: list[SetAside] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)
    taught: list[Taught] = field(default_factory=list)

    @property
    def articles_per_second(self) -> float:
        return self.read / self.seconds if self.seconds else 0.0


STANDARD_INPUT = "-"

Watch = Callable[[Progress], None]

Execute = Callable[[Iterator[executors.Batch], Reader], Generator[executors.Made, None, None]]


def build(
    paths: Sequence[str | Path],
    store: Place,
    *,
    model: str | None = None,
    facts: registry.Registry | None = None,
    codebook: Codebook | None = None,
    pages: sources.Pages | None = None,
    jobs: int | None = None,
    engine: Engine = Engine.LOCAL,
    address: str = "",
    at: str = "",
    watch: Watch = lambda progress: None,
) -> BuildResult:
    """Adds the articles of files, folders and globs to a dossier, which is made where it is missing;
    without any paths, brings the one that is there up to date. `model` names an installed spaCy pipeline; `facts`
    is the registry to read with, that of the package where it is not given; `codebook` the issues to find positions on,
    which the dossier keeps: without, the one that it has. With `pages` a path may be an address, and the pages
    that feeds point to are fetched. `jobs`, `engine` and `address` say how many read and where, as in `executors.read`;
    what they make is the same.
    `at` is the moment (ISO 8601) by which people will know this build.

    Raises StandpuntError where the whole cannot go on; a single article that cannot is set aside.
    """
    if not paths and not locate(store).exists():
        raise StoreError(
            "there is no such dossier yet", where=str(locate(store)), hint="name a folder of articles"
        )
    result = BuildResult()
    with Builder(store) as builder:
        forgotten = builder.forgotten()
        known = forgotten.unknown_to(facts or registry.load())

        def read(article: Article) -> Reading:
            return reading.read(article, pipeline.load(model), known)

        _collect(builder, paths, pages, lambda article: _kept(article, forgotten, read), result, watch)
        execute = partial(executors.read, jobs=jobs, engine=engine, address=address)
        _read(builder, Reader(model, known), execute, result, watch)
        if codebook is not None:
            builder.keep_codebook(msgspec.json.encode(codebook).decode())
        counts = bool(paths) or builder.unfinished()  # with no source to read, nothing can come
        _compile(builder, known, result, watch, build_at=at if counts else None)
    return result


def code(
    store: Place,
    codebook: Codebook,
    *,
    facts: registry.Registry | None = None,
    watch: Watch = lambda progress: None,
) -> BuildResult:
    """Finds the positions of a dossier anew, on the issues of another codebook, which it keeps. No article is read
    again. Raises StoreError where there is no such dossier."""
    return compile_anew(
        store,
        lambda builder: builder.keep_codebook(msgspec.json.encode(codebook).decode()),
        facts=facts,
        watch=watch,
    )


def compile_anew(
    store: Place,
    change: Callable[[Builder], object],
    *,
    facts: registry.Registry | None = None,
    watch: Watch = lambda progress: None,
) -> BuildResult:
    """Changes what is kept beside the articles of a dossier, and makes it anew of what was read. Raises StoreError."""
    if not locate(store).exists():
        raise StoreError(
            "there is no such dossier yet", where=str(locate(store)), hint="make one with `standpunt build`"
        )
    result = BuildResult()
    with Builder(store) as builder:
        change(builder)
        _compile(builder, builder.forgotten().unknown_to(facts or registry.load()), result, watch)
    return result


def _collect(
    builder: Builder,
    paths: Sequence[str | Path],
    pages: sources.Pages | None,
    kept: Callable[[Article], Article | SetAside | None],
    result: BuildResult,
    watch: Watch,
) -> None:
    """Keeps what the sources give; `kept` says what may be kept of an article."""
    sources.read(paths, pages=pages)  # a path that leads nowhere is told before anything is written
    seen: set[str] = set()
    aside: set[tuple[str, str, str]] = set()
    given_now: set[tuple[str, str, str]] = set()
    for path in _outermost(paths):
        origin = _origin(path)
        for given in _batches(sources.read([path], pages=pages)):
            batch = [kept(each) if isinstance(each, Article) else each for each in given]
            result.forgotten += batch.count(None)
            articles = [each for each in batch if isinstance(each, Article) and each.id not in seen]
            refused = [each for each in batch if isinstance(each, SetAside)]
            result.changed += builder.collect(articles, refused, origin)
            result.set_aside += refused
            seen.update(article.id for article in articles)
            aside.update((origin, each.source, each.part) for each in refused)
            given_now.update((origin, each.provenance.source, each.provenance.part) for each in articles)
            watch(Progress(Step.COLLECT, len(seen), set_aside=len(result.set_aside)))
    result.collected = len(seen)
    named = {each for each in given_now | aside if each[1] != STANDARD_INPUT}
    # a feed holds only its latest items: what it does not give now stays, and what it could not give as well
    items = {each for each in named - aside if sources.is_address(each[1])}
    read_again = {(origin, source) for origin, source, _ in named if not sources.is_address(source)}
    result.revised, result.dropped = builder.retire(read_again, items, seen, aside)


def _kept(
    article: Article, forgotten: Forgotten, read: Callable[[Article], Reading]
) -> Article | SetAside | None:
    """What may be kept of an article; one that names somebody who was forgotten, and cannot be read, is set aside."""
    try:
        return forgotten.left(article, read)
    except Exception as fault:
        if concerns_all(fault):
            raise
        return unreadable(article, fault)


def _outermost(paths: Sequence[str | Path]) -> list[str]:
    """The paths without those that lie inside a folder that is given too: a file is one source, not two."""
    given = list(dict.fromkeys(str(path) for path in paths))
    folders = {Path(path).resolve() for path in given if Path(path).is_dir()}
    return [
        path
        for path in given
        if path == STANDARD_INPUT
        or sources.is_address(path)
        or not folders.intersection(Path(path).resolve().parents)
    ]


def _origin(path: str) -> str:
    """A hash of the folder that a path names or lies in: it tells two sources of one name apart, and gives
    away nothing of the machine. The fixed part of a pattern counts; an address needs none."""
    if path == STANDARD_INPUT or sources.is_address(path):
        return ""
    fixed = Path(path)
    while glob.has_magic(str(fixed)) and not fixed.exists():
        fixed = fixed.parent
    folder = fixed if fixed.is_dir() else fixed.parent
    return hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:12]


def _read(builder: Builder, reader: Reader, execute: Execute, result: BuildResult, watch: Watch) -> None:
    made_by = f"{reading.fingerprint(reader.facts)} {pipeline.fingerprint(pipeline.load(reader.model))}"
    pending = builder.pending(made_by)
    failed: list[SetAside] = []
    began = time.perf_counter()
    watch(Progress(Step.READ, 0, len(pending), len(result.set_aside)))
    with closing(execute(_by_length(builder, pending), reader)) as batches:
        for made in batches:
            builder.keep(made, made_by)
            refused = [each for _, each in made if isinstance(each, SetAside)]
            failed += refused
            result.read += len(made) - len(refused)
            done = result.read + len(failed)
            watch(Progress(Step.READ, done, len(pending), len(result.set_aside) + len(failed)))
    # which batch was done first is nothing to tell
    result.set_aside += sorted(failed, key=lambda each: (each.source, each.part))
    result.seconds = time.perf_counter() - began


def _by_length(builder: Builder, ids: Sequence[str]) -> Iterator[list[Article]]:
    """The articles in batches that cost about as much time: long ones are fewer together."""
    for at in range(0, len(ids), _BATCH):
        batch: list[Article] = []
        for article in builder.articles(ids[at : at + _BATCH]):
            if batch and sum(len(each.text) for each in batch) + len(article.text) > _LONG:
                yield batch
                batch = []
            batch.append(article)
        yield batch


@contextmanager
def _without_collector() -> Iterator[None]:
    """The findings of all articles are millions of objects and hold no circles: to look for some in them, again and
    again, took a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_without_collector()
def _compile(
    builder: Builder,
    facts: registry.Registry,
    result: BuildResult,
    watch: Watch,
    *,
    build_at: str | None = None,
) -> None:
    pile = builder.collected()
    watch(Progress(Step.COMPILE, 0, len(pile.ids), len(result.set_aside)))
    made_by = reading.fingerprint(facts)
    before = builder.compared(made_by)
    made = dossier.outline(pile, facts, builder.set_aside(), builder.corrections(), before)
    if kept := builder.codebook():
        made = dossier.code(made, msgspec.json.decode(kept, type=Codebook), facts)
    builder.write(made, made_by, build_at=build_at)
    result.lost, result.taught = list(made.made.lost), list(made.made.taught)
    result.articles = len(made.articles)
    result.statements = sum(len(each.gist.speakers) for each in made.articles)
    result.speakers = len({who for each in made.articles for who in each.speakers if who})
    result.actors = len(made.made.actors)
    result.positions = len(made.made.positions)
    watch(Progress(Step.COMPILE, len(pile.ids), len(pile.ids), len(result.set_aside)))


def _batches(items: Iterable[Article | SetAside]) -> Iterator[list[Article | SetAside]]:
    batch: list[Article | SetAside] = []
    for item in items:
        batch.append(item)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
