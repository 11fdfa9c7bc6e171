"""Workers, of whatever kind, each with one batch at a time.

A worker gets the next batch before its readings are handed on: nothing piles up on either side. A worker that ends
before it answers or takes too long is replaced, and its batch is read again, article by article. An article that ends
its worker again when it is alone is set aside. Workers that end while they load the model are to blame themselves.
"""

import math
import time
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from standpunt.errors import ExecutorError
from standpunt.executors.reader import REPORT, Batch, Made
from standpunt.model import SetAside

PATIENCE = 300.0
"""Seconds for a batch, or for an article that is read on its own; a batch takes a second or two."""

_TRIES = 2
"""How often an article that is read on its own may end its worker: once may have been by chance."""

_LOADS = 3
"""How many workers in a row may end while they load the model: a machine may be lost at that moment, too."""


class Ended(Exception):
    """A worker ended, and how in a word."""


class Worker(ABC):
    """One that reads elsewhere, and its task."""

    name: str
    """What people know it as."""

    hint: str
    """What to do where none can load the model."""

    task: "Task"
    due = math.inf
    """When it is overdue, as `time.monotonic` counts."""

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self.is_loaded = False

    def begin(self, task: "Task") -> None:
        """Sends the task, or keeps it until the worker has loaded the model; from then on it has its time."""
        self.task = task
        if self.is_loaded:
            self.due = time.monotonic() + self._patience
            self._send(task.batch)

    def loaded(self) -> None:
        """From now on, what ends it is the batch that it was sent."""
        self.is_loaded = True
        self.begin(self.task)

    def blamed(self, how: str) -> str:
        """What is told of an article that ended it."""
        if time.monotonic() >= self.due:
            return f"it could not be read in {self._patience:g} seconds"
        return f"the {self.name} that read it was ended by it, {_TRIES} times ({how})"

    @abstractmethod
    def _send(self, batch: Batch) -> None: ...

    @abstractmethod
    def hear(self) -> Made | None:
        """The readings of the task, or nothing yet. Raises Ended, and the StandpuntError that concerns every
        article."""

    @abstractmethod
    def close(self) -> None:
        """Ends it; it has nothing to tidy up."""


Kind = TypeVar("Kind", bound=Worker)


def read(
    batches: Iterable[Batch],
    jobs: int,
    start: Callable[[], Kind],
    wait: Callable[[Sequence[Kind], float | None], Sequence[Kind]],
) -> Generator[Made, None, None]:
    """The readings of each batch, as they are ready. `start` makes a worker, `wait` waits for some that have something
    to say or have ended, for so many seconds. Raises StandpuntError where no article at all can be read."""
    tasks = _Tasks(iter(batches))
    idle: list[Kind] = []
    busy: list[Kind] = []
    done: list[Made] = []
    unloaded = 0
    try:
        while True:
            while len(busy) < jobs and (task := tasks.next()):
                busy.append(idle.pop() if idle else start())
                busy[-1].begin(task)
            yield from done  # they are stored while the workers read on
            if not busy:
                return
            done = []
            for worker in _heard(busy, wait):
                try:
                    made = worker.hear()
                except Ended as how:
                    busy.remove(worker)
                    worker.close()
                    if worker.is_loaded:
                        done += tasks.lost(worker.task, worker.blamed(str(how)))
                        continue
                    tasks.again(worker.task)
                    unloaded += 1
                    if unloaded == _LOADS:
                        what = f"a worker {worker.name} ended while it loaded the model ({how})"
                        raise ExecutorError(what, hint=worker.hint) from None
                else:
                    unloaded = 0
                    if made is not None:
                        busy.remove(worker)
                        idle.append(worker)
                        done.append(made)
    finally:
        for worker in (*busy, *idle):
            worker.close()


def _heard(
    busy: Sequence[Kind], wait: Callable[[Sequence[Kind], float | None], Sequence[Kind]]
) -> list[Kind]:
    """Waits for those that have something to say or have ended; one that is overdue is ended."""
    due = min(worker.due for worker in busy)
    heard = wait(busy, None if due == math.inf else max(0.0, due - time.monotonic()))
    late = [each for each in busy if each not in heard and time.monotonic() >= each.due]
    for worker in late:
        worker.close()
    return [worker for worker in busy if worker in heard or worker in late]


@dataclass(frozen=True, slots=True)
class Task:
    """A batch, and how many workers it has ended since it is one article."""

    batch: Batch
    ended: int = 0


class _Tasks:
    """What is to be read: first what was lost with a worker, then what comes."""

    def __init__(self, coming: Iterator[Batch]) -> None:
        self._coming = coming
        self._again = deque[Task]()

    def next(self) -> Task | None:
        if self._again:
            return self._again.popleft()
        batch = next(self._coming, None)
        return Task(batch) if batch is not None else None

    def again(self, task: Task) -> None:
        self._again.append(task)

    def lost(self, task: Task, why: str) -> list[Made]:
        """What is known of a task that ended its worker, and `why`; nothing where it will be read again."""
        if len(task.batch) > 1:
            self._again += [Task([article]) for article in task.batch]
            return []
        if task.ended + 1 < _TRIES:
            self._again.append(Task(task.batch, task.ended + 1))
            return []
        where = task.batch[0].provenance
        return [[(task.batch[0], SetAside(where.source, where.part, why, REPORT))]]
