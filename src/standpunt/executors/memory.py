"""A bound on what one article may take of the memory of the process that reads it."""

from pathlib import Path

MOST = 2_000_000_000
"""Bytes that reading may take above what is loaded. An article of a million characters takes a fifth of it."""

_SIZE = Path("/proc/self/statm")
"""Where Linux tells how many pages a process has; elsewhere nothing is bounded."""


def bound(most: int = MOST) -> None:
    """From here on, what would take more than so many bytes above what this process has raises MemoryError, which
    blames the article that was read; without a bound the system ends any process it likes."""
    if not _SIZE.exists():
        return
    import resource

    has = int(_SIZE.read_text().split()[0]) * resource.getpagesize()
    _, hardest = resource.getrlimit(resource.RLIMIT_AS)
    if hardest == resource.RLIM_INFINITY or has + most < hardest:
        resource.setrlimit(resource.RLIMIT_AS, (has + most, hardest))
