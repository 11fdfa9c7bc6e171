"""In several worker processes of this machine.

A worker has one batch at a time, and gets the next before its readings are handed on: nothing piles up on either side.
A worker that ends before it answers (killed, out of memory, a fault in a library) or takes too long is replaced, and
its batch is read again, article by article. An article that ends its worker again when it is alone is set aside.
"""

import math
import multiprocessing
import signal
import sys
import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import wait

from standpunt.errors import ExecutorError, StandpuntError
from standpunt.executors.reader import REPORT, Batch, Made, Reader
from standpunt.executors.worker import READY, answer, question, work
from standpunt.model import SetAside

PATIENCE = 300.0
"""Seconds for a batch, or for an article that is read on its own; a batch takes a second or two."""

_TRIES = 2
"""How often an article that is read on its own may end its worker: once may have been by chance."""

# A server that has loaded the model forks the workers: they start at once, share its memory, and know nothing of the
# threads and open files of this process.
if sys.platform == "win32":
    _CONTEXT = multiprocessing.get_context("spawn")
else:
    _CONTEXT = multiprocessing.get_context("forkserver")
_PRELOADED = "standpunt.executors.preloaded"


def read(
    batches: Iterable[Batch], reader: Reader, jobs: int, patience: float = PATIENCE
) -> Generator[Made, None, None]:
    """The readings of each batch, as they are ready. Raises StandpuntError where no article at all can be read."""
    tasks = _Tasks(iter(batches))
    idle: list[_Worker] = []
    busy: list[_Worker] = []
    done: list[Made] = []
    try:
        while True:
            while len(busy) < jobs and (task := tasks.next()):
                busy.append(idle.pop() if idle else _Worker(reader))
                busy[-1].begin(task, patience)
            yield from done  # they are stored while the workers read on
            if not busy:
                return
            done = []
            for worker in _heard(busy):
                try:
                    made = worker.hear()
                except (EOFError, OSError):
                    busy.remove(worker)
                    done += tasks.lost(worker.task, worker.ended())
                else:
                    if made is not None:
                        busy.remove(worker)
                        idle.append(worker)
                        done.append(made)
    finally:
        for worker in (*busy, *idle):
            worker.close()


@dataclass(frozen=True, slots=True)
class _Task:
    """A batch, and how many workers it has ended since it is one article."""

    batch: Batch
    ended: int = 0


class _Tasks:
    """What is to be read: first what was lost with a worker, then what comes."""

    def __init__(self, coming: Iterator[Batch]) -> None:
        self._coming = coming
        self._again = deque[_Task]()

    def next(self) -> _Task | None:
        if self._again:
            return self._again.popleft()
        batch = next(self._coming, None)
        return _Task(batch) if batch is not None else None

    def lost(self, task: _Task, how: str) -> list[Made]:
        """What is known of a task whose worker ended, and `how`; nothing where it will be read again."""
        if len(task.batch) > 1:
            self._again += [_Task([article]) for article in task.batch]
            return []
        if task.ended + 1 < _TRIES:
            self._again.append(_Task(task.batch, task.ended + 1))
            return []
        where = task.batch[0].provenance
        return [[(task.batch[0], SetAside(where.source, where.part, how, REPORT))]]


class _Worker:
    """A worker process and its task."""

    task: _Task
    due = math.inf

    def __init__(self, reader: Reader) -> None:
        _CONTEXT.set_forkserver_preload([_PRELOADED])
        self.link, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=work, args=(theirs, reader), daemon=True)
        self._process.start()
        theirs.close()  # so that the link ends when the process does
        self._loaded = False

    def begin(self, task: _Task, patience: float) -> None:
        """Sends the task, or keeps it until the worker has loaded the model; from then on it has `patience` seconds."""
        self.task, self._patience = task, patience
        if self._loaded:
            self.due = time.monotonic() + patience
            with suppress(ConnectionError):  # that it has ended is heard next
                self.link.send(question(task.batch))

    def hear(self) -> Made | None:
        """The readings of the task, or nothing yet. Raises EOFError or OSError where the process has ended, and the
        StandpuntError that concerns every article."""
        said = self.link.recv()
        if isinstance(said, StandpuntError):
            raise said
        if said != READY:
            return answer(self.task.batch, said)
        self._loaded = True
        self.begin(self.task, self._patience)
        return None

    def ended(self) -> str:
        """How this process, which has ended, did. Raises ExecutorError where it never began to read."""
        overdue = time.monotonic() >= self.due
        self.close()
        code = self._process.exitcode or 0
        how = signal.Signals(-code).name if code < 0 else f"status {code}"
        if not self._loaded:
            raise ExecutorError(
                f"a worker process ended while it loaded the model ({how})",
                hint="there may be too little memory for so many; try fewer --jobs",
            )
        if overdue:
            return f"it could not be read in {self._patience:g} seconds"
        return f"the process that read it was ended by it, {_TRIES} times ({how})"

    def kill(self) -> None:
        """Ends the process, which has nothing to tidy up."""
        self._process.kill()
        self._process.join()

    def close(self) -> None:
        self.kill()
        self.link.close()


def _heard(busy: Sequence[_Worker]) -> list[_Worker]:
    """Waits for those that have something to say or have ended; one that is overdue is ended."""
    links = {worker.link: worker for worker in busy}
    due = min(worker.due for worker in busy)
    heard = wait(links, None if due == math.inf else max(0.0, due - time.monotonic()))
    for link, worker in links.items():
        if link not in heard and time.monotonic() >= worker.due:
            worker.kill()
            heard.append(link)
    return [worker for link, worker in links.items() if link in heard]
