"""The figures of the speech, and the income of each village and community."""

from __future__ import annotations

from tests.sample.facts import Figure
from tests.sample.zhuxi.places import NOT_REPORTED, VILLAGES

# fmt: off

_ORGANISERS = "镇组织办"
_CHECK = "党建体检表"
_ACCOUNTS = "镇会计服务中心"
_SPEECH = "交流发言原文"

FIGURES = (
    Figure("places", "村和社区数", "基本情况", "25", "个", "镇党政办"),
    Figure("problems", "体检查出问题", "党建", "60", "个", _CHECK),
    Figure("income-20", "原文集体经济收入20万元以上的村", "集体经济", "21", "个", _ACCOUNTS, period="2025"),
    Figure("income-20-share", "原文集体经济收入20万元以上占比", "集体经济", "91.3", "%", _SPEECH, period="2025"),
    Figure("income-50", "原文集体经济收入50万元以上的村", "集体经济", "12", "个", _ACCOUNTS, period="2025"),
    Figure("income-50-share", "原文集体经济收入50万元以上占比", "集体经济", "52.2", "%", _SPEECH, period="2025"),
    Figure("income-100", "原文集体经济收入100万元以上的村", "集体经济", "3", "个", _ACCOUNTS, period="2025"),
    Figure("tier-low", "收入低档线", "集体经济", "20", "万元", _ACCOUNTS, period="2025"),
    Figure("tier-middle", "收入中档线", "集体经济", "50", "万元", _ACCOUNTS, period="2025"),
    Figure("tier-high", "收入高档线", "集体经济", "100", "万元", _ACCOUNTS, period="2025"),
    Figure("standard", "标准化检查问题", "党建", "20", "个", "标准化检查表"),
    Figure("standard-done", "标准化问题整改", "党建", "20", "个", "标准化检查表"),
    Figure("pilot", "积分试点村", "党建", "1", "个", _ORGANISERS),
    Figure("arenas", "擂台", "民生实事", "5", "个", _ORGANISERS),
    Figure("projects", "擂台项目", "民生实事", "149", "个", "镇重点办"),
    Figure("investment", "擂台项目总投资", "民生实事", "14.53", "亿元", "镇重点办"),
    Figure("five-star", "五星党组织", "党建", "14", "个", _ORGANISERS),
    Figure("four-star", "四星党组织", "党建", "3", "个", _ORGANISERS),
    Figure("weak", "软弱涣散党组织", "党建", "0", "个", _ORGANISERS),
    Figure("advice", "五单征求建议", "民生实事", "6", "条", _ORGANISERS),
    Figure("dispatched", "五单派单", "民生实事", "15", "单", _ORGANISERS),
    Figure("errands", "五单办结", "民生实事", "178", "件", _ORGANISERS),
    Figure("studio", "书记工作室", "阵地建设", "1", "个", _ORGANISERS),
    Figure("studios", "书记工作室三年目标", "阵地建设", "25", "个", _ORGANISERS),
    Figure("opinions", "乡贤提意见", "民生实事", "90", "条", "镇综治中心", about=True),
    Figure("settled", "乡贤化解纠纷", "民生实事", "60", "件", "镇综治中心", about=True),
    *(
        Figure(
            f"income-{name}", "集体经济收入", "集体经济", income, "万元", f"{title}股份合作社年度账",
            why=NOT_REPORTED.get(name, ""), period="2025", place=name,
        )
        for name, title, income in VILLAGES
    ),
)
