"""The facts of Zhuxi: a conference speech with three projects, five arenas, stars and five kinds of orders."""

from __future__ import annotations

from tests.sample.indicators import figure
from tests.sample.plain import Folder, Sheet, set_up
from tests.sample.zhuxi.figures import FIGURES
from tests.sample.zhuxi.places import ORGANISATIONS, PLACES
from tests.sample.zhuxi.procedures import PROCEDURES
from tests.sample.zhuxi.rounds import ACTIVITIES, ASSESSMENTS, PERSONS
from tests.sample.zhuxi.speech import ARTICLE, PUBLICATIONS
from tests.sample.zhuxi.work import ASSIGNMENTS, ISSUES, PROJECTS, VENUES

# fmt: off

MADE_UP = "竹溪镇是虚构的乡镇，地名、人名和数字都是编的，只作示例。"

_SET_UP = set_up(
    "zhuxi",
    "中共竹溪镇委员会",
    ORGANISATIONS,
    ("2026-06-08", "2026-06-09", "2026-06-10", "2026-06-11"),
    ("竹溪镇组织委员", "竹溪镇纪委书记", "竹溪镇党委书记"),
)

PLACE = Folder(
    "zhuxi",
    "竹溪镇",
    (
        Sheet("place", (MADE_UP, "25个村和社区。"), PLACES),
        Sheet("organisation", (MADE_UP,), ORGANISATIONS),
        Sheet(
            "indicator", (MADE_UP, "两个村没有报集体经济收入，所以占比按23个算。"),
            [figure("zhuxi", one) for one in FIGURES],
        ),
        Sheet("person", ("一条记录写几个人的，写人数，不写姓名。",), PERSONS),
        Sheet("activity", ("一次活动写日期；几次合写一条的写期间和次数。",), ACTIVITIES),
        Sheet("assignment", ("谁联系哪里。",), ASSIGNMENTS),
        Sheet("procedure", ("五单：点单、领单、派单、晒单、评单，走完一单记一条。",), PROCEDURES),
        Sheet("assessment", ("星级由镇党委评；擂台按项目排名次；积分每季张榜。",), ASSESSMENTS),
        Sheet("project", ("五大擂台的项目合写一条。",), PROJECTS),
        Sheet("venue", ("书记工作室也算阵地。",), VENUES),
        Sheet("issue", ("问题写清原因和措施；整改了就写销号日期。",), ISSUES),
        Sheet("articles/speech-2026", ("文中的数字写成 {{ 指标名 }}，不要手写。",), [ARTICLE]),
        Sheet("publication", ("先提出、再审核、再审批，然后才上网。",), [*PUBLICATIONS, _SET_UP]),
    ),
)
