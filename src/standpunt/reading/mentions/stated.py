"""Who speaks, where the source states it: the line that names him is a mention of him, whatever its words are."""

from collections.abc import Iterable

from standpunt.model import ActorKind, MentionForm
from standpunt.reading.mentions.context import Context, Draft, Name
from standpunt.reading.mentions.words import noun

STATED = "stated by the source"


def speakers(context: Context, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, with one for each line that names a speaker in the place of what else was found there."""
    blocks = context.analysis.article.blocks
    found = []
    for speaker in dict.fromkeys(block.speaker for block in blocks if block.speaker is not None):
        tokens = context.analysis.within(speaker.named)
        first, last = tokens[0].index, tokens[-1].index + 1
        name = Name(first, last, speaker.name, kind=ActorKind.PERSON)
        draft = Draft(
            first, last, first, last, MentionForm.NAME, ActorKind.PERSON, STATED, name=name, source=True
        )
        draft.role, draft.party, draft.gender = speaker.role, speaker.party, speaker.gender
        draft.noun = noun(speaker.role.split()[0].lower()) if speaker.role else None
        found.append(draft)
    lines = {at for draft in found for at in range(draft.first, draft.last)}
    return [*found, *(draft for draft in drafts if draft.first not in lines)]
