"""What people may correct, as a form of a page or the body of a request to the API asks for it."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from standpunt.amending import correct
from standpunt.amending.correct import Draft
from standpunt.model import Span, Stance
from standpunt.store import Store

_PLAIN = r"^[^\x00-\x1f\x7f]*$"
Name = Annotated[str, Field(max_length=200, pattern=_PLAIN)]
Given = Annotated[str, Field(min_length=1, max_length=200, pattern=_PLAIN)]
Words = Annotated[str, Field(max_length=20_000)]
Offset = Annotated[int, Field(ge=0, le=1_000_000_000)]


class Correcting(BaseModel):
    """What all corrections have."""

    model_config = ConfigDict(extra="forbid")
    note: Annotated[str, Field(max_length=1000)] = Field("", description="why, in one's own words")

    def drafts(self, store: Store) -> list[Draft]:
        """Raises AskedError where it does not fit the dossier."""
        raise NotImplementedError


class _InArticle(Correcting):
    article: Given = Field(description="its number, file name, id, or words of its title")
    words: Words = Field("", description="words of it, as they stand there once; or their place:")
    start: Offset | None = Field(None, description="where they begin in its text")
    stop: Offset | None = Field(None, description="where they end, exclusive")

    @property
    def place(self) -> str | Span:
        whole = self.start is not None and self.stop is not None
        return Span(self.start or 0, self.stop or 0) if whole else self.words


class Accept(_InArticle):
    """A person has looked, and a statement is right: it is said, in these words, by this speaker. With an issue and an
    actor: a position is."""

    change: Literal["accept"]
    issue: Name = Field("", description="of a position: on what")
    actor: Name = Field("", description="of a position: whose")

    def drafts(self, store: Store) -> list[Draft]:
        if self.issue or self.actor:
            return [correct.accept_stance(store, self.article, self.place, self.issue, self.actor)]
        return [correct.accept(store, self.article, self.place)]


class Reject(_InArticle):
    """Nobody says this."""

    change: Literal["reject"]

    def drafts(self, store: Store) -> list[Draft]:
        return [correct.reject(store, self.article, self.place)]


class Speaker(_InArticle):
    """A statement is somebody else's, or nobody's who could be named."""

    change: Literal["speaker"]
    to: Name = Field("", description="who says it; empty: nobody who could be named")
    new: bool = Field(False, description="it may be somebody whom the dossier does not have yet")

    def drafts(self, store: Store) -> list[Draft]:
        return [correct.speaker(store, self.article, self.place, self.to, new=self.new)]


class Content(_InArticle):
    """A statement consists of other words."""

    change: Literal["content"]
    to: list[Annotated[str, Field(min_length=1, max_length=20_000)]] = Field(
        description="its pieces, as they stand in the article", min_length=1, max_length=20
    )

    def drafts(self, store: Store) -> list[Draft]:
        return [correct.content(store, self.article, self.place, self.to)]


class Add(_InArticle):
    """Somebody, or nobody who could be named, says these words."""

    change: Literal["add"]
    speaker: Name = Field("", description="who says it; empty: nobody who could be named")
    new: bool = Field(False, description="it may be somebody whom the dossier does not have yet")

    def drafts(self, store: Store) -> list[Draft]:
        return [correct.add(store, self.article, self.place, self.speaker, new=self.new)]


class Standing(_InArticle):
    """These words show another stance, or none."""

    change: Literal["stance"]
    issue: Given = Field(description="its id in the codebook")
    actor: Given = Field(description="whose stance it is")
    to: Stance | None = Field(None, description="the stance; none without")
    instead: Name = Field("", description="the issue that the words were thought to be about")

    def drafts(self, store: Store) -> list[Draft]:
        made = [correct.stance(store, self.article, self.place, self.issue, self.to, self.actor)]
        if self.instead and self.instead != self.issue:
            made.append(correct.stance(store, self.article, self.place, self.instead, None, self.actor))
        return made


class Split(_InArticle):
    """Whom an article means with these words is somebody else."""

    change: Literal["split"]
    to: Given = Field(description="who is meant: a name that is there, or a new one")

    def drafts(self, store: Store) -> list[Draft]:
        return [correct.split(store, self.article, self.place, self.to)]


class Merge(Correcting):
    """Two actors are one."""

    change: Literal["merge"]
    name: Given = Field(description="an actor's name, or id")
    into: Given = Field(description="the actor that both are; its name stays")

    def drafts(self, store: Store) -> list[Draft]:
        return [correct.merge(store, self.name, self.into)]


class Rename(Correcting):
    """An actor has another name."""

    change: Literal["rename"]
    name: Given = Field(description="an actor's name, or id")
    to: Given = Field(description="the name from now on")

    def drafts(self, store: Store) -> list[Draft]:
        return [correct.rename(store, self.name, self.to)]


Asked = Annotated[
    Accept | Reject | Speaker | Content | Add | Standing | Split | Merge | Rename,
    Field(discriminator="change"),
]

_ASKED: TypeAdapter[Correcting] = TypeAdapter(Asked)


def of_form(fields: dict[str, str]) -> Correcting:
    """Of the fields of a form: what is left empty is not given, the pieces of a statement stand on a line each. Raises
    ValidationError."""
    given: dict[str, Any] = {name: value.replace("\r\n", "\n").strip() for name, value in fields.items()}
    given = {name: value for name, value in given.items() if value}
    if given.get("change") == "content":
        given["to"] = [piece.strip() for piece in given.get("to", "").split("\n") if piece.strip()]
    return _ASKED.validate_python(given)


def told(fault: ValidationError) -> str:
    """What is wrong with a form, by its fields."""
    return "; ".join(
        f"{'.'.join(str(part) for part in each['loc'][1:])}: {each['msg']}" for each in fault.errors()
    )
