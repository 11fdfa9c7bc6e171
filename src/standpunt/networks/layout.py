"""A network → places to draw it at: who agrees stands together, who disagrees apart.

Springs and charges (Fruchterman and Reingold, 1991): every pair pushes each other off, a positive tie pulls its two
together, a negative one pushes them farther. It begins on a circle in the order of the names, so that the same network
is always drawn in the same way."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from standpunt.networks.matrix import Numbers

if TYPE_CHECKING:
    import networkx

Place = tuple[float, float]

STEPS = 250
"""Enough for some dozens of names to come to rest."""


def places(ties: Numbers) -> Numbers:
    """A row for each name, x and y from 0 to 1; `ties` has a row and a column for each, and is symmetric."""
    number = len(ties)
    if number < 2:
        return np.full((number, 2), 0.5)
    angles = 2 * np.pi * np.arange(number) / number
    at: Numbers = 0.5 + 0.4 * np.column_stack([np.cos(angles), np.sin(angles)])
    strength = ties / (np.abs(ties).max() or 1.0)
    ideal = 1 / np.sqrt(number)
    for step in range(STEPS):
        apart = at[:, None, :] - at[None, :, :]
        distance = np.maximum(np.linalg.norm(apart, axis=2), 1e-3)
        push = ideal**2 / distance * (1 + np.maximum(-strength, 0))
        pull = distance**2 / ideal * np.maximum(strength, 0)
        moves = ((push - pull) / distance)[:, :, None] * apart
        force = moves.sum(axis=1) - 0.5 * (at - 0.5)  # what is tied to nobody must not drift away
        length = np.maximum(np.linalg.norm(force, axis=1, keepdims=True), 1e-9)
        at = at + force / length * np.minimum(length, 0.1 * (1 - step / STEPS))
    low, high = at.min(axis=0), at.max(axis=0)
    width = np.where(high - low < 1e-6, 1.0, high - low)
    scaled: Numbers = np.where(high - low < 1e-6, 0.5, (at - low) / width)
    return scaled


def together(graphs: Iterable["networkx.Graph"]) -> dict[str, Place]:
    """The same place in all graphs for each name that is tied in any, by all their ties."""
    import networkx

    summed = networkx.Graph()
    for graph in graphs:
        for one, other, weight in graph.edges(data="weight"):
            before = summed.get_edge_data(one, other, {"weight": 0.0})["weight"]
            summed.add_edge(one, other, weight=before + weight)
    if not summed:
        return {}
    found = places(networkx.to_numpy_array(summed)).tolist()
    return {name: (x, y) for name, (x, y) in zip(summed, found, strict=True)}
