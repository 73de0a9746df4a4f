"""The words beside a number, which decide whose it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

IDENTITY = re.compile(
    "身份证|身份号|证件号|证件编号|证件:|公民身份|社会保障号|残疾证|残疾人证|低保证|优待证|优抚证|特困证|(?<![A-Za-z])ID(?![A-Za-z])",
    re.IGNORECASE,
)
PHONE = re.compile("电话|手机|联系|联络|微信|拨打|短信|致电|来电|tel|phone|mobile", re.IGNORECASE)
OFFICE_PHONE = re.compile("监督|举报|公开|办公|值班|热线|投诉|咨询|服务|信访")
BANK = re.compile("卡号|账号|帐号|账户|帐户|一卡通|社保卡|银行卡|存折|存单|开户|打卡|卡:")
OWN_BANK = re.compile("一卡通|卡号|社保卡|银行卡|存折|存单|打卡")
CREDIT = re.compile("信用代码|税号|纳税人|识别号")
BUSINESS = re.compile(
    "合同|编号|单号|发票|票号|票据|凭证|订单|流水|项目|宗地|图斑|代码|文号|批次|批号|档案|案号|证号|证书|许可|登记|权证|图号"
    "|[电水气]表|户号|设备|序列|条码|条形码|货号|追溯|经度|纬度|坐标|回执|标段"
)
AMOUNT = re.compile("金额|余额|合计|收入|支出|面积|数量|单价|结存|投资")
UNITS = re.compile(r"\s*(?:[,.]\d|元|万|亿|亩|平方|立方|株|斤|吨|公里|千米|米|千瓦|度|%|人|户|m2|kw)", re.IGNORECASE)
ORGANISATION = re.compile(
    "合作社|村委|居委|委员会|公司|对公|基本户|基本存款|专户|专用账户|单位|政府|财政|党委|支部|集体|学校|医院|协会|企业|工厂"
)
PERSON = re.compile("某|户主|村民|本人|同志|先生|女士|老人|低保|五保|特困|危房|困难|残疾|监护|领款")


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a place in a folded text."""

    label: str
    before: str
    """The last words before it, digits and signs taken as blanks."""
    after: str
    line: str
    """The line before it, as it is."""
    rest: str
    """The line behind it, as it is."""

    def near(self, words: re.Pattern[str]) -> bool:
        return any(words.search(text) for text in (self.label, self.before, self.after))

    def leads(self, words: re.Pattern[str]) -> bool:
        """Whether such a word stands right before it, or is its label."""
        return bool(words.search(self.before[-8:]) or words.search(self.label))

    def in_line(self, words: re.Pattern[str]) -> bool:
        return any(words.search(text) for text in (self.label, self.line, self.rest[:20]))


def around(text: str, start: int, end: int, label: str) -> Around:
    """What stands around text[start:end]; 60 characters are far enough."""
    line = text[max(0, start - 60) : start]
    rest = text[end : end + 30]
    return Around(
        label=label,
        before=re.sub(r"[\d\W]+", " ", line)[-14:],
        after=text[end : end + 8],
        line=line[line.rfind("\n") + 1 :],
        rest=rest.split("\n", 1)[0],
    )
