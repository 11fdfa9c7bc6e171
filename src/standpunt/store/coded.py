"""What a codebook adds to a dossier, as rows: issues, positions, standings, conditions, shifts, contradictions."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, groupby
from typing import TypeVar

from standpunt.dossier.matrix import Cell, matrix
from standpunt.dossier.outline import Outline
from standpunt.model import Condition, DatedArticle, Issue, Moment, Position, Span
from standpunt.store.listing import Listing, party
from standpunt.store.rows import Row, around

_Found = TypeVar("_Found", Position, Condition)


def of_codebook(
    outline: Outline, names: Mapping[str, str], listed: Listing
) -> Iterator[tuple[str, list[Row]]]:
    """The rows with their table's name; `names` are the actors' by their ids."""
    dossier = outline.made
    number = {position: at for at, position in enumerate(dossier.positions, 1)}
    cells = matrix(dossier.positions)
    now = {each for cell in cells.values() for each in cell.positions}
    held = defaultdict(list)
    for each in dossier.positions:
        held[each.issue].append(each.held)
    yield "issues", [_issue(issue, at, held[issue.id]) for at, issue in enumerate(dossier.issues, 1)]
    for dated, taken in _in_articles(dossier.positions, outline):
        made = [_position(each, number[each], dated, names, listed) for each in taken]
        yield "positions", [{**row, "now": each in now} for row, each in zip(made, taken, strict=True)]
    parties = {actor.id: party(actor) for actor in dossier.actors}
    times = Counter((each.actor, each.issue) for each in dossier.positions)
    yield (
        "standings",
        [
            {
                "actor_id": actor, "issue_id": issue, "actor": names[actor], "party": parties[actor],
                "stance": cell.stance.value, "position_id": number[_shown(cell)],
                "positions": times[actor, issue],
            }
            for (actor, issue), cell in cells.items()
        ],
    )  # fmt: skip
    at = count(1)
    for dated, stated in _in_articles(dossier.conditions, outline):
        yield "conditions", [_condition(each, next(at), dated, names) for each in stated]
    yield (
        "shifts",
        [
            {
                "id": at,
                "before_id": number[each.before],
                "after_id": number[each.after],
                "actor_id": each.after.actor,
                "issue_id": each.after.issue,
                "held_latest": each.after.held.latest,
                "line": each.line,
                "offices": list(each.offices),
            }
            for at, each in enumerate(dossier.shifts, 1)
        ],
    )
    yield (
        "contradictions",
        [
            {
                "id": at,
                "one_id": number[each.one],
                "other_id": number[each.other],
                "one_actor_id": each.one.actor,
                "other_actor_id": each.other.actor,
                "issue_id": each.one.issue,
                "side": each.side,
            }
            for at, each in enumerate(dossier.contradictions, 1)
        ],
    )


def _in_articles(
    found: Sequence[_Found], outline: Outline
) -> Iterator[tuple[DatedArticle, Sequence[_Found]]]:
    """Those that stand in one article and behind each other together, with the article."""
    of = {each.id: each for each in outline.articles}
    groups = [(id, list(some)) for id, some in groupby(found, key=lambda each: each.article)]
    whole = outline.read(of[id] for id, _ in groups)
    return ((dated, some) for dated, (_, some) in zip(whole, groups, strict=True))


def _shown(cell: Cell) -> Position:
    """The position that shows what all of a cell come to."""
    return next((each for each in cell.positions if each.stance is cell.stance), cell.positions[0])


def _issue(issue: Issue, number: int, held: Iterable[Moment]) -> Row:
    days = [day for moment in held for day in (moment.earliest, moment.latest) if day]
    return {
        "id": issue.id, "number": number, "label": issue.label, "proposal": issue.proposal,
        "terms": list(issue.terms), "against": list(issue.against),
        "about": list(issue.about), "earliest": min(days, default=None), "latest": max(days, default=None),
    }  # fmt: skip


def _position(
    position: Position, number: int, dated: DatedArticle, names: Mapping[str, str], listed: Listing
) -> Row:
    text, said = dated.article.text, position.statement
    return {
        "id": number, **_taken(position.article, position.actor, position.issue, position.held, names),
        "stance": position.stance.value, **_words(position.evidence, text),
        "sentence": around(dated, [position.evidence]).of(text),
        "statement_id": _statement(position.article, said),
        "listed": None if said is None else listed.of(position.article, said),
        "near": position.near, "rule": position.why.rule, "entry": position.why.entry,
        "attitude": position.attitude, "condition": position.condition,
    }  # fmt: skip


def _condition(condition: Condition, number: int, dated: DatedArticle, names: Mapping[str, str]) -> Row:
    return {
        "id": number, **_taken(condition.article, condition.actor, condition.issue, condition.held, names),
        "condition_group": condition.group, **_words(condition.span, dated.article.text),
        "sentence": around(dated, [condition.span]).of(dated.article.text),
        "must_id": condition.must or None, "must": names.get(condition.must, ""),
        "list_number": condition.list, "any_one": condition.any, "unless": condition.unless,
        "statement_id": _statement(condition.article, condition.statement),
        "met": condition.met.value, "failed": condition.failed.value,
    }  # fmt: skip


def _taken(article: str, actor: str, issue: str, held: Moment, names: Mapping[str, str]) -> Row:
    return {
        "article_id": article, "actor_id": actor, "actor": names[actor], "issue_id": issue,
        "held": str(held), "held_earliest": held.earliest, "held_latest": held.latest,
    }  # fmt: skip


def _words(span: Span, text: str) -> Row:
    return {"words": span.of(text), "start": span.start, "stop": span.end}


def _statement(article: str, index: int | None) -> str | None:
    return None if index is None else f"{article}-{index + 1}"
