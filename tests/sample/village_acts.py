"""What a village publishes: sheets, decisions, what hangs for good, notices, the supervision report."""

from __future__ import annotations

import random
from datetime import date, timedelta

from tests.sample import real_life
from tests.sample.act import Act
from tests.sample.days import MONTHS, TODAY, before, month_end, past, workday
from tests.sample.facts import Matter, Notice, Township, Village
from tests.sample.procedures import BOARD, Days, votes
from tests.sample.writing import Flow

OPINIONS = (
    "{month}月{handler}经手的一笔补了验收人签名，以后当场签。",
    "审核时{name}有一张收据日期写在月末之后，已退回重开（{month}月）。",
    "{month}月路灯电费与电表抄数差两度，{handler}已去供电所核对。",
    "{name}{month}月误工补贴的考勤表字迹不清，请重抄一份附后。",
    "{month}月的现金留得偏多，提醒{handler}及时存行。",
)
"""What reviewers wrote down, now and then; internal, as the notes are."""

NOTES = (
    "{month}月公开栏玻璃门锁坏了，{name}借用村部门口的展板贴了两天。",
    "{name}{month}月这张榜打印时缺墨，重打一次，旧的已撕掉销毁。",
    "张榜照片由{handler}拍的，手机日期不准，照片另存（{month}月）。",
    "{name}{month}月有两位老人来问光看不懂，{handler}当场念了一遍。",
)

CHARTER = (
    "遵纪守法，邻里和睦，有话好好说。",
    "爱护公物，路灯、健身器材坏了及时报修。",
    "房前屋后自己扫，垃圾入桶。",
    "赡养老人，爱护孩子，不打骂家人。",
    "集体的钱和物大家监督，收支每月上墙。",
    "不赌博，不搞迷信活动。",
)
"""Clauses of village rules, of which each village has five."""

NUMERALS = "一二三四五六七八九十"


def village_acts(township: Township, village: Village) -> list[Act]:
    acts = [_sheet_act(village, year, month) for year, month in MONTHS]
    acts += [act for matter in village.matters if matter.until != "审议" for act in _matter_acts(village, matter)]
    acts += _standing_acts(township, village)
    acts += [_notice_act(township, village, notice) for notice in village.notices]
    return [*acts, _supervision_act(village)]


def village_posts(village: Village) -> tuple[str, str, str]:
    return f"{village.name}报账员", f"{village.name}村务监督委员会主任", f"{village.name}党支部书记"


def party_posts(township: Township, village: Village) -> tuple[str, str, str]:
    """Party affairs are reviewed by the party above, not by the villagers' committee."""
    return f"{village.name}党支部组织委员", f"{township.name}党委组织委员", f"{village.name}党支部书记"


def _sheet_act(village: Village, year: int, month: int) -> Act:
    period = f"{year}-{month:02}"
    key = f"{village.id}-{period}"
    rng = random.Random(f"{village.id} {period} act")
    after = month_end(year, month)
    posted = real_life.LATE.get(key) or workday(after + timedelta(days=rng.randint(8, 12)))
    while before(posted, 3) <= after:
        posted = workday(posted + timedelta(days=1))
    chats = len(village.matters) > 2 or village.hamlets > 3  # busy or scattered: the sheet also goes round by phone
    words = {"name": village.name, "month": month, "handler": village.inner[1]}
    act = Act(
        f"{village.id}-finance-{period}",
        ["finance-cash-statement", "finance-cash-entries"],
        village.id,
        village.collective,
        posted,
        village_posts(village),
        period=period,
        records=[f"finance/{key}"],
        web=min(posted + timedelta(days=rng.randint(0, 2)), TODAY),
        removed=past(posted + timedelta(days=rng.randint(17, 29))),
        channels=("公开栏", "网站", "微信群") if chats else ("公开栏", "网站"),
        opinion=rng.choice(OPINIONS).format(**words) if rng.random() < 0.3 else "",
        note=f"{village.name}{year}年{month}月收支",
    )
    if rng.random() < 0.25:
        act.extra["备注"] = rng.choice(NOTES).format(**words)
    _real_life(act, key)
    return act


def _real_life(act: Act, key: str) -> None:
    """What did not go by the book with this sheet."""
    if key in real_life.LATE:
        act.note += "（晚了）"
    if key in real_life.PHOTOS:
        act.extra = {"附件": Flow([real_life.PHOTOS[key].name])} | act.extra
    if key in real_life.CORRECTIONS:
        act.extra = {"更正": [real_life.CORRECTIONS[key]]} | act.extra
    if key in real_life.OBJECTIONS:
        act.extra = {"异议": [real_life.OBJECTIONS[key]]} | act.extra
    if key == real_life.UNAPPROVED:
        act.signed = (date(2026, 10, 12), date(2026, 10, 13), date(2026, 10, 13))
        act.posted = act.web = act.removed = None
        act.extra = {"审批": None, "备注": "书记外出学习，月底回来再签，先不要贴。"}
        act.note += "（还没有审批）"


def _matter_acts(village: Village, matter: Matter) -> list[Act]:
    days = Days.of(village, matter)
    name = f"{village.id}-{matter.id}"
    posts = (f"{village.name}党支部组织委员", *village_posts(village)[1:])

    def act(stage: str, word: str, posted: date, signed: date) -> Act:
        return Act(
            f"{name}-{stage}",
            ["village-four-two-process", "village-assembly-decision"],
            village.id,
            village.committee,
            posted,
            posts,
            signed=(signed, posted, posted),
            records=[f"procedure/{name}"],
            web=min(posted + timedelta(days=1), TODAY),
            removed=past(posted + BOARD),
            note=f"{matter.title}：{word}",
        )

    acts = [act("decision", "决议公开", days.posted, days.decided)]
    if name in real_life.CORRECTIONS:
        acts[0].extra["更正"] = [real_life.CORRECTIONS[name]]
    if matter.done:
        acts.append(act("result", "结果公开", matter.done, before(matter.done, 2)))
        if name in real_life.PHOTOS:
            acts[1].extra["附件"] = Flow([real_life.PHOTOS[name].name])
    return acts


def _standing_acts(township: Township, village: Village) -> list[Act]:
    """What hangs there for good: who is who, the village rules, the list of assets."""
    rng = random.Random(f"{village.id} standing")
    posts = village_posts(village)
    clerk = f"{village.name}文书"
    first = workday(date(2025, 10, 15) + timedelta(days=rng.randint(0, 8)))
    rules = workday(first + timedelta(days=rng.randint(1, 4)))
    assets = workday(date(2026, 1, 13) + timedelta(days=rng.randint(0, 4)))
    held = _assets(township, village)
    clauses = (*rng.sample(CHARTER, 5), *village.charter)
    vote = votes(village, "charter", "章程", village.delegates)
    text = "".join(f"第{NUMERALS[number]}条　{clause}" for number, clause in enumerate(clauses))
    voted = f"应到{vote['应到']}人，实到{vote['实到']}人，同意{vote['同意']}人"
    return [
        Act(
            f"{village.id}-org-branch-2025",
            ["party-org-setup"],
            village.id,
            village.branch,
            first,
            party_posts(township, village),
            records=[f"organisation/{village.id}-branch"],
            web=first + timedelta(days=1),
            note=f"{village.name}组织设置和分工",
        ),
        Act(
            f"{village.id}-org-village-2025",
            ["village-org-members"],
            village.id,
            village.committee,
            first,
            (clerk, *posts[1:]),
            records=[f"organisation/{village.id}-{kind}" for kind in ("committee", "supervision", "collective")],
            web=first + timedelta(days=1),
        ),
        Act(
            f"{village.id}-charter-2025",
            ["village-charter-rules"],
            village.id,
            village.committee,
            rules,
            (clerk, *posts[1:]),
            title=f"{village.name}村规民约",
            text=f"{text}本村规民约经村民代表会议表决通过（{voted}），已报乡镇备案。",
            web=rules,
        ),
        Act(
            f"{village.id}-assets-2025",
            ["finance-assets-resources"],
            village.id,
            village.collective,
            assets,
            posts,
            period="2025",
            records=held,
            title="" if held else f"{village.name}2025年资产资源清单",
            text="" if held else village.assets,
            web=assets + timedelta(days=1),
            removed=assets + timedelta(days=20),
        ),
    ]


def _assets(township: Township, village: Village) -> list[str]:
    """The village's assets that have records of their own."""
    sheets = (sheet for sheet in township.sheets if sheet.name == "asset")
    return [
        f"asset/{one.record['编号']}" for sheet in sheets for one in sheet.records if one.record["村"] == village.id
    ]


def _notice_act(township: Township, village: Village, notice: Notice) -> Act:
    party = notice.item.startswith("party-")
    closed = notice.item in ("village-subsidy-list", "village-assistance-list", "party-development-notice")
    publisher = (
        village.branch if party else village.collective if notice.item.startswith("finance-") else village.committee
    )
    return Act(
        f"{village.id}-{notice.id}",
        [notice.item],
        village.id,
        publisher,
        notice.day,
        party_posts(township, village) if party else village_posts(village),
        title=notice.title,
        text=notice.text,
        web=None if closed else notice.day,
        removed=past(notice.day + timedelta(days=18)),
        channels=("公开栏",) if closed else ("公开栏", "网站"),
    )


def _supervision_act(village: Village) -> Act:
    rng = random.Random(f"{village.id} supervision")
    posted = workday(date(2026, 7, 7) + timedelta(days=rng.randint(0, 7)))
    act = Act(
        f"{village.id}-supervision-2026-h1",
        ["village-supervision-report"],
        village.id,
        village.supervisors,
        posted,
        (f"{village.name}村务监督委员会委员", f"{village.name}村务监督委员会主任", f"{village.name}党支部书记"),
        period="2026-H1",
        title=f"{village.name}村务监督委员会2026年上半年工作报告",
        text=f"上半年列席村“两委”会议{rng.randint(5, 9)}次，逐月审核收支单据，查看公开栏{rng.randint(6, 12)}次。{village.supervision}",
        web=posted + timedelta(days=1),
        removed=posted + timedelta(days=21),
    )
    if village.id == real_life.NOT_REPORTED:
        act.text, act.note = "", f"{village.name}监督委员会上半年报告"
    if village.id in real_life.EXEMPT:
        act.title = act.text = ""
        act.signed = (date(2026, 7, 13), date(2026, 7, 14), date(2026, 7, 14))
        act.posted = act.web = act.removed = None
        act.channels = ()
        act.extra = {"不适用": real_life.EXEMPT[village.id]}
    if village.id == real_life.BOARD_ONLY:
        act.web = None
        act.channels = ("公开栏",)
        act.note = "只贴公开栏，期满已撤下"
    return act
