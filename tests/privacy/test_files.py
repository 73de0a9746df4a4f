"""Files are looked through to the last corner, and nothing that is wrong with one is ever a traceback."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from generator.privacy import Grade, Kind
from generator.privacy.files import look, look_at
from generator.privacy.files.packages import tree
from generator.privacy.files.parts import MAX_PART, MAX_ROWS, Unread
from tests.privacy import office

IDENTITY = "11010519491231002X"
MOBILE = "13800138000"
SAID = f"身份证{IDENTITY}"


def seen(name: str, data: bytes) -> list[tuple[str, str]]:
    """(place, kind), the certain ones and the likely ones."""
    return [(one.place, one.kind.name) for one in look_at(name, data).seen if one.grade >= Grade.LIKELY]


def remarks(name: str, data: bytes) -> list[str]:
    return [remark.text for remark in look_at(name, data).remarks]


EXCEL = {
    "a cell": (
        office.workbook(office.row(1, A="姓名", B="证件") + office.row(2, A="张某", B=IDENTITY)),
        "工作表“低保” B2",
    ),
    "a shared text": (
        office.workbook(
            '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', {"xl/sharedStrings.xml": office.strings(SAID)}
        ),
        "工作表“低保” A1",
    ),
    "a hidden sheet": (office.workbook(office.row(7, D=SAID), state="veryHidden"), "工作表“低保”(隐藏) D7"),
    "a number": (
        office.workbook(office.row(1, A="身份证号") + office.row(2, A="=110105194912310011")),
        "工作表“低保” A2",
    ),
    "a number that lost its last digits": (
        office.workbook(office.row(1, A="身份证号") + office.row(2, A="=1.1010519491231E+17")),
        "工作表“低保” A2",
    ),
    "several cells": (office.workbook(office.row(3, A="110105", B="19491231", C="002X")), "工作表“低保” A3"),
    "a comment": (office.workbook("", {"xl/comments1.xml": office.comments("C5", SAID)}), "工作表“低保”批注 C5"),
    "a header": (office.workbook("", {"header": SAID}), "工作表“低保”页眉页脚"),
    "a name": (office.workbook("", names=f'<definedName name="_x">"{SAID}"</definedName>'), "定义的名称"),
    "a pivot cache": (
        office.workbook("", {"xl/pivotCache/r1.xml": f'<r><s v="{SAID}"/></r>'}),
        "数据透视表里存的数据",
    ),
    "a text box": (office.workbook("", {"xl/drawings/d.xml": f"<d><p><r><t>{SAID}</t></r></p></d>"}), "图形里的文字"),
    "the properties": (office.workbook("", {"docProps/core.xml": office.core(SAID)}), "文件属性"),
}


@pytest.mark.parametrize("where", EXCEL)
def test_a_workbook_is_read_everywhere(where: str) -> None:
    """Each place alone holds the number, and is named."""
    data, place = EXCEL[where]

    assert seen("名单.xlsx", data) == [(place, "IDENTITY")]


BOX = "<mc:AlternateContent><mc:{0}><w:txbxContent>{1}</w:txbxContent></mc:{0}></mc:AlternateContent>"
WORD = {
    "the text": (office.document(office.paragraph("张某") + office.paragraph(SAID)), "正文第 2 段"),
    "several runs": (office.document(office.paragraph("身份证", IDENTITY[:5], IDENTITY[5:])), "正文第 1 段"),
    "a table": (office.document(office.grid(("姓名", "证件"), ("张某", IDENTITY))), "正文表格 1 第 2 行第 2 格"),
    "a table in a table": (
        office.document(f"<w:tbl><w:tr><w:tc>{office.grid((SAID,))}</w:tc></w:tr></w:tbl>"),
        "正文表格 2 第 1 行第 1 格",
    ),
    "several cells": (office.document(office.grid(("110105", "19491231", "002X"))), "正文表格 1 第 1 行第 1 格"),
    "two paragraphs": (office.document(office.paragraph(SAID[:9]) + office.paragraph(SAID[9:])), "正文第 1 段"),
    "a text box": (
        office.document(f"<w:p><w:r>{BOX.format('Choice', office.paragraph(SAID))}</w:r></w:p>"),
        "正文第 2 段",
    ),
    "deleted text": (
        office.document(f"<w:p><w:del><w:r><w:delText>{SAID}</w:delText></w:r></w:del></w:p>"),
        "正文第 1 段",
    ),
    "a header": (office.document("", {"word/header2.xml": office.paragraph(SAID)}), "页眉第 1 段"),
    "a footer": (office.document("", {"word/footer1.xml": office.paragraph(SAID)}), "页脚第 1 段"),
    "a note": (office.document("", {"word/footnotes.xml": office.paragraph(SAID)}), "脚注第 1 段"),
    "a comment": (office.document("", {"word/comments.xml": office.paragraph(SAID)}), "批注第 1 段"),
    "the properties": (office.document("", {"docProps/core.xml": office.core(SAID)}), "文件属性"),
}


@pytest.mark.parametrize("where", WORD)
def test_a_document_is_read_everywhere(where: str) -> None:
    """Each place alone holds the number, and is named."""
    data, place = WORD[where]

    assert seen("总结.docx", data) == [(place, "IDENTITY")]


def test_what_is_written_twice_for_old_programs_is_said_once() -> None:
    """A text box and its fallback."""
    old = BOX.format("Fallback", office.paragraph(SAID))

    assert seen("a.docx", office.document(f"<w:p><w:r>{old}</w:r></w:p>")) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_texts_and_tables_in_every_encoding(encoding: str) -> None:
    """By line and by cell; the head of a column counts."""
    assert seen("a.txt", f"第一行\n张某{SAID}\n".encode(encoding)) == [("第 2 行", "IDENTITY")]
    assert seen("a.txt", f"身份证{IDENTITY[:9]}\n{IDENTITY[9:]}".encode(encoding)) == [("第 1 行", "IDENTITY")]
    assert seen("a.csv", f"姓名,联系电话\n张某,{MOBILE}\n".encode(encoding)) == [("第 2 行第 2 格", "MOBILE")]
    assert seen("a.csv", f"姓名,合同编号\n张某,{MOBILE}\n".encode(encoding)) == []


def photo(kind: str) -> bytes:
    """A picture taken somewhere by somebody, with a number in its description."""
    exif = Image.Exif()
    exif[0x010E] = f"tel 电话{MOBILE}".encode().decode("latin-1")
    exif[0x013B] = "Zhang San"
    exif.get_ifd(0x8825).update({1: "N", 2: (30.0, 16.0, 27.0)})
    buffer = io.BytesIO()
    if kind == "JPEG":
        Image.new("RGB", (9, 9)).save(buffer, kind, exif=exif, comment=SAID.encode())
    else:
        texts = PngImagePlugin.PngInfo()
        texts.add_itxt("XML:com.adobe.xmp", f"<x>{SAID}</x>")
        Image.new("RGB", (9, 9)).save(buffer, kind, exif=exif, pnginfo=texts)
    return buffer.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_what_a_photo_carries_unseen(kind: str) -> None:
    """The place, the person, and numbers in descriptions."""
    assert ("图片里附带的文字", "IDENTITY") in seen(f"a.{kind.lower()}", photo(kind))
    assert "带着拍摄地点(GPS)" in remarks(f"a.{kind.lower()}", photo(kind))
    assert "写着作者" in remarks(f"a.{kind.lower()}", photo(kind))


def test_names_of_files_are_read() -> None:
    """Also those in a package, in the encoding of a Chinese Windows."""
    assert seen(f"{IDENTITY}.jpg", photo("JPEG"))[0] == ("文件名", "IDENTITY")
    assert seen("材料.zip", office.packed({f"{SAID}.txt": "无"})) == [(f"{SAID}.txt 文件名", "IDENTITY")]


def test_packages_are_opened_and_packages_in_them() -> None:
    """Each level says its name; the comment of a package is read too."""
    inner = office.packed({"名单.xlsx": EXCEL["a cell"][0]})

    assert seen("全部.zip", office.packed({"三月.zip": inner}, comment=SAID.encode())) == [
        ("压缩包的说明", "IDENTITY"),
        ("三月.zip 名单.xlsx 工作表“低保” B2", "IDENTITY"),
    ]


def bomb() -> bytes:
    return office.packed({"a.txt": b"0" * 60_000_000})


def locked() -> bytes:
    data = bytearray(office.packed({"a.txt": b"abc"}))
    data[6] |= 1
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def nested(depth: int) -> bytes:
    data = office.packed({"a.txt": SAID})
    for _ in range(depth):
        data = office.packed({"a.zip": data})
    return data


DTD = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.pdf", b"%PDF-1.7", "PDF 文件没有查"),
        ("a.doc", b"\xd0\xcf\x11\xe0", "另存为 .docx"),
        ("a.exe", b"MZ", "这种文件没有查"),
        ("a.xlsx", b"PK", "解不开"),
        ("a.docx", b"", "解不开"),
        ("a.zip", bomb(), "大得不正常"),
        ("a.zip", office.packed({"a.txt": b"0" * 2_000_000}), "大得不正常"),
        ("a.zip", locked(), "密码"),
        ("a.zip", nested(4), "太多层"),
        ("a.xlsx", office.packed({"a": "b"}), "坏的部分"),
        ("a.docx", office.packed({"word/document.xml": DTD}), "DTD"),
        ("a.docx", office.packed({"word/document.xml": DTD.encode("utf-16")}), "DTD"),
        ("a.docx", office.packed({"word/document.xml": "<a><b></a>"}), "读不懂"),
        ("a.docx", office.packed({"word/document.xml": '<?xml version="1.0" encoding="x-none"?><a/>'}), "读不懂"),
        ("a.jpg", b"\xff\xd8\xff", "图片打不开"),
        ("a.png", photo("PNG")[:60], "图片打不开"),
        ("a.txt", b"\x00\x01\x02\xff", "不是文字"),
        ("a.xlsx", office.workbook("".join(office.row(n + 1, A="1") for n in range(MAX_ROWS + 1))), "只查了前"),
    ],
)
def test_what_cannot_be_read_is_said(name: str, data: bytes, words: str) -> None:
    """In a Chinese sentence, and quickly."""
    assert any(words in text for text in remarks(name, data))


def test_a_part_that_is_too_large_is_not_read() -> None:
    """Elements in memory are ten times as large as in the file."""
    with pytest.raises(Unread, match="太大"):
        tree(b" " * (MAX_PART + 1))


def test_deep_markup_does_no_harm() -> None:
    """A hundred thousand elements within each other, and text boxes in text boxes."""
    deep = "<a>" * 50_000 + "</a>" * 50_000
    boxes = "<w:p><w:txbxContent>" * 400 + office.paragraph(SAID) + "</w:txbxContent></w:p>" * 400

    assert look_at("a.docx", office.document(deep)).seen == ()
    assert [kind for _, kind in seen("a.docx", office.document(boxes))] == ["IDENTITY"]


def test_a_broken_member_leaves_the_others(tmp_path: Path) -> None:
    """A picture that is none does not keep a list beside it from being read."""
    data = office.packed({"a.jpg": b"no", "b.txt": SAID})

    assert seen("x.zip", data) == [("b.txt 第 1 行", "IDENTITY")]
    assert remarks("x.zip", data) == ["图片打不开,可能已经损坏,没有查"]


def test_links_and_folders_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(SAID, encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(tmp_path / "secret.txt")

    assert look(tmp_path / "link.txt").seen == ()
    assert look(tmp_path / "link.txt").remarks
    assert look(tmp_path).remarks
    assert look(tmp_path / "none.txt").remarks


@settings(max_examples=150)
@given(st.data())
def test_damaged_files_are_bearable(data: st.DataObject) -> None:
    """Bytes changed anywhere, files cut anywhere: never an exception."""
    kinds = {
        ".xlsx": EXCEL["a cell"][0],
        ".docx": WORD["a table"][0],
        ".jpg": photo("JPEG"),
        ".png": photo("PNG"),
        ".zip": nested(1),
        ".csv": b"a,b\n1,2\n",
    }
    suffix = data.draw(st.sampled_from(sorted(kinds)))
    damaged = bytearray(kinds[suffix])
    for place, byte in data.draw(
        st.lists(st.tuples(st.integers(0, len(damaged) - 1), st.integers(0, 255)), max_size=5)
    ):
        damaged[place] = byte
    look_at(f"a{suffix}", bytes(damaged[: data.draw(st.integers(0, len(damaged)))] or damaged))


def test_a_declared_size_that_lies_is_not_believed() -> None:
    """The table of contents says ten bytes, the member swells to millions."""
    data = bytearray(office.packed({"a.txt": b"0" * 3_000_000}))
    place = data.rfind(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack("<L", 10)

    assert any("坏的部分" in text for text in remarks("a.zip", bytes(data)))
    assert zipfile.ZipFile(io.BytesIO(bytes(data))).infolist()[0].file_size == 10
    assert zlib.crc32(b"0" * 10) != zlib.crc32(b"0" * 3_000_000)


def test_the_same_thing_is_said_once() -> None:
    """Two numbers in one place are one thing to mend."""
    (one,) = look_at("a.txt", f"{SAID} {SAID}".encode()).seen

    assert (one.place, one.kind, one.grade) == ("第 1 行", Kind.IDENTITY, Grade.CERTAIN)


def test_a_row_without_cells_hides_nothing() -> None:
    """As a row has that is only higher than the others."""
    file = office.workbook('<row r="1" ht="30"/>' + office.row(2, A="联系电话", B=MOBILE))

    assert [kind for _, kind in seen("a.xlsx", file)] == ["MOBILE"]
