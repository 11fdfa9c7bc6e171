"""Utterances: the same words of one speaker in several articles were said once, and each article is a witness.

    gather(articles, stories) → utterances in the order of the articles
    compare(articles, stories, known) → the same, and the pairs by which they are

Between copies of one story all that is said is compared, reported speech too: it was written once. Elsewhere only words
in quotation marks are, since two reporters who put the same thing in their own words heard it, for all we know, twice.
Of these the shorter must stand in the longer, word for word or nearly so, within two weeks. Nobody can be named in a
copy that left out who speaks: within a story he is who says it elsewhere. One article is never two witnesses.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from standpunt.dossier.grouping import Days, Pair, join, near, sweep
from standpunt.dossier.wordings import Wording, difference, likeness, wording, words_of
from standpunt.language import quotations
from standpunt.model import DatedArticle, Form, Reason, SaidAgain, Statement, Story, Utterance, Witness

WINDOW = 14
"""Days between the first and the last article that gives the same words as said once; behind them somebody repeats
himself."""
_RUN = 4
"""Words: fewer (`dat klopt`) are said again and again, and make nothing one outside a story. Only what has so many in a
row in common is compared."""


@dataclass(frozen=True, eq=False)
class _Said:
    """A statement with what it is compared by: its story where that has several articles, the actor who speaks (empty
    where unknown), the words of its content and, of these, those between quotation marks."""

    dated: DatedArticle
    number: int
    story: str
    speaker: str

    @property
    def article(self) -> str:
        return self.dated.article.id

    @property
    def statement(self) -> Statement:
        return self.dated.reading.statements[self.number]

    @property
    def wording(self) -> Wording:
        return wording(self.dated.article.text, self.statement.content)

    @cached_property
    def words(self) -> tuple[str, ...]:
        return words_of(self.dated.article.text, self.statement.content)

    @cached_property
    def quoted(self) -> tuple[str, ...]:
        match self.statement.form:
            case Form.DIRECT:
                return self.words
            case Form.MIXED:
                marked = quotations.find(self.dated.article.text, self.dated.article.blocks)
                return self.wording.within([found.inner for found in marked]).words
        return ()


Again = Mapping[str, Sequence[SaidAgain]]
"""By an article's id, which of its statements have words in common with one of another article."""


def gather(articles: Sequence[DatedArticle], stories: Sequence[Story]) -> tuple[Utterance, ...]:
    """Every statement of the articles in one utterance. The articles are given in the order of the dossier."""
    return compare(articles, stories, {})[0]


def compare(
    articles: Sequence[DatedArticle], stories: Sequence[Story], known: Again
) -> tuple[tuple[Utterance, ...], Again]:
    """The utterances, and the statements that are alike. `known` has those of articles whose statements, speakers,
    moment and story are as they were: two of them are not compared again."""
    shared = {id: story.id for story in stories if len(story.articles) > 1 for id in story.articles}
    said = [each for article in articles for each in _said(article, shared.get(article.article.id, ""))]
    published = {article.article.id: Days.of(article.published) for article in articles}
    days = [published[each.article] for each in said]
    place = {(each.article, each.number): at for at, each in enumerate(said)}
    pairs = {
        Pair(place[id, again.statement], place[again.article, again.its], again.likeness)
        for id, found in known.items()
        for again in found
        if again.article in known and (id, again.statement) in place
        if place[id, again.statement] < place.get((again.article, again.its), -1)
    }
    pairs.update(_pairs(said, days, {at for at, each in enumerate(said) if each.article not in known}))

    def may_join(here: Sequence[int], there: Sequence[int]) -> bool:
        both = [said[at] for at in (*here, *there)]
        speakers = {each.speaker for each in both if each.speaker}
        return len(speakers) < 2 and len({each.article for each in both}) == len(both)

    groups = sorted(group for group, _ in join(days, pairs, WINDOW, may_join))
    again: dict[str, list[SaidAgain]] = defaultdict(list)
    for pair in sorted(pairs):
        for one, other in ((said[pair.one], said[pair.other]), (said[pair.other], said[pair.one])):
            again[one.article].append(SaidAgain(one.number, other.article, other.number, pair.likeness))
    return tuple(_utterance([said[at] for at in group]) for group in groups), again


def _said(dated: DatedArticle, story: str) -> Iterator[_Said]:
    for number, speaker in enumerate(speakers(dated)):
        yield _Said(dated, number, story, speaker)


def speakers(dated: DatedArticle) -> tuple[str, ...]:
    """The id of the actor who makes each statement of an article, empty where he is not known."""
    said = (each.speaker for each in dated.reading.statements)
    return tuple(dated.actors[chain] if chain is not None else "" for chain in said)


def _pairs(said: Sequence[_Said], days: Sequence[Days], fresh: AbstractSet[int]) -> Iterator[Pair]:
    """Statements of one speaker or story that have a run of words in common and are alike enough, one of them fresh."""
    sharing: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in near(days, fresh, WINDOW):
        for key in _keys(said[at]):
            sharing[key].append(at)
    seen: set[tuple[int, int]] = set()
    for members in sharing.values():
        for at, others in sweep([(each, days[each]) for each in members], WINDOW):
            for other in others:
                pair = min(at, other), max(at, other)
                apart = said[at].article != said[other].article
                if apart and pair not in seen and not fresh.isdisjoint(pair):
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


def _utterance(group: Sequence[_Said]) -> Utterance:
    one = len(group) == 1
    fullest = 0 if one else max(range(len(group)), key=lambda at: (len(group[at].words), -at))

    def witness(each: _Said) -> Witness:
        if each is group[fullest]:
            return Witness(each.article, each.number)
        return Witness(each.article, each.number, *difference(each.wording, group[fullest].wording))

    witnesses = tuple(map(witness, group))
    return Utterance(
        id=f"{group[0].article}-u{group[0].number + 1}",
        speaker=next((each.speaker for each in group if each.speaker), ""),
        witnesses=witnesses,
        fullest=fullest,
        reason=Reason(_rule(witnesses)),
    )


def _rule(witnesses: Sequence[Witness]) -> str:
    if len(witnesses) == 1:
        return "one witness"
    if any(each.adds for each in witnesses):
        return "nearly the same words"
    return "shortened" if any(each.lacks for each in witnesses) else "the same words"
