"""What lies beside articles and plainly is none: skipped in silence in a folder or an archive. Everything else that is
not read is told."""

from collections.abc import Callable
from pathlib import PurePath

Beside = Callable[[str], bytes | None]
"""What a file beside the one that is read holds, by its name from the folder of that (`../people.xml`); None where
there is none, or it is too long."""

_ENDINGS = (
    *(".yaml", ".yml", ".toml", ".ini", ".cfg", ".lock", ".log"),  # settings, a gold standard
    *(".py", ".r", ".sh", ".sql"),
    *(
        ".js",
        ".mjs",
        ".css",
        ".svg",
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".webp",
        ".ico",
        ".woff",
        ".woff2",
    ),  # pages
    *(
        ".db",
        ".db-wal",
        ".db-shm",
        ".db-journal",
        ".sqlite",
        ".sqlite3",
        ".graphml",
        ".dna",
    ),  # dossiers
)
_NAMES = ("readme", "license", "licence", "changelog", "copying", "makefile")
_FOLDERS = ("_files", "_bestanden")
"""What browsers call the folder with the pictures of a page that they save."""


def is_beside(name: str) -> bool:
    """Whether a file of this name is no article."""
    lowered = name.lower()
    return lowered.startswith((".", *_NAMES)) or lowered.endswith("~") or PurePath(lowered).suffix in _ENDINGS


def is_beside_folder(name: str) -> bool:
    """Whether a folder of this name holds none."""
    return name.startswith((".", "__MACOSX")) or name.endswith(_FOLDERS)
