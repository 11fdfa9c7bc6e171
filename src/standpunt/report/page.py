"""A dossier → the context of its page."""

import datetime
from collections.abc import Iterable

from standpunt.display.wording import DUTCH
from standpunt.model import Dossier, Moment
from standpunt.registry import Registry
from standpunt.report.actors import actor_views, named_groups
from standpunt.report.articles import article_view
from standpunt.report.cast import Cast, cast
from standpunt.report.context import Page, SetAsideView, Summary
from standpunt.report.issues import issues
from standpunt.report.stances import Stances
from standpunt.report.timeline import timeline

TITLE = "Wie zei wat, wanneer"


def page(dossier: Dossier, facts: Registry, title: str = "") -> Page:
    everyone = cast(dossier)
    names = {actor.id: actor.name for actor in dossier.actors}
    stances = Stances(dossier, everyone)
    return Page(
        title=title or TITLE,
        summary=_summary(dossier, everyone),
        timeline=timeline(dossier, everyone),
        issues=issues(dossier, stances, facts),
        actors=actor_views(dossier, everyone),
        named=named_groups(dossier, everyone),
        articles=tuple(
            article_view(article, everyone, names, stances.flags(article.article.id))
            for article in dossier.articles
        ),
        set_aside=tuple(
            SetAsideView(f"{row.source}, {row.part}" if row.part else row.source, row.reason, row.hint)
            for row in dossier.set_aside
        ),
        statements=len(everyone.statements),
    )


def _summary(dossier: Dossier, everyone: Cast) -> Summary:
    speakers = {one.speaker.id for one in everyone.statements if one.speaker.id}
    open_ones = sum(article.published.precision == "open" for article in dossier.articles)
    return Summary(
        articles=_counted(len(dossier.articles), "artikel", "artikelen"),
        statements=_counted(len(everyone.statements), "uitspraak", "uitspraken"),
        speakers=_counted(len(speakers), "spreker", "sprekers"),
        actors=_counted(len(dossier.actors), "actor", "actoren"),
        period=_period(article.published for article in dossier.articles),
        undated=_counted(open_ones, "artikel", "artikelen") if open_ones else "",
        set_aside=_counted(len(dossier.set_aside), "stuk", "stukken") if dossier.set_aside else "",
        issues=_counted(len(dossier.issues), "kwestie", "kwesties") if dossier.issues else "",
        positions=_counted(len(dossier.positions), "standpunt", "standpunten"),
    )


def _counted(n: int, one: str, many: str) -> str:
    return f"{DUTCH.number(n)} {one if n == 1 else many}"


def _period(moments: Iterable[Moment]) -> str:
    """`van 14 maart 2031`, `van december 2030 tot en met 14 maart 2031`; empty where nothing is dated."""
    dated = [when for when in moments if when.precision != "open"]
    if not dated:
        return ""
    first = min(dated, key=lambda when: when.earliest or when.latest or datetime.date.max)
    last = max(dated, key=lambda when: when.latest or when.earliest or datetime.date.min)
    if first == last or len(dated) == 1:
        return f"van {DUTCH.moment(first)}"
    return f"van {_edge(first, first.earliest)} tot en met {_edge(last, last.latest)}"


def _edge(when: Moment, side: datetime.date | None) -> str:
    """A month or a year stays one; of a range the outer day is named."""
    return DUTCH.moment(Moment(side, side) if when.precision == "range" else when)
