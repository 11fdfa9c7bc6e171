"""Sentence in, times out: the words and their value in an article published on Monday 17 February 2025."""

import datetime

import pytest

from standpunt.model import Moment
from standpunt.reading import times

PUBLISHED = Moment(datetime.date(2025, 2, 17), datetime.date(2025, 2, 17))


def told(text: str, published: Moment = PUBLISHED) -> list[tuple[str, str]]:
    found = times.find(text)
    return [
        (each.span.of(text), resolved.value)
        for each, resolved in zip(found, times.resolve_all(found, published), strict=True)
    ]


DATES = [
    ("Hij wordt op 20 januari beëdigd.", [("20 januari", "2025-01-20")]),
    ("Op 3 maart 2026 zijn er verkiezingen.", [("3 maart 2026", "2026-03-03")]),
    ("Op zaterdag 15 februari 2025 sprak hij.", [("zaterdag 15 februari 2025", "2025-02-15")]),
    ("De brief is van 14-02-2025.", [("14-02-2025", "2025-02-14")]),
    ("De brief is van 14/2/2025.", [("14/2/2025", "2025-02-14")]),
    ("De versie van 2025-02-14 geldt.", [("2025-02-14", "2025-02-14")]),
    ("Dat was op 4 juli jongstleden.", [("4 juli jongstleden", "2024-07-04")]),
    ("Op twaalf maart begint het.", [("twaalf maart", "2025-03-12")]),
    ("De 4e juli van 1995 was warm.", [("4e juli van 1995", "1995-07-04")]),
    ("Op 12 dec. 2024 was het zover.", [("12 dec. 2024", "2024-12-12")]),
    ("Ze komen op 22/04 terug.", [("22/04", "2025-04-22")]),
    ("Begin november koos het land.", [("Begin november", "2024-11")]),
    ("Eind 2024 viel het kabinet.", [("Eind 2024", "2024")]),
    ("Medio maart is het klaar.", [("Medio maart", "2025-03")]),
    ("Dat moet halverwege 2026 af zijn.", [("halverwege 2026", "2026")]),
    ("In oktober vorig jaar begon het.", [("oktober vorig jaar", "2024-10")]),
    ("Vorig jaar oktober begon het.", [("Vorig jaar oktober", "2024-10")]),
    ("In het eerste kwartaal van 2024 groeide het.", [("het eerste kwartaal van 2024", "2024-Q1")]),
    ("In de eerste helft van 2026 volgt meer.", [("de eerste helft van 2026", "2026-H1")]),
    ("De winst daalde in Q3 2024 flink.", [("Q3 2024", "2024-Q3")]),
    ("Hij was deze zomer in Kyiv.", [("deze zomer", "2025-SU")]),
    ("Afgelopen zomer was hij in Kyiv.", [("Afgelopen zomer", "2024-SU")]),
    ("Het najaar van 2023 was nat.", [("Het najaar van 2023", "2023-FA")]),
    ("Komende winter wordt streng.", [("Komende winter", "2025-WI")]),
    ("Al sinds de jaren negentig is het zo.", [("de jaren negentig", "199")]),
    ("In de jaren '80 was het anders.", [("de jaren '80", "198")]),
    ("De wet stamt uit de negentiende eeuw.", [("de negentiende eeuw", "18")]),
    ("De wet stamt uit de vorige eeuw.", [("vorige eeuw", "19")]),
    ("In 2030 moet het gehalveerd zijn.", [("2030", "2030")]),
    ("De slavernij is vóór 1863 nooit besproken.", [("1863", "1863")]),
    ("Op Prinsjesdag komt het plan.", [("Prinsjesdag", "2024-09-17")]),
    ("Het akkoord van Goede Vrijdag 1998 houdt.", [("Goede Vrijdag 1998", "1998-04-10")]),
    ("Na Pasen volgt het besluit.", [("Pasen", "2025-04-20")]),
    ("In week 31 begint het.", [("week 31", "2025-W31")]),
]

FROM_TODAY = [
    ("De Kamer stemt vandaag.", [("vandaag", "2025-02-17")]),
    ("NOS Nieuws • vandaag, 08:28 • Aangepast", [("vandaag, 08:28", "2025-02-17T08:28")]),
    ("Gisteren om 10.30 uur viel het besluit.", [("Gisteren om 10.30 uur", "2025-02-16T10:30")]),
    ("Hij is gisterochtend afgetreden.", [("gisterochtend", "2025-02-16TMO")]),
    ("Vannacht vielen er raketten.", [("Vannacht", "2025-02-17TNI")]),
    ("Vanavond is er een debat.", [("Vanavond", "2025-02-17TEV")]),
    ("Deze week is er een top.", [("Deze week", "2025-W08")]),
    ("Vorige week eiste ze een plan.", [("Vorige week", "2025-W07")]),
    ("Volgend jaar komt er meer geld.", [("Volgend jaar", "2026")]),
    ("Eerder deze maand zei hij iets anders.", [("Eerder deze maand", "2025-02")]),
    ("Eind dit jaar is het klaar.", [("Eind dit jaar", "2025")]),
    ("Aan het eind van het jaar is het klaar.", [("het eind van het jaar", "2025")]),
    ("Vorige week dinsdag sprak hij.", [("Vorige week dinsdag", "2025-02-11")]),
    ("Dinsdag volgende week is het debat.", [("Dinsdag volgende week", "2025-02-25")]),
    ("Dinsdag van volgende week is het debat.", [("Dinsdag van volgende week", "2025-02-25")]),
    ("Komend weekend is het congres.", [("Komend weekend", "2025-W08-WE")]),
    ("Het voorbije weekeinde was het druk.", [("Het voorbije weekeinde", "2025-W07-WE")]),
    ("Dat zei ze zondagavond.", [("zondagavond", "2025-02-16TEV")]),
    (
        "In de nacht van zaterdag op zondag brak brand uit.",
        [("de nacht van zaterdag op zondag", "2025-02-15TNI")],
    ),
    ("Afgelopen vrijdag, 14 februari, was er overleg.", [("Afgelopen vrijdag, 14 februari", "2025-02-14")]),
    (
        "Het is op zaterdagochtend 8 maart om 10.00 uur.",
        [("zaterdagochtend 8 maart om 10.00 uur", "2025-03-08T10:00")],
    ),
    ("Een klein jaar geleden begon het.", [("Een klein jaar geleden", "2024")]),
    ("De eerste zondag van september is vrij.", [("De eerste zondag van september", "2024-09-01")]),
    (
        "Op 3 januari viel hij. De dag erna trad hij af.",
        [("3 januari", "2025-01-03"), ("De dag erna", "2025-01-04")],
    ),
    ("Drie jaar geleden begon de oorlog.", [("Drie jaar geleden", "2022")]),
    ("Twee dagen geleden sprak hij.", [("Twee dagen geleden", "2025-02-15")]),
    ("Anderhalf jaar geleden begon het.", [("Anderhalf jaar geleden", "2023-08")]),
    ("Over twee weken is het congres.", [("twee weken", "2025-W10")]),
    ("Enkele weken geleden sprak hij.", [("Enkele weken geleden", "PAST_REF")]),
    (
        "Op 3 januari viel hij. Een dag later trad hij af.",
        [("3 januari", "2025-01-03"), ("Een dag later", "2025-01-04")],
    ),
    (
        "Op 3 januari viel hij. Die week was er crisis.",
        [("3 januari", "2025-01-03"), ("Die week", "2025-W01")],
    ),
]

DURATIONS = [
    ("Hij kreeg drie jaar cel.", [("drie jaar", "P3Y")]),
    ("Dat duurt enkele maanden.", [("enkele maanden", "PXM")]),
    ("Dat duurt anderhalf jaar.", [("anderhalf jaar", "P18M")]),
    ("Ze praatten een half uur.", [("een half uur", "PT30M")]),
    ("De afgelopen dagen was er overleg.", [("De afgelopen dagen", "PXD")]),
    ("De afgelopen vijf jaar was er niets.", [("De afgelopen vijf jaar", "P5Y")]),
    ("In de komende, zeer drukke weken valt het besluit.", [("de komende, zeer drukke weken", "PXW")]),
    ("Het afgelopen jaar was er niets.", [("Het afgelopen jaar", "P1Y")]),
    ("Het duurt twee tot drie weken.", [("twee tot drie weken", "P2W/P3W")]),
    ("Ze wachtten al uren.", [("uren", "PTXH")]),
    ("De jarenlange ruzie is voorbij.", [("jarenlange", "PXY")]),
    ("Het tweedaagse bezoek begint.", [("tweedaagse", "P2D")]),
    ("Ze tekenden een tienjarig contract.", [("tienjarig", "P10Y")]),
    ("Er zijn elke dag aanvallen.", [("elke dag", "P1D")]),
    ("Elke maandag is er overleg.", [("Elke maandag", "XXXX-WXX-1")]),
    ("De jaarlijkse conferentie begint.", [("jaarlijkse", "P1Y")]),
    ("Dat kost een miljard per jaar.", [("jaar", "P1Y")]),
]

VAGUE = [
    ("Daar is nu een stap gezet.", [("nu", "PRESENT_REF")]),
    ("Tot nu toe vond hij dat niet.", [("nu", "PRESENT_REF")]),
    ("Op dit moment is er niets.", [("dit moment", "PRESENT_REF")]),
    ("Binnenkort volgt meer.", [("Binnenkort", "FUTURE_REF")]),
    ("De Kamer moet te zijner tijd instemmen.", [("te zijner tijd", "FUTURE_REF")]),
    ("Dat kan niet op de korte termijn.", [("de korte termijn", "FUTURE_REF")]),
    ("Hij was destijds minister.", [("destijds", "PAST_REF")]),
]

STRETCHES = [
    ("Het is tussen 1 en 4 maart.", [("tussen 1 en 4 maart", "2025-03-01/2025-03-04")]),
    ("Het duurt van 12 tot en met 15 mei.", [("van 12 tot en met 15 mei", "2025-05-12/2025-05-15")]),
    ("Het is van maart tot mei dicht.", [("van maart tot mei", "2025-03/2025-05")]),
    (
        "Het geldt van november 2024 tot maart 2025.",
        [("van november 2024 tot maart 2025", "2024-11/2025-03")],
    ),
    ("In de periode 2014-2018 groeide het.", [("2014-2018", "2014/2018")]),
    ("Tussen 2014 en 2018 groeide het.", [("Tussen 2014 en 2018", "2014/2018")]),
    ("Het is open van 9.00 tot 17.00 uur.", [("van 9.00 tot 17.00 uur", "T09:00/T17:00")]),
    (
        "Van 1 april 2016 tot 3 mei 2018 was hij weg.",
        [("Van 1 april 2016 tot 3 mei 2018", "2016-04-01/2018-05-03")],
    ),
]

CLOCK = [
    ("Het begon om 4 uur precies.", [("4 uur", "T04:00")]),
    ("Het begint om half negen.", [("half negen", "T08:30")]),
    ("Het begint om 20.00 uur.", [("20.00 uur", "T20:00")]),
    ("Het begint om acht uur 's avonds.", [("acht uur 's avonds", "T20:00")]),
    ("Het begint om kwart over drie.", [("kwart over drie", "T03:15")]),
    ("Het begint om tien voor half negen.", [("tien voor half negen", "T08:20")]),
    ("Het gebeurde 's nachts.", [("'s nachts", "TNI")]),
]


@pytest.mark.parametrize(("text", "expected"), [*DATES, *FROM_TODAY, *DURATIONS, *VAGUE, *STRETCHES, *CLOCK])
def test_times_of_a_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


NO_TIMES = [
    "De 43-jarige is opgepakt.",
    "Een man van 43 jaar is opgepakt.",
    "Zijn zoon is 12 jaar oud.",
    "Wie ouder dan 65 jaar is, mag mee.",
    "Een vierjarige dochter bleef achter.",
    "Ze wonnen met 3-1.",
    "Dat kost 2014 euro.",
    "Er kwamen 2000 mensen.",
    "Er kwamen 2000 betogers.",
    "Dat staat in artikel 1950.",
    "Bel 06-12345678 of 020-5551234.",
    "Het kantoor staat op Damrak 12 in 2014 AB Haarlem.",
    "Het groeide met 3,5 procent.",
    "De rente staat op 2.50 procent.",
    "Kamerlid Mei Li Vos stemde tegen.",
    "Keizer Augustus regeerde lang.",
    "Dat zei hij bij Zondag met Lubach.",
    "Dat staat in De Morgen van de hoofdredactie.",
    "Het plan Bestemming Klant Nu mislukte.",
    "Dat is nu eenmaal zo.",
    "Het is zo gebeurd, zo zegt hij.",
    "De vorige coalitie van vier partijen viel.",
    "De volgende spreker begon.",
    "Hij was eerder voorlopig altijd nog thuis.",
    "De aanstaande president sprak.",
    "Twee derde van de leden stemde voor.",
    "De Prinsjesdagstukken lekten uit.",
    "",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert told(text) == []


def test_a_time_does_not_cross_a_line_or_a_block() -> None:
    assert told("Het was 12\nmaart is nat.") == [("maart", "2025-03")]


@pytest.mark.parametrize("text", [row[0] for row in DATES + FROM_TODAY])
def test_words_around_make_no_difference(text: str) -> None:
    filler = "De bijeenkomst over het plan van de gemeente trok een volle zaal. " * 3
    assert told(f"{filler}{text} {filler}") == told(text)
