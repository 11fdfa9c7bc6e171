"""Turns batches of articles into readings: in this process, in several, or on a cluster.

    with closing(executors.read(batches, Reader(model, facts), jobs=4)) as made:
        for readings in made:
            ...

Batches are taken as there is room to read them and come back as they are ready, whole and in any order; an article
that cannot be read comes back as what is set aside. Closing ends what was begun.
"""

from collections.abc import Generator, Iterable
from enum import StrEnum

from standpunt.executors import actors, here, processes
from standpunt.executors.reader import Batch, Made, Reader

__all__ = ["Batch", "Engine", "Made", "Reader", "read"]


class Engine(StrEnum):
    """Where articles are read."""

    LOCAL = "local"
    RAY = "ray"


def read(
    batches: Iterable[Batch],
    reader: Reader,
    jobs: int | None = None,
    engine: Engine = Engine.LOCAL,
    address: str = "",
) -> Generator[Made, None, None]:
    """The readings of each batch, by so many `jobs`; where that is not said, by one here, on a cluster by one for
    each core. `address` is that of the cluster; without, one is started here. Raises StandpuntError where no
    article at all can be read."""
    if engine is Engine.RAY:
        return actors.read(batches, reader, jobs, address)
    return here.read(batches, reader) if (jobs or 1) == 1 else processes.read(batches, reader, jobs or 1)
