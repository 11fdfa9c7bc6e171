"""Whom a pronoun means: the nearest actor before it that fits in gender and number, by sentence, role and
weight."""

from collections.abc import Iterator

from standpunt.language.analysis import Token
from standpunt.model import ActorKind, MentionForm, Reason
from standpunt.reading.mentions.context import Context, Draft, is_finite
from standpunt.reading.mentions.entities import Entity
from standpunt.reading.mentions.naming import SEVERAL, names_of
from standpunt.reading.mentions.stated import STATED
from standpunt.reading.mentions.words import PRONOUNS

_REACH = 4
"""How many sentences back a pronoun may look."""
_CLAUSE = frozenset((",", ";", ":", "-", "–", "(", ")"))


def find(context: Context, taken: set[int], sources: set[int]) -> Iterator[Draft]:
    """The pronouns that stand for an actor; `sources` are the tokens of phrases that name a source."""
    for token in context.tokens:
        entry = PRONOUNS.get(token.lower)
        if entry is None or token.index in taken:
            continue
        after = context.tokens[token.index + 1] if token.index + 1 < len(context.tokens) else None
        source = token.index in sources
        if entry.indefinite and not source:
            continue
        if entry.demonstrative and not (source or _demonstrates(context, token, after)):
            continue
        if token.lower == "zijn" and (not source or token.pos in ("VERB", "AUX")):
            continue
        if entry.object and not source and _possesses(token, after):
            continue
        number = entry.number if entry.number != "?" else _number(context, token)
        draft = Draft(
            token.index,
            token.index + 1,
            token.index,
            token.index + 1,
            MentionForm.PRONOUN,
            ActorKind.GROUP if number == "p" else ActorKind.PERSON,
            "pronoun",
            token.lower,
            gender=entry.gender if number != "p" else "",
            plural=number == "p",
        )
        draft.subject = (
            not entry.object
            and token.lower not in ("hem", "'m")
            and (
                token.dep.startswith("nsubj")
                or bool(after and is_finite(after))
                or _verb_before(context, token)
            )
        )
        draft.source = source
        if token.lower in ("zij", "ze") and token.dep == "obj" and not draft.subject:
            continue
        yield draft


def _verb_before(context: Context, token: Token) -> bool:
    return token.index > 0 and is_finite(context.tokens[token.index - 1])


def _demonstrates(context: Context, token: Token, after: Token | None) -> bool:
    """`Die riep eerder op`: at the head of a sentence and right before its verb."""
    return token.index in context.opens and after is not None and is_finite(after)


def _possesses(token: Token, after: Token | None) -> bool:
    """`haar moeder`, `hun plan`: before a noun, or called so by the tagger."""
    if "Poss=Yes" in token.morph or token.dep in ("nmod:poss", "det:poss"):
        return True
    return (
        after is not None
        and after.pos in ("NOUN", "ADJ", "NUM", "PROPN")
        and token.dep not in ("obl", "obj", "iobj")
    )


def _number(context: Context, token: Token) -> str:
    """`s` or `p` by the verb that belongs to `zij`, `ze`, `die`: its own head, else the nearest finite
    verb."""
    tokens = context.tokens
    if token.index + 1 < len(tokens) and tokens[token.index + 1].lower == "en":
        return "s"  # `zij en haar man hebben`
    head = tokens[token.head]
    own = [head, *(t for t in context.analysis.children[head.index] if t.pos == "AUX")]
    near = [tokens[token.index + i] for i in (1, -1, 2, -2) if 0 <= token.index + i < len(tokens)]
    for verb in (*own, *near):
        if verb.sentence == token.sentence and is_finite(verb):
            if "Number=Plur" in verb.morph:
                return "p"
            if "Number=Sing" in verb.morph:
                return "s"
            return "p" if verb.lower.endswith("en") else "s"
    infinitives = [verb for verb in own if verb.pos in ("VERB", "AUX") and verb.lower.endswith("en")]
    infinitives = [verb for verb in infinitives if "VerbForm=Part" not in verb.morph]
    return "p" if infinitives else "s"  # `een brief die ze hebben geschreven`, where the tagger errs


class Antecedents:
    """Chooses an entity for each pronoun; drafts are told in the order of the text as they are resolved."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.seen: list[tuple[Draft, Entity]] = []
        self.together: dict[str, Entity] = {}
        self._speaking: Entity | None = None

    def tell(self, draft: Draft, entity: Entity) -> None:
        """`entity` is mentioned here; by the line before a speech, he speaks from here."""
        if draft.rule == STATED:
            self._speaking = entity
        else:
            self.seen.append((draft, entity))

    def resolve(self, pronoun: Draft) -> tuple[Entity | None, Reason]:
        """The entity that a pronoun means, or None; the reason names the others that fitted."""
        if pronoun.entry in ("die", "deze"):
            return self._demonstrative(pronoun)
        if pronoun.entry in ("eerstgenoemde", "laatstgenoemde", "laatste"):
            return self._listed(pronoun)
        if pronoun.plural:
            several = self._several(pronoun)
            if several is not None:
                return several, Reason("several named together", pronoun.entry)
        scores: dict[int, tuple[float, int, Entity]] = {}
        for draft, entity in self._before(pronoun):
            if not _agree(pronoun, entity) or self._bound(pronoun, draft):
                continue
            score = self._score(pronoun, draft, entity)
            best = scores.get(id(entity))
            if best is None or score > best[0]:
                scores[id(entity)] = (score, draft.first, entity)
        if not scores:
            return None, Reason("no antecedent", pronoun.entry)
        ranked = sorted(scores.values(), key=lambda row: (-row[0], -row[1]))
        others = tuple(row[2].name for row in ranked) if len(ranked) > 1 else ()
        return ranked[0][2], Reason("nearest that fits", pronoun.entry, others)

    def _several(self, pronoun: Draft) -> Entity | None:
        """`Jansen en De Vries ...`, subject of this sentence or of one of the two before: together one
        speaker."""
        here = self._sentence(pronoun)
        rows: list[list[Draft]] = []
        for draft, entity in reversed(self.seen):
            if draft.rule == SEVERAL and 0 <= here - self._sentence(draft) <= 2:
                return entity
        for draft, entity in self.seen:
            if not 0 <= here - self._sentence(draft) <= 2 or entity.kind is not ActorKind.PERSON:
                continue
            if (
                draft.form is MentionForm.PRONOUN
                or (not draft.named and draft.definite is None)  # `oud-burgemeester en boegbeeld`, of one man
                or self.context.quote[draft.first] != -1
                or draft.first > pronoun.first
            ):
                continue
            between = self.context.tokens[rows[-1][-1].last : draft.first] if rows else []
            linked = 0 < len(between) <= 2 and {token.lower for token in between} <= {",", "en"}
            if linked:
                rows[-1].append(draft)
            else:
                rows.append([draft])
        rows = [row for row in rows if len(row) > 1 and any(draft.subject for draft in row)]
        if not rows:
            return None
        key = f"several {rows[-1][0].first}"
        if key not in self.together:
            words = names_of(self.context, rows[-1])
            self.together[key] = Entity(
                ActorKind.GROUP, words, key, Reason("several named together"), plural=True
            )
        return self.together[key]

    def _before(self, pronoun: Draft) -> Iterator[tuple[Draft, Entity]]:
        """What was mentioned in the last sentences; from outside a quotation nothing inside one is seen."""
        here = self._sentence(pronoun)
        quoted = self.context.quote[pronoun.first]
        for draft, entity in reversed(self.seen):
            if here - self._sentence(draft) > _REACH:
                return
            if draft.first >= pronoun.first or draft.nested or entity is self._speaking:
                continue  # who speaks says `ik` of himself
            inside = self.context.quote[draft.first]
            if inside != -1 and inside != quoted:
                continue
            yield draft, entity

    def _sentence(self, draft: Draft) -> int:
        return self.context.tokens[draft.head_first].sentence

    def _score(self, pronoun: Draft, draft: Draft, entity: Entity) -> float:
        score = -1.0 * (self._sentence(pronoun) - self._sentence(draft))
        score += 0.8 * draft.subject + 0.6 * draft.source + 0.3 * draft.named - 0.4 * draft.locative
        score += min(0.4, 0.08 * sum(1 for each in entity.drafts if each.first < pronoun.first))
        if pronoun.gender and entity.gender == pronoun.gender:
            score += 0.4
        if entity.kind is not ActorKind.PERSON and not pronoun.plural:
            score -= 1.5
        if pronoun.plural and not entity.plural:
            score -= 1.0  # a body is `het` or `hij`; people say `ze` of one where no group is near
        return score

    def _bound(self, pronoun: Draft, draft: Draft) -> bool:
        """Whether both stand in one clause, so that they cannot be one: `Schoof noemt hem`, `Jansen zou
        tegenover hem`; who owns may be the subject: `Schoof herhaalt zijn voorstel`."""
        token, after = self.context.tokens[pronoun.first : pronoun.first + 2]
        owns = token.lower == "zijn" or token.lower != "diens" and _possesses(token, after)
        if pronoun.subject or owns or not draft.subject or self._sentence(pronoun) != self._sentence(draft):
            return False
        between = self.context.tokens[draft.last : pronoun.first]
        return not any(token.text in _CLAUSE or token.pos == "SCONJ" for token in between)

    def _listed(self, pronoun: Draft) -> tuple[Entity | None, Reason]:
        """`Laatstgenoemde`, `eerstgenoemde`: the last or the first of those named in the nearest clause that names any,
        in the order of the text."""
        here = self.context.tokens[pronoun.first]
        named = [
            (draft.first, entity)
            for draft, entity in self.seen
            if draft.form is not MentionForm.PRONOUN
            and not draft.nested
            and draft.last <= pronoun.first
            and here.sentence - self._sentence(draft) <= 2
            and not entity.plural
        ]
        named.sort(key=lambda row: row[0])
        nearest = [self.context.tokens[first].sentence for first, _ in named][-1:]
        named = [row for row in named if [self.context.tokens[row[0]].sentence] == nearest]
        if not named:
            return None, Reason("no antecedent", pronoun.entry)
        chosen = named[0] if pronoun.entry == "eerstgenoemde" else named[-1]
        names = tuple(dict.fromkeys(entity.name for _, entity in named))
        return chosen[1], Reason(f"{pronoun.entry}, as named", pronoun.entry, names if len(names) > 1 else ())

    def _demonstrative(self, pronoun: Draft) -> tuple[Entity | None, Reason]:
        """`Die`, at the head of a sentence: the last of the sentence before who was neither its subject nor
        its speaker, else the last one mentioned."""
        here = self._sentence(pronoun)
        before = [
            (draft, entity)
            for draft, entity in self.seen
            if here - self._sentence(draft) == 1
            and self.context.quote[draft.first] == -1
            and entity.plural == pronoun.plural
            and draft.form is not MentionForm.PRONOUN
        ]
        speakers = {
            id(entity) for draft, entity in self.seen if here - self._sentence(draft) == 1 and draft.source
        }
        others = [row for row in before if id(row[1]) not in speakers]
        passive = [row for row in others if not row[0].subject]
        chosen = (passive or others or before)[-1:]
        if not chosen:
            return None, Reason("no antecedent", pronoun.entry)
        return chosen[0][1], Reason("last mentioned before", pronoun.entry, tuple(e.name for _, e in before))


def _agree(pronoun: Draft, entity: Entity) -> bool:
    if pronoun.plural:
        return entity.plural or entity.kind in (ActorKind.GROUP, ActorKind.PARTY, ActorKind.ORGANISATION)
    if entity.plural or entity.kind is ActorKind.GROUP:
        return False
    if pronoun.gender == "m" and entity.kind is not ActorKind.PERSON:
        return False
    return not (pronoun.gender and entity.gender and pronoun.gender != entity.gender)
