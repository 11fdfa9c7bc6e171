"""All forms of a verb from its principal parts, so that no word list depends on a lemmatiser being right."""

from collections.abc import Iterator

from standpunt.errors import LexiconError


def conjugate(parts: str, particle: str = "", more: str = "") -> Iterator[tuple[str, str, bool]]:
    """Each form, its shape (`finite`, `infinitive` or `participle`) and whether the particle is joined to it.

    `parts` are infinitive, third person, past singular, past plural and participle, without the particle; `more` are
    other finite forms. Raises LexiconError where there are not five.
    """
    if len(parts.split()) != 5:
        raise LexiconError(f"five principal parts are needed, not {parts!r}")
    infinitive, third, singular, plural, participle = parts.split()
    stem = infinitive.removesuffix("n").removesuffix("e")
    first = third[:-1] if third.endswith("t") and not stem.endswith("t") else third
    finite = dict.fromkeys([third, first, singular, plural, *more.split()])
    yield infinitive, "infinitive", False
    yield participle, "participle", False
    yield from ((form, "finite", False) for form in (infinitive, *finite))  # the infinitive is the plural too
    if particle:
        yield particle + infinitive, "infinitive", True
        yield particle + participle, "participle", True
        yield from ((particle + form, "finite", True) for form in (infinitive, *finite))
