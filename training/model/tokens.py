"""spaCy's Dutch tokenizer, brought in line with the treebank. What is set here is saved with the pipeline."""

import re

from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER, CONCAT_QUOTES
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

_WORDS_BEFORE_A_FULL_STOP = [
    # spaCy lists these as abbreviations; in news they are words at the end of a sentence far more often
    word
    for words in (
        "al. belg. best. cap. dat. eff. hand. hist. int. kon. mand. me. pan. pas. pers. pol. rel. res.",
        "rom. stat. top. vol. vers. huis. wit. bal. mil. bel.",
        "b. c. e. f. g. i. j. k. l. m. n. o. r. s. t. u. w.",
    )
    for word in words.split()
]
_CLITICS = ("s", "t", "n", "m", "k", "r", "ns")
_MORE_QUOTES = ["‹", "›", "‟", "‛"]


def adapt(nlp: Language) -> None:
    """Sets the tokenizer of a blank Dutch pipeline."""
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer)
    defaults = nlp.Defaults
    tokenizer.rules = _rules(dict(defaults.tokenizer_exceptions))
    apostrophe_that_quotes = (
        # '69 and 't stay whole: an apostrophe before two digits or a clitic opens no quotation
        rf"['’‘](?!(?:[0-9]{{2}}|{'|'.join(_CLITICS)})(?![{ALPHA}0-9'’]))"
    )
    prefixes = [rule for rule in defaults.prefixes or [] if rule not in (r"\'", "’", "‘")]
    tokenizer.prefix_search = compile_prefix_regex([*prefixes, apostrophe_that_quotes, *_MORE_QUOTES]).search
    # a party's name in capitals ends a sentence as any word does: PvdA. CD&V. D66.
    full_stop = rf"(?<=[{ALPHA_LOWER}&][{ALPHA_UPPER}])\."
    suffixes = [*(defaults.suffixes or []), *_MORE_QUOTES, full_stop]
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    # an apostrophe inside a word never splits it, in whatever shape: programma’s, VVD’er, zo’n
    inside = CONCAT_QUOTES.replace("'", "")
    infixes = [str(rule).replace(inside, inside.replace("’", "")) for rule in defaults.infixes or []]
    dash = rf"(?<=[{ALPHA}])[—–](?=[{ALPHA}])"
    tokenizer.infix_finditer = compile_infix_regex([*infixes, dash]).finditer
    # 4G would lose its G to the list of units
    tokenizer.token_match = re.compile(rf"^[0-9]G(?:-[{ALPHA}]+)?$").match


def _rules(rules: dict[str, list[dict[int, str]]]) -> dict[str, list[dict[int, str]]]:
    """spaCy's exceptions less smileys, words, and the many abbreviations of law reviews in three casings."""
    for word in _WORDS_BEFORE_A_FULL_STOP:
        rules.pop(word, None)
        if len(word) > 2:  # a capital with a full stop stays an initial
            rules.pop(word.capitalize(), None)
    for form in set(rules) - {"''", "..."}:
        smiley = len(form) > 1 and not any(char.isalnum() or char.isspace() for char in form)
        shouted = form.isupper() and (len(form) > 4 or (form.count(".") == 1 and len(form) > 2))
        if smiley or shouted or form.count(".") > 3 or len(form) > 12:
            del rules[form]
    for clitic in _CLITICS:
        for mark in "'’‘":
            rules[mark + clitic] = [{ORTH: mark + clitic}]
    return rules
