"""What Standpunt finds in an article, as a coding of it."""

from collections.abc import Mapping

from standpunt.dossier import acting
from standpunt.evaluation.coding import Coding, Days, Marked, MarkedStatement
from standpunt.model import Actor, DatedArticle, Dossier, Statement


def coding(dated: DatedArticle, actors: Mapping[str, Actor], dossier: Dossier) -> Coding:
    """The coding of one article of a dossier; `actors` by their ids. A condition on two issues is one."""
    published, id = dated.published, dated.article.id
    evidence = {
        (actors[each.actor].name, each.issue, each.stance.value): each.evidence
        for each in reversed(dossier.positions)
        if each.article == id
    }
    stated = dict.fromkeys((each.span, each.actor) for each in dossier.conditions if each.article == id)
    return Coding(
        statements=statements(dated, actors),
        times=tuple(
            Marked((told.span,), resolved.value)
            for told, resolved in zip(dated.reading.times, dated.times, strict=True)
            if resolved.value
        ),
        conditions=tuple(Marked((span,), actors[who].name) for span, who in stated),
        positions=frozenset(evidence),
        evidence=evidence,
        actors=tuple((actors[each].name, actors[each].kind) for each in acting(dated) if each in actors),
        published=Days(published.earliest, published.latest)
        if published.earliest and published.latest
        else None,
    )


def statements(dated: DatedArticle, actors: Mapping[str, Actor]) -> tuple[MarkedStatement, ...]:
    """Those of one article, in the order of its reading."""
    return tuple(_statement(each, dated, actors) for each in dated.reading.statements)


def _statement(statement: Statement, dated: DatedArticle, actors: Mapping[str, Actor]) -> MarkedStatement:
    speaker = actors.get(dated.actors[statement.speaker]) if statement.speaker is not None else None
    return MarkedStatement(
        spans=statement.content,
        label=speaker.name if speaker else "",
        form=statement.form,
        cued=statement.cue is not None,
        nested=statement.via is not None,
        why=statement.why,
        why_speaker=statement.why_speaker,
        confidence=statement.confidence,
    )
