"""Bombs: what makes plain YAML loaders hang, crash or eat the memory is refused with an ordinary finding."""

from __future__ import annotations

import pytest

from generator.model import Level
from generator.trees.characters import MAX_BYTES
from tests.load.world import PLACE, World

UNDER = 900_000  # bytes, just under the limit of a file
LAUGHS = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 11))
MERGES = "a0: &a0 {x: 1}\n" + "".join(f"a{n}: &a{n} {{<<: [{','.join([f'*a{n - 1}'] * 50)}]}}\n" for n in range(1, 8))

DEEP = "嵌套超过20层"
BOMBS = {
    "a billion laughs": (LAUGHS, "用了锚点记号 &"),
    "a merge bomb": (MERGES, "用了锚点记号 &"),
    "a list inside itself": ("&a [*a]", "用了锚点记号 &"),
    "two megabytes of brackets": ("[" * 2_000_000, "文件太大,超过1000KB"),
    "a nest of lists": ("[" * UNDER, DEEP),
    "a nest of lists on lines": ("[\n" * (UNDER // 2), DEEP),
    "a nest of dashes": ("- " * (UNDER // 2), DEEP),
    "a nest of braces": ("{a: " * (UNDER // 4), DEEP),
    "a nest of keys": ("{" * UNDER, "冒号左边应当是标签文字"),
    "a nest of questions": ("? " * (UNDER // 2), "冒号左边应当是标签文字"),
    "a staircase": ("".join(f"{' ' * n}a:\n" for n in range(1300)), DEEP),
    "tag directives": ("".join(f"%TAG !a{n}! b\n" for n in range(50_000)), "行首用了百分号 %"),
    "version directives": ("%YAML 1.1\n" * (UNDER // 10), "行首用了百分号 %"),
    "anchors": ("&a " * (UNDER // 3), "用了锚点记号 &"),
    "stars": ("*" * UNDER, "星号 * 不能放在开头"),
    "exclamation marks": ("!" * UNDER, "用了类型记号 !"),
    "open quotes": ('"' + "\n" * UNDER, "引号没有成对"),
    "quotes": ('"' * UNDER, "括号或引号后面还有文字"),
    "commas": ("[" + "," * UNDER, "这里缺内容,或多了逗号、括号"),
    "a long word": ("a" * UNDER, "一段文字超过20000字"),
    "many words": ("a " * (UNDER // 2), "一段文字超过20000字"),
    "a long block": ("a: |\n" + "  x\n" * (UNDER // 4), "一段文字超过20000字"),
    "an endless label": ("a: b\n" + "x" * UNDER + ": y\n", "这一行缺冒号"),
    "many entries": ("-\n" * (UNDER // 2), "内容太多,超过50000项"),
    "many pairs": ("{" + "".join(f"a{n}: 1, " for n in range(60_000)), "内容太多,超过50000项"),
    "one pair again and again": ("{" + "a: 1, " * (UNDER // 6), "错误超过200处,后面的没有再查"),
    "many documents": ("---\n" * (UNDER // 4), "一个文件里只能有一份内容"),
    "bad characters": ("\u200b" * (UNDER // 3), "看不见的格式字符(U+200B)"),
    "escaped characters": ('"' + "\\0" * (UNDER // 200) + '"', "控制字符或无效字符(U+0000)"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused(world: World, name: str) -> None:
    """An error with a mend, and nothing read."""
    text, message = BOMBS[name]

    loaded = world.place(text)

    assert not loaded.records.items
    assert any(message in finding.message for finding in loaded.findings)
    assert all(finding.hint for finding in loaded.findings)
    assert all(len(finding.message) + len(finding.hint) < 1000 for finding in loaded.findings)


HEAVY = {
    "blanks": " " * UNDER + "a: b",
    "comments": "#" * UNDER,
    "comment lines": "#\n" * (UNDER // 2),
    "empty lines": "\n" * UNDER,
    "carriage returns": "\r" * UNDER,
    "colons": ": " * (UNDER // 2),
    "one key again and again": "a:\n" * 24_000,
    "different keys": PLACE + "".join(f"  办公地址{n}: x\n" for n in range(24_000)),
    "records without anything": "- a: 1\n" * 24_000,
    "wide digits": "".join(f"- {'１' * 20}\n" for _ in range(14_000)),
    "hashes": "- a #b\n" * 49_000,
    "chinese colons": "- " + "\n  名：x" * 9_000,
    "bytes": bytes(range(1, 256)) * (UNDER // 255),
    "zeros": b"\0" * MAX_BYTES,
}


@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_file_ends(world: World, name: str) -> None:
    """Whatever it means, the load comes back with a finding at a place in the file."""
    loaded = world.place(HEAVY[name])

    assert loaded.findings
    assert all(finding.where.line >= 0 <= finding.where.column for finding in loaded.findings)


def test_a_large_file_is_not_read_to_its_end(world: World) -> None:
    """A file of ten gigabytes (here full of holes) costs no more than one above the limit."""
    path = world.write("data/townships/anping/place.yml", "")
    with path.open("r+b") as file:
        file.truncate(10 * 1024**3)

    (finding, _) = world.load().findings

    expected = Level.ERROR, "文件太大,超过1000KB"
    assert expected == (finding.level, finding.message)


def test_an_honest_large_file_is_read(world: World) -> None:
    """Five thousand villages in one file of about half a megabyte."""
    text = "".join(PLACE.replace("liucun", f"village-{n}") + f"  人口: {n}\n" for n in range(5_000))

    loaded = world.place(text)

    assert not loaded.findings
    expected = 5_000
    assert expected == len(loaded.records.items)
