"""What the YAML parser says in English, as a sentence that a clerk can act on, at the place where the cause is."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from generator.trees.characters import Refused


class _Case(NamedTuple):
    problem: str
    """A part of the parser's own words."""
    message: str
    hint: str
    at_start: bool = False
    """Points to where the unfinished part begins, not to where the parser gave up."""


_CASES = (
    _Case("tab character", "用了制表符(Tab)", "请改用空格缩进"),
    _Case("cannot start any token", "有不能放在开头的符号", "以 @ ` % 开头的文字请加引号"),
    _Case("scanning an alias", "星号 * 不能放在开头", '请加引号,例如 数值: "**"', at_start=True),
    _Case("scanning an anchor", "用了锚点记号 &", "& 开头的文字请加引号", at_start=True),
    _Case("scanning a tag", "用了类型记号 !", "感叹号开头的文字请加引号", at_start=True),
    _Case("undefined tag handle", "用了类型记号 !", "感叹号开头的文字请加引号"),
    _Case(
        "scanning a block scalar",
        "“|”或“>”后面不能直接写文字",
        "换一行再写;以 > 或 | 开头的文字请加引号",
        at_start=True,
    ),
    _Case("escape", "双引号里的反斜杠 \\ 另有用处", "改用单引号,例如 'C:\\材料'"),
    _Case("hexdecimal number", "双引号里的反斜杠 \\ 另有用处", "改用单引号,例如 'C:\\材料'"),
    _Case("block sequence entries are not allowed", "“- ”不能写在标签的同一行", "换一行再写;以减号开头的文字请加引号"),
    _Case("scanning a quoted scalar", "引号没有成对", "在文字末尾补上引号", at_start=True),
    _Case(
        "did not find expected ',' or",
        "方括号或花括号没有写完",
        "检查 [ ] { } 是否成对、逗号是否是英文逗号",
        at_start=True,
    ),
    _Case(
        "expected node content", "这里缺内容,或多了逗号、括号", "检查英文逗号和 [ ] { };以这些符号开头的文字请加引号"
    ),
    _Case("could not find expected ':'", "这一行缺冒号", "写成 “标签: 内容”,冒号用英文的,后面空一格", at_start=True),
    _Case("expected '-' indicator", "缩进不齐", "同一组的“-”要上下对齐"),
    _Case("expected <document start>", "缩进不齐", "最外层的各行都要顶格写"),
    _Case("did not find expected key", "缩进不齐", "同一层的内容要上下对齐"),
    _Case("", "这一行的写法不对", "对照上下几行检查缩进、冒号和引号"),
)
_FIGURE_FIRST = re.compile(
    r"\s*(?:-\s+)*(?:[^\s'\"#:]{1,40}:\s+)?(?:-\s+)?(?:\[(?:[^'\"\]]{0,200},)?\s*)?(?=\{\{(?!\{))"
)
_LABEL = re.compile(r"\s*(?:-\s+)?(?=[^\s:：])[^:：,，。;；\"'#]{1,12}：")


def explain(error: yaml.MarkedYAMLError, lines: list[str]) -> Refused:
    """The finding for a file that is not YAML."""
    problem = f"{error.context or ''}; {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    typed = lines[line] if line < len(lines) else ""
    if figure := _FIGURE_FIRST.match(typed):
        return Refused(line + 1, figure.end() + 1, *FIGURE_FIRST)
    before, after = typed[:column], typed[column : column + 1]
    if "mapping values" in problem or "expected ':'" in problem:
        for number in (line, line - 1):
            if 0 <= number < len(lines) and (found := chinese_colon(lines[number])):
                return Refused(number + 1, found, *CHINESE_COLON)
    if "mapping values" in problem:
        if re.search(r":\s", before):
            return Refused(line + 1, column + 1, "一行里有两个冒号", "文字里有冒号时用引号括起来,例如 “地址: 村部”")
        return Refused(line + 1, column + 1, "这一行比上一行缩进多,或上一行没写完", "同一层的内容要上下对齐")
    unclosed = ("expected key", "expected '-' indicator", "<document start>")
    if any(words in problem for words in unclosed) and before.rstrip().endswith(("]", "}", '"', "'")):
        return Refused(line + 1, column + 1, "括号或引号后面还有文字", "把这一项的全部文字用引号括起来")
    if "expected key" in problem and after == ":":
        return Refused(line + 1, column + 1, "冒号左边没有标签", "写成 “标签: 内容”")
    if "cannot start" in problem and after == "\t":
        problem = "tab character"
    case = next(case for case in _CASES if case.problem in problem)
    if case.at_start and error.context_mark:
        line, column = error.context_mark.line, error.context_mark.column
    return Refused(line + 1, column + 1, case.message, case.hint)


FIGURE_FIRST = ("以 {{ 开头的文字没有加引号", '整段用引号括起来,例如 正文: "{{ 党员总数 }}名党员"')
CHINESE_COLON = ("用了中文冒号“：”", "改成英文冒号加一个空格,例如 “编号: liucun”;若是正文,请用引号把整段括起来")


def chinese_colon(line: str) -> int:
    """The column of a Chinese colon that ends what looks like a label; 0 when there is none."""
    found = _LABEL.match(line)
    return found.end() if found else 0
