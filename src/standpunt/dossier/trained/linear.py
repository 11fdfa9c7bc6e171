"""A linear model over named features: a table of weights, kept as one small file.

A row is a mapping of channels to names of features; in those of PARTS to words, whose features are their letters by
four and by five. A feature of a `present` channel counts for the row's amount of it
(1 if it has none); those of the others are weighed by their rarity and scaled so that the channel has length 1. Every
feature has weights for each class, and further ones for each group (an issue) where its channel has them.
"""

import lzma
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.resources import files
from itertools import chain
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from standpunt.errors import ModelError

Floats = npt.NDArray[np.float32]
Row = Mapping[str, Sequence[str]]
Amounts = Mapping[str, float]

PARTS = frozenset(["part", "near part"])
_SIZES = (4, 5)
_STEPS = 127
"""Weights are kept as small integers; the largest of a channel is this many steps from 0."""


@dataclass(frozen=True, slots=True, eq=False)
class Channel:
    """`rarity` by feature, empty for a present channel. `weights`: features × classes. `by_group`: features × groups ×
    classes, without groups where all weigh alike."""

    names: tuple[str, ...]
    rarity: Floats
    weights: Floats
    by_group: Floats


class Linear:
    def __init__(
        self, classes: Sequence[str], groups: Sequence[str], channels: Mapping[str, Channel], bias: Floats
    ) -> None:
        """`bias`: groups × classes."""
        self.classes = tuple(classes)
        self.groups = tuple(groups)
        self.channels = channels
        self.bias = bias
        self._ids: dict[str, dict[str, int]] = {}
        self._ids_of_parts = lru_cache(maxsize=65536)(self._look_up)
        self._table = np.zeros(
            (sum(len(c.names) for c in channels.values()), len(groups), len(classes)), "f4"
        )
        self._rarity = np.ones(len(self._table), "f4")
        first = 0
        for name, channel in channels.items():
            last = first + len(channel.names)
            self._ids[name] = dict(zip(channel.names, range(first, last), strict=True))
            self._table[first:last] = channel.weights[:, None]
            if channel.by_group.size:
                self._table[first:last] += channel.by_group
            if channel.rarity.size:
                self._rarity[first:last] = channel.rarity
            first = last

    def scores(self, rows: Sequence[Row], groups: Sequence[int], amounts: Sequence[Amounts] = ()) -> Floats:
        """Rows × classes. `groups` are places in `self.groups`."""
        scores = self.bias[np.asarray(groups, dtype=np.intp)]
        for name, known in self._ids.items():
            if name in PARTS:
                of = partial(self._ids_of_parts, name)
                ids = [list(chain.from_iterable(map(of, row[name]))) for row in rows]
            else:
                ids = [[at for at in map(known.get, row[name]) if at is not None] for row in rows]
            sizes = np.fromiter(map(len, ids), np.intp, len(ids))
            flat = np.fromiter(chain.from_iterable(ids), np.intp, int(sizes.sum()))
            if not flat.size:
                continue
            told = np.flatnonzero(sizes)
            starts = np.cumsum(sizes[told]) - sizes[told]
            group = np.repeat(np.asarray(groups, dtype=np.intp), sizes)
            weighed = self._table[flat, group]
            if self.channels[name].rarity.size:
                rarity = self._rarity[flat]
                lengths = np.sqrt(np.add.reduceat(rarity * rarity, starts))
                weighed = weighed * (rarity / np.repeat(lengths, sizes[told]))[:, None]
            sums = np.add.reduceat(weighed, starts, axis=0)
            if amounts:
                sums *= np.array([amounts[at].get(name, 1.0) for at in told.tolist()], "f4")[:, None]
            scores[told] += sums
        return scores

    def _look_up(self, channel: str, word: str) -> tuple[int, ...]:
        known = self._ids[channel]
        return tuple(known[part] for part in parts(word) if part in known)

    def as_record(self) -> dict[str, Any]:
        """What `from_record` reads."""
        return {
            "classes": self.classes,
            "groups": self.groups,
            "bias": self.bias.astype("<f4").tobytes(),
            "channels": {
                name: {
                    "names": "\n".join(each.names),
                    "rarity": each.rarity.astype("<f2").tobytes(),
                    "weights": _packed(each.weights),
                    "by_group": _packed(each.by_group),
                }
                for name, each in self.channels.items()
            },
        }


def from_record(record: Mapping[str, Any]) -> Linear:
    classes, groups = record["classes"], record["groups"]
    channels = {}
    for name, each in record["channels"].items():
        names = tuple(each["names"].split("\n"))
        by_group = _unpacked(each["by_group"])
        channels[name] = Channel(
            names,
            np.frombuffer(each["rarity"], "<f2").astype("f4"),
            _unpacked(each["weights"]).reshape(len(names), len(classes)),
            by_group.reshape(len(names), len(groups), len(classes)) if by_group.size else by_group,
        )
    bias = np.frombuffer(record["bias"], "<f4").reshape(len(groups), len(classes))
    return Linear(classes, groups, channels, bias.copy())


def parts(word: str) -> tuple[str, ...]:
    """The letters of a word by four and by five, its ends marked; none of what stands for an actor."""
    if not word[0].isalnum():
        return ()
    bounded = f"<{word}>"
    return tuple(bounded[at : at + size] for size in _SIZES for at in range(len(bounded) - size + 1))


def softmax(scores: Floats) -> Floats:
    grown = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Floats = grown / grown.sum(axis=1, keepdims=True)
    return shares


def pack(record: Mapping[str, Any]) -> bytes:
    return lzma.compress(msgspec.msgpack.encode(record), preset=9 | lzma.PRESET_EXTREME)


def load(file: str) -> dict[str, Any]:
    """What `pack` made of a record, from the folder of trained models. Raises ModelError."""
    where = files(__package__) / "nl" / file
    try:
        content: dict[str, Any] = msgspec.msgpack.decode(lzma.decompress(where.read_bytes()))
    except (OSError, lzma.LZMAError, msgspec.DecodeError) as fault:
        raise ModelError(
            f"this model does not load: {fault}",
            where=str(where),
            hint="reinstall standpunt, or run `make stance DATA=...` in its repository",
        ) from fault
    return content


def _packed(weights: Floats) -> tuple[float, bytes]:
    step = float(np.abs(weights).max(initial=0.0)) / _STEPS or 1.0
    return step, np.rint(weights / step).astype("i1").tobytes()


def _unpacked(packed: Iterable[Any]) -> Floats:
    step, content = packed
    weights: Floats = np.frombuffer(content, "i1").astype("f4") * np.float32(step)
    return weights
