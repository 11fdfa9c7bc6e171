"""A dossier made by hand, kept the way a build leaves it, and the places where tests keep theirs."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from standpunt.dossier import stories, utterances
from standpunt.model import Dossier
from standpunt.store import Builder, Place

Places = Callable[[], Place]
"""Names a new place with each call."""

Where = TypeVar("Where", bound=Place)


def keep(made: Dossier, place: Where) -> Where:
    articles = [each.article for each in made.articles]
    told = stories.gather([(each.article, each.published) for each in made.articles])
    whole = replace(made, stories=told, utterances=utterances.gather(made.articles, told))
    with Builder(place) as builder:
        builder.collect(articles, made.set_aside)
        builder.keep([(each.article, each.reading) for each in made.articles], "by hand")
        builder.write(whole)
    return place


def bytes_of(place: Place) -> bytes:
    """Of its file and what SQLite keeps beside it, or of all files of its database."""
    if isinstance(place, Path):
        files = [each for each in place.parent.iterdir() if each.name.startswith(place.name)]
    else:
        with Builder(place) as builder, builder._writing() as connection:
            connection.exec_driver_sql("CHECKPOINT")  # what the server has in memory goes to its files
            folder, number = connection.exec_driver_sql(
                "SELECT current_setting('data_directory'), oid FROM pg_database WHERE datname = current_database()"
            ).one()
        files = list(Path(folder, "base", str(number)).iterdir())
    return b"\0".join(map(_read, files))


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:  # the server tidied up
        return b""
