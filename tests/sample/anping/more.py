"""The families of Anping that no duty asks for every month: people, elections, assets, projects, venues, grids."""

from __future__ import annotations

from datetime import date

from tests.sample.act import Act
from tests.sample.anping.holdings import ASSETS, PROJECTS, VENUES
from tests.sample.plain import Sheet, entry, row, step

# fmt: off

_HAMLETS = [
    entry("liucun-beitou", "刘村下面的自然村和小组", 名称="北头", 级别="自然村", 上级="liucun", 人口=964, 户数=271),
    entry("liucun-beitou-1", 名称="北头一组", 级别="村民小组", 上级="liucun-beitou", 人口=338, 户数=96),
]

_PERSONS = [
    entry(
        "main-posts", "换届后的干部：三大职57名，能人23名，两委成员133名", 地方="anping", 类别="三大职干部",
        职务="书记、主任、会计", 人数=57, 产生方式="两推一选和依法选举", 任职日期="2025-09-20",
    ),
    entry("able", 地方="anping", 类别="能人", 职务="三大职中的能人", 人数=23, 来源="致富能手", 能人="是"),
    entry("two-committees", 地方="anping", 类别="村两委成员", 职务="两委成员", 人数=133, 任职日期="2025-09-20"),
    entry(
        "liucun-secretary", 地方="liucun", 类别="村两委成员", 组织="liucun-branch", 职务="党支部书记、村委会主任",
        姓名="刘长林", 性别="男", 出生年月="1979-03", 学历="大专", 来源="致富能手", 能人="是", 产生方式="两推一选",
        任职日期="2025-09-11",
    ),
    entry("reserve", 地方="anping", 类别="后备干部", 职务="村级后备干部", 人数=38, 来源="返乡青年"),
]

_PROCEDURES = [
    entry(
        "wangjiaping-branch-2025", "两推一选", 村="wangjiaping", 程序="two-recommend", 事项="王家坪村党支部换届",
        状态="已完成",
        步骤=[
            step("党员推荐", "2025-08-04", 主体="党员大会", 应到=48, 实到=41, 内容="推荐初步人选五名。"),
            step("群众推荐", "2025-08-04", 主体="村民代表会议", 内容="推荐结果当场公布。"),
            step("资格审查", "2025-08-11", 主体="安平镇党委"),
            step(
                "候选人公示", "2025-08-13", 主体="王家坪村党支部", 公示起="2025-08-13", 公示止="2025-08-29",
                材料=["公示"],
            ),
            step("确定候选人", "2025-09-01", 主体="安平镇党委"),
            step("党内选举", "2025-09-05", 主体="党员大会", 应到=48, 实到=42, 内容="选出委员三名，再选书记一名。"),
            step("报批", "2025-09-08", 主体="安平镇党委"),
            step("公布结果", "2025-09-12", 主体="王家坪村党支部"),
        ],
    ),
    entry(
        "xihe-election-2025", "村民委员会换届", 村="xihe", 程序="village-election", 事项="西河村第八届村民委员会选举",
        状态="已完成",
        步骤=[
            step("推选选举委员会", "2025-07-21", 主体="村民代表会议"),
            step("制定办法", "2025-07-28", 主体="村民选举委员会"),
            step("登记村民", "2025-08-01", 主体="村民选举委员会", 内容="登记2,104人。"),
            step("公布名单", "2025-08-06", 主体="村民选举委员会"),
            step("处理异议", "2025-08-10", 主体="村民选举委员会", 内容="一人户口迁出，删去。"),
            step("提名候选人", "2025-08-22", 主体="登记参加选举的村民"),
            step("公布候选人", "2025-08-24", 主体="村民选举委员会"),
            step("公布委托名单", "2025-09-08", 主体="村民选举委员会", 内容="委托投票二十六份。"),
            step("投票选举", "2025-09-13", 主体="登记参加选举的村民", 内容="主任和三名委员一次选出，票数当场公布。"),
            step("公布结果", "2025-09-13", 主体="村民选举委员会"),
            step("工作移交", "2025-09-19", 主体="上一届村民委员会", 内容="公章、账簿、合同逐件点交。"),
        ],
        结果="选出主任一名、委员三名。",
    ),
]

_ACTIVITIES = [
    entry(
        "study-2026-q1", "每季集中学习一次，每年外出参观两次", 地方="anping", 组织="anping-party", 类型="集中学习",
        主题="村级账目和合同", 日期="2026-03-12", 应到=57, 实到=54, 主持="镇党委副书记",
    ),
    entry(
        "study-2026-q2", 地方="anping", 组织="anping-party", 类型="集中学习", 主题="防汛和纠纷调解",
        日期="2026-06-11", 应到=57, 实到=55, 主持="镇党委副书记",
    ),
    entry(
        "visit-2026-05", 地方="anping", 组织="anping-party", 类型="外出考察", 主题="邻县公开招租", 日期="2026-05-14",
        人次=26, 主持="镇党委组织委员",
    ),
    entry(
        "training-2026-q3", 地方="anping", 组织="anping-party", 类型="党员培训", 主题="公开栏怎样写",
        日期="2026-08-06", 应到=38, 实到=36, 主持="镇党政办主任",
    ),
]

_ISSUES = [
    entry(
        "task-road", "任务分解：任务、牵头单位、措施、状态", 地方="anping", 台账="tasks", 事项="硬化两条生产道路",
        登记日期="2026-01-26", 责任单位="安平镇村建站", 责任人="村建站站长",
        措施="一条刘村、一条西河，四议两公开后动工。", 办结期限="2026-12-20",
        进展=[row(日期="2026-07-28", 内容="刘村一条验收")],
    ),
    entry(
        "task-train", 地方="anping", 台账="tasks", 事项="培训报账员两次", 登记日期="2026-01-26",
        责任单位="安平镇会计服务中心", 责任人="服务中心主任", 措施="春秋各一次。", 办结期限="2026-10-31",
        进展=[row(日期="2026-04-16", 内容="第一次培训"), row(日期="2026-09-22", 内容="第二次培训")],
        销号日期="2026-09-22", 结果="两次办完。",
    ),
    entry(
        "liucun-letter", "来访簿、信箱、网上信箱、热线", 地方="liucun", 台账="suggestions", 事项="门前积水请修排水沟",
        登记日期="2026-05-11", 来源="信箱", 类别="道路", 责任单位="刘村村民委员会", 责任人="刘村副主任",
        措施="清沟、补盖板。", 销号日期="2026-05-22", 结果="修好，回话。", 评价="满意",
    ),
]

_ASSIGNMENTS = [
    entry(
        "leader-liucun", 地方="anping", 类别="联系点", 责任单位="安平镇党委副书记", 单位类别="乡镇干部",
        联系地方=["liucun"], 自="2026-01-10", 任务="到村参加说事，查看公开栏",
    ),
    entry(
        "liucun-members", 地方="liucun", 类别="党员联系户", 责任单位="刘村党支部党员", 单位类别="党员", 单位数=21,
        对象名称="果园片各户", 对象数=214, 自="2026-01-10", 任务="每名党员联系十户左右",
    ),
]

_ACCEPTANCES = [
    entry(
        "wangjiaping-lecture-2026-q2", 规则="rhythm", 记录="organisation/wangjiaping-branch", 内容="党课:2026年第2季度",
        理由="支部书记6月住院，第二季度党课没有上成，7月15日由包村领导补讲，不补写6月的记录。", 职务="镇党委组织委员",
        日期="2026-07-20", 至="2026-12-31",
    ),
    entry(
        "wangjiaping-late-2025-12", 规则="overdue", 记录="place/wangjiaping", 内容="2025年12月 “收支公开榜”",
        理由="年底结账等银行对账单，晚了5天上墙；村务监督委员会知道，已要求以后按月对账。", 职务="镇纪委书记",
        日期="2026-02-03",
    ),
]

SHEETS = (
    Sheet("place/hamlets", ("村下面的自然村和村民小组。",), _HAMLETS),
    Sheet("person", ("一条记录写几个人的，写人数，不写姓名。",), _PERSONS),
    Sheet("procedure/elections", ("换届在启用日期以前，不算公开期限。",), _PROCEDURES),
    Sheet("asset", ("出租、发包的写承租；招租的写交易。",), ASSETS),
    Sheet("project", ("节点写计划和完成的日期；付款逐笔写。",), PROJECTS),
    Sheet("venue", ("几处合写一条的，写个数。",), VENUES),
    Sheet("activity/town", ("镇里开的会、办的培训。",), _ACTIVITIES),
    Sheet("issue/town", ("任务分解和意见建议。",), _ISSUES),
    Sheet("assignment", ("谁联系哪里。",), _ASSIGNMENTS),
    Sheet("acceptance", ("检查查出来、又改不了的：接受哪一处、为什么、谁同意的。能改的先改，不写在这里。",), _ACCEPTANCES),
)


def _deal(village: str, name: str, asset: str, day: date, removed: date) -> Act:
    posts = (f"{name}报账员", f"{name}村务监督委员会主任", f"{name}党支部书记")
    return Act(
        f"{village}-deal-result-{asset}", ["finance-asset-deal"], village, f"{name}股份经济合作社", day, posts,
        records=[f"asset/{village}-{asset}"], web=day, removed=removed,
    )


ACTS = (
    _deal("wangjiaping", "王家坪村", "shops", date(2026, 1, 16), date(2026, 2, 20)),
    _deal("xihe", "西河村", "pond", date(2026, 2, 4), date(2026, 2, 24)),
    Act(
        "liucun-works-done",
        ["village-public-works"],
        "liucun",
        "刘村村民委员会",
        date(2026, 7, 31),
        ("刘村文书", "刘村村务监督委员会主任", "刘村党支部书记"),
        records=["project/liucun-road"],
        web=date(2026, 7, 31),
        removed=date(2026, 8, 20),
        note="刘村道路硬化：验收和付款",
    ),
)
