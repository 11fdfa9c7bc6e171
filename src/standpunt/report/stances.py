"""Positions on the page: a flag in the text where each begins to show, and the sentences to be read elsewhere."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from standpunt.display.wording import DUTCH
from standpunt.model import Dossier, Position, Span, Stance
from standpunt.report import views
from standpunt.report.cast import Cast, days
from standpunt.report.context import Badged, Chip, StanceFlag, Standing
from standpunt.report.excerpt import around

Flags = Sequence[tuple[Span, StanceFlag]]


class Stances:
    """The positions of a dossier, with their place on the page."""

    def __init__(self, dossier: Dossier, cast: Cast) -> None:
        self._articles = {article.article.id: article for article in dossier.articles}
        self._actors = {actor.id: actor for actor in dossier.actors}
        self._labels = {issue.id: issue.label for issue in dossier.issues}
        self._cast = cast
        self._speaking = {one.speaker.id for one in cast.statements}
        self._anchors: dict[Position, str] = {}
        self._of_article: Mapping[str, list[Position]] = defaultdict(list)
        for position in dict.fromkeys(dossier.positions):
            here = self._of_article[position.article]
            here.append(position)
            self._anchors[position] = f"h-{cast.anchors[position.article]}-{len(here)}"

    def flags(self, article: str) -> Flags:
        """The words of an article that show positions, each with its flag."""
        return [(position.evidence, self._flag(position)) for position in self._of_article.get(article, ())]

    def chip(self, actor: str) -> Chip:
        """An actor in small; one who says nothing has no section, and no anchor."""
        if actor in self._speaking:
            return views.chip(self._cast.speakers[actor])
        return Chip(self._actors[actor].name, "", 0, "")

    def href(self, position: Position) -> str:
        return f"#{self._anchors[position]}"

    def standing(self, positions: Sequence[Position], stance: Stance) -> Standing:
        """What somebody shows on an issue at one moment in one article, and what it comes to; it leads to where he
        shows just that."""
        shown = next((each for each in positions if each.stance is stance), positions[0])
        article = self._articles[shown.article]
        told = "in eigen woorden" if shown.statement is not None else "volgens het artikel"
        return Standing(
            who=self.chip(shown.actor),
            stance=badged(stance),
            when=views.when(days(shown.held)),
            parts=around(article, dict.fromkeys(each.evidence for each in positions)),
            href=self.href(shown),
            article=views.label(article),
            told=f"{told}; regel: {DUTCH.reason(shown.why)}",
        )

    def _flag(self, position: Position) -> StanceFlag:
        word = DUTCH.term(position.stance)
        issue = self._labels[position.issue]
        return StanceFlag(
            anchor=self._anchors[position],
            stance=position.stance.value,
            word=word,
            label=f"{self._actors[position.actor].name} over {issue}: {word}",
            href=f"#{anchor(position.issue)}",
        )


def anchor(issue: str) -> str:
    return f"kwestie-{issue}"


def badged(stance: Stance) -> Badged:
    return Badged(stance.value, DUTCH.term(stance))
