"""Writes the three sample townships: `python tests/sample_townships.py [--out DIR]`.

Every place, person and amount is made up. The script is seeded: the same bytes come out every time, so that
`git diff` shows nothing after running it again. The facts stand first, the making of records behind them.
"""

from __future__ import annotations

import argparse
import io
import random
import shutil
import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 10, 20)
"""The day on which the sample is looked at; nothing in it has happened later."""
SINCE = date(2025, 10, 1)
MONTHS = [(2025, 10), (2025, 11), (2025, 12), *((2026, month) for month in range(1, 10))]
QUARTERS = {"2025-q4": (10, 11, 12), "2026-q1": (1, 2, 3), "2026-q2": (4, 5, 6), "2026-q3": (7, 8, 9)}

# ---------------------------------------------------------------------------------------------- money through the year

Amounts = Mapping[int, float]
"""Month → yuan."""


def each(amount: float) -> Amounts:
    return {month: amount for _, month in MONTHS}


def quarterly(amount: float, *months: int) -> Amounts:
    return dict.fromkeys(months or (10, 1, 4, 7), amount)


def by_season(base: float, factors: str) -> Amounts:
    """One factor in per cent for each month from October to September."""
    return {month: base * int(factor) / 100 for (_, month), factor in zip(MONTHS, factors.split(), strict=True)}


def sunshine(base: float) -> Amounts:
    return by_season(base, "82 63 51 54 68 93 112 127 121 116 118 99")


def darkness(base: float) -> Amounts:
    return by_season(base, "108 119 128 130 116 101 91 82 76 78 86 95")


def heating(base: float) -> Amounts:
    return by_season(base, "92 118 158 177 151 110 84 73 88 119 121 90")


def interest(*amounts: float) -> Amounts:
    return dict(zip((12, 3, 6, 9), amounts, strict=True))


@dataclass(frozen=True)
class Stream:
    """A kind of income or spending: in which months, how much, on which day, over how many vouchers."""

    summary: str
    account: str
    amounts: Amounts
    day: int
    parts: tuple[str, ...] = ()
    metered: bool = False
    """A bill that is never twice the same: a few per cent up or down, to the cent."""
    spending: bool = False

    def amount(self, village: str, month: int) -> Decimal:
        value = self.amounts[month]
        if self.metered:
            value *= 1 + random.Random(f"{village} {self.summary} {month}").uniform(-0.06, 0.06)
        return Decimal(round(value * 100)) / 100


def income(summary: str, account: int, amounts: Amounts, day: int = 8, **more: Any) -> Stream:
    return Stream(summary, str(account), amounts, day, **more)


def spend(summary: str, account: int, amounts: Amounts, day: int = 22, **more: Any) -> Stream:
    return Stream(summary, str(account), amounts, day, spending=True, **more)


# --------------------------------------------------------------------------------------------------------- the villages


@dataclass(frozen=True)
class Matter:
    """One matter of 四议两公开. `until` is the last step taken; `done` the day on which the result was posted."""

    id: str
    title: str
    start: date
    budget: int | None
    background: str
    source: str
    plan: str
    resolution: str
    result: str = ""
    done: date | None = None
    until: str = "决议公开"
    dissent: str = ""
    remark: str = ""
    closures: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True)
class Notice:
    """A publication without a record behind it."""

    id: str
    item: str
    day: date
    title: str
    text: str


@dataclass(frozen=True)
class Village:
    id: str
    name: str
    population: int
    households: int
    hamlets: int
    groups: int
    members: int
    delegates: int
    """Those who are called to the assembly: delegates of the villagers, and the committee."""
    intro: str
    people: tuple[str, ...]
    """Nine who hold public posts."""
    inner: tuple[str, ...]
    """Two handlers of money, a recorder, the internal contact: never to be read outside."""
    opening: str
    streams: tuple[Stream, ...]
    matters: tuple[Matter, ...]
    assets: str
    charter: tuple[str, ...]
    supervision: str
    earned: tuple[str, str]
    """Business income of the collective in 2024 and 2025, in units of 10,000 yuan."""
    appraisal: str
    remarks: Mapping[int, str] = field(default_factory=dict)
    """Month → internal remark on the sheet."""
    notices: tuple[Notice, ...] = ()

    @property
    def branch(self) -> str:
        return f"{self.name}党支部"

    @property
    def committee(self) -> str:
        return f"{self.name}村民委员会"

    @property
    def supervisors(self) -> str:
        return f"{self.name}村务监督委员会"

    @property
    def collective(self) -> str:
        return f"{self.name}股份经济合作社"


LIUCUN = Village(
    id="liucun",
    name="刘村",
    population=2316,
    households=648,
    hamlets=2,
    groups=6,
    members=62,
    delegates=50,
    intro="刘村在安平镇东北，靠山有一片集体果园，由村股份经济合作社统一发包。",
    people=("刘长林", "刘玉兰", "刘春生", "赵永福", "刘金海", "孙桂芳", "刘守田", "马德顺", "刘秀英"),
    inner=("刘焕章", "刘麦囤", "郝冬青", "翟存良"),
    opening="",  # so that March 2026 opens with the amount of LIUCUN_MARCH
    streams=(
        income("果园承包费", 501, {12: 16000, 3: 12000, 6: 8000, 9: 14000}, 6, parts=("北坡", "南坡")),
        income("光伏发电收入", 501, sunshine(1860), 12, metered=True),
        income("村级组织运转补助", 503, quarterly(9000), 15),
        income("存款利息", 504, interest(62.41, 57.86, 66.03, 71.52), 21),
        income("生产道路硬化项目资金", 241, {4: 120000}, 17),
        income("旧办公桌椅变卖款", 504, {11: 186, 5: 243}, 19),
        spend("{m}月保洁员工资", 514, each(2400), 26, parts=("村东片", "村西片")),
        spend("{m}月村组干部误工补贴", 513, each(1500), 27),
        spend("{m}月路灯电费", 514, darkness(412), 10, metered=True),
        spend("{m}月村部水电费", 513, heating(228), 10, metered=True),
        spend("{m}月垃圾清运费", 514, each(800), 28),
        spend("购办公用纸和墨盒", 513, {10: 268, 3: 315.5, 7: 294}, 13),
        spend("重阳节慰问老人", 514, {10: 3600}, 28),
        spend("果园看护房换瓦", 511, {11: 2300}, 18),
        spend("订阅下一年党报党刊", 513, {11: 1386}, 24),
        spend("春节慰问困难户", 514, {2: 4800}, 11),
        spend("水渠清淤机械费", 514, {3: 3200}, 18),
        spend("果园机井换泵", 511, {4: 1650}, 20),
        spend("生产道路硬化工程款", 241, {5: 72000, 7: 43200}, 25),
        spend("七一走访老党员", 513, {6: 1980}, 29),
        spend("防汛沙袋和铁锹", 514, {6: 640}, 9),
        spend("文化广场健身器材维修", 514, {8: 920}, 14),
    ),
    matters=(
        Matter(
            "road-2025",
            "刘村至果园生产道路硬化",
            date(2025, 11, 10),
            120000,
            "果园运果的土路下雨就陷车，承包户和村民代表多次提出要修。",
            "果园承包户联名提出",
            "两委商定路线从村北桥头到果园看护房，路面宽三米五，用上级项目资金办，不向村民筹钱。",
            "同意修路，同意由村民委员会按乡镇小型工程的办法选施工队，同意完工验收以后再付尾款。",
            "道路硬化已完工，验收合格，工程款按合同分两次支付，留质量保证金4,800元，一年后无问题再付。",
            date(2026, 8, 3),
            dissent="有代表担心路面太窄，会车困难，主张多占路边半米菜地，没有采纳。",
            remark="质保金到期前要再看一次桥头接缝，去年冬天这段路基偏软。",
        ),
        Matter(
            "lights-2026",
            "刘村村内路灯节能改造",
            date(2026, 8, 24),
            38500,
            "村内路灯用了多年，费电，常有不亮的。",
            "村民代表在说事日提出",
            "两委商定分两年更换节能灯头，今年先换主街和学校门口。",
            "同意先更换主街和学校门口的路灯，从集体积累中开支，价格三家比选。",
            dissent="一名代表认为应先修水渠再换路灯。",
        ),
    ),
    assets="果园218亩，分南坡、北坡两片发包，合同到2029年；村部房屋14间，自用；光伏板60千瓦，自营；机井3眼，供果园和菜地用水。",
    charter=(
        "红事不攀比，白事从简，酒席不超过十五桌。",
        "果园喷药前一天用广播告知，放蜂的农户及时避让。",
        "垃圾分干湿，不往河沟里倒。",
    ),
    supervision="发现果园看护房换瓦少一张验收单，已由经办人补齐；建议路灯电费按季度与供电单位对账，合作社已照办。",
    earned=("6.85", "7.42"),
    appraisal="班子团结，办事稳，年轻委员写材料吃力，明年安排跟班学习。",
    remarks={
        11: "看护房换瓦系急修，事后补的询价单，审核时已说明。",
        3: "南坡承包户有一笔五百元尾款约定四月底前交清。",
        7: "工程款第二笔支付前已电话问过施工队垫资情况。",
    },
    notices=(
        Notice(
            "works-road",
            "village-public-works",
            date(2026, 5, 11),
            "刘村至果园生产道路硬化开工公示",
            "项目：刘村至果园生产道路硬化。资金来源：上级项目资金120,000元。选定办法：三家比选，由出价最低的平路工程队承建。"
            "合同价：120,000元。计划工期：2026年5月至7月。质量由村务监督委员会和村民代表共同查看。",
        ),
        Notice(
            "fund-road",
            "finance-special-fund",
            date(2026, 8, 5),
            "生产道路硬化项目资金使用情况",
            "收到项目资金120,000元；已付工程款115,200元，分5月、7月两次支付；结余4,800元，是质量保证金，单独记账。",
        ),
        Notice(
            "subsidy-2026",
            "village-subsidy-list",
            date(2026, 6, 18),
            "2026年耕地地力保护补贴发放情况",
            "本批补贴涉及6个村民小组、587户，按登记面积计算，逐户的面积和金额贴在公开栏，请各户核对。",
        ),
        Notice(
            "assistance-2026-h1",
            "village-assistance-list",
            date(2026, 7, 9),
            "2026年上半年低保和临时救助情况",
            "享受低保13户21人，临时救助2户。名单、金额和起始月份贴在公开栏，不上网。",
        ),
    ),
)

WANGJIAPING = Village(
    id="wangjiaping",
    name="王家坪村",
    population=1742,
    households=489,
    hamlets=3,
    groups=5,
    members=48,
    delegates=39,
    intro="王家坪村沿镇街一侧，集体有八间门面房，村南是水浇地。",
    people=("王志明", "王红梅", "王来喜", "李占军", "王俊峰", "陈巧云", "王保山", "韩书平", "王素珍"),
    inner=("王拴柱", "王怀瑾", "阎仲秋", "苗根宝"),
    opening="38,914.26",
    streams=(
        income("门面房租金", 501, {1: 18000, 7: 18000}, 21, parts=("东四间", "西四间")),
        income("土地流转服务费", 501, {11: 5200, 5: 5200}, 14),
        income("村级组织运转补助", 503, quarterly(8000), 15),
        income("存款利息", 504, interest(33.17, 41.08, 39.64, 45.9), 21),
        income("小型水利奖补资金", 241, {5: 15000}, 20),
        spend("{m}月保洁员工资", 514, each(1800), 26),
        spend("{m}月村组干部误工补贴", 513, each(1300), 27),
        spend("{m}月路灯电费", 514, darkness(296), 10, metered=True),
        spend("{m}月村部水电费", 513, heating(184), 10, metered=True),
        spend("村部宽带费", 513, quarterly(297), 12),
        spend("门面房屋顶补漏", 511, {10: 2650}, 23),
        spend("重阳节慰问老人", 514, {10: 2400}, 28),
        spend("订阅下一年党报党刊", 513, {12: 1148}, 8),
        spend("春节慰问困难户", 514, {2: 3600}, 10),
        spend("春节锣鼓队补助", 514, {2: 1200}, 12),
        spend("灌溉渠清淤机械费", 514, {4: 8600}, 22),
        spend("更换渠道闸门", 241, {5: 12300}, 26),
        spend("春季路边补栽树苗", 514, {3: 1460}, 19),
        spend("七一走访老党员", 513, {7: 1500}, 1),
        spend("农药包装物回收劳务", 514, {6: 720, 8: 690}, 17),
        spend("老年人免费理发补助", 514, {9: 450, 3: 450}, 16),
    ),
    matters=(
        Matter(
            "shops-2025",
            "王家坪村门面房重新招租",
            date(2025, 12, 2),
            36000,
            "八间门面房合同到期，村民希望公开招租。",
            "村股份经济合作社提出",
            "两委商定不再续签旧合同，贴出招租公告，同等价格原租户优先。",
            "同意公开招租，年租金合计不低于三万六千元，租期三年，半年一付。",
            "八间门面房已全部租出，年租金合计36,000元，第一期租金1月到账。",
            date(2026, 2, 6),
            dissent="原租户家属在会上要求照旧价续租，会后已做解释。",
        ),
        Matter(
            "canal-2026",
            "王家坪村灌溉渠清淤和闸门更换",
            date(2026, 3, 5),
            21600,
            "南渠淤得厉害，尾段两个组浇不上水。",
            "三组、五组村民提出",
            "两委商定开春先清淤，再换两道闸门，上级奖补不足的部分用集体积累。",
            "同意清淤和更换闸门，费用控制在预算以内，不向村民收钱。",
            "清淤一千二百米，更换闸门两道，实际花费20,900元，比预算少700元。",
            date(2026, 6, 12),
            remark="闸门供货商与三组组长沾亲，比价单另存一份备查。",
        ),
        Matter(
            "care-2026",
            "王家坪村旧仓库改建日间照料室",
            date(2026, 10, 8),
            68000,
            "留守老人白天没有去处，旧仓库闲置多年。",
            "村党支部走访后提出",
            "两委商定先做安全鉴定，再改建成两间活动室和一间厨房，资金由集体积累和社会捐助解决。",
            "",
            until="审议",
            dissent="有党员提出以后的运行费用没有着落，要求先算细账。",
            remark="捐助意向方还没有最后答复，金额不要对外说。",
        ),
    ),
    assets="门面房8间，对外出租，年租金36,000元，合同到2029年1月；机动地64亩，流转到2028年；村部房屋9间，自用；旧仓库1座，闲置。",
    charter=(
        "沿街门面不占道摆摊，门前卫生自己扫。",
        "浇地按先尾后头的次序，由各组组长排班。",
        "邻里有争执先找调解员，不吵到街上。",
    ),
    supervision="抽查单据64张，发现两张理发补助没有老人签名，已补签；建议招租公告以后同时贴到镇上。",
    earned=("4.10", "4.64"),
    appraisal="书记敢管事，委员之间配合一般，门面房招租后群众反映转好。",
    remarks={12: "十二月的表因报账员住院晚交，已提醒设AB岗。", 5: "奖补资金比批复少到三百元，正与水利站核对。"},
    notices=(
        Notice(
            "deal-shops",
            "finance-asset-deal",
            date(2026, 1, 5),
            "王家坪村门面房招租公告",
            "标的：沿街门面房8间。底价：年租金合计36,000元。租期：三年，从2026年1月起。付款：半年一付，先付后用。"
            "报名：2026年1月5日至1月12日，到村部报名。同等价格，原租户优先。",
        ),
        Notice(
            "consult-noise",
            "village-consultation",
            date(2026, 4, 16),
            "临街夜间噪声协商结果",
            "议题：临街门面夜间噪声。参加：门面租户、附近住户、村调解员。结果：晚上九点以后不用扩音器，卸货改在白天。"
            "落实：从4月20日起试行一个月，没有再收到反映。",
        ),
        Notice(
            "subsidy-2026",
            "village-subsidy-list",
            date(2026, 6, 22),
            "2026年耕地地力保护补贴发放情况",
            "本批补贴涉及5个村民小组、431户，逐户的面积和金额贴在公开栏，请各户核对。",
        ),
    ),
)

XIHE = Village(
    id="xihe",
    name="西河村",
    population=2905,
    households=811,
    hamlets=4,
    groups=8,
    members=55,
    delegates=61,
    intro="西河村沿河，集体有鱼塘和一座小冷库，是全镇人口较多的村。",
    people=("张国强", "张爱华", "周文斌", "张成才", "吴新民", "何月娥", "张宝柱", "张立新", "胡凤琴"),
    inner=("张兆丰", "鲁望舒", "张砚田", "祁若谷"),
    opening="71,203.85",
    streams=(
        income("鱼塘承包费", 501, {2: 24000}, 5),
        income("冷库租金", 501, quarterly(10500, 10, 1, 4, 7), 8),
        income("光伏发电收入", 501, sunshine(1240), 12, metered=True),
        income("村级组织运转补助", 503, quarterly(10000), 15),
        income("存款利息", 504, interest(58.2, 77.45, 70.31, 64.88), 21),
        income("公厕改建奖补资金", 241, {8: 30000}, 18),
        spend("{m}月保洁员工资", 514, each(3600), 26, parts=("河东", "河西")),
        spend("{m}月村组干部误工补贴", 513, each(2000), 27),
        spend("{m}月路灯电费", 514, darkness(533), 10, metered=True),
        spend("{m}月村部水电费", 513, heating(246), 10, metered=True),
        spend("{m}月垃圾清运费", 514, each(1100), 28),
        spend("冷库制冷机保养", 511, {10: 1880, 4: 2040}, 20),
        spend("重阳节慰问老人", 514, {10: 4500}, 28),
        spend("订阅下一年党报党刊", 513, {11: 1542}, 25),
        spend("河堤巡查值班补助", 514, {6: 900, 7: 1800, 8: 1500}, 24),
        spend("春节慰问困难户", 514, {2: 5600}, 11),
        spend("春季栽树苗木款", 514, {4: 1680}, 9),
        spend("购办公桌和文件柜", 513, {3: 2760}, 13),
        spend("七一走访老党员", 513, {6: 2300}, 30),
        spend("公厕改建预付款", 241, {9: 13500}, 15),
        spend("文艺队服装", 514, {9: 1320}, 11),
    ),
    matters=(
        Matter(
            "pond-2026",
            "西河村集体鱼塘续包",
            date(2026, 1, 5),
            24000,
            "鱼塘承包期满，原承包人愿意续包，也有两户想承包。",
            "村股份经济合作社提出",
            "两委商定公开报价，承包期三年，不准改变用途，不准往塘里投放污水。",
            "同意公开报价确定承包人，年承包费不低于两万四千元。",
            "三户报价，由出价最高的一户承包，年承包费24,000元，2月付清第一年。",
            date(2026, 4, 10),
            dissent="一名代表说承包期应改为五年，便于投入。",
        ),
        Matter(
            "toilet-2026",
            "西河村公厕改建",
            date(2026, 7, 6),
            45000,
            "河东旧公厕离水井近，群众意见大。",
            "河东村民小组提出",
            "两委商定移到文化广场西侧，改成水冲式，奖补资金不足部分由集体承担。",
            "同意移址改建，同意先付三成预付款，完工验收后再付余款。",
            remark="新址旁边一户有顾虑，已上门两次，开工前再去一次。",
        ),
    ),
    assets="鱼塘46亩，发包，年承包费24,000元，合同到2028年12月；冷库1座，出租，年租金42,000元；村部房屋16间，自用；河滩林地120亩，自管。",
    charter=(
        "不在河道里采砂、洗车、倒垃圾。",
        "汛期听广播，接到转移通知不拖延。",
        "红白事由理事会帮忙张罗，办前报个数。",
    ),
    supervision="查看了鱼塘报价的全过程；发现河堤值班补助有一天重复登记，已退回30元；建议值班表当天上墙。",
    earned=("7.90", "8.36"),
    appraisal="村大事多，班子能扛住，账目清楚，宣传委员年龄偏大。",
    remarks={
        4: "苗木款录入时看错一位，审核没有看出来，责任在经办和审核两头。",
        8: "河堤值班补助重复的一天已从九月扣回，凭证在九月。",
    },
    notices=(
        Notice(
            "works-toilet",
            "village-public-works",
            date(2026, 8, 27),
            "西河村公厕改建项目公示",
            "项目：西河村公厕改建。预算：45,000元，其中奖补资金30,000元，集体资金15,000元。选定办法：三家比选。"
            "计划工期：2026年9月至11月。完工后由村民代表验收。",
        ),
        Notice(
            "subsidy-2026",
            "village-subsidy-list",
            date(2026, 6, 24),
            "2026年耕地地力保护补贴发放情况",
            "本批补贴涉及8个村民小组、722户，逐户的面积和金额贴在公开栏，请各户核对。",
        ),
        Notice(
            "party-notice-2026",
            "party-development-notice",
            date(2026, 4, 20),
            "发展对象公示",
            "西河村党支部拟列发展对象1名，姓名和有关情况贴在公开栏，公示到4月28日。有意见可向村党支部或镇党委组织委员反映。",
        ),
    ),
)

SHUANGQUAN = Village(
    id="shuangquan",
    name="双泉村",
    population=782,
    households=246,
    hamlets=4,
    groups=4,
    members=28,
    delegates=24,
    intro="双泉村有两眼山泉，四个自然村散在沟里，主要种梨。",
    people=("郭三旺", "郭彩霞", "梁润生", "郭铁山", "郭学勤", "梁银花", "郭广明", "武有才", "郭翠萍"),
    inner=("郭犁春", "武听泉", "郭继禹", "梁抱朴"),
    opening="24,508.70",
    streams=(
        income("老梨园承包费", 501, {12: 6400, 9: 6400}, 9),
        income("村级组织运转补助", 503, quarterly(6000), 15),
        income("生态护林补助", 503, {12: 7800, 6: 7800}, 22),
        income("存款利息", 504, interest(14.06, 18.9, 21.77, 16.35), 21),
        income("饮水管道更换项目资金", 241, {3: 110000}, 24),
        income("高接换优接穗补助", 503, {4: 5400}, 14),
        spend("{m}月保洁员工资", 514, each(1200), 26),
        spend("{m}月村组干部误工补贴", 513, each(900), 27),
        spend("{m}月路灯电费", 514, darkness(158), 10, metered=True),
        spend("{m}月村部电费和网费", 513, heating(132), 11, metered=True),
        spend("护林防火值班补助", 514, {10: 600, 11: 900, 12: 900, 1: 900, 2: 900, 3: 900, 4: 900}, 25),
        spend("重阳节慰问老人", 514, {10: 1800}, 28),
        spend("村口除雪机械费", 514, {12: 640, 1: 860}, 20),
        spend("订阅下一年党报党刊", 513, {11: 820}, 26),
        spend("春节慰问困难户", 514, {2: 2600}, 11),
        spend("饮水管道更换工程款", 241, {4: 55000, 6: 49500}, 23),
        spend("购梨树接穗", 511, {4: 4980}, 2),
        spend("嫁接技术员伙食", 511, {4: 1260}, 12),
        spend("七一走访老党员", 513, {6: 1100}, 29),
        spend("泉眼蓄水池清洗", 514, {7: 780}, 16),
    ),
    matters=(
        Matter(
            "pipe-2025",
            "双泉村饮水管道更换",
            date(2025, 11, 17),
            110000,
            "老管道冬天常冻裂，后沟两个自然村隔天才有水。",
            "后沟村民联名提出",
            "两委商定把主管道换成新管，埋深一米二，入户管由各户配合开挖。",
            "同意更换饮水主管道，用上级项目资金，开工以前把线路贴到公开栏。",
            "主管道已全部更换，四个自然村通水，验收合格；支付104,500元，留质量保证金5,500元。",
            date(2026, 7, 8),
            dissent="前沟一户不愿在自家院前开挖，后来同意改走路边。",
            remark="施工队两次拖延，乡里约谈过，不写进公开材料。",
        ),
        Matter(
            "graft-2026",
            "双泉村梨园高接换优统一供穗",
            date(2026, 3, 2),
            5400,
            "各户自己找接穗，品种杂，去年成活不齐。",
            "乡技术员和种植户提出",
            "两委商定由合作社统一购接穗，技术员分片指导，补助用完为止。",
            "同意统一供穗，按各户嫁接面积分配，分配表贴在公开栏。",
            "接穗已按面积分到162户，成活情况8月查看，多数在九成以上。",
            date(2026, 8, 20),
        ),
    ),
    assets="老梨园85亩，发包，合同到2027年；泉水蓄水池2座，自管；村部房屋8间，自用；生态林1,460亩，自管。",
    charter=("泉眼周围三十米内不放羊、不打药。", "冬天轮流看管水管，冻裂当天报修。", "嫁接季节互相帮工，不收工钱。"),
    supervision="全程看了饮水管道的开挖和回填；发现一段埋深不够，已返工；建议质量保证金到期前再查一次。",
    earned=("1.18", "1.28"),
    appraisal="书记威信高，就是不爱写记录，会议簿要乡里帮着补规范。",
    remarks={
        4: "接穗款比补助少四百二十元，转作技术员伙食，已在会上说过。",
        6: "工程款第二笔付款时施工队还欠两户青苗钱，说好七月结清。",
    },
    notices=(
        Notice(
            "fund-pipe",
            "finance-special-fund",
            date(2026, 7, 13),
            "饮水管道更换项目资金使用情况",
            "收到项目资金110,000元；已付工程款104,500元；结余5,500元，是质量保证金，2027年7月没有问题再付。",
        ),
        Notice(
            "assistance-2026-h1",
            "village-assistance-list",
            date(2026, 7, 10),
            "2026年上半年低保和特困供养情况",
            "享受低保9户14人，特困供养3人。名单、金额和起始月份贴在公开栏，不上网。",
        ),
    ),
)

NIANGOU = Village(
    id="niangou",
    name="碾沟村",
    population=645,
    households=203,
    hamlets=5,
    groups=5,
    members=24,
    delegates=21,
    intro="碾沟村在全乡最西头，人少地薄，集体收入主要靠护林补助和旧磨坊出租。",
    people=("侯天佑", "侯淑贞", "侯士杰", "田大勇", "侯福来", "田秋菊", "侯满仓", "侯玉柱", "田喜梅"),
    inner=("侯石生", "田谷雨", "侯知非", "田问渠"),
    opening="13,276.40",
    streams=(
        income("旧磨坊租金", 501, {10: 2400, 4: 2400}, 17),
        income("村级组织运转补助", 503, quarterly(6000), 15),
        income("生态护林补助", 503, {12: 6200, 6: 6200}, 22),
        income("存款利息", 504, interest(6.12, 8.45, 7.93, 9.06), 21),
        income("村部屋顶翻修补助", 241, {3: 28000}, 26),
        spend("{m}月保洁员工资", 514, each(900), 26),
        spend("{m}月村组干部误工补贴", 513, each(800), 27),
        spend("{m}月路灯电费", 514, darkness(97), 10, metered=True),
        spend("村部电费", 513, heating(64), 11, metered=True),
        spend("重阳节慰问老人", 514, {10: 1200}, 28),
        spend("护林防火值班补助", 514, {11: 700, 12: 700, 1: 700, 2: 700, 3: 700}, 25),
        spend("订阅下一年党报党刊", 513, {12: 640}, 9),
        spend("除雪用盐和铁锹", 514, {1: 385}, 7),
        spend("春节慰问困难户", 514, {2: 1800}, 11),
        spend("村部屋顶翻修工程款", 241, {4: 16800, 5: 9800}, 21),
        spend("五保老人床铺被褥", 514, {11: 1150}, 19),
        spend("便道塌方清理", 514, {7: 960}, 20),
    ),
    matters=(
        Matter(
            "roof-2025",
            "碾沟村村部屋顶翻修",
            date(2025, 12, 8),
            28000,
            "村部屋顶漏雨，档案柜被淋过两次。",
            "村党支部提出",
            "两委商定换瓦、做防水，开春化冻以后动工，资金用上级补助。",
            "同意翻修村部屋顶，选本乡有资质的施工队，村务监督委员会到场看料。",
            "屋顶翻修完工，经一场大雨没有漏水，付款26,600元，留质量保证金1,400元。",
            date(2026, 6, 5),
        ),
        Matter(
            "cleaner-2026",
            "碾沟村保洁员聘用和工资标准",
            date(2026, 6, 15),
            10800,
            "原保洁员年纪大了不再续聘，要重新定人、定标准。",
            "村民小组长会议提出",
            "两委商定聘一名保洁员，月工资九百元，优先考虑困难家庭有劳动能力的人。",
            "同意聘用办法和工资标准，聘期一年，期满由村民代表评议。",
            "报名三人，村民代表投票选定一人，7月上岗。",
            date(2026, 7, 17),
            dissent="两名代表提出工资偏低，怕留不住人。",
            remark="落选的一户情绪较大，已请包村干部上门。",
        ),
    ),
    assets="旧磨坊1座，出租，年租金4,800元，合同到2027年10月；村部房屋6间，自用；生态林1,180亩，自管。",
    charter=(
        "上山不带火种，清明上坟用鲜花。",
        "谁家有老人独住，邻居每天看一眼。",
        "牲口不放进别人地里，踏坏了照价赔。",
    ),
    supervision="",
    earned=("0.42", "0.48"),
    appraisal="底子薄，支书身兼数职，工作靠乡里推，监督委员会缺人半年。",
    remarks={1: "除雪用盐一半借给双泉村，三月还清，未入账。"},
)

BAICAOWA = Village(
    id="baicaowa",
    name="白草洼村",
    population=913,
    households=287,
    hamlets=3,
    groups=4,
    members=31,
    delegates=27,
    intro="白草洼村坡缓草好，集体建有羊场棚舍和一片光伏板。",
    people=("杨双喜", "杨春桃", "杨发旺", "石改明", "杨全有", "石兰香", "杨万山", "杨文秀", "石林生"),
    inner=("杨牧云", "石凿井", "杨守拙", "石听松"),
    opening="31,862.15",
    streams=(
        income("光伏发电收入", 501, sunshine(2980), 12, metered=True),
        income("羊场棚舍租金", 501, {1: 9600, 7: 9600}, 10),
        income("村级组织运转补助", 503, quarterly(6000), 15),
        income("存款利息", 504, interest(21.4, 27.66, 30.12, 33.5), 21),
        spend("{m}月保洁员工资", 514, each(1500), 26),
        spend("{m}月村组干部误工补贴", 513, each(1000), 27),
        spend("{m}月路灯电费", 514, darkness(176), 10, metered=True),
        spend("{m}月村部电费和网费", 513, heating(148), 11, metered=True),
        spend("光伏公益岗位工资", 514, each(1200), 28),
        spend("光伏板清洗", 511, {11: 480, 3: 480, 7: 480}, 18),
        spend("重阳节慰问老人", 514, {10: 2000}, 28),
        spend("订阅下一年党报党刊", 513, {11: 880}, 27),
        spend("羊场棚舍围栏修补", 511, {12: 1740}, 15),
        spend("春节慰问困难户", 514, {2: 2900}, 10),
        spend("护林防火通道割草", 514, {3: 1350, 9: 1420}, 17),
        spend("七一走访老党员", 513, {6: 1200}, 30),
        spend("奖励考上大学的学生", 514, {8: 3000}, 26),
    ),
    matters=(
        Matter(
            "sheep-2025",
            "白草洼村羊场棚舍续租",
            date(2025, 10, 20),
            19200,
            "棚舍租期年底届满，养殖户希望早定。",
            "村股份经济合作社提出",
            "两委商定续租三年，租金半年一付，承租方要雇本村两个人。",
            "同意续租三年，年租金19,200元，承租方负责粪污处理。",
            "合同已签，第一期租金1月到账，雇用本村劳力两人。",
            date(2026, 1, 19),
            dissent="有代表说粪污上次就没处理好，要求交押金。",
        ),
        Matter(
            "firelane-2026",
            "白草洼村护林防火通道整修",
            date(2026, 8, 10),
            16500,
            "秋冬防火期快到了，通道有两处被水冲断。",
            "护林员提出",
            "两委商定赶在防火期以前修通，用光伏收益开支。",
            "同意整修通道，同意请本村有机械的农户施工，按台班结算。",
        ),
    ),
    assets="光伏板96千瓦，自营；羊场棚舍3栋，出租，年租金19,200元，合同到2028年12月；村部房屋7间，自用；草坡2,300亩，自管。",
    charter=("放羊不进封育区，进去一次劝，两次登记。", "光伏板周围不烧荒、不堆草。", "婚事不要高价彩礼。"),
    supervision="核对了光伏收入与结算单；发现公益岗位考勤有三天漏签，已补；建议考勤表按月贴出。",
    earned=("5.21", "5.47"),
    appraisal="光伏收益用得公道，群众信得过；副主任外出多，值班常缺。",
    remarks={
        2: "二月的表因春节后会计站换系统晚了三天，不是村里原因。",
        12: "围栏修补找的是承租方亲戚，价格比市价低，仍要补比价单。",
    },
    notices=(
        Notice(
            "consult-lane",
            "village-consultation",
            date(2026, 8, 17),
            "防火通道占地协商结果",
            "议题：防火通道整修占用三户坡地边角。参加：三户户主、村两委、护林员。结果：不占熟地，挖出的土就近填沟。落实：开工前放线，三户到场。",
        ),
    ),
)

SHANGZHUANG = Village(
    id="shangzhuang",
    name="上庄村",
    population=1024,
    households=318,
    hamlets=4,
    groups=5,
    members=33,
    delegates=30,
    intro="上庄村苹果种得早，村集体入股了乡里的冷库。",
    people=("高建业", "高玉莲", "高明远", "贾锁柱", "高连生", "贾冬梅", "高福田", "高贵生", "贾香莲"),
    inner=("高耘之", "贾砺石", "高慎思", "贾望岳"),
    opening="45,019.60",
    streams=(
        income("集体果园承包费", 501, {10: 11200, 4: 11200}, 13, parts=("一片", "二片")),
        income("冷库入股分红", 502, {12: 13500}, 28),
        income("村级组织运转补助", 503, quarterly(6000), 15),
        income("存款利息", 504, interest(35.27, 40.6, 36.18, 31.94), 21),
        income("滴灌示范补助", 241, {7: 20000}, 21),
        spend("{m}月保洁员工资", 514, each(1600), 26),
        spend("{m}月村组干部误工补贴", 513, each(1100), 27),
        spend("{m}月路灯电费", 514, darkness(203), 10, metered=True),
        spend("{m}月村部电费和网费", 513, heating(161), 11, metered=True),
        spend("重阳节慰问老人", 514, {10: 2200}, 28),
        spend("果园冬季清园药剂", 511, {11: 1680}, 20),
        spend("订阅下一年党报党刊", 513, {11: 910}, 27),
        spend("股份分红", 322, {2: 12720}, 9),
        spend("春节慰问困难户", 514, {2: 3100}, 11),
        spend("防雹网修补", 511, {5: 3850}, 18),
        spend("滴灌管材款", 241, {8: 12600}, 19),
        spend("七一走访老党员", 513, {7: 1260}, 1),
        spend("苹果采摘节宣传牌", 513, {9: 860}, 16),
    ),
    matters=(
        Matter(
            "dividend-2025",
            "上庄村冷库入股分红方案",
            date(2025, 12, 15),
            12720,
            "冷库第一次分红，村民问怎么分。",
            "村股份经济合作社提出",
            "两委商定留少量公积金，其余按318户平均分，每户40元。",
            "同意按户平均分配，二月发到户，名单贴在公开栏。",
            "分红12,720元已发到318户，每户40元，没有领取的由组长代送。",
            date(2026, 2, 26),
            dissent="入股早的几户提出应多分，没有采纳。",
        ),
        Matter(
            "drip-2026",
            "上庄村集体果园滴灌改造",
            date(2026, 5, 11),
            32000,
            "今年春旱，老办法浇园费水费工。",
            "果园承包户提出",
            "两委商定先改二片果园，补助不足的由合作社和承包户各担一半。",
            "同意改造方案，同意管材三家比价。",
            remark="承包户负担的一半还没有收齐，暂由合作社垫着。",
        ),
    ),
    assets="集体果园150亩，发包，合同到2028年；冷库入股15万元，年底分红；村部房屋10间，自用。",
    charter=("采摘时节不进别人果园，路过不摘。", "套袋、反光膜用完自己收回，不留地里。", "村里红白事统一在礼堂办。"),
    supervision="看了分红名单的核对和发放；发现一户户主姓名写错，已改；建议滴灌管材进场时验数量。",
    earned=("3.46", "3.59"),
    appraisal="书记外出学习多，副主任能顶上；分红后来访少了。",
    remarks={2: "三户在外的分红由亲属代领，代领条齐全。", 9: "九月的表已送审，书记外出未签，先不要贴。"},
)

DONGGUAN = Village(
    id="dongguan",
    name="东关村",
    population=3480,
    households=1012,
    hamlets=2,
    groups=9,
    members=86,
    delegates=76,
    intro="东关村挨着镇区，集体厂房和沿街铺面多，是全镇集体收入最高的村。",
    people=("邓伟民", "邓晓燕", "邓海涛", "曹建军", "邓国梁", "曹丽娟", "邓家和", "邓振东", "曹雪琴"),
    inner=("邓绍棠", "曹惟一", "邓芷若", "曹半农"),
    opening="318,640.92",
    streams=(
        income("厂房租金", 501, quarterly(62500), 8, parts=("一号厂房", "二号厂房")),
        income("沿街铺面租金", 501, each(8400), 5),
        income("停车场收费", 501, by_season(2350, "104 96 92 108 121 98 95 109 97 93 101 106"), 30, metered=True),
        income("村级组织运转补助", 503, quarterly(12000), 15),
        income("存款利息", 504, interest(268.4, 301.25, 284.6, 277.13), 21),
        income("文化广场改造奖补", 241, {5: 80000}, 13),
        spend("{m}月保洁员工资", 514, each(9600), 26, parts=("东片", "中片", "西片")),
        spend("{m}月村组干部误工补贴", 513, each(4200), 27),
        spend("{m}月路灯电费", 514, darkness(1680), 10, metered=True),
        spend("{m}月村部水电费", 513, heating(740), 10, metered=True),
        spend("{m}月垃圾清运费", 514, each(3800), 28),
        spend("治安巡逻队补助", 514, each(3000), 29),
        spend("厂房消防器材年检", 511, {11: 5200}, 17),
        spend("重阳节慰问老人", 514, {10: 11600}, 28),
        spend("订阅下一年党报党刊", 513, {11: 2680}, 25),
        spend("股份分红", 322, {3: 121440}, 18),
        spend("春节慰问困难户", 514, {2: 9600}, 10),
        spend("正月文艺汇演", 514, {2: 6800}, 13),
        spend("文化广场改造工程款", 153, {4: 78000, 6: 130000}, 24),
        spend("大学新生奖励", 514, {8: 14000}, 27),
        spend("七一表彰和走访", 513, {6: 5400}, 30),
        spend("雨污管网疏通", 514, {7: 7350}, 15),
    ),
    matters=(
        Matter(
            "square-2025",
            "东关村文化广场改造",
            date(2025, 11, 6),
            260000,
            "广场地砖破损，晚上灯暗，跳舞下棋的人都挤在一块。",
            "村民代表会议前征求意见时提出",
            "两委商定换地砖、加灯、隔出儿童活动区，奖补资金以外用集体积累，按小型工程办法招标。",
            "同意改造方案和预算，同意由乡镇招标平台确定施工单位。",
            "广场改造完工并验收，结算价251,800元，已付208,000元，其余按合同在一年内付清。",
            date(2026, 7, 20),
            dissent="几名代表嫌儿童区太小，主张拆掉旧戏台，没有通过。",
            remark="旧戏台是否拆除以后单独议，不要在这次材料里提。",
        ),
        Matter(
            "dividend-2026",
            "东关村2025年度股份分红方案",
            date(2026, 1, 12),
            121440,
            "年度收益已经审计，成员关心怎么分。",
            "村股份经济合作社理事会提出",
            "两委商定提取公积公益金以后，每户分120元，三月发放。",
            "同意分红方案，名单核对无误后发放。",
            "分红121,440元已发到1,012户，每户120元。",
            date(2026, 3, 27),
        ),
    ),
    assets="厂房2栋，出租，年租金250,000元，合同到2030年；沿街铺面21间，出租，年租金100,800元；停车场1处，自营；村部和文化广场，自用。",
    charter=("铺面门前包卫生、包秩序。", "停车入位，不占消防通道。", "出租房屋要登记，租客来了说一声。"),
    supervision="参加村民代表会议两次，逐月核对单据；发现停车费有两天存款不及时，已改为当天存；建议收费票据编号使用。",
    earned=("37.60", "39.85"),
    appraisal="家底厚，班子想法多，花钱手松，要盯住广场尾款。",
    remarks={
        6: "广场第二笔工程款支付前监理签字晚了两天，先签后付的顺序以后不能倒。",
        10: "停车费九月末有两天隔夜存款，共一千三百余元，已批评。",
    },
    notices=(
        Notice(
            "works-square",
            "village-public-works",
            date(2026, 3, 16),
            "东关村文化广场改造中标结果",
            "项目：东关村文化广场改造。预算：260,000元。方式：乡镇招标平台公开招标，三家投标。中标价：251,800元。"
            "中标单位：示例县恒筑建筑队。工期：2026年3月至6月。",
        ),
        Notice(
            "fund-square",
            "finance-special-fund",
            date(2026, 6, 29),
            "文化广场改造奖补资金使用情况",
            "收到奖补资金80,000元，已全部用于广场改造工程款；不足部分由集体积累支付，已付128,000元。",
        ),
        Notice(
            "assistance-2026-h1",
            "village-assistance-list",
            date(2026, 7, 14),
            "2026年上半年低保、残疾人补贴情况",
            "享受低保17户26人，领取残疾人补贴38人。名单和金额贴在公开栏，不上网。",
        ),
    ),
)

QIAOTOU = Village(
    id="qiaotou",
    name="桥头村",
    population=2167,
    households=643,
    hamlets=3,
    groups=6,
    members=58,
    delegates=48,
    intro="桥头村守着老集市，逢五逢十赶集，集体收入主要是摊位租金。",
    people=("冯志刚", "冯玉梅", "冯小军", "彭继红", "冯树森", "彭秀莲", "冯庆丰", "冯顺利", "彭彩云"),
    inner=("冯渡之", "彭济川", "冯桥生", "彭望津"),
    opening="96,351.37",
    streams=(
        income("集市摊位租金", 501, by_season(7600, "100 98 118 132 86 97 100 103 95 92 96 102"), 30, metered=True),
        income("仓库租金", 501, {12: 15000, 6: 15000}, 11),
        income("村级组织运转补助", 503, quarterly(9000), 15),
        income("存款利息", 504, interest(88.3, 93.76, 90.04, 97.41), 21),
        income("废旧摊架变卖款", 504, {4: 1360}, 16),
        spend("{m}月保洁员工资", 514, each(4200), 26, parts=("集市", "村内")),
        spend("{m}月村组干部误工补贴", 513, each(2200), 27),
        spend("{m}月路灯电费", 514, darkness(688), 10, metered=True),
        spend("{m}月村部水电费", 513, heating(312), 10, metered=True),
        spend("{m}月垃圾清运费", 514, each(1600), 28),
        spend("集市顶棚维修", 511, {10: 6200, 5: 4750}, 19),
        spend("重阳节慰问老人", 514, {10: 5200}, 28),
        spend("订阅下一年党报党刊", 513, {12: 1760}, 10),
        spend("集市消防水带更换", 511, {1: 1980}, 14),
        spend("春节慰问困难户", 514, {2: 6200}, 11),
        spend("老桥护栏加固", 514, {4: 8900}, 23),
        spend("七一走访老党员", 513, {6: 2600}, 29),
        spend("防汛水泵和雨衣", 514, {6: 2140}, 8),
        spend("集市灭火器换药", 511, {9: 860}, 24),
    ),
    matters=(
        Matter(
            "market-2025",
            "桥头村集贸市场摊位租金调整",
            date(2025, 12, 8),
            91000,
            "摊位租金六年没有动，冷热不均，常有转租。",
            "摊主和村股份经济合作社提出",
            "两委商定分三类定价，当面抽签，不准转租，困难摊主可缓交一个月。",
            "同意分类定价和抽签办法，从2026年1月中旬起执行。",
            "摊位按新办法抽签完毕，租金按月收取，没有转租。",
            date(2026, 2, 10),
            dissent="肉摊一片不愿抽签，最后单列一类。",
            remark="有两个摊主欠租没有写进公开材料，金额合计一千六百元。",
        ),
        Matter(
            "parking-2026",
            "桥头村停车场划线与收费办法",
            date(2026, 9, 7),
            12000,
            "赶集日车辆乱停，堵住桥头。",
            "镇派出所和摊主建议",
            "两委商定集日收费两元，本村车免费，收入记入集体账。",
            "同意划线方案和收费办法，试行三个月再评议。",
        ),
    ),
    assets="集市摊位132个，出租，按月收租；仓库2座，出租，年租金30,000元，合同到2027年6月；停车场1处，自营；村部房屋12间，自用。",
    charter=("摊位不转租，收摊把地扫净。", "赶集日车辆停到划线处，不堵桥头。", "秤要准，有争议到服务台复秤。"),
    supervision="",
    earned=("11.35", "12.06"),
    appraisal="集市管得活，台账弱，监督委员会主任与书记有隔阂，半年报告迟迟交不上来。",
    remarks={5: "顶棚维修用的是去年剩的彩钢板，省下的料在库房。", 6: "监督委员会半年报告催了三次。"},
    notices=(
        Notice(
            "consult-market",
            "village-consultation",
            date(2026, 2, 25),
            "集市早市时间协商结果",
            "议题：早市几点开秤。参加：摊主、附近住户、市场管理员。结果：夏季五点半、冬季六点半以后开秤，不用喇叭叫卖。落实：由市场管理员巡查。",
        ),
    ),
)

HEYAN = Village(
    id="heyan",
    name="河沿村",
    population=1598,
    households=471,
    hamlets=2,
    groups=5,
    members=44,
    delegates=37,
    intro="河沿村沿河地平水足，这几年建了一片温室大棚。",
    people=("沈卫东", "沈秋萍", "沈长河", "丁爱国", "沈新华", "丁玉芬", "沈茂林", "沈永泉", "丁桂英"),
    inner=("沈汀兰", "丁芦白", "沈砚秋", "丁问潮"),
    opening="62,480.11",
    streams=(
        income("温室大棚承包费", 501, {5: 28800, 11: 9600}, 20, parts=("东棚区", "西棚区")),
        income("光伏发电收入", 501, sunshine(2140), 12, metered=True),
        income("村级组织运转补助", 503, quarterly(9000), 15),
        income("存款利息", 504, interest(52.6, 49.83, 61.2, 66.75), 21),
        income("危房修缮帮扶捐款", 504, {6: 12000}, 5),
        spend("{m}月保洁员工资", 514, each(2800), 26),
        spend("{m}月村组干部误工补贴", 513, each(1800), 27),
        spend("{m}月路灯电费", 514, darkness(447), 10, metered=True),
        spend("{m}月村部水电费", 513, heating(219), 10, metered=True),
        spend("大棚卷帘机维修", 511, {11: 2380, 1: 1760}, 14),
        spend("重阳节慰问老人", 514, {10: 3400}, 28),
        spend("订阅下一年党报党刊", 513, {11: 1290}, 26),
        spend("春节慰问困难户", 514, {2: 4100}, 11),
        spend("河道清漂劳务", 514, {4: 1500, 7: 2100, 9: 1200}, 18),
        spend("危房修缮帮扶料款", 514, {7: 16800, 8: 5400}, 22),
        spend("七一走访老党员", 513, {6: 1750}, 30),
        spend("儿童节图书和文具", 514, {5: 1080}, 29),
    ),
    matters=(
        Matter(
            "greenhouse-2026",
            "河沿村温室大棚对外发包",
            date(2026, 2, 24),
            28800,
            "十二座大棚承包到期，有外村菜农来问。",
            "村股份经济合作社提出",
            "两委商定本村人优先，同样条件抽签，每座年承包费两千四百元。",
            "同意发包方案，承包期两年，先付一年。",
            "十二座大棚全部包出，承包费28,800元5月到账，本村九座、外村三座。",
            date(2026, 6, 3),
            dissent="有人提出外村人承包要加价，没有通过。",
        ),
        Matter(
            "repair-2026",
            "河沿村困难家庭危房修缮帮扶",
            date(2026, 4, 13),
            22200,
            "三户困难家庭房屋漏雨开裂，自己修不起，其中一户有人常年卧床。",
            "村民小组长走访后提出",
            "两委商定由村里买料、党员志愿者出工，钱从捐款和集体积累中出。",
            "同意帮扶三户修缮房屋，花费列入收支公开榜。",
            "三户房屋已修好，用料款22,200元，其中捐款12,000元，集体积累10,200元。",
            date(2026, 9, 10),
            remark="三户的姓名和病情只留在村里台账，材料里不出现。",
            closures=({"对象": "社会", "字段": ["缘由"], "理由": "写到困难家庭的具体情况，只在本村公开"},),
        ),
    ),
    assets="温室大棚12座，发包，年承包费28,800元，合同到2028年5月；光伏板70千瓦，自营；村部房屋11间，自用；河滩地90亩，自管。",
    charter=("大棚废膜统一回收，不焚烧。", "河边不洗农药桶，孩子下河要有大人看着。", "邻里帮工记情不记钱。"),
    supervision="全程看了大棚抽签；发现卷帘机维修没有换下旧件的照片，以后照办；建议捐款收支单独贴一张表。",
    earned=("6.44", "6.98"),
    appraisal="新书记上手快，党员志愿服务叫得响，老主任退下后思想有疙瘩。",
    remarks={6: "捐款人不愿留名，收据开给“热心人”，存根在保险柜。", 8: "修缮余料折价二百元，准备给下一户用，未入账。"},
    notices=(
        Notice(
            "deal-greenhouse",
            "finance-asset-deal",
            date(2026, 3, 20),
            "河沿村温室大棚发包公告",
            "标的：温室大棚12座。承包费：每座每年2,400元。期限：两年，从2026年5月起。报名：3月20日至3月31日，到村部报名，本村人优先，同样条件抽签。",
        ),
    ),
)

# ------------------------------------------------------------------------------------------------------- the townships


@dataclass(frozen=True)
class Figure:
    """One indicator; `value` empty means missing, `**` masked."""

    id: str
    name: str
    theme: str
    value: str
    unit: str
    source: str = ""
    why: str = ""
    remark: str = ""
    period: str = "2026"


@dataclass(frozen=True)
class Dues:
    """Party dues of a quarter: how many owe and paid, how much was owed, paid and used."""

    period: str
    owing: int
    paying: int
    owed: str
    paid: str
    used: str


@dataclass(frozen=True)
class Township:
    slug: str
    name: str
    kind: str
    """镇 or 乡: how its offices are called."""
    code: str
    area: str
    population: int | None
    hamlets: int | None
    groups: int | None
    members: int | None
    intro: str
    people: tuple[str, ...]
    """Secretary, head, deputy secretary, organisation, discipline."""
    contact: str
    villages: tuple[Village, ...]
    figures: tuple[Figure, ...]
    dues: tuple[Dues, ...]
    progress: tuple[str, ...]
    """Key tasks, one text for each quarter from the last of 2025 on."""
    lessons: tuple[str, ...]
    """三会一课, one text for each quarter; for party members."""
    goals: str
    articles: tuple[dict[str, Any], ...]
    appraisal: str

    @property
    def party(self) -> str:
        return f"中共{self.name}委员会"

    @property
    def government(self) -> str:
        return f"{self.name}人民政府"


ANPING_ARTICLE: dict[str, Any] = {
    "编号": "five-grasps-2026",
    "标题": "抓实五件事 建强一个镇",
    "副题": "安平镇加强村级党组织建设的做法",
    "体裁": "经验材料",
    "日期": date(2026, 8, 20),
    "署名": "安平镇党委",
    "导语": "安平镇面积{{ 面积 }}平方公里，人口{{ 人口 }}人，有{{ 党支部数 }}个党支部、{{ 党员总数 }}名党员。"
    "换届以来，镇党委把力气下在村里，从选人、学习、阵地、制度、民生五个方面一件一件地抓，"
    "村里的事有人领、有人办、有人监督。",
    "部分": [
        {
            "标题": "抓选拔，带头人选得准",
            "正文": [
                (
                    "前几年，一些村的班子年纪偏大，守摊子可以，遇到招租、修路、办产业就没有主意。换届以前，镇党委逐村走访，"
                    "听党员和村民代表说心里话，把在外经商的、会技术的、办合作社的请回来参加选举。"
                ),
                (
                    "这一届当选的干部中有能人{{ 能人干部 }}名，其中{{ 企业主干部 }}名办着资产过百万元的企业。"
                    "按全镇{{ 三大职干部 }}名三大职干部计算，能人占{{ (能人干部 / 三大职干部) | 百分比 }}。"
                    "“两委”成员共{{ 两委成员 }}名，平均年龄由{{ 换届前平均年龄 }}岁降到{{ 换届后平均年龄 }}岁，"
                    "年轻了{{ 换届前平均年龄 - 换届后平均年龄 }}岁；有中专以上学历的{{ 中专以上两委成员 }}名，"
                    "占{{ (中专以上两委成员 / 两委成员) | 百分比 }}。各村还储备了后备干部{{ 后备干部 }}名。"
                ),
            ],
        },
        {
            "标题": "抓学习，干部本领长得快",
            "正文": [
                (
                    "年轻干部有干劲，缺的是经验。镇党委每年组织集中学习{{ 集中学习次数 }}次，一季一次，讲政策，也讲账怎么记、会怎么开、"
                    "纠纷怎么劝；每年至少外出参观{{ 外出参观次数 }}次，回来以后每人说一条自己村里能用的办法。"
                ),
                (
                    "王家坪村的委员看了邻县的招租做法，回村建议把门面房公开招租。开始有人担心得罪老租户，"
                    "村里就把底价、租期和报名时间都贴在墙上，同样价格老租户优先，最后一间也没有空着。"
                ),
            ],
        },
        {
            "标题": "抓阵地，群众办事找得到",
            "正文": [
                (
                    "过去有的村部常年锁门，群众盖个章要跑几趟。现在每个村的服务中心都有活动室、图书室、文体室，配了电脑和投影，"
                    "白天有人值班，值班表贴在门口。全镇建成村级服务中心{{ 村级服务中心 }}个，"
                    "总面积{{ 服务中心总面积 }}平方米（尚未统一丈量，量好后补上）。"
                ),
                (
                    "阵地建起来，关键看用不用。镇里每季度看一次值班记录和活动记录，空着的屋子限期用起来，用得好的村在干部会上说说办法。"
                ),
            ],
        },
        {
            "标题": "抓制度，大事小情议得清",
            "正文": [
                (
                    "凡是花大钱、动集体资产的事，一律走“四议两公开”。刘村修果园生产路，从承包户提出到决议公开，"
                    "每一步谁到会、多少人同意都有记录，公示期满才动工；完工以后，花了多少、留了多少质量保证金，也贴在墙上。"
                ),
                (
                    "收支每月一张榜，逐笔的账村里看得到。有人对工程款提出疑问，合作社当面把合同和凭证拿出来，"
                    "三天之内答复清楚。公开栏之外，还给看不清字的老人印了明白卡。"
                ),
                "任期目标年初公开，年底对账：完成得好的表扬，完成得差的谈话提醒，连续两年落后的调整岗位。",
            ],
        },
        {
            "标题": "抓民生，实事好事看得见",
            "正文": [
                (
                    "班子强不强，群众看的是眼前的路、缸里的水。近两年，全镇硬化村内道路{{ 硬化道路 }}公里，"
                    "解决了{{ 饮水受益户 }}户的吃水问题，改造厕所{{ 改厕户数 }}户。"
                ),
                "集体有了收入，办事才有底气。去年全镇村集体经营性收入{{ 集体经营性收入 }}万元，各村的收入和去向都能在公开栏上查到。",
            ],
            "小节": [
                {
                    "标题": "还要接着做的事",
                    "正文": [
                        (
                            "个别村的公开还不够及时，报表有时要催；年轻委员写记录、管档案的功夫还不到家；村集体收入的路子偏窄。"
                            "下一步，镇党委准备让村与村结对，互看账本、互查记录，把公开做成习惯。"
                        )
                    ],
                }
            ],
        },
    ],
    "备注": "送县里前删掉了两个村的落后排名，底稿在组织办。",
}

GAOYUAN_ARTICLE: dict[str, Any] = {
    "编号": "half-year-2026",
    "标题": "高垣乡党委2026年上半年工作报告",
    "体裁": "工作报告",
    "日期": date(2026, 7, 15),
    "署名": "高垣乡党委",
    "导语": "高垣乡离县城{{ 距县城 }}公里，面积约{{ 面积 }}平方公里，有{{ 村委会数 }}个村民委员会、{{ 自然村 }}个自然村，"
    "人口{{ 人口 }}人；党组织{{ 党组织数 }}个，党员{{ 党员总数 }}名，其中农村党员{{ 农村党员 }}名，"
    "占{{ (农村党员 / 党员总数) | 百分比 }}。现将上半年的工作报告如下。",
    "部分": [
        {
            "标题": "做了哪些事",
            "小节": [
                {
                    "标题": "学习和承诺",
                    "正文": [
                        (
                            "坚持每周一、三、五学习，乡干部轮流讲。{{ 村委会数 }}个村共向群众承诺办{{ 承诺事项 }}件实事，平均每村"
                            "{{ (承诺事项 / 村委会数) | 保留(1) }}件，贴在各村公开栏，办成一件销一件。征求意见{{ 征求意见 }}条，建立制度{{ 建立制度 }}项。"
                            "上半年有{{ 优秀村民 }}名优秀村民向党组织靠拢，"
                            "{{ 入党积极分子 }}名成为入党积极分子。"
                        )
                    ],
                },
                {
                    "标题": "阵地建设",
                    "正文": [
                        (
                            "投入{{ 阵地投入 }}万元整修村级活动场所，翻修屋顶{{ 屋顶翻修 }}处，粉刷内墙{{ 内墙粉刷 }}处、外墙{{ 外墙粉刷 }}处。"
                            "乡机关院落整修花了{{ 院落投入 }}万元，硬化地面{{ 院落硬化 }}平方米，"
                            "换屋面{{ 院落屋面 }}平方米，改造供暖{{ 院落供暖 }}平方米。"
                        )
                    ],
                },
                {
                    "标题": "梨园和土地",
                    "正文": [
                        (
                            "春季高接换优{{ 春季高接 }}亩，{{ 嫁接技术员 }}名技术员分成{{ 技术小组 }}个组到地头指导，"
                            "平均每组{{ 嫁接技术员 / 技术小组 }}人，办讲座{{ 嫁接讲座 }}次，{{ 讲座听众 }}人次来听。"
                            "平整土地{{ 平整土地 }}亩，新建果园{{ 新建果园 }}亩。"
                            "办培训{{ 培训期数 }}期，参加{{ 培训人次 }}人次。"
                        )
                    ],
                },
                {
                    "标题": "环境和吃水",
                    "正文": [
                        (
                            "道路两旁绿化{{ 绿化里程 }}公里，花费{{ 绿化投入 }}万元；双泉村更换饮水管道，用项目资金{{ 饮水投入 }}万元，"
                            "后沟两个自然村不再隔天吃水。"
                        )
                    ],
                },
                {
                    "标题": "矛盾化解",
                    "正文": ["一个季度里排查纠纷{{ 排查纠纷 }}件、接待来访{{ 接待来访 }}件，都有承办人、有结果。"],
                },
                {
                    "标题": "重点工作",
                    "正文": [
                        (
                            "全年定了{{ 重点工作 }}件重点工作，上半年完成{{ 已完成重点工作 }}件，完成"
                            "{{ (已完成重点工作 / 重点工作) | 百分比 }}，还有{{ 重点工作 - 已完成重点工作 }}件正在办。"
                        )
                    ],
                },
            ],
        },
        {
            "标题": "有哪些不足",
            "正文": [
                (
                    "一是有的村会议开了、事也办了，记录补得晚，签名不全。二是村集体家底薄，多数村靠补助过日子。"
                    "三是外出的党员多，学习通知发得到，人到不齐。四是人均收入的数字县里还没有核定，报告里先空着：{{ 人均可支配收入 }}元。"
                )
            ],
        },
        {
            "标题": "原因在哪里",
            "正文": [
                (
                    "乡里催得多、教得少，村报账员换了人没有跟上培训；产业刚起步，梨树挂果还要等两三年；党员流动以后联系办法还是老一套。"
                )
            ],
        },
        {
            "标题": "下半年怎么办",
            "正文": [
                (
                    "每月初帮村里对一次账、看一次公开栏；按户查看高接换优的成活情况，补接一批；给外出党员建学习群，每月打一次电话；"
                    "村监督委员会刚补齐人的，下半年起按月看账。"
                )
            ],
        },
    ],
    "备注": "来访十一件里有两件是同一户反复来，会上不点名。",
}

SHIGUAN_ARTICLE: dict[str, Any] = {
    "编号": "five-projects-2026",
    "标题": "五项工程暖了一镇人心",
    "副题": "石关镇农村党建见闻",
    "体裁": "综述",
    "日期": date(2026, 9, 18),
    "署名": "石关镇党委",
    "导语": "赶集这天，桥头村的摊主们抽完签，各自推车进了新划的摊位。几年前，这里每逢集日就要吵一架。"
    "摊位怎么分、租金怎么定，如今都写在墙上。石关镇{{ 行政村数 }}个村，靠五项工程把党员和群众拢到了一起。",
    "部分": [
        {
            "标题": "选配工程：让能干的人站出来",
            "正文": [
                (
                    "全镇{{ 两委干部 }}名“两委”干部都由公推直选产生，连续两届如此。候选人先到会上说打算，再由党员和群众投票。"
                    "平均每村{{ (两委干部 / 行政村数) | 保留(1) }}名干部，谁分管什么，公开栏上一目了然。"
                )
            ],
        },
        {
            "标题": "创优工程：给支部打分",
            "正文": [
                (
                    "镇党委用百分考核给支部打分，一季一评，年底算总账。{{ 村党支部数 }}个村党支部中，"
                    "{{ 五好党支部 }}个达到“五好”标准，占{{ (五好党支部 / 村党支部数) | 百分比 }}。"
                    "今年表彰优秀党员{{ 表彰优秀党员 }}名，名单由各支部自下而上推出来。"
                )
            ],
        },
        {
            "标题": "阵地工程：有个说话的地方",
            "正文": [
                (
                    "镇里规划投入{{ 阵地规划投入 }}万元建设村级阵地，已建文化广场{{ 文化广场 }}个。"
                    "东关村改造广场，换地砖、加路灯、隔出孩子玩的地方，钱从哪里来、花到哪里去，前后贴了四次。"
                )
            ],
        },
        {
            "标题": "帮带工程：干得好有奔头",
            "正文": [
                (
                    "村干部的目标一年一定，评两次，补助分三块发，干得好多补，干得差少补。两年里镇村两级用于这件事的资金"
                    "{{ 三补投入 }}万元。办培训{{ 培训期数 }}期，{{ 培训人次 }}人次参加，平均每期"
                    "{{ 培训人次 / 培训期数 }}人。"
                ),
                (
                    "路修通了，日子也跟着变。全镇修路{{ 修建道路 }}公里；六年间财政收入是原来的{{ 财政收入倍数 }}倍，"
                    "固定资产投资是原来的{{ 固定资产投资倍数 }}倍，人均纯收入是原来的{{ 人均纯收入倍数 }}倍。"
                    "今年的重点项目有{{ 重点项目数 }}个，数字核实以后再公布。"
                ),
            ],
        },
        {
            "标题": "暖心工程：难处有人问",
            "正文": [
                (
                    "党员生病必访、家有丧事必访、遇灾必访、思想有疙瘩必访、外出回乡必访，是支部书记的规矩。"
                    "今年走访困难党员{{ 走访困难党员 }}名，其中{{ 致富困难党员 }}名找到了增收的门路，"
                    "占{{ (致富困难党员 / 走访困难党员) | 百分比 }}。外出的流动党员{{ 流动党员 }}名，逢年过节支部都打个电话。"
                ),
                "河沿村三户困难人家的房子漏了，村里买料，党员出工，一个夏天修好。没有人留名，只在公开榜上写清花了多少钱。",
            ],
        },
    ],
    "备注": "稿中摊主抽签的场面由记者代笔，桥头村肉摊争执一段按镇里意见删去。",
}

SHIGUAN_DRAFT: dict[str, Any] = {
    "编号": "plan-2027-draft",
    "标题": "石关镇2027年党建工作计划（讨论稿）",
    "体裁": "计划",
    "日期": date(2026, 10, 12),
    "署名": "石关镇党委",
    "导语": "这是讨论稿，没有经过党委会研究，不对外公开。",
    "部分": [
        {
            "标题": "拟抓的几件事",
            "正文": [
                "拟调整两个村的监督委员会主任，先征求意见；拟把停车收费试点扩大到镇区；拟压缩会议，一月只开一次村干部例会。"
            ],
        }
    ],
    "备注": "人选酝酿阶段，讨论稿只发五位委员。",
}

ANPING = Township(
    slug="anping",
    name="安平镇",
    kind="镇",
    code="990101101",
    area="91.03",
    population=53115,
    hamlets=None,
    groups=None,
    members=1460,
    intro="安平镇是虚构的乡镇，用来演示公开网站。全镇19个村，这里录入了其中3个村的记录。",
    people=("陆承平", "白雪松", "谭明辉", "严立华", "崔正清"),
    contact="段介山",
    villages=(LIUCUN, WANGJIAPING, XIHE),
    figures=(
        Figure("members", "党员总数", "党建", "1,460", "名", "党内统计年报", period="2025"),
        Figure("branches", "党支部数", "党建", "33", "个", "党内统计年报", period="2025"),
        Figure("villages", "行政村数", "基本情况", "19", "个", "镇党政办"),
        Figure("study", "集中学习次数", "党建", "4", "次", "镇党委学习计划"),
        Figure("visits", "外出参观次数", "党建", "2", "次", "镇党委学习计划"),
        Figure("able", "能人干部", "干部队伍", "23", "名", "换届工作总结"),
        Figure("owners", "企业主干部", "干部队伍", "3", "名", "换届工作总结"),
        Figure("main-posts", "三大职干部", "干部队伍", "57", "名", "换届工作总结"),
        Figure("two-committees", "两委成员", "干部队伍", "133", "名", "换届工作总结"),
        Figure("age-before", "换届前平均年龄", "干部队伍", "56", "岁", "换届工作总结"),
        Figure("age-after", "换届后平均年龄", "干部队伍", "42", "岁", "换届工作总结"),
        Figure("schooling", "中专以上两委成员", "干部队伍", "83", "名", "换届工作总结"),
        Figure("reserve", "后备干部", "干部队伍", "**", "名", "换届工作总结"),
        Figure("centres", "村级服务中心", "阵地建设", "19", "个", "镇党政办"),
        Figure("centre-area", "服务中心总面积", "阵地建设", "", "平方米", "镇党政办", "各村尚未统一丈量"),
        Figure("roads", "硬化道路", "民生实事", "18.6", "公里", "镇村建站"),
        Figure("water", "饮水受益户", "民生实事", "2,318", "户", "镇水利站"),
        Figure("toilets", "改厕户数", "民生实事", "1,126", "户", "镇村建站"),
        Figure("earned-2024", "集体经营性收入", "集体经济", "171.35", "万元", "镇会计服务中心", period="2024"),
        Figure("earned-2025", "集体经营性收入", "集体经济", "186.40", "万元", "镇会计服务中心", period="2025"),
        Figure("probation", "预备党员", "党内统计", "37", "名", "党内统计年报", period="2025"),
        Figure("reviewed", "民主评议参评党员", "党内统计", "1,391", "名", "民主评议汇总表", period="2025"),
        Figure("excellent", "民主评议优秀", "党内统计", "287", "名", "民主评议汇总表", period="2025"),
        Figure("basic", "民主评议基本合格", "党内统计", "19", "名", "民主评议汇总表", period="2025"),
        Figure(
            "floating",
            "流动党员失联",
            "党内统计",
            "11",
            "名",
            "流动党员台账",
            period="2025",
            remark="名单由组织办掌握，每月联系一次。",
        ),
        Figure(
            "petition",
            "待核实信访件",
            "内部掌握",
            "6",
            "件",
            "镇信访台账",
            remark="其中两件涉及门面房招租，已转监督委员会。",
        ),
        Figure(
            "weak",
            "班子研判较弱村",
            "内部掌握",
            "2",
            "个",
            "班子研判记录",
            remark="西河村宣传委员、王家坪村委员配合问题列入年底研判。",
        ),
    ),
    dues=(
        Dues("2025-Q4", 1437, 1431, "21,847.60", "21,768.20", "6,315.40"),
        Dues("2026-Q1", 1442, 1433, "21,906.80", "21,774.50", "4,872.90"),
        Dues("2026-Q2", 1439, 1436, "21,861.30", "21,825.70", "9,463.15"),
        Dues("2026-Q3", 1446, 1438, "21,953.10", "21,847.90", "3,728.35"),
    ),
    progress=(
        "刘村果园道路完成四议两公开，等待春季开工；各村完成年底收支核对；冬季供暖和饮水设施检查一遍，发现冻裂隐患两处，已修。问题：个别村报账慢。下一步：开一次报账员培训。",
        "春灌渠道清淤开工；门面房、鱼塘等集体资产合同清理完毕；春节走访困难户。问题：有的合同没有写清违约责任。下一步：由司法所帮助补签。",
        "刘村果园道路开工并铺完一半；西河村公厕改建挨户征求意见；防汛物资备齐。问题：雨水多，工期比计划慢一周。下一步：晴天抢工，月底再看。",
        "刘村果园道路完工验收；路灯节能改造通过决议；公厕改建动工。问题：公示材料有时不配照片。下一步：村报账员统一拍照存档。",
    ),
    lessons=(
        "33个支部召开支部党员大会33次，支部委员会94次，上党课31次，两个支部党课改到下季度补上。",
        "33个支部召开支部党员大会33次，支部委员会97次，上党课33次；组织生活会全部开完。",
        "33个支部召开支部党员大会33次，支部委员会96次，上党课35次，其中书记讲课20次。",
        "33个支部召开支部党员大会32次，支部委员会95次，上党课33次，一个支部因换书记推迟一次。",
    ),
    goals="全镇重点任务：硬化两条生产道路；改建三座公厕；每月收支按期上墙；培训报账员两次；集体经营性收入有增长。由镇党委书记负总责，分管领导分工负责，12月底以前完成。",
    articles=(ANPING_ARTICLE,),
    appraisal="镇党委书记到任三年，思路清，工作节奏偏快，要注意听村里的意见。",
)

GAOYUAN = Township(
    slug="gaoyuan",
    name="高垣乡",
    kind="乡",
    code="990101205",
    area="208",
    population=10162,
    hamlets=52,
    groups=58,
    members=437,
    intro="高垣乡是虚构的乡镇，用来演示公开网站。全乡14个村，这里录入了其中4个村的记录。",
    people=("方远志", "姚春雷", "潘向阳", "金慧敏", "萧和平"),
    contact="卜青岩",
    villages=(SHUANGQUAN, NIANGOU, BAICAOWA, SHANGZHUANG),
    figures=(
        Figure("distance", "距县城", "基本情况", "25", "公里", "乡党政办"),
        Figure("committees", "村委会数", "基本情况", "14", "个", "乡党政办"),
        Figure("organisations", "党组织数", "党建", "16", "个", "党内统计年报", period="2025"),
        Figure("rural-organisations", "农村党组织数", "党建", "14", "个", "党内统计年报", period="2025"),
        Figure("members", "党员总数", "党建", "437", "名", "党内统计年报", period="2025"),
        Figure("rural-members", "农村党员", "党建", "372", "名", "党内统计年报", period="2025"),
        Figure("good", "优秀村民", "党建", "39", "名", "乡组织办", period="2026-H1"),
        Figure("activists", "入党积极分子", "党建", "15", "名", "乡组织办", period="2026-H1"),
        Figure("promises", "承诺事项", "党建", "64", "件", "承诺公开汇总表", period="2026-H1"),
        Figure("suggestions", "征求意见", "党建", "120", "条", "乡组织办（原件写“余”，记整数）", period="2026-H1"),
        Figure("rules", "建立制度", "党建", "20", "项", "乡组织办（原件写“余”，记整数）", period="2026-H1"),
        Figure("key-works", "重点工作", "党建", "12", "件", "乡党委年度计划"),
        Figure("key-works-done", "已完成重点工作", "党建", "8", "件", "乡党委督查表", period="2026-H1"),
        Figure("venue-cost", "阵地投入", "阵地建设", "15", "万元", "乡会计服务中心", period="2026-H1"),
        Figure("roofs", "屋顶翻修", "阵地建设", "10", "处", "阵地整修验收表", period="2026-H1"),
        Figure("inner-walls", "内墙粉刷", "阵地建设", "11", "处", "阵地整修验收表", period="2026-H1"),
        Figure("outer-walls", "外墙粉刷", "阵地建设", "9", "处", "阵地整修验收表", period="2026-H1"),
        Figure("furniture", "更换家具", "阵地建设", "2", "套", "阵地整修验收表", period="2026-H1"),
        Figure("boards", "制作展板", "阵地建设", "5", "套", "阵地整修验收表", period="2026-H1"),
        Figure("yard-cost", "院落投入", "阵地建设", "25", "万元", "乡会计服务中心", period="2026-H1"),
        Figure("yard-paved", "院落硬化", "阵地建设", "1,200", "平方米", "阵地整修验收表", period="2026-H1"),
        Figure("yard-roof", "院落屋面", "阵地建设", "500", "平方米", "阵地整修验收表", period="2026-H1"),
        Figure("yard-heating", "院落供暖", "阵地建设", "980", "平方米", "阵地整修验收表", period="2026-H1"),
        Figure("grafted", "春季高接", "产业发展", "1,800", "亩", "乡林果站", period="2026-H1"),
        Figure("technicians", "嫁接技术员", "产业发展", "28", "名", "乡林果站", period="2026-H1"),
        Figure("teams", "技术小组", "产业发展", "4", "个", "乡林果站", period="2026-H1"),
        Figure("talks", "嫁接讲座", "产业发展", "20", "次", "乡林果站（原件写“余”，记整数）", period="2026-H1"),
        Figure("listeners", "讲座听众", "产业发展", "400", "人次", "乡林果站（原件写“余”，记整数）", period="2026-H1"),
        Figure("levelled", "平整土地", "产业发展", "7,700", "亩", "乡农业站", period="2026-H1"),
        Figure("orchards", "新建果园", "产业发展", "3,000", "亩", "乡林果站", period="2026-H1"),
        Figure("trainings", "培训期数", "产业发展", "28", "期", "乡农业站", period="2026-H1"),
        Figure("trained", "培训人次", "产业发展", "1,600", "人次", "乡农业站", period="2026-H1"),
        Figure("greened", "绿化里程", "民生实事", "4", "公里", "乡村建站", period="2026-H1"),
        Figure("green-cost", "绿化投入", "民生实事", "3.6", "万元", "乡村建站", period="2026-H1"),
        Figure("water-cost", "饮水投入", "民生实事", "11", "万元", "乡水利站", period="2026-H1"),
        Figure("cleaning-cost", "环境整治投入", "民生实事", "2", "万元", "乡村建站", period="2026-H1"),
        Figure("cleaning-year", "年保洁经费", "民生实事", "2.5", "万元", "乡村建站"),
        Figure("new-village", "新村规划投资", "民生实事", "60", "万元", "乡村建站"),
        Figure("disputes", "排查纠纷", "民生实事", "28", "件", "乡综治台账", period="2026-Q2"),
        Figure("petitions", "接待来访", "民生实事", "11", "件", "乡综治台账", period="2026-Q2"),
        Figure("per-head", "人均可支配收入", "民生实事", "", "元", "县统计局", "县统计部门尚未核定", period="2025"),
        Figure("survival", "高接成活率", "产业发展", "**", "%", "乡林果站", period="2026-H1"),
        Figure("earned-2024", "集体经营性收入", "集体经济", "28.74", "万元", "乡会计服务中心", period="2024"),
        Figure("earned-2025", "集体经营性收入", "集体经济", "31.06", "万元", "乡会计服务中心", period="2025"),
        Figure("probation", "预备党员", "党内统计", "13", "名", "党内统计年报", period="2025"),
        Figure("reviewed", "民主评议参评党员", "党内统计", "409", "名", "民主评议汇总表", period="2025"),
        Figure("excellent", "民主评议优秀", "党内统计", "86", "名", "民主评议汇总表", period="2025"),
        Figure(
            "floating",
            "流动党员",
            "党内统计",
            "73",
            "名",
            "流动党员台账",
            period="2025",
            remark="有九名半年没有联系上，正托亲属捎话。",
        ),
        Figure(
            "repeat",
            "重复来访户",
            "内部掌握",
            "1",
            "户",
            "乡综治台账",
            remark="该户诉求已三级终结，乡里继续做思想工作。",
        ),
        Figure(
            "vacant",
            "监督委员会缺员村",
            "内部掌握",
            "1",
            "个",
            "乡纪委台账",
            remark="碾沟村六月补选到位，监督报告由乡农经站代查。",
        ),
    ),
    dues=(
        Dues("2025-Q4", 425, 421, "5,218.40", "5,176.90", "1,384.60"),
        Dues("2026-Q1", 428, 419, "5,247.20", "5,139.80", "1,067.25"),
        Dues("2026-Q2", 431, 424, "5,283.70", "5,204.10", "2,356.80"),
        Dues("2026-Q3", 429, 426, "5,266.50", "5,231.30", "948.70"),
    ),
    progress=(
        "双泉村饮水管道换新通过决议，材料备齐；冬季防火值班排到户；年底各村账目核对完毕。问题：天冷不能开挖。下一步：开春动工。",
        "双泉村饮水管道开挖；春季高接换优备好接穗，技术员分组到村；护林防火没有发生火情。问题：接穗紧，晚到三天。下一步：抢晴天嫁接。",
        "饮水管道更换完成大半；高接换优结束；碾沟村部屋顶翻修完工。问题：有的村记录补得晚。下一步：乡里派人帮着理。",
        "饮水管道验收通水；白草洼村防火通道整修通过决议；秋收和防火准备同步。问题：外出人多，义务工难约。下一步：改用台班结算。",
    ),
    lessons=(
        "16个党组织召开党员大会16次，委员会45次，上党课14次，大雪封路耽搁两次。",
        "16个党组织召开党员大会16次，委员会47次，上党课16次，组织生活会开完。",
        "16个党组织召开党员大会16次，委员会48次，上党课17次，田间党课6次。",
        "16个党组织召开党员大会15次，委员会46次，上党课16次，一个支部秋收后补开。",
    ),
    goals="全乡重点任务十二件：更换双泉村饮水管道；高接换优扩面；翻修村部屋顶；每月收支按期上墙；补齐村监督委员会缺员等。由乡党委书记负总责，按季公布进度。",
    articles=(GAOYUAN_ARTICLE,),
    appraisal="山区乡，干部稳定，执行力强，文字材料弱。",
)

SHIGUAN = Township(
    slug="shiguan",
    name="石关镇",
    kind="镇",
    code="990102103",
    area="64.7",
    population=None,
    hamlets=None,
    groups=None,
    members=None,
    intro="石关镇是虚构的乡镇，用来演示公开网站。全镇13个村，这里录入了其中3个村的记录。全镇人口数没有收到，暂时空着。",
    people=("叶振华", "余文博", "汤建平", "苏丽萍", "童立群"),
    contact="向野航",
    villages=(DONGGUAN, QIAOTOU, HEYAN),
    figures=(
        Figure("villages", "行政村数", "基本情况", "13", "个", "镇党政办"),
        Figure("branches", "村党支部数", "党建", "13", "个", "党内统计年报", period="2025"),
        Figure("five-good", "五好党支部", "党建", "13", "个", "百分考核汇总表", period="2025"),
        Figure("commended", "表彰优秀党员", "党建", "100", "名", "镇组织办"),
        Figure("cadres", "两委干部", "干部队伍", "83", "名", "换届工作总结"),
        Figure("trainings", "培训期数", "干部队伍", "4", "期", "镇组织办"),
        Figure("trained", "培训人次", "干部队伍", "400", "人次", "镇组织办"),
        Figure("venue-plan", "阵地规划投入", "阵地建设", "1,600", "万元", "镇党委规划"),
        Figure("squares", "文化广场", "阵地建设", "15", "个", "镇文化站"),
        Figure("subsidies", "三补投入", "干部队伍", "2,600", "万元", "镇会计服务中心", period="2025"),
        Figure("roads", "修建道路", "民生实事", "270", "公里", "镇村建站", period="2025"),
        Figure("revenue", "财政收入倍数", "产业发展", "6", "倍", "镇财政所", period="2025"),
        Figure("investment", "固定资产投资倍数", "产业发展", "2.9", "倍", "镇统计站", period="2025"),
        Figure("net-income", "人均纯收入倍数", "产业发展", "4", "倍", "镇统计站", period="2025"),
        Figure("projects", "重点项目数", "产业发展", "", "个", "镇经济办", "原件没有写，正在核实"),
        Figure("visited", "走访困难党员", "党建", "160", "名", "镇组织办"),
        Figure("prospering", "致富困难党员", "党建", "40", "名", "镇组织办"),
        Figure("floating", "流动党员", "党建", "**", "名", "流动党员台账"),
        Figure("earned-2024", "集体经营性收入", "集体经济", "231.90", "万元", "镇会计服务中心", period="2024"),
        Figure("earned-2025", "集体经营性收入", "集体经济", "248.35", "万元", "镇会计服务中心", period="2025"),
        Figure("probation", "预备党员", "党内统计", "21", "名", "党内统计年报", period="2025"),
        Figure("reviewed", "民主评议参评党员", "党内统计", "667", "名", "民主评议汇总表", period="2025"),
        Figure("excellent", "民主评议优秀", "党内统计", "158", "名", "民主评议汇总表", period="2025"),
        Figure(
            "ordered",
            "限期改正党员",
            "党内统计",
            "3",
            "名",
            "民主评议汇总表",
            period="2025",
            remark="三名都在外务工，谈话用电话，没有签字。",
        ),
        Figure(
            "arrears",
            "欠租摊位",
            "内部掌握",
            "2",
            "个",
            "桥头村合作社台账",
            remark="欠租一千六百元，年底前收不回就收摊位。",
        ),
        Figure(
            "late-report",
            "监督报告催办次数",
            "内部掌握",
            "3",
            "次",
            "镇纪委台账",
            remark="桥头村半年监督报告仍未交，拟约谈。",
        ),
    ),
    dues=(
        Dues("2025-Q4", 683, 679, "9,864.60", "9,812.30", "2,947.15"),
        Dues("2026-Q1", 686, 671, "9,907.40", "9,698.80", "2,113.90"),
        Dues("2026-Q2", 684, 682, "9,876.20", "9,851.70", "5,286.45"),
        Dues("2026-Q3", 691, 687, "9,974.50", "9,923.60", "1,839.20"),
    ),
    progress=(
        "东关村文化广场改造方案通过决议；集贸市场摊位租金调整征求意见；冬季消防检查铺面和厂房。问题：部分灭火器过期。下一步：月底前换完。",
        "东关村股份分红发到户；广场改造完成招标；集市早市时间经协商定了下来。问题：个别材料晚交。下一步：定专人收。",
        "广场改造主体完工；河沿村大棚全部包出；防汛演练一次。问题：河道漂浮物清理不及时。下一步：按月清漂。",
        "广场验收并结算；河沿村困难家庭房屋修好；桥头村停车场办法通过决议。问题：一个村的监督报告没有按时交。下一步：镇纪委督促补交。",
    ),
    lessons=(
        "13个村党支部召开党员大会13次，支部委员会39次，上党课12次，一课改为观看录像。",
        "13个村党支部召开党员大会13次，支部委员会38次，上党课13次，组织生活会开完。",
        "13个村党支部召开党员大会13次，支部委员会39次，上党课15次，请老党员讲课3次。",
        "13个村党支部召开党员大会13次，支部委员会37次，上党课13次，两次会议合并召开。",
    ),
    goals="全镇重点任务：改造东关村文化广场；规范集贸市场；办好大棚发包；每月收支按期上墙；走访困难党员不漏一户。由镇党委书记负总责，按季公布进度。",
    articles=(SHIGUAN_ARTICLE, SHIGUAN_DRAFT),
    appraisal="条件好，争先意识强，宣传多于总结，账目底稿要再实一些。",
)

TOWNSHIPS = (ANPING, GAOYUAN, SHIGUAN)

# ----------------------------------------------------------------------------------------- what goes as in real life

LATE = {("wangjiaping", "2025-12"): date(2026, 1, 20), ("baicaowa", "2026-02"): date(2026, 3, 18)}
"""Sheets that were posted too late."""
LATE_PROGRESS = {("shiguan", "2026-Q1"): date(2026, 4, 20)}
UNAPPROVED = ("shangzhuang", "2026-09")
"""A sheet that was proposed and reviewed, but not approved: overdue, and read by nobody but reviewers."""
NOT_REPORTED = "qiaotou"
"""Whose supervision committee has not reported on the first half of 2026: overdue."""
BOARD_ONLY = "dongguan"
"""Whose supervision report hung on the board only, and has been taken down."""
EXEMPT = "niangou"
EXEMPT_REASON = (
    "村务监督委员会缺两名委员，2026年6月才补选到位，上半年没有单独的监督报告；账目由乡农经站代查，结果随乡里的检查公布"
)

OBJECTIONS = {
    ("liucun", "2026-05"): {
        "日期": date(2026, 6, 15),
        "提出人": "刘蓄锐",
        "内容": "生产道路才修了一半，为什么第一笔就付了七万二千元？",
        "答复": "合同写明路面铺到一半时付六成，5月25日由村务监督委员会和三名村民代表量过长度才付款，合同和凭证可以到村部查看。",
        "答复日期": date(2026, 6, 17),
    }
}
CORRECTIONS = {
    ("xihe", "2026-04"): {
        "日期": date(2026, 5, 19),
        "更正项": "支出“春季栽树苗木款”",
        "原为": "1,860.00",
        "改为": "1,680.00",
        "理由": "录入时把两位数字写颠倒了，支出合计、期末结存和银行存款已同时更正",
    }
}
DECISION_CORRECTIONS = {
    "shuangquan-pipe-2025": {
        "日期": date(2025, 12, 3),
        "更正项": "公开栏上“提议”的日期",
        "原为": "2025-11-07",
        "改为": "2025-11-17",
        "理由": "抄写时漏了一个字，会议记录上是11月17日",
    }
}
PHOTOS = {("liucun", "2026-03"): "board-liucun-2026-03.png", "shuangquan-pipe-2025": "board-shuangquan-pipe.png"}

OPINIONS = (
    "{month}月{handler}经手的一笔补了验收人签名，以后当场签。",
    "审核时{name}有一张收据日期写在月末之后，已退回重开（{month}月）。",
    "{month}月路灯电费与电表抄数差两度，{handler}已去供电所核对。",
    "{name}{month}月误工补贴的考勤表字迹不清，请重抄一份附后。",
    "{month}月的现金留得偏多，提醒{handler}及时存行。",
)
NOTES = (
    "{month}月公开栏玻璃门锁坏了，{name}借用村部门口的展板贴了两天。",
    "{name}{month}月这张榜打印时缺墨，重打一次，旧的已撕掉销毁。",
    "张榜照片由{handler}拍的，手机日期不准，照片另存（{month}月）。",
    "{name}{month}月有两位老人来问光看不懂，{handler}当场念了一遍。",
)
SEAT_REMARKS = {
    "王红梅": "想进城带孙子，年底可能辞职，先找好接手的人。",
    "张爱华": "笔头好，镇里想借调半年，村里不同意。",
    "侯士杰": "去年述职得票靠后，谈过一次话，态度诚恳。",
    "石改明": "长期在外跑车，值班由妇女委员顶，需要规范。",
    "邓国梁": "与一家承租户是亲戚，招租时已回避。",
    "彭继红": "正在读函授，明年毕业。",
}
CHARTER = (
    "遵纪守法，邻里和睦，有话好好说。",
    "爱护公物，路灯、健身器材坏了及时报修。",
    "房前屋后自己扫，垃圾入桶。",
    "赡养老人，爱护孩子，不打骂家人。",
    "集体的钱和物大家监督，收支每月上墙。",
    "不赌博，不搞迷信活动。",
)
NUMERALS = "一二三四五六七八九十"

# ------------------------------------------------------------------------------------------------------- writing YAML


class Plain(str):
    """Text that is written without quotes, whatever YAML would take it for."""

    __slots__ = ()


class Flow(list[Any]):
    """A short list on one line."""


class Inline(dict[str, Any]):
    """A small mapping on one line."""


@dataclass(frozen=True)
class Noted:
    """A record with the comment above it."""

    record: dict[str, Any]
    note: str = ""


def yuan(amount: Decimal | str) -> Plain:
    """`12,000.00`."""
    return Plain(f"{Decimal(str(amount).replace(',', '')):,.2f}")


def bare(amount: Decimal) -> Plain:
    """`12000.00`, for where a comma would end the value."""
    return Plain(f"{amount:.2f}")


def _yaml() -> YAML:
    yaml = YAML()
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 100_000  # a paragraph stays on its line: a fold would put a blank between two characters

    yaml.representer.ignore_aliases = lambda data: True  # one date in two places is written twice

    def plain(representer: Any, text: Plain) -> Any:
        kind = "int" if text.isdigit() else "float" if text.replace(".", "", 1).isdigit() else "str"
        return representer.represent_scalar(f"tag:yaml.org,2002:{kind}", str(text))

    yaml.representer.add_representer(Plain, plain)
    return yaml


YAML_WRITER = _yaml()


def _node(value: Any) -> Any:
    if isinstance(value, Mapping):
        node = CommentedMap({key: _node(child) for key, child in value.items()})
        if isinstance(value, Inline):
            node.fa.set_flow_style()
        return node
    if isinstance(value, (list, tuple)):
        children = CommentedSeq([_node(child) for child in value])
        if isinstance(value, Flow):
            children.fa.set_flow_style()
        return children
    return value


def _text(noted: Noted) -> str:
    out = io.StringIO()
    YAML_WRITER.dump(
        _node({label: value for label, value in noted.record.items() if value not in (None, "", [], ())}), out
    )
    lines = out.getvalue().splitlines()
    above = f"# {noted.note}\n" if noted.note else ""
    return above + "".join(f"{'- ' if index == 0 else '  '}{line}".rstrip() + "\n" for index, line in enumerate(lines))


def write(path: Path, head: Iterable[str], records: Iterable[Noted]) -> None:
    """One data file: what the clerk should know, then the records."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(f"# {line}\n" for line in head) + "".join("\n" + _text(noted) for noted in records)
    path.write_text(text, encoding="utf-8", newline="\n")


# -------------------------------------------------------------------------------------------------------------- days


def _days_off() -> tuple[set[date], set[date]]:
    off: set[date] = set()
    worked: set[date] = set()
    for path in sorted((ROOT / "data/catalogue/holidays").glob("*.yml")):
        year = YAML(typ="safe").load(path)
        worked.update(year.get("上班", ()))
        for holiday in year["放假"]:
            off.update(holiday["自"] + timedelta(days=n) for n in range((holiday["至"] - holiday["自"]).days + 1))
    return off, worked


OFF, WORKED = _days_off()


def is_workday(day: date) -> bool:
    return day in WORKED or (day.weekday() < 5 and day not in OFF)


def workday(day: date, step: int = 1) -> date:
    """The day itself, or the next working day (the last one with step −1)."""
    while not is_workday(day):
        day += timedelta(days=step)
    return day


def before(day: date, workdays: int) -> date:
    for _ in range(workdays):
        day = workday(day - timedelta(days=1), -1)
    return day


def month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def past(day: date) -> date | None:
    """The day, unless it is still to come."""
    return day if day <= TODAY else None


# ----------------------------------------------------------------------------------------------------- places, people


def places(township: Township) -> list[Noted]:
    slug = township.slug
    office = f"{township.name}政府大院"
    found = [
        Noted(
            {
                "编号": slug,
                "名称": township.name,
                "级别": "乡镇",
                "示例": "是",
                "启用日期": SINCE,
                "适用规定": "demo-province",
                "区划代码": Plain(township.code),
                "面积": Plain(township.area),
                "人口": township.population,
                "自然村": township.hamlets,
                "村民小组": township.groups,
                "简介": township.intro,
                "办公地址": office,
                "公开电话": phone(township, 0, 1),
                "监督电话": phone(township, 0, 2),
                "联络人": township.contact,
            },
            "启用日期以前的事项不检查。",
        )
    ]
    for number, village in enumerate(township.villages, 1):
        found.append(
            Noted(
                {
                    "编号": village.id,
                    "名称": village.name,
                    "级别": "村",
                    "上级": slug,
                    "区划代码": Plain(f"{township.code}{200 + number}"),
                    "人口": village.population,
                    "户数": village.households,
                    "自然村": village.hamlets,
                    "村民小组": village.groups,
                    "简介": village.intro,
                    "办公地址": f"{village.name}村部",
                    "公开电话": phone(township, number, 1),
                    "监督电话": phone(township, number, 2),
                    "联络人": village.inner[3],
                }
            )
        )
    return found


def phone(township: Township, place: int, line: int) -> str:
    """A number that cannot exist."""
    return f"0571-0000{TOWNSHIPS.index(township) + 1}{place}0{line}"


def seat(post: str, name: str, duty: str) -> Inline:
    remark = SEAT_REMARKS.get(name) if post == "委员" or "副" in post else None
    return Inline({"职务": post, "姓名": name, "分工": duty} | ({"备注": remark} if remark else {}))


def organisations(township: Township) -> list[Noted]:
    secretary, head, deputy, organiser, discipline = township.people
    office = "乡长" if township.kind == "乡" else "镇长"
    found = [
        Noted(
            {
                "编号": f"{township.slug}-party",
                "名称": township.party,
                "类别": "乡镇党委",
                "地方": township.slug,
                "党员数": township.members,
                "成立日期": date(2021, 7, 6),
                "任期": "2021年至2026年",
                "班子": [
                    Inline({"职务": "书记", "姓名": secretary, "分工": "主持党委全面工作"}),
                    Inline({"职务": "副书记", "姓名": head, "分工": f"主持{township.kind}政府工作"}),
                    Inline({"职务": "副书记", "姓名": deputy, "分工": "党建、党务公开"}),
                    Inline({"职务": "组织委员", "姓名": organiser, "分工": "组织、干部、党员教育"}),
                    Inline({"职务": "纪委书记", "姓名": discipline, "分工": "纪律检查、公开监督"}),
                ],
                "办公电话": phone(township, 0, 1),
                "内部评价": township.appraisal,
            }
        ),
        Noted(
            {
                "编号": f"{township.slug}-government",
                "名称": township.government,
                "类别": "乡镇政府",
                "地方": township.slug,
                "成立日期": date(2021, 11, 18),
                "任期": "2021年至2026年",
                "班子": [Inline({"职务": office, "姓名": head, "分工": "主持全面工作，财政、村务公开"})],
                "办公电话": phone(township, 0, 3),
            }
        ),
    ]
    for number, village in enumerate(township.villages, 1):
        found += _village_organisations(township, village, number)
    return found


def _village_organisations(township: Township, village: Village, number: int) -> list[Noted]:
    p = village.people
    term = {"成立日期": date(2025, 9, 10 + number), "任期": "2025年至2030年"}
    desk = phone(township, number, 1)
    return [
        Noted(
            {
                "编号": f"{village.id}-branch",
                "名称": village.branch,
                "类别": "党支部",
                "地方": village.id,
                "上级": f"{township.slug}-party",
                "党员数": village.members,
                **term,
                "班子": [
                    seat("书记", p[0], "主持支部工作"),
                    seat("组织委员", p[1], "组织、党员发展"),
                    seat("宣传委员", p[2], "宣传、党务公开"),
                ],
                "办公电话": desk,
                "内部评价": village.appraisal,
            },
            village.name,
        ),
        Noted(
            {
                "编号": f"{village.id}-committee",
                "名称": village.committee,
                "类别": "村民委员会",
                "地方": village.id,
                **term,
                "班子": [
                    seat("主任", p[0], "主持村民委员会工作"),
                    seat("副主任", p[3], "基础设施、环境卫生"),
                    seat("委员", p[4], "调解、治安"),
                    seat("委员", p[5], "妇女儿童、民政救助"),
                ],
                "办公电话": desk,
            }
        ),
        Noted(
            {
                "编号": f"{village.id}-supervision",
                "名称": village.supervisors,
                "类别": "村务监督委员会",
                "地方": village.id,
                **term,
                "班子": [
                    seat("主任", p[6], "主持监督工作"),
                    seat("委员", p[7], "财务监督"),
                    seat("委员", p[8], "村务公开监督"),
                ],
                "办公电话": phone(township, number, 2),
            }
        ),
        Noted(
            {
                "编号": f"{village.id}-collective",
                "名称": village.collective,
                "类别": "农村集体经济组织",
                "地方": village.id,
                **term,
                "班子": [
                    seat("理事长", p[0], "主持合作社工作"),
                    seat("理事", p[3], "资产资源管理"),
                    seat("理事", p[2], "合同、台账"),
                    seat("监事长", p[1], "监督合作社财务"),
                ],
                "办公电话": desk,
            }
        ),
    ]


# ------------------------------------------------------------------------------------------------------------- figures


def indicators(township: Township) -> list[Noted]:
    found = []
    for one in township.figures:
        found.append(
            Noted(
                {
                    "编号": f"{township.slug}-{one.id}",
                    "地方": township.slug,
                    "名称": one.name,
                    "主题": one.theme,
                    "期间": Plain(one.period),
                    "数值": one.value if one.value == "**" else Plain(one.value) if one.value else None,
                    "单位": one.unit,
                    "缺失原因": one.why,
                    "来源": one.source,
                    "备注": one.remark,
                },
                {"": "原件没有这个数。", "**": "原件遮盖，照写 **。"}.get(one.value, ""),
            )
        )
    for village in township.villages:
        for year, amount in zip((2024, 2025), village.earned, strict=True):
            found.append(
                Noted(
                    {
                        "编号": f"{village.id}-earned-{year}",
                        "地方": village.id,
                        "名称": "集体经营性收入",
                        "主题": "集体经济",
                        "期间": year,
                        "数值": Plain(amount),
                        "单位": "万元",
                        "来源": f"{village.collective}年度账",
                    }
                )
            )
    for dues in township.dues:
        rows = (
            ("owing", "应交党费人数", Plain(f"{dues.owing:,}"), "人"),
            ("paying", "实交党费人数", Plain(f"{dues.paying:,}"), "人"),
            ("owed", "应交党费", yuan(dues.owed), "元"),
            ("paid", "实交党费", yuan(dues.paid), "元"),
            ("used", "党费支出", yuan(dues.used), "元"),
        )
        for code, name, value, unit in rows:
            found.append(
                Noted(
                    {
                        "编号": f"{township.slug}-dues-{code}-{dues.period.lower()}",
                        "地方": township.slug,
                        "名称": name,
                        "主题": "党费",
                        "期间": dues.period,
                        "数值": value,
                        "单位": unit,
                        "来源": "党费收缴台账",
                    },
                    f"{dues.period[:4]}年第{dues.period[-1]}季度党费，只在党内公开。" if code == "owing" else "",
                )
            )
    return found


# ------------------------------------------------------------------------------------------------------------- finance

LIUCUN_MARCH = Decimal("86420.00")


def net(village: Village, month: int) -> Decimal:
    amounts = [(s.spending, s.amount(village.id, month)) for s in village.streams if month in s.amounts]
    return sum((-amount if spending else amount for spending, amount in amounts), Decimal(0))


def opening(village: Village) -> Decimal:
    if village.opening:
        return Decimal(village.opening.replace(",", ""))
    return LIUCUN_MARCH - sum((net(village, month) for month in (10, 11, 12, 1, 2)), Decimal(0))


def sheets(township: Township, village: Village) -> dict[int, Noted]:
    """Month → sheet; each opens with what the last one closed with."""
    found = {}
    held = opening(village)
    for year, month in MONTHS:
        found[month], held = _sheet(township, village, year, month, held)
    return found


def _sheet(township: Township, village: Village, year: int, month: int, held: Decimal) -> tuple[Noted, Decimal]:
    lines: dict[bool, list[dict[str, Any]]] = {False: [], True: []}
    totals = {False: Decimal(0), True: Decimal(0)}
    vouchers = []
    for stream in village.streams:
        if month not in stream.amounts:
            continue
        amount = stream.amount(village.id, month)
        summary = stream.summary.format(m=month)
        handler = village.inner[stream.spending]
        lines[stream.spending].append(
            {"摘要": summary, "科目": DoubleQuotedScalarString(stream.account), "金额": yuan(amount), "经手人": handler}
        )
        totals[stream.spending] += amount
        vouchers += [
            (_paid_on(stream, year, month), stream.spending, *part) for part in _parts(stream, summary, amount)
        ]
    closing = held + totals[False] - totals[True]
    cash = min(Decimal(random.Random(f"{village.id} cash {month}").randrange(2400, 9800)) / 10, closing)
    record = {
        "编号": f"{village.id}-{year}-{month:02}",
        "村": village.id,
        "公开主体": village.collective,
        "期间": Plain(f"{year}-{month:02}"),
        "科目制度": DoubleQuotedScalarString("2023"),
        "期初结存": yuan(held),
        "收入": lines[False],
        "收入合计": yuan(totals[False]),
        "支出": lines[True],
        "支出合计": yuan(totals[True]),
        "期末结存": yuan(closing),
        "现金": yuan(cash),
        "银行存款": yuan(closing - cash),
        "逐笔": _entries(village, month, held, vouchers),
        "制表": f"{township.name}会计服务中心",
        "审核": village.supervisors,
        "备注": village.remarks.get(month),
    }
    return Noted(record, f"{village.name} {year}年{month}月"), closing


def _paid_on(stream: Stream, year: int, month: int) -> date:
    day = date(year, month, min(stream.day, month_end(year, month).day))
    later = workday(day)
    return later if later.month == month else workday(day, -1)


def _parts(stream: Stream, summary: str, amount: Decimal) -> list[tuple[str, Decimal]]:
    """The vouchers of one line: equal parts in whole yuan, the rest in the last."""
    if not stream.parts:
        return [(summary, amount)]
    share = Decimal(int(amount / len(stream.parts)))
    shares = [share] * (len(stream.parts) - 1)
    return [
        (f"{summary}（{part}）", value)
        for part, value in zip(stream.parts, [*shares, amount - sum(shares)], strict=True)
    ]


def _entries(village: Village, month: int, held: Decimal, vouchers: list[Any]) -> list[Inline]:
    found = []
    for number, (day, spending, summary, amount) in enumerate(sorted(vouchers, key=lambda v: (v[0], v[1])), 1):
        held += -amount if spending else amount
        found.append(
            Inline(
                {
                    "日期": day,
                    "凭证号": f"{month}-{number}",
                    "摘要": summary,
                    "支出" if spending else "收入": bare(amount),
                    "余额": bare(held),
                    "经手人": village.inner[spending],
                }
            )
        )
    return found


# ---------------------------------------------------------------------------------------------------------- procedures


@dataclass(frozen=True)
class Days:
    """When the steps of a matter were taken."""

    proposed: date
    discussed: date
    heard: date
    decided: date
    posted: date

    @classmethod
    def of(cls, village: Village, matter: Matter) -> Days:
        rng = random.Random(f"{village.id} {matter.id} days")
        discussed = matter.start + timedelta(days=rng.randint(0, 1))
        heard = discussed + timedelta(days=rng.randint(4, 6))
        decided = heard + timedelta(days=rng.randint(2, 4))
        return cls(matter.start, discussed, heard, decided, workday(decided + timedelta(days=rng.randint(1, 2))))


BOARD = timedelta(days=16)


def procedures(township: Township) -> list[Noted]:
    return [_procedure(village, matter) for village in township.villages for matter in village.matters]


def _procedure(village: Village, matter: Matter) -> Noted:
    days = Days.of(village, matter)
    steps: list[dict[str, Any]] = [
        {
            "步骤": "提议",
            "日期": days.proposed,
            "主体": village.branch,
            "地点": "村部会议室",
            "内容": f"{matter.source}。村党支部听取意见后，提议办理“{matter.title}”。",
            "材料": Flow(["提议记录", "征求意见登记表"]),
        },
        {
            "步骤": "商议",
            "日期": days.discussed,
            "主体": "村“两委”会议",
            "地点": "村部会议室",
            **_votes(village, matter, "商议", 6),
            "内容": f"{matter.plan}。".replace("。。", "。"),
            "材料": Flow(["会议记录", "签到表"]),
        },
        {
            "步骤": "审议",
            "日期": days.heard,
            "主体": "村党员大会",
            "地点": "村活动室",
            **_votes(village, matter, "审议", village.members),
            "内容": "党员听取方案说明，逐条讨论，表决通过，提交村民代表会议。",
            "材料": Flow(["会议记录", "签到表", "表决结果"]),
            "不同意见": matter.dissent if matter.until == "审议" else None,
            "记录人": village.inner[2],
        },
        {
            "步骤": "决议",
            "日期": days.decided,
            "主体": "村民代表会议",
            "地点": "村活动室",
            **_votes(village, matter, "决议", village.delegates),
            "内容": matter.resolution,
            "材料": Flow(["会议记录", "签到表", "计票单", "决议"]),
            "不同意见": matter.dissent,
            "记录人": village.inner[2],
        },
        {
            "步骤": "决议公开",
            "日期": days.posted,
            "主体": village.committee,
            "地点": "村公开栏",
            "内容": "公布决议全文、表决结果和费用，公示期内没有收到书面异议。",
            "材料": Flow(["公开栏照片"]),
            "公示起": days.posted,
            "公示止": past(days.posted + BOARD),
        },
    ]
    if matter.done:
        steps.append(
            {
                "步骤": "结果公开",
                "日期": matter.done,
                "主体": village.committee,
                "地点": "村公开栏",
                "内容": matter.result,
                "材料": Flow(["验收意见", "公开栏照片"]),
                "公示起": matter.done,
                "公示止": past(matter.done + BOARD),
            }
        )
    last = [step["步骤"] for step in steps].index("结果公开" if matter.done else matter.until)
    return Noted(
        {
            "编号": f"{village.id}-{matter.id}",
            "村": village.id,
            "程序": "four-two",
            "事项": matter.title,
            "缘由": matter.background,
            "涉及金额": yuan(str(matter.budget)) if matter.budget else None,
            "状态": "已完成" if matter.done else "进行中",
            "步骤": [{k: v for k, v in step.items() if v not in (None, "")} for step in steps[: last + 1]],
            "结果": matter.result,
            "备注": matter.remark,
            "不公开": list(matter.closures),
        }
    )


def _votes(village: Village, matter: Matter, step: str, entitled: int) -> dict[str, int]:
    """A lawful vote: two thirds and some more present, nearly all in favour."""
    rng = random.Random(f"{village.id} {matter.id} {step}")
    few = entitled < 10
    present = entitled - rng.randint(0, 1) if few else -(-entitled * 2 // 3) + rng.randint(entitled // 9, entitled // 5)
    noes, abstentions = rng.randint(0, present // 16), rng.randint(0, present // 12)
    return {"应到": entitled, "实到": present, "同意": present - noes - abstentions, "反对": noes, "弃权": abstentions}


# -------------------------------------------------------------------------------------------------------- publications


@dataclass
class Act:
    """One act of publishing, before it becomes a record."""

    id: str
    items: list[str]
    place: str
    publisher: str
    posted: date | None
    posts: tuple[str, str, str]
    """Who proposes, reviews, approves."""
    signed: tuple[date, date, date] | None = None
    period: str = ""
    records: list[str] = field(default_factory=list)
    title: str = ""
    text: str = ""
    web: date | None = None
    removed: date | None = None
    channels: tuple[str, ...] = ("公开栏", "网站")
    opinion: str = ""
    extra: dict[str, Any] = field(default_factory=dict)
    note: str = ""

    @property
    def day(self) -> date:
        return self.posted or self.web or self.signatures[2]

    @property
    def signatures(self) -> tuple[date, date, date]:
        if self.signed:
            return self.signed
        day = self.posted or self.web
        assert day is not None
        return before(day, 3), before(day, 2), before(day, 1)

    def record(self) -> Noted:
        proposed, reviewed, approved = self.signatures
        review = Inline({"职务": self.posts[1], "日期": reviewed, "保密审查": "是"})
        record: dict[str, Any] = {
            "编号": self.id,
            "事项": Flow(self.items),
            "地方": self.place,
            "公开主体": self.publisher,
            "期间": Plain(self.period) if self.period else None,
            "记录": Flow(self.records) if self.records else None,
            "标题": self.title,
            "正文": self.text,
            "提出": Inline({"职务": self.posts[0], "日期": proposed}),
            "审核": dict(review) | {"意见": self.opinion} if self.opinion else review,
            "审批": Inline({"职务": self.posts[2], "日期": approved}),
            "上墙日期": self.posted,
            "下墙日期": self.removed,
            "上网日期": self.web,
            "渠道": Flow(self.channels),
        }
        return Noted(record | self.extra, self.note)


def publications(township: Township) -> list[Act]:
    acts = [act for village in township.villages for act in _village_acts(township, village)]
    acts += _township_acts(township)
    return sorted(acts, key=lambda act: (act.day, act.id))


def _village_posts(village: Village) -> tuple[str, str, str]:
    return f"{village.name}报账员", f"{village.name}村务监督委员会主任", f"{village.name}党支部书记"


def _party_posts(township: Township, village: Village) -> tuple[str, str, str]:
    """Party affairs are reviewed by the party above, not by the villagers' committee."""
    return f"{village.name}党支部组织委员", f"{township.name}党委组织委员", f"{village.name}党支部书记"


def _village_acts(township: Township, village: Village) -> list[Act]:
    acts = [_sheet_act(village, year, month) for year, month in MONTHS]
    acts += [act for matter in village.matters if matter.until != "审议" for act in _matter_acts(village, matter)]
    acts += _standing_acts(township, village)
    acts += [_notice_act(township, village, notice) for notice in village.notices]
    report = _supervision_act(village)
    return [*acts, report] if report else acts


def _sheet_act(village: Village, year: int, month: int) -> Act:
    period = f"{year}-{month:02}"
    rng = random.Random(f"{village.id} {period} act")
    after = month_end(year, month)
    posted = LATE.get((village.id, period)) or workday(after + timedelta(days=rng.randint(8, 12)))
    while before(posted, 3) <= after:
        posted = workday(posted + timedelta(days=1))
    words = {"name": village.name, "month": month, "handler": village.inner[1]}
    act = Act(
        f"{village.id}-finance-{period}",
        ["finance-cash-statement", "finance-cash-entries"],
        village.id,
        village.collective,
        posted,
        _village_posts(village),
        period=period,
        records=[f"finance/{village.id}-{period}"],
        web=min(posted + timedelta(days=rng.randint(0, 2)), TODAY),
        removed=past(posted + timedelta(days=rng.randint(17, 29))),
        channels=("公开栏", "网站", "微信群")
        if len(village.matters) > 2 or village.hamlets > 3
        else ("公开栏", "网站"),
        opinion=rng.choice(OPINIONS).format(**words) if rng.random() < 0.3 else "",
        note=f"{village.name}{year}年{month}月收支",
    )
    if rng.random() < 0.25:
        act.extra["备注"] = rng.choice(NOTES).format(**words)
    _real_life(act, (village.id, period))
    return act


def _real_life(act: Act, key: tuple[str, str]) -> None:
    """What did not go by the book with this sheet."""
    if key in LATE:
        act.note += "（晚了）"
    if key in PHOTOS:
        act.extra = {"附件": Flow([PHOTOS[key]])} | act.extra
    if key in CORRECTIONS:
        act.extra = {"更正": [CORRECTIONS[key]]} | act.extra
    if key in OBJECTIONS:
        act.extra = {"异议": [OBJECTIONS[key]]} | act.extra
    if key == UNAPPROVED:
        act.signed = (date(2026, 10, 12), date(2026, 10, 13), date(2026, 10, 13))
        act.posted = act.web = act.removed = None
        act.extra = {"审批": None, "备注": "书记外出学习，月底回来再签，先不要贴。"}
        act.note += "（还没有审批）"


def _matter_acts(village: Village, matter: Matter) -> list[Act]:
    days = Days.of(village, matter)
    name = f"{village.id}-{matter.id}"
    posts = (f"{village.name}党支部组织委员", *_village_posts(village)[1:])

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
    if name in DECISION_CORRECTIONS:
        acts[0].extra["更正"] = [DECISION_CORRECTIONS[name]]
    if matter.done:
        acts.append(act("result", "结果公开", matter.done, before(matter.done, 2)))
        if name in PHOTOS:
            acts[1].extra["附件"] = Flow([PHOTOS[name]])
    return acts


def _standing_acts(township: Township, village: Village) -> list[Act]:
    """What hangs there for good: who is who, the village rules, the list of assets."""
    rng = random.Random(f"{village.id} standing")
    posts = _village_posts(village)
    clerk = f"{village.name}文书"
    first = workday(date(2025, 10, 15) + timedelta(days=rng.randint(0, 8)))
    rules = workday(first + timedelta(days=rng.randint(1, 4)))
    assets = workday(date(2026, 1, 13) + timedelta(days=rng.randint(0, 4)))
    clauses = (*rng.sample(CHARTER, 5), *village.charter)
    votes = _votes(village, Matter("charter", "", first, None, "", "", "", ""), "章程", village.delegates)
    text = "".join(f"第{NUMERALS[number]}条　{clause}" for number, clause in enumerate(clauses))
    voted = f"应到{votes['应到']}人，实到{votes['实到']}人，同意{votes['同意']}人"
    return [
        Act(
            f"{village.id}-org-branch-2025",
            ["party-org-setup"],
            village.id,
            village.branch,
            first,
            _party_posts(township, village),
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
            title=f"{village.name}2025年资产资源清单",
            text=village.assets,
            web=assets + timedelta(days=1),
            removed=assets + timedelta(days=20),
        ),
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
        _party_posts(township, village) if party else _village_posts(village),
        title=notice.title,
        text=notice.text,
        web=None if closed else notice.day,
        removed=past(notice.day + timedelta(days=18)),
        channels=("公开栏",) if closed else ("公开栏", "网站"),
    )


def _supervision_act(village: Village) -> Act | None:
    if village.id == NOT_REPORTED:
        return None
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
    if village.id == EXEMPT:
        act.title = act.text = ""
        act.signed = (date(2026, 7, 13), date(2026, 7, 14), date(2026, 7, 14))
        act.posted = act.web = act.removed = None
        act.channels = ()
        act.extra = {"不适用": EXEMPT_REASON}
    if village.id == BOARD_ONLY:
        act.web = None
        act.channels = ("公开栏",)
        act.note = "只贴公开栏，期满已撤下"
    return act


def _township_acts(township: Township) -> list[Act]:
    slug, name = township.slug, township.name
    posts = (f"{name}党政办公室主任", f"{name}纪委书记", f"{name}党委书记")
    acts = [
        Act(
            f"{slug}-org-party-2025",
            ["party-org-setup"],
            slug,
            township.party,
            date(2025, 10, 16),
            posts,
            records=[f"organisation/{slug}-party"],
            web=date(2025, 10, 16),
        ),
        Act(
            f"{slug}-org-government-2025",
            ["township-government"],
            slug,
            township.government,
            date(2025, 10, 17),
            posts,
            records=[f"organisation/{slug}-government"],
            web=date(2025, 10, 17),
        ),
        Act(
            f"{slug}-goals-2026",
            ["party-term-goals"],
            slug,
            township.party,
            date(2026, 1, 26),
            posts,
            period="2026",
            title=f"{name}党委2026年工作目标",
            text=township.goals,
            web=date(2026, 1, 26),
            removed=date(2026, 3, 2),
        ),
    ]
    ends = (date(2025, 12, 31), date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30))
    for dues, end, progress, lessons in zip(township.dues, ends, township.progress, township.lessons, strict=True):
        acts += _quarter_acts(township, posts, dues.period, end, progress, lessons)
    for article in township.articles:
        if article is not SHIGUAN_DRAFT:
            day = workday(article["日期"] + timedelta(days=4))
            acts.append(
                Act(
                    f"{slug}-article-{article['编号']}",
                    ["experience-materials"],
                    slug,
                    township.party,
                    None,
                    posts,
                    records=[f"article/{article['编号']}"],
                    web=day,
                    channels=("网站",),
                    opinion="数字已与统计表核对，涉及个人的情节删去一处。" if slug == "shiguan" else "",
                )
            )
    return acts


def _quarter_acts(
    township: Township, posts: tuple[str, str, str], period: str, end: date, progress: str, lessons: str
) -> list[Act]:
    slug, name = township.slug, township.name
    rng = random.Random(f"{slug} {period}")
    label = f"{period[:4]}年第{period[-1]}季度"
    on_time = workday(end + timedelta(days=rng.randint(12, 13)))
    posted = LATE_PROGRESS.get((slug, period)) or on_time
    return [
        Act(
            f"{slug}-progress-{period.lower()}",
            ["party-key-tasks-progress"],
            slug,
            township.party,
            posted,
            posts,
            period=period,
            title=f"{name}{label}重点工作进展",
            text=progress,
            web=posted,
            removed=past(posted + timedelta(days=30)),
            note=f"{name}{label}" + ("（重点工作进展晚了）" if posted != on_time else ""),
        ),
        Act(
            f"{slug}-lessons-{period.lower()}",
            ["party-three-meetings-one-lesson"],
            slug,
            township.party,
            None,
            posts,
            period=period,
            title=f"{label}三会一课执行情况",
            text=lessons,
            web=on_time,
            channels=("党内通报", "党员微信群"),
        ),
        Act(
            f"{slug}-dues-{period.lower()}",
            ["party-dues"],
            slug,
            township.party,
            None,
            posts,
            period=period,
            title=f"{label}党费收缴使用情况",
            text="应交、实交和支出见本季度党费各项数字。支出用于走访困难党员、订阅学习材料。",
            web=on_time,
            channels=("党内通报", "党员微信群"),
        ),
    ]


# ------------------------------------------------------------------------------------------------------------ pictures


def board_photo(sheets_on_board: int) -> bytes:
    """A drawing of a notice board, 240 × 160, four colours; stored without compression so that no zlib differs."""
    width, height = 240, 160
    pixels = [[0] * width for _ in range(height)]

    def box(left: int, top: int, right: int, bottom: int, colour: int) -> None:
        for row in pixels[top:bottom]:
            row[left:right] = [colour] * (right - left)

    box(8, 8, width - 8, height - 8, 1)
    box(14, 14, width - 14, 34, 2)
    each_width = (width - 36) // sheets_on_board
    for number in range(sheets_on_board):
        left = 18 + number * each_width
        box(left, 42, left + each_width - 6, height - 18, 0)
        for line in range(8):
            box(left + 6, 50 + line * 11, left + each_width - 12 - line % 3 * 8, 54 + line * 11, 3)
    packed = b"".join(
        b"\0" + bytes(row[x] << 6 | row[x + 1] << 4 | row[x + 2] << 2 | row[x + 3] for x in range(0, width, 4))
        for row in pixels
    )
    stored = b"\x78\x01\x01" + struct.pack("<HH", len(packed), len(packed) ^ 0xFFFF) + packed
    stored += struct.pack(">I", zlib.adler32(packed))
    header = struct.pack(">IIBBBBB", width, height, 2, 3, 0, 0, 0)
    palette = bytes((250, 248, 240, 139, 94, 60, 178, 34, 34, 90, 90, 90))
    chunks = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", stored), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


# ----------------------------------------------------------------------------------------------------------------- all


def write_township(out: Path, township: Township) -> None:
    folder = out / "data" / "townships" / township.slug
    shutil.rmtree(folder, ignore_errors=True)
    made_up = f"{township.name}是虚构的乡镇，地名、人名和数字都是编的，只作示例。"
    write(folder / "place.yml", (made_up, "区划代码按原样写，前面的 0 也要写。"), places(township))
    write(
        folder / "organisation.yml", (made_up, "任职人的姓名是公开的；备注和内部评价不对外。"), organisations(township)
    )
    write(
        folder / "indicator.yml",
        (made_up, "数值只写数字，单位另写。原件遮盖的写 '**'；没有的空着，写明缺失原因。"),
        indicators(township),
    )
    by_village = [sheets(township, village) for village in township.villages]
    for quarter, months in QUARTERS.items():
        write(
            folder / "finance" / f"{quarter}.yml",
            (
                f"{township.name}各村 {quarter[:4]}年第{quarter[-1]}季度收支，金额单位：元。",
                "期初结存 + 收入合计 - 支出合计 = 期末结存 = 现金 + 银行存款。上月的期末就是下月的期初。",
                "花括号里的金额不写千分位逗号。",
            ),
            [village[month] for village in by_village for month in months],
        )
    write(
        folder / "procedure.yml",
        (f"{township.name}各村四议两公开的事项。", "步骤按先后写，没有走到的不写。"),
        procedures(township),
    )
    for article in township.articles:
        write(
            folder / "article" / f"{article['编号']}.yml",
            ("文中的数字写成 {{ 指标名 }}，不要手写；指标改了，文章跟着改。",),
            [Noted(article)],
        )
    acts = publications(township)
    for year in (2025, 2026):
        write(
            folder / "publication" / f"{year}.yml",
            (f"{township.name}{year}年的公开记录，按日期先后写。", "先提出、再审核、再审批，然后才上墙、上网。"),
            [act.record() for act in acts if act.day.year == year],
        )


def write_pictures(out: Path) -> None:
    for folder, name, count in (
        ("anping", PHOTOS["liucun", "2026-03"], 3),
        ("gaoyuan", PHOTOS["shuangquan-pipe-2025"], 2),
    ):
        path = out / "content" / folder / "files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(board_photo(count))


def main(arguments: list[str] | None = None) -> None:
    """Writes the townships and their pictures below the given folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT, help="the folder that gets data/ and content/")
    out = parser.parse_args(arguments).out
    for township in TOWNSHIPS:
        write_township(out, township)
    write_pictures(out)


if __name__ == "__main__":
    main()
