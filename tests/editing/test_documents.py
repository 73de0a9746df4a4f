"""One change to a file that a person wrote: that change, and not a byte more."""

from __future__ import annotations

import copy
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.editing import document as module
from generator.editing.document import Document, NotEdited, Path
from generator.editing.values import Value, flow, scalar
from generator.model import Level
from generator.trees.reader import Node, read
from tests.editing.files import HARD, files


def plain(data: bytes) -> Any:
    node, findings = read(data, "f.yml")
    assert not [one for one in findings if one.level is Level.ERROR]
    return node.plain() if node is not None else None


def paths(node: Node, above: Path = ()) -> list[tuple[Path, Node]]:
    """Every node of the tree with its path."""
    steps: Any = (
        node.value.items()
        if isinstance(node.value, dict)
        else enumerate(node.value)
        if isinstance(node.value, list)
        else ()
    )
    return [(above, node), *(one for step, below in steps for one in paths(below, (*above, step)))]


def with_it(tree: Any, path: Path, value: Any, *, row: bool) -> Any:
    """The plain tree with the change made, without asking the program."""
    if not path:
        return [*tree, value]
    tree = copy.deepcopy(tree)
    place = tree
    for step in path[:-1]:
        place = place[step]
    if row:
        old = place.get(path[-1]) if isinstance(place, dict) else place[path[-1]]
        place[path[-1]] = [*(old if isinstance(old, list) else [] if old is None else [old]), value]
    else:
        place[path[-1]] = value
    return tree


VALUES: tuple[Value, ...] = (*HARD, "刘村", "96,021.00", "2026-03-05", "1a2b3c4d")
ROWS: tuple[Value, ...] = (
    {"日期": "2026-04-20", "原为": "1,860.00", "改为": "# x"},
    {"甲": "很长" * 60, "乙": ["一", "二, 三"]},
)


@settings(max_examples=800)
@given(files(), st.data())
def test_a_random_edit_changes_what_was_asked_and_no_other_byte(made: tuple[bytes, int], data: st.DataObject) -> None:
    """The difference in meaning is the one change; every other line, comment, line end and mark stays."""
    before, comments = made
    old = Document("f.yml", before)
    assert old.root is not None
    everything = paths(old.root)
    lists = [one for one in everything if isinstance(one[1].value, list) and one[0]]
    kind = data.draw(st.sampled_from(("set", "add", "record", *(("row",) if lists else ()))))
    row = kind in ("row", "record")
    value: Value = data.draw(st.sampled_from((*VALUES, *ROWS) if kind in ("add", "row") else VALUES))
    lines: tuple[int, int] = (0, 0)  # of the old file, those that may change
    if kind == "set":
        texts = [one for one in everything if isinstance(one[1].value, str) and one[1].style not in ("|", ">")]
        path, node = data.draw(st.sampled_from(texts))
        lines = (node.line, node.end[0])
        new = old.put(path, value)
    elif kind == "add":
        above, node = data.draw(st.sampled_from([one for one in everything if isinstance(one[1].value, dict)]))
        path = (*above, "新栏")
        new = old.put(path, value)
        lines = (node.line, node.end[0]) if node.style else (0, 0)
    elif kind == "row":
        path, node = data.draw(st.sampled_from(lists))
        new = old.append(path, value)
        lines = (node.line, node.end[0]) if node.style else (0, 0)
    else:
        path, value = (), {"编号": "neu", "甲": value, "乙": [{"丙": value}]}
        new = old.append((), value)
    expected = with_it(plain(before), path, value, row=row)

    assert plain(new.data) == expected
    unchanged(before, new.data, lines)
    found = re.findall("# 注(\\d+)号", new.data.decode())
    assert found == [str(number + 1) for number in range(comments)]


def unchanged(before: bytes, after: bytes, lines: tuple[int, int]) -> None:
    """All old lines but the given ones stand in the new file, in order, with their line ends; no lone CR or LF came in."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    kept = [line for number, line in enumerate(old, start=1) if not lines[0] <= number <= lines[1]]
    rest = iter(new)
    for number, line in enumerate(kept):
        last = number == len(kept) - 1
        assert any(line == one or (last and line == one.rstrip(b"\r\n")) for one in rest), line
    assert before.startswith(b"\xef\xbb\xbf") == after.startswith(b"\xef\xbb\xbf")
    if b"\n" in before:
        end = b"\r\n" if b"\r\n" in before else b"\n"
        assert {re.search(rb"[\r\n]*$", line)[0] for line in new} <= {end, b""}  # type: ignore[index]


@pytest.mark.parametrize("text", HARD)
def test_hard_texts_are_written_so_that_nobody_misreads_them(text: str) -> None:
    """In brackets and without, in every kind of quotes."""
    for like in ("", "'", '"'):
        assert plain(f"- 甲: {scalar(text, like=like)}\n".encode()) == [{"甲": text}]
        assert plain(f"- [{scalar(text, flow=True, like=like)}, 末]\n".encode()) == [[text, "末"]]
    assert plain(f"- {flow({'甲': text})}\n".encode()) == [{"甲": text}]


@pytest.mark.parametrize(
    "text", ["0571", "no", "Yes", "1e5", "12:30", "~", "0x1F", "1_000", "*", "12e45678", "{{ x }}", "一: 二", "y"]
)
def test_what_other_programs_would_take_for_something_else_is_quoted(text: str) -> None:
    """Also where our own reader would not be misled."""
    assert scalar(text)[0] in "'\""


@pytest.mark.parametrize(
    "text", ["刘村", "2026-03-05", "96,021.00", "-3.50", "finance/liucun-2026-03", "4d90dc30", "党支部书记"]
)
def test_ordinary_texts_have_no_quotes(text: str) -> None:
    """As people type them."""
    assert scalar(text) == text


STYLES = """# 头
- 编号: a  # 一
  甲: '单引'   # 二
  乙: "双引" # 三
  丙: 无 # 四
  丁: {子: 1, 丑: '2'}  # 五
  戊: [一, 二]  # 六
  己:
  - 行一  # 七
  # 末行的注
  庚:   # 八

# 下一条
- 编号: b
"""


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        ((0, "甲"), "it's", "  甲: '单引'   # 二", "  甲: 'it''s'   # 二"),
        ((0, "乙"), "改", '  乙: "双引" # 三', '  乙: "改" # 三'),
        ((0, "丙"), "96,021.00", "  丙: 无 # 四", "  丙: 96,021.00 # 四"),
        ((0, "丙"), "010203", "  丙: 无 # 四", '  丙: "010203" # 四'),
        ((0, "丁", "子"), "1,000", "  丁: {子: 1, 丑: '2'}  # 五", "  丁: {子: \"1,000\", 丑: '2'}  # 五"),
        ((0, "丁", "寅"), "3", "  丁: {子: 1, 丑: '2'}  # 五", "  丁: {子: 1, 丑: '2', 寅: 3}  # 五"),
        ((0, "己", 0), "新", "  - 行一  # 七", "  - 新  # 七"),
        ((0, "庚"), "有了", "  庚:   # 八", "  庚: 有了   # 八"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_value_keeps_its_quotes_and_its_comment(path: Path, value: str, old: str, new: str, end: str) -> None:
    """One line changes."""
    data = STYLES.replace("\n", end)
    assert Document("f.yml", data.encode()).put(path, value).data.decode() == data.replace(old, new)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_rows_and_records_stand_as_their_neighbours_do(end: str) -> None:
    """A list in brackets grows in them; one in lines by a line, before the comment that follows; records by a block."""
    start = Document("f.yml", STYLES.replace("\n", end).encode())
    new = start.append((0, "戊"), "三").append((0, "己"), "行二").append((), {"编号": "c", "甲": "一"})

    expected = STYLES.replace("[一, 二]", "[一, 二, 三]").replace("# 七\n", "# 七\n  - 行二\n")
    expected += "- 编号: c\n  甲: 一\n"
    assert new.data.decode() == _apart(expected).replace("\n", end)


def _apart(text: str) -> str:
    """The sample's records stand apart by a blank line, so the new one does too."""
    return text.replace("- 编号: b\n- 编号: c", "- 编号: b\n\n- 编号: c")


def test_a_new_field_stands_where_the_form_has_it() -> None:
    """Behind the last of the labels that come before it; without a form, at the end."""
    start = Document("f.yml", "- 编号: a\n  提出: 一  # 注\n  渠道: 二\n".encode())

    form = ("编号", "提出", "审核", "上墙", "渠道")
    made = start.put((0, "审核"), "三", form).put((0, "上墙"), "四", form).put((0, "备注"), "五")
    assert made.data.decode() == "- 编号: a\n  提出: 一  # 注\n  审核: 三\n  上墙: 四\n  渠道: 二\n  备注: 五\n"


def test_a_list_that_is_missing_is_made_and_one_value_becomes_a_list() -> None:
    """A value alone stands for a list of one."""
    start = Document("f.yml", "- 编号: a\n  事项: 甲项  # 注\n  更正:\n".encode())

    made = (
        start.append((0, "事项"), "乙, 项")
        .append((0, "更正"), {"日期": "2026-01-01"})
        .append((0, "异议"), {"内容": "问"})
    )
    expected = '- 编号: a\n  事项: [甲项, "乙, 项"]  # 注\n  更正: [{日期: 2026-01-01}]\n  异议: [{内容: 问}]\n'
    assert plain(made.data) == plain(expected.encode())
    assert "# 注" in made.data.decode()


@pytest.mark.parametrize("data", [b"", "# 只有注释".encode(), b"\xef\xbb\xbf# x\r\n\r\n"])
def test_the_first_record_of_a_file(data: bytes) -> None:
    """Below whatever stands there."""
    new = Document("f.yml", data).append((), {"编号": "a", "甲": "一"})

    assert plain(new.data) == [{"编号": "a", "甲": "一"}]
    assert new.data.startswith(data)


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("- 甲: |\n    一\n", lambda one: one.put((0, "甲"), "二")),
        ("- 甲: |\n    一", lambda one: one.append((), {"编号": "b"})),
        ("- 甲: [一]\n", lambda one: one.put((0, "甲"), "二")),
        ("- 甲: {一: 二}\n", lambda one: one.append((0, "甲"), "二")),
        ("编号: a\n", lambda one: one.append((), {"编号": "b"})),
        ("- 甲: 一\n...\n", lambda one: one.append((), {"编号": "b"})),
        ("- {编号: a, 甲}\n", lambda one: one.put((0, "甲"), "二")),
        ("- 甲: 一\n", lambda one: one.put((4, "甲"), "二")),
        ("- 甲: 一\n  甲: 二\n", lambda one: one.put((0, "甲"), "三")),
        ("- 甲: &a 一\n", lambda one: one.put((0, "甲"), "三")),
        ("- 甲: 一\n", lambda one: one.put((0, "甲"), "\u202e反")),
        ("- 甲: 一\n", lambda one: one.put((0, "甲"), "\0")),
    ],
)
def test_what_a_program_cannot_change_safely_is_left_to_a_person(text: str, edit: Any) -> None:
    """Refused in Chinese; the file's name is said."""
    with pytest.raises(NotEdited, match=r"f\.yml"):
        edit(Document("f.yml", text.encode()))


def test_a_patch_that_does_more_than_asked_is_shown_and_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were the writer of values wrong, the proof would notice and show the lines."""
    start = Document("f.yml", "- 甲: 一  # 注\n  乙: 二\n".encode())
    for wrong in ("[三]", "三\n  丙: 四", "三\n- 丁: 五", "三\n...", '"三'):
        with monkeypatch.context() as patch:
            patch.setattr(module, "scalar", lambda *_, wrong=wrong, **__: wrong)
            with pytest.raises(NotEdited, match="手工") as refused:
                start.put((0, "甲"), "三")
        assert (
            "+- 甲: 三" in str(refused.value)
            or "+- 甲: [三" in str(refused.value)
            or '+- 甲: "三' in str(refused.value)
        )


def test_a_record_is_found_by_its_id() -> None:
    """In a list, or as the only one of its file."""
    assert Document("f.yml", '- 编号: a\n- 编号: "b"\n'.encode()).find("b") == (1,)
    assert Document("f.yml", "编号: a\n".encode()).find("a") == ()
    assert Document("f.yml", b"").find("a") is None
