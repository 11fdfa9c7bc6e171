"""What the registry knows of an article's names: fields of office, and states and bodies under all their
words."""

from collections.abc import Iterator

from standpunt.reading.mentions.context import Context, Name
from standpunt.reading.mentions.words import BODY_HEADS, PARTICLES, POLICY, REGIONS, given, is_initials, noun
from standpunt.registry import Body, State, fold

_LOCAL = ("wethouder", "schepen", "gedeputeerde")
_NATIONAL = ("minister", "staatssecretaris", "ministerie", "onderminister")


def fields_of_office(context: Context) -> set[int]:
    """The tokens of a field after an office: `Sociale Zaken en Werkgelegenheid` in `minister van ...`."""
    taken: set[int] = set()
    tokens, fields = context.tokens, context.registry.fields
    for token in tokens:
        if not token.lower.endswith(_LOCAL + _NATIONAL):
            continue
        if token.lower.endswith(_LOCAL):
            taken.update(range(token.index + 1, _field_without_van(context, token.index + 1)))
            continue
        for start in (token.index + 1, *_after_name(context, token.index)):
            end = field_end(context, start, fields) or _unknown_field(context, start)
            if end:
                taken.update(range(start + 1, end))
        taken.update(_bracketed_field(context, token.index))
    return taken


def _bracketed_field(context: Context, index: int) -> range:
    """The field in brackets behind the name: `minister Anouk Hofstra (Natuur en Stikstof)`, without a party that
    follows it there."""
    tokens, at = context.tokens, index + 1
    while at < len(tokens) and at - index <= 5 and tokens[at].text != "(":
        at += 1
    within = range(at + 1, min(at + 9, len(tokens)))
    end = next((i for i in within if tokens[i].text == ")" or context.registry.bodies(tokens[i].text)), at)
    words = [fold(token.text) for token in tokens[at + 1 : end]]
    known = any(word in POLICY or word in context.registry.fields for word in words)
    return range(at + 1, end) if known else range(0)


def _field_without_van(context: Context, start: int) -> int:
    """The end of a field right behind a title: `wethouder Economische Zaken, Kunst en Cultuur`; `start` where there is
    none."""
    tokens, at, end = context.tokens, start, start
    while at < len(tokens) and tokens[at].sentence == tokens[start].sentence and context.adjacent(at):
        word = fold(tokens[at].text)
        if (word in POLICY or word in context.registry.fields) and not given(tokens[at].text):
            end = at = at + 1
        elif end > start and tokens[at].lower in ("en", ",", "&") and end == at:
            at += 1
        else:
            break
    return end


def _after_name(context: Context, index: int) -> Iterator[int]:
    """Where `van` may stand after `minister X` or `minister Van den X`."""
    at = index + 1
    while at < len(context.tokens) and at - index <= 5 and context.adjacent(at):
        token = context.tokens[at]
        if token.lower in ("van", "voor") and at > index + 1 and context.tokens[at - 1].text[0].isupper():
            yield at
        if not (token.text[0].isupper() or token.lower in PARTICLES):
            return
        at += 1


def _unknown_field(context: Context, start: int) -> int:
    """The end of a field that the registry does not know, where a given name follows: `voor Leefmilieu Vera
    Dua`."""
    tokens, at = context.tokens, start + 1
    if start >= len(tokens) or tokens[start].lower not in ("van", "voor"):
        return 0
    while at < len(tokens) and at - start < 5 and context.adjacent(at):
        capital = tokens[at].text[0].isupper()
        named = given(tokens[at].text) or tokens[at].entity == "PER" and tokens[at].begins and at > start + 1
        if capital and named and capital_follows(context, at):
            return at if at > start + 1 else 0
        if not capital and tokens[at].lower not in ("en", "de", "het"):
            return 0
        at += 1
    return 0


def field_end(context: Context, start: int, fields: frozenset[str]) -> int:
    """The end of a field of office that begins with `van` or `voor` at `start`; 0 where there is none."""
    tokens = context.tokens
    if start >= len(tokens) or tokens[start].lower not in ("van", "voor") or not context.adjacent(start):
        return 0
    at = end = start + 1
    while at < len(tokens) and tokens[at].sentence == tokens[start].sentence:
        if fold(tokens[at].text) in fields:
            end = at = at + 1
        elif tokens[at].lower in ("en", ",", "&") and end == at and end > start + 1:
            at += 1
        else:
            break
    return end if end > start + 1 else 0


def registered(context: Context, taken: set[int]) -> Iterator[Name]:
    """Names of states and bodies in the registry, the longest at each place."""
    tokens = context.tokens
    at = 0
    while at < len(tokens):
        found = None if at in taken else _own_country(context, at) or _longest(context, at)
        if found is None:
            at += 1
            continue
        last, fact, how = found
        if _is_part_of_person(context, at, last) or _is_longer(context, at, last):
            at += 1
            continue
        yield Name(at, last, fact.name, fact, how)
        at = last


def _longest(context: Context, at: int) -> tuple[int, State | Body, str] | None:
    tokens, text = context.tokens, context.tokens[at].text
    phrases = context.registry.phrases.get(fold(text), {})
    alone = text[0].isupper() or not text.isalpha()  # `50Plus`, `sp.a`
    if not phrases and not alone:
        return None
    second = fold(tokens[at + 1].text) if phrases and at + 1 < len(tokens) else ""
    for words in phrases.get(second, ()):
        end = at + len(words)
        if end > len(tokens) or tokens[end - 1].sentence != tokens[at].sentence:
            continue
        if all(fold(tokens[at + k].text) == words[k] for k in range(2, len(words))):
            found = _fact(context, context.text(at, end), at)
            if found:
                return end, *found
    found = _fact(context, text, at) if alone else None
    return (at + 1, *found) if found else None


def is_known(context: Context, at: int) -> bool:
    """Whether a name that the registry knows begins at a token."""
    return at < len(context.tokens) and context.adjacent(at) and _longest(context, at) is not None


def _fact(context: Context, words: str, at: int) -> tuple[State | Body, str] | None:
    registry = context.registry
    for form in dict.fromkeys((words.rstrip("."), words, bare(words))):
        bodies = registry.bodies(form)
        if bodies and not (at in context.opens and _is_word(context, at, form)):
            return _choose(context, bodies), "body"
        state = registry.state(form)
        if state and form != words and (context.tokens[at].pos == "ADJ" or capital_follows(context, at)):
            continue  # `Nederlands landschap`, `Koninklijk Nederlands Instituut` are no genitives
        if state and state.how != "adjective":
            return state.state, state.how
        speaker = registry.speaks_through(form)
        if speaker:
            return speaker, "capital"
    return None


def _is_word(context: Context, at: int, words: str) -> bool:
    """Whether a name at the head of a sentence is an ordinary word there: `Volt`, `Denk`, `Groen`,
    `Vooruit`."""
    token = context.tokens[at]
    return (
        " " not in words
        and not words.isupper()
        and token.pos not in ("PROPN", "X", "SYM")
        and not token.entity
    )


def _own_country(context: Context, at: int) -> tuple[int, State, str] | None:
    """`Ons land`, in the paper's own words: the country that it speaks of most. In a quotation it is the speaker's."""
    tokens = context.tokens
    if tokens[at].lower != "ons" or at + 1 >= len(tokens) or tokens[at + 1].lower != "land":
        return None
    state = context.registry.by_key(f"staat:{_country(context)}")
    return (at + 2, state, "ours") if isinstance(state, State) and context.quote[at] == -1 else None


def _choose(context: Context, bodies: tuple[Body, ...]) -> Body:
    """Of bodies that share a name, the one whose country the article speaks of; the first where it does not
    say."""
    wanted = _country(context) if len(bodies) > 1 else ""
    return next((body for body in bodies if body.of == wanted), bodies[0])


def _country(context: Context) -> str:
    """`belgie` or `nederland`, whichever the article speaks of more."""
    belgian = sum(context.capitals[word] for word in _BELGIAN)
    return "belgie" if belgian > sum(context.capitals[word] for word in _DUTCH) else "nederland"


_BELGIAN = (
    "België", "Belgische", "Belgisch", "Belgen", "Vlaamse", "Vlaams", "Vlaanderen", "Vlamingen", "Brussel", "N-VA",
    "Wallonië", "Waalse", "Vooruit", "CD&V", "Vld",
)  # fmt: skip
_DUTCH = ("Nederland", "Nederlandse", "Nederlands", "Nederlanders", "Haag", "VVD", "CDA", "D66", "PVV")


def bare(words: str) -> str:
    """Without a genitive: `Ruslands`, `Timmermans'`, `EU's`."""
    for ending in ("'s", "’s", "'", "’"):
        if words.endswith(ending):
            return words[: -len(ending)]
    return words[:-1] if len(words) > 4 and words.endswith("s") and not words.isupper() else words


def _is_part_of_person(context: Context, first: int, last: int) -> bool:
    """`Jan Shell`, `Israel Katz`: a given name before it, or it is one and another capital follows."""
    tokens = context.tokens
    if last - first > 1:
        return False
    before, after = first - 1, last
    if last - first == 1 and before > 0 and tokens[before].lower == "van" and context.adjacent(first):
        given_before = given(tokens[before - 1].text) and context.adjacent(before)
        state = context.registry.state(tokens[first].text)
        if given_before and (state is None or state.how == "capital"):
            return True  # `Michael van Praag`
    personal = before >= 0 and (given(tokens[before].text) or is_initials(tokens[before].text))
    if personal and context.adjacent(first) and tokens[before].text[0].isupper():
        return not tokens[first].text.isupper()
    if after < len(tokens) and context.adjacent(after) and tokens[after].text[0].isupper():
        whole = context.text(first, after + 1)
        return bool(given(tokens[first].text)) or context.registry.person(whole) is not None
    return False


def _is_longer(context: Context, at: int, last: int) -> bool:
    """`Commissie voor Onrechtmatige Bedingen` is not the Commissie: a general word goes on to a name of its
    own."""
    tokens = context.tokens
    if at and context.text(at - 1, last) in _lists(context):
        return True
    if last < len(tokens) and context.adjacent(last) and tokens[last].text[0].isupper():
        goes_on = tokens[at].entity == "ORG" == tokens[last].entity and not tokens[last].begins
        if goes_on and not given(tokens[last].text) and not context.registry.bodies(tokens[last].text):
            return True
    if last - at == 1 and at and context.adjacent(at) and noun(tokens[at].lower) is not None:
        before = tokens[at - 1]
        if before.pos == "ADJ" or before.lower in REGIONS or before.lower.endswith("se"):
            return True  # `de Baltische Staten` are not the Staten
    if last - at > 1 or tokens[at].lower not in BODY_HEADS or last + 1 >= len(tokens):
        return False
    if tokens[last].text[0].isupper() and context.adjacent(last):
        return True
    after = last + 2 if tokens[last + 1].lower in ("de", "het") and last + 2 < len(tokens) else last + 1
    return tokens[last].lower in ("voor", "tegen") and tokens[after].text[0].isupper()


def _lists(context: Context) -> frozenset[str]:
    """Names of local lists that end in a party's, as brackets give them: `Walter Hofstra (Samen Vooruit)`."""
    cached: frozenset[str] | None = getattr(context, "_lists", None)
    if cached is None:
        tokens = context.tokens
        found = (
            context.text(at + 1, at + 3)
            for at in range(1, len(tokens) - 3)
            if tokens[at].text == "(" and tokens[at + 3].text == ")"
            if tokens[at - 1].text[0].isupper() and all(t.text[0].isupper() for t in tokens[at + 1 : at + 3])
            if _fact(context, tokens[at + 1].text, at + 1) is None
        )
        cached = context._lists = frozenset(found)  # type: ignore[attr-defined]
    return cached


def capital_follows(context: Context, at: int) -> bool:
    after = at + 1
    return after < len(context.tokens) and context.adjacent(after) and context.tokens[after].text[0].isupper()
