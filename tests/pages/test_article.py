"""Articles as pages: one of each genre, the numerals of the catalogue, four levels, tables, and hostile words."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.derive import derive
from generator.disclose import disclose
from generator.load import load
from generator.model import Audience, Records
from generator.pages import plan
from generator.records.article import Article
from generator.records.genre import Genre
from generator.write import write
from tests import world

HERE = Path(__file__).parent
GOLDEN = HERE / "golden" / "articles"


def told(folder: Path) -> Records:
    """The small site with the genres of the repository and `articles/articles.yml` in place of its own article."""
    site = world.copied(folder / "site")
    shutil.copytree(world.REPOSITORY / "data/catalogue/genres", site / "data/catalogue/genres", dirs_exist_ok=True)
    (site / "data/catalogue/genres/genres.yml").unlink()
    for law in ("documents", "party"):
        shutil.copy(world.REPOSITORY / f"data/catalogue/laws/{law}.yml", site / f"data/catalogue/laws/{law}-real.yml")
    text = (HERE / "articles" / "articles.yml").read_text(encoding="utf-8")
    (site / "data/townships/demo/articles.yml").write_text(text, encoding="utf-8")
    records, findings = load(site)
    assert [finding for finding in findings if finding.where.file.endswith("articles.yml")] == []
    return derive(records, world.TODAY)


def written(records: Records, folder: Path, audience: Audience = Audience.REVIEW) -> dict[str, str]:
    """Id → Markdown of the articles' pages."""
    edition = disclose(records, audience)
    docs = write(edition, plan(edition), folder).docs
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(docs.glob("demo/article/*.md"))}


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Records:
    return told(tmp_path_factory.mktemp("articles"))


@pytest.fixture(scope="module")
def pages(records: Records, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return written(records, tmp_path_factory.mktemp("written"))


def test_each_genre_has_an_article_as_in_its_golden_file(records: Records, pages: dict[str, str]) -> None:
    """One article of every genre of the catalogue; GOLDEN=1 writes the files anew."""
    files = {article.id: f"{genre.id}.md" for article in records.of(Article) for genre in records.of(Genre) if genre.name == article.genre}  # fmt: skip
    if os.environ.get("GOLDEN") == "1":
        shutil.rmtree(GOLDEN, ignore_errors=True)
        GOLDEN.mkdir(parents=True)
        for article, file in files.items():
            (GOLDEN / file).write_text(pages[article], encoding="utf-8", newline="\n")

    assert sorted(files.values()) == sorted(f"{genre.id}.md" for genre in records.of(Genre))
    assert sorted(files.values()) == sorted(path.name for path in GOLDEN.iterdir())
    for article, file in files.items():
        assert pages[article] == (GOLDEN / file).read_text(encoding="utf-8"), file


def headings(text: str) -> list[str]:
    return re.findall(r"^#{2,} .+$", text, re.M)


def test_headings_are_numbered_to_the_fourth_level(pages: dict[str, str]) -> None:
    """一、（一）1.（1）, each level from one again."""
    assert headings(pages["work-report"])[:9] == [
        "## 一、主要工作",
        "### （一）选人",
        "#### 1&#46;怎么选",
        "##### （1）先听党员说",
        "##### （2）再听群众说",
        "#### 2&#46;选出了谁",
        "### （二）管账",
        "## 二、存在问题",
        "## 三、下一步打算",
    ]


def test_an_essay_has_no_numerals(pages: dict[str, str]) -> None:
    """Its genre names none."""
    assert headings(pages["essay"])[0] == "## 看栏的人"


def test_what_was_done_and_what_came_of_it_run_in(pages: dict[str, str]) -> None:
    """The bold word stands before the first paragraph alone."""
    text = pages["summary"]

    assert "<strong>做法：</strong>每月初报账员对账，监督委员会看过才贴。\n\n字印大一号" in text
    assert text.count("<strong>做法：</strong>") == text.count("<strong>成效：</strong>") == 1


def test_a_speech_begins_with_its_hearers(pages: dict[str, str]) -> None:
    """A report says to whom it is sent instead."""
    assert "\n各位领导、同志们：\n" in pages["speech"]
    assert "报送：县委组织部" in pages["work-report"]
    assert "报送" not in pages["speech"]


def test_a_table_takes_its_cells_from_records(pages: dict[str, str]) -> None:
    """Figures in cells are figures like any other."""
    (row,) = [line for line in pages["summary"].splitlines() if line.startswith("| 能人 |")]

    assert re.sub(r"<[^>]*>", "", row) == "| 能人 | 4 | 66&#46;7&#37; |"


@pytest.mark.parametrize("cells", [["甲"], ["甲", "乙", "丙", "丁"], []])
def test_a_row_is_as_wide_as_the_head(records: Records, tmp_path: Path, cells: list[str]) -> None:
    """Whatever was typed; the rule `genres` tells whoever typed it."""
    text = written(changed(records, "summary", cells=cells), tmp_path)["summary"]
    rows = [line for line in text.splitlines() if line.startswith("|") and "记录" not in line]

    assert {row.count("|") for row in rows[:3]} == {4}


HOSTILE = [
    "<script>alert(1)</script>",
    "a | b | c",
    "# 标题",
    "[x](javascript:alert(1))",
    "![x](//e.org/x)",
    "**粗** `c`",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(records: Records, tmp_path: Path, words: str) -> None:
    """In headings, cells, hearers, steps and the last paragraph."""
    text = written(changed(records, "summary", cells=[words, words, words], words=words), tmp_path)["summary"]
    body = text.partition("\n# ")[2].partition("## 数字从哪里来")[0]

    for raw in ("<script", "](", "![", "| b |", "**粗", "`c`"):
        assert raw not in body
    assert body.count("&#") > 10


def changed(records: Records, name: str, cells: list[str], words: str = "") -> Records:
    """The article with another table, and everywhere the same words."""
    fields: dict[str, Any] = {"@乡镇": "demo", "编号": name, "标题": "总结", "体裁": "总结", "日期": "2026-09-20"}
    said = {"标题": words or "表", "做法": words or "做", "成效": words or "成"}
    table = {"标题": words or "表", "栏": ["一", "二", words or "三"], "行": [{"格": cells}, {"格": ["1", "2", "3"]}]}
    article = Article.model_validate(
        fields | {"对象": words or "县委", "结尾": words or "完", "部分": [said | {"表格": table}]}
    )
    return replace(records, items=tuple(article if one.key == article.key else one for one in records))
