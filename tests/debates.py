"""A small parliament for tests, in ParlaMint: its lists of people and bodies, and debates with who says what."""

from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

TEI = 'xmlns="http://www.tei-c.org/ns/1.0"'
PEOPLE = f"""<listPerson {TEI} xml:lang="nl">
<person xml:id="IlseRademaker"><persName><surname>Rademaker</surname><forename>Ilse</forename></persName>
<sex value="F"/><affiliation role="head" from="2029-01-01" ref="#TK"/>
<affiliation role="member" ref="#party.PV"/></person>
<person xml:id="TeunvanWieringa"><persName><surname>van Wieringa</surname><forename>Teun</forename></persName>
<sex value="M"/><affiliation role="member" ref="#party.LA" from="2030-01"/>
<affiliation role="member" ref="#party.PV" to="2029"/></person>
<person xml:id="HugoBrandsma"><persName><forename>Hugo</forename><surname>Brandsma</surname></persName><sex value="M"/>
<affiliation role="minister" from="2030-10-26" to="2032-01-09" ref="#GOV">
<roleName xml:lang="en">Minister of Infrastructure</roleName>
<roleName xml:lang="nl">Minister van Infrastructuur</roleName>
</affiliation></person></listPerson>"""
BODIES = f"""<listOrg {TEI} xml:lang="nl"><org xml:id="TK" role="parliament">
<orgName xml:lang="en" full="yes">Lower House</orgName>
<orgName xml:lang="nl" full="yes">Tweede Kamer der Staten-Generaal</orgName></org>
<org role="parliamentaryGroup" xml:id="party.LA"><orgName full="yes">Landelijk Appèl</orgName>
<orgName full="abb">LA</orgName></org>
<org role="parliamentaryGroup" xml:id="party.PV"><orgName full="yes">Progressief Verbond</orgName></org></listOrg>"""

Turn = tuple[str, str, str]
"""Who, by his id; the line that says so; his words, in TEI."""

CHAIR = ("IlseRademaker", "De voorzitter", "<seg>Ik geef het woord aan de heer Van Wieringa.</seg>")
MEMBER = (
    "TeunvanWieringa",
    "De heer Van Wieringa (LA)",
    "<seg>Wij willen een tunnel naar Schorrenoog, maar alleen als de eilanders <note>Geroffel</note>gratis mogen "
    'rijden. Volgens de Rekenkamer wordt de tunnel te duur.</seg><incident type="action"><desc>Onrust</desc></incident>'
    "<seg>De minister heeft in november gezegd dat tol onbespreekbaar was.</seg>",
)
MINISTER = (
    "HugoBrandsma",
    "Minister Brandsma",
    "<seg>Wij steunen de tunnel. Mevrouw Rademaker zegt dat het eiland een referendum wil. Hij komt er in 2033.</seg>",
)
DEBATE = (CHAIR, MEMBER, MINISTER)


def tei(
    turns: Iterable[Turn] = DEBATE, *, id: str = "ParlaMint-NL_2031-02-20-tweedekamer-4", language: str = "nl"
) -> str:
    said = "".join(
        (f'<note type="speaker">{escape(line)}</note>' if line else "")
        + f'<u who={quoteattr(f"#{who}")} ana="#regular">{words}</u><note type="comment">De klok luidt.</note>'
        for who, line, words in turns
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<TEI {TEI} xml:lang="{language}" xml:id="{id}"><teiHeader><fileDesc><titleStmt>
<title type="main" xml:lang="nl">Corpus</title><title type="sub" xml:lang="en">Report</title>
<title type="sub" xml:lang="nl">Verslag van de vergadering</title><meeting n="83" corresp="#TK">Meeting 83</meeting>
</titleStmt><publicationStmt><date when="2034-01-23"/></publicationStmt>
<sourceDesc><bibl><date when="2031-02-20"/></bibl></sourceDesc></fileDesc></teiHeader>
<text><body><div type="debateSection"><head>Tunnel naar Schorrenoog</head>{said}</div></body></text></TEI>"""


def corpus(folder: Path, turns: Iterable[Turn] = DEBATE) -> Path:
    """A corpus as it is given out: the lists, and a folder of the year with its debates. Returns the debate."""
    debate = folder / "2031" / "ParlaMint-NL_2031-02-20-tweedekamer-4.xml"
    debate.parent.mkdir(parents=True)
    debate.write_text(tei(turns), encoding="utf-8")
    (folder / "ParlaMint-NL-listPerson.xml").write_text(PEOPLE, encoding="utf-8")
    (folder / "ParlaMint-NL-listOrg.xml").write_text(BODIES, encoding="utf-8")
    return debate
