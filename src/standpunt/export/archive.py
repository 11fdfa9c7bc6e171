"""Several files as one: a ZIP archive, the same for the same files."""

import zipfile
from collections.abc import Iterable
from typing import IO

_WHEN = (1980, 1, 1, 0, 0, 0)
"""The first moment that the format knows: no clock is asked."""


def write(out: IO[bytes], files: Iterable[tuple[str, bytes]]) -> None:
    """May raise OSError."""
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, _WHEN)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
