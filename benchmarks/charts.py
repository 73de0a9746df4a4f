"""Our charts beside pygal's, drawn from the same figures in the same run: `python benchmarks/charts.py`; quote the ratios.

pygal (LGPL) is no part of the program and stands in no lock file. Lay it aside and name the folder:
`pip install --target /tmp/pygal pygal==3.1.3; PYTHONPATH=/tmp/pygal python benchmarks/charts.py`.
"""

from __future__ import annotations

import gzip
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from generator.charts import Bars, Chart, Lines, Progress, Series, Share, Stacked, draw
from generator.model import Amount
from generator.write.escape import line

ROUNDS = 60
VILLAGES = ("刘村", "王家坪", "西河", "东石桥", "小杨庄", "李家铺子", "北关", "柳树屯", "上营", "下营")
MONTHS = tuple(f"2025年{month}月" for month in range(1, 13))
TITLE, SENTENCE = "各村情况", "刘村最多，比最少的下营多一倍。"


def figures(seed: int, count: int) -> list[int]:
    """The same figures for both sides, with nothing left to chance."""
    return [20000 + (at * 7919 + seed * 104729) % 60000 for at in range(count)]


def ours(kind: Callable[..., Chart], labels: tuple[str, ...], names: tuple[str, ...]) -> Callable[[], str]:
    """What makes the chart out of plain figures and draws it with our own code."""

    def drawn() -> str:
        runs = [tuple(map(Amount.known, figures(at, len(labels)))) for at in range(len(names))]
        if kind is Share:
            return draw(Share(TITLE, SENTENCE, "元", labels, runs[0]), 1, line)
        if kind is Progress:
            rates = tuple(Amount.known(one % 101) for one in figures(0, len(labels)))
            return draw(Progress(TITLE, SENTENCE, labels, rates), 1, line)
        series = tuple(Series(name, run) for name, run in zip(names, runs, strict=True))
        return draw(kind(TITLE, SENTENCE, "元", labels, series), 1, line)

    return drawn


def theirs(kind: str, labels: tuple[str, ...], names: tuple[str, ...]) -> Callable[[], str]:
    """What draws it with pygal: no script, no XML head, so that it may stand in a page as ours does."""
    import pygal

    def drawn() -> str:
        settings: dict[str, Any] = {"js": [], "disable_xml_declaration": True, "width": 480, "height": 420}
        chart = getattr(pygal, kind)(**settings, title=TITLE)
        if kind == "Pie":
            for label, figure in zip(labels, figures(0, len(labels)), strict=True):
                chart.add(label, figure)
            return str(chart.render())
        chart.x_labels = labels
        for at, name in enumerate(names):
            chart.add(name, figures(at, len(labels)))
        return str(chart.render())

    return drawn


CASES: tuple[tuple[str, Callable[..., Chart], str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("bars", Bars, "HorizontalBar", VILLAGES, ("党员",)),
    ("bars, two runs", Bars, "HorizontalBar", VILLAGES, ("2024年", "2025年")),
    ("stacked, three runs", Stacked, "HorizontalStackedBar", VILLAGES, ("立项", "在建", "完工")),
    ("lines, three runs", Lines, "Line", MONTHS, ("收入", "支出", "结余")),
    ("share", Share, "Pie", VILLAGES[:5], ("",)),
    ("progress (pygal: bars)", Progress, "HorizontalBar", VILLAGES, ("及时率",)),
)


def clocked(work: Callable[[], str]) -> float:
    """Milliseconds, the best of many rounds after one to warm up: what others do on the machine only adds."""
    work()
    rounds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        rounds.append((time.perf_counter() - start) * 1000)
    return min(rounds)


def foreign(svg: str) -> int:
    """References that leave the page; names of namespaces are not fetched."""
    return len(re.findall(r'(?<!xmlns)(?<!xmlns:xlink)="https?://|url\(https?://|@import', svg))


def refused(svg: str) -> int:
    """What the site's content security policy refuses: styles and scripts in the page."""
    return len(re.findall(r"<style|<script|\sstyle=", svg))


def told(svg: str) -> str:
    """Whether a screen reader is given a name and a description of the picture."""
    return "yes" if re.search(r'<svg[^>]*role="img"[^>]*aria-labelledby', svg) and "<desc id=" in svg else "no"


def dark(svg: str) -> str:
    """Whether its colours can follow the theme: they are classes of the page's style sheet and no colour is fixed."""
    return "no" if re.search(r"#[0-9a-fA-F]{3,8}\b(?!;)|rgba?\(", re.sub(r"&#\d+;", "", svg)) else "yes"


def main() -> None:
    try:
        import pygal
    except ModuleNotFoundError:
        print("pygal is not installed; see the top of this file. Ours alone:")
        for name, kind, _, labels, names in CASES:
            work = ours(kind, labels, names)
            print(f"{name:24}{clocked(work):8.2f} ms {len(work().encode()):7} bytes")
        return
    print(f"pygal {pygal.__version__}; pygal / ours\n")
    print(
        "| chart | ms | ratio | bytes | ratio | gzip ratio | references out | refused by the policy | follows dark | described |"
    )
    print("|:--|--:|--:|--:|--:|--:|--:|--:|:--|:--|")
    for name, kind, other, labels, names in CASES:
        mine, yours = ours(kind, labels, names), theirs(other, labels, names)
        a, b = mine(), yours()
        fast, slow = clocked(mine), clocked(yours)
        small, big = len(a.encode()), len(b.encode())
        zipped = len(gzip.compress(b.encode(), mtime=0)) / len(gzip.compress(a.encode(), mtime=0))
        print(
            f"| {name} | {slow:.1f} / {fast:.2f} | {slow / fast:.0f} | {big} / {small} | {big / small:.1f} | {zipped:.1f} "
            f"| {foreign(b)} / {foreign(a)} | {refused(b)} / {refused(a)} | {dark(b)} / {dark(a)} | {told(b)} / {told(a)} |"
        )


if __name__ == "__main__":
    main()
