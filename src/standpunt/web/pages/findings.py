"""All that was found in an article, each with where it is and why: the rule, the entry of the word list, who else."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from standpunt.display.parts import Badge
from standpunt.display.quoting import widen
from standpunt.model import DatedArticle, MentionForm, Reason, Span, Stance, Statement
from standpunt.store.rows import Row
from standpunt.web.views import Edit, Who, badges, stood, who
from standpunt.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that was found. `key` is unique in the article: `s-3` a statement, `m-12` a mention, `t-2` a time,
    `e-1` an event, `c-1` a condition, `p-120` a position by where its words begin. `kind` is what it is, `title` what
    it comes to, both in words; `colour` is that of the speaker; `lines` say why: what, and the words for it; `edit` is
    for forms that correct it, None where it cannot be."""

    key: str
    kind: str
    title: str
    words: str
    who: Who | None
    colour: int
    badges: tuple[Badge, ...]
    lines: tuple[tuple[str, str], ...]
    edit: Edit | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A finding in the text: `css` is the class of its words: `q` what is said, `cue` the cue and source of a
    statement, `m` and `pro` a mention by name or by pronoun, `t`, `e`, `c` as their keys, `stand` words that show a
    position. `actor` is the id of the speaker, `form` a class more, `href` where the words lead, `sign` what its flag
    says."""

    finding: Finding
    spans: tuple[Span, ...]
    css: str
    actor: str = ""
    form: str = ""
    href: str = ""
    sign: str = ""


def found(
    visit: Visit, dated: DatedArticle, named: Mapping[str, Row], colours: Mapping[str, int]
) -> tuple[Found, ...]:
    """Statements first, as the outer marks; a nested one lies within the other."""
    finder = _Finder(visit, dated, named, colours)
    return (
        *finder.statements(),
        *finder.conditions(),
        *finder.times(),
        *finder.events(),
        *finder.mentions(),
        *finder.positions(),
    )


class _Finder:
    def __init__(
        self, visit: Visit, dated: DatedArticle, named: Mapping[str, Row], colours: Mapping[str, int]
    ) -> None:
        self.visit, self.dated, self.named, self.colours = visit, dated, named, colours
        self.t, self.text = visit.wording, dated.article.text

    def statements(self) -> Iterator[Found]:
        outer_first = sorted(
            enumerate(self.dated.reading.statements, 1), key=lambda each: each[1].via is not None
        )
        for number, one in outer_first:
            finding, actor = self._statement(number, one), self._actor(one.speaker)
            said = tuple(widen(self.text, piece) for piece in one.content)
            yield Found(finding, said, "q", actor, one.form.value)
            frame = tuple(span for span in (one.cue, one.source) if span)
            if frame:
                yield Found(finding, frame, "cue")

    def _statement(self, number: int, one: Statement) -> Finding:
        t, actor = self.t, self._actor(one.speaker)
        time = self.dated.reading.times[one.said].span if one.said is not None else None
        via = self._name(one.via) if one.via is not None else ""
        title = t("article.said_by", who=self._name(one.speaker), form=t.term(one.form))
        return self._finding(
            f"s-{number}", "statement", title, one.content[0].of(self.text),
            (
                ("rule", t.reason(one.why)), ("speaker", t.reason(one.why_speaker)),
                ("cue", self._words(one.cue)), ("addressee", self._words(one.addressee)),
                ("occasion", self._words(one.occasion)), ("time", self._words(time)),
                ("sure", t.percentage(one.confidence)),
            ),
            actor=actor, badges=badges(t, one.form, declines=one.declines, via=via, confidence=one.confidence),
            edit=self._edit("statement", one.content, actor, self._name(one.speaker) if actor else ""),
        )  # fmt: skip

    def times(self) -> Iterator[Found]:
        for number, (time, resolved) in enumerate(
            zip(self.dated.reading.times, self.dated.times, strict=True), 1
        ):
            known = resolved.moment.precision != "open"
            title = self.t.moment(resolved.moment) if known else resolved.value
            finding = self._finding(
                f"t-{number}", "time", title, time.span.of(self.text),
                (
                    ("value", f"{time.type.value} {resolved.value}"), ("found", self.t.reason(time.reason)),
                    ("resolved", self.t.reason(resolved.reason)),
                ),
            )  # fmt: skip
            yield Found(finding, (time.span,), "t")

    def events(self) -> Iterator[Found]:
        for number, event in enumerate(self.dated.reading.events, 1):
            title = ", ".join(filter(None, (self.t.term(event.kind), self.t.term(event.status))))
            among = ", ".join(self._name(chain) for chain in event.participants)
            finding = self._finding(
                f"e-{number}", "event", title, event.trigger.of(self.text),
                (
                    ("among", among), ("where", self._words(event.place)),
                    ("rule", self.t.reason(event.why)), ("status", self.t.reason(event.why_status)),
                ),
            )  # fmt: skip
            yield Found(finding, (event.trigger,), "e")

    def conditions(self) -> Iterator[Found]:
        for number, one in enumerate(self.dated.reading.conditions, 1):
            title = self.t("article.condition_of", who=self._name(one.holder))
            finding = self._finding(
                f"c-{number}", "condition", title, one.span.of(self.text),
                (
                    ("must", self._name(one.must) if one.must is not None else ""),
                    ("unless", self.t("condition.unless") if one.unless else ""),
                    ("cue", self._words(one.marker)), ("rule", self.t.reason(one.why)),
                ),
            )  # fmt: skip
            yield Found(finding, (one.span,), "c")

    def mentions(self) -> Iterator[Found]:
        for number, mention in enumerate(self.dated.reading.mentions, 1):
            actor, name = self._actor(mention.chain), self._name(mention.chain)
            finding = self._finding(
                f"m-{number}",
                "mention",
                name,
                mention.span.of(self.text),
                (("rule", self.t.reason(mention.reason)),),
                edit=self._edit("mention", [mention.span], actor, name) if actor else None,
            )
            css = "pro" if mention.form is MentionForm.PRONOUN else "m"
            href = self.visit.to("actors", actor) if actor else ""
            yield Found(finding, (mention.span,), css, href=href)

    def positions(self) -> Iterator[Found]:
        labels = {row["id"]: row["label"] for row in self.visit.store.rows("issues")}
        taken = set[str]()
        for row in self.visit.store.held_in(self.dated.article.id):
            key = f"p-{row['start']}"
            key = f"{key}-{row['id']}" if key in taken else key
            taken.add(key)
            stance, issue = stood(self.visit, Stance(row["stance"])), labels[row["issue_id"]]
            finding = self._finding(
                key, "position", self.t("article.position", who=row["actor"], issue=issue, stance=stance.label),
                row["words"],
                (
                    ("near", self.t(f"near.{row['near']}")),
                    ("rule", self.t.reason(Reason(row["rule"], row["entry"]))),
                ),
                edit=self._edit(
                    "position", [Span(row["start"], row["stop"])], row["actor_id"], row["actor"], row["issue_id"],
                    row["stance"],
                ),
            )  # fmt: skip
            href = self.visit.to("issues", row["issue_id"])
            yield Found(
                finding, (Span(row["start"], row["stop"]),), "stand", "", stance.kind, href, stance.label
            )

    def _finding(
        self,
        key: str,
        kind: str,
        title: str,
        words: str,
        lines: tuple[tuple[str, str], ...],
        *,
        actor: str = "",
        badges: tuple[Badge, ...] = (),
        edit: Edit | None = None,
    ) -> Finding:
        told = tuple((self.t(f"finding.{what}"), words) for what, words in lines if words)
        speaks = (
            who(self.visit, actor, self.named[actor]["name"] if actor else "")
            if kind == "statement"
            else None
        )
        colour = self.colours.get(actor, 0)
        return Finding(key, self.t(f"finding.{kind}"), title, words, speaks, colour, badges, told, edit)

    def _edit(
        self, kind: str, spans: Sequence[Span], actor: str, name: str, issue: str = "", stance: str = ""
    ) -> Edit:
        pieces = tuple(span.of(self.text) for span in spans)
        return Edit(kind, self.dated.article.id, *spans[0], pieces, actor, name, issue, stance)

    def _actor(self, chain: int | None) -> str:
        return self.dated.actors[chain] if chain is not None else ""

    def _name(self, chain: int | None) -> str:
        """As the dossier has it, else as the article does."""
        if chain is None:
            return self.t("who.unknown")
        actor = self.dated.actors[chain]
        return (
            str(self.named[actor]["name"]) if actor in self.named else self.dated.reading.chains[chain].name
        )

    def _words(self, span: Span | None) -> str:
        return span.of(self.text) if span else ""
