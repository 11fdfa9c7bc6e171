"""What lies beside the repository: the annotated seed articles, and the `score.py` that fixes what a figure means.

A test that needs it is skipped, and says so, where it is missing.
"""

import hashlib
import importlib.util
import os
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

from standpunt.build import build
from standpunt.dossier.issues import Codebook, codebook
from standpunt.evaluation import Report, annotations, measure
from standpunt.export import FORMATS
from standpunt.store import Store

SHARED = Path(os.environ.get("SHARED", Path(__file__).parents[2] / "shared")).resolve()
REPOSITORY = Path(__file__).parents[1]
SEEDS = SHARED / "evaluation" / "gold", SHARED / "seeds"
EXAMPLES = REPOSITORY / "examples" / "gold", REPOSITORY / "examples" / "articles"
"""Two folders of annotations, each with the folder of its texts."""


def present(path: Path) -> Path:
    if not path.exists():
        pytest.skip(f"NOT MEASURED: {path.name} is not there; put the shared folder beside the repository")
    return path


def tunnel(folder: Path) -> Path:
    """A folder, with the dossier of the fictional articles and their codebook as `dossier.db`, and as `debate.dna`."""
    examples = REPOSITORY / "examples"
    build([examples / "articles"], folder / "dossier.db", codebook=codebook.read(examples / "codebook.toml"))
    with Store(folder / "dossier.db") as store, (folder / "debate.dna").open("wb") as file:
        FORMATS["dna"].write(store, file, True)
    return folder


def scorer() -> ModuleType:
    """`score.py`, as a module."""
    path = present(SHARED / "evaluation" / "score.py")
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@dataclass(frozen=True)
class Corpus:
    """Annotations, their texts, a dossier of these texts, and what the one says of the other."""

    gold: Path
    texts: Path
    dossier: Path
    report: Report

    @classmethod
    def measured(cls, gold: Path, texts: Path, dossier: Path, codebook: Codebook | None = None) -> "Corpus":
        assert build([present(texts)], dossier, codebook=codebook).set_aside == []
        with Store(dossier) as store:
            return cls(gold, texts, dossier, measure(annotations.read(present(gold), texts), store.dossier()))

    @property
    def digest(self) -> str:
        """Names what is measured on: a hash of all files of the annotations and of the texts."""
        content = hashlib.sha256()
        for folder in (self.gold, self.texts):
            for path in sorted(path for path in folder.iterdir() if path.is_file()):
                content.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
        return content.hexdigest()[:16]
