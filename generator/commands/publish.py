"""`gongkai publish`: the publication record, one stage after the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import click

from generator import console
from generator.commands._common import the_site
from generator.console import onward
from generator.console.options import QUIET, ROOT, TODAY, Day, Slug, options
from generator.console.publishing import Manner, carry_out, looked_up, stage_said, status, township_of
from generator.editing.choosing import Subject, subject
from generator.editing.publishing import Plan, done, staged, with_said
from generator.editing.remarks import announced, exempted, objected, replied, withdrawn
from generator.editing.stages import STAGES, Step, too_early
from generator.model import Period, Records, Unusable

_EXAMPLE = "gongkai publish finance/liucun-2026-03 --stage 审批 --post 村党支部书记"


class PeriodWord(click.ParamType[Period]):
    name = "期间"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Period:
        try:
            return value if isinstance(value, Period) else Period.parse(value)
        except ValueError:
            self.fail(f"“{console.plain(value)}”不是期间,写成 2026-03(月)、2026-Q1(季度)或 2026(年)", param, ctx)


PERIOD = PeriodWord()


@dataclass(frozen=True)
class Asked:
    """What the clerk typed, action by action; at most one of them is asked for."""

    day: date
    post: str
    reason: str
    given: dict[str, str]
    words: dict[str, Any]

    def plan(self, records: Records, subject: Subject) -> Plan:
        """The one thing to write. Raises Unusable with the reasons against it."""
        one, day = self.words, self.day
        if one["stage"]:
            return self._stage(records, subject)
        if one["announce"] or one["cancel"]:
            state = "取消" if one["cancel"] else "确认" if one["confirm"] else "计划"
            planned = None if one["cancel"] else one["announce"]
            return announced(records, subject, state, planned, day, self.reason, self.given)
        if one["exempt"]:
            return exempted(records, subject, one["exempt"], self.post, day, self.given)
        if one["withdraw"]:
            return withdrawn(records, subject, one["withdraw"], self.post, day)
        if one["objection"]:
            return objected(records, subject, one["objection"], one["objector"], day)
        return replied(records, subject, one["reply"], day)

    def _stage(self, records: Records, subject: Subject) -> Plan:
        step = Step(self.words["stage"], self.day, self.post, True if self.words["secrecy"] else None)
        made = staged(records, subject, step, self.given, renewed=self.words["yes"])
        early = too_early(records, subject, step)
        if early and not self.words["yes"]:
            raise Unusable(f"{early}。到期再取下;确实已经取下了,加 --yes 照实写。")
        return with_said(made, f"{early},检查会报错,应当重新张贴" if early else "")


_ACTIONS = ("stage", "announce", "cancel", "exempt", "withdraw", "objection", "reply")
_ABOUT_PUBLIC = {"withdraw", "objection", "reply"}
"""What can only be said of something published."""
_GIVEN = {
    "--post": "post",
    "--day": "day",
    "--secrecy": "secrecy",
    "--reason": "reason",
    "--objector": "objector",
    "--publisher": "publisher",
    "--title": "title",
    "--text": "text",
    "--id": "key",
}
"""Options that say nothing by themselves."""


@click.command(
    cls=console.ChineseCommand,
    help=(
        "写公开记录:提出、审核、审批、上墙、上网、下墙,一次一步;不写 --stage 就说下一步是什么。\n\n"
        "审核: --stage 审核 --post 村务监督委员会主任 --secrecy --day 2026-04-08\n\n"
        "上墙: --stage 上墙 --day 2026-04-10\n\n"
        "预告: --announce 2026-04-12;改期: --announce 2026-04-14 --reason 会计请假\n\n"
        "不适用: --item finance-cash-statement --place liucun --period 2026-03 --exempt 没有账 --post 村党支部书记\n\n"
        "撤回: --withdraw 数字有误 --post 村党支部书记"
    ),
    short_help="写公开记录:提出、审核、审批、上墙、上网、下墙,一次一步",
    example=_EXAMPLE,
)
@click.argument("words", metavar="[记录]…", nargs=-1, help="公开哪条记录,例如 finance/liucun-2026-03;可以几条")
@options(ROOT, TODAY)
@click.option("--township", type=Slug(), help="哪个乡镇;只有一个乡镇时不用写")
@click.option("--stage", type=click.Choice(STAGES), help="办好了哪一步")
@click.option("--post", default="", metavar="职务", help="谁签的,写职务,例如 村务监督委员会主任")
@click.option("--day", type=Day(), help="办的日期,不写就是今天")
@click.option("--secrecy", is_flag=True, help="审核时做过保密审查")
@click.option("--item", "items", multiple=True, metavar="事项", help="公开目录里的编号;不写就是能公开它的全部事项")
@click.option("--place", default="", metavar="村", help="没有记录的事项,写村的编号")
@click.option("--period", type=PERIOD, help="没有记录的事项,写哪一期,例如 2026-03")
@click.option("--publisher", default="", metavar="全称", help="公开主体,看得出时不用写")
@click.option("--title", default="", metavar="标题", help="没有记录的事项,公开内容的标题")
@click.option("--text", default="", metavar="正文", help="没有记录的事项,公开的文字")
@click.option("--id", "key", default="", metavar="编号", help="新的公开记录的编号,不写就自动编")
@click.option("--again", is_flag=True, help="公开过的再公开一次,例如有了新进展")
@click.option("--exempt", default="", metavar="原因", help="这一期没有这一项:写“不适用”,要 --post 写谁批准")
@click.option("--announce", type=Day(), help="预告准备哪一天公开;改期要 --reason")
@click.option("--confirm", is_flag=True, help="预告的日子已经定下")
@click.option("--cancel", is_flag=True, help="取消预告,要 --reason")
@click.option("--withdraw", default="", metavar="原因", help="整个撤回,要 --post 写谁批准")
@click.option("--object", "objection", default="", metavar="内容", help="收到的异议(也可以在文件里手工写)")
@click.option("--objector", default="", metavar="姓名", help="提出异议的人,不对外公开")
@click.option("--reply", default="", metavar="答复", help="答复最早一条没有答复的异议")
@click.option("--reason", default="", metavar="理由", help="改期或取消预告的理由")
@click.option("--dry-run", is_flag=True, help="只看会写哪几行,不写")
@click.option("--yes", is_flag=True, help="知道有问题也写:提前下墙、公开后有了新进展")
@options(QUIET)
def publish(
    *, root: Path, today: date | None, words: tuple[str, ...], township: str | None, quiet: bool, **asked: Any
) -> int:
    wanted = [name for name in _ACTIONS if asked[name]]
    if len(wanted) > 1 and set(wanted) != {"announce", "cancel"}:
        raise Unusable("一次只写一件事:--stage、--announce、--exempt、--withdraw、--object、--reply 只用一个。")
    if asked["confirm"] and not asked["announce"]:
        raise Unusable("--confirm 要和 --announce 一起写,写明定下的是哪一天。")
    if not wanted and (idle := [said for said, name in _GIVEN.items() if asked[name]]):
        raise Unusable(
            f"写了 {'、'.join(idle)},没有写办什么。加 --stage、--announce、--exempt、--withdraw、--object 或 --reply;"
            "只看下一步是什么,就不写。"
        )
    site = the_site(root, today, ())
    chosen = township_of(site.root, words, township)

    def meant(records: Records) -> Subject:
        asked_for = (asked["items"], asked["place"], asked["period"])
        public = bool(_ABOUT_PUBLIC & set(wanted))
        return subject(records, chosen, words, *asked_for, again=asked["again"], public=public)

    if not wanted:
        records = looked_up(site, chosen)
        click.echo(status(records, meant(records)))
        return 0
    made = _asked(asked, asked["day"] or site.today)
    manner = Manner(dry=asked["dry_run"], sure=asked["yes"], quiet=quiet)
    said = stage_said(asked["stage"], made.day) if asked["stage"] else onward.PUBLISHED
    return carry_out(site, chosen, partial(_planned, made, meant), manner, said)


def _asked(asked: dict[str, Any], day: date) -> Asked:
    given = {
        "编号": asked["key"],
        "公开主体": asked["publisher"],
        "标题": asked["title"],
        "正文": asked["text"],
    }
    return Asked(day, asked["post"].strip(), asked["reason"].strip(), given, asked)


def _planned(made: Asked, meant: Callable[[Records], Subject], records: Records) -> list[Plan]:
    """What to write; nothing when just this stage is written already."""
    about = meant(records)
    if made.words["stage"]:
        secrecy = True if made.words["secrecy"] else None
        if done(about, Step(made.words["stage"], made.day, made.post, secrecy)):
            return []
    return [made.plan(records, about)]
