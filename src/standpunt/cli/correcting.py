"""`standpunt correct`: what is wrong in a dossier is set right, once and for all."""

import getpass
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from standpunt.cli import options
from standpunt.model import Stance

if TYPE_CHECKING:
    from standpunt.amending.correct import Draft
    from standpunt.build import BuildResult
    from standpunt.store import Store

LOST = 3
"""Exit status where some corrections could not be applied."""

Name = Annotated[str, typer.Argument(metavar="NAME", help="An actor's name, or id.")]
Article = Annotated[
    str, typer.Argument(metavar="ARTICLE", help="Its number, file name, id, or words of its title.")
]
Words = Annotated[str, typer.Argument(metavar="WORDS", help="Words of the article, as they stand there.")]
By = Annotated[
    str, typer.Option("--by", envvar="STANDPUNT_USER", help="Who says so; otherwise who is logged in.")
]
Note = Annotated[str, typer.Option("--note", help="Why.")]
New = Annotated[bool, typer.Option("--new", help="It may be somebody whom the dossier does not have yet.")]


def merge(
    name: Name,
    into: Annotated[str, typer.Argument(metavar="INTO", help="The actor that both are; its name stays.")],
    dossier: options.Dossier = options.DEFAULT,
    by: By = "",
    note: Note = "",
    facts: options.Registry = None,
    as_json: options.AsJson = False,
) -> None:
    """Two actors are one.

    Example:

    - `standpunt correct merge "A. Hoek" "Anna Hoek"`
    """
    from standpunt.amending import correct

    _keep(lambda store: correct.merge(store, name, into), dossier, by, note, facts, as_json)


def split(
    article: Article,
    words: Words,
    to: Annotated[str, typer.Option("--to", help="Who is meant: a name that is there, or a new one.")],
    dossier: options.Dossier = options.DEFAULT,
    by: By = "",
    note: Note = "",
    facts: options.Registry = None,
    as_json: options.AsJson = False,
) -> None:
    """Whom an article means with these words is somebody else.

    Example:

    - `standpunt correct split 3 "Hoek" --to "Piet Hoek"`
    """
    from standpunt.amending import correct

    _keep(lambda store: correct.split(store, article, words, to), dossier, by, note, facts, as_json)


def rename(
    name: Name,
    to: Annotated[str, typer.Argument(metavar="TO", help="The name from now on.")],
    dossier: options.Dossier = options.DEFAULT,
    by: By = "",
    note: Note = "",
    facts: options.Registry = None,
    as_json: options.AsJson = False,
) -> None:
    """An actor has another name.

    Example:

    - `standpunt correct rename "Hoek" "Anna Hoek"`
    """
    from standpunt.amending import correct

    _keep(lambda store: correct.rename(store, name, to), dossier, by, note, facts, as_json)


def speaker(
    article: Article,
    words: Words,
    to: Annotated[str, typer.Option("--to", help="Who says it; without, nobody who could be named.")] = "",
    new: New = False,
    dossier: options.Dossier = options.DEFAULT,
    by: By = "",
    note: Note = "",
    facts: options.Registry = None,
    as_json: options.AsJson = False,
) -> None:
    """A statement is somebody else's.

    Example:

    - `standpunt correct speaker 3 "Ik sluit niets uit" --to "Bram Veenstra"`
    """
    from standpunt.amending import correct

    _keep(
        lambda store: correct.speaker(store, article, words, to, new=new), dossier, by, note, facts, as_json
    )


def content(
    article: Article,
    words: Words,
    to: Annotated[list[str], typer.Option("--to", help="What is said; may be given again for each piece.")],
    dossier: options.Dossier = options.DEFAULT,
    by: By = "",
    note: Note = "",
    facts: options.Registry = None,
    as_json: options.AsJson = False,
) -> None:
    """A statement consists of other words.

    Example:

    - `standpunt correct content 3 "Ik sluit niets uit" --to "niets uit"`
    """
    from standpunt.amending import correct

    _keep(lambda store: correct.content(store, article, words, to), dossier, by, note, facts, as_json)


def accept(
    article: Article,
    words: Words,
    issue: Annotated[str, typer.Option("--issue", help="Of a position: the id of its issue.")] = "",
    actor: Annotated[str, typer.Option("--actor", help="Of a position: whose it is.")] = "",
    dossier: options.Dossier = options.DEFAULT,
    by: By = "",
    note: Note = "",
    as_json: options.AsJson = False,
) -> None:
    """Somebody has looked, and a statement is right: it is said, in these words, by this speaker; or a position is.

    Example:

    - `standpunt correct accept 3 "Ik sluit niets uit"`
    - `standpunt correct accept 3 "niets uit" --issue dijk --actor "Anna Hoek"`
    """
    from standpunt.amending import correct
    from standpunt.cli import paint
    from standpunt.store import Store

    with Store(dossier) as store:
        if issue or actor:
            made = correct.accept_stance(store, article, words, issue, actor)
        else:
            made = correct.accept(store, article, words)
    correct.record(dossier, [made], by=by or getpass.getuser(), at=correct.now(), note=note)
    if as_json:
        paint.json(_plain(made.after))
    else:
        paint.out().print(paint.line(f"{made.change}: {_values(_plain(made.after))}"))


def reject(
    article: Article,
    words: Words,
    dossier: options.Dossier = options.DEFAULT,
    by: By = "",
    note: Note = "",
    facts: options.Registry = None,
    as_json: options.AsJson = False,
) -> None:
    """Nobody says this.

    Example:

    - `standpunt correct reject 3 "Het was lang stil"`
    """
    from standpunt.amending import correct

    _keep(lambda store: correct.reject(store, article, words), dossier, by, note, facts, as_json)


def add(
    article: Article,
    words: Words,
    speaker: Annotated[
        str, typer.Option("--speaker", help="Who says it; without, nobody who could be named.")
    ] = "",
    new: New = False,
    dossier: options.Dossier = options.DEFAULT,
    by: By = "",
    note: Note = "",
    facts: options.Registry = None,
    as_json: options.AsJson = False,
) -> None:
    """Somebody says this.

    Example:

    - `standpunt correct add 3 "de dijk er komt" --speaker "Anna Hoek"`
    """
    from standpunt.amending import correct

    _keep(
        lambda store: correct.add(store, article, words, speaker, new=new), dossier, by, note, facts, as_json
    )


def stance(
    article: Article,
    words: Words,
    issue: Annotated[str, typer.Option("--issue", help="The id of an issue of the codebook.")],
    actor: Annotated[str, typer.Option("--actor", help="Whose stance it is.")],
    to: Annotated[Stance | None, typer.Option("--to", help="The stance; without, none.")] = None,
    dossier: options.Dossier = options.DEFAULT,
    by: By = "",
    note: Note = "",
    facts: options.Registry = None,
    as_json: options.AsJson = False,
) -> None:
    """These words show another stance, or none.

    Example:

    - `standpunt correct stance 3 "niets uit" --issue dijk --actor "Anna Hoek" --to open`
    """
    from standpunt.amending import correct

    _keep(
        lambda store: correct.stance(store, article, words, issue, to, actor),
        dossier,
        by,
        note,
        facts,
        as_json,
    )


def undo(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="As `standpunt correct list` has it.")],
    dossier: options.Dossier = options.DEFAULT,
    by: By = "",
    facts: options.Registry = None,
    as_json: options.AsJson = False,
) -> None:
    """Take a correction back; it stays in the list.

    Example:

    - `standpunt correct undo 2`
    """
    from standpunt import registry
    from standpunt.amending import correct

    done = correct.undo(
        dossier, number, by=by or getpass.getuser(), at=correct.now(), facts=registry.load(*facts or [])
    )
    _tell(done, f"correction {number} is undone", as_json)


def listed(dossier: options.Source = options.DEFAULT, as_json: options.Json = False) -> None:
    """List the corrections: who made them, when, what was there and what should be, and which could not be applied.

    Example:

    - `standpunt correct list`
    """
    from standpunt.cli import paint
    from standpunt.store import Store

    with Store(dossier) as store:
        rows = store.rows("corrections")
    if as_json:
        paint.json(rows)
        return
    for row in rows:
        state = f"undone {row['undone']}" if row["undone"] else f"lost: {row['lost']}" if row["lost"] else ""
        paint.out().print(
            paint.line(
                f"{row['number']:>4}  ", (row["change"], "name"), f"  {row['words']}",
                (f"\n      {_values(row['before'])} → {_values(row['after'])}", ""),
                (f"  {row['made_by']}, {row['made_at']}", "quiet"), f"  {row['note']}" if row["note"] else "",
                (f"  {state}" if state else "", "warning"),
            )
        )  # fmt: skip
    paint.err().print(paint.line((paint.count(len(rows), "correction"), "quiet")))


def _keep(
    draft: "Callable[[Store], Draft]",
    dossier: options.Dossier,
    by: str,
    note: str,
    facts: options.Registry,
    as_json: bool,
) -> None:
    from standpunt import registry
    from standpunt.amending import correct
    from standpunt.store import Store

    with Store(dossier) as store:
        made = draft(store)
    who, known = by or getpass.getuser(), registry.load(*facts or [])
    done = correct.keep(dossier, [made], by=who, at=correct.now(), note=note, facts=known)
    before, after = (_values(each) for each in (_plain(made.before), _plain(made.after)))
    _tell(done, f"{made.change}: {before} → {after}", as_json)


def _tell(done: "BuildResult", said: str, as_json: bool) -> None:
    from standpunt.cli import paint

    if as_json:
        paint.json(done)
    else:
        paint.out().print(paint.line(said))
    tell_lost(done)
    if done.lost:
        raise typer.Exit(LOST)


def tell_lost(done: "BuildResult") -> None:
    """On standard error, the corrections that a build could not apply."""
    from standpunt.cli import paint

    for each in done.lost:
        paint.err().print(paint.line((f"correction {each.number} is lost: ", "warning"), each.why))


def _plain(values: object) -> dict[str, object]:
    import msgspec

    plain: dict[str, object] = msgspec.to_builtins(values)
    return plain


def _values(values: dict[str, object]) -> str:
    content = values["content"]
    pieces = " … ".join(content) if isinstance(content, list | tuple) else ""
    said = (values["actor"], pieces, values["stance"])
    return ", ".join(str(each) for each in said if each) or "nothing"
