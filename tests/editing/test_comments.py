"""The file that comes back from a reviewer: nothing in it is believed, nothing in the data is lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import feedback
from generator.__main__ import main
from generator.editing import comments
from generator.load import load
from generator.model import Unusable
from generator.records.comment import Comment

ONE = {
    "page": "demo/shanghe/index.html",
    "title": "上河村",
    "record": "demo/place/shanghe",
    "quote": "户数 430",
    "text": "户数和台账不一样: 请核对 # 谢谢",
    "who": "县纪委监委",
    "when": "2026-09-01",
}


def file(folder: Path, *said: Any, **more: Any) -> Path:
    path = folder / "comments.json"
    path.write_text(json.dumps({"kind": "gongkai-comments", "version": 1, "comments": list(said), **more}), "utf-8")
    return path


def test_they_are_entered_once_and_told_where_they_belong(site: Path, tmp_path: Path) -> None:
    """At the record's own line; twice the same file is once the same comment."""
    path = file(tmp_path, ONE, ONE, {**ONE, "text": "又一条"})
    heard, kept = feedback.comments(site, path)
    there = site / "data" / "townships" / "demo" / "comment.yml"

    assert [one.said.text for one in heard] == ["户数和台账不一样: 请核对 # 谢谢", "又一条"]
    assert heard[0].at.startswith("data/townships/demo/place.yml:")
    assert kept == [(there, 2)]
    before = there.read_bytes()
    assert feedback.comments(site, path)[1] == []
    assert there.read_bytes() == before
    records, findings = load(site)
    assert findings == []
    assert [one.text for one in records.of(Comment)] == ["户数和台账不一样: 请核对 # 谢谢", "又一条"]


def test_what_stands_there_stays(site: Path, tmp_path: Path) -> None:
    """Byte for byte, with comments and blank lines; also where the last line has no end."""
    there = site / "data" / "townships" / "demo" / "comment.yml"
    old = "# 县里的意见\n\n- 编号: old\n  页面: demo/index.html\n  意见: 旧的   # 已看\n  日期: 2026-08-01"
    there.write_text(old, "utf-8")
    feedback.comments(site, file(tmp_path, ONE))

    assert there.read_text("utf-8").startswith(f"{old}\n- 编号: c-2026-09-01-")
    assert len(load(site)[0].of(Comment)) == 2


@given(text=st.text(min_size=1, max_size=300), quote=st.text(max_size=300), title=st.text(max_size=80))
def test_whatever_was_written_is_read_back(
    text: str, quote: str, title: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Colons, quotes, brackets, line breaks, other planes; what is no plain character is a blank."""
    folder = tmp_path_factory.mktemp("comments")
    try:
        (said,) = comments.read(file(folder, {**ONE, "text": text, "quote": quote, "title": title}))
    except Unusable:
        assert not "".join(text.split()) or not any(char.isprintable() and not char.isspace() for char in text)
        return
    home = folder / "data" / "townships" / "demo"
    home.mkdir(parents=True)
    (home / "comment.yml").write_text(comments.entries([said], ()), "utf-8")
    records, _ = load(folder)
    (comment,) = records.of(Comment)

    assert (comment.text, comment.quote or "", comment.title or "") == (said.text, said.quote, said.title)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ("x", "读不懂"),
        ("[" * 100_000, "读不懂"),
        ("[]", "不是意见文件"),
        ('{"kind": "gongkai-comments", "version": 2, "comments": []}', "不是意见文件"),
        ('{"kind": "gongkai-comments", "version": 1, "comments": {}}', "不对或太多"),
        ('{"kind": "gongkai-comments", "version": 1, "comments": [1]}', "第1条意见的写法不对"),
        (
            json.dumps(
                {"kind": "gongkai-comments", "version": 1, "comments": [{**ONE, "page": "../../etc/passwd.html"}]}
            ),
            "页面不对",
        ),
        (json.dumps({"kind": "gongkai-comments", "version": 1, "comments": [{**ONE, "text": "\x00 "}]}), "内容不对"),
        (json.dumps({"kind": "gongkai-comments", "version": 1, "comments": [{**ONE, "when": "昨天"}]}), "日期不对"),
        (
            json.dumps({"kind": "gongkai-comments", "version": 1, "comments": [{**ONE, "page": "other/index.html"}]}),
            "没有“other”这个乡镇",
        ),
    ],
    ids=str,
)
def test_what_is_no_such_file_is_said_so(wrong: str, words: str, site: Path, tmp_path: Path) -> None:
    """In Chinese, with what to ask for; nothing is entered."""
    path = tmp_path / "x.json"
    path.write_text(wrong, "utf-8")
    with pytest.raises(Unusable, match=words):
        feedback.comments(site, path)

    assert not (site / "data" / "townships" / "demo" / "comment.yml").exists()


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    """Nor one that is not there."""
    (tmp_path / "big.json").write_bytes(b" " * (5 * 2**20))
    for name in ("big.json", "none.json"):
        with pytest.raises(Unusable, match=r"太大|没有"):
            comments.read(tmp_path / name)


def test_as_a_command(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A list for people or for programs; then `check` reminds of them, and no reader of the site ever sees them."""
    path = file(tmp_path, ONE)
    assert main(["comments", str(path), "--root", str(site), "--dry-run", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["comments"][0]["known"] is False
    assert main(["comments", str(path), "--root", str(site)]) == 0
    out, err = capsys.readouterr()
    assert "针对:户数 430(现在的数据里没有这几个字了)" in out
    assert "新记入 1 条" in err
    assert main(["check", "--root", str(site), "--today", "2026-10-20", "--rule", "comments"]) == 0
    assert "审核意见没有处理:户数和台账不一样" in capsys.readouterr().out
