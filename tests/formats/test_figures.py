"""The list of the articles' figures beside a site, and what is said when one of them changed."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator import console
from generator.__main__ import main
from generator.disclose import disclose
from generator.formats import figures
from generator.model import Audience, Change, Publication, Records
from generator.pages import plan
from generator.records.article import Article
from generator.records.indicator import Indicator
from generator.write import write
from tests import world

PAGE = ("让能人挑起村里的担子", "demo/article/able-leaders.html")


def made(records: Records, folder: Path, audience: Audience = Audience.PUBLIC) -> dict[str, Any]:
    """The list as a build would write it into the folder."""
    edition = disclose(records, audience)
    folder.mkdir(exist_ok=True)
    content = json.loads(figures.make(Publication(edition, plan(edition), folder), folder).read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


def changed(records: Records, key: str, **fields: Any) -> Records:
    """The same with other values in one record."""
    assert records.find(key) is not None
    return replace(records, items=tuple(one.model_copy(update=fields) if one.key == key else one for one in records))


def valued(records: Records, name: str, value: str) -> Records:
    """The same with another value of an indicator."""
    old = records.get(Indicator, f"demo/indicator/{name}")
    assert old is not None
    written = {
        "编号": name,
        "地方": "demo",
        "名称": old.name,
        "主题": old.theme,
        "单位": old.unit,
        "数值": value,
        "缺失原因": None if value else "待查",
    }
    given = Indicator.model_validate(written)
    return changed(records, old.key, figure=given.figure, why_missing=given.why_missing)


def test_every_figure_is_listed_with_its_records_and_articles(world_records: Records, tmp_path: Path) -> None:
    """Once, however often it stands there."""
    content = made(world_records, tmp_path, Audience.REVIEW)
    by_name = {entry["name"]: entry for entry in content["figures"]}

    assert content["audience"] == "review"
    assert by_name["党员总数"] == {
        "township": "demo",
        "name": "党员总数",
        "unit": "名",
        "periods": ["2026年"],
        "records": [
            {
                "key": "demo/indicator/members-2026",
                "value": "486",
                "where": "data/townships/demo/indicator.yml:2:3",
            }
        ],
        "articles": [{"key": "demo/article/able-leaders", "title": PAGE[0], "page": PAGE[1], "shown": ["486"]}],
    }
    assert [record["value"] for record in by_name["能人干部 ÷ 三大职干部"]["records"]] == ["4", "6"]
    assert by_name["示范支部"]["records"][0]["value"] == "已遮盖"
    assert by_name["村集体经营性收入"]["records"][0]["value"] == "缺失"


SECRET = {
    "@乡镇": "demo",
    "编号": "able-leaders",
    "标题": "能人",
    "体裁": "经验材料",
    "日期": "2026-09-10",
    "部分": [{"标题": "一", "正文": "{{ 后备力量 }}人，{{ 后备力量 - 三大职干部 }}人"}],
}
"""An article with a figure that is closed to the public."""


@pytest.mark.parametrize(
    "fields",
    [
        {"数值": "1234567"},
        {"数值": "**"},
        {"数值": "17", "单位": "万元"},
        {"数值": "17", "来源": "别处", "期间": "2025"},
    ],
)
def test_whatever_a_closed_figure_is_the_list_is_the_same(
    world_records: Records, tmp_path: Path, fields: dict[str, str]
) -> None:
    """Byte for byte, and so is the site: nobody can tell from outside."""
    written = {"编号": "reserve", "地方": "demo", "名称": "后备力量", "主题": "党内统计", "期间": "2026", "单位": "人"}
    made_of = {}
    for number, given in enumerate(({"数值": "17"}, fields)):
        other = Indicator.model_validate({"@乡镇": "demo", **written, **given})
        new = {other.key: other, "demo/article/able-leaders": Article.model_validate(SECRET)}
        records = replace(world_records, items=tuple(new.get(one.key, one) for one in world_records))
        made(records, tmp_path / str(number))
        edition = disclose(records, Audience.PUBLIC)
        docs = write(edition, plan(edition), tmp_path / str(number)).docs
        pages = {path.relative_to(docs): path.read_bytes() for path in docs.rglob("*.md")}
        made_of[number] = (pages, (tmp_path / str(number) / figures.NAME).read_bytes())

    same = made_of[0] == made_of[1]
    assert same


def test_the_public_list_tells_no_lines_and_nothing_closed(world_records: Records, tmp_path: Path) -> None:
    """Of a closed figure neither name nor key nor value; of an article that is not out, nothing."""
    closed = Article.model_validate(SECRET)
    hidden = closed.model_copy(update={"id": "secret-plan", "title": "没有公开的计划"})
    items = (*(one for one in world_records if one.key != closed.key), closed, hidden)
    made(replace(world_records, items=items), tmp_path)
    text = (tmp_path / figures.NAME).read_text(encoding="utf-8")

    for word in ("后备", "reserve", '"17"', "17", "11", ".yml", "secret", "计划"):
        assert (word in text) is False, word
    assert text.count('"value": "已遮盖"') == 2


def test_the_same_records_make_the_same_bytes(world_records: Records, tmp_path: Path) -> None:
    """Whatever stood in the folder before."""
    made(world_records, tmp_path / "1")
    made(world_records, tmp_path / "2")

    assert (tmp_path / "1" / figures.NAME).read_bytes() == (tmp_path / "2" / figures.NAME).read_bytes()
    assert figures.changes(tmp_path / "1", tmp_path / "2") == ()


def compared(before: Records, after: Records, folder: Path) -> tuple[Change, ...]:
    made(before, folder / "before")
    made(after, folder / "after")
    return figures.changes(folder / "before", folder / "after")


def test_a_changed_figure_names_the_articles_it_touches(world_records: Records, tmp_path: Path) -> None:
    """And every figure worked out from it."""
    after = valued(valued(world_records, "members-2026", "487"), "leaders", "8")

    assert compared(world_records, after, tmp_path) == (
        Change("党员总数", "486", "487", (PAGE,)),
        Change("三大职干部", "6", "8", (PAGE,)),
        Change("能人干部 ÷ 三大职干部", "66.7%", "50.0%", (PAGE,)),
        Change("三大职干部 − 能人干部", "2", "4", (PAGE,)),
    )


def test_a_figure_that_is_masked_or_known_from_now_on_is_a_change(world_records: Records, tmp_path: Path) -> None:
    """Told as readers read it."""
    after = valued(valued(world_records, "members-2026", "**"), "collective-income", "1234567")
    found = {(change.name, change.old, change.new) for change in compared(world_records, after, tmp_path)}

    assert found == {("党员总数", "486", "**"), ("村集体经营性收入", "＿＿", "123.5万")}


@pytest.mark.parametrize(
    ("name", "value"),
    [("members-2025", "480"), ("members-2026", "486.0"), ("leaders", "6")],
    ids=["not used", "same", "unchanged"],
)
def test_what_no_reader_reads_otherwise_is_no_change(
    world_records: Records, name: str, value: str, tmp_path: Path
) -> None:
    """A figure that no article uses, or that says the same."""
    assert compared(world_records, valued(world_records, name, value), tmp_path) == ()


def test_another_form_of_the_same_figure_is_no_change(world_records: Records, tmp_path: Path) -> None:
    """Nor is a figure that an article newly uses, or uses no more."""
    old = world_records.get(Article, "demo/article/able-leaders")
    assert old is not None
    after = changed(world_records, old.key, lead="有党员{{ 党员总数 | 汉字 }}名，新增{{ 党员总数['2025'] }}名。")

    assert compared(world_records, after, tmp_path) == ()


HOSTILE = [
    "",
    "{",
    "[]",
    "null",
    '{"figures": 1}',
    '{"figures": [1]}',
    '{"figures": [{"name": 1, "records": [], "articles": [{}]}]}',
    '{"figures": [{"name": "党员总数", "records": [{"value": ["1"]}], "articles": []}]}',
    '{"figures": [{"records": {"a": 1}, "articles": "x"}]}',
    "[" * 100_000,
    '{"figures": ' + "1" * 6_000 + "}",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_broken_list_is_as_good_as_none(world_records: Records, tmp_path: Path, text: str) -> None:
    """Nothing can be compared with it, and nothing breaks."""
    made(world_records, tmp_path / "after")
    (tmp_path / figures.NAME).write_text(text, encoding="utf-8")

    assert figures.changes(tmp_path, tmp_path / "after") == ()
    assert figures.changes(tmp_path / "none", tmp_path / "after") == ()


def test_a_list_that_is_no_text_or_too_long_or_a_folder_is_not_read(
    world_records: Records, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bytes of another kind, a file of any size, a folder of that name."""
    made(world_records, tmp_path / "after")
    (tmp_path / figures.NAME).write_bytes(b"\xff\xfe\x00")
    assert figures.changes(tmp_path, tmp_path / "after") == ()

    made(valued(world_records, "members-2026", "1"), tmp_path)
    assert len(figures.changes(tmp_path, tmp_path / "after")) == 1
    monkeypatch.setattr(figures, "_LARGEST", 10)
    assert figures.changes(tmp_path, tmp_path / "after") == ()

    (tmp_path / "folder" / figures.NAME).mkdir(parents=True)
    assert figures.changes(tmp_path / "folder", tmp_path / "after") == ()


def test_changes_are_said_in_chinese() -> None:
    """Name, old, new and the articles; a terminal obeys nothing of it."""
    said = console.changes_text(
        [
            Change("党员总数", "1460", "1462", (PAGE, ("综述", ""))),
            Change("坏\x1b[31m", "1\u202e", "2" * 80, (("题", "x"),)),
        ]
    )

    assert said.splitlines() == [
        "与上一次生成相比,材料里有 2 个数字变了,请看看前后文还通不通:",
        "  党员总数 1460 → 1462,用在《让能人挑起村里的担子》(demo/article/able-leaders.html)、《综述》",
        f"  坏�[31m 1� → {'2' * 40}…,用在《题》(x)",
    ]
    assert console.changes_text([]) == ""


def test_of_many_changes_the_first_are_said() -> None:
    """So that the end of the build stays on the screen."""
    said = console.changes_text([Change(f"数{n}", "1", "2", (PAGE,)) for n in range(25)]).splitlines()

    assert len(said) == 22
    assert said[-1] == "  …… 还有 5 个没有列出。"


def test_the_next_build_says_what_changed_and_the_one_after_it_nothing(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """From the command line to the file beside the site; the site itself does not hold it."""
    arguments = ["build", "--root", str(site), "--today", "2026-10-20"]
    release = site / "build" / "public"
    told = []
    for value in ("486", "486", "488", "488"):
        data = site / "data/townships/demo/indicator.yml"
        data.write_text(data.read_text(encoding="utf-8").replace("数值: 486", f"数值: {value}"), encoding="utf-8")
        assert main(arguments) == 0
        told.append([line for line in capsys.readouterr().err.splitlines() if "→" in line])

    line = f"  党员总数 486 → 488,用在《{PAGE[0]}》({PAGE[1]})"
    assert told == [[], [], [line], []]
    assert (release / figures.NAME).is_file()
    assert list((release / "site").rglob(figures.NAME)) == []
    assert list((release / "docs").rglob(figures.NAME)) == []


def test_the_leak_scan_reads_the_list_too(
    site: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What must not be read there stops the build like any other leak."""
    real = figures.make

    def careless(publication: Publication, folder: Path) -> Path:
        path = real(publication, folder)
        path.write_text(path.read_text(encoding="utf-8") + "组织办台账", encoding="utf-8")
        return path

    monkeypatch.setattr(figures, "make", careless)

    assert main(["build", "--root", str(site), "--today", str(world.TODAY), "--out", str(tmp_path / "out")]) != 0
    assert figures.NAME in capsys.readouterr().err
