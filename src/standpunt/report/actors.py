"""Actors: those who speak with all that they say in order of date, those who are only spoken of by name."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from standpunt.display.wording import DUTCH
from standpunt.model import ActorKind, Dossier
from standpunt.report import views
from standpunt.report.cast import UNKNOWN, Cast, Said, Speaker, order
from standpunt.report.context import ActorView, NamedGroup, Occasion, StatementView
from standpunt.report.excerpt import excerpt


def actor_views(dossier: Dossier, cast: Cast) -> tuple[ActorView, ...]:
    """Those with most statements first; those whom nobody could name last."""
    by_speaker: dict[Speaker, list[Said]] = defaultdict(list)
    for one in cast.statements:
        by_speaker[one.speaker].append(one)
    known = [speaker for speaker in cast.speakers.values() if speaker in by_speaker]
    known.sort(key=lambda speaker: -len(by_speaker[speaker]))
    unknown = [UNKNOWN] if UNKNOWN in by_speaker else []
    return tuple(_view(speaker, by_speaker[speaker], cast) for speaker in [*known, *unknown])


def named_groups(dossier: Dossier, cast: Cast) -> tuple[NamedGroup, ...]:
    """By kind, most articles first. A name stands there once, though `provincie` may be another each time."""
    spoken = {one.speaker.id for one in cast.statements}
    silent = {actor.id: (actor.kind, actor.name) for actor in dossier.actors if actor.id not in spoken}
    articles = Counter(
        named
        for article in dossier.articles
        for named in {silent[id] for id in article.actors if id in silent}
    )
    ranked = sorted(articles, key=lambda named: (-articles[named], named[1].casefold()))
    return tuple(
        NamedGroup(DUTCH.term(kind, many=True), names)
        for kind in ActorKind
        if (names := tuple((named[1], articles[named]) for named in ranked if named[0] is kind))
    )


def _view(speaker: Speaker, said: Sequence[Said], cast: Cast) -> ActorView:
    actor = speaker.actor
    offices = tuple(DUTCH.office(words) for words in actor.offices) if actor else ()
    roles = _telling(actor.roles, (*offices, speaker.name)) if actor else ()
    return ActorView(
        chip=views.chip(speaker, len(said)),
        kind=DUTCH.term(actor.kind) if actor and actor.kind is not ActorKind.PERSON else "",
        party=actor.party if actor else "",
        roles=offices + roles,
        aliases=tuple(alias for alias in actor.aliases if alias != actor.name) if actor else (),
        articles=len({one.article.article.id for one in said}),
        occasions=tuple(_occasions(said, cast)),
    )


def _telling(roles: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    """Roles that say more than what is known: not `minister` beside `minister van Defensie`."""
    kept: list[str] = []
    for role in sorted(dict.fromkeys(roles), key=len, reverse=True):
        if not any(role.casefold() in other.casefold() for other in [*known, *kept]):
            kept.append(role)
    return tuple(role for role in roles if role in kept)


def _occasions(said: Sequence[Said], cast: Cast) -> Iterator[Occasion]:
    """In order of date; what was said at one time in one article stands together."""
    place = {id: index for index, id in enumerate(cast.said)}
    ordered = sorted(said, key=lambda one: (order(one.when), place[one.article.article.id], one.number))
    for (when, id), group in groupby(ordered, key=lambda one: (one.when, one.article.article.id)):
        statements = list(group)
        article = statements[0].article
        yield Occasion(
            when=views.when(when),
            published=views.when(article.published) if statements[0].told else None,
            article=f"a-{cast.anchors[id]}",
            label=views.label(article),
            source=views.source(article),
            statements=tuple(_statement(one) for one in statements),
        )


def _statement(one: Said) -> StatementView:
    return StatementView(
        anchor=one.anchor,
        form=one.statement.form.value,
        parts=excerpt(one.article, one.statement),
        badges=views.badges(one),
        why=views.why(one),
    )
