"""Whether a name begins at a capital: not where a sentence opens with a common word, nor at a title or an adjective."""

import re

from standpunt.reading.mentions.context import Context
from standpunt.reading.mentions.known import bare, capital_follows, is_known
from standpunt.reading.mentions.surnames import is_surname
from standpunt.reading.mentions.words import (
    BODY_WORDS,
    DETERMINERS,
    HONORIFICS,
    INANIMATE,
    OPENERS,
    PARTICLES,
    PARTY_WORDS,
    PHRASES,
    PRONOUNS,
    given,
    is_initials,
    noun,
)

_ABSTRACT = re.compile(r".{3}(?:ment|heid|schap|isme|iteit|atie)$")
_COMMON_TAIL = re.compile(
    r"^[^-]*-(?:[^-]*-)?[a-zà-ÿ]{4,}$"
)  # NAVO-missie, IS-terreur: a noun with a name in it


def begins(context: Context, at: int) -> bool:
    """Whether a name begins here: a capital that says something, or one at the head of a sentence with a
    reason."""
    token = context.tokens[at]
    text, lower = token.text, token.lower
    if not text[0].isupper() or (len(text) == 1 and not is_initials(text)) or text[-1] == "-":
        return False
    if _precedes_a_name(context, at) or _is_long_title(context, at):
        return False
    if lower in HONORIFICS or (_COMMON_TAIL.search(text) and not capital_follows(context, at)):
        return False
    if names_a_party(context, at) or (lower in PARTY_WORDS and capital_follows(context, at)):
        return True
    if token.pos == "ADJ" and token.entity != "PER":
        after = context.tokens[at + 1].text if capital_follows(context, at) else ""
        if not after or is_title(context, at + 1) or _COMMON_TAIL.search(after):
            return False
    state = context.registry.state(text)
    if state and state.how == "adjective" and not (given(text) and _is_first_name(context, at)):
        return capital_follows(context, at) and not is_title(context, at + 1) and _one_body(context, at)
    if is_title(context, at):
        return False
    if at not in context.opens:
        if lower in ("de", "het", "een", "'t"):
            return is_surname(context, at)
        return lower not in PRONOUNS or token.pos == "PROPN"
    if lower in DETERMINERS or lower in PARTICLES:
        return is_surname(context, at)
    if lower in PRONOUNS or token.pos in (
        "PRON",
        "DET",
        "ADP",
        "SCONJ",
        "CCONJ",
        "ADV",
        "AUX",
        "NUM",
        "INTJ",
    ):
        # `Nauta zegt`, tagged as an adverb: a name that the article has elsewhere, and no small word
        return context.capitals[text] > 0 and (bool(token.entity) or lower not in context.small)
    kind = noun(lower)
    collective = kind is not None and kind.group == "collective"
    if collective and (is_known(context, at + 1) or lower not in BODY_WORDS and capital_follows(context, at)):
        return (
            context.capitals[text] > 0
        )  # `Actiegroep Zand Erover`, and so elsewhere `actiegroep Zand Erover`
    if (
        kind is not None
        and kind.group == "collective"
        and kind.how == "list"
        and not capital_follows(context, at)
    ):
        return context.capitals[text] > 0 and not kind.family.acts
    if lower in context.small and not context.capitals[text] and not given(text):
        return False
    if (
        (lower in OPENERS or _ABSTRACT.search(lower))
        and not context.capitals[text]
        and not capital_follows(context, at)
    ):
        return False  # `Nochtans wil zij`, `Faillissement is geen oplossing`
    if context.capitals[text] or context.capitals[bare(text)] or is_initials(text):
        return True
    if token.pos in ("PROPN", "NOUN", "X") and context.registry.persons(bare(text)) and noun(lower) is None:
        return True
    if token.pos == "PROPN" and (token.entity or capital_follows(context, at)):
        return True
    if token.entity and noun(lower) is None and token.pos not in ("NOUN", "VERB", "ADJ"):
        return True
    return bool(given(text)) and _name_follows(context, at)


def names_a_party(context: Context, at: int) -> bool:
    """`de Lokale partij`: a capital that only the name of a party gives an adjective, and no land or town."""
    token = context.tokens[at]
    after = context.tokens[at + 1] if at + 1 < len(context.tokens) and context.adjacent(at + 1) else None
    if after is None or after.lower != "partij" or at in context.opens or not token.text[0].isupper():
        return False
    demonym = token.lower.endswith(("se", "ste")) or context.registry.state(token.text) is not None
    return token.lower.endswith("e") and not demonym


def _is_first_name(context: Context, at: int) -> bool:
    """`Frans Timmermans`, and not `Frans Instituut`: a name that the model takes for a person's goes on."""
    after = context.tokens[at + 1] if capital_follows(context, at) else None
    return after is not None and after.entity == "PER" and not is_title(context, at + 1)


def _is_long_title(context: Context, at: int) -> bool:
    """`Managing Director`, `Commandant der Strijdkrachten`: a title of several words, of which this is one."""
    for start in range(max(0, at - 2), at + 1):
        for words in PHRASES.get(context.tokens[start].lower, ()):
            here = [token.lower for token in context.tokens[start : start + len(words)]]
            found = noun(" ".join(words)) if here == list(words) and start + len(words) > at else None
            if found is not None and found.group == "person":
                return True
    return False


def _precedes_a_name(context: Context, at: int) -> bool:
    """`de Almeerse Anouk Hofstra`, `Interview Anouk Hofstra`, `het Haagse Bos`: a word with a capital that is no part
    of the name after it."""
    token = context.tokens[at]
    if not capital_follows(context, at) or given(token.text):
        return False
    after = context.tokens[at + 1]
    if (
        token.lower.endswith("se")
        and at
        and context.tokens[at - 1].lower in ("de", "het", "een")
        and not is_title(context, at + 1)
        and not (after.lower in BODY_WORDS or (token.entity == "ORG" == after.entity and not after.begins))
    ):
        return True
    if given(after.text) and _name_follows(context, at + 1):
        title = noun(context.tokens[at - 1].lower) if at and context.adjacent(at) else None
        if title is not None and title.key in _WITH_SUBJECT and _SUBJECT.search(token.lower):
            return True  # `professor Arbeidseconomie Anouk Hofstra`
        demonym = token.lower.endswith(("se", "ste")) and token.entity != "ORG"
        called = (
            not token.entity and after.entity == "PER" and after.begins
        )  # `Tegenstemmer Anouk Hofstra vond`
        common = called or token.lower in INANIMATE or token.lower in context.small
        return demonym or (at in context.opens and common)
    return False


def _name_follows(context: Context, at: int) -> bool:
    """A capital, with or without particles before it: `Rafael van der Vaart`."""
    end = at + 1
    while end < len(context.tokens) and context.tokens[end].lower in PARTICLES and end - at < 4:
        end += 1
    return end < len(context.tokens) and context.adjacent(end) and context.tokens[end].text[0].isupper()


def _one_body(context: Context, at: int) -> bool:
    """`Nederlandse Spoorwegen`: the model sees one body, or the next word is the head of one (`Belgische
    Unie`)."""
    token, after = context.tokens[at], context.tokens[at + 1]
    return after.lower in BODY_WORDS or (token.entity == "ORG" == after.entity and not after.begins)


def is_title(context: Context, at: int) -> bool:
    """A title with a capital (`Minister`, `VVD-Kamerlid`, `Kamerlid`), and not a surname that is one (`Wim
    Kok`)."""
    token = context.tokens[at]
    members = token.text, token.text.removesuffix("s")  # `VVD'er`, `VVD'ers`
    if any(map(context.registry.member, members)) or context.people_of(at) is not None:
        return True
    found = noun(token.lower)
    if found is None or found.how == "ending" or not (found.plural or found.group == "person"):
        return False
    if found.how == "compound" and _is_determined(context, at):
        return True  # `de Vlaamsnationalist`, `de Zeeuwse Statenfracties`
    behind_small = at > 0 and context.tokens[at - 1].pos != "PROPN"
    if found.how == "compound" and found.group == "person" and behind_small and capital_follows(context, at):
        return True  # `volgens Kremlinwoordvoerder Hofstra`
    if found.group == "collective":
        return False
    if "-" in token.text and token.text.rpartition("-")[2][:1].isupper() and token.text[0].isupper():
        return found.group == "person" and found.family.office
    if at and context.adjacent(at) and context.tokens[at - 1].text[0].isupper():
        previous = context.tokens[at - 1]
        if (
            given(previous.text)
            or is_initials(previous.text)
            or previous.lower in ("de", "van", "den", "der")
        ):
            return False
    return at in context.opens or "-" in token.text or (found.family.office and token.lower not in _NAMESAKES)


def _is_determined(context: Context, at: int) -> bool:
    """Whether a word with a capital is a noun by what stands around it: a determiner before it, or before its
    adjective, and no other capital behind it."""
    tokens = context.tokens
    if at == 0 or not context.adjacent(at) or capital_follows(context, at):
        return False
    before = tokens[at - 1]
    if before.lower.endswith("e") and before.pos == "ADJ" and at > 1:
        before = tokens[at - 2]
    return before.lower in DETERMINERS and (before.text.islower() or before.index in context.opens)


_SUBJECT = re.compile(
    r"(?:kunde|kundig|logie|recht|nomie|schap|schappen|tiek|niek|zaken|geschiedenis|zorg|beleid|sofie|grafie)$"
)
_WITH_SUBJECT = frozenset(("onderzoeker", "onderwijzer", "zorgverlener"))
_NAMESAKES = frozenset(
    ("koning", "prins", "keizer", "schepen", "kapitein", "leider", "bisschop", "graaf", "meester")
)
