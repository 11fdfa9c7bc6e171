"""Plural verbs that the parser takes for infinitives, told apart by their clause.

`steunen` is both; behind its subject, at the end of a clause (`dat de partijen de tunnel steunen`), the tagger mostly
calls it an infinitive. A clause with a subject and no other finite verb has its finite verb in it: the first of its
auxiliaries, or the verb itself.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

MORPH = "Number=Plur|Tense=Pres|VerbForm=Fin"
"""The features of such a verb."""

_CLAUSES = frozenset(("root", "ccomp", "advcl", "acl", "acl:relcl", "conj", "parataxis", "csubj"))
_SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
_HELPERS = frozenset(("aux", "aux:pass", "cop"))


def overlooked(doc: Doc) -> Iterator[Token]:
    """The tokens of a sentence that are finite, though tagged as infinitives."""
    for head in doc:
        children = list(head.children)
        if head.dep_.lower() not in _CLAUSES or not any(child.dep_ in _SUBJECTS for child in children):
            continue
        helpers = [child for child in children if child.dep_ in _HELPERS]
        finite = any(_form(token) == "Fin" for token in (*helpers, head))
        first = helpers[0] if helpers else head
        if not finite and _form(first) == "Inf" and not any(child.lower_ == "te" for child in children):
            yield first


def _form(token: Token) -> str:
    return next(iter(token.morph.get("VerbForm", [])), "")
