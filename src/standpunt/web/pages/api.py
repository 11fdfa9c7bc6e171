"""What the API has, for people: its OpenAPI as a page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request, Response

from standpunt.web.visit import Visiting

router = APIRouter()

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter, or a column of what is answered; `kind` is its type in short."""

    name: str
    kind: str
    about: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """Some object that is answered, by its name, with its fields."""

    name: str
    about: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Operation:
    """`example` is an address to try, empty where something must be filled in."""

    method: str
    address: str
    example: str
    about: str
    parameters: tuple[Field, ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class ApiPage:
    """`about` are paragraphs; `schema` is the address of the OpenAPI."""

    version: str
    schema: str
    about: tuple[str, ...]
    operations: tuple[Operation, ...]


@router.get("/api")
def show(request: Request, visit: Visiting) -> Response:
    return visit.page("api.html.j2", lambda: api_page(request.app.state.api.openapi()))


def api_page(described: Schema) -> ApiPage:
    base = described["servers"][0]["url"]
    return ApiPage(
        version=described["info"]["version"],
        schema=f"{base}/openapi.json",
        about=tuple(described["info"]["description"].split("\n\n")),
        operations=tuple(
            _operation(base + path, method, each, described["components"]["schemas"])
            for path, methods in described["paths"].items()
            for method, each in methods.items()
        ),
    )


def _operation(address: str, method: str, described: Schema, known: Schema) -> Operation:
    parameters = tuple(
        Field(each["name"], _kind(each["schema"], known), _about(each), each["required"])
        for each in described.get("parameters", ())
    )
    open = method == "get" and not any(each.required for each in parameters)
    return Operation(
        method=method.upper(),
        address=address,
        example=address if open else "",
        about=described["description"],
        parameters=parameters,
        answers=tuple(_answers(described, known)),
    )


def _about(described: Schema) -> str:
    return str(described.get("description", described["schema"].get("description", "")))


def _answers(described: Schema, known: Schema) -> Iterator[Answer]:
    """The objects of what is answered; of a list those in it."""
    (good,) = (answer for status, answer in described["responses"].items() if status.startswith("2"))
    for name in _named(good["content"]["application/json"]["schema"]):
        about = known[name]
        rows = tuple(_named(about["properties"].get("rows", {})))
        for each in rows or (name,):
            fields = known[each].get("properties", {}).items()
            told = (
                Field(field, _kind(schema, known), schema.get("description", "")) for field, schema in fields
            )
            yield Answer(each, known[each].get("description", ""), tuple(told))


def _named(schema: Schema) -> Iterator[str]:
    """The objects that a schema leads to at once."""
    if "$ref" in schema:
        yield schema["$ref"].rpartition("/")[2]
    inside = [schema["items"]] if "items" in schema else schema.get("anyOf", ())
    for part in inside:
        yield from _named(part)


def _kind(schema: Schema, known: Schema) -> str:
    if "$ref" in schema:
        name = str(schema["$ref"].rpartition("/")[2])
        return _kind(known[name], known) if "enum" in known[name] else name
    if "anyOf" in schema:
        kinds = (_kind(each, known) for each in schema["anyOf"] if each.get("const") != "")
        return " | ".join(dict.fromkeys(kinds))
    if schema.get("type") == "array":
        return f"list of {_kind(schema['items'], known)}" if "items" in schema else "list"
    if "enum" in schema:
        return " | ".join(str(each) for each in schema["enum"] if each != "")
    return str(schema.get("format") or schema.get("const") or schema.get("type") or "")
