"""Positions on issues of one's own by what people's corrections of stances teach, where the rules leave it open.

    found, taught = find(articles, by_rules, positions, corrections, codebook, places)

Whoever corrects stances on an issue in an article is held to have read it: what stands there now, corrected or left as
it was, is right. Of each statement there that speaks of the issue a passage is learned: for, against, or neither. The
shipped classifier, turned by them (`trained.adapted`), then judges the statements of other articles. It is used only
where, in articles that it was not fitted on, rules and it together find positions better than the rules alone.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from standpunt.dossier.corrections import Places
from standpunt.dossier.issues import Codebook, Naming
from standpunt.dossier.positions import learned
from standpunt.dossier.positions.held import held
from standpunt.dossier.trained import adapted
from standpunt.dossier.trained import stance as stances
from standpunt.dossier.trained.adapted import Adapted, Row, Vectors
from standpunt.dossier.trained.passages import Passage
from standpunt.dossier.trained.terms import Terms
from standpunt.model import Change, Correction, DatedArticle, Issue, Position, Reason, Span, Stance, Taught

RULE = "learned from corrections"
LEAST = 10
"""Corrections of an issue from which on it is tried; docs/positions.md has what fewer and more give."""
SURE = 0.6
"""The least share of a side."""
FOLDS = 5
_WORDS = 3
"""Words that are named as having decided."""
_LABELS = {Stance.SUPPORT: "L", Stance.OPPOSE: "R"}
_STANCES = {label: stance for stance, label in _LABELS.items()}
NEITHER, _OTHER = "N", "other"
"""Of a statement that shows nothing, and of one that shows what is not learned: a condition, both, no answer."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement that speaks of an issue, by its index in the reading; `shown` are its words."""

    dated: DatedArticle
    statement: int
    actor: str
    shown: Span
    passage: Passage

    @property
    def article(self) -> str:
        return self.dated.article.id


def find(
    articles: Callable[[], Iterable[DatedArticle]],
    by_rules: Iterable[Position],
    positions: Iterable[Position],
    corrections: Iterable[Correction],
    codebook: Codebook,
    places: Places,
) -> tuple[tuple[Position, ...], tuple[Taught, ...]]:
    """Further positions, and what was learned of each issue that has a correction. `articles` goes over all that there
    are, `by_rules` are the positions before
    they were corrected, `positions` those behind it."""
    known, counts, read = learned.known(codebook), Counter[str](), defaultdict[str, set[str]](set)
    for each in corrections:
        if each.change is Change.STANCE and (found := places.find(each.anchor)):
            counts[each.after.issue] += 1
            read[each.after.issue].add(found[0].id)
    now, before = _by_place(positions), _by_place(by_rules)
    naming, told, taught = Naming(codebook), list[Position](), list[Taught]()
    for issue in codebook:
        if not counts[issue.id] or issue.id in known:
            continue
        lesson = Taught(issue.id, counts[issue.id])
        if lesson.corrections >= LEAST:
            said = list(_said(articles(), issue, naming))
            lesson, further = _learn(issue, said, read[issue.id], before, now, lesson)
            told += further
        taught.append(lesson)
    return tuple(told), tuple(taught)


_Key = tuple[str, str, str]
_Places = Mapping[_Key, Sequence[Position]]
"""Positions by article, actor and issue."""


def _by_place(positions: Iterable[Position]) -> _Places:
    rows: dict[_Key, list[Position]] = defaultdict(list)
    for each in positions:
        rows[each.article, each.actor, each.issue].append(each)
    return rows


def _said(articles: Iterable[DatedArticle], issue: Issue, naming: Naming) -> Iterator[_Said]:
    """The statements that name an issue in their sentences."""
    for dated in articles:
        text, reading = dated.article.text, dated.reading
        named = [each.span for each in naming.find(text, reading) if each.issue == issue.id]
        told = [s for s in reading.sentences if any(s.overlaps(span) for span in named)]
        for at, statement in enumerate(reading.statements):
            if statement.speaker is None or statement.via is not None or statement.declines:
                continue
            if any(sentence.overlaps(piece) for sentence in told for piece in statement.content):
                shown = Span(statement.content[0].start, statement.content[-1].end)
                passage = learned.passage_of(dated, statement)
                yield _Said(dated, at, dated.actors[statement.speaker], shown, passage)


def _learn(
    issue: Issue, said: Sequence[_Said], read: Collection[str], before: _Places, now: _Places, lesson: Taught
) -> tuple[Taught, Iterable[Position]]:
    """`read` are the articles that people corrected."""
    labelled = [each for each in said if each.article in read and _label(each, issue, now) != _OTHER]
    if not labelled:
        return lesson, ()
    terms = Terms(_with_compounds(issue))
    labels = [_label(each, issue, now) for each in labelled]
    alone = [_label(each, issue, before) for each in labelled]
    rows, leanings = _seen(labelled, terms)
    own = of_others(rows, leanings, labels, [each.dated.article.text_hash for each in labelled])
    lesson = _tried(lesson, alone, own, labels)
    if not lesson.used:
        return lesson, ()
    left = [
        each for each in said if each.article not in read and (each.article, each.actor, issue.id) not in now
    ]
    return lesson, _judge(left, issue, terms, adapted.fit(rows, leanings, labels), lesson)


def _tried(lesson: Taught, alone: Sequence[str], own: Sequence[str], labels: Sequence[str]) -> Taught:
    """`alone` by the rules, `own` by what was learned of other articles, `labels` as it is."""
    together = [other if one == NEITHER else one for one, other in zip(alone, own, strict=True)]
    added = [
        found == label
        for one, found, label in zip(alone, together, labels, strict=True)
        if one == NEITHER != found
    ]
    rules, both, right = _f1(alone, labels), _f1(together, labels), sum(added) / max(1, len(added))
    # Where the rules find nothing any lucky hit would raise F1, so what is added must be right more often than not.
    used = both > rules and right > 0.5
    return replace(lesson, passages=len(labels), rules=rules, together=both, right=right, used=used)


def _label(said: _Said, issue: Issue, places: _Places) -> str:
    """What the positions at a statement come to; neither where there is none."""
    here = places.get((said.article, said.actor, issue.id), ())
    shown = {each.stance for each in here if each.evidence.overlaps(said.shown)}
    return _LABELS.get(shown.pop(), _OTHER) if len(shown) == 1 else _OTHER if shown else NEITHER


def _with_compounds(issue: Issue) -> Issue:
    """`tunnel` is found in `tunnelplan`, too."""
    return msgspec.structs.replace(
        issue,
        **{
            key: tuple(f"{term.rstrip('*')}*" for term in getattr(issue, key))
            for key in ("terms", "against", "about")
        },
    )


def _seen(said: Sequence[_Said], terms: Terms) -> tuple[list[Row], Vectors]:
    """What is learned from, and where the classifier starts."""
    passages = [each.passage for each in said]
    leanings = stances.load().leaning(passages, terms)
    return [adapted.row(each, terms) for each in passages], leanings.astype(float)


def of_others(
    rows: Sequence[Row], leanings: Vectors, labels: Sequence[str], articles: Sequence[str]
) -> list[str]:
    """The label of each row by what was learned of other articles; `articles` are the hashes of their texts, so that
    copies of one text are one."""
    known = sorted(set(articles))
    folds = [known.index(article) % FOLDS for article in articles]
    found = [NEITHER] * len(rows)
    for fold in set(folds):
        rest = [at for at, of in enumerate(folds) if of != fold]
        own = [at for at, of in enumerate(folds) if of == fold]
        if rest:
            model = adapted.fit([rows[at] for at in rest], leanings[rest], [labels[at] for at in rest])
            shares = model.shares([rows[at] for at in own], leanings[own])
            for at, of_labels in zip(own, shares, strict=True):
                found[at] = chosen(of_labels)
    return found


def chosen(shares: Vectors) -> str:
    """The side that is sure enough, or neither."""
    label = stances.LABELS[int(shares.argmax())]
    return label if shares.max() >= SURE else NEITHER


def _judge(
    said: Sequence[_Said], issue: Issue, terms: Terms, model: Adapted, lesson: Taught
) -> Iterator[Position]:
    if not said:
        return
    rows, leanings = _seen(said, terms)
    for each, row, shares in zip(said, rows, model.shares(rows, leanings), strict=True):
        label = chosen(shares)
        if label in _STANCES:
            words = ", ".join(model.words(row, label)[:_WORDS]) or "as on any issue"
            yield Position(
                actor=each.actor,
                issue=issue.id,
                stance=_STANCES[label],
                held=held(each.dated, each.shown, each.statement),
                article=each.article,
                evidence=each.shown,
                why=Reason(RULE, f"{shares.max():.0%}, {lesson.corrections} corrections: {words}"),
                near="judged",
                statement=each.statement,
            )


def _f1(found: Sequence[str], labels: Sequence[str]) -> float:
    """Of the sides that were found."""
    right = sum(one == other for one, other in zip(found, labels, strict=True) if other in _STANCES)
    told = sum(label in _STANCES for each in (found, labels) for label in each)
    return 2 * right / told if told else 0.0
