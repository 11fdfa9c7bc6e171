"""`standpunt build`."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from standpunt.cli import options
from standpunt.cli.correcting import tell_lost

if TYPE_CHECKING:
    from standpunt.build import BuildResult, Watch
    from standpunt.build import Progress as Where

SET_ASIDE = 3
"""Exit status of a build that is done, but for what it set aside or the corrections that it could not apply."""

_SHOWN = 20


def build(
    folders: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FOLDER",
            help="Folders, files or patterns of articles; `-` is standard input; with --fetch, addresses. Without any,"
            " the dossier that is there is brought up to date.",
        ),
    ] = None,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="The dossier: a file, made where it is missing, or postgresql://USER@HOST/DATABASE.",
        ),
    ] = options.DEFAULT,
    model: options.Model = None,
    facts: options.Registry = None,
    book: options.Codebook = None,
    fetch: Annotated[
        bool,
        typer.Option(
            "--fetch", help="Fetch addresses, and the pages that feeds point to; else nothing is fetched."
        ),
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            metavar="N",
            min=1,
            help="How many read articles: one process, or on a cluster one for each core, if it is not said.",
        ),
    ] = None,
    engine: Annotated[
        Literal["local", "ray"],
        typer.Option(
            "--engine", help="Where articles are read: processes of this machine, or a cluster of Ray."
        ),
    ] = "local",
    address: Annotated[
        str,
        typer.Option(
            "--address", help="Of the cluster; otherwise one is started on this machine for the build."
        ),
    ] = "",
    quiet: options.Quiet = False,
    as_json: options.Json = False,
) -> None:
    """Turn a folder of Dutch news articles into a dossier, or add to one.

    Reads text (with or without a date line), saved pages, feeds, JSON, CSV, documents of Word, PDF, downloads of Nexis,
    what agencies send, web archives, and ZIP of any of these. Only new and changed articles cost time, and a build
    that was stopped goes on where it was. What cannot be used is set aside and told; the rest is built, and the exit
    status is then 3.

    Example:

    - `standpunt build articles -o dossier.db`
    - `standpunt build 'krant/*.html' archief.jsonl -o dossier.db`
    - `standpunt build articles --codebook kwesties.toml`
    - `standpunt build https://kade.example/rss --fetch`
    - `standpunt build archief --jobs 4`
    - `standpunt build archief --engine ray --address ray://kade.example:10001`
    - `standpunt build archief -o postgresql://anna@kade.example/nieuws`
    - `cat artikel.txt | standpunt build - -o dossier.db`
    """
    from standpunt import registry, sources
    from standpunt.amending.correct import now
    from standpunt.build import build as run
    from standpunt.cli.issues import read as read_codebook
    from standpunt.executors import Engine

    known = registry.load(*facts or [])
    issues = read_codebook(book) if book else None
    pages = sources.Pages(sources.Limits()) if fetch else None
    with progress(quiet or as_json) as watch:
        result = run(
            folders or [],
            output,
            model=model,
            facts=known,
            codebook=issues,
            pages=pages,
            jobs=jobs,
            engine=Engine(engine),
            address=address,
            at=now(),
            watch=watch,
        )
    if as_json:
        from standpunt.cli import paint

        paint.json(result)
    else:
        _tell(result, output, quiet)
    tell_lost(result)
    if result.set_aside or result.lost:
        raise typer.Exit(SET_ASIDE)


@contextmanager
def progress(silent: bool) -> Iterator["Watch"]:
    """Something that watches a build and shows, on a terminal, a bar for each step with the articles a
    second."""
    if silent or not sys.stderr.isatty():
        yield lambda progress: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

    from standpunt.build import Step
    from standpunt.cli import paint

    said = {Step.COLLECT: "collecting", Step.READ: "reading", Step.COMPILE: "compiling"}
    columns = (
        TextColumn("{task.description:<10}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[aside]}", style="warning"),
    )
    tasks: dict[Step, TaskID] = {}
    with Progress(*columns, console=paint.err(), transient=True) as bars:

        def watch(where: "Where") -> None:
            step = where.step
            if step not in tasks:
                for earlier in tasks.values():  # now it is known how many there were
                    bars.update(earlier, total=bars.tasks[earlier].completed)
                tasks[step] = bars.add_task(said[step], total=where.total, rate="", aside="")
            speed = bars.tasks[tasks[step]].speed
            bars.update(
                tasks[step],
                completed=where.done,
                rate=f"{speed:.1f} articles/s" if speed and step is Step.READ else "",
                aside=f"{where.set_aside} set aside" if where.set_aside else "",
            )

        yield watch


def _tell(result: "BuildResult", output: str, quiet: bool) -> None:
    """What a build did, what the dossier holds, and what was set aside and why (on standard error)."""
    from standpunt.cli import paint
    from standpunt.cli.issues import tell_taught
    from standpunt.store import locate

    out, err = paint.out(), paint.err()
    if not quiet:
        speed = (
            f" in {result.seconds:.1f} s, {result.articles_per_second:.1f} articles/s" if result.read else ""
        )
        revised = f", {paint.count(result.revised, 'article')} revised" if result.revised else ""
        dropped = f", dropped {paint.count(result.dropped, 'article')}" if result.dropped else ""
        out.print(paint.line(f"read {paint.count(result.read, 'article')}{speed}{revised}{dropped}"))
        if result.forgotten:
            out.print(paint.line(f"left out {paint.count(result.forgotten, 'article')} to be forgotten"))
        held = (
            paint.count(result.articles, "article"),
            f"{paint.count(result.statements, 'statement')} by {paint.count(result.speakers, 'speaker')}",
            paint.count(result.actors, "actor"),
            *([paint.count(result.positions, "position")] if result.positions else []),
        )
        out.print(paint.line((str(locate(output)), "heading"), f" holds {', '.join(held)}"))
        tell_taught(result)
    if result.set_aside:
        err.print(paint.line((f"set aside: {len(result.set_aside)}", "warning")))
    shown = result.set_aside if not sys.stderr.isatty() else result.set_aside[:_SHOWN]
    for each in shown:
        part = f", {each.part}" if each.part else ""
        hint = (f" ({each.hint})", "quiet") if each.hint else ""
        err.print(paint.line(f"  {each.source}{part}: {each.reason}", hint), soft_wrap=True)
    if len(shown) < len(result.set_aside):
        err.print(paint.line((f"  and {len(result.set_aside) - len(shown)} more: standpunt show", "quiet")))
