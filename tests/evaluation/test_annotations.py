"""A folder of annotations: YAML and brat, and what is told of one that is not as it should be."""

import re
from pathlib import Path

import pytest

from evaluation import story
from standpunt.errors import GoldError
from standpunt.evaluation import annotations
from standpunt.evaluation.annotations import brat, yaml
from standpunt.evaluation.coding import Coding, Gold, Layer
from standpunt.model import ActorKind, Form, Span

TEXT = '„Het kan", zei De Wit, „niet." Zij hoopt op hulp van de NAVO.\n'
HEADER = "text: a.txt\ndate: 2025-02-14\n"


def of_yaml(content: str, text: str = TEXT) -> Coding:
    return yaml.parse(HEADER + content, "a.yaml", lambda file: text).coding


def of_brat(*lines: str) -> Gold:
    """The gold of stand-off lines, in which `T1 Content het kan|niet` stands for places and words."""
    return brat.parse("\n".join(map(standoff, lines)), "a.ann", lambda file: TEXT)


def standoff(line: str) -> str:
    id, type, *words = line.split(" ", 2)
    if not id.startswith("T"):
        return "\t".join(part.replace("~", " ") for part in (id, " ".join([type, *words])))
    pieces = [
        Span(*match.span()) for part in words[0].split("|") if (match := re.search(re.escape(part), TEXT))
    ]
    places = ";".join(f"{start} {end}" for start, end in pieces)
    return f"{id}\t{type} {places}\t{' '.join(piece.of(TEXT) for piece in pieces)}"


# ------------------------------------------------------------------------------------------------- yaml


def test_a_statement_with_all_it_can_have() -> None:
    (said,) = of_yaml(
        "statements: [{content: [Het kan, niet.], speaker: Anna de Wit, source: De Wit, cue: zei, form: direct,"
        " via: Bea Bos, declines: true, optional: true}]"
    ).statements
    assert [span.of(TEXT) for span in said.spans] == ["Het kan", "niet."]
    assert (said.label, said.form, said.cued, said.optional) == ("Anna de Wit", Form.DIRECT, True, True)


def test_an_empty_key_is_none_at_all() -> None:
    assert of_yaml("statements:\ntimes: []\n") == of_yaml("")


@pytest.mark.parametrize(
    ("quoted", "place"), [("nu", (7, 9)), ("nu@2", (13, 15)), ("a@b.nl", (17, 23)), ("en nu, a", (10, 18))]
)
def test_a_quoted_string_is_found_in_whole_words(quoted: str, place: tuple[int, int]) -> None:
    assert yaml.locate("minuut nu en nu, a@b.nl schrijft", quoted) == place


@pytest.mark.parametrize("quoted", ["nu@3", "nu@0", "uut", "Nu", ""])
def test_what_is_not_there_is_an_error(quoted: str) -> None:
    with pytest.raises(ValueError, match=re.escape(f"not in the text: {quoted!r}")):
        yaml.locate("minuut nu en nu, a@b.nl schrijft", quoted)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("statements: [{content: [Het mag], speaker: De Wit}]", "not in the text: 'Het mag'"),
        ("statements: [{content: [Het kan], speaker: De Wit, cue: zegt}]", "not in the text: 'zegt'"),
        ("statements: [{content: [Het kan], speaker: De Wit, optinal: true}]", "unknown field `optinal`"),
        ("statements: [{content: [Het kan], speaker: De Wit, form: indirekt}]", "'indirekt'"),
        ("statements: [{content: [Het kan]}]", "missing required field `speaker`"),
        ("times: [[Het, 2025, spare]]", "a time is [words, value] or [words, value, optional]"),
        ("actors: [{name: NAVO, kind: club}]", "'club'"),
        ("positions: [{actor: NAVO, issue: hulp, stance: neutral}]", "'neutral'"),
        ("statements: [", "while parsing"),
    ],
)
def test_a_yaml_file_with_a_slip_is_told(content: str, told: str) -> None:
    with pytest.raises(GoldError, match=re.escape(told)) as fault:
        of_yaml(content)
    assert fault.value.where == "a.yaml"


@pytest.mark.parametrize("date", ["gisteren", "2025-2", "2025-02-30", "2025-02-14/2025-02-01"])
def test_a_date_that_is_none_is_told(date: str) -> None:
    with pytest.raises(GoldError):
        yaml.parse(f"text: a.txt\ndate: {date}\n", "a.yaml", lambda file: TEXT)


# ------------------------------------------------------------------------------------------------- brat

QUOTED = ("T1 Content Het kan|niet.", "T2 Cue zei", "T3 Source De Wit")


@pytest.mark.parametrize(
    "links",
    [
        ("E1 Attribution:T2 Content:T1 Cue:T2 Source:T3",),
        ("R1 says Arg1:T1 Arg2:T3", "R2 cued Arg1:T1 Arg2:T2"),
        ("R1 Source Arg1:T2 Arg2:T3", "R2 Content Arg1:T2 Arg2:T1"),
    ],
    ids=["an event", "relations of the content", "relations of the cue"],
)
def test_a_statement_is_its_content_with_what_it_is_linked_to(links: tuple[str, ...]) -> None:
    (said,) = of_brat(*QUOTED, *links).coding.statements
    assert [span.of(TEXT) for span in said.spans] == ["Het kan", "niet."]
    assert (said.label, said.cued, said.form, said.optional) == ("De Wit", True, None, False)


def test_two_contents_that_are_linked_are_one_statement() -> None:
    coding = of_brat(
        "T1 Content Het kan", "T2 Content niet.", "T3 Source De Wit", "E1 Quote:T1 C:T1 C2:T2 S:T3"
    ).coding
    assert [len(said.spans) for said in coding.statements] == [2]


def test_attributes_say_form_and_optional() -> None:
    event = "E1 Attribution:T2 Content:T1 Source:T3"
    (said,) = of_brat(*QUOTED, event, "A1 Form T1 direct", "A2 Optional E1").coding.statements
    assert (said.form, said.optional) == (Form.DIRECT, True)


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("#1\tAnnotatorNotes T3\tAnna de Wit",), "Anna de Wit"),
        (("N1\tReference T3 Wikidata:Q1\tAnna de Wit",), "Anna de Wit"),
        (("T4 Person De Wit", "*\tEquiv T3 T4"), "De Wit"),
        (("T4 Person De Wit", "R2 Coref Arg1:T3 Arg2:T4"), "De Wit"),
        ((), "Zij"),
    ],
)
def test_a_speaker_has_the_name_of_the_note_or_of_an_equal(lines: tuple[str, ...], name: str) -> None:
    written = [
        standoff(line) for line in ("T1 Content hulp van de NAVO", "T3 Source Zij", "R1 says Arg1:T1 Arg2:T3")
    ]
    written += [line if "\t" in line else standoff(line) for line in lines]
    (said,) = brat.parse("\n".join(written), "a.ann", lambda file: TEXT).coding.statements
    assert said.label == name


def test_a_quotation_that_stands_alone_may_be_linked_to_a_name_or_have_a_note() -> None:
    linked = of_brat("T1 Quotation niet.", "T2 Person De Wit", "R1 by Arg1:T1 Arg2:T2")
    noted = brat.parse(
        f"{standoff('T1 Quotation niet.')}\n#1\tAnnotatorNotes T1\tDe Wit", "a.ann", lambda file: TEXT
    )
    for gold in (linked, noted):
        assert [(said.label, said.cued) for said in gold.coding.statements] == [("De Wit", False)]


def test_other_layers_of_brat() -> None:
    entities = "T1 Alliance NAVO", "T2 Time hoopt", "T3 Condition hulp", "T4 Published kan"
    written = [standoff(line) for line in entities]
    written += [
        "#1\tAnnotatorNotes T1\tNoord-Atlantische Verdragsorganisatie",
        "A1\tValue T2 PXD",
        "A2\tOptional T2",
    ]
    written += ["R1\tof Arg1:T3 Arg2:T1", "#2\tAnnotatorNotes T4\t2025-02-14"]
    gold = brat.parse("\n".join(written), "a.ann", lambda file: TEXT)
    full = "Noord-Atlantische Verdragsorganisatie"
    assert gold.coding.actors == ((full, ActorKind.ALLIANCE),)
    assert gold.coding.aliases == {full: ("NAVO",)}
    assert [(time.label, time.optional) for time in gold.coding.times] == [("PXD", True)]
    assert [condition.label for condition in gold.coding.conditions] == [full]
    assert str(gold.coding.published) == "2025-02-14"
    assert gold.layers == frozenset(Layer) - {Layer.POSITIONS}


def test_types_that_mean_nothing_here_are_passed_over() -> None:
    assert of_brat("T1 Emotion hoopt", "T2 Topic hulp", "R1 about Arg1:T1 Arg2:T2").coding == Coding()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("T1\tContent 1 8\tHet mag", "T1 is 'Het mag', and in the text 'Het kan' stands there"),
        ("T1\tContent 1 8", "this line is no entity: T1 Content 1 8"),
        ("T1\tContent 1\tHet kan", "this line is no entity"),
        ("R1\tsays Arg1:T7 Arg2:T8", "T7 is spoken of, and not there"),
    ],
)
def test_a_brat_file_that_does_not_fit_is_told(line: str, told: str) -> None:
    with pytest.raises(GoldError, match=re.escape(told)):
        brat.parse(line, "a.ann", lambda file: TEXT)


# ------------------------------------------------------------------------------------------------ folders


def folder(path: Path, **files: str) -> Path:
    for name, content in files.items():
        (path / name.replace("_", ".")).write_text(content, encoding="utf-8")
    return path


def test_both_formats_lie_beside_their_texts(tmp_path: Path) -> None:
    b = "T1\tContent 0 12\tHet kan niet\n"
    folder(tmp_path, a_txt=TEXT, a_yaml=HEADER, b_txt="Het kan niet.", b_ann=b, codebook_yaml="issues: []")
    first, second = annotations.read(tmp_path, tmp_path)
    assert (first.file, first.text, first.layers) == ("a.txt", TEXT, frozenset(Layer))
    assert (second.file, second.layers) == ("b.txt", frozenset([Layer.STATEMENTS]))


def test_what_one_brat_file_has_the_others_were_looked_at_for(tmp_path: Path) -> None:
    folder(tmp_path, a_txt=TEXT, a_ann="T1\tTime 1 4\tHet\n", b_txt="Het kan niet.", b_ann="")
    assert {gold.layers for gold in annotations.read(tmp_path, tmp_path)} == {
        frozenset([Layer.STATEMENTS, Layer.TIMES])
    }


def test_a_text_that_is_set_aside_is_still_annotated(tmp_path: Path) -> None:
    english = "The minister said on Thursday that the government would not pay for the bridge. " * 5
    folder(tmp_path, a_txt=english, a_yaml=HEADER)
    assert annotations.read(tmp_path, tmp_path)[0].text == english


def test_an_older_encoding_is_read_as_standpunt_reads_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(story.TEXT.encode("cp1252", errors="replace"))
    said = "statements: [{content: [één jaar], speaker: Anna de Wit}]"
    folder(tmp_path, a_yaml=HEADER + said)
    assert annotations.read(tmp_path, tmp_path)[0].coding.statements


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({}, "nothing is annotated in this folder (expected files that end in .yaml or .ann or .xmi)"),
        ({"a_yaml": HEADER}, "the article is not there (name the folder of the articles with --texts)"),
        (
            {"a_txt": TEXT, "a_yaml": HEADER, "b_yaml": HEADER},
            "this article is annotated twice, in a.yaml and b.yaml",
        ),
    ],
)
def test_a_folder_that_is_not_as_it_should_be_is_told(
    files: dict[str, str], told: str, tmp_path: Path
) -> None:
    with pytest.raises(GoldError) as fault:
        annotations.read(folder(tmp_path, **files), tmp_path)
    assert str(fault.value).endswith(told)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="there is no such folder"):
        annotations.read(tmp_path / "weg", tmp_path)
