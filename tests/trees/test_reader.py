"""The tree: raw text with positions, and what is refused or remarked on the way."""

from typing import Any

import pytest

from generator.model import Level
from generator.trees.characters import MAX_BYTES, MAX_FAULTS
from generator.trees.reader import MAX_DEPTH, MAX_FINDINGS, MAX_NODES, MAX_SCALAR, Node, read


def tree(text: str | bytes) -> Node:
    """The tree of a text that has nothing wrong."""
    node, findings = read(text if isinstance(text, bytes) else text.encode(), "f.yml")
    assert not findings
    assert node is not None
    return node


def plain(text: str | bytes) -> Any:
    """Its values without positions."""
    return tree(text).plain()


def said(text: str | bytes) -> list[tuple[str, str]]:
    """The findings as (place, message)."""
    _, findings = read(text if isinstance(text, bytes) else text.encode(), "f.yml")
    assert all(finding.hint for finding in findings)
    return [(str(finding.where), finding.message) for finding in findings]


def refused(text: str | bytes) -> tuple[str, str]:
    """The one finding of a text that cannot be read on."""
    node, findings = read(text if isinstance(text, bytes) else text.encode(), "f.yml")
    assert node is None
    (finding,) = findings
    assert finding.level is Level.ERROR
    assert finding.hint
    return str(finding.where), finding.message


# What plain YAML turns into truth values, octal and floating numbers, minutes, dates, or nothing.
SURPRISES = """
否 no yes on off true = << 010203 0571 0x1F 1_000 12:30 12:30:45 2026.10 1e5 .nan .inf 2026-02-30 2026-03-05
3302811990E5 12345678901234567890.12
"""


@pytest.mark.parametrize("typed", [*SURPRISES.split(), "1" * 5000], ids=lambda typed: typed[:20])
def test_every_scalar_stays_as_typed(typed: str) -> None:
    """YAML's own types lose zeros, months and whole numbers; here the field decides what a text means."""
    expected = [typed, typed, typed]

    assert expected == plain(f"- {typed}\n- '{typed}'\n- \"{typed}\"\n")


@pytest.mark.parametrize("typed", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_none(typed: str) -> None:
    """Without quotes; in quotes it is text."""
    expected = [None, typed]

    assert expected == plain(f"- {typed}\n- '{typed}'\n")


def test_tree_of_lists_and_mappings() -> None:
    """Block and flow, nested."""
    expected = {"甲": ["1", {"乙": None, "丙": []}], "丁": {}}

    assert expected == plain("甲:\n  - 1\n  - 乙:\n    丙: []\n丁: {}\n")
    assert expected == plain("{甲: [1, {乙: , 丙: []}], 丁: {}}")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_mark_change_nothing(end: str, mark: bytes) -> None:
    """Same values, same lines and columns."""
    node = tree(mark + f"- 甲: 一{end}  乙: 二{end}- 甲: 三{end}".encode())

    expected = [{"甲": "一", "乙": "二"}, {"甲": "三"}]
    assert expected == node.plain()
    places = [(1, 6), (2, 6), (3, 6)]
    assert places == [node.locate(path) for path in ((0, "甲"), (0, "乙"), (1, "甲"))]


def test_places_of_values_and_keys() -> None:
    """Line and column of a value, of its key, and of the nearest thing above what is not there."""
    node = tree('- 编号: a\n  收入:\n    - {摘要: "甲 乙", 金额: 5}\n  备注:\n  正文: |\n    一\n')

    places = {
        (): (1, 1),
        (0,): (1, 3),
        (0, "编号"): (1, 7),
        (0, "收入"): (3, 5),
        (0, "收入", 0): (3, 7),
        (0, "收入", 0, "摘要"): (3, 12),
        (0, "收入", 0, "金额"): (3, 23),
        (0, "收入", 0, "科目"): (3, 7),
        (0, "收入", 7): (3, 5),
        (0, "备注"): (4, 3),
        (0, "备注", "深"): (4, 3),
        (0, "编号", 0): (1, 7),
        (0, "收入", "金额"): (3, 5),
        (0, "正文"): (5, 7),
        (1,): (1, 1),
    }
    assert places == {path: node.locate(path) for path in places}
    keys = {(0, "编号"): (1, 3), (0, "收入", 0, "金额"): (3, 19), (0, "备注"): (4, 3), (0, "正文"): (5, 3)}
    assert keys == {path: node.locate(path, of_key=True) for path in keys}


def test_an_empty_entry_of_a_list_has_a_place() -> None:
    """Just behind its dash."""
    place = 3, 4

    assert place == tree("记录:\n  - 1\n  -\n").locate(("记录", 1))


def test_columns_count_characters() -> None:
    """Not bytes, and a character outside the basic plane is one."""
    node = tree("𠮷𠮷: {村: 刘}")

    place = 1, 9
    assert place == node.locate(("𠮷𠮷", "村"))


def test_a_repeated_key_keeps_the_first_value() -> None:
    """Both lines are named; nothing is merged or overwritten, however often it comes."""
    node, findings = read("甲: 1\n乙: 2\n甲: 3\n甲: 4\n".encode(), "f.yml")

    expected = [("f.yml:3:1", "“甲”写了两次,第1行已经有了"), ("f.yml:4:1", "“甲”写了两次,第1行已经有了")]
    assert expected == [(str(finding.where), finding.message) for finding in findings]
    assert node is not None
    values = {"甲": "1", "乙": "2"}
    assert values == node.plain()


def test_walk_reaches_every_node() -> None:
    """The node itself and everything below, repeated keys too."""
    node, _ = read("甲: [1, {乙: 2}]\n甲: 3\n".encode(), "f.yml")

    assert node is not None
    expected = [(1, 1), (1, 4), (1, 5), (1, 8), (1, 12), (2, 4)]
    assert expected == [(child.line, child.column) for child in node.walk()]


def test_keys_are_trimmed_and_composed() -> None:
    """Quoted blanks do not make another label, nor does a decomposed letter: `が` is one key in both spellings."""
    expected = {"编号": "1"}

    assert expected == plain('" 编号 ": 1')
    twice = [("f.yml:2:1", "“が”写了两次,第1行已经有了")]
    assert twice == said("が: 1\nか\u3099: 2\n")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[a, b]: c", "f.yml:1:1"),
        ("? {a: b}\n: c", "f.yml:1:3"),
        ("? - a\n: c", "f.yml:1:3"),
        ("{[[x]]: 1}", "f.yml:1:2"),
        ("~: c", "f.yml:1:1"),
    ],
)
def test_a_key_is_text(text: str, place: str) -> None:
    """No list, mapping or blank stands left of a colon."""
    expected = place, "冒号左边应当是标签文字"

    assert expected == refused(text)


@pytest.mark.parametrize("label", ["@乡镇", "@依据", "@", "a#b", "甲#1:2"])
def test_keys_that_the_program_keeps_for_itself(label: str) -> None:
    """Nobody can set a township or an origin by hand, nor imitate a repeated key."""
    expected = "f.yml:1:1", f"“{label}”不能作标签"

    assert expected == refused(f'"{label}": 1')


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("甲: &a 1\n乙: *a\n", "f.yml:1:4", "用了锚点记号 &"),
        ("甲: &a [*a]\n", "f.yml:1:4", "用了锚点记号 &"),
        ("&a 甲: 1\n", "f.yml:1:1", "用了锚点记号 &"),
        ("甲: *a\n", "f.yml:1:4", "用了引用记号 *"),
        ("*a : 1\n", "f.yml:1:1", "用了引用记号 *"),
        ("甲: !!str 1\n", "f.yml:1:4", "用了类型记号 !"),
        ("甲: !x 1\n", "f.yml:1:4", "用了类型记号 !"),
        ("甲: ! 1\n", "f.yml:1:4", "用了类型记号 !"),
        ("!!map {}\n", "f.yml:1:1", "用了类型记号 !"),
        ("甲: !!python/object/apply:os.system [id]\n", "f.yml:1:4", "用了类型记号 !"),
        ("甲: !!binary aGk=\n", "f.yml:1:4", "用了类型记号 !"),
        ("%YAML 1.1\n---\n甲: no\n", "f.yml:1:1", "行首用了百分号 %"),
        ("# 一\n%TAG ! tag:x,2000:\n---\n甲: 1\n", "f.yml:2:1", "行首用了百分号 %"),
        ("甲: 1\n...\n%YAML 1.1\n---\n乙: 2\n", "f.yml:3:1", "行首用了百分号 %"),
        ("甲: 1\n---\n乙: 2\n", "f.yml:2:1", "一个文件里只能有一份内容"),
        ("---\n甲: 1\n---\n", "f.yml:3:1", "一个文件里只能有一份内容"),
    ],
)
def test_what_data_never_needs_is_refused(text: str, place: str, message: str) -> None:
    """Anchors, aliases, tags, directives and further documents, at the place where they stand."""
    expected = place, message

    assert expected == refused(text)


@pytest.mark.parametrize("text", ["", "\n\n", "# 只有注释\n", "\ufeff", "   \n"])
def test_an_empty_file_has_no_tree(text: str) -> None:
    """And nothing wrong."""
    node, findings = read(text.encode(), "f.yml")

    assert node is None
    assert not findings


def test_one_document_may_be_marked() -> None:
    """`---` in front and `...` behind belong to YAML."""
    expected = {"甲": "1"}

    assert expected == plain("---\n甲: 1\n...\n")


@pytest.mark.parametrize(
    ("escape", "what"),
    [
        (r"\u0000", "控制字符或无效字符(U+0000)"),
        (r"\e[31m", "控制字符或无效字符(U+001B)"),
        (r"\r", "控制字符或无效字符(U+000D)"),
        (r"\b", "控制字符或无效字符(U+0008)"),
        (r"\x7f", "控制字符或无效字符(U+007F)"),
        (r"\L", "控制字符或无效字符(U+2028)"),
        (r"\P", "控制字符或无效字符(U+2029)"),
        (r"\uFFFE", "控制字符或无效字符(U+FFFE)"),
        (r"\N", "乱码或外文字母(U+0085)"),
        (r"\_", "网页上的不换行空格(U+00A0)"),
        (r"\u200b", "看不见的格式字符(U+200B)"),
        (r"\u202e", "看不见的格式字符(U+202E)"),
        (r"\U000E0041", "看不见的格式字符(U+E0041)"),
    ],
)
@pytest.mark.parametrize("text", ['甲: "一{}二"', '"一{}二": 甲', '甲: ["{}"]'])
def test_escapes_do_not_bring_characters_back(escape: str, what: str, text: str) -> None:
    """What is refused as a character is refused as an escape, in values and in keys."""
    _, message = refused(text.format(escape))

    assert message == f"文字里有{what}"


def test_a_line_break_in_quotes_is_text() -> None:
    """An escape for a line break or a tab is what it says; lines of quoted text are folded as YAML folds them."""
    expected = ["一\n二", "一\t二", "一 二\n三", "一\n二\n"]

    assert expected == plain('- "一\\n二"\n- "一\\t二"\n- "一\n  二\n\n  三"\n- |\n  一\n  二\n')


@pytest.mark.parametrize(
    "typed", ["１２", "２０２６-０３-０５", "２０２６－Ｑ１", "１２，０００．００", "第１季度", "（０５７１）８８"]
)
def test_full_width_figures_are_remarked(typed: str) -> None:
    """A note at the value, which itself stays as typed."""
    node, findings = read(f"甲: {typed}\n".encode(), "f.yml")

    assert node is not None
    expected = {"甲": typed}
    assert expected == node.plain()
    notes = [("f.yml:1:4", Level.NOTE, "用了全角数字或符号,数字栏按半角读入")]
    assert notes == [(str(finding.where), finding.level, finding.message) for finding in findings]


@pytest.mark.parametrize("typed", ["12", "刘村１组", "，", "（一）", "10⁴", "①"])
def test_other_wide_characters_are_not_remarked(typed: str) -> None:
    """Text is text."""
    assert not said(f"甲: {typed}\n")


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("甲: 刘村 #1组\n", "f.yml:1:7", "“#1组”当作注释,没有读入"),
        ("甲: 12 #元 含税\n乙: 1\n", "f.yml:1:7", "“#元 含税”当作注释,没有读入"),
        ("[a, b #1\n]", "f.yml:1:7", "“#1”当作注释,没有读入"),
    ],
)
def test_text_lost_in_a_comment_is_remarked(text: str, place: str, message: str) -> None:
    """` #1组` is a comment to YAML and a group to the clerk."""
    expected = [(place, message)]

    assert expected == said(text)


@pytest.mark.parametrize(
    "text", ["甲: 1 # 注释\n", "甲: 刘村#1组\n", "甲: '刘村 #1组'\n", "甲: '刘村' #注释\n", "#注释\n甲: 1 ## x\n"]
)
def test_real_comments_are_not_remarked(text: str) -> None:
    """A blank after the sign, or quotes before it, show what was meant."""
    assert not said(text)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("- 简介: 好\n    备注：内部\n", ["f.yml:2:7"]),
        ("- 编号：a\n  名称：b\n  级别：c\n", ["f.yml:2:5", "f.yml:3:5"]),
        ("- 简介: 第一行\n    第二行\n    备注：x\n  乙: 1\n", ["f.yml:3:7"]),
    ],
)
def test_a_chinese_colon_swallowed_by_the_line_above_is_an_error(text: str, places: list[str]) -> None:
    """Else an internal remark would become a part of a public text without a word."""
    expected = [(place, "用了中文冒号“：”") for place in places]

    assert expected == said(text)


@pytest.mark.parametrize(
    "text",
    [
        "- 简介: 特点：依山傍水\n",
        "- 简介: |\n    备注：x\n",
        "- 简介: '好\n    备注：x'\n",
        "- 简介: 好\n    其中一部分村民的意见是这样：x\n",
    ],
)
def test_a_chinese_colon_inside_a_text_is_text(text: str) -> None:
    """On the first line, in quotes, in a block, or after more words than a label has."""
    assert not said(text)


def test_the_limits_are_those_agreed() -> None:
    """A file of a megabyte, twenty levels, fifty thousand values, twenty thousand characters."""
    expected = 1_000_000, 20, 50_000, 20_000, 200, 20

    assert expected == (MAX_BYTES, MAX_DEPTH, MAX_NODES, MAX_SCALAR, MAX_FINDINGS, MAX_FAULTS)


def test_depth_limit() -> None:
    """Twenty levels are read, one more is refused where it opens."""
    expected = f"f.yml:1:{MAX_DEPTH + 1}", "嵌套超过20层"

    assert plain("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert expected == refused("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))


def test_node_limit() -> None:
    """As many values as the limit says, the list itself counted."""
    expected = f"f.yml:{MAX_NODES}:3", "内容太多,超过50000项"

    assert len(plain("- 1\n" * (MAX_NODES - 1))) == MAX_NODES - 1
    assert expected == refused("- 1\n" * MAX_NODES)


def test_text_limit() -> None:
    """A long text is read up to the limit, in characters."""
    expected = "f.yml:1:4", "一段文字超过20000字"

    assert plain("甲: " + "村" * MAX_SCALAR)
    assert expected == refused("甲: " + "村" * (MAX_SCALAR + 1))


def test_findings_limit() -> None:
    """A file of nothing but errors is given up after two hundred; remarks beyond two hundred are left out."""
    twice = said("甲: 1\n" * 1000)
    wide = said("- １\n" * 1000)

    expected = 201, ("f.yml:202:1", "错误超过200处,后面的没有再查")
    assert expected == (len(twice), twice[-1])
    expected_notes = 200
    assert expected_notes == len(wide)


def test_messages_stay_short() -> None:
    """However long the label that is quoted."""
    long = "村" * 10_000

    assert all(len(message) < 100 for _, message in said(f"? {long}\n: 1\n? {long}\n: 2\n"))
    assert len(refused(f'? "@{long}"\n: 1\n')[1]) < 100
