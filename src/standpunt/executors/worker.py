"""What runs in a worker, in a process of this machine or elsewhere: it loads the model once, then reads the batches
that it is sent."""

import gc
import signal
from multiprocessing.connection import Connection

import msgspec

from standpunt.errors import StandpuntError
from standpunt.executors import collector, memory
from standpunt.executors.reader import Batch, Made, Reader
from standpunt.model import Article, Reading, SetAside

READY = b""
"""The first message of a worker: from now on, what ends it is the batch that it was sent."""


def work(link: Connection, reader: Reader) -> None:
    """Answers each batch with its readings, or with the StandpuntError that concerns every article, until the other
    end is closed: by a build that is done, or by one that was killed."""
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # a terminal sends Ctrl-C to all; the build ends its workers itself
    try:
        load(reader)
        memory.bound()
        link.send(READY)
        while True:
            link.send(respond(reader, link.recv()))
    except StandpuntError as fault:
        link.send(fault)
    except (EOFError, ConnectionError):
        pass


def load(reader: Reader) -> None:
    """What lives as long as the worker, which the garbage collector is told to leave alone. Raises StandpuntError."""
    reader.load()
    gc.collect()
    collector.settle()


def respond(reader: Reader, asked: bytes) -> bytes:
    """The answer to a question. Raises StandpuntError as the reader does."""
    return _packed(reader(msgspec.json.decode(asked, type=list[Article])))


def question(batch: Batch) -> bytes:
    """A batch as it is sent to a worker."""
    return msgspec.json.encode(batch)


def answer(batch: Batch, packed: bytes) -> Made:
    """What a worker made of this batch."""
    made = msgspec.json.decode(packed, type=list[tuple[Reading | None, SetAside | None]])
    return [
        (article, reading or refused)  # type: ignore[misc]  # one of the two is there
        for article, (reading, refused) in zip(batch, made, strict=True)
    ]


def _packed(made: Made) -> bytes:
    """JSON, which is five times as fast as what pickle makes of so many small objects."""
    return msgspec.json.encode(
        [(each, None) if isinstance(each, Reading) else (None, each) for _, each in made]
    )
