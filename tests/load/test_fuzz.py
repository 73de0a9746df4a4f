"""Random bytes, texts, trees and damaged samples: a load never raises, and every finding points into a real file.

`HYPOTHESIS_PROFILE=torture` tries thousands of each.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st

from generator.model import Record
from generator.records import KINDS, MARKDOWN_KINDS
from generator.trees.characters import fault
from generator.trees.reader import read
from tests.load.world import PLACE, PLACE_FILE, Loaded, World, file_of

RECORDS = Path(__file__).parents[1] / "records"
SAMPLES = {
    kind: (RECORDS / kind.family / ("sample.md" if kind in MARKDOWN_KINDS else "sample.yml")).read_text()
    for kind in KINDS
}

# What means something to YAML, to a number, to a date, or to nobody.
FRAGMENTS = [
    *":-,?[]{}#&*!|>%@`'\"~ \t\n\r",
    *(
        "\r\n",
        ": ",
        "- ",
        " #",
        "---\n",
        "...\n",
        "<<: ",
        "&a ",
        "*a",
        "!!str ",
        "|\n",
        ">-\n",
        "\\",
        "\\u0000",
        "{{ x }}",
        "**",
    ),
    *(
        "：",
        "，",
        "“",
        "１",
        "否",
        "no",
        "1e5",
        ".nan",
        "2025-02-30",
        "12,000.00",
        "010203",
        "９" * 50,
        "村" * 300,
        "\n  ",
        "\n    ",
    ),
    *("\ufeff", "\u200b", "\u202e", "\u00a0", "\u2028", "\x00", "\x85", "é", "\ue000", "𠮷", "🙂"),
    *("编号: x\n", "  编号: liucun\n", "@乡镇: x\n", "township: x\n", "null", "[[[[", "{a: {b: {c: "),
]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> World:
    """One site whose files are written over again and again."""
    return World(tmp_path_factory.mktemp("fuzz"))


def judge(world: World, loaded: Loaded) -> None:
    """What holds of every load."""
    for finding in loaded.findings:
        path = world.root / finding.where.file
        assert path.exists(), finding
        assert finding.message.strip(), finding
        assert finding.hint.strip(), finding
        assert len(finding.message) < 500, finding
        if path.is_file():
            lines = path.read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
            assert 0 <= finding.where.line <= lines + 1, finding
            assert finding.where.column >= 0, finding
    for record in loaded.records:
        where = loaded.records.where(record)
        assert (world.root / where.file).exists()
        assert where.line >= 1


@given(st.binary(max_size=400))
@example(b"\xff\xfe")
@example(b"- \xc3\x28")
@example("- 编号: 员".encode("gbk"))
def test_random_bytes(place: World, data: bytes) -> None:
    """Any bytes at all."""
    judge(place, place.place(data))


@given(st.text(max_size=300) | st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join))
def test_random_text(place: World, text: str) -> None:
    """Any text, and texts made of signs that mean something."""
    judge(place, place.place(text.encode("utf-8", "surrogatepass")))


@st.composite
def damaged(draw: st.DrawFn) -> tuple[type[Record], str]:
    """A sample with a few fragments put in, cut out, replaced, doubled or moved."""
    kind = draw(st.sampled_from(KINDS))
    text = SAMPLES[kind]
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 30)))
        piece = draw(st.sampled_from(FRAGMENTS) | st.just(text[start:end]) | st.text(max_size=4))
        match draw(st.sampled_from(["insert", "delete", "replace", "double", "move"])):
            case "insert":
                text = text[:start] + piece + text[start:]
            case "delete":
                text = text[:start] + text[end:]
            case "replace":
                text = text[:start] + piece + text[end:]
            case "double":
                text = text[:end] + text[start:]
            case "move":
                to = draw(st.integers(0, len(text)))
                rest = text[:start] + text[end:]
                text = rest[:to] + text[start:end] + rest[to:]
    return kind, text


@given(damaged())
def test_damaged_samples(place: World, case: tuple[type[Record], str]) -> None:
    """Every family, with the slips of the hand that files really have."""
    kind, text = case
    path = place.write(file_of(kind), text.encode("utf-8", "surrogatepass"))
    try:
        judge(place, place.load())
    finally:
        path.unlink()


def _allowed(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFC", text) if not fault(char))


texts = st.text(max_size=60).map(_allowed)
labels = texts.map(str.strip).filter(lambda text: text and "#" not in text and not text.startswith("@"))
trees = st.recursive(
    st.none() | texts,
    lambda below: st.lists(below, max_size=4) | st.dictionaries(labels, below, max_size=4),
    max_leaves=25,
)


def block(value: Any, indent: int = 0) -> Iterator[str]:
    """The tree as lines of block style, every text in double quotes."""
    pad = " " * indent
    if isinstance(value, dict) and value:
        for label, below in value.items():
            yield f"{pad}? {json.dumps(label, ensure_ascii=False)}"
            yield f"{pad}: {_inline(below)}" if _inline(below) is not None else f"{pad}:"
            if _inline(below) is None:
                yield from block(below, indent + 2)
    elif isinstance(value, list) and value:
        for below in value:
            yield f"{pad}- {_inline(below)}" if _inline(below) is not None else f"{pad}-"
            if _inline(below) is None:
                yield from block(below, indent + 2)
    else:
        yield f"{pad}{_inline(value)}"


def _inline(value: Any) -> str | None:
    return None if isinstance(value, (dict, list)) and value else json.dumps(value, ensure_ascii=False)


@given(trees)
def test_trees_round_trip(tree: Any) -> None:
    """Block style, flow style (JSON is YAML) and another writer's style are read as the same tree."""
    for text in (
        "\n".join(block(tree)),
        json.dumps(tree, ensure_ascii=False),
        yaml.dump(tree, allow_unicode=True, sort_keys=False, Dumper=_NoAliases),
    ):
        node, findings = read(text.encode(), "f.yml")
        assert not findings, text
        assert tree == (node.plain() if node else None), text


class _NoAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


@given(
    st.dictionaries(labels, st.lists(texts, min_size=1, max_size=3), min_size=1, max_size=4),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_places_are_those_of_the_text(tree: dict[str, list[str]], end: str) -> None:
    """Line and column of every key and value lead to exactly these signs in the file."""
    lines = list(block(tree))
    node, _ = read(end.join(lines).encode("utf-8-sig"), "f.yml")
    assert node is not None

    for label, values in tree.items():
        line, column = node.locate((label,), of_key=True)
        assert lines[line - 1][column - 1 :] == json.dumps(label, ensure_ascii=False)
        for index, value in enumerate(values):
            line, column = node.locate((label, index))
            assert lines[line - 1][column - 1 :] == json.dumps(value, ensure_ascii=False)


def _written(text: str, style: str | None, width: int) -> str:
    return yaml.dump({"简介": text}, default_style=style, allow_unicode=True, width=width, Dumper=yaml.SafeDumper)


@given(
    texts.filter(lambda text: bool(text.strip())),
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.integers(10, 200),
)
def test_text_comes_back_as_typed(place: World, text: str, style: str | None, width: int) -> None:
    """In every style of YAML a text is loaded as it is, without the blanks around it."""
    written = _written(text, style, width)
    assume(yaml.safe_load(written)["简介"] == text)  # the writer folds some texts wrongly; its own reader tells
    written = written.replace('"简介":', "简介:").replace("'简介':", "简介:")
    if not written.startswith("简介:"):  # the writer dresses the key up too
        written = "简介: " + json.dumps(text, ensure_ascii=False) + "\n"
    loaded = place.place(PLACE.replace("- ", "").replace("  ", "") + written)

    assert not loaded.errors, written
    expected = text.strip()
    assert expected == loaded.record.intro  # type: ignore[attr-defined]


PLAIN = st.text("村民代表会议0123456789.%/()()、。+-*~=_;'\"!?[]{}年月日ABCabc 　", min_size=1, max_size=40).map(
    str.strip
)


@given(PLAIN.filter(lambda text: bool(text) and text[0] not in "-?*!'\"[]{}%~=" and " #" not in text))
def test_plain_text_comes_back_as_typed(place: World, text: str) -> None:
    """The way a clerk types: no quotes, one line."""
    loaded = place.place(f"{PLACE}  简介: {text}\n")

    assert not loaded.errors
    assert text == loaded.record.intro  # type: ignore[attr-defined]


def test_the_samples_are_whole_files() -> None:
    """The seeds of the damaged samples exist for every family."""
    assert set(KINDS) == set(SAMPLES)
    assert all(SAMPLES.values())
    assert PLACE_FILE.endswith("place.yml")
