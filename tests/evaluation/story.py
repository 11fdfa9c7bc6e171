"""A small article with its gold, and codings of it that are right and wrong in known places."""

from typing import Any

import yaml

from standpunt.evaluation.annotations import yaml as own
from standpunt.evaluation.coding import Coding, Gold, Marked, MarkedStatement
from standpunt.model import Form, Reason, Span

TEXT = """De brug blijft dicht

„We wachten tot maandag", zei wethouder De Wit dinsdag. Zij wil niet zeggen wie betaalt. Een nieuwe brug kan volgens
haar in één jaar klaar zijn. Dat scheelt. Volgens Van der Veen moet de NAVO-brug veilig zijn. De NAVO noemde dat
maandag „onzin".
"""

GOLD = """
text: brug.txt
date: 2025-02-11/2025-02-12
statements:
  - {content: [We wachten tot maandag], speaker: Anna de Wit, source: wethouder De Wit, cue: zei, form: direct}
  - {content: [wie betaalt], speaker: Anna de Wit, source: Zij, cue: niet zeggen, form: indirect, declines: true}
  - {content: [Een nieuwe brug kan, in één jaar klaar zijn], speaker: Anna de Wit, source: haar, cue: volgens,
     form: indirect}
  - {content: [Dat scheelt], speaker: Anna de Wit, form: indirect, optional: true}
  - {content: [moet de NAVO-brug veilig zijn], speaker: Jan van der Veen, source: Van der Veen, cue: Volgens,
     form: indirect}
  - {content: [dat, '„onzin"'], speaker: NAVO, source: De NAVO, cue: noemde, form: mixed}
times:
  - [maandag, 2025-02-17]
  - [dinsdag, 2025-02-11/2025-02-12]
  - [één jaar, P1Y]
  - [maandag@2, 2025-02-10, optional]
actors:
  - {name: Anna de Wit, kind: person, role: wethouder}
  - {name: Jan van der Veen, kind: person}
  - {name: NAVO, kind: alliance}
aliases:
  NAVO: [Noord-Atlantische Verdragsorganisatie]
positions:
  - {actor: Anna de Wit, issue: brug, stance: support, evidence: Een nieuwe brug kan}
conditions:
  - {actor: Jan van der Veen, issue: brug, condition: moet de NAVO-brug veilig zijn}
"""


def gold(**changed: Any) -> Gold:
    """The gold, with other values for whole keys of its file."""
    document = {**yaml.load(GOLD, Loader=yaml.BaseLoader), **changed}
    return own.parse(yaml.safe_dump(document, allow_unicode=True), "brug.yaml", lambda file: TEXT)


def place(words: str) -> Span:
    return own.locate(TEXT, words)


def said(
    speaker: str, *pieces: str, rule: str = "clause", confidence: float = 1.0, form: Form = Form.INDIRECT
) -> MarkedStatement:
    return MarkedStatement(
        tuple(place(piece) for piece in pieces),
        speaker,
        form=form,
        cued=form is not Form.DIRECT,
        why=Reason(rule),
        why_speaker=Reason("name"),
        confidence=confidence,
    )


def time(words: str, value: str) -> Marked:
    return Marked((place(words),), value)


def found(*statements: MarkedStatement, **others: Any) -> Coding:
    return Coding(statements, **others)
