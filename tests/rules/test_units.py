"""Words beside a figure that do not fit it, at the edges; the broken world shows each finding once."""

from __future__ import annotations

from itertools import count

import pytest

from generator.records.article import Article
from generator.records.indicator import Indicator
from generator.rules import units
from tests.derive.making import derived, make, township

IDS = count()


def figure(name: str, value: str, unit: str, period: str = "2025") -> Indicator:
    labels = {"地方": "anping", "名称": name, "主题": "党建", "期间": period, "数值": value, "单位": unit}
    return make(Indicator, f"figure-{next(IDS)}", **labels)


FIGURES = (
    figure("党员", "1460", "名"),
    figure("党员", "1447", "名", "2024"),
    figure("投入", "1600", "万元"),
    figure("收入", "35000", "元"),
    figure("参保率", "98.6", "%"),
    figure("道路", "2.35", "公里"),
    figure("村数", "19", "个"),
    figure("走访", "1463", "户"),
    figure("遮盖", "**", "万元"),
)


def said(prose: str) -> list[str]:
    article = make(Article, "a", 标题="题", 体裁="甲", 日期="2026-10-01", 部分=[{"标题": "做法", "正文": [prose]}])
    return [finding.message for finding in units.check(derived(township(), *FIGURES, article))]


@pytest.mark.parametrize(
    ("prose", "wrong"),
    [
        ("{{ 投入 }}元。", "“投入”的单位是万元,这里写成了1600元"),
        ("{{ 投入 }}亿元。", "“投入”的单位是万元,这里写成了1600亿元"),
        ("{{ 收入 }}万元。", "“收入”的单位是元,这里写成了35000万元"),
        ("{{ 收入 | 千分位 }}万元。", "“收入”的单位是元,这里写成了35,000万元"),
        ("{{ 党员['2024'] }}户。", "“党员”的单位是名,这里写成了1447户"),
        ("{{ 道路 }}米。", "“道路”的单位是公里,这里写成了2.35米"),
        ("{{ 参保率 | 百分比 }}%", "“98.6%”后面又写了“%”"),
        ("{{ 党员 / 走访 | 百分点 }}个百分点", "“99.8个百分点”后面又写了“个百分点”"),
        ("{{ 走访 | 余(100) }}余户", "“1400余”后面又写了“余”"),
        ("{{ 收入 | 大写 }}元", "“叁万伍仟元整”后面又写了“元”"),
        ("增长了{{ 党员 | 同比 }}", "“增长0.9%”前面又写了“增长了”"),
        ("减少{{ 党员 | 增减 }}名", "“增加13”前面又写了“减少”"),
    ],
)
def test_words_that_do_not_fit_are_found(prose: str, wrong: str) -> None:
    """Once each."""
    assert said(prose) == [wrong]


def test_one_fault_in_every_sentence_is_no_thousand_findings() -> None:
    assert len(said("{{ 投入 }}元。" * 300)) == 51


@pytest.mark.parametrize(
    "prose",
    [
        "{{ 投入 }}万元，{{ 投入 | 万 }}元，{{ 投入 | 亿 }}元，{{ 投入 | 大写 }}，{{ 投入 }}",
        "{{ 收入 }}元，{{ 收入 | 万 }}元，{{ 收入 | 万(0) }}元，{{ 收入 | 汉字 }}元",
        "{{ 党员 }}名，{{ 党员 }}人，{{ 党员 }}个，{{ 党员['2024'] }}位，{{ 党员 | 汉字 }}名",
        "{{ 参保率 }}%，{{ 参保率 | 百分比 }}，{{ 参保率 }}个百分点，{{ 村数 }}村，{{ 村数 }}户均有",
        "{{ 走访 | 余(100) }}户，{{ 走访 | 余(1000) }}户",
        "{{ 党员 | 同比 }}，增加的{{ 党员 | 增减 }}名，{{ 遮盖 }}元，{{ 投入 / 党员 | 保留(1) }}万元",
        "{{ 没有 }}元，｛党员｝户，1460户",
    ],
)
def test_what_fits_is_silent(prose: str) -> None:
    """So is what other rules speak of."""
    assert said(prose) == []
