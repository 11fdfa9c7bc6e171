"""A linear model over named features: a table of weights, kept as one small file.

A row is a mapping of channels to names of features; in those of PARTS to words, whose features are their letters by
four and by five. A feature of a `present` channel counts for the row's amount of it
(1 if it has none); those of the others are weighed by their rarity and scaled so that the channel has length 1. Every
feature has weights for each class, and further ones for each group (an issue) where its channel has them.
"""

import lzma
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import chain
from typing import Any, Self

import msgspec
import numpy as np
import numpy.typing as npt

from standpunt.errors import ModelError

Floats = npt.NDArray[np.float32]
Row = Mapping[str, Sequence[str]]
Amounts = Mapping[str, float]

PARTS = frozenset(["part", "near part"])
_SIZES = (4, 5)
_KEPT = 65536
"""Words whose sums are kept."""
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


@dataclass(slots=True, eq=False)
class _Features:
    """Rows of a channel by the names of its features, None for a name that has none. `table`: what each adds for every
    group and class, weighed by its rarity; `squares`: of the rarities, which scale the channel."""

    places: dict[str, int | None]
    table: Floats
    squares: Floats

    @classmethod
    def of(cls, channel: Channel, groups: int, classes: int) -> Self:
        table = np.zeros((len(channel.names), groups, classes), "f4") + channel.weights[:, None]
        if channel.by_group.size:
            table += channel.by_group
        rarity = channel.rarity if channel.rarity.size else np.ones(len(table), "f4")
        places = dict(zip(channel.names, range(len(table)), strict=True))
        return cls({**places}, table * rarity[:, None, None], rarity * rarity)


class _Words:
    """Words as the sums of their parts: what the letters of a word add is added once, and kept until there are too many
    words."""

    def __init__(self, parts: _Features) -> None:
        self._parts = parts
        self._sums = _Features({}, parts.table[:0], parts.squares[:0])

    def having(self, words: Iterable[str]) -> _Features:
        """Rows of these words at least."""
        wanted = set(words)
        new = list(wanted - self._sums.places.keys())
        if not new:
            return self._sums
        if len(self._sums.places) + len(new) > _KEPT:
            new = list(wanted)
            self._sums = _Features({}, self._parts.table[:0], self._parts.squares[:0])
        ids = [self._ids(word) for word in new]
        known = [(word, each) for word, each in zip(new, ids, strict=True) if each]
        first = len(self._sums.table)
        self._sums.places.update(dict.fromkeys(new))
        if known:
            flat = np.fromiter(chain.from_iterable(each for _, each in known), np.intp)
            starts = np.cumsum([0, *(len(each) for _, each in known[:-1])])
            table = np.add.reduceat(self._parts.table[flat], starts, axis=0)
            squares = np.add.reduceat(self._parts.squares[flat], starts)
            self._sums.table = np.concatenate([self._sums.table, table])
            self._sums.squares = np.concatenate([self._sums.squares, squares])
            self._sums.places.update((word, first + at) for at, (word, _) in enumerate(known))
        return self._sums

    def _ids(self, word: str) -> list[int]:
        return [at for at in map(self._parts.places.get, parts(word)) if at is not None]


class Linear:
    def __init__(
        self, classes: Sequence[str], groups: Sequence[str], channels: Mapping[str, Channel], bias: Floats
    ) -> None:
        """`bias`: groups × classes."""
        self.classes = tuple(classes)
        self.groups = tuple(groups)
        self.channels = channels
        self.bias = bias
        self._features = {
            name: _Features.of(channel, len(groups), len(classes)) for name, channel in channels.items()
        }
        self._words = {name: _Words(self._features[name]) for name in channels if name in PARTS}

    def scores(self, rows: Sequence[Row], groups: Sequence[int], amounts: Sequence[Amounts] = ()) -> Floats:
        """Rows × classes. `groups` are places in `self.groups`."""
        scores = self.bias[np.asarray(groups, dtype=np.intp)]
        for name, features in self._features.items():
            if name in PARTS:
                features = self._words[name].having(word for row in rows for word in row[name])
            ids = [[at for at in map(features.places.get, row[name]) if at is not None] for row in rows]
            sizes = np.fromiter(map(len, ids), np.intp, len(ids))
            flat = np.fromiter(chain.from_iterable(ids), np.intp, int(sizes.sum()))
            if not flat.size:
                continue
            told = np.flatnonzero(sizes)
            starts = np.cumsum(sizes[told]) - sizes[told]
            group = np.repeat(np.asarray(groups, dtype=np.intp), sizes)
            sums = np.add.reduceat(features.table[flat, group], starts, axis=0)
            if self.channels[name].rarity.size:
                sums /= np.sqrt(np.add.reduceat(features.squares[flat], starts))[:, None]
            if amounts:
                sums *= np.array([amounts[at].get(name, 1.0) for at in told.tolist()], "f4")[:, None]
            scores[told] += sums
        return scores

    def shared(self) -> "Linear":
        """What holds for every group alike, as a model of one group, `""`."""
        channels = {
            name: Channel(each.names, each.rarity, each.weights, np.zeros(0, "f4"))
            for name, each in self.channels.items()
        }
        return Linear(self.classes, ("",), channels, self.bias.mean(axis=0, keepdims=True))

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
