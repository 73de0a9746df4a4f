"""Tables as people really send them. Each names one dirt, and says what is to come of it."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

FILES = Path(__file__).parent / "files"
DAY = datetime(2026, 3, 5)  # noqa: DTZ001 - a workbook knows no time zones
HEAD = ("编号", "日期", "凭证号", "摘要", "支出")
ROW = ("liucun-2026-03", "2026-03-05", "3-1", "保洁员工资", "2400")
CLEAN = {"编号": "liucun-2026-03", "日期": "2026-03-05", "凭证号": "3-1", "摘要": "保洁员工资", "支出": "2400"}
Rows = Sequence[Sequence[Any]]


@dataclass(frozen=True)
class Dirt:
    """One wrong. rows: what must be read, without empty cells; said: how each remark begins, in order."""

    name: str
    file: str
    make: Callable[[], bytes]
    rows: tuple[dict[str, str], ...] = (CLEAN,)
    said: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    """Headings that become questions."""
    family: str = "finance"


def book(*sheets: tuple[str, Rows], merged: Sequence[tuple[int, int, int, int, str]] = (), hidden: int = -1) -> bytes:
    """A workbook with these sheets; a value is written as its type says, a text never as a formula unless it begins so."""
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True}) as made:
        day = made.add_format({"num_format": "yyyy-mm-dd"})
        for number, (name, rows) in enumerate(sheets):
            page = made.add_worksheet(name)
            for row, cells in enumerate(rows):
                for at, cell in enumerate(cells):
                    if isinstance(cell, datetime):
                        page.write_datetime(row, at, cell, day)
                    elif isinstance(cell, Formula):
                        page.write_formula(row, at, cell.text, None, cell.value)
                    elif isinstance(cell, str):
                        page.write_string(row, at, cell)
                    elif cell is not None:
                        page.write(row, at, cell)
            if number == 0:
                for one in merged:
                    page.merge_range(*one)
            if number == hidden:
                page.hide()
    return held.getvalue()


@dataclass(frozen=True)
class Formula:
    """A cell that reckons; value: what it came to."""

    text: str
    value: Any = 0


def entries(*rows: Sequence[Any], head: Sequence[Any] = HEAD, above: Rows = ()) -> Callable[[], bytes]:
    """A sheet of vouchers under a name that says nothing."""
    return lambda: book(("Sheet1", [*above, head, *rows]))


def cell(at: int, value: Any) -> Callable[[], bytes]:
    """The clean row with one other cell."""
    return entries([*ROW[:at], value, *ROW[at + 1 :]])


def text(content: str, encoding: str = "utf-8") -> Callable[[], bytes]:
    return lambda: content.encode(encoding)


def file(name: str) -> Callable[[], bytes]:
    return (FILES / name).read_bytes


def but(**more: str) -> dict[str, str]:
    """The clean row with other values; an empty one is not there."""
    return {label: value for label, value in {**CLEAN, **more}.items() if value}


_LINE = ",".join(ROW)
_HEAD = ",".join(HEAD)
_ACCOUNT = ("编号", "摘要", "金额", "摘要", "金额")

_PERIODS: tuple[Any, ...] = (
    "2026.3",
    "2026年3月",
    "2026年3月份",
    "2026/03",
    DAY,
    "2026年一季度",
    "2026年上半年",
    "2026年度",
    2026,
    "２０２６－０３",
)

DIRT = (
    Dirt("nothing wrong", "a.xlsx", entries(ROW)),
    Dirt("old workbook of Excel 97", "a.xls", file("old.xls")),
    Dirt("OpenDocument", "a.ods", file("old.ods")),
    Dirt("CSV in UTF-8", "a.csv", text(f"{_HEAD}\n{_LINE}\n")),
    Dirt("CSV with a byte order mark, Windows ends", "a.csv", text(f"{_HEAD}\r\n{_LINE}\r\n", "utf-8-sig")),
    Dirt("CSV in GB18030", "a.csv", text(f"{_HEAD}\n{_LINE}\n", "gb18030")),
    Dirt("CSV in UTF-16", "a.csv", text(f"{_HEAD}\n{_LINE}\n", "utf-16")),
    Dirt("CSV with tabs", "a.csv", text(f"{_HEAD}\n{_LINE}\n".replace(",", "\t"))),
    Dirt("CSV with semicolons", "a.csv", text(f"{_HEAD}\n{_LINE}\n".replace(",", ";"))),
    Dirt("title above the heading", "a.xlsx", entries(ROW, above=[["刘村2026年3月收支明细"], []])),
    Dirt(
        "merged title, and the unit below it",
        "a.xlsx",
        lambda: book(("Sheet1", [["刘村收支明细"], ["单位：元"], HEAD, ROW]), merged=[(0, 0, 0, 4, "刘村收支明细")]),
    ),
    Dirt("empty lines and columns around", "a.xlsx", entries(["", *ROW], head=["", *HEAD], above=[[], []])),
    Dirt("empty lines between", "a.xlsx", entries(ROW, [], ["", " ", "　"], ROW), rows=(CLEAN, CLEAN)),
    Dirt(
        "blanks and breaks in headings", "a.xlsx", entries(ROW, head=("编 号", " 日期", "凭证\n号", "摘　要", "支出 "))
    ),
    Dirt("units in headings", "a.xlsx", entries(ROW, head=(*HEAD[:4], "支出（元）"))),
    Dirt("marks of required fields", "a.xlsx", entries(ROW, head=("*编号", "日期*", "凭证号：", *HEAD[3:]))),
    Dirt("other words for a column", "a.xlsx", entries(ROW, head=("编号", "记账日期", "凭证字号", "用途", "支出金额"))),
    Dirt(
        "a word that is nearly a column",
        "a.xlsx",
        entries(ROW, head=(*HEAD[:4], "支出数")),
        rows=(but(支出=""),),
        asked=("支出数",),
    ),
    Dirt(
        "a column that nobody knows",
        "a.xlsx",
        entries([*ROW, "晴"], head=(*HEAD, "天气")),
        said=("Sheet1!F1 “天气”这一列没有读",),
    ),
    Dirt(
        "a column without a heading",
        "a.xlsx",
        entries([*ROW, "张三"], head=(*HEAD, "")),
        said=("Sheet1!F2 这一列没有标题,没有读",),
    ),
    Dirt(
        "the same heading twice",
        "a.xlsx",
        entries([*ROW, "7"], head=(*HEAD, "支出")),
        said=("Sheet1!F1 “支出”这个标题前面已有一列",),
    ),
    Dirt(
        "a line of totals",
        "a.xlsx",
        entries(ROW, ["合计", "", "", "", 2400]),
        said=("Sheet1 第3行 是合计行,没有读进数据",),
    ),
    Dirt(
        "a line of totals that is wrong",
        "a.xlsx",
        entries(ROW, ["合  计", "", "", "", 2500]),
        said=("Sheet1 第3行 是合计行", "Sheet1!E3 “支出”合计写的是 2,500,各行加起来是 2,400"),
    ),
    Dirt(
        "the heading once more on every page",
        "a.xlsx",
        entries(ROW, HEAD, ROW),
        rows=(CLEAN, CLEAN),
        said=("Sheet1 第3行 “编号 日期 凭证号 摘要 支出”不是数据",),
    ),
    Dirt(
        "who made it, at the foot",
        "a.xlsx",
        entries(ROW, ["制表：王会计  审核：李主任"]),
        said=("Sheet1 第3行 “制表：王会计 审核：李主任”不是数据",),
    ),
    Dirt("thousands separators", "a.xlsx", cell(4, "2,400.00")),
    Dirt("full-width digits and separators", "a.xlsx", cell(4, "２，４００．００")),
    Dirt("currency signs", "a.xlsx", cell(4, "￥2,400元")),
    Dirt("a negative in brackets", "a.xlsx", cell(4, "（300）"), rows=(but(支出="-300"),)),
    Dirt("a sum of the machine", "a.xlsx", cell(4, 0.1 + 0.2), rows=(but(支出="0.3"),)),
    Dirt(
        "ten thousands in the heading",
        "a.xlsx",
        entries([*ROW[:4], 0.24], head=(*HEAD[:4], "支出(万元)")),
        said=("Sheet1!E2 “支出”标题以万元为单位,0.24万元读作2400元",),
    ),
    Dirt(
        "ten thousands above the heading",
        "a.xlsx",
        entries([*ROW[:4], "0.24"], above=[["单位：万元"]]),
        said=("Sheet1!E3 “支出”标题以万元为单位",),
    ),
    Dirt(
        "a number that is words",
        "a.xlsx",
        cell(4, "约两千"),
        rows=(but(支出=""),),
        said=("Sheet1!E2 “支出”“约两千”不是数字",),
    ),
    Dirt(
        "a number with too many digits",
        "a.xlsx",
        cell(4, "12345678901234567"),
        rows=(but(支出=""),),
        said=("Sheet1!E2 “支出”“12345678901234567”位数太多",),
    ),
    Dirt(
        "an amount that turned into a day",
        "a.xlsx",
        cell(4, DAY),
        rows=(but(支出=""),),
        said=("Sheet1!E2 “支出”“2026-03-05”不是数字",),
    ),
    Dirt("a real date", "a.xlsx", cell(1, DAY)),
    Dirt("a date as a number", "a.xlsx", cell(1, 46086)),
    Dirt("a date with points", "a.xlsx", cell(1, "2026.3.5")),
    Dirt("a date in Chinese", "a.xlsx", cell(1, "2026年3月5日")),
    Dirt("a date with strokes", "a.xlsx", cell(1, "2026/3/5")),
    Dirt("a date of eight digits", "a.xlsx", cell(1, "20260305")),
    Dirt(
        "a date without a year",
        "a.xlsx",
        cell(1, "3月5日"),
        rows=(but(日期=""),),
        said=("Sheet1!B2 “日期”“3月5日”没有写年份",),
    ),
    Dirt(
        "a date that never was",
        "a.xlsx",
        cell(1, "2026-02-30"),
        rows=(but(日期=""),),
        said=("Sheet1!B2 “日期”“2026-02-30”不是真实的日期",),
    ),
    Dirt("blanks and what no eye sees", "a.xlsx", cell(3, " \u200b保洁员工资\u3000\xa0")),
    Dirt(
        "a character of a broken encoding",
        "a.xlsx",
        cell(3, "保洁\ufffd"),
        rows=(but(摘要=""),),
        said=("Sheet1!D2 “摘要”“保洁\ufffd”里有",),
    ),
    Dirt("a formula with its result", "a.xlsx", cell(4, Formula("=1200*2", 2400))),
    Dirt(
        "a formula that failed",
        "a.xlsx",
        cell(4, Formula("=1/0", "#DIV/0!")),
        rows=(but(支出=""),),
        said=("Sheet1!E2 公式出错(#DIV/0!)",),
    ),
    Dirt(
        "a formula that was never reckoned",
        "a.xlsx",
        cell(4, Formula("=A1", "")),
        rows=(but(支出=""),),
        said=("Sheet1!E2 公式没有算出结果",),
    ),
    Dirt("a text that looks like a formula", "a.xlsx", cell(3, "=1+1"), rows=(but(摘要="=1+1"),)),
    Dirt(
        "a name merged over several lines",
        "a.xlsx",
        lambda: book(("Sheet1", [HEAD, ROW, ("", *ROW[1:])]), merged=[(1, 0, 2, 0, ROW[0])]),
        rows=(CLEAN, CLEAN),
    ),
    Dirt(
        "an amount merged over several lines",
        "a.xlsx",
        lambda: book(("Sheet1", [HEAD, ROW, (*ROW[:4], "")]), merged=[(1, 4, 2, 4, "2400")]),
        rows=(CLEAN, but(支出="")),
        said=("Sheet1!E3 几行合并成一格",),
    ),
    Dirt(
        "a hidden sheet",
        "a.xlsx",
        lambda: book(("Sheet1", [HEAD, ROW]), ("旧表", [HEAD, ROW]), hidden=1),
        said=("旧表 是隐藏的表,没有读",),
    ),
    Dirt("an empty sheet beside", "a.xlsx", lambda: book(("Sheet1", [HEAD, ROW]), ("Sheet2", []))),
    Dirt(
        "a sheet of words alone",
        "a.xlsx",
        lambda: book(("Sheet1", [HEAD, ROW]), ("说明书", [["请各村按月填报"]])),
        said=("说明书 找不到标题行,没有读",),
    ),
    Dirt(
        "a heading of two lines",
        "a.xlsx",
        lambda: book(
            (
                "Sheet1",
                [
                    ["编号", "收入", "", "支出", ""],
                    ["", "摘要", "金额", "摘要", "金额"],
                    ("liucun-2026-03", "租金", 500, "保洁", 200),
                ],
            ),
            merged=[(0, 0, 1, 0, "编号"), (0, 1, 0, 2, "收入"), (0, 3, 0, 4, "支出")],
        ),
        rows=(
            {
                "编号": "liucun-2026-03",
                "收入.摘要": "租金",
                "收入.金额": "500",
                "支出.摘要": "保洁",
                "支出.金额": "200",
            },
        ),
    ),
    Dirt(
        "a heading of two lines that is not merged",
        "a.xlsx",
        lambda: book(
            (
                "Sheet1",
                [
                    ["编号", "收入", None, "支出"],
                    ["", "摘要", "金额", "摘要", "金额"],
                    ("liucun-2026-03", "租金", 500, "保洁", 200),
                ],
            )
        ),
        rows=(
            {
                "编号": "liucun-2026-03",
                "收入.摘要": "租金",
                "收入.金额": "500",
                "支出.摘要": "保洁",
                "支出.金额": "200",
            },
        ),
    ),
    Dirt(
        "periods in every manner",
        "a.xlsx",
        lambda: book(
            (
                "Sheet1",
                [
                    ("编号", "村", "期间", "期末结存"),
                    *(
                        (f"a-{n}", "刘村", one, 1)
                        for n, one in enumerate(
                            (
                                "2026.3",
                                "2026年3月",
                                "2026年3月份",
                                "2026/03",
                                DAY,
                                "2026年一季度",
                                "2026年上半年",
                                "2026年度",
                                2026,
                                "２０２６－０３",
                            )
                        )
                    ),
                ],
            )
        ),
        rows=tuple(
            {"编号": f"a-{n}", "村": "刘村", "期间": one, "期末结存": "1"}
            for n, one in enumerate(
                ("2026-03", "2026-03", "2026-03", "2026-03", "2026-03", "2026-Q1", "2026-H1", "2026", "2026", "2026-03")
            )
        ),
    ),
    Dirt(
        "a month that may be January or October",
        "a.xlsx",
        lambda: book(("Sheet1", [("编号", "村", "期间", "期末结存"), ("a", "刘村", 2026.1, 1)])),
        rows=({"编号": "a", "村": "刘村", "期末结存": "1"},),
        said=("Sheet1!C2 “期间”“2026.1”分不清是几月",),
    ),
    Dirt(
        "yes and no in every manner",
        "a.xlsx",
        lambda: book(
            (
                "地方",
                [("编号", "名称", "示例"), ("a", "甲", "√"), ("b", "乙", "×"), ("c", "丙", True), ("d", "丁", "大概")],
            )
        ),
        rows=(
            {"编号": "a", "名称": "甲", "示例": "是"},
            {"编号": "b", "名称": "乙", "示例": "否"},
            {"编号": "c", "名称": "丙", "示例": "是"},
            {"编号": "d", "名称": "丁"},
        ),
        said=("地方!C5 “示例”“大概”不明确",),
        family="place",
    ),
    Dirt(
        "codes that became numbers",
        "a.xlsx",
        lambda: book(
            (
                "地方",
                [
                    ("编号", "名称", "区划代码"),
                    ("a", "甲", 990101101),
                    ("b", "乙", 10203),
                    ("c", "丙", "1.23E+11"),
                    ("d", "丁", "'010203"),
                ],
            )
        ),
        rows=(
            {"编号": "a", "名称": "甲", "区划代码": "990101101"},
            {"编号": "b", "名称": "乙"},
            {"编号": "c", "名称": "丙"},
            {"编号": "d", "名称": "丁", "区划代码": "010203"},
        ),
        said=("地方!C3 “区划代码”“10203”存成了数字", "地方!C4 “区划代码”“1.23E+11”被表格软件改成了科学记数"),
        family="place",
    ),
    Dirt(
        "counts with their units",
        "a.xlsx",
        lambda: book(("Sheet1", [("编号", "名称", "人口"), ("a", "甲", "1,286人"), ("b", "乙", 3.0)])),
        rows=({"编号": "a", "名称": "甲", "人口": "1286"}, {"编号": "b", "名称": "乙", "人口": "3"}),
        family="place",
    ),
    Dirt(
        "several values in one cell",
        "a.xlsx",
        lambda: book(("Sheet1", [("编号", "名称", "功能室"), ("a", "甲", "活动室、图书室；文体室")])),
        rows=({"编号": "a", "名称": "甲", "功能室": "活动室\n图书室\n文体室"},),
        family="venue",
    ),
)

REFUSED = (
    ("nothing in it", "a.xlsx", b"", "空的文件"),
    ("half a download", "a.xlsx", book(("Sheet1", [HEAD]))[:2000], "坏了"),
    ("a web page by another name", "a.xls", b"<html><table><tr><td>1</td></tr></table>", "网页冒充的表格"),
    ("a text by another name", "a.xlsx", b"hello", "不是真正的表格文件"),
    ("a document", "a.docx", b"PK", "不是表格文件"),
)
