"""Numbers typed by hand: which are found, what is offered in their place, and what is counted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.model import Records
from generator.records.article import Article
from generator.records.indicator import Indicator
from generator.records.phrases import Phrases
from generator.rules import Coverage, coverage, typed
from generator.rules._common.audit import audited
from tests.derive.making import derived, make, township, village
from tests.rules.worlds import world


def figure(name: str, value: str, unit: str, number: int = 0, **labels: Any) -> Indicator:
    labels = {"地方": "anping", "名称": name, "主题": "党建", "期间": "2026", "数值": value, "单位": unit} | labels
    return make(Indicator, f"figure-{number}", **labels)


FIGURES = (
    figure("党员总数", "1460", "名", 1),
    figure("三大职干部", "57", "名", 2),
    figure("能人干部", "23", "名", 3),
    figure("投入", "35000", "元", 4),
    figure("总投资", "14.53", "亿元", 5),
    figure("人口", "53115", "人", 6),
    figure("参保率", "98.6", "%", 7),
    figure("服务站", "5", "个", 8),
    figure("遮盖数", "**", "名", 9),
    figure("面积", "91.03", "平方公里", 10),
    figure("党员总数", "79", "名", 11, 维度={"年龄段": "60岁以上"}),
    figure("党员总数", "61", "名", 12, 地方="liucun"),
    figure("纠纷", "3", "件", 13, 地方="liucun"),
)


def article(*paragraphs: str, **labels: Any) -> Article:
    given = {"标题": "总结", "体裁": "综述", "日期": "2026-10-01", "部分": [{"标题": "做法", "正文": list(paragraphs)}]}
    return make(Article, "a", **given | labels)


def records(*paragraphs: str, **labels: Any) -> Records:
    phrases = make(Phrases, "p", 名称="固定用语", 词=["四议两公开", "{数}字诀"])
    return derived(township(), village("liucun", "刘村"), phrases, *FIGURES, article(*paragraphs, **labels))


def said(*paragraphs: str, **labels: Any) -> list[str]:
    return [finding.message for finding in typed.check(records(*paragraphs, **labels))]


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("全镇共有党员1460名。", "手写的 1460 与 党员总数 相同,可写作 {{ 党员总数 }}"),
        ("全镇共有党员１４６０名。", "手写的 １４６０ 与 党员总数 相同,可写作 {{ 党员总数 }}"),
        ("党员一千四百六十名。", "手写的 一千四百六十 与 党员总数 相同,可写作 {{ 党员总数 | 汉字 }}"),
        ("党员1460余名。", "手写的 1460余 与 党员总数 相同,可写作 {{ 党员总数 }}余"),
        ("人口53,115人。", "手写的 53,115 与 人口 相同,可写作 {{ 人口 | 千分位 }}"),
        ("投入3.5万元。", "手写的 3.5万 与 投入 相同,可写作 {{ 投入 | 万 }}"),
        ("总投资14.53亿元。", "手写的 14.53亿 与 总投资 相同,可写作 {{ 总投资 | 亿 }}"),
        ("参保率98.6%。", "手写的 98.6% 与 参保率 相同,可写作 {{ 参保率 | 百分比 }}"),
        ("参保率99%。", "手写的 99% 与 参保率 相同,可写作 {{ 参保率 | 百分比(0) }}"),
        ("刘村有党员61名。", "手写的 61 与 党员总数 相同,可写作 {{ 党员总数['刘村'] }}"),
        ("刘村修了3条路。", "手写的 3 没有出处"),
        ("面积91.03平方公里。", "手写的 91.03 与 面积 相同,可写作 {{ 面积 }}"),
        ("建成服务站五个。", "手写的 五 与 服务站 相同,可写作 {{ 服务站 | 汉字 }}"),
    ],
)
def test_the_name_that_gives_the_same_is_offered(text: str, offered: str) -> None:
    """Whoever takes the offer reads what was typed."""
    assert said(text) == [offered]


def test_taking_the_offer_gives_the_same_words() -> None:
    """And leaves nothing to find."""
    text = "党员{{ 党员总数 | 汉字 }}名，人口{{ 人口 | 千分位 }}人，投入{{ 投入 | 万 }}元，总投资{{ 总投资 }}亿元。"
    (one,) = audited(records(text))
    finished = [passage.text for passage in one.passages if "正文" in passage.path]
    assert finished == ["党员一千四百六十名，人口53,115人，投入3.5万元，总投资14.53亿元。"]
    assert said(text) == []


def test_a_share_of_the_paragraphs_own_figures_is_offered() -> None:
    """When exactly one pair of them gives it."""
    text = "三大职干部{{ 三大职干部 }}名，能人{{ 能人干部 }}名，占"
    assert said(text + "40.4%。") == ["手写的 40.4% 可由本段的数字算出,可写作 {{ 能人干部 / 三大职干部 | 百分比 }}"]
    assert said(text + "四成。") == ["手写的 四成 可由本段的数字算出,可写作 {{ 能人干部 / 三大职干部 | 成 }}"]
    assert said(text + "43%。") == ["手写的 43% 没有出处"]


@pytest.mark.parametrize(
    "text",
    [
        "党员{{ 党员总数 }}名。",
        "投入{{ 投入 | 万 }}元，约{{ 投入 }}元，{{ 总投资 }}亿元，近{{ 参保率 }}%，第{{ 服务站 }}名。",
        "遮盖的{{ 遮盖数 }}万元、{{ 遮盖数 }}十户、{{ 遮盖数 }}%。",
        "六十岁以上{{ 党员总数_60岁以上 }}名。",
        "按四议两公开和十六字诀办，2026年3月5日起三天之内答复。",
        "一是抓班子；二是抓队伍。以下三点，五个方面。",
        "一个村有一个村的办法，万一下雨就改期，大家一起想办法。",
    ],
)
def test_what_is_taken_or_explains_itself_is_silent(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("慰问数十户。", "手写的 数十 没有出处"),
        ("硬化道路12公里。", "手写的 12 没有出处"),
        ("党员1460户。", "手写的 1460 没有出处"),
        ("六十岁以上的多。", "手写的 六十 没有出处"),
        ("党员{{ 党员总数 }}0名。", "手写的 14600 与取自记录的数字连在一起"),
        ("党员1{{ 党员总数 }}名。", "手写的 11460 与取自记录的数字连在一起"),
        ("修好五处。", "手写的 五 没有出处"),
    ],
)
def test_what_has_no_record_is_found(text: str, wrong: str) -> None:
    assert said(text) == [wrong]


def test_titles_and_cells_are_audited() -> None:
    """A heading's single number word announces the parts below it."""
    table = {"标题": "本年12户", "栏": ["村", "户数"], "行": [{"格": ["刘村", "13户"]}]}
    sections = [{"标题": "三项工程抓到底", "正文": ["无"], "表格": table}]
    assert said(标题="五百户的事", 副题="14件事", 署名="17名党员", 导语="15户。", 结尾="16户。", 部分=sections) == [
        "标题里有手写的 五百",
        "副题里有手写的 14",
        "署名里有手写的 17",
        "表头里有手写的 12",
        "手写的 15 没有出处",
        "手写的 13 没有出处",
        "手写的 16 没有出处",
    ]


def test_an_article_full_of_numbers_is_no_thousand_findings() -> None:
    """That some are left out is said."""
    messages = said("修路12公里。" * 700)
    assert len(messages) == 51
    assert messages[-1] == "还有650个同类的问题没有列出,这里只列出50个"


def test_in_a_table_the_place_stands_in_another_cell() -> None:
    """Of the same row."""
    table = {"栏": ["村", "党员"], "行": [{"格": ["刘村", "61"]}, {"格": ["合计", "61"]}]}
    assert said(部分=[{"标题": "做法", "表格": table}]) == [
        "手写的 61 与 党员总数 相同,可写作 {{ 党员总数['刘村'] }}",
        "手写的 61 没有出处",
    ]


def test_the_name_of_a_place_is_no_number() -> None:
    there = derived(township(), village("wukesong", "五棵松村"), article("五棵松村修了路。"))
    elsewhere = derived(township(), article("五棵松村修了路。"))
    assert list(typed.check(there)) == []
    assert [finding.message for finding in typed.check(elsewhere)] == ["手写的 五 没有出处"]


@pytest.mark.parametrize(
    "text", ["{{ 没有 }}", "{{", "{% x %}", "{{ 党员总数 / 遮盖数 }}名12户", "{{ ''.__class__ }}3户", "{{}}" * 500]
)
def test_broken_braces_raise_nothing(text: str) -> None:
    """They are the other rule's business; numbers beside them are still found."""
    found = said(text)
    assert len(found) == sum(number in text for number in ("12", "3户"))


def test_coverage_counts_taken_and_typed_only() -> None:
    """Dates, numberings and phrases are not counted; masked figures were taken from a record too."""
    world = records("2026年，一是党员{{ 党员总数 }}名、{{ 遮盖数 }}名，12户，四议两公开。", "{{ 没有 }}")
    assert coverage(world) == Coverage(2, 3)
    assert coverage(world, ["anping"]) == Coverage(2, 3)
    assert coverage(world, ["haibin"]) == Coverage(0, 0)
    assert coverage(Records()) == Coverage(0, 0)


def test_the_place_is_the_number_itself(tmp_path: Path) -> None:
    """Line and column, in plain and in folded scalars alike."""
    loaded, _ = world("typed", tmp_path)
    text = (tmp_path / "data/townships/anping/articles/year.yml").read_text("utf-8").splitlines()
    for finding in typed.check(loaded):
        number = finding.message.split("手写的 ")[1].split(" ")[0]
        if "连在一起" not in finding.message:
            assert text[finding.where.line - 1][finding.where.column - 1 :].startswith(number)
