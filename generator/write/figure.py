"""A chart as it stands in a page: a picture in raw HTML that Markdown leaves alone."""

from __future__ import annotations

from markupsafe import Markup

from generator.charts import Chart, draw
from generator.write.escape import line


def figure(chart: Chart, number: int) -> Markup:
    """The chart in a `<figure>`; `number` tells it from the others of the page."""
    kind = type(chart).__name__.lower()
    return Markup(f'<figure class="gk-chart gk-chart--{kind}">\n{draw(chart, number, line)}\n</figure>')
