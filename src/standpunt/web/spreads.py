"""Where most members of each party or bloc stand on an issue, and how many take another stance."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

import msgspec

from standpunt import registry
from standpunt.answers import By
from standpunt.dossier.blocs import Blocs
from standpunt.dossier.issues import Codebook
from standpunt.dossier.matrix import commonest, telling_of
from standpunt.model import Stance
from standpunt.store import Pages
from standpunt.store.rows import Row


def spreads(store: Pages, by: By, issue: str, on: datetime.date | None = None) -> Iterator[Row]:
    """Rows of the shape SPREAD on one issue, now or on a day."""
    found = store.spread(issue, on) if by == "party" else of_blocs(store, issue, on)
    for name, counts in found.items():
        most, telling = commonest(counts), telling_of(counts)
        yield {
            by: name, "issue_id": issue, "stance": most, "members": counts,
            "deviating": telling.total() - telling[most] if most else 0,
            "share": max(telling.values()) / telling.total(),
        }  # fmt: skip


def of_blocs(store: Pages, issue: str, on: datetime.date | None = None) -> Mapping[str, Counter[Stance]]:
    """How many of each bloc take which stance, blocs by name: who is of it on the day, or, without one, when he showed
    his stance last."""
    kept = store.codebook()
    written = msgspec.json.decode(kept, type=Codebook).blocs if kept else ()
    takers = list(store.takers(issue, on, everybody=any(bloc.members for bloc in written)))
    blocs = Blocs(written, {actor.id: actor for actor, _, _ in takers}, registry.load())
    found = defaultdict[str, Counter[Stance]](Counter)
    for actor, stance, when in takers:
        for name in blocs.of(actor.id, when):
            found[name][stance] += 1
    return dict(sorted(found.items()))
