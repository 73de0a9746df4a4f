"""What is no YAML at all: the place of the cause, a Chinese sentence, a mend."""

import pytest

from generator.model import Level
from generator.trees.reader import read
from generator.trees.syntax import chinese_colon

HEAD = "- 编号: liucun\n  名称: 刘村\n"

CASES = [
    # tab characters
    ("- 编号: a\n\t名称: b\n", 2, 1, "用了制表符(Tab)", "空格"),
    ("- 编号: a\n  \t名称: b\n", 2, 3, "用了制表符(Tab)", "空格"),
    ("甲:\n\t- b\n", 2, 1, "用了制表符(Tab)", "空格"),
    ("\t甲: b\n", 1, 1, "用了制表符(Tab)", "空格"),
    ("-\t甲: b\n  乙: c\n", 1, 2, "用了制表符(Tab)", "空格"),
    ("甲: |\n\t一\n", 2, 1, "用了制表符(Tab)", "空格"),
    # colons
    ("- 编号：liucun\n  名称: 刘村\n", 1, 5, "用了中文冒号“：”", "英文冒号加一个空格"),
    ("- 编号: liucun\n  名称：刘村\n  级别: 村\n", 2, 5, "用了中文冒号“：”", "英文冒号加一个空格"),
    (HEAD + "  备注：内部\n", 3, 5, "用了中文冒号“：”", "英文冒号加一个空格"),
    ("编号: liucun\n名称：刘村\n", 2, 3, "用了中文冒号“：”", "英文冒号加一个空格"),
    (HEAD + "  简介: 地址: 村部\n", 3, 9, "一行里有两个冒号", "引号"),
    (HEAD + "  简介: '地址': 村部\n", 3, 11, "一行里有两个冒号", "引号"),
    (HEAD + "  简介:- 村部\n", 3, 3, "这一行缺冒号", "后面空一格"),
    (HEAD + "  简介村部\n", 3, 3, "这一行缺冒号", "后面空一格"),
    (HEAD + "  : 村部\n", 3, 3, "冒号左边没有标签", "标签"),
    ("甲: 乙: 丙\n名：x", 1, 5, "一行里有两个冒号", "引号"),
    # indentation
    (HEAD + "   级别: 村\n", 3, 6, "这一行比上一行缩进多,或上一行没写完", "对齐"),
    (HEAD + " 级别: 村\n", 3, 2, "缩进不齐", "对齐"),
    (HEAD + "级别: 村\n", 3, 1, "缩进不齐", "对齐"),
    ("  编号: a\n名称: b\n", 2, 1, "缩进不齐", "顶格"),
    ("甲:\n  - b\n - c\n", 3, 2, "缩进不齐", "对齐"),
    # quotes and brackets
    (HEAD + '  简介: "村部\n  级别: 村\n', 3, 7, "引号没有成对", "补上引号"),
    (HEAD + "  简介: '村部\n  级别: 村\n", 3, 7, "引号没有成对", "补上引号"),
    (HEAD + '  简介: "重要" 通知\n', 3, 12, "括号或引号后面还有文字", "全部文字用引号"),
    (HEAD + "  简介: 'a'b\n", 3, 10, "括号或引号后面还有文字", "全部文字用引号"),
    (HEAD + "  简介: [重要] 通知\n", 3, 12, "括号或引号后面还有文字", "全部文字用引号"),
    (HEAD + "  简介: {重要} 通知\n", 3, 12, "括号或引号后面还有文字", "全部文字用引号"),
    ("正文:\n  - {党员总数}名\n", 2, 11, "括号或引号后面还有文字", "全部文字用引号"),
    (HEAD + "  简介: {{ 人口 }}人\n", 3, 7, "以 {{ 开头的文字没有加引号", "整段用引号"),
    (HEAD + "  简介: {{ 人口['2024'] | 万(1) }}\n", 3, 7, "以 {{ 开头的文字没有加引号", "整段用引号"),
    ("正文:\n  - {{ 人口 }}\n", 2, 5, "以 {{ 开头的文字没有加引号", "整段用引号"),
    ("格: [刘村, {{ 户数 }}]\n", 1, 9, "以 {{ 开头的文字没有加引号", "整段用引号"),
    ("正文: {{ 甲['刘村', '2024'] }}人\n", 1, 5, "以 {{ 开头的文字没有加引号", "整段用引号"),
    ("? {甲: 1}\n: 乙\n", 1, 3, "冒号左边应当是标签文字", "标签"),
    (HEAD + "  简介: [甲, 乙\n  级别: 村\n", 3, 7, "方括号或花括号没有写完", "成对"),
    (HEAD + '  简介: ["甲" 乙]\n', 3, 7, "方括号或花括号没有写完", "成对"),
    (HEAD + "  简介: {甲: 乙\n", 3, 7, "方括号或花括号没有写完", "成对"),
    (HEAD + "  简介: [甲, , 乙]\n", 3, 11, "这里缺内容,或多了逗号、括号", "逗号"),
    (HEAD + "  简介: ]\n", 3, 7, "这里缺内容,或多了逗号、括号", "引号"),
    (HEAD + "  简介: ,甲\n", 3, 7, "这里缺内容,或多了逗号、括号", "引号"),
    ('"甲" 乙', 1, 5, "括号或引号后面还有文字", "全部文字用引号"),
    # signs that mean something at the beginning
    (HEAD + "  简介: @村部\n", 3, 7, "有不能放在开头的符号", "引号"),
    (HEAD + "  简介: %10\n", 3, 7, "有不能放在开头的符号", "引号"),
    (HEAD + "  简介: `x`\n", 3, 7, "有不能放在开头的符号", "引号"),
    (HEAD + "  面积: **\n", 3, 7, "星号 * 不能放在开头", '"**"'),
    (HEAD + "  简介: *重要\n", 3, 7, "星号 * 不能放在开头", "引号"),
    (HEAD + "  简介: &重要\n", 3, 7, "用了锚点记号 &", "引号"),
    (HEAD + "  简介: !重要\n", 3, 7, "用了类型记号 !", "引号"),
    (HEAD + "  简介: !a!b x\n", 3, 7, "用了类型记号 !", "引号"),
    (HEAD + "  简介: >10元\n", 3, 7, "“|”或“>”后面不能直接写文字", "引号"),
    (HEAD + "  简介: |村部|\n", 3, 7, "“|”或“>”后面不能直接写文字", "换一行"),
    (HEAD + "  简介: - 村部\n", 3, 7, "“- ”不能写在标签的同一行", "换一行"),
    # escapes
    (HEAD + '  简介: "C:\\材料"\n', 3, 10, "双引号里的反斜杠 \\ 另有用处", "单引号"),
    (HEAD + '  简介: "\\ud800"\n', 3, 10, "双引号里的反斜杠 \\ 另有用处", "单引号"),
    (HEAD + '  简介: "\\ud83d\\ude00"\n', 3, 10, "双引号里的反斜杠 \\ 另有用处", "单引号"),
    (HEAD + '  简介: "\\xZZ"\n', 3, 10, "双引号里的反斜杠 \\ 另有用处", "单引号"),
]


@pytest.mark.parametrize(("text", "line", "column", "message", "hint"), CASES, ids=[case[0] for case in CASES])
def test_names_the_cause(text: str, line: int, column: int, message: str, hint: str) -> None:
    """One error, at the sign that has to be changed or at the beginning of what was not finished."""
    node, (finding,) = read(text.encode(), "f.yml")

    assert node is None
    expected = line, column, message, Level.ERROR, "yaml"
    where = finding.where
    assert expected == (where.line, where.column, finding.message, finding.level, finding.rule)
    assert hint in finding.hint


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_places_do_not_depend_on_line_ends(end: str) -> None:
    """The same cause at the same place in a file from another system."""
    for text, *_ in CASES:
        _, expected = read(text.encode(), "f.yml")
        _, actual = read(text.replace("\n", end).encode(), "f.yml")
        assert expected == actual


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("名称：刘村", 3),
        ("  - 名称：", 7),
        ("  公开 主体：x", 8),
        ("名称: 刘：村", 0),
        ("：x", 0),
        ("", 0),
        ("第一段,其中：x", 0),
        ("一二三四五六七八九十一二：x", 13),
        ("一二三四五六七八九十一二三：x", 0),
    ],
)
def test_chinese_colon(line: str, column: int) -> None:
    """Only behind what can be a label: at the beginning, up to twelve characters, no punctuation."""
    assert column == chinese_colon(line)
