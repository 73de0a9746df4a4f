"""`gongkai archive` at the command line: exit codes, Chinese words, nothing that a terminal obeys."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.__main__ import main
from tests.exchange.dirt import framed, plain, questioned
from tests.exchange.texts import CLEAN


@pytest.fixture
def site(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(root)
    return root


def test_a_report_is_given(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Found, removed, doubtful, where it is, what comes next; the path alone on stdout."""
    Path("小院.txt").write_text(framed(questioned(plain(CLEAN["story"]))), "utf-8")
    code = main(["archive", "小院.txt"])
    said = capsys.readouterr()

    assert code == 0
    assert re.fullmatch(r"content/demo/archive/2016-03-[0-9a-f]{8}\.md\n", said.out)
    assert (site / said.out.strip()).is_file()
    for words in (
        "标题:小院里的大协商",
        "日期:2016-03",
        "署名:河湾镇党政办公室",
        "删去 11 处",
        "转载来处:“来源：示例县政府网站”",
    ):
        assert words in said.err
    for words in ("改正 1 处", "→ “提、议、定、办、评”", "存疑", "下一步"):
        assert words in said.err


def test_quiet_says_only_where(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text(plain(CLEAN["report"]), "utf-8")
    assert main(["archive", "a.txt", "--quiet", "--id", "report-2009"]) == 0

    assert capsys.readouterr() == ("content/demo/archive/report-2009.md\n", "")


def test_a_second_time_it_is_already_there(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text(plain(CLEAN["report"]), "utf-8")
    main(["archive", "a.txt", "--quiet"])
    first = capsys.readouterr().out
    code = main(["archive", "a.txt"])
    said = capsys.readouterr()

    assert (code, said.out) == (0, first)
    assert "已经存过档" in said.err


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["没有.txt"], 2, "没有这个文件"),
        (["."], 2, "是文件夹"),
        (["a.txt", "--township", "nowhere"], 2, "可以写:demo"),
        (["a.txt", "--id", "中文"], 2, "不能作编号"),
        (["pdf.docx"], 1, "PDF"),
        (["a.figures.yml"], 2, "不在存档的文件夹里"),
        ([], 2, "缺少"),
    ],
)
def test_exit_codes(
    arguments: list[str], code: int, words: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """2 for wrong use, 1 for a file that cannot be archived; nothing is written."""
    Path("a.txt").write_text(plain(CLEAN["report"]), "utf-8")
    Path("pdf.docx").write_bytes(b"%PDF-1.4")
    assert main(["archive", *arguments]) == code
    said = capsys.readouterr()

    assert words in said.out + said.err
    assert not (site / "content" / "demo" / "archive").exists()


def test_what_stands_in_a_file_cannot_steer_the_terminal(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Escape sequences and characters that reverse text, in the title and in what is listed."""
    Path("a.txt").write_text("标题\x1b[2J\u202e这里\n　　正文\x1b]0;x\x07第一段，说得很清楚。\n　　第二段。\n", "utf-8")
    main(["archive", "a.txt"])
    said = capsys.readouterr()

    assert not re.search(r"[\x00-\x09\x0b-\x1f\u202a-\u202e]", said.out + said.err)


def test_figures_are_accepted(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With nothing accepted it is wrong use; then where they are, and what comes next."""
    Path("a.txt").write_text(plain(CLEAN["report"]), "utf-8")
    main(["archive", "a.txt", "--id", "r"])
    path = site / "content" / "demo" / "archive" / "r.figures.yml"
    capsys.readouterr()

    assert main(["archive", str(path)]) == 2
    assert "采用: 是" in capsys.readouterr().err
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"采用: 否\n    名称:.*", "采用: 是\n    名称: 责任书", text, count=1), "utf-8")
    assert main(["archive", str(path)]) == 0
    said = capsys.readouterr()
    assert said.out == "data/townships/demo/indicator/archive-r.yml\n"
    assert "gongkai check" in said.err


def test_the_original_is_not_named_as_a_document(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a .md the original is a .md too; scripts read one path per document."""
    Path("a.md").write_text("# 村口的小事\n\n全镇推行村口代办。\n", "utf-8")
    main(["archive", "a.md", "--quiet", "--id", "small-2009"])

    assert capsys.readouterr().out == "content/demo/archive/small-2009.md\n"
