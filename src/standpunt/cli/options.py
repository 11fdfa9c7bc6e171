"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

Dossier = Annotated[
    Path,
    typer.Option("--dossier", "-d", envvar="STANDPUNT_DOSSIER", help="The dossier file.", dir_okay=False),
]
Source = Annotated[Path, typer.Argument(metavar="DOSSIER", help="The dossier file.", dir_okay=False)]
Json = Annotated[bool, typer.Option("--json", help="JSON instead of text; keys are those of schema.sql.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but what went wrong.")]
Model = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME", help="An installed spaCy pipeline instead of the Dutch one."),
]

DEFAULT = Path("dossier.db")
