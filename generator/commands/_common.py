"""What several commands need: the site asked for, its records once they are in order, and a voice."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import click
import yaml

from generator import console, pipeline
from generator.build import site_address
from generator.model import Site, Unusable
from generator.pipeline import Survey, Work


def the_site(root: Path, today: date | None, townships: tuple[str, ...], engine: str = "mkdocs") -> Site:
    """What is asked for; the one place that asks the clock. Raises Unusable for a township that is not there."""
    folder = root.resolve()
    for slug in townships:
        if not (folder / "data" / "townships" / slug).is_dir():
            raise Unusable(f"没有“{slug}”这个乡镇:data/townships/ 下没有这个文件夹。")
    return Site(folder, today or date.today(), townships, engine)  # noqa: DTZ011 - the one place that asks the clock


def buildable(site: Site) -> Site:
    """The site, once it is known to have what every engine needs."""
    for name, what in (("mkdocs.yml", "网站设置"), ("theme_overrides", "网页样子")):
        if not (site.root / name).exists():
            raise Unusable(f"在 {site.root} 里没有找到{what} {name}。请从原来的网站文件夹复制过来。")
    try:
        site_address(site.root)
    except yaml.MarkedYAMLError as error:
        line = f"第 {error.problem_mark.line + 1} 行附近" if error.problem_mark else ""
        raise Unusable(
            f"网站设置 mkdocs.yml {line}写法不对,没有生成。请改回原来的写法,或从原来的网站文件夹复制过来。"
        ) from None
    except (OSError, yaml.YAMLError):
        raise Unusable("网站设置 mkdocs.yml 打不开,没有生成。请从原来的网站文件夹复制过来。") from None
    return site


@dataclass
class Spoken:
    """What a command says, and what of it is worth saying again when the same is asked for."""

    quiet: bool
    lines: list[tuple[str, bool]] = field(default_factory=list)

    def result(self, text: str) -> None:
        """On standard output, whatever was asked for."""
        self.lines.append((text, True))
        click.echo(text)

    def say(self, text: str, *, always: bool = False) -> None:
        if always or not self.quiet:
            self.lines.append((text, False))
            click.echo(text, err=True)

    def passing(self, text: str) -> None:
        """Of this run alone."""
        say(text, self.quiet)


def checked(work: Work, *, strict: bool, said: Spoken) -> Survey | None:
    """What the checks found, or None after the findings that stop a build were shown."""
    survey = work.check()
    stopped = pipeline.blocks(survey.findings, strict=strict)
    shown = [f for f in survey.findings if pipeline.blocks([f], strict=strict)]
    if shown:
        click.echo(console.findings_text(shown, work.site.root, console.FIRST) + "\n", err=True)
    said.say(console.summary(survey.findings, survey.count), always=stopped)
    if stopped:
        click.echo("有错误,没有生成。改好上面的问题再试;用 gongkai check 查看全部。", err=True)
    return None if stopped else survey


def say(text: str, quiet: bool = False) -> None:
    if not quiet:
        click.echo(text, err=True)
