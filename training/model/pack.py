"""A trained pipeline as one small file: weights rounded, then compressed.

Weights need few bits; the rest of a float is noise that does not compress.
`standpunt.language.pipeline.unpack` reads the file.
"""

import lzma
import sys
from pathlib import Path
from typing import Any

import msgspec
import numpy
from spacy.language import Language
from spacy.pipeline import EditTreeLemmatizer
from spacy.pipeline._edit_tree_internals.edit_trees import EditTrees
from thinc.api import Model

from standpunt.language import pipeline
from training.model import tokens

_NO_TREE = 2**32 - 1


def pack(nlp: Language, bits: int = 9) -> bytes:
    """The pipeline in bytes; it is changed likewise. `bits` of each weight's mantissa are kept."""
    strings: set[str] = set()
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if isinstance(model, Model):
            _round(model, bits)
        if isinstance(component, EditTreeLemmatizer):
            strings |= _prune(component)
        else:
            strings.update(getattr(component, "labels", ()))
    nlp.config["nlp"]["tokenizer"] = {"@tokenizers": "standpunt.Tokenizer.v1"}
    tokens.adapt(nlp)
    content = {
        "config": nlp.config.to_str(),
        "strings": sorted(strings),
        "pipeline": nlp.to_bytes(exclude=["strings"]),
    }
    return lzma.compress(msgspec.msgpack.encode(content), preset=9 | lzma.PRESET_EXTREME)


def write(nlp: Language, target: Path, bits: int = 9) -> int:
    """Writes the file; its size in bytes."""
    packed = pack(nlp, bits)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(packed)
    return len(packed)


def _round(model: Model[Any, Any], bits: int) -> None:
    drop = 23 - bits
    for node in model.walk():
        for name in node.param_names:
            if not node.has_param(name):
                continue
            weights = numpy.ascontiguousarray(node.get_param(name), dtype="float32")
            half = numpy.uint32(1 << (drop - 1))
            mask = numpy.uint32(0xFFFFFFFF >> drop << drop)
            rounded: Any = ((weights.view("uint32") + half) & mask).view("float32")
            node.set_param(name, rounded)


def _prune(lemmatizer: EditTreeLemmatizer) -> set[str]:
    """Drops the edit trees that no label uses, which training piles up; the strings that the others need."""
    data: Any = lemmatizer.label_data
    trees: list[dict[str, Any]] = data["trees"]
    used: set[int] = set()
    waiting = list(data["labels"])
    while waiting:
        at = waiting.pop()
        if at != _NO_TREE and at not in used:
            used.add(at)
            waiting += [trees[at][side] for side in ("prefix_tree", "suffix_tree") if side in trees[at]]
    new = {old: at for at, old in enumerate(sorted(used))} | {_NO_TREE: _NO_TREE}
    kept = [
        {name: new[value] if name.endswith("_tree") else value for name, value in trees[old].items()}
        for old in sorted(used)
    ]
    texts: set[str] = {str(tree[part]) for tree in kept for part in ("orig", "subst") if part in tree}
    numbered = lemmatizer.vocab.strings
    for tree in kept:
        tree.update({part: numbered.add(str(tree[part])) for part in ("orig", "subst") if part in tree})
    lemmatizer.trees = EditTrees(lemmatizer.vocab.strings)
    lemmatizer.trees.from_json(kept)
    lemmatizer.cfg["labels"] = [new[label] for label in data["labels"]]
    lemmatizer.tree2label = {tree: at for at, tree in enumerate(lemmatizer.cfg["labels"])}
    return texts


def main() -> None:
    """Packs a pipeline that was trained before: `python -m training.model.pack FOLDER TARGET`."""
    size = write(pipeline.load(sys.argv[1]), Path(sys.argv[2]))
    print(f"{sys.argv[2]}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
