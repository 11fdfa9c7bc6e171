"""`standpunt code`, `standpunt issues show` and `suggest`: what the positions of a dossier are about."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from standpunt.cli import options
from standpunt.cli.building import progress

if TYPE_CHECKING:
    from standpunt.build import BuildResult
    from standpunt.dossier.issues import Codebook
    from standpunt.model import Taught


def code(
    dossier: options.Source = options.DEFAULT,
    book: options.Codebook = None,
    facts: options.Registry = None,
    quiet: options.Quiet = False,
    as_json: options.AsJson = False,
) -> None:
    """Find who stands where on the issues of a codebook; no article is read again.

    The dossier keeps the codebook: a later build codes by it, too. Where people have corrected ten stances or more on
    an issue, what they teach is tried on the articles that they corrected, and used if it is better there than the
    rules alone.

    Example:

    - `standpunt code dossier.db --codebook kwesties.toml`
    """
    from standpunt import registry
    from standpunt.build import code as run
    from standpunt.cli import paint
    from standpunt.store import locate

    if book is None:
        raise typer.BadParameter("name a codebook with --codebook; `standpunt issues show --help` shows one")
    known = registry.load(*facts or [])
    issues = read(book)
    with progress(quiet or as_json) as watch:
        result = run(dossier, issues, facts=known, watch=watch)
    if as_json:
        paint.json({"issues": len(issues.issues), "positions": result.positions, "taught": result.taught})
    elif not quiet:
        held = f" holds {paint.count(result.positions, 'position')} on {paint.count(len(issues.issues), 'issue')}"
        paint.out().print(paint.line((str(locate(dossier)), "heading"), held))
        tell_taught(result)


def tell_taught(done: "BuildResult") -> None:
    """What the corrections of stances taught, an issue a line."""
    from standpunt.cli import paint

    for each in done.taught:
        paint.out().print(paint.line("  ", (each.issue, "name"), f"  {_lesson(each)}"))


def _lesson(taught: "Taught") -> str:
    from standpunt.cli import paint
    from standpunt.dossier.positions.taught import LEAST

    made = f"{paint.count(taught.corrections, 'correction')} of stance"
    if taught.corrections < LEAST:
        return f"{made}; from {LEAST} on they teach"
    if not taught.passages:
        return f"nothing learned from {made}: no statement there names the issue"
    figures = f"F1 {taught.together:.2f} in {taught.passages} passages, by the rules alone {taught.rules:.2f}"
    added = f"{taught.right:.0%} of what is added is right" if taught.right else "nothing right is added"
    return f"{'learned' if taught.used else 'nothing learned'} from {made}: {figures}; {added}"


def read(book: Path) -> "Codebook":
    """The codebook of a file, or the one that ships, where its name is given: `policy`."""
    from standpunt.dossier.issues import policy
    from standpunt.dossier.issues import read as from_file

    return policy() if str(book) == "policy" else from_file(book)


def show(
    dossier: options.Source = options.DEFAULT,
    as_json: Annotated[bool, typer.Option("--json", help="JSON instead of text.")] = False,
) -> None:
    """List the issues of a dossier: the proposal, and how many take which stance on it.

    They come from its codebook, a TOML file:

        [[issue]]
        id = "tunnel"
        label = "Tunnel"
        proposal = "Er komt een tunnel naar het eiland"
        terms = ["tunnel", "vaste verbinding"]

    It may name groups of conditions, `[[group]]`, and blocs of actors, `[[bloc]]`: docs/whatif.md.

    Example:

    - `standpunt issues`
    - `standpunt issues show brug.db --json`
    """
    from standpunt.cli import paint
    from standpunt.cli.standing import coded

    with coded(dossier) as answers:
        listed = answers.issues()
    if as_json:
        paint.json(listed)
        return
    out = paint.out()
    for issue in listed:
        numbers = ", ".join(paint.count(issue[of], of[:-1]) for of in ("positions", "conditions"))
        actors = issue["actors"].items()
        out.print(
            paint.line(
                (issue["id"], "name"), f"  {issue['proposal']}", (f"  {numbers}", "quiet"),
                ("\n  " if actors else "", "quiet"),
                *(part for stance, number in actors for part in (paint.stance(stance), f" {number}  ")),
            )
        )  # fmt: skip


def suggest(
    dossier: options.Source = options.DEFAULT,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A file; otherwise standard output.", dir_okay=False)
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", help="At most so many issues.", min=1)] = 12,
    model: options.Model = None,
    as_json: options.AsJson = False,
) -> None:
    """Draft a codebook from what the actors of a dossier want, reject and speak of: TOML, with sentences as examples.

    A draft is to be edited: what one is for or against is a guess, and not all that is spoken of is an issue.

    Example:

    - `standpunt issues suggest dossier.db -o kwesties.toml`
    - `standpunt issues suggest --limit 5 --json`
    """
    from standpunt.cli import paint
    from standpunt.dossier.issues.suggesting import as_toml
    from standpunt.dossier.issues.suggesting import suggest as draft
    from standpunt.errors import StoreError
    from standpunt.language import pipeline
    from standpunt.store import Store

    with Store(dossier) as store:
        drafts = draft(store.dossier(), pipeline.load(model), limit)
    if not drafts:
        raise StoreError(
            "nobody here wants or rejects the same thing twice",
            where=store.where,
            hint="write a codebook by hand: `standpunt issues show --help`",
        )
    if as_json:
        paint.json(drafts)
        return
    toml = as_toml(drafts, f"Edit these drafts, then: standpunt code {store.where} --codebook FILE")
    if output:
        output.write_text(toml, encoding="utf-8")
    else:
        paint.out().print(paint.text(toml), end="")
