"""The small parts that pages share, and how they are made of rows. Templates only print: all that is decided is
decided here and in `pages`. Every `text` is a stretch of an article, exactly as it stands there; every `label` is in
words for people."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from standpunt.display.blocks import address
from standpunt.display.parts import Badge, When
from standpunt.display.quoting import widen
from standpunt.display.segments import split
from standpunt.display.wording import Wording, machine
from standpunt.model import Form, Moment, Reason, Span, Stance
from standpunt.store.rows import PIECES, Row
from standpunt.web.visit import Visit

UNSURE = 0.6
"""A statement less sure than this says so."""


@dataclass(frozen=True, slots=True)
class Who:
    """An actor, leading to his page; nobody where `href` is empty."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Stood:
    """A stance: its class and its word."""

    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a sentence; `told` where they are what is said, or what shows a stance."""

    text: str
    told: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: the article, who published it, and the address of the words in it."""

    href: str
    label: str
    source: str


@dataclass(frozen=True, slots=True)
class Edit:
    """What a form must know to correct something: its `kind` (`statement`, `position`, `mention`), where its words are
    in which article, its words in `pieces`, whose it is, and of a position the issue and the stance."""

    kind: str
    article: str
    start: int
    stop: int
    pieces: tuple[str, ...]
    actor: str = ""
    name: str = ""
    issue: str = ""
    stance: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """One statement in its sentence. `witnesses` tells how many articles give it, where several do; `citation` is it
    with who, where and when, to be copied, and `link` a safe address that ends it, or empty; `edit` is for a form that
    corrects it, of which `/articles/ID#why-s-N` has more."""

    who: Who
    when: When
    parts: tuple[Part, ...]
    badges: tuple[Badge, ...]
    place: Place
    witnesses: str
    why: tuple[str, ...]
    citation: str
    link: str
    edit: Edit
    more: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody shows on an issue at one moment, in one place. `why` is how it is known."""

    who: Who
    stance: Stood
    when: When
    parts: tuple[Part, ...]
    place: Place
    why: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two positions side by side, and what is to be known of the pair."""

    one: Standing
    other: Standing
    told: str


def moment(row: Row, prefix: str) -> Moment:
    """Of the columns `PREFIX_earliest` and `PREFIX_latest`."""
    return Moment(row[f"{prefix}_earliest"], row[f"{prefix}_latest"])


def when(visit: Visit, moment: Moment, *, short: bool = False) -> When:
    hidden = moment.precision in ("range", "half-open")  # of a month one sees that the day is not known
    return When(
        visit.wording.moment(moment, short=short),
        machine(moment),
        visit.wording.uncertainty(moment) if hidden else "",
    )


def who(visit: Visit, id: str | None, name: str) -> Who:
    return Who(name, visit.to("actors", id)) if id else Who(visit.wording("who.unknown"), "")


def stood(visit: Visit, stance: Stance) -> Stood:
    return Stood(stance.value, visit.wording.term(stance))


def source(row: Row) -> str:
    """Who published an article: outlet and agency."""
    return " / ".join(dict.fromkeys(name for name in (row["outlet"], row["agency"]) if name))


def sentence(text: str, start: int, marks: Iterable[tuple[int, int]]) -> tuple[Part, ...]:
    """A sentence that begins at `start` of its article, with marks in it by their places in the article."""
    whole = Span(0, len(text))
    spans = (widen(text, Span(first - start, last - start)) for first, last in marks)
    return tuple(
        Part(" ".join(segment.span.of(text).split("\n")), bool(segment.keys))
        for segment in split(whole, [(span, True) for span in spans])
    )


def said(visit: Visit, row: Row) -> Said:
    """Of a row of `Pages.said`."""
    t = visit.wording
    return Said(
        who=who(visit, row["speaker_id"], row["speaker"]),
        when=when(visit, said_when(row)),
        parts=sentence(row["sentence"], row["sentence_start"], row["content_spans"]),
        badges=badges(
            t, Form(row["form"]), declines=row["declines"], via=row["via"], confidence=row["confidence"]
        ),
        place=Place(
            visit.to("articles", row["article_id"], at=f"s-{row['number']}"), row["article"], source(row)
        ),
        witnesses=t.count("said.articles", row["witnesses"]) if row["witnesses"] > 1 else "",
        why=why(visit, row),
        citation=citation(visit, row),
        link=address(row["url"]),
        edit=_edit(row),
        more=visit.to("articles", row["article_id"], at=f"why-s-{row['number']}"),
    )


def _edit(row: Row) -> Edit:
    start, stop = row["content_spans"][0]
    pieces = tuple(row["content"].split(PIECES))
    return Edit("statement", row["article_id"], start, stop, pieces, row["speaker_id"] or "", row["speaker"])


def said_when(row: Row) -> Moment:
    """What was said before it was in the paper has its own day."""
    published, told = moment(row, "published"), moment(row, "said")
    early = told.precision != "open" and told.in_time < published.in_time and told != published
    return told if early else published


def citation(visit: Visit, row: Row) -> str:
    """Of a row of `Pages.said`: who, the sentence, the article, its outlet and its date as far as known."""
    t = visit.wording
    speaker = row["speaker"] or t("who.unknown")
    place = ", ".join(filter(None, (f"‘{row['article']}’", source(row), t.moment(moment(row, "published")))))
    return t("said.citation", who=speaker, sentence=" ".join(row["sentence"].split()), place=place)


def badges(t: Wording, form: Form, *, declines: bool, via: str, confidence: float) -> tuple[Badge, ...]:
    """Its form, and what else is to be known of a statement at once; `via` is in whose words it is told."""
    found = [Badge(t.term(form), form.value)]
    if declines:
        found.append(Badge(t("said.declines"), "declines", t("said.declines_told")))
    if via:
        found.append(Badge(t("said.via", who=via), "via"))
    if confidence < UNSURE:
        found.append(Badge(t("said.unsure"), "unsure", t("said.sure", share=t.percentage(confidence))))
    return tuple(found)


def why(visit: Visit, row: Row) -> tuple[str, ...]:
    """Why this is a statement and why of this speaker; to whom and where it was said, if told."""
    t = visit.wording
    told = (
        ("why.addressee", row["addressee"]),
        ("why.occasion", row["occasion"]),
        ("why.cue", row["cue"]),
        ("why.rule", t.reason(Reason(row["rule"], row["entry"]))),
        ("why.speaker", t.reason(Reason(row["speaker_rule"], "", tuple(row["candidates"])))),
        ("why.sure", t.percentage(row["confidence"])),
    )
    return tuple(t(key, words=words) for key, words in told if words)


def standing(visit: Visit, row: Row, stance: Stance | None = None) -> Standing:
    """Of a row of positions; `stance` is what it comes to together with others of that moment."""
    t = visit.wording
    how = t("standing.own" if row["statement_id"] else "standing.told")
    return Standing(
        who=who(visit, row["actor_id"], row["actor"]),
        stance=stood(visit, stance or Stance(row["stance"])),
        when=when(visit, moment(row, "held")),
        parts=around(row),
        place=Place(
            visit.to("articles", row["article_id"], at=f"p-{row['start']}"), row["article"], source(row)
        ),
        why=f"{how}; {t('why.rule', words=t.reason(Reason(row['rule'], row['entry'])))}",
    )


def around(row: Row) -> tuple[Part, ...]:
    """The sentence of a position or a condition, with the words that show it; found by its words, since a row does not
    tell where its sentence begins."""
    at = row["sentence"].find(row["words"])
    marks = [(at, at + len(row["words"]))] if at >= 0 else []
    return sentence(row["sentence"], 0, marks)


def pair(visit: Visit, one: Row, other: Row, told: Sequence[str]) -> Pair:
    return Pair(standing(visit, one), standing(visit, other), "; ".join(filter(None, told)))


def shift(visit: Visit, row: Mapping[str, Row]) -> Pair:
    """Of a row of shifts, with its positions `before` and `after`."""
    t = visit.wording
    offices = "; ".join(map(t.office, row["offices"]))
    return pair(
        visit,
        row["before"],
        row["after"],
        (
            t("shift.line", line=row["line"]) if row["line"] else "",
            t("shift.office", offices=offices) if offices else "",
        ),
    )
