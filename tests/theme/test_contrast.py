"""Colours of the theme by the formula of WCAG 2.2: words at least 4.5 to 1, marks and frames that tell something at least 3 to 1."""

from __future__ import annotations

import colorsys
import re
from pathlib import Path

import pytest

STYLE = Path(__file__).parents[2] / "theme_overrides" / "assets" / "style"
MODES = {
    "light": (":root", "light"),
    "dark": (":root", "light", "dark"),
    "elder": (":root", "light", "elder", "elder light"),
    "elder dark": (":root", "light", "dark", "elder", "elder dark"),
    "print": (":root", "light", "print"),
}
"""Mode → the kinds of rules that speak in it, the weakest first."""

SELECTORS = {
    ":root": ":root",
    '[data-md-color-scheme="default"]': "light",
    '[data-md-color-scheme="slate"]': "dark",
    "[data-elder]": "elder",
    '[data-elder] [data-md-color-scheme="default"]': "elder light",
    '[data-elder] [data-md-color-scheme="slate"]': "elder dark",
}
MATERIAL = {
    "light": {"--md-default-fg-color": "#000000de", "--md-default-bg-color": "#fff", "--md-primary-bg-color": "#fff"},
    "dark": {
        "--md-default-fg-color": "hsla(30, 15%, 90%, .82)",
        "--md-default-bg-color": "hsla(30, 15%, 14%, 1)",
    },
}
"""What the theme itself sets and we leave."""

WORDS = (
    "--md-default-fg-color",
    "--md-default-fg-color--light",
    "--md-typeset-a-color",
    "--gk-red",
    "--gk-green",
    "--gk-amber",
    "--gk-blue",
    "--gk-grey",
    "--gk-ink",
    "--gk-faint",
)
"""Colours of words, read on the page and on soft ground."""

GRAPHICS = ("--gk-zero", "--md-accent-fg-color", *(f"--gk-s{run}" for run in range(1, 7)))
"""Marks of charts and the frame of the focus, on the page."""

PAIRS = (
    ("--md-primary-bg-color", "--md-primary-fg-color", 4.5),
    *((word, ground, 4.5) for word in WORDS for ground in ("--md-default-bg-color", "--gk-soft")),
    *((mark, "--md-default-bg-color", 3.0) for mark in GRAPHICS),
    *(("--gk-on-odd", f"--gk-s{run}", 4.5) for run in (1, 3, 5)),
    *(("--gk-on-even", f"--gk-s{run}", 4.5) for run in (2, 4, 6)),
)
QUIET = {"--gk-line", "--gk-grid", "--gk-track", "--gk-head", "--gk-who"}
"""Lines that part but tell nothing, and words of the paper's margins."""

_SET = re.compile(r"(--[a-z0-9-]+)\s*:\s*([^;}]+)")


def rules() -> list[tuple[str, str]]:
    """(selector, declarations) of all files in their order; what is for paper has `print ` before its selector."""
    found = []
    for name in ("base", "tables", "parts", "places", "charts", "pages", "elder", "paper"):
        medium, text = "", re.sub(r"/\*.*?\*/", "", (STYLE / f"{name}.css").read_text("utf-8"), flags=re.DOTALL)
        for head, inside, end in re.findall(r"([^{}]*)\{([^{}]*\})?|(\})", text):
            if head.strip().startswith("@media") and not inside:
                medium = head.strip()
            elif inside:
                where = "print " if "print" in medium else "other " if "forced" in medium else ""
                found.append((where + head.strip(), inside))
            elif end:
                medium = ""
    return found


def tokens(mode: str) -> dict[str, str]:
    """Token → value, as the cascade leaves it in this mode."""
    kinds: dict[str, dict[str, str]] = {kind: {} for kind in (*SELECTORS.values(), "print")}
    for selector, inside in rules():
        values = {token: value.strip() for token, value in _SET.findall(inside)}
        if selector.startswith("print "):
            if ":root" in selector:
                kinds["print"] |= values
        else:
            for part in re.split(r",\s*", selector):
                if part in SELECTORS:
                    kinds[SELECTORS[part]] |= values
    known = dict(MATERIAL["light"])
    for kind in MODES[mode]:
        known |= MATERIAL.get(kind, {}) | kinds[kind]
    return known


def colour(value: str) -> tuple[float, float, float, float]:
    """Red, green, blue and how dense, each from 0 to 1. Raises ValueError for what is no colour."""
    if found := re.fullmatch(r"#([0-9a-f]{3,8})", value):
        digits = found[1] if len(found[1]) > 4 else "".join(digit * 2 for digit in found[1])
        red, green, blue, dense = (int(digits.ljust(8, "f")[at : at + 2], 16) / 255 for at in (0, 2, 4, 6))
        return red, green, blue, dense
    if found := re.fullmatch(r"hsla\((\d+), (\d+)%, (\d+)%, ([\d.]+)\)", value):
        hue, saturation, light, dense = (float(part) for part in found.groups())
        return (*colorsys.hls_to_rgb(hue / 360, light / 100, saturation / 100), dense)
    raise ValueError(value)


def luminance(parts: tuple[float, ...]) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(front: str, back: str) -> float:
    """Contrast of two colours; a thin one lets what is behind shine through."""
    *over, dense = colour(front)
    under = colour(back)[:3]
    seen = tuple(dense * one + (1 - dense) * other for one, other in zip(over, under, strict=True))
    dark, bright = sorted((luminance(seen), luminance(under)))
    return (bright + 0.05) / (dark + 0.05)


def test_the_formula_is_that_of_wcag() -> None:
    assert ratio("#000", "#fff") == pytest.approx(21)
    assert ratio("#777", "#fff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("mode", MODES)
def test_every_pair_of_colours_can_be_read(mode: str) -> None:
    known = tokens(mode)
    weak = {
        (front, back): round(found, 2)
        for front, back, least in PAIRS
        if (found := ratio(known[front], known[back])) < least
    }
    assert weak == {}


def test_every_token_has_its_pair() -> None:
    """Who adds a colour says what it is read on."""
    used = {token for _, inside in rules() for token, value in _SET.findall(inside) if value.strip()[:1] in "#h"}
    checked = {token for front, back, _ in PAIRS for token in (front, back)}
    assert {token for token in used if token.startswith("--gk-")} - checked - QUIET == set()
