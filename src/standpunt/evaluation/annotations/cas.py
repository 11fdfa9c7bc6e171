"""UIMA CAS XMI, as `standpunt export --format cas` writes it and INCEpTION saves it: `name.xmi` annotates `name.txt`.

`TypeSystem.xml` lies beside it. Layers may be of any package; their names without it, and features, mean:

    Attribution   `part`: Content, Cue or Source; `name` of a source, or of a content without one; `form`, `optional`
    Actor         `kind` (Person, Organisation, ...) and `name`
    Time          `value`, TIMEX3; Published: `value`, the day
    Position      `name`, `issue`, `stance`; Condition: `name`
    any relation  from or to an Attribution: they belong together

Each is read as the entity of brat that it is (see `brat`). Needs the extra `cas`.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from standpunt.errors import GoldError, StandpuntError
from standpunt.evaluation.annotations import entities
from standpunt.evaluation.annotations.entities import Entity
from standpunt.evaluation.coding import Gold
from standpunt.model import Span

if TYPE_CHECKING:
    import cassis

_TYPE_SYSTEM = "TypeSystem.xml"
_SPANS = frozenset(["Attribution", "Actor", "Time", "Published", "Position", "Condition"])
_ENDS = ("Governor", "Dependent")


def read(path: Path, texts: Callable[[str], str]) -> Gold:
    """The gold of one article, with the layers that it has; its text stands in the CAS. Raises GoldError, and
    StandpuntError where dkpro-cassis is not installed."""
    try:
        import cassis
    except ImportError as fault:
        raise StandpuntError(
            "this needs dkpro-cassis, which is not installed", hint="pip install 'standpunt[cas]'"
        ) from fault
    beside = path.with_name(_TYPE_SYSTEM)
    if not beside.is_file():
        raise GoldError("its type system is not there", where=str(beside), hint="unpack the whole archive")
    try:
        with beside.open("rb") as types, path.open("rb") as file:
            cas = cassis.load_cas_from_xmi(file, cassis.load_typesystem(types), lenient=True)
        coding = entities.coding(_entities(cas))
    except (SyntaxError, ValueError, LookupError, TypeError, AttributeError, RuntimeError) as fault:
        reason = " ".join(str(fault).split()) or type(fault).__name__
        raise GoldError(
            reason, where=path.name, hint="is it a CAS as XMI 1.0, and this its type system?"
        ) from fault
    return Gold(f"{path.stem}.txt", path.name, cas.sofa_string, coding, frozenset(entities.layers(coding)))


def _entities(cas: "cassis.Cas") -> list[Entity]:
    """In the order of the text."""
    found: dict[int, Entity] = {}
    for each in cas.select_all_annotations():
        name = each.type.name.rpartition(".")[2]
        if name in _SPANS:
            found[each.xmiID] = _entity(each, name, cas.sofa_string)
    for each in cas.select_all_annotations():
        ends = [getattr(each, end, None) for end in _ENDS]
        pair = [found[end.xmiID] for end in ends if end is not None and end.xmiID in found]
        if len(pair) == 2:
            entities.link(pair)
    return sorted(found.values(), key=lambda each: each.spans)


def _entity(each: Any, name: str, text: str) -> Entity:
    told = {feature.name: getattr(each, feature.name) for feature in each.type.features}
    attributes = {key: str(value) for key, value in told.items() if value is not None}
    span = Span(each.begin, each.end)
    return Entity(
        str(each.xmiID),
        str(attributes.get("part") or attributes.get("kind") or name).lower(),
        (span,),
        " ".join(span.of(text).split()),
        attributes.get("name") or attributes.get("value") or "",
        attributes,
    )
