"""The sentences: those for training with their slots filled, and the test part.

    for sentence in training(Path("../shared/data"), seed=1):
        nlp.make_doc(sentence.text), sentence.spans

`tagged` of `training.sentences.inline` turns a sentence into tokens and IOB tags.
"""

from collections.abc import Iterator
from pathlib import Path

from training.sentences import names
from training.sentences.expand import expand
from training.sentences.inline import Labelled, parse

_FOLDER = Path(__file__).parent


def lines(folder: Path) -> Iterator[tuple[str, str]]:
    """Register (the file's name) and sentence, of every text file of a folder. `#` begins a comment."""
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                yield path.stem, line


def contexts() -> list[str]:
    """The sentences to train on, as they were written, with their slots."""
    return [line for _, line in lines(_FOLDER)]


def training(data: Path | None, seed: int = 1, fillings: int = 3) -> Iterator[Labelled]:
    """Different labelled sentences; another seed gives other names, so that each round can have its own."""
    yield from expand(contexts(), names.load(data), seed, fillings)


def test() -> list[tuple[str, Labelled]]:
    """Register and sentence of the part that no training may see."""
    return [(register, parse(line)) for register, line in lines(_FOLDER / "test")]
