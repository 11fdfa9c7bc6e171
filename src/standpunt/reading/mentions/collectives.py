"""Bodies and groups without a name: whom `de partij`, `het ministerie`, `de groep` mean, and what an actor of its
own is called."""

from collections.abc import Iterable

from standpunt.model import ActorKind, Reason
from standpunt.reading.mentions.context import Context, Draft
from standpunt.reading.mentions.entities import Entity
from standpunt.reading.mentions.naming import name_of
from standpunt.reading.mentions.words import FAMILIES
from standpunt.registry import Body

_SAME_BODY = {"regering": "kabinet"}
_GENERIC_BODIES = frozenset(
    (
        "bedrijf",
        "organisatie",
        "club",
        "partij",
        "kennis",
        "ministerie",
        "leger",
        "gemeente",
        "politie",
        "groep",
    )
)
_OFFICIAL = frozenset(("kabinet", "parlement", "rechtbank", "ministerie", "gemeente", "politie", "redactie"))
_NAMED_SO = frozenset(
    ("inspectie", "commissie", "raad", "bestuur", "directie", "comité", "kerk", "ziekenhuis", "universiteit", "school",
     "museum", "theater", "festival", "instituut", "centrum", "academie", "bibliotheek", "dierentuin")
)  # fmt: skip
"""Of these there are many kinds: they mean a body whose name has the word."""
_THINGS_TOO = frozenset(("bank", "band"))
"""`Vanaf de bank`, `om zijn band`: bodies only where they do something."""
_OTHERS = ("moeder", "dochter", "zuster")
_OTHER = frozenset(("ander", "andere", "nieuw", "nieuwe", "eigen"))
_TROUBLED = frozenset(("palestina", "libanon", "jemen", "afghanistan", ""))


class Collectives:
    """Resolves bodies and groups against the entities of the article."""

    def __init__(self, context: Context, entities: Iterable[Entity]) -> None:
        self.context = context
        self.entities = list(entities)
        self._by_key: dict[str, Entity] = {}

    def _body(self, draft: Draft) -> Entity:
        noun = draft.noun
        if noun is None:
            return self._keyed(draft, f"source {draft.role.lower()}", "source")
        word = self.context.tokens[draft.head_first].lower
        named = next((e for e in self.entities if e.named and e.key == word and draft.definite), None)
        if named is not None:
            named.add(draft, Reason("the same name", named.name))
            return named
        if draft.of and noun.key == "kabinet":
            return self._keyed(draft, f"body kabinet {draft.of}", "body")
        if noun.key == "partij" and draft.definite and draft.last == draft.head_last:
            own = self._party_of_speaker(draft)
            if own is not None:
                own.add(draft, Reason("party of the speaker", own.name))
                return own
        idle = noun.base in _THINGS_TOO and not (draft.subject or draft.source)
        told = noun.base in _NAMED_SO and f"body {noun.base}" in self._by_key
        owned = noun.key in ("club", "partij") and self._is_owned(
            draft
        )  # `zijn ploeg` is not the last one named
        bare = not (idle or told or owned)
        if draft.definite and noun.key in _GENERIC_BODIES and bare and self._describes(draft):
            fitting = [
                (last, entity)
                for entity in self.entities
                if self._names_body(entity, noun.key, noun.base)
                and (last := self._last(entity, draft.first)) is not None
            ]
            if fitting:
                chosen = max(fitting, key=lambda row: row[0])[1]
                if noun.key == "partij":
                    chosen = self._party_meant(draft, chosen)
                chosen.add(draft, Reason("last body of this kind", chosen.name))
                return chosen
        base = _SAME_BODY.get(noun.base, noun.base)
        if draft.definite and not draft.modified and f"body {base}" not in self._by_key:
            described = self._described(draft)
            if described is not None:
                described.add(draft, Reason("last body described so", described.name))
                return described
        return self._keyed(draft, f"body {base if not draft.modified else draft.role.lower()}", "body")

    def _is_told_apart(self, draft: Draft) -> bool:
        """Whether a phrase says which one it is: `de Zweedse regering`, `de fracties van de raad`; not `de loyale
        leden`."""
        tokens = self.context.tokens[draft.first : draft.head_first]
        named = any(t.text[0].isupper() and t.index not in self.context.opens for t in tokens)
        return bool(draft.of) or named or draft.last > draft.head_last

    def _describes(self, draft: Draft) -> bool:
        """Whether a phrase says no more than what kind of body is meant: `het bedrijf`; of a company also where it is
        from (`de techgigant uit Veldhoven`, `de Zweedse autobouwer`)."""
        if not draft.modified:
            return True
        noun = draft.noun
        if noun is None or noun.key not in ("bedrijf", "club") or noun.base.startswith(_OTHERS):
            return False
        words = [self.context.tokens[i].lower for i in range(draft.first, draft.last)]
        return not _OTHER.intersection(words) and words[-2:-1] in ([], ["uit"], ["de"], ["het"])

    def _is_owned(self, draft: Draft) -> bool:
        return self.context.tokens[draft.first].lower in (
            "mijn",
            "onze",
            "ons",
            "zijn",
            "haar",
            "hun",
            "diens",
        )

    def _party_of_speaker(self, draft: Draft) -> Entity | None:
        """`mijn partij`, `haar partij`: of who speaks in this sentence or spoke last."""
        if not self._is_owned(draft):
            return None
        here = self.context.tokens[draft.first].sentence
        people = [
            (gap, not (each.source or each.subject), -each.first, at)
            for at, entity in enumerate(self.entities)
            if entity.kind is ActorKind.PERSON
            for each in entity.drafts
            if 0 <= (gap := here - self.context.tokens[each.first].sentence) <= 3
            if each.source or each.subject or (gap == 0 and each.first < draft.first)
        ]
        if not people or (draft.modified and min(people)[0]):
            return None
        person = self.entities[min(people)[-1]]
        party = self._party(person)
        return self._party_named(party) if party else self._body_of(person)

    def _body_of(self, person: Entity) -> Entity | None:
        """The body inside the words that name a person: `Trijntje Hofstra van Behoud het Duin`."""
        for entity in self.entities:
            if entity.kind in (ActorKind.PARTY, ActorKind.ORGANISATION):
                for inner in entity.drafts:
                    if inner.nested and any(d.first <= inner.first < d.last for d in person.drafts):
                        return entity
        return None

    def _party_meant(self, draft: Draft, last: Entity) -> Entity:
        """`De partij` is the subject of its own sentence, else the party of whoever spoke last, else of
        the last subject, else the last one."""
        here = self.context.tokens[draft.first].sentence
        spoken: list[tuple[bool, int, str]] = []
        for entity in self.entities:
            for each in entity.drafts:
                gap = here - self.context.tokens[each.first].sentence
                if each.first >= draft.first or gap > 2:
                    continue
                if entity.kind is ActorKind.PARTY and gap == 0 and each.subject:
                    return entity
                if entity.kind is ActorKind.PERSON and (each.source or each.subject) and self._party(entity):
                    spoken.append((each.source, each.first, self._party(entity)))
        return self._party_named(max(spoken)[2]) if spoken else last

    def _party_named(self, name: str) -> Entity:
        """The party of this name; when the article has it only inside a role, it becomes an actor now."""
        for entity in self.entities:
            if entity.kind is ActorKind.PARTY and entity.name == name:
                return entity
        fact = self.context.registry.body(name)
        party = Entity(
            ActorKind.PARTY, name, f"party {name}", Reason("party of the speaker", name), fact=fact
        )
        self.entities.append(party)
        return party

    def _names_body(self, entity: Entity, key: str, base: str) -> bool:
        if key == "partij":
            return entity.kind is ActorKind.PARTY and not all(draft.nested for draft in entity.drafts)
        if entity.kind is not ActorKind.ORGANISATION or not entity.named:
            return False
        own = {each for each in entity.families if each in FAMILIES["collective"]}
        if key == "groep":
            return not own & _OFFICIAL and not all(draft.nested for draft in entity.drafts)
        if own:
            return key in own
        if key == "leger":
            return isinstance(entity.fact, Body) and entity.fact.of in _TROUBLED
        if base in _NAMED_SO:
            return base in entity.name.lower()  # `de inspectie` is one that is called so
        company = self._is_company(entity)
        if key == "organisatie" and base.endswith(("bond", "vakcentrale")):
            return not (isinstance(entity.fact, Body) and company)
        return key == "organisatie" or (key in ("bedrijf", "club") and company)

    def _is_company(self, entity: Entity) -> bool:
        """What the registry calls one, and what it does not know, unless it is a part of another body (`FNV Spoor`)."""
        if entity.fact is None:
            whole = self.context.registry.body(entity.name.split()[0])
            return whole is None or whole.company
        return isinstance(entity.fact, Body) and entity.fact.company

    def _group(self, draft: Draft) -> Entity:
        """`De fracties`, after `de vijf fracties van de raad`: the last ones of that name. Words for people in general
        go by their own name."""
        party = self._by_colour(draft)
        if party is not None:
            party.add(draft, Reason("called by its colour", party.name))
            return party
        name = name_of(self.context, draft)
        known = self._by_key.get(f"group {name.lower()}")
        if known is None and draft.definite and not draft.modified and draft.noun is not None:
            last = self._described(draft)
            if last is not None:
                last.add(draft, Reason("last ones of this name", last.name))
                return last
        group = self._keyed(draft, f"group {name.lower()}", "group")
        if draft.candidates:
            draft.reason = Reason("group", draft.entry, draft.candidates)
        return group

    def _by_colour(self, draft: Draft) -> Entity | None:
        """`De groenen`: the one party of the article, or of its people, that is called so."""
        if draft.noun is None or draft.noun.key != "kleur" or not draft.definite or draft.modified:
            return None
        told = {entity.name: entity.fact for entity in self.entities if entity.kind is ActorKind.PARTY}
        told |= {party: self.context.registry.body(party) for e in self.entities if (party := self._party(e))}
        fitting = [
            name for name, fact in told.items() if isinstance(fact, Body) and draft.noun.base in fact.people
        ]
        return self._party_named(fitting[0]) if len(fitting) == 1 else None

    def _described(self, draft: Draft) -> Entity | None:
        """The one body or group before a bare noun (`de regering`) that the article describes by the same noun (`de
        Zweedse regering`); None where there are two, or where the same noun is told of no one in particular."""
        noun = draft.noun
        if noun is None or noun.how == "ending":
            return None
        found = {
            id(entity): entity
            for key, entity in self._by_key.items()
            if key.startswith(("group ", "body "))
            for each in entity.drafts[:1]
            if each.noun is not None and each.first < draft.first
            if each.noun.base == noun.base and each.kind is draft.kind and self._is_told_apart(each)
            if self.context.tokens[each.head_first].lower == self.context.tokens[draft.head_first].lower
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _last(self, entity: Entity, before: int) -> int | None:
        """The last place before a token where an entity is mentioned, those inside quotations less."""
        places = [draft.first for draft in entity.drafts if draft.first < before]
        return max(places) if places else None

    def _party(self, entity: Entity) -> str:
        return entity.party or (entity.person.party if entity.person is not None else "")

    def _keyed(self, draft: Draft, key: str, rule: str) -> Entity:
        entity = self._by_key.get(key)
        if entity is None:
            entity = self._by_key[key] = self._new(draft, rule, key)
        else:
            entity.add(draft, Reason(f"the same {rule}", draft.entry))
        return entity

    def _new(self, draft: Draft, rule: str, key: str = "") -> Entity:
        entity = Entity(
            draft.kind,
            name_of(self.context, draft),
            key or f"{rule} {draft.first}",
            Reason(rule, draft.entry),
            plural=draft.plural,
            gender=draft.gender,
        )
        entity.add(draft, Reason(rule, draft.entry))
        self.entities.append(entity)
        return entity
