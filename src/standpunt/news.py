"""What came since a build, and how articles read before their sources changed them.

    with Store(path) as store:
        since(store, before_last(store))    → News: what the last build brought
        revisions(store)                    → the articles of which there are several versions, with the differences

New is what rests on words that were not there. What a new model or word list, a codebook or people's corrections make
of words that were there is no news.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from standpunt.answers import Answers
from standpunt.dossier.revisions import Difference, differences, speaker
from standpunt.dossier.wordings import likeness, wording
from standpunt.model import DatedArticle, MentionForm, Span, Version
from standpunt.store import Store
from standpunt.store.rows import PIECES, Row


@dataclass(frozen=True, slots=True)
class News:
    """`build` is the last build, `before` the one that it is compared to, or None: then all is new. `read_anew` is true
    where the articles were read by another model, word list or version of the program then. All else are rows;
    `revised` as by `revisions`."""

    build: Row | None
    before: Row | None
    read_anew: bool
    articles: Sequence[Row]
    revised: Sequence[Row]
    statements: Sequence[Row]
    actors: Sequence[Row]
    positions: Sequence[Row]
    conditions: Sequence[Row]
    shifts: Sequence[Row]
    contradictions: Sequence[Row]

    def __bool__(self) -> bool:
        return bool(self.articles or self.revised)


def before_last(store: Store) -> int:
    """The number of the build before the last one; 0 where there was none."""
    return max((row["number"] for row in store.rows("builds")), default=1) - 1


def before_day(store: Store, day: datetime.date) -> int:
    """The number of the last build before a day, as the days are here; 0 where there was none."""
    told = [row for row in store.rows("builds") if row["made_at"]]
    earlier = (row for row in told if moment(row["made_at"]).date() < day)
    return max((row["number"] for row in earlier), default=0)


def moment(made_at: str) -> datetime.datetime:
    """When a build was made, as the clocks are here."""
    return datetime.datetime.fromisoformat(made_at).astimezone()


def since(store: Store, build: int) -> News:
    """What came after a build was completed."""
    builds = {row["number"]: row for row in store.rows("builds")}
    last = builds.get(max(builds, default=0))
    was = _Was(store, build)
    before = builds.get(build, {"number": build, "made_at": "", "made_by": ""}) if was.anything else None
    found = _Found(was, store.utterance_rows())
    answers = Answers(store) if store.counts()["issues"] else None
    positions = found.new(answers.positions() if answers else (), "stance")
    taken = {row["id"] for row in positions}
    listed = [_plain(row) for row in store.rows("articles") if was.came(row["id"])]
    return News(
        build=last,
        before=before,
        read_anew=bool(last and before and before["made_by"] not in ("", last["made_by"])),
        articles=[row for row in listed if row["id"] not in was.earlier],
        revised=[
            _revised(row, [was.earlier[row["id"]], was.now[row["id"]]], builds)
            for row in listed
            if row["id"] in was.earlier
        ],
        statements=found.utterances,
        actors=list(_actors(store, was)),
        positions=positions,
        conditions=found.new(answers.conditions() if answers else (), "condition_group"),
        shifts=[
            row for row in (answers.shifts() if answers else ()) if _rests(row, ("before", "after"), taken)
        ],
        contradictions=[
            row for row in (answers.contradictions() if answers else ()) if _rests(row, ("one", "other"), taken)
        ],
    )  # fmt: skip


def revisions(store: Store, article: str = "") -> list[Row]:
    """The articles of which there are several versions, or this one if there are of it, in the order of the dossier.

    A row of the article with its `versions` and, for each but the last, the `changes` to the next: sentences with their
    places, the words that only one of the two has, and the statements in them. See `Store.article` for what names one;
    raises StoreError as that does.
    """
    wanted = store.article(article)["id"] if article else ""
    builds = {row["number"]: row for row in store.rows("builds")}
    found = store.versions(wanted)
    return [
        _revised(_plain(row), found[row["id"]], builds)
        for row in store.rows("articles")
        if row["id"] in found
    ]


# ---------------------------------------------------------------------------------------------- what was there


class _Earlier:
    """The words of an earlier version, and what was said in it."""

    def __init__(self, version: Version) -> None:
        text = version.article.text
        self._words = _run(text)
        self._said = [_folded(span.of(text) for span in each.content) for each in version.reading.statements]

    def has(self, words: str) -> bool:
        return _run(words) in self._words

    def says(self, pieces: Iterable[str]) -> bool:
        """Whether it has a statement of these words, or nearly these."""
        words = _folded(pieces)
        return any(likeness(words, each) for each in self._said)


class _Was:
    """What was there when a build was completed. `earlier` are the texts, as they were then, of the articles that were
    changed since, `now` what they are."""

    def __init__(self, store: Store, build: int) -> None:
        self._build, self._builds = build, store.builds_of()
        self.earlier: dict[str, Version] = {}
        self.now: dict[str, Version] = {}
        for id, versions in store.versions().items():
            then = [each for each in versions[:-1] if each.build <= build]
            if then and id in self._builds and self.came(id):
                self.earlier[id], self.now[id] = then[-1], versions[-1]
        self._texts = {id: _Earlier(each) for id, each in self.earlier.items()}

    @property
    def anything(self) -> bool:
        return bool(self.earlier) or not all(map(self.came, self._builds))

    def came(self, article: str) -> bool:
        """Whether it has another text than then, or was not there."""
        return self._builds[article] > self._build

    def had(self, article: str, words: str) -> bool:
        return not self.came(article) or (article in self._texts and self._texts[article].has(words))

    def said(self, article: str, content: str) -> bool:
        if not self.came(article):
            return True
        return article in self._texts and self._texts[article].says(content.split(PIECES))


class _Found:
    """What was found in words that were not there; in copies of what was there nothing is new."""

    def __init__(self, was: _Was, utterances: Iterable[Row]) -> None:
        self._was = was
        self.utterances: list[Row] = []
        self._repeated: set[str] = set()
        for row in utterances:
            told = row["witnesses"]
            if not any(was.said(each["article_id"], each["content"]) for each in told):
                self.utterances.append(row)
            elif not all(was.came(each["article_id"]) for each in told):
                self._repeated.update(each["statement_id"] for each in told)

    def new(self, rows: Sequence[Row], what: str) -> list[Row]:
        """Of rows of positions or conditions, known by their actor, issue, words and the column `what`."""
        keys = [(row["actor_id"], row["issue_id"], row[what], _run(row["words"])) for row in rows]
        came = [not self._was.had(row["article_id"], row["words"]) for row in rows]
        known = {key for key, new in zip(keys, came, strict=True) if not new}
        return [
            row
            for row, key, new in zip(rows, keys, came, strict=True)
            if new and row["statement_id"] not in self._repeated and (row["statement_id"] or key not in known)
        ]


def _actors(store: Store, was: _Was) -> Iterator[Row]:
    """Those whom nothing that was there speaks of."""
    known = set()
    for row in store.rows("chains"):
        if row["actor_id"] and not was.came(row["article_id"]):
            known.add(row["actor_id"])
    for id in was.earlier:
        (dated,) = store.dated_articles(id)
        known |= {actor for actor, words in _called(dated) if was.had(id, words)}
    yield from (row for row in store.actors_named() if row["id"] not in known)


def _called(dated: DatedArticle) -> Iterator[tuple[str, str]]:
    """The actors of an article, with the words that it calls each by: names where there are any."""
    reading, text = dated.reading, dated.article.text
    for chain, actor in zip(reading.chains, dated.actors, strict=True):
        mentions = [reading.mentions[at] for at in chain.mentions]
        names = [each.head.of(text) for each in mentions if each.form is MentionForm.NAME]
        others = [each.span.of(text) for each in mentions if each.form is not MentionForm.PRONOUN]
        yield from ((actor, words) for words in names or others)


# ---------------------------------------------------------------------------------------------- rows


def _revised(row: Row, versions: Sequence[Version], builds: Mapping[int, Row]) -> Row:
    told = [
        {
            "build": each.build, "made_at": builds[each.build]["made_at"] if each.build in builds else "",
            "revised": each.article.revised, "title": each.article.title, "text": each.article.text,
        }
        for each in versions
    ]  # fmt: skip
    changes = [
        [_change(each, before, after) for each in differences(before, after)]
        for before, after in pairwise(versions)
    ]
    return {**row, "versions": told, "changes": changes}


def _change(each: Difference, before: Version, after: Version) -> Row:
    return {
        "change": each.change, **_side("before", before, each.before, each.lost, each.said_before),
        **_side("after", after, each.after, each.gained, each.said_after),
    }  # fmt: skip


def _side(
    name: str, version: Version, sentence: Span | None, words: Sequence[Span], said: Iterable[int]
) -> Row:
    text, reading = version.article.text, version.reading
    return {
        name: sentence.of(text) if sentence else "",
        f"{name}_span": list(sentence) if sentence else None,
        f"{name}_only": [span.of(text) for span in words],
        f"{name}_only_spans": [list(span) for span in words],
        f"{name}_said": [
            {
                "speaker": speaker(reading, each), "form": each.form.value, "declines": each.declines,
                "content": PIECES.join(span.of(text) for span in each.content),
            }
            for each in (reading.statements[at] for at in said)
        ],
    }  # fmt: skip


def _plain(row: Row) -> Row:
    """A row of an article without its text, which its versions have."""
    return {key: value for key, value in row.items() if key not in ("text", "lemmas")}


def _rests(row: Row, sides: Iterable[str], positions: set[int]) -> bool:
    return any(row[side]["id"] in positions for side in sides)


def _folded(pieces: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for piece in pieces for word in wording(piece, [Span(0, len(piece))]).words)


def _run(words: str) -> str:
    """Words as they are compared, so that whole ones are found in it."""
    return f" {' '.join(_folded([words]))} "
