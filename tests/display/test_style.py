"""Contrast by WCAG 2.2, at least 4.5 for text and initials, in light and dark; colours that stay apart."""

import re
from importlib import resources

import pytest

from standpunt.report.cast import PALETTE

STYLE = resources.files("standpunt.display").joinpath("static", "colours.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--(\w+): ([^;]+);", block)) for block in re.findall(r":root \{(.*?)\}", STYLE, re.S)[:2]
)
MODES = pytest.mark.parametrize("mode", [LIGHT, DARK], ids=["light", "dark"])

Colour = tuple[float, float, float]


def channels(value: str) -> Colour:
    if value.startswith("#"):
        red, green, blue = (int(value[at : at + 2], 16) for at in (1, 3, 5))
    else:
        red, green, blue = (int(part) for part in value.split())
    return red / 255, green / 255, blue / 255


def mixed(front: Colour, back: Colour, share: float) -> Colour:
    red, green, blue = (share * one + (1 - share) * other for one, other in zip(front, back, strict=True))
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    def luminance(colour: Colour) -> float:
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@MODES
@pytest.mark.parametrize("name", ["ink", "soft", "link", "for", "against"])
def test_text_can_be_read_on_paper_and_on_the_wash(mode: dict[str, str], name: str) -> None:
    for ground in ("paper", "wash"):
        assert contrast(channels(mode[name]), channels(mode[ground])) >= 4.5


@MODES
@pytest.mark.parametrize("number", range(PALETTE + 1))
def test_the_initials_of_a_speaker_can_be_read_and_so_can_the_words_on_his_tint(
    mode: dict[str, str], number: int
) -> None:
    colour, paper = channels(mode[f"c{number}"]), channels(mode["paper"])
    assert contrast(channels(mode["on"]), colour) >= 4.5
    assert contrast(colour, paper) >= 4.5
    lit = mixed(colour, paper, 2.6 * float(mode["tint"]))
    assert contrast(channels(mode["ink"]), lit) >= 4.5


# Machado, Oliveira and Fernandes (2009), severity 1, on linear colours
BLINDNESS = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}


@MODES
@pytest.mark.parametrize("kind", BLINDNESS)
def test_speakers_stay_apart_for_who_sees_fewer_colours(mode: dict[str, str], kind: str) -> None:
    def seen(colour: Colour) -> tuple[float, ...]:
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
        return tuple(sum(a * b for a, b in zip(row, linear, strict=True)) for row in BLINDNESS[kind])

    def lab(colour: tuple[float, ...]) -> tuple[float, float, float]:
        """Oklab (Ottosson 2020): distances are about as large as they look."""
        red, green, blue = colour
        long = max(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue, 0) ** (1 / 3)
        medium = max(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue, 0) ** (1 / 3)
        short = max(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue, 0) ** (1 / 3)
        return (
            0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
            1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
            0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
        )

    colours = [lab(seen(channels(mode[f"c{number}"]))) for number in range(1, PALETTE + 1)]
    for at, one in enumerate(colours):
        for other in colours[at + 1 :]:
            assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > 0.07
