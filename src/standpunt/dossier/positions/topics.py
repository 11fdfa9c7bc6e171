"""Which issue some words of an article are about: named in them, in their sentence, or carried over from what was
spoken of. Where words name several, it is the one whose own words they have most."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from standpunt.dossier.issues.naming import Named, Naming, Word, words_of
from standpunt.dossier.positions.opposites import is_ending, stops, turned
from standpunt.model import Attitude, ConditionMention, DatedArticle, Span, Stance
from standpunt.reading.attitudes.back import ACTS

_BEFORE = (-1, -2, -3)
"""How far back an issue may have been named to be still spoken of in the same paragraph."""
_POINTED = (-1, -2, -3, -4)
"""The same for words that point back, from the paragraph before too (an answer to a question)."""
_ALIKE = 0.45
"""The least share of the words of label and proposal that words without a term of an issue must have to be about it."""
# `zij wil het plan bespreken`: what somebody will do with something far back is not what he wants of it.
_OWN_VERBS = frozenset(("modal", "plan", "meant"))
_MOSTLY = 2
"""How many times as often as any other an article names the issue that it is about."""
_COMPLEMENT = 3
"""Words between a noun for an act and the issue: `deelname aan een vredesmissie`."""
_OF = frozenset("aan van in tot voor met".split())
# Behind these comes why or how, and not what somebody is for or against.
_ASIDE = re.compile(r"\b(?:omdat|zodat|terwijl|waardoor|waarbij|waarmee|want|nadat|voordat|om|aangezien)\b")
# `tegen` up to four words before the end, with nothing else to govern it between.
_AGAINST = re.compile(r"\w[^\w.,;:]+tegen(?:[^\w.,;:]+\w+){0,4}[^\w.,;:]*\Z")


class Topic(NamedTuple):
    """An issue, how it was found (`named`, `sentence`, `carried`), and whether by a word for its opposite."""

    issue: str
    near: str
    against: bool = False


class Topics:
    """The issues of one article by place."""

    def __init__(self, dated: DatedArticle, naming: Naming) -> None:
        self._naming, self._text = naming, dated.article.text
        self._blocks = dated.article.blocks
        self._sentences = dated.reading.sentences
        self._reading = dated.reading
        self._words = list(words_of(dated.article.text, dated.reading))
        named = naming.find(dated.article.text, dated.reading)
        self._named = [*named, *self._acts(named)]

    def _acts(self, named: Sequence[Named]) -> Iterator[Named]:
        """Nouns for an act that stand alone where the article has them with an issue too: `een eventuele deelname`
        beside `deelname aan een vredesmissie`."""
        starts = {each.span.start: each for each in named}
        acts: dict[str, list[Named | None]] = defaultdict(list)
        alone = []
        for place, word in enumerate(self._words):
            if word.forms[0] in ACTS:
                behind = self._words[place + 1 : place + 2 + _COMPLEMENT]
                about = next((starts[w.span.start] for w in behind if w.span.start in starts), None)
                acts[word.forms[0]].append(about)
                if about is None and not (behind and behind[0].forms[0] in _OF):
                    alone.append(word)
        for word in alone:
            about = next((each for each in acts[word.forms[0]] if each is not None), None)
            if about is not None:
                yield about._replace(span=word.span, head=True)

    def of_attitude(self, attitude: Attitude) -> Sequence[Topic]:
        """The issues that an attitude is towards, other than by the name of whose it is. They are carried over where
        its words point back; an act is one only where it is what the issue proposes."""
        if not self._named:
            return ()
        spans = (*self._core(attitude.target), attitude.cue)
        # a word against an issue that is the judgement itself does not turn it once more
        named = [
            each._replace(against=False) if each.span == attitude.cue else each
            for each in self._named
            if not self._is_holder(attitude.holder, each.span)
        ]
        found = self._best(self._in(named, spans, "named"), spans)
        if not found:
            spans = (*attitude.target, attitude.cue)
            found = self._best(self._in(named, spans, "named"), spans)
        if attitude.why.rule == "deed":
            return [each for each in found if self._naming.proposes(each.issue, attitude.why.entry)]
        if not found and not attitude.refers:
            found = self._alike(attitude)
        if found or not attitude.refers:
            return self._turned(self._undone(found, attitude), attitude.target, attitude.cue)
        at = self._sentence(attitude.cue.start)
        around = self._best(self._in(named, [self._sentences[at]], "sentence"), [self._sentences[at]])
        found = around or self._carried(at, _POINTED, beyond=1)
        if not found and attitude.why.rule not in _OWN_VERBS:
            found = self._mostly()
        return self._turned(found, attitude.target, attitude.cue)

    def _undone(self, topics: Sequence[Topic], attitude: Attitude) -> Sequence[Topic]:
        """With the side turned where somebody undoes what an issue proposes to undo (`schaft de taks af`)."""
        if attitude.stance is not Stance.OPPOSE or not is_ending(attitude.why.entry):
            return topics
        said = [form for word in self._words_in(attitude.target) for form in word.forms]
        return [
            each._replace(against=not each.against)
            if stops(self._naming.proposal(each.issue), said)
            else each
            for each in topics
        ]

    def of_condition(self, condition: ConditionMention) -> Sequence[Topic]:
        """The issues that a condition is set on: what hangs on it comes first, its own words last. A demand on a thing
        is one where the thing is the issue, and what is demanded is not the proposal itself."""
        if not self._named:
            return ()
        hanging = self._best(self._in(self._named, condition.applies, "named"), condition.applies)
        if not condition.demand:
            at = self._sentence(condition.span.start)
            outside = [each for each in self._named if not condition.span.contains(each.span)]
            around = self._in(outside, [self._sentences[at]], "sentence")
            return (
                hanging
                or self._best(around, [self._sentences[at]])
                or self._carried(at, (*_BEFORE, 1))
                or self._best(self._in(self._named, [condition.span], "named"), [condition.span])
                or self._mostly()
            )
        thing = Span(condition.applies[0].start, condition.applies[-1].end)
        asked = [
            self._text[condition.span.start : max(condition.span.start, thing.start)],
            self._text[min(thing.end, condition.span.end) : condition.span.end],
        ]
        words = re.findall(r"\w+", " ".join(asked))
        whole = [each for each in self._named if thing.contains(each.span)]
        hanging = [topic for topic in hanging if any(each.issue == topic.issue for each in whole)]
        return [topic for topic in hanging if not self._naming.tells(topic.issue, words)]

    def inside(self, span: Span) -> Sequence[Topic]:
        """The issues that are named in some words."""
        return self._turned(self._best(self._in(self._named, [span], "named"), [span]), [span])

    def _core(self, target: Sequence[Span]) -> list[Span]:
        """The words of a target up to its reasons, purposes and circumstances."""
        core: list[Span] = []
        for span in target:
            aside = _ASIDE.search(self._text, span.start + 1, span.end)
            if aside is not None:
                return [*core, Span(span.start, aside.start())]
            core.append(span)
        return core

    def _is_holder(self, chain: int | None, span: Span) -> bool:
        if chain is None:
            return False
        mentions = self._reading.chains[chain].mentions
        return any(self._reading.mentions[index].span.contains(span) for index in mentions)

    def _carried(self, at: int, beside: Sequence[int], beyond: int = 0) -> Sequence[Topic]:
        """What was named in a sentence beside this one, in the same paragraph or so many before."""
        block = self._block(self._sentences[at].start)
        for place in (at + step for step in beside):
            if 0 <= place < len(self._sentences):
                there = self._sentences[place]
                if 0 <= block - self._block(there.start) <= beyond:
                    found = self._best(self._in(self._named, [there], "carried"), [there])
                    if found:
                        return found
        return ()

    def _alike(self, attitude: Attitude) -> Sequence[Topic]:
        """The issue of the article whose label and proposal an attitude's words share much with, though none of its
        terms."""
        words = self._words_in(attitude.target)
        have = {f for word in words if not self._is_holder(attitude.holder, word.span) for f in word.forms}
        shared = {
            issue: self._naming.relevance(issue, have) for issue in {each.issue for each in self._named}
        }
        best = max(shared, key=lambda issue: (shared[issue], issue), default=None)
        return [Topic(best, "named")] if best is not None and shared[best] >= _ALIKE else []

    def _mostly(self) -> Sequence[Topic]:
        """The issue that the article names most, if it is one."""
        counted = Counter(each.issue for each in self._named if not each.head).most_common(2)
        if not counted or len(counted) > 1 and counted[0][1] < _MOSTLY * counted[1][1]:
            return ()
        return [Topic(counted[0][0], "carried")]

    def _in(self, named: Sequence[Named], spans: Iterable[Span], near: str) -> list[Topic]:
        spans = list(spans)
        found = [each for each in named if any(span.overlaps(each.span) for span in spans)]
        straight = {each.issue for each in found if not each.against}
        return list(dict.fromkeys(Topic(each.issue, near, each.issue not in straight) for each in found))

    def _best(self, topics: Sequence[Topic], spans: Sequence[Span]) -> Sequence[Topic]:
        """Of several issues the one, or those, whose proposal these words share most with."""
        if len(topics) < 2:
            return topics
        have = self._forms(spans)
        shared = {topic: self._naming.relevance(topic.issue, have) for topic in topics}
        return [topic for topic in topics if shared[topic] >= max(shared.values())]

    def _turned(
        self, topics: Sequence[Topic], spans: Sequence[Span], cue: Span | None = None
    ) -> Sequence[Topic]:
        """With the side turned where the words undo what the issue proposes or name the opposite of its doing, and
        where they are about something against it (`bezwaren tegen de brug`); the cue says what is done with it all."""
        words = [word for word in self._words_in(spans) if word.span != cue]
        said = [*(word.forms[0] for word in words), *(form for word in words for form in word.forms[1:])]
        return [
            each._replace(against=not each.against)
            if not each.against
            and turned(self._naming.proposal(each.issue), said) != self._opposed(each, spans)
            else each
            for each in topics
        ]

    def _opposed(self, topic: Topic, spans: Sequence[Span]) -> bool:
        """`bezwaren tegen de brug`: inside the words, `tegen` governs the issue's name."""
        if "tegen" in self._naming.proposal(topic.issue):
            return False
        for span in spans:
            for each in self._named:
                if each.issue == topic.issue and span.contains(each.span):
                    return bool(_AGAINST.search(self._text, span.start + 1, each.span.start))
        return False

    def _forms(self, spans: Sequence[Span]) -> set[str]:
        return {form for word in self._words_in(spans) for form in word.forms}

    def _words_in(self, spans: Sequence[Span]) -> list[Word]:
        return [word for word in self._words if any(span.contains(word.span) for span in spans)]

    def _sentence(self, offset: int) -> int:
        return next(
            (i for i, s in enumerate(self._sentences) if s.start <= offset < s.end), len(self._sentences) - 1
        )

    def _block(self, offset: int) -> int:
        return next((i for i, b in enumerate(self._blocks) if b.span.start <= offset < b.span.end), -1)
