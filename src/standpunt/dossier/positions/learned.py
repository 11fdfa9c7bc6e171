"""Positions on the twelve dimensions of Dutch politics by the trained classifier, where the rules find none.

What somebody says is judged as coders judged it: the sentence, with those before and behind it; names are taken out, so
that the words decide. Which dimension it is about is told by a classifier too. Both must be fairly sure; how often they
are right is in docs/positions.md.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from standpunt.dossier.issues import Codebook, policy
from standpunt.dossier.positions.held import held
from standpunt.dossier.trained import stance as stances
from standpunt.dossier.trained import topic as topics
from standpunt.dossier.trained.passages import Passage, passage
from standpunt.model import DatedArticle, Position, Reason, Span, Stance, Statement

RULE = "trained"
_STANCES = {"L": Stance.SUPPORT, "R": Stance.OPPOSE}
SURE = 0.7
"""The least share of the topic, and of the side, in their calibrated probabilities."""


def known(codebook: Codebook) -> frozenset[str]:
    """The ids of the issues that the classifiers know: those that stand in a codebook as they ship."""
    return frozenset(issue.id for issue in codebook if issue in tuple(policy()))


def find(dated: DatedArticle, issues: Collection[str], have: Collection[Position]) -> Iterator[Position]:
    """Positions on these issues in the words of statements; not where `have` holds one of the same actor and issue in
    the article."""
    taken = {(each.actor, each.issue) for each in have}
    said = [
        (index, statement)
        for index, statement in enumerate(dated.reading.statements)
        if statement.speaker is not None and statement.via is None and not statement.declines
    ]
    passages = [passage_of(dated, statement) for _, statement in said]
    about = topics.load().about(passages)
    judged = _judged(passages, [each.issue for each in about])
    for place, (index, statement) in enumerate(said):
        issue, shares = about[place].issue, about[place].shares
        found = judged.get(place)
        if issue not in issues or found is None or shares[issue] < SURE or max(found.shares) < SURE:
            continue
        assert statement.speaker is not None
        actor = dated.actors[statement.speaker]
        if found.label in _STANCES and (actor, issue) not in taken:
            evidence = Span(statement.content[0].start, statement.content[-1].end)
            yield Position(
                actor=actor,
                issue=issue,
                stance=_STANCES[found.label],
                held=held(dated, evidence, index),
                article=dated.article.id,
                evidence=evidence,
                why=Reason(RULE, f"{max(found.shares):.0%}"),
                near="judged",
                statement=index,
            )


def _judged(passages: Sequence[Passage], issues: Sequence[str]) -> Mapping[int, stances.Judged]:
    """By their places the passages that are about something."""
    places = [place for place, issue in enumerate(issues) if issue]
    found = stances.load().judge([passages[place] for place in places], [issues[place] for place in places])
    return dict(zip(places, found, strict=True))


def passage_of(dated: DatedArticle, statement: Statement) -> Passage:
    """The sentences of a statement with one before and one behind, the words that name the speaker taken out."""
    text, sentences = dated.article.text, dated.reading.sentences
    inside = [i for i, s in enumerate(sentences) if any(s.overlaps(piece) for piece in statement.content)]
    if not inside:
        return passage("", " ".join(piece.of(text) for piece in statement.content), "")
    first, last = inside[0], inside[-1]
    target = Span(sentences[first].start, sentences[last].end)
    before = sentences[first - 1].of(text) if first else ""
    after = sentences[last + 1].of(text) if last + 1 < len(sentences) else ""
    named = statement.source
    spans = (
        [(named.start - target.start, named.end - target.start)] if named and target.contains(named) else []
    )
    return passage(before, target.of(text), after, spans=spans)
