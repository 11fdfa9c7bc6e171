"""Utterances: the same words of one speaker in several articles were said once, and each article is a witness.

    gather(articles, stories) → utterances in the order of the articles
    compare(articles, stories, known, read) → those of several witnesses, and the pairs by which they are

Between copies of one story all that is said is compared, reported speech too: it was written once. Elsewhere only words
in quotation marks are, since two reporters who put the same thing in their own words heard it, for all we know, twice.
Of these the shorter must stand in the longer, word for word or nearly so, within two weeks. Nobody can be named in a
copy that left out who speaks: within a story he is who says it elsewhere. One article is never two witnesses.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import islice

from standpunt.dossier.gist import Compared, SaidAgain
from standpunt.dossier.grouping import Days, Pair, Sweep, join, near
from standpunt.dossier.outline import Outlined
from standpunt.dossier.pile import Held, Read
from standpunt.dossier.wordings import Wording, difference, likeness, wording, words_of
from standpunt.language import quotations
from standpunt.model import (
    Article,
    DatedArticle,
    Form,
    Reading,
    Reason,
    Story,
    Utterance,
    Witness,
)  # fmt: skip

WINDOW = 14
"""Days between the first and the last article that gives the same words as said once; behind them somebody repeats
himself."""
_RUN = 4
"""Words: fewer (`dat klopt`) are said again and again, and make nothing one outside a story. Only what has so many in a
row in common is compared."""
_AT_ONCE = 200
"""Groups whose articles are read together."""
_ALONE = Reason("one witness")

Told = tuple[str, int]
"""A statement: the id of its article, and its index there."""


@dataclass(frozen=True, slots=True, eq=False)
class _Said:
    """What a statement is compared by: its story where that has several articles, the actor who speaks (empty where
    unknown), the words of its content where it has a story and, of these, those between quotation marks."""

    story: str
    speaker: str
    words: tuple[str, ...]
    quoted: tuple[str, ...]

    @property
    def keys(self) -> set[tuple[str, ...]]:
        """What two statements must share one of to be compared."""
        keys = set()
        if self.story:
            starts = range(max(1, len(self.words) - _RUN + 1))
            keys = {("story", self.story, *self.words[at : at + _RUN]) for at in starts}
        if self.speaker:
            starts = range(len(self.quoted) - _RUN + 1)
            keys |= {("speaker", self.speaker, *self.quoted[at : at + _RUN]) for at in starts}
        return keys


class _Numbers:
    """The statements of all articles by a number that keeps their order; gives the days of each."""

    _MOST = 1 << 20
    """Statements of one article at the most."""

    def __init__(self, articles: Sequence[Outlined]) -> None:
        self._articles = articles
        self._at = {article.id: at for at, article in enumerate(articles)}

    def of(self, told: Told) -> int:
        return self._at[told[0]] * self._MOST + told[1]

    def article(self, number: int) -> Outlined:
        return self._articles[number // self._MOST]

    def told(self, number: int) -> Told:
        return self.article(number).id, number % self._MOST

    def speaker(self, number: int) -> str:
        return self.article(number).speakers[number % self._MOST]

    def __getitem__(self, number: int) -> Days:
        return Days.of(self.article(number).published)


def gather(articles: Sequence[DatedArticle], stories: Sequence[Story]) -> tuple[Utterance, ...]:
    """Every statement of the articles in one utterance. The articles are given in the order of the dossier."""
    outlined = [Outlined.of(dated) for dated in articles]
    read = Held((dated.article, dated.reading) for dated in articles).read
    return tuple(every(outlined, compare(outlined, stories, {}, read)[0]))


def every(articles: Iterable[Outlined], shared: Iterable[Utterance]) -> Iterator[Utterance]:
    """All utterances in the order of the articles, with those that several witnesses share."""
    given = {told: one for one in shared for told in _told(one)}
    for article in articles:
        for number, speaker in enumerate(article.speakers):
            one = given.get((article.id, number)) or alone(article.id, number, speaker)
            if next(_told(one)) == (article.id, number):
                yield one


def spoken(articles: Iterable[Outlined], shared: Iterable[Utterance]) -> Counter[str]:
    """How many utterances each actor makes, by his id."""
    given = {told for one in shared for told in _told(one)}
    counts = Counter(one.speaker for one in shared)
    for article in articles:
        counts.update(who for at, who in enumerate(article.speakers) if (article.id, at) not in given)
    return counts


def alone(article: str, number: int, speaker: str) -> Utterance:
    """What one statement alone gives."""
    return Utterance(_id((article, number)), speaker, (Witness(article, number),), 0, _ALONE)


def compare(
    articles: Sequence[Outlined], stories: Iterable[Story], known: Mapping[str, Compared], read: Read
) -> tuple[tuple[Utterance, ...], Mapping[str, Sequence[SaidAgain]]]:
    """The utterances of several witnesses, and, by article, the statements that are alike. `known` has those articles
    whose statements, speakers, moment and story are as they were: two of them are not compared again."""
    numbers = _Numbers(articles)
    pairs = {
        Pair(numbers.of((id, again.statement)), numbers.of((again.article, again.its)), again.likeness)
        for id, found in known.items()
        for again in found.said
        if again.article in known
    }
    pairs = {pair for pair in pairs if pair.one < pair.other}
    shared = {id: story.id for story in stories if len(story.articles) > 1 for id in story.articles}
    pairs.update(_pairs(articles, numbers, shared, known.keys(), read))

    def may_join(here: Sequence[int], there: Sequence[int]) -> bool:
        both = (*here, *there)
        speakers = {numbers.speaker(at) for at in both} - {""}
        return len(speakers) < 2 and len({numbers.told(at)[0] for at in both}) == len(both)

    groups = [group for group, _ in join(numbers, pairs, WINDOW, may_join)]
    again: dict[str, list[SaidAgain]] = defaultdict(list)
    for pair in sorted(pairs):
        one, other = numbers.told(pair.one), numbers.told(pair.other)
        again[one[0]].append(SaidAgain(one[1], *other, pair.likeness))
        again[other[0]].append(SaidAgain(other[1], *one, pair.likeness))
    return tuple(_utterances(groups, numbers, known, read)), again


def _pairs(
    articles: Sequence[Outlined],
    numbers: _Numbers,
    stories: Mapping[str, str],
    known: AbstractSet[str],
    read: Read,
) -> Iterator[Pair]:
    """Statements of one speaker or story that have a run of words in common and are alike enough, one of them not
    known. Articles are taken by their first day, and their words forgotten once none can be near."""
    held: dict[int, tuple[_Said, set[tuple[str, ...]]]] = {}
    sharing: dict[tuple[str, ...], list[int]] = defaultdict(list)

    def forget(number: int) -> None:
        for key in held.pop(number)[1]:
            sharing[key].remove(number)
            if not sharing[key]:
                del sharing[key]

    days, sweep = [Days.of(article.published) for article in articles], Sweep(WINDOW, forget)
    fresh = [at for at, article in enumerate(articles) if article.id not in known]
    order = sorted(near(days, fresh, WINDOW), key=lambda at: (days[at].earliest, at))
    for at, (article, reading) in zip(order, read(articles[at].id for at in order), strict=True):
        own = []
        for index, said in _said(articles[at], article, reading, stories.get(article.id, "")):
            number, keys = numbers.of((article.id, index)), said.keys
            sweep.take(number, days[at])
            for other in {other for key in keys for other in sharing.get(key, ())}:
                if article.id not in known or numbers.told(other)[0] not in known:
                    alike = _alike(said, held[other][0])
                    if alike:
                        yield Pair(min(number, other), max(number, other), alike)
            held[number] = said, keys
            own.append(number)
        for number in own:  # of one article none is set beside another
            for key in held[number][1]:
                sharing[key].append(number)


def _said(outlined: Outlined, article: Article, reading: Reading, story: str) -> Iterator[tuple[int, _Said]]:
    """The statements of an article that can be compared with others, by their index."""
    mixed = any(each.form is Form.MIXED for each in reading.statements)
    marks = [found.inner for found in quotations.find(article.text, article.blocks)] if mixed else []
    for index, (statement, speaker) in enumerate(zip(reading.statements, outlined.speakers, strict=True)):
        words = words_of(article.text, statement.content)
        match statement.form:
            case Form.DIRECT:
                quoted = words
            case Form.MIXED:
                quoted = wording(article.text, statement.content).within(marks).words
            case _:
                quoted = ()
        said = _Said(story, speaker, words if story else (), quoted)
        if said.keys:
            yield index, said


def _alike(one: _Said, other: _Said) -> float:
    """How alike the words are; 0 where they are not those of one utterance."""
    if one.story and one.story == other.story:
        return likeness(one.words, other.words)
    return likeness(one.quoted, other.quoted) if one.speaker == other.speaker else 0.0


def _utterances(
    groups: Iterable[Sequence[int]], numbers: _Numbers, known: Mapping[str, Compared], read: Read
) -> Iterator[Utterance]:
    """One of each group, in their order; a group of which all are known is as it was."""
    had = {tuple(_told(one)): one for found in known.values() for one in found.shared}
    left = iter(groups)
    while some := list(islice(left, _AT_ONCE)):
        told = [tuple(map(numbers.told, group)) for group in some]
        new = {each for each in told if each not in had or any(id not in known for id, _ in each)}
        ids = sorted({id for each in new for id, _ in each})
        texts = dict(zip(ids, read(ids), strict=True))
        for each, group in zip(told, some, strict=True):
            if each in new:
                words = [_wording(*texts[id], index) for id, index in each]
                yield _utterance(each, words, max(map(numbers.speaker, group)))  # the only one who is known
            else:
                yield had[each]


def _told(utterance: Utterance) -> Iterator[Told]:
    return ((each.article, each.statement) for each in utterance.witnesses)


def _wording(article: Article, reading: Reading, index: int) -> Wording:
    return wording(article.text, reading.statements[index].content)


def _utterance(group: Sequence[Told], words: Sequence[Wording], speaker: str) -> Utterance:
    fullest = max(range(len(group)), key=lambda at: (len(words[at].words), -at))
    witnesses = tuple(
        Witness(*told, *(((), ()) if at == fullest else difference(words[at], words[fullest])))
        for at, told in enumerate(group)
    )
    return Utterance(_id(group[0]), speaker, witnesses, fullest, Reason(_rule(witnesses)))


def _id(first: Told) -> str:
    return f"{first[0]}-u{first[1] + 1}"


def _rule(witnesses: Sequence[Witness]) -> str:
    if any(each.adds for each in witnesses):
        return "nearly the same words"
    return "shortened" if any(each.lacks for each in witnesses) else "the same words"
