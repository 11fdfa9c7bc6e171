"""What somebody wants, rejects, leaves open or will not tell, whatever the issue.

    attitudes = find(analysis, statements, mentions)

Three places show it: the cue of a statement (`pleit voor een verbod`), the words that are said (`er moet een verbod
komen`), and deeds that the reporter tells (`de raad stemde tegen het verbod`). Each attitude keeps the words that it is
towards; which issue these are about is known only with a codebook, and decided in `dossier.positions`.
`attitudes.nl.toml` holds the words.
"""

from collections.abc import Iterator, Sequence

from standpunt.language.analysis import Analysis, Token, cover
from standpunt.model import Attitude, Form, Mention, Reason, Role, Stance, Statement
from standpunt.reading.attitudes import own_words, verbs
from standpunt.reading.attitudes.negation import clause, negated, says_not, towards_bare
from standpunt.reading.attitudes.words import DEEDS, NOUNS, REPORTING, Shown
from standpunt.reading.mentions import mention_at

__all__ = ["find"]

OWN_SIDE = frozenset("ik wij we ons mij me onze".split())
_NOT_READ = frozenset(
    [Role.CAPTION, Role.HEADLINE, Role.HEADING, Role.PULL_QUOTE, Role.BYLINE, Role.BOILERPLATE]
)


def find(
    analysis: Analysis, statements: Sequence[Statement], mentions: Sequence[Mention]
) -> tuple[Attitude, ...]:
    """The attitudes of an article in the order of the text."""
    found = [
        attitude
        for index, statement in enumerate(statements)
        for attitude in _of_statement(analysis, index, statement, mentions)
    ]
    found += _told(analysis, statements, mentions)
    return tuple(sorted(found, key=lambda each: (each.cue.start, each.target)))


def _of_statement(
    analysis: Analysis, index: int, statement: Statement, mentions: Sequence[Mention]
) -> Iterator[Attitude]:
    if statement.declines:
        cue = statement.cue or statement.content[0]
        yield Attitude(
            Stance.DECLINES,
            statement.content,
            cue,
            Reason("declines", statement.why.entry),
            statement.speaker,
            index,
        )
        return
    if statement.why.rule == "clause of a noun":
        noun = NOUNS.get(statement.why.entry)
        if noun is not None and noun.plain is not None and statement.cue is not None:
            why = Reason("noun", statement.why.entry)
            yield Attitude(noun.plain, statement.content, statement.cue, why, statement.speaker, index)
        return
    inside = [t for span in statement.content for t in analysis.within(span)]
    shown = REPORTING.get(statement.why.entry)
    if shown is not None and statement.cue is not None and _governs(statement, shown, inside):
        stance = towards_bare(shown.read(_cue_negated(analysis, statement)), says_not(inside))
        if stance is not None:
            why = Reason("reporting verb", statement.why.entry)
            yield Attitude(stance, statement.content, statement.cue, why, statement.speaker, index)
    for tokens in _sentences(inside):
        for own in own_words.find(
            analysis, tokens, lambda source: _is_himself(source, statement.speaker, mentions)
        ):
            yield Attitude(own.stance, own.target, own.cue.span, own.why, statement.speaker, index)


def _governs(statement: Statement, shown: Shown, inside: Sequence[Token]) -> bool:
    """Whether the cue says what its words are towards: `keurt het plan af`, and not `"Dit kan niet", keurt hij af`."""
    if shown.phrase and any(t.has("VerbForm=Fin") for t in inside):
        return False
    quoted = statement.form is Form.DIRECT or statement.why.rule == "parenthesis"
    return shown.plain is Stance.SUPPORT or not quoted


def _is_himself(source: Sequence[Token], speaker: int | None, mentions: Sequence[Mention]) -> bool:
    """Whether the subject in somebody's words is himself or his side: `wij`, or his own chain."""
    if not source or source[0].lower in OWN_SIDE:
        return True
    return speaker is not None and holder_of(source, mentions) == speaker


def holder_of(source: Sequence[Token], mentions: Sequence[Mention]) -> int | None:
    """The chain that the words of a subject name."""
    mention = mention_at(mentions, cover(source)) if source else None
    return mention.chain if mention is not None else None


def _sentences(tokens: Sequence[Token]) -> list[list[Token]]:
    """The words that are said, sentence by sentence."""
    rows: dict[int, list[Token]] = {}
    for token in tokens:
        rows.setdefault(token.sentence, []).append(token)
    return list(rows.values())


def _cue_negated(analysis: Analysis, statement: Statement) -> bool:
    """A `niet` in the clause of the cue, outside what is said and outside the words of its phrase."""
    cue = statement.cue
    assert cue is not None
    sentence = next(s for s in analysis.sentences if s.span.end > cue.start)
    tokens = [
        token
        for token in analysis.of(sentence)
        if not any(span.contains(token.span) for span in statement.content)
    ]
    spot = next((i for i, token in enumerate(tokens) if cue.contains(token.span)), None)
    if spot is None:
        return False
    phrase = set(statement.why.entry.split())
    around = clause(tokens, spot)
    inside = [t for span in statement.content for t in analysis.within(span)]
    fragment = not any(t.has("VerbForm=Fin") for t in inside)
    # `pleit niet voor`, `steunt het plan niet`; and `steunt geen verbod`, where the object itself holds it
    denied = fragment and any(t.lower in ("geen", "niet") for t in inside)
    return negated(around, [t.index for t in around if t.lower in phrase]) != denied


def _told(
    analysis: Analysis, statements: Sequence[Statement], mentions: Sequence[Mention]
) -> Iterator[Attitude]:
    """Deeds that the reporter tells, outside what anybody says."""
    spans = [span for each in statements for span in (*each.content, *([each.cue] if each.cue else []))]
    said = analysis.quoted.union(token.index for span in spans for token in analysis.within(span))
    for sentence in analysis.sentences:
        if analysis.block(sentence).role in _NOT_READ:
            continue
        tokens = [token for token in analysis.of(sentence) if token.index not in said]
        done: set[int] = set()
        for shown in (*verbs.read(analysis, tokens, DEEDS), *own_words.plans(analysis, tokens)):
            holder = holder_of(shown.source, mentions)
            if holder is not None and shown.cue.index not in done:
                done.add(shown.cue.index)
                yield Attitude(shown.stance, shown.target, shown.cue.span, shown.why, holder)
