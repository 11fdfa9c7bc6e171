"""Bytes and sentences that find new ways through the code, by coverage (atheris).

    python tests/fuzz.py sources .rtf 600      a reader of files, by its ending, for so many seconds
    python tests/fuzz.py reading 600           an article, read by the shipped model

What comes in must give articles or a reason. Any other exception, and any input that takes longer than ten seconds or
two gigabytes, ends the run with status 77 and is written to a file in `build/fuzz`, which can be given again as the
last argument. The last line tells how many inputs were tried.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["standpunt"]):
    from anyfile import WHOLE, judged
    from prose import article, model
    from standpunt.reading import read
    from standpunt.sources import formats

TEXTS = Path(__file__).parent.parent / "examples" / "articles"
LIMITS = ["-timeout=10", "-rss_limit_mb=2048", "-print_final_stats=1", "-artifact_prefix=build/fuzz/"]


def sources(ending: str) -> Callable[[bytes], None]:
    assert ending in formats.ENDINGS, f"an ending is one of {' '.join(sorted(formats.ENDINGS))}"
    return lambda content: judged(ending, content)


def reading(content: bytes) -> None:
    text = content.decode("utf-8", "ignore")
    if text.strip():
        read(article(text), model())


def seeds(folder: Path, kind: str, ending: str) -> None:
    """What the inputs begin with: a whole file of the format, and the examples."""
    examples = sorted(TEXTS.iterdir())
    if kind == "sources":
        whole = [WHOLE[ending]] if ending in WHOLE else []
        whole += [path.read_bytes() for path in examples if path.suffix == ending]
    else:
        whole = [path.read_bytes() for path in examples if path.suffix == ".txt"]
    for at, content in enumerate(whole):
        (folder / f"seed-{at}").write_bytes(content)


def main(arguments: Sequence[str]) -> None:
    kind, *rest = arguments
    ending = rest.pop(0) if kind == "sources" else ""
    seconds, *again = rest
    options = ["fuzz", f"-max_total_time={seconds}", *LIMITS]
    if again:
        options += again
    else:
        folder = Path("build", "fuzz", kind + ending)
        folder.mkdir(parents=True, exist_ok=True)
        seeds(folder, kind, ending)
        options += ["-max_len=5000", str(folder)]
    atheris.Setup(options, sources(ending) if kind == "sources" else reading)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
