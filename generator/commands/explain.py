"""`gongkai explain`: what a finding means, why it matters, and how it is mended."""

from __future__ import annotations

import click

from generator import console, pipeline
from generator.commands._common import say
from generator.console import onward
from generator.console.options import RuleName


@click.command(
    cls=console.ChineseCommand,
    help="说明检查规则:查什么、为什么、错的和对的写法、怎么改;不写规则就列出全部",
    example="gongkai explain F8",
)
@click.argument("rule", metavar="[规则]", required=False, type=RuleName(), help="规则名、F1 到 F18,或标题里的几个字")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出格式")
def explain(*, rule: str | None, form: str) -> int:
    manual = pipeline.explanations()
    names = tuple(manual) if rule is None else console.chosen(rule, manual)
    if form == "json":
        click.echo(console.explanations_json(names, manual))
    elif len(names) == 1:
        click.echo(console.explanation_text(names[0], manual))
    else:
        click.echo(console.explanations_list(names, manual))
    if form != "json":
        say(onward.after_explain(names))
    return 0
