"""Which issue some words of an article are about: named in them, in their sentence, or carried over from beside it."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from standpunt.dossier.issues.naming import Naming
from standpunt.model import Attitude, ConditionMention, DatedArticle, Span

_BEFORE = (-1, -2, -3)
"""How far back an issue may have been named to be still spoken of in the same paragraph."""


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
        self._named = naming.find(dated.article.text, dated.reading)

    def of_attitude(self, attitude: Attitude) -> Sequence[Topic]:
        """The issues that an attitude is towards; carried over only into somebody's own words."""
        return self._of((*attitude.target, attitude.cue), _BEFORE if attitude.statement is not None else ())

    def of_condition(self, condition: ConditionMention) -> Sequence[Topic]:
        """The issues that a condition is set on: what hangs on it comes first. A demand on a thing is one where the
        thing is the issue, and what is demanded is not the proposal itself."""
        hanging = self._in(condition.applies, "named")
        if not condition.demand:
            return hanging or self._of((condition.span,), (*_BEFORE, 1))
        thing = Span(condition.applies[0].start, condition.applies[-1].end)
        asked = [
            self._text[condition.span.start : max(condition.span.start, thing.start)],
            self._text[min(thing.end, condition.span.end) : condition.span.end],
        ]
        words = re.findall(r"\w+", " ".join(asked))
        return [topic for topic in hanging if not self._naming.tells(topic.issue, words)]

    def _of(self, spans: Sequence[Span], beside: Sequence[int]) -> Sequence[Topic]:
        inside = self._in(spans, "named")
        if inside:
            return inside
        at = self._sentence(spans[0].start)
        around = self._in([self._sentences[at]], "sentence")
        return around or self._carried(at, beside)

    def _carried(self, at: int, beside: Sequence[int]) -> Sequence[Topic]:
        """What was named in a sentence beside this one, in the same paragraph."""
        block = self._block(self._sentences[at].start)
        for place in (at + step for step in beside):
            if 0 <= place < len(self._sentences) and self._block(self._sentences[place].start) == block:
                found = self._in([self._sentences[place]], "carried")
                if found:
                    return found
        return ()

    def _in(self, spans: Iterable[Span], near: str) -> list[Topic]:
        spans = list(spans)
        found = [each for each in self._named if any(span.overlaps(each.span) for span in spans)]
        straight = {each.issue for each in found if not each.against}
        return list(dict.fromkeys(Topic(each.issue, near, each.issue not in straight) for each in found))

    def _sentence(self, offset: int) -> int:
        return next(
            (i for i, s in enumerate(self._sentences) if s.start <= offset < s.end), len(self._sentences) - 1
        )

    def _block(self, offset: int) -> int:
        return next((i for i, b in enumerate(self._blocks) if b.span.start <= offset < b.span.end), -1)
