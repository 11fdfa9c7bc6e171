"""The language model: the Dutch one that ships with Standpunt, or any installed spaCy pipeline by name.

Sentences are cut before the model sees them (`standpunt.language` has its own splitter), so each sentence is
a Doc of its own and is parsed as one tree: `parse` takes sentences and gives back Docs, in order.
"""

import hashlib
import lzma
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import spacy
from confection import Config
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import registry

from standpunt.errors import ModelError
from standpunt.language import embedding as embedding  # registers the first layer of the model

SHIPPED = "nl_standpunt"
_GLUED = r"""["“”„«»]|(?<=["“”»]),(?=\w)|(?<=\w):(?=["“„«])"""
"""Marks inside what has no space in it, and the comma or colon beside them."""
_WORDS = frozenset("ver. Ver. volg. Volg. not. or. lat. Max. Tom. Pat. Sir. Red.".split())
"""spaCy's abbreviations that are words and names before a full stop."""
_BATCH = 256
"""Sentences handed to the model at a time; larger ones gain nothing and cost memory."""

__all__ = ["SHIPPED", "fingerprint", "load", "one_sentence", "parse", "unpack"]


def _empty_tokenizer() -> Callable[[Language], Tokenizer]:
    return lambda nlp: Tokenizer(nlp.vocab)


# The model brings its own rules; reading spaCy's Dutch ones first would take longer than all its weights.
registry.tokenizers.register("standpunt.Tokenizer.v1", func=_empty_tokenizer)


@Language.component("one_sentence")
def one_sentence(doc: Doc) -> Doc:
    """Tells the parser that no sentence starts inside a Doc, so that it builds one tree."""
    for index in range(len(doc)):
        doc[index].is_sent_start = index == 0
    return doc


def load(name: str | None = None) -> Language:
    """The shipped Dutch model, or an installed spaCy pipeline by name or folder; one of each in a process.

    Raises ModelError where it is missing or does not load.
    """
    return _load_shipped() if name in (None, SHIPPED) else _load_installed(str(name))


def _split_as_news(nlp: Language) -> Language:
    """`niet",zegt` and `zegt:"Dat` are several words although no space stands between: reporters forget one. `een brug
    te ver.` ends in a full stop."""
    tokenizer: Any = nlp.tokenizer
    rules = getattr(tokenizer, "rules", None)
    if rules is not None:
        tokenizer.rules = {word: parts for word, parts in rules.items() if word not in _WORDS}
    infixes = getattr(tokenizer, "infix_finditer", None)
    if infixes is not None:
        tokenizer.infix_finditer = re.compile(f"{infixes.__self__.pattern}|{_GLUED}").finditer
    return nlp


def parse(nlp: Language, texts: Iterable[str]) -> Iterator[Doc]:
    """A Doc for each sentence, in order; token offsets are offsets into that sentence."""
    yield from nlp.pipe(texts, batch_size=_BATCH)


def fingerprint(nlp: Language) -> str:
    """Names the model in what is cached: readings made with another one are not taken for its own."""
    meta = nlp.meta
    weights = meta.get("sha256") or _hash_of_loaded(nlp)
    return f"{meta.get('lang')}_{meta.get('name')}-{meta.get('version')}-{str(weights)[:16]}"


def unpack(packed: bytes) -> Language:
    """The pipeline inside a packed model file; see `training/model/pack.py` for the other direction."""
    content: dict[str, Any] = msgspec.msgpack.decode(lzma.decompress(packed))
    config = Config().from_str(content["config"])
    nlp = spacy.util.load_model_from_config(config, auto_fill=False, validate=False)
    for string in content["strings"]:
        nlp.vocab.strings.add(string)
    nlp.from_bytes(content["pipeline"])
    nlp.meta["sha256"] = hashlib.sha256(packed).hexdigest()
    return nlp


@cache
def _load_shipped() -> Language:
    where = files("standpunt.language") / "nl" / "model.xz"
    try:
        return _split_as_news(unpack(where.read_bytes()))
    except FileNotFoundError as error:
        raise ModelError(
            "the Dutch language model is not in this installation",
            where=str(where),
            hint="reinstall standpunt, or run `make model DATA=...` in its repository",
        ) from error
    except Exception as error:  # whatever is inside a damaged file, people need to know which file
        raise ModelError(
            f"the Dutch language model does not load: {error}",
            where=str(where),
            hint="reinstall standpunt; the file may be damaged or made for another version of spaCy",
        ) from error


@cache
def _load_installed(name: str) -> Language:
    try:
        nlp = spacy.load(name)
    except (OSError, ValueError, ImportError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise ModelError(
            f"the spaCy pipeline does not load: {reason}",
            where=name,
            hint="install it as a Python package, or leave the name out to use the Dutch model that ships",
        ) from error
    if "one_sentence" not in nlp.pipe_names:
        nlp.add_pipe("one_sentence", first=True)
    return _split_as_news(nlp)


def _hash_of_loaded(nlp: Language) -> str:
    return hashlib.sha256(nlp.to_bytes(exclude=["vocab"])).hexdigest()
