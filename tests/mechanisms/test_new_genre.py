"""A genre that nobody has heard of, written as YAML alone, is checked, completed in an editor and printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.derive import derive
from generator.disclose import disclose
from generator.load import load
from generator.model import Audience, Level, Records
from generator.pages import plan
from generator.rules import check
from generator.schema import files
from generator.write import write
from tests import world

GENRE = """
- 编号: lantern-letter
  名称: 灯火家书
  部分:
    - {名称: 问候, 词: [近来可好]}
    - {名称: 盼归, 词: [盼, 等你]}
  序号: [第一封 · , 〔1〕]
  篇幅: {最少: 10, 最多: 500}
  语气: 像家里人说话
  忌用: [{词: [贯彻], 提示: 家书里不说会议上的话}]
  可用表格: 否
  称谓: 是
"""
LETTER = """
- 编号: letter
  标题: 写给在外的党员
  体裁: 灯火家书
  日期: 2026-09-01
  对象: 在外打工的乡亲们
  部分:
    - 标题: 家里近来可好
      正文: 村里{{ 党员总数 }}名党员都惦记着你们。
      小节: [{标题: 桥修好了, 正文: 走车不晃。}]
    - {标题: 村里的账, 正文: 一笔一笔都在墙上。, 做法: 认真贯彻。, 表格: {栏: [月], 行: [格: [九月]]}}
"""


@pytest.fixture
def records(site: Path) -> Records:
    """The small site with one more genre and a letter of it."""
    (site / "data/catalogue/genres/lantern.yml").write_text(GENRE, encoding="utf-8")
    articles = site / "data/townships/demo/articles.yml"
    articles.write_text(articles.read_text(encoding="utf-8") + LETTER, encoding="utf-8")
    loaded, findings = load(site)
    assert findings == []
    return derive(loaded, world.TODAY)


def test_it_is_checked(records: Records) -> None:
    """Its missing part, its table and its words; nothing is an error."""
    found = [f for f in check(records) if f.record == "demo/article/letter"]

    assert {f.message for f in found if f.rule == "genres"} == {
        "灯火家书里没有“盼归”这一部分",
        "灯火家书里不用表格",
        "灯火家书里不宜写“贯彻”",
    }
    assert not [f for f in found if f.level is Level.ERROR]


def test_it_is_printed_in_its_own_way(records: Records, tmp_path: Path) -> None:
    """With its numerals and its salutation."""
    edition = disclose(records, Audience.REVIEW)
    docs = write(edition, plan(edition), tmp_path / "review").docs
    text = (docs / "demo" / "article" / "letter.md").read_text(encoding="utf-8")

    assert "\n在外打工的乡亲们：\n" in text
    assert "\n## 第一封 ·家里近来可好\n" in text
    assert "\n### 〔1〕桥修好了\n" in text
    assert "\n## 第二封 ·村里的账\n" in text


def test_an_editor_completes_it(records: Records) -> None:
    """Where the genre of an article is written."""
    (schema,) = (text for name, text in files(records) if name == "article.json")

    assert "灯火家书" in schema
