"""A thousand histories of publishing: none of them, however odd, makes anything say that it was done on time.

The oracle below is written from the law alone and knows nothing of how states are made.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.console import duties_json
from generator.disclose import disclose
from generator.model import Audience, Duty, DutyState, Record, Records
from generator.pages import KINDS, catalogue, reference
from generator.records.item import DisclosureItem
from generator.records.procedure import Procedure
from generator.records.publication import PublicationRecord
from generator.write import write
from tests.derive.making import derived, item, make, sheet, township, village

KINDS_OF_PAGES = [k for _, k in KINDS if k not in (catalogue.pages, catalogue.portal, reference.pages)]
"""Those that speak of places; the others are slow and say nothing about anybody."""
OPENED, DUE = date(2026, 7, 31), date(2026, 8, 15)
MONTHS = {"2026年7月": (OPENED, DUE), "2026年8月": (date(2026, 8, 31), date(2026, 9, 15))}
BOARD_DAYS = 15
WHAT: dict[str, dict[str, Any]] = {
    "both": {"频次": "每月", "数据": "finance", "要素": ["公开主体", "期间", "期末结存"], "渠道": ["公开栏", "网站"]},
    "board": {"频次": "每月", "内容": "一份公告", "渠道": ["公开栏"]},
    "web": {"频次": "每月", "内容": "一份公告", "渠道": ["网站"]},
    "event": {"频次": "事后", "数据": "procedure", "要素": ["事项", "村"], "渠道": ["公开栏", "网站"]},
}
"""What there is to publish: of one month, or of a decision on its last day; due fifteen days later."""


def items(kind: str) -> tuple[DisclosureItem, ...]:
    labels = {
        "事项": "收支公开榜",
        "类别": "财务公开",
        "依据": [],
        "期限": {"触发": "期末", "天数": "15"},
        "公示天数": str(BOARD_DAYS),
        "主体": "村民委员会",
        "层级": ["村"],
        "对象": {"社会": "公开"},
    }
    acts = ["提出", "审核", "审批"]
    said = [
        "标题",
        "正文",
        "上墙日期",
        "下墙日期",
        "上网日期",
        "不适用",
        {"更正": ["日期", "更正项", "原为", "改为", "理由"]},
    ]
    said += [{act: ["职务", "日期"]} for act in acts]
    said += [{"异议": ["日期", "内容", "答复"]}, {"预告": ["日期", "状态", "公开日期", "理由"]}]
    return (
        make(DisclosureItem, "what", **labels, **WHAT[kind]),
        item("places", "place", ["名称", "级别", "上级"]),
        item("acts", "publication", ["事项", "地方", "公开主体", "期间", "记录", *said]),
    )


def matter() -> Procedure:
    vote = {"步骤": "决议", "日期": "2026-07-31", "应到": "3", "实到": "3", "同意": "3", "反对": "0", "弃权": "0"}
    return make(Procedure, "road", 村="liucun", 程序="four-two", 事项="修路", 状态="进行中", 步骤=[vote])


def days(first: date = date(2026, 7, 25), last: date = date(2026, 9, 20)) -> st.SearchStrategy[date]:
    """Most of them near the days that matter."""
    near = [day + timedelta(days=n) for day in (OPENED, DUE, *MONTHS["2026年8月"]) for n in (-1, 0, 1)]
    return st.one_of(st.sampled_from(near), st.dates(first, last))


@st.composite
def publications(draw: st.DrawFn, kind: str, name: str) -> PublicationRecord:
    """Any subset of days, in any order, with whatever can happen to a publication."""
    labels: dict[str, Any] = {"事项": ["what"], "地方": "liucun", "公开主体": "刘村", "正文": "一份公告"}
    labels["期间"] = draw(st.sampled_from(["2026-08", "2026-07", "2026-07"]))
    if kind == "event" or (kind == "both" and draw(st.integers(0, 9))):
        labels["记录"] = ["finance/liucun-2026-07" if kind == "both" else "procedure/road"]
    plain = draw(st.booleans())  # else most histories would have something odd about them
    for label in ("提出", "审核", "审批"):
        if draw(st.integers(0, 9)) < (10 if plain else 7):
            day = draw(st.dates(date(2026, 7, 29), date(2026, 8, 2))) if plain else draw(days())
            labels[label] = {"职务": "书记", "日期": str(day)}
    for label in ("上墙日期", "上网日期", "下墙日期"):
        if draw(st.integers(0, 9)) < (3 if label == "下墙日期" else 8):
            labels[label] = str(draw(days()))
    if not plain:
        labels |= draw(_mishaps())
    return make(PublicationRecord, name, **labels)


@st.composite
def _mishaps(draw: st.DrawFn) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if draw(st.integers(0, 3)) == 0:
        found["撤回"] = {"日期": str(draw(days())), "理由": "内容有误", "职务": "书记"}
    if draw(st.integers(0, 5)) == 0:
        found["不适用"] = "这一期没有"
    if draw(st.booleans()):
        change = {"更正项": "户数", "原为": "1", "改为": "2", "理由": "漏了一户"}
        found["更正"] = [{"日期": str(draw(days())), **change} for _ in range(draw(st.integers(1, 2)))]
    if draw(st.booleans()):
        found["异议"] = [{"日期": str(draw(days())), "内容": "少一户"}]
    if draw(st.booleans()):
        states = draw(st.lists(st.sampled_from(["计划", "确认", "取消"]), min_size=1, max_size=3))
        lines = [{"日期": str(draw(days())), "状态": state, "公开日期": str(draw(days()))} for state in states]
        found["预告"] = lines
    return found


# --------------------------------------------------------------------------------------------------------- the oracle


def published(kind: str, month: str, act: PublicationRecord, today: date) -> date | None:
    """The day from which it lawfully stands where it has to; None when it does not."""
    shown = act.web if kind == "web" else act.posted
    approval = act.approved.day if act.approved else None
    if shown is None or approval is None or act.exempt is not None:
        return None
    of_this = bool(act.records) if kind == "event" else str(act.period) == month
    of_this = of_this and (month == "2026年7月" or not act.records)  # the record that it names is July's
    standing = act.withdrawn is None or act.withdrawn.day > today
    in_order = max(one.day for one in (act.proposed, act.reviewed, act.approved) if one) <= shown <= today
    long_enough = act.removed is None or act.removed > today or (act.removed - shown).days >= BOARD_DAYS
    after_it_happened = shown >= MONTHS[month][0]
    fine = of_this and standing and in_order and after_it_happened and (kind == "web" or long_enough)
    return shown if fine else None


def may_say_done(kind: str, month: str, acts: list[PublicationRecord], today: date) -> bool:
    days = [day for act in acts if (day := published(kind, month, act, today)) is not None]
    return any(day <= MONTHS[month][1] for day in days)


def may_say_late(kind: str, month: str, acts: list[PublicationRecord], today: date) -> bool:
    return any(published(kind, month, act, today) for act in acts)


# ------------------------------------------------------------------------------------------------------ what is said


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="histories-"))


def world(kind: str, acts: list[PublicationRecord], today: date) -> Records:
    place = (township(启用日期="2026-07-01"), village("liucun", "刘村"))
    data: tuple[Record, ...] = (
        (sheet("liucun", "2026-07"),) if kind == "both" else (matter(),) if kind == "event" else ()
    )
    return derived(*place, *items(kind), *data, *acts, today=today)


def pages(records: Records, audience: Audience) -> dict[str, str]:
    """Path → Markdown."""
    edition = disclose(records, audience)
    planned = [page for kind in KINDS_OF_PAGES for page in kind(edition)]
    with tempfile.TemporaryDirectory(dir=_folder()) as folder:
        docs = write(edition, planned, Path(folder) / "site").docs
        return {path.relative_to(docs).as_posix(): path.read_text("utf-8") for path in docs.rglob("*.md")}


@cache
def keys(kind: str, audience: Audience) -> dict[str, int]:
    """Page → how often the mark of what is done stands in its key to the marks: nothing was published there."""
    texts = pages(world(kind, [], date(2026, 10, 20)), audience)
    return {path: text.count("gk-state--done") for path, text in texts.items()}


def claims(path: str, text: str, kind: str, audience: Audience) -> list[str]:
    """Where a page says that something was published as it should be, or counts it so."""
    found = re.findall(r"已公开</span>", text)[keys(kind, audience).get(path, 0) :]
    if path.endswith("timeliness.md"):
        found += re.findall(r"\b[1-9]\d*/\d+（", text)
    found += re.findall(r"按时 [1-9]\d* 项次", text)
    return [*found, *in_time(text)]


def in_time(text: str) -> Iterator[str]:
    """Rows of any table that count something in the column 按时."""
    column = None
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")] if line.startswith("| ") else []
        if not cells:
            column = None if not line.startswith("|:") else column
        elif any(cell.startswith("按时") for cell in cells):
            column = next(place for place, cell in enumerate(cells) if cell.startswith("按时"))
        elif column is not None and column < len(cells) and re.fullmatch(r"[1-9][\d,]*", cells[column].strip("* |")):
            yield line


kinds = st.sampled_from(list(WHAT))
todays = st.one_of(days(OPENED + timedelta(days=1), date(2026, 10, 20)), st.just(date(2026, 10, 20)))


@settings(
    max_examples=4 * settings.default.max_examples, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate)
)  # shrinking pages is slow
@given(data=st.data(), kind=kinds, today=todays, count=st.integers(1, 3), reader=st.sampled_from(Audience))
def test_no_history_makes_anything_say_that_it_was_done_on_time(
    data: st.DataObject, kind: str, today: date, count: int, reader: Audience
) -> None:
    """Neither states nor editions nor the list of duties nor any page, for whomever."""
    today = max(today, OPENED + timedelta(days=1))
    acts = [data.draw(publications(kind, f"p{number}"), label=f"p{number}") for number in range(count)]
    records = world(kind, acts, today)

    for duties in (records.duties, *(disclose(records, audience).duties for audience in Audience)):
        for duty in duties:
            _judge(duty, kind, acts, today)
    if not any(may_say_done(kind, month, acts, today) for month in MONTHS):
        assert "done" not in {one["state"] for one in json.loads(duties_json(records.duties, records))["duties"]}
        texts = pages(records, reader).items()
        assert [claim for path, text in texts for claim in claims(path, text, kind, reader)] == []


def test_what_was_published_in_order_is_said_to_be_so() -> None:
    """Otherwise the property would hold of pages that never say anything."""
    labels = {"事项": ["what"], "地方": "liucun", "公开主体": "刘村", "正文": "一份公告", "期间": "2026-07"}
    signed = {"审批": {"职务": "书记", "日期": "2026-08-01"}, "上墙日期": "2026-08-10", "上网日期": "2026-08-10"}
    records = world("board", [make(PublicationRecord, "p", **labels, **signed)], date(2026, 10, 20))
    found = {
        path for path, text in pages(records, Audience.PUBLIC).items() if claims(path, text, "board", Audience.PUBLIC)
    }

    assert DutyState.DONE in {duty.state for duty in records.duties}
    named = ("due", "indicators", "statistics", "liucun/statistics", "timeliness", "index", "liucun/notices/p")
    assert {f"anping/{name}.md" for name in named} <= found


def _judge(duty: Duty, kind: str, acts: list[PublicationRecord], today: date) -> None:
    month = str(duty.period) if duty.period else "2026年7月"
    if month not in MONTHS:
        assert duty.state in (DutyState.DUE, DutyState.OVERDUE), "nothing was published for it"
        return
    done, late = may_say_done(kind, month, acts, today), may_say_late(kind, month, acts, today)
    assert duty.state is not DutyState.DONE or done
    assert duty.state not in (DutyState.LATE, DutyState.WITHDRAWN) or late
    assert duty.state not in (DutyState.DUE, DutyState.OVERDUE) or not late
    assert (duty.done is None) == (duty.state in (DutyState.DUE, DutyState.OVERDUE, DutyState.EXEMPT))
    assert duty.done is None or duty.done > duty.due or done
