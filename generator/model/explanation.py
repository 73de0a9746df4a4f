"""What a rule means: shown by `gongkai explain`, on the manual page, and nowhere written twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

COMPLAINTS = {
    "F1": "未更新、更新滞后",
    "F2": "公开栏空白、没有财务记录",
    "F3": "内容不全",
    "F4": "笼统、只有总数",
    "F5": "账实不符、三本账",
    "F6": "时间跨度太长",
    "F7": "程序随意、监督委员会未审核",
    "F8": "贴上即撤、期限不足",
    "F9": "张贴不规范、版面破损、字小",
    "F10": "拿上级宣传画充数",
    "F11": "群众看不懂、查不到",
    "F12": "隐私泄露",
    "F13": "依据过期",
    "F14": "日期倒签、弄虚作假",
    "F15": "重复发布、前后不一",
    "F16": "公示未满即实施",
    "F17": "异议无答复",
    "F18": "表决数不合法",
}
"""What inspectors write, by the code of an explanation's `inspection`."""
SUBJECTS = ("公开记录", "财务", "项目和资产", "活动、考核和台账", "材料和说明页", "目录和统计", "写法和文件", "接受")
"""What the other rules look at, in the order of the manual."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """One rule in the words of a clerk, in Chinese throughout; `wrong` and `right` are what stands in a data file."""

    title: str
    """The wrong it finds, in a few words: 公示时间不足."""
    what: str
    """What is looked at, and what level each wrong has."""
    why: str
    """The law with its article, or the inspectors' practice, and what comes of it."""
    wrong: str
    right: str
    mend: str
    """What the clerk does, step by step."""
    inspection: str = ""
    """The complaint of inspectors that it answers, one of COMPLAINTS."""
    about: str = ""
    """What it looks at, one of SUBJECTS; only of those that answer no complaint."""
    acceptable: bool = True
    """Whether a person may answer for such a finding; nobody may for what would hurt a villager or break the law."""


def sections(manual: Mapping[str, Explanation]) -> list[tuple[str, str, tuple[str, ...]]]:
    """The manual in the order in which it is read: (code or "", heading, names of its rules), complaints first."""
    found = [
        (code, complaint, tuple(name for name, one in manual.items() if one.inspection == code))
        for code, complaint in COMPLAINTS.items()
    ]
    found += [("", about, tuple(name for name, one in manual.items() if one.about == about)) for about in SUBJECTS]
    return [section for section in found if section[2]]
