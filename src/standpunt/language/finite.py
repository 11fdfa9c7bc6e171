"""Plural verbs that the parser takes for infinitives, told apart by their clause.

`steunen` is both; behind its subject, at the end of a clause (`dat de partijen de tunnel steunen`), the tagger mostly
calls it an infinitive. A clause with a subject and no other finite verb has its finite verb in it: the first of its
auxiliaries, or the verb itself.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from standpunt.language.analysis import Token

MORPH = "Number=Plur|Tense=Pres|VerbForm=Fin"
"""The features of such a verb."""

_CLAUSES = frozenset(("root", "ccomp", "advcl", "acl", "acl:relcl", "conj", "parataxis", "csubj"))
_SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
_HELPERS = frozenset(("aux", "aux:pass", "cop"))
_INFINITIVE, _FINITE = "VerbForm=Inf", "VerbForm=Fin"


def overlooked(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens of one sentence that are finite, though tagged as infinitives."""
    found = [token for token in tokens if token.has(_INFINITIVE)]
    children: dict[int, list[Token]] = defaultdict(list)
    for token in tokens if found else ():
        if token.head != token.index:
            children[token.head].append(token)
    for token in found:
        head = tokens[token.head - tokens[0].index] if token.dep in _HELPERS else token
        around = children[head.index]
        helpers = [child for child in around if child.dep in _HELPERS]
        if token is not (helpers[0] if helpers else head) or head.dep not in _CLAUSES:
            continue
        told = any(child.dep in _SUBJECTS for child in around) and not any(c.lower == "te" for c in around)
        if told and not any(each.has(_FINITE) for each in (*helpers, head)):
            yield token
