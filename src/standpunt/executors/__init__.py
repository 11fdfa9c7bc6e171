"""Turns batches of articles into readings: in this process, or in several. A cluster would be one more.

    with closing(executors.read(batches, Reader(model, facts), jobs=4)) as made:
        for readings in made:
            ...

Batches are taken as there is room to read them and come back as they are ready, whole and in any order; an article
that cannot be read comes back as what is set aside. Closing ends what was begun.
"""

from collections.abc import Generator, Iterable

from standpunt.executors import here, processes
from standpunt.executors.reader import Batch, Made, Reader

__all__ = ["Batch", "Made", "Reader", "read"]


def read(batches: Iterable[Batch], reader: Reader, jobs: int = 1) -> Generator[Made, None, None]:
    """The readings of each batch. Raises StandpuntError where no article at all can be read."""
    return here.read(batches, reader) if jobs == 1 else processes.read(batches, reader, jobs)
