"""Every kind as it is drawn; GOLDEN=1 draws the files anew, to be looked at before they are kept."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.charts import CHARTS, draw
from generator.write.escape import line
from tests.charts.reading import outside, read
from tests.charts.samples import SAMPLES

FOLDER = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", SAMPLES)
def test_a_chart_is_drawn_as_it_was(name: str) -> None:
    drawn = draw(SAMPLES[name], 1, line).replace("><", ">\n<") + "\n"
    path = FOLDER / f"{name}.svg"
    if os.environ.get("GOLDEN"):
        path.write_text(drawn, encoding="utf-8")
    assert drawn == path.read_text(encoding="utf-8")


def test_every_kind_has_a_golden_file_and_no_file_is_left_over() -> None:
    assert {type(chart) for chart in SAMPLES.values()} == set(CHARTS)
    assert {path.stem for path in FOLDER.iterdir()} == set(SAMPLES)


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_reaches_over_the_edge(name: str) -> None:
    assert outside(read(SAMPLES[name])) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_a_chart_is_light(name: str) -> None:
    assert len(draw(SAMPLES[name], 1, line).encode()) <= 6 * 1024
