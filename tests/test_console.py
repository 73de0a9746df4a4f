"""What the clerk sees: findings, duties, help — in Chinese, aligned, and unable to play tricks on the terminal."""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import date
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import console
from generator.model import Explanation, Finding, Level, Records, Where
from generator.records.acceptance import Acceptance
from generator.rules import Coverage

FILE = "data/townships/anping/finance.yml"


def finding(line: int = 1, column: int = 1, **changes: object) -> Finding:
    given = {"rule": "sums", "level": Level.ERROR, "where": Where(FILE, line, column), "message": "合计不对"} | changes
    return Finding(**given)  # type: ignore[arg-type]


def shown(root: Path, text: str | bytes, *findings: Finding) -> list[str]:
    """The lines of the report on a file with this content."""
    path = root / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return click.unstyle(console.findings_text(findings, root)).splitlines()[
        2:
    ]  # below the file's name and an empty line


def width(text: str) -> int:
    """Columns on a terminal."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else not unicodedata.combining(c) for c in text)


def marked(lines: list[str]) -> str:
    """The character above the caret."""
    line, caret = lines[1], lines[2]
    column = width(caret.rstrip("^"))
    for position in range(len(line)):
        if width(line[:position]) == column and not unicodedata.combining(line[position]):
            return line[position]
    return ""


def test_a_finding_says_where_what_and_how_to_mend_it(tmp_path: Path) -> None:
    """Line and column; the rule; the line itself with a mark; the mend."""
    lines = shown(tmp_path, "- 编号: a\n  金额: 1x\n", finding(2, 7, hint="只写数字"))

    assert lines == [
        "错误 第2行 [sums] 合计不对",
        "    2 │   金额: 1x",
        "      │         ^",
        "     改法:只写数字",
    ]


@pytest.mark.parametrize("column", range(1, 12))
def test_the_mark_stands_under_the_place(tmp_path: Path, column: int) -> None:
    """Although a Chinese character takes two columns of the terminal."""
    text = "收a支：b公〔ｃ〕(d)"

    assert marked(shown(tmp_path, text, finding(1, column))) == text[column - 1]


@given(st.text("收支a1 ：,(\t\u0301", min_size=1, max_size=400), st.integers(1, 400))
def test_the_mark_is_right_in_lines_of_any_length(
    tmp_path_factory: pytest.TempPathFactory, text: str, column: int
) -> None:
    """Of a long line the part around the place is shown; a tab takes one column."""
    lines = shown(tmp_path_factory.getbasetemp(), text + "末", finding(1, column))

    assert width(lines[1]) <= 8 + 100 + 2
    if column <= len(text) and not unicodedata.combining(text[column - 1]):
        assert marked(lines) == text[column - 1].replace("\t", " ")


@pytest.mark.parametrize("column", [1, 2, 30, 49, 51, 150, 399, 400, 50_000, 99_999, 100_000])
def test_of_a_very_long_line_the_part_around_the_place_is_shown(tmp_path: Path, column: int) -> None:
    """What stands before and behind it, with dots where more was left out."""
    text = "".join(chr(0x4E00 + n % 5_000) for n in range(100_000))
    lines = shown(tmp_path, text, finding(1, column))

    assert marked(lines) == text[column - 1]
    assert text[max(0, column - 20) : column + 20] in lines[1]
    assert lines[1].endswith("…") is (column + 60 < len(text))
    assert lines[1].startswith("    1 │ …") is (column > 26)


def test_lines_are_counted_as_the_reader_counts_them(tmp_path: Path) -> None:
    """CRLF, CR and LF end a line; what Python also calls a line end does not."""
    text = "一\r\n二\r三\x0b\x85\u2028还是三\n四"

    assert shown(tmp_path, text, finding(2))[1] == "    2 │ 二"
    assert shown(tmp_path, text, finding(4))[1] == "    4 │ 四"


@pytest.mark.parametrize(
    "where", [Where("data"), Where(FILE), Where("gone.yml", 3, 1), Where(FILE, 99, 1), Where(FILE, 0, 5)]
)
def test_without_a_line_there_is_no_excerpt(tmp_path: Path, where: Where) -> None:
    """A whole file, a file that is gone, a line beyond its end."""
    assert len(shown(tmp_path, "一行\n", finding(where=where))) == 1


def test_a_file_in_a_wrong_encoding_is_shown_as_far_as_it_goes(tmp_path: Path) -> None:
    """With or without a byte order mark, in GBK or not text at all."""
    assert shown(tmp_path, "\ufeff编号".encode(), finding(1, 1))[1] == "    1 │ 编号"
    assert shown(tmp_path, "编号".encode("gbk"), finding(1, 1))[1].startswith("    1 │ ")


TRICKS = [
    "\x1b[31m红",
    "\x1b]0;标题\x07",
    "\x9b31m",
    "\r覆盖",
    "\x08\x08\x08",
    "\u202e反",
    "\u2066",
    "\u200b",
    "\x00",
    "\ue000",
]


@pytest.mark.parametrize("trick", TRICKS, ids=ascii)
def test_data_cannot_play_tricks_on_the_terminal(tmp_path: Path, trick: str) -> None:
    """Neither from the file nor from a message: no escape sequence, no reversal, no carriage return."""
    bad = finding(1, 2, message=f"“{trick}”不对", hint=trick, where=Where(FILE, 1, 2))
    elsewhere = finding(where=Where(f"data/{trick}.yml"))
    (tmp_path / FILE).parent.mkdir(parents=True)
    (tmp_path / FILE).write_bytes(f"甲{trick}乙".encode())
    as_json = console.findings_json([bad], Records())
    reports = (console.findings_text([bad, elsewhere], tmp_path), console.findings_github([bad, elsewhere]), as_json)

    for report in map(click.unstyle, reports):
        assert not {c for c in report if unicodedata.category(c) in ("Cc", "Cf", "Co", "Cs")} - {"\n"}
    assert json.loads(as_json)["findings"][0]["hint"] == trick


def test_levels_have_a_word_and_a_colour(tmp_path: Path) -> None:
    """Colour is never the only carrier."""
    for level, word, code in ((Level.ERROR, "错误", "31"), (Level.WARNING, "警告", "33"), (Level.NOTE, "提示", "36")):
        assert f"\x1b[{code}m\x1b[1m{word}" in console.findings_text([finding(level=level)], tmp_path)


def test_the_summary_counts(tmp_path: Path) -> None:
    """Records and levels."""
    levels = [Level.ERROR, Level.WARNING, Level.WARNING]

    assert console.summary([finding(level=level) for level in levels], 0) == (
        "检查了 0 条记录:错误 1 个、警告 2 个、提示 0 个。"
    )


def test_summary_says_how_many_numbers_of_articles_are_from_records() -> None:
    """The share is cut, so that 100% means all of them; without articles there is nothing to say."""
    said = [console.summary([], 0, Coverage(*counts)).partition("\n")[2] for counts in ((239, 251), (0, 0))]
    assert said == ["材料中的数字:239 个取自记录,共 251 个(95.2%)。", ""]
    assert "(99.9%)" in console.summary([], 0, Coverage(1999, 2000))
    assert "(100.0%)" in console.summary([], 0, Coverage(7, 7))


def test_json_tells_the_coverage() -> None:
    report = json.loads(console.findings_json([], Records(), Coverage(239, 251)))
    assert report["coverage"] == {"bound": 239, "total": 251}


def test_the_json_is_the_contract() -> None:
    """Names, types and order as in contract.md; Chinese readable as such."""
    one = finding(14, 11, hint="改", record="anping/finance/liucun-2026-03")
    text = console.findings_json([one, finding(level=Level.NOTE, where=Where("data"))], Records())

    assert "合计不对" in text
    assert json.loads(text) == {
        "findings": [
            {
                "rule": "sums",
                "level": "error",
                "file": FILE,
                "line": 14,
                "column": 11,
                "record": "anping/finance/liucun-2026-03",
                "message": "合计不对",
                "hint": "改",
                "title": "",
                "accepted": None,
            },
            {
                "rule": "sums",
                "level": "note",
                "file": "data",
                "line": 0,
                "column": 0,
                "record": "",
                "message": "合计不对",
                "hint": "",
                "title": "",
                "accepted": None,
            },
        ],
        "counts": {"error": 1, "warning": 0, "note": 1, "accepted": 0},
        "records": 0,
    }
    assert list(json.loads(text)) == ["findings", "counts", "records"]


def test_the_github_format_is_one_command_a_line() -> None:
    """Marks of the command language inside a message or a name are encoded."""
    odd = finding(
        2, 3, message="一\n二 100%", hint="::error::三", where=Where("data/a,b:c%.yml", 2, 3), level=Level.NOTE
    )

    assert console.findings_github([finding(1, 1), odd]).splitlines() == [
        f"::error file={FILE},line=1,col=1,title=sums::合计不对",
        "::notice file=data/a%2Cb%3Ac%25.yml,line=2,col=3,title=sums::一%0A二 100%25 ::error::三",
    ]


# ---------------------------------------------------------------------------------------------------- many findings


def heads(text: str) -> list[str]:
    """The first lines of the blocks, and the names of the files above them."""
    return [line for line in click.unstyle(text).splitlines() if re.match(r"错误|警告|提示|data/", line)]


def test_the_worst_file_comes_first_and_in_it_the_worst(tmp_path: Path) -> None:
    """A file with an error before files with many warnings; in a file errors first, then by line."""
    given = [
        *(finding(line, level=Level.WARNING, where=Where("data/a.yml", line), message=str(line)) for line in (1, 2, 3)),
        finding(level=Level.NOTE, where=Where("data/b.yml", 1)),
        finding(level=Level.ERROR, where=Where("data/b.yml", 9)),
        finding(level=Level.WARNING, where=Where("data/b.yml", 10)),
        finding(level=Level.WARNING, where=Where("data/b.yml", 5)),
    ]

    assert heads(console.findings_text(given, tmp_path)) == [
        "data/b.yml 错误 1 个、警告 2 个、提示 1 个",
        "错误 第9行 [sums] 合计不对",
        "警告 第5行 [sums] 合计不对",
        "警告 第10行 [sums] 合计不对",
        "提示 第1行 [sums] 合计不对",
        "data/a.yml 警告 3 个",
        *(f"警告 第{line}行 [sums] {line}" for line in (1, 2, 3)),
    ]


def test_the_same_words_of_one_file_are_folded(tmp_path: Path) -> None:
    """Five are shown, of the others the lines; in another file they count anew."""
    given = [finding(line) for line in range(1, 21)] + [finding(where=Where("data/other.yml", 1))]
    text = click.unstyle(console.findings_text(given, tmp_path))

    assert len(heads(text)) == 2 + 5 + 1
    assert "还有 15 处同样的问题:第6行、第7行、第8行、第9行、第10行、第11行、第12行、第13行 ……" in text


EXPLAINED = {"sums": Explanation("合计不对", "", "", "", "", "")}


def report(given: list[Finding], root: Path, records: Records | None = None, *, everything: bool = False) -> str:
    text = console.findings_report(given, records or Records(), root, EXPLAINED, everything=everything)
    return click.unstyle(text)


def test_a_thousand_findings_fit_a_look(tmp_path: Path) -> None:
    """Twenty with their lines, a table of the rules, how to see the others; with --all every one."""
    levels = [Level.WARNING, Level.NOTE, Level.WARNING, Level.NOTE]
    given = [
        finding(rule=f"rule{n % 7}", level=levels[n % 4], where=Where(f"data/{n % 30}.yml", n), message=f"第{n}个")
        for n in range(990)
    ]
    given += [finding(where=Where(f"data/z{n}.yml", n), message=f"错{n}") for n in range(10)]
    text = report(given, tmp_path)

    blocks = [head for head in heads(text) if not head.startswith("data/")]
    assert len(blocks) == console.FIRST
    assert [head[:2] for head in blocks] == ["错误"] * 10 + ["警告"] * 10
    assert len(text.splitlines()) < 120
    assert "还有 980 个没有列" in text
    assert "sums   合计不对    10     ·     ·       ·" in text.splitlines()
    assert "一条规则查什么、为什么、怎么改:gongkai explain sums" in text.splitlines()
    assert text.splitlines()[-1].startswith("全部列出用 --all")

    everything = report(given, tmp_path, everything=True)
    assert len([head for head in heads(everything) if not head.startswith("data/")]) == 1000
    assert "--all" not in everything


def test_more_errors_than_fit_leave_no_room_for_warnings(tmp_path: Path) -> None:
    """However bad the warnings' file is otherwise."""
    given = [finding(n, level=Level.WARNING, message=str(n)) for n in range(100)]
    given += [finding(where=Where(f"data/{n}.yml", 1)) for n in range(30)]

    assert {head[:2] for head in heads(report(given, tmp_path))} == {"错误", "da"}


def test_accepted_findings_stay_listed_and_count_apart(tmp_path: Path) -> None:
    """With who answers for them and why; a code host is not bothered with them."""
    by = Acceptance.model_validate(
        {
            "@乡镇": "anping",
            "编号": "one",
            "规则": "sums",
            "理由": "账本如此",
            "职务": "镇纪委书记",
            "日期": "2026-07-01",
        }
    )
    given = [finding(1), finding(2, accepted=by.key), finding(3, accepted="anping/acceptance/gone")]
    text = report(given, tmp_path, Records((by,)))

    assert heads(text) == [f"{FILE} 错误 1 个", "错误 第1行 [sums] 合计不对"]
    assert "已接受 2 个,不算在内:" in text
    assert f"  {FILE}:2 [sums] 合计不对\n    镇纪委书记 2026-07-01 同意:账本如此" in text
    assert console.summary(given, 0) == "检查了 0 条记录:错误 1 个、警告 0 个、提示 0 个;另有 2 个已接受。"
    assert len(console.findings_github(given).splitlines()) == 1

    said = json.loads(console.findings_json(given, Records((by,)), None, EXPLAINED))
    assert said["counts"] == {"error": 1, "warning": 0, "note": 0, "accepted": 2}
    assert [one["title"] for one in said["findings"]] == ["合计不对"] * 3
    assert said["findings"][1]["accepted"] == {
        "by": "镇纪委书记",
        "reason": "账本如此",
        "day": "2026-07-01",
        "key": "anping/acceptance/one",
    }
    assert said["findings"][2]["accepted"]["by"] is None


def test_the_last_line_tells_the_next_step() -> None:
    """Mend, build with what is doubtful, or just build; what is accepted asks for nothing."""
    assert "先改错误" in console.what_next([finding(), finding(level=Level.NOTE)])
    assert "没有错误" in console.what_next([finding(level=Level.NOTE)])
    assert console.what_next([finding(accepted="a/acceptance/b")]) == "下一步:运行 gongkai build 生成网站。"


HOSTILE = {
    "escape": "\x1b[2J\x1b[31m",
    "bidi": "\u202e反\u2066",
    "command": "\n::error file=x::假的\r\n::stop-commands::x",
    "very long": "长" * 100_000,
    "line ends": "一\x85二\u2028三\u2029四",
}


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_of_findings_do_nothing(hostile: str, tmp_path: Path) -> None:
    """In the message, the hint, the line of the file, the name of the file, the rule and the acceptance."""
    word = HOSTILE[hostile]
    path = tmp_path / FILE
    path.parent.mkdir(parents=True)
    path.write_text(word.replace("\n", "").replace("\r", "") * 2 + "末", encoding="utf-8")
    by = Acceptance.model_construct(
        township="anping", id="one", rule="sums", reason=word, post=word, day=date(2026, 7, 1)
    )
    given = [
        finding(1, 3, message=word, hint=word),
        finding(where=Where(f"data/{word}.yml", 1), rule=word),
        finding(2, message=word, accepted=by.key),
    ]
    text = report(given, tmp_path, Records((by,)))
    commands = console.findings_github(given)

    assert not {c for c in text + commands if unicodedata.category(c) in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")} - {"\n"}
    assert len(commands.splitlines()) == 2
    assert [line for line in commands.splitlines() if not line.startswith("::error file=data/")] == []
    assert max(map(len, text.splitlines())) < 1_000
    assert max(map(len, commands.splitlines())) < 1_000_000
    assert json.loads(console.findings_json(given, Records((by,))))["findings"][0]["message"] == word


def test_an_annotation_has_an_end() -> None:
    """A code host refuses what is too long; the JSON has it whole."""
    said = console.findings_github([finding(message="长" * 100_000, hint="改")])

    assert said.endswith("…")
    assert len(said) < 5_000


def test_a_command_names_no_line_where_there_is_none() -> None:
    assert console.findings_github([finding(where=Where("data", 0))]) == "::error file=data,title=sums::合计不对"
