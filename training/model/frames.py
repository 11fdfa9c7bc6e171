"""Reported speech around sentences of the treebank, in the orders that news prefers and the treebank lacks.

`benadrukt de minister`, `aldus NAVO-chef Rutte`, `Volgens het kabinet is ...`: the frame and its speaker are
made up here with their analysis, the sentence inside keeps its own. Speakers in the treebank's own sentences
are exchanged for others too, so that titles, ministries and names are met in every place of a sentence.
"""

import random
from dataclasses import replace

from training.model.measure import REPORTING
from training.model.phrases import (
    WORDS,
    Phrase,
    attach,
    before,
    body,
    function,
    noun,
    root_of,
    under_preposition,
    with_article,
)
from training.model.speakers import speaker
from training.model.treebank import Sentence, Word

_NO_SPEAKERS = frozenset({"er", "dat", "die", "wat", "het", "wie", "ik", "je", "wij", "we"})
_DAYS = (
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
    "gisteren",
    "vandaag",
)


def framed(sentence: Sentence, chance: random.Random) -> Sentence:
    """The sentence inside a frame, or with another speaker; as it was where neither fits."""
    if _stands_alone(sentence):
        roll = chance.random()
        if roll < 0.55:
            return _followed_by_source(sentence, chance)
        if roll < 0.7:
            return _after_colon(sentence, chance)
        if roll < 0.9:
            return _fronted(sentence, chance) or _followed_by_source(sentence, chance)
        return _that_says(chance)
    return sentence


def respoken(sentence: Sentence, chance: random.Random) -> Sentence:
    """The sentence with another subject for one of its verbs of reporting."""
    for at, word in enumerate(sentence):
        verb = sentence[word.head]
        if word.dep != "nsubj" or word.lemma in _NO_SPEAKERS:
            continue
        if verb.pos != "VERB" or verb.lemma.replace("_", "") not in REPORTING or "PronType=Rel" in word.morph:
            continue
        span = _contiguous(sentence, at)
        phrase, plural = speaker(chance)
        if span is None or span[1] - span[0] > 7 or plural != (_number(sentence, word.head) == "Plur"):
            continue
        return _replace(sentence, span, phrase, word.head, word.dep)
    return sentence


def _number(sentence: Sentence, verb: int) -> str:
    auxiliaries = (at for at, word in enumerate(sentence) if word.head == verb and word.dep[:3] == "aux")
    for at in (verb, *auxiliaries):
        if "VerbForm=Fin" in sentence[at].morph:
            return "Plur" if "Number=Plur" in sentence[at].morph else "Sing"
    return ""


def _stands_alone(sentence: Sentence) -> bool:
    if not 5 <= len(sentence) <= 24 or sentence[-1].form != "." or not sentence[0].form[:1].isupper():
        return False
    return (
        any("VerbForm=Fin" in word.morph for word in sentence)
        and not any(word.form in "\"'«»„”“‘’:;" or word.dep == "parataxis" for word in sentence)
        and _ends_main_clause(sentence)
    )


def _ends_main_clause(sentence: Sentence) -> bool:
    root = next(at for at, word in enumerate(sentence) if word.dep == "ROOT")
    return any(
        "VerbForm=Fin" in word.morph
        and (at == root or (word.head == root and word.dep[:3] in ("aux", "cop")))
        for at, word in enumerate(sentence)
    )


def _clause(chance: random.Random, inverted: bool) -> tuple[Phrase, int]:
    """A verb of reporting with its subject, and the index of the verb."""
    phrase, plural = speaker(chance)
    lemma, present, presents, past, pasts, *particle = chance.choice(WORDS["verbs"]).split()
    tense = "Pres" if chance.random() < 0.5 else "Past"
    form = {("Pres", False): present, ("Pres", True): presents, ("Past", False): past, ("Past", True): pasts}[
        tense, plural
    ]
    features = f"Number={'Plur' if plural else 'Sing'}|Tense={tense}|VerbForm=Fin"
    verb = [Word(form, True, "VERB", lemma, features, 0, "", "O")]
    clause = attach(verb, phrase, "nsubj") if inverted else before(verb, phrase, "nsubj")
    if chance.random() < 0.3:
        clause = _aside(clause, chance)
    if particle:
        last = function(particle[0], "VERB" if particle[0] == "weten" else "ADP")
        if particle[0] == "weten":
            last = [replace(last[0], morph="VerbForm=Inf")]
        clause = attach(clause, last, "compound:prt")
    return clause, root_of(clause)


def _aside(clause: Phrase, chance: random.Random) -> Phrase:
    """When, where or to whom: `dinsdag`, `tegen de NOS`, `in een reactie`."""
    roll = chance.random()
    if roll < 0.45:
        day = _day(chance)
        return attach(clause, day, "advmod" if day[0].pos == "ADV" else "obl")
    if roll < 0.65:
        return attach(clause, under_preposition(chance.choice(["tegen", "aan", "bij"]), body(chance)), "obl")
    if roll < 0.85:
        what = chance.choice(["reactie", "interview", "verklaring", "brief", "debat", "podcast", "toespraak"])
        neuter = what in ("interview", "debat")
        place = with_article(noun(what, features=f"Gender={'Neut' if neuter else 'Com'}|Number=Sing"), "een")
        return attach(clause, under_preposition("in", place), "obl")
    return attach(clause, function(chance.choice(["ook", "wel", "eerder", "nogmaals"]), "ADV"), "advmod")


def _day(chance: random.Random) -> Phrase:
    day = chance.choice(_DAYS)
    if day in ("gisteren", "vandaag"):
        return function(day, "ADV")
    if chance.random() < 0.2:
        day += chance.choice(["avond", "ochtend", "middag"])
        return noun(day)
    return [Word(day, True, "PROPN", day, "Gender=Com|Number=Sing", 0, "", "O")]


def _followed_by_source(sentence: Sentence, chance: random.Random) -> Sentence:
    """`"...", zegt X.`, `..., aldus X.`, with marks or without."""
    quoted = chance.random() < 0.65
    words = list(sentence[:-1])
    root = next(at for at, word in enumerate(words) if word.dep == "ROOT")
    if quoted:
        words = [_mark(root + 1), *(replace(word, head=word.head + 1) for word in words)]
        root += 1
    words[-1] = replace(words[-1], space=False)
    comma = Word(",", True, "PUNCT", ",", "", 0, "punct", "O")
    if quoted and chance.random() < 0.25:  # ..., zegt: the comma may stand inside the marks
        words += [replace(comma, head=root, space=False), replace(_mark(root), space=True)]
        comma_first: Phrase = []
    else:
        if quoted:
            words.append(_mark(root))
        comma_first = [replace(comma, dep="")]
    if chance.random() < 0.2:
        phrase, _ = speaker(chance)
        while phrase[0].pos == "PRON":
            phrase, _ = speaker(chance)
        clause = before(phrase, function(chance.choice(["aldus", "aldus", "volgens"]), "ADP"), "case")
        if clause[0].form == "aldus":
            clause[0] = replace(clause[0], pos="ADV")
        label = "parataxis" if clause[0].form == "aldus" else "obl"
    else:
        clause, _ = _clause(chance, inverted=True)
        label = "parataxis"
    if comma_first:
        clause = before(clause, comma_first, "punct")
    whole = _append(words, clause, root, label)
    return _stopped(whole, root)


def _after_colon(sentence: Sentence, chance: random.Random) -> Sentence:
    """`X zegt: "..."`. As in the treebank, what is said is the root, and the verb hangs on it."""
    clause, verb = _clause(chance, inverted=False)
    clause = [replace(clause[0], form=_capital(clause[0].form)), *clause[1:]]
    clause[-1] = replace(clause[-1], space=False)
    clause.append(Word(":", True, "PUNCT", ":", "", verb, "punct", "O"))
    root = next(at for at, word in enumerate(sentence) if word.dep == "ROOT")
    shift = len(clause) + 1
    words = [replace(word, head=word.head + shift) for word in sentence]
    words[-1] = replace(words[-1], space=False)
    first = [replace(word, head=root + shift, dep="parataxis") if not word.dep else word for word in clause]
    return (*first, _mark(root + shift), *words, replace(_mark(root + shift), space=True))


def _fronted(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """`Volgens X is ...`, `Dinsdag zei ...`: a subject in front goes behind its finite verb."""
    root = next(at for at, word in enumerate(sentence) if word.dep == "ROOT")
    subjects = (at for at, word in enumerate(sentence) if word.head == root and word.dep[:5] == "nsubj")
    subject = next(subjects, None)
    span = _contiguous(sentence, subject) if subject is not None else None
    if subject is None or span is None or span[0] != 0 or "VerbForm=Fin" not in sentence[span[1]].morph:
        return None
    if sentence[span[1]].head != root or sentence[span[1]].dep.startswith("acl"):
        return None
    phrase: Phrase
    if chance.random() < 0.7:
        spoken, _ = speaker(chance)
        while spoken[0].pos == "PRON" or spoken[-1].form == ",":
            spoken, _ = speaker(chance)
        phrase = under_preposition("volgens", spoken)
    else:
        phrase = _day(chance)
    phrase = [replace(phrase[0], form=_capital(phrase[0].form)), *phrase[1:]]
    low = sentence[0]
    if low.pos not in ("PROPN", "X"):
        low = replace(low, form=low.form[:1].lower() + low.form[1:])
    end = span[1]
    order = [end, *range(end), *range(end + 1, len(sentence))]
    new = {old: at + len(phrase) for at, old in enumerate(order)}
    words = [replace(low if old == 0 else sentence[old], head=new[sentence[old].head]) for old in order]
    head = new[root]
    label = "advmod" if phrase[0].pos == "ADV" else "obl"
    return (*(replace(word, head=head, dep=label) if not word.dep else word for word in phrase), *words)


def _that_says(chance: random.Random) -> Sentence:
    """`Dat benadrukt de minister.`"""
    clause, _ = _clause(chance, inverted=True)
    that = function("Dat", "PRON", "Person=3|PronType=Dem", "dat")
    words = before(clause, that, "obj")
    root = root_of(words)
    return _stopped([replace(word, dep="ROOT") if not word.dep else word for word in words], root)


def _append(words: Phrase, clause: Phrase, root: int, label: str) -> Phrase:
    shift = len(words)
    return words + [
        replace(word, head=word.head + shift) if word.dep else replace(word, head=root, dep=label)
        for word in clause
    ]


def _stopped(words: Phrase, root: int) -> Sentence:
    if words[-1].form == ",":
        words = words[:-1]
    words[-1] = replace(words[-1], space=False)
    return (*words, Word(".", True, "PUNCT", ".", "", root, "punct", "O"))


def _mark(head: int) -> Word:
    return Word('"', False, "PUNCT", '"', "", head, "punct", "O")


def _capital(form: str) -> str:
    return form[:1].upper() + form[1:]


def _contiguous(sentence: Sentence, top: int) -> tuple[int, int] | None:
    """The half-open range of a subtree, if nothing else stands inside it."""
    inside = {top}
    grown = True
    while grown:
        more = {at for at, word in enumerate(sentence) if word.head in inside} - inside
        inside |= more
        grown = bool(more)
    first, last = min(inside), max(inside)
    return (first, last + 1) if last - first + 1 == len(inside) else None


def _replace(sentence: Sentence, span: tuple[int, int], phrase: Phrase, head: int, label: str) -> Sentence:
    start, end = span
    shift = len(phrase) - (end - start)

    def moved(at: int) -> int:
        return at + shift if at >= end else at

    new_head = moved(head)
    middle = [
        replace(word, head=word.head + start) if word.dep else replace(word, head=new_head, dep=label)
        for word in phrase
    ]
    if start == 0:
        middle[0] = replace(middle[0], form=_capital(middle[0].form))
    middle[-1] = replace(middle[-1], space=sentence[end - 1].space)
    outside = [replace(word, head=moved(word.head)) for word in sentence]
    return (*outside[:start], *middle, *outside[end:])
