"""The tables of a dossier: the one source of the schema. `schema.sql` is written from them, for readers.

Two families. `sources` and `readings` are what a build collects, bit by bit, and can go on from. All others
are what the dossier says; a build writes in one transaction what of them has changed, so whoever reads them sees the
dossier of the last build that was completed. Dates are ISO; offsets are half-open, in characters, into
`articles.text` (SQLite counts from one: `substr(text, start + 1, stop - start)`). A text that is not known
is empty, a date NULL.
"""

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    case,
    func,
    or_,
)
from sqlalchemy.sql.elements import Grouping

VERSION = 11
"""The version of the schema; a change to a table raises it and adds a step to `migrations`."""

metadata = MetaData()

COLLECTED = ("dossier", "sources", "readings", "set_aside", "forgotten", "corrections", "builds")
"""Tables that live through a rebuild; a migration carries their rows over. The others are made of these."""

PLACE = BigInteger().with_variant(Integer, "sqlite")
"""Of 62 bits; the integers of SQLite have as many as they need."""


def _text(name: str, comment: str, *more: Any, **options: Any) -> Column[str]:
    return Column(name, Text, *more, nullable=False, comment=comment, **options)


def _number(name: str, comment: str, *more: Any, **options: Any) -> Column[int]:
    return Column(name, Integer, *more, nullable=False, comment=comment, **options)


def _list(name: str, comment: str) -> Column[Any]:
    return Column(name, JSON, nullable=False, comment=comment)


def _days(what: str, prefix: str = "") -> tuple[Column[Any], Column[Any]]:
    return (
        Column(f"{prefix}earliest", Date, comment=f"first day {what}; NULL where nothing bounds it"),
        Column(f"{prefix}latest", Date, comment=f"last day {what}, inclusive; NULL where nothing bounds it"),
    )


def _of_article(*, primary: bool = True) -> Column[str]:
    return _text(
        "article_id", "the article", ForeignKey("articles.id"), primary_key=primary, index=not primary
    )


def _listed(of: str) -> Column[int]:
    said = f"the key of its place in a list of {of}: newest first, undated last; what lies between has room"
    return Column("place", PLACE, primary_key=True, comment=said)


def _place() -> tuple[Column[int], Column[int]]:
    return _number("start", "where it begins in the text"), _number("stop", "where it ends, exclusive")


dossier = Table(
    "dossier",
    metadata,
    _text(
        "key",
        "schema: version of these tables; state: building, corrected (what people said since is not worked in) or"
        " complete; codebook; made_by: what made it of its readings; applied: numbers of the corrections that it was"
        " made with",
        primary_key=True,
    ),
    _text("value", "its value"),
    comment="What is to be known of this file as a whole",
)

sources = Table(
    "sources",
    metadata,
    _text("id", "the article's id: a hash of its text and where it came from", primary_key=True),
    _text("origin", "hash of the folder that was given: a file of this name elsewhere is another source"),
    _text("source", "the file or address as given", index=True),
    _text("part", "which part of it, `regel 3`; empty where the source is one article"),
    _text("digest", "hash of the next column; a reading of another digest is stale"),
    _text("article", "the article as its source gave it, as JSON (model.Article)"),
    _number("build", "number of the build that brought this text; 0: before builds were counted"),
    _text(
        "version_of",
        "id of the article of which this is an earlier version; empty where it is what its source gives now",
        index=True,
    ),
    comment="Collected: every article that was built into this dossier, and the texts that its source gave before",
)

readings = Table(
    "readings",
    metadata,
    _text("article_id", "the article", ForeignKey("sources.id"), primary_key=True),
    _text("digest", "digest of the article that was read"),
    _text("made_by", "fingerprint of the model, the word lists and the code that read it"),
    _text("reading", "what the article says, knowing no other, as JSON (model.Reading)"),
    comment="Collected: what each article says; kept, so that only what is new or changed costs time",
)

set_aside = Table(
    "set_aside",
    metadata,
    _text("origin", "hash of the folder that was given", primary_key=True),
    _text("source", "the file or address as given", primary_key=True),
    _text("part", "which part of it; empty where it is the whole", primary_key=True),
    _text(
        "stage",
        "source: it did not become an article; reading: the article could not be read",
        primary_key=True,
    ),
    _text("reason", "why it is not in the dossier"),
    _text("hint", "what can be done about it"),
    comment="Collected: input that did not become an article, or an article that could not be read",
)

forgotten = Table(
    "forgotten",
    metadata,
    _text("kind", "what the hash is of: article, address, text or name", primary_key=True),
    _text("digest", "the hash; of a name it begins with the number of its words", primary_key=True),
    _list("spans", "of a text, where the sentences stood that are left out: [[start, stop], ...]"),
    _list("fields", "of a text, what else of its article is left out: title, author, ..."),
    comment="Collected: what a build leaves out because people wanted it forgotten; hashes, no words",
)

corrections = Table(
    "corrections",
    metadata,
    _number("number", "its number, from 1: the order in which they are applied", primary_key=True),
    _text(
        "change",
        "merge, split or rename (an actor), speaker, content, reject or add (a statement), stance; accept (a statement,"
        " or a position where an issue is given): somebody looked, and it is right",
    ),
    _text("words", "the quoted words that it hangs on"),
    _list("anchor", "these, their article, and what stands around them, as JSON (model.Anchor)"),
    _list("before", "what was there, as JSON (model.Values)"),
    _list("after", "what should be, as JSON (model.Values)"),
    _text("made_by", "who made it"),
    _text("made_at", "when, ISO 8601"),
    _text("note", "why, in their words"),
    _text("undone", "when and by whom it was undone; empty where it holds"),
    _text("lost", "why the last build could not apply it; empty where it could"),
    comment="Collected: what people said otherwise, or confirmed; every build applies it",
)

builds = Table(
    "builds",
    metadata,
    _number("number", "its number, from 1", primary_key=True),
    _text("made_at", "when, ISO 8601; empty where nobody told it"),
    _text("made_by", "fingerprints of the model, the word lists and the code that read its articles"),
    comment="Collected: the builds that were completed; what came since one has a higher number in `sources`",
)

stories = Table(
    "stories",
    metadata,
    _text("id", "the id of its first article and a mark", primary_key=True),
    _number("number", "its place in the order of its first article, from 1"),
    _text("label", "title of the first article, or its first words"),
    _number("articles", "how many articles are copies of it; 1 where it stands in one alone"),
    _text("rule", "why these articles are one story"),
    _text("entry", "the least share of five-word runs in common by which one of them was taken in"),
    comment="Near-copies of one text: each article is in one story",
)

articles = Table(
    "articles",
    metadata,
    _listed("articles"),
    _text("id", "a hash of the text and where it came from", unique=True),
    _number("number", "its place in order of date, from 1; open dates last", index=True),
    _text("title", "the headline as the source gives it"),
    _text("label", "the title, or the first words of the text"),
    _text("published", "day of publication as far as known: 2025-02-14, 2025-02, a range a/b, or onbekend"),
    *_days("on which it can have been published", "published_"),
    _text("published_precision", "day, month, year, range, half-open or open"),
    _list(
        "published_evidence", "the clues for it: rule, words, the days each allows, their place in the text"
    ),
    _text("outlet", "the medium"),
    _text("agency", "the press agency"),
    _text("author", "as the source gives it"),
    _text("url", "where it was on the web"),
    _text("language", "ISO 639-1"),
    _text("revised", "a later change, as the source words it"),
    _text("source", "the file or address as given"),
    _text("part", "which part of it"),
    _text("format", "of the source"),
    _text("text_hash", "copies of one text share it", index=True),
    _text("story_id", "the story that it is a copy of", ForeignKey("stories.id"), index=True),
    _number("words", "number of words in the text"),
    _text("text", "the text, as the source has it"),
    _text("lemmas", "the text with its nouns, verbs, adjectives and names in dictionary form, for search"),
    Index("articles_of_outlet", "outlet", "place"),
    Index("articles_by_day", "published_earliest", "published_latest", "place"),
    comment="The articles, in order of date",
)

blocks = Table(
    "blocks",
    metadata,
    _of_article(),
    _number("number", "its place in the article, from 1", primary_key=True),
    _text("role", "headline, lead, body, heading, pull quote, caption, byline or boilerplate"),
    *_place(),
    comment="The paragraphs of the articles and what each is",
)

actors = Table(
    "actors",
    metadata,
    _text("id", "the actor's id over all articles", primary_key=True),
    _text("name", "the usual name in full", index=True),
    _number("place", "its place in a list of actors, from 1: those with most statements first", index=True),
    _text("kind", "person, organisation, party, state, alliance or group"),
    _text("party", "as the articles give it", index=True),
    _list("roles", "as the articles give them"),
    _list("offices", "those of the registry that the articles speak of, with their terms"),
    _list("aliases", "the words that the articles use"),
    _text("identity", "key in the registry; empty where it is not there"),
    _number("statements", "how many statements are theirs; the same words in several articles count once"),
    _number("articles", "how many articles speak of them"),
    _text("rule", "why these words are one actor"),
    _text("entry", "the registry or word-list entry behind the rule"),
    _list("candidates", "who else was possible"),
    Index("actors_of_kind", "kind", "place"),
    comment="Who is spoken of, over all articles",
)

actor_names = Table(
    "actor_names",
    metadata,
    _text(
        "name",
        "a name or alias, small letters without accents, or its end from some word on",
        primary_key=True,
    ),
    _text("actor_id", "who is called so", ForeignKey("actors.id"), primary_key=True, index=True),
    Column("whole", Boolean, nullable=False, comment="it is all of a name or alias"),
    comment="Under which words an actor is found",
)

chains = Table(
    "chains",
    metadata,
    _of_article(),
    _number("number", "its index in the reading, from 0", primary_key=True),
    Column("actor_id", Text, ForeignKey("actors.id"), comment="who it is over all articles"),
    _text("name", "the fullest name that the article or the registry gives"),
    _text("kind", "person, organisation, party, state, alliance or group"),
    _text("role", "where the article gives it"),
    _text("party", "where the article gives it"),
    Column("acts", Boolean, nullable=False, comment="says, does or undergoes something; else in passing"),
    _text("rule", "why these mentions are one"),
    Index("chains_of_actor", "actor_id", "article_id"),
    comment="The mentions of one article that are one actor",
)

mentions = Table(
    "mentions",
    metadata,
    _of_article(),
    _number("number", "its place in the article, from 1", primary_key=True),
    _text("text", "the words"),
    *_place(),
    _text("head", "the name or noun in it"),
    _text("form", "name, role, pronoun or group"),
    _text("kind", "person, organisation, party, state, alliance or group"),
    Column("chain", Integer, comment="number of its chain; NULL while unresolved"),
    Column("actor_id", Text, ForeignKey("actors.id"), index=True, comment="NULL while unresolved"),
    _text("actor", "the actor's name; empty while unresolved"),
    _text("rule", "why this mention is in that chain, or in none"),
    _list("candidates", "who else was possible"),
    comment="The words that refer to an actor",
)

times = Table(
    "times",
    metadata,
    _of_article(),
    _number("number", "its place in the article, from 1", primary_key=True),
    _text("text", "the words"),
    *_place(),
    _text("type", "TIMEX3 type: DATE, TIME, DURATION or SET"),
    _text("value", "TIMEX3 value, against the article's day of publication"),
    *_days("that it covers"),
    _list("evidence", "the clues for these days"),
    _text("found_by", "the rule that found it"),
    _text("rule", "the rule that resolved it"),
    _text("entry", "the word-list entry behind that rule"),
    _list("candidates", "what else it could have meant"),
    comment="The times that are told",
)

corrected = Table(
    "corrected",
    metadata,
    _of_article(),
    _text("reading", "its reading as people corrected it, as JSON (model.Reading)"),
    comment="The articles in which people corrected statements; `readings` keeps what was found",
)

statements = Table(
    "statements",
    metadata,
    _listed("statements"),
    _text("id", "the article's id, a dash, and the number", unique=True),
    _of_article(primary=False),
    _number("number", "its place in the article, from 1"),
    Column("fullest", Boolean, nullable=False, comment="no other gives more of the words of its utterance"),
    _text("article", "label of the article"),
    _text("published", "of the article"),
    *_days("on which the article can have been published", "published_"),
    Column("speaker_id", Text, ForeignKey("actors.id"), comment="who says it; NULL if unresolved"),
    _text("speaker", "the speaker's name; empty where nobody could be named"),
    _text("party", "the speaker's party, or his name where he is one"),
    Column("via_id", Text, ForeignKey("actors.id"), comment="in whose words it is told; NULL if in nobody's"),
    _text("via", "that actor's name"),
    _text("form", "direct, indirect or mixed"),
    Column("declines", Boolean, nullable=False, comment="declines to say; the content is what is not told"),
    _text("content", "what is said; pieces are joined by ` … `"),
    _list("content_spans", "the places of the pieces: [[start, stop], ...]"),
    _text("source", "the words that name the speaker"),
    _text("cue", "the words that attribute"),
    _text("addressee", "to whom, in the article's words"),
    _text("occasion", "where or in what, in the article's words"),
    _text("said", "when it was said, TIMEX3 value; empty where the article does not say"),
    *_days("on which it can have been said", "said_"),
    _text("sentence", "the sentence or sentences that it stands in"),
    _number("sentence_start", "where they begin in the text"),
    _number("sentence_stop", "where they end, exclusive"),
    Column("confidence", Float, nullable=False, comment="how sure the attribution is, 0 to 1"),
    _text("rule", "why this is a statement"),
    _text("entry", "the word-list entry behind that rule"),
    _text("speaker_rule", "why this speaker, or none"),
    _list("candidates", "who else could have been the speaker"),
    _text("lemmas", "the content in dictionary forms, for search"),
    Index("statements_by_day", "published_earliest", "published_latest", "place"),
    Index("statements_of_speaker", "speaker_id", "place"),
    Index("statements_of_party", "party", "place"),
    comment="Who said what, when",
)

_of = statements.c
SAID_ON = case((_of.said_earliest < _of.published_earliest, _of.said_earliest), else_=_of.published_earliest)
"""The day of a statement on a timeline: its own, where that is before its article's."""

_NEWEST = Grouping(SAID_ON).desc()  # PostgreSQL wants it in parentheses

Index("statements_in_time", _NEWEST, _of.article_id, _of.number)
Index("statements_of_speaker_in_time", _of.speaker_id, _NEWEST, _of.article_id, _of.number)

utterances = Table(
    "utterances",
    metadata,
    _text("id", "the id of its first statement with `u` before the number", primary_key=True),
    _of_article(primary=False),
    _number("number", "the number there of its first statement"),
    Column(
        "speaker_id", Text, ForeignKey("actors.id"), index=True, comment="who says it; NULL if unresolved"
    ),
    _text("speaker", "the speaker's name; empty where nobody could be named"),
    _text("fullest_id", "the statement that gives most of its words", ForeignKey("statements.id")),
    _number("articles", "how many articles give it, each a witness"),
    _number("stories", "how many of these are no copies of one another"),
    _text("rule", "one witness, the same words, shortened, or nearly the same words"),
    comment="What was said once, whether one article gives it or several; count these",
)

witnesses = Table(
    "witnesses",
    metadata,
    _text("statement_id", "the statement", ForeignKey("statements.id"), primary_key=True),
    _text("utterance_id", "whose words it gives", ForeignKey("utterances.id"), index=True),
    _list("adds", "words of it that the fullest statement lacks"),
    _list("adds_spans", "their places in the text of its article: [[start, stop], ...]"),
    _list("lacks", "words of the fullest statement that it lacks"),
    _list("lacks_spans", "their places in the text of that statement's article: [[start, stop], ...]"),
    _text("outlet", "of its article"),
    Column("listed", PLACE, nullable=False, comment="`place` of the fullest statement"),
    Index("witnesses_of_outlet", "outlet", "listed"),
    comment="Which statement gives the words of which utterance, and how they differ: each statement gives one",
)

issues = Table(
    "issues",
    metadata,
    _text("id", "its id in the codebook", primary_key=True),
    _number("number", "its place in the codebook, from 1"),
    _text("label", "a short name"),
    _text("proposal", "what one is for or against"),
    _list("terms", "words that name it"),
    _list("against", "words that name the opposite"),
    _list("about", "words that tell only that the matter is spoken of"),
    *_days("on which a position on it can have been held"),
    comment="The issues of the codebook, if there is one; empty as are the tables below without",
)

positions = Table(
    "positions",
    metadata,
    _number("id", "its number in this dossier, from 1", primary_key=True),
    _of_article(primary=False),
    _text("actor_id", "who takes it", ForeignKey("actors.id")),
    _text("actor", "the actor's name"),
    _text("issue_id", "on what", ForeignKey("issues.id")),
    _text("stance", "support, oppose, conditional, open or declines"),
    Column("now", Boolean, nullable=False, comment="its actor's standing on the issue rests on it"),
    _text("held", "when: 2025-02-14, 2025-02, a range a/b, half-open or onbekend"),
    *_days("on which it can have been held", "held_"),
    _text("words", "the words that show it"),
    *_place(),
    _text("sentence", "the sentence or sentences that they stand in"),
    Column(
        "statement_id",
        Text,
        ForeignKey("statements.id"),
        index=True,
        comment="in whose words it stands; NULL where the reporter tells it",
    ),
    _text("near", "how the issue was found: named in the words, in the sentence, or carried over"),
    _text("rule", "why it is that stance"),
    _text("entry", "the word-list entry behind that rule"),
    Column("attitude", Integer, comment="the attitude of the reading that it rests on, from 0; else NULL"),
    Column("condition", Integer, comment="the condition of the reading that it rests on, from 0; else NULL"),
    Column("listed", PLACE, comment="`place` of the statement that gives those words most fully; else NULL"),
    Index("positions_by_day", "held_earliest", "held_latest", "issue_id", "actor_id", "stance"),
    Index("positions_on_issue", "issue_id", "id"),
    Index("positions_of_issue_listed", "issue_id", "listed"),
    Index("positions_of_stance_listed", "stance", "listed"),
    comment="Who stands where on which issue, at each place that shows it",
)

HELD_ON = func.coalesce(positions.c.held_latest, positions.c.held_earliest)
"""By which day a position was held."""

OVER_DAYS = or_(positions.c.held_latest.is_(None), positions.c.held_earliest != positions.c.held_latest)
"""It is not known to a day when a position was held."""

_window = (positions.c[name] for name in ("held_earliest", "held_latest", "issue_id", "actor_id", "stance"))
Index("positions_over_days", *_window, sqlite_where=OVER_DAYS, postgresql_where=OVER_DAYS)
Index("positions_of_actor", positions.c.actor_id, positions.c.issue_id, HELD_ON, positions.c.id)
Index("positions_of_issue", positions.c.issue_id, HELD_ON, positions.c.id)

standings = Table(
    "standings",
    metadata,
    _text("actor_id", "who stands there", ForeignKey("actors.id"), primary_key=True),
    _text("issue_id", "on what", ForeignKey("issues.id"), primary_key=True),
    _text("actor", "the actor's name"),
    _text("party", "his party, or his name where he is one"),
    _text("stance", "what his last positions on it come to"),
    _number("position_id", "one of these, that shows it", ForeignKey("positions.id")),
    _number("positions", "how many positions he took on it in all"),
    Index("standings_of_party", "issue_id", "party", "stance"),
    comment="Where everybody stands: what he showed last on an issue",
)

_of_standing = standings.c
Index(
    "standings_most",
    _of_standing.issue_id,
    _of_standing.stance,
    _of_standing.positions.desc(),
    _of_standing.actor_id,
)

sides = Table(
    "sides",
    metadata,
    _text("issue_id", "on what", ForeignKey("issues.id"), primary_key=True),
    _text("actor_id", "who", ForeignKey("actors.id"), primary_key=True),
    Column("agrees", Boolean, primary_key=True, comment="for it, on a condition or not; else against it"),
    Index("sides_of_actor", "actor_id"),
    comment="Who was ever for what, and who against",
)

silent = Table(
    "silent",
    metadata,
    _text("issue_id", "on what", ForeignKey("issues.id"), primary_key=True),
    _text("actor_id", "who", ForeignKey("actors.id"), primary_key=True),
    _text("actor", "the actor's name"),
    _number("articles", "in how many of the articles in which somebody takes a position on it he speaks"),
    comment="Who speaks in articles about an issue and takes no position on it anywhere",
)

Index("silent_most", silent.c.issue_id, silent.c.articles.desc(), silent.c.actor_id)

conditions = Table(
    "conditions",
    metadata,
    _number("id", "its number in this dossier, from 1", primary_key=True),
    _of_article(primary=False),
    _text("actor_id", "whose condition it is", ForeignKey("actors.id")),
    _text("actor", "the actor's name"),
    _text("issue_id", "on what", ForeignKey("issues.id")),
    _text("held", "when it was set"),
    *_days("on which it can have been set", "held_"),
    _text("condition_group", "what it asks for, under one name over actors and articles"),
    _text("words", "the clause that states it"),
    *_place(),
    _text("sentence", "the sentence or sentences that it stands in"),
    Column("must_id", Text, ForeignKey("actors.id"), comment="who must meet it; NULL where nobody is named"),
    _text("must", "that actor's name"),
    _number("list_number", "conditions of one list share it, within an article; 0: it stands alone"),
    Column("any_one", Boolean, nullable=False, comment="one of the list is enough; else all must hold"),
    Column("unless", Boolean, nullable=False, comment="it is the holding that stops the actor: tenzij"),
    Column(
        "statement_id",
        Text,
        ForeignKey("statements.id"),
        index=True,
        comment="in whose words it stands; NULL where the reporter tells it",
    ),
    _text("met", "the stance if it holds"),
    _text("failed", "the stance if it does not"),
    Index("conditions_of_actor", "actor_id", "issue_id"),
    Index("conditions_on_issue", "issue_id", "id"),
    Index("conditions_of_group", "issue_id", "condition_group", "id"),
    comment="What must hold before somebody will do or accept what an issue proposes",
)

shifts = Table(
    "shifts",
    metadata,
    _number("id", "its number in this dossier, from 1", primary_key=True),
    _number("before_id", "the position before", ForeignKey("positions.id"), index=True),
    _number("after_id", "the position after", ForeignKey("positions.id"), index=True),
    _text("actor_id", "of the position after", ForeignKey("actors.id")),
    _text("issue_id", "of both", ForeignKey("issues.id")),
    Column(
        "held_latest", Date, index=True, comment="the last day on which the position after can have been held"
    ),
    _text("line", "the side whose line so far the position before is; empty where it is the actor's own"),
    _list("offices", "offices that the actor held at one of the two moments only"),
    Index("shifts_of_actor", "actor_id", "id"),
    Index("shifts_on_issue", "issue_id", "id"),
    comment="Who takes another stance than before",
)

contradictions = Table(
    "contradictions",
    metadata,
    _number("id", "its number in this dossier, from 1", primary_key=True),
    _number("one_id", "a position", ForeignKey("positions.id"), index=True),
    _number("other_id", "a position that does not go with it", ForeignKey("positions.id"), index=True),
    _text("one_actor_id", "of the one", ForeignKey("actors.id"), index=True),
    _text("other_actor_id", "of the other", ForeignKey("actors.id"), index=True),
    _text("issue_id", "of both", ForeignKey("issues.id")),
    _text("side", "the cabinet or party that both actors stand for; empty where they are one actor"),
    Index("contradictions_on_issue", "issue_id", "id"),
    comment="Stances that do not go together, close in time",
)

events = Table(
    "events",
    metadata,
    _text("id", "the article's id and the mention's number where it is told first", primary_key=True),
    _number("number", "its place in order of date, from 1; open dates last", index=True),
    _text("kind", "meeting, summit, talks, debate, visit, vote, election, decision, agreement, ..."),
    _text("what", "its name in the registry's calendar, or the noun or verb that tells it"),
    _text("status", "happened, planned or hypothetical"),
    _text("day", "when, as far as known: 2025-02-14, 2025-02, a range a/b, or onbekend"),
    *_days("on which it can fall"),
    _text("precision", "day, month, year, range, half-open or open"),
    _list("evidence", "the clues for it: rule, words, the days each allows"),
    _text("place", "where, in the articles' words"),
    _list("participants", "the names of those who take part"),
    _number("articles", "how many articles tell it"),
    _number("mentions", "how often they do"),
    _text("rule", "why these mentions are one event"),
    comment="What happened or is planned, over all articles, in order of date",
)

HAPPENED_ON = func.coalesce(events.c.earliest, events.c.latest)
"""The day of an event on a timeline."""

Index("events_by_day", HAPPENED_ON.desc(), events.c.id, events.c.earliest, events.c.latest)
Index("events_of_kind", events.c.kind, HAPPENED_ON.desc(), events.c.id, events.c.earliest, events.c.latest)

event_participants = Table(
    "event_participants",
    metadata,
    _text("event_id", "the event", ForeignKey("events.id"), primary_key=True),
    _number("number", "the order in which they are told, from 1", primary_key=True),
    _text("actor_id", "who takes part", ForeignKey("actors.id"), index=True),
    _text("actor", "the actor's name"),
    comment="Who takes part in an event",
)

event_mentions = Table(
    "event_mentions",
    metadata,
    _of_article(),
    _number("number", "its place in the article, from 1", primary_key=True),
    _text("event_id", "the event that it tells", ForeignKey("events.id"), index=True),
    _text("kind", "of the event, as told here"),
    _text("status", "happened, planned or hypothetical, as told here"),
    _text("text", "the verb or noun that tells it"),
    *_place(),
    _text("place", "where, as told here"),
    _list("participants", "the names of those who take part, as told here"),
    Column("time", Integer, comment="number of its time among those of the article; NULL where none is told"),
    _text("named", "entry in the registry's calendar; empty where it is not there"),
    Column(
        "again", Integer, comment="number of the earlier mention in the article that it takes up; else NULL"
    ),
    _text("sentence", "the sentence that it stands in"),
    _number("sentence_start", "where that begins in the text"),
    _number("sentence_stop", "where it ends, exclusive"),
    _text("rule", "why this tells an event"),
    _text("entry", "the word-list entry behind that rule"),
    _text("status_rule", "why this status"),
    _text("status_entry", "the word that decided it"),
    comment="Where each event is told",
)

speaks_of = Table(
    "speaks_of",
    metadata,
    _text("speaker_id", "who says something", ForeignKey("actors.id"), primary_key=True),
    _text(
        "actor_id", "of whom: he is named or meant in what is said", ForeignKey("actors.id"), primary_key=True
    ),
    _number("statements", "in how many statements"),
    Index("speaks_of_most", "speaker_id", "statements"),
    Index("spoken_of_most", "actor_id", "statements"),
    comment="Who says something of whom, and how often",
)

coverage = Table(
    "coverage",
    metadata,
    _number("number", "from 1, by first day", primary_key=True),
    *_days("on which these can have been published"),
    _number("articles", "how many articles"),
    comment="How many articles there are of which days",
)

tallies = Table(
    "tallies",
    metadata,
    _text(
        "what",
        "rows of a table, articles of an outlet, members of a party, positions or actors on an issue, ...",
        primary_key=True,
    ),
    _text("of", "the issue; empty where it is of none", primary_key=True),
    _text(
        "value",
        "the table, the outlet, the party, the stance or the actor; empty where all are meant",
        primary_key=True,
    ),
    _number("number", "how many"),
    Index("tallies_most", "what", "of", "number"),
    comment="What a screen counts, counted when the dossier was made",
)

written = Table(
    "written",
    metadata,
    _of_article(),
    _text("digest", "hash of all that the rows of the article are made of: where it is as it was, they are"),
    _list("words", "what it adds to `word_forms`: [[form, lemma, occurrences], ...]"),
    _list("speaks", "what it adds to `speaks_of`: [[speaker_id, actor_id, statements], ...]"),
    comment="What stands of each article in this file, so that a build writes what has changed",
)

compared = Table(
    "compared",
    metadata,
    _of_article(),
    _text("digest", "digest of the article that was compared"),
    _text("read_by", "fingerprint of what had read it"),
    _text("found", "what others need to know of it and have in common with it, as JSON"),
    comment="What was found by setting the articles beside each other, so that a build compares what is new",
)

word_forms = Table(
    "word_forms",
    metadata,
    _text("form", "a word as the articles have it, small letters without accents", primary_key=True),
    _text("lemma", "its dictionary form, written the same way", primary_key=True),
    _number("occurrences", "how often it stands for that"),
    Index("word_forms_by_lemma", "lemma"),
    comment="Which dictionary form a word has in these articles, so that a search needs no language model",
)

FULL_TEXT = (
    "CREATE VIRTUAL TABLE articles_fts USING fts5(title, text, lemmas,"
    " content='articles', tokenize='unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE statements_fts USING fts5(content, speaker, lemmas,"
    " content='statements', tokenize='unicode61 remove_diacritics 2')",
)
"""SQLite's full-text index of what is said and of the articles; that of PostgreSQL is in `tsvector`."""

VIEWS = {
    "what_changed": "SELECT now.issue_id AS issue, now.actor, then_.actor AS held_before_by,"
    " then_.stance AS stance_before, then_.held AS held_before, then_.sentence AS sentence_before, now.stance,"
    " now.held, now.sentence, line, offices FROM shifts JOIN positions AS now ON now.id = after_id"
    " JOIN positions AS then_ ON then_.id = before_id",
    "who_said_what": "SELECT published, speaker, content, form, article, sentence, confidence FROM statements"
    " WHERE speaker <> '' ORDER BY published_earliest NULLS LAST, article_id, number",
    "what_happened_when": "SELECT day, status, kind, what, place, participants, articles FROM events ORDER BY number",
    "who_left_out_what": "SELECT utterance_id, speaker, content, lacks, adds, article, published FROM witnesses"
    " JOIN statements ON statements.id = statement_id WHERE CAST(lacks AS TEXT) <> '[]' OR CAST(adds AS TEXT) <> '[]'"
    " ORDER BY published_earliest NULLS LAST, utterance_id, statement_id",
    "who_spoke_when": "SELECT told.speaker, min(published_earliest) AS first, max(published_latest) AS last,"
    " count(DISTINCT utterance_id) AS statements, count(DISTINCT statements.article_id) AS articles"
    " FROM utterances AS told JOIN witnesses ON utterance_id = told.id JOIN statements ON statements.id = statement_id"
    " WHERE told.speaker <> '' GROUP BY told.speaker_id, told.speaker ORDER BY statements DESC, told.speaker",
}
"""Ready answers for those who open the file in Datasette, R or pandas."""
