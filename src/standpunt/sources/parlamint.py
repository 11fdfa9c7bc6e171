"""Debates of a parliament in TEI, as the corpora of ParlaMint have them: each speech with who says it.

    head                          the headline, or a heading further down
    note type="speaker"           who speaks next, as the report has it: `De heer Vos (LA)`
    u who="#TeunVos"              a speech; its `seg` are paragraphs, in `.ana` made of words (`w`, `pc`)
    note, kinesic, incident ...   what happens meanwhile: left out

A debate becomes one article, in which a line with who speaks stands before each speech.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import IO, Any, NamedTuple

from standpunt import lexicon
from standpunt.errors import UnreadableArticle
from standpunt.model import Article, Block, Clue, Moment, Provenance, Role, Span, Speaker
from standpunt.sources import article, dates, parlamint_people, xml
from standpunt.sources.beside import Beside
from standpunt.sources.limits import Limits
from standpunt.sources.parlamint_people import People
from standpunt.sources.xml import ID, LANGUAGE

ROOTS = ("TEI",)
LISTS = ("teiCorpus", "listPerson", "listOrg", "taxonomy")
"""What lies beside the debates of a corpus: it tells of them, and of who speaks in them."""
FORMAT = "parlamint"
_CORPUS = re.compile(r"[\w-]+?(?=_|\.|$)")
_READ = ("teiHeader", "head", "note", "u")


class Address(lexicon.Entry, frozen=True):
    """What stands before a name."""

    gender: str = ""


class Chair(lexicon.Entry, frozen=True):
    """What stands in the place of a name."""

    role: str = ""


@cache
def lists() -> dict[str, dict[str, Any]]:
    groups: dict[str, type[Any]] = {"address": Address, "office": lexicon.Entry, "chair": Chair}
    return lexicon.read("standpunt.sources", "parlamint.nl.toml", groups)


class Label(NamedTuple):
    """What the report says of who speaks next."""

    name: str
    role: str = ""
    party: str = ""
    gender: str = ""


def label(line: str) -> Label:
    """`De heer Vos (LA)`, `Minister Brandsma`, `De voorzitter`; the name is empty in the last."""
    words, _, party = line.rstrip(" :)").partition("(")
    words = words.strip()
    chair = lists()["chair"].get(words)
    if chair is not None:
        return Label("", chair.role)
    for form, entry in lists()["address"].items():
        if words.startswith(f"{form} "):
            return Label(words.removeprefix(form).strip(), "", party.strip(), entry.gender)
    for form in lists()["office"]:
        if words.startswith(f"{form} "):
            return Label(words.removeprefix(form).strip(), form.lower())
    return Label(words, "", party.strip())


def read(stream: IO[bytes], first: bytes, source: str, limits: Limits, near: Beside) -> Article:
    """The debate of a file, whose `first` bytes were read before; the people of its corpus from the lists `near` it.
    Raises UnreadableArticle, OSError."""
    debate = _Debate(limits.article)
    for element in xml.elements(stream, _READ, limits.document, first):
        match xml.name(element):
            case "teiHeader":
                debate.begin(element, near)
            case "head":
                debate.head(xml.single(element))
            case "note":
                debate.waiting = xml.single(element) if element.get("type") == "speaker" else debate.waiting
            case _:
                debate.speech(element)
    return article.finish(debate.draft(Provenance(source, FORMAT)), limits.article)


@dataclass(slots=True)
class _Debate:
    """What was read so far. `waiting` is the line that says who speaks next, `called` what it was for each before."""

    limit: int
    people: People = field(default_factory=lambda: People({}, {}, {}))
    title: str = ""
    outlet: str = ""
    language: str = ""
    published: Moment = field(default_factory=Moment)
    waiting: str = ""
    called: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def begin(self, header: Any, near: Beside) -> None:
        root = header.getroottree().getroot()
        self.language = root.get(LANGUAGE, "")
        corpus = _CORPUS.match(root.get(ID, ""))
        self.people = parlamint_people.beside(corpus[0] if corpus else "", near)
        named = {xml.name(each): each for each in reversed(list(header.iterdescendants())) if _tells(each)}
        self.title, day = xml.single(named.get("title")), named.get("date")
        bodies = (each.get("corresp", "").removeprefix("#") for each in header.iter("{*}meeting"))
        self.outlet = next((self.people.bodies[id] for id in bodies if self.people.bodies.get(id)), "")
        if day is not None and (covered := dates.days(day.get("when", ""))):
            self.published = Moment(*covered, (Clue("ParlaMint", day.get("when"), *covered),))

    def head(self, words: str) -> None:
        if words:
            self._add(words, Role.HEADING if self.blocks else Role.HEADLINE)

    def speech(self, element: Any) -> None:
        """Adds who speaks, and what he says; nothing where it is in another language or holds no words."""
        inside = [each for each in element if xml.name(each) == "note" and each.get("type") == "speaker"]
        line, self.waiting = self.waiting or (xml.single(inside[0]) if inside else ""), ""
        segments = [each for each in element if xml.name(each) == "seg"] or [element]
        said = [words for each in segments if (words := _words(each)) and _is_dutch(each)]
        if not said:
            return
        who = element.get("who", "").removeprefix("#")
        speaker = self._speaker(who, line) if who or line else None
        for words in said:
            self._add(words, Role.BODY, speaker)

    def _speaker(self, who: str, line: str) -> Speaker:
        person, day = self.people.persons.get(who), self.published.earliest
        line = self.called[who] = line or self.called.get(who) or (person.name if person else who)
        told, named = label(line), self._add(line, Role.HEADING)
        return Speaker(
            name=(person.name if person else "") or told.name or who or line,
            named=named,
            role=(told.name and self.people.role(who, day)) or told.role,
            party=told.party or self.people.party(who, day),
            gender=told.gender or (person.gender if person else ""),
        )

    def _add(self, words: str, role: Role, speaker: Speaker | None = None) -> Span:
        start = self.blocks[-1].span.end + 1 if self.blocks else 0
        span = Span(start, start + len(words))
        if span.end > self.limit:
            raise UnreadableArticle(f"is longer than {self.limit:,} characters", hint="leave it out")
        self.lines.append(words)
        self.blocks.append(Block(span, role, speaker))
        return span

    def draft(self, provenance: Provenance) -> article.Draft:
        if not any(block.role is Role.BODY for block in self.blocks):
            raise UnreadableArticle("holds no speech in Dutch", hint="give the files with the debates")
        title = self.lines[0] if self.blocks[0].role is Role.HEADLINE else self.title
        return article.Draft(
            "\n".join(self.lines), provenance, title=title, outlet=self.outlet, language=self.language,
            published=self.published, blocks=tuple(self.blocks),
        )  # fmt: skip


def _tells(element: Any) -> bool:
    """The title in Dutch of what is reported, and the day of it: not that of the corpus, nor when that was made."""
    outer = xml.name(element.getparent())
    if xml.name(element) == "title":
        return bool(element.get("type") == "sub" and element.get(LANGUAGE) == "nl")
    return xml.name(element) == "date" and outer in ("bibl", "setting")


def _is_dutch(element: Any) -> bool:
    languages = (each.get(LANGUAGE) for each in (element, *element.iterancestors("{*}u")))
    return next(filter(None, languages), "nl").startswith("nl")


def _words(paragraph: Any) -> str:
    """The words of a paragraph with single spaces, without what is told between them."""
    tokens = [each for each in paragraph.iter("{*}w", "{*}pc") if not _is_told(each, paragraph)]
    if not tokens:
        return " ".join("".join(_plain(paragraph)).split())
    joined = ""
    for token in tokens:
        join = token.get("join", "")
        joined = joined.removesuffix(" ") if join in ("left", "both") else joined
        joined += (token.text or "") + ("" if join in ("right", "both") else " ")
    return " ".join(joined.split())


def _plain(element: Any) -> Iterator[str]:
    """The text of an element, and of those in it that are no remark."""
    yield element.text or ""
    for each in element:
        if xml.name(each) not in _REMARKS:
            yield from _plain(each)
        yield each.tail or ""


def _is_told(token: Any, paragraph: Any) -> bool:
    """Whether a word stands in a remark, or in another word."""
    for outer in token.iterancestors():
        if outer is paragraph:
            return False
        if xml.name(outer) in (*_REMARKS, "w"):
            return True
    return False


_REMARKS = ("note", "kinesic", "incident", "vocal", "gap", "desc", "head")
