"""The colours of the style sheet: can the charts be seen, and their words be read, on every ground?"""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from tests.world import REPOSITORY

CSS = (REPOSITORY / "theme_overrides/assets/style/charts.css").read_text(encoding="utf-8")
LIGHT, SLATE = '[data-md-color-scheme="default"]', '[data-md-color-scheme="slate"]'
MODES = {
    "light": ([LIGHT], "#ffffff"),
    "dark": ([LIGHT, SLATE], "#2b2620"),
    "elder": ([LIGHT, f"[data-elder] {LIGHT}"], "#ffffff"),
    "elder dark": ([LIGHT, SLATE, f"[data-elder] {SLATE}"], "#2b2620"),
    "paper": ([LIGHT, "[data-md-color-scheme]"], "#ffffff"),
}
"""The blocks that hold, each over the ones before it, and the ground. Slate is drawn a little darker than this."""


def colours(mode: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for selector in MODES[mode][0]:
        block = re.search(rf"(?:^|[\n,] *){re.escape(selector)} \{{([^}}]*)\}}", CSS)
        assert block, selector
        found |= dict(re.findall(r"--gk-([\w-]+): (#\w+);", block[1]))
    return found


def light(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * one for one in colour[1:])
    parts = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    pale, dark = sorted((light(one), light(other)), reverse=True)
    return (pale + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", MODES)
def test_runs_can_be_seen_and_told_from_their_neighbours_in_grey(mode: str) -> None:
    found, ground = colours(mode), MODES[mode][1]
    runs = [found[f"s{at}"] for at in range(1, 7)]
    assert [run for run in [*runs, found["zero"]] if contrast(run, ground) < 3] == []
    assert [pair for pair in pairwise(runs) if contrast(*pair) < 1.8] == []


@pytest.mark.parametrize("mode", MODES)
def test_words_can_be_read(mode: str) -> None:
    found, ground = colours(mode), MODES[mode][1]
    least = 7 if "elder" in mode else 4.5
    assert min(contrast(found[ink], ground) for ink in ("ink", "faint")) >= least
    worn = [(f"s{at}", "on-odd" if at % 2 else "on-even") for at in range(1, 7)]
    assert [pair for pair in worn if contrast(found[pair[0]], found[pair[1]]) < 4.5] == []


def test_every_class_of_a_chart_has_a_rule() -> None:
    drawn = "".join(path.read_text(encoding="utf-8") for path in (REPOSITORY / "tests/charts/golden").glob("*.svg"))
    used = {one for names in re.findall(r'class="([^"]*)"', drawn) for one in names.split()}
    assert used
    assert [one for one in sorted(used) if not re.search(rf"\.{one}\b", CSS)] == []
