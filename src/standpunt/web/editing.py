"""What it takes to change a dossier that is served: who may, one change at a time, and the dossier made anew."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from standpunt.amending import correct
from standpunt.errors import BusyError
from standpunt.registry import Registry
from standpunt.store import Pages, State
from standpunt.store.rows import Row
from standpunt.web.asking import Correcting
from standpunt.web.guarding import Password
from standpunt.web.remaking import Remaking

PATIENCE = 3.0
"""Seconds in which a small dossier is made anew, so that the page that comes back shows what was changed."""


@dataclass(slots=True)
class Editing:
    """`name` is who changes something where nobody says otherwise; with a `password` only who knows it may. `facts` is
    the registry that the dossier is built with, that of the package where it is not given. A change waits for so many
    seconds of `patience` until the dossier is made anew with it, which goes on after that."""

    name: str
    password: Password | None = None
    facts: Registry | None = None
    patience: float = PATIENCE
    remaking: Remaking = field(init=False)
    _busy: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.remaking = Remaking(self.facts)

    def keep(self, store: Pages, asked: Correcting, *, by: str) -> list[Row]:
        """Records corrections; their rows. Raises AskedError where they do not fit the dossier, and BusyError while
        somebody else writes in it."""
        with self._alone(store):
            drafts = asked.drafts(store)
            numbers = correct.record(store.place, drafts, by=by, at=correct.now(), note=asked.note)
        self._remake(store)
        return [row for row in store.rows("corrections") if row["number"] in numbers]

    def undo(self, store: Pages, number: int, *, by: str) -> Row:
        """Withdraws a correction; its row. Raises as `keep`."""
        with self._alone(store):
            correct.withdraw(store.place, number, by=by, at=correct.now())
        self._remake(store)
        return next(row for row in store.rows("corrections") if row["number"] == number)

    def resume(self, store: Pages) -> None:
        """Makes the dossier anew with what was recorded before a server was stopped."""
        if store.state is State.CORRECTED:
            self.remaking.ask(store)

    def _remake(self, store: Pages) -> None:
        if store.state is State.CORRECTED:
            with suppress(TimeoutError):
                self.remaking.ask(store).result(self.patience)

    @contextmanager
    def _alone(self, store: Pages) -> Iterator[None]:
        if not self._busy.acquire(blocking=False):
            raise BusyError("another correction is being recorded", hint="try again in a moment")
        try:
            if store.state is State.BUILDING:
                raise BusyError(
                    "a build of this dossier is going on, or was stopped before it was done",
                    where=store.name,
                    hint=f"wait for it, or run `standpunt build -o {store.name}` again",
                )
            yield
        finally:
            self._busy.release()
