"""Actors merged, split and renamed: which chain is whose, before the actors are described."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from standpunt.dossier.corrections.anchors import GONE, Places
from standpunt.model import Change, Correction, Lost, Reading, Span, Values
from standpunt.registry import fold

RULE = "corrected by people"
OF_ACTORS = (Change.MERGE, Change.SPLIT, Change.RENAME)


class Place(NamedTuple):
    """A chain: the id of its article, and its index in the reading."""

    article: str
    chain: int


Recasting = Callable[[Mapping[Place, str], Mapping[str, str]], tuple[dict[Place, str], dict[str, str]]]
"""From whose each chain is, and the names by id, to the same as people have it; only names that they gave."""


class Recast:
    """The corrections of actors, to be applied once to what `identity` found; `lost` are those that could not be."""

    def __init__(
        self, corrections: Iterable[Correction], places: Places, readings: Mapping[str, Reading]
    ) -> None:
        self._corrections = [each for each in corrections if each.change in OF_ACTORS]
        self._places, self._readings = places, readings
        self.lost: list[Lost] = []
        self._became: dict[str, str] = {}

    def __call__(
        self, who: Mapping[Place, str], names: Mapping[str, str]
    ) -> tuple[dict[Place, str], dict[str, str]]:
        now, named, given = dict(who), dict(names), dict[str, str]()
        for each in self._corrections:
            found = self._places.find(each.anchor)
            place = chain_at(found[0].id, self._readings[found[0].id], found[1]) if found else None
            meant = actor(each.before, named) or (now[place] if place else None)
            if each.change is Change.SPLIT:
                if place is None:
                    self.lost.append(Lost(each.number, GONE))
                    continue
                before, other = now[place], actor(each.after, named) or new_id(now[place], each.after.actor)
                now[place] = other
                named.setdefault(other, each.after.actor)
                given |= {
                    before: named[before],
                    other: named[other],
                }  # neither is called after what went over
            elif meant is None:
                self.lost.append(Lost(each.number, f"there is no longer an actor {each.before.actor}"))
            elif each.change is Change.RENAME:
                named[meant] = given[meant] = each.after.actor
            else:
                into = actor(each.after, named)
                if into is None:
                    self.lost.append(Lost(each.number, f"there is no longer an actor {each.after.actor}"))
                elif into != meant:
                    now = {at: into if id == meant else id for at, id in now.items()}
                    del named[meant]
                    self._became[meant] = into
                    given[into] = named[into]
        return now, {id: name for id, name in given.items() if id in named}

    def followed(self, corrections: Iterable[Correction]) -> tuple[Correction, ...]:
        """The corrections with each actor who was merged into another since they were made as that other."""
        return tuple(replace(each, after=self._followed(each.after)) for each in corrections)

    def _followed(self, values: Values) -> Values:
        id = values.actor_id
        while id in self._became:
            id = self._became[id]
        return values if id == values.actor_id else replace(values, actor="", actor_id=id)


def chain_at(article: str, reading: Reading, span: Span) -> Place | None:
    """The chain of the mention at these words; of several the one that is most like them."""
    over = [each for each in reading.mentions if each.chain is not None and each.span.overlaps(span)]
    if not over:
        return None
    best = min(over, key=lambda each: abs(each.span.start - span.start) + abs(each.span.end - span.end))
    assert best.chain is not None
    return Place(article, best.chain)


def actor(values: Values, names: Mapping[str, str]) -> str | None:
    """The id of the actor that is meant: of this id and name, or else the only one of this name, or else of this id,
    under the name that it has by now."""
    of_name = [id for id, name in names.items() if name == values.actor]
    if len(of_name) == 1 and names.get(values.actor_id) != values.actor:
        return of_name[0]
    return values.actor_id if values.actor_id in names else None


def new_id(like: str, name: str) -> str:
    """An id of the same kind for an actor whom nothing but a correction names."""
    words = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
    return f"{like.partition(':')[0]}:{words}-corrected"
