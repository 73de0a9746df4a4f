"""An example for every field: from its help, else from its label, else from the kind of value."""

from __future__ import annotations

import re
from typing import Protocol

from generator.dictionary.kinds import Kind
from generator.model import Ref
from generator.records import CATALOGUE_KINDS

_SAID = re.compile(r"例如 (\{[^{}]*\}|\[[^\[\]]*\]|[^;、]+)")
_BEGUN = re.compile(r"(?:^|[;:])([^;:、 ]+)、[^;:]*……")
"""`台、套、块 ……`"""
_SPOKEN = {Kind.TEXT, Kind.LONG, Kind.WORD, Kind.PERIOD, Kind.RATIO, Kind.DIMENSIONS, Kind.CONDITIONS, Kind.COUNT}
"""Kinds of which an example in the help is an example of the value; elsewhere it explains the question."""
_LABELLED = _SPOKEN | {Kind.NUMBER}

_BY_KIND = {
    Kind.ID: "liucun-2026-03",
    Kind.TEXT: "示例",
    Kind.LONG: "示例",
    Kind.PERSON: "张某",
    Kind.WORD: "示例",
    Kind.YES: "是",
    Kind.COUNT: "3",
    Kind.DAYS: "15",
    Kind.NUMBER: "3.62",
    Kind.MONEY: "12000.00",
    Kind.FIGURE: "1286",
    Kind.DAY: "2026-03-05",
    Kind.DATED: "2009-07-21",
    Kind.PERIOD: "2026-03",
    Kind.CODE: '"010203001201"',
    Kind.PHONE: "0571-88880001",
    Kind.RATIO: "2/3",
    Kind.DIMENSIONS: "{年龄段: 60岁以上}",
    Kind.CONDITIONS: "{类别: 村民委员会}",
    Kind.MASKS: "{本村: group-number}",
    Kind.PRINTS: "{收入: 1a2b3c4d}",
    Kind.OPENINGS: "{社会: 公开, 本村: 公开}",
    Kind.ELEMENTS: "[期间, {收入: [摘要, 金额]}]",
}
_BY_REFERENCE = {
    "place": "liucun",
    "organisation": "liucun-branch",
    "law": "vcol-2025",
    "item": "finance-cash-statement",
    "chart": '"2023"',
    "jurisdiction": "sample-province",
    "holiday": '"2026"',
}
_CATALOGUE = {kind.family for kind in CATALOGUE_KINDS.values()}
_BY_LABEL = {
    "事项": "村内道路硬化",
    "上班": "2026-02-14",
    "不同意见": "个别户希望改线",
    "不适用": "本季没有这类收支",
    "中标单位": "某某建设有限公司",
    "主体": "村民委员会",
    "主持": "党支部书记",
    "主题": "讨论发展党员工作",
    "任务": "每月走访一次，帮助解决困难",
    "保险": "养老保险",
    "公开主体": "刘村村民委员会",
    "内容": "硬化道路1公里",
    "内部评价": "班子团结，台账还不够规范。",
    "出处": "政府网站公布的文本",
    "分子": "党员总数_60岁以上",
    "分母": "党员总数",
    "分工": "全面工作",
    "制表": "村会计",
    "副题": "刘村的做法",
    "办公地址": "刘村村部一楼",
    "单位": "元",
    "原为": "2400.00",
    "原因": "年久失修",
    "发布机关": "全国人民代表大会常务委员会",
    "名称": "刘村",
    "合同号": "2026-07",
    "备注": "等季报出来再补",
    "字段": "类别",
    "导语": "去年以来，刘村从村民最急的事办起。",
    "层级": "村",
    "开放时间": "每天8时至20时",
    "意见": "同意公开",
    "承租单位": "某某农业有限公司",
    "措施": "清淤并换管",
    "提出": "村党支部",
    "摘要": "3月保洁员工资",
    "改为": "2500.00",
    "文号": "示政发〔2026〕3号",
    "替补": "村党支部副书记",
    "更正项": "支出合计",
    "权属单位": "刘村股份经济合作社",
    "条": "35",
    "材料": "签到表",
    "标段": "一标段",
    "标题": "把事办到村民心坎上",
    "正文": "全村有党员 {{ 党员总数 }} 名。",
    "派出单位": "县农业农村局",
    "渠道": "公开栏",
    "监督": "村务监督委员会主任",
    "等次": "优秀",
    "答复": "已经核对，票据可以到村部查看",
    "简介": "刘村在镇东三公里，以果园和蔬菜为主。",
    "简称": "村委会组织法",
    "管理": "村党支部书记",
    "类型": "支部党员大会",
    "类别": "房屋",
    "结果": "已经办结",
    "结果运用": "限期整改",
    "结论": "合格",
    "缘由": "雨天出行不便",
    "缺失原因": "原件没有这个数",
    "署名": "示例镇党委",
    "职责": "管好集体资产",
    "要点": "公开的时间和内容",
    "说明": "按年度统计",
    "责任人": "村民委员会主任",
    "责任单位": "村民委员会",
    "附件": "board-2026-03.jpg",
    "项目": "组织建设",
    "产生方式": "党员大会选举",
    "指标": "党员总数",
    "审核": "村务监督委员会",
    "收款单位": "某某建设有限公司",
    "步骤": "提议",
    "起算步骤": "提议",
    "理由": "正在核对",
    "可选来源": "走访",
    "可选类别": "水利",
    "词": "党支部",
    "地点": "村部会议室",
    "姓名": "张某",
    "满分": "100",
    "分值": "10",
    "下限": "90",
    "得分": "92",
    "分数": "18",
    "数量": "2",
    "metric/主题": "党建",
    "form/名称": "村级重大事项决策",
    "人口": "1286",
    "户数": "412",
    "党员数": "38",
    "应到": "38",
    "实到": "35",
    "全体": "40",
    "同意": "33",
    "占比": "60",
    "进度": "80",
    "project/名称": "村内道路硬化",
    "law/名称": "中华人民共和国村民委员会组织法",
    "item/事项": "收支公开榜",
    "metric/名称": "党员年龄结构",
    "chart/会计科目.名称": "经营收入",
    "chart/报表.行.项目": "收入合计",
    "finance/报表行.项目": "经营收入",
    "finance/表": "收支公开榜",
    "jurisdiction/改名.名称": "村级收支公开",
    "jurisdiction/附加列.要点": "写土地承包经营权证的号码",
    "archive/体裁": "工作报告",
    "archive/原件": "originals/work-report-2014.docx",
    "archive/校验": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "archive/正文.文字": "全镇把账目贴上墙，请村民来评。",
    "archive/正文.表行.格": "新建公厕",
    "article/体裁": "经验材料",
    "article/部分.做法": "逐户走访，账目每月上墙。",
    "article/部分.成效": "集体收入由{{ 集体收入['2025'] }}万元增加到{{ 集体收入 }}万元。",
    "article/结尾": "以上报告，请予审议。",
    "holiday/出处": "国务院办公厅关于放假安排的通知",
    "holiday/年": "2026",
    "item/主体": "农村集体经济组织",
    "item/内容": "分配方案、各户数额和发放情况",
}
"""Where neither the help nor the kind says enough; the sentences are invented."""


class Asked(Protocol):
    """The parts of a field from which an example is made."""

    @property
    def label(self) -> str: ...
    @property
    def path(self) -> str: ...
    @property
    def kind(self) -> Kind: ...
    @property
    def help(self) -> str: ...
    @property
    def words(self) -> tuple[str, ...]: ...
    @property
    def ref(self) -> Ref | None: ...


def example(family: str, entry: Asked) -> str:
    """How a value of the field may look in a file of the family."""
    if entry.label == "编号":
        return _named(family)
    if entry.words:
        return entry.words[0]
    if entry.ref and entry.ref.family:
        by_name = _BY_LABEL.get(f"{family}/{entry.path}", _BY_LABEL["权属单位"])
        return by_name if entry.ref.by == "name" else _named(entry.ref.family)
    own = _BY_LABEL.get(f"{family}/{entry.path}")
    if own:
        return own
    said = _SAID.search(entry.help)
    if said and (entry.kind in _SPOKEN or (entry.ref and not entry.ref.family) or "[" in said[1]):
        return said[1].split(" 或 ")[0].strip()
    begun = _BEGUN.search(entry.help)
    if begun and entry.kind in _SPOKEN:
        return begun[1]
    if entry.kind is Kind.WORD and "、" in entry.help:
        return entry.help.split("、")[0]
    return _BY_LABEL.get(entry.label, _BY_KIND[entry.kind]) if entry.kind in _LABELLED else _BY_KIND[entry.kind]


def _named(family: str) -> str:
    """An id of the family."""
    return _BY_REFERENCE.get(family, f"sample-{family}" if family in _CATALOGUE else _BY_KIND[Kind.ID])
