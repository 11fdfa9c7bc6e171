"""`standpunt serve`: a dossier on screen."""

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from standpunt.cli import options


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
    as_json: Annotated[bool, typer.Option("--json", help="Say where it is shown as JSON.")] = False,
    quiet: options.Quiet = False,
) -> None:
    """Show a dossier in the browser: who stands where, since when, on which condition, and the articles with what was
    said marked in them. It only reads; stop it with Ctrl-C.

    Example:

    - `standpunt serve dossier.db`
    - `standpunt serve dossier.db --port 9000`
    - `standpunt serve dossier.db --copy dossier/`
    """
    from standpunt.cli import paint
    from standpunt.web import serve
    from standpunt.web.copying import copy as write_copy

    if copy:
        files = write_copy(dossier, copy)
        if as_json:
            paint.json({"dossier": str(dossier), "folder": str(copy), "files": files})
        elif not quiet:
            paint.out().print(
                paint.line((str(copy / "index.html"), "heading"), f"  {paint.count(files, 'file')}")
            )
        return
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    if as_json:
        paint.json({"dossier": str(dossier), "address": address})
    elif not quiet:
        paint.out().print(paint.line(f"{dossier}  ", (address, "heading")))
    with suppress(KeyboardInterrupt):  # stopping it is how it ends
        serve(dossier, host=host, port=port)
