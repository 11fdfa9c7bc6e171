"""An article: the text as it is, what was found marked in it, and why."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Response
from starlette.exceptions import HTTPException

from standpunt.display.blocks import address, stretches
from standpunt.display.initials import initials
from standpunt.display.parts import When
from standpunt.display.segments import Segment, split
from standpunt.model import ActorKind, DatedArticle, Moment, Role, Stance, Statement
from standpunt.store import Wanted
from standpunt.store.rows import Row, label
from standpunt.web import shapes, taking, views
from standpunt.web.pages.findings import Finding, Found, found
from standpunt.web.views import Who
from standpunt.web.visit import Visit, Visiting

router = APIRouter()

NAMES = 100
"""Actors whose names are offered."""

PALETTE = 8
"""Colours 1 to 8 of colours.css; 0 is the grey of an unknown speaker."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks in this article, in letters and a colour that no other has here, as far as they reach."""

    who: Who
    initials: str
    colour: int
    statements: int


@dataclass(frozen=True, slots=True)
class Flag:
    """Where a statement or a position begins in the text; it prints nothing of its own, so that the text stays the
    text. `key` is that of its finding, `anchor` its own; `sign` are letters that the style shows, `css` its
    classes."""

    key: str
    anchor: str
    sign: str
    css: str
    label: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the article to which the same findings apply: `keys` names them (`s-3 m-12`), `css` says what they are.
    `href` leads to the actor that is meant, where there is more than white space; `first` where they begin a finding
    that has no flag, so that the keyboard comes by once; `title` tells it in short."""

    text: str
    css: str
    keys: str
    href: str
    first: bool
    title: str
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the article. `start` is where it begins in the text, `tag` its element, `role` its class, `label` what
    it is, if not plain; `notes` are the statements that begin in it."""

    start: int
    tag: str
    role: str
    label: str
    pieces: tuple[Piece, ...]
    notes: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """What a correction of an article (its id) can choose from: names, issues and stances by value and label."""

    article: str
    names: tuple[str, ...]
    issues: tuple[tuple[str, str], ...]
    stances: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """`heading` is set where the text has no headline of its own; `named` tells whether that is a title (shown) or
    only its first words (for those who cannot see the page). `told` is the date that the source gives, `clues` what
    its date rests on, `link` a safe address or empty. `findings` are all that was found, with why; `choices` is None
    where nothing can be changed."""

    title: str
    heading: str
    named: bool
    when: When
    told: str
    source: str
    author: str
    link: str
    file: str
    clues: tuple[tuple[str, str, str], ...]
    speakers: tuple[Speaker, ...]
    paragraphs: tuple[Paragraph, ...]
    findings: tuple[Finding, ...]
    choices: Choices | None
    before: Who | None
    after: Who | None


@router.get("/articles/{id}")
def show(visit: Visiting, id: str) -> Response:
    page = article_page(visit, id)
    return visit.page("article.html.j2", lambda: page, data(visit, id))


def data(visit: Visit, id: str) -> taking.Tables:
    """The statements of the article, and the positions that it shows."""
    return {
        "statements": taking.table(shapes.STATEMENT, lambda: visit.store.statements(Wanted(article=id))),
        "positions": taking.table(shapes.POSITION, lambda: visit.store.held_in(id)),
    }


def article_page(visit: Visit, id: str) -> ArticlePage:
    """Raises HTTPException where there is no such article."""
    dated = next(visit.store.dated_articles(id), None) if id else None
    if dated is None:
        raise HTTPException(404)
    article, t = dated.article, visit.wording
    named = visit.store.named(actor for actor in dated.actors if actor)
    speakers = _speakers(visit, dated, named)
    listed = found(visit, dated, named, {id: speaker.colour for id, speaker in speakers.items()})
    before, after = visit.store.beside(id)
    return ArticlePage(
        title=label(article),
        heading="" if any(block.role is Role.HEADLINE for block in article.blocks) else label(article),
        named=bool(article.title),
        when=views.when(visit, dated.published),
        told=t.moment(article.published) if article.published.precision != "open" else "",
        source=" / ".join(dict.fromkeys(filter(None, (article.outlet, article.agency)))),
        author=article.author,
        link=address(article.url),
        file=", ".join(filter(None, (article.provenance.source, article.provenance.part))),
        clues=tuple(
            (clue.rule, clue.words, t.moment(Moment(clue.earliest, clue.latest)))
            for clue in dated.published.evidence
        ),
        speakers=tuple(speakers.values()),
        paragraphs=tuple(_paragraphs(visit, dated, listed, speakers)),
        findings=tuple(dict.fromkeys(each.finding for each in listed)),
        choices=_choices(visit, id, named) if visit.editor and visit.editor.name else None,
        before=_neighbour(visit, before),
        after=_neighbour(visit, after),
    )


def _choices(visit: Visit, article: str, named: Mapping[str, Row]) -> Choices:
    """Those of the article first, then those who speak most."""
    store, t = visit.store, visit.wording
    names = [
        *(row["name"] for row in named.values()),
        *(row["name"] for row in store.speakers(limit=NAMES).rows),
    ]
    issues = tuple((row["id"], row["label"]) for row in store.rows("issues"))
    return Choices(
        article, tuple(dict.fromkeys(names)), issues, tuple((each.value, t.term(each)) for each in Stance)
    )


def _neighbour(visit: Visit, row: Row | None) -> Who | None:
    return Who(row["label"], visit.to("articles", row["id"])) if row else None


def _speakers(visit: Visit, dated: DatedArticle, named: Mapping[str, Row]) -> dict[str, Speaker]:
    """By actor, most statements first; a letter more for those who would share theirs; who is unknown last."""
    said = Counter(_speaker(dated, each) for each in dated.reading.statements)
    known = [id for id, _ in said.most_common() if id]
    short = {id: initials(named[id]["name"], ActorKind(named[id]["kind"]), 1) for id in known}
    shared = Counter(short.values())
    speakers = {
        id: Speaker(
            views.who(visit, id, named[id]["name"]),
            initials(named[id]["name"], ActorKind(named[id]["kind"]), 2)
            if shared[short[id]] > 1
            else short[id],
            at % PALETTE + 1,
            said[id],
        )
        for at, id in enumerate(known)
    }
    if said[""]:
        speakers[""] = Speaker(views.who(visit, "", ""), "?", 0, said[""])
    return speakers


def _speaker(dated: DatedArticle, statement: Statement) -> str:
    return dated.actors[statement.speaker] if statement.speaker is not None else ""


def _paragraphs(
    visit: Visit, dated: DatedArticle, listed: Sequence[Found], speakers: Mapping[str, Speaker]
) -> Iterator[Paragraph]:
    text, begun, titled = dated.article.text, set[Found](), False
    for span, role in stretches(dated.article):
        here = [(mark, each) for each in listed for mark in each.spans if mark.overlaps(span)]
        pieces, notes = [], []
        for segment in split(span, here):
            new = [each for each in dict.fromkeys(segment.keys) if each not in begun]
            begun |= set(new)
            notes += [each.finding for each in new if each.css == "q"]
            pieces.append(_piece(segment, text, new, speakers))
        tag = {Role.HEADLINE: "p" if titled else "h1", Role.HEADING: "h2"}.get(role, "p")
        titled = titled or tag == "h1"
        css, told = role.value.replace(" ", "-"), visit.wording.term(role)
        yield Paragraph(span.start, tag, css, told, tuple(pieces), tuple(notes))


def _piece(
    segment: Segment[Found], text: str, new: Sequence[Found], speakers: Mapping[str, Speaker]
) -> Piece:
    covering, words = tuple(dict.fromkeys(segment.keys)), segment.span.of(text)
    said = [each for each in covering if each.css == "q"]
    css = list(dict.fromkeys(each.css for each in covering))
    if said:
        css += [f"c{speakers[said[-1].actor].colour}", f"f{said[-1].form}"]
        css += [f"o{speakers[said[-2].actor].colour}"] if len(said) > 1 else []
    return Piece(
        text=words,
        css=" ".join(css),
        keys=" ".join(each.finding.key for each in covering),
        href=next((each.href for each in reversed(covering) if each.href and words.strip()), ""),
        first=any(each.css in ("m", "t", "e", "c") for each in new),
        title=next((each.finding.title for each in reversed(covering) if each.css in ("m", "t", "e")), ""),
        flags=tuple(_flag(each, speakers) for each in new if each.css in ("q", "stand")),
    )


def _flag(each: Found, speakers: Mapping[str, Speaker]) -> Flag:
    if each.css == "q":
        speaker = speakers[each.actor]
        return Flag(
            each.finding.key, each.finding.key, speaker.initials, f"k c{speaker.colour}", each.finding.title
        )
    return Flag(each.finding.key, f"p-{each.spans[0].start}", each.sign, f"h {each.form}", each.finding.title)
