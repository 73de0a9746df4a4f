"""A figure in a page: Markdown leaves it as it is, wherever it stands."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent

import markdown
import pytest
import yaml

from generator.write.figure import figure
from tests.charts.samples import SAMPLES
from tests.world import REPOSITORY


def rendered(text: str) -> str:
    """As the site's own settings do it."""
    settings = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    names, options = [], {}
    for one in settings["markdown_extensions"]:
        name, given = next(iter(one.items())) if isinstance(one, dict) else (one, {})
        names.append(name)
        options[name] = given or {}
    return markdown.markdown(text, extensions=names, extension_configs=options)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize(
    ("before", "after", "margin"),
    [
        ("一段话。\n\n", "\n\n又一段。", ""),
        ('<div class="gk-numbers" markdown>\n\n', "\n\n</div>", ""),
        ("<details markdown>\n<summary>图</summary>\n\n", "\n\n| 甲 | 乙 |\n|:--|--:|\n| 1 | 2 |\n\n</details>", ""),
        ("- 一项\n\n", "\n\n- 又一项", "    "),
        ("## 题\n\n", "\n\n- 一项", ""),
    ],
    ids=["page", "div", "details", "list", "heading"],
)
def test_the_picture_is_untouched(name: str, before: str, after: str, margin: str) -> None:
    drawn = figure(SAMPLES[name], 3)
    assert "\n\n" not in drawn
    svg = drawn.splitlines()[1]
    assert svg.startswith("<svg")
    assert svg.endswith("</svg>")
    assert svg in rendered(before + indent(drawn, margin) + after)


def test_the_site_loads_the_style_sheet() -> None:
    assert "assets/style/charts.css" in (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    assert Path(REPOSITORY / "theme_overrides/assets/style/charts.css").is_file()
