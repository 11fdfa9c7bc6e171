"""A small fictional dossier, made by hand: a storm barrier, a minister, a mayor, a council and a country.

It has what is hard to show: statements in two pieces, one inside another, one that nobody could be named for;
dates that are a day, a month, and none; markup in a text; something that was set aside; an issue with all that there
can be, one with little, and one on which nobody takes a position.
"""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from standpunt.model import (
    Actor,
    ActorKind,
    Article,
    Block,
    Chain,
    Clue,
    Condition,
    Contradiction,
    DatedArticle,
    Dossier,
    Event,
    EventKind,
    EventMention,
    EventStatus,
    Form,
    Issue,
    Mention,
    MentionForm,
    Moment,
    Position,
    Provenance,
    Reading,
    Reason,
    ResolvedTime,
    Role,
    SetAside,
    Shift,
    Span,
    Stance,
    Statement,
    Telling,
    TimeExpression,
    TimexType,
)

WHY = Reason("frame:quote", "zeggen")
NAMED = Reason("name:full")

MARCH_14 = Moment(
    datetime.date(2031, 3, 14),
    datetime.date(2031, 3, 14),
    (Clue("header:day", "14 maart 2031", datetime.date(2031, 3, 14), datetime.date(2031, 3, 14)),),
)
FEBRUARY = Moment(
    datetime.date(2031, 2, 1),
    datetime.date(2031, 2, 28),
    (Clue("header:month", "2031-02", datetime.date(2031, 2, 1), datetime.date(2031, 2, 28)),),
)
MARCH_11 = Moment(datetime.date(2031, 3, 11), datetime.date(2031, 3, 11))

MINISTER, MAYOR, COUNCIL, STATE, HARBOUR = (
    "a:verbruggen",
    "a:terpstra",
    "a:dijkraad",
    "a:noordmark",
    "a:haven",
)

ACTORS = (
    Actor(COUNCIL, "Dijkraad", ActorKind.ORGANISATION, NAMED, aliases=("de Dijkraad", "de raad")),
    Actor(
        MINISTER,
        "Hilde Verbruggen",
        ActorKind.PERSON,
        NAMED,
        party="Waterpartij",
        roles=("minister van Waterstaat",),
        offices=("minister van Waterstaat, 2029-10-01/",),
        aliases=("minister Verbruggen", "Verbruggen", "zij"),
    ),
    Actor(MAYOR, "Joost Terpstra", ActorKind.PERSON, NAMED, roles=("burgemeester van Oudezand",)),
    Actor(STATE, "Noordmark", ActorKind.STATE, NAMED),
    Actor(HARBOUR, "Havenbedrijf Oudezand", ActorKind.ORGANISATION, NAMED),
)
KINDS = {actor.id: (actor.name, actor.kind) for actor in ACTORS}


def find(text: str, words: str, nth: int = 1) -> Span:
    """The nth occurrence of words in a text."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def laid_out(written: str) -> tuple[str, tuple[Block, ...]]:
    """`role | words`, an empty line after each block; in the text too an empty line stands between."""
    blocks: list[Block] = []
    text = ""
    for part in written.strip().split("\n\n"):
        role, words = " ".join(part.split("\n")).split(" | ", 1)
        text += "\n\n" if text else ""
        blocks.append(Block(Span(len(text), len(text) + len(words)), Role(role)))
        text += words
    return text, tuple(blocks)


def statement(
    text: str,
    content: Sequence[str],
    speaker: int | None,
    form: Form = Form.DIRECT,
    *,
    cue: str = "",
    source: str = "",
    via: int | None = None,
    declines: bool = False,
    said: int | None = None,
    confidence: float = 0.9,
) -> Statement:
    at = min(find(text, piece).start for piece in content)
    near = [
        find(text, words, nth) for words in (cue, source) if words for nth in range(1, text.count(words) + 1)
    ]
    return Statement(
        content=tuple(find(text, piece) for piece in content),
        form=form,
        why=WHY if cue else Reason("quotation:alone"),
        why_speaker=Reason("chain:subject")
        if speaker is not None
        else Reason("none", candidates=("de raad", "zij")),
        cue=min(
            (span for span in near if span.of(text) == cue),
            key=lambda span: abs(span.start - at),
            default=None,
        ),
        source=min(
            (span for span in near if span.of(text) == source),
            key=lambda span: abs(span.start - at),
            default=None,
        ),
        speaker=speaker,
        via=via,
        declines=declines,
        said=said,
        confidence=confidence,
    )


def mentions(text: str, found: Sequence[tuple[str, int, MentionForm, int | None]]) -> tuple[Mention, ...]:
    return tuple(
        Mention(span := find(text, words, nth), span, form, ActorKind.PERSON, chain, NAMED)
        for words, nth, form, chain in found
    )


def chains(*ids: str) -> tuple[Chain, ...]:
    return tuple(Chain(*KINDS[id], mentions=(), reason=NAMED) for id in ids)


def sentences(text: str) -> tuple[Span, ...]:
    """Lines cut at a full stop and a space; enough for these texts."""
    spans, place = [], 0
    for line in text.splitlines(keepends=True):
        for piece in line.replace(". ", ".\0 ").replace('." ', '."\0 ').split("\0"):
            if words := piece.strip():
                start = text.index(words, place)
                spans.append(Span(start, start + len(words)))
            place += len(piece)
    return tuple(spans)


ZEEPOORT = """
byline | Van onze verslaggever

headline | Minister wil Zeepoort pas sluiten als de dijk het houdt

lead | OUDEZAND - De Zeepoort gaat voorlopig niet dicht. "Eerst moet de dijk het houden", zei minister
Verbruggen van Waterstaat dinsdag bij een bezoek aan de haven.

body | Zij liet weten dat burgemeester Terpstra haar had verzekerd dat "geen enkel huis" gevaar loopt.
"De kering", zegt Terpstra, "is veertig jaar oud, en dat is te zien."

caption | De Zeepoort bij Oudezand, gezien vanaf de pier

heading | 'Te vroeg'

body | Hoeveel het herstel gaat kosten, wil de minister nog niet zeggen. "Het is te vroeg voor bedragen."
De Dijkraad noemt de toestand van de kering "zorgwekkend, maar niet hopeloos" en verwacht dat de
werken in de zomer van 2031 beginnen.

pull quote | "Eerst moet de dijk het houden"

body | Noordmark zou volgens de raad "op korte termijn" een deel betalen. Of dat zo is, blijft onduidelijk.
"""


def first() -> DatedArticle:
    text, blocks = laid_out(ZEEPOORT)
    who = chains(MINISTER, MAYOR, COUNCIL, STATE)
    return DatedArticle(
        article=Article(
            id="8f21ab90c4d2",
            text_hash="t1",
            text=text,
            blocks=blocks,
            provenance=Provenance("kust/zeepoort.html", "html"),
            title="Minister wil Zeepoort pas sluiten",
            outlet="De Kustbode",
            author="Marit Zandstra",
            url="https://kustbode.example/zeepoort",
            published=MARCH_14,
            revised="vandaag, 11:33",
        ),
        reading=Reading(
            article="8f21ab90c4d2",
            times=(
                TimeExpression(find(text, "dinsdag"), TimexType.DATE, Reason("weekday")),
                TimeExpression(find(text, "de zomer van 2031"), TimexType.DATE, Reason("season"), "2031-SU"),
            ),
            mentions=mentions(
                text,
                [
                    ("minister Verbruggen van Waterstaat", 1, MentionForm.NAME, 0),
                    ("Zij", 1, MentionForm.PRONOUN, 0),
                    ("burgemeester Terpstra", 1, MentionForm.NAME, 1),
                    ("Terpstra", 2, MentionForm.NAME, 1),
                    ("haar", 1, MentionForm.PRONOUN, 0),
                    ("de minister", 1, MentionForm.ROLE, 0),
                    ("De Dijkraad", 1, MentionForm.NAME, 2),
                    ("Noordmark", 1, MentionForm.NAME, 3),
                    ("de raad", 1, MentionForm.ROLE, None),
                ],
            ),
            chains=who,
            statements=(
                statement(
                    text,
                    ["Eerst moet de dijk het houden"],
                    0,
                    cue="zei",
                    source="minister Verbruggen van Waterstaat",
                    said=0,
                ),
                statement(
                    text,
                    ['burgemeester Terpstra haar had verzekerd dat "geen enkel huis" gevaar loopt'],
                    0,
                    Form.MIXED,
                    cue="liet weten",
                    source="Zij",
                ),
                statement(
                    text,
                    ['"geen enkel huis" gevaar loopt'],
                    1,
                    Form.MIXED,
                    cue="verzekerd",
                    source="burgemeester Terpstra",
                    via=0,
                ),
                statement(
                    text,
                    ["De kering", "is veertig jaar oud, en dat is te zien."],
                    1,
                    cue="zegt",
                    source="Terpstra",
                ),
                statement(
                    text,
                    ["Hoeveel het herstel gaat kosten"],
                    0,
                    Form.INDIRECT,
                    cue="wil de minister nog niet zeggen",
                    source="de minister",
                    declines=True,
                ),
                statement(text, ["Het is te vroeg voor bedragen."], 0),
                statement(
                    text,
                    ['de toestand van de kering "zorgwekkend, maar niet hopeloos"'],
                    2,
                    Form.MIXED,
                    cue="noemt",
                    source="De Dijkraad",
                ),
                statement(
                    text,
                    ["de werken in de zomer van 2031 beginnen"],
                    2,
                    Form.INDIRECT,
                    cue="verwacht",
                    source="De Dijkraad",
                ),
                statement(
                    text,
                    ["Noordmark", '"op korte termijn" een deel betalen'],
                    None,
                    Form.MIXED,
                    cue="volgens",
                    source="de raad",
                    confidence=0.42,
                ),
            ),
            events=(
                EventMention(
                    find(text, "bezoek"),
                    EventKind.VISIT,
                    EventStatus.HAPPENED,
                    Reason("scene", "bezoek"),
                    Reason("past tense", "zei"),
                    (0,),
                    time=0,
                ),
                EventMention(
                    find(text, "beginnen"),
                    EventKind.DECISION,
                    EventStatus.PLANNED,
                    Reason("verb", "beginnen"),
                    Reason("present with a day", "beginnen"),
                    (2,),
                    time=1,
                ),
            ),
            sentences=sentences(text),
        ),
        published=MARCH_14,
        times=(
            ResolvedTime("2031-03-11", MARCH_11, Reason("weekday:past")),
            ResolvedTime(
                "2031-SU", Moment(datetime.date(2031, 6, 21), datetime.date(2031, 9, 20)), Reason("season")
            ),
        ),
        actors=(MINISTER, MAYOR, COUNCIL, STATE),
    )


DIJK = """
byline | 2031-02 NPD

body | Burgemeester Joost Terpstra van Oudezand sluit een verhoging van de dijk niet uit.
„We houden alles open”, zei hij. Het Havenbedrijf wilde niet reageren.

body | De Dijkraad vindt dat de kering dit jaar nog dicht moet kunnen.
Dat is volgens de raad technisch haalbaar.
"""


def second() -> DatedArticle:
    text, blocks = laid_out(DIJK)
    return DatedArticle(
        article=Article(
            id="8f21ab77aa01",
            text_hash="t2",
            text=text,
            blocks=blocks,
            provenance=Provenance("kust/npd.csv", "csv", "regel 3"),
            agency="NPD",
            published=FEBRUARY,
        ),
        reading=Reading(
            article="8f21ab77aa01",
            times=(TimeExpression(find(text, "dit jaar"), TimexType.DATE, Reason("this:year")),),
            mentions=mentions(
                text,
                [
                    ("Burgemeester Joost Terpstra van Oudezand", 1, MentionForm.NAME, 0),
                    ("hij", 1, MentionForm.PRONOUN, 0),
                    ("Het Havenbedrijf", 1, MentionForm.NAME, 2),
                    ("De Dijkraad", 1, MentionForm.NAME, 1),
                ],
            ),
            chains=chains(MAYOR, COUNCIL, HARBOUR),
            statements=(
                statement(
                    text,
                    ["een verhoging van de dijk niet uit"],
                    0,
                    Form.INDIRECT,
                    cue="sluit",
                    source="Burgemeester Joost Terpstra van Oudezand",
                ),
                statement(text, ["We houden alles open"], 0, cue="zei", source="hij"),
                statement(
                    text,
                    ["de kering dit jaar nog dicht moet kunnen"],
                    1,
                    Form.INDIRECT,
                    cue="vindt",
                    source="De Dijkraad",
                ),
                statement(
                    text, ["Dat is", "technisch haalbaar"], 1, Form.INDIRECT, cue="volgens", source="de raad"
                ),
            ),
            sentences=sentences(text),
        ),
        published=FEBRUARY,
        times=(
            ResolvedTime(
                "2031", Moment(datetime.date(2031, 1, 1), datetime.date(2031, 12, 31)), Reason("this:year")
            ),
        ),
        actors=(MAYOR, COUNCIL, HARBOUR),
    )


HOSTILE = "</style><script>document.title='gekaapt'</script><img src=x onerror=\"document.title='gekaapt'\">"


def third() -> DatedArticle:
    text, blocks = laid_out(
        f"""headline | Lezer schrijft: {HOSTILE}

body | "Wie {HOSTILE} typt, houdt geen water tegen", aldus Terpstra & zijn 'raad'."""
    )
    text += "\n\nDit staat in geen enkel blok."
    return DatedArticle(
        article=Article(
            id="00c3d1e5f7aa",
            text_hash="t3",
            text=text,
            blocks=blocks,
            provenance=Provenance("kust/<b>brief</b>.txt", "text"),
            url="javascript:document.title='gekaapt'",
        ),
        reading=Reading(
            article="00c3d1e5f7aa",
            mentions=mentions(text, [("Terpstra", 1, MentionForm.NAME, 0)]),
            chains=chains(MAYOR),
            statements=(
                statement(
                    text, [f"Wie {HOSTILE} typt, houdt geen water tegen"], 0, cue="aldus", source="Terpstra"
                ),
            ),
        ),
        published=Moment(),
        times=(),
        actors=(MAYOR,),
    )


ISSUES = (
    Issue(id="dicht", label="De Zeepoort dicht", proposal="De Zeepoort gaat dicht"),
    Issue(id="dijk", label="Een hogere dijk", proposal="De dijk bij Oudezand wordt hoger"),
    Issue(id="tol", label="Tol & <b>haven</b>", proposal="Schepen betalen tol"),
)


def position(
    dated: DatedArticle,
    actor: str,
    issue: str,
    stance: Stance,
    words: str,
    *,
    held: Moment | None = None,
    statement: int | None = None,
    condition: int | None = None,
) -> Position:
    when = Moment(dated.published.earliest, dated.published.latest) if held is None else held
    evidence = find(dated.article.text, words)
    why = Reason("reporting verb", "vinden")
    return Position(
        actor, issue, stance, when, dated.article.id, evidence, why, "named", statement, condition=condition
    )


def coded(made: Dossier) -> Dossier:
    """The dossier with who stands where on the issues."""
    early, late, _ = made.articles
    before = Moment(None, datetime.date(2031, 3, 10))
    closing = position(
        early, COUNCIL, "dicht", Stance.SUPPORT, "de kering dit jaar nog dicht moet kunnen", statement=2
    )
    against = position(late, MINISTER, "dicht", Stance.OPPOSE, "gaat voorlopig niet dicht", held=before)
    first_the_dike = position(
        late,
        MINISTER,
        "dicht",
        Stance.CONDITIONAL,
        "Eerst moet de dijk het houden",
        held=MARCH_11,
        statement=0,
        condition=0,
    )
    waits = position(
        late, COUNCIL, "dicht", Stance.OPEN, "de werken in de zomer van 2031 beginnen", statement=7
    )
    return replace(
        made,
        issues=ISSUES,
        positions=(
            position(early, MAYOR, "dijk", Stance.OPEN, "sluit een verhoging van de dijk niet uit", statement=0),
            position(early, HARBOUR, "dijk", Stance.DECLINES, "wilde niet reageren"),
            closing, against, first_the_dike, waits,
        ),
        conditions=(
            Condition(
                MINISTER, "dicht", MARCH_11, late.article.id, first_the_dike.evidence, "een dijk die het houdt", 0,
                must=COUNCIL, statement=0,
            ),
        ),
        shifts=(Shift(closing, waits), Shift(against, first_the_dike, "Waterpartij")),
        contradictions=(Contradiction(closing, against, "kabinet"),),
    )  # fmt: skip


def knotty() -> Dossier:
    """The dossier with conditions that hang together: lists of which all or one must hold, `tenzij`, what one wants and
    another fears, and one set by somebody who has said no since."""
    made = plain()
    early, late, _ = made.articles

    def sets(
        actor: str, group: str, words: str, number: int = 0, *, any: bool = False, unless: bool = False
    ) -> tuple[Position, Condition]:
        taken = position(
            early if actor == HARBOUR else late, actor, "dicht", Stance.CONDITIONAL, words, condition=0
        )
        stated = Condition(
            actor, "dicht", taken.held, taken.article, taken.evidence, group, number, any=any, unless=unless
        )
        return taken, stated

    positions, conditions = zip(
        sets(MINISTER, "geld", "Eerst moet de dijk", 1, any=True),
        sets(MINISTER, "instemming", "geen enkel huis", 1, any=True),
        sets(MINISTER, "steun", "Het is te vroeg", unless=True),
        sets(MAYOR, "geld", "De kering"),
        sets(COUNCIL, "geld", "zorgwekkend", 2),
        sets(COUNCIL, "steun", "hopeloos", 2),
        sets(HARBOUR, "tijd", "wilde niet"),
        strict=True,
    )
    no = position(late, HARBOUR, "dicht", Stance.OPPOSE, "bedragen")
    return replace(made, issues=ISSUES[:1], positions=(*positions, no), conditions=conditions)


def dossier() -> Dossier:
    return coded(plain())


def plain() -> Dossier:
    """The dossier without a codebook."""
    return Dossier(
        articles=(second(), first(), third()),
        actors=ACTORS,
        set_aside=(
            SetAside("kust/foto.jpg", "", "dit is geen tekst", "zet er alleen artikelen in"),
            SetAside("kust/archief.jsonl", "regel 12", "deze regel is geen JSON"),
        ),
        events=(
            Event(
                "8f21ab90c4d2-e1", EventKind.VISIT, "bezoek", EventStatus.HAPPENED, MARCH_11,
                (Telling("8f21ab90c4d2", 0),), Reason("told once"), (MINISTER,), "Oudezand",
            ),
            Event(
                "8f21ab90c4d2-e2", EventKind.DECISION, "werken beginnen", EventStatus.PLANNED,
                Moment(datetime.date(2031, 6, 21), datetime.date(2031, 9, 20)),
                (Telling("8f21ab90c4d2", 1),), Reason("told once"), (COUNCIL,),
            ),
        ),
    )  # fmt: skip
