"""Words that say nothing: 开支, 其他, or a total with no entry behind it (F4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.catalogue import LocalCatalogue, local
from generator.model import Explanation, Finding, Records, fold
from generator.records.finance import Finance, Line
from generator.records.project import Project
from generator.records.publication import PublicationRecord
from generator.rules._common import Report, yuan

NAME = "vague"
EXPLANATION = Explanation(
    title="公开得笼统",
    what=(
        "收支公开榜和逐笔、项目的付款里,摘要只写“开支”“费用”“支出”“其他”一类的(警告),不到3个字的(提示);"
        "收入或支出里“其他”“杂项”超过五分之一、又在1000元以上的(警告);按逐笔公开、有收支却一笔也没有列的(警告);"
        "公开的正文不到6个字,或只写“见附件”“已公开”一类的(警告)。"
    ),
    why=(
        "《农村集体经济组织财务公开规定》(农经发〔2011〕13号):财务公开要逐项逐笔。检查实践:只有总数、只公布细枝末节、"
        "大笔的钱写成“其他”,群众看了等于没看。"
    ),
    wrong='支出:\n  - {摘要: 其他支出, 金额: "18,600.00"}',
    right='支出:\n  - {摘要: 村部屋顶防水维修, 金额: "15,000.00"}\n  - {摘要: 重阳节慰问70岁以上老人36户, 金额: "3,600.00"}',
    mend="对照凭证写清:什么事、给谁(写单位或几户,不写私人姓名)、什么时候。几样合在一起的拆成几行。公开后改的,写“更正”。",
    inspection="F4",
)

_GENERIC = "开支 支出 支付 费用 收入 收款 付款 款项 现金 转账 往来 报销 报账 其他 其它 杂费 杂项 零星 日常 有关 相关 合计 小计 总计"
"""A summary made of nothing but such words says nothing."""
_PADDING = r"\d|[年月日季份的等类元费款上下本村各项]|度|第|其中|集体|经济|组织|合作社|[一二三四五六七八九十]|\W"
"""What adds nothing to such a word: `3月份各项费用`, `村集体支出`."""
_NOTHING = re.compile(f"{'|'.join(_GENERIC.split())}|{_PADDING}")
_OTHER = re.compile(r"其[他它]|杂[项费支]|零星")
_SHORTEST = 3
"""Characters of a summary: of `电费` nobody knows whose it is."""
_OTHER_SHARE = Decimal("0.2")
"""Of one side of a sheet."""
_OTHER_LEAST = Decimal(1000)
"""Yuan; below it the share means nothing."""
_TEXT_LEAST = 6
"""Characters of a publication's text."""
_EMPTY_TEXTS = frozenset({"见附件", "详见附件", "见公开栏", "详见公开栏", "已公开", "已公示", "情况良好", "无异常"})
_NAMED = 3
"""So many lines are quoted."""


def check(records: Records) -> Iterator[Finding]:
    """The sheets, the payments of projects, the texts of publications."""
    for sheet in records.of(Finance):
        if sheet.is_cash:
            yield from _sheet(Report(NAME, records, sheet), sheet, local(records, sheet.township))
    for project in records.of(Project):
        paid = [(index, payment.summary) for index, payment in enumerate(project.payments)]
        yield from _summaries(Report(NAME, records, project), "支付", paid)
    for publication in records.of(PublicationRecord):
        yield from _text(Report(NAME, records, publication), publication)


def _sheet(say: Report, sheet: Finance, here: LocalCatalogue) -> Iterator[Finding]:
    told: set[str] = set()
    for side, lines in (("收入", sheet.incomes), ("支出", sheet.expenses)):
        listed = [(index, line.summary) for index, line in enumerate(lines)]
        told |= {fold(summary) for _, summary in listed}
        yield from _summaries(say, side, listed)
        yield from _other(say, side, lines)
    entries = ((index, entry.summary) for index, entry in enumerate(sheet.entries))
    yield from _summaries(say, "逐笔", [one for one in entries if fold(one[1]) not in told])
    if not sheet.entries and (sheet.incomes or sheet.expenses) and _one_by_one(here, sheet):
        count = len(sheet.incomes) + len(sheet.expenses)
        message = f"这张表要逐笔公开,收支有{count}行,逐笔一笔也没有列"
        yield say.warning(message, "照凭证把每一笔写进“逐笔”:日期、凭证号、摘要、收入或支出、余额", "编号")


def _one_by_one(here: LocalCatalogue, sheet: Finance) -> bool:
    """Whether the catalogue has the entries of the sheet published."""
    label = next(str(field.alias) for name, field in Finance.model_fields.items() if name == "entries")
    return any(path.startswith(f"{label}.") for item in here.publishing(sheet) for path in item.elements)


def _summaries(say: Report, side: str, listed: Sequence[tuple[int, str]]) -> Iterator[Finding]:
    """All summaries of one side that say nothing, in one finding; those that are only short in a note."""
    empty = [(index, summary) for index, summary in listed if _generic(summary)]
    short = [(index, summary) for index, summary in listed if len(fold(summary)) < _SHORTEST]
    hint = "写清什么事、给谁、什么时候,例如“3月保洁员工资”"
    if empty:
        message = f"{side}{_quoted(empty)}太笼统,看不出是什么钱"
        yield say.warning(message, hint, side, empty[0][0], "摘要")
    if short := [one for one in short if one not in empty]:
        yield say.note(f"{side}{_quoted(short)}太短,看不出是哪一处的", hint, side, short[0][0], "摘要")


def _quoted(listed: Sequence[tuple[int, str]]) -> str:
    words = list(dict.fromkeys(summary for _, summary in listed))
    quoted = "、".join(f"“{word}”" for word in words[:_NAMED]) + ("等" if len(words) > _NAMED else "")
    return f"{f'{len(listed)}行的' if len(listed) > 1 else ''}摘要{quoted}"


def _generic(summary: str) -> bool:
    return _NOTHING.sub("", fold(summary)) == ""


def _other(say: Report, side: str, lines: Sequence[Line]) -> Iterator[Finding]:
    """How much of a side stands under 其他; a line that is nothing but that has a finding already."""
    total = sum((line.amount for line in lines), Decimal(0))
    other = [(i, line) for i, line in enumerate(lines) if _OTHER.search(line.summary) and not _generic(line.summary)]
    amount = sum((line.amount for _, line in other), Decimal(0))
    if total > 0 and amount >= _OTHER_LEAST and amount > total * _OTHER_SHARE:
        quoted = "、".join(f"“{line.summary}”" for _, line in other[:_NAMED])
        message = (
            f"{side}里{quoted}共 {yuan(amount)},占{side} {yuan(total)} 的 {amount * 100 / total:.0f}%,看不出是什么钱"
        )
        yield say.warning(message, "大笔的单独写一行;其他只留零星的", side, other[0][0], "金额")


def _text(say: Report, publication: PublicationRecord) -> Iterator[Finding]:
    text = fold(publication.text or "").strip(" 。.!;")
    if text and not publication.records and (len(text) < _TEXT_LEAST or text in _EMPTY_TEXTS):
        message = f"正文只写了“{text}”,看不出公开了什么"
        yield say.warning(message, "把公开的内容写进正文,或者写上公开的是哪几条记录", "正文")
