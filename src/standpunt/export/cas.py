"""A dossier as UIMA CAS XMI for INCEpTION, in a ZIP archive: a file for each article, and their type system.

The type system is imported there first, as layers. A relation joins two spans of one layer, so what makes up a
statement is one layer: `Attribution`, whose `part` is Content, Cue or Source. What is said in several pieces is a
span for each, and relations to the first. Needs the extra `cas`.
"""

from collections.abc import Iterator, Mapping
from typing import IO, TYPE_CHECKING, Any

from standpunt.errors import StandpuntError
from standpunt.export import archive
from standpunt.export.standoff import Mark, Sheet, sheets
from standpunt.model import ActorKind
from standpunt.networks.graphml import UNFIT
from standpunt.store import Store

if TYPE_CHECKING:
    import cassis

TYPE_SYSTEM = "TypeSystem.xml"
CONTINUES = "continues"
_SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
_LAYER = "webanno.custom."
_SPANS: Mapping[str, tuple[str, ...]] = {
    "Attribution": ("part", "name", "form", "declines"),
    "Actor": ("kind", "name"),
    "Time": ("value",),
    "Published": ("value",),
    "Position": ("name", "issue", "stance"),
    "Condition": ("name",),
}
"""The layers of spans and their features, all of them strings."""

_ACTOR = frozenset(kind.value.capitalize() for kind in ActorKind)


def write(store: Store, out: IO[bytes], with_text: bool = True) -> None:
    """Raises StandpuntError without text, since its offsets would mean nothing, and without the library."""
    if not with_text:
        raise StandpuntError("a CAS holds the text of its article", hint="leave out --without-text")
    try:
        import cassis
    except ImportError as fault:
        raise StandpuntError(
            "this needs dkpro-cassis, which is not installed", hint="pip install 'standpunt[cas]'"
        ) from fault
    types = type_system(cassis.TypeSystem())
    archive.write(out, _files(store, types))


def _files(store: Store, types: "cassis.TypeSystem") -> Iterator[tuple[str, bytes]]:
    yield TYPE_SYSTEM, types.to_xml().encode()
    for sheet in sheets(store):
        yield f"{sheet.name}.xmi", made(sheet, types).to_xmi().encode()


def type_system(types: "cassis.TypeSystem") -> "cassis.TypeSystem":
    """With the layers added to it."""
    types.create_type(_SENTENCE)
    for name, features in _SPANS.items():
        layer = types.create_type(_LAYER + name)
        for feature in features:
            types.create_feature(layer, feature, "uima.cas.String")
    relation = types.create_type(f"{_LAYER}AttributionRelation")
    for end in ("Governor", "Dependent"):
        types.create_feature(relation, end, f"{_LAYER}Attribution")
    types.create_feature(relation, "role", "uima.cas.String")
    return types


def made(sheet: Sheet, types: "cassis.TypeSystem") -> "cassis.Cas":
    """The annotations of one article."""
    import cassis

    # a sign that XML cannot hold is another one there, so that offsets stay
    cas = cassis.Cas(
        types, sofa_string=UNFIT.sub("\ufffd", sheet.text), sofa_mime="text/plain", document_language="nl"
    )
    cas.get_document_annotation().end = len(sheet.text)
    sentence = types.get_type(_SENTENCE)
    cas.add_all(sentence(begin=span.start, end=span.end) for span in sheet.sentences)
    first = [_put(cas, types, mark) for mark in sheet.marks]
    for link in sheet.links:
        _relate(cas, types, first[link.one], first[link.other], link.type)
    return cas


def _put(cas: "cassis.Cas", types: "cassis.TypeSystem", mark: Mark) -> Any:
    """Its first span."""
    layer, told = _told(mark)
    first, *others = [
        types.get_type(_LAYER + layer)(begin=start, end=end, **told) for start, end in mark.spans
    ]
    cas.add_all([first, *others])
    for other in others:
        _relate(cas, types, first, other, CONTINUES)
    return first


def _told(mark: Mark) -> tuple[str, dict[str, str | None]]:
    """The layer of a mark, and what its features are."""
    note = UNFIT.sub("\ufffd", mark.note) or None
    told: dict[str, str | None] = {name.lower(): value or "true" for name, value in mark.attributes}
    if mark.type in ("Content", "Cue", "Source"):
        return "Attribution", {"part": mark.type, "name": note, **told}
    if mark.type in _ACTOR:
        return "Actor", {"kind": mark.type, "name": note, **told}
    return mark.type, {"value" if "value" in _SPANS[mark.type] else "name": note, **told}


def _relate(cas: "cassis.Cas", types: "cassis.TypeSystem", one: Any, other: Any, role: str) -> None:
    relation = types.get_type(f"{_LAYER}AttributionRelation")
    cas.add(relation(begin=other.begin, end=other.end, Governor=one, Dependent=other, role=role))
