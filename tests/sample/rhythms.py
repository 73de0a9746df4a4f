"""What a township and its villages publish month by month and quarter by quarter, beside the sheets and the decisions."""

from __future__ import annotations

import random
from datetime import date, timedelta

from tests.sample import meetings, orders, real_life
from tests.sample.act import Act
from tests.sample.days import MONTHS, QUARTERS, TODAY, before, month_end, past, workday
from tests.sample.facts import Township, Village
from tests.sample.village_acts import village_posts

_ASSISTED = (
    "配合统计入户调查，核对人口和住房；配合医保缴费通知到户。",
    "配合社保资格认证，行动不便的上门办；配合森林防火宣传。",
    "配合防汛值守和地质灾害巡查；配合农业保险登记。",
    "配合秋季征兵宣传；配合农村房屋安全排查，没有发现新增危房。",
)
_CARED = (
    "留守老人一月走访一次，送米油；留守儿童寒假作业有人辅导。",
    "独居老人装了应急铃；困境儿童帮扶补助到账。",
    "妇女健康检查通知到人；留守老人端午慰问。",
    "暑期防溺水巡看；留守老人中秋慰问。",
)
_STUDIED = (
    "学习中央农村工作会议精神，结合本地账目公开、冬季防火作了布置。",
    "学习农村集体经济组织法，逐条对照村级合同和账目。",
    "学习上级关于防汛救灾的部署，排了值班，补了物资。",
    "学习党务公开的规定，清点各村公开栏，列出要补的内容。",
)
_SERVED = (
    "清理办公用房和接待费用，没有发现超标；代办社保、医保事项，逐件登记。",
    "整治会议和表格过多，村级报表减少；节前走访困难户。",
    "对村级误工补贴发放作了抽查，退回重复登记的；窗口延时服务。",
    "查纠公车使用和工作餐，问题都已改正；群众来电当天回复。",
)
_THEMES = (
    "学习党内法规，交党费", "清理公开栏和档案", "走访困难群众", "组织生活会前谈心", "春节帮扶", "植树", "春耕帮工",
    "看望老党员", "重温入党誓词", "防汛巡看", "清洁家园", "秋收帮工",
)  # fmt: skip
"""What the branches did on the theme days, from October on."""

HERE = ("公开栏", "本村网页")
"""For the village alone."""


def rhythms(township: Township) -> list[Act]:
    """All of them."""
    acts = [act for village in township.villages for act in _village(village)]
    return [*acts, *_township(township)]


def _after(end: date, key: str) -> date:
    return real_life.LATE.get(key) or workday(end + timedelta(days=random.Random(key).randint(9, 12)))


def _village(village: Village) -> list[Act]:
    acts = []
    for year, month in MONTHS:
        acts += _orders(village, year, month)
    for number, quarter in enumerate(QUARTERS):
        acts += _quarter(village, number, quarter)
        if village.id in real_life.COMMITTEE and quarter == "2026-q3":
            acts += [_apart(village, month) for month in QUARTERS[quarter]]
    acts.append(_debts(village))
    acts.append(_policies(village))
    return acts


def _hung(village: Village, name: str, items: list[str], posted: date, publisher: str) -> Act:
    posted_web = min(posted + timedelta(days=1), TODAY)
    return Act(
        f"{village.id}-{name}",
        items,
        village.id,
        publisher,
        posted,
        village_posts(village),
        web=posted_web,
        removed=past(posted + timedelta(days=18)),
    )


def _orders(village: Village, year: int, month: int) -> list[Act]:
    key = orders.name(village, year, month)
    if key in real_life.UNPUBLISHED:
        return []
    posted = _after(month_end(year, month), key)
    act = _hung(village, f"orders-{year}-{month:02}", ["village-demand-orders"], posted, village.committee)
    act.period, act.records = f"{year}-{month:02}", [f"issue/{key}"]
    act.note = f"{village.name}{year}年{month}月诉求办理" + ("（晚了）" if key in real_life.LATE else "")
    return [act]


def _quarter(village: Village, number: int, quarter: str) -> list[Act]:
    year, months = int(quarter[:4]), QUARTERS[quarter]
    posted = _after(month_end(year, months[-1]), f"{village.id}-{quarter}")
    label = f"{year}年第{quarter[-1]}季度"
    assist = _hung(village, f"assist-{quarter}", ["village-assist-government"], posted, village.committee)
    assist.title, assist.text = f"{village.name}{label}协助政府工作情况", _ASSISTED[(number + 3) % 4]
    care = _hung(village, f"care-{quarter}", ["village-care-groups", "village-public-posts"], posted, village.committee)
    care.title = f"{village.name}{label}关爱服务和误工补贴"
    care.text = f"{_CARED[number]}保洁员和误工补贴人员的考勤、金额贴在公开栏，与当季收支公开榜一致。"
    care.channels = HERE
    accounts = _hung(village, f"accounts-{quarter}", ["finance-accrual-statement"], posted, village.collective)
    accounts.records = [f"finance/{village.id}-accounts-{quarter}"]
    accounts.channels = HERE
    assist.note = f"{village.name}{label}"
    for act in (assist, care, accounts):
        act.period = quarter.upper()
    return [assist, care, accounts]


def _apart(village: Village, month: int) -> Act:
    posted = _after(month_end(2026, month), f"{village.id}-committee-{month}")
    act = _hung(
        village,
        f"committee-2026-{month:02}",
        ["finance-cash-statement", "finance-cash-entries"],
        posted,
        village.committee,
    )
    act.period, act.records = f"2026-{month:02}", [f"finance/{village.id}-committee-2026-{month:02}"]
    return act


def _debts(village: Village) -> Act:
    posted = workday(date(2026, 7, 9) + timedelta(days=len(village.id) % 5))
    act = _hung(village, "debts-2026-h1", ["finance-debts"], posted, village.collective)
    act.period, act.title = "2026-H1", f"{village.name}2026年上半年债权债务"
    act.text = "没有对外借款；应收应付都是当年往来，逐笔贴在公开栏，对方是个人的只写组别。"
    act.channels = HERE
    return act


def _policies(village: Village) -> Act:
    posted = workday(date(2025, 10, 27) + timedelta(days=len(village.id) % 4))
    act = _hung(village, "policies-2025", ["village-policy-implementation"], posted, village.committee)
    act.title = f"{village.name}惠农政策明白卡"
    act.text = "耕地地力保护补贴、农机购置补贴、农业保险、医保缴费补助：标准、对象、受理时间和经办人职务印在明白卡上，发到户，也贴在公开栏。"
    act.removed = None
    act.channels = ("公开栏", "网站", "明白卡")
    return act


def _township(township: Township) -> list[Act]:
    acts = []
    name = township.name
    posts = (f"{name}组织委员", f"{name}纪委书记", f"{name}党委书记")

    def act(code: str, item: str, end: date, period: str, title: str, text: str) -> Act:
        day = _after(end, f"{township.slug}-{code}")
        return Act(
            f"{township.slug}-{code}",
            [item],
            township.slug,
            township.party,
            None,
            posts,
            signed=(before(day, 3), before(day, 2), before(day, 1)),
            period=period,
            title=title,
            text=text,
            web=day,
            channels=("党内通报", "党员微信群"),
        )

    for number, (year, month) in enumerate(MONTHS):
        title = f"{year}年{month}月主题党日"
        one = act(
            f"theme-{year}-{month:02}",
            "party-theme-day",
            month_end(year, month),
            f"{year}-{month:02}",
            title,
            f"各支部统一开展：{_THEMES[number]}。",
        )
        if "theme-day" in township.schedules:
            one.records, one.title, one.text = meetings.named(township, ("theme",), (month,)), "", ""
        acts.append(one)
    for number, (quarter, months) in enumerate(QUARTERS.items()):
        end, label = month_end(int(quarter[:4]), months[-1]), f"{quarter[:4]}年第{quarter[-1]}季度"
        acts.append(
            act(
                f"study-{quarter}",
                "party-study-implementation",
                end,
                quarter.upper(),
                f"{label}学习贯彻上级部署",
                _STUDIED[number],
            )
        )
        served = act(
            f"service-{quarter}",
            "party-style-service",
            end,
            quarter.upper(),
            f"{label}纠风和联系服务群众",
            _SERVED[(number + len(name)) % 4],
        )
        served.posted, served.removed = served.web, past((served.web or end) + timedelta(days=20))
        served.channels = ("公开栏", "网站")
        acts.append(served)
    return acts
