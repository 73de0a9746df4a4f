"""What a genre asks of an article, at the edges; the broken world shows each finding once."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from generator.model import Level
from generator.records.article import Article
from generator.records.genre import Genre, chinese
from generator.records.indicator import Indicator
from generator.rules import genres, references
from tests.derive.making import derived, make, township

STYLES = ["一、", "（一）", "1.", "(1)"]


def article(*parts: dict[str, Any], **labels: Any) -> Article:
    return make(Article, "a", **({"标题": "题", "体裁": "甲", "日期": "2026-10-01", "部分": list(parts)} | labels))


def said(genre: dict[str, Any], *parts: dict[str, Any], **labels: Any) -> list[str]:
    """What the rule says of an article of this genre."""
    made = make(Genre, "g", **({"名称": "甲"} | genre))
    figure = make(Indicator, "f", 地方="anping", 名称="党员", 主题="党建", 期间="2026", 数值="1234567890", 单位="名")
    records = derived(made, township(), figure, article(*parts, **labels))
    return [finding.message for finding in genres.check(records)]


@pytest.mark.parametrize(
    "title",
    [
        *("一、工作", "十二、工作", "（一）工作", "(3)工作", "1.工作", "1．工作", "2、工作", "①工作", "㈠工作"),
        *("第三部分 工作", "第3部分、工作"),
        *("第一，工作", " 一、 工作", "１、工作", "三．工作"),
    ],
)
def test_a_typed_numeral_is_found(title: str) -> None:
    """In every shape that clerks use; the hint gives the heading without it."""
    (message,) = said({}, {"标题": title})

    assert message.startswith("小标题前面手写了序号")


@pytest.mark.parametrize(
    "title", ["一村一策", "三措选人", "2026年的工作", "1.5公里的路", "第一书记怎么派", "五大擂台", "（摘要）", "一"]
)
def test_what_only_begins_with_a_number_is_no_numeral(title: str) -> None:
    """A number word is part of many headings."""
    assert said({}, {"标题": title}) == []


def test_a_part_may_stand_on_any_level() -> None:
    """What counts is that somebody looking for it finds a heading."""
    genre = {"部分": [{"名称": "存在问题", "词": ["问题", "不足"]}]}
    deep = {"标题": "a", "小节": [{"标题": "b", "小节": [{"标题": "c", "小节": [{"标题": "有什么不足"}]}]}]}

    assert said(genre, deep) == []
    assert said(genre, {"标题": "a", "正文": "问题不少"}) == ["甲里没有“存在问题”这一部分"]


def test_what_need_not_be_there_is_not_asked_for() -> None:
    """`必须: 否` is for whoever reads the genre."""
    assert said({"部分": [{"名称": "原因", "词": ["原因"], "必须": "否"}]}, {"标题": "a"}) == []


def test_the_finished_text_is_measured() -> None:
    """A figure counts as it is printed, not as it is written; blanks do not count."""
    body = {"标题": "甲乙", "正文": "有 {{ 党员 }} 名"}

    assert said({"篇幅": {"最少": 14, "最多": 14}}, body) == []
    assert said({"篇幅": {"最少": 15}}, body) == ["全文14字,甲一般不少于15字"]
    assert said({"篇幅": {"最多": 13}}, body) == ["全文14字,甲一般不超过13字"]


def test_a_figure_that_cannot_be_filled_in_does_no_harm() -> None:
    """It is the matter of another rule."""
    assert said({"篇幅": {"最多": 99}}, {"标题": "a", "正文": "{{ 没有 }}"}) == []


def test_a_word_in_a_quotation_is_somebody_else_s() -> None:
    """So are longer words that contain it."""
    genre = {"忌用": [{"词": "我", "除外": ["我们", "自我"], "提示": "写单位"}]}

    assert said(genre, {"标题": "a", "正文": "他说“我去”，我们也作了自我检查"}) == []
    assert said(genre, {"标题": "a", "正文": "他说“我去”，我们和我"}) == ["甲里不宜写“我”"]


def test_an_unfit_word_is_told_once_however_often_it_stands() -> None:
    genre = {"忌用": [{"词": ["我", "大概"], "提示": "写单位"}]}
    texts = ["我说", "大概", "我想"] * 300

    assert said(genre, {"标题": "a", "正文": texts}) == ["甲里不宜写“我”,共有600段", "甲里不宜写“大概”,共有300段"]


def test_the_tone_is_told_with_the_word() -> None:
    """The writer reads why."""
    made = make(Genre, "g", 名称="甲", 语气="平实", 忌用=[{"词": "大概", "提示": "核实再写"}])
    (finding,) = genres.check(derived(made, township(), article({"标题": "a", "成效": "大概不错"})))

    assert finding.hint == "核实再写。甲的语气:平实"
    assert finding.level is Level.NOTE


def test_an_unknown_genre_is_an_error_with_the_nearest() -> None:
    """Said once, by the rule for all names."""
    records = derived(make(Genre, "g", 名称="工作报告"), township(), article(体裁="工作汇报"))

    assert list(genres.check(records)) == []
    (finding,) = (f for f in references.check(records) if f.record == "anping/article/a")
    assert (finding.level, finding.message) == (Level.ERROR, "目录里没有名称为“工作汇报”的体裁")
    assert "工作报告" in finding.hint


def test_a_fifth_level_cannot_be_written() -> None:
    """The record has no place for it."""
    deep: dict[str, Any] = {"标题": "五"}
    for title in "四三二一":
        deep = {"标题": title, "小节": [deep]}

    with pytest.raises(ValidationError, match="小节"):
        article(deep)


@pytest.mark.parametrize("styles", [[*STYLES, "a1"], ["甲"], ["一1"], ["第一部分第一"]])
def test_numerals_that_are_none_are_refused(styles: list[str]) -> None:
    """Exactly one number in each, four at most."""
    with pytest.raises(ValidationError):
        make(Genre, "g", 名称="甲", 序号=styles)


def test_numerals_of_all_levels() -> None:
    """Brackets are printed wide; a level without a style has none."""
    genre = make(Genre, "g", 名称="甲", 序号=STYLES)

    assert [genre.numeral(level, 11) for level in range(1, 6)] == ["十一、", "（十一）", "11.", "（11）", ""]
    assert make(Genre, "g", 名称="乙", 序号=["第一部分 "]).numeral(1, 3) == "第三部分"


def test_chinese_numbers() -> None:
    """Up to ninety-nine; more headings than that are counted in digits."""
    assert [chinese(n) for n in (1, 10, 11, 20, 21, 99, 100)] == ["一", "十", "十一", "二十", "二十一", "九十九", "100"]


@pytest.mark.parametrize(
    ("labels", "where"),
    [
        ({"标题": "{{ 党员 }}名党员"}, "标题"),
        ({"副题": "｛｛党员｝｝名党员"}, "副题"),
        ({"署名": "{党员}名党员"}, "署名"),
        ({"对象": "{{ 党员 }}名党员"}, "对象"),
    ],
)
def test_braces_that_would_be_printed_are_found(labels: dict[str, str], where: str) -> None:
    """Titles and the byline are printed as they are written; so are the heads of tables."""
    assert said({}, {"标题": "工作"}, **labels) == [f"{where}里的花括号不会换成数字"]


def test_braces_in_the_head_of_a_table_are_found() -> None:
    table = {"标题": "{{ 党员 }}", "栏": ["村", "{{ 党员 }}名"], "行": [{"格": ["刘村", "是"]}]}

    assert said({}, {"标题": "工作", "表格": table}) == ["表头里的花括号不会换成数字"] * 2
