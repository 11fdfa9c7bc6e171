"""`standpunt serve`: a dossier on screen."""

import getpass
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from standpunt.cli import options

if TYPE_CHECKING:
    from standpunt.web.editing import Editing


def serve(
    dossier: options.Source = options.DEFAULT,
    host: Annotated[
        str, typer.Option("--host", help="The address to listen on; by default only this machine can ask.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", "-p", min=1, max=65535, help="The port to listen on.")
    ] = 8000,
    copy: Annotated[
        Path | None,
        typer.Option(
            "--copy",
            help="Write all pages as files into this new folder, and serve nothing.",
            file_okay=False,
        ),
    ] = None,
    edit: Annotated[
        bool,
        typer.Option("--edit", help="Let people correct what was found, on the pages and through the API."),
    ] = False,
    by: Annotated[
        str,
        typer.Option(
            "--by",
            envvar="STANDPUNT_USER",
            help="Who corrects where nobody says otherwise; who is logged in.",
        ),
    ] = "",
    names: Annotated[
        list[str] | None,
        typer.Option(
            "--name",
            metavar="NAME",
            help="A name or address under which others may ask for it; may be given again. Needed with 0.0.0.0.",
        ),
    ] = None,
    password: Annotated[
        str,
        typer.Option(
            "--password",
            envvar="STANDPUNT_PASSWORD",
            help="What people must know to correct. Rather in the variable: others can see a command line.",
        ),
    ] = "",
    password_file: Annotated[
        Path | None,
        typer.Option(
            "--password-file", help="The same, from the first line of a file.", dir_okay=False, exists=True
        ),
    ] = None,
    facts: options.Registry = None,
    as_json: Annotated[bool, typer.Option("--json", help="Say where it is shown as JSON.")] = False,
    quiet: options.Quiet = False,
) -> None:
    """Show a dossier in the browser: who stands where, since when, on which condition, and the articles with what was
    said marked in them. It only reads, unless people may correct what was found (`--edit`): from another machine that
    takes a password. Stop it with Ctrl-C.

    Example:

    - `standpunt serve dossier.db`
    - `standpunt serve dossier.db --port 9000`
    - `standpunt serve dossier.db --copy dossier/`
    - `standpunt serve dossier.db --edit`
    - `standpunt serve dossier.db --edit --host 0.0.0.0 --name krant.intern --password-file wachtwoord.txt`
    """
    from standpunt.cli import paint
    from standpunt.store import locate
    from standpunt.web import serve
    from standpunt.web.copying import copy as write_copy

    shown = str(locate(dossier))
    if copy:
        files = write_copy(dossier, copy)
        if as_json:
            paint.json({"dossier": shown, "folder": str(copy), "files": files})
        elif not quiet:
            paint.out().print(
                paint.line((str(copy / "index.html"), "heading"), f"  {paint.count(files, 'file')}")
            )
        return
    editing = _editing(by, password, password_file, facts) if edit else None
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    if as_json:
        paint.json({"dossier": shown, "address": address})
    elif not quiet:
        paint.out().print(paint.line(f"{shown}  ", (address, "heading")))
    with suppress(KeyboardInterrupt):  # stopping it is how it ends
        serve(dossier, host=host, port=port, names=names or [], editing=editing)


def _editing(by: str, given: str, file: Path | None, facts: options.Registry) -> "Editing":
    from standpunt import registry
    from standpunt.web.editing import Editing
    from standpunt.web.guarding import Password

    said = file.read_text(encoding="utf-8").partition("\n")[0].strip() if file else given
    return Editing(
        by or getpass.getuser(), Password(said) if said or file else None, registry.load(*facts or [])
    )
