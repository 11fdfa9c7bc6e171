"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

_WHERE = "The dossier: a file, or postgresql://USER@HOST/DATABASE."

Dossier = Annotated[
    str,
    typer.Option("--dossier", "-d", envvar="STANDPUNT_DOSSIER", metavar="FILE", help=_WHERE),
]
Source = Annotated[str, typer.Argument(metavar="DOSSIER", help=_WHERE, envvar="STANDPUNT_DOSSIER")]
Json = Annotated[bool, typer.Option("--json", help="JSON instead of text; keys are those of schema.sql.")]
AsJson = Annotated[bool, typer.Option("--json", help="JSON instead of text.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but what went wrong.")]
Model = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME", help="An installed spaCy pipeline instead of the Dutch one."),
]
Registry = Annotated[
    list[Path] | None,
    typer.Option(
        "--registry", "-r", envvar="STANDPUNT_REGISTRY", metavar="FILE",
        help="Your own facts, TOML, laid over the registry: a file or a folder; may be given again.",
    ),
]  # fmt: skip

Codebook = Annotated[
    Path | None,
    typer.Option(
        "--codebook", "-c", metavar="FILE",
        help="The issues to find positions on, TOML; the word `policy` for those of Dutch politics.",
    ),
]  # fmt: skip

Texts = Annotated[
    Path | None,
    typer.Option(
        "--texts", metavar="DIR", file_okay=False,
        help="The folder of the articles, annotated or not; otherwise they lie beside the annotations.",
    ),
]  # fmt: skip

DEFAULT = "dossier.db"
DAY = ["%Y-%m-%d"]
