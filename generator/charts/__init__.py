"""Charts as SVG, drawn while the site is built: no script, no network, the same bytes for the same figures.

Each kind is one file: a frozen value that says what is to be seen, and `draw`. Beside every chart stands the table with
the same figures, so nobody depends on the picture. Colours are classes of the style sheet: light, dark, elder and paper.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.charts import bars, lines, progress, share, stacked, timeline
from generator.charts._common import Say, Series
from generator.charts.bars import Bars
from generator.charts.lines import Lines
from generator.charts.progress import Progress
from generator.charts.share import Share
from generator.charts.stacked import Stacked
from generator.charts.timeline import Stop, Timeline

__all__ = [
    "CHARTS",
    "Bars",
    "Chart",
    "Lines",
    "Progress",
    "Say",
    "Series",
    "Share",
    "Stacked",
    "Stop",
    "Timeline",
    "draw",
]

Chart = Bars | Stacked | Lines | Share | Progress | Timeline

CHARTS: dict[type, Callable[[Any, int, Say], str]] = {
    Bars: bars.draw,
    Stacked: stacked.draw,
    Lines: lines.draw,
    Share: share.draw,
    Progress: progress.draw,
    Timeline: timeline.draw,
}


def draw(chart: Chart, number: int, say: Say) -> str:
    """The chart as one `<svg>` element.

    number: tells the chart from the others of its page, since ids must be unique. say: writes free text so that nothing
    in it can mean anything to Markdown or HTML.
    """
    return CHARTS[type(chart)](chart, number, say)
