"""Pages of archived documents: word for word as the file has them, and nothing in them means anything to anyone.

The golden files are made from `archived/speech.md`; `make golden` (GOLDEN=1) writes them anew.
"""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest

from generator.disclose import disclose
from generator.load.archive import document
from generator.model import Audience, Edition, Page, Publication, Records
from generator.pages import plan
from generator.pages.archived import pages
from generator.records.archive import Archived
from generator.records.law import Law
from generator.records.publication import PublicationRecord
from generator.write import write
from tests.derive.making import item, make, township
from tests.write.rendering import seen, site_markdown

FOLDER = Path(__file__).parent / "archived"
TODAY = date(2026, 10, 20)
ITEM = item(
    "archived-materials",
    "archive",
    ["标题", "副题", "署名", "日期", "体裁", "原件", "校验", {"正文": ["标题级", "文字", "加粗", {"表行": ["格"]}]}],
    事项="存档的材料",
    须审批="是",
    依据=[{"法": "disclosure"}],
)
LAW = make(Law, "disclosure", 名称="信息公开条例", 发布机关="国务院", 施行="2019-05-15", 核实="是")
OTHERS = (
    item("places", "place", ["名称", "级别"]),
    item("acts", "publication", ["公开主体", {"审批": ["职务", "日期"]}, "上网日期", "渠道"]),
)
FRONT = f"原件: originals/x.txt\n校验: {'0' * 64}\n"


def archived(name: str, body: str = "\n正文\n", front: str = "标题: 旧事\n") -> Archived:
    """A document of these words."""
    found, _, findings = document(f"---\n{front}{FRONT}---\n{body}".encode(), f"{name}.md", name, "anping")
    assert found is not None, findings
    return found


def published(*names: str) -> PublicationRecord:
    """An approved act of publishing these documents."""
    signed = {"职务": "党委书记", "日期": "2026-06-12"}
    return make(
        PublicationRecord,
        "archive",
        事项="archived-materials",
        地方="anping",
        公开主体="安平镇党委",
        记录=[f"archive/{name}" for name in names],
        审批=signed,
        上网日期="2026-06-15",
        渠道=["网站"],
    )


def edition(*documents: Archived, audience: Audience = Audience.PUBLIC) -> Edition:
    """What the audience may read where all of them are published."""
    act = published(*(one.id for one in documents))
    return disclose(Records((township(), LAW, ITEM, *OTHERS, act, *documents), today=TODAY), audience)


def written(made: Edition, folder: Path) -> Publication:
    """The pages as Markdown."""
    return write(made, plan(made), folder)


def page(document: Archived, folder: Path) -> str:
    """The Markdown of a document's page."""
    docs = written(edition(document), folder).docs
    return (docs / "anping" / "archive" / f"{document.id}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.REVIEW], ids=lambda audience: audience.value)
def test_a_page_is_as_in_the_golden_file(audience: Audience, tmp_path: Path) -> None:
    """Title, signature, notice, contents, text, original, how it came out."""
    found, _, _ = document((FOLDER / "speech.md").read_bytes(), "content/anping/archive/speech.md", "speech", "anping")
    assert found is not None
    docs = written(edition(found, audience=audience), tmp_path / "site").docs
    made = (docs / "anping" / "archive" / "speech.md").read_text(encoding="utf-8")
    golden = FOLDER / f"{audience.value}.golden"
    if os.environ.get("GOLDEN") == "1":
        golden.write_text(made, encoding="utf-8", newline="\n")

    assert made.splitlines() == golden.read_text(encoding="utf-8").splitlines()


def test_the_address_is_the_name_of_the_file() -> None:
    """It never changes: neither the title nor the date is in it."""
    paths = [one.path for one in pages(edition(archived("speech-2018", front="标题: 讲话\n日期: 2018-11\n")))]

    assert paths == ["anping/archive/index.md", "anping/archive/speech-2018.md"]


def test_a_township_without_documents_has_no_archive() -> None:
    """And no link to it."""
    made = edition()

    assert list(pages(made)) == []
    assert next(one for one in plan(made) if one.path == "anping/index.md").context["archived"] == 0


def test_the_archive_is_sorted_by_year(tmp_path: Path) -> None:
    """Newest first; a month stands by its first day; what has no date comes last."""
    days = {"a": "2009-07-21", "b": "2018", "c": "2018-11", "d": "", "e": "2009-12"}
    documents = [
        archived(name, front=f"标题: {name}篇\n" + (f"日期: {day}\n" if day else "")) for name, day in days.items()
    ]
    docs = written(edition(*documents), tmp_path / "site").docs
    index = (docs / "anping" / "archive" / "index.md").read_text(encoding="utf-8")
    home = (docs / "anping" / "index.md").read_text(encoding="utf-8")

    assert re.findall(r"^## (.*)$|^- \[(.)篇", index, re.MULTILINE) == [
        *(("2018年", ""), ("", "c"), ("", "b"), ("2009年", ""), ("", "e"), ("", "a"), ("没有日期的", ""), ("", "d")),
    ]
    assert "(archive/index.md)" in home
    assert "5 篇" in home


def test_reviewers_see_what_is_not_published_yet(tmp_path: Path) -> None:
    """In the list and on the page; the public sees neither."""
    records = Records((township(), LAW, ITEM, *OTHERS, archived("draft", front="标题: 没有批准的\n")), today=TODAY)
    docs = written(disclose(records, Audience.REVIEW), tmp_path / "review").docs

    assert "还没有公开" in (docs / "anping/archive/index.md").read_text(encoding="utf-8")
    assert "还没有公开记录" in (docs / "anping/archive/draft.md").read_text(encoding="utf-8")
    assert list(pages(disclose(records, Audience.PUBLIC))) == []


def test_headings_leave_no_level_out() -> None:
    """Whatever levels the file has, the page's follow one another."""
    body = "\n".join(f"{'#' * level} 标题" for level in (4, 2, 4, 4, 3, 4))
    (*_, made) = pages(edition(archived("x", body)))

    assert _levels(made) == [2, 2, 3, 4, 3, 4]


def _levels(made: Page) -> list[int]:
    return [piece.level for piece in made.context["pieces"]]


@pytest.mark.parametrize(("count", "listed"), [(2, False), (3, True)])
def test_contents_are_listed_from_three_headings_on(count: int, listed: bool, tmp_path: Path) -> None:
    """The placeholder of the contents is ours alone; the same word in a document is a word."""
    made = page(archived("x", "\n[TOC]\n" + "\n## 甲\n" * count), tmp_path / "site")

    assert ("\n[TOC]\n" in made) is listed
    assert "&#91;TOC&#93;" in made


HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[点](javascript:alert(1)) ![图](data:text/html,x)",
    "{{ ''.__class__ }} {% include 'x' %} {# 注 #}",
    "<!-- 注 --> &lt;b&gt; &#60;b&#62; &amp;",
    "[TOC]",
    "[^1]: 脚注",
    "!!! note",
    "--8<-- '/etc/passwd'",
    "*[缩]: 写",
    "甲 {: .class onclick=alert(1) }",
    "- 列表",
    "1. 序号",
    "> 引文",
    "```",
    "===",
    "http://example.org/ a@example.org",
    "__粗__ *斜* ~~删~~ `码` $x$",
    "|半边",
    "\\<b> \\[a](b)",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_read_as_words(words: str, tmp_path: Path) -> None:
    """In the text, in a heading, in a cell, in the title: as HTML there is no tag more than with harmless words."""
    inert = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", words)
    shown = " ".join(words.split())
    lines = "\n{0}\n\n## {0}\n\n| {0} | 乙 |\n|---|---|\n| 1 | {0} |\n\n**{0}**\n"
    # Twice: once with the backslashes that the importer writes, once pasted as it stands.
    careful = archived("x", lines.format(inert), f"标题: '{words.replace(chr(39), chr(39) * 2)}'\n")
    harmless = archived("x", lines.format("甲"), "标题: 甲\n")
    pasted = archived("x", f"\n{words}\n")
    tags, text, other = seen(site_markdown(), _body(page(careful, tmp_path / "a")))
    expected, _, _ = seen(site_markdown(), _body(page(harmless, tmp_path / "b")))
    _, plain, _ = seen(site_markdown(), _body(page(pasted, tmp_path / "c")))

    assert tags == expected
    assert text.count(shown) == 7  # six of the page, and the head of the sheet it is printed on
    assert other == []
    assert (shown if "\\" not in shown else "<b> [a](b)") in plain


def _body(text: str) -> str:
    """Without the front matter, which the engine takes."""
    return text.split("---\n", 2)[2]


def test_a_large_document_has_a_page(tmp_path: Path) -> None:
    """Every paragraph of a long one."""
    made = page(archived("x", "\n".join(f"第{number}段，" + "字" * 100 for number in range(2_000))), tmp_path / "site")

    assert made.count("字" * 100) == 2_000
