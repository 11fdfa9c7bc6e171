"""What several articles have in common: stories, and utterances with their witnesses, into rows and back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from standpunt.dossier.outline import Outline, Outlined
from standpunt.dossier.utterances import alone
from standpunt.model import Article, DatedArticle, Reason, Span, Story, Utterance, Witness
from standpunt.store import tables
from standpunt.store.listing import Listing
from standpunt.store.rows import Row


def of_stories(stories: Iterable[Story], labels: Mapping[str, str]) -> Iterator[Row]:
    """`labels` are those of the articles, by their ids."""
    for at, story in enumerate(stories, 1):
        yield {
            "id": story.id, "number": at, "label": labels[story.articles[0]], "articles": len(story.articles),
            "rule": story.reason.rule, "entry": story.reason.entry,
        }  # fmt: skip


class Copies:
    """What is said, by the article in which it is said: an utterance by its first one."""

    def __init__(self, outline: Outline, names: Mapping[str, str], listed: Listing) -> None:
        """`names` are the actors' by their ids."""
        self._names, self._listed, self._read = names, listed, outline.read
        self._outlined = {each.id: each for each in outline.articles}
        self.stories = {id: story.id for story in outline.made.stories for id in story.articles}
        self._shared: dict[str, dict[int, Utterance]] = defaultdict(dict)
        for one in outline.shared:
            for each in one.witnesses:
                self._shared[each.article][each.statement] = one

    def shared(self, article: str) -> Iterator[tuple[Any, ...]]:
        """All that the rows of an article say of others."""
        for one in self._shared.get(article, {}).values():
            stories = {self.stories[each.article] for each in one.witnesses}
            fullest = one.witnesses[one.fullest]
            yield (
                one,
                self._names.get(one.speaker),
                len(stories),
                self._listed.of(fullest.article, fullest.statement),
            )

    def of_article(self, outlined: Outlined, dated: DatedArticle) -> Iterator[tuple[str, list[Row]]]:
        """The rows of an article with their table's name."""
        shared = self._shared.get(outlined.id, {})
        given = [
            shared.get(number) or alone(outlined.id, number, speaker)
            for number, speaker in enumerate(outlined.speakers)
        ]
        own = [(next(each for each in one.witnesses if each.article == outlined.id), one) for one in given]
        begun = [one for each, one in own if each is one.witnesses[0]]
        yield "utterances", [_utterance(one, self._names, self.stories) for one in begun]
        yield "witnesses", [self._witness(each, one, dated.article) for each, one in own]

    def _witness(self, witness: Witness, utterance: Utterance, article: Article) -> Row:
        fullest = utterance.witnesses[utterance.fullest]
        text = self._text(fullest.article) if witness.lacks else ""
        return {
            "statement_id": _statement(witness), "utterance_id": utterance.id,
            **_words("adds", witness.adds, article.text), **_words("lacks", witness.lacks, text),
            "outlet": article.outlet, "listed": self._listed.of(witness.article, witness.statement),
        }  # fmt: skip

    def _text(self, article: str) -> str:
        return next(self._read([self._outlined[article]])).article.text


def _utterance(utterance: Utterance, names: Mapping[str, str], stories: Mapping[str, str]) -> Row:
    first = utterance.witnesses[0]
    return {
        "id": utterance.id, "article_id": first.article, "number": first.statement + 1,
        "speaker_id": utterance.speaker or None, "speaker": names.get(utterance.speaker, ""),
        "fullest_id": _statement(utterance.witnesses[utterance.fullest]),
        "articles": len(utterance.witnesses),
        "stories": len({stories[each.article] for each in utterance.witnesses}),
        "rule": utterance.reason.rule,
    }  # fmt: skip


def _words(column: str, spans: tuple[Span, ...], text: str) -> Row:
    return {column: [span.of(text) for span in spans], f"{column}_spans": [list(span) for span in spans]}


def _statement(witness: Witness) -> str:
    return f"{witness.article}-{witness.statement + 1}"


# ---------------------------------------------------------------------------------------------- back again


def stories(connection: Connection) -> tuple[Story, ...]:
    have, columns = tables.stories.c, tables.articles.c
    members: dict[str, list[str]] = {}
    for row in connection.execute(select(columns.id, columns.story_id).order_by(columns.number)):
        members.setdefault(row.story_id, []).append(row.id)
    return tuple(
        Story(row.id, tuple(members[row.id]), Reason(row.rule, row.entry))
        for row in connection.execute(select(tables.stories).order_by(have.number))
    )


def utterances(connection: Connection) -> tuple[Utterance, ...]:
    given = _witnesses(connection)
    have = {row.id: row for row in connection.execute(select(tables.utterances))}
    return tuple(
        Utterance(
            row.id,
            row.speaker_id or "",
            tuple(
                Witness(
                    each["article_id"],
                    each["number"] - 1,
                    _spans(each["adds_spans"]),
                    _spans(each["lacks_spans"]),
                )
                for each in given[row.id]
            ),
            [each["statement_id"] for each in given[row.id]].index(row.fullest_id),
            Reason(row.rule),
        )
        for row in (have[id] for id in given)  # in the order of their first witness
    )


def utterance_rows(connection: Connection, found: Iterable[Row]) -> list[Row]:
    """Of these statements one for each utterance, the one with most words, in the place of the first."""
    given = _witnesses(connection)
    utterance = {each["statement_id"]: key for key, witnesses in given.items() for each in witnesses}
    fullest: dict[str, Row] = {}
    for row in found:
        best = fullest.setdefault(utterance[row["id"]], row)
        if len(row["content"].split()) > len(best["content"].split()):
            fullest[utterance[row["id"]]] = row
    return [{**row, "utterance_id": key, "witnesses": given[key]} for key, row in fullest.items()]


def story_rows(connection: Connection) -> list[Row]:
    have, columns = tables.stories.c, tables.articles.c
    shown = [column for column in columns if column.name not in ("text", "lemmas", "published_evidence")]
    query = select(*shown).join(tables.stories).where(have.articles > 1).order_by(columns.number)
    members: dict[str, list[Row]] = {}
    for row in _rows(connection, query):
        members.setdefault(row["story_id"], []).append(row)
    several = _rows(connection, select(tables.stories).where(have.articles > 1).order_by(have.number))
    return [{**row, "copies": members[row["id"]]} for row in several]


def _witnesses(connection: Connection) -> dict[str, list[Row]]:
    """The witnesses of each utterance by its id, in the order of the articles, with what is told of them."""
    said, article = tables.statements.c, tables.articles.c
    query = (
        select(
            tables.witnesses, said.article_id, said.number, said.content, said.published, said.article,
            article.outlet, article.agency, article.number.label("article_number"),
        )
        .join(tables.statements, said.id == tables.witnesses.c.statement_id)
        .join(tables.articles, article.id == said.article_id)
        .order_by(article.number, said.number)
    )  # fmt: skip
    given: dict[str, list[Row]] = {}
    for row in _rows(connection, query):
        given.setdefault(row["utterance_id"], []).append(row)
    return given


def _rows(connection: Connection, query: Any) -> list[Row]:
    return [dict(row._mapping) for row in connection.execute(query)]


def _spans(stored: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(*each) for each in stored)
