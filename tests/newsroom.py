"""A small newsroom for tests: articles in files, and a reader that knows one construction and needs no model.

`"...", zei X.` is a direct statement of X; forms of `onderhandelen` have that as their lemma and tell talks of whoever
speaks first; `donderdag` is a time. Enough to see what a build, a store, an export and the command line do with
findings.
"""

import datetime
import hashlib
import importlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import select

from standpunt.dossier import outlined, stories, utterances
from standpunt.dossier.events import gather
from standpunt.dossier.outline import Outline, Outlined
from standpunt.dossier.pile import Pile
from standpunt.errors import SourceError
from standpunt.model import (
    Actor,
    ActorKind,
    Article,
    Block,
    Chain,
    Clue,
    Correction,
    DatedArticle,
    Direction,
    Dossier,
    EventKind,
    EventMention,
    EventStatus,
    Form,
    Lemma,
    Mention,
    MentionForm,
    Moment,
    Named,
    Provenance,
    Reading,
    Reason,
    ResolvedTime,
    Role,
    SetAside,
    Span,
    Statement,
    TimeExpression,
    TimexType,
)
from standpunt.registry.events import load as calendar
from standpunt.store import Place, Store, tables

WADDEN = """Akkoord over de dijk

"Wij onderhandelden tot diep in de nacht", zei Anna Hoek. De minister was donderdag op Oosterwad.

"Zonder geld komt er geen dijk", zei Bram Veenstra. Het was lang stil.
"""

DIJK = """Nieuwe ronde over de dijk

Het kabinet onderhandelt verder. "Ik sluit niets uit", zei Anna Hoek.
"""

_SAID = re.compile(r'"([^"]+)", (zei) ([A-Z]\w+(?: [A-Z]\w+)*)')
_FORMS = re.compile(r"\b(onderhandel(?:t|de|den))\b")
_SENTENCE = re.compile(r"[^.\n]+(?:\.|(?=\n|$))")
_DATE = re.compile(r"^date (\d{4}-\d\d-\d\d)\n")


def article(text: str, source: str = "wad.txt", part: str = "") -> Article:
    text_hash = hashlib.sha256(text.encode()).hexdigest()
    paragraphs = [Span(*found.span()) for found in re.finditer(r"[^\n]+", text)]
    dated = _DATE.match(text)
    roles = [Role.BYLINE] * bool(dated) + [Role.HEADLINE] + [Role.BODY] * len(paragraphs)
    day = datetime.date.fromisoformat(dated[1]) if dated else None
    return Article(
        id=hashlib.sha256(f"{source}\0{part}\0{text}".encode()).hexdigest()[:16],
        text_hash=text_hash,
        text=text,
        blocks=tuple(Block(span, role) for span, role in zip(paragraphs, roles, strict=False)),
        provenance=Provenance(source, "text", part),
        title=paragraphs[roles.index(Role.HEADLINE)].of(text),
        published=Moment(day, day, (Clue("header", dated[1], day, day),)) if dated else Moment(),
    )


def read(article: Article, nlp: Any = None, facts: Any = None) -> Reading:
    if "ONLEESBAAR" in article.text:
        raise ValueError("this article breaks the reader")
    mentions: list[Mention] = []
    names: dict[str, list[int]] = {}
    statements = []
    for said in _SAID.finditer(article.text):
        name = said[3]
        chain = names.setdefault(name, [])
        at = list(names).index(name)
        chain.append(len(mentions))
        span = Span(*said.span(3))
        mentions.append(Mention(span, span, MentionForm.NAME, ActorKind.PERSON, at, Reason("name")))
        statements.append(
            Statement(
                (Span(*said.span(1)),), Form.DIRECT, Reason("quote-cue-source", "zeggen"),
                Reason("source-is-name", candidates=(name,)), Span(*said.span(2)), span, at, confidence=0.9,
            )
        )  # fmt: skip
    return Reading(
        article.id,
        tuple(
            TimeExpression(
                Span(*found.span()),
                TimexType.DATE,
                Reason("weekday", "donderdag"),
                relative=Named("XXXX-WXX-4", Direction.PAST),
            )
            for found in re.finditer(r"\bdonderdag\b", article.text)
        ),
        tuple(mentions),
        tuple(Chain(name, ActorKind.PERSON, tuple(at), Reason("same-name")) for name, at in names.items()),
        tuple(statements),
        sentences=tuple(Span(*found.span()) for found in _SENTENCE.finditer(article.text)),
        lemmas=tuple(Lemma(Span(*found.span(1)), "onderhandelen") for found in _FORMS.finditer(article.text)),
        events=tuple(
            EventMention(
                Span(*found.span(1)), EventKind.TALKS, EventStatus.HAPPENED, Reason("verb", "onderhandelen"),
                Reason("past tense", found[1]), (0,) if names else (),
            )
            for found in _FORMS.finditer(article.text)
        ),
    )  # fmt: skip


def read_all(articles: Iterable[Article], nlp: Any = None, facts: Any = None) -> Iterator[Reading]:
    return (read(each, nlp) for each in articles)


def assemble(
    readings: Iterable[tuple[Article, Reading]],
    registry: Any = None,
    set_aside: Iterable[SetAside] = (),
    corrections: Iterable[Correction] = (),
) -> Dossier:
    """Same name, same actor; an article's date is what its source states. Corrections are not applied."""
    ordered = sorted(readings, key=lambda pair: (pair[0].published.earliest or datetime.date.max, pair[0].id))
    names = sorted({chain.name for _, reading in ordered for chain in reading.chains})
    actors = tuple(
        Actor(f"persoon:{name}", name, ActorKind.PERSON, Reason("same-name"), aliases=(name,))
        for name in names
    )
    articles = tuple(
        DatedArticle(
            article, reading, article.published,
            tuple(ResolvedTime("2025-02-13", Moment(), Reason("weekday-before")) for _ in reading.times),
            tuple(f"persoon:{chain.name}" for chain in reading.chains),
        )
        for article, reading in ordered
    )  # fmt: skip
    told = stories.gather([(each.article, each.published) for each in articles])
    return Dossier(
        articles, actors, tuple(set_aside), gather(map(Outlined.of, articles), calendar()),
        stories=told, utterances=utterances.gather(articles, told),
    )  # fmt: skip


def outline(pile: Pile, *more: Any) -> Outline:
    """The same, of what a build has."""
    return outlined(assemble(pile.read(pile.ids), *more[:3]))


def read_files(paths: Sequence[str | Path], pages: object = None) -> Iterator[Article | SetAside]:
    missing = [path for path in paths if not Path(path).exists()]
    if missing:
        raise SourceError("there is no such file or folder", where=str(missing[0]))
    files = [file for path in map(Path, paths) for file in (sorted(path.glob("*.txt")) or [path])]
    return (_read_file(file) for file in files)


def _read_file(file: Path) -> Article | SetAside:
    text = file.read_text(encoding="utf-8")
    return article(text, file.name) if text.strip() else SetAside(file.name, "", "the file is empty")


def replace_the_stages(replace: Callable[[str, object], None]) -> None:
    """This newsroom for the real sources, model, reader and dossier; `replace` takes a dotted name."""
    replace("standpunt.sources.read", read_files)
    replace("standpunt.reading.read", read)
    replace("standpunt.reading.read_all", read_all)
    replace("standpunt.reading.fingerprint", lambda facts: f"reader 1 {facts.laid_over}")
    replace("standpunt.language.pipeline.load", lambda name=None: None)
    replace("standpunt.language.pipeline.fingerprint", lambda nlp: "no model")
    replace("standpunt.dossier.outline", outline)


def put(name: str, new: object) -> None:
    """Sets an attribute by its dotted name."""
    module, _, attribute = name.rpartition(".")
    setattr(importlib.import_module(module), attribute, new)


def folder(path: Path, articles: Mapping[str, str]) -> Path:
    path.mkdir(parents=True)
    for name, text in articles.items():
        (path / name).write_text(text, encoding="utf-8")
    return path


def dossier(*articles: Article) -> Dossier:
    return assemble([(each, read(each)) for each in articles])


def content(place: Place) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables of a dossier, but for where the sources lay and which build brought them."""
    found = {}
    with Store(place) as store, store._reading() as connection:
        for name, table in tables.metadata.tables.items():
            if name == "builds":
                continue
            told = [column for column in table.columns if column.name not in ("origin", "build")]
            rows = [tuple(row) for row in connection.execute(select(*told))]
            found[name] = sorted(rows, key=repr)
    return found
