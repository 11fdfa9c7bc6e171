"""Utterances: the same words of one speaker in several articles were said once, and each article is a witness.

    gather(articles, stories) → utterances in the order of the articles

Between copies of one story all that is said is compared, reported speech too: it was written once. Elsewhere only words
in quotation marks are, since two reporters who put the same thing in their own words heard it, for all we know, twice.
Of these the shorter must stand in the longer, word for word or nearly so, within two weeks. Nobody can be named in a
copy that left out who speaks: within a story he is who says it elsewhere. One article is never two witnesses.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from standpunt.dossier.grouping import Days, Pair, join, sweep
from standpunt.dossier.wordings import Wording, difference, likeness, wording, words_of
from standpunt.language import quotations
from standpunt.model import DatedArticle, Form, Reason, Span, Story, Utterance, Witness

WINDOW = 14
"""Days between the first and the last article that gives the same words as said once; behind them somebody repeats
himself."""
_RUN = 4
"""Words: fewer (`dat klopt`) are said again and again, and make nothing one outside a story. Only what has so many in a
row in common is compared."""


@dataclass(frozen=True, slots=True, eq=False)
class _Said:
    """A statement with what it is compared by: its story where that has several articles, the actor who speaks (empty
    where unknown), the words of its content and, of these, those between quotation marks."""

    article: str
    number: int
    story: str
    speaker: str
    words: tuple[str, ...]
    quoted: tuple[str, ...]


def gather(articles: Sequence[DatedArticle], stories: Sequence[Story]) -> tuple[Utterance, ...]:
    """Every statement of the articles in one utterance. The articles are given in the order of the dossier."""
    shared = {id: story.id for story in stories if len(story.articles) > 1 for id in story.articles}
    said = [each for article in articles for each in _said(article, shared.get(article.article.id, ""))]
    published = {article.article.id: Days.of(article.published) for article in articles}
    days = [published[each.article] for each in said]

    def may_join(here: Sequence[int], there: Sequence[int]) -> bool:
        both = [said[at] for at in (*here, *there)]
        speakers = {each.speaker for each in both if each.speaker}
        return len(speakers) < 2 and len({each.article for each in both}) == len(both)

    groups = sorted(group for group, _ in join(days, _pairs(said, days), WINDOW, may_join))
    by_id = {each.article.id: each for each in articles}
    return tuple(_utterance([said[at] for at in group], by_id) for group in groups)


def _said(dated: DatedArticle, story: str) -> Iterator[_Said]:
    text, statements = dated.article.text, dated.reading.statements
    marked: list[Span] = []
    if any(each.form is Form.MIXED for each in statements):
        marked = [found.inner for found in quotations.find(text, dated.article.blocks)]
    for number, statement in enumerate(statements):
        words = words_of(text, statement.content)
        speaker = dated.actors[statement.speaker] if statement.speaker is not None else ""
        quoted: tuple[str, ...] = ()
        if statement.form is Form.DIRECT:
            quoted = words
        elif statement.form is Form.MIXED:
            quoted = wording(text, statement.content).within(marked).words
        yield _Said(dated.article.id, number, story, speaker, words, quoted)


def _pairs(said: Sequence[_Said], days: Sequence[Days]) -> Iterator[Pair]:
    """Statements of one speaker or story that have a run of words in common and are alike enough."""
    sharing: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, each in enumerate(said):
        for key in _keys(each):
            sharing[key].append(at)
    seen: set[tuple[int, int]] = set()
    for members in sharing.values():
        for at, near in sweep([(each, days[each]) for each in members], WINDOW):
            for other in near:
                pair = min(at, other), max(at, other)
                if pair not in seen and said[at].article != said[other].article:
                    seen.add(pair)
                    alike = _alike(said[pair[0]], said[pair[1]])
                    if alike:
                        yield Pair(*pair, alike)


def _keys(each: _Said) -> set[tuple[str, ...]]:
    """What two statements must share one of to be compared."""
    keys = set()
    if each.story:
        words = each.words
        starts = range(max(1, len(words) - _RUN + 1))
        keys = {("story", each.story, *words[at : at + _RUN]) for at in starts}
    if each.speaker:
        starts = range(len(each.quoted) - _RUN + 1)
        keys |= {("speaker", each.speaker, *each.quoted[at : at + _RUN]) for at in starts}
    return keys


def _alike(one: _Said, other: _Said) -> float:
    """How alike the words are; 0 where they are not those of one utterance."""
    if one.story and one.story == other.story:
        return likeness(one.words, other.words)
    return likeness(one.quoted, other.quoted) if one.speaker == other.speaker else 0.0


def _utterance(group: Sequence[_Said], articles: Mapping[str, DatedArticle]) -> Utterance:
    fullest = max(range(len(group)), key=lambda at: (len(group[at].words), -at))

    def witness(each: _Said) -> Witness:
        if each is group[fullest]:
            return Witness(each.article, each.number)
        here, there = (_wording(articles[one.article], one.number) for one in (each, group[fullest]))
        return Witness(each.article, each.number, *difference(here, there))

    witnesses = tuple(map(witness, group))
    return Utterance(
        id=f"{group[0].article}-u{group[0].number + 1}",
        speaker=next((each.speaker for each in group if each.speaker), ""),
        witnesses=witnesses,
        fullest=fullest,
        reason=Reason(_rule(witnesses)),
    )


def _wording(dated: DatedArticle, number: int) -> Wording:
    return wording(dated.article.text, dated.reading.statements[number].content)


def _rule(witnesses: Sequence[Witness]) -> str:
    if len(witnesses) == 1:
        return "one witness"
    if any(each.adds for each in witnesses):
        return "nearly the same words"
    return "shortened" if any(each.lacks for each in witnesses) else "the same words"
