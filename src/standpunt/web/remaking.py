"""A dossier that is served, made anew with what people corrected: beside the pages, in a process of its own."""

import os
import signal
import sys
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from standpunt.amending import correct
from standpunt.errors import StandpuntError, StoreError
from standpunt.executors.processes import CONTEXT
from standpunt.registry import Registry
from standpunt.store import Place, State, Store

_LATER = 10
"""How much less urgent it is than a page."""


class Remaking:
    """One at a time: what is recorded while one goes on waits for the next, which has it all. `fault` says why the last
    one failed."""

    def __init__(self, facts: Registry | None) -> None:
        """`facts` as in `build`."""
        self.fault: StandpuntError | None = None
        self._facts = facts
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="remaking")
        self._lock = threading.Lock()
        self._next: Future[None] | None = None
        self._process: BaseProcess | None = None
        self._closed = False

    def ask(self, store: Store) -> Future[None]:
        """Makes the dossier anew with all that is recorded by now."""
        with self._lock:
            if self._next is None or self._next.running() or self._next.done():
                self._next = self._thread.submit(self._make, store)
            return self._next

    def close(self) -> None:
        """Ends one that goes on; the next server, or a build, will do it."""
        self._thread.shutdown(wait=False, cancel_futures=True)
        with self._lock:
            self._closed = True
            if self._process:
                self._process.kill()

    def _make(self, store: Store) -> None:
        if store.state is not State.CORRECTED:  # the one before had it all
            return
        self.fault = None
        heard, told = CONTEXT.Pipe(duplex=False)
        with self._lock:
            if self._closed:
                return
            CONTEXT.set_forkserver_preload([__name__])
            arguments = (store.place, self._facts, told)
            self._process = CONTEXT.Process(target=_work, args=arguments, daemon=True)
            self._process.start()
        told.close()  # so that the link ends when the process does
        try:
            self.fault = heard.recv()
        except EOFError:
            hint = "look at the memory of this machine; `standpunt build` makes it too"
            self.fault = StoreError("the process that made it anew has ended", where=store.name, hint=hint)
        self._process.join()


def _work(place: Place, facts: Registry | None, link: "Connection[StandpuntError | None, None]") -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever stops the server ends this
    if sys.platform != "win32":
        os.nice(_LATER)
    try:
        correct.apply(place, facts=facts)
    except StandpuntError as fault:
        link.send(fault)
    else:
        link.send(None)
