"""Two things that would get the same address on the site: one page would silently take the place of another."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Explanation, Finding, Record, Records
from generator.records import TOWNSHIP_KINDS
from generator.records.place import Place
from generator.rules._common import Report

NAME = "addresses"
EXPLANATION = Explanation(
    title="网址会重复",
    what=(
        "乡镇文件夹的名字不能是网站自己用的(about、assets、catalogue、files、search 等);"
        "村的编号不能和乡镇的一样,也不能是一类记录的名字(finance、procedure 等);编号不能是 index;"
        "网址不能超过120个字符。都是错误。"
    ),
    why=(
        "检查实践:扫码进去是别的内容、打不开。两样东西用一个网址,一个会盖住另一个,等于少公开一样,"
        "还没有人发现。二维码贴出去以后,网址就不能再改。"
    ),
    wrong="编号: finance\n名称: 示例村\n级别: 村",
    right="编号: shili\n名称: 示例村\n级别: 村",
    mend="公开以前换一个编号:用拼音,只写小写字母、数字和短横线。已经公开过的编号不要改,改了旧网址就打不开。",
    about="写法和文件",
    acceptable=False,
)

_LONGEST = 120  # what Windows can still unpack below a download folder
_SITE = {"about", "assets", "catalogue", "files", "search"}
_FAMILIES = {kind.family for kind in TOWNSHIP_KINDS} | {"notices"}


def check(records: Records) -> Iterator[Finding]:
    """Every record of a township."""
    for record in records:
        wrong = "" if type(record).catalogue else _wrong(record)
        if wrong:
            say = Report(NAME, records, record)
            yield say.error(wrong, "换一个编号;公开以后网址就不能再改了", "编号")


def _wrong(record: Record) -> str:
    address = f"{record.township}/{getattr(record, 'place', '')}/{record.family}/{record.id}.html"
    if len(address) > _LONGEST:
        return f"网址有{len(address)}个字符,超过{_LONGEST}个"
    if record.id == "index":
        return "“index”是网页本身用的名字,不能作编号"
    if not isinstance(record, Place):
        return ""
    if record.is_top:
        return f"“{record.id}”是网站本身用的名字,不能作乡镇的编号" if record.id in _SITE else ""
    if record.id == record.township:
        return f"村的编号“{record.id}”和乡镇的编号一样"
    return f"“{record.id}”是一类记录的名字,不能作村的编号" if record.id in _FAMILIES else ""
