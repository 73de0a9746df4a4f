"""A drawn chart read back: is it well-formed, and does everything lie inside the sheet?"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from generator.charts import Chart, draw
from generator.charts._common import wide
from generator.write.escape import line

SVG = "{http://www.w3.org/2000/svg}"
_STEP = re.compile(r"([MLHVhv])(-?[\d.]+)(?: (-?[\d.]+))?")
_COURSE = re.compile(r"(?:[MLHVhv]-?\d+(?:\.\d)?(?: -?\d+(?:\.\d)?)?)+")


def read(chart: Chart, number: int = 1) -> ElementTree.Element:
    """The chart as a tree; `ParseError` if it is not well-formed."""
    return ElementTree.fromstring(draw(chart, number, line).replace("<svg ", f'<svg xmlns="{SVG[1:-1]}" ', 1))


def words(tree: ElementTree.Element) -> list[str]:
    """What can be read in the picture."""
    return ["".join(one.itertext()) for one in tree.iter(f"{SVG}text")]


def size(tree: ElementTree.Element) -> tuple[float, float]:
    """Width and height of the sheet."""
    _, _, width, height = map(float, tree.attrib["viewBox"].split())
    return width, height


def outside(tree: ElementTree.Element) -> list[str]:
    """Whatever reaches over the edge of the sheet."""
    width, height = size(tree)
    found = []
    for path in tree.iter(f"{SVG}path"):
        course = path.attrib["d"]
        assert _COURSE.fullmatch(course), course
        found += [course for x, y in _points(course) if not (0 <= x <= width and 0 <= y <= height)]
    for text in tree.iter(f"{SVG}text"):
        x, y, long = float(text.attrib["x"]), float(text.attrib["y"]), wide(text.text or text[0].tail or "")
        left = x - {"start": 0, "middle": long / 2, "end": long}[text.get("text-anchor", "start")]
        if not (-0.1 <= left <= left + long <= width + 0.1 and 10 <= y <= height):
            found.append(ElementTree.tostring(text, "unicode"))
    return found


def _points(course: str) -> list[tuple[float, float]]:
    x = y = 0.0
    found = []
    for step, first, second in _STEP.findall(course):
        one = float(first)
        if step in "ML":
            x, y = one, float(second)
        elif step in "Hh":
            x = one + x * (step == "h")
        else:
            y = one + y * (step == "v")
        found.append((x, y))
    return found
