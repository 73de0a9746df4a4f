"""`gongkai correct`: a published value is changed, and every publication that showed it says so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator import console
from generator.commands._common import the_site
from generator.console import onward
from generator.console.options import QUIET, ROOT, TODAY, Day, Slug, options
from generator.console.publishing import Manner, carry_out, township_of
from generator.disclose.quoting import quotable
from generator.editing.choosing import named
from generator.editing.correcting import Change, Correcting, Ground
from generator.editing.document import Document
from generator.editing.keeping import taken
from generator.editing.publishing import Plan
from generator.load.shape import shape
from generator.model import Records, Unusable


@click.command(
    cls=console.ChineseCommand,
    help=(
        "更正已经公开的内容:改记录里的值,并在公开记录里写明原为、改为、理由。"
        "一行写摘要或行数(从1数起),例如 收入.果园承包费.金额、收入[2].金额;有关的合计一起写:\n\n"
        "收入[2].金额 2,600.00 收入合计 14,900.00 期末结存 96,620.00"
    ),
    short_help="更正已经公开的内容,写明原为、改为、理由",
    example="gongkai correct finance/liucun-2026-03 制表 会计 --reason 笔误 --post 书记",
)
@click.argument(
    "words",
    metavar="记录 项 新值 [项 新值]…",
    nargs=-1,
    help="改哪条、哪一项、改成什么;行写摘要或行数(从1数起),例如 收入[2].金额",
)
@options(ROOT, TODAY)
@click.option("--township", type=Slug(), help="哪个乡镇;只有一个乡镇时不用写")
@click.option("--reason", default="", metavar="理由", help="为什么更正,对外公开")
@click.option("--post", default="", metavar="职务", help="谁批准更正的")
@click.option("--day", type=Day(), help="更正的日期,不写就是今天")
@click.option("--was", default="", metavar="旧值", help="已经先改了数据的,写原来公开的值;只能更正一项")
@click.option("--dry-run", is_flag=True, help="只看会改哪几行,不写")
@click.option("--yes", is_flag=True, help="改了以后检查有错误也写")
@options(QUIET)
def correct(
    *,
    root: Path,
    today: date | None,
    words: tuple[str, ...],
    township: str | None,
    reason: str,
    post: str,
    day: date | None,
    was: str,
    dry_run: bool,
    yes: bool,
    quiet: bool,
) -> int:
    if len(words) < 3 or len(words) % 2 == 0:
        raise Unusable(
            "写成:gongkai correct 记录 项 新值,例如 finance/liucun-2026-03 期末结存 96,021.00;几项就接着写。"
        )
    if was and len(words) > 3:
        raise Unusable("写了 --was 就一次只更正一项。")
    site = the_site(root, today, ())
    chosen = township_of(site.root, words[:1], township)
    ground = Ground(reason.strip(), post.strip(), day or site.today)
    changes = [Change(said, new, was) for said, new in zip(words[1::2], words[2::2], strict=True)]

    def planned(records: Records) -> list[Plan]:
        record = named(records, chosen, words[0])
        file = records.where(record).file
        if not file.endswith((".yml", ".yaml")):
            raise Unusable(f"{words[0]} 不是数据文件里写的,是算出来的或存档的材料。改它依据的记录,或在文件里手工改。")
        document = Document(file, taken(site.root, site.root / file) or b"")
        return Correcting(records, record, document, shape, quotable).plans(changes, ground)

    said = onward.CORRECTED
    return carry_out(site, chosen, planned, Manner(dry=dry_run, sure=yes, quiet=quiet), said)
