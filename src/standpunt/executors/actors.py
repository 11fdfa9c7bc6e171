"""On a cluster of Ray: an actor for each core, which loads the model once. Needs ray.

Plain actors rather than Ray Data: the articles come from one writer and their readings go back to it, which bounds what
is held to a batch for each actor; an article that ends its worker must be known by name, which a block of a dataset
that fails again and again is not; and nothing is to be stored or shuffled in between.

An actor ends with its process, its machine or its network; see `pool` for what becomes of its articles. Ray starts the
next where there is room.
"""

import os
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

from standpunt.errors import ExecutorError, StandpuntError
from standpunt.executors import pool
from standpunt.executors.pool import PATIENCE, Ended
from standpunt.executors.reader import Batch, Made, Reader
from standpunt.executors.worker import READY, answer, load, question, respond


def read(
    batches: Iterable[Batch],
    reader: Reader,
    jobs: int | None = None,
    address: str = "",
    patience: float = PATIENCE,
) -> Generator[Made, None, None]:
    """The readings of each batch, as they are ready, by at most `jobs` actors or as many as the cluster has cores. The
    cluster is the one at this address (`auto` finds that of this machine), or one that is started here for as long as
    this takes. Raises StandpuntError where no article at all can be read."""
    with _connected(jobs, address) as cores:
        start = partial(_Worker, _kept(reader), patience)
        yield from pool.read(batches, min(jobs or cores, cores), start, _wait)


@contextmanager
def _connected(jobs: int | None, address: str) -> Iterator[int]:
    """The number of cores of the cluster."""
    try:
        import ray
    except ImportError as fault:
        raise ExecutorError(
            "a cluster needs ray, which is not installed", hint="pip install 'standpunt[ray]'"
        ) from fault
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is sent to whoever makes Ray
    quiet = {"include_dashboard": False, "num_cpus": jobs} if not address else {}
    mine = not ray.is_initialized()
    try:
        if mine:
            ray.init(address or "local", log_to_driver=False, logging_level="ERROR", **quiet)
    except (ConnectionError, RuntimeError, ValueError) as fault:
        raise ExecutorError(
            "no cluster answers there", where=address, hint="start one: ray start --head"
        ) from fault
    try:
        yield int(ray.cluster_resources().get("CPU", 1))
    finally:
        if mine:
            ray.shutdown()


def _kept(reader: Reader) -> Any:
    """The reader, once for all actors of a machine."""
    import ray

    return ray.put(reader)


class _Actor:
    """What runs on the cluster."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def load(self) -> bytes | StandpuntError:
        try:
            load(self._reader)
        except StandpuntError as fault:
            return fault
        return READY

    def respond(self, asked: bytes) -> bytes | StandpuntError:
        try:
            return respond(self._reader, asked)
        except StandpuntError as fault:
            return fault


class _Worker(pool.Worker):
    """An actor, and what it was asked last."""

    name = "actor"
    hint = "the machines of the cluster need this version of Standpunt, and memory for it"

    def __init__(self, reader: Any, patience: float) -> None:
        import ray

        super().__init__(patience)
        self._actor: Any = ray.remote(num_cpus=1, max_restarts=0)(_Actor).remote(reader)
        self.asked: Any = self._actor.load.remote()

    def _send(self, batch: Batch) -> None:
        self.asked = self._actor.respond.remote(question(batch))

    def hear(self) -> Made | None:
        import ray

        try:
            said = ray.get(self.asked)
        except ray.exceptions.RayError as fault:
            raise Ended(type(fault).__name__) from fault
        if isinstance(said, StandpuntError):
            raise said
        if self.is_loaded:
            return answer(self.task.batch, said)
        self.loaded()
        return None

    def close(self) -> None:
        import ray

        ray.kill(self._actor)


def _wait(busy: Sequence[_Worker], seconds: float | None) -> Sequence[_Worker]:
    import ray

    heard, _ = ray.wait([worker.asked for worker in busy], timeout=seconds)
    return [worker for worker in busy if worker.asked in heard]
