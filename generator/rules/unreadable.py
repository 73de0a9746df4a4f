"""A publication that villagers cannot read or find: only pictures, a title that is a code, a sheet of vouchers only (F11)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogue import local
from generator.model import Explanation, Finding, Records, fold
from generator.records.asset import Asset
from generator.records.finance import Finance
from generator.records.procedure import Procedure
from generator.records.project import Project
from generator.records.publication import PublicationRecord
from generator.records.roster import Roster
from generator.rules._common import Report

NAME = "unreadable"
EXPLANATION = Explanation(
    title="群众看不懂、查不到",
    what=(
        "公开的只有图片、没有文字也没有记录(警告),读屏软件念不出、站内搜不到;标题只是文号、编号、文件名,"
        "或只有“公示”“附件”一类的话(警告);一件一件公开的事没有标题(提示);财务的摘要里一个汉字也没有(警告);"
        "逐笔有三十笔以上、没有按用途归类的收入和支出(提示);正文里“元”和“万元”混着用(提示)。"
    ),
    why=(
        "检查实践:挂了一墙,群众看不懂、查不到,等于没有公开。《村民委员会组织法》第三十五条要求接受村民查询;"
        "照片里的字老人放不大,读屏软件念不出,站内也搜不到。"
    ),
    wrong="标题: 示政发〔2026〕5号\n附件: [board-2026-03.png]",
    right="标题: 刘村2026年3月收支公开榜\n正文: 本月收入12,000元,支出2,400元。\n附件: [board-2026-03.png]",
    mend=(
        "照片照样可以附,另外写上“记录”,或在“正文”里把内容打成文字。标题写谁、什么时候、什么事,文号写进正文。"
        "财务表先按用途写几行收入、支出,再写逐笔;金额统一用元。"
    ),
    inspection="F11",
)

_VAGUE = frozenset(
    {
        *("公示", "公告", "通告", "通知", "公布", "公开", "公开表", "公示表", "情况公示", "附件", "表", "附表"),
        *("无标题", "标题", "图片", "照片", "新建", "文档", "其他", "内容", "如下", "见附件", "见图", "详见附件"),
    }
)
_FILE = re.compile(r"\.(?:jpe?g|png|gif|bmp|docx?|xlsx?|pdf|wps|et)$", re.IGNORECASE)
_NUMBERED = re.compile(r"^.{0,8}[〔\[(（]?\d{4}[〕\])）]?(?:第)?\d{1,4}号$")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_DATES = re.compile("[年月日第季度上下半一二三四]")
_TEN_THOUSANDS = re.compile(r"\d\s*(?:多|余)?万元")
_YUAN = re.compile(r"\d\s*(?:多|余)?元")
_EACH = ("事后", "不定期")
"""Items of single matters: the name of the item does not say which."""
_MANY = 30
"""Entries that nobody adds up standing before a board."""


def check(records: Records) -> Iterator[Finding]:
    """The publications, then the records that bear names of their own, then the sheets."""
    for publication in records.of(PublicationRecord):
        if publication.done is not None and publication.exempt is None and publication.withdrawn is None:
            say = Report(NAME, records, publication)
            yield from _pictures(say, publication)
            yield from _untitled(say, publication)
            yield from _units(say, publication)
    for kind in (Procedure, Project, Asset, Roster, PublicationRecord):
        for record in records.of(kind):
            title = getattr(record, "title", None)
            if title is not None:
                yield from _title(Report(NAME, records, record), title, "事项" if kind is Procedure else "名称")
    for sheet in records.of(Finance):
        yield from _sheet(Report(NAME, records, sheet), sheet)


def _pictures(say: Report, publication: PublicationRecord) -> Iterator[Finding]:
    if publication.attachments and not publication.records and not publication.text:
        message = f"只有{len(publication.attachments)}张图片,没有文字,也没有写“记录”"
        hint = "图片可以留着,另外写上“记录”,或在“正文”里把图上的内容打成文字"
        yield say.warning(message, hint, "附件")


def _untitled(say: Report, publication: PublicationRecord) -> Iterator[Finding]:
    if publication.records or publication.title or not (publication.text or publication.attachments):
        return
    here = local(say.records, publication.township)
    items = [item for item in map(here.item, publication.items) if item is not None]
    if publication.period is None and items and all(item.frequency in _EACH for item in items):
        message = f"没有标题,网页和公开栏上只写得出“{items[0].name}”,看不出是哪一件"
        yield say.note(message, "补上“标题”:谁、什么时候、什么事", "正文" if publication.text else "附件")


def _units(say: Report, publication: PublicationRecord) -> Iterator[Finding]:
    """Two units of money in one text: a slip of four noughts that no reader notices."""
    text = fold(publication.text or "")
    small = _YUAN.search(text)
    if small and _TEN_THOUSANDS.search(text):
        message = "正文里有的金额用元,有的用万元,看的人容易弄错"
        yield say.note(message, "统一写成元,或统一写成万元", "正文")


def _title(say: Report, title: str, label: str) -> Iterator[Finding]:
    plain = fold(title).strip("：:。.《》“”")
    label = "标题" if isinstance(say.record, PublicationRecord) else label
    if not _HAN.search(_DATES.sub("", plain)) or _FILE.search(plain) or _NUMBERED.match(plain):
        message = f"{label}“{title}”只是编号、文号或文件名,看不出是什么"
        yield say.warning(message, "写成一看就懂的话:谁、什么时候、什么事;文号写在后面", label)
    elif plain in _VAGUE:
        message = f"{label}只写“{title}”,看不出是什么"
        yield say.warning(message, "写成一看就懂的话:谁、什么时候、什么事", label)


def _sheet(say: Report, sheet: Finance) -> Iterator[Finding]:
    summaries = {
        "收入": [line.summary for line in sheet.incomes],
        "支出": [line.summary for line in sheet.expenses],
        "逐笔": [entry.summary for entry in sheet.entries],
    }
    for label, texts in summaries.items():
        for index, text in enumerate(texts):
            if _HAN.search(text) is None:
                message = f"摘要“{text}”只有代码,看不懂是什么钱"
                yield say.warning(message, "用汉字写明什么钱,例如 3月保洁员工资", label, index, "摘要")
    if len(sheet.entries) >= _MANY and not sheet.incomes and not sheet.expenses:
        message = f"逐笔有{len(sheet.entries)}笔,没有按用途归类的收入和支出,看不出钱主要用在哪里"
        yield say.note(message, "在“收入”“支出”里按用途各写几行,合计和逐笔一致", "逐笔")
