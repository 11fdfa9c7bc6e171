"""The small parts that several sections of the page share."""

from standpunt.model import DatedArticle, Moment, Reason, Role
from standpunt.report import wording
from standpunt.report.cast import Said, Speaker
from standpunt.report.context import Badge, Chip, Fact, When

UNSURE = 0.6  # a statement less sure than this says so
LABEL = 72  # characters of an article without a headline that stand for one


def chip(speaker: Speaker, statements: int = 0) -> Chip:
    return Chip(speaker.name, speaker.initials, speaker.colour, speaker.anchor, statements)


def when(moment: Moment, *, short: bool = False) -> When:
    return When(wording.moment(moment, short=short), wording.machine(moment), wording.uncertainty(moment))


def label(article: DatedArticle) -> str:
    """The headline of an article, else its title, else its first words."""
    text = article.article.text
    headline = next(
        (block.span.of(text) for block in article.article.blocks if block.role is Role.HEADLINE), ""
    )
    body = next(
        (block.span.of(text) for block in article.article.blocks if block.role in (Role.LEAD, Role.BODY)),
        text,
    )
    words = " ".join((headline or article.article.title or body).split())
    if headline or article.article.title or len(words) <= LABEL:
        return words
    return words[:LABEL].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def source(article: DatedArticle) -> str:
    """Who published it: outlet and agency; empty where the article does not say."""
    given = dict.fromkeys(name for name in (article.article.outlet, article.article.agency) if name)
    return " / ".join(given)


def badges(one: Said) -> tuple[Badge, ...]:
    statement = one.statement
    found = [Badge(wording.form(statement), statement.form.value)]
    if statement.declines:
        found.append(Badge(wording.DECLINES, "declines", "De spreker wil hierover niets zeggen"))
    if one.via or statement.via is not None:
        teller = one.via.name if one.via else "een ander"
        found.append(Badge(f"volgens {teller}", "via", f"{teller} geeft deze woorden door"))
    if statement.confidence < UNSURE:
        share = f"{statement.confidence:.0%}".replace("%", "\N{NO-BREAK SPACE}%")
        found.append(Badge("onzeker", "unsure", f"Zekerheid van de toeschrijving: {share}"))
    return tuple(found)


def facts(one: Said) -> tuple[Fact, ...]:
    """Why this is a statement and why of this speaker, with the words that it rests on."""
    text, statement = one.article.article.text, one.statement
    spans = (
        ("bron in de tekst", statement.source),
        ("gericht tot", statement.addressee),
        ("gelegenheid", statement.occasion),
    )
    told = [Fact(name, span.of(text)) for name, span in spans if span]
    if one.told and statement.said is not None:
        words = one.article.reading.times[statement.said].span.of(text)
        told.append(Fact("wanneer gezegd", f"{wording.moment(one.when)} ({words})"))
    sure = f"{statement.confidence:.0%}".replace("%", "\N{NO-BREAK SPACE}%")
    return (
        *told,
        Fact("uitspraak", _reason(statement.why)),
        Fact("spreker", _reason(statement.why_speaker)),
        *([Fact("zekerheid", sure)] if statement.confidence < 1 else []),
    )


def _reason(reason: Reason) -> str:
    words = f"{reason.rule}: {reason.entry}" if reason.entry else reason.rule
    return f"{words} (kandidaten: {', '.join(reason.candidates)})" if reason.candidates else words
