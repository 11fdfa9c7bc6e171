"""Speakers that no list knows: what names a source is a mention all the same, several in one phrase are one speaker."""

import re
from collections.abc import Mapping, Sequence

from standpunt.language.analysis import Token
from standpunt.model import ActorKind, MentionForm
from standpunt.reading.mentions.context import Context, Draft, Name
from standpunt.reading.mentions.naming import SEVERAL, name_of, names_of
from standpunt.reading.mentions.words import DETERMINERS, INANIMATE, PRONOUNS, TIME_WORDS, noun
from standpunt.reading.statements.phrases import BETWEEN

_BODIES = frozenset((ActorKind.ORGANISATION, ActorKind.PARTY, ActorKind.ALLIANCE))


def listed(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """`Frankrijk en Duitsland steunen`, `N-VA, Open Vld en CD&V stelden voor`: names that are one subject, and an actor
    when they turn out to speak. At the head of a sentence, and behind a word for them all (`coalitiepartijen VVD en
    D66`), they are, whatever the parse makes of them (`Frankrijk en Duitsland zijn tegen`)."""
    names = {draft.first: draft for draft in drafts if draft.named and not draft.nested}
    several = {draft.first for draft in drafts if draft.rule == SEVERAL}
    begins = context.opens | {draft.last for draft in drafts if draft.plural and draft.subject}
    inside: set[int] = set()
    found = []
    for one in sorted(names.values(), key=lambda draft: draft.first):
        if one.first in inside or one.first in several or one.kind is ActorKind.GROUP:
            continue
        row = _row(context, one, names)
        if len(row) < 2 or not (one.subject or one.first in begins) or not _at_verb(context, row):
            continue
        inside |= {draft.first for draft in row}
        if len({draft.kind is ActorKind.PERSON for draft in row}) == 1:
            found.append(_together(context, row, source=False))
    return found


def _row(context: Context, one: Draft, names: Mapping[int, Draft]) -> list[Draft]:
    """The names of a list with commas between and `en` before the last; one alone where there is no list."""
    row, join = [one], ","
    while join == "," and (end := _behind_bracket(context, row[-1].last)) < len(context.tokens):
        join = context.tokens[end].lower
        other = names.get(end + 1) if join in (",", "en") else None
        if other is None:
            return [one]
        row.append(other)
    return row if join == "en" else [one]


def _at_verb(context: Context, row: Sequence[Draft]) -> bool:
    """A verb stands right behind the list, or a plural one right before it."""
    first, last = row[0].first, _behind_bracket(context, row[-1].last)
    while first and context.tokens[first - 1].lower in BETWEEN:
        first -= 1  # `zeiden ook Jansen en De Wit`
    before = context.tokens[first - 1] if first else None
    inverted = before is not None and before.has("VerbForm=Fin") and before.has("Number=Plur")
    return inverted or last < len(context.tokens) and context.tokens[last].pos in ("VERB", "AUX")


def _before(context: Context, first: Draft, drafts: Sequence[Draft]) -> list[Draft]:
    """The names with commas behind them that a parser left out of a list: `de partijen VVD, CDA en D66`, from `CDA`."""
    ends = {
        draft.last: draft for draft in drafts if draft.named and draft.kind in _BODIES and not draft.nested
    }
    row: list[Draft] = []
    at = first.first
    while first.kind in _BODIES and at and context.tokens[at - 1].text == "," and at - 1 in ends:
        row.insert(0, ends[at - 1])
        at = row[0].first
    return row


def several(
    context: Context, tokens: Sequence[Token], inside: Sequence[Draft], drafts: Sequence[Draft]
) -> Draft | None:
    """Several speakers in one phrase are one speaker, named as in the text."""
    named = [draft for draft in inside if draft.form is not MentionForm.PRONOUN]
    if len(named) < 2 or not any(token.lower in ("en", "én", "of") for token in tokens):
        return None
    between = context.tokens[_behind_bracket(context, named[0].last) : named[1].first]
    if [token.lower for token in between if token.pos not in ("DET", "ADJ")] not in (
        ["en"],
        [","],
        ["én"],
        ["of"],
    ):
        return None
    named[0].source = False
    named = [*_before(context, named[0], drafts), *named]
    return _together(context, named, source=True)


def _behind_bracket(context: Context, last: int) -> int:
    """The place behind the brackets that follow a name: `de Bond van Artsen (BVA) en de gemeente`."""
    texts = [token.text for token in context.tokens[last : last + 5]]
    return last + texts.index(")") + 1 if texts[:1] == ["("] and ")" in texts else last


def _together(context: Context, named: Sequence[Draft], *, source: bool) -> Draft:
    first, last = named[0].first, named[-1].last
    head = named[-1].first - 1  # the word that joins them, so that each alone is not the pair
    draft = Draft(first, last, head, head + 1, MentionForm.NAME, ActorKind.GROUP, SEVERAL, plural=True)
    draft.role = names_of(context, named)
    draft.modified = draft.subject = True
    draft.source = source
    return draft


def apposed(context: Context, last: int, heads: Mapping[int, Draft]) -> Draft | None:
    """`zijn politieke tak, Sinn Fein, ...`: the body whose name stands behind a phrase between commas."""
    tokens = context.tokens
    draft = heads.get(last + 2) if last + 2 < len(tokens) and tokens[last + 1].text == "," else None
    if draft is None or draft.kind not in _BODIES or not draft.named or draft.first != draft.head_first:
        return None
    closes = draft.last < len(tokens) and tokens[draft.last].text in (",", ".", ")", ":")
    return draft if closes else None


def whatever(context: Context, tokens: Sequence[Token], found: Sequence[Name]) -> Draft | None:
    """A source that no list knows: its name or its noun is an actor all the same."""
    if any(token.lower in ("geen", "niemand") for token in tokens):
        return None  # `volgens geen enkele rechter`
    inner = {token.index for token in tokens}
    name = next((name for name in found if name.first in inner and name.last - 1 in inner), None)
    first, last = tokens[0].index, tokens[-1].index + 1
    if name is not None and (name.kind is not None or name.place or " " in name.words):
        kind = name.kind or ActorKind.ORGANISATION
        return Draft(
            first, last, name.first, name.last, MentionForm.NAME, kind, "source", name=name, source=True
        )
    bearer = _unknown_name(context, tokens)
    if bearer is not None:
        return bearer
    nouns = [
        token for token in tokens if token.pos in ("NOUN", "PROPN", "X") and token.lower not in TIME_WORDS
    ]
    if not nouns:
        return None
    head = next((t for t in nouns if t.head not in inner or t.head == t.index), nouns[0])
    if head.lower in INANIMATE or _THINGLY.search(head.lower):
        return None
    plural = "Number=Plur" in head.morph
    kind = ActorKind.GROUP if plural else ActorKind.ORGANISATION
    form = MentionForm.GROUP if plural else MentionForm.ROLE
    draft = Draft(
        first, last, head.index, head.index + 1, form, kind, "source", head.lower, plural=plural, source=True
    )
    draft.role = name_of(context, draft)
    return draft


def _unknown_name(context: Context, tokens: Sequence[Token]) -> Draft | None:
    """`Schouten wil dat ...`: a capital at the head of a sentence, of a word that is no noun and stands nowhere in the
    article without it. Who reports something there is a person."""
    token = tokens[0]
    known = noun(token.lower) is not None or token.lower in context.small or token.lower in INANIMATE
    if (
        len(tokens) > 1
        or not token.text[:1].isupper()
        or known
        or token.lower in PRONOUNS
        or token.lower in DETERMINERS
    ):
        return None
    name = Name(token.index, token.index + 1, token.text)
    name.kind = ActorKind.PERSON
    at = token.index
    return Draft(at, at + 1, at, at + 1, MentionForm.NAME, ActorKind.PERSON, "source", name=name, source=True)


_THINGLY = re.compile(
    r"(?:ing|ingen|heid|tie|ties|isme|sel|ment|onderzoek|rapport|plan|wet|akkoord|brief|cijfers)$"
)
