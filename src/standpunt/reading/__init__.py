"""START HERE: one article in, one Reading out. Pure: same input, same output, no other article known.

The stages, in order:

    language.analyse   text → tokens, sentences, quotations
    times.find         time expressions, their values relative to an unknown day of publication
    statements.find    what is said, by which cue, and the words that name the source
    mentions.find      who is meant by names, roles, pronouns; chains of mentions that are one
    statements.assign  the statements, each with its speaker
    attitudes.find     what somebody wants, rejects or leaves open, whatever the issue
    conditions.find    what must hold before somebody will
    events.find        what happened or is planned, with who, where and when
"""

from collections.abc import Iterable, Iterator

from spacy.language import Language

from standpunt import __version__, lexicon, registry
from standpunt.language import Analysis, analyse
from standpunt.model import Article, Reading
from standpunt.reading import attitudes, conditions, events, lemmas, mentions, statements, times
from standpunt.registry import Registry

__all__ = ["fingerprint", "interpret", "read", "read_all"]


def read(article: Article, nlp: Language, facts: Registry | None = None) -> Reading:
    """The Reading of one article; without `facts`, with the registry of the package."""
    return next(read_all([article], nlp, facts))


def read_all(articles: Iterable[Article], nlp: Language, facts: Registry | None = None) -> Iterator[Reading]:
    """A Reading for each article, in their order."""
    for analysis in analyse(articles, nlp):
        yield interpret(analysis, facts)


def interpret(analysis: Analysis, facts: Registry | None = None) -> Reading:
    """The Reading of an analysed article: the stages after the parser."""
    article = analysis.article
    found_times = times.find(article.text, article.blocks, analysis)
    attributions = statements.find(analysis)
    known = facts or registry.load()
    found_mentions, chains = mentions.find(analysis, known, statements.sources(attributions))
    said = statements.assign(analysis, attributions, found_mentions, chains, found_times)
    return Reading(
        article=article.id,
        times=found_times,
        mentions=found_mentions,
        chains=chains,
        statements=said,
        attitudes=attitudes.find(analysis, said, found_mentions, chains, known),
        conditions=conditions.find(analysis, said, found_mentions, chains),
        events=events.find(analysis, found_mentions, chains, found_times, known.calendar),
        sentences=tuple(sentence.span for sentence in analysis.sentences),
        lemmas=tuple(lemmas.find(analysis)),
    )


def fingerprint(facts: Registry) -> str:
    """What, besides the model, a reading was made with: the version, hashes of the code and of the word lists, and that
    of the files laid over the registry, if any; with dashes between."""
    made = f"{__version__}-{lexicon.digest('standpunt', '.py')}-{lexicon.digest('standpunt', '.toml')}"
    return f"{made}-{facts.laid_over}" if facts.laid_over else made
