"""Archived documents: front matter and a small Markdown become a record; what is wrong is said at its line."""

from __future__ import annotations

import hashlib
import os
from datetime import date
from pathlib import Path

import pytest

from generator.load import load
from generator.load.markdown import MAX_BLOCKS, MAX_HEADINGS, spoken
from generator.model import Finding, Level, Period
from generator.records.archive import Archived
from tests.load.world import PLACE, PLACE_FILE, Loaded, World

FOLDER = "content/anping/archive"
FILE = f"{FOLDER}/report.md"
ORIGINAL = "原件的字".encode("gb18030")
DIGEST = hashlib.sha256(ORIGINAL).hexdigest()
FRONT = f"标题: 工作报告\n原件: originals/report.txt\n校验: {DIGEST}\n"
FIRST = 6
"""The line on which the text begins."""


@pytest.fixture
def archive(world: World) -> World:
    """A township with an original."""
    world.write(PLACE_FILE, PLACE)
    world.write(f"{FOLDER}/originals/report.txt", ORIGINAL)
    return world


def read(world: World, body: str, front: str = FRONT) -> Loaded:
    """The document loaded; the body begins at line 6."""
    world.write(FILE, f"---\n{front}---\n{body}")
    return world.load()


def document(loaded: Loaded) -> Archived:
    (found,) = loaded.records.of(Archived)
    return found


def told(loaded: Loaded) -> list[tuple[str, int, str]]:
    """The findings: level, line, message."""
    return [(f.level.value, f.where.line, f.message) for f in loaded.findings]


def the(loaded: Loaded) -> Finding:
    (found,) = loaded.findings
    return found


# --------------------------------------------------------------------------------------------------------- what is read


def test_a_document_is_a_record(archive: World) -> None:
    """Labels, headings, paragraphs, bold, tables; the id is the file's name."""
    front = f"标题: 工作报告\n副题: 一年来的事\n署名: 示例镇党委\n日期: 2014-03-05\n体裁: 工作报告\n{FRONT.split(chr(10), 1)[1]}"
    body = "\n## 一、做法\n\n### （一）先公开\n\n#### 1.账目\n\n前面**要紧**后面\n\n| 年份 | 金额 |\n|---|:-:|\n| 2013 | 3\\|4 |\n\n结尾\n"
    loaded = read(archive, body, front)
    found = document(loaded)

    assert loaded.findings == []
    assert (found.key, found.title, found.subtitle) == ("anping/archive/report", "工作报告", "一年来的事")
    assert (found.byline, found.day, found.genre) == ("示例镇党委", date(2014, 3, 5), "工作报告")
    assert [(block.level, block.text) for block in found.body] == [
        *((1, "一、做法"), (2, "（一）先公开"), (3, "1.账目"), (0, "前面要紧后面"), (0, ""), (0, "结尾")),
    ]
    assert list(found.body[3].runs) == [("前面", False), ("要紧", True), ("后面", False)]
    assert [row.cells for row in found.body[4].rows] == [("年份", "金额"), ("2013", "3|4")]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2009-07-21", date(2009, 7, 21)),
        ("2009年7月21日", date(2009, 7, 21)),
        ("2009-07", Period(date(2009, 7, 1), 1)),
        ("2009", Period(date(2009, 1, 1), 12)),
    ],
)
def test_as_much_of_the_day_as_the_source_says(archive: World, written: str, day: date | Period) -> None:
    """A day, a month or a year; the first day that it can mean puts it in order."""
    found = document(read(archive, "\n正文\n", f"日期: {written}\n{FRONT}"))

    assert found.day == day
    assert found.since == (day if isinstance(day, date) else day.start)


def test_a_document_without_a_day(archive: World) -> None:
    """Many have none."""
    assert document(read(archive, "\n正文\n")).since is None


@pytest.mark.parametrize(
    ("written", "words", "bold"),
    [
        ("占**四成**以上", "占四成以上", (1, 3)),
        (r"金额\*\*万元", "金额**万元", ()),
        ("**没有收尾", "**没有收尾", ()),
        ("**一** **二**", "一 二", (0, 1, 2, 3)),
        ("****", "****", ()),
        ("****甲**", "**甲", (2, 3)),
        (r"\# 不是标题 \\ \| \_", r"# 不是标题 \ | _", ()),
        (r"C:\新建", r"C:\新建", ()),
        ("尾巴\\", "尾巴\\", ()),
        ("&lt;b&gt; <b> [甲](javascript:1) {{ 1 }} {% x %} <!-- -->", None, ()),
    ],
)
def test_marks_and_words(written: str, words: str | None, bold: tuple[int, ...]) -> None:
    """Only what the grammar knows is a mark; everything else is words as they stand."""
    assert spoken(written) == (words or written, bold)


def test_no_letter_is_lost(archive: World) -> None:
    """Each line that is no mark comes out as it went in."""
    lines = [
        "# 一号井",
        "##没有空格",
        "##### 五个",
        "| 半行",
        "|独行|",
        "> 引",
        "- 列",
        "1. 序",
        "```",
        "---",
        "===",
        "    缩",
    ]
    found = document(read(archive, "\n".join(["", *lines, ""])))

    assert [block.text for block in found.body] == [line.strip() for line in lines]
    assert {block.level for block in found.body} == {0}


def test_rows_of_a_table_may_differ(archive: World) -> None:
    """The widest row gives the columns: nothing is cut off."""
    found = document(read(archive, "\n| 甲 |\n|---|\n| 1 | 2 | 3 |\n| |\n"))

    assert [row.cells for row in found.body[0].rows] == [("甲", "", ""), ("1", "2", "3"), ("", "", "")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(archive: World, end: str) -> None:
    """Of whatever system, and with a byte order mark."""
    text = f"---\n{FRONT}---\n\n## 一、\n\n甲\n".replace("\n", end)
    archive.write(FILE, b"\xef\xbb\xbf" + text.encode())
    loaded = archive.load()

    assert loaded.findings == []
    assert [block.text for block in document(loaded).body] == ["一、", "甲"]


def test_every_word_has_its_line(archive: World) -> None:
    """So that a finding can point at it."""
    loaded = read(archive, "\n第一段\n\n| 甲 |\n|---|\n| 乙 |\n")
    found = document(loaded)
    place = loaded.records.where

    assert place(found, "标题").line == 2
    assert place(found, "正文", 0, "文字").line == FIRST + 1
    assert place(found, "正文", 1, "表行", 1, "格", 0).line == FIRST + 5


# ------------------------------------------------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "文件开头没有“---”和标签"),
        ("# 标题\n正文\n", 1, "文件开头没有“---”和标签"),
        ("---\n标题: 甲\n正文\n", 1, "标签下面没有第二行“---”"),
        ("---\n---\n正文\n", 2, "两行“---”之间没有“标签: 内容”"),
        ("---\n- 标题\n---\n正文\n", 2, "两行“---”之间没有“标签: 内容”"),
        (f"---\n{FRONT}---\n\n\n", 5, "下面没有正文"),
    ],
)
def test_a_file_of_another_form(archive: World, text: str, line: int, message: str) -> None:
    """Said once, with the mend."""
    archive.write(FILE, text)
    found = the(archive.load())

    assert (found.rule, found.level, found.where.file, found.where.line) == ("archive", Level.ERROR, FILE, line)
    assert found.message == message
    assert found.hint


@pytest.mark.parametrize(
    ("front", "line", "fragment"),
    [
        (FRONT + "日期: 2009-02-30\n", 5, "2009年2月只有28天"),
        (FRONT + "日期: 去年\n", 5, "“去年”不是日期"),
        (FRONT + "日期: 2009-Q1\n", 5, "“2009-Q1”不是日期"),
        (FRONT + "作者: 甲\n", 5, "作者: 没有这个标签"),
        (FRONT + "编号: other\n", 5, "“编号”不用写"),
        (FRONT + "正文: 甲\n", 5, "“正文”不用写"),
        (FRONT + "标题: 又一个\n", 5, "“标题”写了两次"),
        (FRONT.replace("标题: 工作报告\n", ""), 2, "标题: 必须填写"),
        (FRONT.replace("originals/", "originals/../"), 3, "不能作原件的文件名"),
        (FRONT.replace("originals/", "/etc/"), 3, "不能作原件的文件名"),
        (FRONT.replace(DIGEST, "abc"), 4, "校验不是64位的 SHA-256"),
        (FRONT + "x: &a 甲\n", 5, "锚点"),
        (FRONT + "x: !!python/object:os.system 甲\n", 5, "类型记号"),
    ],
)
def test_labels_that_are_wrong(archive: World, front: str, line: int, fragment: str) -> None:
    """At their own lines."""
    found = next(finding for finding in read(archive, "\n正文\n", front).errors)

    assert (found.where.file, found.where.line) == (FILE, line)
    assert fragment in found.message


@pytest.mark.parametrize(
    ("body", "level", "fragment"),
    [
        ("\n## 一\n\n#### 1.\n", Level.NOTE, "标题跳了一级"),
        ("\n甲\n\n<script>alert(1)</script>\n", Level.NOTE, "HTML 标记"),
        ("\n甲\n\n<!-- 藏着的 -->\n", Level.NOTE, "HTML 标记"),
        ("\n甲\n\n# 大标题\n", Level.NOTE, "行首有 # 号"),
        ("\n甲\n\n前\u202e后\n", Level.ERROR, "看不见的格式字符(U+202E)"),
        ("\n甲\n\n前\u200b后\n", Level.ERROR, "看不见的格式字符(U+200B)"),
        ("\n甲\n\n前\x07后\n", Level.ERROR, "控制字符"),
        ("\n甲\n\n前\u05d0后\n", Level.ERROR, "外文字母"),
        ("\n甲\n\nα粒子\n", Level.WARNING, "外文字母"),
        ("\n甲\n\n" + "长" * 20_001 + "\n", Level.ERROR, "超过20000个"),
    ],
)
def test_lines_that_are_odd(archive: World, body: str, level: Level, fragment: str) -> None:
    """What a reader could not see stops the build; what is shown as plain text is only worth a look."""
    loaded = read(archive, body)
    found = the(loaded)

    assert (found.level, found.where.line) == (level, FIRST + 3)
    assert fragment in found.message
    assert bool(loaded.records.of(Archived)) is (level is not Level.ERROR)


@pytest.mark.parametrize(
    ("data", "fragment"),
    [
        ("---\n标题: 甲\n---\n文".encode("gb18030"), "不是 UTF-8"),
        ("---\n".encode("utf-16"), "UTF-16"),
        (b"---\n\0", "空字节"),
        (b"PK\x03\x04" + bytes(range(256)), "不是文本文件"),
        (b"---\n" + b"a" * 5_000_000, "文件太大"),
    ],
)
def test_bytes_that_are_no_text(archive: World, data: bytes, fragment: str) -> None:
    """One finding for the file."""
    archive.write(FILE, data)

    assert fragment in the(archive.load()).message


def test_too_much_of_everything(archive: World) -> None:
    """Ten thousand headings, a hundred thousand lines, thousands of notes: an end, and it is said."""
    headings = read(archive, "\n## 甲\n" * 10_000)
    lines = read(archive, "\n甲\n" * 100_000)
    notes = read(archive, "\n" + "<b>\n" * 4_000)

    assert f"标题超过{MAX_HEADINGS}个" in the(headings).message
    assert f"正文超过{MAX_BLOCKS}段" in the(lines).message
    assert len(notes.findings) == 200


def test_a_million_marks(archive: World) -> None:
    """Nothing here takes time that grows with the square."""
    for mark in ("**", "\\*", "|", "#", "\\|", "**a"):
        read(archive, "\n" + mark * (900_000 // len(mark)) + "\n")


# --------------------------------------------------------------------------------------------------------- the originals


def test_an_original_that_was_changed(archive: World) -> None:
    """At the line of its digest."""
    archive.write(f"{FOLDER}/originals/report.txt", ORIGINAL + b"!")
    found = the(read(archive, "\n正文\n"))

    assert (found.level, found.where.line, found.record) == (Level.ERROR, 4, "anping/archive/report")
    assert "被改动" in found.message


def test_an_original_that_is_gone(archive: World) -> None:
    """At the line of its name."""
    (archive.root / FOLDER / "originals" / "report.txt").unlink()
    found = the(read(archive, "\n正文\n"))

    assert (found.level, found.where.line) == (Level.ERROR, 3)
    assert "不在" in found.message


@pytest.mark.parametrize("kind", ["link", "folder", "pipe", "folder is a link"])
def test_an_original_that_is_no_file(archive: World, kind: str, tmp_path: Path) -> None:
    """Never followed, never waited for."""
    path = archive.root / FOLDER / "originals" / "report.txt"
    secret = archive.write("elsewhere/report.txt", ORIGINAL)
    path.unlink()
    if kind == "link":
        path.symlink_to(secret)
    elif kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.parent.rmdir()
        path.parent.symlink_to(secret.parent)
    found = [finding for finding in read(archive, "\n正文\n").errors if finding.record]

    assert [finding.where.line for finding in found] == [3]


def test_documents_may_share_an_original(archive: World) -> None:
    """A collection was one file."""
    archive.write(f"{FOLDER}/second.md", f"---\n{FRONT}---\n\n乙\n")
    loaded = read(archive, "\n甲\n")

    assert loaded.findings == []
    assert len(loaded.records.of(Archived)) == 2


# ------------------------------------------------------------------------------------------------------------ the folder


def test_what_else_stands_in_the_folder(archive: World) -> None:
    """Candidates of figures and originals are no mistake; everything else is said."""
    archive.write(f"{FOLDER}/report.figures.yml", "- 值: 3\n")
    for name in ("notes.txt", "scan.png", "sub/x.md", "figures.yml"):
        archive.write(f"{FOLDER}/{name}", "甲")
    archive.write("content/anping/files/any.md", "甲")
    archive.write("content/anping/other/any.md", "甲")
    loaded = read(archive, "\n正文\n")

    assert {finding.level for finding in loaded.findings} == {Level.WARNING}
    assert sorted(loaded.places) == ["figures.yml", "notes.txt", "scan.png", "sub"]


@pytest.mark.parametrize("name", ["报告.md", "Report.md", "con.md", "a b.md"])
def test_a_name_that_is_no_address(archive: World, name: str) -> None:
    """The file's name is the page's address."""
    archive.write(f"{FOLDER}/{name}", f"---\n{FRONT}---\n\n正文\n")

    assert the(archive.load()).message == "文件名不能用"


def test_links_are_not_followed(archive: World) -> None:
    """Neither a document nor the folder."""
    outside = archive.write("elsewhere/other.md", f"---\n{FRONT}---\n\n外面的\n")
    (archive.root / FOLDER / "link.md").symlink_to(outside)
    (archive.root / "content" / "liyuan").mkdir()
    (archive.root / "content" / "liyuan" / "archive").symlink_to(outside.parent)
    loaded = archive.load()

    assert loaded.records.of(Archived) == ()
    assert [finding.message[:7] for finding in loaded.findings] == ["这是一个链接,", "这是一个链接,"]


def test_data_is_no_place_for_documents(archive: World) -> None:
    """They are Markdown, below `content/`."""
    archive.write("data/townships/anping/archive.yml", "- 编号: report\n")

    assert the(archive.load()).message == "文件名看不出是哪一类记录"


def test_a_number_as_name_of_an_original_is_an_error(tmp_path: Path) -> None:
    """The name stands in the document; it is not repeated."""
    (tmp_path / "data/townships/anping").mkdir(parents=True)
    (tmp_path / "data/townships/anping/place.yml").write_text("- {编号: anping, 名称: 安平镇, 级别: 乡镇}\n", "utf-8")
    folder = tmp_path / "content/anping/archive"
    (folder / "originals").mkdir(parents=True)
    (folder / "originals/11010519491231002x.txt").write_bytes(b"abc")
    digest = hashlib.sha256(b"abc").hexdigest()
    head = f"---\n标题: 文\n原件: originals/11010519491231002x.txt\n校验: {digest}\n---\n"
    (folder / "list.md").write_text(f"{head}\n正文。\n", "utf-8")
    (found,) = [one for one in load(tmp_path)[1] if one.rule == "archive" and one.where.file.endswith("list.md")]

    assert (found.level, found.where.line) == (Level.ERROR, 3)
    assert "11010519491231002" not in f"{found.message}{found.hint}{found.record}"
