"""Whatever stands in the data, a chart is well-formed, stays on its sheet, and comes out the same twice."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.charts import Bars, Chart, Lines, Progress, Series, Share, Stacked, Stop, Timeline, draw
from generator.model import Amount
from generator.write.escape import _CONTROL, line
from tests.charts.reading import outside, read

DAYS = st.none() | st.dates(date(1949, 10, 1), date(2120, 1, 1)) | st.just(date.min) | st.just(date.max)
NAMES = st.one_of(
    st.text(max_size=60).filter(lambda text: not _CONTROL.search(text)),
    st.sampled_from(["]]>", "<script>&amp;", '" onload="x', "'", "……", "שלום", "安平镇" * 20, "W" * 60, "-->", " "]),
)
NUMBERS = st.one_of(
    st.integers(-200, 200).map(Decimal),
    st.decimals(-(10**9), 10**9, places=2),
    st.sampled_from([Decimal(one) for one in ("0", "-0", "0.00", "1E+40", "-1E+40", "1E-30", "99999.995", "9" * 40)]),
)
AMOUNTS = st.one_of(NUMBERS.map(Amount.known), st.just(Amount.masked()), st.just(Amount.missing()))
UNITS = st.sampled_from(["元", "万元", "人", "亩", "%", "", "亿元", "万人次"])
COUNTS = st.integers(0, 9) | st.sampled_from([31, 400])


def values(draw: st.DrawFn, count: int) -> tuple[Amount, ...]:
    few = draw(st.lists(AMOUNTS, min_size=1, max_size=12))
    return tuple(few[at % len(few)] for at in range(count))


@st.composite
def runs(draw: st.DrawFn, kind: Callable[..., Chart], most: int) -> Chart:
    count = draw(COUNTS)
    names = draw(st.lists(NAMES, min_size=1, max_size=5))
    labels = tuple(names[at % len(names)] for at in range(count))
    series = tuple(Series(draw(NAMES), values(draw, count)) for _ in range(draw(st.integers(1, most))))
    return kind(draw(NAMES), draw(NAMES), draw(UNITS), labels, series)


@st.composite
def parts(draw: st.DrawFn, kind: Callable[..., Chart]) -> Chart:
    count = draw(COUNTS)
    names = draw(st.lists(NAMES, min_size=1, max_size=5))
    labels = tuple(names[at % len(names)] for at in range(count))
    if kind is Progress:
        return Progress(draw(NAMES), draw(NAMES), labels, values(draw, count), labels[: draw(COUNTS)])
    return Share(draw(NAMES), draw(NAMES), draw(UNITS), labels, values(draw, count))


STOPS = st.lists(st.builds(Stop, NAMES, DAYS, DAYS), max_size=20).map(tuple)
CHARTS = st.one_of(
    runs(Bars, 2),
    runs(Stacked, 8),
    runs(Lines, 3),
    parts(Share),
    parts(Progress),
    st.builds(Timeline, NAMES, NAMES, STOPS, st.dates()),
)


@settings(max_examples=400, deadline=None)
@given(CHARTS, st.integers(1, 99))
def test_a_chart_is_sound(chart: Chart, number: int) -> None:
    drawn = draw(chart, number, line)
    tree = read(chart, number)
    assert drawn == draw(chart, number, line)
    assert outside(tree) == []
    ids = [one.attrib["id"] for one in tree.iter() if "id" in one.attrib]
    assert ids == [f"gk-chart-{number}-t", f"gk-chart-{number}-d"]
    assert tree.attrib["aria-labelledby"].split() == ids
    assert "\n" not in drawn
    assert not re.search(r"style=|href|url\(|\bon[a-z]+=\"|NaN|Infinity|[-\d]e-?\d", _markup(tree))


@settings(max_examples=100, deadline=None)
@given(CHARTS)
def test_a_chart_stays_small_whatever_its_names(chart: Chart) -> None:
    assert len(draw(chart, 1, str).encode()) <= 16 * 1024


def _markup(tree: ElementTree.Element) -> str:
    """The tags and attributes without any words."""
    return " ".join(f"{one.tag} " + " ".join(f'{key}="{text}"' for key, text in one.items()) for one in tree.iter())
