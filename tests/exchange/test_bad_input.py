"""Files that are not what they seem, and places that cannot be written: one clear sentence, and nothing half-written."""

from __future__ import annotations

import codecs
import os
from contextlib import suppress
from pathlib import Path

import pytest

from generator.exchange.archive import Refused, archive, shelf, writing
from generator.model import Busy, Unusable
from tests.exchange.dirt import plain
from tests.exchange.storing import bare, stored, words
from tests.exchange.texts import CLEAN

TEXT = plain(CLEAN["report"])
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def nothing_written(root: Path) -> bool:
    return not (root / "content" / "demo" / "archive").exists()


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("扫描.docx", b"%PDF-1.7\n", "PDF"),
        ("扫描.txt", b"%PDF-1.7\n", "PDF"),
        ("照片.docx", b"\x89PNG\r\n\x1a\n", "图片"),
        ("照片.md", b"\xff\xd8\xff\xe0\x00\x10JFIF", "图片"),
        ("旧.docx", OLE, "旧格式"),
        ("密.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "密码"),
        ("网页.docx", b"<!DOCTYPE html><html><body>x</body></html>", "网页"),
        ("网页.txt", "\ufeff<html><body>正文</body></html>".encode(), "网页"),
        ("富文本.docx", b"{\\rtf1\\ansi x}", "RTF"),
        ("文本.docx", "这是正文。".encode(), "不是 Word 文件"),
        ("包.txt", b"PK\x03\x04\x14\x00", "压缩包"),
        ("程序.docx", b"MZ\x90\x00\x03\x00", "程序"),
        ("空.txt", b"", "空的"),
        ("空白.txt", b" \r\n \r\n", "空的"),
        ("空.docx", b"", "空的"),
        ("空字节.txt", "正文\0正文".encode(), "空字节"),
        ("半个.txt", codecs.BOM_UTF16_LE + "正文".encode("utf-16-le")[:-1], "编码"),
        ("台湾.txt", "全體鄉鎮幹部應於會議後將決議事項轉達各村並請依期辦理".encode("big5"), "编码"),
        ("乱.txt", b"\xff\xfe\xfa\x80\x81 abc"[2:], "编码"),
        ("标记.md", "\ufeff\u200b\u200b".encode(), "没有文字"),
    ],
)
def test_a_file_that_is_something_else_is_refused(name: str, data: bytes, message: str, root: Path) -> None:
    with pytest.raises(Refused, match=message) as caught:
        stored(root, name, data)

    assert caught.value.hint
    assert nothing_written(root)


@pytest.mark.parametrize("name", ["没有.txt", "文件夹.txt", "链接.txt", "表.xlsx", "无扩展名", "旧.doc"])
def test_what_is_no_document_at_all_is_wrong_use(name: str, root: Path) -> None:
    """Missing, a folder, a link, another suffix."""
    path = root / name
    if name == "文件夹.txt":
        path.mkdir()
    elif name == "链接.txt":
        path.symlink_to("/etc/passwd")
    elif name != "没有.txt":
        path.write_text(TEXT, "utf-8")
    with pytest.raises(Unusable):
        archive(path, shelf(root, "demo"))

    assert nothing_written(root)


def test_a_pipe_does_not_hang(root: Path) -> None:
    os.mkfifo(root / "管道.txt")
    with pytest.raises(Unusable):
        archive(root / "管道.txt", shelf(root, "demo"))


def test_five_megabytes_are_refused_with_their_size(root: Path) -> None:
    """As one document it is more than a page can show; the sentence says how to part it."""
    paragraph = "　　今年以来，全镇各村按照要求，认真抓好各项工作的落实，群众比较满意，成效也比较明显。\n"
    with pytest.raises(Refused, match="一篇最多") as caught:
        stored(root, "长.txt", "长篇材料汇编\n" + paragraph * (5_000_000 // len(paragraph.encode())))

    assert "篇一" in caught.value.hint
    assert nothing_written(root)


def test_five_megabytes_of_a_collection_are_archived(root: Path) -> None:
    """Each document is within the bounds; every character is there."""
    paragraph = "今年以来，全镇各村按照要求，认真抓好各项工作的落实，群众比较满意，成效也比较明显。" * 12
    parts = [
        f"篇{number}：第{number}个村的材料\n" + f"　　{paragraph}\n" * 500
        for number in ("一", "二", "三", "四", "五", "六")
    ]
    made = stored(root, "汇编.txt", "".join(parts))

    assert len(made.records) == 6
    assert made.findings == []
    assert {len(bare("".join(words(record)))) for record in made.records} == {500 * len(paragraph)}


def test_one_line_of_a_megabyte_takes_no_longer_than_many(root: Path) -> None:
    """Joining, furniture and quotation marks look at every character a bounded number of times."""
    text = "标题\n" + "全镇实施?三个一?工程，" * 20_000 + "。\n"
    made = stored(root, "一行.txt", text)

    assert bare("".join(words(made.only))).replace("“", "?").replace("”", "?") == bare(text.removeprefix("标题\n"))
    assert max(len(block.text) for block in made.only.body) <= 20_000


@pytest.mark.parametrize(
    "piece", ["[", "![", "**", "`", "# ", "> ", "| ", "\\", "?", "（", "一、", "——", " ", "　", "-", "[a](", "2009年"]
)
def test_a_long_line_of_one_sign_does_not_hang(piece: str, root: Path) -> None:
    """Nothing in the import takes the square of a line's length; it is archived, or refused for what it is."""
    for suffix in (".md", ".txt"):
        path = root / f"长{suffix}"
        path.write_text(f"标题\n正文的第一段话，说得很清楚。\n# {piece * 60_000}x\n", "utf-8")
        with suppress(Refused):
            archive(path, shelf(root, "demo"), dry=True)


@pytest.mark.parametrize("townships", [("demo", "other"), ()])
def test_the_township_must_be_known(townships: tuple[str, ...], root: Path) -> None:
    """With several, all are listed; with none, the folder is wrong."""
    folder = root / "data" / "townships"
    if townships:
        (folder / "other").mkdir()
    else:
        folder.rename(root / "data" / "elsewhere")
    with pytest.raises(Unusable, match="demo、other" if townships else "没有找到乡镇"):
        shelf(root, "")


@pytest.mark.parametrize("below", ["content", "content/demo", "content/demo/archive", "content/demo/archive/originals"])
def test_a_link_in_place_of_a_folder_is_refused(below: str, root: Path, tmp_path: Path) -> None:
    """Nothing is ever written somewhere else."""
    path, elsewhere = root / below, tmp_path / "elsewhere"
    elsewhere.mkdir()
    if path.exists():
        path.rename(tmp_path / "moved")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(elsewhere)
    with pytest.raises(Unusable, match="链接"):
        shelf(root, "demo")

    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("fails", range(4))
def test_a_full_disk_leaves_nothing(fails: int, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever file it is at which writing fails."""
    real, count = Path.write_bytes, iter(range(100))

    def full(path: Path, data: bytes) -> int:
        if ".new-" in str(path) and next(count) == fails:
            raise OSError(28, "No space left on device", str(path))
        return real(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(Busy, match="什么都没有存"):
        stored(root, "总结.txt", TEXT)

    assert nothing_written(root)


@pytest.mark.parametrize("fails", range(4))
def test_a_move_that_fails_leaves_nothing(fails: int, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was already in place is taken back, and what was there before stays."""
    stored(root, "前.txt", plain(CLEAN["speech"]))
    folder = root / "content" / "demo" / "archive"
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    real, count = Path.rename, iter(range(100))

    def refuse(path: Path, target: Path) -> Path:
        if next(count) == fails:
            raise PermissionError(13, "denied", str(path))
        return real(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(Busy):
        stored(root, "总结.txt", TEXT)

    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_file_that_appears_meanwhile_is_not_overwritten(root: Path) -> None:
    """Between choosing the id and writing."""
    made = archive(_file(root), shelf(root, "demo"), dry=True)
    target = made.files[-1][0]
    target.parent.mkdir(parents=True)
    target.write_text("别人的", "utf-8")
    with pytest.raises(Busy, match="已经有了"):
        writing.put(target.parent, made.files)

    assert [path.name for path in target.parent.rglob("*") if path.is_file()] == [target.name]
    assert target.read_text("utf-8") == "别人的"


def _file(root: Path) -> Path:
    path = root / "总结.txt"
    path.write_text(TEXT, "utf-8")
    return path
