"""A legal basis that does not hold (F13).

Citing both versions keeps the history right: one of them being in force on the day in question is enough. A law whose
first day is not known yet (no 施行) is passed over until somebody writes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pydantic.fields import FieldInfo

from generator.model import Explanation, Finding, Level, Record, Records, fold
from generator.records.article import Article
from generator.records.chart import Chart
from generator.records.form import ProcedureForm
from generator.records.genre import Genre
from generator.records.item import DisclosureItem
from generator.records.jurisdiction import Jurisdiction
from generator.records.law import Law
from generator.records.ledger import Ledger
from generator.records.publication import PublicationRecord
from generator.records.scale import GradeScale
from generator.records.schedule import Schedule
from generator.rules._common import Report, walk
from generator.rules._common.spots import spot

NAME = "bases"
EXPLANATION = Explanation(
    title="依据过期或有误",
    what=(
        "目录里引的条文,法规文件没有列出(错误);引的版本已经失效或还没有施行(警告);公开那天事项的依据都不在施行期内(警告);"
        "目录还把计划生育当作应公开的事项(警告);2026年以后的公开和材料写村务公开,仍引《村民委员会组织法》第三十条(警告)。"
        "写明是旧法、原条文的,或写村民代表会议的(新法第三十条),不提。"
    ),
    why=(
        "《村民委员会组织法》2025年修正,2026-01-01 起施行:村务公开由第三十条改为第三十五条,“计划生育政策的落实方案”"
        "不再列入公开事项。检查实践:依据过期是公开栏上最常见的毛病,整张表都让人不信。"
    ),
    wrong="依据: [{法: vcol-2018, 条: 30}]",
    right="依据: [{法: vcol-2018, 条: 30}, {法: vcol-2025, 条: 35}]",
    mend=(
        "改引提示里的现行版本;为了查以前的公开,旧版本可以留着,和新版本写在一起。换了名称的法规,在新的一部里写“接替”。"
        "条文读过正式文本再往 laws/ 里加。"
    ),
    inspection="F13",
)

_RENUMBERED = date(2026, 1, 1)
"""From this day on village disclosure is article 35 of 村民委员会组织法, no longer 30."""
_OLD_ARTICLE = re.compile(r"村(?:民委员会|委会)组织法[》」]?(?:[（(][^（）()]*[）)])?第(?:三十|30)条")
_OF_OLD = re.compile(r"20(?:10|18)|修订|修正|旧法|原(?:来)?(?:的)?《?(?:中华人民共和国)?村|原第")
_DISCLOSING = re.compile("公开|公布|张榜|上墙|公示")
_SENTENCES = re.compile(r"[^。;；!！?？]+")
_GONE = re.compile("计划生育(?!.*(?:奖励|扶助|补助|补贴|家庭))")

_Cited = tuple[int, str | None, Law]
"""Position, article and law of a basis."""
_CITING: tuple[type[Record], ...] = (
    *(DisclosureItem, ProcedureForm, Jurisdiction, Chart),
    *(Schedule, GradeScale, Ledger, Genre),
)


def check(records: Records) -> Iterator[Finding]:
    """The catalogue as of today, then the publications as of their own day."""
    for entry in (entry for kind in _CITING for entry in records.of(kind)):
        yield from _articles(Report(NAME, records, entry), _laws(records, entry))
        if not _past(entry, records.today):
            yield from _lapsed(Report(NAME, records, entry), _laws(records, entry))
    for item in records.of(DisclosureItem):
        yield from _abolished(Report(NAME, records, item), item)
    for publication in records.of(PublicationRecord):
        yield from _published(Report(NAME, records, publication), publication)
        yield from _renumbered(records, publication, publication.done)
    for article in records.of(Article):
        yield from _renumbered(records, article, article.day)


def _past(entry: Record, day: date) -> bool:
    """Whether the entry itself belongs to the past; then so may what it rests on."""
    until: date | None = getattr(entry, "until", None)
    return until is not None and until < day


def _laws(records: Records, entry: Record) -> list[_Cited]:
    """The bases whose law is in the catalogue."""
    bases = getattr(entry, "bases", ())
    found = ((i, basis.article, records.get(Law, f"{Law.family}/{basis.law}")) for i, basis in enumerate(bases))
    return [(index, article, law) for index, article, law in found if law is not None]


def _articles(say: Report, laws: list[_Cited]) -> Iterator[Finding]:
    for index, article, law in laws:
        if article is not None and law.article(article) is None:
            listed = "、".join(one.number for one in law.articles) or "无"
            message = f"《{law.name}》({law.id})没有列出第{article}条,已列的条文:{listed}"
            yield say.error(message, "核对正式文本,改正条号,或在 laws/ 里补上这一条", "依据", index, "条")


def _lapsed(say: Report, laws: list[_Cited]) -> Iterator[Finding]:
    today = say.records.today
    for index, article, law in _not_in_force(say.records, laws, today):
        cited = f"《{law.name}》{f'第{article}条' if article else ''}({law.id})"
        if law.since is not None and today < law.since:
            yield say.warning(f"{cited}到 {law.since} 才施行", "施行以前换成现行的依据", "依据", index, "法")
        else:
            message = f"{cited}只施行到 {law.until},现在已经失效"
            yield say.warning(message, _successor(say.records, law, today), "依据", index, "法")


def _successor(records: Records, law: Law, day: date) -> str:
    line = _line(records, law)
    same = [other for other in records.of(Law) if _line(records, other) == line and other.in_force(day)]
    if not same:
        return "在 laws/ 里补上现行的版本,再改引它"
    numbers = "、".join(f"第{article.number}条" for article in same[0].articles[:10])
    return f"改引现行版本 {same[0].id}({same[0].since} 起施行){f',条号可能变了:{numbers}' if numbers else ''}"


def _published(say: Report, publication: PublicationRecord) -> Iterator[Finding]:
    """An item of which nothing that it cites was in force; what is reported as of today is not repeated here."""
    day, today = publication.done, say.records.today
    for position, name in enumerate(publication.items if day else ()):
        item = say.records.get(DisclosureItem, f"{DisclosureItem.family}/{name}")
        laws = _laws(say.records, item) if item is not None else []
        if any(law.in_force(day or today) for _, _, law in laws):
            continue
        reported = {index for index, _, _ in _not_in_force(say.records, laws, today)}
        for index, _, law in _not_in_force(say.records, laws, day or today):
            if index not in reported:
                message = f"公开那天({day})事项“{name}”的依据《{law.name}》({law.id})不在施行期内"
                hint = "在目录里这个事项的“依据”下,再写上当时施行的版本"
                yield say.warning(message, hint, "事项", position)


def _abolished(say: Report, item: DisclosureItem) -> Iterator[Finding]:
    """What the law no longer lists; a subsidy that is still paid is another matter."""
    if _GONE.search(item.name) and item.frequency != "不定期" and say.records.today >= _RENUMBERED:
        message = f"“{item.name}”不再是村务公开事项:2026-01-01 起施行的《村民委员会组织法》第三十五条没有这一项"
        hint = "删去这个事项;以前公开过的要留着查,把“频次”改成“不定期”;还在发的奖励扶助,按补贴公开"
        yield say.warning(message, hint, "事项")


def _renumbered(records: Records, record: Record, day: date | None) -> Iterator[Finding]:
    """The old article beside the law's name, in a sentence about disclosure."""
    if day is None or day < _RENUMBERED:
        return
    for path, _, text in walk(record, _any):
        for sentence in _SENTENCES.finditer(text) if isinstance(text, str) and "组织法" in text else ():
            found = _OLD_ARTICLE.search(sentence[0])
            said = sentence[0]
            if found and _DISCLOSING.search(said) and "代表会议" not in said and not _OF_OLD.search(said):
                start, end = sentence.start() + found.start(), sentence.start() + found.end()
                message = "村务公开引的是《村民委员会组织法》第三十条,2026-01-01 起是第三十五条"
                where = spot(records, record, path, text, start, end)
                yield Finding(NAME, Level.WARNING, where, message, "改成第三十五条;写旧事的,写明是旧法", record.key)


def _any(_: FieldInfo) -> bool:
    """Every field; a text may stand in most of them."""
    return True


def _not_in_force(records: Records, laws: list[_Cited], day: date) -> list[_Cited]:
    """The bases not in force on the day, unless another version of the same law is cited that is."""
    standing = {_line(records, law) for _, _, law in laws if law.in_force(day)}
    return [cited for cited in laws if cited[2].since is not None and _line(records, cited[2]) not in standing]


def _line(records: Records, law: Law) -> str:
    """What all versions of a law have in common: the name, or that of the first one where the name has changed."""
    seen = {law.id}
    while law.replaces is not None and law.replaces not in seen:
        seen.add(law.replaces)
        before = records.get(Law, f"{Law.family}/{law.replaces}")
        if before is None:
            break
        law = before
    return fold(law.name)
