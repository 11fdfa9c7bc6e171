"""Noun phrases, read from the words as well as from the parse: `minister De Wit van Verkeer`, `Jansen en De Vries`."""

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
# Words that count the noun right behind them.
COUNTS = frozenset(
    "aantal paar handvol handjevol groep groepje reeks rij tiental twintigtal dertigtal vijftigtal honderdtal "
    "tientallen honderden duizenden dozijn stel".split()
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
    if head.lower in ("een", "één") and start + 1 < len(tokens) and tokens[start + 1].lower == "van":
        whole = phrase_from(analysis, tokens, start + 2)
        return [head, tokens[start + 1], *whole] if whole else []  # `een van de bewoners`
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
        elif _joins(tokens, position, found, nominal) or not found and is_surname(tokens, position):
            found.append(token)
        elif (
            token.text == ","
            and not nominal
            and found
            and found[-1].pos == tokens[position + 1 :][:1][0].pos == "ADJ"
        ):
            found.append(token)  # `de christelijke, socialistische en liberale bonden`
        elif token.text == "," and nominal and (listed or _list_follows(tokens, position)):
            listed, nominal = True, False
            found.append(token)
        elif token.lower in ("het", "de") and not found and _noun_follows(tokens, position):
            found.append(token)  # an article that the tagger takes for a pronoun
        elif (
            token.pos in INSIDE
            or _is_name(tokens, position)
            or is_compound(tokens, position)
            or token.dep == "amod"  # `afgevaardigd bestuurder De Wit`
            and not nominal
        ):
            if nominal and not _continues(found[-1], token):
                break
            found.append(token)
            bare = token.pos in ("DET", "ADJ", "NUM") or token.dep == "amod"
            capital = token.text[:1].isupper() and (token.dep != "amod" or token.pos != "VERB")
            nominal = nominal or not bare or capital
        else:
            break
        position += 1
    while found and (
        found[-1].lower in LINKS or found[-1].pos in ("DET", "CCONJ") or found[-1].lower == "en"
    ):
        found.pop()
    return found if nominal else []


def _list_follows(tokens: Sequence[Token], position: int) -> bool:
    """Names and commas up to an `en` with a name behind it: `N-VA, Open Vld en CD&V`, `SP, 50Plus en de Boeren`."""
    for place in range(position - 1, min(position + 18, len(tokens) - 1)):
        token, following = tokens[place], tokens[place + 1]
        if token.lower == "en":
            article = following.lower in ("de", "het") and place + 2 < len(tokens)
            named = tokens[place + 2] if article else following
            return place > position and _bears_capital(named)
        if token.text != "," and token.pos != "PROPN" and not _bears_capital(token):
            return False
    return False


def _bears_capital(token: Token) -> bool:
    return (
        token.text[:1].isupper()
        or token.pos == "PROPN"
        or token.text[:1].isdigit()
        and token.text[-1:].isalpha()
    )


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


def is_compound(tokens: Sequence[Token], position: int) -> bool:
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
    if tokens[position].lower == "bij" and previous.text[:1].isupper():
        return False  # `aldus Jansen bij de NOS`: where it was said
    if tokens[position].lower in ("de", "den", "der", "te", "ten", "ter"):
        return following.text[:1].isupper()
    return following.pos in INSIDE or following.text[:1].isupper() or following.lower in POSSESSIVES


def _coordinates(tokens: Sequence[Token], position: int, previous: Token | None) -> bool:
    """`Jansen en De Vries`, `Frankrijk en Duitsland`: two names, or two nouns with an article."""
    if position + 1 >= len(tokens) or previous is None:
        return False
    following = tokens[position + 1]
    body = following.lower in ("de", "het") and tokens[min(position + 2, len(tokens) - 1)].text[:1].isupper()
    if body and _bears_capital(previous):  # `Wakker Dier en de Partij voor de Dieren`
        return not _another_clause(tokens, position, 6)
    titled = following.pos == "NOUN" and tokens[min(position + 2, len(tokens) - 1)].text[:1].isupper()
    if titled and _bears_capital(previous):  # `wethouder De Wit en raadslid Pieters`
        return not _another_clause(tokens, position, 6)
    if following.pos == previous.pos == "ADJ" or _bears_capital(following) and _bears_capital(previous):
        return True
    return (
        following.pos in ("DET", "NOUN")
        and previous.pos == "NOUN"
        and not _another_clause(tokens, position, 4)
    )


def _another_clause(tokens: Sequence[Token], position: int, reach: int) -> bool:
    """Whether an `en` may begin a second clause, and not a second name: a verb stands near behind it and one before
    it too (`dat zei Jansen en de raad knikte`); before the first verb it joins names (`Jansen en de raad knikten`)."""
    if not any(t.has("VerbForm=Fin") for t in tokens[position + 1 : position + 1 + reach]):
        return False
    start = position
    while start and tokens[start - 1].text not in ",;:.!?":
        start -= 1
    return any(t.has("VerbForm=Fin") for t in tokens[start:position])


def _continues(previous: Token, token: Token) -> bool:
    """Whether a word after a noun belongs to its phrase: a name after a title (`minister Jansen`), never a common
    noun after a name (`Jansen zaterdag`)."""
    if previous.lower in LINKS or previous.pos in ("DET", "ADJ", "NUM") or previous.lower in ("en", "of"):
        return True
    if previous.lower in COUNTS and token.pos in ("NOUN", "ADJ"):
        return True  # `een aantal bewoners`
    return token.text[:1].isupper()


def is_surname(tokens: Sequence[Token], place: int) -> bool:
    """`Van Voorst`, `De Boer`, `Van der Berg` at the head of a sentence, where taggers see a preposition."""
    following = place + 1
    while following < len(tokens) and tokens[following].text in PARTICLES:
        following += 1
    return (
        tokens[place].lower in PARTICLES and tokens[place].text[:1].isupper()
        and following < len(tokens) and tokens[following].text[:1].isupper()
        and tokens[following].pos in ("PROPN", "NOUN", "X", "ADJ", "VERB")
    )  # fmt: skip
