"""The small parts that several sections of the page share."""

from standpunt.display.parts import Badge, When
from standpunt.display.wording import DUTCH, machine
from standpunt.model import DatedArticle, Moment, Role
from standpunt.report.cast import Said, Speaker
from standpunt.report.context import Chip

UNSURE = 0.6  # a statement less sure than this says so
LABEL = 72  # characters of an article without a headline that stand for one


def chip(speaker: Speaker, statements: int = 0) -> Chip:
    return Chip(speaker.name, speaker.initials, speaker.colour, speaker.anchor, statements)


def when(moment: Moment, *, short: bool = False) -> When:
    return When(DUTCH.moment(moment, short=short), machine(moment), DUTCH.uncertainty(moment))


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
    found = [Badge(DUTCH.term(statement.form), statement.form.value)]
    if statement.declines:
        found.append(Badge("zwijgt hierover", "declines", "De spreker wil hierover niets zeggen"))
    if one.via or statement.via is not None:
        teller = one.via.name if one.via else "een ander"
        found.append(Badge(f"volgens {teller}", "via", f"{teller} geeft deze woorden door"))
    if statement.confidence < UNSURE:
        sure = DUTCH.percentage(statement.confidence)
        found.append(Badge("onzeker", "unsure", f"Zekerheid van de toeschrijving: {sure}"))
    return tuple(found)


def why(one: Said) -> tuple[str, ...]:
    """Why this is a statement and why of this speaker; to whom, when and where it was said, if told."""
    text, statement = one.article.article.text, one.statement
    told = []
    if statement.addressee:
        told.append(f"gericht tot: {statement.addressee.of(text)}")
    if statement.occasion:
        told.append(f"gelegenheid: {statement.occasion.of(text)}")
    if one.told and statement.said is not None:
        told.append(
            f"gezegd: {DUTCH.moment(one.when)} ({one.article.reading.times[statement.said].span.of(text)})"
        )
    return (
        *told,
        f"regel: {DUTCH.reason(statement.why)}",
        f"spreker: {DUTCH.reason(statement.why_speaker)}",
        *([f"zekerheid: {DUTCH.percentage(statement.confidence)}"] if statement.confidence < 1 else []),
    )
