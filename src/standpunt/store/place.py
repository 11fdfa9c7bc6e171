"""Names a place where a dossier is kept, the way people do."""

from pathlib import Path

from standpunt.store.database import Database
from standpunt.store.file import File
from standpunt.store.server import SCHEMES, Server

Place = str | Path
"""A file, or the address of a database: `postgresql://USER@HOST/DATABASE`."""


def locate(place: Place) -> Database:
    """Raises StoreError where an address is none."""
    return Server(str(place)) if str(place).startswith(SCHEMES) else File(Path(place))
