"""Noun phrases beside a verb: who speaks. Read from the words around the cue as well as from the parse, because
parsers often take an inverted subject (`benadrukt de minister`) for an object."""

from collections.abc import Sequence

from standpunt.language.analysis import Analysis, Token

NOMINAL = frozenset(["NOUN", "PROPN", "X", "SYM"])
INSIDE = frozenset(["DET", "ADJ", "NUM"]) | NOMINAL
LINKS = frozenset(
    ["van", "voor", "uit", "bij", "namens", "der", "den", "des", "de", "ten", "ter", "te", "'t", "of"]
)
PARTICLES = frozenset(
    [
        "van",
        "de",
        "den",
        "der",
        "ten",
        "ter",
        "te",
        "'t",
        "’t",
        "von",
        "del",
        "di",
        "el",
        "al",
        "bin",
        "le",
        "la",
        "du",
    ]
)
# What may stand between a verb and its inverted subject.
BETWEEN = frozenset(
    "ook dan nu dus toch nog echter daarop daarover hierover hierop daarom zelf eerder zich er al wel inmiddels "
    "vandaag gisteren even vervolgens desgevraagd bijvoorbeeld onder andere meer immers alvast daarna voorts verder "
    "hierbij daarbij meteen opnieuw tevens onlangs me mij ons nochtans".split()
)
SUBJECT_PRONOUNS = frozenset(
    "hij zij ze ie men wij we ik die deze iedereen niemand sommigen velen anderen beiden".split()
)
POSSESSIVES = frozenset("zijn haar hun mijn onze ons diens z'n".split())
NO_SPEAKER = frozenset("het dat dit er wat".split())


def phrase_from(analysis: Analysis, tokens: Sequence[Token], start: int) -> list[Token]:
    """The noun phrase that begins at `tokens[start]`, with `van`-phrases, names and a bracket behind it; empty when
    none begins there."""
    if start >= len(tokens):
        return []
    head = tokens[start]
    if head.lower in SUBJECT_PRONOUNS and (
        head.pos == "PRON" or head.lower in ("hij", "zij", "ze", "ie", "men", "wij", "we", "ik")
    ):
        return [head]
    found: list[Token] = []
    listed = False  # `CDA, Gemeentebelangen en D66`: names with commas between, and `en` before the last
    nominal = False  # a noun or a name was met: from here on the phrase may end
    position = start
    while position < len(tokens):
        token = tokens[position]
        if token.text == "(" and nominal:
            close = _closing_bracket(tokens, position)
            if close is None:
                break
            found += tokens[position : close + 1]
            position = close
        elif _joins(tokens, position, found, nominal):
            found.append(token)
        elif token.text == "," and nominal and (listed or _list_follows(tokens, position)):
            listed, nominal = True, False
            found.append(token)
        elif token.lower in ("het", "de") and not found and _noun_follows(tokens, position):
            found.append(token)  # an article that the tagger takes for a pronoun
        elif token.pos in INSIDE or _is_name(tokens, position) or _is_compound(tokens, position):
            if nominal and not _continues(found[-1], token):
                break
            found.append(token)
            nominal = nominal or token.pos not in ("DET", "ADJ", "NUM") or token.text[:1].isupper()
        else:
            break
        position += 1
    while found and (
        found[-1].lower in LINKS or found[-1].pos in ("DET", "CCONJ") or found[-1].lower == "en"
    ):
        found.pop()
    return found if nominal else []


def _list_follows(tokens: Sequence[Token], position: int) -> bool:
    """Names and commas up to an `en` with a name behind it."""
    for place in range(position - 1, min(position + 14, len(tokens) - 1)):
        token = tokens[place]
        if token.lower == "en":
            return (
                place > position and tokens[place + 1].text[:1].isupper() and tokens[place + 1].pos == "PROPN"
            )
        if token.text != "," and token.pos != "PROPN":
            return False
    return False


def _joins(tokens: Sequence[Token], position: int, found: Sequence[Token], nominal: bool) -> bool:
    """Words that hold a phrase together: `van`, `en`, a possessive at its head."""
    lower = tokens[position].lower
    if lower in POSSESSIVES:
        return not nominal
    if lower == "en":
        bare = [t for t in found if t.text not in "()"]  # `Jansen (CDA) en De Vries (D66)`
        return bool(bare) and _coordinates(tokens, position, bare[-1])
    return nominal and lower in LINKS and _links(tokens, position, found[-1])


def _closing_bracket(tokens: Sequence[Token], position: int) -> int | None:
    near = range(position, min(position + 5, len(tokens)))
    return next((i for i in near if tokens[i].text == ")"), None)


def _noun_follows(tokens: Sequence[Token], position: int) -> bool:
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    return following is not None and (following.pos in NOMINAL or following.text[:1].isupper())


def _is_compound(tokens: Sequence[Token], position: int) -> bool:
    """`de onderwijsvakbonden`: taggers take a long noun in -en for a verb; behind an article or number it is none."""
    token = tokens[position]
    if token.pos != "VERB" or token.has("VerbForm=Fin") or position == 0:
        return False
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    return tokens[position - 1].pos in ("DET", "NUM", "ADJ") and (
        following is None or following.pos not in INSIDE
    )


def _is_name(tokens: Sequence[Token], position: int) -> bool:
    """A capital inside a sentence is a name, whatever the tagger makes of it (`zei Schoof`, `aldus Wilders`)."""
    token = tokens[position]
    if not token.text[:1].isupper() or token.pos == "SCONJ":
        return False
    opens = (
        position == 0
        or tokens[position - 1].text in ".!?:"
        or tokens[position - 1].sentence != token.sentence
    )
    return not opens or token.pos not in ("VERB", "AUX", "ADV", "ADP", "PRON", "CCONJ")


def _links(tokens: Sequence[Token], position: int, previous: Token) -> bool:
    """`van`, `voor`, `uit` ... inside a phrase: something nominal must follow."""
    if position + 1 >= len(tokens):
        return False
    following = tokens[position + 1]
    if tokens[position].lower in PARTICLES and previous.pos == "PROPN" and following.text[:1].isupper():
        return True
    if tokens[position].lower in ("de", "den", "der", "te", "ten", "ter"):
        return following.text[:1].isupper()
    return following.pos in INSIDE or following.text[:1].isupper() or following.lower in POSSESSIVES


def _coordinates(tokens: Sequence[Token], position: int, previous: Token | None) -> bool:
    """`Jansen en De Vries`, `Frankrijk en Duitsland`: two names, or two nouns with an article."""
    if position + 1 >= len(tokens) or previous is None:
        return False
    following = tokens[position + 1]
    if following.pos == previous.pos == "ADJ" or following.text[:1].isupper() and previous.text[:1].isupper():
        return True
    return (
        following.pos in ("DET", "NOUN")
        and previous.pos == "NOUN"
        and not any(t.has("VerbForm=Fin") for t in tokens[position + 1 : position + 5])
    )


def _continues(previous: Token, token: Token) -> bool:
    """Whether a word after a noun belongs to its phrase: a name after a title (`minister Jansen`), never a common
    noun after a name (`Jansen zaterdag`)."""
    if previous.lower in LINKS or previous.pos in ("DET", "ADJ", "NUM") or previous.lower in ("en", "of"):
        return True
    return token.text[:1].isupper()


def phrase_before(analysis: Analysis, tokens: Sequence[Token], end: int) -> list[Token]:
    """The noun phrase that ends just before `tokens[end]`, adverbs between skipped."""
    last = end - 1
    while (
        last >= 0
        and (tokens[last].pos == "ADV" or tokens[last].lower in BETWEEN)
        and tokens[last].pos not in NOMINAL
    ):
        last -= 1
    for start in range(max(0, last - 14), last + 1):
        found = phrase_from(analysis, tokens, start)
        if (
            found
            and found[-1].index >= tokens[last].index
            and (start == 0 or not _inside(tokens[start - 1], tokens[start]))
        ):
            return found
    return []


def _inside(previous: Token, token: Token) -> bool:
    """Whether a phrase that would begin at `token` in truth began before it."""
    return previous.lower in ("de", "het", "een") or previous.pos in ("DET", "ADJ")


def subject_of(analysis: Analysis, verb: Token, tokens: Sequence[Token], spot: int) -> list[Token]:
    """The words that name who speaks, for a finite or non-finite cue at `tokens[spot]`.

    Inversion first (the subject right behind the verb), then the parse, then the words before the verb; a shared
    subject is taken from the verb that the cue is coordinated with.
    """
    head = _list_head(tokens, clause_head(tokens, spot))
    if verb.has("VerbForm=Fin") and head < spot and _plain_order(tokens, head, spot):
        found = phrase_from(analysis, tokens, head)
        if found:
            return found
    inverted = spot == 0 or tokens[spot - 1].text in ",;:" or _fronted(tokens, spot)
    if inverted and not verb.has("VerbForm=Inf"):
        found = _behind(analysis, tokens, spot)
        if found:
            return found
    parsed = _parsed_subject(analysis, verb, tokens)
    if parsed:
        return parsed
    return phrase_before(analysis, tokens, spot) or _behind(analysis, tokens, spot)


def _behind(analysis: Analysis, tokens: Sequence[Token], spot: int) -> list[Token]:
    start = spot + 1
    while start < len(tokens) and tokens[start].lower in BETWEEN:
        start += 1
    return phrase_from(analysis, tokens, start)


def clause_head(tokens: Sequence[Token], spot: int) -> int:
    """The place where the words before a verb begin: behind the last mark, a conjunction at the head passed over."""
    head = next((i + 1 for i in range(spot - 1, -1, -1) if tokens[i].text in ".,;:!?"), 0)
    return head + 1 if head < spot - 1 and tokens[head].lower in ("maar", "en", "want", "dus") else head


def _list_head(tokens: Sequence[Token], head: int) -> int:
    """`CDA, Gemeentebelangen en D66 vinden`: the commas of a list of names end no clause."""
    while head >= 2 and tokens[head - 1].text == "," and tokens[head - 2].pos == "PROPN":
        start = head - 2
        while start > 0 and tokens[start - 1].pos == "PROPN":
            start -= 1
        if start > 0 and tokens[start - 1].text != "," and tokens[start - 1].text not in ".:;":
            break
        head = start
    return head


def _plain_order(tokens: Sequence[Token], head: int, spot: int) -> bool:
    """Subject before verb: only a noun phrase stands there, and no other verb. Dutch news hardly ever puts a full
    object in front without a word such as `ook` or `dat`."""
    first = tokens[head]
    if first.pos not in ("DET", "PROPN", "NOUN", "ADJ", "NUM", "X") or first.lower in (
        "dat",
        "dit",
        "zo'n",
        "geen",
    ):
        return False
    if first.pos == "DET" and first.lower not in ("de", "het", "deze", "een"):
        return False
    words = tokens[head:spot]
    verbs = (i for i in range(head, spot) if tokens[i].pos in ("VERB", "AUX", "SCONJ"))
    return all(_is_compound(tokens, i) for i in verbs) and words[-1].pos not in (
        "SCONJ",
        "CCONJ",
    )


def _fronted(tokens: Sequence[Token], spot: int) -> bool:
    """`Dat zegt X`, `Daarom noemt hij`, `In een brief meent X`: something else than the subject before the verb."""
    head = clause_head(tokens, spot)
    first = tokens[head]
    if first.lower in SUBJECT_PRONOUNS or any(
        t.has("VerbForm=Fin") or t.pos == "SCONJ" for t in tokens[head:spot]
    ):
        return False
    if tokens[spot - 1].lower in SUBJECT_PRONOUNS and spot - 1 > head:
        return False  # `Ook hij wil`
    if first.pos == "ADP" or first.lower in ("ook", "zelfs", "alleen", "zo"):
        return True
    return spot - head == 1 and first.pos in ("ADV", "PRON", "DET", "CCONJ")


def _parsed_subject(analysis: Analysis, verb: Token, tokens: Sequence[Token]) -> list[Token]:
    places = {t.index: i for i, t in enumerate(tokens)}
    heads, current = [verb], verb
    for _ in range(3):  # a shared subject hangs on the first conjunct, that of an infinitive on its governor
        if (
            current.dep not in ("conj", "xcomp", "aux", "cop", "compound:prt", "parataxis", "advcl")
            or current.head == current.index
        ):
            break
        current = analysis.tokens[current.head]
        heads.append(current)
    for head in heads:
        for child in analysis.children[head.index]:
            if not child.dep.startswith("nsubj") or child.index not in places:
                continue
            if child.lower in ("die", "dat", "wie") and head.dep.startswith("acl"):
                return _antecedent(analysis, head, tokens, places)
            for part in analysis.subtree(child):
                if part.index > child.index:
                    break
                whole = phrase_from(analysis, tokens, places[part.index]) if part.index in places else []
                if any(t is child for t in whole):
                    return whole
            return [child]
    return []


def _antecedent(
    analysis: Analysis, verb: Token, tokens: Sequence[Token], places: dict[int, int]
) -> list[Token]:
    noun = analysis.tokens[verb.head]
    lead = [t.index for t in analysis.subtree(noun) if t.index <= noun.index and t.index in places]
    return phrase_from(analysis, tokens, places[min(lead)]) if lead else []
