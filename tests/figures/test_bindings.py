"""Which indicator a name in an article stands for."""

from __future__ import annotations

from generator.figures import bindings
from generator.model import Records
from generator.records.article import Article
from generator.records.indicator import Indicator
from generator.records.place import Place


def indicator(name_id: str, period: str | None = None, *, place: str = "anping", computed: bool = False) -> Indicator:
    return Indicator.model_validate(
        {
            "@乡镇": "anping",
            "@依据": ("anping/finance/x",) if computed else (),
            "编号": name_id,
            "地方": place,
            "名称": "收入",
            "主题": "财务",
            "期间": period,
            "数值": "1",
            "单位": "元",
        }
    )


def bound(*indicators: Indicator, place: str | None = None, day: str = "2026-07-15") -> str | None:
    """The id of the indicator that 收入 stands for in an article of that day."""
    article = Article.model_validate(
        {"@乡镇": "anping", "编号": "a", "地方": place, "标题": "文", "体裁": "综述", "日期": day, "部分": []}
    )
    township = Place.model_validate({"@乡镇": "anping", "编号": "anping", "名称": "安平镇", "级别": "乡镇"})
    found = bindings(article, Records((township, *indicators))).get("收入")
    return found.id if found else None


def test_the_newest_period_that_the_date_allows() -> None:
    """Whatever the order in the file; a period that began after the article is not known to it."""
    old, new, future = indicator("old", "2026-Q1"), indicator("new", "2026-Q2"), indicator("future", "2026-08")

    assert bound(old, new, future) == "new"
    assert bound(future, new, old) == "new"
    assert bound(old, new, future, day="2026-02-01") == "old"
    assert bound(old, new, future, day="2025-12-31") is None


def test_a_dated_figure_goes_before_one_without_a_period() -> None:
    """The timeless one is used when there is nothing else."""
    assert bound(indicator("dated", "2025"), indicator("timeless")) == "dated"
    assert bound(indicator("timeless")) == "timeless"


def test_of_periods_that_begin_together_the_longer_is_newer() -> None:
    """The year ends after its first quarter."""
    year, quarter = indicator("year", "2026"), indicator("quarter", "2026-Q1")

    assert bound(year, quarter) == bound(quarter, year) == "year"


def test_a_written_figure_goes_before_a_computed_one() -> None:
    """Of the same period; a newer computed one still wins."""
    written, computed = indicator("written", "2026-Q1"), indicator("computed", "2026-Q1", computed=True)

    assert bound(written, computed) == bound(computed, written) == "written"
    assert bound(written, indicator("newer", "2026-Q2", computed=True)) == "newer"


def test_figures_are_those_of_the_articles_place() -> None:
    """A village's article takes the village's figure, the township's article the township's."""
    ours, theirs = indicator("ours"), indicator("theirs", place="liucun")

    assert bound(ours, theirs) == "ours"
    assert bound(ours, theirs, place="liucun") == "theirs"
    assert bound(ours, theirs, place="wangcun") is None


def test_figures_of_another_township_are_never_taken() -> None:
    """Even if the ids are the same."""
    other = indicator("other").model_copy(update={"township": "qingxi"})

    assert bound(other) is None
