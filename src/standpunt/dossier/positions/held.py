"""When a position was held: when the article says that it was said, before the article where it recalls it, else when
the article was published."""

import datetime
import re

from standpunt import lexicon
from standpunt.model import DatedArticle, Moment, Span

RECALL = lexicon.read(__package__, "recall.nl.toml", {"recall": lexicon.Entry})["recall"]
_RECALLED = re.compile(r"\b(?:" + "|".join(map(re.escape, RECALL)) + r")\b", re.IGNORECASE)
# `steunt eerder een brug dan een tunnel`: rather, not before.
_RATHER = re.compile(r"\beerder\b[^.]*\bdan\b", re.IGNORECASE)


def recalls(sentence: str) -> bool:
    """Whether a sentence tells what was held before."""
    return bool(_RECALLED.search(sentence)) and not _RATHER.search(sentence)


def held(dated: DatedArticle, shown: Span, statement: int | None) -> Moment:
    """The days of the position that these words show; what they rest on stands with the article or the time."""
    sentence = next((s for s in dated.reading.sentences if s.contains(shown)), shown)
    if recalls(sentence.of(dated.article.text)):
        first = dated.published.earliest
        return Moment(None, first - datetime.timedelta(1) if first else None)
    said = dated.reading.statements[statement].said if statement is not None else None
    if said is not None and dated.times and dated.times[said].moment.latest is not None:
        return _days(dated.times[said].moment)
    return _days(dated.published)


def _days(moment: Moment) -> Moment:
    return Moment(moment.earliest, moment.latest)
