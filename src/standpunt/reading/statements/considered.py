"""Which cues an article has, whether or not a statement came of them: why did a sentence give none?"""

from collections.abc import Iterator

from standpunt.language.analysis import Analysis
from standpunt.model import Span
from standpunt.reading.statements import cues, markers
from standpunt.reading.statements.periods import divide


def considered(analysis: Analysis) -> Iterator[tuple[Span, str]]:
    """The place and the word-list entry of every reporting verb and source marker, each once, by period."""
    seen: set[tuple[Span, str]] = set()
    for period in divide(analysis):
        spoken = (analysis.within(each.quotation.inner) for each in period.spoken)
        for tokens in (period.outer, *spoken):
            found = [(each.token.span, each.verb.key) for each in cues.find(analysis, tokens)]
            found += [(each.token.span, each.key) for each in markers.find(analysis, tokens)]
            for each in sorted(found):
                if each not in seen:
                    seen.add(each)
                    yield each
