"""Facts checked against each other: nobody holds what somebody else holds, no office of weight is empty without a
reason, every day is a day, and every office is of something that is known."""

import datetime
import re
from collections import defaultdict

import pytest

from standpunt import registry
from standpunt.model import Moment
from standpunt.registry.checking import Rule, check

D = datetime.date
LOOKED_UP = D(2026, 11, 27)

_ELSEWHERE = frozenset(
    "Californië, Florida, Istanbul, Kyiv, Liverpool, Londen, Manchester, Middelkerke, Minnesota, Molenbeek, "
    "New York, Parijs, Warschau".split(", ")
)
"""Cities and states of states that are no actors of their own here."""

Term = tuple[datetime.date, datetime.date, str]


def _terms() -> dict[tuple[str, str], list[Term]]:
    """The dated terms of each office, in order."""
    terms: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for person in registry.load().all_persons:
        for office in person.offices:
            if office.start.earliest is not None:
                end = office.end.latest or D.max
                terms[office.title, office.of].append((office.start.earliest, end, person.name))
    return {office: sorted(rows) for office, rows in terms.items()}


def test_the_facts_have_no_fault() -> None:
    """Nobody holds what somebody else holds, or the same twice; no name and identifier twice; parties known."""
    assert [each for each in check(registry.load()) if each.fault] == []


def test_an_office_is_of_something_known() -> None:
    unknown = {each.said for each in check(registry.load()) if each.rule is Rule.OWNER}
    assert unknown == {f"an office of {of}, which is no state or body of the registry" for of in _ELSEWHERE}


NEVER_EMPTY = [
    # office, of what, since when, the days between which nobody held it
    ("premier", "Nederland", "2002-07-22", ()),
    ("minister van Defensie", "Nederland", "2010-10-14", ("2021-09-17 2021-09-24",)),
    ("minister van Buitenlandse Zaken", "Nederland", "2002-07-22", ("2023-09-01 2023-09-05",)),
    ("minister van Financiën", "Nederland", "2003-05-27", ()),
    ("minister van .*Justitie", "Nederland", "2006-09-22", ()),
    ("minister van Binnenlandse Zaken", "Nederland", "2010-10-14", ()),
    ("minister van Onderwijs", "Nederland", "2010-10-14", ()),
    ("minister van Economische Zaken", "Nederland", "2007-02-22", ("2025-06-03 2025-06-19",)),
    ("minister van Sociale Zaken", "Nederland", "2010-10-14", ()),
    ("minister van Infrastructuur", "Nederland", "2010-10-14", ("2025-06-03 2025-06-19",)),
    ("minister van Volksgezondheid", "Nederland", "2007-02-22", ("2025-06-03 2025-06-19",)),
    ("minister van Landbouw", "Nederland", "2017-10-26", ()),
    ("minister v(an|oor) (Volkshuisvesting|Wonen)", "Nederland", "2022-01-10", ()),
    ("koning", "Nederland", "1980-04-30", ()),
    ("voorzitter", "Tweede Kamer", "2006-12-06", ("2012-09-20 2012-09-25", "2015-12-12 2016-01-13")),
    ("voorzitter", "Eerste Kamer", "2011-06-28", ("2019-06-11 2019-07-02", "2025-09-05 2025-10-07")),
    ("burgemeester", "Amsterdam", "2010-07-07", ("2017-10-05 2017-12-04",)),
    ("burgemeester", "Rotterdam", "2009-01-05", ()),
    ("burgemeester", "Den Haag", "2008-03-27", ("2017-03-01 2017-03-17", "2019-10-07 2019-10-11")),
    ("burgemeester", "Utrecht", "2008-01-02", ()),
    ("burgemeester", "Groningen", "2015-01-06", ()),
    ("burgemeester", "Tilburg", "2017-11-01", ()),
    ("burgemeester", "Almere", "2015-09-09", ("2022-01-10 2022-01-17",)),
    ("burgemeester", "Breda", "2015-03-16", ()),
    ("burgemeester", "Nijmegen", "2012-05-21", ()),
    ("burgemeester", "Antwerpen", "2003-07-10", ()),
    ("burgemeester", "Gent", "2007-01-01", ()),
    ("burgemeester", "Brussel", "2013-12-13", ()),
    ("burgemeester", "Brugge", "2013-01-01", ()),
    ("burgemeester", "Leuven", "1995-09-27", ()),
    ("burgemeester", "Charleroi", "2012-12-03", ()),
    ("burgemeester", "Mechelen", "2005-01-01", ()),
    ("burgemeester", "Eindhoven", "2008-04-07", ()),
    ("commissaris van de Koning", "Limburg", "2011-10-01", ()),
    ("commissaris van de Koning", "Noord-Brabant", "2009-10-01", ()),
    ("burgemeester", "Delft", "2016-09-02", ("2025-09-02 ..",)),
    ("burgemeester", "Maastricht", "2015-07-01", ()),
    ("commissaris van de Koning", "Overijssel", "2011-01-01", ()),
    ("commissaris van de Koning", "Gelderland", "2005-08-31", ()),
    ("commissaris van de Koning", "Zuid-Holland", "2014-01-01", ()),
    ("commissaris van de Koning", "Zeeland", "2013-03-01", ()),
    ("commissaris van de Koning", "Flevoland", "2023-11-01", ()),
    ("voorzitter", "Kamer van Volksvertegenwoordigers", "2014-10-14", ("2019-06-20 2019-06-27",)),
    ("voorzitter", "Belgische Senaat", "2019-07-18", ()),
    ("premier", "België", "2009-11-25", ()),
    ("minister van Buitenlandse Zaken", "België", "2009-11-25", ("2024-12-01 2024-12-03",)),
    ("minister van Defensie", "België", "1999-07-12", ()),
    ("minister van Financiën", "België", "2011-12-06", ()),
    ("minister van Justitie", "België", "2014-10-11", ()),
    ("minister van .*Binnenlandse Zaken", "België", "2014-10-11", ()),
    ("minister van Volksgezondheid", "België", "2007-12-21", ()),
    ("minister van .*Pensioenen", "België", "2014-10-11", ()),
    ("minister van Mobiliteit", "België", "2014-10-11", ("2016-04-15 2016-04-18",)),
    ("minister-president", "Vlaanderen", "2007-06-28", ()),
    ("minister van .*Onderwijs", "Vlaanderen", "2009-07-13", ()),
    ("minister van .*Mobiliteit", "Vlaanderen", "2014-07-25", ()),
    ("minister-president", "Wallonië", "2007-07-20", ()),
    ("minister-president", "Brussel", "2004-07-19", ()),
    ("minister-president", "Franse Gemeenschap", "2008-03-20", ()),
    ("president", "Verenigde Staten", "1993-01-20", ()),
    ("premier", "Verenigd Koninkrijk", "1997-05-02", ()),
    ("minister van Buitenlandse Zaken", "Verenigd Koninkrijk", "2010-05-12", ()),
    ("minister van Defensie", "Verenigd Koninkrijk", "2014-07-15", ("2026-06-11 ..",)),
    ("kanselier", "Duitsland", "1998-10-27", ()),
    ("minister van Buitenlandse Zaken", "Duitsland", "2009-10-28", ()),
    ("minister van Defensie", "Duitsland", "2011-03-03", ()),
    ("minister van Financiën", "Duitsland", "2009-10-28", ()),
    ("president", "Frankrijk", "1995-05-17", ()),
    ("premier", "Frankrijk", "2007-05-17", ()),
    ("minister van Buitenlandse Zaken", "Frankrijk", "2012-05-16", ()),
    ("president", "Rusland", "2008-05-07", ()),
    ("premier", "Rusland", "2008-05-08", ("2012-05-07 2012-05-08",)),
    ("president", "Oekraïne", "2014-06-07", ()),
    ("premier", "Oekraïne", "2014-02-27", ()),
    ("minister van Buitenlandse Zaken", "Oekraïne", "2014-06-19", ()),
    ("minister van Defensie", "Oekraïne", "2014-10-14", ()),
    ("premier", "Italië", "2013-04-28", ()),
    ("minister van Buitenlandse Zaken", "Italië", "2014-02-22", ()),
    ("premier", "Spanje", "2011-12-21", ()),
    ("premier", "Polen", "2007-11-16", ()),
    ("president", "Polen", "2010-08-06", ()),
    ("premier", "Hongarije", "2010-05-29", ()),
    ("president", "Turkije", "2007-08-28", ()),
    ("premier", "Israël", "2001-03-07", ()),
    ("president", "China", "2013-03-14", ()),
    ("premier", "Japan", "2012-12-26", ()),
    ("premier", "Canada", "2006-02-06", ()),
    ("premier", "Denemarken", "2001-11-27", ()),
    ("premier", "Zweden", "2006-10-06", ()),
    ("premier", "Noorwegen", "2005-10-17", ()),
    ("premier", "Finland", "2014-06-24", ()),
    ("premier", "Ierland", "2011-03-09", ()),
    ("president", "Brazilië", "2003-01-01", ()),
    ("president", "Suriname", "2010-08-12", ()),
    ("secretaris-generaal", "NAVO", "2004-01-05", ()),
    ("secretaris-generaal", "Verenigde Naties", "1997-01-01", ()),
    ("president", "Europese Centrale Bank", "2003-11-01", ()),
    ("voorzitter van de Europese Commissie", "Europese Unie", "2004-11-22", ()),
    ("voorzitter van de Europese Raad", "Europese Unie", "2010-01-01", ()),
    ("voorzitter van het Europees Parlement", "Europese Unie", "2012-01-17", ("2022-01-11 2022-01-18",)),
    ("buitenlandchef", "Europese Unie", "2009-12-01", ()),
    ("paus", "Vaticaan", "2005-04-19", ("2013-02-28 2013-03-13", "2025-04-21 2025-05-08")),
]


@pytest.mark.parametrize(("office", "of", "since", "empty"), NEVER_EMPTY)
def test_an_office_was_never_empty_but_when_it_was(
    office: str, of: str, since: str, empty: tuple[str, ...]
) -> None:
    wanted = re.compile(office + (r"(in)?$" if " " not in office else r"\b"))
    rows = sorted(row for (title, owner), rows in _terms().items() for row in rows
                  if owner == of and wanted.match(title))  # fmt: skip
    day, holes = D.fromisoformat(since), []
    for start, end, _ in rows:
        if start > day:
            holes.append(f"{day} {start}")
        day = max(day, end)
    holes += [f"{day} .."] if day < D.max else []
    assert holes == list(empty)


def test_days_are_in_order_and_not_in_the_future() -> None:
    offices = [(person.name, office) for person in registry.load().all_persons for office in person.offices]
    wrong = [
        (name, str(office))
        for name, office in offices
        for day in (office.start.earliest, office.end.earliest)
        if day is not None and not D(1950, 1, 1) < day <= LOOKED_UP
    ]
    assert wrong == []
    assert [name for name, office in offices if office.start == office.end != Moment()] == []


def test_many_are_known() -> None:
    known = registry.load()
    assert len(known.all_persons) > 1700
    assert len(known.all_bodies) > 1300
    assert len(known.all_states) > 190


ORDINARY = [
    "de tijd", "De tijd", "de morgen", "het laatste nieuws", "vrij Nederland", "de lijn", "een wit huis",
]  # fmt: skip


@pytest.mark.parametrize("words", ORDINARY)
def test_ordinary_words_are_no_body(words: str) -> None:
    assert registry.load().bodies(words) == ()


SPELLED = [
    ("De Tijd", "De Tijd"), ("de Volkskrant", "de Volkskrant"), ("Vlaams parlement", "Vlaams Parlement"),
    ("Gemeente Utrecht", "gemeente Utrecht"), ("federale regering", "federale regering"),
    ("NEDERLANDSE SPOORWEGEN", "NS"), ("provincie Brabant", "provincie Noord-Brabant"), ("TU/e", "TU Eindhoven"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "name"), SPELLED)
def test_a_body_is_found_as_papers_spell_it(words: str, name: str) -> None:
    body = registry.load().body(words)
    assert body is not None and body.name == name


NOT_BY_A_COMMON_WORD = [
    "Maas",
    "Gabriel",
    "Philippe",
    "Hagel",
    "Welzijn",
    "Elias",
    "Kat",
    "Sap",
    "Kern",
    "Bach",
]


@pytest.mark.parametrize("word", NOT_BY_A_COMMON_WORD)
def test_a_surname_that_is_a_word_needs_the_full_name(word: str) -> None:
    assert registry.load().persons(word) == ()
