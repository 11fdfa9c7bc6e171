"""Who plays a part in an article, among all that it names."""

from standpunt.model import DatedArticle


def acting(dated: DatedArticle) -> tuple[str, ...]:
    """The ids of the actors who say, do or undergo something in an article, in the order in which it names them.
    Whoever speaks acts, also where it is in another's words."""
    said = dated.reading.statements
    speaks = {each.speaker for each in said} | {each.via for each in said}
    chains = enumerate(zip(dated.reading.chains, dated.actors, strict=True))
    return tuple(dict.fromkeys(actor for at, (chain, actor) in chains if at in speaks or chain.acts))
