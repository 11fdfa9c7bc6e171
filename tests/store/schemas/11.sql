-- The tables of a dossier: the one source of the schema. `schema.sql` is written from them, for readers.
--
-- Two families. `sources` and `readings` are what a build collects, bit by bit, and can go on from. All
-- others are what the dossier says; a build writes in one transaction what of them has changed, so whoever
-- reads them sees the dossier of the last build that was completed. Dates are ISO; offsets are half-open,
-- in characters, into `articles.text` (SQLite counts from one: `substr(text, start + 1, stop - start)`). A
-- text that is not known is empty, a date NULL.

PRAGMA user_version = 11;

-- What is to be known of this file as a whole
CREATE TABLE dossier (
    -- schema: version of these tables; state: building, corrected (what people said since is not
    -- worked in) or complete; codebook; made_by: what made it of its readings; applied: numbers of
    -- the corrections that it was made with
    "key" TEXT NOT NULL,
    -- its value
    value TEXT NOT NULL,
    PRIMARY KEY ("key")
);

-- Collected: every article that was built into this dossier, and the texts that its source gave before
CREATE TABLE sources (
    -- the article's id: a hash of its text and where it came from
    id TEXT NOT NULL,
    -- hash of the folder that was given: a file of this name elsewhere is another source
    origin TEXT NOT NULL,
    -- the file or address as given
    source TEXT NOT NULL,
    -- which part of it, `regel 3`; empty where the source is one article
    part TEXT NOT NULL,
    -- hash of the next column; a reading of another digest is stale
    digest TEXT NOT NULL,
    -- the article as its source gave it, as JSON (model.Article)
    article TEXT NOT NULL,
    -- number of the build that brought this text; 0: before builds were counted
    build INTEGER NOT NULL,
    -- id of the article of which this is an earlier version; empty where it is what its source
    -- gives now
    version_of TEXT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX ix_sources_source ON sources (source);
CREATE INDEX ix_sources_version_of ON sources (version_of);

-- Collected: what each article says; kept, so that only what is new or changed costs time
CREATE TABLE readings (
    -- the article
    article_id TEXT NOT NULL,
    -- digest of the article that was read
    digest TEXT NOT NULL,
    -- fingerprint of the model, the word lists and the code that read it
    made_by TEXT NOT NULL,
    -- what the article says, knowing no other, as JSON (model.Reading)
    reading TEXT NOT NULL,
    PRIMARY KEY (article_id),
    FOREIGN KEY(article_id) REFERENCES sources (id)
);

-- Collected: input that did not become an article, or an article that could not be read
CREATE TABLE set_aside (
    -- hash of the folder that was given
    origin TEXT NOT NULL,
    -- the file or address as given
    source TEXT NOT NULL,
    -- which part of it; empty where it is the whole
    part TEXT NOT NULL,
    -- source: it did not become an article; reading: the article could not be read
    stage TEXT NOT NULL,
    -- why it is not in the dossier
    reason TEXT NOT NULL,
    -- what can be done about it
    hint TEXT NOT NULL,
    PRIMARY KEY (origin, source, part, stage)
);

-- Collected: what a build leaves out because people wanted it forgotten; hashes, no words
CREATE TABLE forgotten (
    -- what the hash is of: article, address, text or name
    kind TEXT NOT NULL,
    -- the hash; of a name it begins with the number of its words
    digest TEXT NOT NULL,
    -- of a text, where the sentences stood that are left out: [[start, stop], ...]
    spans JSON NOT NULL,
    -- of a text, what else of its article is left out: title, author, ...
    fields JSON NOT NULL,
    PRIMARY KEY (kind, digest)
);

-- Collected: what people said otherwise, or confirmed; every build applies it
CREATE TABLE corrections (
    -- its number, from 1: the order in which they are applied
    number INTEGER NOT NULL,
    -- merge, split or rename (an actor), speaker, content, reject or add (a statement), stance;
    -- accept (a statement, or a position where an issue is given): somebody looked, and it is right
    change TEXT NOT NULL,
    -- the quoted words that it hangs on
    words TEXT NOT NULL,
    -- these, their article, and what stands around them, as JSON (model.Anchor)
    anchor JSON NOT NULL,
    -- what was there, as JSON (model.Values)
    "before" JSON NOT NULL,
    -- what should be, as JSON (model.Values)
    "after" JSON NOT NULL,
    -- who made it
    made_by TEXT NOT NULL,
    -- when, ISO 8601
    made_at TEXT NOT NULL,
    -- why, in their words
    note TEXT NOT NULL,
    -- when and by whom it was undone; empty where it holds
    undone TEXT NOT NULL,
    -- why the last build could not apply it; empty where it could
    lost TEXT NOT NULL,
    PRIMARY KEY (number)
);

-- Collected: the builds that were completed; what came since one has a higher number in `sources`
CREATE TABLE builds (
    -- its number, from 1
    number INTEGER NOT NULL,
    -- when, ISO 8601; empty where nobody told it
    made_at TEXT NOT NULL,
    -- fingerprints of the model, the word lists and the code that read its articles
    made_by TEXT NOT NULL,
    PRIMARY KEY (number)
);

-- Near-copies of one text: each article is in one story
CREATE TABLE stories (
    -- the id of its first article and a mark
    id TEXT NOT NULL,
    -- its place in the order of its first article, from 1
    number INTEGER NOT NULL,
    -- title of the first article, or its first words
    label TEXT NOT NULL,
    -- how many articles are copies of it; 1 where it stands in one alone
    articles INTEGER NOT NULL,
    -- why these articles are one story
    rule TEXT NOT NULL,
    -- the least share of five-word runs in common by which one of them was taken in
    entry TEXT NOT NULL,
    PRIMARY KEY (id)
);

-- The articles, in order of date
CREATE TABLE articles (
    -- the key of its place in a list of articles: newest first, undated last; what lies between has
    -- room
    place INTEGER NOT NULL,
    -- a hash of the text and where it came from
    id TEXT NOT NULL,
    -- its place in order of date, from 1; open dates last
    number INTEGER NOT NULL,
    -- the headline as the source gives it
    title TEXT NOT NULL,
    -- the title, or the first words of the text
    label TEXT NOT NULL,
    -- day of publication as far as known: 2025-02-14, 2025-02, a range a/b, or onbekend
    published TEXT NOT NULL,
    -- first day on which it can have been published; NULL where nothing bounds it
    published_earliest DATE,
    -- last day on which it can have been published, inclusive; NULL where nothing bounds it
    published_latest DATE,
    -- day, month, year, range, half-open or open
    published_precision TEXT NOT NULL,
    -- the clues for it: rule, words, the days each allows, their place in the text
    published_evidence JSON NOT NULL,
    -- the medium
    outlet TEXT NOT NULL,
    -- the press agency
    agency TEXT NOT NULL,
    -- as the source gives it
    author TEXT NOT NULL,
    -- where it was on the web
    url TEXT NOT NULL,
    -- ISO 639-1
    language TEXT NOT NULL,
    -- a later change, as the source words it
    revised TEXT NOT NULL,
    -- the file or address as given
    source TEXT NOT NULL,
    -- which part of it
    part TEXT NOT NULL,
    -- of the source
    format TEXT NOT NULL,
    -- copies of one text share it
    text_hash TEXT NOT NULL,
    -- the story that it is a copy of
    story_id TEXT NOT NULL,
    -- number of words in the text
    words INTEGER NOT NULL,
    -- the text, as the source has it
    text TEXT NOT NULL,
    -- the text with its nouns, verbs, adjectives and names in dictionary form, for search
    lemmas TEXT NOT NULL,
    PRIMARY KEY (place),
    UNIQUE (id),
    FOREIGN KEY(story_id) REFERENCES stories (id)
);
CREATE INDEX articles_by_day ON articles (published_earliest, published_latest, place);
CREATE INDEX articles_of_outlet ON articles (outlet, place);
CREATE INDEX ix_articles_number ON articles (number);
CREATE INDEX ix_articles_story_id ON articles (story_id);
CREATE INDEX ix_articles_text_hash ON articles (text_hash);

-- The paragraphs of the articles and what each is
CREATE TABLE blocks (
    -- the article
    article_id TEXT NOT NULL,
    -- its place in the article, from 1
    number INTEGER NOT NULL,
    -- headline, lead, body, heading, pull quote, caption, byline or boilerplate
    role TEXT NOT NULL,
    -- where it begins in the text
    start INTEGER NOT NULL,
    -- where it ends, exclusive
    stop INTEGER NOT NULL,
    PRIMARY KEY (article_id, number),
    FOREIGN KEY(article_id) REFERENCES articles (id)
);

-- Who is spoken of, over all articles
CREATE TABLE actors (
    -- the actor's id over all articles
    id TEXT NOT NULL,
    -- the usual name in full
    name TEXT NOT NULL,
    -- its place in a list of actors, from 1: those with most statements first
    place INTEGER NOT NULL,
    -- person, organisation, party, state, alliance or group
    kind TEXT NOT NULL,
    -- as the articles give it
    party TEXT NOT NULL,
    -- as the articles give them
    roles JSON NOT NULL,
    -- those of the registry that the articles speak of, with their terms
    offices JSON NOT NULL,
    -- the words that the articles use
    aliases JSON NOT NULL,
    -- key in the registry; empty where it is not there
    identity TEXT NOT NULL,
    -- how many statements are theirs; the same words in several articles count once
    statements INTEGER NOT NULL,
    -- how many articles speak of them
    articles INTEGER NOT NULL,
    -- why these words are one actor
    rule TEXT NOT NULL,
    -- the registry or word-list entry behind the rule
    entry TEXT NOT NULL,
    -- who else was possible
    candidates JSON NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX actors_of_kind ON actors (kind, place);
CREATE INDEX ix_actors_name ON actors (name);
CREATE INDEX ix_actors_party ON actors (party);
CREATE INDEX ix_actors_place ON actors (place);

-- Under which words an actor is found
CREATE TABLE actor_names (
    -- a name or alias, small letters without accents, or its end from some word on
    name TEXT NOT NULL,
    -- who is called so
    actor_id TEXT NOT NULL,
    -- it is all of a name or alias
    whole BOOLEAN NOT NULL,
    PRIMARY KEY (name, actor_id),
    FOREIGN KEY(actor_id) REFERENCES actors (id)
);
CREATE INDEX ix_actor_names_actor_id ON actor_names (actor_id);

-- The mentions of one article that are one actor
CREATE TABLE chains (
    -- the article
    article_id TEXT NOT NULL,
    -- its index in the reading, from 0
    number INTEGER NOT NULL,
    -- who it is over all articles
    actor_id TEXT,
    -- the fullest name that the article or the registry gives
    name TEXT NOT NULL,
    -- person, organisation, party, state, alliance or group
    kind TEXT NOT NULL,
    -- where the article gives it
    role TEXT NOT NULL,
    -- where the article gives it
    party TEXT NOT NULL,
    -- says, does or undergoes something; else in passing
    acts BOOLEAN NOT NULL,
    -- why these mentions are one
    rule TEXT NOT NULL,
    PRIMARY KEY (article_id, number),
    FOREIGN KEY(article_id) REFERENCES articles (id),
    FOREIGN KEY(actor_id) REFERENCES actors (id)
);
CREATE INDEX chains_of_actor ON chains (actor_id, article_id);

-- The words that refer to an actor
CREATE TABLE mentions (
    -- the article
    article_id TEXT NOT NULL,
    -- its place in the article, from 1
    number INTEGER NOT NULL,
    -- the words
    text TEXT NOT NULL,
    -- where it begins in the text
    start INTEGER NOT NULL,
    -- where it ends, exclusive
    stop INTEGER NOT NULL,
    -- the name or noun in it
    head TEXT NOT NULL,
    -- name, role, pronoun or group
    form TEXT NOT NULL,
    -- person, organisation, party, state, alliance or group
    kind TEXT NOT NULL,
    -- number of its chain; NULL while unresolved
    chain INTEGER,
    -- NULL while unresolved
    actor_id TEXT,
    -- the actor's name; empty while unresolved
    actor TEXT NOT NULL,
    -- why this mention is in that chain, or in none
    rule TEXT NOT NULL,
    -- who else was possible
    candidates JSON NOT NULL,
    PRIMARY KEY (article_id, number),
    FOREIGN KEY(article_id) REFERENCES articles (id),
    FOREIGN KEY(actor_id) REFERENCES actors (id)
);
CREATE INDEX ix_mentions_actor_id ON mentions (actor_id);

-- The times that are told
CREATE TABLE times (
    -- the article
    article_id TEXT NOT NULL,
    -- its place in the article, from 1
    number INTEGER NOT NULL,
    -- the words
    text TEXT NOT NULL,
    -- where it begins in the text
    start INTEGER NOT NULL,
    -- where it ends, exclusive
    stop INTEGER NOT NULL,
    -- TIMEX3 type: DATE, TIME, DURATION or SET
    type TEXT NOT NULL,
    -- TIMEX3 value, against the article's day of publication
    value TEXT NOT NULL,
    -- first day that it covers; NULL where nothing bounds it
    earliest DATE,
    -- last day that it covers, inclusive; NULL where nothing bounds it
    latest DATE,
    -- the clues for these days
    evidence JSON NOT NULL,
    -- the rule that found it
    found_by TEXT NOT NULL,
    -- the rule that resolved it
    rule TEXT NOT NULL,
    -- the word-list entry behind that rule
    entry TEXT NOT NULL,
    -- what else it could have meant
    candidates JSON NOT NULL,
    PRIMARY KEY (article_id, number),
    FOREIGN KEY(article_id) REFERENCES articles (id)
);

-- The articles in which people corrected statements; `readings` keeps what was found
CREATE TABLE corrected (
    -- the article
    article_id TEXT NOT NULL,
    -- its reading as people corrected it, as JSON (model.Reading)
    reading TEXT NOT NULL,
    PRIMARY KEY (article_id),
    FOREIGN KEY(article_id) REFERENCES articles (id)
);

-- Who said what, when
CREATE TABLE statements (
    -- the key of its place in a list of statements: newest first, undated last; what lies between
    -- has room
    place INTEGER NOT NULL,
    -- the article's id, a dash, and the number
    id TEXT NOT NULL,
    -- the article
    article_id TEXT NOT NULL,
    -- its place in the article, from 1
    number INTEGER NOT NULL,
    -- no other gives more of the words of its utterance
    fullest BOOLEAN NOT NULL,
    -- label of the article
    article TEXT NOT NULL,
    -- of the article
    published TEXT NOT NULL,
    -- first day on which the article can have been published; NULL where nothing bounds it
    published_earliest DATE,
    -- last day on which the article can have been published, inclusive; NULL where nothing bounds
    -- it
    published_latest DATE,
    -- who says it; NULL if unresolved
    speaker_id TEXT,
    -- the speaker's name; empty where nobody could be named
    speaker TEXT NOT NULL,
    -- the speaker's party, or his name where he is one
    party TEXT NOT NULL,
    -- in whose words it is told; NULL if in nobody's
    via_id TEXT,
    -- that actor's name
    via TEXT NOT NULL,
    -- direct, indirect or mixed
    form TEXT NOT NULL,
    -- declines to say; the content is what is not told
    declines BOOLEAN NOT NULL,
    -- what is said; pieces are joined by ` … `
    content TEXT NOT NULL,
    -- the places of the pieces: [[start, stop], ...]
    content_spans JSON NOT NULL,
    -- the words that name the speaker
    source TEXT NOT NULL,
    -- the words that attribute
    cue TEXT NOT NULL,
    -- to whom, in the article's words
    addressee TEXT NOT NULL,
    -- where or in what, in the article's words
    occasion TEXT NOT NULL,
    -- when it was said, TIMEX3 value; empty where the article does not say
    said TEXT NOT NULL,
    -- first day on which it can have been said; NULL where nothing bounds it
    said_earliest DATE,
    -- last day on which it can have been said, inclusive; NULL where nothing bounds it
    said_latest DATE,
    -- the sentence or sentences that it stands in
    sentence TEXT NOT NULL,
    -- where they begin in the text
    sentence_start INTEGER NOT NULL,
    -- where they end, exclusive
    sentence_stop INTEGER NOT NULL,
    -- how sure the attribution is, 0 to 1
    confidence FLOAT NOT NULL,
    -- why this is a statement
    rule TEXT NOT NULL,
    -- the word-list entry behind that rule
    entry TEXT NOT NULL,
    -- why this speaker, or none
    speaker_rule TEXT NOT NULL,
    -- who else could have been the speaker
    candidates JSON NOT NULL,
    -- the content in dictionary forms, for search
    lemmas TEXT NOT NULL,
    PRIMARY KEY (place),
    UNIQUE (id),
    FOREIGN KEY(article_id) REFERENCES articles (id),
    FOREIGN KEY(speaker_id) REFERENCES actors (id),
    FOREIGN KEY(via_id) REFERENCES actors (id)
);
CREATE INDEX ix_statements_article_id ON statements (article_id);
CREATE INDEX statements_by_day ON statements (published_earliest, published_latest, place);
CREATE INDEX statements_in_time ON statements ((CASE WHEN (said_earliest < published_earliest) THEN said_earliest ELSE published_earliest END) DESC, article_id, number);
CREATE INDEX statements_of_party ON statements (party, place);
CREATE INDEX statements_of_speaker ON statements (speaker_id, place);
CREATE INDEX statements_of_speaker_in_time ON statements (speaker_id, (CASE WHEN (said_earliest < published_earliest) THEN said_earliest ELSE published_earliest END) DESC, article_id, number);

-- What was said once, whether one article gives it or several; count these
CREATE TABLE utterances (
    -- the id of its first statement with `u` before the number
    id TEXT NOT NULL,
    -- the article
    article_id TEXT NOT NULL,
    -- the number there of its first statement
    number INTEGER NOT NULL,
    -- who says it; NULL if unresolved
    speaker_id TEXT,
    -- the speaker's name; empty where nobody could be named
    speaker TEXT NOT NULL,
    -- the statement that gives most of its words
    fullest_id TEXT NOT NULL,
    -- how many articles give it, each a witness
    articles INTEGER NOT NULL,
    -- how many of these are no copies of one another
    stories INTEGER NOT NULL,
    -- one witness, the same words, shortened, or nearly the same words
    rule TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(article_id) REFERENCES articles (id),
    FOREIGN KEY(speaker_id) REFERENCES actors (id),
    FOREIGN KEY(fullest_id) REFERENCES statements (id)
);
CREATE INDEX ix_utterances_article_id ON utterances (article_id);
CREATE INDEX ix_utterances_speaker_id ON utterances (speaker_id);

-- Which statement gives the words of which utterance, and how they differ: each statement gives one
CREATE TABLE witnesses (
    -- the statement
    statement_id TEXT NOT NULL,
    -- whose words it gives
    utterance_id TEXT NOT NULL,
    -- words of it that the fullest statement lacks
    adds JSON NOT NULL,
    -- their places in the text of its article: [[start, stop], ...]
    adds_spans JSON NOT NULL,
    -- words of the fullest statement that it lacks
    lacks JSON NOT NULL,
    -- their places in the text of that statement's article: [[start, stop], ...]
    lacks_spans JSON NOT NULL,
    -- of its article
    outlet TEXT NOT NULL,
    -- `place` of the fullest statement
    listed INTEGER NOT NULL,
    PRIMARY KEY (statement_id),
    FOREIGN KEY(statement_id) REFERENCES statements (id),
    FOREIGN KEY(utterance_id) REFERENCES utterances (id)
);
CREATE INDEX ix_witnesses_utterance_id ON witnesses (utterance_id);
CREATE INDEX witnesses_of_outlet ON witnesses (outlet, listed);

-- The issues of the codebook, if there is one; empty as are the tables below without
CREATE TABLE issues (
    -- its id in the codebook
    id TEXT NOT NULL,
    -- its place in the codebook, from 1
    number INTEGER NOT NULL,
    -- a short name
    label TEXT NOT NULL,
    -- what one is for or against
    proposal TEXT NOT NULL,
    -- words that name it
    terms JSON NOT NULL,
    -- words that name the opposite
    against JSON NOT NULL,
    -- words that tell only that the matter is spoken of
    about JSON NOT NULL,
    -- first day on which a position on it can have been held; NULL where nothing bounds it
    earliest DATE,
    -- last day on which a position on it can have been held, inclusive; NULL where nothing bounds
    -- it
    latest DATE,
    PRIMARY KEY (id)
);

-- Who stands where on which issue, at each place that shows it
CREATE TABLE positions (
    -- its number in this dossier, from 1
    id INTEGER NOT NULL,
    -- the article
    article_id TEXT NOT NULL,
    -- who takes it
    actor_id TEXT NOT NULL,
    -- the actor's name
    actor TEXT NOT NULL,
    -- on what
    issue_id TEXT NOT NULL,
    -- support, oppose, conditional, open or declines
    stance TEXT NOT NULL,
    -- its actor's standing on the issue rests on it
    now BOOLEAN NOT NULL,
    -- when: 2025-02-14, 2025-02, a range a/b, half-open or onbekend
    held TEXT NOT NULL,
    -- first day on which it can have been held; NULL where nothing bounds it
    held_earliest DATE,
    -- last day on which it can have been held, inclusive; NULL where nothing bounds it
    held_latest DATE,
    -- the words that show it
    words TEXT NOT NULL,
    -- where it begins in the text
    start INTEGER NOT NULL,
    -- where it ends, exclusive
    stop INTEGER NOT NULL,
    -- the sentence or sentences that they stand in
    sentence TEXT NOT NULL,
    -- in whose words it stands; NULL where the reporter tells it
    statement_id TEXT,
    -- how the issue was found: named in the words, in the sentence, or carried over
    near TEXT NOT NULL,
    -- why it is that stance
    rule TEXT NOT NULL,
    -- the word-list entry behind that rule
    entry TEXT NOT NULL,
    -- the attitude of the reading that it rests on, from 0; else NULL
    attitude INTEGER,
    -- the condition of the reading that it rests on, from 0; else NULL
    condition INTEGER,
    -- `place` of the statement that gives those words most fully; else NULL
    listed INTEGER,
    PRIMARY KEY (id),
    FOREIGN KEY(article_id) REFERENCES articles (id),
    FOREIGN KEY(actor_id) REFERENCES actors (id),
    FOREIGN KEY(issue_id) REFERENCES issues (id),
    FOREIGN KEY(statement_id) REFERENCES statements (id)
);
CREATE INDEX ix_positions_article_id ON positions (article_id);
CREATE INDEX ix_positions_statement_id ON positions (statement_id);
CREATE INDEX positions_by_day ON positions (held_earliest, held_latest, issue_id, actor_id, stance);
CREATE INDEX positions_of_actor ON positions (actor_id, issue_id, coalesce(held_latest, held_earliest), id);
CREATE INDEX positions_of_issue ON positions (issue_id, coalesce(held_latest, held_earliest), id);
CREATE INDEX positions_of_issue_listed ON positions (issue_id, listed);
CREATE INDEX positions_of_stance_listed ON positions (stance, listed);
CREATE INDEX positions_on_issue ON positions (issue_id, id);
CREATE INDEX positions_over_days ON positions (held_earliest, held_latest, issue_id, actor_id, stance) WHERE held_latest IS NULL OR held_earliest != held_latest;

-- Where everybody stands: what he showed last on an issue
CREATE TABLE standings (
    -- who stands there
    actor_id TEXT NOT NULL,
    -- on what
    issue_id TEXT NOT NULL,
    -- the actor's name
    actor TEXT NOT NULL,
    -- his party, or his name where he is one
    party TEXT NOT NULL,
    -- what his last positions on it come to
    stance TEXT NOT NULL,
    -- one of these, that shows it
    position_id INTEGER NOT NULL,
    -- how many positions he took on it in all
    positions INTEGER NOT NULL,
    PRIMARY KEY (actor_id, issue_id),
    FOREIGN KEY(actor_id) REFERENCES actors (id),
    FOREIGN KEY(issue_id) REFERENCES issues (id),
    FOREIGN KEY(position_id) REFERENCES positions (id)
);
CREATE INDEX standings_most ON standings (issue_id, stance, positions DESC, actor_id);
CREATE INDEX standings_of_party ON standings (issue_id, party, stance);

-- Who was ever for what, and who against
CREATE TABLE sides (
    -- on what
    issue_id TEXT NOT NULL,
    -- who
    actor_id TEXT NOT NULL,
    -- for it, on a condition or not; else against it
    agrees BOOLEAN NOT NULL,
    PRIMARY KEY (issue_id, actor_id, agrees),
    FOREIGN KEY(issue_id) REFERENCES issues (id),
    FOREIGN KEY(actor_id) REFERENCES actors (id)
);
CREATE INDEX sides_of_actor ON sides (actor_id);

-- Who speaks in articles about an issue and takes no position on it anywhere
CREATE TABLE silent (
    -- on what
    issue_id TEXT NOT NULL,
    -- who
    actor_id TEXT NOT NULL,
    -- the actor's name
    actor TEXT NOT NULL,
    -- in how many of the articles in which somebody takes a position on it he speaks
    articles INTEGER NOT NULL,
    PRIMARY KEY (issue_id, actor_id),
    FOREIGN KEY(issue_id) REFERENCES issues (id),
    FOREIGN KEY(actor_id) REFERENCES actors (id)
);
CREATE INDEX silent_most ON silent (issue_id, articles DESC, actor_id);

-- What must hold before somebody will do or accept what an issue proposes
CREATE TABLE conditions (
    -- its number in this dossier, from 1
    id INTEGER NOT NULL,
    -- the article
    article_id TEXT NOT NULL,
    -- whose condition it is
    actor_id TEXT NOT NULL,
    -- the actor's name
    actor TEXT NOT NULL,
    -- on what
    issue_id TEXT NOT NULL,
    -- when it was set
    held TEXT NOT NULL,
    -- first day on which it can have been set; NULL where nothing bounds it
    held_earliest DATE,
    -- last day on which it can have been set, inclusive; NULL where nothing bounds it
    held_latest DATE,
    -- what it asks for, under one name over actors and articles
    condition_group TEXT NOT NULL,
    -- the clause that states it
    words TEXT NOT NULL,
    -- where it begins in the text
    start INTEGER NOT NULL,
    -- where it ends, exclusive
    stop INTEGER NOT NULL,
    -- the sentence or sentences that it stands in
    sentence TEXT NOT NULL,
    -- who must meet it; NULL where nobody is named
    must_id TEXT,
    -- that actor's name
    must TEXT NOT NULL,
    -- conditions of one list share it, within an article; 0: it stands alone
    list_number INTEGER NOT NULL,
    -- one of the list is enough; else all must hold
    any_one BOOLEAN NOT NULL,
    -- it is the holding that stops the actor: tenzij
    unless BOOLEAN NOT NULL,
    -- in whose words it stands; NULL where the reporter tells it
    statement_id TEXT,
    -- the stance if it holds
    met TEXT NOT NULL,
    -- the stance if it does not
    failed TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(article_id) REFERENCES articles (id),
    FOREIGN KEY(actor_id) REFERENCES actors (id),
    FOREIGN KEY(issue_id) REFERENCES issues (id),
    FOREIGN KEY(must_id) REFERENCES actors (id),
    FOREIGN KEY(statement_id) REFERENCES statements (id)
);
CREATE INDEX conditions_of_actor ON conditions (actor_id, issue_id);
CREATE INDEX conditions_of_group ON conditions (issue_id, condition_group, id);
CREATE INDEX conditions_on_issue ON conditions (issue_id, id);
CREATE INDEX ix_conditions_article_id ON conditions (article_id);
CREATE INDEX ix_conditions_statement_id ON conditions (statement_id);

-- Who takes another stance than before
CREATE TABLE shifts (
    -- its number in this dossier, from 1
    id INTEGER NOT NULL,
    -- the position before
    before_id INTEGER NOT NULL,
    -- the position after
    after_id INTEGER NOT NULL,
    -- of the position after
    actor_id TEXT NOT NULL,
    -- of both
    issue_id TEXT NOT NULL,
    -- the last day on which the position after can have been held
    held_latest DATE,
    -- the side whose line so far the position before is; empty where it is the actor's own
    line TEXT NOT NULL,
    -- offices that the actor held at one of the two moments only
    offices JSON NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(before_id) REFERENCES positions (id),
    FOREIGN KEY(after_id) REFERENCES positions (id),
    FOREIGN KEY(actor_id) REFERENCES actors (id),
    FOREIGN KEY(issue_id) REFERENCES issues (id)
);
CREATE INDEX ix_shifts_after_id ON shifts (after_id);
CREATE INDEX ix_shifts_before_id ON shifts (before_id);
CREATE INDEX ix_shifts_held_latest ON shifts (held_latest);
CREATE INDEX shifts_of_actor ON shifts (actor_id, id);
CREATE INDEX shifts_on_issue ON shifts (issue_id, id);

-- Stances that do not go together, close in time
CREATE TABLE contradictions (
    -- its number in this dossier, from 1
    id INTEGER NOT NULL,
    -- a position
    one_id INTEGER NOT NULL,
    -- a position that does not go with it
    other_id INTEGER NOT NULL,
    -- of the one
    one_actor_id TEXT NOT NULL,
    -- of the other
    other_actor_id TEXT NOT NULL,
    -- of both
    issue_id TEXT NOT NULL,
    -- the cabinet or party that both actors stand for; empty where they are one actor
    side TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(one_id) REFERENCES positions (id),
    FOREIGN KEY(other_id) REFERENCES positions (id),
    FOREIGN KEY(one_actor_id) REFERENCES actors (id),
    FOREIGN KEY(other_actor_id) REFERENCES actors (id),
    FOREIGN KEY(issue_id) REFERENCES issues (id)
);
CREATE INDEX contradictions_on_issue ON contradictions (issue_id, id);
CREATE INDEX ix_contradictions_one_actor_id ON contradictions (one_actor_id);
CREATE INDEX ix_contradictions_one_id ON contradictions (one_id);
CREATE INDEX ix_contradictions_other_actor_id ON contradictions (other_actor_id);
CREATE INDEX ix_contradictions_other_id ON contradictions (other_id);

-- What happened or is planned, over all articles, in order of date
CREATE TABLE events (
    -- the article's id and the mention's number where it is told first
    id TEXT NOT NULL,
    -- its place in order of date, from 1; open dates last
    number INTEGER NOT NULL,
    -- meeting, summit, talks, debate, visit, vote, election, decision, agreement, ...
    kind TEXT NOT NULL,
    -- its name in the registry's calendar, or the noun or verb that tells it
    what TEXT NOT NULL,
    -- happened, planned or hypothetical
    status TEXT NOT NULL,
    -- when, as far as known: 2025-02-14, 2025-02, a range a/b, or onbekend
    day TEXT NOT NULL,
    -- first day on which it can fall; NULL where nothing bounds it
    earliest DATE,
    -- last day on which it can fall, inclusive; NULL where nothing bounds it
    latest DATE,
    -- day, month, year, range, half-open or open
    precision TEXT NOT NULL,
    -- the clues for it: rule, words, the days each allows
    evidence JSON NOT NULL,
    -- where, in the articles' words
    place TEXT NOT NULL,
    -- the names of those who take part
    participants JSON NOT NULL,
    -- how many articles tell it
    articles INTEGER NOT NULL,
    -- how often they do
    mentions INTEGER NOT NULL,
    -- why these mentions are one event
    rule TEXT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX events_by_day ON events (coalesce(earliest, latest) DESC, id, earliest, latest);
CREATE INDEX events_of_kind ON events (kind, coalesce(earliest, latest) DESC, id, earliest, latest);
CREATE INDEX ix_events_number ON events (number);

-- Who takes part in an event
CREATE TABLE event_participants (
    -- the event
    event_id TEXT NOT NULL,
    -- the order in which they are told, from 1
    number INTEGER NOT NULL,
    -- who takes part
    actor_id TEXT NOT NULL,
    -- the actor's name
    actor TEXT NOT NULL,
    PRIMARY KEY (event_id, number),
    FOREIGN KEY(event_id) REFERENCES events (id),
    FOREIGN KEY(actor_id) REFERENCES actors (id)
);
CREATE INDEX ix_event_participants_actor_id ON event_participants (actor_id);

-- Where each event is told
CREATE TABLE event_mentions (
    -- the article
    article_id TEXT NOT NULL,
    -- its place in the article, from 1
    number INTEGER NOT NULL,
    -- the event that it tells
    event_id TEXT NOT NULL,
    -- of the event, as told here
    kind TEXT NOT NULL,
    -- happened, planned or hypothetical, as told here
    status TEXT NOT NULL,
    -- the verb or noun that tells it
    text TEXT NOT NULL,
    -- where it begins in the text
    start INTEGER NOT NULL,
    -- where it ends, exclusive
    stop INTEGER NOT NULL,
    -- where, as told here
    place TEXT NOT NULL,
    -- the names of those who take part, as told here
    participants JSON NOT NULL,
    -- number of its time among those of the article; NULL where none is told
    time INTEGER,
    -- entry in the registry's calendar; empty where it is not there
    named TEXT NOT NULL,
    -- number of the earlier mention in the article that it takes up; else NULL
    again INTEGER,
    -- the sentence that it stands in
    sentence TEXT NOT NULL,
    -- where that begins in the text
    sentence_start INTEGER NOT NULL,
    -- where it ends, exclusive
    sentence_stop INTEGER NOT NULL,
    -- why this tells an event
    rule TEXT NOT NULL,
    -- the word-list entry behind that rule
    entry TEXT NOT NULL,
    -- why this status
    status_rule TEXT NOT NULL,
    -- the word that decided it
    status_entry TEXT NOT NULL,
    PRIMARY KEY (article_id, number),
    FOREIGN KEY(article_id) REFERENCES articles (id),
    FOREIGN KEY(event_id) REFERENCES events (id)
);
CREATE INDEX ix_event_mentions_event_id ON event_mentions (event_id);

-- Who says something of whom, and how often
CREATE TABLE speaks_of (
    -- who says something
    speaker_id TEXT NOT NULL,
    -- of whom: he is named or meant in what is said
    actor_id TEXT NOT NULL,
    -- in how many statements
    statements INTEGER NOT NULL,
    PRIMARY KEY (speaker_id, actor_id),
    FOREIGN KEY(speaker_id) REFERENCES actors (id),
    FOREIGN KEY(actor_id) REFERENCES actors (id)
);
CREATE INDEX speaks_of_most ON speaks_of (speaker_id, statements);
CREATE INDEX spoken_of_most ON speaks_of (actor_id, statements);

-- How many articles there are of which days
CREATE TABLE coverage (
    -- from 1, by first day
    number INTEGER NOT NULL,
    -- first day on which these can have been published; NULL where nothing bounds it
    earliest DATE,
    -- last day on which these can have been published, inclusive; NULL where nothing bounds it
    latest DATE,
    -- how many articles
    articles INTEGER NOT NULL,
    PRIMARY KEY (number)
);

-- What a screen counts, counted when the dossier was made
CREATE TABLE tallies (
    -- rows of a table, articles of an outlet, members of a party, positions or actors on an issue,
    -- ...
    what TEXT NOT NULL,
    -- the issue; empty where it is of none
    "of" TEXT NOT NULL,
    -- the table, the outlet, the party, the stance or the actor; empty where all are meant
    value TEXT NOT NULL,
    -- how many
    number INTEGER NOT NULL,
    PRIMARY KEY (what, "of", value)
);
CREATE INDEX tallies_most ON tallies (what, "of", number);

-- What stands of each article in this file, so that a build writes what has changed
CREATE TABLE written (
    -- the article
    article_id TEXT NOT NULL,
    -- hash of all that the rows of the article are made of: where it is as it was, they are
    digest TEXT NOT NULL,
    -- what it adds to `word_forms`: [[form, lemma, occurrences], ...]
    words JSON NOT NULL,
    -- what it adds to `speaks_of`: [[speaker_id, actor_id, statements], ...]
    speaks JSON NOT NULL,
    PRIMARY KEY (article_id),
    FOREIGN KEY(article_id) REFERENCES articles (id)
);

-- What was found by setting the articles beside each other, so that a build compares what is new
CREATE TABLE compared (
    -- the article
    article_id TEXT NOT NULL,
    -- digest of the article that was compared
    digest TEXT NOT NULL,
    -- fingerprint of what had read it
    read_by TEXT NOT NULL,
    -- what others need to know of it and have in common with it, as JSON
    found TEXT NOT NULL,
    PRIMARY KEY (article_id),
    FOREIGN KEY(article_id) REFERENCES articles (id)
);

-- Which dictionary form a word has in these articles, so that a search needs no language model
CREATE TABLE word_forms (
    -- a word as the articles have it, small letters without accents
    form TEXT NOT NULL,
    -- its dictionary form, written the same way
    lemma TEXT NOT NULL,
    -- how often it stands for that
    occurrences INTEGER NOT NULL,
    PRIMARY KEY (form, lemma)
);
CREATE INDEX word_forms_by_lemma ON word_forms (lemma);

CREATE VIRTUAL TABLE articles_fts USING fts5(title, text, lemmas, content='articles', tokenize='unicode61 remove_diacritics 2');

CREATE VIRTUAL TABLE statements_fts USING fts5(content, speaker, lemmas, content='statements', tokenize='unicode61 remove_diacritics 2');

CREATE VIEW what_changed AS SELECT now.issue_id AS issue, now.actor, then_.actor AS held_before_by, then_.stance AS stance_before, then_.held AS held_before, then_.sentence AS sentence_before, now.stance, now.held, now.sentence, line, offices FROM shifts JOIN positions AS now ON now.id = after_id JOIN positions AS then_ ON then_.id = before_id;

CREATE VIEW who_said_what AS SELECT published, speaker, content, form, article, sentence, confidence FROM statements WHERE speaker <> '' ORDER BY published_earliest NULLS LAST, article_id, number;

CREATE VIEW what_happened_when AS SELECT day, status, kind, what, place, participants, articles FROM events ORDER BY number;

CREATE VIEW who_left_out_what AS SELECT utterance_id, speaker, content, lacks, adds, article, published FROM witnesses JOIN statements ON statements.id = statement_id WHERE CAST(lacks AS TEXT) <> '[]' OR CAST(adds AS TEXT) <> '[]' ORDER BY published_earliest NULLS LAST, utterance_id, statement_id;

CREATE VIEW who_spoke_when AS SELECT told.speaker, min(published_earliest) AS first, max(published_latest) AS last, count(DISTINCT utterance_id) AS statements, count(DISTINCT statements.article_id) AS articles FROM utterances AS told JOIN witnesses ON utterance_id = told.id JOIN statements ON statements.id = statement_id WHERE told.speaker <> '' GROUP BY told.speaker_id, told.speaker ORDER BY statements DESC, told.speaker;
