"""A dossier made by hand as a file, the way a build leaves it."""

from dataclasses import replace
from pathlib import Path

from standpunt.dossier import stories, utterances
from standpunt.model import Dossier
from standpunt.store import Builder


def keep(made: Dossier, path: Path) -> Path:
    articles = [each.article for each in made.articles]
    told = stories.gather([(each.article, each.published) for each in made.articles])
    whole = replace(made, stories=told, utterances=utterances.gather(made.articles, told))
    with Builder(path) as builder:
        builder.collect(articles, made.set_aside)
        builder.keep([(each.article, each.reading) for each in made.articles], "by hand")
        builder.write(whole)
    return path
