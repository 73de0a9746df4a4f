"""`gongkai export xlsx` and `gongkai import`: out, filled in by hand, and in again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from generator.__main__ import main
from generator.catalogue import local
from generator.load import load
from generator.mechanisms.fingerprints import fingerprints
from generator.records.finance import Finance

FINANCE = "data/townships/demo/finance/2026-q3.yml"
Edit = Callable[[Any], None]


@pytest.fixture
def desk(site: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small site, seen from inside its folder as a clerk stands there."""
    monkeypatch.chdir(site)
    return site


@pytest.fixture
def handed_out(desk: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert main(["export", "xlsx", "--township", "demo", "--quiet"]) == 0
    assert capsys.readouterr().out == "build/exports/demo.xlsx\n"
    return desk / "build/exports/demo.xlsx"


def _edited(path: Path, edit: Edit) -> Path:
    book = openpyxl.load_workbook(path)
    edit(book)
    filled = path.with_name("filled.xlsx")
    book.save(filled)
    return filled


def _cell(book: Any, sheet: str, key: str, label: str, number: str = "") -> Any:
    """The cell of a line under a heading, as a person finds it."""
    page = book[sheet]
    column = next(
        cell.column for row in page.iter_rows(max_row=2) for cell in row if str(cell.value).split("(")[0] == label
    )
    return next(
        page.cell(row[0].row, column)
        for row in page.iter_rows()
        if row[0].value == key and (not number or row[1].value == number)
    )


def _data(desk: Path) -> dict[str, bytes]:
    return {path.relative_to(desk).as_posix(): path.read_bytes() for path in (desk / "data").rglob("*.yml")}


def _differences(before: dict[str, bytes], after: dict[str, bytes]) -> Iterator[str]:
    """`+` and `-` lines of all files together."""
    for name in sorted({*before, *after}):
        old, new = (side.get(name, b"").decode().splitlines() for side in (before, after))
        yield from (f"-{line}" for line in old if line not in new)
        yield from (f"+{line}" for line in new if line not in old)


def test_out_and_in_again_changes_no_byte(handed_out: Path, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _data(desk)

    assert main(["import", str(handed_out), "--yes"]) == 0

    assert capsys.readouterr().err == "表格和数据一样,没有要改的。下一步:gongkai check。\n"
    assert _data(desk) == before


def test_saved_by_another_program_it_changes_no_byte_either(handed_out: Path, desk: Path) -> None:
    before = _data(desk)

    assert main(["import", str(_edited(handed_out, lambda book: None)), "--yes"]) == 0

    assert _data(desk) == before


def test_the_same_records_give_the_same_workbook(handed_out: Path) -> None:
    first = handed_out.read_bytes()

    assert main(["export", "xlsx", "--township", "demo", "--quiet"]) == 0

    assert handed_out.read_bytes() == first


def test_a_filled_in_month_goes_where_a_person_would_put_it(
    handed_out: Path, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _data(desk)

    def fill(book: Any) -> None:
        _cell(book, "财务·收支", "shanghe-2026-10", "金额", "1").value = 3000
        _cell(book, "财务", "shanghe-2026-10", "期末结存").value = 94164.3
        _cell(book, "地方", "shanghe", "人口").value = 1300

    filled = _edited(handed_out, fill)
    command = ["import", str(filled), "--today", "2026-10-20"]
    assert main([*command, "--dry-run"]) == 0
    shown = capsys.readouterr()
    assert _data(desk) == before
    assert "+  期末结存: 94,164.30" in shown.out
    assert shown.err.endswith("这是试看,什么都没有写。去掉 --dry-run 就写。\n")

    assert main(command) == 0

    after = _data(desk)
    assert set(after) - set(before) == {"data/townships/demo/finance/2026-q4.yml"}
    assert [line for line in _differences(before, after) if "人口" in line] == ["-  人口: 1,786", "+  人口: 1,300"]
    assert (
        after["data/townships/demo/finance/2026-q4.yml"].decode().startswith("- 编号: shanghe-2026-10\n  村: shanghe\n")
    )

    capsys.readouterr()
    assert main(command) == 0
    assert capsys.readouterr().err == "表格和数据一样,没有要改的。下一步:gongkai check。\n"


def test_what_is_wrong_is_said_at_its_cell(handed_out: Path, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _data(desk)

    def fill(book: Any) -> None:
        _cell(book, "组织", "shanghe-branch", "地方").value = "下河村"
        _cell(book, "地方", "shanghe", "级别").value = "乡村"

    assert main(["import", str(_edited(handed_out, fill))]) == 1

    said = capsys.readouterr().err
    assert "filled.xlsx 地方!C" in said
    assert "什么都没有写" in said
    assert "Traceback" not in said
    assert _data(desk) == before


def test_a_published_fact_is_not_changed_silently(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _with_fingerprints(desk)
    assert main(["export", "xlsx", "--family", "finance", "--out", "a.xlsx", "--township", "demo", "--quiet"]) == 0
    before = _data(desk)

    def fill(book: Any) -> None:
        _cell(book, "财务", "shanghe-2026-08", "制表").value = "镇会计"

    command = ["import", str(_edited(desk / "a.xlsx", fill)), "--today", "2026-10-20"]
    assert main(command) == 1
    said = capsys.readouterr().err
    assert "[altered] filled.xlsx 财务!M3 " in said
    assert "gongkai correct" in said
    assert _data(desk) == before

    assert main([*command, "--yes"]) == 0
    assert list(_differences(before, _data(desk))) == ["+  制表: 镇会计"]


def _with_fingerprints(desk: Path) -> None:
    """As `gongkai publish` leaves the publication of August."""
    records, _ = load(desk)
    finance = next(one for one in records.of(Finance, "demo") if one.id == "shanghe-2026-08")
    prints = fingerprints(finance, local(records, "demo").publishing(finance))
    file = desk / "data/townships/demo/publication.yml"
    text = file.read_text(encoding="utf-8")
    place = text.index("\n- 编号: shanghe-2026-09-cash")
    inside = ", ".join(f"{label}: {digits}" for label, digits in prints.items())
    line = f"  指纹: [{{记录: finance/shanghe-2026-08, 内容: {{{inside}}}}}]\n"
    file.write_text(text[:place] + line + text[place:], encoding="utf-8")


def test_a_workbook_of_another_township_says_so(
    handed_out: Path, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "data/townships/demo").rename(desk / "data/townships/other")

    assert main(["import", str(handed_out)]) == 2

    assert "demo.xlsx 是“demo”的填报表,不是“other”的,没有读" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.xlsx", b""), ("a.xlsx", b"PK\x03\x04 not a zip"), ("a.docx", b"x"), ("none.xlsx", None)],
)
def test_what_is_no_workbook_is_refused_in_chinese(
    name: str, content: bytes | None, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is not None:
        (desk / name).write_bytes(content)

    assert main(["import", name, "--township", "demo"]) == 2

    said = capsys.readouterr().err
    assert name in said
    assert "Traceback" not in said


def _foreign(path: Path) -> None:
    """A list of a village's rooms as somebody keeps it, with a heading that is nearly one of ours."""
    book = openpyxl.Workbook()
    page = book.active
    page.append(["河口镇活动场所一览表"])
    page.append(["地方", "名称", "类别", "状态", "建筑面积(平方米)", "开放时间段"])
    page.append(["上河村", "上河村活动室", "党群服务中心", "已建", 86, "每天"])
    page.append(["合计", None, None, None, 86, None])
    book.save(path)


def test_a_heading_that_is_nearly_one_is_asked_about(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _foreign(desk / "阵地.xlsx")
    command = ["import", "阵地.xlsx", "--family", "venue", "--today", "2026-10-20"]
    before = _data(desk)

    assert main(command) == 1
    said = capsys.readouterr().err
    assert "Sheet!F2 标题“开放时间段”认不准是哪一列。可能是:开放时间。加 --heading 开放时间段=列名" in said
    assert "Sheet 第4行 是合计行,没有读进数据" in said
    assert _data(desk) == before

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.prompt", lambda *_, **__: 1)
    assert main([*command, "--dry-run"]) == 0
    assert "+  开放时间: 每天" in capsys.readouterr().out
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)

    assert main([*command, "--heading", "开放时间段=开放时间"]) == 0
    text = (desk / "data/townships/demo/venue.yml").read_text(encoding="utf-8")
    assert text == (
        "- 编号: shanghe-1\n  地方: shanghe\n  名称: 上河村活动室\n  类别: 党群服务中心\n  状态: 已建\n"
        "  建筑面积: 86\n  开放时间: 每天\n"
    )

    capsys.readouterr()
    assert main([*command, "--heading", "开放时间段=开放时间"]) == 0
    assert "数据里已有同样的一条" in capsys.readouterr().err


def test_only_the_families_asked_for(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "xlsx", "--township", "demo", "--family", "publication", "--out", "a.xlsx"]) == 0
    book = openpyxl.load_workbook("a.xlsx")
    assert [name for name in book.sheetnames if not name.startswith("公开记录")] == ["填写说明", "_gongkai"]
    assert book["_gongkai"].sheet_state == "veryHidden"

    assert main(["export", "xlsx", "--family", "finanse"]) == 2
    assert "没有“finanse”这一类" in capsys.readouterr().err


def test_a_workbook_first_and_a_build_after_it(handed_out: Path) -> None:
    """What an export leaves in the folder of builds is no stranger there."""
    assert handed_out.is_file()
    assert main(["build", "--today", "2026-10-20", "--quiet"]) == 0


def test_the_same_tables_for_other_programs(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "csv", "--township", "demo", "--family", "finance", "--quiet"]) == 0
    folder = Path(capsys.readouterr().out.strip())
    assert sorted(path.name for path in folder.iterdir()) == [
        "finance-baobiaoxing.csv",
        "finance-shouru-zhichu.csv",
        "finance-zhubi.csv",
        "finance.csv",
    ]
    text = (folder / "finance-shouru-zhichu.csv").read_text(encoding="utf-8-sig")
    assert text.splitlines()[1].startswith("shanghe-2026-07,1,果园承包费,501,12000.00,")

    assert main(["export", "json", "--township", "demo", "--out", "a.json", "--quiet"]) == 0
    told = json.loads(Path("a.json").read_text(encoding="utf-8"))
    assert told["records"]["finance"][0]["收入"][0]["金额"] == "12,000.00"
