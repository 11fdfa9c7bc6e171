"""What a paper has to say of how its dossier was made, from the dossier alone: versions, hashes, counts.

made = describe(store, Path("sample.csv"))
print(made.paragraph())

A version with its hashes names the code, the word lists and the model exactly: whoever installs these and builds the
same articles (`corpus` is the same) with the same codebook gets the same dossier.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from standpunt.dossier.issues import Codebook
from standpunt.errors import StoreError
from standpunt.evaluation.judging import FOUND, LEVEL, NAMED, WHOLE, Precision, Verdict, judge
from standpunt.store import Store
from standpunt.store.rows import Row

_COUNTED = (
    "articles", "statements", "actors", "events", "positions", "conditions", "shifts", "contradictions",
)  # fmt: skip
_HASH = 12
"""Hexadecimal digits of a hash."""


@dataclass(frozen=True, slots=True)
class MadeWith:
    """A version of Standpunt; hashes of its code, its word lists (the registry's facts among them), and the facts of
    one's own that were laid over them, if any."""

    version: str
    code: str
    words: str
    own_facts: str = ""

    def __str__(self) -> str:
        own = f", own facts {self.own_facts}" if self.own_facts else ""
        return f"Standpunt {self.version} (code {self.code}, word lists {self.words}{own})"


@dataclass(frozen=True, slots=True)
class Methods:
    """`model` is the language model's name, version and hash; `corpus` a hash of the texts; `codebook` of the issues,
    empty where there is none. `published` are the first and last possible day of the articles that have one."""

    read_with: MadeWith
    model: str
    compiled_with: MadeWith
    corpus: str
    published: tuple[str, str]
    codebook: str
    issues: int
    counts: Mapping[str, int]
    attributed: int
    set_aside: int
    corrections: int
    verdict: Verdict | None

    def paragraph(self) -> str:
        """In English, for the section on methods."""
        return " ".join(self._sentences())

    def _sentences(self) -> Iterator[str]:
        counts = {name: f"{number:,}" for name, number in self.counts.items()}
        yield f"Articles were read with {self.read_with} and the language model {self.model}."
        if self.compiled_with != self.read_with:
            yield f"The dossier was compiled of these readings with {self.compiled_with}."
        days = f", published between {self.published[0]} and {self.published[1]}" if self.published[0] else ""
        yield f"The dossier holds {counts['articles']} articles (texts {self.corpus}){days}."
        if self.set_aside:
            yield f"Of what the sources gave, {self.set_aside:,} could not be used and was set aside."
        yield (
            f"In these articles {counts['statements']} statements were found, {self.attributed:,} of them with a"
            f" speaker, {counts['actors']} actors and {counts['events']} events."
        )
        if self.codebook:
            yield (
                f"With a codebook of {self.issues:,} issues (hash {self.codebook}), {counts['positions']} positions,"
                f" {counts['conditions']} conditions, {counts['shifts']} shifts and {counts['contradictions']}"
                " contradictions were found."
            )
        if self.corrections:
            yield f"{self.corrections:,} corrections that people made were applied."
        if self.verdict:
            yield _judged(self.verdict)


def _judged(verdict: Verdict) -> str:
    figures = verdict.figures
    found = figures[FOUND]
    said = f"Of a random sample of {found.judged:,} {verdict.of}, people judged {_share(found)} right"
    if NAMED in figures:
        named, whole = figures[NAMED], figures[WHOLE]
        said += f", of these {_share(named)} with the right speaker, and {_share(whole)} right as a whole"
    return f"{said} ({LEVEL:.0%} intervals)."


def describe(store: Store, sample: Path | None = None) -> Methods:
    """How this dossier was made; with a sheet that people filled in, how right it is. Raises StoreError where a build
    of it was not finished or it is empty, and GoldError as `judge` does."""
    compiled_by, read_by = store.made_by()
    if len(read_by) != 1 or not compiled_by:
        raise StoreError(
            "it does not say what made it" if read_by else "it holds no article that was read",
            where=store.where,
            hint="run `standpunt build` on it again",
        )
    reader, _, model = read_by[0].partition(" ")
    articles, counts, codebook = store.rows("articles"), store.counts(), store.codebook()
    texts = sorted(row["text_hash"] for row in articles)
    return Methods(
        read_with=MadeWith(*reader.split("-", 3)),
        model=model,
        compiled_with=MadeWith(*compiled_by.split("-", 3)),
        corpus=_hash("\n".join(texts)),
        published=_days(articles),
        codebook=_hash_of_codebook(codebook) if codebook else "",
        issues=counts["issues"],
        counts={name: counts[name] for name in _COUNTED},
        attributed=sum(bool(row["speaker_id"]) for row in store.rows("statements")),
        set_aside=counts["set_aside"],
        corrections=sum(not (row["undone"] or row["lost"]) for row in store.rows("corrections")),
        verdict=judge(sample) if sample else None,
    )


def _days(articles: Iterable[Row]) -> tuple[str, str]:
    """Of the articles that have a first and a last possible day."""
    bounded = [row for row in articles if row["published_earliest"] and row["published_latest"]]
    if not bounded:
        return "", ""
    first = min(row["published_earliest"] for row in bounded)
    return str(first), str(max(row["published_latest"] for row in bounded))


def _hash_of_codebook(kept: str) -> str:
    """Whatever the name of its file."""
    codebook = msgspec.json.decode(kept, type=Codebook)
    return _hash(msgspec.json.encode(msgspec.structs.replace(codebook, name="")).decode())


def _hash(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()[:_HASH]


def _share(each: Precision) -> str:
    return f"{each.share:.2f} ({each.low:.2f} to {each.high:.2f})"
