"""The page of a matter: what was done, what was not and why, who came, by how much it was enough."""

from __future__ import annotations

import html
from datetime import date
from pathlib import Path
from typing import Any

from generator.model import Edition
from generator.model.edition import WITHHELD
from generator.pages.procedure import Stage, pages
from generator.records.form import ProcedureForm
from generator.records.holiday import HolidayYear
from generator.records.jurisdiction import Jurisdiction
from generator.records.place import Place
from generator.records.procedure import Procedure, Step
from generator.write import write

TOWN = Place.model_validate({"@乡镇": "demo", "编号": "demo", "名称": "河口镇", "级别": "乡镇", "适用规定": "local"})
PLACE = Place.model_validate({"@乡镇": "demo", "编号": "shanghe", "名称": "上河村", "级别": "村", "上级": "demo"})
HOLIDAYS = HolidayYear.model_validate(
    {"编号": "y", "年": "2026", "核实": "是", "放假": [{"名称": "劳动节", "自": "2026-05-01", "至": "2026-05-05"}]}
)
STEPS = [
    {"步骤": "定", "主体": "支部", "可合并": "否"},
    {"步骤": "查", "主体": "支部", "可重复": "是"},
    {"步骤": "补查", "主体": "支部", "可省略": "是"},
    {"步骤": "评", "主体": "大会", "到会": {"比例": "2/3"}, "通过": {"比例": "2/3", "基数": "全体"}},
    {"步骤": "报", "主体": "支部", "可合并": "是"},
    {"步骤": "公示", "主体": "支部", "公示天数": "5", "历": "工作日"},
]


def edition(steps: list[dict[str, Any]], stage: str = "进行中", local_days: str | None = None, **form: Any) -> Edition:
    """One matter of a made-up form."""
    written = {"@乡镇": "demo", "编号": "m", "村": "shanghe", "程序": "f", "事项": "水塔", "状态": stage, "步骤": steps}
    rule = {"编号": "local", "名称": "县规定", "核实": "否", "公示天数": local_days}
    items = (
        TOWN,
        PLACE,
        HOLIDAYS,
        ProcedureForm.model_validate({"编号": "f", "名称": "定查评", "步骤": STEPS} | form),
        Jurisdiction.model_validate(rule),
        Procedure.model_validate(written),
    )
    return Edition(items=items, today=date(2026, 10, 20))


def text(shown: Edition, folder: Path) -> str:
    """The page as it reads, entities resolved."""
    docs = write(shown, pages(shown), folder / "x").docs
    (page,) = docs.rglob("*.md")
    return html.unescape(page.read_text(encoding="utf-8"))


def lines(shown: Edition) -> list[str]:
    """`name: why it is absent, or its day`, round by round."""
    (page,) = pages(shown)
    rounds: list[list[Stage]] = page.context["rounds"]
    return [f"{s.name}: {s.absence or (s.done and s.done.day)}" for stages in rounds for s in stages]


def test_steps_that_were_not_taken_stand_in_their_place() -> None:
    """To come, not needed, merged, or simply not written."""
    steps = [{"步骤": "定", "日期": "2026-01-01"}, {"步骤": "评", "日期": "2026-03-01"}]

    assert lines(edition(steps)) == [
        "定: 2026-01-01",
        "查: 没有记录",
        "补查: 本次没有这一步",
        "评: 2026-03-01",
        "报: 尚未进行",
        "公示: 尚未进行",
    ]
    assert lines(edition(steps, "已完成"))[4:] == ["报: 与“评”合并进行", "公示: 没有记录"]
    assert lines(edition(steps, "已终止"))[4:] == ["报: 没有进行", "公示: 没有进行"]
    assert lines(edition(steps[:1]))[2] == "补查: 尚未进行，没有这种情形的可以省略"


def test_a_step_that_came_again_is_numbered_in_the_order_of_the_days(tmp_path: Path) -> None:
    """Also after a later one."""
    steps = [{"步骤": s, "日期": f"2026-0{n}-01"} for n, s in enumerate(["定", "查", "评", "查"], start=1)]
    page = text(edition(steps), tmp_path)

    assert page.index("**查**（第1次）　2026年2月1日") < page.index("**评**　2026年3月1日")
    assert page.index("**评**") < page.index("**查**（第2次）　2026年4月1日")


def test_rounds_have_headings(tmp_path: Path) -> None:
    """Only where there are several."""
    steps = [{"步骤": s, "日期": "2026-01-01"} for s in ["定", "查", "评", "公示", "定"]]
    page = text(edition(steps, 循环="是"), tmp_path)

    assert "## 第1轮" in page
    assert "## 第2轮" in page
    assert "## 第1轮" not in text(edition(steps[:4], 循环="是"), tmp_path / "one")


def test_who_came_and_by_how_much_it_was_enough(tmp_path: Path) -> None:
    """The base in words, the least number, and what was over or lacking."""
    vote = {
        "步骤": "评",
        "日期": "2026-03-01",
        "全体": "60",
        "应到": "45",
        "实到": "41",
        "同意": "40",
        "反对": "1",
        "弃权": "0",
    }
    page = text(edition([vote]), tmp_path)

    assert "全体 60 人，应到 45 人，实到 41 人，达到应到人数的三分之二（至少 30 人，多 11 人）" in page
    assert "同意 40 票，反对 1 票，弃权 0 票，达到全体人数的三分之二（至少 40 票）" in page
    short = text(edition([vote | {"实到": "29", "同意": "29", "反对": "0"}]), tmp_path / "b")
    assert "没有达到应到人数的三分之二（至少 30 人，差 1 人）" in short
    assert "没有达到全体人数的三分之二（至少 40 票，差 11 票）" in short


def test_households_are_counted_as_households(tmp_path: Path) -> None:
    """By the way to be quorate that counts them; without one nothing is said."""
    vote = {"步骤": "评", "日期": "2026-03-01", "主体": "村民会议", "计数": "户", "应到": "120", "实到": "80"}
    meeting = {"会议": "村民会议", "到会": [{"比例": "1/2", "须超过": "是"}, {"比例": "2/3", "计数": "户"}]}
    page = text(edition([vote], 步骤=[*STEPS[:3], STEPS[3] | {"按会议": [meeting]}]), tmp_path)

    assert "应到 120 户，实到 80 户，达到应到户数的三分之二（至少 80 户）" in page
    assert "应到 120 户，实到 80 户\n" in text(edition([vote]), tmp_path / "b")


def test_an_unknown_base_is_not_guessed(tmp_path: Path) -> None:
    """Of a majority of all members nothing is said while nobody wrote how many there are."""
    vote = {"步骤": "评", "日期": "2026-03-01", "应到": "45", "实到": "41", "同意": "40", "反对": "1", "弃权": "0"}

    assert "弃权 0 票\n" in text(edition([vote]), tmp_path)


def test_notice_and_publicity(tmp_path: Path) -> None:
    """How long, how long at least, also by the local rule."""
    steps = [
        {"步骤": "定", "日期": "2026-04-20", "通知日期": "2026-04-10"},
        {"步骤": "公示", "日期": "2026-04-27", "公示起": "2026-04-27", "公示止": "2026-05-07"},
    ]

    assert "通知：2026年4月10日（提前10天）" in text(edition(steps), tmp_path)
    board = "公示：2026年4月27日至2026年5月7日（共6个工作日，至少5个工作日"
    assert f"{board}）" in text(edition(steps), tmp_path / "b")
    assert f"{board}，地方规定至少7天）" in text(edition(steps, local_days="7"), tmp_path / "c")
    assert "至今（至少5个工作日）" in text(edition([steps[1] | {"公示止": None}]), tmp_path / "d")


def test_the_note_of_the_form_explains_the_procedure(tmp_path: Path) -> None:
    """What it is for."""
    assert "先定后查再评" in text(edition([], 说明="先定后查再评"), tmp_path)


def withheld(**fields: Any) -> Edition:
    """The matter with some fields closed."""
    shown = edition([])
    return Edition(items=(*shown.items[:-1], shown.items[-1].model_copy(update=fields)), today=shown.today)


def test_nothing_is_said_about_steps_that_are_closed(tmp_path: Path) -> None:
    """Neither that they are to come nor that they were left out."""
    assert "尚未进行" not in text(withheld(steps=WITHHELD, stage=WITHHELD, title=WITHHELD, budget=WITHHELD), tmp_path)
    closed = Step.model_construct(**dict.fromkeys(Step.model_fields, WITHHELD))
    assert "尚未进行" not in text(withheld(steps=(closed,)), tmp_path / "b")
    named = closed.model_copy(update={"name": "评", "entitled": 45, "present": 41})
    page = text(withheld(steps=(named,), stage=WITHHELD), tmp_path / "c")
    assert "应到 45，实到 41\n" in page
    assert "尚未进行" not in page


def test_a_matter_of_an_unknown_form_is_listed_as_written() -> None:
    """The references rule reports it."""
    shown = edition([{"步骤": "别的", "日期": "2026-01-01"}, {"步骤": "定", "日期": "2026-01-02"}])
    known = Edition(items=tuple(r for r in shown.items if not isinstance(r, ProcedureForm)), today=shown.today)

    assert lines(known) == ["别的: 2026-01-01", "定: 2026-01-02"]
    assert lines(shown)[-1] == "别的: 2026-01-01"
