"""Speeches: what somebody says by himself, where the source states who speaks. There is no reporter between; what he
tells of others is told inside his words."""

from collections.abc import Iterator
from itertools import groupby

from standpunt.language.analysis import Analysis
from standpunt.model import Form, Reason
from standpunt.reading.statements.attribution import Attribution

SPEECH = "speech"


def find(analysis: Analysis) -> Iterator[Attribution]:
    """A speech is all paragraphs of one speaker below one line that names him."""
    spoken = (block for block in analysis.article.blocks if block.speaker is not None)
    for speaker, blocks in groupby(spoken, lambda block: block.speaker):
        if speaker is not None:
            content = tuple(block.span for block in blocks)
            source = tuple(analysis.within(speaker.named))
            yield Attribution(content, Form.DIRECT, Reason(SPEECH), source=source)
