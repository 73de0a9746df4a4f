"""The facts of Yunling, a township in the mountains: a yearly report with figures that do not quite add up."""

from __future__ import annotations

from tests.sample.indicators import figure
from tests.sample.plain import Folder, Sheet, set_up
from tests.sample.yunling.articles import ARTICLE, PLAN, RESEARCH
from tests.sample.yunling.figures import FIGURES
from tests.sample.yunling.places import ORGANISATIONS, PLACES
from tests.sample.yunling.procedures import PROCEDURES
from tests.sample.yunling.report import PUBLICATIONS
from tests.sample.yunling.rounds import ACTIVITIES, ASSESSMENTS, PERSONS
from tests.sample.yunling.work import ASSIGNMENTS, ISSUES, PROJECTS, VENUES

# fmt: off

MADE_UP = "云岭乡是虚构的乡镇，地名、人名和数字都是编的，只作示例。"

_SET_UP = set_up(
    "yunling",
    "中共云岭乡委员会",
    ORGANISATIONS,
    ("2026-06-08", "2026-06-09", "2026-06-10", "2026-06-11"),
    ("云岭乡组织委员", "云岭乡纪委书记", "云岭乡党委书记"),
)

PLACE = Folder(
    "yunling",
    "云岭乡",
    (
        Sheet("place", (MADE_UP,), PLACES),
        Sheet(
            "organisation", (MADE_UP, "26个党组织：乡党委、6个村党总支、村下面16个支部、3个机关和单位支部。"),
            ORGANISATIONS,
        ),
        Sheet("indicator", (MADE_UP, "原文写“余”“多”的，约数写“是”。"), [figure("yunling", one) for one in FIGURES]),
        Sheet("person", ("一条记录写几个人的，写人数，不写姓名。",), PERSONS),
        Sheet("activity", ("一次活动写日期；几次合写一条的写期间和次数。",), ACTIVITIES),
        Sheet("assignment", ("谁包哪个村。",), ASSIGNMENTS),
        Sheet("procedure", ("步骤按先后写，没有走到的不写。",), PROCEDURES),
        Sheet("assessment", ("594名党员中参评540名，其余的写在说明里。",), ASSESSMENTS),
        Sheet("project", ("资金来源写金额，也写占比；两样要对得上。",), PROJECTS),
        Sheet("venue", ("几处合写一条的，写个数；年补助是每处每年。",), VENUES),
        Sheet("issue", ("问题写清原因和措施；办结了就写销号日期。",), ISSUES),
        Sheet("articles/year-2025", ("文中的数字写成 {{ 指标名 }}，不要手写。",), [ARTICLE]),
        Sheet("articles/venues-plan-2026", ("计划里的数也取自记录，项目改了，计划跟着改。",), [PLAN]),
        Sheet("articles/floating-research-2026", ("只写人数，不写是谁。",), [RESEARCH]),
        Sheet("publication", ("先提出、再审核、再审批，然后才上网。",), [*PUBLICATIONS, _SET_UP]),
    ),
)
