"""The mean of two pipelines of one kind, weight by weight: what a continued training won, with less of what it lost.

python -m training.model.mix EARLIER LATER OUT --share 0.5
"""

import argparse
from pathlib import Path
from typing import Any

from spacy.language import Language

from standpunt.language import pipeline


def mix(earlier: Language, later: Language, share: float) -> Language:
    """`later` with `share` of its own weights and the rest of the earlier one's. Both have the same parts and labels;
    ValueError where they have not."""
    old: Any
    new: Any
    for (name, old), (other, new) in zip(earlier.pipeline, later.pipeline, strict=True):
        if name != other or getattr(old, "labels", None) != getattr(new, "labels", None):
            raise ValueError(f"the pipelines differ: {name} and {other}")
        if not hasattr(new, "model"):
            continue
        for before, after in zip(old.model.walk(), new.model.walk(), strict=True):
            for key in after.param_names:
                if after.has_param(key):
                    after.set_param(key, (1 - share) * before.get_param(key) + share * after.get_param(key))
    return later


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    arguments.add_argument("earlier")
    arguments.add_argument("later")
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--share", type=float, default=0.5)
    given = arguments.parse_args()
    mix(pipeline.load(given.earlier), pipeline.load(given.later), given.share).to_disk(given.out)


if __name__ == "__main__":
    main()
