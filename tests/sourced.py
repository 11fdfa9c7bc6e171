"""What the sources make of a file: its articles, and what was set aside."""

from pathlib import Path
from typing import Any

from standpunt import sources
from standpunt.model import Article, SetAside


def read(
    folder: Path, name: str, content: bytes | str, **options: Any
) -> tuple[list[Article], list[SetAside]]:
    """Writes a file of that content into the folder, and reads it."""
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return told(folder / name, **options)


def told(*paths: Path | str, **options: Any) -> tuple[list[Article], list[SetAside]]:
    items = list(sources.read(paths, **options))
    return (
        [item for item in items if isinstance(item, Article)],
        [item for item in items if isinstance(item, SetAside)],
    )
