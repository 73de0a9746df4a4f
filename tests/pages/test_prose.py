"""Where the figures of an article come from: the marks in its prose, the table at its end, the statistics that point back."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.disclose import disclose
from generator.figures.uses import Quoted, Use, quoted, users
from generator.model import Audience, Edition, Records, State
from generator.pages import plan
from generator.pages._common.indicators import anchor
from generator.pages._common.prose import LISTED, Prose, provenance
from generator.records.article import Article
from generator.records.indicator import Indicator
from generator.write import write

KEY = "demo/article/able-leaders"


def article(*prose: str, **fields: Any) -> Article:
    """The article of the small site with other paragraphs."""
    given = {"@乡镇": "demo", "编号": "able-leaders", "标题": "能人", "体裁": "经验材料", "日期": "2026-09-10"}
    return Article.model_validate(given | {"部分": [{"标题": "做法", "正文": list(prose)}]} | fields)


def figure(**fields: Any) -> Indicator:
    """An indicator of the township's own that was written down."""
    given = {"@乡镇": "demo", "编号": "new", "地方": "demo", "名称": "新数", "主题": "党建", "数值": "1", "单位": "个"}
    return Indicator.model_validate(given | fields)


def told(records: Records, *added: Any) -> Records:
    """The records with these in place of those of the same key."""
    keys = {record.key for record in added}
    return replace(records, items=(*(one for one in records if one.key not in keys), *added))


def pages(records: Records, folder: Path, audience: Audience = Audience.PUBLIC) -> tuple[str, str]:
    """The Markdown of the article and of the statistics."""
    edition = disclose(records, audience)
    docs = write(edition, plan(edition), folder / audience.value).docs / "demo"
    return tuple((docs / name).read_text(encoding="utf-8") for name in ("article/able-leaders.md", "indicators.md"))  # type: ignore[return-value]


def rows(text: str) -> list[str]:
    """The rows of the tables at the end, entities read."""
    end = text.partition("## 数字从哪里来")[2].partition("## 公开信息")[0]
    return [html.unescape(line) for line in end.splitlines() if line.startswith("| <")]


def listed(edition: Edition) -> tuple[Quoted, ...]:
    found = edition.get(Article, KEY)
    assert found is not None
    return quoted(found, edition)


def test_every_mark_leads_to_a_row_and_every_row_back(world_records: Records, tmp_path: Path) -> None:
    """Ids are plain ASCII and unique; what links to them stands on the same page."""
    text, _ = pages(world_records, tmp_path)
    ids = re.findall(r' id="([^"]*)"', text)
    targets = set(re.findall(r' href="#([^"]*)"', text))

    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"(use|figure)-[0-9]+", one) for one in ids)
    assert targets == set(ids)


def test_a_figure_that_stands_there_twice_is_listed_once(world_records: Records, tmp_path: Path) -> None:
    """With a way back to each place, and every form in which it is written."""
    said = "党员{{ 党员总数 }}名、{{ 党员总数 }}名、{{ 党员总数 | 汉字 }}名，占{{ 能人干部 / 三大职干部 | 百分比 }}。"
    text, _ = pages(told(world_records, article(said)), tmp_path)

    assert [re.findall(r"#use-\d+", row) for row in rows(text)] == [["#use-1", "#use-2", "#use-3"], ["#use-4"]]
    assert "| 486、四百八十六 | 名 | 2026年 | 2026年半年统计 |" in rows(text)[0]
    assert "2. 能人干部 ÷ 三大职干部" in rows(text)[1]
    assert "| 66.7% |  | 2026年 |" in rows(text)[1]
    assert "[能人干部](../indicators.md#indicator-able-leaders)、[三大职干部]" in rows(text)[1]


def test_the_same_figure_of_two_years_is_told_apart(world_records: Records, tmp_path: Path) -> None:
    """By the year before its name, and both periods are listed."""
    text, _ = pages(told(world_records, article("{{ 党员总数 | 同比 }}")), tmp_path)

    assert "[2026年党员总数](../indicators.md#indicator-members-2026)、[2025年党员总数]" in rows(text)[0]
    assert "| 2026年、2025年 |" in rows(text)[0]
    assert "| 增长1.5% |  |" in rows(text)[0]


def test_masked_and_missing_figures_differ_from_known_ones(world_records: Records, tmp_path: Path) -> None:
    """By their class and in words, and what is missing stands apart with its reason."""
    text, _ = pages(
        told(world_records, article("{{ 示范支部 }}个、{{ 村集体经营性收入 }}元、{{ 党员总数 }}名")), tmp_path
    )
    marks = re.findall(r'gk-figure--(\w+)" id="[^"]*" href="[^"]*" data-row="\d" title="([^"]*)">([^<]*)<', text)

    assert [(kind, html.unescape(title), html.unescape(shown)) for kind, title, shown in marks] == [
        ("masked", "示范支部（已遮盖）", "**"),
        ("missing", "村集体经营性收入（缺失）", "＿＿"),
        ("known", "党员总数", "486"),
    ]
    known, _, missing = text.partition("### 还空着的数字")
    assert ["示范支部" in row and "原件已遮盖" in row for row in rows(known)] == [True, False]
    assert "村集体经营性收入" in missing
    assert "下河村的账还在清理" in missing


def test_of_a_closed_figure_not_even_the_name_is_listed(world_records: Records, tmp_path: Path) -> None:
    """Nor does any page say that an article uses it; reviewers read all of it."""
    records = told(world_records, article("后备{{ 后备力量 }}人，共{{ 后备力量 + 三大职干部 }}人，{{ 三大职干部 }}人"))
    text, statistics = pages(records, tmp_path)
    review, review_statistics = pages(records, tmp_path, Audience.REVIEW)

    for closed in ("后备力量", "17人", "23", "组织办台账", "indicator-reserve"):
        assert not any(closed in row for row in rows(text)), closed
        assert (closed in statistics) is False, closed
    assert "不对这里的读者公开" in rows(text)[0]
    assert "| ** |" in rows(text)[1]
    assert "| 17 | 人 |" in rows(review)[0]
    assert 'id="indicator&#45;reserve"' in review_statistics


def test_an_article_that_readers_may_not_read_is_not_named_to_them(world_records: Records, tmp_path: Path) -> None:
    """The same statistics, letter for letter, as if there were no such article."""
    hidden = article("党员{{ 党员总数 }}名", 编号="secret-plan", 标题="没有公开的计划")
    with_it, without = told(world_records, hidden), world_records

    same = pages(with_it, tmp_path / "1")[1] == pages(without, tmp_path / "2")[1]
    assert same
    assert "没有公开的计划" in pages(with_it, tmp_path / "1", Audience.REVIEW)[1]


def test_statistics_say_which_articles_use_a_figure(world_records: Records, tmp_path: Path) -> None:
    """Only at figures that one uses: the newest, not last year's."""
    _, statistics = pages(world_records, tmp_path)
    (used,) = [
        line
        for line in statistics.splitlines()
        if "&#45;2026&#34;" in line or 'id="indicator&#45;members&#45;2026"' in line
    ]
    (old,) = [line for line in statistics.splitlines() if 'id="indicator&#45;members&#45;2025"' in line]

    assert "用在：[《让能人挑起村里的担子》](article/able-leaders.md)" in used
    assert "用在" not in old


@pytest.mark.parametrize("audience", Audience)
def test_anchors_are_there_once_for_every_figure_in_the_tables(
    world_records: Records, audience: Audience, tmp_path: Path
) -> None:
    """And only for those: a link to a row that is not there would stop the build."""
    edition = disclose(world_records, audience)
    _, text = pages(world_records, tmp_path, audience)
    found = re.findall(r'id="(indicator[^"]*)"', html.unescape(text))
    figures = edition.of(Indicator, "demo")

    assert len(found) == len(set(found)) > 10
    assert set(found) == {anchor(edition, one) for one in figures} - {""}


def test_a_computed_figure_names_the_first_records_behind_it(world_records: Records) -> None:
    """And says how many there are; what published them comes newest first."""
    records = told(world_records, article("{{ 收入合计 * 四议两公开件数 }}"))
    edition = disclose(records, Audience.REVIEW)
    found = edition.get(Article, KEY)
    assert found is not None
    prose = Prose(found, edition)
    prose.pieces(found.sections[0].body[0])
    origins = provenance(edition, prose)
    (row,) = (*origins.known, *origins.missing)

    assert row.counted == sum(len(source.inputs) for source in row.figure.sources) > LISTED
    assert len(row.behind) == LISTED
    assert all(pointer.words and pointer.path.endswith(".md") for pointer in (*row.behind, *row.published))
    assert row.acts >= len(row.published) > 0
    days = [re.findall(r"\d+", pointer.words) for pointer in row.published]
    assert days == sorted(days, key=lambda day: [int(part) for part in day], reverse=True)


@pytest.mark.parametrize(
    ("unit", "prose", "shown", "said"),
    [
        ("元", "{{ 新数 | 万(1) }}元", "3.5万", "元"),
        ("万元", "{{ 新数 | 亿(2) }}元", "3.50亿", "元"),
        ("万元", "{{ 新数 }}万元", "35000", "万元"),
        ("%", "{{ 新数 | 百分比(0) }}", "35000%", ""),
        ("元", "{{ 新数 | 大写 }}", "叁万伍仟元整", ""),
        ("个", "{{ 新数 * 三大职干部 }}", "210000", ""),
        ("万元", "{{ 新数 / 三大职干部 | 取整 }}", "5833", "万元/人"),
        ("人", "{{ 新数 / 三大职干部 | 取整 }}", "5833", ""),
        ("人", "{{ 新数 + 三大职干部 }}", "35006", "人"),
        ("户", "{{ 新数 | 汉字 }}户", "三万五千", "户"),
    ],
)
def test_the_unit_is_that_of_what_is_written(
    world_records: Records, unit: str, prose: str, shown: str, said: str
) -> None:
    """Not that of the record, where 万 is said or the figure says its own."""
    records = told(world_records, figure(数值="35000", 单位=unit), article(prose))
    (found,) = listed(disclose(records, Audience.REVIEW))

    assert (plainly(found.texts), found.unit) == (plainly([shown]), said)


def plainly(texts: Iterable[str]) -> list[str]:
    return [text.replace(".50亿", ".5亿") for text in texts]


@pytest.mark.parametrize("words", ['"><script>alert(1)</script>', "a | b", "[x](javascript:alert(1))", "<!-- -->"])
def test_hostile_sources_and_titles_stay_words(world_records: Records, tmp_path: Path, words: str) -> None:
    """In the table, in the tip of a mark, and where the statistics name the article."""
    records = told(world_records, figure(来源=words), article("{{ 新数 }}", 标题=f"题{words}"))
    for text in pages(records, tmp_path, Audience.REVIEW):
        assert words not in text
        assert "<script" not in text


def test_reviewers_see_which_figures_are_still_missing(world_records: Records, tmp_path: Path) -> None:
    """At the end of the statistics, leading to the row in the article; other readers do not."""
    _, public = pages(world_records, tmp_path)
    text, review = pages(world_records, tmp_path, Audience.REVIEW)
    listed_there = html.unescape(review.partition("## 材料里还空着的数字")[2])

    assert "还空着" not in public
    assert (
        "| 村集体经营性收入 | [《让能人挑起村里的担子》](article/able-leaders.md#figure-7) | 下河村的账还在清理 |"
        in listed_there
    )
    assert '<span class="gk-anchor" id="figure-7"></span>7&#46; 村集体经营性收入' in text.replace("7. ", "7&#46; ")


def test_prose_without_figures_has_no_table(world_records: Records, tmp_path: Path) -> None:
    text, statistics = pages(told(world_records, article("没有数字。")), tmp_path)

    assert "数字从哪里来" not in text
    assert "用在" not in statistics


def test_prose_that_cannot_be_understood_prints_a_blank(world_records: Records) -> None:
    """The rule `unbound` stops a build; whoever plans pages all the same makes no figure up."""
    edition = disclose(told(world_records, article("{{ 党员总数")), Audience.REVIEW)
    found = edition.get(Article, KEY)
    assert found is not None

    assert Prose(found, edition).pieces(found.sections[0].body[0]) == ("＿＿",)
    assert users(edition) == {}


def test_uses_are_numbered_in_the_order_of_the_texts(world_records: Records) -> None:
    """One number a use, one row a figure."""
    edition = disclose(
        told(world_records, article("{{ 党员总数 }}、{{ 三大职干部 }}、{{ 党员总数 }}")), Audience.PUBLIC
    )
    found = edition.get(Article, KEY)
    assert found is not None
    uses = [piece for piece in Prose(found, edition).pieces(found.sections[0].body[0]) if isinstance(piece, Use)]

    assert [(use.number, use.row, use.text, use.state) for use in uses] == [
        (1, 1, "486", State.KNOWN),
        (2, 2, "6", State.KNOWN),
        (3, 1, "486", State.KNOWN),
    ]
