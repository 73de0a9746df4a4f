"""The figures that Yunling reported for 2025, as they stand in the report."""

from __future__ import annotations

from tests.sample.facts import Figure

# fmt: off

_YEARBOOK = "党内统计年报"
_ORGANISERS = "乡组织办"
_OFFICE = "乡党政办"
_REVIEW = "民主评议汇总表"
_ACCOUNTS = "乡会计服务中心"
_PLAN = "2026年阵地建设计划"
_Y = "2025"
_VILLAGES = {
    "yunding": "云顶村", "songping": "松坪村", "shiqiao": "石桥村", "chashan": "茶山村", "yanjiao": "岩脚村",
    "zhulin": "竹林村",
}

FIGURES = (
    Figure("villages", "行政村数", "基本情况", "6", "个", _OFFICE, period=_Y),
    Figure("organisations", "党组织数", "党建", "26", "个", _YEARBOOK, period=_Y),
    Figure("village-branches", "村下设党支部", "党建", "16", "个", _YEARBOOK, period=_Y),
    Figure("members", "党员总数", "党建", "594", "名", _YEARBOOK, period=_Y),
    Figure("members-2024", "党员总数", "党建", "579", "名", _YEARBOOK, period="2024"),
    Figure("members-60", "党员总数", "党建", "79", "名", _YEARBOOK, period=_Y, parts={"年龄段": "60岁以上"}),
    Figure("members-60-share", "原文60岁以上党员占比", "党建", "13.3", "%", "年度报告原文", period=_Y),
    Figure("floating", "流动党员", "党建", "83", "名", "流动党员台账", period=_Y),
    Figure(
        "floating-lost", "流动党员失联占比", "党建", "20", "%", "流动党员台账（原文写“近”）", period=_Y, about=True,
    ),
    Figure("admitted", "接收预备党员", "党建", "23", "名", _YEARBOOK, period=_Y),
    Figure("admitted-2024", "接收预备党员", "党建", "17", "名", _YEARBOOK, period="2024"),
    Figure("admitted-women", "接收预备党员", "党建", "7", "名", _YEARBOOK, period=_Y, parts={"性别": "女"}),
    Figure("admitted-minority", "接收预备党员", "党建", "19", "名", _YEARBOOK, period=_Y, parts={"民族": "少数民族"}),
    Figure("admitted-young", "接收预备党员", "党建", "19", "名", _YEARBOOK, period=_Y, parts={"年龄段": "35岁以下"}),
    Figure("review-good", "民主评议好", "党建", "379", "名", _REVIEW, period=_Y),
    Figure("review-fair", "民主评议较好", "党建", "142", "名", _REVIEW, period=_Y),
    Figure("review-poor", "民主评议差", "党建", "19", "名", _REVIEW, period=_Y),
    Figure("corrected", "限期改正党员", "党内统计", "1", "名", _REVIEW, period=_Y),
    Figure("supervised", "督导会议", "党建", "72", "次", _ORGANISERS, period=_Y),
    Figure("lectures", "上党课", "党建", "12", "次", _ORGANISERS, period=_Y),
    Figure("venues-hamlet", "自然村活动场所", "阵地建设", "7", "处", _ORGANISERS, period=_Y),
    Figure("venues-family", "家庭党校", "阵地建设", "37", "处", _ORGANISERS, period=_Y),
    Figure("venues", "基层阵地", "阵地建设", "44", "处", _ORGANISERS, period=_Y),
    Figure("subsidy-hamlet", "自然村活动场所年补助", "阵地建设", "2,400", "元", _ACCOUNTS, period=_Y),
    Figure("subsidy-family", "家庭党校年补助", "阵地建设", "720", "元", _ACCOUNTS, period=_Y),
    Figure("venue-cost", "阵地投入", "阵地建设", "50", "万元", _ACCOUNTS, period=_Y, about=True),
    Figure("departments", "服务大厅进驻部门", "民生实事", "12", "个", _OFFICE, period=_Y),
    Figure("stations", "村服务站", "民生实事", "6", "个", _OFFICE, period=_Y),
    Figure("batches", "现场办公", "民生实事", "25", "批次", _OFFICE, period=_Y),
    Figure("services", "服务事项", "民生实事", "120", "件", _OFFICE, period=_Y, about=True),
    Figure("errands", "代办事项", "民生实事", "21", "件", _OFFICE, period=_Y, about=True),
    Figure("credit-members", "红色信贷党员", "集体经济", "5", "名", "乡信用社", period=_Y),
    Figure("credit", "红色信贷", "集体经济", "50", "万元", "乡信用社", period=_Y),
    Figure("pay-both", "书记主任一人担任月报酬", "干部队伍", "1,560", "元", _ACCOUNTS, period=_Y),
    Figure("pay-one", "书记或主任月报酬", "干部队伍", "1,500", "元", _ACCOUNTS, period=_Y),
    Figure("pay-deputy", "副职月报酬", "干部队伍", "1,300", "元", _ACCOUNTS, period=_Y),
    Figure("pay-group", "村民小组长年补助", "干部队伍", "600", "元", _ACCOUNTS, period=_Y),
    Figure("work-fund", "村年办公经费", "干部队伍", "20,000", "元", _ACCOUNTS, period=_Y),
    Figure("no-income", "没有集体经济收入的村", "集体经济", "6", "个", _ACCOUNTS, period=_Y),
    Figure("income-target", "每村集体经济收入目标", "集体经济", "50,000", "元", "乡三年计划", period=_Y),
    Figure("income-first", "第一年达标的村", "集体经济", "1", "个", "乡三年计划", period=_Y),
    Figure("income-second", "第二年达标的村", "集体经济", "6", "个", "乡三年计划", period=_Y),
    Figure("next-venues", "拟建活动场所", "阵地建设", "6", "处", _PLAN),
    Figure("next-cost", "拟建活动场所投资", "阵地建设", "640,000", "元", _PLAN),
    Figure("planned-small", "拟建小场所面积", "阵地建设", "120", "平方米", _PLAN, period="2026"),
    Figure("planned-large", "拟建大场所面积", "阵地建设", "160", "平方米", _PLAN, period="2026"),
    Figure("next-large", "拟建一百二十平方米以上", "阵地建设", "4", "处", _PLAN),
    Figure("next-larger", "拟建一百六十平方米", "阵地建设", "2", "处", _PLAN),
    Figure("next-groups", "拟建场所服务小组", "阵地建设", "12", "个", _PLAN),
    Figure("next-households", "拟建场所服务户数", "阵地建设", "452", "户", _PLAN),
    Figure("next-people", "拟建场所服务人数", "阵地建设", "1,742", "人", _PLAN),
    Figure("next-members", "拟建场所服务党员", "阵地建设", "92", "名", _PLAN),
    *(
        Figure(
            f"income-{village}", "集体经济收入", "集体经济", "0", "万元", f"{name}股份合作社", period=_Y,
            place=village,
        ) for village, name in _VILLAGES.items()
    ),
)
