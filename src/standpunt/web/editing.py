"""What it takes to change a dossier that is served: who may, and one change at a time."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from standpunt.amending import correct
from standpunt.errors import BusyError
from standpunt.model import Change
from standpunt.registry import Registry
from standpunt.store import Pages
from standpunt.store.rows import Row
from standpunt.web.asking import Correcting
from standpunt.web.guarding import Password


@dataclass(slots=True)
class Editing:
    """`name` is who changes something where nobody says otherwise; with a `password` only who knows it may. `facts` is
    the registry that the dossier is built with, that of the package where it is not given."""

    name: str
    password: Password | None = None
    facts: Registry | None = None
    _busy: threading.Lock = field(default_factory=threading.Lock)

    def keep(self, store: Pages, asked: Correcting, *, by: str) -> list[Row]:
        """Makes corrections, and the dossier anew with them; their rows. Raises AskedError where they do not fit the
        dossier, and BusyError while somebody else writes in it."""
        with self._alone(store):
            drafts, at = asked.drafts(store), correct.now()
            if all(each.change is Change.ACCEPT for each in drafts):
                correct.confirm(store.place, drafts, by=by, at=at, note=asked.note)
            else:
                correct.keep(store.place, drafts, by=by, at=at, note=asked.note, facts=self.facts)
            return store.rows("corrections")[-len(drafts) :]

    def undo(self, store: Pages, number: int, *, by: str) -> Row:
        """Makes the dossier anew without a correction; its row. Raises as `keep`."""
        with self._alone(store):
            correct.undo(store.place, number, by=by, at=correct.now(), facts=self.facts)
            return next(row for row in store.rows("corrections") if row["number"] == number)

    @contextmanager
    def _alone(self, store: Pages) -> Iterator[None]:
        if not self._busy.acquire(blocking=False):
            raise BusyError("another correction is being worked in", hint="try again in a moment")
        try:
            if not store.complete:
                raise BusyError(
                    "a build of this dossier is going on, or was stopped before it was done",
                    where=store.name,
                    hint=f"wait for it, or run `standpunt build -o {store.name}` again",
                )
            yield
        finally:
            self._busy.release()
