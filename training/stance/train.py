"""Trains the classifiers of stance and topics on DATA/stance/train.jsonl and packs them into the package.

python -m training.stance.train --data DATA
"""

import argparse
import os

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(variable, "1")  # read when numpy is loaded

from pathlib import Path

from standpunt.dossier import trained
from standpunt.dossier.trained import linear
from training.stance import data, stance, topics

FOLDER = Path(trained.__file__).parent / "nl"


def main(folder: Path) -> None:
    units = data.read(folder)
    for name, record in (
        ("topics.xz", topics.train(units).as_record()),
        ("stance.xz", stance.train(units).as_record()),
    ):
        packed = linear.pack(record)
        (FOLDER / name).write_bytes(packed)
        print(f"{name}: {len(packed):,} bytes")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.stance.train")
    parser.add_argument(
        "--data", type=Path, default=Path("../shared/data"), help="the folder that holds stance/"
    )
    main(parser.parse_args().data)
