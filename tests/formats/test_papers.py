"""The parts of an official paper, taken out of a page."""

from __future__ import annotations

import pytest

from generator.formats.word.papers import Enclosure, paper
from generator.markup.blocks import Block, Document, Heading, Item, Paragraph, Run, Table

HEAD = (("项目", "内容"),)
BODY = Paragraph((Run("正文。"),))
NUMBER = Paragraph((Run("记录编号：anping/notice/a"),), "note")


def said(text: str, role: str = "") -> Paragraph:
    return Paragraph((Run(text),), role)


def facts(*rows: tuple[str, str], heading: str = "公开信息") -> tuple[Block, ...]:
    return (Heading(2, heading), Table("", HEAD, rows))


def signed(*behind: Block) -> tuple[str, str]:
    found = paper(Document("题", (BODY, *behind)))
    return found.publisher, found.day


PUBLISHER = ("公开主体", "刘村村民委员会")
BOARD = ("公示起止", "2026年4月12日上墙，2026年5月1日取下")
WEB = ("上网日期", "2026年4月13日")
APPROVAL = Item(0, "", (Run("审批：刘村党支部书记 2026年4月9日（已作保密审查）"),))


def test_marks_and_what_is_said_below_the_title_go_before_the_body() -> None:
    """An article names its author and day there, and is not signed once more."""
    opening = (said("示例", "mark"), said("——做法", "lead"), said("经验材料 · 安平镇党委", "note"))
    found = paper(Document("题", (*opening, BODY, said("注", "note"), *facts(PUBLISHER, WEB))))

    assert found.marks == ("示例",)
    assert found.below == opening[1:]
    assert found.body == (BODY, said("注", "note"))
    assert (found.publisher, found.day) == ("", "")


def test_a_lead_that_is_no_subtitle_stays_in_the_body() -> None:
    """It is the first sentence of a sheet."""
    lead = said("刘村2026年3月，共收入 1.00 元。", "lead")

    assert paper(Document("题", (lead, BODY))).body == (lead, BODY)


@pytest.mark.parametrize(
    ("behind", "day"),
    [
        ((*facts(PUBLISHER, BOARD, WEB), APPROVAL), "2026年4月9日"),
        ((*facts(PUBLISHER, BOARD, WEB),), "2026年4月12日"),
        ((*facts(PUBLISHER, WEB),), "2026年4月13日"),
        ((*facts(PUBLISHER, WEB), Item(0, "", (Run("审批：书记"),))), "2026年4月13日"),
        ((*facts(PUBLISHER, WEB), APPROVAL, Item(0, "", (Run("审批：2026年10月1日"),))), "2026年10月1日"),
        ((*facts(PUBLISHER, WEB), Item(0, "", (Run("审批：书记\n内部意见：2030年1月1日再看"),))), "2026年4月13日"),
    ],
)
def test_the_day_is_that_of_the_approval_or_else_the_first_on_the_board(behind: tuple[Block, ...], day: str) -> None:
    """GB/T 9704-2012, 7.3.5.4."""
    assert signed(*behind) == ("刘村村民委员会", day)


@pytest.mark.parametrize(
    "behind",
    [
        (),
        facts(PUBLISHER),
        facts(WEB),
        (*facts(PUBLISHER, WEB), *facts(("公开主体", "西河村村民委员会"), WEB)),
        facts(PUBLISHER, WEB, ("撤回", "2026年5月1日撤回")),
        (Heading(2, "公开信息"), Table("", HEAD, (("公开主体",), ("公开主体", "村", "日")))),
    ],
)
def test_nobody_signs_what_nobody_has_published(behind: tuple[Block, ...]) -> None:
    """No publisher, no day, several publishers, or withdrawn."""
    assert signed(*behind) == ("", "")


def test_what_stands_behind_the_paper_is_enclosed() -> None:
    """Later headings belong to the enclosure before; the number of the record to the facts."""
    sources, known, photo = Table("", (), (("1",),)), facts(PUBLISHER)[1], said("照片")
    objections = (Heading(2, "异议和答复"), APPROVAL)
    blocks = (
        BODY,
        Heading(2, "数字从哪里来"),
        sources,
        Heading(2, "公开信息"),
        known,
        *objections,
        Heading(2, "附件"),
        photo,
        NUMBER,
    )
    found = paper(Document("题", blocks))

    assert found.body == (BODY,)
    assert found.enclosures == (
        Enclosure("数字从哪里来", (sources,)),
        Enclosure("公开信息", (known, *objections, NUMBER)),
        Enclosure("公开栏照片", (photo,)),
    )


def test_nothing_is_lost_where_there_are_no_facts() -> None:
    """The number stays where it stood."""
    assert paper(Document("题", (BODY, NUMBER))).body == (BODY, NUMBER)
    assert paper(Document("题", (BODY, Heading(2, "附件"), NUMBER))).enclosures == (Enclosure("公开栏照片", (NUMBER,)),)
    assert paper(Document("", ())).body == ()
