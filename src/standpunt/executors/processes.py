"""In several worker processes of this machine. One can end for many reasons: killed, out of memory, a fault in a
library; see `pool` for what becomes of its articles."""

import multiprocessing
import signal
import sys
from collections.abc import Generator, Iterable, Sequence
from contextlib import suppress
from functools import partial
from multiprocessing import connection

from standpunt.errors import StandpuntError
from standpunt.executors import pool
from standpunt.executors.pool import PATIENCE, Ended
from standpunt.executors.reader import Batch, Made, Reader
from standpunt.executors.worker import READY, answer, question, work

# A server that has loaded the model forks the workers: they start at once, share its memory, and know nothing of the
# threads and open files of this process.
if sys.platform == "win32":
    CONTEXT = multiprocessing.get_context("spawn")
else:
    CONTEXT = multiprocessing.get_context("forkserver")
_PRELOADED = "standpunt.executors.preloaded"


def read(
    batches: Iterable[Batch], reader: Reader, jobs: int, patience: float = PATIENCE
) -> Generator[Made, None, None]:
    """The readings of each batch, as they are ready. Raises StandpuntError where no article at all can be read."""
    return pool.read(batches, jobs, partial(_Worker, reader, patience), _wait)


class _Worker(pool.Worker):
    name = "process"
    hint = "there may be too little memory for so many; try fewer --jobs"

    def __init__(self, reader: Reader, patience: float) -> None:
        super().__init__(patience)
        CONTEXT.set_forkserver_preload([_PRELOADED])
        self.link, theirs = CONTEXT.Pipe()
        self._process = CONTEXT.Process(target=work, args=(theirs, reader), daemon=True)
        self._process.start()
        theirs.close()  # so that the link ends when the process does

    def _send(self, batch: Batch) -> None:
        with suppress(ConnectionError):  # that it has ended is heard next
            self.link.send(question(batch))

    def hear(self) -> Made | None:
        try:
            said = self.link.recv()
        except (EOFError, OSError):
            raise Ended(self._how()) from None
        if isinstance(said, StandpuntError):
            raise said
        if said != READY:
            return answer(self.task.batch, said)
        self.loaded()
        return None

    def _how(self) -> str:
        """How this process, which has ended, did."""
        self.close()
        code = self._process.exitcode or 0
        return signal.Signals(-code).name if code < 0 else f"status {code}"

    def close(self) -> None:
        self._process.kill()
        self._process.join()
        self.link.close()


def _wait(busy: Sequence[_Worker], seconds: float | None) -> Sequence[_Worker]:
    heard = connection.wait([worker.link for worker in busy], seconds)
    return [worker for worker in busy if worker.link in heard]
