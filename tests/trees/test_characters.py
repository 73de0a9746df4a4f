"""Encodings and characters: what is read, and what is refused with its place and mend."""

import pytest

from generator.trees.characters import MAX_BYTES, MAX_FAULTS, decode, fault, ordinary

TEXT = "名称: 刘村\n级别: 村\n"


def said(data: bytes) -> list[tuple[int, int, str, str]]:
    """What is wrong with the bytes: line, column, message, mend."""
    return [(bad.line, bad.column, bad.message, bad.hint) for bad in decode(data)[1]]


@pytest.mark.parametrize("data", [TEXT.encode(), TEXT.encode("utf-8-sig"), b"", "\ufeff".encode()])
def test_utf8_is_read(data: bytes) -> None:
    """With and without a byte order mark, which is no part of the text."""
    text, faults = decode(data)

    assert data.decode("utf-8-sig") == text
    assert not faults


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf16_is_refused(encoding: str) -> None:
    """Told by its mark; without a mark, by its zero bytes."""
    data = TEXT.encode(encoding)
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))

    ((_, column, message, hint),) = said(data)

    assert ("UTF-16" in message) is marked or "空字节" in message
    assert column == 0
    assert hint


def test_gbk_is_refused_with_its_line() -> None:
    """The line of the first byte that is no UTF-8, and how to save the file anew."""
    expected = [(3, 0, "文件不是 UTF-8 编码(多半是 GBK)", "用记事本打开,另存为,编码选 UTF-8")]

    assert expected == said(b"# one\r\n# two\r\n" + TEXT.encode("gbk"))


def test_short_gbk_that_is_valid_utf8_is_refused() -> None:
    """员 and 支 in GBK are an Armenian and a Hebrew character in UTF-8: no error of decoding, and never what was meant."""
    for word, mark in (("员", "U+0531"), ("支", "U+05A7")):
        ((line, column, message, hint),) = said(b"# \n# " + word.encode("gbk"))

        expected = 2, 3, f"第3个字是乱码或外文字母({mark})"
        assert expected == (line, column, message)
        assert "GBK" in hint


def test_few_gbk_characters_pass_for_something_else() -> None:
    """Every Chinese character of GBK alone is refused, but for those that turn into a letter offices use.

    A file needs labels, and no label consists of these, so no GBK file is read as one.
    """
    passed = {char for code in range(0x4E00, 0x9FA6) if (char := chr(code)) and not said(char.encode("gbk"))}

    assert passed == set("路梅楼掳卤搂碌拢脳虏鲁")


def test_office_letters_are_kept() -> None:
    """Signs that Chinese office text uses although they look Latin; dashes, quotes, circled numbers and rare characters."""
    text = "20℃±5°·3×4÷2§µ¥£ 120m² 300m³ ——“”‘’…①②㎡㈠Ⅷ‰→ 㙍𠮷𰻝 🙂"

    assert (text, []) == decode(text.encode())


@pytest.mark.parametrize(
    ("char", "what"),
    [
        ("\u200b", "看不见的格式字符(U+200B)"),
        ("\u200d", "看不见的格式字符(U+200D)"),
        ("\u202e", "看不见的格式字符(U+202E)"),
        ("\u2066", "看不见的格式字符(U+2066)"),
        ("\u00ad", "看不见的格式字符(U+00AD)"),
        ("\ufeff", "看不见的格式字符(U+FEFF)"),
        ("\U000e0041", "看不见的格式字符(U+E0041)"),
        ("\u00a0", "网页上的不换行空格(U+00A0)"),
        ("\u0085", "乱码或外文字母(U+0085)"),
        ("é", "乱码或外文字母(U+00E9)"),
        ("\u0301", "乱码或外文字母(U+0301)"),
        ("٣", "乱码或外文字母(U+0663)"),
        ("\u0080", "乱码或外文字母(U+0080)"),
        ("\u07ff", "乱码或外文字母(U+07FF)"),
        ("\x1b", "控制字符或无效字符(U+001B)"),
        ("\x0b", "控制字符或无效字符(U+000B)"),
        ("\x0c", "控制字符或无效字符(U+000C)"),
        ("\x7f", "控制字符或无效字符(U+007F)"),
        ("\u2028", "控制字符或无效字符(U+2028)"),
        ("\u2029", "控制字符或无效字符(U+2029)"),
        ("\ue000", "控制字符或无效字符(U+E000)"),
        ("\ufffe", "控制字符或无效字符(U+FFFE)"),
        ("\U0010ffff", "控制字符或无效字符(U+10FFFF)"),
    ],
)
def test_hiding_characters_are_refused(char: str, what: str) -> None:
    """At their line and column, named by kind and code point, with a mend."""
    ((line, column, message, hint),) = said(f"# 一\n# 二{char}三\n".encode())

    expected = 2, 4, f"第4个字是{what}"
    assert expected == (line, column, message)
    assert hint


def test_control_characters_in_plain_english_are_refused() -> None:
    """A line of ASCII is not waved through."""
    expected = [(1, 4, "第4个字是控制字符或无效字符(U+001B)", "请删去这个字,重新输入")]

    assert expected == said(b"a: \x1b[31m\n")


def test_a_tab_is_no_bad_character() -> None:
    """Whether it may stand where it stands is a question of syntax."""
    assert not said(b"a:\tb\n")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_editors_do(end: str) -> None:
    """All three kinds of line ends."""
    (fault,) = decode(f"一{end}二{end}三\u200b{end}".encode("utf-8-sig"))[1]

    expected = 3, 2
    assert expected == (fault.line, fault.column)


def test_several_bad_characters_are_reported_together() -> None:
    """Each at its place, up to a limit that a file in a wrong encoding would reach."""
    expected = [(1, 2), (1, 4), (3, 1)]

    assert expected == [(line, column) for line, column, _, _ in said("一\u200b二\u200b\n\n\u202e".encode())]
    most = MAX_FAULTS
    assert most == len(said("\u200b".encode() * 1000))


def test_zero_bytes_are_refused_with_their_line() -> None:
    """A file of nothing but zeros is what a disk leaves after a power cut."""
    expected = "文件里有空字节,不是文本文件"

    assert [(1, 0, expected)] == [fault[:3] for fault in said(b"\0" * 4096)]
    assert [(3, 0, expected)] == [fault[:3] for fault in said(b"a: 1\r\nb: 2\rc: \0")]


def test_the_size_limit() -> None:
    """The limit itself is read; one byte more is not, whatever it holds."""
    assert not said(b" " * MAX_BYTES)
    expected = [(0, 0, "文件太大,超过1000KB", "请按年或按季度分成几个文件")]
    assert expected == said(b"\0" * (MAX_BYTES + 1))


def test_what_passes_quickly_passes_slowly_too() -> None:
    """The short cut may let nothing through that the long way would refuse."""
    quick = [chr(code) for code in range(0x110000) if ordinary(chr(code))]

    assert len(quick) > 20_000
    assert [char for char in quick if fault(char)] == []
