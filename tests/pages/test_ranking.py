"""The page of an assessment: coverage, grades, places with ties; survives what is closed, and makes nothing up from it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.derive import derive
from generator.model import WITHHELD, Audience, Edition, Record, Records
from generator.pages.ranking import pages
from generator.records.assessment import Assessment, Result
from generator.records.place import Place
from generator.records.scale import GradeScale
from generator.write import write

TODAY = date(2026, 10, 20)
TOWN = Place.model_validate({"@乡镇": "demo", "编号": "demo", "名称": "河口镇", "级别": "乡镇"})
VILLAGE = Place.model_validate({"@乡镇": "demo", "编号": "shanghe", "名称": "上河村", "级别": "村", "上级": "demo"})
SCALE: dict[str, Any] = {
    "编号": "stars",
    "名称": "创星",
    "考核谁": "党支部",
    "单位": "个",
    "满分": "100",
    "等次": [{"等次": "五星", "下限": "90", "结果运用": "授牌"}, {"等次": "未评星", "合格": "否"}],
    "考核项目": [{"项目": "学习", "分值": "40"}, {"项目": "服务"}],
    "排名": "并列占位",
    "说明": "每年一次",
}
RESULTS: list[dict[str, Any]] = [
    {"村": "shanghe", "名称": "上河村党支部", "得分": "70", "结果运用": "约谈"},
    {"名称": "一支部", "得分": "95", "明细": [{"项目": "学习", "分数": "40"}, {"项目": "服务", "分数": "55"}]},
    {"名称": "二支部", "得分": "95"},
    {"村": "shanghe"},
]
FULL: dict[str, Any] = {
    "编号": "stars-2025",
    "地方": "demo",
    "标准": "stars",
    "主题": "2025年度创星",
    "期间": "2025",
    "日期": "2026-01-20",
    "应评": "5",
    "结果": RESULTS,
    "说明": "一个支部刚成立",
    "备注": "内部",
}


def assessment(**labels: Any) -> Assessment:
    return Assessment.model_validate({"@乡镇": "demo"} | FULL | labels)


def scale(**labels: Any) -> GradeScale:
    return GradeScale.model_validate(SCALE | labels)


def text(folder: Path, one: Assessment, *others: Record) -> str:
    """The page as Markdown."""
    edition = Edition(items=(TOWN, VILLAGE, one, *others), today=TODAY, audience=Audience.PUBLIC)
    found = list(pages(edition))
    write(edition, found, folder / "page")
    return (folder / "page" / "docs" / found[0].path).read_text(encoding="utf-8")


def test_the_whole_page(tmp_path: Path) -> None:
    """Two firsts are followed by a third; who was not assessed stands last without a place."""
    page = text(tmp_path, assessment(), scale())
    wanted = """
        河口镇 · 创星（党支部） · 2025年 · 2026年1月20日评出
        应评 5 个，参评 3 个，参评率 60.00%，**没有参评 2 个**。
        | 五星 | 2 | 66.67 | 授牌 |
        | 未评星 | 1 | 33.33 |  |
        | 名称 | 名次 | 得分（分） | 等次 | 结果运用 |
        | 一支部<br>学习 40，服务 55 | 1 | 95 | 五星 |  |
        | 二支部 | 1 | 95 | 五星 |  |
        | 上河村党支部 | 3 | 70 | 未评星 | 约谈 |
        | 上河村 |  |  |  |  |
        考核项目：学习 40 分、服务。满分 100 分。
        一个支部刚成立
        > 内部备注：内部
    """
    lines = [line.strip() for line in wanted.splitlines() if line.strip()]

    assert [line for line in lines if line not in page] == []
    assert sorted(lines[4:9], key=page.index) == lines[4:9]


def test_figures_of_the_edition_go_first(tmp_path: Path) -> None:
    """What was worked out from this assessment alone is shown as it was; a sum of several is not its own."""
    one, other, titled = (
        assessment(), assessment(编号="stars-2025-b"), assessment(编号="stars-2025-c", 主题="另一次")
    )  # fmt: skip
    closed = one.model_copy(update={"results": WITHHELD, "entitled": WITHHELD})
    alone = derive(Records((TOWN, VILLAGE, scale(), one)), TODAY).items
    summed = derive(Records((TOWN, VILLAGE, scale(), one, other)), TODAY).items
    apart = derive(Records((TOWN, VILLAGE, scale(), one, titled)), TODAY).items

    def shown(name: str, items: tuple[Record, ...]) -> str:
        return text(tmp_path / name, closed, *(r for r in items if r.key not in (TOWN.key, VILLAGE.key, one.key)))

    assert "| 五星 | 2 | 66.67 | 授牌 |" in shown("alone", alone)
    assert "五星" not in shown("summed", summed)
    assert "| 五星 | 2 | 66.67 | 授牌 |" in shown("apart", apart), "kept apart by title"


def test_counts_without_results(tmp_path: Path) -> None:
    """No ranking, no coverage where nobody wrote how many there are."""
    page = text(tmp_path, assessment(结果=[], 应评=None, 等次人数=[{"等次": "五星", "人数": "3"}]), scale())

    assert "参评 3 个。" in page
    assert "| 五星 | 3 | 100.00 | 授牌 |" in page
    assert "## 名次" not in page


def test_a_scale_that_ranks_nobody_keeps_the_order(tmp_path: Path) -> None:
    """No places, and another heading."""
    page = text(tmp_path, assessment(), scale(排名="不排名"))

    assert "## 结果" in page
    assert "名次" not in page
    assert page.index("上河村党支部") < page.index("一支部")


def test_nothing_but_its_name(tmp_path: Path) -> None:
    """An assessment of an unknown scale, and one with nothing in it, are pages all the same."""
    assert "河口镇 · 2025年" in text(tmp_path / "unknown", assessment(结果=[], 说明=None))
    assert "没有参评" not in text(tmp_path / "empty", assessment(结果=[]), scale(等次=[], 考核项目=[], 说明=None))


@pytest.mark.parametrize("name", sorted(set(Assessment.model_fields) - {*Assessment.identity, "closures", "extras"}))
def test_any_field_may_be_closed(name: str, tmp_path: Path) -> None:
    """The page is written, and shows nothing of it."""
    page = text(tmp_path, assessment().model_copy(update={name: WITHHELD}), scale())

    assert ("一支部<br>" in page) is (name != "results")
    assert ("| 五星 | 2 |" in page) is (name not in ("results", "counts", "entitled"))


@pytest.mark.parametrize("name", sorted(Result.model_fields))
def test_any_field_of_the_results_may_be_closed(name: str, tmp_path: Path) -> None:
    """No grade is worked out for a grade that is closed, no place for a score that is closed."""
    one = assessment()
    rows = tuple(result.model_copy(update={name: WITHHELD}) for result in one.results)
    page = text(tmp_path, one.model_copy(update={"results": rows}), scale())

    assert ("| 五星 | 2 |" in page) is (name not in ("grade", "score"))
    assert ("| 名称 | 名次 |" in page) is (name != "score")
    assert ("学习 40，" in page) is (name not in ("scores", "subject"))


def test_totals_of_the_results_are_no_result(tmp_path: Path) -> None:
    """Where the gate lets through only a sum there is nobody to rank."""
    total = Result.model_construct(
        **dict.fromkeys(Result.model_fields, WITHHELD) | {"score": sum(r.score or 0 for r in assessment().results)}
    )
    page = text(tmp_path, assessment().model_copy(update={"results": (total,)}), scale())

    assert "260" not in page
    assert "五星 |" not in page
