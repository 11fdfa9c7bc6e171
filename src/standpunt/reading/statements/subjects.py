"""The subject of a verb: who speaks. Read from the words around the verb as well as from the parse, because parsers
often take an inverted subject (`benadrukt de minister`) for an object."""

from collections.abc import Sequence

from standpunt.language.analysis import Analysis, Token
from standpunt.reading.statements.phrases import (
    BETWEEN,
    NOMINAL,
    SUBJECT_PRONOUNS,
    is_compound,
    is_surname,
    phrase_from,
)
from standpunt.reading.times import calendar

_ADDING = frozenset("ook zelfs alleen".split())
# Before whoever else is meant: `Behalve het CDA vindt ook de PvdA`.
_APART_FROM = frozenset("behalve evenals".split())
_SUBJECTS_ALONE = frozenset("ik hij wij we ie men".split())
# Subjects that are nobody.
NO_SPEAKER = frozenset("het dat dit er wat".split())
# Words of a phrase that tells when, and stands where a subject may: `Maandag zei X`, `Eind november vroeg X`.
_CLASSES = ("month", "weekday", "weekday_part", "season", "weekend", "unit", "part", "day", "reference")
_CODES = frozenset(calendar.CLASSES[name] for name in _CLASSES)
WHEN = frozenset(word for word, lexeme in calendar.known().items() if lexeme.code in _CODES) | frozenset(
    "eind begin medio halverwege moment keer afloop".split()
)


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
    apposed = _with_apposition(analysis, verb, tokens, spot)
    if apposed:
        return apposed
    if verb.has("VerbForm=Fin") and spot + 1 < len(tokens) and _is_subject_alone(verb, tokens[spot + 1]):
        return [tokens[spot + 1]]  # `Sluiting wees hij af`, `Vol vuur betoogde ze`
    shared = _verb_before_and(tokens, verb, spot)
    if shared is not None:
        found = subject_of(analysis, tokens[shared], tokens, shared)
        if found and found[0].index < tokens[shared].index:
            return found  # behind an inverted one (`Zo zweeg Jansen en sprak De Wit van`) each has its own
    head = _list_head(tokens, clause_head(tokens, spot), spot)
    if verb.has("VerbForm=Fin") and head < spot and _plain_order(tokens, head, spot):
        found = phrase_from(analysis, tokens, head)
        if found:
            return found
    inverted = spot == 0 or tokens[spot - 1].text in ",;:" or _fronted(tokens, head, spot)
    if inverted and not verb.has("VerbForm=Inf"):
        found = _behind(analysis, tokens, spot)
        if found:
            return found
    helper = next((i for i in range(spot - 1, 0, -1) if tokens[i].pos == "AUX"), 0)
    if not verb.has("VerbForm=Fin") and helper and tokens[helper - 1].lower == "zo":
        return _behind(analysis, tokens, helper)  # `, zo hebben bronnen bevestigd`
    parsed = _parsed_subject(analysis, verb, tokens)
    if parsed:
        return parsed
    before = phrase_before(analysis, tokens, spot)
    if before and before[0].index and analysis.tokens[before[0].index - 1].pos == "ADP":
        before = []  # `heeft aan het bestuur gevraagd`
    return before or _behind(analysis, tokens, spot)


def _is_subject_alone(verb: Token, behind: Token) -> bool:
    """Whether a pronoun behind a verb is its subject: by its form, or by the parse where that may be an object."""
    parsed = behind.dep == "nsubj" and behind.head == verb.index
    return behind.lower in _SUBJECTS_ALONE or parsed and behind.lower in ("ze", "zij")


def _verb_before_and(tokens: Sequence[Token], verb: Token, spot: int) -> int | None:
    """The place of the verb that a second one, right behind `en`, shares its subject with: `de raad wachtte en verweet
    de stad traagheid`."""
    if spot < 2 or tokens[spot - 1].lower not in ("en", "maar") or not verb.has("VerbForm=Fin"):
        return None
    for place in range(spot - 2, -1, -1):
        if tokens[place].text in ".:;!?" or tokens[place].pos == "SCONJ" or tokens[place].has("PronType=Rel"):
            return None
        if tokens[place].has("VerbForm=Fin"):
            return place
    return None


def _with_apposition(analysis: Analysis, verb: Token, tokens: Sequence[Token], spot: int) -> list[Token]:
    """`Jan de Wit, die vijf jaar voorzitter was, noemt`; `Els Kramer, een van de drie leden, noemt`: a subject with
    something between commas behind it, at the head of its sentence."""
    if spot < 4 or tokens[spot - 1].text != "," or not verb.has("VerbForm=Fin"):
        return []
    head = next((i + 1 for i in range(spot - 2, -1, -1) if tokens[i].text in ".:;!?"), 0)
    head += tokens[head].lower in (*_ADDING, "maar", "en")
    found = phrase_from(analysis, tokens, head)
    comma = head + len(found)
    if not found or comma >= spot - 1 or tokens[comma].text != ",":
        return []
    subject = any(child.dep.startswith("nsubj") and child in found for child in analysis.children[verb.index])
    subject = subject or verb.dep == "parataxis" and analysis.tokens[verb.head] in found
    between = tokens[comma + 1 : spot - 1]
    relative = next((i for i, t in enumerate(between) if t.has("PronType=Rel")), len(between))
    if not subject or any(t.has("VerbForm=Fin") for t in between[:relative]):
        return []
    named = bool(between) and all(t.pos in ("PROPN", "X") or t.text[:1].isupper() for t in between)
    return [*found, *tokens[comma : spot - 1]] if named else found  # `De voorzitter, Jan Smit, noemt`


def _behind(analysis: Analysis, tokens: Sequence[Token], spot: int) -> list[Token]:
    start = spot + 1
    while start < len(tokens) and tokens[start].lower in BETWEEN:
        start += 1
    return phrase_from(analysis, tokens, start)


def clause_head(tokens: Sequence[Token], spot: int) -> int:
    """The place where the words before a verb begin: behind the last mark, a conjunction at the head passed over."""
    head = next((i + 1 for i in range(spot - 1, -1, -1) if tokens[i].text in ".,;:!?"), 0)
    return head + 1 if head < spot - 1 and tokens[head].lower in ("maar", "en", "want", "dus") else head


def _list_head(tokens: Sequence[Token], head: int, spot: int) -> int:
    """`CDA, Gemeentebelangen en D66 vinden`: the commas of a list of names end no clause."""
    if not any(t.lower == "en" for t in tokens[head:spot]):
        return head  # `In een brief aan de voorzitter, Jansen, schrijft X`
    while head >= 2 and tokens[head - 1].text == "," and tokens[head - 2].pos == "PROPN":
        start = head - 2
        while start > 0 and tokens[start - 1].pos == "PROPN":
            start -= 1
        if start > 1 and tokens[start - 1].lower in ("als", "zoals"):  # `partijen als SP, Volt en D66`
            return next((i + 1 for i in range(start - 2, -1, -1) if tokens[i].text in ",.:;"), 0)
        if start > 0 and tokens[start - 1].pos == "NOUN":
            start -= 1  # `coalitiepartijen VVD, D66 en CDA`
        if start > 0 and tokens[start - 1].pos == "ADP" and (start == 1 or tokens[start - 2].text in ",.:;"):
            return start - 1  # `Naast VVD, CDA en JA21 is ook Volt voor`
        if start > 0 and tokens[start - 1].text not in ",.:;" and tokens[start - 1].pos != "CCONJ":
            break
        head = start
    return head


def _plain_order(tokens: Sequence[Token], head: int, spot: int) -> bool:
    """Subject before verb: only a noun phrase stands there, and no other verb. Dutch news hardly ever puts a full
    object in front without a word such as `ook` or `dat`."""
    first = tokens[head]
    if _tells_when(tokens[head:spot]) or _is_adverbial(tokens, head):
        return False
    if is_surname(tokens, head):
        return True
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
    return all(is_compound(tokens, i) for i in verbs) and words[-1].pos not in (
        "SCONJ",
        "CCONJ",
    )


def _tells_when(words: Sequence[Token]) -> bool:
    """`Vorige week`, `Twee jaar geleden`, `Eind november`: every noun is one of time."""
    nouns = [t.lower for t in words if t.pos in ("NOUN", "PROPN") or t.lower in WHEN]
    return bool(nouns) and WHEN.issuperset(nouns)


def _is_adverbial(tokens: Sequence[Token], head: int) -> bool:
    """`Kort voor de vergadering`, `Uiteindelijk`: an adjective with a preposition or the verb behind it."""
    following = tokens[head + 1].pos if head + 1 < len(tokens) else ""
    return tokens[head].pos == "ADJ" and following in ("ADP", "VERB", "AUX")


def _fronted(tokens: Sequence[Token], head: int, spot: int) -> bool:
    """`Dat zegt X`, `Daarom noemt hij`, `In een brief meent X`: something else than the subject before the verb."""
    first = tokens[head]
    if first.lower in _APART_FROM:
        return True
    if first.lower in SUBJECT_PRONOUNS or any(
        t.has("VerbForm=Fin") or t.pos == "SCONJ" for t in tokens[head:spot]
    ):
        return False
    if tokens[spot - 1].lower in SUBJECT_PRONOUNS and spot - 1 > head:
        return False  # `Ook hij wil`
    if first.lower in _ADDING and any(
        t.dep.startswith("nsubj") and t.pos != "PRON" for t in tokens[head + 1 : spot]
    ):
        return False  # `Ook wethouder Jansen vindt dat plan te duur`
    if first.pos == "ADP" or first.lower in (*_ADDING, "zo"):
        return not is_surname(tokens, head)
    if _tells_when(tokens[head:spot]) or _is_adverbial(tokens, head):
        return True
    return spot - head == 1 and first.pos in ("ADV", "PRON", "DET", "CCONJ")


def _parsed_subject(analysis: Analysis, verb: Token, tokens: Sequence[Token]) -> list[Token]:
    places = {t.index: i for i, t in enumerate(tokens)}
    heads, current = [verb], verb
    for _ in range(3):  # a shared subject hangs on the first conjunct, that of an infinitive on its governor
        if (
            current.dep
            not in ("conj", "xcomp", "aux", "aux:pass", "cop", "compound:prt", "parataxis", "advcl")
            or current.head == current.index
        ):
            break
        current = analysis.tokens[current.head]
        heads.append(current)
    heads += [child for child in analysis.children[verb.index] if child.dep == "aux"]
    for head in heads:
        for child in analysis.children[head.index]:
            if not child.dep.startswith("nsubj") or child.index not in places:
                continue
            relative = child.lower in ("die", "dat", "wie") and head.dep.startswith("acl")
            if relative and (antecedent := _antecedent(analysis, head, tokens, places)):
                return antecedent
            before = places[child.index] - 1
            if child.lower == "die" and before > 0 and tokens[before].text == ",":
                return phrase_before(analysis, tokens, before) or [child]
            if relative:
                return []
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
    lead = [
        t.index for t in analysis.subtree(noun)
        if t.index <= noun.index and t.index in places
        and t.pos not in ("ADP", "CCONJ")  # `van de wethouder, die zei`
    ]  # fmt: skip
    return phrase_from(analysis, tokens, places[min(lead)]) if lead else []
