"""A file, or a folder of files, that is there whole or not at all."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any


@contextmanager
def replacing(path: Path, mode: str = "w") -> Iterator[IO[Any]]:
    """Writes (`w` or `wb`) beside a file, which takes its place at the end; where something goes wrong the old
    one stays. Text is UTF-8 with the ends of lines as written. May raise OSError."""
    part = path.with_name(f"{path.name}.part")
    encoding, newline = (None, None) if mode == "wb" else ("utf-8", "")
    try:
        with part.open(mode, encoding=encoding, newline=newline) as file:
            yield file
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def replacing_in(folder: Path) -> Iterator[Path]:
    """Gives a folder beside one; the files in it take their places in that one at the end, together. What else stands
    there stays. May raise OSError."""
    part = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir()
    try:
        yield part
        folder.mkdir(exist_ok=True)
        for file in sorted(part.iterdir()):
            file.replace(folder / file.name)
    finally:
        shutil.rmtree(part, ignore_errors=True)
