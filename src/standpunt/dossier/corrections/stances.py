"""Positions given another stance, taken away, or added."""

from collections.abc import Iterable, Mapping, Sequence

from standpunt.dossier.corrections import actors as recasting
from standpunt.dossier.corrections.actors import RULE
from standpunt.dossier.corrections.anchors import GONE, Places
from standpunt.dossier.corrections.statements import statement_at
from standpunt.dossier.positions.held import held
from standpunt.model import Change, Correction, DatedArticle, Lost, Position, Reason, Span, Stance


def restance(
    positions: Sequence[Position],
    articles: Iterable[DatedArticle],
    names: Mapping[str, str],
    issues: Iterable[str],
    corrections: Iterable[Correction],
    places: Places,
) -> tuple[tuple[Position, ...], list[Lost]]:
    """The positions, corrected, in no order that matters, and the corrections that could not be applied; `articles` are
    those that these hang on, `names` are the actors' by their ids.
    A stance on an issue that the codebook does not have is left alone: another codebook may bring it back."""
    dated, known = {each.article.id: each for each in articles}, set(issues)
    now, lost = list(positions), []
    for each in corrections:
        if each.change not in (Change.STANCE, Change.ACCEPT) or each.after.issue not in known:
            continue
        found, actor = places.find(each.anchor), recasting.actor(each.after, names)
        if found is None or actor is None:
            why = GONE if found is None else f"there is no longer an actor {each.after.actor}"
            lost.append(Lost(each.number, why))
            continue
        article, span = found
        there = (article.id, actor, each.after.issue, each.after.stance)
        if each.change is Change.ACCEPT and any(
            (position.article, position.actor, position.issue, position.stance) == there
            and position.evidence.overlaps(span)
            for position in now
        ):
            continue
        now = [
            position
            for position in now
            if (position.article, position.actor, position.issue) != (article.id, actor, each.after.issue)
            or not position.evidence.overlaps(span)
        ]
        if each.after.stance:
            now.append(_position(dated[article.id], span, actor, each))
    return tuple(now), lost


def in_order(positions: Iterable[Position], order: Mapping[str, int]) -> tuple[Position, ...]:
    """In the order of the articles, which is given by their ids, and of their texts."""
    return tuple(sorted(positions, key=lambda one: (order[one.article], one.evidence, one.issue, one.stance)))


def _position(dated: DatedArticle, span: Span, actor: str, correction: Correction) -> Position:
    statement = statement_at(dated.reading, span)
    return Position(
        actor=actor,
        issue=correction.after.issue,
        stance=Stance(correction.after.stance),
        held=held(dated, span, statement),
        article=dated.article.id,
        evidence=span,
        why=Reason(RULE, str(correction.number)),
        near="named",
        statement=statement,
    )
