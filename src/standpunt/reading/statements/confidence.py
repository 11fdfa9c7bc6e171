"""How sure an attribution is: the share of such statements that two readers of news found right.

Two shares are multiplied: that the words are a statement at all, by the rule that found them, and that the speaker
is right, by the way in which he was found. Both follow counts on the annotated articles of docs/quality.md: A to D
after their errors had been read, and E as it was found before, smoothed ((right + 1) / (given + 2)) so that a rare
rule claims less. Set by hand: speakers where articles that nobody had read gave less (`spoke last`, the
unresolved), what is nested (0.61 in A to E, before rules that found false ones were mended), and what came later
and has not been counted yet (interviews, `was asked`, whoever is unnamed, papers, the only person, declining
without a matter, judged for somebody, a clause behind a colon, the next sentence or paragraph). What the source
states is certain. `standpunt evaluate --calibration` shows how well they hold on any other annotated folder.
"""

from standpunt.model import MentionForm

SAID = {
    "quotation alone": 0.98,
    "cue behind quotation": 0.98,
    "source behind quotation": 0.96,
    "cue before quotation": 0.92,
    "verb behind quotation": 0.80,
    "source before quotation": 0.89,
    "name and colon": 0.88,
    "name before quotation": 0.80,
    "noun and colon": 0.75,
    "colon": 0.83,
    "cue in the next sentence": 0.91,
    "clause behind": 0.94,
    "clause behind colon": 0.80,
    "clause in front": 0.86,
    "as somebody said": 0.80,
    "parenthesis": 0.96,
    "infinitive": 0.88,
    "preposition": 0.78,
    "predicate": 0.93,
    "object": 0.82,
    "nothing told": 0.80,
    "source without a verb": 0.97,
    "judged for somebody": 0.80,
    "clause of a noun": 0.60,
    "quoted words without a cue": 0.67,
    "answer in an interview": 0.80,
    "speech": 1.0,
}
NESTED = 0.72
"""What told inside another's words is worth, beside the same rule outside."""

SPEAKER = {
    "spoke last": 0.85,
    "subject of the sentence before": 0.90,
    "speaks next in the paragraph": 0.60,
    "subject of the paragraph before": 0.70,
    "subject of the next sentence": 0.70,
    "begins the next paragraph": 0.70,
    "pronoun of who is speaking": 0.95,
    "answers in an interview": 0.90,
    "was asked": 0.80,
    "unnamed in the sentence before": 0.70,
    "whose paper it is": 0.80,
    "only person of the article": 0.80,
    "stated by the source": 1.0,
}
NAMED = {
    MentionForm.NAME: 0.95,
    MentionForm.ROLE: 0.87,
    MentionForm.PRONOUN: 0.88,
    MentionForm.GROUP: 0.92,
}
UNRESOLVED = 0.05
"""The words may be a statement, but nobody is named for it."""


def of(rule: str, nested: bool, why_speaker: str, form: MentionForm | None) -> float:
    """Between 0 and 1. `form` is that of the mention that names the source, None where none does; `why_speaker` is
    empty where nobody was found."""
    said = SAID[rule] * (NESTED if nested else 1.0)
    if not why_speaker:
        return round(said * UNRESOLVED, 3)
    by_mention = NAMED[form] if form is not None else 0.8
    return round(said * SPEAKER.get(why_speaker, by_mention), 3)
