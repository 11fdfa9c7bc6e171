"""Issues that a dossier could be coded by: what its actors want, reject and speak of, as drafts for a person to edit.

    drafts = suggest(dossier, pipeline.load())
    as_toml(drafts)                                # a codebook

Nouns (`spoken`) that are a part of another (`tunnel`, `tunnelplan`), or mostly stand with it, belong to it. A draft has
its words from the articles: the noun with what stands with it, and the verb whose object it is.
"""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.language import Language

from standpunt.dossier.issues.spoken import Example, Noun, spoken
from standpunt.model import Dossier, Issue
from standpunt.registry import fold

_PART = 4
"""Letters that a noun must have to be looked for inside a longer one."""
_TOGETHER = 0.5
"""The share of the sentences of a noun in which another stands, from which it belongs to that one."""
_OFTEN = 2
"""How often a phrase must stand to be taken for the usual one."""
_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Draft:
    """An issue to be edited; `actors` and `articles` are how many speak of it and how many tell it."""

    issue: Issue
    actors: int
    articles: int
    examples: tuple[Example, ...]


def suggest(dossier: Dossier, nlp: Language, limit: int = 12) -> list[Draft]:
    """What most actors want or reject comes first."""
    ranked = sorted(spoken(dossier, nlp), key=lambda noun: noun.lemma)
    ranked.sort(key=lambda noun: noun.weight, reverse=True)
    clusters: list[list[Noun]] = []
    for noun in ranked:
        home = next((cluster for cluster in clusters if _belongs(noun, cluster[0])), None)
        if home is not None:
            home.append(noun)
        elif noun.wanted_by and len(noun.places) > 1:
            clusters.append([noun])
    taken: set[str] = set()
    return [_draft(cluster, taken) for cluster in clusters[:limit]]


def as_toml(drafts: Iterable[Draft], head: str = "") -> str:
    """A codebook, with who says what of each issue in its comments, and `head` as the first one."""
    lines = [f"# {head}"] if head else []
    for draft in drafts:
        issue = draft.issue
        lines += ["", "[[issue]]", f"# actors: {draft.actors}, articles: {draft.articles}"]
        lines += [f"# {each.actor}: {each.sentence}" for each in draft.examples]
        for key in ("id", "label", "proposal", "terms", "about"):
            if value := getattr(issue, key):
                lines.append(f"{key} = {json.dumps(value, ensure_ascii=False)}")
    return "\n".join(lines).strip() + "\n"


def _belongs(noun: Noun, lead: Noun) -> bool:
    """Whether a noun is a compound of another or the other way round, or stands mostly where that one does."""
    shared = len(noun.places.keys() & lead.places.keys())
    return _is_part(noun.lemma, lead.lemma) or (shared > 1 and shared / len(noun.places) >= _TOGETHER)


def _is_part(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _PART and (long.startswith(short) or long.endswith(short))


def _draft(cluster: Sequence[Noun], taken: set[str]) -> Draft:
    lead = cluster[0]
    phrase = _phrase_of(lead)
    terms = {fold(noun.name): noun.name for noun in cluster if lead.lemma in noun.lemma}
    about = {fold(noun.name): noun.name for noun in cluster[1:] if len(noun.places) > 1}
    places = {place for noun in cluster for place in noun.places}
    said_by = {actor for noun in cluster for actor in noun.wanted_by | noun.said_by}
    issue = Issue(
        id=_id(lead.name, taken), label=_capital(phrase), proposal=_proposal(lead, phrase),
        terms=tuple(terms.values()), about=tuple(about[key] for key in about if key not in terms),
    )  # fmt: skip
    return Draft(issue, len(said_by), len({article for article, _ in places}), _examples(lead))


def _phrase_of(lead: Noun) -> str:
    """The usual one of several words, or else the usual form of the noun."""
    usual = [each for each in lead.phrases if " " in each and lead.phrases[each] >= _OFTEN]
    alone = [each for each in lead.phrases if " " not in each]
    return max(usual or alone or lead.phrases, key=lambda each: (lead.phrases[each], each))


def _proposal(lead: Noun, phrase: str) -> str:
    """What is to be done with it, where somebody wants that; else that it comes."""
    several = phrase in lead.plural
    told = f"een {phrase}" if "een" in lead.determiners and not several else phrase
    if lead.verbs:
        verb = max(lead.verbs, key=lambda each: (lead.verbs[each], each))
        return _capital(f"{told} {verb}")
    comes = "komen" if several else "komt"
    if "een" in lead.determiners or not lead.determiners:
        return f"Er {comes} {told}"
    article = "de" if several else max(lead.determiners, key=lambda each: (lead.determiners[each], each))
    return _capital(f"{article} {phrase} {comes} er")


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _examples(lead: Noun) -> tuple[Example, ...]:
    """What is wanted before what is said, of different actors as far as they go."""
    listed = sorted(lead.places.values(), key=lambda example: not example.wanted)
    of_actor = {example.actor: example for example in reversed(listed)}
    return tuple(example for example in listed if of_actor[example.actor] is example)[:_EXAMPLES]


def _id(lemma: str, taken: set[str]) -> str:
    plain = re.sub(r"[^a-z0-9]+", "-", fold(lemma)).strip("-") or "issue"
    id = next(id for n in range(1, 1000) if (id := plain if n == 1 else f"{plain}-{n}") not in taken)
    taken.add(id)
    return id
