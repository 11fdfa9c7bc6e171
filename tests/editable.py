"""A small dossier that people may correct: the newsroom's articles with a codebook, made anew by the real stages."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import msgspec

import newsroom
from standpunt import dossier
from standpunt.build import build, compile_anew
from standpunt.dossier.issues import Codebook
from standpunt.model import Issue

HOSTILE = "<script>document.title='gekaapt'</script> ]]> &amp; \u202e\u2066om\u2069 \x1b"
LONG = 2 * 1024 * 1024
"""Characters of a paragraph."""

ARTICLES = {
    "wad.txt": 'date 2025-02-14\nDe dijk\n\n"Wij onderhandelden lang", zei Anna Hoek. "Er is geld", zei Bram Veenstra.',
    "duin.txt": 'date 2025-02-15\nHet duin\n\n"Het zand stuift", zei Annie Hoek. Het duin moet hoger.',
    "zee.txt": 'date 2025-02-16\nDe zee\n\n"De zee stijgt", zei Bram Veenstra. "Onzin", zei Anna Hoek.',
}
CODEBOOK = Codebook(
    "kust",
    (
        Issue(id="dijk", label="De dijk hoger", proposal="De dijk gaat omhoog.", terms=("dijk",)),
        Issue(id="duin", label="Het duin hoger", proposal="Het duin gaat omhoog.", terms=("duin",)),
    ),
)


@contextmanager
def small_newsroom() -> Iterator[None]:
    """The small newsroom reads; what makes a dossier of its readings is the real one."""
    outline, patches = dossier.outline, []
    newsroom.replace_the_stages(lambda name, new: patches.append(patch(name, new)))
    for each in patches:
        each.start()
    try:
        with patch("standpunt.dossier.outline", outline):
            yield
    finally:
        for each in patches:
            each.stop()


def editable(folder: Path, more: dict[str, str] | None = None) -> Path:
    path = folder / "dossier.db"
    krant = newsroom.folder(folder / "krant", {**ARTICLES, **(more or {})})
    with small_newsroom():
        build([krant], path)
    compile_anew(path, lambda builder: builder.keep_codebook(msgspec.json.encode(CODEBOOK).decode()))
    return path
