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
            archive.writestr(entry(name), content)


def entry(name: str) -> zipfile.ZipInfo:
    """A file in an archive, compressed, without anything of the machine that writes it."""
    made = zipfile.ZipInfo(name, _WHEN)
    made.compress_type, made.create_system, made.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
    return made
