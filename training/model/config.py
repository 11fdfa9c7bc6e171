"""The pipeline's configuration, as spaCy's own format has it."""

from dataclasses import dataclass
from typing import Any

import spacy
from confection import Config
from spacy.language import Language

from standpunt.language import pipeline
from training.model import tokens

assert pipeline.one_sentence  # registers the component and the embedding


_META = {
    "name": "standpunt",
    "description": "Dutch news: part of speech, morphology, lemma, dependencies, entities",
    "author": "Standpunt",
    "license": "CC BY-SA 4.0",
}


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the networks. `rows` follows the order of `standpunt.language.embedding.features`."""

    width: int = 128
    depth: int = 5
    inner: int = 96
    rows: tuple[int, ...] = (16000, 3000, 6000, 800, 3000, 6000, 8000, 600)
    drop_word: float = 0.15
    parser_width: int = 64
    ner_width: int = 64


def blank(shape: Shape) -> Language:
    """The pipeline, untrained, with its tokenizer set."""
    config = {
        "nlp": {
            "lang": "nl",
            "pipeline": ["one_sentence", "tok2vec", "morphologizer", "parser", "lemmatizer", "ner"],
            "batch_size": 256,
            "tokenizer": {"@tokenizers": "standpunt.Tokenizer.v1"},
        },
        "components": {
            "one_sentence": {"factory": "one_sentence"},
            "tok2vec": {"factory": "tok2vec", "model": _tok2vec(shape)},
            "morphologizer": {
                "factory": "morphologizer",
                "label_smoothing": 0.05,
                "model": {"@architectures": "spacy.Tagger.v2", "tok2vec": _listener(shape)},
            },
            "parser": {
                "factory": "parser",
                "min_action_freq": 10,
                "learn_tokens": False,
                "update_with_oracle_cut_size": 100,
                "model": _transitions("parser", shape.parser_width, shape),
            },
            "lemmatizer": {
                "factory": "trainable_lemmatizer",
                "backoff": "orth",
                "min_tree_freq": 3,
                "top_k": 3,
                "model": {"@architectures": "spacy.Tagger.v2", "tok2vec": _listener(shape)},
            },
            "ner": {
                "factory": "ner",
                "model": _transitions("ner", shape.ner_width, shape),
            },
        },
    }
    nlp = spacy.util.load_model_from_config(Config(config), auto_fill=True)
    tokens.adapt(nlp)
    nlp.meta.update(_META)
    return nlp


def _tok2vec(shape: Shape) -> dict[str, Any]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "standpunt.FormEmbed.v1",
            "width": shape.width,
            "inner": shape.inner,
            "rows": list(shape.rows),
            "drop_word": shape.drop_word,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": shape.width,
            "depth": shape.depth,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def _listener(shape: Shape) -> dict[str, Any]:
    return {"@architectures": "spacy.Tok2VecListener.v1", "width": shape.width, "upstream": "tok2vec"}


def _transitions(kind: str, hidden: int, shape: Shape) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": kind == "parser",
        "hidden_width": hidden,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": _listener(shape),
    }
