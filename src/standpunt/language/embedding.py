"""The first layer of the Dutch model: a vector for a word form, from its spelling alone.

spaCy's own embedding sees a word's lower case form, its first letter, its last three and its shape. Dutch
glues words together (`defensieminister`, `NAVO-chef`) and news writes quotation marks in ten ways, so this
one looks at longer beginnings and ends, at what follows the last hyphen, and at a spelling in which every
quotation mark is the same. The vector depends on the form and nothing else: it is computed once for each
form and remembered, which is also what makes the model fast.
"""

from collections.abc import Callable, Sequence
from typing import Any, cast

import numpy
from spacy.attrs import ORTH
from spacy.strings import StringStore, get_string_id
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate
from thinc.types import Floats2d

QUOTES = "\"“”„‟«»‘’‚‛'`´″"
_FOLD = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "–": "-", "—": "-", "‑": "-", "…": "..."})
_QUOTE_TOKENS = frozenset(QUOTES) | {"''", ",,", "``", "‘‘", "’’", "‹", "›"}
_REMEMBERED = 60_000
"""Forms kept with their vectors; some 30 MB. When full, memory starts anew."""

Backprop = Callable[[Any], Any]


def features(form: str) -> list[str]:
    """What the model knows of a form. The order is the order of `rows` in the configuration."""
    if form in _QUOTE_TOKENS:
        return ['"'] * 7 + ["q"]
    text = form.translate(_FOLD)
    lower = "".join("0" if char.isdigit() else char for char in text.lower())
    tail = lower.rstrip("-").rpartition("-")[2]
    return [
        lower,
        lower[:3],
        lower[:5],
        lower[-2:],
        lower[-3:],
        lower[-4:],
        f"-{tail}" if len(tail) < len(lower) else lower[-6:],
        shape(text),
    ]


def shape(text: str) -> str:
    """Capitals X, small letters x, digits 0, others themselves; at most two of a kind in a row."""
    out: list[str] = []
    for char in text[:20]:
        kind = "0" if char.isdigit() else "X" if char.isupper() else "x" if char.isalpha() else char
        if out[-2:] != [kind, kind]:
            out.append(kind)
    return "".join(out)


def form_embed(width: int, inner: int, rows: list[int], drop_word: float) -> Model[list[Doc], list[Floats2d]]:
    """A vector of `width` for each token, mixed from vectors of size `inner`, one for each feature.

    `rows` has the size of each feature's table. `drop_word` is the share of forms whose whole-word
    feature is hidden in training: the model learns to manage with the parts, as it must for a new word.
    """
    tables: list[Model[Any, Any]] = [
        HashEmbed(inner, number, column=at, seed=8 + at) for at, number in enumerate(rows)
    ]
    mix = Maxout(width, inner * len(rows), nP=3, normalize=True, dropout=0.0)
    net: Model[Any, Any] = chain(concatenate(*cast(Any, tables)), cast(Any, mix))
    memory = _Memory(width)

    def forward(
        model: Model[list[Doc], list[Floats2d]], docs: list[Doc], is_train: bool
    ) -> tuple[list[Floats2d], Backprop]:
        lengths = [len(doc) for doc in docs]
        if not sum(lengths):
            return [model.ops.alloc2f(0, width) for _ in docs], lambda _: []
        orths = numpy.concatenate([doc.to_array(ORTH) for doc in docs])
        strings = docs[0].vocab.strings
        if not is_train:
            found = memory.find(orths, lambda keys: net.predict(_rows(keys, strings)))
            return _split(found, lengths), lambda _: []
        memory.forget()
        keys, back = numpy.unique(orths, return_inverse=True)
        rows_in = _rows(keys, strings)
        rate = model.attrs["drop_word"]
        if rate:
            rows_in[numpy.random.random(len(keys)) < rate, 0] = _HIDDEN
        vectors, backprop_net = net(rows_in, is_train)

        def backprop(gradients: list[Any]) -> list[Doc]:
            summed = numpy.zeros_like(vectors)
            numpy.add.at(summed, back, numpy.concatenate(gradients))
            backprop_net(summed)
            return []

        return _split(vectors[back], lengths), backprop

    def init(model: Model[list[Doc], list[Floats2d]], X: Any = None, Y: Any = None) -> None:
        net.initialize(X=numpy.zeros((2, len(rows)), dtype="uint64"))

    return Model(
        "form_embed", forward, init=init, layers=[net], dims={"nO": width}, attrs={"drop_word": drop_word}
    )


registry.architectures.register("standpunt.FormEmbed.v1", func=form_embed)

_HIDDEN = numpy.uint64(1)
"""Stands for any whole-word feature that training hides."""


def _split(flat: Any, lengths: Sequence[int]) -> list[Any]:
    out, start = [], 0
    for length in lengths:
        out.append(flat[start : start + length])
        start += length
    return out


_ids: dict[int, Any] = {}


def _rows(orths: Any, strings: StringStore) -> Any:
    """The feature hashes of forms, a row each. They are the same for every model: all models share them."""
    found = []
    for orth in orths.tolist():
        row = _ids.get(orth)
        if row is None:
            if len(_ids) >= _REMEMBERED:
                _ids.clear()
            hashes = [get_string_id(f"{at}{text}") for at, text in enumerate(features(strings[orth]))]
            row = _ids[orth] = numpy.asarray(hashes, dtype="uint64")
        found.append(row)
    return numpy.stack(found)


class _Memory:
    """The vectors of the forms that a trained model has met; empty while its weights still change."""

    def __init__(self, width: int) -> None:
        self._width = width
        self.forget()

    def forget(self) -> None:
        self._at: dict[int, int] = {}
        self._vectors = numpy.zeros((1024, self._width), dtype="float32")

    def find(self, orths: Any, compute: Callable[[Any], Any]) -> Any:
        keys = orths.tolist()
        new = {key for key in keys if key not in self._at}
        if new:
            if self._at and len(self._at) + len(new) > _REMEMBERED:
                self.forget()
                new = set(keys)
            fresh = numpy.asarray(sorted(new), dtype="uint64")
            start = len(self._at)
            while len(self._vectors) < start + len(fresh):
                self._vectors = numpy.concatenate([self._vectors, numpy.zeros_like(self._vectors)])
            self._vectors[start : start + len(fresh)] = compute(fresh)
            self._at.update(zip(fresh.tolist(), range(start, start + len(fresh)), strict=True))
        at = self._at
        return self._vectors[[at[key] for key in keys]]
