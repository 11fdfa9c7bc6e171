"""Direct speech: a spoken quotation and the cue before, behind or between its parts, or none."""

from collections.abc import Sequence
from dataclasses import replace

from standpunt.language.analysis import Analysis, Token
from standpunt.model import Form, Reason, Span
from standpunt.reading.statements import clauses, nouns
from standpunt.reading.statements.attribution import Attribution, form_of, pieces
from standpunt.reading.statements.cues import STOPS, Cue
from standpunt.reading.statements.markers import Marker
from standpunt.reading.statements.periods import Period, Spoken
from standpunt.reading.statements.phrases import PARTICLES, phrase_from
from standpunt.reading.statements.scene import SUBORDINATE
from standpunt.reading.statements.words import NOUNS

FRAGMENTS = "quoted words without a cue"
# Prepositions before whoever says what a sentence announces.
FROM = frozenset(["bij", "van", "door", "vanuit", "namens"])
# Between the parts of one broken quotation stand a cue, its source and a few words more, and no full stop.
BRIDGE = 24
# Capitals alone of so many letters may be a party.
_SHORT = 4


def find(period: Period, cues: Sequence[Cue], markers: Sequence[Marker]) -> list[Attribution]:
    """One attribution for each spoken quotation of the period, parts that a cue breaks joined."""
    found: list[Attribution] = []
    open_end = False  # the last attribution's cue stood behind its quotation, and no full stop since
    for spoken in period.spoken:
        content = (_inner(period.analysis, spoken),)
        before, after = period.before(spoken), period.after(spoken)
        behind = _behind(period, spoken, cues, markers)
        own = (
            behind and content[0].of(period.analysis.text)[:1].isupper()
        )  # `"A", zegt X, "En B", zo besluit X`
        if open_end and not own and _bridges(period.analysis, found[-1], before, content[0]):
            found[-1] = _joined(found[-1], content)
            continue
        front = None if behind else _in_front(period, spoken, before, cues, markers)
        rule, entry, cue, source = behind or front or ("quotation alone", "", None, ())
        if front:
            content = (_without_linking_word(period.analysis, content[0]),)
        found.append(Attribution(content, Form.DIRECT, Reason(rule, entry), cue, tuple(source)))
        open_end = bool(behind) and bool(after)
    return found


def fragments(period: Period) -> list[Attribution]:
    """A sentence without a cue that carries quoted words: `Het mandaat moet „volstrekt helder” zijn.` Its speaker
    follows from the text; a quoted name, title or single word that the reporter borrows is none."""
    analysis = period.analysis
    spoken = {s.quotation.index for s in period.spoken}
    text = analysis.text
    woven = [
        q
        for q in analysis.quotations_in(period.span)
        if q.parent is None and q.index not in spoken and text[q.span.start - 1 : q.span.start] != "("
    ]
    if (
        woven
        and woven[0].span.start == period.span.start
        and text[woven[0].span.end :].startswith((" - ", " – "))
    ):
        return []  # `‘Zet ons niet op slot’ - De raad ...`: a heading in the line
    if not any(_says_something(analysis, q.inner) for q in woven):
        return []
    content = pieces(analysis, period.outer)
    if not content or len(period.outer) < 4:
        return []
    return [Attribution(content, form_of(analysis, content), Reason(FRAGMENTS))]


def _says_something(analysis: Analysis, inner: Span) -> bool:
    """A verb or a predicate of two words and more; not a name or a title."""
    words = [t for t in analysis.within(inner) if t.pos != "PUNCT"]
    if any(t.has("VerbForm=Fin") for t in words) and len(words) > 3:
        return True
    if len(words) < 2 or words[0].text[:1].isupper() or words[-1].lower.startswith("waar"):
        return False
    return words[-1].pos in ("ADJ", "VERB", "ADV")


def _inner(analysis: Analysis, spoken: Spoken) -> Span:
    """The quoted words, without a comma that an outlet puts before the closing mark."""
    start, end = spoken.quotation.inner
    words = analysis.text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip().rstrip(",")))


def _without_linking_word(analysis: Analysis, inner: Span) -> Span:
    """`vindt „dat het anders moet”`."""
    words = analysis.within(inner)
    linked = len(words) > 1 and words[0].text in ("dat", "of") and words[0].pos == "SCONJ"
    return Span(words[1].start, inner.end) if linked else inner


def _bridges(analysis: Analysis, told: Attribution, before: Sequence[Token], content: Span) -> bool:
    """Whether a quotation goes on behind its cue: `"A", zegt X, "B"`; without the comma only in the middle of a
    sentence (`"A", zo zei X "zonder B ..."`)."""
    if not 0 < len(before) <= BRIDGE or any(t.text in ".!?" for t in before):
        return False
    last = told.source[-1] if told.source else told.cue
    small = content.of(analysis.text)[:1].islower()
    return before[-1].text in ",:" or small and before[-1] is last


def _joined(attribution: Attribution, content: tuple[Span, ...]) -> Attribution:
    return replace(attribution, content=attribution.content + content)


Beside = tuple[str, str, Token | None, Sequence[Token]]


def _behind(period: Period, spoken: Spoken, cues: Sequence[Cue], markers: Sequence[Marker]) -> Beside | None:
    """`"A", zegt X`, `"A", aldus X`, `"A", zo laat X weten`, `"A." Aldus X.`"""
    end = spoken.at + len(period.after(spoken))
    place = spoken.at
    while place < end and (
        period.outer[place].text in ",-–—" or period.outer[place].lower in ("zo", "dus", "ook")
    ):
        place += 1
    for marker in markers:
        if marker.first == place:
            return "source behind quotation", marker.key, marker.token, marker.source
    for cue in cues:
        if cue.spot == place and cue.verb.frames & {"quote", "clause"}:
            return "cue behind quotation", cue.verb.key, cue.token, cue.source
        # `"A", heeft X gezegd`, `"A", laat X weten`: the cue's verb stands at the end
        if (
            place < end
            and cue.spot > place
            and cue.spot < end
            and period.outer[place].pos == "AUX"
            and cue.verb.shape != "finite"
        ):
            return "cue behind quotation", cue.verb.key, cue.token, cue.source
    if spoken.at < place < end and _is_unknown_verb(period.outer, place):
        if period.outer[place].lower in nouns.IS:
            noun = nouns.noun_behind(period.outer, place)  # `"Kom terug", was zijn oproep`
            if noun is None:
                return None
            owner = nouns.owner(period.analysis, period.outer, noun)[0]
            return "cue behind quotation", NOUNS[period.outer[noun].lower][0], period.outer[noun], owner
        named = phrase_from(period.analysis, period.outer, place + 1)
        if named:  # a verb that no list knows: `"A", jubelt de winnares`
            return "verb behind quotation", "", period.outer[place], named
    return None


def _is_unknown_verb(tokens: Sequence[Token], place: int) -> bool:
    """A finite verb by its tag, or, between a comma and a name, by its ending (`, sombert Kuiken`)."""
    if tokens[place].has("VerbForm=Fin"):
        return True
    named = place + 1 < len(tokens) and tokens[place + 1].text[:1].isupper()
    return (
        named
        and tokens[place].text.islower()
        and tokens[place].text.endswith(("t", "de", "te", "den", "ten"))
    )


def _in_front(
    period: Period, spoken: Spoken, before: Sequence[Token], cues: Sequence[Cue], markers: Sequence[Marker]
) -> Beside | None:
    """`X zegt: "A"`, `Volgens X: "A"`, `X: "A"`, `X riep "A"`."""
    words = [t for t in before if t.text not in STOPS and t.text not in "-–—•*"]
    if not words:
        return None
    first = spoken.at - len(before)
    for marker in markers:
        if first <= marker.first < spoken.at:
            if before[-1].text == ":" and any(t.has("VerbForm=Fin") for t in before):
                return (
                    "colon",
                    "",
                    None,
                    marker.source,
                )  # `Volgens X kan het niet: "..."`: that clause is one too
            return "source before quotation", marker.key, marker.token, marker.source
    near = [
        c
        for c in cues
        if first <= c.spot < spoken.at
        and ("quote" in c.verb.frames or before[-1].text == ":" or c.spot == spoken.at - 1)
    ]
    for cue in reversed(near if before[-1].text == ":" else []):
        told = clauses.content_of(period.analysis, before, _moved(cue, first), [])
        # `benadrukt dat het kan: "..."`, `vindt het zonde: "..."`: what stands before the colon is told too
        if told is not None and told[0] in ("clause behind", "predicate", "infinitive"):
            aside = cue.token.dep.startswith(SUBORDINATE)  # `Hij wijst naar X, die zei dat het kan: "..."`
            return "colon", "", None, _subject(period.analysis, words) if aside else cue.source
    if near:
        return "cue before quotation", near[-1].verb.key, near[-1].token, near[-1].source
    if before[-1].text == ":":
        noun = next((t for t in reversed(words) if t.lower in NOUNS and t.pos == "NOUN"), None)
        if noun is not None:
            place = next(i for i, t in enumerate(words) if t is noun)
            owner = nouns.owner(period.analysis, words, place)[0] or _subject(period.analysis, words)
            return "noun and colon", NOUNS[noun.lower][0], noun, owner
        named = phrase_from(period.analysis, words, 0)
        rest = before[len(named) :]
        aside = len(rest) > 1 and rest[0].text == "," and rest[1].lower in ("die", "dat")
        if named and (aside or not any(t.pos in ("VERB", "AUX") for t in rest)):
            return "name and colon", "", None, named  # `Jansen op zijn beurt: "A"`
        return "colon", "", None, _subject(period.analysis, words)
    is_name = all(t.text[:1].isupper() or t.lower in PARTICLES for t in words)
    if len(words) == len(before) and is_name and not _is_dateline(words):
        return "name before quotation", "", None, words
    return None


def _is_dateline(words: Sequence[Token]) -> bool:
    """`ZWOLLE "Wij zijn blij."`: where the reporter writes from."""
    return all(t.text.isupper() and len(t.text) > _SHORT for t in words)


def _moved(cue: Cue, by: int) -> Cue:
    """The cue with places counted from another start."""
    return replace(cue, spot=cue.spot - by, parts=frozenset(p - by for p in cue.parts))


def _subject(analysis: Analysis, words: Sequence[Token]) -> Sequence[Token]:
    """The subject of the sentence that announces a quotation: `Jansen is er duidelijk over: "..."`."""
    for place in range(1, len(words)):  # `De toon werd gezet door Jansen: "..."`
        if words[place - 1].lower == "door":
            behind = phrase_from(analysis, words, place)
            if behind and place + len(behind) == len(words):
                return behind
    subjects = [(i, t) for i, t in enumerate(words) if t.dep.startswith("nsubj")]
    main = [each for each in subjects if not analysis.tokens[each[1].head].dep.startswith(SUBORDINATE)]
    for place, token in main or _behind_root(words) or subjects:
        if token.lower not in ("dat", "dit", "het", "er", "wat"):
            first = min((t.index for t in analysis.subtree(token)), default=token.index)
            start = next((i for i, t in enumerate(words) if t.index >= first), place)
            return phrase_from(analysis, words, start) or [token]
    for place in range(len(words) - 1, 0, -1):
        behind = phrase_from(analysis, words, place)
        if behind and len(behind) == len(words) - place and words[place - 1].lower in FROM:
            return behind  # `Dat leidt tot vragen bij de directeur: "..."`
    return ()


def _behind_root(words: Sequence[Token]) -> list[tuple[int, Token]]:
    """The word behind an inverted main verb: `neemt de minister de vlucht vooruit`."""
    roots = (i for i, t in enumerate(words[:-1]) if t.dep == "root" and t.has("VerbForm=Fin"))
    return [(i + 1, words[i + 1]) for i in roots if words[i + 1].pos in ("NOUN", "PROPN", "DET")]
