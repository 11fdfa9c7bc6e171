"""Articles in full: their blocks in order, with what was found marked in the text and noted beside it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from urllib.parse import urlsplit

from standpunt.model import DatedArticle, MentionForm, Role, Span
from standpunt.report import views, wording
from standpunt.report.cast import Cast, Said, actor_id
from standpunt.report.context import ArticleView, Clue, Flag, Note, NoteGroup, Paragraph, Run
from standpunt.report.excerpt import widen
from standpunt.report.segments import Segment, split

TAGS = {Role.HEADLINE: "h3", Role.HEADING: "h4", Role.PULL_QUOTE: "aside"}

# ("content" | "frame", index of a statement) or ("time" | "mention", index in the reading)
Key = tuple[str, int]
Marks = list[tuple[Span, Key]]


def article_view(article: DatedArticle, cast: Cast, names: dict[str, str]) -> ArticleView:
    """`names` gives the name of every actor by id."""
    source, said = article.article, cast.said[article.article.id]
    headline = any(block.role is Role.HEADLINE for block in source.blocks)
    speakers = Counter(one.speaker for one in said)
    file = f"{source.provenance.source}, {source.provenance.part}".removesuffix(", ")
    return ArticleView(
        anchor=f"a-{cast.anchors[source.id]}",
        short=cast.anchors[source.id],
        label=views.label(article),
        heading="" if headline else views.label(article),
        named=bool(source.title),
        when=views.when(article.published),
        told=wording.moment(source.published) if source.published.precision != "open" else "",
        source=views.source(article),
        author=source.author,
        link=source.url if urlsplit_scheme(source.url) in ("http", "https") else "",
        file=file,
        revised=source.revised,
        clues=tuple(
            Clue(clue.rule, clue.words, wording.moment(type(article.published)(clue.earliest, clue.latest)))
            for clue in article.published.evidence
        ),
        speakers=tuple(views.chip(speaker, n) for speaker, n in speakers.most_common()),
        paragraphs=tuple(_paragraphs(article, said, names)),
    )


def urlsplit_scheme(url: str) -> str:
    """The scheme of an address, in small letters; empty for what is no address."""
    try:
        return urlsplit(url.strip()).scheme.lower()
    except ValueError:
        return ""


def _paragraphs(article: DatedArticle, said: Sequence[Said], names: dict[str, str]) -> Iterator[Paragraph]:
    text = article.article.text
    marks = _marks(article, said)
    begun: set[int] = set()
    titled = False
    for span, role in _stretches(article):
        inside = [(mark, key) for mark, key in marks if mark.overlaps(span)]
        segments = split(span, inside)
        starts: dict[int, list[Said]] = defaultdict(list)
        for mark, (kind, index) in inside:
            if kind == "content" and index not in begun:
                begun.add(index)
                starts[max(mark.start, span.start)].append(said[index])
        tag = TAGS.get(role, "p")
        titled, tag = titled or tag == "h3", "p" if titled and tag == "h3" else tag
        yield Paragraph(
            tag=tag,
            role=role.value.replace(" ", "-"),
            label=wording.ROLES.get(role, ""),
            runs=tuple(_run(segment, text, article, said, names, starts) for segment in segments),
            notes=tuple(_notes([one for place in sorted(starts) for one in starts[place]])),
        )


def _stretches(article: DatedArticle) -> Iterator[tuple[Span, Role]]:
    """The blocks and, so that nothing is dropped in silence, any words between them."""
    text, place = article.article.text, 0
    end = Span(len(text), len(text))
    for block in [*sorted(article.article.blocks, key=lambda block: block.span), None]:
        span = block.span if block else end
        between = text[place : span.start]
        offset = place
        for line in between.splitlines(keepends=True):
            if line.strip():
                yield Span(offset, offset + len(line.rstrip("\r\n"))), Role.BOILERPLATE
            offset += len(line)
        if block:
            yield block.span, block.role
        place = max(place, span.end)


def _marks(article: DatedArticle, said: Sequence[Said]) -> Marks:
    """In the order of depth for equal spans: an outer statement, a nested one, its frame, times, mentions."""
    text, reading = article.article.text, article.reading
    marks: Marks = []
    for index in sorted(range(len(said)), key=lambda index: said[index].statement.via is not None):
        statement = said[index].statement
        marks += [(widen(text, piece), ("content", index)) for piece in statement.content]
    for index, one in enumerate(said):
        frame = (one.statement.cue, one.statement.source)
        marks += [(span, ("frame", index)) for span in frame if span]
    marks += [(time.span, ("time", index)) for index, time in enumerate(reading.times)]
    marks += [(mention.span, ("mention", index)) for index, mention in enumerate(reading.mentions)]
    return marks


def _run(
    segment: Segment[Key],
    text: str,
    article: DatedArticle,
    said: Sequence[Said],
    names: dict[str, str],
    starts: dict[int, list[Said]],
) -> Run:
    by_kind: dict[str, list[int]] = defaultdict(list)
    for kind, index in segment.keys:
        by_kind[kind].append(index)
    content = [said[index] for index in dict.fromkeys(by_kind["content"])]
    css = []
    if content:
        inner = content[-1]
        css += ["q", f"c{inner.speaker.colour}", f"f{inner.statement.form.value[0]}"]
        css += [f"o{content[-2].speaker.colour}"] if len(content) > 1 else []
    title = []
    if by_kind["time"]:
        css.append("t")
        title.append(_time(article, by_kind["time"][-1]))
    if by_kind["mention"]:
        mention = article.reading.mentions[by_kind["mention"][-1]]
        css.append("p" if mention.form is MentionForm.PRONOUN else "m")
        chain = mention.chain
        unresolved = "wie dit is, blijkt niet" if chain is None else article.reading.chains[chain].name
        title.append(names.get(actor_id(article, chain), unresolved))
    return Run(
        text=segment.span.of(text),
        css=" ".join(css),
        numbers=" ".join(str(one.number) for one in content),
        frames=" ".join(str(said[index].number) for index in dict.fromkeys(by_kind["frame"])),
        title="; ".join(title),
        flags=tuple(_flag(one) for one in starts.get(segment.span.start, ())),
    )


def _time(article: DatedArticle, index: int) -> str:
    """When a time expression is: its days, or its TIMEX3 value where it has none."""
    resolved = article.times[index]
    return wording.moment(resolved.moment) if resolved.moment.precision != "open" else resolved.value


def _flag(one: Said) -> Flag:
    speaker = one.speaker
    said = ", ".join(badge.label for badge in views.badges(one))
    return Flag(one.anchor, speaker.initials, speaker.colour, one.number, f"{speaker.name}: {said}")


def _notes(said: Sequence[Said]) -> Iterator[NoteGroup]:
    for speaker, group in groupby(said, key=lambda one: one.speaker):
        yield NoteGroup(views.chip(speaker), tuple(_note(one) for one in group))


def _note(one: Said) -> Note:
    text, cue = one.article.article.text, one.statement.cue
    return Note(one.anchor, one.number, views.badges(one), cue.of(text) if cue else "", views.facts(one))
