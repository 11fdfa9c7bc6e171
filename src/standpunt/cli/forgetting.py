"""`standpunt forget`: takes a person or an article out of a dossier for good."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from standpunt.cli import options

if TYPE_CHECKING:
    from standpunt.amending import Forgot

STILL_NAMED = 3
"""Exit status where files or addresses have the name in them."""

Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask whether it is meant.")]


def person(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="The person's name in full, or the actor's id.")
    ],
    dossier: options.Dossier = options.DEFAULT,
    yes: Yes = False,
    model: options.Model = None,
    facts: options.Registry = None,
    as_json: options.AsJson = False,
) -> None:
    """Take a person out of a dossier: each sentence that speaks of them or tells what they said. Later builds leave
    them out, too. It cannot be undone; docs/forgetting.md says what it covers.

    Example:

    - `standpunt forget person "Anna Hoek"`
    """
    from standpunt import registry
    from standpunt.amending import forget_person, told_of
    from standpunt.cli import paint
    from standpunt.store import Store

    with Store(dossier) as store:
        actor, told = told_of(store, name)
    sentences = sum(len(each.spans) for each in told)
    about = f"{paint.count(sentences, 'sentence')} in {paint.count(len(told), 'article')}"
    _ask(f"{actor.name} ({actor.id}): {about} go out of {store.where} for good. Is that meant?", yes)
    done = forget_person(dossier, actor.id, model=model, facts=registry.load(*facts or []))
    _tell(done, as_json)


def article(
    named: Annotated[
        str, typer.Argument(metavar="ARTICLE", help="Its number, file name, id, or words of its title.")
    ],
    dossier: options.Dossier = options.DEFAULT,
    yes: Yes = False,
    model: options.Model = None,
    facts: options.Registry = None,
    as_json: options.AsJson = False,
) -> None:
    """Take an article out of a dossier, with its copies. Later builds leave them out, too. It cannot be undone;
    docs/forgetting.md says what it covers.

    Example:

    - `standpunt forget article 3`
    """
    from standpunt import registry
    from standpunt.amending import forget_article
    from standpunt.store import Store

    with Store(dossier) as store:
        row = store.article(named)
    _ask(f"{row['label']} ({row['source']}) goes out of {store.where} for good. Is that meant?", yes)
    done = forget_article(dossier, row["id"], model=model, facts=registry.load(*facts or []))
    _tell(done, as_json)


def _ask(question: str, yes: bool) -> None:
    if yes:
        return
    if not sys.stdin.isatty():
        raise typer.BadParameter("nobody can be asked here whether it is meant: add --yes")
    typer.confirm(question, abort=True, err=True)


def _tell(done: "Forgot", as_json: bool) -> None:
    from standpunt.cli import paint

    if as_json:
        paint.json(done)
    else:
        went = ", ".join(
            paint.count(number, name)
            for number, name in (
                (done.sentences, "sentence"), (done.articles, "article"), (done.statements, "statement"),
            )
        )  # fmt: skip
        paint.out().print(paint.line(f"forgotten: {went}"))
    err = paint.err()
    for source in done.still_named:
        err.print(
            paint.line((f"{source}: ", "warning"), "this name of a source has the name in it; it is kept")
        )
    if done.still_named:
        raise typer.Exit(STILL_NAMED)
