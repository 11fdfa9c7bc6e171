"""Who held an office on a day: more than two hundred facts that newspapers lean on."""

import datetime

import pytest

from standpunt import registry

TODAY = "2026-11-27"
"""The day up to which the facts were looked up."""

TABLE = f"""
Nederland
2010-10-13 premier: Jan Peter Balkenende
2010-10-14 premier: Mark Rutte
{TODAY} premier: Rob Jetten
2012-01-15 minister van Defensie: Hans Hillen
2014-07-17 minister van Defensie: Jeanine Hennis-Plasschaert
2017-10-10 minister van Defensie: Klaas Dijkhoff
2021-03-01 minister van Defensie: Ank Bijleveld
2021-09-20 minister van Defensie: niemand
2021-11-01 minister van Defensie: Henk Kamp
2023-02-24 minister van Defensie: Kajsa Ollongren
2024-12-14 minister van Defensie: Ruben Brekelmans
{TODAY} minister van Defensie: Dilan Yeşilgöz
2011-06-01 minister van Buitenlandse Zaken: Uri Rosenthal
2014-07-21 minister van Buitenlandse Zaken: Frans Timmermans
2016-04-06 minister van Buitenlandse Zaken: Bert Koenders
2018-02-20 minister van Buitenlandse Zaken: Sigrid Kaag
2021-10-05 buitenlandminister: Ben Knapen
2022-06-01 minister van Buitenlandse Zaken: Wopke Hoekstra
2024-01-26 minister van Buitenlandse Zaken: Hanke Bruins Slot
{TODAY} minister van Buitenlandse Zaken: Tom Berendsen
2012-04-23 minister van Financiën: Jan Kees de Jager
2015-07-12 minister van Financiën: Jeroen Dijsselbloem
2020-04-10 minister van Financiën: Wopke Hoekstra
2024-01-10 minister van Financiën: Rob Jetten
2024-05-01 minister van Financiën: Steven van Weyenberg
2013-05-01 minister van Veiligheid en Justitie: Ivo Opstelten
2015-03-15 minister van Justitie: Stef Blok
2016-12-01 justitieminister: Ard van der Steur
2020-09-01 minister van Justitie en Veiligheid: Ferd Grapperhaus
2025-10-01 minister van Justitie: Foort van Oosten
2016-08-01 minister van Binnenlandse Zaken: Ronald Plasterk
2020-01-15 minister van Binnenlandse Zaken: Raymond Knops
2020-06-01 minister van Binnenlandse Zaken: Kajsa Ollongren
2023-10-01 minister van Binnenlandse Zaken: Hugo de Jonge
2011-03-01 minister van Onderwijs: Marja van Bijsterveldt
2014-02-01 minister van Onderwijs: Jet Bussemaker
2023-03-01 minister van Onderwijs, Cultuur en Wetenschap: Robbert Dijkgraaf
2013-09-01 minister van Economische Zaken: Henk Kamp
2021-02-01 minister van Economische Zaken en Klimaat: Bas van 't Wout
2023-02-01 minister van Economische Zaken: Micky Adriaansens
2014-01-01 minister van Infrastructuur en Milieu: Melanie Schultz van Haegen
2019-12-01 minister van Infrastructuur en Waterstaat: Cora van Nieuwenhuizen
2013-01-01 minister van Volksgezondheid: Edith Schippers
2020-03-16 minister voor Medische Zorg: Bruno Bruins
2020-03-25 minister voor Medische Zorg: Martin van Rijn
2022-03-01 minister van Volksgezondheid: Ernst Kuipers
2019-10-01 minister van Landbouw: Carola Schouten
2022-08-01 minister van Landbouw: Henk Staghouwer
2022-11-25 stikstofminister: Christianne van der Wal
2023-06-01 minister van Landbouw: Piet Adema
{TODAY} minister van Landbouw: Jaimi van Essen
2014-03-01 minister van Sociale Zaken: Lodewijk Asscher
2018-11-01 minister van Sociale Zaken en Werkgelegenheid: Wouter Koolmees
2011-10-01 minister voor Immigratie, Integratie en Asiel: Gerd Leers
2024-10-25 asielminister: Marjolein Faber
2014-09-01 minister voor Wonen: Stef Blok
2024-02-01 minister voor Buitenlandse Handel: Geoffrey van Leeuwen
2024-05-01 minister voor Buitenlandse Handel: Liesje Schreinemacher
2014-01-01 staatssecretaris van Financiën: Frans Weekers
2019-11-01 staatssecretaris van Financiën: Menno Snel
2023-11-10 staatssecretaris van Defensie: niemand
2024-01-05 staatssecretaris van Cultuur en Media: Steven van Weyenberg
2015-01-01 staatssecretaris van Veiligheid en Justitie: Fred Teeven
{TODAY} staatssecretaris van Defensie: Derk Boswijk
2000-01-01 koningin: Beatrix
2014-01-01 koning: Willem-Alexander

Nederlandse Kamers, partijen, steden en diensten
2015-06-01 voorzitter van de Tweede Kamer: Anouchka van Miltenburg
2024-06-01 voorzitter van de Tweede Kamer: Martin Bosma
{TODAY} voorzitter van de Tweede Kamer: Thom van Campen
2016-01-01 voorzitter van de Eerste Kamer: Ankie Broekers-Knol
{TODAY} voorzitter van de Eerste Kamer: Mei Li Vos
2014-01-01 leider van de PvdA: Diederik Samsom
2018-01-01 leider van GroenLinks: Jesse Klaver
{TODAY} leider van BBB: Henk Vermeer
{TODAY} fractievoorzitter van D66: Jan Paternotte
2013-01-01 burgemeester van Amsterdam: Eberhard van der Laan
2018-03-01 burgemeester van Amsterdam: Jozias van Aartsen
2019-10-01 burgemeester van Den Haag: Pauline Krikke
2020-01-01 burgemeester van Den Haag: Johan Remkes
{TODAY} burgemeester van Rotterdam: Carola Schouten
2021-06-01 commissaris van de Koning van Limburg: Johan Remkes
2012-01-01 president van De Nederlandsche Bank: Klaas Knot
2019-01-01 korpschef van de Nationale Politie: Erik Akerboom
2018-12-01 directeur-generaal van de AIVD: Dick Schoof
2016-01-01 president-directeur van NS: Roger van Boxtel
2020-01-01 topman van Shell: Ben van Beurden
2021-07-01 bondscoach van Nederland: niemand
2022-12-01 bondscoach van Nederland: Louis van Gaal
2019-07-07 bondscoach van de Oranje Leeuwinnen: Sarina Wiegman

Steden, provincies en organisaties in Nederland
2015-06-01 burgemeester van Tilburg: Peter Noordanus
2020-01-01 burgemeester van Tilburg: Theo Weterings
2025-10-01 burgemeester van Tilburg: Onno Hoes
{TODAY} burgemeester van Tilburg: Fleur Gräper
2018-01-01 burgemeester van Groningen: Peter den Oudsten
2022-01-01 burgemeester van Groningen: Koen Schuiling
2025-01-01 burgemeester van Groningen: Mirjam van 't Veld
{TODAY} burgemeester van Groningen: Roelien Kamminga
2020-01-01 burgemeester van Almere: Franc Weerwind
2022-06-01 burgemeester van Almere: Ank Bijleveld
{TODAY} burgemeester van Almere: Hein van der Loo
2014-01-01 burgemeester van Eindhoven: Rob van Gijzel
{TODAY} burgemeester van Eindhoven: Jeroen Dijsselbloem
2015-04-01 burgemeester van Breda: Paul Depla
2013-01-01 burgemeester van Nijmegen: Hubert Bruls
2020-09-01 burgemeester van Utrecht: Peter den Oudsten
{TODAY} burgemeester van Utrecht: Sharon Dijksma
{TODAY} burgemeester van Amsterdam: Femke Halsema
{TODAY} burgemeester van Den Haag: Jan van Zanen
2015-01-01 burgemeester van Leiden: Henri Lenferink
2024-01-01 commissaris van de Koning van Gelderland: Henri Lenferink
{TODAY} commissaris van de Koning van Gelderland: Daniël Wigboldus
2020-01-01 commissaris van de Koning van Zeeland: Han Polman
{TODAY} commissaris van de Koning van Zeeland: Hugo de Jonge
2020-01-01 commissaris van de Koning van Zuid-Holland: Jaap Smit
{TODAY} commissaris van de Koning van Zuid-Holland: Wouter Kolff
2020-01-01 voorzitter van de VNG: Jan van Zanen
{TODAY} voorzitter van de VNG: Sharon Dijksma
2022-01-01 voorzitter van Aedes: Martin van Rijn
{TODAY} voorzitter van Aedes: Liesbeth Spies
2022-01-01 voorzitter van de FNV: Tuur Elzinga
2025-06-01 voorzitter van de FNV: Henk de Jong
{TODAY} voorzitter van de FNV: Hans Spekman
2025-01-01 voorzitter van VNO-NCW: Ingrid Thijssen
{TODAY} voorzitter van VNO-NCW: Coen van Oostrom
2022-01-01 voorzitter van de LTO: Sjaak van der Tak
{TODAY} voorzitter van de LTO: Ger Koopmans
2021-01-01 voorzitter van de Gezondheidsraad: Bart-Jan Kullberg
2021-01-01 directeur-generaal van het RIVM: Hans Brug
{TODAY} president van De Nederlandsche Bank: Olaf Sleijpen
{TODAY} minister van Langdurige Zorg: Mirjam Sterk
{TODAY} minister van Werk en Participatie: Thierry Aartsen
{TODAY} staatssecretaris van Infrastructuur en Waterstaat: Annet Bertram
{TODAY} minister van Klimaat en Groene Groei: Stientje van Veldhoven
{TODAY} minister van Asiel en Migratie: Bart van den Brink
{TODAY} minister van Sociale Zaken: Hans Vijlbrief
{TODAY} staatssecretaris van Onderwijs: Judith Tielen

België en zijn gewesten
2014-10-12 premier van België: Charles Michel
2020-03-17 premier van België: Sophie Wilmès
{TODAY} premier van België: Bart De Wever
2016-03-22 minister van Binnenlandse Zaken van België: Jan Jambon
2018-12-01 minister van Defensie van België: Sander Loones
2019-03-01 minister van Defensie van België: Didier Reynders
2022-03-01 minister van Defensie van België: Ludivine Dedonder
2015-01-01 minister van Financiën van België: Johan Van Overtveldt
{TODAY} minister van Financiën van België: Jan Jambon
2020-04-01 minister van Volksgezondheid van België: Maggie De Block
2016-04-16 minister van Mobiliteit van België: niemand
2019-01-01 minister van Justitie van België: Koen Geens
2018-05-01 minister-president van Vlaanderen: Geert Bourgeois
2019-08-01 minister-president van Vlaanderen: Liesbeth Homans
2015-09-01 minister van Onderwijs van Vlaanderen: Hilde Crevits
2018-06-01 minister van Omgeving van Vlaanderen: Joke Schauvliege
2018-01-01 minister-president van Wallonië: Willy Borsus
2025-12-01 minister-president van Brussel: Rudi Vervoort
{TODAY} minister-president van Brussel: Boris Dilliès
2018-01-01 voorzitter van de N-VA: Bart De Wever
2016-01-01 voorzitter van Vooruit: John Crombez
2022-01-01 voorzitter van de Kamer van Volksvertegenwoordigers: Éliane Tillieux

2009-01-01 burgemeester van Antwerpen: Patrick Janssens
2024-12-01 burgemeester van Antwerpen: Bart De Wever
{TODAY} burgemeester van Antwerpen: Els van Doesburg
2015-01-01 burgemeester van Gent: Daniël Termont
{TODAY} burgemeester van Gent: Mathias De Clercq
2015-01-01 burgemeester van Brugge: Renaat Landuyt
2016-01-01 burgemeester van Brussel: Yvan Mayeur
2018-01-01 burgemeester van Leuven: Louis Tobback
2020-01-01 burgemeester van Charleroi: Paul Magnette
{TODAY} burgemeester van Charleroi: Thomas Dermine
2018-01-01 burgemeester van Mechelen: Bart Somers
2021-01-01 burgemeester van Mechelen: Alexander Vandersmissen
{TODAY} burgemeester van Mechelen: Bart Somers
2024-10-01 voorzitter van Open Vld: Eva De Bleeker
{TODAY} voorzitter van Open Vld: Frédéric De Gucht
{TODAY} voorzitter van de Belgische Senaat: Vincent Blondel
2024-12-01 voorzitter van de Belgische Senaat: Valérie De Bue
{TODAY} minister van Buitenlandse Zaken van België: Maxime Prévot
{TODAY} minister van Defensie van België: Theo Francken
{TODAY} minister van Justitie van België: Annelies Verlinden
{TODAY} minister van Onderwijs van Vlaanderen: Zuhal Demir
{TODAY} minister van Welzijn van Vlaanderen: Caroline Gennez
2022-06-01 minister van Welzijn van Vlaanderen: Hilde Crevits
2017-01-01 minister-president van Wallonië: Paul Magnette
2016-01-01 minister van Landbouw van Wallonië: René Collin
2018-01-01 minister van Gezondheid van Wallonië: Alda Greoli
2018-01-01 minister van Sociale Actie en Gezondheid van Wallonië: Alda Greoli
2016-01-01 minister van Begroting van Wallonië: Christophe Lacroix
2016-06-01 minister van Lokale Besturen van Wallonië: Paul Furlan
2018-06-01 minister van Lokale Besturen van Wallonië: Valérie De Bue
{TODAY} minister-president van Wallonië: Adrien Dolimont

De wereld
2012-06-01 premier van Italië: Mario Monti
2022-10-20 minister van Binnenlandse Zaken van het Verenigd Koninkrijk: Grant Shapps
2023-06-01 minister van Binnenlandse Zaken van het Verenigd Koninkrijk: Suella Braverman
{TODAY} minister van Buitenlandse Zaken van het Verenigd Koninkrijk: Ed Miliband
2013-10-01 voorzitter van het Huis van Afgevaardigden: John Boehner
{TODAY} voorzitter van de Federal Reserve: Kevin Warsh
{TODAY} minister van Binnenlandse Veiligheid van de Verenigde Staten: Markwayne Mullin
2024-01-01 minister van Buitenlandse Zaken van Ierland: Micheál Martin
{TODAY} minister van Buitenlandse Zaken van Ierland: Helen McEntee
{TODAY} minister van Buitenlandse Zaken van Hongarije: Anita Orbán
{TODAY} minister van Buitenlandse Zaken van Japan: Toshimitsu Motegi
2016-01-01 voorzitter van de Eurogroep: Jeroen Dijsselbloem
{TODAY} voorzitter van de Eurogroep: Kyriakos Pierrakakis
2018-07-16 president van de Verenigde Staten: Donald Trump
2014-03-01 minister van Buitenlandse Zaken van de Verenigde Staten: John Kerry
2018-06-01 minister van Defensie van de Verenigde Staten: James Mattis
2022-09-20 premier van het Verenigd Koninkrijk: Liz Truss
{TODAY} premier van het Verenigd Koninkrijk: Andy Burnham
2017-03-01 minister van Buitenlandse Zaken van het Verenigd Koninkrijk: Boris Johnson
2017-09-24 kanselier van Duitsland: Angela Merkel
2019-01-01 minister van Buitenlandse Zaken van Duitsland: Heiko Maas
2016-12-01 minister van Defensie van Duitsland: Ursula von der Leyen
2016-01-01 premier van Frankrijk: Manuel Valls
2023-12-01 premier van Frankrijk: Élisabeth Borne
2022-02-24 minister van Defensie van Rusland: Sergej Sjojgoe
2019-01-01 premier van Rusland: Dmitri Medvedev
2015-02-12 president van Oekraïne: Petro Porosjenko
2022-02-24 minister van Defensie van Oekraïne: Oleksi Reznikov
2018-10-01 premier van Italië: Giuseppe Conte
2017-10-01 premier van Spanje: Mariano Rajoy
2016-01-01 premier van Polen: Beata Szydło
2026-05-08 premier van Hongarije: Viktor Orbán
2026-05-09 premier van Hongarije: Péter Magyar
2021-12-01 premier van Zweden: Magdalena Andersson
2022-05-01 premier van Finland: Sanna Marin
2022-01-01 minister van Buitenlandse Zaken van Turkije: Mevlüt Çavuşoğlu
2022-08-01 premier van Israël: Yair Lapid
2023-10-07 minister van Defensie van Israël: Yoav Gallant
2026-04-01 opperste leider van Iran: Mojtaba Khamenei
2020-01-01 president van Iran: Hassan Rohani
2023-06-01 minister van Buitenlandse Zaken van China: Qin Gang
2016-01-01 premier van Japan: Shinzo Abe
2024-12-10 president van Zuid-Korea: Yoon Suk-yeol
2019-01-01 president van Suriname: Desi Bouterse
2015-01-01 president van Brazilië: Dilma Rousseff
2011-01-01 secretaris-generaal van de NAVO: Anders Fogh Rasmussen
2016-06-01 secretaris-generaal van de Verenigde Naties: Ban Ki-moon
2013-01-01 president van de Europese Centrale Bank: Mario Draghi
2016-01-01 voorzitter van het Europees Parlement van de Europese Unie: Martin Schulz
2018-01-01 buitenlandchef van de Europese Unie: Federica Mogherini
2018-07-18 eurocommissaris voor Mededinging van de Europese Unie: Margrethe Vestager
2012-01-01 directeur van het IMF: Christine Lagarde
2014-06-01 voorzitter van de FIFA: Sepp Blatter
"""

_LINES = [line for line in TABLE.strip().splitlines() if line[:4].isdigit()]


def test_the_table_is_long() -> None:
    assert len(_LINES) >= 230


@pytest.mark.parametrize("line", _LINES)
def test_an_office_had_this_holder(line: str) -> None:
    asked, name = line.rsplit(": ", 1)
    day, office = asked.split(" ", 1)
    known = registry.load()
    title, of = known.owner(office)
    found = known.holder(title, datetime.date.fromisoformat(day), of=of or "Nederland")
    assert [person.name for person, _ in found] == ([] if name == "niemand" else [name])
