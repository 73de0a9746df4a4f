"""The file that comes back from a reviewer: nothing in it is believed, nothing in the data is lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import feedback, pipeline
from generator.__main__ import main
from generator.derive import derive
from generator.disclose import disclose
from generator.editing import comments
from generator.editing.document import NotEdited
from generator.feedback import Heard, Now
from generator.leaks import withheld
from generator.load import load
from generator.model import Audience, Publication, Site, Unusable, fold
from generator.pages import plan
from generator.records.comment import Comment
from generator.records.item import DisclosureItem
from tests.world import TODAY

ONE = {
    "page": "demo/shanghe/index.html",
    "title": "上河村",
    "record": "demo/place/shanghe",
    "quote": "户数 | 560",
    "text": "户数和台账不一样: 请核对 # 谢谢",
    "who": "县纪委监委",
    "when": "2026-09-01T08:30:00+08:00",
}
SHEET = "demo/shanghe/finance/shanghe-2026-07.html"


def came(root: Path, path: Path, *, dry: bool = False) -> tuple[list[Heard], list[tuple[Path, int]]]:
    return feedback.comments(Site(root, TODAY), path, dry=dry)


def file(folder: Path, *said: Any, **more: Any) -> Path:
    path = folder / "comments.json"
    path.write_text(json.dumps({"kind": "gongkai-comments", "version": 1, "comments": list(said), **more}), "utf-8")
    return path


def test_they_are_entered_once_and_told_where_they_belong(site: Path, tmp_path: Path) -> None:
    """At the record's own line; twice the same file is once the same comment."""
    path = file(tmp_path, ONE, ONE, {**ONE, "text": "又一条"})
    heard, kept = came(site, path)
    there = site / "data" / "townships" / "demo" / "comment.yml"

    assert [one.said.text for one in heard] == ["户数和台账不一样: 请核对 # 谢谢", "又一条"]
    assert heard[0].at.startswith("data/townships/demo/place.yml:")
    assert kept == [(there, 2)]
    before = there.read_bytes()
    assert came(site, path)[1] == []
    assert there.read_bytes() == before
    records, findings = load(site)
    assert findings == []
    assert [one.text for one in records.of(Comment)] == ["户数和台账不一样: 请核对 # 谢谢", "又一条"]


def test_what_stands_there_stays(site: Path, tmp_path: Path) -> None:
    """Byte for byte, with comments and blank lines; also where the last line has no end."""
    there = site / "data" / "townships" / "demo" / "comment.yml"
    old = "# 县里的意见\n\n- 编号: old\n  页面: demo/index.html\n  意见: 旧的   # 已看\n  日期: 2026-08-01"
    there.write_text(old, "utf-8")
    came(site, file(tmp_path, ONE))

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
    (home / "comment.yml").write_bytes(comments.extended("comment.yml", b"", [said]))
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
            json.dumps({"kind": "gongkai-comments", "version": 1, "comments": [{**ONE, "when": "0001-01-01"}]}),
            "日期不对",
        ),
        (json.dumps({"kind": "gongkai-comments", "version": 1, "comments": [{**ONE, "when": [[1]]}]}), "日期不对"),
        ('{"kind": "gongkai-comments", "version": 1, "comments": [' + "9" * 5000 + "]}", "读不懂"),
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
        came(site, path)

    assert not (site / "data" / "townships" / "demo" / "comment.yml").exists()


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    """Nor one that is not there."""
    (tmp_path / "big.json").write_bytes(b" " * (5 * 2**20))
    for name in ("big.json", "none.json"):
        with pytest.raises(Unusable, match=r"太大|没有"):
            comments.read(tmp_path / name)


def test_as_a_command(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A list for people or for programs; then `check` reminds of them, and no reader of the site ever sees them."""
    path = file(tmp_path, {**ONE, "quote": "户数 | 430", "heading": "概况"})
    shared = ["--root", str(site), "--today", TODAY.isoformat()]
    assert main(["comments", str(path), *shared, "--dry-run", "--format", "json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)["comments"]
    assert (told["known"], told["now"], told["personal"]) == (False, "changed", "")
    assert main(["comments", str(path), *shared]) == 0
    out, err = capsys.readouterr()
    assert "针对:“概况”下,户数 | 430(现在这一页上没有这几个字了)" in out
    assert "新记入 1 条" in err
    assert main(["check", *shared, "--rule", "comments"]) == 0
    assert "审核意见没有处理:户数和台账不一样" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("page", "quote", "now"),
    [
        (SHEET, "果园承包费 | 501 经营收入 | 周守业 | 12,000.00", Now.SAME),
        (SHEET, "果园承包费 | 501 经营收入 | 周守业 | 12,000.50", Now.CHANGED),
        (SHEET, "2,000.00", Now.CHANGED),
        (SHEET, "1,020.00", Now.SAME),
        (SHEET, "", Now.SAME),
        ("demo/shanghe/finance/shanghe-2025-01.html", "果园承包费", Now.GONE),
        ("demo/findings.html", "错误 3 个", Now.UNKNOWN),
        ("index.html", "乡镇和村", Now.UNKNOWN),
    ],
)
def test_whether_what_is_quoted_still_stands_there(page: str, quote: str, now: Now, site: Path, tmp_path: Path) -> None:
    """On the page as reviewers would read it now, in another order of blanks and marks; a part of a number is another."""
    ((heard,), _) = came(site, file(tmp_path, {**ONE, "page": page, "quote": quote}), dry=True)

    assert heard.now is now


def test_a_line_of_a_file_leads_to_its_record(site: Path, tmp_path: Path) -> None:
    """Rows of lists name it alone; of what is not there, or moved away, the old place is told."""
    data = "data/townships/demo/finance/2026-q3.yml"
    for where, at in (
        (f"{data}:7:3", f"{data}:1:3"),
        (f"{data}:30", f"{data}:27:3"),
        ("data/townships/demo/gone.yml:3:1", "data/townships/demo/gone.yml:3:1"),
        (f"{data}:{'9' * 40}", f"{data}:{'9' * 40}"),
        ("x", "x"),
    ):
        ((heard,), _) = came(site, file(tmp_path, {**ONE, "page": SHEET, "record": "", "where": where}), dry=True)
        assert heard.at == at


@pytest.mark.parametrize("field", ["text", "quote", "who"])
def test_personal_numbers_never_enter_the_data(
    field: str, site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The comment is left out and said so, without the number; the others are entered."""
    number = "身份证号码11010519491231002X"
    path = file(tmp_path, {**ONE, field: number}, {**ONE, "text": "另一条"})
    assert main(["comments", str(path), "--root", str(site), "--today", TODAY.isoformat()]) == 1
    out, err = capsys.readouterr()
    assert "第1条里有个人信息,没有记入" in err
    assert "新记入 1 条" in err
    assert main(["comments", str(path), "--root", str(site), "--dry-run", "--format", "json"]) == 1
    assert "11010519491231002X" not in out + err + capsys.readouterr().out
    assert [one.text for one in load(site)[0].of(Comment)] == ["另一条"]


@pytest.mark.parametrize(
    "old",
    [
        b"",
        "# 注\n".encode(),
        "\ufeff- {编号: old, 页面: demo/index.html, 意见: a, 日期: 2026-08-01}\r\n# z\r\n".encode(),
    ],
    ids=["empty", "comment", "bom-crlf"],
)
def test_every_byte_before_stays(old: bytes, site: Path, tmp_path: Path) -> None:
    """With its mark and its line ends."""
    there = site / "data" / "townships" / "demo" / "comment.yml"
    there.write_bytes(old)
    came(site, file(tmp_path, ONE))
    new = there.read_bytes()

    assert new.startswith(old)
    assert (b"\r\n" in old) == (b"\r\n" in new[len(old) :])
    assert new.count(b"\n") == new.count(b"\r\n") or b"\r" not in new
    assert load(site)[1] == []


@pytest.mark.parametrize(
    "old",
    [
        "- 编号: 意见\n".encode("gbk"),
        b"[]\n",
        "编号: one\n页面: demo/index.html\n意见: 一\n日期: 2026-08-01\n".encode(),
        "  - 编号: one\n    页面: demo/index.html\n    意见: 一\n    日期: 2026-08-01\n".encode(),
        "- 编号: [\n".encode(),
        b"#" * 999_900 + b"\n",
    ],
    ids=["gbk", "brackets", "one", "indented", "broken", "full"],
)
def test_a_file_that_cannot_take_them_stays(old: bytes, site: Path, tmp_path: Path) -> None:
    """It is named, with what to do."""
    there = site / "data" / "townships" / "demo" / "comment.yml"
    there.write_bytes(old)
    with pytest.raises(NotEdited, match=r"comment\.yml"):
        came(site, file(tmp_path, ONE))

    assert there.read_bytes() == old


OPENING = {
    "编号": "comments-opened",
    "事项": "审核意见",
    "类别": "党务公开",
    "依据": [],
    "数据": "comment",
    "要素": ["意见", "引文", "页面"],
    "频次": "长期",
    "主体": "乡镇",
    "层级": ["乡镇"],
    "对象": {"社会": "公开", "本村": "公开", "党内": "公开"},
}


def test_no_reader_is_kept_from_the_site_by_a_comment(site: Path, tmp_path: Path) -> None:
    """What it quotes stands on public pages; what the reviewer wrote is looked for, and is in no edition, whatever an item opens."""
    words = "这一笔收入和合同上写的金额对不上"
    quote = "上河村以果园和光伏为主。"
    came(site, file(tmp_path, {**ONE, "quote": quote, "text": words, "who": "周守业"}))
    item = DisclosureItem.model_validate(OPENING)
    records = derive(load(site)[0].adding([item]), TODAY)
    for audience in Audience:
        edition = disclose(records, audience)
        needles = withheld(Publication(edition, plan(edition), Path()), records)
        ours = {needle for needle, (key, _) in needles.items() if "/comment/" in key}

        assert ours == {fold(words)}
        assert edition.of(Comment) == ()
    _, findings = pipeline.check(Site(site, TODAY))
    assert [one.level.value for one in findings if one.rule == "comments"] == ["note"]
