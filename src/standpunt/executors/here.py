"""In this process, one batch after the other."""

from collections.abc import Generator, Iterable

from standpunt.executors import collector
from standpunt.executors.reader import Batch, Made, Reader


def read(batches: Iterable[Batch], reader: Reader) -> Generator[Made, None, None]:
    """The readings of each batch, in their order."""
    reader.load()
    with collector.settled():
        for batch in batches:
            yield reader(batch)
