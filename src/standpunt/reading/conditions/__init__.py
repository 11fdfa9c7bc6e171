"""What must hold before somebody will do or accept something: `alleen als Oekraïne er klaar voor is`.

    conditions = find(analysis, statements, mentions, chains)

A condition stands in one sentence (`rules`), in somebody's words or told of him; or it is one of a list that a sentence
announces (`Zij noemt twee voorwaarden. De weg moet ... En de brug moet ...`). A demand on a thing (`de missie moet
...`) is kept too, marked so: with a codebook `dossier.conditions` knows whether the issue is about that thing.
`conditions.nl.toml` holds the words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from standpunt.language.analysis import Analysis, Sentence, Token, cover
from standpunt.model import Chain, ConditionMention, Mention, Reason, Role, Span, Statement
from standpunt.reading.attitudes import holder_of, members
from standpunt.reading.conditions.limits import or_else
from standpunt.reading.conditions.opened import Found
from standpunt.reading.conditions.rules import RULES, demanded, may_state
from standpunt.reading.conditions.words import NAMES
from standpunt.reading.statements.subjects import subject_of

__all__ = ["find"]

_NOT_READ = frozenset(
    [Role.CAPTION, Role.HEADLINE, Role.HEADING, Role.PULL_QUOTE, Role.BYLINE, Role.BOILERPLATE]
)

_GOES_ON = frozenset(("then", "opener"))
"""Rules whose sentence may go on with whom the sentence before tells of."""


def find(
    analysis: Analysis, statements: Sequence[Statement], mentions: Sequence[Mention], chains: Sequence[Chain]
) -> tuple[ConditionMention, ...]:
    """The conditions of an article in the order of the text; one of several actors once for each of them."""
    found: list[ConditionMention] = []
    before: Sequence[Token] = ()
    listing: tuple[int, int | None] | None = None  # the list that is being told: its number, and whose it is
    group = 0
    for sentence in analysis.sentences:
        if analysis.block(sentence).role in _NOT_READ:
            continue
        last, tokens = before, analysis.of(sentence)
        before = tokens
        if not may_state(tokens):
            listing = None if _another_speaks(sentence, listing, statements) else listing
            continue
        rows = [each for rule in RULES for each in rule(analysis, tokens)]
        rows = [*or_else(analysis, tokens, last), *rows]
        here = [
            replace(each, holder=_subject(analysis, last, mentions))
            if each.why.rule in _GOES_ON and each.holder is None
            else each
            for each in _conditions(analysis, sentence, _apart(rows), statements, mentions)
        ]
        if not here and not any(t.lower in NAMES for t in tokens):
            here = list(
                _conditions(analysis, sentence, list(demanded(analysis, tokens)), statements, mentions)
            )
            if listing is not None and here and here[0].holder in (None, listing[1]):
                why = Reason("listed", here[0].why.entry)
                here = [replace(here[0], demand=False, why=why, holder=listing[1], group=listing[0])]
            elif _another_speaks(sentence, listing, statements):
                listing = None
            here = [
                each for each in here if not each.demand or each.statement is not None and each.must is None
            ]
        elif any(t.lower in NAMES and t.has("Number=Plur") for t in tokens):
            group += 1
            whose = _holder(analysis, sentence, None, (), statements, mentions)[1]
            if whose is None and any(NAMES.get(t.lower) == "voorwaarde" for t in tokens):
                whose = _subject(analysis, last, mentions)
            listing = (group, whose)
        found += here
    apart = [
        replace(each, holder=holder)
        for each in _grouped(found, group)
        for holder in (members(each.holder, mentions, chains) if each.holder is not None else (None,))
    ]
    return tuple(sorted(apart, key=lambda each: each.span.start))


def _subject(analysis: Analysis, tokens: Sequence[Token], mentions: Sequence[Mention]) -> int | None:
    """Whom a sentence tells of: `De VVD wil best praten`, which `Maar dan moet er geld komen` goes on with."""
    spot = next((i for i, t in enumerate(tokens) if t.has("VerbForm=Fin")), None)
    return holder_of(subject_of(analysis, tokens[spot], tokens, spot), mentions) if spot is not None else None


def _another_speaks(
    sentence: Sentence, listing: tuple[int, int | None] | None, statements: Sequence[Statement]
) -> bool:
    """Whether a list that was announced ends: somebody else than who announced it says something here."""
    if listing is None:
        return True
    speakers = {s.speaker for s in statements if any(c.overlaps(sentence.span) for c in s.content)}
    return bool(speakers - {listing[1]})


def _apart(rows: Sequence[Found]) -> list[Found]:
    """The first of those that overlap."""
    kept: list[Found] = []
    for row in rows:
        if not any(cover(row.clause).overlaps(cover(other.clause)) for other in kept):
            kept.append(row)
    return sorted(kept, key=lambda row: row.clause[0].start)


def _conditions(
    analysis: Analysis,
    sentence: Sentence,
    rows: Sequence[Found],
    statements: Sequence[Statement],
    mentions: Sequence[Mention],
) -> Iterator[ConditionMention]:
    for row in rows:
        words = _trimmed(row.clause)
        if not words:
            continue
        statement, holder = _holder(analysis, sentence, cover(words), row.applies, statements, mentions)
        if statement is None and row.whose:
            holder = holder_of(row.whose, mentions)
        yield ConditionMention(
            span=cover(words),
            marker=row.marker.span,
            why=row.why,
            applies=tuple(cover(run) for run in _runs(row.applies))
            if not row.demand
            else (cover(row.subject),),
            holder=holder,
            must=holder_of(row.subject, mentions),
            statement=statement,
            unless=row.unless,
            demand=row.demand,
        )


def _trimmed(words: Sequence[Token]) -> Sequence[Token]:
    """Without marks, and a conjunction at the head that joins it to what came before."""
    first, last = 0, len(words)
    while first < last and (words[first].pos == "PUNCT" or words[first].lower in ("en", "maar", "dus")):
        first += 1
    while last > first and _closes(words[first:last]):
        last -= 1
    return words[first:last]


def _closes(words: Sequence[Token]) -> bool:
    """Whether the last word is a mark that the clause does without: a closing one stays where it was opened inside."""
    mark = words[-1]
    opened = any(t.text in "„“”\"‘’'«" for t in words[:-1])
    return mark.pos == "PUNCT" and not (mark.text in "”\"’'»" and opened)


def _runs(tokens: Sequence[Token]) -> list[Sequence[Token]]:
    """Stretches without a gap."""
    rows: list[list[Token]] = []
    for token in tokens:
        if rows and rows[-1][-1].index + 1 == token.index:
            rows[-1].append(token)
        else:
            rows.append([token])
    return [words for row in rows if (words := _trimmed(row))]


def _holder(
    analysis: Analysis,
    sentence: Sentence,
    span: Span | None,
    applies: Sequence[Token],
    statements: Sequence[Statement],
    mentions: Sequence[Mention],
) -> tuple[int | None, int | None]:
    """The statement in which a condition stands, and whose condition it is: who says it, else the subject of what
    hangs on it."""
    inside = [
        i for i, s in enumerate(statements) if span is not None and any(c.overlaps(span) for c in s.content)
    ]
    beside = [
        i
        for i, s in enumerate(statements)
        if any(c.overlaps(sentence.span) for c in s.content)
        or s.cue is not None
        and sentence.span.contains(s.cue)
    ]
    whole = [i for i in inside if span is not None and any(c.contains(span) for c in statements[i].content)]
    for index in sorted(whole or inside, key=lambda i: _size(statements[i])) or beside[:1]:
        return index, statements[index].speaker
    finite = [i for i, t in enumerate(applies) if t.has("VerbForm=Fin")]
    near = [i for i in finite if span is None or applies[i].span.end <= span.start]
    verb = near[-1] if near else finite[0] if finite else None
    if verb is None:
        return None, None
    return None, holder_of(subject_of(analysis, applies[verb], applies, verb), mentions)


def _size(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.content)


def _grouped(found: Sequence[ConditionMention], last: int) -> Iterator[ConditionMention]:
    """Each condition with its list: that which was announced, or all that hang on the same words; else alone."""
    lists: dict[tuple[Span, ...], int] = {}
    for each in found:
        if each.group:
            yield each
            continue
        if each.applies and not each.demand:
            number = lists.setdefault(each.applies, len(lists) + last + 1)
        else:
            number = 0
        yield replace(each, group=number)
