"""What the pages say: every key in both languages, each of them used, none that is missing."""

import re
from importlib import resources
from pathlib import Path

import pytest

from standpunt.display.wording import DUTCH, Wording, read
from standpunt.errors import LexiconError
from standpunt.web.visit import wordings

WEB = Path(str(resources.files("standpunt.web")))
KEYS = {key for file in (WEB / "messages").glob("*.toml") for key in read(file, "nl")}
SOURCE = "\n".join(
    file.read_text(encoding="utf-8") for file in WEB.rglob("*") if file.suffix in (".py", ".j2")
)


def test_both_languages_have_the_same_words_to_fill_in() -> None:
    holes = {
        code: {key: set(re.findall(r"\{\w+\}", str(wording._said[key]))) for key in KEYS}
        for code, wording in wordings().items()
    }
    assert holes["nl"] == holes["en"]


def test_no_word_is_told_twice() -> None:
    told = [key for file in (WEB / "messages").glob("*.toml") for key in read(file, "nl")]
    assert sorted(told) == sorted(KEYS | (set(told) - set(DUTCH._said)))


@pytest.mark.parametrize("key", re.findall(r'\bt(?:\.count|\.noun)?\(\s*"([\w.-]+\w)"', SOURCE))
def test_every_word_that_is_asked_for_is_there(key: str) -> None:
    assert key in wordings()["nl"]._said


@pytest.mark.parametrize("key", sorted(KEYS))
def test_every_word_is_asked_for(key: str) -> None:
    group, _, name = key.partition(".")
    computed = rf'f"{group}\.\{{' if group not in ("layout", "missing", "finding") else rf'"?{group}\.'
    assert f'"{key}"' in SOURCE or re.search(computed, SOURCE) or f'"{name}"' in SOURCE


def test_an_entry_that_lacks_a_language_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "half.toml"
    file.write_text('[page]\ntitle = {nl = "Titel"}\n', encoding="utf-8")
    with pytest.raises(LexiconError, match=r"page\.title needs nl and en"):
        Wording("nl", file)
