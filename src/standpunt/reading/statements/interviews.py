"""Interviews: a question of the reporter's on a line of its own, and below it an answer, quoted or not."""

from collections.abc import Iterator

from standpunt.language.analysis import Analysis
from standpunt.model import Form, Reason, Role
from standpunt.reading.statements.attribution import Attribution
from standpunt.reading.statements.periods import CLOSING, QUOTE_MARKS

ANSWER = "answer in an interview"
# An explainer asks too (`Wat verandert er?`); whoever is interviewed speaks of himself.
SINGULAR = frozenset("ik mij mijn me m'n".split())
FIRST_PERSON = SINGULAR | frozenset("we wij ons onze".split())
# So many questions make an interview, and so large a share of the answers is in the first person.
QUESTIONS = 3
SHARE = 0.6
# A question is no longer, in words.
LONGEST = 60
TEXT = frozenset([Role.BODY, Role.HEADING])
_EDGES = "".join(QUOTE_MARKS) + " \n"


def questions(analysis: Analysis) -> list[int]:
    """The blocks that are a question and nothing more, outside quotation marks."""
    return [at for at in range(len(analysis.article.blocks)) if _asks(analysis, at)]


def unquoted(analysis: Analysis) -> list[Attribution]:
    """The answers of an interview that has no quotation marks: every paragraph below a question, up to the next."""
    asked = set(questions(analysis))
    if len(asked) < QUESTIONS:
        return []
    first = [at + 1 for at in sorted(asked) if _may_answer(analysis, at + 1) and at + 1 not in asked]
    own = [at for at in first if _words(analysis, at) & FIRST_PERSON]
    if (
        len(own) < QUESTIONS - 1
        or len(own) < SHARE * len(first)
        or not any(_words(analysis, at) & SINGULAR for at in own)
    ):
        return []
    return [_attribution(analysis, at) for at in _answers(analysis, asked)]


def _answers(analysis: Analysis, asked: set[int]) -> Iterator[int]:
    """Right below a question whatever stands there; further down what is in the first person."""
    answering = False
    for at in range(len(analysis.article.blocks)):
        if at in asked:
            answering = True
        elif not _may_answer(analysis, at):
            answering = False
        elif answering and (at - 1 in asked or _words(analysis, at) & FIRST_PERSON):
            yield at


def _attribution(analysis: Analysis, at: int) -> Attribution:
    return Attribution((analysis.article.blocks[at].span,), Form.INDIRECT, Reason(ANSWER))


def _asks(analysis: Analysis, at: int) -> bool:
    block = analysis.article.blocks[at]
    if block.role not in TEXT:
        return False
    words = block.span.of(analysis.text).strip()
    spoken = any(
        q.closed and q.span.start <= block.span.start and q.span.overlaps(block.span)
        for q in analysis.quotations
    )
    return words.rstrip(_EDGES).endswith("?") and not spoken and len(words.split()) <= LONGEST


def _may_answer(analysis: Analysis, at: int) -> bool:
    """A paragraph that is not in quotation marks."""
    if at >= len(analysis.article.blocks):
        return False
    block = analysis.article.blocks[at]
    text = block.span.of(analysis.text).strip()
    marked = any(q.span.start == block.span.start for q in analysis.quotations)
    return block.role is Role.BODY and not marked and text[-1:] in CLOSING


def _words(analysis: Analysis, at: int) -> set[str]:
    """The words of a paragraph outside quotation marks, in lower case."""
    within = analysis.within(analysis.article.blocks[at].span)
    return {token.lower for token in within if token.index not in analysis.quoted}
