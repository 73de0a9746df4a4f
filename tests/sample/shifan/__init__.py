"""The facts of Shifan, a district of which every figure was masked before the overview was handed out."""

from __future__ import annotations

from tests.sample.facts import Figure
from tests.sample.indicators import figure
from tests.sample.plain import Folder, Sheet, entry
from tests.sample.shifan.overview import ARTICLE, PUBLICATIONS

# fmt: off

MADE_UP = "示范区是虚构的县区，地名、人名和数字都是编的，只作示例。"

_ORGANISERS = "区委组织部综述"
_FIGURES = (
    ("branches", "党支部数", "党建", "个"),
    ("standard", "标准化党支部", "党建", "个"),
    ("completion", "三会一课完成率", "党建", "%"),
    ("age-before", "换届前平均年龄", "干部队伍", "岁"),
    ("age-after", "换届后平均年龄", "干部队伍", "岁"),
    ("schooling-before", "换届前大专以上", "干部队伍", "名"),
    ("schooling-after", "换届后大专以上", "干部队伍", "名"),
    ("first", "第一书记", "干部队伍", "名"),
    ("reserve", "后备干部", "干部队伍", "名"),
    ("venue-area", "阵地面积", "阵地建设", "平方米"),
    ("admitted", "接收预备党员", "党建", "名"),
    ("trainings", "培训期数", "党建", "期"),
    ("trained", "培训人次", "党建", "人次"),
    ("cooperatives", "专业合作社", "集体经济", "个"),
    ("threshold", "集体经济收入底线", "集体经济", "万元"),
    ("tourists", "红色旅游人次", "产业发展", "人次"),
    ("sales", "红色旅游收入", "产业发展", "万元"),
    ("grid", "网格党员", "党建", "名"),
    ("volunteers", "志愿服务次数", "民生实事", "次"),
)

PLACE = Folder(
    "shifan",
    "示范区",
    (
        Sheet(
            "place",
            (MADE_UP,),
            [
                entry(
                    "shifan", 名称="示范区", 级别="县区", 示例="是", 适用规定="demo-province", 区划代码="990199",
                    简介="示范区是虚构的县区，用来演示公开网站。它的综述交出来以前，数字全部遮盖了。",
                    办公地址="示范区委大院", 公开电话="0571-00008001", 监督电话="0571-00008002",
                ),
            ],
        ),
        Sheet(
            "organisation", (MADE_UP,),
            [entry("shifan-party", 名称="中共示范区委员会", 类别="县区党委", 领域="机关", 地方="shifan")],
        ),
        Sheet(
            "indicator",
            (MADE_UP, "原件每个数字都遮盖了，照写 '**'，不猜也不算。"),
            [
                figure(
                    "shifan", Figure(code, name, theme, "**", unit, _ORGANISERS, period="2025"),
                ) for code, name, theme, unit in _FIGURES
            ],
        ),
        Sheet(
            "project", ("原件遮盖的总投资写 '**'。",),
            [
                entry(
                    "red-tourism", 地方="shifan", 名称="红色旅游线路", 类别="产业项目", 状态="在建", 期间="2025",
                    内容="修缮旧址三处，串成一条线。", 责任单位="示范区文旅局", 总投资="**",
                ),
            ],
        ),
        Sheet("articles/overview-2025", ("数字全部遮盖，文中显示为 **，不能用来计算。",), [ARTICLE]),
        Sheet("publication", ("先提出、再审核、再审批，然后才上网。",), PUBLICATIONS),
    ),
)
